#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RCP_TYPE_LIST_ITEM (rcp_list_item_get_type ())

/**
 * RcpListItem:
 *
 * One row of a list that pages from the store. A row shows a skeleton until its item has come.
 *
 * Properties:
 * - #RcpListItem:id: row of the store
 * - #RcpListItem:item: the RcpArticle, RcpActor…; NULL until it has been read (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpListItem, rcp_list_item, RCP, LIST_ITEM, GObject)

gint64   rcp_list_item_get_id   (RcpListItem *self);
gpointer rcp_list_item_get_item (RcpListItem *self);

#define RCP_TYPE_PAGED_LIST (rcp_paged_list_get_type ())

/**
 * RcpPagedList:
 *
 * A GListModel of RcpListItem that knows the ids of all its rows and reads the rows themselves page by page, when asked
 * for them, in the background. Reads again what changed when the library says so; a row that is still there keeps its
 * RcpListItem.
 *
 * Properties:
 * - #RcpPagedList:loading: whether the ids have not come yet
 * - #RcpPagedList:error: why they could not be read (GError) (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpPagedList, rcp_paged_list, RCP, PAGED_LIST, GObject)

gboolean      rcp_paged_list_get_loading (RcpPagedList *self);
const GError *rcp_paged_list_get_error   (RcpPagedList *self);
guint         rcp_paged_list_find_id     (RcpPagedList *self, gint64 id);

G_END_DECLS
