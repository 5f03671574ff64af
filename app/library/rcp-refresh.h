#pragma once

#include "rcp-fetcher.h"
#include "rcp-schedule.h"
#include "rcp-source.h"
#include "rcp-store.h"

G_BEGIN_DECLS

/**
 * RcpRefreshProgress:
 * @n_sources: sources to ask
 * @n_done: those that were asked
 * @n_failed: those of them that brought nothing because something was wrong
 * @n_entries: new and changed entries
 *
 * How far it is. A plain value.
 */
typedef struct
{
  guint n_sources;
  guint n_done;
  guint n_failed;
  guint n_entries;
} RcpRefreshProgress;

/**
 * RcpRefresh:
 *
 * Asks sources what they have, and keeps it; makes no articles.
 */
typedef struct _RcpRefresh RcpRefresh;

RcpRefresh *rcp_refresh_new           (RcpStore *store, RcpFetcher *fetcher, const gint64 *ids, gsize n)
  G_GNUC_WARN_UNUSED_RESULT;
void        rcp_refresh_free          (RcpRefresh *self);
gboolean    rcp_refresh_run           (RcpRefresh *self, GCancellable *cancellable, GError **error);
void        rcp_refresh_get_progress  (RcpRefresh *self, RcpRefreshProgress *progress);
GPtrArray  *rcp_refresh_take_failures (RcpRefresh *self) G_GNUC_WARN_UNUSED_RESULT;

void        rcp_refresh_get_schedule  (RcpSource *source, RcpSchedule *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpRefresh, rcp_refresh_free)

G_END_DECLS
