#pragma once

#include "rcp-paged-list.h"

G_BEGIN_DECLS

/**
 * RcpPagedListQuery:
 * @list_ids: (element-type gint64): every row's id, in order; NULL with an error
 * @list_rows: (element-type GObject): the objects of some rows, in any order, those that are gone left out
 * @get_id: the row that an object of @list_rows stands for
 * @free: frees the data
 *
 * Where a list reads from. @list_ids and @list_rows run on worker threads, several at a time, and get the data given to
 * rcp_paged_list_new().
 */
typedef struct
{
  GArray *(*list_ids) (gpointer data, GCancellable *cancellable, GError **error);
  GPtrArray *(*list_rows) (gpointer data, const gint64 *ids, guint n_ids, GCancellable *cancellable, GError **error);
  gint64 (*get_id) (gpointer row);
  void (*free) (gpointer data);
} RcpPagedListQuery;

RcpPagedList *rcp_paged_list_new    (const RcpPagedListQuery *query, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void          rcp_paged_list_reload (RcpPagedList *self);

G_END_DECLS
