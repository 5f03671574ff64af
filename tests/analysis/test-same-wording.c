#include "config.h"

#include <glib.h>

#include "rcp-same-wording.h"

/* Which sentences are one wording, and which of them stands for it. */

#define N 3
#define NOBODY -1

/* One sentence in each of three articles, all with the same words. */
typedef struct
{
  const char *name;
  const char *when[N];
  const char *published[N];
  guint n_actors[N];
  guint own_words[N][N]; /* above the diagonal: that two articles share, the ten of the sentence included */
  int cut[2];            /* what the user cut apart */
  guint leads[N];
} Row;

#define ALL(n) { { 0, n, n }, { 0, 0, n } }
#define NO_CUT { NOBODY, NOBODY }

static const Row rows[] = {
  { "one-day", { "2021-03-02", "2021-03-02", "2021-03-02" }, { "2021-03-04", "2021-03-03", "2021-03-05" }, { 2, 2, 2 }, ALL (60),
    NO_CUT, { 1, 1, 1 } },
  /* "mardi" of a copy without its header, or printed a few days later. */
  { "days-read-differently", { "2021-03-02", "2021-02-23", NULL }, { "2021-03-03", "2021-03-01/2021-03-03", NULL }, { 2, 2, 2 },
    ALL (60), NO_CUT, { 0, 0, 0 } },
  { "finer-day-stands", { "2021-03", "2021-03-02", NULL }, { "2021-03-03", "2021-03-03", "2021-03-03" }, { 3, 2, 3 }, ALL (60), NO_CUT,
    { 1, 1, 1 } },
  { "more-actors-stand", { "2021-03-02", "2021-03-02", "2021-03-02" }, { "2021-03-03", "2021-03-03", "2021-03-03" }, { 1, 1, 2 },
    ALL (60), NO_CUT, { 2, 2, 2 } },
  /* "La réunion s'est tenue mardi." of two meetings. */
  { "set-phrase", { "2021-03-02", "2021-03-23", "2021-04-13" }, { "2021-03-03", "2021-03-24", "2021-04-14" }, { 2, 2, 2 }, ALL (10),
    NO_CUT, { 0, 1, 2 } },
  { "set-phrase-of-one-day", { "2021-03-02", "2021-03-02", NULL }, { "2021-03-03", "2021-03-03", NULL }, { 2, 2, 2 }, ALL (10), NO_CUT,
    { 0, 1, 2 } },
  /* A notice in a set form, printed each week or each day. */
  { "weekly-notice", { "2021-03-02", "2021-03-09", "2021-03-16" }, { "2021-03-03", "2021-03-10", "2021-03-17" }, { 2, 2, 2 }, ALL (90),
    NO_CUT, { 0, 1, 2 } },
  { "daily-notice", { "2021-03-02", "2021-03-03", "2021-03-04" }, { "2021-03-02", "2021-03-03", "2021-03-04" }, { 2, 2, 2 }, ALL (30),
    NO_CUT, { 0, 1, 2 } },
  /* What is told of a day that both write is of that day, however late it is printed again. */
  { "printed-again", { "2021-03-02", "2021-03-02", "2021-03-02" }, { "2021-03-03", "2021-06-03", "2021-09-03" }, { 2, 2, 2 }, ALL (60),
    NO_CUT, { 0, 0, 0 } },
  { "through-a-third", { "2021-03-02", "2021-03-02", "2021-03-02" }, { "2021-03-03", "2021-03-04", "2021-03-05" }, { 2, 2, 2 },
    { { 0, 0, 60 }, { 0, 0, 60 } }, NO_CUT, { 0, 0, 0 } },
  { "cut-by-hand", { "2021-03-02", "2021-03-02", "2021-03-02" }, { "2021-03-03", "2021-03-04", "2021-03-05" }, { 2, 2, 2 },
    { { 0, 60, 60 }, { 0 } }, { 0, 1 }, { 0, 1, 0 } },
};

static const guint orders[][N] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

static RcpFoundAccount *
make_account (const char *when, guint n_actors, guint start)
{
  RcpFoundAccount *found = rcp_found_account_new ();
  guint32 term = 7;

  found->range = (RcpRange){ start, start + 50 };
  found->words = 77;
  found->action = RCP_ACTION_CONSULT;
  found->when = when ? rcp_edtf_parse (when, NULL) : NULL;
  for (guint i = 0; i < n_actors; i++)
    g_array_append_val (found->actors, i);
  g_array_append_val (found->terms, term);
  return found;
}

static RcpSharedWording
share (gint64 a, gint64 b, guint start_a, guint start_b, guint length, guint n_own_words)
{
  return (RcpSharedWording){ a, b, { { start_a, start_a + length }, { start_b, start_b + length }, n_own_words, n_own_words,
                                     RCP_SHARED_WORDING } };
}

