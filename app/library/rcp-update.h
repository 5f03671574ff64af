#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpUpdatePhase:
 * @RCP_UPDATE_ASKING: sources are asked what they have
 * @RCP_UPDATE_READING: what they brought is read
 * @RCP_UPDATE_ENDED: it has ended
 */
typedef enum
{
  RCP_UPDATE_ASKING,
  RCP_UPDATE_READING,
  RCP_UPDATE_ENDED,
} RcpUpdatePhase;

#define RCP_TYPE_UPDATE (rcp_update_get_type ())

/**
 * RcpUpdate:
 *
 * Sources on their way to articles: asked, what they say kept, then read, joined with what is there, saved. Notifies on the
 * library's thread, coalesced. What has been kept stays when it is cancelled, and is read by the next update. A source that
 * fails never stops the others.
 *
 * Properties:
 * - #RcpUpdate:n-sources: sources to ask
 * - #RcpUpdate:n-done: those that were asked
 * - #RcpUpdate:n-failed: those of them that brought nothing because something was wrong
 * - #RcpUpdate:n-entries: new and changed entries
 * - #RcpUpdate:n-read: entries read, of those that waited
 * - #RcpUpdate:n-added: articles added
 * - #RcpUpdate:n-updated: articles of which a later version came
 * - #RcpUpdate:n-events: events the library has more than before
 * - #RcpUpdate:phase: an #RcpUpdatePhase
 * - #RcpUpdate:finished: whether it has ended
 *
 * Signals:
 * - #RcpUpdate::finished: after the last property change
 */
G_DECLARE_FINAL_TYPE (RcpUpdate, rcp_update, RCP, UPDATE, GObject)

guint          rcp_update_get_n_sources (RcpUpdate *self);
guint          rcp_update_get_n_done    (RcpUpdate *self);
guint          rcp_update_get_n_failed  (RcpUpdate *self);
guint          rcp_update_get_n_entries (RcpUpdate *self);
guint          rcp_update_get_n_read    (RcpUpdate *self);
guint          rcp_update_get_n_added   (RcpUpdate *self);
guint          rcp_update_get_n_updated (RcpUpdate *self);
guint          rcp_update_get_n_events  (RcpUpdate *self);
RcpUpdatePhase rcp_update_get_phase     (RcpUpdate *self);
gboolean       rcp_update_get_finished  (RcpUpdate *self);
const GError  *rcp_update_get_error     (RcpUpdate *self);
GListModel    *rcp_update_get_failures  (RcpUpdate *self);
char          *rcp_update_dup_sum       (RcpUpdate *self) G_GNUC_WARN_UNUSED_RESULT;
void           rcp_update_cancel        (RcpUpdate *self);
gboolean       rcp_update_wait          (RcpUpdate *self, GError **error);

G_END_DECLS
