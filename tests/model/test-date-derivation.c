#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "rcp-date-words.h"
#include "rcp-enum-types.h"

/* What the window says of how a date was read, in both languages: no rule and no step without a sentence of its own. */

static gboolean
speak (const char *language)
{
  const char *locale = strcmp (language, "fr") == 0 ? "fr_FR.UTF-8" : "C.UTF-8";

  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_test_skip ("the locale is not installed");
      return FALSE;
    }
  return TRUE;
}

/* The rules that date articles and events but no expression, and so lead to no step. */
static gboolean
is_of_articles (RcpDateRule rule)
{
  return rule == RCP_DATE_RULE_NONE || rule == RCP_DATE_RULE_INHERITED || rule == RCP_DATE_RULE_USER
         || rule == RCP_DATE_RULE_METADATA || rule == RCP_DATE_RULE_FRESHEST || rule == RCP_DATE_RULE_OTHER_ARTICLE;
}

static void
test_rules (gconstpointer data)
{
  g_autoptr (GEnumClass) rules = g_type_class_ref (RCP_TYPE_DATE_RULE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RcpEdtf) value = rcp_edtf_parse ("2024-03", NULL);

  for (int pass = 0; pass < 2; pass++)
    {
      if (!speak (pass == 0 ? "en" : data))
        return;
      for (guint i = 0; i < rules->n_values; i++)
        {
          char *sentence = rcp_date_words_explain ("mars", rules->values[i].value, value, RCP_DATE_ANCHOR_NONE, NULL);

          g_test_message ("%s: %s", rules->values[i].value_nick, sentence);
          g_assert_cmpuint (strlen (sentence), >, 0);
          if (pass == 0)
            {
              g_hash_table_add (english, sentence);
              continue;
            }
          g_assert_false (g_hash_table_contains (seen, sentence));
          g_assert_true (strcmp (data, "en") == 0 || !g_hash_table_contains (english, sentence));
          g_hash_table_add (seen, sentence);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, rules->n_values);
}

static void
test_steps (gconstpointer data)
{
  g_autoptr (GEnumClass) rules = g_type_class_ref (RCP_TYPE_DATE_RULE);
  g_autoptr (RcpEdtf) value = rcp_edtf_parse ("2024-03", NULL);
  g_autoptr (GHashTable) english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    {
      if (!speak (pass == 0 ? "en" : data))
        return;
      for (guint i = 0; i < rules->n_values; i++)
        {
          g_autofree char *bare = rcp_date_words_format (value, RCP_DATE_STYLE_MEDIUM);
          g_autofree char *step = rcp_date_words_step (rules->values[i].value, value);

          if (is_of_articles (rules->values[i].value))
            continue;
          g_test_message ("%s: %s", rules->values[i].value_nick, step);
          g_assert_true (g_str_has_suffix (step, bare));
          g_assert_cmpstr (step, !=, bare);
          g_assert_true (pass == 0 || strcmp (data, "en") == 0 || !g_hash_table_contains (english, step));
          if (pass == 0)
            g_hash_table_add (english, g_steal_pointer (&step));
        }
    }
}

static void
test_conflict (gconstpointer data)
{
  g_autoptr (RcpEdtf) day = rcp_edtf_parse ("2024-03-26", NULL);
  g_autoptr (RcpEdtf) open = rcp_edtf_parse ("../2024-03-26", NULL);
  g_autoptr (RcpDateExpression) date = NULL;
  g_autoptr (RcpDateExpression) until = NULL;
  g_autofree char *words = NULL;
  g_autofree char *of_step = NULL;

  if (!speak (data))
    return;
  date = rcp_date_expression_new ((RcpRange){ 0, 5 }, "lundi", RCP_DATE_POINT, day, RCP_DATE_RULE_WRITTEN,
                                  RCP_DATE_ANCHOR_NONE, NULL);
  words = rcp_date_words_conflict (date);
  g_assert_cmpstr (words, ==, strcmp (data, "fr") == 0 ? "le 26 mars 2024 est un mardi" : "26 March 2024 is a Tuesday");

  /* "jusqu'au lundi 26 mars": the value has no first day, the day it was read from has a weekday. */
  until = rcp_date_expression_new ((RcpRange){ 0, 5 }, "lundi", RCP_DATE_RANGE, open, RCP_DATE_RULE_UNTIL,
                                   RCP_DATE_ANCHOR_NONE, NULL);
  g_assert_null (rcp_date_words_conflict (until));
  rcp_date_expression_add_step (until, RCP_DATE_RULE_WRITTEN, day);
  of_step = rcp_date_words_conflict (until);
  g_assert_cmpstr (of_step, ==, words);
}

static void
test_times (gconstpointer data)
{
  static const struct
  {
    const char *time;
    const char *english;
    const char *french;
  } rows[] = {
    { "TMO", "morning", "matin" },           { "TMI", "midday", "midi" },
    { "TAF", "afternoon", "après-midi" },    { "TEV", "evening", "soir" },
    { "TNI", "night", "nuit" },              { "T14:30", "14:30", "14:30" },
    { "T14:30Z", "14:30 (UTC)", "14:30 (UTC)" }, { "T09:05-05:00", "09:05 (UTC-05:00)", "09:05 (UTC-05:00)" },
    { "TX", NULL, NULL },                    { NULL, NULL, NULL },
  };

  if (!speak (data))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rcp_date_words_time (rows[i].time);

      g_assert_cmpstr (words, ==, strcmp (data, "fr") == 0 ? rows[i].french : rows[i].english);
    }
}

