#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpFetchWatched:
 * @link: its place among those that are watched
 * @socket: (nullable): what the answer comes through
 * @due_us: when it must have come, or more of it, monotonic; %G_MAXINT64 for no matter when
 * @is_shut: that was not so
 *
 * An answer that is waited for, inside of who waits. Nothing but zeros at first.
 */
typedef struct
{
  GList link;
  GSocket *socket;
  gint64 due_us;
  gboolean is_shut;
} RcpFetchWatched;

/**
 * RcpFetchWatch:
 * @sockets: connections by libsoup's number for them; of the fetcher's thread
 *
 * Stands behind the timers of the fetcher's thread. Libsoup and GLib read as long as there is something to read: a server
 * on a fast line that sends what unpacks to nothing, or one "100 Continue" after another, keeps them within one call, and
 * no timer of that thread comes to its turn. The watch has a thread of its own, which shuts the sockets of those that are
 * overdue, the longest overdue first and one after the other.
 */
typedef struct
{
  GThread *thread;
  GHashTable *sockets;
  GMutex lock;
  GCond changed;
  GQueue watched;
  gboolean is_stopping;
} RcpFetchWatch;

void rcp_fetch_watch_init        (RcpFetchWatch *self);
void rcp_fetch_watch_clear       (RcpFetchWatch *self);
void rcp_fetch_watch_add         (RcpFetchWatch *self, RcpFetchWatched *watched);
void rcp_fetch_watch_remove      (RcpFetchWatch *self, RcpFetchWatched *watched);
void rcp_fetch_watch_set_due     (RcpFetchWatch *self, RcpFetchWatched *watched, gint64 due_us);
void rcp_fetch_watch_connected   (RcpFetchWatch *self, RcpFetchWatched *watched, GIOStream *stream);
void rcp_fetch_watch_set_message (RcpFetchWatch *self, RcpFetchWatched *watched, guint64 connection_id);

G_END_DECLS
