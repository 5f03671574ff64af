#pragma once

#include "rcp-library.h"

#include "rcp-analyser.h"
#include "rcp-cross-data.h"
#include "rcp-fetcher.h"
#include "rcp-integrator.h"
#include "rcp-store.h"

G_BEGIN_DECLS

/**
 * RcpLibraryArgs:
 * @store: the store to ask
 * @integrator: joins what a change makes to be read again
 * @id: a row
 * @dossier_id: the dossier that is looked at, or a second row
 * @number: a rank, a flag or a kind
 * @time_us: a moment, µs UTC
 * @text: (nullable): a name or the words of a search
 * @object: (nullable): a note
 * @date: (nullable): a date
 * @ids: (nullable): rows
 * @taken_back: (nullable): in an undo, what takes the change back
 * @label: (nullable): in an undo, the name of the change
 *
 * What a query or a change is about, in one shape, so that one helper can run them all on any thread. A boxed value that
 * owns everything.
 */
typedef struct _RcpLibraryArgs RcpLibraryArgs;

/**
 * RcpChangeResult:
 * @changes: what is different in the store
 * @new_id: the row that was made; 0 for none
 * @undo_label: (nullable): names the change for a person; NULL when it cannot be taken back
 * @undo: takes it back
 * @undo_args: (nullable): what that is about; its store and integrator are filled in by the library
 *
 * What a change leaves behind for the thread of the library.
 */
typedef struct _RcpChangeResult RcpChangeResult;

typedef gpointer (*RcpQueryFunc)  (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error);
typedef gboolean (*RcpChangeFunc) (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable,
                                   GError **error);

struct _RcpLibraryArgs
{
  RcpStore *store;
  RcpIntegrator *integrator;
  gint64 id;
  gint64 dossier_id;
  int number;
  gint64 time_us;
  char *text;
  GObject *object;
  RcpEdtf *date;
  GArray *ids;
  RcpChangeFunc taken_back;
  char *label;
};

struct _RcpChangeResult
{
  RcpLibraryChanges changes;
  gint64 new_id;
  const char *undo_label;
  RcpChangeFunc undo;
  RcpLibraryArgs *undo_args;
};

RcpLibraryArgs *rcp_library_args_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_library_args_free (RcpLibraryArgs *args);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpLibraryArgs, rcp_library_args_free)

/* rcp-library.c */
RcpLibrary     *rcp_library_new_opened     (char *path, RcpStore *store, RcpIntegrator *integrator, guint n_outdated)
  G_GNUC_WARN_UNUSED_RESULT;
RcpStore       *rcp_library_get_store      (RcpLibrary *self);
RcpIntegrator  *rcp_library_get_integrator (RcpLibrary *self);
RcpFetcher     *rcp_library_get_fetcher    (RcpLibrary *self);
GMainContext   *rcp_library_get_context    (RcpLibrary *self);
void            rcp_library_queue_changed  (RcpLibrary *self, RcpLibraryChanges changes);
void            rcp_library_import_ended   (RcpLibrary *self, RcpImport *import);
RcpImport      *rcp_library_import_entries (RcpLibrary *self) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_library_update_ended   (RcpLibrary *self, RcpUpdate *update);
void            rcp_library_apply_result   (RcpLibrary *self, RcpChangeResult *result);
gboolean        rcp_library_pop_undo       (RcpLibrary *self, char **label, RcpChangeFunc *undo,
                                            RcpLibraryArgs **args);
void            rcp_library_push_undo      (RcpLibrary *self, const char *label, RcpChangeFunc undo,
                                            RcpLibraryArgs *args);

/* rcp-library-call.c: @args is taken over by all of them. */
gpointer        rcp_library_query_now      (RcpLibrary *self, RcpQueryFunc func, RcpLibraryArgs *args,
                                            GCancellable *cancellable, GError **error);
