#include "config.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-charset.h"
#include "rcp-page-private.h"

/* What the judge of pages is taught from: reads lines of JSON {"id", "file"} and writes {"id", "blocks": [{"text", "signs"}]}. */

static void
sign_cb (const char *sign, gpointer user_data)
{
  json_builder_add_string_value (user_data, sign);
}

static void
add_page (JsonBuilder *builder, const RcpPage *page)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->blocks->len; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, rcp_page_block (page, i)->text);
      json_builder_set_member_name (builder, "signs");
      json_builder_begin_array (builder);
      rcp_page_list_signs (page, i, sign_cb, builder);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
answer (JsonObject *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *data = NULL, *text = NULL, *charset = NULL, *written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (RcpPage) page = { 0 };
  gsize length = 0;

  if (!g_file_get_contents (json_object_get_string_member (line, "file"), &data, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  text = rcp_charset_decode (bytes, NULL, &charset, NULL);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, json_object_get_string_member (line, "id"));
  if (text != NULL && rcp_html_reader_cut (&page, text, NULL))
    add_page (builder, &page);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  written = json_to_string (root, FALSE);
  puts (written);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  char *line = NULL;
  size_t size = 0;

  if (!rcp_boilerplate_lexicon_load (&error))
    g_error ("%s", error->message);
  while (getline (&line, &size, stdin) > 0)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (!json_parser_load_from_data (parser, line, -1, &error))
        g_error ("%s", error->message);
      answer (json_node_get_object (json_parser_get_root (parser)));
    }
  free (line);
  return 0;
}
