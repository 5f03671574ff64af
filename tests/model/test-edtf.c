#include "config.h"

#include "rcp-edtf.h"
#include "rcp-error.h"

typedef struct
{
  const char *text;
  const char *first; /* NULL: open; "" for an error */
  const char *last;
  RcpPrecision precision;
  RcpEdtfFlags flags;
  const char *written; /* NULL: as @text */
} Row;

/* ISO 8601-2:2019, levels 0 to 2, the forms the program writes. */
static const Row rows[] = {
  { "2024-03-26", "2024-03-26", "2024-03-26", RCP_PRECISION_DAY, RCP_EDTF_EXACT, NULL },
  { "2024-03-26?", "2024-03-26", "2024-03-26", RCP_PRECISION_DAY, RCP_EDTF_UNCERTAIN, NULL },
  { "2024-02", "2024-02-01", "2024-02-29", RCP_PRECISION_MONTH, RCP_EDTF_EXACT, NULL },
  { "2023-02~", "2023-02-01", "2023-02-28", RCP_PRECISION_MONTH, RCP_EDTF_APPROXIMATE, NULL },
  { "2024", "2024-01-01", "2024-12-31", RCP_PRECISION_YEAR, RCP_EDTF_EXACT, NULL },
  { "2024%", "2024-01-01", "2024-12-31", RCP_PRECISION_YEAR, RCP_EDTF_APPROXIMATE | RCP_EDTF_UNCERTAIN, NULL },
  { "199X", "1990-01-01", "1999-12-31", RCP_PRECISION_DECADE, RCP_EDTF_EXACT, NULL },
  { "19XX", "1900-01-01", "1999-12-31", RCP_PRECISION_CENTURY, RCP_EDTF_EXACT, NULL },
  { "2024-21", "2024-03-20", "2024-06-20", RCP_PRECISION_SEASON, RCP_EDTF_EXACT, NULL },
  { "2023-24", "2023-12-21", "2024-03-19", RCP_PRECISION_SEASON, RCP_EDTF_EXACT, NULL },
  { "2024-03-11/2024-03-20~", "2024-03-11", "2024-03-20", RCP_PRECISION_INTERVAL, RCP_EDTF_APPROXIMATE, NULL },
  { "2024-03-25/2024-03-31", "2024-03-25", "2024-03-31", RCP_PRECISION_WEEK, RCP_EDTF_EXACT, NULL },
  { "2024-03-26/2024-04-01", "2024-03-26", "2024-04-01", RCP_PRECISION_INTERVAL, RCP_EDTF_EXACT, NULL },
  { "2017/..", "2017-01-01", NULL, RCP_PRECISION_INTERVAL, RCP_EDTF_EXACT, "2017-01-01/.." },
  { "../2024-03-16", NULL, "2024-03-16", RCP_PRECISION_INTERVAL, RCP_EDTF_EXACT, NULL },
  { "2012/2024-03", "2012-01-01", "2024-03-31", RCP_PRECISION_INTERVAL, RCP_EDTF_EXACT, "2012-01-01/2024-03-31" },
  { "2024-03-16/2024-03-16", "2024-03-16", "2024-03-16", RCP_PRECISION_DAY, RCP_EDTF_EXACT, "2024-03-16" },
  { "", "", NULL, 0, 0, NULL },
  { "../..", "", NULL, 0, 0, NULL },
  { "2024-02-30", "", NULL, 0, 0, NULL },
  { "2024-13", "", NULL, 0, 0, NULL },
  { "2024-25", "", NULL, 0, 0, NULL },
  { "2024-03-20/2024-03-11", "", NULL, 0, 0, NULL },
  { "24-03-26", "", NULL, 0, 0, NULL },
  { "mars 2024", "", NULL, 0, 0, NULL },
  { "2024-03-26T10:00", "", NULL, 0, 0, NULL },
  { "0000", "", NULL, 0, 0, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEdtf) date = rcp_edtf_parse (row->text, &error);
  g_autoptr (RcpEdtf) again = NULL;

  if (row->first && row->first[0] == '\0')
    {
      g_assert_null (date);
      g_assert_error (error, RCP_VALUE_ERROR, RCP_VALUE_ERROR_EDTF);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (rcp_edtf_get_first_day (date), ==,
                   row->first ? rcp_day_parse_iso (row->first) : RCP_DAY_OPEN_START);
  g_assert_cmpint (rcp_edtf_get_last_day (date), ==, row->last ? rcp_day_parse_iso (row->last) : RCP_DAY_OPEN_END);
  g_assert_cmpint (rcp_edtf_get_precision (date), ==, row->precision);
  g_assert_cmpint (rcp_edtf_get_flags (date), ==, row->flags);
  g_assert_cmpstr (rcp_edtf_get_string (date), ==, row->written ? row->written : row->text);
  again = rcp_edtf_parse (rcp_edtf_get_string (date), &error);
  g_assert_no_error (error);
  g_assert_true (rcp_edtf_equal (date, again));
}

static RcpEdtf *
parse (const char *text)
{
  RcpEdtf *date = rcp_edtf_parse (text, NULL);

  g_assert_nonnull (date);
  return date;
}

static void
test_relations (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean overlaps, contains;
    const char *common; /* NULL for none */
  } pairs[] = {
    { "2024-03", "2024-03-26", TRUE, TRUE, "2024-03-26" },
    { "2024-03-26", "2024-03", TRUE, FALSE, "2024-03-26" },
    { "2024-03-11/2024-03-20", "2024-03-16/2024-03-26", TRUE, FALSE, "2024-03-16/2024-03-20" },
    { "2024-03", "2024-04", FALSE, FALSE, NULL },
    { "2017/..", "2024-03", TRUE, TRUE, "2024-03" },
    { "2017/..", "../2024-03-16", TRUE, FALSE, "2017-01-01/2024-03-16" },
    { "../2016", "2017/..", FALSE, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (RcpEdtf) a = parse (pairs[i].a);
      g_autoptr (RcpEdtf) b = parse (pairs[i].b);
      g_autoptr (RcpEdtf) common = rcp_edtf_intersect (a, b);

      g_assert_cmpint (rcp_edtf_overlaps (a, b), ==, pairs[i].overlaps);
      g_assert_cmpint (rcp_edtf_overlaps (b, a), ==, pairs[i].overlaps);
      g_assert_cmpint (rcp_edtf_contains (a, b), ==, pairs[i].contains);
      g_assert_cmpstr (common ? rcp_edtf_get_string (common) : NULL, ==, pairs[i].common);
    }
}

static void
test_order (void)
{
  static const char *const in_order[] = { "../2010-01-01", "2012-07", "2024-03-11/2024-03-20~", "2024-03-16", "2024-03-26" };

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (in_order); k++)
      {
        g_autoptr (RcpEdtf) a = parse (in_order[i]);
        g_autoptr (RcpEdtf) b = parse (in_order[k]);
        int order = rcp_edtf_compare (a, b);

        g_assert_cmpint (order < 0 ? -1 : order > 0, ==, i < k ? -1 : i > k);
        g_assert_cmpint (rcp_edtf_compare (a, NULL), <, 0);
      }
}

