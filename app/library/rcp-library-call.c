#include "config.h"

#include "rcp-library-private.h"

/* Every query and every change of the library goes through here: on the calling thread, or the same on a worker. */

/** rcp_library_args_new: an empty value. */
RcpLibraryArgs *
rcp_library_args_new (void)
{
  return g_new0 (RcpLibraryArgs, 1);
}

/** rcp_library_args_free: frees the value and what it owns. */
void
rcp_library_args_free (RcpLibraryArgs *args)
{
  if (args == NULL)
    return;
  g_clear_object (&args->store);
  g_clear_pointer (&args->integrator, rcp_integrator_unref);
  g_clear_pointer (&args->text, g_free);
  g_clear_object (&args->object);
  g_clear_pointer (&args->date, rcp_edtf_unref);
  g_clear_pointer (&args->ids, g_array_unref);
  g_clear_pointer (&args->label, g_free);
  g_free (args);
}

static void
bind (RcpLibrary *self, RcpLibraryArgs *args)
{
  g_set_object (&args->store, rcp_library_get_store (self));
  if (args->integrator == NULL)
    args->integrator = rcp_integrator_ref (rcp_library_get_integrator (self));
}

typedef struct
{
  RcpQueryFunc query;
  RcpChangeFunc change;
  RcpLibraryArgs *args;
  GDestroyNotify free_result;
  RcpChangeResult result;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  rcp_library_args_free (call->args);
  rcp_library_args_free (call->result.undo_args);
  g_free (call);
}

/**
 * rcp_library_query_now:
 * @func: the query
 * @args: (transfer full): what it is about
 *
 * Returns: (transfer full): what @func returns.
 */
gpointer
rcp_library_query_now (RcpLibrary *self, RcpQueryFunc func, RcpLibraryArgs *args, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RcpLibraryArgs) owned = args;

  bind (self, owned);
  return func (owned, cancellable, error);
}

static void
query_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Call *call = task_data;
  GError *error = NULL;
  gpointer result = call->query (call->args, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, call->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * rcp_library_query_later:
 * @tag: tells this query from others
 * @func: the query
 * @args: (transfer full): what it is about
 * @free_result: frees what @func returns, should nobody want it
 */
void
rcp_library_query_later (RcpLibrary *self, gpointer tag, RcpQueryFunc func, RcpLibraryArgs *args,
                         GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  bind (self, args);
  call->query = func;
  call->args = args;
  call->free_result = free_result;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, call_free);
  g_task_run_in_thread (task, query_thread);
}

/** rcp_library_query_end: the result of rcp_library_query_later() with the same tag. */
gpointer
rcp_library_query_end (RcpLibrary *self, gpointer tag, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == tag, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* An undo that failed, on a full disk say, can be tried again. */
static void
give_back (RcpLibrary *self, RcpLibraryArgs *args)
{
  g_autofree char *label = g_steal_pointer (&args->label);

  if (args->taken_back != NULL)
    rcp_library_push_undo (self, label, args->taken_back, args);
  else
    rcp_library_args_free (args);
}

/**
 * rcp_library_change_now:
 * @func: the change
 * @args: (transfer full): what it is about
 *
 * Makes the change on the calling thread, which must be that of the library.
 */
gboolean
rcp_library_change_now (RcpLibrary *self, RcpChangeFunc func, RcpLibraryArgs *args, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RcpLibraryArgs) owned = args;
  RcpChangeResult result = { 0 };

  bind (self, owned);
  if (!func (owned, &result, cancellable, error))
    {
      rcp_library_args_free (result.undo_args);
      give_back (self, g_steal_pointer (&owned));
      return FALSE;
    }
  rcp_library_apply_result (self, &result);
  return TRUE;
}

static void
change_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Call *call = task_data;
  GError *error = NULL;

  if (call->change (call->args, &call->result, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a change leaves behind is applied before its caller hears of it, whether or not the caller still listens. */
static void
change_thread_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RcpLibrary *self = RCP_LIBRARY (source_object);
  Call *call = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      rcp_library_apply_result (self, &call->result);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      give_back (self, g_steal_pointer (&call->args));
      g_task_return_error (task, error);
    }
}

/** rcp_library_change_later: as rcp_library_change_now(), on a worker. */
void
rcp_library_change_later (RcpLibrary *self, gpointer tag, RcpChangeFunc func, RcpLibraryArgs *args,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (self, cancellable, change_thread_cb, outer);
  Call *call = g_new0 (Call, 1);

  bind (self, args);
  call->change = func;
  call->args = args;
  g_task_set_source_tag (outer, tag);
  /* A change that was made is told as made, even when it was cancelled too late. */
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, call, call_free);
  g_task_run_in_thread (inner, change_thread);
}

/** rcp_library_change_end: the result of rcp_library_change_later() with the same tag. */
gboolean
rcp_library_change_end (RcpLibrary *self, gpointer tag, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == tag, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
