#include "config.h"

#include "rcp-date-sentence-private.h"

#include <string.h>

#include "rcp-date-tree.h"

static int
match_year (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);
  int value, end;
  gboolean is_fuzzy;

  if (item->number >= 0)
    {
      if (item->n_digits != 4 || item->number < 1000 || item->number > 2199)
        return -1;
      piece->year = item->number;
      return at + 1;
    }
  if (!rcp_date_word_has (item->word, RCP_DW_NUMBER))
    return -1;
  end = rcp_date_items_number (self->grammar, self->items, at, &value, &is_fuzzy);
  /* "nineteen eighty-four" */
  if (end > 0 && !self->grammar->is_french && value >= 10 && value <= 21 && (guint) end < self->items->len)
    {
      gboolean oh = strcmp (token_of (self, end)->folded, "oh") == 0 || strcmp (token_of (self, end)->folded, "zero") == 0;
      guint from = end + (oh ? 1 : 0);
      int rest, after = -1;

      if (from < self->items->len)
        after = rcp_date_items_number (self->grammar, self->items, from, &rest, &is_fuzzy);
      if (after > 0 && oh && rest < 10 && value >= 10)
        {
          piece->year = value * 100 + rest;
          return after;
        }
      if (after > 0 && !oh && rest >= 10 && rest <= 99 && item_at (self, end)->number < 0)
        {
          piece->year = value * 100 + rest;
          return after;
        }
    }
  if (end < 0 || value < 1000 || value > 2199 || is_fuzzy)
    return -1;
  piece->year = value;
  return end;
}

static int
match_year2 (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);
  gboolean apostrophe = FALSE;

  if (strcmp (token_of (self, at)->folded, "'") == 0 && at + 1 < self->items->len)
    {
      apostrophe = TRUE;
      item = item_at (self, ++at);
    }
  if (item->number < 0 || item->n_digits != 2 ||
      (!apostrophe && item->number < 32 && !has (self, at - 1, RCP_DW_HYPHEN)))
    return -1;
  if (at + 1 < self->items->len && (token_of (self, at + 1)->flags & RCP_TOKEN_GLUED) &&
      strchr (":.,%-/", token_of (self, at + 1)->folded[0]) && at + 2 < self->items->len &&
      item_at (self, at + 2)->number >= 0)
    return -1;
  /* "Dec. 12, 36 days after" */
  if (!apostrophe && at + 1 < self->items->len &&
      (has (self, at + 1, RCP_DW_UNIT) ||
       (item_at (self, at + 1)->word == NULL && token_of (self, at + 1)->kind == RCP_TOKEN_WORD)))
    return -1;
  /* "'45" is mostly 1945. */
  piece->year = item->number < (self->grammar->is_french ? 32 : apostrophe ? 35 : 50) ? 2000 + item->number : 1900 + item->number;
  return at + 1;
}

static int
match_day (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);
  int value, end;
  gboolean is_fuzzy;

  if (item->number >= 0)
    {
      /* "45 mars" is read as a day too: one that the calendar lacks. */
      if (item->n_digits > 2 || item->number == 0)
        return -1;
      piece->day = item->number;
      /* "le 26. März"-like points and "1 er" */
      if (at + 1 < self->items->len && strcmp (token_of (self, at + 1)->folded, "er") == 0)
        return at + 2;
      return at + 1;
    }
  if (item->ordinal > 0)
    {
      /* "le 1er-Mai", "le 1er de l'an" are known by name. */
      if (item->ordinal > 99 || rcp_date_word_has (item->word, RCP_DW_HOLIDAY))
        return -1;
      piece->day = item->ordinal;
      return at + 1;
    }
  if (rcp_date_word_has (item->word, RCP_DW_ORDINAL))
    {
      piece->day = item->word->values[RCP_DW_ORDINAL];
      return at + 1;
    }
  if (!rcp_date_word_has (item->word, RCP_DW_NUMBER))
    return -1;
  end = rcp_date_items_number (self->grammar, self->items, at, &value, &is_fuzzy);
  if (end < 0 || value < 1 || value > 31)
    return -1;
  /* "May twenty one"; "in May one of them" counts something else. */
  if (!self->grammar->is_french && (value <= 20 || end == (int) at + 1))
    return -1;
  piece->day = value;
  return end;
}

