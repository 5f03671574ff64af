#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "rcp-error.h"
#include "rcp-feed-html-private.h"
#include "rcp-feed-link-private.h"
#include "rcp-feed-markup-private.h"

/* JSON Feed, versions 1.0 and 1.1 (jsonfeed.org). A version that is missing or unknown is passed over, and a member of the
 * wrong type is one that is not there, or is read as what it can be. */

/* JSON Feed nests four deep; extensions some more. json-glib reads by recursion. */
#define MAX_DEPTH 100

static gboolean
is_too_deep (const char *text)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (; *text != '\0'; text++)
    if (in_string)
      {
        if (*text == '\\' && text[1] != '\0')
          text++;
        else if (*text == '"')
          in_string = FALSE;
      }
    else if (*text == '"')
      in_string = TRUE;
    else if (*text == '{' || *text == '[')
      {
        if (++depth > MAX_DEPTH)
          return TRUE;
      }
    else if ((*text == '}' || *text == ']') && depth > 0)
      depth--;
  return FALSE;
}

/* A string, or a number written as one: ids are numbers now and then. */
static char *
dup_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_strstrip (json_node_dup_string (node));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
    }
  return NULL;
}

static char *
dup_address (JsonObject *object, const char *name, const char *base)
{
  g_autofree char *text = dup_string (object, name);

  return rcp_feed_link_resolve (base, text);
}

static char *
dup_line (JsonObject *object, const char *name)
{
  char *text = dup_string (object, name);

  return text ? rcp_feed_html_squeeze (text) : NULL;
}

static char *
dup_html (JsonObject *object, const char *name, const char *base)
{
  g_autofree char *text = dup_string (object, name);

  return text ? rcp_feed_html_clean (text, base) : NULL;
}

static char *
dup_text_as_html (JsonObject *object, const char *name)
{
  g_autofree char *text = dup_string (object, name);

  return text ? rcp_feed_html_from_text (text) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
add_author (char **authors, JsonNode *node)
{
  JsonObject *object = get_object (node);
  g_autofree char *name = NULL;

  if (object != NULL)
    {
      name = dup_line (object, "name");
      if (name == NULL || *name == '\0')
        rcp_feed_take (&name, dup_line (object, "url"));
    }
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_dup_string (node);
  rcp_feed_add_author (authors, name);
}

/* "authors" of 1.1, "author" of 1.0. */
static void
take_authors (char **authors, JsonObject *object)
{
  JsonArray *array = get_array (object, "authors");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_author (authors, json_array_get_element (array, i));
  if (array == NULL)
    add_author (authors, json_object_get_member (object, "authors"));
  if (*authors == NULL)
    add_author (authors, json_object_get_member (object, "author"));
}

static gint64
get_length (JsonObject *object)
{
  g_autofree char *text = dup_string (object, "size_in_bytes");

  return text && g_ascii_isdigit (*text) ? g_ascii_strtoll (text, NULL, 10) : -1;
}

static void
take_lists (RcpFeedEntry *entry, JsonObject *item, const char *base)
{
  JsonArray *tags = get_array (item, "tags"), *attachments = get_array (item, "attachments");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonNode *tag = json_array_get_element (tags, i);

      if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING)
        rcp_feed_entry_add_category (entry, json_node_dup_string (tag));
    }
  for (guint i = 0; attachments != NULL && i < json_array_get_length (attachments); i++)
    {
      JsonObject *attachment = get_object (json_array_get_element (attachments, i));
      g_autofree char *type = attachment ? dup_string (attachment, "mime_type") : NULL;

      if (attachment != NULL)
        rcp_feed_entry_add_enclosure (entry, dup_address (attachment, "url", base), type, get_length (attachment));
    }
}

static void
take_date (RcpFeedDate *date, JsonObject *object, const char *name)
{
  g_autofree char *text = dup_string (object, name);

  rcp_feed_take_date (date, text);
}

static RcpFeedEntry *
read_item (JsonObject *item, const RcpFeed *feed, const char *base)
{
  RcpFeedEntry *entry = rcp_feed_entry_new ();

  rcp_feed_take (&entry->guid, dup_string (item, "id"));
  rcp_feed_take (&entry->link, dup_address (item, "url", base));
  rcp_feed_take (&entry->link, dup_address (item, "external_url", base));
  rcp_feed_take (&entry->title, dup_line (item, "title"));
  rcp_feed_take (&entry->content, dup_html (item, "content_html", base));
  rcp_feed_take (&entry->content, dup_text_as_html (item, "content_text"));
  rcp_feed_take (&entry->summary, dup_text_as_html (item, "summary"));
  rcp_feed_take (&entry->image_uri, dup_address (item, "image", base));
  rcp_feed_take (&entry->image_uri, dup_address (item, "banner_image", base));
  rcp_feed_take (&entry->language, dup_line (item, "language"));
  rcp_feed_take (&entry->language, g_strdup (feed->language));
  take_date (&entry->published, item, "date_published");
  take_date (&entry->updated, item, "date_modified");
  take_authors (&entry->author, item);
  /* An item that names nobody is by those of the feed (version 1.1, "authors"). */
  if (entry->author == NULL)
    entry->author = g_strdup (feed->author);
  take_lists (entry, item, base);
  return entry;
}

static void
take_hub (RcpFeed *feed, JsonObject *root, const char *base)
{
  JsonArray *hubs = get_array (root, "hubs");

  for (guint i = 0; hubs != NULL && i < json_array_get_length (hubs); i++)
    {
      JsonObject *hub = get_object (json_array_get_element (hubs, i));

      if (hub != NULL)
        rcp_feed_take (&feed->hub_uri, dup_address (hub, "url", base));
    }
}

/**
 * rcp_feed_json_read:
 * @text: UTF-8
 * @uri: (nullable): where it was found
 * @error: %RCP_FETCH_ERROR_NOT_A_FEED
 *
 * Returns: (transfer full): the feed.
 */
RcpFeed *
rcp_feed_json_read (const char *text, const char *uri, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  JsonObject *root;
  JsonArray *items;
  RcpFeed *feed;

  if (is_too_deep (text))
    {
      g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "JSON nested beyond the limit");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, -1, &cause))
    {
      g_set_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "no JSON: %s", cause->message);
      return NULL;
    }
  root = get_object (json_parser_get_root (parser));
  items = root ? get_array (root, "items") : NULL;
  if (root == NULL || (items == NULL && !json_object_has_member (root, "version") && !json_object_has_member (root, "title")))
    {
      g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "JSON, but no feed");
      return NULL;
    }
  feed = rcp_feed_new (RCP_FEED_FORMAT_JSON);
  rcp_feed_take (&feed->title, dup_line (root, "title"));
  rcp_feed_take (&feed->self_uri, dup_address (root, "feed_url", uri));
  rcp_feed_take (&feed->link, dup_address (root, "home_page_url", uri));
  rcp_feed_take (&feed->description, dup_text_as_html (root, "description"));
  rcp_feed_take (&feed->language, dup_line (root, "language"));
  rcp_feed_take (&feed->next_uri, dup_address (root, "next_url", uri));
  rcp_feed_take (&feed->image_uri, dup_address (root, "icon", uri));
  rcp_feed_take (&feed->image_uri, dup_address (root, "favicon", uri));
  take_authors (&feed->author, root);
  take_hub (feed, root, uri);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = get_object (json_array_get_element (items, i));

      if (item != NULL)
        g_ptr_array_add (feed->entries, read_item (item, feed, feed->link && rcp_feed_link_is_web (feed->link) ? feed->link : uri));
    }
  return feed;
}
