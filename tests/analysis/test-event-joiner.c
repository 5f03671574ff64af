#include "config.h"

#include <glib.h>

#include "rcp-account-terms.h"
#include "rcp-event-joiner.h"

enum
{
  PORT = 1,
  UNION,
  MINISTER,
  PILOTS,
};

/* A strike in a port, told in few letters: the words are the terms. */
typedef struct
{
  const char *when;
  RcpAction action;
  gint64 actors[3];
  guint32 terms[6];
  const char *place;
} Told;

static const Told strike_day = { "2023-05-09", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 11, 12, 13 } };
static const Told strike_month = { "2023-05", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 11, 12, 14 } };
static const Told strike_about = { "2023-05-01/2023-05-10~", RCP_ACTION_PROTEST, { UNION }, { 10, 11, 12 } };
static const Told strike_next_year = { "2024-05-09", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 11, 12, 13 } };
static const Told strike_other_day = { "2023-05-10", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 11, 12, 13 } };
static const Told strike_undated = { NULL, RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 11, 12 } };
static const Told vague_undated = { NULL, RCP_ACTION_PROTEST, { PORT }, { 70, 71, 72 } };
static const Told talks_same_day = { "2023-05-09", RCP_ACTION_CONSULT, { MINISTER, UNION }, { 30, 31, 32, 33 } };
static const Told other_strike_same_day = { "2023-05-09", RCP_ACTION_PROTEST, { PILOTS }, { 10, 50, 51 } };
static const Told strike_in_other_words = { "2023-05-09", RCP_ACTION_PROTEST, { PORT, UNION }, { 60, 61 } };

static const Told accord_month = { "2023-05", RCP_ACTION_AGREE, { PORT, UNION }, { 20, 21, 22, 23 } };
static const Told accord_of_others = { "2023-05", RCP_ACTION_AGREE, { MINISTER, PILOTS }, { 20, 21, 22, 23 } };
static const Told fire_here = { "2023-05-09", RCP_ACTION_OTHER, { 0 }, { 40, 41, 42, 43 }, "city:lima/PE" };
static const Told fire_there = { "2023-05-09", RCP_ACTION_OTHER, { 0 }, { 40, 41, 42, 44 }, "city:oslo/NO" };
static const Told fire_of_state = { "2023-05-09", RCP_ACTION_OTHER, { 0 }, { 40, 41, 42, 44 }, "state:PE" };
static const Told meeting_of_both = { "2023-05-09", RCP_ACTION_CONSULT, { PORT, UNION }, { 10, 11, 90, 91, RCP_TERM_KIND | 1 } };
static const Told reproach_of_both = { "2023-05-09", RCP_ACTION_ACCUSE, { PORT, UNION }, { 10, 11, 92, 93, RCP_TERM_KIND | 2 } };

static const Told pilots = { "2023-08-30", RCP_ACTION_REJECT, { PILOTS }, { 80, 81, 82 } };

typedef struct
{
  const char *name;
  const Told *a;
  const Told *b;
  gboolean joined;
} Row;

static const Row rows[] = {
  { "same-day", &strike_day, &strike_day, TRUE },
  { "day-within-month", &strike_day, &strike_month, TRUE },
  { "about-and-day", &strike_day, &strike_about, TRUE },
  { "margin-of-about", &strike_about, &strike_other_day, TRUE },
  { "other-year", &strike_day, &strike_next_year, FALSE },
  { "next-day", &strike_day, &strike_other_day, FALSE },
  { "undated-alike", &strike_day, &strike_undated, TRUE },
  { "undated-alike-in-nothing-but-kind", &strike_day, &vague_undated, FALSE },
  { "other-happening-of-the-day", &strike_day, &talks_same_day, FALSE },
  { "same-act-of-others", &strike_day, &other_strike_same_day, FALSE },
  { "accord-of-a-month", &accord_month, &accord_month, TRUE },
  { "accord-of-others-of-the-month", &accord_month, &accord_of_others, FALSE },
  { "same-place", &fire_here, &fire_here, TRUE },
  { "elsewhere", &fire_here, &fire_there, FALSE },
  { "within-the-state", &fire_here, &fire_of_state, TRUE },
  { "two-kinds-of-one-day", &meeting_of_both, &reproach_of_both, FALSE },
  { "no-word-in-common-but-all-else", &strike_day, &strike_in_other_words, TRUE },
};

