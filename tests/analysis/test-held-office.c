#include "config.h"

#include <string.h>

#include "rcp-day.h"
#include "rcp-held-office.h"

static RcpLexicon *lexicon;

typedef struct
{
  const char *scope;
  const char *office;
  const char *day;
  const char *language;
  const char *name; /* NULL where nobody is named */
} Row;

static const Row rows[] = {
  { "FR", "president", "2012-05-14", "fr", "Nicolas Sarkozy" },
  { "FR", "president", "2012-05-15", "fr", "François Hollande" },
  { "FR", "president de la republique", "2019-01-01", "fr", "Emmanuel Macron" },
  { "FR", "head", "2019-01-01", "fr", "Emmanuel Macron" },
  { "FR", "premier ministre", "2006-03-01", "fr", "Dominique de Villepin" },
  { "US", "president", "2005-06-01", "fr", "George W. Bush" },
  { "US", "president", "2021-01-20", "en", "Joe Biden" },
  { "US", "secretary of state", "2014-06-01", "en", "John Kerry" },
  { "RU", "president", "2010-01-01", "fr", "Dmitri Medvedev" },
  { "RU", "president", "2013-01-01", "fr", "Vladimir Poutine" },
  { "RU", "president", "2013-01-01", "en", "Vladimir Putin" },
  { "DE", "chancelier", "2015-09-04", "fr", "Angela Merkel" },
  { "DE", "chancellor", "2022-03-01", "en", "Olaf Scholz" },
  /* the holder of an office that passed to a junta, under its several titles */
  { "GA", "president", "2020-01-01", "fr", "Ali Bongo" },
  { "GA", "head", "2024-01-01", "fr", "Brice Clotaire Oligui Nguema" },
  { "GA", "chef de la junte", "2024-01-01", "fr", "Brice Clotaire Oligui Nguema" },
  { "GA", "junta leader", "2020-01-01", "en", NULL },
  /* between two holders */
  { "LB", "president", "2023-06-01", "fr", NULL },
  /* "head of state" of Iran: its guide, whom "president" does not mean; "head" could be either */
  { "IR", "guide supreme", "2015-01-01", "fr", "Ali Khamenei" },
  { "IR", "president", "2015-01-01", "en", "Hassan Rouhani" },
  { "IR", "head", "2015-01-01", "fr", NULL },
  /* the reigning queen and king hold one office */
  { "GB", "king", "1999-01-01", "en", "Elizabeth II" },
  { "GB", "roi", "2023-01-01", "fr", "Charles III" },
  /* organisations */
  { "un", "secretaire general", "2010-01-01", "fr", "Ban Ki-moon" },
  { "nato", "secretary general", "2020-01-01", "en", "Jens Stoltenberg" },
  /* of the Factbook's list only */
  { "AL", "president", "2023-01-01", "fr", "Bajram Begaj" },
  /* before the list, past the day it was checked, no such office, no such state, no day */
  { "US", "president", "1850-01-01", "en", NULL },
  { "US", "president", "2200-01-01", "en", NULL },
  { "US", "roi", "2020-01-01", "fr", NULL },
  { "US", "", "2020-01-01", "fr", NULL },
  { "XX", "president", "2020-01-01", "fr", NULL },
  { "", "president", "2020-01-01", "fr", NULL },
  { "FR", "president", "", "fr", NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gint32 day = rcp_day_parse_iso (row->day);
  const RcpHeldOffice *held = rcp_lexicon_find_holder (lexicon, row->scope, row->office, day);

  g_assert_cmpstr (held ? rcp_held_office_get_name (held, row->language) : NULL, ==, row->name);
  if (held)
    {
      g_assert_cmpint (rcp_held_office_get_from (held), <=, day);
      g_assert_cmpint (rcp_held_office_get_to (held), >=, day);
    }
}

static void
test_interval (void)
{
  const RcpHeldOffice *held =
      rcp_lexicon_find_holder (lexicon, "DE", "chancelier", rcp_day_from_ymd (2010, 1, 1));
  const RcpHeldOffice *now =
      rcp_lexicon_find_holder (lexicon, "FR", "president", rcp_day_from_ymd (2020, 1, 1));

  g_assert_nonnull (held);
  g_assert_cmpstr (rcp_held_office_get_office (held), ==, "chancellor");
  g_assert_cmpint (rcp_held_office_get_from (held), ==, rcp_day_from_ymd (2005, 11, 22));
  g_assert_cmpint (rcp_held_office_get_to (held), ==, rcp_day_from_ymd (2021, 12, 8));
  g_assert_false (rcp_held_office_get_is_open (held));
  g_assert_nonnull (now);
  g_assert_true (rcp_held_office_get_is_open (now));
}

static void
test_empty (void)
{
  g_autoptr (RcpLexicon) empty = rcp_lexicon_new_empty ();

  g_assert_null (rcp_lexicon_find_holder (empty, "FR", "president", rcp_day_from_ymd (2020, 1, 1)));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = rcp_lexicon_new (NULL);
  g_assert_nonnull (lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/held-office/%u-%s-%s-%s", i, rows[i].scope, rows[i].office, rows[i].day);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/held-office/interval", test_interval);
  g_test_add_func ("/held-office/empty", test_empty);
  status = g_test_run ();
  rcp_lexicon_free (lexicon);
  return status;
}
