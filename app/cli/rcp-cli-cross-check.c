#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-text.h"
#include "rcp-cross-table-export.h"
#include "rcp-cross-words.h"
#include "rcp-date-words.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
print_row (RcpCrossRow *row, GListModel *outlets)
{
  RcpEvent *event = rcp_cross_row_get_event (row);
  RcpEdtf *date = rcp_event_get_date (event);
  g_autofree char *when = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);
  int first = rcp_cross_row_get_first (row);

  printf ("%s — ", date ? when : _("Without a date"));
  rcp_cli_text_cell (rcp_event_get_title (event), 0);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, i);
      g_autofree char *words = NULL;

      printf ("    %s%s ", rcp_cell_state_get_sign (cell->state), cell->differs && cell->state != RCP_CELL_DIFFERS ? "≠" : " ");
      if (cell->other_event_id != 0)
        words = g_strdup_printf ("%s · e%" G_GINT64_FORMAT, cell->words, cell->other_event_id);
      else
        words = (int) i == first ? g_strdup_printf ("%s%s%s", cell->words ? cell->words : "", cell->words ? " · " : "", _("first"))
                                 : g_strdup (cell->words);
      rcp_cli_text_cell (rcp_outlet_get_label (outlet), words ? 30 : 0);
      if (words != NULL)
        rcp_cli_text_cell (words, 0);
    }
}

static void
row_to_json (JsonBuilder *builder, RcpCrossRow *row, GListModel *outlets)
{
  g_autoptr (RcpOutlet) first = g_list_model_get_item (outlets, (guint) rcp_cross_row_get_first (row));

  json_builder_set_member_name (builder, "event");
  rcp_model_json_event (builder, rcp_cross_row_get_event (row));
  rcp_model_json_string (builder, "first", first ? rcp_outlet_get_label (first) : NULL);
  json_builder_set_member_name (builder, "outlets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, i);

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "outlet", rcp_outlet_get_label (outlet));
      rcp_model_json_string (builder, "state", rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state));
      json_builder_set_member_name (builder, "differs");
      json_builder_add_boolean_value (builder, cell->differs);
      rcp_model_json_string (builder, "words", cell->words);
      rcp_model_json_string (builder, "sentence", cell->account ? rcp_account_get_sentence (cell->account) : NULL);
      if (cell->other_event_id != 0)
        {
          json_builder_set_member_name (builder, "other_event");
          json_builder_add_int_value (builder, cell->other_event_id);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Words of one event. */

static void
print_words (RcpEventWords *words)
{
  GListModel *list = rcp_event_words_get_words (words);
  GStrv outlets = rcp_event_words_get_outlets (words);
  gint64 group = -1;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpEventWord) word = g_list_model_get_item (list, i);
      g_autoptr (GString) line = NULL;

      if (rcp_event_word_get_actor (word) != group)
        {
          group = rcp_event_word_get_actor (word);
          putchar ('\n');
          rcp_cli_text_cell (group ? rcp_event_word_get_name (word) : _("What was done"), 0);
        }
      line = g_string_new ("    ");
      g_string_append_printf (line, "“%s”", rcp_event_word_get_text (word));
      for (guint j = 0; outlets[j] != NULL; j++)
        if (rcp_event_word_count (word, j) > 0)
          g_string_append_printf (line, " · %s %u", outlets[j], rcp_event_word_count (word, j));
      rcp_cli_text_cell (line->str, 0);
    }
}

static void
words_to_json (JsonBuilder *builder, RcpEventWords *words)
{
  GListModel *list = rcp_event_words_get_words (words);
  GStrv outlets = rcp_event_words_get_outlets (words);

  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpEventWord) word = g_list_model_get_item (list, i);
      const GArray *uses = rcp_event_word_get_uses (word);

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "word", rcp_event_word_get_text (word));
      rcp_model_json_string (builder, "actor", rcp_event_word_get_name (word));
      json_builder_set_member_name (builder, "uses");
      json_builder_begin_array (builder);
      for (guint j = 0; j < uses->len; j++)
        {
          const RcpWordUse *use = &g_array_index (uses, RcpWordUse, j);

          json_builder_begin_object (builder);
          rcp_model_json_string (builder, "outlet", outlets[use->column]);
          json_builder_set_member_name (builder, "article");
          json_builder_add_int_value (builder, use->article_id);
          json_builder_set_member_name (builder, "start");
          json_builder_add_int_value (builder, use->range.start);
          json_builder_set_member_name (builder, "end");
          json_builder_add_int_value (builder, use->range.end);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static int
complain_of_event (const char *name)
{
  fprintf (stderr, _("“%s” is no event: events are named like e1."), name);
  fputc ('\n', stderr);
  return RCP_CLI_USAGE;
}

static int
print_one (RcpLibrary *library, RcpCrossTable *table, const char *name, gint64 id, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventWords) words = rcp_library_list_event_words (library, id, 0, NULL, &error);
  GListModel *rows = rcp_cross_table_get_rows (table);

  if (words == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      g_autoptr (JsonBuilder) builder = NULL;

      if (rcp_event_get_id (rcp_cross_row_get_event (row)) != id)
        continue;
      if (!json)
        {
          print_row (row, rcp_cross_table_get_outlets (table));
          print_words (words);
          return RCP_CLI_OK;
        }
      builder = json_builder_new_immutable ();
      json_builder_begin_object (builder);
      row_to_json (builder, row, rcp_cross_table_get_outlets (table));
      words_to_json (builder, words);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
      return RCP_CLI_OK;
    }
  fprintf (stderr, _("There is no event “%s”."), name);
  fputc ('\n', stderr);
  return RCP_CLI_FAILED;
}

static void
print_table (RcpCrossTable *table, gboolean json)
{
  GListModel *rows = rcp_cross_table_get_rows (table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      g_autoptr (JsonBuilder) builder = NULL;

      if (!json)
        {
          print_row (row, rcp_cross_table_get_outlets (table));
          continue;
        }
      builder = json_builder_new_immutable ();
      json_builder_begin_object (builder);
      row_to_json (builder, row, rcp_cross_table_get_outlets (table));
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
    }
}

int
rcp_cli_cross_check (const RcpCliOptions *options)
{
  static const char *const names[] = { [RCP_CROSS_FORMAT_CSV] = "csv", [RCP_CROSS_FORMAT_HTML] = "html" };
  const char *event = options->arguments ? options->arguments[0] : NULL;
  gboolean json = options->json || g_strcmp0 (options->format, "json") == 0;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  guint format;

  for (format = 0; !json && options->format && format < G_N_ELEMENTS (names); format++)
    if (g_str_equal (names[format], options->format))
      break;
  if (format == G_N_ELEMENTS (names))
    {
      fprintf (stderr, _("“%s” is no format of a cross-check: csv, html or json."), options->format);
      fputc ('\n', stderr);
      return RCP_CLI_USAGE;
    }
  if (event && (event[0] != 'e' || !g_ascii_string_to_signed (event + 1, 10, 1, G_MAXINT64, &id, NULL)))
    return complain_of_event (event);
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  table = rcp_library_cross_check (library, 0, NULL, &error);
  if (table == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  if (id != 0)
    return print_one (library, table, event, id, json);
  if (options->format == NULL || json)
    print_table (table, json);
  else
    {
      g_autofree char *text = rcp_cross_table_export (table, format);

      fputs (text, stdout);
    }
  return RCP_CLI_OK;
}