static int
match_nth (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);

  if (item->ordinal > 0)
    piece->nth = item->ordinal;
  else if (rcp_date_word_has (item->word, RCP_DW_ORDINAL))
    piece->nth = item->word->values[RCP_DW_ORDINAL];
  else
    return -1;
  return at + 1;
}

static int
match_count (const RcpDateSentence *self, guint at, RcpDatePiece *piece)
{
  int value, end;
  gboolean is_fuzzy;

  end = rcp_date_items_number (self->grammar, self->items, at, &value, &is_fuzzy);
  if (end < 0 && has (self, at, RCP_DW_ONE))
    {
      value = 1;
      end = at + 1;
    }
  if (end < 0)
    return -1;
  if (piece->count == 0)
    piece->count = value;
  else
    piece->count2 = value;
  piece->is_fuzzy |= is_fuzzy;
  return end;
}

/* "second" is a rank where a plain word follows. */
static gboolean
is_rank_of_word (const RcpDateSentence *self, guint at)
{
  return has (self, at, RCP_DW_ORDINAL) && at + 1 < self->items->len && item_at (self, at + 1)->word == NULL &&
         token_of (self, at + 1)->kind == RCP_TOKEN_WORD;
}

static int
match_class (const RcpDateSentence *self, const RcpDateElement *element, guint at, RcpDatePiece *piece)
{
  const RcpDateWord *word = item_at (self, at)->word;
  int value;

  if (!rcp_date_word_has (word, element->cls))
    return -1;
  value = word->values[element->cls];
  if (element->has_value && value != element->value)
    return -1;
  /* "a second blast" counts no time. */
  if (element->cls == RCP_DW_UNIT && is_rank_of_word (self, at))
    return -1;
  switch (element->cls)
    {
    case RCP_DW_MONTH:
      if (piece->month != 0)
        piece->month2 = piece->month;
      piece->month = value;
      break;
    case RCP_DW_WEEKDAY:
    case RCP_DW_WEEKDAYS:
      if (piece->weekday != 0)
        piece->weekday2 = value;
      else
        piece->weekday = value;
      break;
    case RCP_DW_UNIT:
      if (piece->unit == 0)
        piece->unit = value;
      else
        piece->unit2 = value;
      break;
    case RCP_DW_TEXTUNIT:
      piece->unit = value;
      break;
    case RCP_DW_SEASON:
      piece->season = value + 1;
      break;
    case RCP_DW_PART:
      piece->part = value;
      break;
    case RCP_DW_DAYPART:
      piece->daypart = value;
      break;
    case RCP_DW_DIR:
      piece->dir = value;
      piece->has_dir = TRUE;
      break;
    case RCP_DW_TEXTDIR:
      piece->dir = value;
      piece->has_dir = TRUE;
      piece->text_dir = TRUE;
      break;
    case RCP_DW_THIS:
      piece->has_this = TRUE;
      break;
    case RCP_DW_RELDAY:
    case RCP_DW_TEXTDAY:
      piece->offset += value;
      break;
    case RCP_DW_HOLIDAY:
      piece->holiday = &g_array_index (self->grammar->holidays, RcpDateHoliday, value);
      break;
    case RCP_DW_HALFNAME:
      piece->half = value;
      break;
    case RCP_DW_DEMI:
      piece->half_more = TRUE;
      break;
    case RCP_DW_DECADES:
      piece->decade = value;
      break;
    default:
      break;
    }
  return at + 1;
}

