#include "config.h"

#include "rcp-event-joiner.h"

#include <stdlib.h>

/* Joining of accounts some of which have the wording of others. */

typedef struct
{
  guint lead;
  RcpJoinPlace place;
} Placed;

static int
compare_placed (gconstpointer x, gconstpointer y)
{
  const Placed *a = x, *b = y;

  if (a->lead != b->lead)
    return a->lead < b->lead ? -1 : 1;
  if (a->place.article != b->place.article)
    return a->place.article < b->place.article ? -1 : 1;
  return (a->place.position > b->place.position) - (a->place.position < b->place.position);
}

/**
 * rcp_event_joiner_join_wordings:
 * @accounts: (array length=n_accounts): as for rcp_event_joiner_join()
 * @leads: (array length=n_accounts): for each account the index of the one that stands for its wording, which is the lead of
 *   itself; see rcp_same_wording_find()
 * @groups: (out caller-allocates) (array length=n_accounts): for each account the number of its event, from 0
 *
 * As rcp_event_joiner_join(), but only the accounts that stand for a wording are weighed; the others come into their events. What
 * the user says of an account he says of its wording. Any thread.
 */
void
rcp_event_joiner_join_wordings (const RcpJoinAccount *accounts, guint n_accounts, const guint *leads,
                                const RcpJoinConstraint *constraints, guint n_constraints, guint *groups)
{
  g_autofree Placed *placed = g_new (Placed, n_accounts + 1);
  g_autofree RcpJoinPlace *places = g_new (RcpJoinPlace, n_accounts + 1);
  g_autofree RcpJoinAccount *weighed = g_new (RcpJoinAccount, n_accounts + 1);
  g_autofree guint *indices = g_new0 (guint, n_accounts + 1);
  g_autofree guint *numbers = g_new (guint, n_accounts + 1);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (RcpJoinConstraint));
  guint n = 0;

  for (guint i = 0; i < n_accounts; i++)
    placed[i] = (Placed){ leads[i], { accounts[i].article, accounts[i].position, accounts[i].is_lead } };
  qsort (placed, n_accounts, sizeof (Placed), compare_placed);
  for (guint i = 0; i < n_accounts; i++)
    places[i] = placed[i].place;
  for (guint from = 0, to; from < n_accounts; from = to)
    {
      guint lead = placed[from].lead;

      for (to = from + 1; to < n_accounts && placed[to].lead == lead; to++)
        ;
      weighed[n] = accounts[lead];
      if (to > from + 1)
        {
          weighed[n].places = &places[from];
          weighed[n].n_places = to - from;
        }
      indices[lead] = n++;
    }
  for (guint i = 0; i < n_constraints; i++)
    {
      RcpJoinConstraint one = { indices[leads[constraints[i].a]], indices[leads[constraints[i].b]], constraints[i].join };

      if (one.a != one.b)
        g_array_append_val (said, one);
    }
  rcp_event_joiner_join (weighed, n, (const RcpJoinConstraint *) (gpointer) said->data, said->len, numbers);
  for (guint i = 0; i < n_accounts; i++)
    groups[i] = numbers[indices[leads[i]]];
}
