#pragma once

#include "rcp-library.h"

G_BEGIN_DECLS

/**
 * RcpUpdater:
 *
 * Asks the sources of a library when they are due, as long as it is there. Of the library's thread.
 */
typedef struct _RcpUpdater RcpUpdater;

RcpUpdater *rcp_updater_new  (RcpLibrary *library) G_GNUC_WARN_UNUSED_RESULT;
void        rcp_updater_free (RcpUpdater *self);
guint       rcp_updater_look (RcpUpdater *self, GListModel *sources, gint64 now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpUpdater, rcp_updater_free)

G_END_DECLS
