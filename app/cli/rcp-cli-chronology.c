#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-text.h"
#include "rcp-date-words.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

static const struct
{
  const char *name;
  RcpChronologyFormat format;
} formats[] = {
  { "md", RCP_CHRONOLOGY_MARKDOWN },
  { "csv", RCP_CHRONOLOGY_CSV },
  { "json", RCP_CHRONOLOGY_JSON },
};

static void
print_day (RcpEvent *event)
{
  RcpEdtf *date = rcp_event_get_date (event);
  g_autofree char *when = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);

  printf ("%s — ", date ? when : _("Without a date"));
  rcp_cli_text_cell (rcp_event_get_title (event), 0);
}

static int
print_for_person (RcpLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, &error);

  if (events == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  if (g_list_model_get_n_items (events) == 0)
    puts (_("There are no events in this library yet."));
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, rcp_event_get_id (event), 0, NULL, &error);
      GListModel *accounts, *discrepancies;

      if (detail == NULL)
        return rcp_cli_fail (rcp_library_get_path (library), error);
      accounts = rcp_event_detail_get_accounts (detail);
      discrepancies = rcp_event_detail_get_discrepancies (detail);
      print_day (event);
      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, j);

          rcp_cli_text_account (account);
        }
      for (guint j = 0; j < g_list_model_get_n_items (discrepancies); j++)
        {
          g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, j);

          rcp_cli_text_discrepancy (discrepancy);
        }
      putchar ('\n');
    }
  return RCP_CLI_OK;
}

int
rcp_cli_chronology (const RcpCliOptions *options)
{
  const char *name = options->format ? options->format : options->json ? "json" : NULL;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  guint at;

  for (at = 0; name != NULL && at < G_N_ELEMENTS (formats); at++)
    if (g_str_equal (formats[at].name, name))
      break;
  if (name != NULL && at == G_N_ELEMENTS (formats))
    {
      fprintf (stderr, _("“%s” is no format of chronologies: md, csv or json."), name);
      fputc ('\n', stderr);
      return RCP_CLI_USAGE;
    }
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  if (name == NULL)
    return print_for_person (library);
  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (!rcp_library_write_chronology (library, 0, formats[at].format, stream, NULL, &error))
    return rcp_cli_fail (NULL, error);
  return RCP_CLI_OK;
}

static const char *
get_sign (RcpCellState state)
{
  switch (state)
    {
    case RCP_CELL_REPORTED:
      return "●";
    case RCP_CELL_OTHER:
      return "◐";
    case RCP_CELL_SAME_WORDING:
      return "⧉";
    case RCP_CELL_BEFORE:
    case RCP_CELL_ABSENT:
    default:
      return "–";
    }
}

static void
print_cross_row (RcpCrossRow *row, GListModel *outlets)
{
  RcpEvent *event = rcp_cross_row_get_event (row);

  print_day (event);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, i);

      if (cell->state == RCP_CELL_BEFORE)
        continue;
      printf ("    %s ", get_sign (cell->state));
      rcp_cli_text_cell (rcp_outlet_get_label (outlet), cell->words ? 30 : 0);
      if (cell->words != NULL)
        rcp_cli_text_cell (cell->words, 0);
    }
}

static void
cross_row_to_json (JsonBuilder *builder, RcpCrossRow *row, GListModel *outlets)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "event");
  rcp_model_json_event (builder, rcp_cross_row_get_event (row));
  json_builder_set_member_name (builder, "outlets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, i);

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "outlet", rcp_outlet_get_label (outlet));
      rcp_model_json_string (builder, "state", rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state));
      rcp_model_json_string (builder, "words", cell->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

int
rcp_cli_cross_check (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GError) error = NULL;
  GListModel *rows;

  if (library == NULL)
    return RCP_CLI_FAILED;
  table = rcp_library_cross_check (library, 0, NULL, &error);
  if (table == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  rows = rcp_cross_table_get_rows (table);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);

      if (options->json)
        {
          cross_row_to_json (builder, row, rcp_cross_table_get_outlets (table));
          rcp_cli_print_json (builder);
        }
      else
        print_cross_row (row, rcp_cross_table_get_outlets (table));
    }
  return RCP_CLI_OK;
}
