#include "config.h"

#include "rcp-cross-table-export.h"

#include "rcp-cross-table-csv.h"
#include "rcp-cross-table-html.h"

#include <string.h>

/**
 * rcp_cross_table_export:
 *
 * Returns: (transfer full): the table in that format.
 */
char *
rcp_cross_table_export (RcpCrossTable *self, RcpCrossFormat format)
{
  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), NULL);

  return format == RCP_CROSS_FORMAT_HTML ? rcp_cross_table_to_html (self) : rcp_cross_table_to_csv (self);
}

typedef struct
{
  GFile *file;
  RcpCrossFormat format;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_object_unref (target->file);
  g_free (target);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Target *target = task_data;
  g_autofree char *out = rcp_cross_table_export (source, target->format);
  GError *error = NULL;

  if (g_file_replace_contents (target->file, out, strlen (out), NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * rcp_cross_table_save_async:
 * @file: (transfer none): where to; replaced when it is there
 *
 * Writes the table.
 */
void
rcp_cross_table_save_async (RcpCrossTable *self, GFile *file, RcpCrossFormat format, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Target *target;

  g_return_if_fail (RCP_IS_CROSS_TABLE (self));

  target = g_new (Target, 1);
  target->file = g_object_ref (file);
  target->format = format;
  g_task_set_source_tag (task, rcp_cross_table_save_async);
  g_task_set_task_data (task, target, target_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * rcp_cross_table_save_finish:
 * @error: G_IO_ERROR
 */
gboolean
rcp_cross_table_save_finish (RcpCrossTable *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
