#include "config.h"

#include "rcp-number-words.h"

#include <math.h>
#include <string.h>

#define MAX_NUMBER 1e15

typedef enum
{
  WORD_UNIT,    /* "sept", "twenty" */
  WORD_FACTOR,  /* "cent", "million" */
  WORD_ROUGHLY, /* "dizaine", "dozen": about that many after "une", many of them in the plural */
} WordKind;

typedef struct
{
  const char *word;
  double value;
  WordKind kind;
} Word;

/* One word may be of both languages ("six", "million"); no word means two numbers. */
static const Word words[] = {
  { "un", 1 }, { "une", 1 }, { "deux", 2 }, { "trois", 3 }, { "quatre", 4 }, { "cinq", 5 }, { "six", 6 }, { "sept", 7 },
  { "huit", 8 }, { "neuf", 9 }, { "dix", 10 }, { "onze", 11 }, { "douze", 12 }, { "treize", 13 }, { "quatorze", 14 },
  { "quinze", 15 }, { "seize", 16 }, { "vingt", 20 }, { "vingts", 20 }, { "trente", 30 }, { "quarante", 40 },
  { "cinquante", 50 }, { "soixante", 60 }, { "septante", 70 }, { "huitante", 80 }, { "nonante", 90 },
  { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "seven", 7 }, { "eight", 8 }, { "nine", 9 },
  { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 }, { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 },
  { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 }, { "thirty", 30 },
  { "forty", 40 }, { "fifty", 50 }, { "sixty", 60 }, { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
  { "cent", 1e2, WORD_FACTOR }, { "cents", 1e2, WORD_FACTOR }, { "hundred", 1e2, WORD_FACTOR },
  { "mille", 1e3, WORD_FACTOR }, { "thousand", 1e3, WORD_FACTOR }, { "million", 1e6, WORD_FACTOR },
  { "millions", 1e6, WORD_FACTOR }, { "milliard", 1e9, WORD_FACTOR }, { "milliards", 1e9, WORD_FACTOR },
  { "billion", 1e9, WORD_FACTOR }, { "m", 1e6, WORD_FACTOR }, { "mn", 1e6, WORD_FACTOR }, { "bn", 1e9, WORD_FACTOR },
  { "md", 1e9, WORD_FACTOR }, { "mds", 1e9, WORD_FACTOR }, { "k", 1e3, WORD_FACTOR },
  { "dizaine", 10, WORD_ROUGHLY }, { "dizaines", 10, WORD_ROUGHLY }, { "douzaine", 12, WORD_ROUGHLY },
  { "douzaines", 12, WORD_ROUGHLY }, { "quinzaine", 15, WORD_ROUGHLY }, { "vingtaine", 20, WORD_ROUGHLY },
  { "trentaine", 30, WORD_ROUGHLY }, { "quarantaine", 40, WORD_ROUGHLY }, { "cinquantaine", 50, WORD_ROUGHLY },
  { "soixantaine", 60, WORD_ROUGHLY }, { "centaine", 100, WORD_ROUGHLY }, { "centaines", 100, WORD_ROUGHLY },
  { "millier", 1000, WORD_ROUGHLY }, { "milliers", 1000, WORD_ROUGHLY }, { "dozen", 12, WORD_ROUGHLY },
  { "dozens", 12, WORD_ROUGHLY }, { "score", 20, WORD_ROUGHLY }, { "scores", 20, WORD_ROUGHLY },
  { "hundreds", 100, WORD_ROUGHLY }, { "thousands", 1000, WORD_ROUGHLY },
};

static const Word *
look_up (const RcpToken *token)
{
  if (token->kind != RCP_TOKEN_WORD)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].word[0] == token->folded[0] && strcmp (words[i].word, token->folded) == 0)
      return &words[i];
  return NULL;
}

static gboolean
is_word (const RcpSegmentedText *text, guint at, guint limit, const char *word)
{
  return at < limit && strcmp (text->tokens[at].folded, word) == 0;
}

