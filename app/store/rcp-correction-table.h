#pragma once

#include "rcp-correction.h"
#include "rcp-db.h"

G_BEGIN_DECLS

/**
 * RcpCorrectionRow:
 * @kind: what is decided
 * @article_id: the article it is anchored in; 0 for none
 * @start: where there
 * @end: one past its end
 * @subject: (nullable): key of what it is about
 * @value: (nullable): what the user says
 * @subject_name: (nullable): what its subject is called
 * @value_name: (nullable): what its value is called
 * @told: (nullable): which of the accounts there it means
 *
 * One row of a decision. Borrows.
 */
typedef struct
{
  RcpCorrectionKind kind;
  gint64 article_id;
  gint64 start;
  gint64 end;
  const char *subject;
  const char *value;
  const char *subject_name;
  const char *value_name;
  const char *told;
} RcpCorrectionRow;

gboolean    rcp_correction_table_add    (RcpDb *db, const RcpCorrectionRow *row, gint64 *first, GError **error);
gboolean    rcp_correction_table_move   (RcpDb *db, const GArray *ids, gboolean back, GError **error);
gboolean    rcp_correction_table_save   (RcpDb *db, RcpCorrection *correction, gint64 *id, GError **error);
gboolean    rcp_correction_table_delete (RcpDb *db, gint64 id, GError **error);
gboolean    rcp_correction_table_restore (RcpDb *db, gint64 id, GError **error);
gboolean    rcp_correction_table_purge  (RcpDb *db, GError **error);
RcpCorrection *rcp_correction_table_load (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_correction_table_list   (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_correction_table_list_log (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_correction_table_set_published (RcpDb *db, gint64 article_id, const RcpEdtf *date, RcpEdtf **old_date,
                                         GError **error);
gboolean    rcp_correction_table_apply  (RcpDb *db, GError **error);

G_END_DECLS