static void
test_values (void)
{
  g_autoptr (RcpEdtf) day = rcp_edtf_new_day (rcp_day_from_ymd (2024, 3, 26));
  g_autoptr (RcpEdtf) since = parse ("2017/..");
  g_autoptr (RcpEdtf) later = rcp_edtf_shift (since, 31);
  g_autoptr (RcpEdtf) wrong = rcp_edtf_new (rcp_day_from_ymd (2024, 3, 1), rcp_day_from_ymd (2024, 3, 30),
                                            RCP_PRECISION_MONTH, RCP_EDTF_EXACT);

  g_assert_true (rcp_edtf_is_exact_day (day));
  g_assert_cmpint (rcp_edtf_count_days (day), ==, 1);
  g_assert_false (rcp_edtf_is_bounded (since));
  g_assert_cmpint (rcp_edtf_count_days (since), ==, G_MAXINT32);
  g_assert_cmpint (rcp_edtf_get_middle_day (since), ==, rcp_day_from_ymd (2017, 1, 1));
  g_assert_cmpstr (rcp_edtf_get_string (later), ==, "2017-02-01/..");
  /* What is no whole month is not called one. */
  g_assert_cmpint (rcp_edtf_get_precision (wrong), ==, RCP_PRECISION_INTERVAL);
  g_assert_null (rcp_edtf_new_month (2024, 13));
  g_assert_null (rcp_edtf_new_year (0));
  g_assert_null (rcp_edtf_new (20, 10, RCP_PRECISION_DAY, RCP_EDTF_EXACT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edtf/parse/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/edtf/relations", test_relations);
  g_test_add_func ("/edtf/order", test_order);
  g_test_add_func ("/edtf/values", test_values);
  return g_test_run ();
}
