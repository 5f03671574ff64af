#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-fetch-queue-private.h"

/* Whose turn it is: a row lets many join, one letter each for its host, and then gives turns until nobody waits. */

typedef struct
{
  char host[2];
  RcpFetchTurn turn;
} Waiter;

static GString *order; /* hosts, as their turns came */
static GPtrArray *active;
static RcpFetchQueue *leaving; /* if those whose turn comes leave at once */

static void
start_cb (gpointer data)
{
  Waiter *waiter = data;

  g_assert_true (waiter->turn.is_active);
  g_string_append (order, waiter->host);
  if (leaving != NULL)
    rcp_fetch_queue_leave (leaving, &waiter->turn);
  else
    g_ptr_array_add (active, waiter);
}

static const struct
{
  const char *name;
  guint max_active;
  guint max_host_active;
  const char *joining;
  const char *order;
} rows[] = {
  { "one-host", 8, 2, "aaaaa", "aaaaa" },
  { "two-a-host", 8, 2, "aaab", "aaba" },
  { "each-host-in-turn", 1, 1, "aaaabbc", "abcabaa" },
  { "all-full", 3, 2, "aaaabbbbc", "aabbcabab" },
};

static void
set_up (RcpFetchQueue *queue, guint max_active, guint max_host_active)
{
  order = g_string_new (NULL);
  active = g_ptr_array_new ();
  leaving = NULL;
  rcp_fetch_queue_init (queue, max_active, max_host_active, start_cb);
}

static void
tear_down (RcpFetchQueue *queue)
{
  g_assert_cmpuint (queue->n_active, ==, 0);
  g_assert_cmpuint (g_hash_table_size (queue->hosts), ==, 0);
  g_assert_cmpuint (queue->ready.length, ==, 0);
  rcp_fetch_queue_clear (queue);
  g_string_free (order, TRUE);
  g_ptr_array_unref (active);
}

static guint
count_active (char host)
{
  guint n = 0;

  for (guint i = 0; i < active->len; i++)
    n += ((Waiter *) g_ptr_array_index (active, i))->host[0] == host;
  return n;
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  gsize n = strlen (rows[row].joining);
  g_autofree Waiter *waiters = g_new0 (Waiter, n);
  RcpFetchQueue queue;

  set_up (&queue, rows[row].max_active, rows[row].max_host_active);
  for (gsize i = 0; i < n; i++)
    {
      waiters[i].host[0] = rows[row].joining[i];
      rcp_fetch_queue_join (&queue, &waiters[i].turn, waiters[i].host, FALSE, &waiters[i]);
    }
  while (active->len > 0)
    {
      Waiter *first = g_ptr_array_index (active, 0);

      g_assert_cmpuint (active->len, <=, rows[row].max_active);
      for (char host = 'a'; host <= 'c'; host++)
        g_assert_cmpuint (count_active (host), <=, rows[row].max_host_active);
      g_ptr_array_remove_index (active, 0);
      rcp_fetch_queue_leave (&queue, &first->turn);
    }
  g_assert_cmpstr (order->str, ==, rows[row].order);
  tear_down (&queue);
}

/* Who leaves while waiting is passed over, and who was on his way already is the next. */
static void
test_leaving_and_first (void)
{
  RcpFetchQueue queue;
  Waiter waiters[4] = { { "a" }, { "a" }, { "a" }, { "a" } };

  set_up (&queue, 1, 1);
  for (guint i = 0; i < 3; i++)
    rcp_fetch_queue_join (&queue, &waiters[i].turn, "a", FALSE, &waiters[i]);
  rcp_fetch_queue_join (&queue, &waiters[3].turn, "a", TRUE, &waiters[3]);
  rcp_fetch_queue_leave (&queue, &waiters[1].turn);
  rcp_fetch_queue_leave (&queue, &waiters[0].turn);
  g_assert_true (waiters[3].turn.is_active);
  rcp_fetch_queue_leave (&queue, &waiters[3].turn);
  g_assert_true (waiters[2].turn.is_active);
  rcp_fetch_queue_leave (&queue, &waiters[2].turn);
  rcp_fetch_queue_leave (&queue, &waiters[2].turn);
  g_assert_cmpstr (order->str, ==, "aaa");
  tear_down (&queue);
}

/* A hundred thousand who leave as soon as their turn comes are no deep recursion. */
static void
test_many (void)
{
  const guint n = 100000;
  g_autofree Waiter *waiters = g_new0 (Waiter, n + 1);
  RcpFetchQueue queue;

  set_up (&queue, 1, 1);
  for (guint i = 0; i <= n; i++)
    {
      waiters[i].host[0] = 'a';
      rcp_fetch_queue_join (&queue, &waiters[i].turn, "a", FALSE, &waiters[i]);
    }
  leaving = &queue;
  rcp_fetch_queue_leave (&queue, &waiters[0].turn);
  g_assert_cmpuint (order->len, ==, n + 1);
  tear_down (&queue);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-queue/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/fetch-queue/leaving-and-first", test_leaving_and_first);
  g_test_add_func ("/fetch-queue/many", test_many);
  return g_test_run ();
}
