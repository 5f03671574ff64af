#pragma once

#include "rcp-db.h"
#include "rcp-note.h"

G_BEGIN_DECLS

gboolean    rcp_note_table_save       (RcpDb *db, RcpNote *note, gint64 *id, GError **error);
gboolean    rcp_note_table_set_removed (RcpDb *db, gint64 id, gint64 removed_us, GError **error);
gboolean    rcp_note_table_purge      (RcpDb *db, gint64 removed_before_us, GError **error);
gboolean    rcp_note_table_move_anchors (RcpDb *db, gint64 article_id, GError **error);
gboolean    rcp_note_table_place      (RcpDb *db, GError **error);
GListModel *rcp_note_table_list       (RcpDb *db, gint64 dossier_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_note_table_list_of_article (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_note_table_list_of_actor (RcpDb *db, gint64 actor_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_note_table_list_of_event (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpNote    *rcp_note_table_load       (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
