#include "config.h"

#include <glib.h>

#include "rcp-discrepancy-finder.h"
#include "rcp-event-date.h"

typedef struct
{
  const char *when;
  const char *counted; /* NULL for no number */
  double value;
  gint64 outlet;
  const char *published;
} Told;

typedef struct
{
  RcpFoundAccount *found[4];
  RcpCheckAccount checks[4];
  guint n;
} Event;

static void
event_add (Event *event, const Told *told)
{
  RcpFoundAccount *found = rcp_found_account_new ();
  RcpCheckAccount *check = &event->checks[event->n];

  found->range = (RcpRange){ 0, 100 };
  if (told->when)
    {
      found->when = rcp_edtf_parse (told->when, NULL);
      found->date = 0;
      found->when_rule = RCP_DATE_RULE_WRITTEN;
    }
  if (told->counted)
    {
      RcpFoundNumber number = { { 10, 20 }, told->value, g_strdup (told->counted) };

      g_array_append_val (found->numbers, number);
    }
  *check = (RcpCheckAccount){ .article = event->n + 1, .outlet = told->outlet, .account = found };
  check->published = told->published ? rcp_edtf_parse (told->published, NULL) : NULL;
  event->found[event->n++] = found;
}

static void
event_clear (Event *event)
{
  for (guint i = 0; i < event->n; i++)
    {
      g_clear_pointer (&event->checks[i].published, rcp_edtf_unref);
      rcp_found_account_free (event->found[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

typedef struct
{
  const char *name;
  Told told[3];
  guint n;
  guint n_discrepancies;
  const char *date; /* of the event; NULL for none */
  guint best;
} Row;

static const Row rows[] = {
  { "same-number", { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "dead", 12, 2 } }, 2, 0, "2019-05-14", 0 },
  { "other-number", { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "dead", 15, 2 } }, 2, 1, "2019-05-14", 0 },
  { "vague-number", { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "~dead", 10, 2 } }, 2, 0, "2019-05-14", 0 },
  { "other-things", { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "hurt", 15, 2 } }, 2, 0, "2019-05-14", 0 },
  { "month-and-day", { { "2019-05", NULL, 0, 1 }, { "2019-05-14", NULL, 0, 2 } }, 2, 0, "2019-05-14", 1 },
  { "about-and-day", { { "2019-05-11/2019-05-20~", NULL, 0, 1 }, { "2019-05-16", NULL, 0, 2 } }, 2, 0, "2019-05-16", 1 },
  { "halves-that-overlap", { { "2019-05-01/2019-05-16", NULL, 0, 1 }, { "2019-05-10/2019-05-31", NULL, 0, 2 } }, 2, 0,
    "2019-05-10/2019-05-16", 0 },
  { "two-days-joined-by-hand", { { "2019-05-14", NULL, 0, 1 }, { "2019-05-15", NULL, 0, 2 } }, 2, 1, "2019-05-14", 0 },
  { "undated", { { NULL, NULL, 0, 1 }, { NULL, NULL, 0, 2 } }, 2, 0, NULL, 0 },
  { "three-with-one-apart",
    { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "dead", 12, 2 }, { "2019-05-14", "dead", 15, 3 } }, 3, 1,
    "2019-05-14", 0 },
  { "none", { { NULL } }, 0, 0, NULL, 0 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (Event) event = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (RcpEdtf) date = NULL;
  guint best;

  for (guint i = 0; i < row->n; i++)
    event_add (&event, &row->told[i]);
  found = rcp_discrepancy_finder_find (event.checks, event.n);
  g_assert_cmpuint (found->len, ==, row->n_discrepancies);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (((RcpFoundDiscrepancy *) found->pdata[i])->values->len, ==, row->n);
  date = rcp_event_date_find (event.checks, event.n, &best);
  g_assert_cmpstr (date ? rcp_edtf_get_string (date) : NULL, ==, row->date);
  if (date)
    g_assert_cmpuint (best, ==, row->best);
}

