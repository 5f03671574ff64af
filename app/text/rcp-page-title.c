#include "config.h"

#include "rcp-page-head-private.h"

#include <string.h>

#include "rcp-fold.h"

static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « ", " • ", " // ", " ‹ ", " › ", " — ", ": ", " |" };

/* The last or the first part of a title, between separators. */
static const char *
find_last_separator (const char *title, gsize *length)
{
  const char *last = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = g_strrstr (title, separators[i]);

      if (at && (last == NULL || at > last))
        {
          last = at;
          *length = strlen (separators[i]);
        }
    }
  return last;
}

static const char *
find_first_separator (const char *title, gsize *length)
{
  const char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = strstr (title, separators[i]);

      if (at && (first == NULL || at < first))
        {
          first = at;
          *length = strlen (separators[i]);
        }
    }
  return first;
}

/* A title without the names of the site before and behind it; what was taken off behind is given in @site. */
static char *
dup_without_site (const char *title, const char *const *sites, const char *host, char **site)
{
  g_autofree char *rest = g_strstrip (g_strdup (title));

  for (guint round = 0; round < 4; round++)
    {
      gsize length = 0;
      char *last = (char *) find_last_separator (rest, &length);

      if (last && last > rest && rcp_page_outlet_is_site (last + length, sites, host))
        {
          if (site && *site == NULL)
            *site = g_strstrip (g_strdup (last + length));
          *last = '\0';
          g_strchomp (rest);
          continue;
        }
      last = (char *) find_first_separator (rest, &length);
      if (last && last > rest && last[length])
        {
          g_autofree char *head = g_strndup (rest, last - rest);

          if (rcp_page_outlet_is_site (head, sites, host))
            {
              g_autofree char *tail = g_strdup (last + length);

              if (site && *site == NULL)
                *site = g_steal_pointer (&head);
              g_free (rest);
              rest = g_steal_pointer (&tail);
              continue;
            }
        }
      break;
    }
  return g_steal_pointer (&rest);
}

/* Whether the folded words of one text stand at the beginning or the end of the other, with whole words. */
static gboolean
is_part (const char *part, const char *whole)
{
  gsize n = strlen (part), n_whole = strlen (whole);

  if (n == 0 || n > n_whole)
    return FALSE;
  return (strncmp (part, whole, n) == 0 && (whole[n] == '\0' || whole[n] == ' '))
         || (strcmp (part, whole + n_whole - n) == 0 && (n == n_whole || whole[n_whole - n - 1] == ' '));
}

static const char *
find_value (const RcpPageClues *clues, const char *name)
{
  const RcpPageClue *clue;

  for (guint at = rcp_page_clues_find (clues, RCP_PAGE_TITLE, 0, &clue); clue;
       at = rcp_page_clues_find (clues, RCP_PAGE_TITLE, at, &clue))
    if (g_ascii_strcasecmp (clue->name, name) == 0)
      return clue->value;
  return NULL;
}

/**
 * rcp_page_title_choose:
 * @sites: what the page calls its site
 * @host: (nullable): the name of its host
 * @site: (out) (transfer full) (nullable): a name of the site that the title ends in, where the page states it nowhere else
 *
 * Chooses the title. In this order: a first heading that <title>, og:title or the headline of the JSON-LD agree with; the
 * headline; og:title and its kin; <title>; the only first heading; names of the site are taken off all but the heading.
 *
 * Returns: (transfer full) (nullable): the title.
 */
char *
rcp_page_title_choose (const RcpPageClues *clues, const char *const *sites, const char *host, char **site)
{
  const char *title = find_value (clues, "title"), *og = find_value (clues, "og:title");
  const char *headline = rcp_schema_org_text (&clues->schema, "headline");
  const char *stated[] = { headline, og, title, find_value (clues, "headline"), find_value (clues, "twitter:title") };
  g_autofree char *own_site = NULL;
  g_autofree char *page_title = title ? dup_without_site (title, sites, host, &own_site) : NULL;
  g_autofree char *best = NULL;
  const RcpPageClue *clue;
  guint best_votes = 0;

  *site = NULL;
  for (guint at = rcp_page_clues_find (clues, RCP_PAGE_TITLE, 0, &clue); clue;
       at = rcp_page_clues_find (clues, RCP_PAGE_TITLE, at, &clue))
    {
      g_autofree char *folded = NULL;
      guint votes = 0;

      if (strcmp (clue->name, "h1") != 0 && strcmp (clue->name, "h2") != 0)
        continue;
      if (rcp_page_outlet_is_site (clue->value, sites, host))
        continue;
      folded = rcp_fold_words (clue->value);
      for (gsize i = 0; i < G_N_ELEMENTS (stated); i++)
        {
          g_autofree char *other = stated[i] ? rcp_fold_words (stated[i]) : NULL;

          if (other && strcmp (folded, other) == 0)
            votes += 3;
          else if (other && is_part (folded, other) && strlen (folded) * 3 >= strlen (other))
            votes += 2;
        }
      votes = votes * 2 + (votes > 0 && clue->name[1] == '1');
      if (votes > best_votes)
        {
          best_votes = votes;
          g_free (best);
          best = g_strdup (clue->value);
        }
    }
  if (best == NULL && headline && !rcp_page_outlet_is_site (headline, sites, host))
    best = dup_without_site (headline, sites, host, NULL);
  for (gsize i = 1; best == NULL && i < G_N_ELEMENTS (stated); i++)
    if (stated[i] && i != 2 && !rcp_page_outlet_is_site (stated[i], sites, host))
      best = dup_without_site (stated[i], sites, host, NULL);
  if (best == NULL && page_title && !rcp_page_outlet_is_site (page_title, sites, host))
    best = g_strdup (page_title);
  if (best == NULL && find_value (clues, "h1"))
    best = g_strdup (find_value (clues, "h1"));
  if (best == NULL)
    best = g_strdup (title);

  /* "The title - Coast Daily": the rest is the name of the site where nothing else says it. */
  if (own_site)
    *site = g_steal_pointer (&own_site);
  else if (best && title)
    {
      gsize length = 0;
      const char *last = find_last_separator (title, &length);
      g_autofree char *head = last ? g_strndup (title, last - title) : NULL;
      g_autofree char *a = head ? rcp_fold_words (head) : NULL;
      g_autofree char *b = rcp_fold_words (best);

      if (a && strcmp (a, b) == 0)
        *site = g_strstrip (g_strdup (last + length));
    }
  return g_steal_pointer (&best);
}
