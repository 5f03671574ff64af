#pragma once

#include "rcp-paged-list.h"

G_BEGIN_DECLS

RcpListItem *rcp_list_item_new            (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void         rcp_list_item_set            (RcpListItem *self, gpointer item, guint generation);
guint        rcp_list_item_get_generation (RcpListItem *self);
void         rcp_list_item_forget         (RcpListItem *self);

G_END_DECLS
