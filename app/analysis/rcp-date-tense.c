#include "config.h"

#include <string.h>

#include "rcp-date-sentence-private.h"

/* What tells the past from the future around a date: verbs by their form, and words that announce. */

/* How far a verb may stand from a date to decide its tense, in words. Farther ones belong to another clause
 * more often than not; the exact figure matters little, since clauses are also bounded by punctuation. */
#define TENSE_WINDOW 14

/* The small words that may stand between a participle and its date: "nommé dès le 3 mai". */
#define MAX_SMALL_WORDS 3

/* Does the word end so, accents and all? "libéra" and "libérera" fold to much the same. */
static gboolean
ends_with (const RcpDateSentence *self, guint at, const char *ending)
{
  const RcpToken *token = token_of (self, at);
  gsize n = strlen (ending);

  return token->length_bytes > n
         && memcmp (self->text->text + token->offset_bytes + token->length_bytes - n, ending, n) == 0;
}

static gboolean
ends_with_any (const RcpDateSentence *self, guint at, const char *const *endings)
{
  for (int i = 0; endings[i]; i++)
    if (ends_with (self, at, endings[i]))
      return TRUE;
  return FALSE;
}

/* A verb in the simple future or the conditional, by its ending. */
static gboolean
is_french_future (const RcpDateSentence *self, guint at)
{
  static const char *const endings[] = { "era",     "ira",     "dra",    "ourra",   "clura",  "saura", "evra",
                                         "erra",    "ttra",   "îtra",    "itra",   "eront", "iront",
                                         "dront",   "urront",  "auront", "vront",   "erront", "tront", "erait",
                                         "drait",   "ourrait", "evrait", "eraient", "draient", "ourraient", "evraient",
                                         "erons",   "irons",   "drons",  "vrons",   "erez",   "irez",  "drez",
                                         "irait",   "iraient", NULL };
  const RcpToken *token = token_of (self, at);
  gsize length = strlen (token->folded);

  return token->kind == RCP_TOKEN_WORD && length >= 4 && (token->flags & RCP_TOKEN_CAPITALISED) == 0
         && strchr ("atsz", token->folded[length - 1]) && !has (self, at, RCP_DW_NOTFUTURE)
         && ends_with_any (self, at, endings);
}

static gboolean
is_past (const RcpDateSentence *self, guint at)
{
  static const char *const french[] = { "ait", "aient", "èrent", "erent", NULL };
  const RcpToken *token = token_of (self, at);
  gsize length = strlen (token->folded);

  /* "à" folds to the verb "a". */
  if (strcmp (token->folded, "a") == 0 && token->length_bytes > 1)
    return FALSE;
  if (has (self, at, RCP_DW_PAST))
    return item_at (self, at)->word->values[RCP_DW_PAST] == 0;
  if (token->kind != RCP_TOKEN_WORD || length < 5)
    return FALSE;
  if (self->grammar->is_french)
    return token->folded[length - 1] == 't' && ends_with_any (self, at, french);
  /* "the United States" is no verb. */
  return g_str_has_suffix (token->folded, "ed") &&
         (!(token->flags & RCP_TOKEN_CAPITALISED) || (token->flags & RCP_TOKEN_SENTENCE_START));
}

static const char *const participles[] = { "é", "ée", "és", "ées", NULL };

static gboolean
is_capital_name (const RcpDateSentence *self, guint at)
{
  const RcpToken *token = token_of (self, at);

  return (token->flags & RCP_TOKEN_CAPITALISED) && !(token->flags & (RCP_TOKEN_SENTENCE_START | RCP_TOKEN_ALL_CAPITALS)) &&
         (strcmp (token->folded, "may") == 0 || strcmp (token->folded, "will") == 0);
}

/* A word that announces. "programmes" folds to a participle that does, "débuté" to a present that does. */
static gboolean
is_future (const RcpDateSentence *self, guint at)
{
  /* "…, soit le double" */
  if (self->grammar->is_french && at > 0 && has (self, at, RCP_DW_FUTURE) && item_at (self, at)->word->values[RCP_DW_FUTURE] == 2
      && has (self, at - 1, RCP_DW_COMMA))
    return FALSE;
  /* "from April to May", "Will Smith" */
  if (!self->grammar->is_french && has (self, at, RCP_DW_FUTURE) && is_capital_name (self, at))
    return FALSE;
  if (has (self, at, RCP_DW_FUTURE))
    {
      int value = item_at (self, at)->word->values[RCP_DW_FUTURE];

      return !self->grammar->is_french || (value == 1 || value == 3) == ends_with_any (self, at, participles);
    }
  return self->grammar->is_french && is_french_future (self, at);
}

