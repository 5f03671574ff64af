#pragma once

#include <gio/gio.h>

#include "rcp-event.h"

G_BEGIN_DECLS

#define RCP_TYPE_NEWS (rcp_news_get_type ())

/**
 * RcpNews:
 *
 * What is new in a dossier since a moment: what nothing told before, then what was known and is told once more, then, apart
 * from these, what only repeats others. Immutable; may be handed to another thread once it is made.
 */
G_DECLARE_FINAL_TYPE (RcpNews, rcp_news, RCP, NEWS, GObject)

RcpNews    *rcp_news_new               (gint64 since_us) G_GNUC_WARN_UNUSED_RESULT;
void        rcp_news_take              (RcpNews *self, GListModel *events, GListModel *accounts, GListModel *edits,
                                        GListModel *discrepancies, GListModel *outcomes, GListModel *copies,
                                        GPtrArray *known);
gint64      rcp_news_get_since_us      (RcpNews *self);
GListModel *rcp_news_get_events        (RcpNews *self);
GListModel *rcp_news_get_accounts      (RcpNews *self);
GListModel *rcp_news_get_edits         (RcpNews *self);
GListModel *rcp_news_get_discrepancies (RcpNews *self);
GListModel *rcp_news_get_outcomes      (RcpNews *self);
GListModel *rcp_news_get_copies        (RcpNews *self);
RcpEvent   *rcp_news_find_event        (RcpNews *self, gint64 event_id);
guint       rcp_news_count             (RcpNews *self);

G_END_DECLS
