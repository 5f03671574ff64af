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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/discrepancy-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/discrepancy-finder/several-numbers", test_several_numbers);
  return g_test_run ();
}
