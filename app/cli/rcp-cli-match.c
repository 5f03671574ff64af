#include "config.h"

#include <glib/gi18n-lib.h>

#include "rcp-cli-filter.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"
#include "rcp-shared-passages.h"

/* A filter over pairs of texts. */

static void
add_range (JsonBuilder *builder, const char *start, const char *end, RcpRange range)
{
  json_builder_set_member_name (builder, start);
  json_builder_add_int_value (builder, range.start);
  json_builder_set_member_name (builder, end);
  json_builder_add_int_value (builder, range.end);
}

static gboolean
match (JsonObject *line, guint number, JsonBuilder *builder, gconstpointer options)
{
  const char *words_a = rcp_cli_filter_get_string (line, "a"), *words_b = rcp_cli_filter_get_string (line, "b");
  g_autoptr (RcpSegmentedText) a
      = rcp_segmented_text_new (words_a, rcp_cli_filter_get_language (line, options, words_a), NULL);
  g_autoptr (RcpSegmentedText) b
      = rcp_segmented_text_new (words_b, rcp_cli_filter_get_language (line, options, words_b), NULL);
  g_autoptr (GArray) passages = rcp_shared_passages_compare (a, b);

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < passages->len; i++)
    {
      const RcpSharedPassage *passage = &g_array_index (passages, RcpSharedPassage, i);

      json_builder_begin_object (builder);
      add_range (builder, "a_start", "a_end", passage->a);
      add_range (builder, "b_start", "b_end", passage->b);
      json_builder_set_member_name (builder, "words");
      json_builder_add_int_value (builder, passage->n_words);
      rcp_model_json_string (builder, "kind", rcp_enum_to_nick (RCP_TYPE_SHARED_KIND, passage->kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

int
rcp_cli_match_passages (const RcpCliOptions *options)
{
  static const char *const needed[] = { "a", "b", NULL };

  return rcp_cli_filter_run (needed, _("Line %u is no JSON object with the texts “a” and “b”."), match, options);
}