void            rcp_library_query_later    (RcpLibrary *self, gpointer tag, RcpQueryFunc func, RcpLibraryArgs *args,
                                            GDestroyNotify free_result, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gpointer        rcp_library_query_end      (RcpLibrary *self, gpointer tag, GAsyncResult *result, GError **error);
gboolean        rcp_library_change_now     (RcpLibrary *self, RcpChangeFunc func, RcpLibraryArgs *args,
                                            GCancellable *cancellable, GError **error);
void            rcp_library_change_later   (RcpLibrary *self, gpointer tag, RcpChangeFunc func, RcpLibraryArgs *args,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean        rcp_library_change_end     (RcpLibrary *self, gpointer tag, GAsyncResult *result, GError **error);

#define RCP_UNPACK(...) __VA_ARGS__

/* The three public forms of a query: its parameters as declared, and how they are packed. */
#define RCP_DEFINE_LIBRARY_QUERY(name, type, params, packed)                                                           \
  type *rcp_library_##name (RcpLibrary *self, RCP_UNPACK params, GCancellable *cancellable, GError **error)            \
  {                                                                                                                    \
    g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);                                                                \
    return rcp_library_query_now (self, query_##name, packed, cancellable, error);                                     \
  }                                                                                                                    \
  void rcp_library_##name##_async (RcpLibrary *self, RCP_UNPACK params, GCancellable *cancellable,                     \
                                   GAsyncReadyCallback callback, gpointer user_data)                                   \
  {                                                                                                                    \
    g_return_if_fail (RCP_IS_LIBRARY (self));                                                                          \
    rcp_library_query_later (self, rcp_library_##name##_async, query_##name, packed, g_object_unref, cancellable,      \
                             callback, user_data);                                                                     \
  }                                                                                                                    \
  type *rcp_library_##name##_finish (RcpLibrary *self, GAsyncResult *result, GError **error)                           \
  {                                                                                                                    \
    return rcp_library_query_end (self, rcp_library_##name##_async, result, error);                                    \
  }

/* The three public forms of a change. */
#define RCP_DEFINE_LIBRARY_CHANGE(name, params, packed)                                                                                   \
  gboolean rcp_library_##name (RcpLibrary *self, RCP_UNPACK params, GCancellable *cancellable, GError **error)            \
  {                                                                                                                    \
    g_return_val_if_fail (RCP_IS_LIBRARY (self), FALSE);                                                               \
    return rcp_library_change_now (self, change_##name, packed, cancellable, error);                                   \
  }                                                                                                                    \
  void rcp_library_##name##_async (RcpLibrary *self, RCP_UNPACK params, GCancellable *cancellable,                        \
                                   GAsyncReadyCallback callback, gpointer user_data)                                   \
  {                                                                                                                    \
    g_return_if_fail (RCP_IS_LIBRARY (self));                                                                          \
    rcp_library_change_later (self, rcp_library_##name##_async, change_##name, packed, cancellable, callback,          \
                              user_data);                                                                              \
  }                                                                                                                    \
  gboolean rcp_library_##name##_finish (RcpLibrary *self, GAsyncResult *result, GError **error)                        \
  {                                                                                                                    \
    return rcp_library_change_end (self, rcp_library_##name##_async, result, error);                                   \
  }

/* rcp-library-changes.c: changes that others are made of. */
gboolean        rcp_library_change_published   (const RcpLibraryArgs *args, RcpChangeResult *result,
                                                GCancellable *cancellable, GError **error);
gboolean        rcp_library_change_outlet_name (const RcpLibraryArgs *args, RcpChangeResult *result,
                                                GCancellable *cancellable, GError **error);

/* rcp-library-corrections.c */
void            rcp_library_leave_correction (RcpChangeResult *result, const char *label, gint64 id,
                                              const GArray *dropped);

/* rcp-cross-builder.c */
RcpCrossTable  *rcp_cross_builder_build    (RcpStore *store, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpCrossRow    *rcp_cross_builder_build_row (const RcpCrossData *data, RcpEvent *event) G_GNUC_WARN_UNUSED_RESULT;

/* rcp-outlet-builder.c */
RcpOutletDetail *rcp_outlet_builder_build  (RcpStore *store, gint64 outlet_id, gint64 dossier_id,
                                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* rcp-event-words-builder.c */
RcpEventWords  *rcp_event_words_builder_build (RcpStore *store, gint64 event_id, gint64 dossier_id,
                                               GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
