#include "config.h"

#include "rcp-cross-table-csv.h"

#include <string.h>

#include "rcp-enum-types.h"

/* RFC 4180: quoted where needed, quotes doubled, CRLF. A cell that a spreadsheet would take for a formula gets a
 * leading apostrophe. */
static void
append_cell (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  if (text[0] && strchr ("=+-@", text[0]))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static GString *
build (RcpCrossTable *self)
{
  GString *out = g_string_new (NULL);
  GListModel *outlets = rcp_cross_table_get_outlets (self), *rows = rcp_cross_table_get_rows (self);
  guint n_outlets = g_list_model_get_n_items (outlets);

  append_cell (out, "date", TRUE);
  append_cell (out, "event", FALSE);
  for (guint i = 0; i < n_outlets; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      append_cell (out, rcp_outlet_get_label (outlet), FALSE);
    }
  append_cell (out, "independent", FALSE);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      RcpEvent *event = rcp_cross_row_get_event (row);
      g_autofree char *independent = g_strdup_printf ("%u", rcp_event_get_n_independent (event));

      append_cell (out, rcp_event_get_date (event) ? rcp_edtf_get_string (rcp_event_get_date (event)) : "", TRUE);
      append_cell (out, rcp_event_get_title (event), FALSE);
      for (guint j = 0; j < n_outlets; j++)
        {
          const RcpCrossCell *cell = rcp_cross_row_get_cell (row, j);
          const char *state = rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state);
          g_autofree char *text = cell->words ? g_strdup_printf ("%s: %s", state, cell->words) : g_strdup (state);

          append_cell (out, text, FALSE);
        }
      append_cell (out, independent, FALSE);
      g_string_append (out, "\r\n");
    }
  return out;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GString *out = build (source);
  GError *error = NULL;

  if (g_file_replace_contents (task_data, out->str, out->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_string_free (out, TRUE);
}

/**
 * rcp_cross_table_save_csv_async:
 * @file: (transfer none): where to; replaced when it is there
 *
 * Writes the table as CSV (RFC 4180, UTF-8): dates as EDTF, states by their tokens.
 */
void
rcp_cross_table_save_csv_async (RcpCrossTable *self, GFile *file, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (RCP_IS_CROSS_TABLE (self));

  g_task_set_source_tag (task, rcp_cross_table_save_csv_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * rcp_cross_table_save_csv_finish:
 * @error: G_IO_ERROR
 */
gboolean
rcp_cross_table_save_csv_finish (RcpCrossTable *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
