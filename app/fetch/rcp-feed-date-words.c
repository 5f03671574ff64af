#include "config.h"

#include "rcp-feed-date-private.h"

#include <string.h>

#include "rcp-tsv.h"

#define RESOURCE "/app/recoupe/Recoupe/engine/lexicon/feed-dates.tsv"

/* Kept for the life of the program: folded words. A lexicon that is not there leaves the dates of the standards in English
 * unread as well; that cannot happen but in a program built wrongly, and is said in the log. */
typedef struct
{
  GHashTable *months;
  GHashTable *zones;
  GHashTable *halves;
} Words;

static gpointer
load (gpointer unused)
{
  Words *self = g_new0 (Words, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (RESOURCE, &error);

  self->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->halves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (tsv == NULL)
    g_warning ("%s", error->message);
  while (tsv != NULL && rcp_tsv_next (tsv))
    {
      const char *kind = rcp_tsv_get (tsv, "kind");
      int value = g_ascii_strtoll (rcp_tsv_get (tsv, "value"), NULL, 10);
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");
      GHashTable *table = strcmp (kind, "month") == 0 ? self->months : strcmp (kind, "zone") == 0 ? self->zones : self->halves;

      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_insert (table, g_strdup (words[i]), GINT_TO_POINTER (value));
    }
  return self;
}

static Words *
get_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/* What stands for signs and words in dates of Korea, China and Japan. */
static const struct
{
  const char *from;
  const char *to;
} eastern[] = {
  { "년", "-" }, { "월", "-" },       { "일", " " },      { "시", ":" }, { "분", ":" }, { "초", " " }, { "오전", " am " },
  { "오후", " pm " }, { "年", "-" }, { "月", "-" }, { "日", " " }, { "上午", " am " }, { "下午", " pm " }, { "午前", " am " },
  { "午後", " pm " }, { "時", ":" }, { "时", ":" }, { "分", ":" }, { "秒", " " },
};

/**
 * rcp_feed_date_fold:
 * @zone_minutes: (out): the zone that the writing itself tells, where nothing else does: one country writes Korean, and has
 *   one zone
 *
 * Returns: (transfer full) (nullable): @text in lower case, without diacritics; NULL where it is not UTF-8.
 */
char *
rcp_feed_date_fold (const char *text, int *zone_minutes)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *decomposed = NULL;
  g_autofree char *lower = NULL;
  GString *out;

  *zone_minutes = 0;
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  plain = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (eastern); i++)
    if (strstr (plain->str, eastern[i].from) != NULL)
      {
        g_string_replace (plain, eastern[i].from, eastern[i].to, 0);
        if (g_unichar_get_script (g_utf8_get_char (eastern[i].from)) == G_UNICODE_SCRIPT_HANGUL)
          *zone_minutes = 9 * 60;
      }
  decomposed = g_utf8_normalize (plain->str, -1, G_NORMALIZE_ALL);
  lower = g_utf8_strdown (decomposed, -1);
  out = g_string_new (NULL);
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      if (g_unichar_isspace (code))
        g_string_append_c (out, ' ');
      else if (code == 0x2013 || code == 0x2014 || code == 0x2212)
        g_string_append_c (out, '-');
      else if (!g_unichar_ismark (code) && !g_unichar_iszerowidth (code))
        g_string_append_unichar (out, code);
    }
  return g_string_free (out, FALSE);
}

/** rcp_feed_date_find_month: 1 to 12; 0 where the folded @word is none. */
int
rcp_feed_date_find_month (const char *word)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (get_words ()->months, word));
}

/** rcp_feed_date_find_half: 0 for "am", 12 for "pm"; -1 for other words. */
int
rcp_feed_date_find_half (const char *word)
{
  gpointer value;

  return g_hash_table_lookup_extended (get_words ()->halves, word, NULL, &value) ? GPOINTER_TO_INT (value) : -1;
}

/** rcp_feed_date_find_zone: whether the folded @word names a zone. */
gboolean
rcp_feed_date_find_zone (const char *word, int *minutes)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (get_words ()->zones, word, NULL, &value))
    return FALSE;
  *minutes = GPOINTER_TO_INT (value);
  return TRUE;
}
