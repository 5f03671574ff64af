#include "config.h"

#include "rcp-cli-corrections.h"

#include "rcp-cli-text.h"
#include "rcp-date-words.h"
#include "rcp-enum-types.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What the commands that correct have in common: reading what they are given, and the log. */

/** rcp_cli_complain: says what is wrong with the arguments. */
int
rcp_cli_complain (const char *format, const char *what)
{
  fprintf (stderr, format, what);
  fputc ('\n', stderr);
  return RCP_CLI_USAGE;
}

/** rcp_cli_read_id: @text: (nullable): a row as it is printed, such as "e12". */
gboolean
rcp_cli_read_id (const char *text, char prefix, gint64 *id)
{
  return text != NULL && text[0] == prefix && g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT64, id, NULL);
}

/**
 * rcp_cli_read_grade:
 * @text: (nullable): what was given; NULL takes the grade back
 * @first: the best grade
 * @last: the worst
 * @complaint: a format for @text where it is none
 * @grade: (out): a number of its own for '1' to '6', the letter for 'A' to 'F', 0 for none
 *
 * Returns: #RCP_CLI_OK, or #RCP_CLI_USAGE after a complaint.
 */
int
rcp_cli_read_grade (const char *text, char first, char last, const char *complaint, int *grade)
{
  *grade = 0;
  if (text == NULL)
    return RCP_CLI_OK;
  if (text[0] < first || text[0] > last || text[1] != '\0')
    return rcp_cli_complain (complaint, text);
  *grade = first == '1' ? text[0] - '0' : text[0];
  return RCP_CLI_OK;
}

void
rcp_cli_correction_to_json (JsonBuilder *builder, RcpCorrection *correction)
{
  g_autofree char *id = g_strdup_printf ("c%" G_GINT64_FORMAT, rcp_correction_get_id (correction));
  g_autofree char *words = rcp_correction_describe (correction);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (rcp_correction_get_created_us (correction) / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format_iso8601 (made);

  json_builder_begin_object (builder);
  rcp_model_json_string (builder, "id", id);
  rcp_model_json_string (builder, "kind", rcp_enum_to_nick (RCP_TYPE_CORRECTION_KIND, rcp_correction_get_kind (correction)));
  rcp_model_json_string (builder, "subject", rcp_correction_get_subject_name (correction));
  rcp_model_json_string (builder, "value", rcp_correction_get_value_name (correction)
                                             ? rcp_correction_get_value_name (correction)
                                             : rcp_correction_get_value (correction));
  rcp_model_json_string (builder, "made", when);
  rcp_model_json_string (builder, "words", words);
  json_builder_end_object (builder);
}

void
rcp_cli_print_correction (RcpCorrection *correction, gboolean json)
{
  g_autofree char *id = g_strdup_printf ("c%" G_GINT64_FORMAT, rcp_correction_get_id (correction));
  g_autofree char *words = rcp_correction_describe (correction);
  g_autofree char *when = rcp_date_words_timestamp (rcp_correction_get_created_us (correction));

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      rcp_cli_correction_to_json (builder, correction);
      rcp_cli_print_json (builder);
      return;
    }
  rcp_cli_text_cell (id, 6);
  rcp_cli_text_cell (when, 20);
  rcp_cli_text_cell (words, 0);
}

int
rcp_cli_print_log (RcpLibrary *library, gboolean json, GError **error)
{
  g_autoptr (GListModel) log = rcp_library_list_corrections (library, 0, NULL, error);

  for (guint i = 0; log != NULL && i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (log, i);

      rcp_cli_print_correction (correction, json);
    }
  return log ? RCP_CLI_OK : RCP_CLI_FAILED;
}

/** rcp_cli_find_correction: (transfer full) (nullable): the correction of a number, or the newest for 0. */
RcpCorrection *
rcp_cli_find_correction (RcpLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GListModel) log = rcp_library_list_corrections (library, 0, NULL, error);

  for (guint i = 0; log != NULL && i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (log, i);

      if (id == 0 || rcp_correction_get_id (correction) == id)
        return g_steal_pointer (&correction);
    }
  return NULL;
}

int
rcp_cli_take_back (RcpLibrary *library, const RcpCliOptions *options, GError **error)
{
  g_autoptr (RcpCorrection) correction = NULL;
  gint64 id = 0;

  if (!rcp_cli_read_id (options->undo, 'c', &id))
    return rcp_cli_complain (_("“%s” names no correction: a correction is c1."), options->undo);
  correction = rcp_cli_find_correction (library, id, error);
  if (*error != NULL || !rcp_library_drop_correction (library, id, NULL, error))
    return RCP_CLI_FAILED;
  if (correction != NULL)
    {
      if (!options->json)
        puts (_("Taken back:"));
      rcp_cli_print_correction (correction, options->json);
    }
  return RCP_CLI_OK;
}
