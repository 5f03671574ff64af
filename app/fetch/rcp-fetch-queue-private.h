#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RcpFetchHost RcpFetchHost;

/**
 * RcpFetchTurn:
 * @host: (nullable): where it stands; %NULL outside of the queue
 * @link: its place among those who wait; holds who takes the turn
 * @is_active: it has its turn
 *
 * A place in the queue, inside of who waits. Nothing but zeros at first.
 */
typedef struct
{
  RcpFetchHost *host;
  GList link;
  gboolean is_active;
} RcpFetchTurn;

/**
 * RcpFetchQueue:
 * @hosts: name → #RcpFetchHost
 * @ready: hosts that have somebody waiting and room for him, in the order of their next turn
 * @max_active: turns at once
 * @max_host_active: turns at once of one host
 * @start: told that its turn has come
 *
 * Who may ask whom now. Each host has its turn after all others, however many wait for one of them. Of one thread.
 */
typedef struct
{
  GHashTable *hosts;
  GQueue ready;
  guint n_active;
  guint max_active;
  guint max_host_active;
  gboolean is_running;
  void (*start) (gpointer data);
} RcpFetchQueue;

void rcp_fetch_queue_init  (RcpFetchQueue *self, guint max_active, guint max_host_active, void (*start) (gpointer data));
void rcp_fetch_queue_clear (RcpFetchQueue *self);
void rcp_fetch_queue_join  (RcpFetchQueue *self, RcpFetchTurn *turn, const char *host, gboolean is_first, gpointer data);
void rcp_fetch_queue_leave (RcpFetchQueue *self, RcpFetchTurn *turn);

G_END_DECLS
