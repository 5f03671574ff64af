#pragma once

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_LOADER (rcp_timeline_loader_get_type ())

/**
 * RcpTimelineLoader:
 *
 * Reads from the library what a timeline shows, and again when the library or the dossier changes: one reading at a
 * time, and at most one a second while articles come in.
 *
 * Signals:
 * - #RcpTimelineLoader::loaded (GListModel events, GListModel pinned_actors, GListModel articles)
 * - #RcpTimelineLoader::failed (char *reason): for logs
 */
G_DECLARE_FINAL_TYPE (RcpTimelineLoader, rcp_timeline_loader, RCP, TIMELINE_LOADER, GObject)

RcpTimelineLoader *rcp_timeline_loader_new    (RcpLibrary *library, RcpTimelineState *state) G_GNUC_WARN_UNUSED_RESULT;
void               rcp_timeline_loader_reload (RcpTimelineLoader *self);
void               rcp_timeline_loader_stop   (RcpTimelineLoader *self);

G_END_DECLS
