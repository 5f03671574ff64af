#include "config.h"

#include "rcp-account-numbers.h"

#include <math.h>
#include <string.h>

#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-number-words.h"
#include "rcp-tsv.h"

/* How far a word of state ("tués") may stand from the people it is said of, a verb before its object, and what a sum is for
 * from the sum. */
#define STATE_REACH 8
#define DOING_REACH 5
#define PURPOSE_REACH 9

#define MAX_PHRASE 4

typedef enum
{
  COUNTED_STATE = 1,
  COUNTED_DOING,
  COUNTED_GROUP,
  COUNTED_THING,
  COUNTED_NONE,
  COUNTED_MONEY,
  COUNTED_PURPOSE,
  COUNTED_PRISON,
  COUNTED_TERM,
  COUNTED_PART,
  COUNTED_ABOUT,
  COUNTED_LEAST,
  COUNTED_MOST,
  COUNTED_AFTER_ABOUT,
  COUNTED_OVER,
  COUNTED_TOLL,
  N_COUNTED,
} CountedKind;

static const char *const kind_names[] = { "", "state", "doing", "group", "thing", "none", "money", "purpose", "prison", "term",
                                          "part", "about", "least", "most", "after", "over", "toll" };

struct _RcpNumberReader
{
  /* owned */
  GHashTable *words[2][N_COUNTED]; /* char * → char *, the class */
};

static CountedKind
read_kind (const char *name)
{
  for (guint i = 1; i < N_COUNTED; i++)
    if (strcmp (name, kind_names[i]) == 0)
      return i;
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
    for (guint k = 1; k < N_COUNTED; k++)
      self->words[i][k] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
      /* The first row that has a word tells its class. */
      for (guint i = 0; words[i]; i++)
        if (!g_hash_table_contains (self->words[language][kind], words[i]))
          g_hash_table_insert (self->words[language][kind], g_strdup (words[i]), g_strdup (rcp_tsv_get (tsv, "class")));
    }
  return self;
}

