#include "config.h"

#include "rcp-account-numbers.h"

#include <math.h>
#include <string.h>

#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-tsv.h"

/* How far a word of state ("tués") may stand from the people it is said of. */
#define STATE_REACH 8
#define MAX_NUMBER 1e15

typedef enum
{
  COUNTED_STATE = 1,
  COUNTED_GROUP,
  COUNTED_THING,
  COUNTED_NONE,
} CountedKind;

typedef struct
{
  CountedKind kind;
  char *class;
} Counted;

struct _RcpNumberReader
{
  /* owned */
  GHashTable *words[2]; /* char * → Counted */
};

static const struct
{
  const char *word;
  double value;
} spelled[] = {
  { "deux", 2 }, { "trois", 3 }, { "quatre", 4 }, { "cinq", 5 }, { "six", 6 }, { "sept", 7 }, { "huit", 8 }, { "neuf", 9 },
  { "dix", 10 }, { "onze", 11 }, { "douze", 12 }, { "treize", 13 }, { "quatorze", 14 }, { "quinze", 15 }, { "seize", 16 },
  { "vingt", 20 }, { "trente", 30 }, { "quarante", 40 }, { "cinquante", 50 }, { "soixante", 60 }, { "cent", 100 },
  { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "seven", 7 }, { "eight", 8 }, { "nine", 9 },
  { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 }, { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 },
  { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 }, { "thirty", 30 },
  { "forty", 40 }, { "fifty", 50 }, { "sixty", 60 }, { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  g_free (counted->class);
  g_free (counted);
}

static CountedKind
read_kind (const char *name)
{
  static const char *const names[] = { "state", "group", "thing", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return i + 1;
  return 0;
}

/**
 * rcp_number_reader_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a reader, NULL with @error set.
 */
RcpNumberReader *
rcp_number_reader_new (GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource ("/app/recoupe/Recoupe/engine/lexicon/counted.tsv", error);
  RcpNumberReader *self;

  if (tsv == NULL)
    return NULL;
  self = g_new0 (RcpNumberReader, 1);
  for (guint i = 0; i < 2; i++)
    self->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, counted_free);
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      CountedKind kind = read_kind (rcp_tsv_get (tsv, "kind"));
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");

      if (language < 0 || kind == 0)
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "counted.tsv: bad row for %s",
                       rcp_tsv_get (tsv, "class"));
          rcp_number_reader_free (self);
          return NULL;
        }
      for (guint i = 0; words[i]; i++)
        {
          Counted *counted = g_new0 (Counted, 1);

          counted->kind = kind;
          counted->class = g_strdup (rcp_tsv_get (tsv, "class"));
          g_hash_table_insert (self->words[language], g_strdup (words[i]), counted);
        }
    }
  return self;
}

void
rcp_number_reader_free (RcpNumberReader *self)
{
  for (guint i = 0; i < 2; i++)
    g_hash_table_unref (self->words[i]);
  g_free (self);
}

static gboolean
lies_in_date (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  for (guint i = 0; i < view->findings->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[i];

      if (date->range.start >= at->end)
        return FALSE;
      if (at->start < date->range.end)
        return TRUE;
    }
  return FALSE;
}

static double
read_digits (const RcpToken *token)
{
  double value = 0;

  for (const char *at = token->folded; *at; at++)
    {
      if (!g_ascii_isdigit (*at))
        return -1;
      value = MIN (value * 10 + (*at - '0'), MAX_NUMBER);
    }
  return value;
}

/* "1 000", "1.000", "1,000" and "1000" are one number; "3,5" and "3.5" another. Leads @end past it. */
static double
read_number (const RcpSentenceView *view, guint from, guint *end)
{
  const RcpToken *tokens = view->text->tokens;
  double value = -1;

  *end = from + 1;
  if (tokens[from].kind == RCP_TOKEN_NUMBER)
    {
      value = read_digits (&tokens[from]);
      while (value >= 0 && *end < view->limit)
        {
          guint mark = *end;
          guint next = tokens[mark].kind == RCP_TOKEN_PUNCTUATION && strchr (".,", tokens[mark].folded[0])
                               && (tokens[mark].flags & RCP_TOKEN_GLUED)
                           ? mark + 1 : mark;

          if (next >= view->limit || tokens[next].kind != RCP_TOKEN_NUMBER
              || (next > mark && !(tokens[next].flags & RCP_TOKEN_GLUED)))
            break;
          if (strlen (tokens[next].folded) == 3 && value < 1e12)
            value = value * 1000 + read_digits (&tokens[next]);
          else if (next > mark)
            {
              value += read_digits (&tokens[next]) / pow (10, strlen (tokens[next].folded));
              *end = next + 1;
              break;
            }
          else
            break;
          *end = next + 1;
        }
    }
  else if (tokens[from].kind == RCP_TOKEN_WORD)
    for (guint i = 0; i < G_N_ELEMENTS (spelled); i++)
      if (strcmp (tokens[from].folded, spelled[i].word) == 0)
        value = spelled[i].value;
  /* "deux mille", "3,5 millions". */
  while (value > 0 && *end < view->limit)
    {
      const char *word = tokens[*end].folded;
      double factor = strcmp (word, "mille") == 0 || strcmp (word, "thousand") == 0 ? 1e3
                      : strcmp (word, "hundred") == 0 || strcmp (word, "cents") == 0 ? 1e2
                      : g_str_has_prefix (word, "million") ? 1e6
                      : g_str_has_prefix (word, "milliard") || g_str_has_prefix (word, "billion") ? 1e9 : 0;

      if (factor == 0)
        break;
      value *= factor;
      (*end)++;
    }
  return value;
}

