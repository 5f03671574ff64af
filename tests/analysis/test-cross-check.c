#include "config.h"

#include <glib.h>

#include "rcp-cross-check.h"

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
  found = rcp_cross_check_discrepancies (event.checks, event.n);
  g_assert_cmpuint (found->len, ==, row->n_discrepancies);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpuint (((RcpFoundDiscrepancy *) found->pdata[i])->values->len, ==, row->n);
  date = rcp_cross_check_event_date (event.checks, event.n, &best);
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
  found = rcp_cross_check_discrepancies (event.checks, event.n);
  g_assert_cmpuint (found->len, ==, 0);
}

typedef struct
{
  const char *name;
  guint own_words;
  const char *published[3];
  gint64 outlets[3];
  int copy_of[3];
  guint n_independent;
} Copies;

/* The sentences of the three articles share one passage, each with each. */
static const Copies copies[] = {
  { "earliest-stands", 12, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { 1, -1, 1 }, 1 },
  { "unknown-day-is-last", 12, { NULL, "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { 1, -1, 1 }, 1 },
  { "seven-words-are-no-copy", 7, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { -1, -1, -1 }, 3 },
  { "one-outlet", 12, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 1, 1 }, { -1, -1, -1 }, 1 },
  { "same-day-by-article", 12, { "2019-05-14", "2019-05-14", "2019-05-14" }, { 1, 2, 3 }, { -1, 0, 0 }, 1 },
};

static void
test_copies (gconstpointer data)
{
  const Copies *row = data;
  g_auto (Event) event = { 0 };
  RcpSharedWording shared[3];
  int copy_of[3];
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      Told told = { NULL, NULL, 0, row->outlets[i], row->published[i] };

      event_add (&event, &told);
      for (guint j = 0; j < i; j++)
        shared[n++] = (RcpSharedWording){ .article_a = i + 1, .article_b = j + 1,
                                          .passage = { { 5, 95 }, { 5, 95 }, row->own_words, row->own_words, FALSE } };
    }
  rcp_cross_check_independence (event.checks, 3, shared, n, copy_of);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (copy_of[i], ==, row->copy_of[i]);
  g_assert_cmpuint (rcp_cross_check_count_independent (event.checks, 3, copy_of), ==, row->n_independent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cross-check/values/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_strconcat ("/cross-check/copies/", copies[i].name, NULL);

      g_test_add_data_func (path, &copies[i], test_copies);
    }
  g_test_add_func ("/cross-check/values/several-numbers", test_several_numbers);
  return g_test_run ();
}
