#include "config.h"

#include "rcp-paged-list-private.h"

#include "rcp-list-diff.h"
#include "rcp-list-item-private.h"

/* Rows read at once: a little more than the tallest list shows. */
#define PAGE_SIZE 100

/* The query and its data: shared with the tasks that run, freed with the last of them. */
typedef struct
{
  const RcpPagedListQuery *query;
  gpointer data;
} Source;

struct _RcpPagedList
{
  GObject parent_instance;

  /* owned */
  Source *source;
  GMainContext *context;
  GSource *wanted_source;
  GCancellable *cancellable;
  GArray *ids;      /* gint64 */
  GPtrArray *items; /* RcpListItem, NULL where nobody has asked for the row */
  GHashTable *wanted; /* pages to read, by number */
  GError *error;

  /* plain */
  guint generation; /* counts the changes of the library */
  gboolean loading;
  gboolean ids_running;
  gboolean ids_again;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RcpPagedList, rcp_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a task of the list works on. It holds no reference to the list, so that a list nobody wants goes at once. */
typedef struct
{
  GWeakRef list;
  Source *source;
  GArray *ids;      /* of the rows to read */
  GPtrArray *items; /* that get them */
  guint generation;
} Job;

static void
source_clear (gpointer data)
{
  Source *source = data;

  source->query->free (source->data);
}

static void
source_release (Source *source)
{
  g_atomic_rc_box_release_full (source, source_clear);
}

static Job *
job_new (RcpPagedList *self)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->list, self);
  job->source = g_atomic_rc_box_acquire (self->source);
  job->generation = self->generation;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->list);
  source_release (job->source);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->items, g_ptr_array_unref);
  g_free (job);
}

static void
run_job (Job *job, GCancellable *cancellable, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, NULL);

  g_task_set_source_tag (task, run_job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
list_rows_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *rows = job->source->query->list_rows (job->source->data, (const gint64 *) (gpointer) job->ids->data,
                                                   job->ids->len, cancellable, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_rows_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (RcpPagedList) self = g_weak_ref_get (&job->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GHashTable) by_id = NULL;

  if (self == NULL)
    return;
  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("rows not read: %s", error->message);
      return;
    }
  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = job->source->query->get_id (rows->pdata[i]);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), rows->pdata[i]);
    }
  for (guint i = 0; i < job->items->len; i++)
    {
      RcpListItem *item = job->items->pdata[i];
      gint64 id = rcp_list_item_get_id (item);
      gpointer row = g_hash_table_lookup (by_id, &id);

      /* A row that is gone leaves the list when the library says what changed. */
      if (row != NULL)
        rcp_list_item_set (item, row, job->generation);
    }
}

static gboolean
is_current (RcpPagedList *self, RcpListItem *item)
{
  return rcp_list_item_get_generation (item) == self->generation;
}

static void
read_items (RcpPagedList *self, GPtrArray *items)
{
  for (guint start = 0; start < items->len; start += PAGE_SIZE)
    {
      Job *job = job_new (self);

      job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      job->items = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = start; i < MIN (items->len, start + PAGE_SIZE); i++)
        {
          gint64 id = rcp_list_item_get_id (items->pdata[i]);

          g_array_append_val (job->ids, id);
          g_ptr_array_add (job->items, g_object_ref (items->pdata[i]));
        }
      run_job (job, self->cancellable, list_rows_thread, list_rows_cb);
    }
}

static RcpListItem *
ensure_item (RcpPagedList *self, guint position)
{
  if (self->items->pdata[position] == NULL)
    self->items->pdata[position] = rcp_list_item_new (g_array_index (self->ids, gint64, position));
  return self->items->pdata[position];
}

/* All rows of the wanted pages that are not there, asked for while one frame is made, go together. */
static gboolean
read_wanted_cb (gpointer user_data)
{
  RcpPagedList *self = user_data;
  g_autoptr (GHashTable) wanted = g_steal_pointer (&self->wanted);
  GHashTableIter iter;
  gpointer key;

  g_clear_pointer (&self->wanted_source, g_source_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint first = GPOINTER_TO_UINT (key) * PAGE_SIZE;
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint i = first; i < MIN (self->ids->len, first + PAGE_SIZE); i++)
        if (!is_current (self, ensure_item (self, i)))
          g_ptr_array_add (items, self->items->pdata[i]);
      read_items (self, items);
    }
  return G_SOURCE_REMOVE;
}

static void
want (RcpPagedList *self, guint position)
{
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (position / PAGE_SIZE));
  if (self->wanted_source == NULL)
    {
      self->wanted_source = g_idle_source_new ();
      g_source_set_priority (self->wanted_source, G_PRIORITY_DEFAULT);
      g_source_set_callback (self->wanted_source, read_wanted_cb, self, NULL);
      g_source_attach (self->wanted_source, self->context);
    }
}

/* Items somebody holds are read again and keep what they show until then; the others just forget. */
static void
refresh_items (RcpPagedList *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      RcpListItem *item = self->items->pdata[i];

      if (item == NULL)
        continue;
      if (g_atomic_int_get (&G_OBJECT (item)->ref_count) > 1)
        {
          if (!is_current (self, item))
            g_ptr_array_add (shown, item);
        }
      else
        rcp_list_item_forget (item);
    }
  read_items (self, shown);
}