/* A date in digits; the weekday that stands before it is kept. */
static int
match_numeric (const RcpDateSentence *self, guint at, gboolean is_alone, RcpDatePiece *piece)
{
  const char *text = self->text->text;
  RcpDatePiece numeric;
  gsize stop;

  if (!g_ascii_isdigit (text[token_of (self, at)->offset_bytes]) ||
      !rcp_date_numeric_read (text, self->text->length_bytes, token_of (self, at)->offset_bytes,
                              self->grammar->is_french, is_alone, &stop, &numeric))
    return -1;
  numeric.weekday = piece->weekday;
  numeric.has_this = piece->has_this;
  *piece = numeric;
  return item_after (self, at, stop);
}

static int
match_element (const RcpDateSentence *self, const RcpDateElement *element, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);
  int before, end;

  switch (element->kind)
    {
    case RCP_ELEMENT_CLASS:
      return match_class (self, element, at, piece);
    case RCP_ELEMENT_LITERAL:
      for (guint i = 0; i < element->n_literals; i++)
        if (item->n_tokens == 1 && strcmp (token_of (self, at)->folded, element->literals[i]) == 0)
          return at + 1;
      return -1;
    case RCP_ELEMENT_DAY:
      before = piece->day;
      end = match_day (self, at, piece);
      if (end > 0 && before > 0)
        piece->day2 = before;
      return end;
    case RCP_ELEMENT_YEAR:
      return match_year (self, at, piece);
    case RCP_ELEMENT_YEAR2:
      return match_year2 (self, at, piece);
    case RCP_ELEMENT_COUNT:
      return match_count (self, at, piece);
    case RCP_ELEMENT_NTH:
      return match_nth (self, at, piece);
    case RCP_ELEMENT_TOD:
      return rcp_date_tod_match (self, at, piece);
    case RCP_ELEMENT_ROMAN:
      piece->count = piece->nth;
      piece->nth = item->roman;
      return item->roman > 0 ? (int) at + 1 : -1;
    case RCP_ELEMENT_NUMDATE:
      return match_numeric (self, at, TRUE, piece);
    case RCP_ELEMENT_SLICE:
      piece->nth = item->slice % 10;
      piece->unit = item->slice > 10 ? RCP_UNIT_HALF : RCP_UNIT_QUARTER;
      if (item->slice_year > 0)
        piece->year = item->slice_year;
      return item->slice > 0 ? (int) at + 1 : -1;
    case RCP_ELEMENT_GLUED:
      if (!rcp_date_word_has (item->glued, RCP_DW_MONTH) || item->glued_number < 1 || item->glued_number > 31)
        return -1;
      piece->month = item->glued->values[RCP_DW_MONTH];
      piece->day = item->glued_number;
      return at + 1;
    case RCP_ELEMENT_LENGTH:
      return rcp_date_length_read (self->grammar, self->items, at, piece);
    case RCP_ELEMENT_DECADE:
    default:
      piece->decade = item->decade;
      return item->decade > 0 ? (int) at + 1 : -1;
    }
}

/* One element of the way down the tree and the item it was found at. */
typedef struct
{
  const RcpDateElement *element;
  guint at;
} Step;

/* The best match so far. */
typedef struct
{
  guint from;
  int end;
  int order; /* of its pattern; -1 for a date in digits */
  RcpDatePiece *piece;
  Step steps[RCP_PATTERN_MAX_ELEMENTS];
  RcpDatePiece scratch; /* what elements write that are only tried */
} Match;

