#include "config.h"

#include "rcp-date-grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rcp-date-tree.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-tsv.h"

#define FOLDER "/app/recoupe/Recoupe/engine/lexicon/"

static const char *const class_names[RCP_DW_N_CLASSES] = {
  [RCP_DW_MONTH] = "month",           [RCP_DW_WEEKDAY] = "weekday",       [RCP_DW_WEEKDAYS] = "weekdays",
  [RCP_DW_UNIT] = "unit",             [RCP_DW_NUMBER] = "number",         [RCP_DW_FEW] = "few",
  [RCP_DW_DEMI] = "demi",             [RCP_DW_ORDINAL] = "ordinal",       [RCP_DW_SEASON] = "season",
  [RCP_DW_PART] = "part",             [RCP_DW_DAYPART] = "daypart",       [RCP_DW_DIR] = "dir",
  [RCP_DW_TEXTDIR] = "textdir",       [RCP_DW_CURRENT] = "current",       [RCP_DW_THIS] = "this",
  [RCP_DW_CI] = "ci",                 [RCP_DW_DET] = "det",               [RCP_DW_ONE] = "one",
  [RCP_DW_RELDAY] = "relday",         [RCP_DW_TEXTDAY] = "textday",       [RCP_DW_TEXTUNIT] = "textunit",
  [RCP_DW_SINCE] = "since",           [RCP_DW_FROM] = "from",             [RCP_DW_UNTIL] = "until",
  [RCP_DW_BEFORE] = "before",         [RCP_DW_AFTER] = "after",           [RCP_DW_BETWEEN] = "between",
  [RCP_DW_PREP] = "prep",             [RCP_DW_IN] = "in",                 [RCP_DW_OF] = "of",
  [RCP_DW_TO] = "to",                 [RCP_DW_AND] = "and",               [RCP_DW_OR] = "or",
  [RCP_DW_AGO] = "ago",               [RCP_DW_AGOPOST] = "agopost",       [RCP_DW_EARLIER] = "earlier",
  [RCP_DW_LATER] = "later",           [RCP_DW_AFTERTHAT] = "afterthat",   [RCP_DW_HENCE] = "hence",
  [RCP_DW_WITHIN] = "within",         [RCP_DW_APPROX] = "approx",         [RCP_DW_LESSTHAN] = "lessthan",
  [RCP_DW_EVERY] = "every",           [RCP_DW_PER] = "per",               [RCP_DW_SETADJ] = "setadj",
  [RCP_DW_DECADES] = "decades",       [RCP_DW_CENTURY] = "century",       [RCP_DW_BC] = "bc",
  [RCP_DW_VAGUE] = "vague",           [RCP_DW_FUTURE] = "future",         [RCP_DW_PAST] = "past",
  [RCP_DW_NOTFUTURE] = "notfuture",   [RCP_DW_BEFORENAME] = "beforename", [RCP_DW_HOLIDAY] = "holiday",
  [RCP_DW_HALFNAME] = "halfname",     [RCP_DW_STOP] = "stop",             [RCP_DW_PUBLISHED] = "published",
  [RCP_DW_COMMA] = "comma",
  [RCP_DW_HYPHEN] = "hyphen",         [RCP_DW_ZONE] = "zone",           [RCP_DW_ORDER] = "order",
};

static const char *const unit_names[] = { "none",    "second", "minute",  "hour", "night", "day",    "weekend", "week",
                                          "fortnight", "month",  "quarter", "half", "year",  "decade", "century", NULL };
static const char *const part_names[] = { "none", "start", "mid", "end", NULL };
static const char *const daypart_names[] = { "none", "morning", "noon", "afternoon", "evening", "night", "midnight", NULL };
static const char *const form_names[] = { "none",    "calendar", "relday", "textday", "textunit", "unit", "units",
                                          "offset",  "season",   "quarter", "half",   "decade",   "century", "holiday",
                                          "nth",     "weekof",   "duration", "set",   "time",
                                          "vague",   "slice",    "rest",   NULL };
static const char *const guard_names[] = { "none", "month", "year", "season", "weekday", "the-day", "month-day", "cue",
                                           "strict-month", "final", "month-name", "holiday", "singular", "no-verb",
                                           "short-year", "not-of", NULL };
static const char *const element_names[] = { "class", "literal", "DAY", "YEAR", "YEAR2", "COUNT", "NTH", "TOD", "ROMAN",
                                             "DECADE", "NUMDATE", "SLICE", "GLUED", "LENGTH", NULL };