/* Each sentence stands at 100 times its number; a long passage goes on behind it. */
static guint
share_pair (RcpSharedWording *shared, const Row *row, guint i, guint k, const guint *place)
{
  guint n = row->own_words[MIN (i, k)][MAX (i, k)];

  if (n == 0)
    return 0;
  shared[0] = share (place[i] + 1, place[k] + 1, 100 * i, 100 * k, 50, 10);
  if (n > 10)
    shared[1] = share (place[i] + 1, place[k] + 1, 100 * i + 50, 100 * k + 50, 300, n - 10);
  return n > 10 ? 2 : 1;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      RcpCheckAccount checks[N];
      RcpSharedWording shared[2 * N * N];
      RcpJoinConstraint cut = { 0 };
      guint place[N], leads[N], n_shared = 0;

      for (guint i = 0; i < N; i++)
        place[orders[o][i]] = i;
      for (guint i = 0; i < N; i++)
        {
          guint who = orders[o][i];

          checks[i] = (RcpCheckAccount){ .article = i + 1, .outlet = i + 1 };
          checks[i].account = make_account (row->when[who], row->n_actors[who], 100 * who);
          checks[i].published = row->published[who] ? rcp_edtf_parse (row->published[who], NULL) : NULL;
        }
      for (guint i = 0; i < N; i++)
        for (guint k = 0; k < i; k++)
          n_shared += share_pair (&shared[n_shared], row, i, k, place);
      if (row->cut[0] != NOBODY)
        cut = (RcpJoinConstraint){ place[row->cut[0]], place[row->cut[1]], FALSE };
      rcp_same_wording_find (checks, N, shared, n_shared, &cut, row->cut[0] != NOBODY, leads);
      for (guint i = 0; i < N; i++)
        g_assert_cmpuint (leads[place[i]], ==, place[row->leads[i]]);
      for (guint i = 0; i < N; i++)
        {
          rcp_found_account_free ((RcpFoundAccount *) checks[i].account);
          g_clear_pointer (&checks[i].published, rcp_edtf_unref);
        }
    }
}

/* A copy that was cut in half follows as far as it goes, and each account of a sentence that tells two things its own. */
static void
test_half (void)
{
  RcpCheckAccount checks[5];
  RcpSharedWording shared = share (1, 2, 0, 40, 90, 40);
  guint leads[5];
  static const guint expected[] = { 0, 1, 2, 0, 1 };

  for (guint i = 0; i < 5; i++)
    {
      RcpFoundAccount *found = make_account ("2021-03-02", 2, i < 2 ? 10 : i == 2 ? 300 : 50);

      if (i == 1 || i == 4)
        found->action = RCP_ACTION_AID;
      if (i == 2)
        found->words = 78;
      checks[i] = (RcpCheckAccount){ .article = i < 3 ? 1 : 2, .outlet = i < 3 ? 1 : 2, .account = found };
    }
  checks[0].published = checks[1].published = checks[2].published = rcp_edtf_parse ("2021-03-03", NULL);
  rcp_same_wording_find (checks, 5, &shared, 1, NULL, 0, leads);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (leads[i], ==, expected[i]);
  rcp_edtf_unref (checks[0].published);
  for (guint i = 0; i < 5; i++)
    rcp_found_account_free ((RcpFoundAccount *) checks[i].account);
}

/* Words that are not quite the same: a changed word is the same telling, another day, place or party is not. */
static void
test_near (void)
{
  static const struct
  {
    const char *when;
    const char *place;
    gint64 actor;
    guint n_other_terms;
    gboolean same;
  } others[] = { { "2021-03-02", "city:a", 1, 0, TRUE },  { "2021-03-02", NULL, 1, 1, TRUE },   { "2021-03-04", "city:a", 1, 0, FALSE },
                 { "2021-03-02", "city:b", 1, 0, FALSE }, { "2021-03-02", "city:a", 2, 0, FALSE }, { "2021-03-02", "city:a", 1, 6, FALSE } };

  for (guint row = 0; row < G_N_ELEMENTS (others); row++)
    {
      RcpFoundAccount *one = make_account ("2021-03-02", 1, 0), *two = make_account (others[row].when, 1, 0);
      gint64 actor = 1;
      RcpCheckAccount checks[] = { { .article = 1, .outlet = 1, .account = one, .actor_ids = &actor },
                                   { .article = 2, .outlet = 2, .account = two, .actor_ids = &others[row].actor } };
      RcpSharedWording shared = share (1, 2, 0, 0, 300, 60);
      guint leads[2];

      two->words = 78;
      one->place_key = g_strdup ("city:a");
      two->place_key = g_strdup (others[row].place);
      for (guint32 i = 0; i < 9; i++)
        {
          guint32 term = 10 + i, other = term + others[row].n_other_terms;

          g_array_append_val (one->terms, term);
          g_array_append_val (two->terms, other);
        }
      rcp_same_wording_find (checks, 2, &shared, 1, NULL, 0, leads);
      g_assert_cmpint (leads[0] == leads[1], ==, others[row].same);
      rcp_found_account_free (one);
      rcp_found_account_free (two);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/same-wording/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/same-wording/half", test_half);
  g_test_add_func ("/same-wording/near", test_near);
  return g_test_run ();
}