/* Of two patterns that reach as far the first of the table is taken; one whose guard says no leaves the place to the next. */
static void
offer (const RcpDateSentence *self, Match *match, const RcpDateNode *node, guint end, guint depth)
{
  for (guint i = 0; i < node->patterns->len; i++)
    {
      const RcpDatePattern *pattern = node->patterns->pdata[i];
      RcpDatePiece piece = { .form = pattern->form };
      gboolean fits = TRUE;

      if ((int) end < match->end || ((int) end == match->end && (int) pattern->order >= match->order))
        return;
      for (guint j = 0; j < depth && fits; j++)
        fits = match_element (self, match->steps[j].element, match->steps[j].at, &piece) > 0;
      if (!fits)
        continue;
      piece.sign = pattern->sign;
      piece.from_text = pattern->from_text;
      piece.is_fuzzy |= pattern->fuzzy;
      if (piece.unit == 0)
        piece.unit = pattern->unit;
      if (piece.year > 0 && piece.month > 0 && piece.day > 0)
        piece.is_full_year = TRUE;
      if (!rcp_date_guard_allows (self->grammar, self->text, self->items, match->from, end, pattern->guard, &piece))
        continue;
      match->end = end;
      match->order = pattern->order;
      *match->piece = piece;
    }
}

/* Walks down the tree as far as the items go. The number of ways is bounded by the tree, whatever the text. */
static void
walk (const RcpDateSentence *self, Match *match, const RcpDateNode *node, guint at, guint depth)
{
  const RcpDateItem *item;
  const GPtrArray *children = node->children;
  guint64 classes;

  if (node->patterns)
    offer (self, match, node, at, depth);
  if (node->children == NULL || at >= self->items->len)
    return;
  item = item_at (self, at);
  classes = item->word ? item->word->classes : 0;
  if ((classes & node->next_classes) == 0 && (item->shapes & node->next_shapes) == 0)
    return;
  /* Of the many first steps a word knows its own. */
  if (depth == 0 && item->shapes == 0 && item->word && item->word->starts)
    children = item->word->starts;
  for (guint i = 0; i < children->len; i++)
    {
      const RcpDateNode *child = children->pdata[i];
      int end;

      if ((classes & child->classes) == 0 && (item->shapes & child->shapes) == 0)
        continue;
      end = match_element (self, child->element, at, &match->scratch);
      if (end <= (int) at)
        continue;
      match->steps[depth] = (Step){ child->element, at };
      walk (self, match, child, end, depth + 1);
    }
}

/* Are the digits of an item followed by a stroke? "from 10-4" is no date, "from 10/4" is. */
static gboolean
has_stroke (const RcpSegmentedText *text, const RcpDateItem *item)
{
  const RcpToken *token = &text->tokens[item->token];

  return memchr (text->text + token->offset_bytes, '/',
                 MIN (token->length_bytes + 1, text->length_bytes - token->offset_bytes)) != NULL;
}

/* Do the digits of "4/25 at noon", "from 10/1 to 11/7", "5/1-5/7" stand for a month and a day? "3/4 of them" and "24/7" do
 * not. */
static gboolean
is_month_and_day (const RcpDateSentence *self, guint at)
{
  int first, second, other_first, other_second;
  gsize offset = token_of (self, at)->offset_bytes, length = rcp_date_numeric_stroked (self->text, offset, &first, &second);
  guint next = item_after (self, at, offset + length), before = at;
  gboolean is_joined;

  if (length == 0 || first < 1 || second < 1 || first > 31 || second > 31 || MIN (first, second) > 12 ||
      (first == 24 && second == 7))
    return FALSE;
  if (at > 0 && (has (self, at - 1, RCP_DW_THIS) || has (self, at - 1, RCP_DW_DIR)))
    return TRUE;
  /* One end of a range whose other end is written so too. */
  is_joined = has (self, next, RCP_DW_HYPHEN) || has (self, next, RCP_DW_TO) || has (self, next, RCP_DW_UNTIL);
  if (is_joined && next + 1 < self->items->len &&
      rcp_date_numeric_stroked (self->text, token_of (self, next + 1)->offset_bytes, &other_first, &other_second) > 0)
    return TRUE;
  if (at >= 4 && (has (self, at - 1, RCP_DW_HYPHEN) || has (self, at - 1, RCP_DW_TO) || has (self, at - 1, RCP_DW_UNTIL)))
    for (before = at - 1; before-- > 0 && at - before <= 6;)
      if (rcp_date_numeric_stroked (self->text, token_of (self, before)->offset_bytes, &other_first, &other_second) > 0)
        return TRUE;
  if (MAX (first, second) <= 12)
    return FALSE;
  return next >= self->items->len || token_of (self, next)->kind == RCP_TOKEN_PUNCTUATION || rcp_date_tod_is_at (self, next) ||
         has (self, next, RCP_DW_BEFORE) || has (self, next, RCP_DW_AFTER) || has (self, next, RCP_DW_BETWEEN) ||
         has (self, next, RCP_DW_FROM) || has (self, next, RCP_DW_OR) || has (self, next, RCP_DW_AND);
}