static const char *const weekday_names[] = { "", "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

static const char *const reckoning_names[] = { "gregorian", "easter",  "orthodox", "hindu", "sankranti",
                                               "islamic",   "hebrew", "chinese",  NULL };

static int
index_of (const char *const *names, const char *name)
{
  for (int i = 0; names[i]; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return -1;
}

static int
find_class (const char *name)
{
  for (int i = 0; i < RCP_DW_N_CLASSES; i++)
    if (class_names[i] && strcmp (class_names[i], name) == 0)
      return i;
  return -1;
}

/* "sat-1 sun+1": kept on the day before where it falls on a Saturday, on the day after where on a Sunday */
static gboolean
parse_weekday_shifts (const char *text, RcpDateHoliday *holiday)
{
  g_auto (GStrv) shifts = g_strsplit (text, " ", -1);

  for (guint i = 0; shifts[i]; i++)
    {
      g_autofree char *name = g_strndup (shifts[i], 3);
      int weekday = index_of (weekday_names, name);

      if (weekday < 1 || strlen (shifts[i]) != 5)
        return FALSE;
      holiday->weekday_shifts[weekday] = atoi (shifts[i] + 3);
    }
  return TRUE;
}

/* "hindu 7-30e": month, lunar day, and the moment it must rule at (noon, evening, midnight; sunrise where none is said);
 * "hindu 7-1ex10": for ten days; "sankranti 10+1": a day after the Sun enters the tenth sign */
static gboolean
parse_indian_day (const char *text, RcpDateHoliday *holiday)
{
  static const char moments[] = "snem";
  char *end;
  const char *moment;

  holiday->month = (int) strtol (text, &end, 10);
  if (holiday->reckoning == RCP_RECKONING_HINDU && *end == '-')
    holiday->day = (int) strtol (end + 1, &end, 10);
  if (*end && (moment = strchr (moments, *end)))
    {
      holiday->moment = (int) (moment - moments);
      end++;
    }
  if (*end == '+' || *end == '-')
    holiday->offset = (int) strtol (end, &end, 10);
  if (*end == 'x')
    holiday->n_days = (int) strtol (end + 1, &end, 10);
  return *end == '\0' && holiday->month >= 1 && holiday->month <= 12 && holiday->n_days >= 1 &&
         (holiday->reckoning == RCP_RECKONING_SANKRANTI || (holiday->day >= 1 && holiday->day <= 30));
}

/* "12-25", "10-16 sat-1 sun+1", "easter-2", "easter-46x46" (for 46 days), "orthodox+0", "4-thu-11+1", "last-mon-05",
 * "islamic 9", "islamic 10-1", "hebrew 3-25-1x8": of the eight days that begin the evening before */
static gboolean
parse_holiday (const char *text, RcpDateHoliday *holiday)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  g_auto (GStrv) parts = NULL;
  guint n;

  memset (holiday, 0, sizeof *holiday);
  holiday->n_days = 1;
  for (int i = RCP_RECKONING_EASTER; reckoning_names[i]; i++)
    if (g_str_has_prefix (words[0], reckoning_names[i]))
      holiday->reckoning = i;
  if (holiday->reckoning == RCP_RECKONING_EASTER || holiday->reckoning == RCP_RECKONING_ORTHODOX)
    {
      const char *offset = text + strlen (reckoning_names[holiday->reckoning]), *days = strchr (offset, 'x');

      holiday->offset = atoi (offset);
      holiday->n_days = days ? atoi (days + 1) : 1;
      return holiday->n_days >= 1;
    }
  if (holiday->reckoning == RCP_RECKONING_HINDU || holiday->reckoning == RCP_RECKONING_SANKRANTI)
    return parse_indian_day (words[1] ? words[1] : "", holiday);
  if (holiday->reckoning >= RCP_RECKONING_ISLAMIC)
    {
      n = sscanf (words[1] ? words[1] : "", "%d-%d%dx%d", &holiday->month, &holiday->day, &holiday->offset,
                  &holiday->n_days);
      if (n == 1)
        {
          holiday->day = 1;
          holiday->n_days = 0;
        }
      return holiday->month >= 1 && holiday->month <= 13 && holiday->day >= 1 && holiday->day <= 30;
    }
  if (words[1] && !parse_weekday_shifts (words[1], holiday))
    return FALSE;
  parts = g_strsplit (words[0], "-", -1);
  n = g_strv_length (parts);
  if (n == 2)
    {
      const char *times = strchr (parts[1], 'x');

      holiday->month = atoi (parts[0]);
      holiday->day = atoi (parts[1]);
      holiday->n_days = times ? atoi (times + 1) : 1;
      return rcp_day_from_ymd (2000, holiday->month, holiday->day) != RCP_DAY_INVALID;
    }
  if (n == 3 || n == 4)
    {
      const char *plus = strchr (parts[2], '+'), *stroke = strchr (parts[2], '/');

      holiday->nth = strcmp (parts[0], "last") == 0 ? -1 : atoi (parts[0]);
      holiday->weekday = index_of (weekday_names, parts[1]);
      holiday->month = atoi (parts[2]);
      holiday->offset = plus ? atoi (plus + 1) : n == 4 ? -atoi (parts[3]) : 0;
      holiday->every = stroke ? atoi (stroke + 1) : 0;
      return holiday->weekday > 0 && holiday->month >= 1 && holiday->month <= 12 && holiday->nth != 0;
    }
  return FALSE;
}

static gboolean
parse_value (RcpDateGrammar *self, RcpDateWordClass cls, const char *text, gint16 *value)
{
  RcpDateHoliday holiday;
  int found;

  switch (cls)
    {
    case RCP_DW_UNIT:
    case RCP_DW_TEXTUNIT:
      found = index_of (unit_names, text);
      break;
    case RCP_DW_PART:
      found = index_of (part_names, text);
      break;
    case RCP_DW_DAYPART:
      found = index_of (daypart_names, text);
      break;
    case RCP_DW_HOLIDAY:
      if (!parse_holiday (text, &holiday))
        return FALSE;
      found = (int) self->holidays->len;
      g_array_append_val (self->holidays, holiday);
      break;
    default:
      *value = (gint16) atoi (text);
      return TRUE;
    }
  *value = (gint16) found;
  return found >= 0;
}

static void
word_free (gpointer data)
{
  RcpDateWord *word = data;

  g_clear_pointer (&word->starts, g_ptr_array_unref);
  g_free (word);
}

static void
phrase_free (RcpDatePhrase *phrase)
{
  g_clear_pointer (&phrase->word.starts, g_ptr_array_unref);
  g_strfreev (phrase->rest);
  g_free (phrase);
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const RcpDatePhrase *x = *(RcpDatePhrase *const *) a, *y = *(RcpDatePhrase *const *) b;

  return (int) y->n_rest - (int) x->n_rest;
}

static RcpDateWord *
phrase_word (RcpDateGrammar *self, const RcpSegmentedText *form)
{
  GPtrArray *list = g_hash_table_lookup (self->phrases, form->tokens[0].folded);
  RcpDatePhrase *phrase;

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
      g_hash_table_insert (self->phrases, g_strdup (form->tokens[0].folded), list);
    }
  for (guint i = 0; i < list->len; i++)
    {
      gboolean same;

      phrase = list->pdata[i];
      same = phrase->n_rest == form->n_tokens - 1;
      for (guint j = 0; same && j < phrase->n_rest; j++)
        same = strcmp (phrase->rest[j], form->tokens[j + 1].folded) == 0;
      if (same)
        return &phrase->word;
    }
  phrase = g_new0 (RcpDatePhrase, 1);
  phrase->n_rest = form->n_tokens - 1;
  phrase->rest = g_new0 (char *, phrase->n_rest + 1);
  for (guint j = 0; j < phrase->n_rest; j++)
    phrase->rest[j] = g_strdup (form->tokens[j + 1].folded);
  g_ptr_array_add (list, phrase);
  return &phrase->word;
}