/* "nommé", "publiées": a participle that follows its noun tells the past, whatever the main verb of the sentence tells. */
static gboolean
is_french_participle (const RcpDateSentence *self, guint at)
{
  static const char *const nouns[] = { "ité", "ités", "auté", "autés", "eté", NULL };
  const RcpToken *token = token_of (self, at);

  if (has (self, at, RCP_DW_FUTURE) || has (self, at, RCP_DW_NOTFUTURE))
    return FALSE;
  if (has (self, at, RCP_DW_PAST))
    return item_at (self, at)->word->values[RCP_DW_PAST] == 1;
  return token->kind == RCP_TOKEN_WORD && token->end - token->start >= 4 && (token->flags & RCP_TOKEN_CAPITALISED) == 0
         && ends_with_any (self, at, participles) && !ends_with_any (self, at, nouns);
}

/* "reporté", "repoussée" */
static gboolean
is_postponed (const RcpDateSentence *self, guint at)
{
  return has (self, at, RCP_DW_FUTURE) && item_at (self, at)->word->values[RCP_DW_FUTURE] == 3 && is_future (self, at);
}

/* "a repoussé plusieurs attaques": what was done, unless a day that it was put off to stands right behind. */
static gboolean
is_done (const RcpDateSentence *self, guint at)
{
  static const char *const forms[] = { "a", "ont", "avait", "avaient", "ayant", NULL };

  if (at == 0 || !is_postponed (self, at))
    return FALSE;
  for (int i = 0; forms[i]; i++)
    if (strcmp (token_of (self, at - 1)->folded, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Does a relative clause end before the comma at @to? "qui avait abaissé ses taux en mars, se réunira": the verb behind is not its. */
static gboolean
ends_relative (const RcpDateSentence *self, guint from, guint to)
{
  static const char *const pronouns[] = { "qui", "dont", "ou", "que", "qu'", NULL };

  if (!self->grammar->is_french || !has (self, to, RCP_DW_COMMA))
    return FALSE;
  for (guint back = 1; back < TENSE_WINDOW && back < from; back++)
    {
      if (has (self, from - back, RCP_DW_COMMA))
        return FALSE;
      for (int i = 0; pronouns[i]; i++)
        if (strcmp (token_of (self, from - back)->folded, pronouns[i]) == 0)
          return has (self, from - back - 1, RCP_DW_COMMA);
    }
  return FALSE;
}

/* What the words right before a date say: "nommé le 3 mai" the past. @is_aim is set for "pour lundi", which tells the future
 * where no verb tells otherwise. */
static int
french_tense_before (const RcpDateSentence *self, guint from, gboolean *is_aim)
{
  const guint64 small = RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_PREP) | RCP_DW_BIT (RCP_DW_DET) | RCP_DW_BIT (RCP_DW_OF)
                        | RCP_DW_BIT (RCP_DW_TO);
  guint at = from;

  for (int n = 0; n < MAX_SMALL_WORDS && at > 0; n++, at--)
    {
      const RcpDateWord *word = item_at (self, at - 1)->word;

      if (strcmp (token_of (self, at - 1)->folded, "pour") == 0)
        *is_aim = TRUE;
      if (word == NULL || (word->classes & small) == 0)
        break;
    }
  if (at == 0)
    return 0;
  /* "a reporté mardi sa visite", "a été reportée mardi": the day it was decided */
  if (at == from && is_postponed (self, at - 1))
    return -1;
  if (is_future (self, at - 1))
    /* "initialement fixé au 3 mai": it has been changed since. */
    return at >= 2 && has (self, at - 2, RCP_DW_PAST) && item_at (self, at - 2)->word->values[RCP_DW_PAST] == 2 ? -1 : 1;
  if (!is_french_participle (self, at - 1))
    return 0;
  /* "sera rendu", "doit être rendu" */
  for (guint back = 2; back <= MAX_SMALL_WORDS && back <= at; back++)
    if (is_future (self, at - back))
      return 1;
  return -1;
}

static gboolean
ends_clause (const RcpDateSentence *self, guint at)
{
  const char *folded = token_of (self, at)->folded;

  return folded[0] == ';' || folded[0] == ':' || strcmp (folded, "«") == 0 || strcmp (folded, "»") == 0 ||
         folded[0] == '"' || strcmp (folded, "“") == 0 || strcmp (folded, "”") == 0;
}

/* ", a indiqué le ministre": another clause, which tells when the thing was said. */
static gboolean
opens_attribution (const RcpDateSentence *self, guint at)
{
  return self->grammar->is_french && has (self, at, RCP_DW_COMMA) && at + 1 < self->items->len && is_past (self, at + 1);
}

static int
tense_at (const RcpDateSentence *self, guint at)
{
  if (self->grammar->is_french && is_done (self, at))
    return -1;
  if (is_future (self, at))
    return 1;
  /* "will be handed over": the participle of a passive has no tense of its own. */
  if (!self->grammar->is_french && at > 0 && strcmp (token_of (self, at - 1)->folded, "be") == 0)
    return 0;
  /* "will stay closed", "would remain suspended" */
  if (!self->grammar->is_french && at > 1 && has (self, at - 2, RCP_DW_FUTURE) && !has (self, at, RCP_DW_PAST) &&
      token_of (self, at - 1)->kind == RCP_TOKEN_WORD)
    return is_past (self, at) ? 1 : 0;
  return is_past (self, at) ? -1 : 0;
}

/**
 * rcp_date_tense_around:
 * @from: first item of the expression
 * @to: one past its last item
 *
 * Returns: 1 where the nearest verb tells the future, -1 for the past, 0 where none is near.
 */
int
rcp_date_tense_around (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                       guint from, guint to)
{
  RcpDateSentence self = { grammar, text, items };
  gboolean left = TRUE, right = TRUE, is_aim = FALSE, is_main_clause = TRUE;
  /* "due on Thursday was called off": the preposition keeps no distance. */
  guint before = from > 0 && !grammar->is_french && has (&self, from - 1, RCP_DW_PREP) ? from - 1 : from;
  int tense = grammar->is_french ? french_tense_before (&self, from, &is_aim) : 0;

  if (ends_relative (&self, from, to))
    right = FALSE;
  for (guint distance = 1; tense == 0 && distance <= TENSE_WINDOW && (left || right); distance++)
    {
      if (left && before >= distance && !ends_clause (&self, before - distance))
        tense = tense_at (&self, before - distance);
      else
        left = FALSE;
      /* "could strike on Friday, forecasters said": what follows a comma is another clause, unless the date opens it. */
      if (from >= 3 && !grammar->is_french && has (&self, to + distance - 1, RCP_DW_COMMA))
        right = FALSE;
      if (tense == 0 && right && is_main_clause && opens_attribution (&self, to + distance - 1))
        right = FALSE;
      is_main_clause &= !has (&self, to + distance - 1, RCP_DW_COMMA);
      if (tense == 0 && right && to + distance - 1 < items->len && !ends_clause (&self, to + distance - 1))
        tense = tense_at (&self, to + distance - 1);
      else if (tense == 0)
        right = FALSE;
    }
  return tense == 0 && is_aim ? 1 : tense;
}

/* How many words may stand between a verb of ordering and what it orders: "told residents of the lower town to leave". */
#define MAX_ORDERED_WORDS 8

/* "agreed to", "invités à", which the lexicon has as one */
static gboolean
has_small_word (const RcpDateSentence *self, guint at)
{
  return has (self, at, RCP_DW_ORDER) && item_at (self, at)->n_tokens > 1;
}

/* The verb of "to leave", "de partir", "à quitter", "d'évacuer", where @at is the small word. */
static gboolean
begins_infinitive (const RcpDateSentence *self, guint at, guint from)
{
  static const char *const endings[] = { "er", "ir", "re", "oir", NULL };
  const guint64 no_verb = RCP_DW_BIT (RCP_DW_DET) | RCP_DW_BIT (RCP_DW_THIS) | RCP_DW_BIT (RCP_DW_ONE) | RCP_DW_BIT (RCP_DW_NUMBER)
                          | RCP_DW_BIT (RCP_DW_WEEKDAY) | RCP_DW_BIT (RCP_DW_MONTH) | RCP_DW_BIT (RCP_DW_UNIT);
  const RcpDateItem *verb;
  guint next = at + 1;

  if (!has (self, at, RCP_DW_TO) && !has_small_word (self, at) && !(self->grammar->is_french && has (self, at, RCP_DW_OF)))
    return FALSE;
  /* "de ne pas sortir", "to not leave", "de se rendre" */
  while (next < from && (token_of (self, next)->kind == RCP_TOKEN_WORD) && token_of (self, next)->end - token_of (self, next)->start <= 3
         && !(item_at (self, next)->word && (item_at (self, next)->word->classes & no_verb)) && self->grammar->is_french)
    next++;
  if (next >= from || token_of (self, next)->kind != RCP_TOKEN_WORD || (token_of (self, next)->flags & RCP_TOKEN_CAPITALISED))
    return FALSE;
  verb = item_at (self, next);
  if (verb->word && (verb->word->classes & no_verb))
    return FALSE;
  return !self->grammar->is_french || ends_with_any (self, next, endings);
}

static gboolean
ends_order (const RcpDateSentence *self, guint at)
{
  return has (self, at, RCP_DW_COMMA) || ends_clause (self, at);
}

/**
 * rcp_date_tense_is_ordered:
 * @from: first item of the expression
 *
 * Returns: whether it is a part of what a verb of the past orders, asks, promises: "told residents to leave by Friday". Such a
 *   day lies after the order, and may be past or to come when the order is told.
 */
gboolean
rcp_date_tense_is_ordered (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items, guint from)
{
  RcpDateSentence self = { grammar, text, items };
  guint at = from;

  for (guint n = 0; n < TENSE_WINDOW && at > 0 && !ends_order (&self, at - 1); n++)
    if (begins_infinitive (&self, --at, from))
      {
        if (has_small_word (&self, at))
          return TRUE;
        for (guint back = 0; back < MAX_ORDERED_WORDS && at > 0 && !ends_order (&self, at - 1); back++)
          if (has (&self, --at, RCP_DW_ORDER))
            return TRUE;
        return FALSE;
      }
  return FALSE;
}
