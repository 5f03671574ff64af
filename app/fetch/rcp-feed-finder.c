#include "config.h"

#include "rcp-feed-finder.h"

#include <string.h>

#include "rcp-charset.h"
#include "rcp-feed-html-private.h"
#include "rcp-feed-link-private.h"
#include "rcp-tsv.h"

#define RESOURCE "/app/recoupe/Recoupe/engine/lexicon/feed-paths.tsv"

/* A page that links to more feeds than this lists the feeds of others. */
#define MAX_CANDIDATES 40
/* What is read of a page: the head of the largest ones ends long before. */
#define MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  char *href;
  char *rel;
  char *type;
  char *title;
} Tag;

typedef struct
{
  GPtrArray *stated;
  GPtrArray *secondary; /* stated, but of comments */
  GPtrArray *linked;
  char *base;
} Finder;

static void
candidate_free (gpointer data)
{
  RcpFeedCandidate *candidate = data;

  g_free (candidate->uri);
  g_free (candidate->title);
  g_free (candidate);
}

static void
tag_clear (Tag *tag)
{
  g_free (tag->href);
  g_free (tag->rel);
  g_free (tag->type);
  g_free (tag->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, tag_clear)

static const char *
read_tag (const char *at, Tag *tag)
{
  RcpFeedHtmlAttribute attribute;

  while (rcp_feed_html_next_attribute (&at, &attribute))
    {
      const struct
      {
        const char *name;
        char **place;
      } wanted[] = { { "href", &tag->href }, { "rel", &tag->rel }, { "type", &tag->type }, { "title", &tag->title } };

      for (gsize i = 0; attribute.value != NULL && i < G_N_ELEMENTS (wanted); i++)
        if (strlen (wanted[i].name) == attribute.length
            && g_ascii_strncasecmp (wanted[i].name, attribute.name, attribute.length) == 0 && *wanted[i].place == NULL)
          {
            g_autofree char *raw = g_strndup (attribute.value, attribute.value_length);

            *wanted[i].place = rcp_feed_html_to_line (raw);
          }
    }
  return at;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) each = words ? g_strsplit_set (words, " \t\n", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    if (g_ascii_strcasecmp (each[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_feed_type (const char *type)
{
  static const char *const types[] = { "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json",
                                       "application/rdf+xml", "text/rss+xml", "text/rss", "application/rss", "text/atom+xml",
                                       "application/x.atom+xml" };
  gsize n = type ? strcspn (type, "; ") : 0;

  for (gsize i = 0; n > 0 && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i]) == n && g_ascii_strncasecmp (types[i], type, n) == 0)
      return TRUE;
  return FALSE;
}

/* By the last part of its path: ".rss", "/feed", "rss.xml". */
static gboolean
is_feed_address (const char *uri)
{
  static const char *const ends[] = { ".rss", ".atom", ".rdf", "/feed", "/feeds", "/rss", "/atom", "/rss2", "rss.xml", "feed.xml",
                                      "atom.xml", "feed.json", "backend.php3", "page=backend", "format=rss", "feed=rss2",
                                      "type=rss" };
  g_autofree char *lower = g_ascii_strdown (uri, strcspn (uri, "#"));
  gsize n = strlen (lower);

  while (n > 0 && lower[n - 1] == '/')
    lower[--n] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return strstr (lower, "://feeds.feedburner.com/") != NULL || strstr (lower, "://feeds.") != NULL
         || (strstr (lower, "/rss/") != NULL && g_str_has_suffix (lower, ".xml"));
}

static gboolean
is_known (const Finder *self, const char *uri)
{
  const GPtrArray *lists[] = { self->stated, self->secondary, self->linked };

  for (gsize k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < lists[k]->len; i++)
      if (strcmp (((RcpFeedCandidate *) lists[k]->pdata[i])->uri, uri) == 0)
        return TRUE;
  return FALSE;
}

static void
add (const Finder *self, GPtrArray *to, const char *href, char *title, RcpFeedClue clue)
{
  g_autofree char *owned_title = title;
  g_autofree char *uri = rcp_feed_link_resolve (self->base, href);
  RcpFeedCandidate *candidate;

  if (uri != NULL && g_ascii_strncasecmp (uri, "feed:", 5) == 0)
    {
      /* "feed:https://…" and "feed://…" are for programs that register for it. */
      char *web = g_str_has_prefix (uri + 5, "//") ? g_strconcat ("https:", uri + 5, NULL) : g_strdup (uri + 5);

      g_free (uri);
      uri = web;
    }
  if (uri == NULL || !rcp_feed_link_is_web (uri) || is_known (self, uri) || to->len >= MAX_CANDIDATES)
    return;
  candidate = g_new0 (RcpFeedCandidate, 1);
  candidate->uri = g_steal_pointer (&uri);
  candidate->title = owned_title && *owned_title ? g_steal_pointer (&owned_title) : NULL;
  candidate->clue = clue;
  g_ptr_array_add (to, candidate);
}

/* The text of a link, up to its end. */
static char *
dup_label (const char *at)
{
  const char *end = strstr (at, "</");
  g_autofree char *html = g_strndup (at, end ? MIN (end - at, 400) : 0);
  g_autofree char *valid = g_utf8_make_valid (html, -1);

  return rcp_feed_html_to_line (valid);
}

static void
see_tag (Finder *self, const char *name, Tag *tag, const char *behind)
{
  if (tag->href == NULL)
    return;
  if (strcmp (name, "base") == 0)
    {
      g_autofree char *base = rcp_feed_link_resolve (self->base, tag->href);

      if (base != NULL && rcp_feed_link_is_web (base))
        {
          g_free (self->base);
          self->base = g_steal_pointer (&base);
        }
    }
  else if (strcmp (name, "link") == 0)
    {
      g_autofree char *both = g_ascii_strdown (tag->title ? tag->title : "", -1);
      gboolean is_secondary;

      if (!(has_word (tag->rel, "feed") || (has_word (tag->rel, "alternate") && is_feed_type (tag->type))))
        return;
      /* WordPress has its programming interface under this type. */
      if (tag->type != NULL && strstr (tag->type, "application/json") != NULL && !is_feed_address (tag->href))
        return;
      is_secondary = strstr (both, "comment") != NULL || strstr (tag->href, "/comments/") != NULL;
      add (self, is_secondary ? self->secondary : self->stated, tag->href, g_steal_pointer (&tag->title), RCP_FEED_CLUE_STATED);
    }
  else if (is_feed_type (tag->type) || is_feed_address (tag->href))
    add (self, self->linked, tag->href, tag->title ? g_steal_pointer (&tag->title) : dup_label (behind), RCP_FEED_CLUE_LINKED);
}

static void
read_page (Finder *self, const char *html)
{
  static const char *const names[] = { "link", "a", "area", "base" };

  for (const char *at = strchr (html, '<'); at != NULL; at = strchr (at, '<'))
    {
      gsize n = strcspn (++at, " \t\n\r/>");

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if (strlen (names[i]) == n && g_ascii_strncasecmp (names[i], at, n) == 0)
          {
            g_auto (Tag) tag = { NULL, NULL, NULL, NULL };

            at = read_tag (at + n, &tag);
            see_tag (self, names[i], &tag, *at == '>' ? at + 1 : at);
            break;
          }
    }
}

static void
add_guesses (Finder *self, GPtrArray *to, const char *uri)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (RESOURCE, NULL);
  g_autofree char *own_base = self->base;

  /* From the root of the site that was asked, whatever the page says of itself. */
  self->base = g_strdup (uri);
  while (tsv != NULL && rcp_tsv_next (tsv))
    add (self, to, rcp_tsv_get (tsv, "path"), NULL, RCP_FEED_CLUE_GUESSED);
}

static void
move_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, from->pdata[i]);
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_unref (from);
}

/**
 * rcp_feed_finder_list:
 * @bytes: (nullable): a page of a site
 * @uri: its address
 *
 * Where the feeds of the site may be: what the page states, in its order, those of comments last; then what it links to that
 * has the address of a feed; then where sites usually have one (lexicon "feed-paths"). Nothing is fetched. Any thread.
 *
 * Returns: (transfer full) (element-type RcpFeedCandidate): each address once.
 */
GPtrArray *
rcp_feed_finder_list (GBytes *bytes, const char *uri)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (candidate_free), *guessed = g_ptr_array_new ();
  Finder finder = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), NULL };
  g_autofree char *html = NULL;

  g_return_val_if_fail (uri != NULL, all);

  finder.base = g_strdup (uri);
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_autoptr (GBytes) start = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), MAX_BYTES));

      html = rcp_charset_decode (start, NULL, NULL, NULL);
    }
  if (html != NULL)
    read_page (&finder, html);
  add_guesses (&finder, guessed, uri);
  move_all (all, finder.stated);
  move_all (all, finder.secondary);
  move_all (all, finder.linked);
  move_all (all, guessed);
  g_free (finder.base);
  return all;
}