static RcpDateWord *
ensure_word (RcpDateGrammar *self, const char *folded)
{
  RcpDateWord *word = g_hash_table_lookup (self->words, folded);

  if (word == NULL)
    {
      word = g_new0 (RcpDateWord, 1);
      g_hash_table_insert (self->words, g_strdup (folded), word);
    }
  return word;
}

static gboolean
set_bad_table (GError **error, const char *table, const char *cell)
{
  g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "%s: cannot read “%s”", table, cell);
  return FALSE;
}

static gboolean
read_words (RcpDateGrammar *self, const char *table, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, table, NULL);
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (path, error);
  GHashTableIter iter;
  gpointer first, list;

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      const char *form = rcp_tsv_get (tsv, "form");
      int cls = find_class (rcp_tsv_get (tsv, "class"));
      g_autoptr (RcpSegmentedText) cut = rcp_segmented_text_new (form, self->is_french ? "fr" : "en", NULL);
      RcpDateWord *word;

      if (cls <= 0 || cut->n_tokens == 0)
        return set_bad_table (error, table, form);
      /* "'s" is one word only where a word stands before it. */
      word = form[0] == '\''         ? ensure_word (self, form)
             : cut->n_tokens > 1    ? phrase_word (self, cut)
                                    : ensure_word (self, cut->tokens[0].folded);
      if (!parse_value (self, cls, rcp_tsv_get (tsv, "value"), &word->values[cls]))
        return set_bad_table (error, table, form);
      word->classes |= RCP_DW_BIT (cls);
      word->is_abbreviation |= strcmp (rcp_tsv_get (tsv, "flags"), "abbr") == 0;
      word->is_weak |= strcmp (rcp_tsv_get (tsv, "flags"), "weak") == 0;
      if (cls == RCP_DW_HOLIDAY)
        g_array_index (self->holidays, RcpDateHoliday, self->holidays->len - 1).is_local
            = strcmp (rcp_tsv_get (tsv, "flags"), "local") == 0;
    }

  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, &first, &list))
    {
      g_ptr_array_sort (list, compare_phrases);
      ensure_word (self, first)->phrases = list;
    }
  return TRUE;
}

