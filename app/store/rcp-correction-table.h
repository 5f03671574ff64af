#pragma once

#include "rcp-correction.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean    rcp_correction_table_save   (RcpDb *db, RcpCorrection *correction, gint64 *id, GError **error);
gboolean    rcp_correction_table_delete (RcpDb *db, gint64 id, GError **error);
gboolean    rcp_correction_table_restore (RcpDb *db, gint64 id, GError **error);
gboolean    rcp_correction_table_purge  (RcpDb *db, GError **error);
RcpCorrection *rcp_correction_table_load (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_correction_table_list   (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_correction_table_list_log (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_correction_table_set_event_date (RcpDb *db, gint64 event_id, const RcpEdtf *date, RcpEdtf **old_date,
                                         GError **error);
gboolean    rcp_correction_table_set_published (RcpDb *db, gint64 article_id, const RcpEdtf *date, RcpEdtf **old_date,
                                         GError **error);
gboolean    rcp_correction_table_settle (RcpDb *db, gint64 discrepancy_id, gboolean settled, GError **error);
gboolean    rcp_correction_table_apply  (RcpDb *db, GError **error);

G_END_DECLS
