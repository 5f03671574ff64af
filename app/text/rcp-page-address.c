#include "config.h"

#include "rcp-page-head-private.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
is_web (const char *uri)
{
  return g_ascii_strncasecmp (uri, "http://", 7) == 0 || g_ascii_strncasecmp (uri, "https://", 8) == 0;
}

/* The host without what subdomains stand for ("www.", "m.", "amp."): "lemonde.fr". Two hosts are one site where one ends in the
 * other. */
static gboolean
is_same_site (const char *a, const char *b)
{
  static const char *const prefixes[] = { "www.", "m.", "amp.", "mobile.", "www2." };
  const char *hosts[] = { a, b };

  for (guint k = 0; k < 2; k++)
    for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
      if (g_str_has_prefix (hosts[k], prefixes[i]))
        hosts[k] += strlen (prefixes[i]);
  for (guint k = 0; k < 2; k++)
    {
      gsize n = strlen (hosts[k]), n_other = strlen (hosts[1 - k]);

      if (strchr (hosts[1 - k], '.') && n >= n_other && strcmp (hosts[k] + n - n_other, hosts[1 - k]) == 0
          && (n == n_other || hosts[k][n - n_other - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* A host that names no site: a number, or a machine at hand that serves a copy. */
static gboolean
is_local (const char *host)
{
  return g_hostname_is_ip_address (host) || strchr (host, '.') == NULL;
}

/* Parameters that only say whence the reader came are dropped; so is the fragment, unless it is a path ("#!/…"). */
static char *
dup_clean (GUri *uri)
{
  const char *query = g_uri_get_query (uri), *fragment = g_uri_get_fragment (uri);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) parts = query ? g_strsplit (query, "&", -1) : NULL;
  g_autoptr (GUri) clean = NULL;

  for (guint i = 0; parts && parts[i]; i++)
    {
      g_autofree char *name = g_ascii_strdown (parts[i], strcspn (parts[i], "="));

      if (parts[i][0] == '\0' || g_str_has_prefix (name, "utm_") || rcp_page_lexicon_word (RCP_PAGE_WORDS_TRACKING, name))
        continue;
      g_string_append_printf (kept, "%s%s", kept->len ? "&" : "", parts[i]);
    }
  clean = g_uri_build_with_user (g_uri_get_flags (uri), g_uri_get_scheme (uri), NULL, NULL, NULL, g_uri_get_host (uri),
                                 g_uri_get_port (uri), g_uri_get_path (uri), kept->len ? kept->str : NULL,
                                 fragment && fragment[0] == '!' ? fragment : NULL);
  return g_uri_to_string (clean);
}

/* A path with at least one step: the front page is the address of no article. */
static gboolean
is_front_page (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return (path[0] == '\0' || strcmp (path, "/") == 0) && (g_uri_get_query (uri) == NULL);
}

/**
 * rcp_page_address_choose:
 * @uri: (nullable): the address the page was read from
 *
 * Chooses the canonical address: <link rel="canonical">, then og:url and its kin, then that of the JSON-LD, each resolved
 * against the page's base and its own address, and each only where it is an address of the same site and not its front
 * page; a page that a number or a machine at hand serves is a copy, and may name any site.
 *
 * Returns: (transfer full) (nullable): the address without parameters of tracking; @uri, cleaned, where the page names none.
 */
char *
rcp_page_address_choose (const RcpPageClues *clues, const char *uri)
{
  const GUriFlags flags = G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED;
  g_autoptr (GUri) own = uri && is_web (uri) ? g_uri_parse (uri, flags, NULL) : NULL;
  g_autoptr (GUri) base = NULL;

  if (clues->base)
    base = own ? g_uri_parse_relative (own, clues->base, flags, NULL) : g_uri_parse (clues->base, flags, NULL);
  if (base == NULL && own)
    base = g_uri_ref (own);
  for (guint weight = 9; weight >= 6; weight--)
    {
      const RcpPageClue *clue = NULL;
      guint at = 0;

      do
        {
          const char *stated = NULL;
          g_autoptr (GUri) address = NULL;

          /* 6 is that of the JSON-LD, which is no clue. */
          if (weight == 6)
            stated = at == 0 ? rcp_schema_org_address (&clues->schema) : NULL;
          else
            {
              at = rcp_page_clues_find (clues, RCP_PAGE_ADDRESS, at, &clue);
              if (clue == NULL)
                break;
              stated = clue->weight == weight ? clue->value : NULL;
            }
          if (stated)
            address = base ? g_uri_parse_relative (base, stated, flags, NULL) : g_uri_parse (stated, flags, NULL);
          if (address && g_uri_get_host (address)
              && (strcmp (g_uri_get_scheme (address), "http") == 0 || strcmp (g_uri_get_scheme (address), "https") == 0)
              && (own == NULL || is_local (g_uri_get_host (own))
                  || is_same_site (g_uri_get_host (own), g_uri_get_host (address)))
              && !(is_front_page (address) && (own == NULL || !is_front_page (own))))
            return dup_clean (address);
        }
      while (clue);
    }
  return own ? dup_clean (own) : g_strdup (uri);
}

/**
 * rcp_page_address_dup_host:
 * @uri: (nullable)
 *
 * Returns: (transfer full) (nullable): the name in the host of an address, "lemonde" of "https://www.lemonde.fr/…": its longest
 *   label.
 */
char *
rcp_page_address_dup_host (const char *uri)
{
  const char *from = uri ? strstr (uri, "://") : NULL;
  g_autofree char *host = from ? g_ascii_strdown (from + 3, strcspn (from + 3, "/:?#")) : NULL;
  g_auto (GStrv) labels = host ? g_strsplit (host, ".", -1) : NULL;
  guint n = labels ? g_strv_length (labels) : 0;
  const char *best = NULL;

  /* The last label is the country's; of the others the longest is the name ("www", "co", "news"). */
  for (guint i = 0; i + 1 < n; i++)
    if (best == NULL || strlen (labels[i]) >= strlen (best))
      best = labels[i];
  if (best == NULL)
    return NULL;
  {
    GString *key = g_string_new (NULL);

    for (; *best; best++)
      if (*best != '-')
        g_string_append_c (key, *best);
    return g_string_free (key, FALSE);
  }
}
