#include "config.h"

#include "rcp-library-private.h"

#include "rcp-event-affinity.h"

#include <stdlib.h>

/* Why the accounts of an event are one event. */

/* Of an event of more accounts, only these are compared. */
#define MAX_ACCOUNTS 200

/* An account, as the engine weighs it. */
typedef struct
{
  const RcpStoredAccount *stored;
  const char *outlet; /* (nullable) */
  RcpJoinAccount join;
  gint64 *actors;     /* sorted, each once; owned */
} Compared;

static void
compared_clear (gpointer data)
{
  g_free (((Compared *) data)->actors);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static guint
count_common_ids (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < a->n_actors && j < b->n_actors)
    if (a->actors[i] < b->actors[j])
      i++;
    else if (a->actors[i] > b->actors[j])
      j++;
    else
      {
        n++;
        i++;
        j++;
      }
  return n;
}

static guint
count_common_terms (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < a->n_terms && j < b->n_terms)
    if (a->terms[i] < b->terms[j])
      i++;
    else if (a->terms[i] > b->terms[j])
      j++;
    else
      {
        n++;
        i++;
        j++;
      }
  return n;
}

static void
fill (Compared *self, const RcpStoredAccount *stored, const char *outlet)
{
  guint n = stored->actor_ids->len;

  self->stored = stored;
  self->outlet = outlet;
  self->actors = g_new (gint64, n + 1);
  memcpy (self->actors, stored->actor_ids->data, n * sizeof (gint64));
  qsort (self->actors, n, sizeof (gint64), compare_ids);
  for (guint i = 0; i < n; i++)
    if (self->join.n_actors == 0 || self->actors[self->join.n_actors - 1] != self->actors[i])
      self->actors[self->join.n_actors++] = self->actors[i];
  self->join.id = stored->id;
  self->join.article = stored->article_id;
  self->join.position = stored->found->sentence;
  self->join.when = stored->found->when;
  self->join.action = stored->found->action;
  self->join.status = stored->found->status;
  self->join.actors = self->actors;
  self->join.terms = (const guint32 *) (gpointer) stored->found->terms->data;
  self->join.n_terms = stored->found->terms->len;
  self->join.is_lead = stored->found->is_lead;
  self->join.place = stored->found->place_key;
}

static const char *
find_outlet (GListModel *shown, gint64 account_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (shown, i);

      if (rcp_account_get_id (account) == account_id)
        return rcp_account_get_outlet (account);
    }
  return NULL;
}

static RcpJoinReason *
explain (const Compared *a, const Compared *b, gboolean by_user)
{
  RcpEdtf *x = a->stored->found->when, *y = b->stored->found->when;

  return g_object_new (RCP_TYPE_JOIN_REASON, "account-id", a->stored->id, "other-id", b->stored->id, "outlet", a->outlet,
                       "other-outlet", b->outlet, "same-date", x != NULL && y != NULL && rcp_edtf_overlaps (x, y), "n-actors",
                       count_common_ids (&a->join, &b->join), "same-action",
                       a->join.action == b->join.action && a->join.action != RCP_ACTION_OTHER, "n-words",
                       count_common_terms (&a->join, &b->join), "same-article", a->join.article == b->join.article,
                       "by-user", by_user, NULL);
}

/* Accounts of the event that the user has joined. */
static GHashTable *
list_joined (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) log = rcp_store_list_correction_log (args->store, args->id, cancellable, error);
  g_autoptr (GHashTable) joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (log == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (log, i);
      gint64 id = rcp_correction_get_id (correction);
      g_autoptr (GArray) accounts = NULL;

      if (rcp_correction_get_kind (correction) != RCP_CORRECTION_JOIN)
        continue;
      accounts = rcp_store_list_ruled_accounts (args->store, &id, 1, cancellable, error);
      if (accounts == NULL)
        return NULL;
      for (guint j = 0; j < accounts->len; j++)
        g_hash_table_add (joined, g_memdup2 (&g_array_index (accounts, gint64, j), sizeof (gint64)));
    }
  return g_steal_pointer (&joined);
}

static gpointer
query_explain_join (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) stored = rcp_store_list_accounts_of_events (args->store, &args->id, 1, cancellable, error);
  g_autoptr (GListModel) shown = stored ? rcp_store_list_event_accounts (args->store, args->id, 0, cancellable, error) : NULL;
  g_autoptr (GHashTable) joined = shown ? list_joined (args, cancellable, error) : NULL;
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_JOIN_REASON);
  g_autoptr (GArray) accounts = g_array_new (FALSE, TRUE, sizeof (Compared));

  if (joined == NULL)
    return NULL;
  g_array_set_clear_func (accounts, compared_clear);
  g_array_set_size (accounts, MIN (stored->len, MAX_ACCOUNTS));
  for (guint i = 0; i < accounts->len; i++)
    fill (&g_array_index (accounts, Compared, i), stored->pdata[i],
          find_outlet (shown, ((RcpStoredAccount *) stored->pdata[i])->id));
  for (guint i = 0; i < accounts->len; i++)
    {
      const Compared *a = &g_array_index (accounts, Compared, i), *best = NULL;
      double most = -G_MAXDOUBLE;
      g_autoptr (RcpJoinReason) reason = NULL;

      for (guint j = 0; j < accounts->len; j++)
        {
          const Compared *b = &g_array_index (accounts, Compared, j);
          double affinity = i == j ? 0 : rcp_event_affinity (&a->join, &b->join);

          if (i != j && affinity > most)
            {
              most = affinity;
              best = b;
            }
        }
      if (best == NULL)
        continue;
      reason = explain (a, best, most < RCP_EVENT_AFFINITY_THRESHOLD && g_hash_table_contains (joined, &a->stored->id)
                                   && g_hash_table_contains (joined, &best->stored->id));
      g_list_store_append (list, reason);
    }
  return g_steal_pointer (&list);
}

static RcpLibraryArgs *
pack (gint64 event_id)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = event_id;
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (explain_join, GListModel, (gint64 event_id), pack (event_id))