static gboolean
is_hyphen (const RcpSegmentedText *text, guint at, guint limit)
{
  return at < limit && (is_word (text, at, limit, "-") || is_word (text, at, limit, "‑") || is_word (text, at, limit, "–"));
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

/* "1 000", "1.000", "1,000" and "1000" are one number; "3,5" and "3.5" another. */
static double
read_figure (const RcpSegmentedText *text, guint from, guint limit, guint *end)
{
  const RcpToken *tokens = text->tokens;
  double value = read_digits (&tokens[from]);

  *end = from + 1;
  while (value >= 0 && *end < limit)
    {
      guint mark = *end;
      guint next = tokens[mark].kind == RCP_TOKEN_PUNCTUATION && strchr (".,", tokens[mark].folded[0])
                           && (tokens[mark].flags & RCP_TOKEN_GLUED)
                       ? mark + 1 : mark;

      if (next >= limit || tokens[next].kind != RCP_TOKEN_NUMBER
          || (next > mark && !(tokens[next].flags & RCP_TOKEN_GLUED)))
        break;
      if (strlen (tokens[next].folded) == 3 && value < 1e12 && value > 0)
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
  return value;
}

/* "1.2m", "5bn", "30k": digits with their factor glued to them. */
static double
read_mixed (const RcpToken *token)
{
  const char *rest = token->folded;
  double value = 0;

  for (; g_ascii_isdigit (*rest); rest++)
    value = MIN (value * 10 + (*rest - '0'), MAX_NUMBER);
  if (rest == token->folded)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == WORD_FACTOR && strlen (words[i].word) <= 3 && strcmp (words[i].word, rest) == 0)
      return value * words[i].value;
  return -1;
}

/* The factor that follows a decimal fraction glued to it: "€1.2m" is cut into "1", "." and "2m". */
static gboolean
read_fraction (const RcpSegmentedText *text, guint limit, double *value, guint *end)
{
  guint mark = *end;
  const RcpToken *token;
  guint n_digits = 0;
  double factor;

  if (mark + 1 >= limit || strchr (".,", text->tokens[mark].folded[0]) == NULL
      || text->tokens[mark + 1].kind != RCP_TOKEN_MIXED || !(text->tokens[mark + 1].flags & RCP_TOKEN_GLUED))
    return FALSE;
  token = &text->tokens[mark + 1];
  factor = read_mixed (token);
  while (g_ascii_isdigit (token->folded[n_digits]))
    n_digits++;
  if (factor < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == WORD_FACTOR && strcmp (words[i].word, token->folded + n_digits) == 0)
      {
        *value = *value * words[i].value + factor / pow (10, n_digits);
        *end = mark + 2;
        return TRUE;
      }
  return FALSE;
}

/* Whether @value may follow @current within one hundred: "vingt" then "deux", "soixante" then "dix-sept". */
static gboolean
may_follow (double current, double value)
{
  double rest = fmod (current, 100);

  if (current >= 100 && rest == 0)
    return TRUE;
  if (rest == 4 && value == 20)
    return TRUE;
  if (rest == 60 || rest == 80)
    return value < 20;
  return rest >= 10 && fmod (rest, 10) == 0 && value < 10 && (rest >= 20 || value >= 7);
}

/* A number in words, or words after one in digits: "deux cent cinquante", "3,5 millions", "vingt et un". */
static gboolean
read_spelled (const RcpSegmentedText *text, guint limit, double *value, guint *end, gboolean has_figure)
{
  double total = 0, current = has_figure ? *value : -1;
  guint at = *end;

  while (at < limit)
    {
      guint next = at;
      const Word *word;

      if (current >= 0 || total > 0)
        {
          if (is_hyphen (text, next, limit) && (text->tokens[next].flags & RCP_TOKEN_GLUED))
            next++;
          else if (is_word (text, next, limit, "et") || is_word (text, next, limit, "and"))
            {
              if (has_figure || (is_word (text, next, limit, "et") ? fmod (current, 100) < 20 : current < 100))
                break;
              next++;
            }
        }
      word = next < limit ? look_up (&text->tokens[next]) : NULL;
      if (word == NULL || word->kind == WORD_ROUGHLY)
        break;
      if (word->kind == WORD_FACTOR)
        {
          gboolean is_glued = text->tokens[next].flags & RCP_TOKEN_GLUED;

          /* "Md" stands after figures alone, a single letter glued to them at that. */
          if (strlen (word->word) <= 3 && (!has_figure || next > at || (word->word[1] == '\0' && !is_glued)))
            break;
          if (word->value == 100)
            current = MAX (current, 1) * 100;
          else
            {
              total += (current >= 0 ? current : 1) * word->value;
              current = -1;
            }
        }
      else if (has_figure && current >= 0)
        break;
      else if (current < 0)
        current = word->value;
      else if (!may_follow (current, word->value))
        break;
      else if (fmod (current, 100) == 4 && word->value == 20)
        current += 76;
      else
        current += word->value;
      at = next + 1;
    }
  if (at == *end)
    return FALSE;
  *value = total + MAX (current, 0);
  *end = at;
  return TRUE;
}

/* "une dizaine", "half a dozen", "des centaines", "two dozen", "several hundred". */
static gboolean
read_roughly (const RcpSegmentedText *text, guint at, guint limit, RcpNumberWords *number)
{
  static const char *const ones[] = { "une", "un", "a", NULL };
  static const char *const many[] = { "des", "plusieurs", "quelques", "several", "many", "les", "the", "few", NULL };
  static const char *const between[] = { "bonne", "petite", "grosse", "good", "few", "half", "demi", NULL };
  double factor = 1;
  gboolean is_one = FALSE, is_many = FALSE;
  guint i = at;
  const Word *word;

  if (is_word (text, i, limit, "half"))
    factor = 0.5, i++;
  if (i < limit && g_strv_contains (ones, text->tokens[i].folded))
    is_one = TRUE, i++;
  else if (i < limit && g_strv_contains (many, text->tokens[i].folded))
    is_many = TRUE, i++;
  else if (i < limit && look_up (&text->tokens[i]) && look_up (&text->tokens[i])->kind == WORD_UNIT
           && look_up (&text->tokens[i])->value > 1)
    factor = look_up (&text->tokens[i])->value, i++;
  for (guint k = 0; k < 2 && i < limit && g_strv_contains (between, text->tokens[i].folded); k++, i++)
    {
      if (is_word (text, i, limit, "few"))
        is_one = FALSE, is_many = TRUE;
      if (is_word (text, i, limit, "half") || is_word (text, i, limit, "demi"))
        factor = 0.5;
      if (is_hyphen (text, i + 1, limit))
        i++;
    }
  if (i >= limit || (word = look_up (&text->tokens[i])) == NULL || i > at + 5)
    return FALSE;
  if (word->kind == WORD_ROUGHLY)
    {
      gboolean plural = g_str_has_suffix (word->word, "s");

      /* A score is a result, "les milliers" no number. */
      if (strcmp (word->word, "score") == 0 || (!plural && !is_one && factor == 1))
        return FALSE;
      number->value = plural && factor == 1 ? word->value * 2 : word->value * factor;
      number->bound = plural && factor == 1 ? RCP_NUMBER_LEAST : RCP_NUMBER_ABOUT;
    }
  else if (is_many && word->kind == WORD_FACTOR && word->value >= 100 && strlen (word->word) > 3)
    {
      number->value = word->value * 2;
      number->bound = RCP_NUMBER_LEAST;
    }
  else
    return FALSE;
  number->first = at;
  number->end = i + 1;
  number->is_one = FALSE;
  return TRUE;
}

static gboolean
read_one (const RcpSegmentedText *text, guint at, guint limit, double *value, guint *end)
{
  const RcpToken *token = &text->tokens[at];

  *end = at + 1;
  if (token->kind == RCP_TOKEN_MIXED)
    return (*value = read_mixed (token)) >= 0;
  if (token->kind == RCP_TOKEN_NUMBER)
    {
      *value = read_figure (text, at, limit, end);
      if (*value < 0)
        return FALSE;
      if (!read_fraction (text, limit, value, end))
        read_spelled (text, limit, value, end, TRUE);
      return TRUE;
    }
  *end = at;
  *value = 0;
  if (look_up (token) && look_up (token)->kind == WORD_FACTOR && (strlen (token->folded) <= 3 || look_up (token)->value > 1000))
    return FALSE;
  return look_up (token) && read_spelled (text, limit, value, end, FALSE);
}

/* "est passé de huit à onze", "rose from 8 to 11": the second is the number, not the end of a range. */
static gboolean
is_passage (const RcpSegmentedText *text, guint at)
{
  static const char *const passing[] = { "passe", "passee", "passes", "passait", "passer", "passant", "porte", "monte", "hausse",
                                         "rose", "risen", "rise", "rises", "grew", "grown", "jumped", "fell", "fallen", "dropped",
                                         "climbed", "raised", "up", "down", "revised", "increased", NULL };

  if (at == 0 || (strcmp (text->tokens[at - 1].folded, "de") != 0 && strcmp (text->tokens[at - 1].folded, "from") != 0))
    return FALSE;
  for (guint i = 2; i <= 4 && at >= i; i++)
    if (g_strv_contains (passing, text->tokens[at - i].folded))
      return TRUE;
  return FALSE;
}

/* "20 à 30", "20-30", "entre 20 et 30". */
static gboolean
joins_range (const RcpSegmentedText *text, guint at, guint next, guint limit)
{
  if (is_word (text, next, limit, "a") || is_word (text, next, limit, "to") || is_hyphen (text, next, limit))
    return TRUE;
  return at > 0 && (is_word (text, at - 1, limit, "entre") || is_word (text, at - 1, limit, "between"))
         && (is_word (text, next, limit, "et") || is_word (text, next, limit, "and"));
}

/**
 * rcp_number_words_read:
 * @at: a token
 * @limit: one past the last token of its sentence
 * @number: (out): the number
 *
 * Returns: whether a number begins at @at. A range ("20 à 30") is at least its lower end. Any thread.
 */
gboolean
rcp_number_words_read (const RcpSegmentedText *text, guint at, guint limit, RcpNumberWords *number)
{
  double upper;
  guint end, next;

  *number = (RcpNumberWords){ 0, at, at, RCP_NUMBER_EXACT, FALSE, FALSE };
  if (read_roughly (text, at, limit, number))
    return TRUE;
  if (!read_one (text, at, limit, &number->value, &number->end))
    return FALSE;
  number->is_one = number->end == at + 1 && number->value == 1 && text->tokens[at].kind == RCP_TOKEN_WORD;
  number->is_sum = text->tokens[number->end - 1].kind == RCP_TOKEN_MIXED;
  next = number->end;
  if (next + 1 < limit && joins_range (text, at, next, limit) && read_one (text, next + 1, limit, &upper, &end)
      && (upper > number->value || is_passage (text, at)))
    {
      number->is_one = FALSE;
      if (is_passage (text, at))
        {
          number->value = upper;
          number->first = end - 1 > next + 1 ? next + 1 : end - 1;
          number->end = end;
          return TRUE;
        }
      /* "3 à 5 millions" means millions twice. */
      if (upper >= 1e6 && number->value < 1000)
        number->value *= upper >= 1e9 ? 1e9 : 1e6;
      number->end = end;
      number->bound = RCP_NUMBER_LEAST;
    }
  return TRUE;
}
