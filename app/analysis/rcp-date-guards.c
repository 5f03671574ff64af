#include "config.h"

#include <string.h>

#include "rcp-date-sentence-private.h"

/* Conditions on the words around an expression: what keeps "mars" the planet, "été" the participle and "2 000
 * soldats" from being read as dates. */

/* A word in lower case that the grammar doesn't know as a function word: what a number before it would count.
 */
static gboolean
is_common_word (const RcpDateSentence *self, guint at)
{
  const RcpToken *token;

  if (at >= self->items->len)
    return FALSE;
  token = token_of (self, at);
  if (token->folded[0] == '%' || strncmp (token->folded, "€", 3) == 0 || token->folded[0] == '$')
    return TRUE;
  if (token->kind != RCP_TOKEN_WORD || (token->flags & RCP_TOKEN_CAPITALISED))
    return FALSE;
  return !has (self, at, RCP_DW_STOP) && !has (self, at, RCP_DW_PREP) && !has (self, at, RCP_DW_PAST) &&
         !has (self, at, RCP_DW_FUTURE) && !has (self, at, RCP_DW_UNTIL) && !has (self, at, RCP_DW_SINCE) &&
         !has (self, at, RCP_DW_TO) && !has (self, at, RCP_DW_AND);
}

/* A word that stands before dates: a preposition or part of another date. */
static gboolean
is_cue (const RcpDateSentence *self, guint at)
{
  const guint64 cues = RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_PREP) | RCP_DW_BIT (RCP_DW_SINCE) |
                       RCP_DW_BIT (RCP_DW_FROM) | RCP_DW_BIT (RCP_DW_UNTIL) | RCP_DW_BIT (RCP_DW_BEFORE) |
                       RCP_DW_BIT (RCP_DW_AFTER) | RCP_DW_BIT (RCP_DW_BETWEEN) | RCP_DW_BIT (RCP_DW_PART) |
                       RCP_DW_BIT (RCP_DW_WITHIN) | RCP_DW_BIT (RCP_DW_DIR);

  return at < self->items->len && item_at (self, at)->word && (item_at (self, at)->word->classes & cues) != 0;
}

static gboolean
is_name (const RcpDateSentence *self, guint at)
{
  return at < self->items->len && item_at (self, at)->word == NULL && token_of (self, at)->kind == RCP_TOKEN_WORD
         && (token_of (self, at)->flags & RCP_TOKEN_CAPITALISED);
}

/* "Théo Avril", "Avril Lavigne": months have no capital in French. */
static gboolean
is_in_name (const RcpDateSentence *self, guint from, guint to)
{
  const RcpToken *token = token_of (self, from);

  return (token->flags & RCP_TOKEN_CAPITALISED) && !(token->flags & RCP_TOKEN_ALL_CAPITALS)
         && (is_name (self, to) || (from > 0 && is_name (self, from - 1)));
}