static void
fill (RcpJoinAccount *account, const Told *told, gint64 id)
{
  *account = (RcpJoinAccount){ .id = id, .article = id, .action = told->action, .actors = told->actors,
                               .terms = told->terms, .place = told->place };
  account->when = told->when ? rcp_edtf_parse (told->when, NULL) : NULL;
  while (account->n_actors < G_N_ELEMENTS (told->actors) && told->actors[account->n_actors])
    account->n_actors++;
  while (account->n_terms < G_N_ELEMENTS (told->terms) && told->terms[account->n_terms])
    account->n_terms++;
}

static void
clear (RcpJoinAccount *accounts, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&accounts[i].when, rcp_edtf_unref);
}

static void
test_pair (gconstpointer data)
{
  const Row *row = data;
  RcpJoinAccount pair[2];
  guint groups[2];
  double forth, back;

  fill (&pair[0], row->a, 1);
  fill (&pair[1], row->b, 2);
  forth = rcp_event_affinity (&pair[0], &pair[1]);
  back = rcp_event_affinity (&pair[1], &pair[0]);
  g_assert_cmpfloat (forth, ==, back);
  g_assert_cmpint (forth >= RCP_EVENT_AFFINITY_THRESHOLD, ==, row->joined);
  rcp_event_joiner_join (pair, 2, NULL, 0, groups);
  g_assert_cmpint (groups[0] == groups[1], ==, row->joined);
  clear (pair, 2);
}

/* The parts are what the affinity is made of. */
static void
test_explained (gconstpointer data)
{
  const Row *row = data;
  RcpJoinAccount pair[2];
  RcpAffinityParts parts;
  double affinity;

  fill (&pair[0], row->a, 1);
  fill (&pair[1], row->b, 2);
  affinity = rcp_event_affinity_explain (&pair[0], &pair[1], &parts);
  g_assert_cmpfloat (affinity, ==, rcp_event_affinity (&pair[0], &pair[1]));
  g_assert_cmpfloat_with_epsilon (
      affinity, parts.date + parts.action + parts.actors + parts.words + parts.neighbour + parts.penalties, 1e-9);
  if (row->joined)
    g_assert_cmpfloat (parts.date, >, 0);
  g_assert_cmpfloat (parts.penalties, <=, 0);
  clear (pair, 2);
}

#define STRIKE (RCP_TERM_COMMON | 0x1111)
#define STRIKE_KIND (RCP_TERM_KIND | 0x1111)
#define TALKS (RCP_TERM_COMMON | 0x2222)
#define TALKS_KIND (RCP_TERM_KIND | 0x2222)

static const Told planned = { "2023-05-09", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 12, STRIKE, STRIKE_KIND } };
static const Told planned_undated = { NULL, RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 12, STRIKE, STRIKE_KIND } };
static const Told planned_month = { "2023-05", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 12, STRIKE, STRIKE_KIND } };
static const Told came_about = { "2023-05-09", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 14, STRIKE, STRIKE_KIND } };
static const Told came_before = { "2023-04-02", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 14, STRIKE, STRIKE_KIND } };
static const Told came_much_later = { "2023-11-02", RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 14, STRIKE, STRIKE_KIND } };
static const Told others_did = { "2023-05-09", RCP_ACTION_PROTEST, { PILOTS }, { 10, 14, STRIKE, STRIKE_KIND } };
static const Told something_else = { "2023-05-09", RCP_ACTION_CONSULT, { PORT, UNION }, { 10, 14, TALKS, TALKS_KIND } };
static const Told came_undated = { NULL, RCP_ACTION_PROTEST, { PORT, UNION }, { 10, 12, STRIKE, STRIKE_KIND } };

static const Row outcomes[] = {
  { "same-day", &planned, &came_about, TRUE },
  { "within-the-month", &planned_month, &came_about, TRUE },
  { "planned-for-no-day", &planned_undated, &came_about, TRUE },
  { "done-before", &planned, &came_before, FALSE },
  { "done-much-later", &planned, &came_much_later, FALSE },
  { "done-by-others", &planned, &others_did, FALSE },
  { "something-else", &planned, &something_else, FALSE },
  { "done-on-no-day", &planned, &came_undated, FALSE },
};

