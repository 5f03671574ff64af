#include "config.h"

#include "rcp-fetch-queue-private.h"

struct _RcpFetchHost
{
  char *name;
  GQueue waiting; /* links of RcpFetchTurn */
  guint n_active;
  GList ready_link;
  gboolean is_ready;
};

static void
host_free (gpointer data)
{
  RcpFetchHost *host = data;

  g_free (host->name);
  g_free (host);
}

static void
set_ready (RcpFetchQueue *self, RcpFetchHost *host)
{
  gboolean is_ready = host->waiting.length > 0 && host->n_active < self->max_host_active;

  if (is_ready == host->is_ready)
    return;
  host->is_ready = is_ready;
  if (is_ready)
    g_queue_push_tail_link (&self->ready, &host->ready_link);
  else
    g_queue_unlink (&self->ready, &host->ready_link);
}

/* Who starts may leave at once, or join; that is seen by the loop that runs already. */
static void
run (RcpFetchQueue *self)
{
  if (self->is_running)
    return;
  self->is_running = TRUE;
  while (self->n_active < self->max_active && self->ready.length > 0)
    {
      RcpFetchHost *host = self->ready.head->data;
      GList *link = g_queue_pop_head_link (&host->waiting);
      RcpFetchTurn *turn = (RcpFetchTurn *) ((char *) link - G_STRUCT_OFFSET (RcpFetchTurn, link));

      g_queue_unlink (&self->ready, &host->ready_link);
      host->is_ready = FALSE;
      host->n_active++;
      self->n_active++;
      turn->is_active = TRUE;
      set_ready (self, host);
      self->start (link->data);
    }
  self->is_running = FALSE;
}

/**
 * rcp_fetch_queue_init:
 * @start: is given the data of whose turn has come; it may call the queue
 */
void
rcp_fetch_queue_init (RcpFetchQueue *self, guint max_active, guint max_host_active, void (*start) (gpointer data))
{
  *self = (RcpFetchQueue){ .max_active = max_active, .max_host_active = max_host_active, .start = start };
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, host_free);
}

/** rcp_fetch_queue_clear: after all have left. */
void
rcp_fetch_queue_clear (RcpFetchQueue *self)
{
  g_clear_pointer (&self->hosts, g_hash_table_unref);
}

/**
 * rcp_fetch_queue_join:
 * @turn: in no queue
 * @host: whom it is about
 * @is_first: before all others of this host: somebody who was on his way already
 * @data: (transfer none): who waits
 *
 * Waits for a turn, which may be at once, within this call.
 */
void
rcp_fetch_queue_join (RcpFetchQueue *self, RcpFetchTurn *turn, const char *host, gboolean is_first, gpointer data)
{
  g_assert (turn->host == NULL);

  turn->host = g_hash_table_lookup (self->hosts, host);
  if (turn->host == NULL)
    {
      turn->host = g_new0 (RcpFetchHost, 1);
      turn->host->name = g_strdup (host);
      turn->host->ready_link.data = turn->host;
      g_hash_table_insert (self->hosts, turn->host->name, turn->host);
    }
  turn->link = (GList){ .data = data };
  if (is_first)
    g_queue_push_head_link (&turn->host->waiting, &turn->link);
  else
    g_queue_push_tail_link (&turn->host->waiting, &turn->link);
  set_ready (self, turn->host);
  run (self);
}

/**
 * rcp_fetch_queue_leave:
 * @turn: waiting, at its turn, or in no queue
 *
 * Gives the turn, or the place, to the next.
 */
void
rcp_fetch_queue_leave (RcpFetchQueue *self, RcpFetchTurn *turn)
{
  RcpFetchHost *host = g_steal_pointer (&turn->host);

  if (host == NULL)
    return;
  if (turn->is_active)
    {
      turn->is_active = FALSE;
      host->n_active--;
      self->n_active--;
    }
  else
    g_queue_unlink (&host->waiting, &turn->link);
  set_ready (self, host);
  if (host->waiting.length == 0 && host->n_active == 0)
    g_hash_table_remove (self->hosts, host->name);
  run (self);
}