/**
 * rcp_date_matcher_match:
 * @at: index of an item
 * @piece: (out): what the words say
 *
 * Finds the longest date expression that begins with an item; of two as long, the first of the table.
 *
 * Returns: index of the item after it; -1 where none begins there.
 */
int
rcp_date_matcher_match (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items,
                        guint at, RcpDatePiece *piece)
{
  RcpDateSentence self = { grammar, text, items };
  const RcpDateItem *item = item_at (&self, at);
  Match match;
  int best = -1;

  if (g_ascii_isdigit (text->text[text->tokens[item->token].offset_bytes]))
    {
      RcpDatePiece numeric = { .form = RCP_FORM_NONE };
      guint before = at;
      int end, after;
      gboolean is_alone = items->len <= 3;

      if (before > 0 && (has (&self, before - 1, RCP_DW_COMMA) || has (&self, before - 1, RCP_DW_DET)))
        before--;
      if (before > 0)
        {
          const RcpDateWord *word = item_at (&self, before - 1)->word;

          is_alone |= rcp_date_word_has (word, RCP_DW_WEEKDAY) ||
                      (has_stroke (text, item) &&
                       (rcp_date_word_has (word, RCP_DW_UNTIL) || rcp_date_word_has (word, RCP_DW_SINCE) ||
                        rcp_date_word_has (word, RCP_DW_FROM)));
        }
      if (at > 0)
        {
          const char *previous = token_of (&self, at - 1)->folded;

          is_alone |= strcmp (previous, "le") == 0 || strcmp (previous, "du") == 0 ||
                      strcmp (previous, "on") == 0 || strcmp (previous, "au") == 0;
        }
      is_alone |= !grammar->is_french && has_stroke (text, item) && is_month_and_day (&self, at);
      end = match_numeric (&self, at, is_alone, &numeric);
      if (end > best)
        {
          RcpDatePiece timed = numeric;

          *piece = numeric;
          best = end;
          if (numeric.daypart == RCP_DAYPART_NONE && numeric.day > 0 &&
              (after = rcp_date_tod_match (&self, end, &timed)) > 0)
            {
              *piece = timed;
              best = after;
            }
        }
    }
  if (best < 0 && (((item->word ? item->word->classes : 0) & grammar->tree->next_classes) == 0)
      && (item->shapes & grammar->tree->next_shapes) == 0)
    return -1;
  match.scratch = (RcpDatePiece){ 0 };
  match.from = at;
  match.piece = piece;
  match.end = best;
  match.order = best > 0 ? -1 : G_MAXINT;
  walk (&self, &match, grammar->tree, at, 0);
  best = match.end;
  /* An optional comma or preposition at the end belongs to what follows. */
  while (best > (int) at + 1 &&
         (has (&self, best - 1, RCP_DW_COMMA) || has (&self, best - 1, RCP_DW_HYPHEN) ||
          (has (&self, best - 1, RCP_DW_OF) && item_at (&self, best - 1)->n_tokens == 1 &&
           piece->form != RCP_FORM_DECADE)))
    best--;
  return best;
}
