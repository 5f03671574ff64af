#include "config.h"

#include "rcp-account-pool.h"
#include "rcp-event-joiner.h"

/* The pool looks at few accounts, but must not overlook one that the joiner would join. */

static RcpTelling *
make_telling (gint64 id, const char *edtf, RcpAction action, const gint64 *actors, guint n_actors, const guint32 *terms,
              guint n_terms, gint64 event_id)
{
  RcpStoredAccount *stored = g_new0 (RcpStoredAccount, 1);
  RcpTelling *telling;

  stored->id = id;
  stored->article_id = id;
  stored->event_id = event_id;
  stored->found = rcp_found_account_new ();
  stored->found->range = (RcpRange){ (guint) id, (guint) id + 10 };
  stored->found->action = action;
  stored->found->when = edtf ? rcp_edtf_parse (edtf, NULL) : NULL;
  g_array_append_vals (stored->found->terms, terms, n_terms);
  stored->actor_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (stored->actor_ids, actors, n_actors);
  telling = rcp_telling_new_stored (stored);
  return telling;
}

/* Whether the joiner, given just the two, makes them one event. */
static gboolean
are_kin (const RcpTelling *a, const RcpTelling *b)
{
  const RcpTelling *both[] = { a, b };
  RcpJoinAccount accounts[2] = { 0 };
  guint groups[2];

  for (guint i = 0; i < 2; i++)
    {
      accounts[i].id = both[i]->id;
      accounts[i].article = both[i]->article_id;
      accounts[i].when = both[i]->found->when;
      accounts[i].action = both[i]->found->action;
      accounts[i].actors = both[i]->sorted;
      accounts[i].n_actors = both[i]->n_sorted;
      accounts[i].terms = (const guint32 *) (gpointer) both[i]->found->terms->data;
      accounts[i].n_terms = both[i]->found->terms->len;
    }
  rcp_event_joiner_join (accounts, 2, NULL, 0, groups);
  return groups[0] == groups[1];
}

/* Every pair of a few hundred random accounts, against the pool's answer. */
static void
test_overlooks_nothing (void)
{
  static const char *const dates[] = { "2020-03-01", "2020-03-03", "2020-03-11/2020-03-20~", "2020-03", "2020-03-04~",
                                       "2020", "2020-21", "2020-04-02", "2019-12/..", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (RcpAccountPool) pool = rcp_account_pool_new ();
  RcpTelling *tellings[300];
  guint n_kin = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      gint64 actors[2];
      guint32 terms[6];

      for (guint j = 0; j < 2; j++)
        actors[j] = g_rand_int_range (rand, 1, 5);
      for (guint j = 0; j < 6; j++)
        terms[j] = j * 10 + g_rand_int_range (rand, 0, 3);
      tellings[i] = make_telling (i + 1, dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))],
                                  g_rand_int_range (rand, 0, 4), actors, 2, terms, 6, i + 1);
      rcp_account_pool_take (pool, tellings[i]);
    }
  g_assert_cmpuint (rcp_account_pool_get_size (pool), ==, G_N_ELEMENTS (tellings));
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      g_autoptr (GPtrArray) kin = g_ptr_array_new ();

      rcp_account_pool_begin (pool);
      rcp_account_pool_find_kin (pool, tellings[i], kin);
      for (guint j = 0; j < G_N_ELEMENTS (tellings); j++)
        {
          if (i != j && are_kin (tellings[i], tellings[j]))
            {
              n_kin++;
              g_assert_true (g_ptr_array_find (kin, tellings[j], NULL));
            }
        }
      for (guint j = 0; j < kin->len; j++)
        g_assert_false (rcp_account_pool_meet (pool, kin->pdata[j]));
    }
  g_assert_cmpuint (n_kin, >, 100);
}

static void
test_remove_and_move (void)
{
  g_autoptr (RcpAccountPool) pool = rcp_account_pool_new ();
  const gint64 actor = 3;
  const guint32 term = 9;
  RcpTelling *a = make_telling (1, "2020-03-01", RCP_ACTION_AGREE, &actor, 1, &term, 1, 11);
  RcpTelling *b = make_telling (2, "2020-03-01", RCP_ACTION_AGREE, &actor, 1, &term, 1, 11);

  rcp_account_pool_take (pool, a);
  rcp_account_pool_take (pool, b);
  g_assert_cmpuint (rcp_account_pool_get_event (pool, 11)->len, ==, 2);
  rcp_account_pool_set_event (pool, b, 12);
  g_assert_cmpuint (rcp_account_pool_get_event (pool, 11)->len, ==, 1);
  rcp_account_pool_remove_article (pool, 1);
  g_assert_null (rcp_account_pool_get_event (pool, 11));
  g_assert_cmpuint (rcp_account_pool_get_size (pool), ==, 1);
  rcp_account_pool_remove_article (pool, 99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-pool/overlooks-nothing", test_overlooks_nothing);
  g_test_add_func ("/account-pool/remove-and-move", test_remove_and_move);
  return g_test_run ();
}
