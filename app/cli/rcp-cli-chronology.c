#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-text.h"
#include "rcp-date-words.h"

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