static void
replace_ids (RcpPagedList *self, GArray *ids)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GArray) changes = rcp_list_diff ((const gint64 *) (gpointer) self->ids->data, self->ids->len,
                                              (const gint64 *) (gpointer) ids->data, ids->len);

  /* A row that only moves keeps its item, wherever it is taken away first. */
  for (guint i = 0; changes->len > 0 && i < self->items->len; i++)
    if (self->items->pdata[i] != NULL)
      g_hash_table_insert (kept, g_memdup2 (&g_array_index (self->ids, gint64, i), sizeof (gint64)),
                           g_object_ref (self->items->pdata[i]));
  for (guint c = 0; c < changes->len; c++)
    {
      const RcpListChange *change = &g_array_index (changes, RcpListChange, c);

      if (change->n_removed > 0)
        {
          g_array_remove_range (self->ids, change->position, change->n_removed);
          g_ptr_array_remove_range (self->items, change->position, change->n_removed);
        }
      if (change->n_added > 0)
        {
          guint n_old = self->items->len;

          g_array_insert_vals (self->ids, change->position, &g_array_index (ids, gint64, change->position),
                               change->n_added);
          g_ptr_array_set_size (self->items, n_old + change->n_added);
          memmove (self->items->pdata + change->position + change->n_added, self->items->pdata + change->position,
                   (n_old - change->position) * sizeof (gpointer));
          memset (self->items->pdata + change->position, 0, change->n_added * sizeof (gpointer));
        }
      for (guint i = change->position; i < change->position + change->n_added; i++)
        {
          RcpListItem *item = g_hash_table_lookup (kept, &g_array_index (self->ids, gint64, i));

          self->items->pdata[i] = item ? g_object_ref (item) : NULL;
        }
      g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->n_removed, change->n_added);
    }
}

static void
list_ids_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GArray *ids = job->source->query->list_ids (job->source->data, cancellable, &error);

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void load_ids (RcpPagedList *self);

static void
list_ids_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (RcpPagedList) self = g_weak_ref_get (&job->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->ids_running = FALSE;
  if (self->error != NULL || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  if (ids != NULL)
    {
      replace_ids (self, ids);
      refresh_items (self);
    }
  if (self->loading)
    {
      self->loading = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  if (self->ids_again)
    load_ids (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
load_ids (RcpPagedList *self)
{
  self->ids_running = TRUE;
  self->ids_again = FALSE;
  self->generation++;
  run_job (job_new (self), self->cancellable, list_ids_thread, list_ids_cb);
}

static GType
get_item_type (GListModel *model)
{
  return RCP_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return RCP_PAGED_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RcpPagedList *self = RCP_PAGED_LIST (model);
  RcpListItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = ensure_item (self, position);
  if (rcp_list_item_get_item (item) == NULL)
    want (self, position);
  return g_object_ref (item);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
rcp_paged_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpPagedList *self = RCP_PAGED_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_paged_list_dispose (GObject *object)
{
  RcpPagedList *self = RCP_PAGED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  if (self->wanted_source != NULL)
    g_source_destroy (self->wanted_source);
  g_clear_pointer (&self->wanted_source, g_source_unref);
  g_ptr_array_set_size (self->items, 0);
  g_array_set_size (self->ids, 0);

  G_OBJECT_CLASS (rcp_paged_list_parent_class)->dispose (object);
}

static void
rcp_paged_list_finalize (GObject *object)
{
  RcpPagedList *self = RCP_PAGED_LIST (object);

  g_clear_pointer (&self->source, source_release);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (rcp_paged_list_parent_class)->finalize (object);
}

static void
rcp_paged_list_class_init (RcpPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rcp_paged_list_get_property;
  object_class->dispose = rcp_paged_list_dispose;
  object_class->finalize = rcp_paged_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
item_unref (gpointer item)
{
  g_clear_object (&item);
}

static void
rcp_paged_list_init (RcpPagedList *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_ptr_array_new_with_free_func (item_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->loading = TRUE;
}

/**
 * rcp_paged_list_new:
 * @query: where the rows come from; must outlive the list
 * @data: (transfer full): given to its functions
 *
 * Returns: (transfer full): a list that has begun to read its ids; it belongs to the calling thread and delivers in its
 *   default main context.
 */
RcpPagedList *
rcp_paged_list_new (const RcpPagedListQuery *query, gpointer data)
{
  RcpPagedList *self = g_object_new (RCP_TYPE_PAGED_LIST, NULL);

  self->source = g_atomic_rc_box_new0 (Source);
  self->source->query = query;
  self->source->data = data;
  load_ids (self);
  return self;
}

/** rcp_paged_list_reload: reads again what may have changed; rows that stay keep their RcpListItem. */
void
rcp_paged_list_reload (RcpPagedList *self)
{
  g_return_if_fail (RCP_IS_PAGED_LIST (self));

  if (self->ids_running)
    self->ids_again = TRUE;
  else
    load_ids (self);
}

gboolean
rcp_paged_list_get_loading (RcpPagedList *self)
{
  g_return_val_if_fail (RCP_IS_PAGED_LIST (self), FALSE);

  return self->loading;
}

/**
 * rcp_paged_list_get_error:
 *
 * Returns: (transfer none) (nullable): why the ids could not be read.
 */
const GError *
rcp_paged_list_get_error (RcpPagedList *self)
{
  g_return_val_if_fail (RCP_IS_PAGED_LIST (self), NULL);

  return self->error;
}

/**
 * rcp_paged_list_find_id:
 * @id: row of the store
 *
 * Returns: its position, or %G_MAXUINT where the list does not have it.
 */
guint
rcp_paged_list_find_id (RcpPagedList *self, gint64 id)
{
  g_return_val_if_fail (RCP_IS_PAGED_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}