static gboolean
allows_month (const RcpDateSentence *self, guint from, guint to)
{
  const RcpDateItem *item = item_at (self, from);
  RcpTokenFlags flags = token_of (self, from)->flags;
  gboolean cue = from > 0 && (is_cue (self, from - 1) || has (self, from - 1, RCP_DW_OF));

  if ((has (self, to, RCP_DW_HYPHEN) || has (self, to, RCP_DW_TO) ||
       (self->grammar->is_french && (has (self, to, RCP_DW_COMMA) || has (self, to, RCP_DW_AND)))) &&
      has (self, to + 1, RCP_DW_MONTH))
    return TRUE;
  /* "Paris, 3 avril - Sept personnes" counts. */
  if (from > 1 && (has (self, from - 1, RCP_DW_HYPHEN) || has (self, from - 1, RCP_DW_TO)) &&
      has (self, from - 2, RCP_DW_MONTH) && !(has (self, from, RCP_DW_NUMBER) && item->n_tokens == 1))
    return TRUE;
  if (item->word->is_abbreviation && !(from == 0 && to == self->items->len))
    return FALSE;
  /* "between august and october" */
  if (from > 0 && has (self, from - 1, RCP_DW_BETWEEN) && has (self, to, RCP_DW_AND) && has (self, to + 1, RCP_DW_MONTH))
    return TRUE;
  if (from > 2 && has (self, from - 3, RCP_DW_BETWEEN) && has (self, from - 2, RCP_DW_MONTH) && has (self, from - 1, RCP_DW_AND) &&
      (flags & RCP_TOKEN_CAPITALISED))
    return TRUE;
  /* "April Smith" */
  if (!self->grammar->is_french && !cue && from > 0 && to < self->items->len && token_of (self, to)->kind == RCP_TOKEN_WORD &&
      (token_of (self, to)->flags & RCP_TOKEN_CAPITALISED) && item_at (self, to)->word == NULL)
    return FALSE;
  if (from == 0 && to == self->items->len)
    return TRUE;
  if (self->grammar->is_french && is_in_name (self, from, to))
    return FALSE;
  if (!item->word->is_weak)
    return TRUE;
  if (from > 0 && has (self, from - 1, RCP_DW_BEFORENAME) && !has (self, from - 1, RCP_DW_FROM))
    return FALSE;
  if (!self->grammar->is_french)
    return cue && (flags & RCP_TOKEN_CAPITALISED);
  /* "en Mars" is no planet, "EN MARS" neither. */
  if (from > 0 && has (self, from - 1, RCP_DW_IN))
    return TRUE;
  if ((flags & RCP_TOKEN_CAPITALISED) && !((flags & RCP_TOKEN_ALL_CAPITALS) && cue))
    return FALSE;
  return cue || (from > 0 && (has (self, from - 1, RCP_DW_TO) || has (self, from - 1, RCP_DW_AND) ||
                              has (self, from - 1, RCP_DW_OR) || has (self, from - 1, RCP_DW_COMMA)));
}

/* "this may", "the last march": verbs and nouns in lower case, in English. */
static gboolean
is_month_name (const RcpDateSentence *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (has (self, i, RCP_DW_MONTH) && item_at (self, i)->word->is_weak && !self->grammar->is_french &&
        !(token_of (self, i)->flags & RCP_TOKEN_CAPITALISED))
      return FALSE;
  return TRUE;
}

/* Is the year one link of a chain of numbers, other than a span of years? */
static gboolean
is_hyphened_number (const RcpDateSentence *self, guint from, guint to, const RcpDatePiece *piece)
{
  if (has (self, to, RCP_DW_HYPHEN) && to + 1 < self->items->len && (token_of (self, to)->flags & RCP_TOKEN_GLUED)
      && (token_of (self, to + 1)->flags & RCP_TOKEN_GLUED) && item_at (self, to + 1)->number >= 0)
    {
      const RcpDateItem *next = item_at (self, to + 1);

      if (next->n_digits == 4 ? next->number <= piece->year : next->n_digits != 2 || next->number > piece->year % 100 + 15)
        return TRUE;
      if (has (self, to + 2, RCP_DW_HYPHEN) && to + 3 < self->items->len && item_at (self, to + 3)->number >= 0
          && (token_of (self, to + 2)->flags & RCP_TOKEN_GLUED))
        return TRUE;
    }
  return from >= 2 && has (self, from - 1, RCP_DW_HYPHEN) && (token_of (self, from)->flags & RCP_TOKEN_GLUED)
         && (token_of (self, from - 1)->flags & RCP_TOKEN_GLUED) && item_at (self, from - 2)->number >= 0
         && item_at (self, from - 2)->n_digits != 4;
}