/* An element is a class ("month"), a class with a value ("unit=year"), one of the kinds of element_names, or words in
 * quotation marks ("'de|d''"); a "?" after it makes it optional. */
static gboolean
parse_element (RcpDateGrammar *self, const char *text, RcpDateElement *element)
{
  gsize length = strlen (text);
  g_autofree char *stripped = NULL;
  g_autofree char *name = NULL;
  char *equals;
  int kind;

  memset (element, 0, sizeof *element);
  if (length > 1 && text[length - 1] == '?')
    {
      element->optional = TRUE;
      length--;
    }
  stripped = g_strndup (text, length);
  element->name = g_string_chunk_insert_const (self->names, stripped);
  if (text[0] == '"')
    {
      g_auto (GStrv) words = NULL;

      if (length < 3 || text[length - 1] != '"')
        return FALSE;
      name = g_strndup (text + 1, length - 2);
      words = g_strsplit (name, "|", -1);
      element->kind = RCP_ELEMENT_LITERAL;
      for (guint i = 0; words[i]; i++)
        {
          g_autofree char *folded = rcp_fold (words[i]);

          if (element->n_literals == RCP_ELEMENT_MAX_LITERALS)
            return FALSE;
          element->literals[element->n_literals++] = g_string_chunk_insert_const (self->names, folded);
        }
      return TRUE;
    }
  name = g_strndup (text, length);
  kind = index_of (element_names, name);
  if (kind >= RCP_ELEMENT_DAY)
    {
      element->kind = kind;
      return TRUE;
    }
  equals = strchr (name, '=');
  if (equals)
    *equals = '\0';
  element->kind = RCP_ELEMENT_CLASS;
  kind = find_class (name);
  if (kind <= 0)
    return FALSE;
  element->cls = kind;
  if (equals)
    {
      const char *const *names = kind == RCP_DW_UNIT ? unit_names : kind == RCP_DW_PART ? part_names : NULL;

      element->has_value = TRUE;
      element->value = names ? index_of (names, equals + 1) : atoi (equals + 1);
    }
  return TRUE;
}

static gboolean
parse_pattern (RcpDateGrammar *self, const char *language, const char *text, const char *form, const char *options, RcpDatePattern *pattern)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  int found = index_of (form_names, form);

  if (found < 0 || parts[0] == NULL)
    return FALSE;
  pattern->form = found;
  pattern->french = strcmp (language, "en") != 0;
  pattern->english = strcmp (language, "fr") != 0;
  for (guint i = 0; parts[i]; i++)
    if (pattern->n_elements == RCP_PATTERN_MAX_ELEMENTS
        || !parse_element (self, parts[i], &pattern->elements[pattern->n_elements++]))
      return FALSE;
  for (guint i = 0; words[i]; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (strcmp (words[i], "text") == 0)
        pattern->from_text = TRUE;
      else if (strcmp (words[i], "fuzzy") == 0)
        pattern->fuzzy = TRUE;
      else if (words[i][0] == '+' || words[i][0] == '-')
        pattern->sign = atoi (words[i]);
      else if (g_str_has_prefix (words[i], "unit="))
        pattern->unit = index_of (unit_names, words[i] + 5);
      else if ((found = index_of (guard_names, words[i])) > 0)
        pattern->guard = found;
      else
        return FALSE;
    }
  return pattern->unit >= 0;
}

