#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-text.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* The sources that are followed, and asking them. */

#define HOUR_S 3600
#define DEFAULT_INTERVAL_S (6 * HOUR_S)

/* "s3" */
static gboolean
read_id (const char *text, gint64 *id)
{
  if (text[0] == 's' && g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  fprintf (stderr, _("“%s” is no source: they are named as they are printed, such as “s3”."), text);
  fputc ('\n', stderr);
  return FALSE;
}

/* "30m", "6h", "2d"; "never" */
static gboolean
read_interval (const char *text, guint *interval_s)
{
  char *end = NULL;
  guint64 n = g_ascii_strtoull (text, &end, 10);
  guint unit_s = *end == 'm' ? 60 : *end == 'h' ? HOUR_S : *end == 'd' ? 24 * HOUR_S : 0;

  if (g_str_equal (text, "never"))
    {
      *interval_s = 0;
      return TRUE;
    }
  if (g_ascii_isdigit (*text) && n > 0 && n < 10000 && unit_s != 0 && end[1] == '\0')
    {
      *interval_s = n * unit_s;
      return TRUE;
    }
  fprintf (stderr, _("“%s” is no interval: write 30m, 6h, 2d or never."), text);
  fputc ('\n', stderr);
  return FALSE;
}

static char *
dup_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = time_us > 0 ? g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC) : NULL;

  return time ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("–");
}

static void
print_source (RcpSource *source)
{
  g_autofree char *id = g_strdup_printf ("s%" G_GINT64_FORMAT, rcp_source_get_id (source));
  g_autofree char *checked = dup_time (rcp_source_get_succeeded_us (source));
  g_autofree char *articles
      = g_strdup_printf (ngettext ("%u article", "%u articles", rcp_source_get_n_articles (source)),
                         rcp_source_get_n_articles (source));
  const char *title = rcp_source_get_title (source);

  rcp_cli_text_cell (id, 6);
  rcp_cli_text_cell (checked, 18);
  rcp_cli_text_cell (articles, 14);
  rcp_cli_text_cell (rcp_source_get_retired (source) ? _("gone") : rcp_source_get_paused (source) ? _("paused") : "", 10);
  rcp_cli_text_cell (*title != '\0' ? title : rcp_source_get_uri (source), 0);
  if (rcp_source_get_last_error (source) != NULL)
    rcp_cli_text_wrapped (rcp_source_get_last_error (source), 8);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
print_source_json (RcpSource *source)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_int (builder, "id", rcp_source_get_id (source));
  rcp_model_json_string (builder, "kind", rcp_enum_to_nick (RCP_TYPE_SOURCE_KIND, rcp_source_get_kind (source)));
  rcp_model_json_string (builder, "title", rcp_source_get_title (source));
  rcp_model_json_string (builder, "uri", rcp_source_get_uri (source));
  add_int (builder, "interval_s", rcp_source_get_interval_s (source));
  add_flag (builder, "paused", rcp_source_get_paused (source));
  add_flag (builder, "retired", rcp_source_get_retired (source));
  add_flag (builder, "only_pinned", rcp_source_get_only_pinned (source));
  add_int (builder, "checked_us", rcp_source_get_checked_us (source));
  add_int (builder, "succeeded_us", rcp_source_get_succeeded_us (source));
  rcp_model_json_string (builder, "last_error", rcp_source_get_last_error (source));
  add_int (builder, "n_articles", rcp_source_get_n_articles (source));
  add_int (builder, "n_waiting", rcp_source_get_n_waiting (source));
  json_builder_end_object (builder);
  rcp_cli_print_json (builder);
}

static RcpSource *
find_source (GListModel *sources, gint64 id, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);

      if (rcp_source_get_id (source) == id)
        return g_steal_pointer (&source);
    }
  fprintf (stderr, _("There is no such source: %s"), name);
  fputc ('\n', stderr);
  return NULL;
}

static int
change_source (RcpLibrary *library, const RcpCliOptions *options)
{
  const char *name = options->pause     ? options->pause
                     : options->resume  ? options->resume
                     : options->remove  ? options->remove
                                        : options->interval;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) sources = NULL;
  g_autoptr (RcpSource) source = NULL, changed = NULL;
  guint interval_s;
  gint64 id;

  if (!read_id (name, &id))
    return RCP_CLI_USAGE;
  sources = rcp_library_list_sources (library, 0, NULL, &error);
  if (sources == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  source = find_source (sources, id, name);
  if (source == NULL)
    return RCP_CLI_FAILED;
  if (options->remove)
    return rcp_library_remove_source (library, id, NULL, &error) ? RCP_CLI_OK : rcp_cli_fail (name, error);
  interval_s = rcp_source_get_interval_s (source);
  if (options->interval)
    {
      if (options->arguments == NULL || options->arguments[0] == NULL)
        {
          fprintf (stderr, _("“%s” is no interval: write 30m, 6h, 2d or never."), "");
          fputc ('\n', stderr);
          return RCP_CLI_USAGE;
        }
      if (!read_interval (options->arguments[0], &interval_s))
        return RCP_CLI_USAGE;
    }
  changed = g_object_new (RCP_TYPE_SOURCE, "id", id, "title", rcp_source_get_title (source), "interval-s", interval_s,
                          "paused", options->pause ? TRUE : options->resume ? FALSE : rcp_source_get_paused (source),
                          "dossier-id", rcp_source_get_dossier_id (source), "only-pinned",
                          rcp_source_get_only_pinned (source), "full-pages", rcp_source_get_full_pages (source),
                          "include-words", rcp_source_get_include_words (source), "exclude-words",
                          rcp_source_get_exclude_words (source), NULL);
  return rcp_library_save_source (library, changed, NULL, &error) ? RCP_CLI_OK : rcp_cli_fail (name, error);
}

