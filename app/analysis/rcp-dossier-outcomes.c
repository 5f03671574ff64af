#include "config.h"

#include "rcp-dossier-private.h"

#include <stdlib.h>

#include "rcp-event-affinity.h"

/* More accounts of one event tell no more of what was planned. */
#define MAX_ACCOUNTS 16

/* The accounts of one event as joining sees them. */
typedef struct
{
  GArray *accounts; /* of RcpJoinAccount */
  GPtrArray *actors; /* what they borrow */
} Told;

static void
told_clear (gpointer data)
{
  Told *told = data;

  g_array_unref (told->accounts);
  g_ptr_array_unref (told->actors);
}

static int
compare_ids (gconstpointer x, gconstpointer y)
{
  gint64 a = *(const gint64 *) x, b = *(const gint64 *) y;

  return (a > b) - (a < b);
}

static Told
list_told (const RcpDossierAnalysis *self, const RcpDossierEvent *event)
{
  Told told = { g_array_new (FALSE, TRUE, sizeof (RcpJoinAccount)), g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < MIN (event->accounts->len, MAX_ACCOUNTS); i++)
    {
      const RcpDossierAccount *at = &g_array_index (event->accounts, RcpDossierAccount, i);
      const RcpFindings *findings = self->findings->pdata[at->article];
      const RcpFoundAccount *found = findings->accounts->pdata[at->account];
      const GArray *ids = self->actor_ids->pdata[at->article];
      gint64 *actors = g_new (gint64, found->actors->len + 1);
      RcpJoinAccount account = { .id = i, .article = at->article, .position = found->sentence, .when = found->when,
                                 .action = found->action, .status = found->status, .actors = actors,
                                 .terms = (const guint32 *) (gpointer) found->terms->data, .n_terms = found->terms->len,
                                 .is_lead = found->is_lead };

      for (guint k = 0; k < found->actors->len; k++)
        {
          guint own = g_array_index (found->actors, guint, k);

          if (own < ids->len && g_array_index (ids, int, own) >= 0)
            actors[account.n_actors++] = g_array_index (ids, int, own);
        }
      qsort (actors, account.n_actors, sizeof *actors, compare_ids);
      g_ptr_array_add (told.actors, actors);
      g_array_append_val (told.accounts, account);
    }
  return told;
}

static double
weigh (const Told *plan, const Told *outcome)
{
  double best = 0;

  for (guint i = 0; i < plan->accounts->len; i++)
    for (guint k = 0; k < outcome->accounts->len; k++)
      best = MAX (best, rcp_event_affinity_outcome (&g_array_index (plan->accounts, RcpJoinAccount, i),
                                                    &g_array_index (outcome->accounts, RcpJoinAccount, k)));
  return best;
}

/**
 * rcp_dossier_find_outcomes:
 *
 * Links what was planned with what came of it: of the events that may be it the one for which most speaks, the earlier of
 * two.
 */
void
rcp_dossier_find_outcomes (RcpDossierAnalysis *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Told));

  g_array_set_clear_func (all, told_clear);
  for (guint i = 0; i < self->events->len; i++)
    {
      Told told = list_told (self, self->events->pdata[i]);

      g_array_append_val (all, told);
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      RcpDossierEvent *plan = self->events->pdata[i];
      double most = 0;
      guint best = 0;

      if (plan->status != RCP_STATUS_PLANNED)
        continue;
      for (guint k = 0; k < self->events->len; k++)
        {
          double affinity = k == i ? 0 : weigh (&g_array_index (all, Told, i), &g_array_index (all, Told, k));

          if (affinity > most)
            {
              most = affinity;
              best = k;
            }
        }
      if (most > 0)
        g_array_append_val (plan->outcomes, best);
    }
}
