#include "config.h"

#include "rcp-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  gboolean is_terminal;
  guint n_told;
  guint n_failed;
} Teller;

static void
clear_progress (const Teller *teller)
{
  if (teller->is_terminal)
    fprintf (stderr, "\r\033[K");
}

/* What was not taken in, and why: on standard error, so that a script sees it too. */
static void
tell_failures (Teller *teller, GListModel *failures)
{
  guint n = g_list_model_get_n_items (failures);

  for (; teller->n_told < n; teller->n_told++)
    {
      g_autoptr (RcpImportFailure) failure = g_list_model_get_item (failures, teller->n_told);
      gboolean skipped = rcp_import_failure_get_skipped (failure);

      clear_progress (teller);
      teller->n_failed += !skipped;
      /* Translators: a file that was passed over, and why */
      fprintf (stderr, skipped ? _("Skipped %s: %s") : _("Failed %s: %s"), rcp_import_failure_get_name (failure),
               rcp_import_failure_get_reason (failure));
      fputc ('\n', stderr);
    }
}

static void
progress_cb (RcpImport *import, GParamSpec *pspec, Teller *teller)
{
  tell_failures (teller, rcp_import_get_failures (import));
  if (!teller->is_terminal)
    return;
  clear_progress (teller);
  fprintf (stderr, _("Reading file %u of %u…"), rcp_import_get_n_done (import), rcp_import_get_n_found (import));
}

int
rcp_cli_import (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (GError) error = NULL;
  Teller teller = { isatty (STDERR_FILENO) && !options->json, 0, 0 };
  guint n_added, n_updated, n_events;

  if (library == NULL)
    return RCP_CLI_FAILED;
  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->arguments[i]);

      g_list_store_append (files, file);
    }
  import = rcp_library_import_files (library, G_LIST_MODEL (files), 0);
  g_signal_connect (import, "notify", G_CALLBACK (progress_cb), &teller);
  rcp_import_wait (import, &error);
  g_signal_handlers_disconnect_by_data (import, &teller);
  tell_failures (&teller, rcp_import_get_failures (import));
  clear_progress (&teller);
  n_added = rcp_import_get_n_added (import);
  n_updated = rcp_import_get_n_updated (import);
  n_events = rcp_import_get_n_events (import);
  if (options->json)
    printf ("{\"found\":%u,\"added\":%u,\"updated\":%u,\"events\":%u,\"failed\":%u,\"skipped\":%u}\n", rcp_import_get_n_found (import),
            n_added, n_updated, n_events, teller.n_failed, teller.n_told - teller.n_failed);
  else
    {
      printf (ngettext ("%u new article", "%u new articles", n_added), n_added);
      if (n_updated > 0)
        {
          printf (", ");
          printf (ngettext ("%u later version", "%u later versions", n_updated), n_updated);
        }
      printf (", ");
      printf (ngettext ("%u new event", "%u new events", n_events), n_events);
      putchar ('\n');
    }
  if (error != NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  return teller.n_failed > 0 ? RCP_CLI_FAILED : RCP_CLI_OK;
}

int
rcp_cli_check (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean sound;

  if (library == NULL)
    return RCP_CLI_FAILED;
  sound = rcp_library_check (library, findings, NULL, &error);
  if (error != NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; i < findings->len; i++)
    puts (findings->pdata[i]);
  puts (sound ? _("The library is sound.") : _("The library is damaged."));
  return sound ? RCP_CLI_OK : RCP_CLI_FAILED;
}

int
rcp_cli_backup (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GError) error = NULL;

  if (library == NULL)
    return RCP_CLI_FAILED;
  if (!rcp_library_backup (library, options->arguments[0], NULL, &error))
    return rcp_cli_fail (options->arguments[0], error);
  return RCP_CLI_OK;
}
