#include "config.h"

#include "rcp-date-finder.h"

/* The forms of French, a table for each idea. All references are Wednesdays unless the row needs another day: 20 March
 * 2024 is one. */

static RcpDateFinder *finder;

typedef struct
{
  const char *name;
  const char *reference;
  const char *text;
  const char *expected; /* "words=value|words=value"; "-" for none */
} Row;

static const Row slip_rows[] = {
  { "letter-for-letter", NULL, "Fait le 3 janvler 2019 à Sète.", "le 3 janvler 2019=2019-01-03" },
  { "rn-for-m", NULL, "Vu le 24 décernbre 1944.", "le 24 décernbre 1944=1944-12-24" },
  { "digit-for-letter", NULL, "Vu le 14 juil1et 1936.", "le 14 juil1et 1936=1936-07-14" },
  { "zero-for-letter", NULL, "Vu le 4 0ctobre 1957.", "le 4 0ctobre 1957=1957-10-04" },
  { "missing-letter", NULL, "Vu le 2 sepembre 1870.", "le 2 sepembre 1870=1870-09-02" },
  { "doubled-letter", NULL, "Vu le 8 novemmbre 1990.", "le 8 novemmbre 1990=1990-11-08" },
  { "swapped-letters", NULL, "Vu le 8 otcobre 1990.", "le 8 otcobre 1990=1990-10-08" },
  { "letter-at-the-end", NULL, "Vu le 8 octobrer 1990.", "1990=1990" },
  { "short-month", NULL, "Vu le 5 avrll 1998.", "le 5 avrll 1998=1998-04-05" },
  { "without-accent", NULL, "Vu le 12 fevrier 1934.", "le 12 fevrier 1934=1934-02-12" },
  { "wrong-accent", NULL, "Vu le 5 aoùt 1998.", "le 5 aoùt 1998=1998-08-05" },
  { "weekday", "2024-03-20", "Rendez-vous vendrdi 22 mars.", "vendrdi 22 mars=2024-03-22" },
  { "ordinary-words", NULL, "Il a reçu 12 maillets, 3 mats, 2 bouts et 5 avis.", "" },
  { "town", NULL, "Élu à Mayence, 12 avril exclu.", "12 avril=-" },
};

static const Row feast_rows[] = {
  { "ramadan", "2024-03-20", "Le ramadan a commencé dans le calme.", "Le ramadan=2024-03-11/2024-04-09~" },
  { "fitr", "2024-03-20", "Une trêve est espérée avant l’Aïd el-Fitr.", "l’Aïd el-Fitr=../2024-04-09~" },
  { "fitr-year", NULL, "Il fut libéré à l’Aïd al-Fitr 2023.", "l’Aïd al-Fitr 2023=2023-04-21~" },
  { "tabaski", "2018-08-25", "Des moutons ont manqué pour la Tabaski.", "la Tabaski=2018-08-21~" },
  { "mouloud-name", NULL, "L’écrivain Mouloud Feraoun est lu partout.", "" },
  { "passover", NULL, "Un accord fut signé à Pessah 2018.", "Pessah 2018=2018-03-30/2018-04-07" },
  { "kippour", NULL, "Rien n’ouvrit pour Yom Kippour 2018.", "Yom Kippour 2018=2018-09-18/2018-09-19" },
  { "chinese-new-year", "2024-02-14", "Les usines ont fermé pour le Nouvel an chinois.", "le Nouvel an chinois=2024-02-10" },
  { "orthodox", NULL, "Une trêve a tenu à la Pâque orthodoxe 2022.", "la Pâque orthodoxe 2022=2022-04-24" },
  { "ascension", "2024-03-20", "Le pont de l’Ascension sera chargé.", "l’Ascension=2024-05-09" },
  { "ascension-climb", "2024-03-20", "Il a raconté l’ascension du sommet.", "" },
  { "armistice-other", NULL, "L’armistice de 1953 tient encore.", "1953=1953" },
  { "local", "2024-03-20", "La fête nationale sera célébrée sans défilé.", "La fête nationale=2024-07-14?" },
};

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, "fr", NULL);
  g_autoptr (RcpEdtf) reference = row->reference ? rcp_edtf_parse (row->reference, NULL) : NULL;
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RcpDateExpression *expression = found->pdata[i];

      if (expression->kind == RCP_DATE_DURATION || expression->kind == RCP_DATE_SET || expression->kind == RCP_DATE_VAGUE
          || expression->kind == RCP_DATE_TIME)
        {
          g_assert_null (expression->value);
          continue;
        }
      g_string_append_printf (got, "%s%s=%s", got->len ? "|" : "", expression->text,
                              expression->value ? rcp_edtf_get_string (expression->value) : "-");
    }
  g_assert_cmpstr (got->str, ==, row->expected);
}

static void
add_rows (const char *table, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/date-finder-fr/", table, "/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], check_row);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  add_rows ("slip", slip_rows, G_N_ELEMENTS (slip_rows));
  add_rows ("feast", feast_rows, G_N_ELEMENTS (feast_rows));
  status = g_test_run ();
  rcp_date_finder_free (finder);
  return status;
}