static gboolean
allows_year (const RcpDateSentence *self, guint from, guint to, const RcpDatePiece *piece)
{
  gboolean is_recent = piece->year >= 1900 && piece->year < 2100;
  const RcpToken *before, *after;

  if (from == 0 && to == self->items->len)
    return TRUE;
  /* "1 000", "3.2015", "n° 2016-12": part of another figure */
  if (from > 0 && item_at (self, from - 1)->number >= 0)
    return FALSE;
  if (to < self->items->len && item_at (self, to)->number >= 0)
    return FALSE;
  /* "18/13/2022", "32-2015": a date that is none; "Boeing 1949", "Room 2015" */
  if (from > 1 && (token_of (self, from)->flags & RCP_TOKEN_GLUED) && (token_of (self, from - 1)->flags & RCP_TOKEN_GLUED) &&
      strchr ("/-.", token_of (self, from - 1)->folded[0]) && item_at (self, from - 2)->number >= 0 &&
      item_at (self, from - 2)->n_digits <= 3)
    return FALSE;
  if (from > 0 && has (self, from - 1, RCP_DW_BEFORENAME) && !has (self, from - 1, RCP_DW_FROM) &&
      !has (self, from - 1, RCP_DW_PREP))
    return FALSE;
  /* "2000 GMT" */
  if (has (self, to, RCP_DW_ZONE))
    return FALSE;
  after = to < self->items->len ? token_of (self, to) : NULL;
  before = from > 0 ? token_of (self, from - 1) : NULL;
  if (after && !rcp_date_scan_is_next_year (self->text, self->items, to, piece->year) &&
      (after->flags & RCP_TOKEN_GLUED) && strchr (".,:/", after->folded[0]) &&
      to + 1 < self->items->len && (token_of (self, to + 1)->flags & RCP_TOKEN_GLUED) &&
      item_at (self, to + 1)->number >= 0)
    return FALSE;
  /* "décret 2020-1310", "2010-2015-86", "03-03-2020": numbers of other things */
  if (is_hyphened_number (self, from, to, piece))
    return FALSE;
  /* "2000 de plus" */
  if (self->grammar->is_french && has (self, to, RCP_DW_OF) && to + 1 < self->items->len
      && strcmp (token_of (self, to + 1)->folded, "plus") == 0)
    return FALSE;
  /* "the 2012 vote", "their lavish 2011 wedding", "to win 2016 titles": English divides thousands, unless they are round. */
  if (!self->grammar->is_french && is_recent && piece->year % 100 != 0 && before && before->kind == RCP_TOKEN_WORD &&
      (!(before->flags & RCP_TOKEN_CAPITALISED) || (before->flags & RCP_TOKEN_SENTENCE_START)) && !has (self, from - 1, RCP_DW_APPROX) &&
      !has (self, from - 1, RCP_DW_LESSTHAN) && after && after->kind == RCP_TOKEN_WORD && !has (self, to, RCP_DW_UNIT))
    return TRUE;
  if (has (self, to, RCP_DW_UNIT) || is_common_word (self, to))
    {
      /* "en 2017 puis": an adverb after a plain cue; "de 2000 soldats": a plural that is counted */
      const char *word = after ? after->folded : "";
      gsize length = strlen (word);
      gboolean counts = length < 3 || word[length - 1] == 's' || word[length - 1] == 'x' || word[0] == '%' ||
                        has (self, to, RCP_DW_UNIT) || (unsigned char) word[0] >= 0x80 || word[0] == '$';

      if (counts && !g_str_has_suffix (word, "ous"))
        return FALSE;
      return is_recent && before &&
             (has (self, from - 1, RCP_DW_IN) || has (self, from - 1, RCP_DW_SINCE) ||
              (self->grammar->is_french && has (self, from - 1, RCP_DW_OF)));
    }
  if (before == NULL)
    return is_recent && after &&
           (after->folded[0] == ',' || after->folded[0] == ':' || after->folded[0] == '-' ||
            rcp_date_scan_is_next_year (self->text, self->items, to, piece->year));
  if (before->folded[0] == '$' || before->folded[0] == '#' || strcmp (before->folded, "€") == 0 ||
      strcmp (before->folded, "£") == 0 || strcmp (before->folded, "№") == 0)
    return FALSE;
  if (strcmp (before->folded, "(") == 0)
    return is_recent;
  if (is_cue (self, from - 1))
    return TRUE;
  if (has (self, from - 1, RCP_DW_OF) || has (self, from - 1, RCP_DW_TO) ||
      has (self, from - 1, RCP_DW_AND) || has (self, from - 1, RCP_DW_OR) ||
      has (self, from - 1, RCP_DW_HYPHEN) || has (self, from - 1, RCP_DW_COMMA) ||
      has (self, from - 1, RCP_DW_APPROX) || has (self, from - 1, RCP_DW_STOP))
    return is_recent;
  /* "le bilan 2001 de la police", "la présidentielle 2022": an edition's year; "la page 2001" is none. */
  if (is_recent && before->kind == RCP_TOKEN_WORD && before->end - before->start >= 4 &&
      !(before->flags & RCP_TOKEN_CAPITALISED) && !has (self, from - 1, RCP_DW_BEFORENAME) &&
      (after == NULL || after->kind == RCP_TOKEN_PUNCTUATION || has (self, to, RCP_DW_STOP)))
    return TRUE;
  return self->items->len <= 6 && is_recent;
}

