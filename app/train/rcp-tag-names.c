#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rcp-name-tagger.h"

/* A filter for measuring the model alone: JSON objects with "id", "lang" and "text" in, one a line, and out the same "id" with
 * "entities" of "start", "end" and "type".  usage: rcp-tag-names MODEL < IN > OUT */

static const char *const types[] = { "PER", "ORG", "LOC", "MISC" };

static void
print_names (JsonObject *line, const RcpSegmentedText *text, const GArray *names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *out = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_value (builder, json_node_copy (json_object_get_member (line, "id")));
  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, text->tokens[name->first].start);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, text->tokens[name->end - 1].end);
      json_builder_set_member_name (builder, "type");
      json_builder_add_string_value (builder, types[name->type]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  out = json_to_string (root, FALSE);
  puts (out);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNameModel) model = argc == 2 ? rcp_name_model_new_for_file (argv[1], &error) : NULL;
  g_autoptr (RcpNameTagger) tagger = NULL;
  g_autofree char *line = NULL;
  size_t size = 0;

  setlocale (LC_ALL, "C.UTF-8");
  if (model == NULL)
    {
      fprintf (stderr, "tag-names: %s\n", error ? error->message : "give a model");
      return 2;
    }
  tagger = rcp_name_tagger_new (model);
  while (getline (&line, &size, stdin) >= 0)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (RcpSegmentedText) text = NULL;
      g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
      JsonObject *object;

      if (!json_parser_load_from_data (parser, line, -1, &error))
        {
          fprintf (stderr, "tag-names: %s\n", error->message);
          return 1;
        }
      object = json_node_get_object (json_parser_get_root (parser));
      text = rcp_segmented_text_new (json_object_get_string_member (object, "text"),
                                     json_object_get_string_member (object, "lang"), NULL);
      rcp_name_tagger_tag (tagger, text, names);
      print_names (object, text, names);
    }
  return 0;
}
