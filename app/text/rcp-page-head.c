#include "config.h"

#include "rcp-page-head-private.h"

#include <string.h>

#include "rcp-text-repair-private.h"

static gboolean
is_language (const char *code)
{
  return code && g_ascii_isalpha (code[0]) && g_ascii_isalpha (code[1]) && (code[2] == '\0' || code[2] == '-' || code[2] == '_');
}

/* The language of the page's markup, by its root, its JSON-LD, its <meta> names. */
static char *
choose_language (const RcpPageClues *clues)
{
  const char *stated[] = { clues->language, rcp_schema_org_text (&clues->schema, "inLanguage"), NULL };
  const RcpPageClue *clue;

  rcp_page_clues_find (clues, RCP_PAGE_LANGUAGE, 0, &clue);
  stated[2] = clue ? clue->value : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (stated); i++)
    if (is_language (stated[i]))
      return g_ascii_strdown (stated[i], 2);
  return NULL;
}

static void
repair (RcpDocument *document, char **line)
{
  char *repaired = *line ? rcp_text_repair_line (*line, &document->repairs) : NULL;

  if (repaired == NULL)
    return;
  g_free (*line);
  *line = repaired;
}

/**
 * rcp_page_head_read:
 * @document: its address set, if it is known
 * @root: the root element of a page
 * @description: (out) (transfer full) (nullable): how the page sums its article up
 * @body: (out) (transfer full) (nullable): the text of the article as its JSON-LD has it
 *
 * Fills in what a page states of its article: title, byline, agency, outlet, dates of publication and of the last change,
 * language, canonical address. All clues are read first, then each field is chosen by steps of its own.
 */
void
rcp_page_head_read (RcpDocument *document, xmlNode *root, char **description, char **body)
{
  const RcpPageClue *clue;
  g_autoptr (RcpPageClues) clues = rcp_page_clues_new (root);
  g_auto (GStrv) sites = NULL;
  g_autofree char *host = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *site_of_title = NULL;

  rcp_schema_org_choose (&clues->schema, document->uri);
  uri = rcp_page_address_choose (clues, document->uri);
  host = rcp_page_address_dup_host (uri);
  sites = rcp_page_outlet_list_names (clues, uri);

  document->title = rcp_page_title_choose (clues, (const char *const *) sites, host, &site_of_title);
  document->outlet = g_strdup (sites[0] ? sites[0] : site_of_title);
  repair (document, &document->title);
  repair (document, &document->outlet);
  rcp_page_authors_choose (clues, (const char *const *) sites, host, document->title, &document->byline,
                           &document->agency);
  rcp_page_published_choose (document, clues, uri ? uri : document->uri);
  document->language = choose_language (clues);
  rcp_page_clues_find (clues, RCP_PAGE_DESCRIPTION, 0, &clue);
  *description = g_strdup (clue ? clue->value : rcp_schema_org_text (&clues->schema, "description"));
  *body = g_strdup (rcp_schema_org_text (&clues->schema, "articleBody"));
  g_free (document->uri);
  document->uri = g_steal_pointer (&uri);
}