void
rcp_number_reader_free (RcpNumberReader *self)
{
  for (guint i = 0; i < 2; i++)
    for (guint k = 1; k < N_COUNTED; k++)
      g_hash_table_unref (self->words[i][k]);
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

static gboolean
is_mark (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  return at->kind == RCP_TOKEN_PUNCTUATION && strchr ("-'%€$£¥", at->folded[0]) == NULL;
}

/* The class of the run of words that begins at @at, the longest that is known; @n_tokens is how long. */
static const char *
find_run (const RcpNumberReader *self, const RcpSentenceView *view, guint at, guint limit, CountedKind kind, guint *n_tokens)
{
  int language = rcp_language_index (view->text->language);
  g_autoptr (GString) run = g_string_new (NULL);
  const char *class = NULL;

  *n_tokens = 0;
  for (guint i = 0; language >= 0 && i < MAX_PHRASE && at + i < limit; i++)
    {
      const char *found;

      if (i > 0 && !g_str_has_suffix (run->str, "'"))
        g_string_append_c (run, ' ');
      g_string_append (run, view->text->tokens[at + i].folded);
      found = g_hash_table_lookup (self->words[language][kind], run->str);
      if (found)
        {
          class = found;
          *n_tokens = i + 1;
        }
    }
  return class;
}

/* The same for a run that ends right before @end. */
static guint
match_before (const RcpNumberReader *self, const RcpSentenceView *view, guint end, CountedKind kind)
{
  for (guint n = MIN (MAX_PHRASE, end - view->first); n > 0; n--)
    {
      guint n_tokens;

      if (find_run (self, view, end - n, end, kind, &n_tokens) && n_tokens == n)
        return n;
    }
  return 0;
}

/* Whether words that make a number vague stand right before it. */
static gboolean
match_bound (const RcpNumberReader *self, const RcpSentenceView *view, guint number)
{
  return match_before (self, view, number, COUNTED_LEAST) > 0 || match_before (self, view, number, COUNTED_ABOUT) > 0
         || match_before (self, view, number, COUNTED_MOST) > 0;
}

static const char *
look_up (const RcpNumberReader *self, const RcpSentenceView *view, guint token, CountedKind kind)
{
  guint n_tokens;

  return token < view->limit ? find_run (self, view, token, view->limit, kind, &n_tokens) : NULL;
}

/* "tuant quatre ouvriers", "killed on Tuesday at least 12 people": a verb shortly before, with nothing between that makes the
 * number that of something else ("killed in a village of 200 people"). */
static const char *
find_doing (const RcpNumberReader *self, const RcpSentenceView *view, guint number)
{
  static const char *const others[] = { "de", "d'", "du", "des", "of", "with", "avec", "parmi", "among", "par", "by", "que", "that",
                                        "apres", "after", "for", "pour", NULL };

  for (guint i = 1; i <= DOING_REACH && number >= view->first + i; i++)
    {
      const RcpToken *token = &view->text->tokens[number - i];
      const char *class;

      if (is_mark (view, number - i) || (token->kind == RCP_TOKEN_NUMBER && !lies_in_date (view, number - i)))
        return NULL;
      class = look_up (self, view, number - i, COUNTED_DOING);
      if (class)
        return class;
      if (g_strv_contains (others, token->folded) && !match_bound (self, view, number))
        return NULL;
    }
  return NULL;
}

/* "12 personnes ont été tuées", "six workers, three of them women, were killed": said of them afterwards. */
static const char *
find_state (const RcpNumberReader *self, const RcpSentenceView *view, guint noun, guint number)
{
  const char *doing = find_doing (self, view, number);
  guint reach = STATE_REACH;

  if (doing)
    return doing;
  for (guint i = noun; i < view->limit && i < noun + reach; i++)
    {
      RcpNumberWords other;
      const char *class;

      if (strcmp (view->text->tokens[i].folded, ",") == 0)
        {
          guint close = i + 1;

          /* An insertion between commas is passed over. */
          while (close < view->limit && close < i + 10 && strcmp (view->text->tokens[close].folded, ",") != 0)
            close++;
          if (close >= view->limit || strcmp (view->text->tokens[close].folded, ",") != 0)
            break;
          reach += close - i + 1;
          i = close;
          continue;
        }
      if (is_mark (view, i) || (rcp_number_words_read (view->text, i, view->limit, &other) && !other.is_one))
        break;
      class = look_up (self, view, i, COUNTED_STATE);
      if (class)
        return class;
      if (look_up (self, view, i, COUNTED_DOING))
        break;
    }
  return NULL;
}

/* What a sum of money is: the nearest word of the kind on either side. */
static const char *
find_purpose (const RcpNumberReader *self, const RcpSentenceView *view, guint first, guint end)
{
  for (guint d = 1; d <= PURPOSE_REACH; d++)
    {
      const char *class = NULL;

      if (first >= view->first + d)
        class = look_up (self, view, first - d, COUNTED_PURPOSE);
      if (class == NULL && d <= 4 && end + d - 1 < view->limit)
        class = look_up (self, view, end + d - 1, COUNTED_PURPOSE);
      if (class)
        return class;
    }
  return NULL;
}

static gboolean
is_prison_term (const RcpNumberReader *self, const RcpSentenceView *view, guint first, guint end)
{
  for (guint d = 0; d < 4; d++)
    if ((end + d < view->limit && look_up (self, view, end + d, COUNTED_PRISON))
        || (first > view->first + d && look_up (self, view, first - 1 - d, COUNTED_PRISON)))
      return TRUE;
  return FALSE;
}

static gboolean
is_plural (const RcpToken *token)
{
  return token->kind == RCP_TOKEN_WORD && token->length_bytes > 3 && g_str_has_suffix (token->folded, "s")
         && !g_str_has_suffix (token->folded, "ss");
}

/* Where what is counted is named: over adjectives, which in English may be any word before a plural ("six factory
 * workers"). */
static guint
find_noun (const RcpNumberReader *self, const RcpSentenceView *view, guint after)
{
  gboolean is_english = strcmp (view->text->language, "en") == 0;
  guint noun = after;

  while (noun < view->limit && noun < after + 3 && look_up (self, view, noun, COUNTED_OVER))
    noun++;
  for (guint i = noun; is_english && i < view->limit && i < noun + 3; i++)
    {
      const RcpToken *token = &view->text->tokens[i];

      if (strcmp (token->folded, "-") == 0)
        continue;
      if (token->kind != RCP_TOKEN_WORD || (i > noun && rcp_sentence_view_is (view, i, RCP_CUE_STOP)))
        break;
      if (is_plural (token) || look_up (self, view, i, COUNTED_GROUP) || look_up (self, view, i, COUNTED_THING))
        return i;
    }
  return noun;
}

/* What a number counts, in a form that both languages share where the lexicon knows the noun; NULL for nothing that is
 * ever compared. */
static char *
dup_counted (const RcpNumberReader *self, const RcpSentenceView *view, RcpNumberWords *number, guint *end)
{
  guint noun = find_noun (self, view, number->end);
  const char *class, *purpose;

  /* "€1.2m", "$5bn". */
  if (number->first > view->first && (class = look_up (self, view, number->first - 1, COUNTED_MONEY))
      && view->text->tokens[number->first - 1].kind == RCP_TOKEN_PUNCTUATION)
    {
      number->first--;
      purpose = find_purpose (self, view, number->first, number->end);
      return purpose ? g_strdup_printf ("%s:%s", class, purpose) : g_strdup (class);
    }
  if (noun >= view->limit)
    return NULL;
  if ((class = look_up (self, view, noun, COUNTED_MONEY)))
    {
      *end = noun + 1;
      purpose = find_purpose (self, view, number->first, *end);
      return purpose ? g_strdup_printf ("%s:%s", class, purpose) : g_strdup (class);
    }
  if (number->is_sum)
    return NULL;
  class = look_up (self, view, noun, COUNTED_TERM);
  if (class)
    {
      guint from = number->first, to = noun + 1;

      if (!is_prison_term (self, view, from, to))
        return NULL;
      *end = to;
      if (strcmp (class, "years") == 0)
        number->value *= 12;
      return g_strdup ("prison-months");
    }
  if (strcmp (view->text->tokens[noun].folded, "pour") == 0 && noun + 1 < view->limit
      && strcmp (view->text->tokens[noun + 1].folded, "cent") == 0)
    {
      *end = noun + 2;
      return g_strdup ("percent");
    }
  if (strcmp (view->text->tokens[noun].folded, "per") == 0 && noun + 1 < view->limit
      && strcmp (view->text->tokens[noun + 1].folded, "cent") == 0)
    {
      *end = noun + 2;
      return g_strdup ("percent");
    }
  if (strcmp (view->text->tokens[noun].folded, "%") == 0)
    {
      *end = noun + 1;
      return g_strdup ("percent");
    }
  if (view->text->tokens[noun].kind != RCP_TOKEN_WORD || look_up (self, view, noun, COUNTED_NONE))
    return NULL;
  *end = noun + 1;
  if ((class = look_up (self, view, noun, COUNTED_STATE)))
    return g_strdup (class);
  if ((class = look_up (self, view, noun, COUNTED_GROUP)))
    {
      const char *state = find_state (self, view, noun + 1, number->first);

      return g_strdup (state ? state : class);
    }
  if ((class = look_up (self, view, noun, COUNTED_THING)))
    return number->is_one ? NULL : g_strdup (class);
  if (is_plural (&view->text->tokens[noun]) && (class = find_doing (self, view, number->first)))
    return g_strdup (class);
  /* A word that the lexicon lacks is compared within its own language, and only in the plural. */
  if (number->is_one || strlen (view->text->tokens[noun].folded) < 4 || !is_plural (&view->text->tokens[noun])
      || rcp_sentence_view_is (view, noun, RCP_CUE_STOP) || rcp_sentence_view_is (view, noun, RCP_CUE_AUX))
    return NULL;
  return rcp_stem (view->text->tokens[noun].folded, view->text->language);
}

/* "the death toll has risen to 12", "le bilan est de 12": a number of nothing, after the word for those who died. */
static char *
dup_toll (const RcpNumberReader *self, const RcpSentenceView *view, const RcpNumberWords *number)
{
  static const char *const before[] = { "to", "at", "of", "a", "de", "is", "was", NULL };
  guint n_tokens;

  if (number->is_one || number->first == view->first
      || (!g_strv_contains (before, view->text->tokens[number->first - 1].folded)
          && !match_bound (self, view, number->first))
      || (number->end < view->limit && !is_mark (view, number->end) && !rcp_sentence_view_is (view, number->end, RCP_CUE_STOP)))
    return NULL;
  for (guint i = view->first; i < number->first; i++)
    if (find_run (self, view, i, number->first, COUNTED_TOLL, &n_tokens))
      return g_strdup ("dead");
  return NULL;
}

/* "3-1", "deux buts à un": the result of a match, as one number, the winner's goals first. */
static gboolean
read_score (const RcpSentenceView *view, guint at, RcpFoundNumber *found)
{
  const RcpToken *tokens = view->text->tokens;
  double a, b;

  if (at + 2 >= view->limit || tokens[at].kind != RCP_TOKEN_NUMBER || tokens[at + 2].kind != RCP_TOKEN_NUMBER
      || (strcmp (tokens[at + 1].folded, "-") != 0 && strcmp (tokens[at + 1].folded, "–") != 0)
      || !(tokens[at + 2].flags & RCP_TOKEN_GLUED) || strlen (tokens[at].folded) > 2 || strlen (tokens[at + 2].folded) > 2
      || (at + 3 < view->limit && (tokens[at + 3].flags & RCP_TOKEN_GLUED) && tokens[at + 3].folded[0] == '-')
      || (at > view->first && (tokens[at].flags & RCP_TOKEN_GLUED) && tokens[at - 1].folded[0] == '-')
      || (at + 3 < view->limit && is_plural (&tokens[at + 3])) || lies_in_date (view, at))
    return FALSE;
  a = g_ascii_strtod (tokens[at].folded, NULL);
  b = g_ascii_strtod (tokens[at + 2].folded, NULL);
  found->value = MAX (a, b) * 100 + MIN (a, b);
  found->counted = g_strdup ("score");
  found->range = (RcpRange){ tokens[at].start, tokens[at + 2].end };
  return TRUE;
}

/* Where the words of a number begin: "a" belongs to "a hundred". */
static guint
begin_of (const RcpSentenceView *view, const RcpNumberWords *number)
{
  const RcpToken *tokens = view->text->tokens;
  guint first = number->first;

  return first > view->first && tokens[first].kind == RCP_TOKEN_WORD && number->value >= 100
             && strcmp (tokens[first - 1].folded, "a") == 0 && strcmp (view->text->language, "en") == 0
           ? first - 1
           : first;
}

static RcpNumberBound
find_bound (const RcpNumberReader *self, const RcpSentenceView *view, const RcpNumberWords *number, guint end)
{
  static const struct { CountedKind kind; RcpNumberBound bound; } kinds[]
      = { { COUNTED_MOST, RCP_NUMBER_MOST }, { COUNTED_LEAST, RCP_NUMBER_LEAST }, { COUNTED_ABOUT, RCP_NUMBER_ABOUT } };
  guint longest = 0;
  RcpNumberBound bound = number->bound;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = match_before (self, view, begin_of (view, number), kinds[i].kind);

      if (n > longest)
        {
          longest = n;
          bound = kinds[i].bound;
        }
    }
  if (bound == RCP_NUMBER_EXACT && look_up (self, view, end, COUNTED_AFTER_ABOUT))
    bound = RCP_NUMBER_ABOUT;
  return bound;
}