/* A plan is linked to what came of it, and is never one event with it. */
static void
test_outcome (gconstpointer data)
{
  const Row *row = data;
  RcpJoinAccount pair[2];
  guint groups[2];

  fill (&pair[0], row->a, 1);
  fill (&pair[1], row->b, 2);
  pair[0].status = RCP_STATUS_PLANNED;
  pair[1].status = RCP_STATUS_DONE;
  g_assert_cmpint (rcp_event_affinity_outcome (&pair[0], &pair[1]) > 0, ==, row->joined);
  g_assert_cmpfloat (rcp_event_affinity_outcome (&pair[1], &pair[0]), ==, 0);
  rcp_event_joiner_join (pair, 2, NULL, 0, groups);
  g_assert_cmpuint (groups[0], !=, groups[1]);
  pair[1].status = RCP_STATUS_PLANNED;
  g_assert_cmpfloat (rcp_event_affinity_outcome (&pair[0], &pair[1]), ==, 0);
  clear (pair, 2);
}

/* In two languages only what both can say is compared; a stem that both have counts. */
static void
test_terms_across_languages (void)
{
  static const guint32 french[] = { 20, 40, 60, 80, 100, STRIKE, TALKS, STRIKE_KIND };
  static const guint32 english[] = { 21, 43, 63, 83, 103, STRIKE, TALKS, STRIKE_KIND };
  static const guint32 same_language[] = { 20, 42, 62, 82, 102, STRIKE, TALKS, STRIKE_KIND };
  static const guint32 other[] = { 23, 43, 63, TALKS, TALKS_KIND };
  double across = rcp_account_terms_share (french, G_N_ELEMENTS (french), english, G_N_ELEMENTS (english));
  double within = rcp_account_terms_share (french, G_N_ELEMENTS (french), same_language, G_N_ELEMENTS (same_language));

  g_assert_cmpfloat_with_epsilon (across, 4.0 / 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (within, 0.5, 1e-9);
  g_assert_cmpfloat (across, ==, rcp_account_terms_share (english, G_N_ELEMENTS (english), french, G_N_ELEMENTS (french)));
  g_assert_cmpint (rcp_account_terms_compare_kinds (french, G_N_ELEMENTS (french), english, G_N_ELEMENTS (english)), ==,
                   RCP_KINDS_SAME);
  g_assert_cmpint (rcp_account_terms_compare_kinds (french, G_N_ELEMENTS (french), other, G_N_ELEMENTS (other)), ==,
                   RCP_KINDS_TOUCH);
  g_assert_cmpint (rcp_account_terms_compare_kinds (french, 5, other, G_N_ELEMENTS (other)), ==, RCP_KINDS_UNKNOWN);
  g_assert_cmpfloat (rcp_account_terms_share (french, 0, english, 8), ==, 0);
}

static void
test_one_sentence_two_happenings (void)
{
  RcpJoinAccount pair[2];
  guint groups[2];

  fill (&pair[0], &strike_day, 1);
  fill (&pair[1], &strike_day, 2);
  pair[1].article = pair[0].article;
  rcp_event_joiner_join (pair, 2, NULL, 0, groups);
  g_assert_cmpuint (groups[0], !=, groups[1]);
  pair[1].position = 5;
  rcp_event_joiner_join (pair, 2, NULL, 0, groups);
  g_assert_cmpuint (groups[0], ==, groups[1]);
  clear (pair, 2);
}

/* A month between two days that exclude each other goes with one of them; the days stay apart. */
static void
test_bridge (void)
{
  RcpJoinAccount three[3];
  guint groups[3];

  fill (&three[0], &strike_day, 1);
  fill (&three[1], &strike_month, 2);
  fill (&three[2], &strike_other_day, 3);
  rcp_event_joiner_join (three, 3, NULL, 0, groups);
  g_assert_cmpuint (groups[0], !=, groups[2]);
  g_assert_true (groups[1] == groups[0] || groups[1] == groups[2]);
  clear (three, 3);
}

#define N_RANDOM 400

typedef struct
{
  gint64 actors[3];
  guint32 terms[8];
} Words;

static void
make_random (GRand *rand, RcpJoinAccount *account, Words *words, gint64 id, int n_actors, int n_days)
{
  gint32 from = rcp_day_from_ymd (2022, 1, 1) + g_rand_int_range (rand, 0, n_days);
  int kind = g_rand_int_range (rand, 0, 8);
  guint32 term = g_rand_int_range (rand, 0, 40) * 5;
  gint64 actor = g_rand_int_range (rand, 1, n_actors);

  *account = (RcpJoinAccount){ .id = id, .article = id / 3, .position = id % 3, .actors = words->actors,
                               .terms = words->terms, .n_actors = 2, .n_terms = 8 };
  account->action = g_rand_int_range (rand, 0, 5);
  words->actors[0] = actor;
  words->actors[1] = actor + g_rand_int_range (rand, 1, 4);
  for (guint i = 0; i < 8; i++)
    words->terms[i] = term += g_rand_int_range (rand, 1, 4);
  if (kind < 5)
    account->when = rcp_edtf_new_day (from);
  else if (kind < 6)
    account->when = rcp_edtf_new_interval (from, from + 9, RCP_EDTF_APPROXIMATE);
  else if (kind < 7)
    account->when = rcp_edtf_new_month (2022, rcp_day_to_ymd (from).month);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  RcpJoinAccount given[N_RANDOM], shuffled[N_RANDOM];
  Words words[N_RANDOM];
  guint before[N_RANDOM], after[N_RANDOM];
  guint n_joined = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    make_random (rand, &given[i], &words[i], i, 5, 20);
  rcp_event_joiner_join (given, N_RANDOM, NULL, 0, before);
  for (guint i = 0; i < N_RANDOM; i++)
    for (guint j = i + 1; j < N_RANDOM; j++)
      if (before[i] == before[j])
        {
          n_joined++;
          if (given[i].when && given[j].when && rcp_edtf_get_flags (given[i].when) == RCP_EDTF_EXACT
              && rcp_edtf_get_flags (given[j].when) == RCP_EDTF_EXACT)
            g_assert_true (rcp_edtf_overlaps (given[i].when, given[j].when));
        }
  g_assert_cmpuint (n_joined, >, 50);
  for (guint round = 0; round < 20; round++)
    {
      for (guint i = 0; i < N_RANDOM; i++)
        shuffled[i] = given[i];
      for (guint i = N_RANDOM - 1; i > 0; i--)
        {
          guint j = g_rand_int_range (rand, 0, i + 1);
          RcpJoinAccount keep = shuffled[i];

          shuffled[i] = shuffled[j];
          shuffled[j] = keep;
        }
      rcp_event_joiner_join (shuffled, N_RANDOM, NULL, 0, after);
      for (guint i = 0; i < N_RANDOM; i++)
        for (guint j = i + 1; j < N_RANDOM; j++)
          g_assert_cmpint (after[i] == after[j], ==,
                           before[shuffled[i].id] == before[shuffled[j].id]);
    }
  clear (given, N_RANDOM);
}

/* Twice as many accounts over twice as long a time take about twice as long; all pairs would take four times as long.
 * Seconds are for a build with sanitizers on a busy machine. */
static void
test_cost (void)
{
  const guint n = 20000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree RcpJoinAccount *accounts = g_new (RcpJoinAccount, n);
  g_autofree Words *words = g_new (Words, n);
  g_autofree guint *groups = g_new (guint, n);
  gint64 start_us;
  double seconds[2];

  for (guint i = 0; i < n; i++)
    make_random (rand, &accounts[i], &words[i], i, 200, i < n / 2 ? 365 : 730);
  start_us = g_get_monotonic_time ();
  rcp_event_joiner_join (accounts, n / 2, NULL, 0, groups);
  seconds[0] = (g_get_monotonic_time () - start_us) / 1e6;
  start_us = g_get_monotonic_time ();
  rcp_event_joiner_join (accounts, n, NULL, 0, groups);
  seconds[1] = (g_get_monotonic_time () - start_us) / 1e6;
  g_test_message ("%u accounts: %.2f s, %u: %.2f s", n / 2, seconds[0], n, seconds[1]);
  g_assert_cmpfloat (seconds[1], <, 60);
  clear (accounts, n);
}

/* A thousand articles that tell one event are one event. */
static void
test_crowd (void)
{
  RcpJoinAccount *accounts = g_new (RcpJoinAccount, 1000);
  g_autofree guint *groups = g_new (guint, 1000);

  for (guint i = 0; i < 1000; i++)
    fill (&accounts[i], i % 3 ? &strike_day : &strike_month, i + 1);
  rcp_event_joiner_join (accounts, 1000, NULL, 0, groups);
  for (guint i = 1; i < 1000; i++)
    g_assert_cmpuint (groups[i], ==, groups[0]);
  clear (accounts, 1000);
  g_free (accounts);
}

/* What the user says of three accounts, and which of them are one event then. */
typedef struct
{
  const char *name;
  const Told *told[3];
  RcpJoinConstraint said[3];
  guint n_said;
  gboolean ab, bc, ac;
} Said;

static const Said said[] = {
  { "joined-by-hand", { &strike_day, &talks_same_day, &other_strike_same_day }, { { 0, 1, TRUE } }, 1, TRUE, FALSE, FALSE },
  { "joined-over-dates", { &strike_day, &strike_next_year, &pilots }, { { 1, 0, TRUE } }, 1, TRUE, FALSE, FALSE },
  { "a-third-with-one-of-its-dates", { &strike_day, &strike_next_year, &strike_day }, { { 0, 1, TRUE } }, 1, TRUE, TRUE, TRUE },
  { "a-third-with-none-of-its-dates", { &strike_day, &strike_next_year, &strike_other_day }, { { 0, 1, TRUE } }, 1, TRUE, FALSE,
    FALSE },
  { "cut", { &strike_day, &strike_day, &pilots }, { { 0, 1, FALSE } }, 1, FALSE, FALSE, FALSE },
  { "cut-over-a-third", { &strike_day, &strike_month, &strike_day }, { { 0, 2, FALSE }, { 2, 1, TRUE } }, 2, FALSE, TRUE, FALSE },
  { "later-cut-counts", { &strike_day, &strike_day, &pilots }, { { 0, 1, TRUE }, { 1, 0, FALSE } }, 2, FALSE, FALSE, FALSE },
  { "later-join-counts", { &strike_day, &talks_same_day, &pilots }, { { 0, 1, FALSE }, { 0, 1, TRUE } }, 2, TRUE, FALSE, FALSE },
  { "a-chain-does-not-overrule-a-later-cut", { &strike_day, &talks_same_day, &pilots },
    { { 0, 1, TRUE }, { 1, 2, TRUE }, { 0, 2, FALSE } }, 3, FALSE, TRUE, FALSE },
  { "a-later-chain-overrules-a-cut", { &strike_day, &talks_same_day, &pilots },
    { { 0, 2, FALSE }, { 0, 1, TRUE }, { 1, 2, TRUE } }, 3, TRUE, TRUE, TRUE },
};

static void
test_said (gconstpointer data)
{
  const Said *row = data;
  RcpJoinAccount three[3];
  guint groups[3];

  for (guint i = 0; i < 3; i++)
    fill (&three[i], row->told[i], i + 1);
  rcp_event_joiner_join (three, 3, row->said, row->n_said, groups);
  g_assert_cmpint (groups[0] == groups[1], ==, row->ab);
  g_assert_cmpint (groups[1] == groups[2], ==, row->bc);
  g_assert_cmpint (groups[0] == groups[2], ==, row->ac);
  clear (three, 3);
}

static void
test_none (void)
{
  rcp_event_joiner_join (NULL, 0, NULL, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/event-joiner/pair/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_pair);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/event-joiner/explained/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_explained);
    }
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *path = g_strconcat ("/event-joiner/outcome/", outcomes[i].name, NULL);

      g_test_add_data_func (path, &outcomes[i], test_outcome);
    }
  g_test_add_func ("/event-joiner/terms-across-languages", test_terms_across_languages);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *path = g_strconcat ("/event-joiner/said/", said[i].name, NULL);

      g_test_add_data_func (path, &said[i], test_said);
    }
  g_test_add_func ("/event-joiner/one-sentence-two-happenings", test_one_sentence_two_happenings);
  g_test_add_func ("/event-joiner/bridge", test_bridge);
  g_test_add_func ("/event-joiner/order", test_order);
  g_test_add_func ("/event-joiner/cost", test_cost);
  g_test_add_func ("/event-joiner/crowd", test_crowd);
  g_test_add_func ("/event-joiner/none", test_none);
  return g_test_run ();
}