/* One article that gives two numbers of the dead gives neither alone. */
static void
test_several_numbers (void)
{
  static const Told told[] = { { "2019-05-14", "dead", 12, 1 }, { "2019-05-14", "dead", 15, 2 } };
  RcpFoundNumber second = { { 30, 40 }, 3, g_strdup ("dead") };
  g_auto (Event) event = { 0 };
  g_autoptr (GPtrArray) found = NULL;

  event_add (&event, &told[0]);
  event_add (&event, &told[1]);
  g_array_append_val (event.found[0]->numbers, second);
  found = rcp_discrepancy_finder_find (event.checks, event.n);
  g_assert_cmpuint (found->len, ==, 0);
}

typedef struct
{
  RcpDiscrepancyKind kind;
  const char *key;
  int rank;
  gint64 actor; /* who it is, where @rank is 0 */
} Detail;

typedef struct
{
  const char *name;
  const char *when[2];
  const char *place[2];
  Detail detail[2];
  guint n_words; /* that both have in common, of ten */
  gboolean same_article;
  int kind; /* of the one discrepancy; -1 for none */
} PairRow;

#define PARTICIPANT RCP_DISCREPANCY_PARTICIPANT
#define ACT RCP_DISCREPANCY_ACT
#define ATTRIBUTION RCP_DISCREPANCY_ATTRIBUTION
#define DAYS { "2019-05-14", "2019-05-14" }

static const PairRow pair_rows[] = {
  { "place/other-town", DAYS, { "city:lyon/FR", "city:nantes/FR" }, { { 0 } }, 5, FALSE, RCP_DISCREPANCY_PLACE },
  { "place/wider", DAYS, { "city:lyon/FR", "state:FR" }, { { 0 } }, 5, FALSE, -1 },
  { "place/one-article", DAYS, { "city:lyon/FR", "city:nantes/FR" }, { { 0 } }, 5, TRUE, -1 },
  { "office/other", DAYS, { NULL }, { { PARTICIPANT, "doer:minister/health", -1 }, { PARTICIPANT, "doer:minister/labour", -1 } }, 5,
    FALSE, PARTICIPANT },
  { "office/same", DAYS, { NULL }, { { PARTICIPANT, "doer:minister/health", -1 }, { PARTICIPANT, "doer:minister/health", -1 } }, 5,
    FALSE, -1 },
  { "office/other-side", DAYS, { NULL },
    { { PARTICIPANT, "doer:minister/health", -1 }, { PARTICIPANT, "object:minister/labour", -1 } }, 5, FALSE, -1 },
  { "person/other", DAYS, { NULL }, { { PARTICIPANT, "object:p/durand", 0, 1 }, { PARTICIPANT, "object:p/martin", 0, 2 } }, 5, FALSE, PARTICIPANT },
  { "person/one-name", DAYS, { NULL }, { { PARTICIPANT, "object:p/durand", 0, 1 }, { PARTICIPANT, "object:p/durand", 0, 2 } }, 5,
    FALSE, -1 },
  { "person/same", DAYS, { NULL }, { { PARTICIPANT, "object:p/durand", 0, 1 }, { PARTICIPANT, "object:p/durand", 0, 1 } }, 5, FALSE, -1 },
  { "person/few-words-in-common", DAYS, { NULL }, { { PARTICIPANT, "object:p/durand", 0, 1 }, { PARTICIPANT, "object:p/martin", 0, 2 } }, 1, FALSE,
    -1 },
  { "act/contrary", DAYS, { NULL }, { { ACT, "accept", -1 }, { ACT, "!accept", -1 } }, 5, FALSE, ACT },
  { "act/same", DAYS, { NULL }, { { ACT, "accept", -1 }, { ACT, "accept", -1 } }, 5, FALSE, -1 },
  { "act/of-something-else", DAYS, { NULL }, { { ACT, "accept", -1 }, { ACT, "!open", -1 } }, 5, FALSE, -1 },
  { "origin/other", DAYS, { NULL }, { { ATTRIBUTION, "police", -1 }, { ATTRIBUTION, "company", -1 } }, 6, FALSE, ATTRIBUTION },
  { "origin/one-speaks-for-the-other", DAYS, { NULL }, { { ATTRIBUTION, "ministry", -1 }, { ATTRIBUTION, "government", -1 } }, 6,
    FALSE, -1 },
  { "origin/of-another-statement", DAYS, { NULL }, { { ATTRIBUTION, "police", -1 }, { ATTRIBUTION, "company", -1 } }, 2, FALSE, -1 },
  { "place/undated", { NULL, NULL }, { "city:lyon/FR", "city:nantes/FR" }, { { 0 } }, 5, FALSE, -1 },
};