/* "12 morts, dont trois enfants": a part says nothing of the whole. */
static gboolean
is_part (const RcpNumberReader *self, const RcpSentenceView *view, guint first)
{
  for (guint back = 0; back <= 3 && first >= view->first + back + 1; back++)
    if (match_before (self, view, first - back, COUNTED_PART) > 0)
      return TRUE;
  return FALSE;
}

/**
 * rcp_number_reader_read:
 * @numbers: (element-type RcpFoundNumber): receives the numbers in text order; dates, times and ages are none, nor is a part
 *   of a number told before it
 */
void
rcp_number_reader_read (const RcpNumberReader *self, const RcpSentenceView *view, GArray *numbers)
{
  static const char marks[] = { '\0', '~', '>', '<' };

  for (guint i = view->first, next; i < view->limit; i = next)
    {
      RcpFoundNumber found = { { 0, 0 } };
      RcpNumberWords number;
      RcpNumberBound bound;
      guint end;

      next = i + 1;
      if (read_score (view, i, &found))
        {
          g_array_append_val (numbers, found);
          next = i + 3;
          continue;
        }
      if (!rcp_number_words_read (view->text, i, view->limit, &number))
        continue;
      next = end = number.end;
      /* "Les deux pays" counts nothing. */
      if (is_part (self, view, number.first)
          || (i > view->first && number.value < 10 && rcp_sentence_view_is (view, i - 1, RCP_CUE_SAME))
          || ((found.counted = dup_counted (self, view, &number, &end)) == NULL
              && (found.counted = dup_toll (self, view, &number)) == NULL))
        continue;
      /* A term is a length of time as well. */
      if (lies_in_date (view, i) && strcmp (found.counted, "prison-months") != 0)
        {
          g_free (found.counted);
          continue;
        }
      bound = find_bound (self, view, &number, end);
      if (bound != RCP_NUMBER_EXACT)
        {
          char *vague = g_strdup_printf ("%c%s", marks[bound], found.counted);

          g_free (found.counted);
          found.counted = vague;
        }
      found.value = number.value;
      found.range = (RcpRange){ view->text->tokens[begin_of (view, &number)].start, view->text->tokens[end - 1].end };
      g_array_append_val (numbers, found);
    }
}

