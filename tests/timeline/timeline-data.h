#pragma once

#include "rcp-event.h"

/* Events to lay out. @date as EDTF or NULL; @actors a list that ends with 0. */
static inline RcpEvent *
make_event (gint64 id, const char *title, const char *date, RcpAction action, const gint64 *actors)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEdtf) edtf = date ? rcp_edtf_parse (date, &error) : NULL;
  g_autoptr (GBytes) ids = NULL;
  gsize n = 0;

  g_assert_no_error (error);
  while (actors != NULL && actors[n] != 0)
    n++;
  ids = g_bytes_new (actors, n * sizeof *actors);
  return g_object_new (RCP_TYPE_EVENT, "id", id, "title", title, "date", edtf, "action", action, "n-outlets", 1 + (guint) id % 4,
                       "n-independent", 1, "actor-ids", ids, NULL);
}

/* @n events over @days days from 1 January 2000, of actors 1 to 5; one in five an interval, one in forty open. */
static inline GListModel *
make_random_events (guint32 seed, guint n, guint days)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GListStore *events = g_list_store_new (RCP_TYPE_EVENT);
  gint32 start = rcp_day_from_ymd (2000, 1, 1);

  for (guint i = 0; i < n; i++)
    {
      gint32 day = start + g_rand_int_range (rand, 0, (gint32) days);
      gint64 actors[4] = { 0 };
      int kind = g_rand_int_range (rand, 0, 40), n_actors = g_rand_int_range (rand, 0, 4);
      g_autoptr (RcpEdtf) date = NULL;
      g_autoptr (GBytes) ids = NULL;
      g_autoptr (RcpEvent) event = NULL;

      date = kind == 0  ? rcp_edtf_new_interval (RCP_DAY_OPEN_START, day, RCP_EDTF_EXACT)
             : kind < 8 ? rcp_edtf_new_interval (day, day + g_rand_int_range (rand, 1, 60), RCP_EDTF_APPROXIMATE)
                        : rcp_edtf_new_day (day);
      for (int a = 0; a < n_actors; a++)
        actors[a] = g_rand_int_range (rand, 1, 6);
      ids = g_bytes_new (actors, (gsize) n_actors * sizeof *actors);
      event = g_object_new (RCP_TYPE_EVENT, "id", (gint64) i + 1, "title", "An event", "date", date, "action",
                            g_rand_int_range (rand, 0, RCP_ACTION_ASSAULT + 1), "actor-ids", ids, NULL);
      g_list_store_append (events, event);
    }
  return G_LIST_MODEL (events);
}