static void
event_add_side (Event *event, const PairRow *row, guint side, gint64 *ids)
{
  const Detail *detail = &row->detail[side];
  const Told told = { row->when[side], NULL, 0, side + 1 };
  RcpFoundAccount *found;

  event_add (event, &told);
  found = event->found[event->n - 1];
  found->place_key = g_strdup (row->place[side]);
  for (guint32 i = 0; i < 10; i++)
    {
      guint32 term = i < row->n_words ? i : 100 * (side + 1) + i;

      g_array_append_val (found->terms, term);
    }
  if (detail->key)
    {
      RcpFoundDetail one = { detail->kind, detail->rank, g_strdup (detail->key), { 30 + side, 40 } };
      guint actor = 0;

      g_array_append_val (found->details, one);
      g_array_append_val (found->actors, actor);
      ids[side] = detail->actor;
      event->checks[event->n - 1].actor_ids = &ids[side];
    }
  if (row->same_article)
    event->checks[event->n - 1].article = 1;
}

static void
test_pair (gconstpointer data)
{
  const PairRow *row = data;
  g_auto (Event) event = { 0 };
  g_autoptr (GPtrArray) found = NULL;
  gint64 ids[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    event_add_side (&event, row, i, ids);
  found = rcp_discrepancy_finder_find (event.checks, event.n);
  g_assert_cmpuint (found->len, ==, row->kind < 0 ? 0 : 1);
  if (row->kind < 0)
    return;
  g_assert_cmpint (((RcpFoundDiscrepancy *) found->pdata[0])->kind, ==, row->kind);
  g_assert_cmpuint (((RcpFoundDiscrepancy *) found->pdata[0])->values->len, ==, 2);
}

typedef struct
{
  const char *name;
  const char *counted[2];
  double value[2];
  gboolean differ;
} NumberRow;

static const NumberRow number_rows[] = {
  { "exact", { "dead", "dead" }, { 12, 13 }, TRUE },
  { "about", { "~dead", "dead" }, { 40, 43 }, FALSE },
  { "far-from-about", { "~dead", "dead" }, { 40, 60 }, TRUE },
  { "a-dozen-or-so", { "~dead", "dead" }, { 10, 13 }, FALSE },
  { "at-least", { ">dead", "dead" }, { 30, 37 }, FALSE },
  { "fewer-than-at-least", { ">strikers", "strikers" }, { 450, 300 }, TRUE },
  { "at-most", { "<dead", "dead" }, { 30, 12 }, FALSE },
  { "more-than-at-most", { "<dead", "dead" }, { 30, 37 }, TRUE },
  { "bounds-that-meet", { "<dead", ">dead" }, { 30, 12 }, FALSE },
  { "rounded", { "strikers", "strikers" }, { 2000, 2040 }, FALSE },
  { "not-rounded", { "jobs", "jobs" }, { 212, 240 }, TRUE },
  { "sums", { "euros:fine", "euros:fine" }, { 1200000, 1500000 }, TRUE },
  { "sums-for-other-things", { "euros:fine", "euros:aid" }, { 1200000, 1500000 }, FALSE },
};

static void
test_numbers (gconstpointer data)
{
  const NumberRow *row = data;

  /* Either order. */
  for (guint turn = 0; turn < 2; turn++)
    {
      g_auto (Event) event = { 0 };
      g_autoptr (GPtrArray) found = NULL;

      for (guint i = 0; i < 2; i++)
        {
          const Told told = { "2019-05-14", row->counted[i ^ turn], row->value[i ^ turn], i + 1 };

          event_add (&event, &told);
        }
      found = rcp_discrepancy_finder_find (event.checks, event.n);
      g_assert_cmpuint (found->len, ==, row->differ);
    }
}

/* A toll that grows with the days of publication, and an outlet that corrects itself. */
static void
test_update (void)
{
  static const Told growing[] = { { "2019-05-14", "dead", 12, 1, "2019-05-14" }, { "2019-05-14", "dead", 15, 2, "2019-05-15" } };
  static const Told at_once[] = { { "2019-05-14", "dead", 12, 1, "2019-05-15" }, { "2019-05-14", "dead", 15, 2, "2019-05-15" } };
  static const Told corrected[] = { { "2019-05-14", "dead", 15, 1, "2019-05-14" }, { "2019-05-14", "dead", 12, 1, "2019-05-15" } };
  static const struct { const Told *told; gboolean is_update; } rows_of_two[] = { { growing, TRUE }, { at_once, FALSE }, { corrected, TRUE } };

  for (guint r = 0; r < G_N_ELEMENTS (rows_of_two); r++)
    {
      g_auto (Event) event = { 0 };
      g_autoptr (GPtrArray) found = NULL;

      for (guint i = 0; i < 2; i++)
        event_add (&event, &rows_of_two[r].told[i]);
      found = rcp_discrepancy_finder_find (event.checks, event.n);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (((RcpFoundDiscrepancy *) found->pdata[0])->is_update, ==, rows_of_two[r].is_update);
    }
}

typedef struct
{
  const char *name;
  const char *when[2];
  const char *published[2];
  const char *place[2];
  const char *act[2];
  RcpAction action;
  guint n_words;
  gboolean same_article;
  int kind; /* -1 for none */
} AcrossRow;

#define LATER { "2019-05-20", "2019-05-21" }
#define LYON { "city:lyon/FR", "city:lyon/FR" }

static const AcrossRow across_rows[] = {
  { "other-day", { "2019-05-14", "2019-05-16" }, LATER, LYON, { NULL }, RCP_ACTION_AGREE, 6, FALSE, RCP_DISCREPANCY_DATE },
  { "same-day", DAYS, LATER, LYON, { NULL }, RCP_ACTION_AGREE, 6, FALSE, -1 },
  { "other-words", { "2019-05-14", "2019-05-16" }, LATER, LYON, { NULL }, RCP_ACTION_AGREE, 1, FALSE, -1 },
  { "other-town", { "2019-05-14", "2019-05-16" }, LATER, { "city:lyon/FR", "city:nantes/FR" }, { NULL }, RCP_ACTION_AGREE, 6, FALSE,
    -1 },
  { "far", { "2019-05-14", "2019-06-16" }, { "2019-07-01", "2019-07-01" }, LYON, { NULL }, RCP_ACTION_AGREE, 6, FALSE, -1 },
  { "told-by-one-article", { "2019-05-14", "2019-05-16" }, LATER, LYON, { NULL }, RCP_ACTION_AGREE, 6, TRUE, -1 },
  { "each-its-own-day", { "2019-05-14", "2019-05-15" }, { "2019-05-14", "2019-05-15" }, LYON, { NULL }, RCP_ACTION_PROTEST, 5,
    FALSE, -1 },
  { "contrary", DAYS, LATER, { NULL }, { "accept", "!accept" }, RCP_ACTION_AGREE, 6, FALSE, RCP_DISCREPANCY_ACT },
};

static void
test_across (gconstpointer data)
{
  const AcrossRow *row = data;
  Event events[2] = { { { NULL } } };
  g_autoptr (GPtrArray) found = NULL;

  for (guint side = 0; side < 2; side++)
    {
      const Told told = { row->when[side], NULL, 0, side + 1, row->published[side] };
      RcpFoundAccount *account;
      RcpFoundDetail date = { RCP_DISCREPANCY_DATE, -1, g_strdup (""), { 50, 56 } };

      event_add (&events[side], &told);
      account = events[side].found[0];
      account->action = row->action;
      account->place_key = g_strdup (row->place[side]);
      g_array_append_val (account->details, date);
      if (row->act[side])
        {
          RcpFoundDetail act = { RCP_DISCREPANCY_ACT, -1, g_strdup (row->act[side]), { 50, 56 } };

          g_array_append_val (account->details, act);
        }
      for (guint32 i = 0; i < 10; i++)
        {
          guint32 term = i < row->n_words ? i : 100 * (side + 1) + i;

          g_array_append_val (account->terms, term);
        }
      events[side].checks[0].article = row->same_article ? 1 : side + 1;
    }
  found = rcp_discrepancy_finder_across (events[0].checks, 1, events[1].checks, 1);
  g_assert_cmpuint (found->len, ==, row->kind < 0 ? 0 : 1);
  if (found->len)
    {
      const RcpFoundDiscrepancy *discrepancy = found->pdata[0];

      g_assert_cmpint (discrepancy->kind, ==, row->kind);
      g_assert_cmpuint (discrepancy->values->len, ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          const RcpFoundDiscrepancyValue *value = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, i);

          g_assert_cmpuint (value->account, ==, i);
          g_assert_cmpuint (value->range.start, ==, 50);
        }
    }
  for (guint side = 0; side < 2; side++)
    event_clear (&events[side]);
}