/* How coarse a number is told: 10 for 120, 100 for 1 500, 0.1 of a million for 1.2 million. */
static double
find_unit (double value)
{
  double unit = 1;

  if (value != floor (value) || value <= 0)
    return 0;
  while (unit < value && fmod (value, unit * 10) == 0)
    unit *= 10;
  return unit;
}

/**
 * rcp_found_number_get_counted:
 *
 * Returns: what @number counts, without the sign of how exact it is.
 */
const char *
rcp_found_number_get_counted (const RcpFoundNumber *number)
{
  return strchr ("~<>", number->counted[0]) ? number->counted + 1 : number->counted;
}

/**
 * rcp_found_number_get_bounds:
 * @low: (out): the least that it may mean
 * @high: (out): the most
 *
 * A number that is told as about right may be off by 15 in a hundred, or by half of what it is rounded to where that is
 * more; one told without such a word by half of what it is rounded to, at most 2.5 in a hundred, where that is a hundred or
 * more. Our own estimates: wider, and true differences are missed; narrower, and roundings are taken for differences.
 */
void
rcp_found_number_get_bounds (const RcpFoundNumber *number, double *low, double *high)
{
  double unit = find_unit (number->value), off = 0;

  *low = *high = number->value;
  switch (number->counted[0])
    {
    case '>':
      *high = G_MAXDOUBLE;
      return;
    case '<':
      *low = 0;
      return;
    case '~':
      off = MAX (0.15 * number->value, MIN (unit / 2, 0.4 * number->value));
      break;
    default:
      if (unit >= 100)
        off = MIN (unit / 2, 0.025 * number->value);
      break;
    }
  *low -= off;
  *high += off;
}