static gboolean
allows_season (const RcpDateSentence *self, guint from, guint to)
{
  guint at = from;
  gboolean det = FALSE;

  if (has (self, at, RCP_DW_DET))
    {
      det = TRUE;
      at++;
    }
  if (from == 0 && to == self->items->len)
    return TRUE;
  /* "Fall River" */
  if (!self->grammar->is_french && to < self->items->len && (token_of (self, at)->flags & RCP_TOKEN_CAPITALISED) &&
      (token_of (self, to)->flags & RCP_TOKEN_CAPITALISED))
    return FALSE;
  if (!self->grammar->is_french)
    return at > 0 && (is_cue (self, at - 1) || (det && at > 1 && is_cue (self, at - 2)) ||
                      (at > 0 && has (self, at - 1, RCP_DW_OF)));
  /* "l'été" yes, "a été" no; "d'été", "en hiver" tell a habit rather than a season of a year */
  if (det)
    return TRUE;
  return at > 0 && (strcmp (token_of (self, at - 1)->folded, "au") == 0 || has (self, at - 1, RCP_DW_SINCE) ||
                    has (self, at - 1, RCP_DW_IN) || has (self, at - 1, RCP_DW_PART));
}

/* "on Sat at 5": an abbreviation that only a day would stand for */
static gboolean
is_on_abbreviation (const RcpDateSentence *self, guint from, guint to)
{
  return !self->grammar->is_french && from > 0 && strcmp (token_of (self, from - 1)->folded, "on") == 0 &&
         (token_of (self, from)->flags & RCP_TOKEN_CAPITALISED) &&
         !(to < self->items->len && (token_of (self, to)->flags & RCP_TOKEN_CAPITALISED));
}

/* "lundi les deux entreprises", "mardi, trois ont été tués": what is counted. A day of the month has no plural article, and in
 * words and without its month it ends what is said: "le mercredi deux." */
static gboolean
counts_behind_weekday (const RcpDateSentence *self, guint weekday, guint to)
{
  static const char *const plurals[] = { "les", "des", "ces", "aux", "leurs", "ses", NULL };

  for (guint at = weekday + 1; at + 1 < to; at++)
    if (g_strv_contains (plurals, token_of (self, at)->folded))
      return TRUE;
  for (guint at = weekday + 1; at < to; at++)
    if (item_at (self, at)->number < 0 && has (self, at, RCP_DW_NUMBER))
      return to < self->items->len && token_of (self, to)->kind != RCP_TOKEN_PUNCTUATION;
  return FALSE;
}

static gboolean
allows_weekday (const RcpDateSentence *self, guint from, guint to, const RcpDatePiece *piece)
{
  guint at = from;

  while (at < to && !has (self, at, RCP_DW_WEEKDAY))
    at++;
  if (at < to && item_at (self, at)->word->is_abbreviation && piece->day == 0 && !is_on_abbreviation (self, from, to) &&
      !(from == 0 && to == self->items->len && to <= 2))
    return FALSE;
  /* "Sunday 3-1" is a score. */
  if (piece->day > 0 && has (self, to, RCP_DW_HYPHEN) && to + 1 < self->items->len &&
      item_at (self, to + 1)->number >= 0)
    return FALSE;
  /* "par mer 2.310.400": an abbreviation with a mere number needs its full stop. */
  if (at < to && item_at (self, at)->word->is_abbreviation && piece->month == 0 && item_at (self, at)->n_tokens == 1
      && item_at (self, to - 1)->ordinal == 0 && !(from == 0 && to == self->items->len))
    return FALSE;
  if (self->grammar->is_french && piece->day > 0 && piece->month == 0 && at < to && counts_behind_weekday (self, at, to))
    return FALSE;
  /* "mardi, 10 personnes" */
  return piece->day == 0 || !(is_common_word (self, to) || has (self, to, RCP_DW_UNIT));
}

