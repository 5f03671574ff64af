#include "config.h"

#include "rcp-entry-page.h"

#include <string.h>

/* What a feed says of an article, written as a page: so it is read by the reader of pages, and kept as what an article was
 * made of. */

/* A feed that gives less than that of an article gives a summary: the teasers of news feeds have some 100 to 500
 * characters, news in brief begin at some 600. Too small, and articles stay teasers; too large, and pages are fetched in
 * vain, which then bring no more than the feed. */
#define SUMMARY_CHARS 1200
/* What calls itself the content is all of it, unless it is shorter than any article. */
#define CONTENT_CHARS 300

static const char *const breaks_off[] = { "…", "...", "[…]", "[...]", "&hellip;", "&#8230;", "[&#8230;]", "[&hellip;]" };
static const char *const leads_on[]
    = { "read more", "read on", "continue reading", "full story", "lire la suite", "lire plus", "en savoir plus" };

/* The text between the tags, roughly: enough to count, and to see how it ends. */
static char *
strip_tags (const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_tag = FALSE;

  for (const char *at = html; *at != '\0'; at++)
    if (*at == '<')
      in_tag = TRUE;
    else if (in_tag)
      in_tag = *at != '>';
    else if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static gboolean
is_summary (const RcpFeedEntry *entry)
{
  const char *html = entry->content ? entry->content : entry->summary;
  g_autofree char *text = NULL, *lower = NULL;

  if (entry->link == NULL)
    return FALSE;
  if (html == NULL)
    return TRUE;
  text = strip_tags (html);
  for (guint i = 0; i < G_N_ELEMENTS (breaks_off); i++)
    if (g_str_has_suffix (text, breaks_off[i]))
      return TRUE;
  lower = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (leads_on); i++)
    {
      const char *at = strstr (lower, leads_on[i]);

      /* At its end, but for an arrow or a bracket. */
      if (at != NULL && strlen (at) < strlen (leads_on[i]) + 8)
        return TRUE;
    }
  return g_utf8_strlen (text, -1) < (entry->content ? CONTENT_CHARS : SUMMARY_CHARS);
}

static void
add_meta (GString *page, const char *attribute, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (page, "<meta %s=\"%s\" content=\"%s\">\n", attribute, name, escaped);
}

static void
add_date (GString *page, const char *name, const RcpFeedDate *date)
{
  g_autofree char *text = date->precision != RCP_FEED_PRECISION_NONE ? rcp_feed_date_format (date) : NULL;

  add_meta (page, "property", name, text);
}

static GBytes *
write_page (const RcpFeed *feed, const RcpFeedEntry *entry)
{
  GString *page = g_string_new ("<!DOCTYPE html>\n<html");
  const char *html = entry->content ? entry->content : entry->summary;
  const char *author = entry->author ? entry->author : feed->author;
  g_autofree char *title = entry->title ? g_markup_escape_text (entry->title, -1) : NULL;
  g_autofree char *language = entry->language ? g_markup_escape_text (entry->language, -1) : NULL;
  g_autofree char *link = entry->link ? g_markup_escape_text (entry->link, -1) : NULL;

  if (language != NULL)
    g_string_append_printf (page, " lang=\"%s\"", language);
  g_string_append (page, "><head><meta charset=\"utf-8\">\n");
  if (title != NULL)
    g_string_append_printf (page, "<title>%s</title>\n", title);
  add_meta (page, "property", "og:title", entry->title);
  add_meta (page, "property", "og:site_name", entry->source_title ? entry->source_title : feed->title);
  add_meta (page, "name", "author", author);
  add_date (page, "article:published_time", &entry->published);
  add_date (page, "article:modified_time", &entry->updated);
  if (link != NULL)
    g_string_append_printf (page, "<link rel=\"canonical\" href=\"%s\">\n", link);
  g_string_append (page, "</head><body><article>\n");
  if (title != NULL)
    g_string_append_printf (page, "<h1>%s</h1>\n", title);
  if (html != NULL)
    g_string_append_printf (page, strstr (html, "<p") ? "%s\n" : "<p>%s</p>\n", html);
  g_string_append (page, "</article></body></html>\n");
  return g_string_free_to_bytes (page);
}

/**
 * rcp_entry_page_new:
 * @source_id: what brought it
 * @feed: the feed it stands in: its title is the outlet, where the entry names no other
 * @entry: what it says
 * @key: what tells it from the others of its feed: one of rcp_feed_list_keys()
 *
 * Any thread.
 *
 * Returns: (transfer full): the entry as it is kept, not saved yet.
 */
RcpStoredEntry *
rcp_entry_page_new (gint64 source_id, const RcpFeed *feed, RcpFeedEntry *entry, const char *key)
{
  RcpStoredEntry *stored = rcp_stored_entry_new ();

  stored->source_id = source_id;
  stored->key = g_strdup (key);
  stored->content_hash = rcp_feed_entry_dup_hash (entry);
  stored->uri = g_strdup (entry->link);
  stored->title = g_strdup (entry->title);
  stored->published_us = entry->published.us;
  stored->content_type = g_strdup ("text/html; charset=utf-8");
  stored->payload = write_page (feed, entry);
  stored->is_summary = is_summary (entry);
  return stored;
}
