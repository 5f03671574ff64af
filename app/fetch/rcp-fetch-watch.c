#include "config.h"

#include "rcp-fetch-watch-private.h"

/* The timers of the fetcher's thread have this long to come to their turn. A thread that unpacks 32 MB takes a tenth. */
#define GRACE_US (500 * G_GINT64_CONSTANT (1000))

/* Under the lock. */
static RcpFetchWatched *
find_overdue (RcpFetchWatch *self, gint64 now_us)
{
  RcpFetchWatched *found = NULL;

  for (GList *link = self->watched.head; link != NULL; link = link->next)
    {
      RcpFetchWatched *watched = link->data;

      if (watched->socket != NULL && !watched->is_shut && watched->due_us < now_us - GRACE_US
          && (found == NULL || watched->due_us < found->due_us))
        found = watched;
    }
  return found;
}

static gpointer
watch_thread (gpointer data)
{
  RcpFetchWatch *self = data;

  g_mutex_lock (&self->lock);
  while (!self->is_stopping)
    if (self->watched.length == 0)
      g_cond_wait (&self->changed, &self->lock);
    else if (!g_cond_wait_until (&self->changed, &self->lock, g_get_monotonic_time () + GRACE_US))
      {
        RcpFetchWatched *overdue = find_overdue (self, g_get_monotonic_time ());

        if (overdue != NULL)
          {
            overdue->is_shut = TRUE;
            g_socket_shutdown (overdue->socket, TRUE, TRUE, NULL);
          }
      }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/** rcp_fetch_watch_init: starts its thread, which sleeps while nothing is watched. */
void
rcp_fetch_watch_init (RcpFetchWatch *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->watched);
  self->is_stopping = FALSE;
  self->sockets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->thread = g_thread_new ("rcp-fetch-watch", watch_thread, self);
}

/** rcp_fetch_watch_clear: when nothing is watched any more. */
void
rcp_fetch_watch_clear (RcpFetchWatch *self)
{
  g_mutex_lock (&self->lock);
  self->is_stopping = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->sockets, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

/* Under the lock. */
static void
take_socket (RcpFetchWatched *watched, GSocket *socket)
{
  g_set_object (&watched->socket, socket);
  watched->is_shut = FALSE;
}

/** rcp_fetch_watch_add: from now on; due no matter when. */
void
rcp_fetch_watch_add (RcpFetchWatch *self, RcpFetchWatched *watched)
{
  g_mutex_lock (&self->lock);
  watched->link = (GList){ .data = watched };
  watched->due_us = G_MAXINT64;
  g_queue_push_tail_link (&self->watched, &watched->link);
  if (self->watched.length == 1)
    g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

/** rcp_fetch_watch_remove: any number of times. */
void
rcp_fetch_watch_remove (RcpFetchWatch *self, RcpFetchWatched *watched)
{
  g_mutex_lock (&self->lock);
  if (watched->link.data != NULL)
    g_queue_unlink (&self->watched, &watched->link);
  watched->link.data = NULL;
  take_socket (watched, NULL);
  g_mutex_unlock (&self->lock);
}

/** rcp_fetch_watch_set_due: at @due_us it must have come, or more of it, which is told here again. */
void
rcp_fetch_watch_set_due (RcpFetchWatch *self, RcpFetchWatched *watched, gint64 due_us)
{
  g_mutex_lock (&self->lock);
  watched->due_us = due_us;
  g_mutex_unlock (&self->lock);
}

/** rcp_fetch_watch_connected: @stream is a new connection, or what is built on it, for the message to come. */
void
rcp_fetch_watch_connected (RcpFetchWatch *self, RcpFetchWatched *watched, GIOStream *stream)
{
  if (!G_IS_SOCKET_CONNECTION (stream))
    return;
  g_mutex_lock (&self->lock);
  take_socket (watched, g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream)));
  g_mutex_unlock (&self->lock);
}

static gboolean
is_closed_cb (gpointer key, gpointer socket, gpointer user_data)
{
  return g_socket_is_closed (socket);
}

/**
 * rcp_fetch_watch_set_message:
 * @connection_id: what libsoup says of the message that is about to be sent
 *
 * Finds the connection that serves it, if it is not the one just made. On the fetcher's thread.
 */
void
rcp_fetch_watch_set_message (RcpFetchWatch *self, RcpFetchWatched *watched, guint64 connection_id)
{
  g_mutex_lock (&self->lock);
  if (watched->socket != NULL)
    {
      g_hash_table_foreach_remove (self->sockets, is_closed_cb, NULL);
      g_hash_table_replace (self->sockets, g_memdup2 (&connection_id, sizeof connection_id),
                            g_object_ref (watched->socket));
    }
  else
    take_socket (watched, g_hash_table_lookup (self->sockets, &connection_id));
  g_mutex_unlock (&self->lock);
}