/* "jusqu'au 15", "à partir du 8": the article is part of the preposition. */
static gboolean
ends_with_article (const RcpDateSentence *self, guint at)
{
  const RcpDateItem *before;
  const char *last;

  if (at == 0 || !(has (self, at - 1, RCP_DW_UNTIL) || has (self, at - 1, RCP_DW_FROM)))
    return FALSE;
  before = item_at (self, at - 1);
  last = self->text->tokens[before->token + before->n_tokens - 1].folded;
  return strcmp (last, "au") == 0 || strcmp (last, "du") == 0;
}

/* "le vingt-sept." in words, with nothing that it could count. */
static gboolean
is_final_number (const RcpDateSentence *self, guint at, guint to)
{
  return has (self, at, RCP_DW_NUMBER) && to > at + 1
         && (to == self->items->len || token_of (self, to)->kind == RCP_TOKEN_PUNCTUATION);
}

static gboolean
allows_the_day (const RcpDateSentence *self, guint from, guint to, const RcpDatePiece *piece)
{
  guint day_at = has (self, from, RCP_DW_DET) ? from + 1 : from;
  const RcpDateItem *item = item_at (self, day_at);

  /* "the 15th at 3 pm" */
  if (!self->grammar->is_french && item->ordinal > 0 && item->ordinal <= 31 && piece->daypart != RCP_DAYPART_NONE &&
      (day_at > from || (from > 0 && is_cue (self, from - 1))))
    return TRUE;
  if (is_common_word (self, to) || has (self, to, RCP_DW_UNIT) || has (self, to, RCP_DW_HYPHEN))
    return FALSE;
  if (to < self->items->len &&
      (token_of (self, to)->folded[0] == '/' || token_of (self, to)->folded[0] == '.') &&
      (token_of (self, to)->flags & RCP_TOKEN_GLUED) && to + 1 < self->items->len &&
      item_at (self, to + 1)->number >= 0)
    return FALSE;
  if (to < self->items->len && item_at (self, to)->number >= 0)
    return FALSE;
  if (self->grammar->is_french)
    return (day_at > from ? strcmp (token_of (self, from)->folded, "le") == 0 : ends_with_article (self, from)) && (item->number >= 1 || item->ordinal == 1 || is_final_number (self, day_at, to)) &&
           item->number <= 31 &&
           !(to < self->items->len && (token_of (self, to)->flags & RCP_TOKEN_CAPITALISED)) &&
           /* "le 15 de France" */
           !(has (self, to, RCP_DW_OF) && to + 1 < self->items->len && (token_of (self, to + 1)->flags & RCP_TOKEN_CAPITALISED));
  /* "the 26th" is a day, "the second" a rank unless it ends the sentence. */
  return item->ordinal > 0 && item->ordinal <= 31 && from > 0 &&
         (is_cue (self, from - 1) || strcmp (token_of (self, from - 1)->folded, "on") == 0) &&
         !(to < self->items->len && (token_of (self, to)->flags & RCP_TOKEN_CAPITALISED));
}

/* English words that stand before the day of a month, and not before a mere month and a number. */
static gboolean
is_before_day (const RcpDateSentence *self, guint at)
{
  const char *word = token_of (self, at)->folded;

  return strcmp (word, "on") == 0 || word[0] == '\'' || has (self, at, RCP_DW_UNTIL) || has (self, at, RCP_DW_BEFORE) ||
         has (self, at, RCP_DW_AFTER) || strcmp (word, "his") == 0 || strcmp (word, "her") == 0 || strcmp (word, "its") == 0 ||
         strcmp (word, "their") == 0;
}