/* A literal is found through its word, which stands in no class where only patterns know it. */
static void
keep_literals (RcpDateGrammar *self, const RcpDatePattern *pattern)
{
  for (guint i = 0; i < pattern->n_elements; i++)
    for (guint j = 0; j < pattern->elements[i].n_literals; j++)
      {
        RcpDateWord *word = ensure_word (self, pattern->elements[i].literals[j]);

        if (word->classes == 0)
          word->classes = RCP_DW_BIT (RCP_DW_NONE);
      }
}

static gboolean
read_patterns (RcpDateGrammar *self, GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (FOLDER "date-patterns.tsv", error);

  if (tsv == NULL)
    return FALSE;
  while (rcp_tsv_next (tsv))
    {
      RcpDatePattern *pattern = g_new0 (RcpDatePattern, 1);
      g_autofree char *text = g_strdup (rcp_tsv_get (tsv, "pattern"));
      gboolean wanted;

      pattern->order = self->patterns->len;
      g_ptr_array_add (self->patterns, pattern);
      if (!parse_pattern (self, rcp_tsv_get (tsv, "language"), text, rcp_tsv_get (tsv, "form"), rcp_tsv_get (tsv, "options"),
                          pattern))
        return set_bad_table (error, "date-patterns.tsv", text);
      wanted = self->is_french ? pattern->french : pattern->english;
      if (wanted)
        keep_literals (self, pattern);
    }
  return TRUE;
}

/* Four slots for each word or more, so that a word that is not known is told by the first or second. */
static void
fill_slots (RcpDateGrammar *self)
{
  GHashTableIter iter;
  gpointer folded, word;
  guint n = 1;

  while (n < 4 * g_hash_table_size (self->words))
    n *= 2;
  self->slots = g_new0 (RcpDateSlot, n);
  self->slot_mask = n - 1;
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &folded, &word))
    {
      guint32 hash = rcp_date_hash (folded);
      guint at = hash & self->slot_mask;

      while (self->slots[at].word)
        at = (at + 1) & self->slot_mask;
      self->slots[at] = (RcpDateSlot){ hash, folded, word };
    }
}

static void
find_starts (const RcpDateGrammar *self, RcpDateWord *word)
{
  word->starts = g_ptr_array_new ();
  for (guint i = 0; i < self->tree->children->len; i++)
    {
      RcpDateNode *child = self->tree->children->pdata[i];

      if (word->classes & child->classes)
        g_ptr_array_add (word->starts, child);
    }
}

static void
find_all_starts (RcpDateGrammar *self)
{
  GHashTableIter iter;
  gpointer word, list;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, NULL, &word))
    find_starts (self, word);
  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    for (guint i = 0; i < ((GPtrArray *) list)->len; i++)
      find_starts (self, &((RcpDatePhrase *) ((GPtrArray *) list)->pdata[i])->word);
}

/**
 * rcp_date_grammar_new:
 * @is_french: French, else English
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Compiles the tables dates-fr.tsv or dates-en.tsv, and date-patterns.tsv.
 *
 * Returns: (transfer full) (nullable): the grammar, NULL with @error set.
 */
RcpDateGrammar *
rcp_date_grammar_new (gboolean is_french, GError **error)
{
  g_autoptr (RcpDateGrammar) self = g_new0 (RcpDateGrammar, 1);

  self->is_french = is_french;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (4096);
  self->holidays = g_array_new (FALSE, TRUE, sizeof (RcpDateHoliday));
  if (!read_words (self, is_french ? "dates-fr.tsv" : "dates-en.tsv", error) || !read_patterns (self, error))
    return NULL;
  self->tree = rcp_date_tree_new (self);
  fill_slots (self);
  find_all_starts (self);
  self->slip_names = rcp_date_slips_new (self->words);
  return g_steal_pointer (&self);
}

void
rcp_date_grammar_free (RcpDateGrammar *self)
{
  g_free (self->slots);
  g_clear_pointer (&self->tree, rcp_date_node_free);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->phrases);
  g_ptr_array_unref (self->patterns);
  g_array_unref (self->holidays);
  g_string_chunk_free (self->names);
  g_clear_pointer (&self->slip_names, g_array_unref);
  g_free (self);
}