/* "un peu plus de", "au moins": a few tokens before the number. */
static gboolean
is_vague (const RcpSentenceView *view, guint token)
{
  for (guint i = 1; i <= 4 && token >= view->first + i; i++)
    {
      guint n = rcp_action_lexicon_match_cue (view->lexicon, view->text, token - i, view->limit, RCP_CUE_VAGUE);

      if (n >= i)
        return TRUE;
    }
  return FALSE;
}

static const Counted *
look_up (const RcpNumberReader *self, const RcpSentenceView *view, guint token)
{
  int language = rcp_language_index (view->text->language);

  return language < 0 ? NULL : g_hash_table_lookup (self->words[language], view->text->tokens[token].folded);
}

static const char *
find_state (const RcpNumberReader *self, const RcpSentenceView *view, guint noun, guint number)
{
  const Counted *counted;

  for (guint i = noun + 1; i < view->limit && i <= noun + STATE_REACH; i++)
    {
      if (view->text->tokens[i].kind == RCP_TOKEN_PUNCTUATION || view->text->tokens[i].kind == RCP_TOKEN_NUMBER)
        break;
      counted = look_up (self, view, i);
      if (counted && counted->kind == COUNTED_STATE)
        return counted->class;
    }
  /* "killed 12 people" */
  for (guint i = 1; i <= 4 && number >= view->first + i; i++)
    {
      if (view->text->tokens[number - i].kind == RCP_TOKEN_PUNCTUATION)
        break;
      counted = look_up (self, view, number - i);
      if (counted && counted->kind == COUNTED_STATE)
        return counted->class;
    }
  return NULL;
}

/* What a number counts: the next noun, over an adjective of number ("autres", "more") and "de". */
static char *
dup_counted (const RcpNumberReader *self, const RcpSentenceView *view, guint number, guint after, guint *end)
{
  static const char *const over[] = { "de", "d'", "des", "autres", "more", "other", "of", "the", "people", "nouveaux",
                                      "nouvelles", "new", NULL };
  guint noun = after;
  const Counted *counted;

  while (noun < view->limit && noun < after + 3 && g_strv_contains (over, view->text->tokens[noun].folded)
         && strcmp (view->text->tokens[noun].folded, "people") != 0)
    noun++;
  if (noun >= view->limit || view->text->tokens[noun].kind != RCP_TOKEN_WORD
      || strlen (view->text->tokens[noun].folded) < 3)
    return NULL;
  counted = look_up (self, view, noun);
  *end = noun + 1;
  if (counted && counted->kind == COUNTED_NONE)
    return NULL;
  if (counted && counted->kind == COUNTED_GROUP)
    {
      const char *state = find_state (self, view, noun, number);

      return g_strdup (state ? state : counted->class);
    }
  if (counted)
    return g_strdup (counted->class);
  if (rcp_sentence_view_is (view, noun, RCP_CUE_STOP) || rcp_sentence_view_is (view, noun, RCP_CUE_AUX))
    return NULL;
  return rcp_stem (view->text->tokens[noun].folded, view->text->language);
}

/**
 * rcp_number_reader_read:
 * @numbers: (element-type RcpFoundNumber): receives the numbers in text order; dates, times and ages are none
 */
void
rcp_number_reader_read (const RcpNumberReader *self, const RcpSentenceView *view, GArray *numbers)
{
  for (guint i = view->first, next; i < view->limit; i = next)
    {
      RcpFoundNumber number = { { 0, 0 } };
      guint end;

      number.value = read_number (view, i, &next);
      end = next;
      /* "Les deux pays" counts nothing. */
      if (number.value < 0 || lies_in_date (view, i)
          || (i > view->first && rcp_sentence_view_is (view, i - 1, RCP_CUE_SAME))
          || (number.counted = dup_counted (self, view, i, next, &end)) == NULL)
        continue;
      if (is_vague (view, i))
        {
          char *vague = g_strconcat ("~", number.counted, NULL);

          g_free (number.counted);
          number.counted = vague;
        }
      number.range = (RcpRange){ view->text->tokens[i].start, view->text->tokens[end - 1].end };
      g_array_append_val (numbers, number);
    }
}