static gboolean
allows_month_day (const RcpDateSentence *self, guint from, guint to, const RcpDatePiece *piece)
{
  /* "the Feb. 25 election"; "in March 25 people" counts. */
  gboolean is_named = !self->grammar->is_french && from > 0 &&
                      (has (self, from - 1, RCP_DW_DET) || has (self, from - 1, RCP_DW_ONE)) &&
                      !(to < self->items->len && token_of (self, to)->kind != RCP_TOKEN_WORD);

  /* "on Feb. 1 turned violent", "after March 3 talks", "their May 3 match": none of them counts. */
  is_named |= !self->grammar->is_french && from > 0 && is_before_day (self, from - 1);
  /* "between April 7 and July 4 more than a million" */
  is_named |= !self->grammar->is_french && from > 2 &&
              (has (self, from - 1, RCP_DW_AND) || has (self, from - 1, RCP_DW_TO) || has (self, from - 1, RCP_DW_HYPHEN)) &&
              item_at (self, from - 2)->number > 0 && has (self, from - 3, RCP_DW_MONTH);
  if ((is_common_word (self, to) && !is_named) || has (self, to, RCP_DW_UNIT) || piece->day > 31)
    return FALSE;
  if (to < self->items->len && item_at (self, to)->number >= 0)
    return FALSE;
  if (to + 1 < self->items->len && (token_of (self, to)->flags & RCP_TOKEN_GLUED) &&
      strchr (".,:", token_of (self, to)->folded[0]) && item_at (self, to + 1)->number >= 0 &&
      (token_of (self, to + 1)->flags & RCP_TOKEN_GLUED))
    return FALSE;
  /* "may second the motion" */
  if (!self->grammar->is_french)
    return !(item_at (self, from)->word && item_at (self, from)->word->is_weak && has (self, to - 1, RCP_DW_UNIT) &&
             !(token_of (self, from)->flags & RCP_TOKEN_CAPITALISED));
  return self->items->len <= 12 && !(from > 0 && has (self, from - 1, RCP_DW_IN));
}

/* "l'Ascension" is a day, "l'ascension de l'équipe" and "l'Ascension du sommet" are none. */
static gboolean
allows_holiday (const RcpDateSentence *self, guint from, guint to)
{
  guint at = from;

  while (at < to && !has (self, at, RCP_DW_HOLIDAY))
    at++;
  if (has (self, to, RCP_DW_OF) && has (self, to + 1, RCP_DW_MONTH))
    return FALSE;
  if (at == to || !item_at (self, at)->word->is_weak || (from == 0 && to == self->items->len))
    return TRUE;
  return (token_of (self, at)->flags & RCP_TOKEN_CAPITALISED) && !has (self, to, RCP_DW_OF);
}

/* "les jours qui viennent" */
static gboolean
has_plural_verb (const RcpDateSentence *self, guint at)
{
  const RcpDateItem *item = item_at (self, at);

  for (guint i = 0; i < item->n_tokens; i++)
    if (strcmp (self->text->tokens[item->token + i].folded, "viennent") == 0)
      return TRUE;
  return FALSE;
}

/* "les derniers mois", "past years" are no month and no year. */
static gboolean
is_singular (const RcpDateSentence *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if ((has (self, i, self->grammar->is_french ? RCP_DW_DIR : RCP_DW_UNIT) ||
         (self->grammar->is_french && has (self, i, RCP_DW_TEXTDIR))) &&
        (g_str_has_suffix (token_of (self, i)->folded, "s") || has_plural_verb (self, i)))
      return FALSE;
  return TRUE;
}

/* "rien en 98, deux en 99": two figures of a year, where nothing is counted by them. */
static gboolean
allows_short_year (const RcpDateSentence *self, guint to, const RcpDatePiece *piece)
{
  const RcpToken *after = to < self->items->len ? token_of (self, to) : NULL;

  if (piece->year < 1950 || piece->year > 1999)
    return FALSE;
  return after == NULL || (after->kind == RCP_TOKEN_PUNCTUATION && strchr (",;.)(", after->folded[0])
                           && !(to + 1 < self->items->len && item_at (self, to + 1)->number >= 0
                                && (token_of (self, to + 1)->flags & RCP_TOKEN_GLUED)));
}

/* "l'an passé" is a year, "passé deux nuits" tells what was done. */
static gboolean
leads_with_verb (const RcpDateSentence *self, guint from, guint to)
{
  guint at = has (self, from, RCP_DW_DET) ? from + 1 : from;

  return at + 1 < to && has (self, at, RCP_DW_DIR) && item_at (self, at)->word->is_weak;
}

