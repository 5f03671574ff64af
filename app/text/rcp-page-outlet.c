#include "config.h"

#include "rcp-page-head-private.h"

#include <string.h>

#include "rcp-fold.h"

static void
add_name (GPtrArray *names, const char *name)
{
  if (name == NULL || name[0] == '\0' || strlen (name) > 120 || strstr (name, "://"))
    return;
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      return;
  g_ptr_array_add (names, g_strstrip (g_strdup (name)));
}

/**
 * rcp_page_outlet_list_names:
 * @uri: (nullable): the address of the page
 *
 * What the page calls its site, the surest first: og:site_name, the publisher and the site of its JSON-LD, other <meta> names.
 *
 * Returns: (transfer full): the names, ended by NULL.
 */
char **
rcp_page_outlet_list_names (const RcpPageClues *clues, const char *uri)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GArray) publishers = rcp_schema_org_names (&clues->schema, "publisher");
  g_autoptr (GArray) sources = rcp_schema_org_names (&clues->schema, "sourceOrganization");
  const RcpPageClue *clue;

  for (guint weight = 9; weight >= 6; weight -= 3)
    {
      for (guint at = rcp_page_clues_find (clues, RCP_PAGE_OUTLET, 0, &clue); clue;
           at = rcp_page_clues_find (clues, RCP_PAGE_OUTLET, at, &clue))
        if (clue->weight == weight)
          add_name (names, clue->value);
      if (weight == 9)
        {
          for (guint i = 0; i < publishers->len; i++)
            add_name (names, g_array_index (publishers, RcpSchemaName, i).name);
          add_name (names, rcp_schema_org_site (&clues->schema));
          for (guint i = 0; i < sources->len; i++)
            add_name (names, g_array_index (sources, RcpSchemaName, i).name);
        }
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/** rcp_page_outlet_dup_key: a name without its spaces, its marks and its capitals, and without the ending of a host: what a name
 * has in common with a host. */
char *
rcp_page_outlet_dup_key (const char *name)
{
  g_autofree char *folded = rcp_fold_words (name);
  static const char *const endings[] = { "com", "fr", "de", "org", "net", "couk", "at", "ch", "es", "it" };
  char *key = folded, *out = folded;

  for (const char *at = folded; *at; at++)
    if (*at != ' ' && *at != '\'' && *at != '.')
      *out++ = *at;
  *out = '\0';
  /* "Le Monde.fr" and "Le Monde" are one. */
  if (strchr (name, '.'))
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
      if (g_str_has_suffix (key, endings[i]) && strlen (key) > strlen (endings[i]) + 2)
        {
          key[strlen (key) - strlen (endings[i])] = '\0';
          break;
        }
  return g_strdup (key);
}

/**
 * rcp_page_outlet_is_site:
 * @text: a name
 * @sites: what the page calls its site
 * @host: (nullable): the name of its host, without "www." and the ending
 *
 * Returns: whether the text names the site: one of its names, or its host.
 */
gboolean
rcp_page_outlet_is_site (const char *text, const char *const *sites, const char *host)
{
  g_autofree char *key = rcp_page_outlet_dup_key (text);

  if (key[0] == '\0')
    return FALSE;
  for (guint i = 0; sites[i]; i++)
    {
      g_autofree char *other = rcp_page_outlet_dup_key (sites[i]);

      if (strcmp (key, other) == 0)
        return TRUE;
    }
  return host && strcmp (key, host) == 0;
}
