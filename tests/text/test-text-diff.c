#include "rcp-text-diff.h"

#include <string.h>

/* In @before a stretch stands between square brackets; @after says where it is found again, or NULL where it is gone. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *found;
} Row;

static const Row rows[] = {
  { "same", "Le port [a rouvert lundi] matin.", "Le port a rouvert lundi matin.", "a rouvert lundi" },
  { "put-before", "Le port [a rouvert] lundi.", "MIS À JOUR. Selon la mairie, le port a rouvert lundi.", "a rouvert" },
  { "word-changed", "Trois [navires de pêche ont coulé] hier.", "Trois bateaux de pêche ont coulé hier.",
    "de pêche ont coulé" },
  { "word-put-in", "Ils [ont signé un accord] ici.", "Ils ont finalement signé un accord ici.",
    "ont finalement signé un accord" },
  { "gone", "Il pleut. [La digue a cédé dans la nuit.] Il vente.", "Il pleut. Il vente.", NULL },
  { "mostly-gone", "[La digue a cédé dans la nuit], dit-on.", "La ville dort, dit-on.", NULL },
  { "case-and-apostrophe", "[L'État paiera tout], dit-elle.", "« L’état paiera tout », dit-elle.", "L’état paiera tout" },
  { "repeated", "Non, non, [oui], non.", "Non, non, oui, non.", "oui" },
  { "english", "The dam [held through the night].", "The old dam held all through the night.",
    "held all through the night" },
  { "empty-after", "Un [mot].", "", NULL },
};

/* The code point at which the bracket stands, which is taken out. */
static guint
take_bracket (GString *text, const char *bracket)
{
  char *at = strstr (text->str, bracket);
  gsize byte = at - text->str;

  g_string_erase (text, byte, strlen (bracket));
  return g_utf8_strlen (text->str, byte);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) marked = g_string_new (row->before);
  RcpRange range, mapped;
  g_autoptr (RcpSegmentedText) before = NULL, after = NULL;
  g_autoptr (RcpTextDiff) diff = NULL;

  range.start = take_bracket (marked, "[");
  range.end = take_bracket (marked, "]");
  before = rcp_segmented_text_new (marked->str, "fr", NULL);
  after = rcp_segmented_text_new (row->after, "fr", NULL);
  diff = rcp_text_diff_new (before, after);
  if (row->found == NULL)
    g_assert_false (rcp_text_diff_map_range (diff, range, &mapped));
  else
    {
      g_autofree char *found = NULL;

      g_assert_true (rcp_text_diff_map_range (diff, range, &mapped));
      found = rcp_segmented_text_dup_range (after, mapped);
      g_assert_cmpstr (found, ==, row->found);
    }
}

/* A text of many lines with every tenth changed is compared in time that a person does not notice. */
static void
test_long (void)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) before = NULL, after = NULL;
  g_autoptr (RcpTextDiff) diff = NULL;
  RcpRange mapped;
  gint64 start_us;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (a, "La vanne numéro %u est fermée. ", i);
      g_string_append_printf (b, "La vanne numéro %u est %s. ", i, i % 10 ? "fermée" : "ouverte");
    }
  before = rcp_segmented_text_new (a->str, "fr", NULL);
  after = rcp_segmented_text_new (b->str, "fr", NULL);
  start_us = g_get_monotonic_time ();
  diff = rcp_text_diff_new (before, after);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
  g_assert_true (rcp_text_diff_map_range (diff, (RcpRange){ 0, 9 }, &mapped));
}

/* Nothing but refrains: bounded, whatever comes out. */
static void
test_refrain (void)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) before = NULL, after = NULL;
  g_autoptr (RcpTextDiff) diff = NULL;
  gint64 start_us;

  for (guint i = 0; i < 40000; i++)
    {
      g_string_append (a, i % 3 ? "oui " : "non ");
      g_string_append (b, i % 2 ? "oui " : "non ");
    }
  before = rcp_segmented_text_new (a->str, "fr", NULL);
  after = rcp_segmented_text_new (b->str, "fr", NULL);
  start_us = g_get_monotonic_time ();
  diff = rcp_text_diff_new (before, after);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-diff/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/text-diff/long", test_long);
  g_test_add_func ("/text-diff/refrain", test_refrain);
  return g_test_run ();
}