static void
test_kept (void)
{
  g_autoptr (RcpEdtf) march = rcp_edtf_parse ("2024-03", NULL);
  g_autoptr (RcpEdtf) middle = rcp_edtf_parse ("2024-03-11/2024-03-20~", NULL);
  g_autoptr (RcpDateExpression) date = rcp_date_expression_new (
    (RcpRange){ 0, 8 }, "mi-mars", RCP_DATE_POINT, middle, RCP_DATE_RULE_UNTIL, RCP_DATE_ANCHOR_NONE, NULL);
  g_autoptr (RcpDateExpression) again = rcp_date_expression_new (
    (RcpRange){ 0, 8 }, "mi-mars", RCP_DATE_POINT, middle, RCP_DATE_RULE_UNTIL, RCP_DATE_ANCHOR_NONE, NULL);
  g_autofree char *none = rcp_date_expression_format_steps (date);
  g_autofree char *line = NULL;
  g_autofree char *kept = NULL;

  g_assert_null (none);
  rcp_date_expression_add_step (date, RCP_DATE_RULE_YEAR_NEAREST, march);
  rcp_date_expression_add_step (date, RCP_DATE_RULE_FUZZY_PART, middle);
  line = rcp_date_expression_format_steps (date);
  g_assert_cmpstr (line, ==, "year-nearest 2024-03;fuzzy-part 2024-03-11/2024-03-20~");
  rcp_date_expression_parse_steps (again, line);
  rcp_date_expression_parse_steps (again, "no-such-rule 2024;unit no-date;unit");
  rcp_date_expression_parse_steps (again, NULL);
  kept = rcp_date_expression_format_steps (again);
  g_assert_cmpstr (kept, ==, line);
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "en", "fr" };

  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("RECOUPE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_unsetenv ("LC_ALL");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *rules = g_strdup_printf ("/date-derivation/rules/%s", languages[i]);
      g_autofree char *steps = g_strdup_printf ("/date-derivation/steps/%s", languages[i]);
      g_autofree char *conflict = g_strdup_printf ("/date-derivation/conflict/%s", languages[i]);
      g_autofree char *times = g_strdup_printf ("/date-derivation/times/%s", languages[i]);

      g_test_add_data_func (rules, languages[i], test_rules);
      g_test_add_data_func (steps, languages[i], test_steps);
      g_test_add_data_func (conflict, languages[i], test_conflict);
      g_test_add_data_func (times, languages[i], test_times);
    }
  g_test_add_func ("/date-derivation/kept", test_kept);
  return g_test_run ();
}
