#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "rcp-cli-filter.h"
#include "rcp-feed-reader.h"
#include "rcp-model-json.h"

/* Feeds read from files, without storing or fetching anything. */

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value != NULL)
    rcp_model_json_string (builder, name, value);
}

static void
add_date (JsonBuilder *builder, const char *name, const RcpFeedDate *date)
{
  g_autofree char *text = rcp_feed_date_format (date);

  add_string (builder, name, text);
}

/* One as a text; several as a list, of all as they are joined and of each. */
static void
add_authors (JsonBuilder *builder, const char *authors)
{
  g_auto (GStrv) each = authors && strstr (authors, ", ") ? g_strsplit (authors, ", ", -1) : NULL;

  if (each == NULL)
    {
      add_string (builder, "author", authors);
      return;
    }
  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, authors);
  for (guint i = 0; each[i] != NULL; i++)
    json_builder_add_string_value (builder, each[i]);
  json_builder_end_array (builder);
}

static void
add_entry (JsonBuilder *builder, const RcpFeedEntry *entry)
{
  json_builder_begin_object (builder);
  add_string (builder, "title", entry->title);
  add_string (builder, "link", entry->link);
  add_string (builder, "id", entry->guid);
  add_string (builder, "summary", entry->summary);
  add_string (builder, "content", entry->content);
  add_authors (builder, entry->author);
  add_string (builder, "language", entry->language);
  add_date (builder, "published", &entry->published);
  add_date (builder, "updated", &entry->updated);
  add_string (builder, "source", entry->source_title);
  add_string (builder, "source_link", entry->source_uri);
  add_string (builder, "image", entry->image_uri);
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->categories->len; i++)
    json_builder_add_string_value (builder, entry->categories->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "enclosures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->enclosures->len; i++)
    {
      const RcpFeedEnclosure *enclosure = entry->enclosures->pdata[i];

      json_builder_begin_object (builder);
      add_string (builder, "url", enclosure->uri);
      add_string (builder, "type", enclosure->type);
      if (enclosure->length_bytes >= 0)
        {
          json_builder_set_member_name (builder, "length");
          json_builder_add_int_value (builder, enclosure->length_bytes);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_feed (JsonBuilder *builder, const RcpFeed *feed)
{
  static const char *const formats[] = { "rss", "rdf", "atom", "json", "cdf", "sitemap", "sitemap-index" };

  json_builder_set_member_name (builder, "feed");
  json_builder_begin_object (builder);
  add_string (builder, "format", formats[feed->format]);
  add_string (builder, "title", feed->title);
  add_string (builder, "link", feed->link);
  add_string (builder, "description", feed->description);
  add_string (builder, "language", feed->language);
  add_authors (builder, feed->author);
  add_string (builder, "id", feed->guid);
  add_string (builder, "self", feed->self_uri);
  add_string (builder, "hub", feed->hub_uri);
  add_string (builder, "next", feed->next_uri);
  add_string (builder, "image", feed->image_uri);
  add_date (builder, "published", &feed->published);
  add_date (builder, "updated", &feed->updated);
  json_builder_set_member_name (builder, "ttl_s");
  json_builder_add_int_value (builder, feed->ttl_s);
  json_builder_set_member_name (builder, "damaged");
  json_builder_add_boolean_value (builder, feed->is_damaged);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < feed->entries->len; i++)
    add_entry (builder, feed->entries->pdata[i]);
  json_builder_end_array (builder);
}

/* Reads one file into the object that is open, and complains @aloud where it has to. FALSE where it holds no feed. */
static gboolean
read_file (const char *path, const char *content_type, const char *uri, gboolean aloud, JsonBuilder *builder)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFeed) feed = NULL;
  gsize length;
  gint64 start_us;

  if (g_file_get_contents (path, &content, &length, &error))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&content), length);
      start_us = g_get_monotonic_time ();
      feed = rcp_feed_read (bytes, content_type, uri, &error);
      json_builder_set_member_name (builder, "ms");
      json_builder_add_double_value (builder, (g_get_monotonic_time () - start_us) / 1000.0);
    }
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, feed != NULL);
  if (feed != NULL)
    add_feed (builder, feed);
  else
    rcp_model_json_string (builder, "error", error->message);
  if (feed == NULL && aloud)
    rcp_cli_fail (path, error);
  return feed != NULL;
}

static gboolean
read_line (JsonObject *line, guint number, JsonBuilder *builder, gconstpointer unused)
{
  /* A line whose file holds no feed is answered, so the filter did what it was asked. */
  read_file (rcp_cli_filter_get_string (line, "file"), rcp_cli_filter_get_string (line, "content_type"),
             rcp_cli_filter_get_string (line, "url"), FALSE, builder);
  return TRUE;
}

int
rcp_cli_parse_feed (const RcpCliOptions *options)
{
  static const char *const needed[] = { "file", NULL };
  int status = RCP_CLI_OK;

  if (options->arguments == NULL)
    return rcp_cli_filter_run (needed, _("Line %u is no JSON object with a “file”."), read_line, options);
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
      g_autofree char *shown = g_filename_display_name (options->arguments[i]);

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "id", shown);
      if (!read_file (options->arguments[i], NULL, NULL, TRUE, builder))
        status = RCP_CLI_FAILED;
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
    }
  return status;
}

static gboolean
read_date (JsonObject *line, guint number, JsonBuilder *builder, gconstpointer unused)
{
  static const char *const precisions[] = { "none", "year", "month", "day", "floating", "time" };
  const char *text = rcp_cli_filter_get_string (line, "s");
  RcpFeedDate date;
  g_autofree char *utc = NULL;

  rcp_feed_date_parse (text, &date);
  utc = rcp_feed_date_format (&date);
  rcp_model_json_string (builder, "s", text);
  rcp_model_json_string (builder, "utc", utc);
  rcp_model_json_string (builder, "precision", precisions[date.precision]);
  return TRUE;
}

int
rcp_cli_parse_feed_dates (const RcpCliOptions *options)
{
  static const char *const needed[] = { "s", NULL };

  return rcp_cli_filter_run (needed, _("Line %u is no JSON object with the text “s”."), read_date, options);
}