/* The sources, or a change of one. */
int
rcp_cli_sources (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) sources = NULL;

  if (library == NULL)
    return RCP_CLI_FAILED;
  if (options->pause || options->resume || options->remove || options->interval)
    return change_source (library, options);
  sources = rcp_library_list_sources (library, 0, NULL, &error);
  if (sources == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);

      if (options->json)
        print_source_json (source);
      else
        print_source (source);
    }
  return RCP_CLI_OK;
}

static gboolean
find_dossier (RcpLibrary *library, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GListModel) dossiers = rcp_library_list_dossiers (library, 0, NULL, error);

  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (dossiers, i);

      *id = rcp_dossier_get_id (dossier);
      if (g_str_equal (rcp_dossier_get_name (dossier), name))
        return TRUE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no dossier “%s”."), name);
  return FALSE;
}

/* Follows a feed, a page or a folder from now on. */
int
rcp_cli_add_source (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->arguments[0]);
  g_autofree char *uri = g_file_get_uri (file);
  gboolean is_web = g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https");
  g_autoptr (RcpSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  guint interval_s = DEFAULT_INTERVAL_S;
  gint64 dossier_id = 0;

  if (library == NULL)
    return RCP_CLI_FAILED;
  if (options->every && !read_interval (options->every, &interval_s))
    return RCP_CLI_USAGE;
  if (options->dossier && !find_dossier (library, options->dossier, &dossier_id, &error))
    return rcp_cli_fail (options->dossier, error);
  if (!is_web && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      fprintf (stderr, _("“%s” is neither an address of the web nor a folder."), options->arguments[0]);
      fputc ('\n', stderr);
      return RCP_CLI_FAILED;
    }
  base = is_web ? NULL : g_file_get_basename (file);
  source = g_object_new (RCP_TYPE_SOURCE, "kind",
                         !is_web         ? RCP_SOURCE_FOLDER
                         : options->page ? RCP_SOURCE_PAGE
                                         : RCP_SOURCE_FEED,
                         "uri", is_web ? options->arguments[0] : uri, "title", base, "interval-s", interval_s,
                         "only-pinned", options->only_pinned, "dossier-id", dossier_id, NULL);
  if (!rcp_library_save_source (library, source, NULL, &error))
    return rcp_cli_fail (options->arguments[0], error);
  printf (options->json ? "{\"id\":%" G_GINT64_FORMAT "}\n" : "s%" G_GINT64_FORMAT "\n",
          rcp_library_get_last_id (library));
  return RCP_CLI_OK;
}

typedef struct
{
  gboolean is_terminal;
  guint n_told;
} Teller;

static void
tell_failures (Teller *teller, GListModel *failures)
{
  for (; teller->n_told < g_list_model_get_n_items (failures); teller->n_told++)
    {
      g_autoptr (RcpImportFailure) failure = g_list_model_get_item (failures, teller->n_told);

      if (teller->is_terminal)
        fprintf (stderr, "\r\033[K");
      fprintf (stderr, _("Failed %s: %s"), rcp_import_failure_get_name (failure), rcp_import_failure_get_reason (failure));
      fputc ('\n', stderr);
    }
}

static void
progress_cb (RcpUpdate *update, GParamSpec *pspec, Teller *teller)
{
  tell_failures (teller, rcp_update_get_failures (update));
  if (!teller->is_terminal)
    return;
  fprintf (stderr, "\r\033[K");
  if (rcp_update_get_phase (update) == RCP_UPDATE_ASKING)
    fprintf (stderr, _("Asking source %u of %u…"), rcp_update_get_n_done (update), rcp_update_get_n_sources (update));
  else
    fprintf (stderr, _("Reading article %u…"), rcp_update_get_n_read (update));
}

/* Asks sources what they have, and takes it in. */
int
rcp_cli_fetch (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GListModel) sources = NULL;
  g_autoptr (RcpUpdate) update = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = NULL;
  Teller teller = { isatty (STDERR_FILENO) && !options->json, 0 };

  if (library == NULL)
    return RCP_CLI_FAILED;
  sources = rcp_library_list_sources (library, 0, NULL, &error);
  if (sources == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; options->arguments != NULL && options->arguments[i] != NULL; i++)
    {
      g_autoptr (RcpSource) source = NULL;
      gint64 id;

      if (!read_id (options->arguments[i], &id))
        return RCP_CLI_USAGE;
      source = find_source (sources, id, options->arguments[i]);
      if (source == NULL)
        return RCP_CLI_FAILED;
      g_array_append_val (ids, id);
    }
  update = rcp_library_update (library, ids->len > 0 ? (const gint64 *) (gpointer) ids->data : NULL, ids->len);
  g_signal_connect (update, "notify", G_CALLBACK (progress_cb), &teller);
  rcp_update_wait (update, &error);
  g_signal_handlers_disconnect_by_data (update, &teller);
  tell_failures (&teller, rcp_update_get_failures (update));
  if (teller.is_terminal)
    fprintf (stderr, "\r\033[K");
  sum = rcp_update_dup_sum (update);
  if (options->json)
    printf ("{\"sources\":%u,\"failed\":%u,\"entries\":%u,\"added\":%u,\"updated\":%u,\"events\":%u}\n",
            rcp_update_get_n_sources (update), rcp_update_get_n_failed (update), rcp_update_get_n_entries (update),
            rcp_update_get_n_added (update), rcp_update_get_n_updated (update), rcp_update_get_n_events (update));
  else
    puts (sum);
  if (error != NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  return rcp_update_get_n_failed (update) > 0 ? RCP_CLI_FAILED : RCP_CLI_OK;
}
