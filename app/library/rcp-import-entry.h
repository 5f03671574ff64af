#pragma once

#include "rcp-import-item.h"

G_BEGIN_DECLS

gboolean     rcp_import_entry_load       (RcpImportItem *item, RcpStore *store, RcpFetcher *fetcher,
                                          GCancellable *cancellable);
RcpDocument *rcp_import_entry_read       (RcpImportItem *item, const char *base) G_GNUC_WARN_UNUSED_RESULT;
gboolean     rcp_import_entry_is_wanted  (const RcpImportItem *item, const RcpIncoming *incoming,
                                          const GPtrArray *pinned_names);
void         rcp_import_entry_settle     (const RcpImportItem *item, RcpStore *store);
GPtrArray   *rcp_import_entry_list_pinned (RcpStore *store, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