/* A thousand accounts of one event that say a thousand things. */
static void
test_many (void)
{
  enum { N = 2000 };
  g_autofree RcpCheckAccount *checks = g_new0 (RcpCheckAccount, N);
  g_autoptr (GPtrArray) found = NULL;
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < N; i++)
    {
      RcpFoundAccount *account = rcp_found_account_new ();
      RcpFoundNumber number = { { 1, 2 }, i % 1000, g_strdup ("dead") };
      RcpFoundDetail office = { PARTICIPANT, -1, g_strdup_printf ("doer:minister/%u", i % 700), { 3, 4 } };
      RcpFoundDetail origin = { ATTRIBUTION, -1, g_strdup_printf ("source%u", i % 700), { 3, 4 } };

      account->when = rcp_edtf_parse ("2019-05-14", NULL);
      account->place_key = g_strdup_printf ("city:%u/FR", i);
      g_array_append_val (account->numbers, number);
      g_array_append_val (account->details, office);
      g_array_append_val (account->details, origin);
      for (guint32 t = 0; t < 10; t++)
        g_array_append_val (account->terms, t);
      checks[i] = (RcpCheckAccount){ .article = i + 1, .outlet = i + 1, .account = account };
    }
  found = rcp_discrepancy_finder_find (checks, N);
  g_assert_cmpuint (found->len, ==, 4);
  /* Instrumented builds on busy machines are slow; every pair of two thousand would take minutes. */
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
  for (guint i = 0; i < N; i++)
    rcp_found_account_free ((RcpFoundAccount *) checks[i].account);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/discrepancy-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pair_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/discrepancy-finder/", pair_rows[i].name, NULL);

      g_test_add_data_func (path, &pair_rows[i], test_pair);
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/discrepancy-finder/number/", number_rows[i].name, NULL);

      g_test_add_data_func (path, &number_rows[i], test_numbers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (across_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/discrepancy-finder/across/", across_rows[i].name, NULL);

      g_test_add_data_func (path, &across_rows[i], test_across);
    }
  g_test_add_func ("/discrepancy-finder/several-numbers", test_several_numbers);
  g_test_add_func ("/discrepancy-finder/update", test_update);
  g_test_add_func ("/discrepancy-finder/many", test_many);
  return g_test_run ();
}
