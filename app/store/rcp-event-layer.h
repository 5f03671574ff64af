#pragma once

#include "rcp-db.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

/**
 * RcpEventAnchor:
 * @decision: the correction it is a row of
 * @kind: its kind
 * @subject: (nullable): the key of what it speaks of besides the account
 * @value: (nullable): what the user says
 * @account_id: the account that stands at present where it is anchored
 * @event_id: the event of that; 0 for none
 *
 * One row of a correction, and the account it means.
 */
typedef struct
{
  gint64 decision;
  RcpCorrectionKind kind;
  char *subject;
  char *value;
  gint64 account_id;
  gint64 event_id;
} RcpEventAnchor;

GPtrArray *rcp_event_layer_list_anchors (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint      rcp_event_layer_find_end     (const GPtrArray *anchors, guint start);
gint64     rcp_event_layer_find_event   (const GPtrArray *anchors, guint start, guint end);
GArray    *rcp_event_layer_list         (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray    *rcp_event_layer_list_ruled   (RcpDb *db, const gint64 *ids, guint n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   rcp_event_layer_lay          (RcpDb *db, GError **error);

G_END_DECLS