/**
 * rcp_date_guard_allows:
 * @from: first item of the expression
 * @to: one past its last item
 * @guard: the condition of its pattern
 *
 * Returns: whether the words around let the expression be a date.
 */
gboolean
rcp_date_guard_allows (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                       guint from, guint to, RcpDateGuard guard, const RcpDatePiece *piece)
{
  RcpDateSentence self = { grammar, text, items };

  if (piece->has_dir && leads_with_verb (&self, from, to))
    return FALSE;
  switch (guard)
    {
    case RCP_GUARD_MONTH:
      return allows_month (&self, from, to);
    case RCP_GUARD_YEAR:
      return allows_year (&self, from, to, piece);
    case RCP_GUARD_SEASON:
      return allows_season (&self, from, to);
    case RCP_GUARD_WEEKDAY:
      return allows_weekday (&self, from, to, piece);
    case RCP_GUARD_THE_DAY:
      return allows_the_day (&self, from, to, piece);
    case RCP_GUARD_MONTH_DAY:
      return allows_month_day (&self, from, to, piece);
    case RCP_GUARD_CUE:
      /* "in a second trial" */
      return from > 0 && is_cue (&self, from - 1) &&
             !(has (&self, to - 1, RCP_DW_ORDINAL) && is_common_word (&self, to));
    case RCP_GUARD_STRICT_MONTH:
      /* "Mai 68" */
      if (grammar->is_french && piece->year >= 1932 && piece->year <= 1999 && item_at (&self, to - 1)->number >= 0)
        return !is_common_word (&self, to) && !has (&self, to, RCP_DW_UNIT)
               && !(to < items->len && item_at (&self, to)->number >= 0);
      /* "March 45" is no month of 1945 in English; "March '45" is. */
      if (!grammar->is_french)
        return (from == 0 && to == items->len) || strcmp (token_of (&self, to - 2)->folded, "'") == 0;
      return !item_at (&self, from)->word->is_weak || (from > 0 && is_cue (&self, from - 1));
    case RCP_GUARD_HOLIDAY:
      return allows_holiday (&self, from, to);
    case RCP_GUARD_NO_VERB:
      /* "a large following two decades after", "following two weeks of talks" */
      if (strcmp (token_of (&self, from)->folded, "following") == 0)
        return FALSE;
      /* "will last three months" */
      return from == 0 || strcmp (token_of (&self, from)->folded, "last") != 0 ||
             !(has (&self, from - 1, RCP_DW_FUTURE) || has (&self, from - 1, RCP_DW_TO) ||
               strcmp (token_of (&self, from - 1)->folded, "not") == 0 ||
               g_str_has_suffix (token_of (&self, from - 1)->folded, "n't"));
    case RCP_GUARD_SINGULAR:
      return is_singular (&self, from, to);
    case RCP_GUARD_SHORT_YEAR:
      return allows_short_year (&self, to, piece);
    case RCP_GUARD_NOT_OF:
      return from == 0 || !has (&self, from - 1, RCP_DW_OF);
    case RCP_GUARD_MONTH_NAME:
      return is_month_name (&self, from, to);
    case RCP_GUARD_FINAL:
      /* "six mois après, …" counts from what was told before; "six mois après l'accord" from what follows. */
      return !(has (&self, to, RCP_DW_DET) || has (&self, to, RCP_DW_THIS) || has (&self, to, RCP_DW_ONE) ||
               has (&self, to, RCP_DW_OF) || is_common_word (&self, to) ||
               /* "the weekend after 13 years of war" */
               (piece->unit >= RCP_UNIT_NIGHT && to < items->len &&
                (has (&self, to, RCP_DW_NUMBER) || item_at (&self, to)->number >= 0)) ||
               (has (&self, to, RCP_DW_STOP) && item_at (&self, to)->word->values[RCP_DW_STOP] == 1) ||
               (to < items->len && (token_of (&self, to)->flags & RCP_TOKEN_CAPITALISED) &&
                !has (&self, to, RCP_DW_STOP))) ||
             has (&self, to - 1, RCP_DW_VAGUE);
    case RCP_GUARD_NONE:
    default:
      return TRUE;
    }
}
