#include "config.h"

#include "rcp-timex.h"

typedef struct
{
  const char *edtf;
  const char *timex;
} Row;

static const Row rows[] = {
  { "2019-07-26", "2019-07-26" },
  { "2019-07", "2019-07" },
  { "2019", "2019" },
  { "2019-22", "2019-SU" },
  { "2019-24", "2019-WI" },
  { "197X", "197X" },
  { "18XX", "18XX" },
  { "2019-12-30/2020-01-05", "2020-W01" },
  { "2019-04-11/2019-04-20~", "2019-04-11/2019-04-20" },
  { "2012-01-01/2014-12-31", "2012/2014" },
  { "2012-03-01/2012-05-31", "2012-03/2012-05" },
  { "2012-03-01/2012-05-30", "2012-03-01/2012-05-30" },
  { "2017-01-01/..", "2017/.." },
  { "../2015-12-31", "../2015" },
  { "2017-06-05/..", "2017-06-05/.." },
};

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  RcpRange range = { 0, 4 };
  g_autoptr (RcpEdtf) value = rcp_edtf_parse (row->edtf, NULL);
  g_autoptr (RcpDateExpression) expression
      = rcp_date_expression_new (range, "then", RCP_DATE_POINT, value, RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE, NULL);
  g_autofree char *timex = rcp_date_expression_to_timex (expression);

  g_assert_nonnull (value);
  g_assert_cmpstr (timex, ==, row->timex);
  g_assert_cmpstr (rcp_date_expression_get_timex_type (expression), ==, "date");
}

static void
check_without_value (void)
{
  static const struct
  {
    RcpDateKind kind;
    const char *timex;
    const char *type;
  } kinds[] = {
    { RCP_DATE_VAGUE, NULL, "vague" },    { RCP_DATE_POINT, NULL, "date" }, { RCP_DATE_DURATION, "PX", "duration" },
    { RCP_DATE_SET, "PX", "set" },        { RCP_DATE_TIME, "TX", "time" },  { RCP_DATE_RANGE, NULL, "range" },
  };
  RcpRange range = { 0, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (RcpDateExpression) expression = rcp_date_expression_new (range, "then", kinds[i].kind, NULL,
                                                                          RCP_DATE_RULE_NONE, RCP_DATE_ANCHOR_NONE, NULL);
      g_autofree char *timex = rcp_date_expression_to_timex (expression);

      g_assert_cmpstr (timex, ==, kinds[i].timex);
      g_assert_cmpstr (rcp_date_expression_get_timex_type (expression), ==, kinds[i].type);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timex/%u", i);

      g_test_add_data_func (path, &rows[i], check_row);
    }
  g_test_add_func ("/timex/without-value", check_without_value);
  return g_test_run ();
}
