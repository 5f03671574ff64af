#include "config.h"

#include "rcp-date-scan-private.h"

#include <string.h>

/* "the day after the vote", "the night before Christmas": English puts what it counts from right behind. */
static gboolean
counts_from_next (const RcpDateScan *self, guint at)
{
  const char *last = self->text->tokens[item_at (self, at)->token - 1].folded;

  if (strcmp (last, "after") != 0 && strcmp (last, "before") != 0)
    return FALSE;
  return has (self, at, RCP_DW_DET) || has (self, at, RCP_DW_ONE) || has (self, at, RCP_DW_HOLIDAY) ||
         has (self, at, RCP_DW_MONTH) || has (self, at, RCP_DW_WEEKDAY) || has (self, at, RCP_DW_RELDAY) ||
         has (self, at, RCP_DW_THIS) ||
         (has (self, at, RCP_DW_STOP) && item_at (self, at)->word->values[RCP_DW_STOP] == 1) ||
         (item_at (self, at)->word == NULL && self->text->tokens[item_at (self, at)->token].kind == RCP_TOKEN_WORD);
}

/* "la veille de Noël": a day before or after a date. Of anything else ("la veille du départ") it has no value. The item
 * after it; -1 where no such words stand here. */
static int
read_next_to (const RcpDateScan *self, int end, RcpDateShape *shape)
{
  RcpDatePiece date;
  int after;

  if (shape->piece.form != RCP_FORM_TEXTDAY || (guint) end >= self->items->len)
    return -1;
  if (has (self, end, RCP_DW_OF) && self->text->tokens[item_at (self, end)->token].folded[0] != '\'')
    end++;
  else if (self->grammar->is_french || !counts_from_next (self, end))
    return -1;
  after = (guint) end < self->items->len ? rcp_date_matcher_match (self->grammar, self->text, self->items, end, &date) : -1;
  if (after > 0 && rcp_date_scan_is_end (&date))
    {
      shape->shift = (RcpDateShift){ shape->piece.offset ? RCP_SHIFT_TO : RCP_SHIFT_NONE,
                                     { .unit = RCP_UNIT_DAY, .count = ABS (shape->piece.offset) },
                                     shape->piece.offset < 0 ? -1 : 1 };
      shape->piece = date;
      return after;
    }
  shape->piece.form = RCP_FORM_VAGUE;
  return has (self, end - 1, RCP_DW_OF) ? end - 1 : end;
}

/* What is counted from a date: "two weeks", "the third Tuesday". */
static int
read_counted (const RcpDateScan *self, guint at, RcpDatePiece *length)
{
  const RcpDateItem *item = item_at (self, at);

  if (has (self, at, RCP_DW_DET) && at + 1 < self->items->len)
    item = item_at (self, ++at);
  length->nth = item->ordinal > 0                               ? item->ordinal
                : rcp_date_word_has (item->word, RCP_DW_ORDINAL) ? item->word->values[RCP_DW_ORDINAL]
                                                                 : 0;
  if (length->nth > 0 && has (self, at + 1, RCP_DW_WEEKDAY))
    {
      length->weekday = item_at (self, at + 1)->word->values[RCP_DW_WEEKDAY];
      return at + 2;
    }
  /* "the Monday after Easter", "le dimanche avant Noël" */
  if (length->nth == 0 && has (self, at, RCP_DW_WEEKDAY) && has (self, at + 2, RCP_DW_HOLIDAY) &&
      (has (self, at + 1, RCP_DW_AFTER) || has (self, at + 1, RCP_DW_BEFORE)))
    {
      length->nth = 1;
      length->weekday = item_at (self, at)->word->values[RCP_DW_WEEKDAY];
      return at + 1;
    }
  return rcp_date_length_read (self->grammar, self->items, at, length);
}

/* "avant hier" of two words is read as one unless something is counted from it. */
static gboolean
is_split_relday (const RcpDateScan *self, guint at)
{
  return has (self, at, RCP_DW_RELDAY) && item_at (self, at)->n_tokens == 2 &&
         ABS (item_at (self, at)->word->values[RCP_DW_RELDAY]) == 2;
}

/* "two weeks after 3 May", "more than a month before Christmas", "for three days from Monday": the item after it; -1
 * where there is none. */
static int
read_shift (const RcpDateScan *self, guint at, RcpDateShape *shape)
{
  RcpDateShift *shift = &shape->shift;
  guint i = at;
  int end;

  shift->kind = RCP_SHIFT_TO;
  /* "dans deux jours à partir de lundi" */
  if (self->grammar->is_french && has (self, i, RCP_DW_WITHIN) && item_at (self, i)->word->values[RCP_DW_WITHIN] == 0)
    i++;
  if (has (self, i, RCP_DW_LESSTHAN) || (has (self, i, RCP_DW_WITHIN) && item_at (self, i)->word->values[RCP_DW_WITHIN] == 1))
    {
      shift->kind = RCP_SHIFT_WITHIN;
      i++;
    }
  else if (has (self, i, RCP_DW_APPROX))
    {
      if (item_at (self, i)->word->values[RCP_DW_APPROX] == 1)
        shift->kind = RCP_SHIFT_BEYOND;
      i++;
    }
  if (i >= self->items->len || (end = read_counted (self, i, &shift->length)) < 0 ||
      (shift->length.weekday == 0 && shift->length.unit < RCP_UNIT_NIGHT))
    return -1;
  i = end;
  if (has (self, i, RCP_DW_COMMA) && has (self, i + 1, RCP_DW_FROM))
    i++;
  if (is_split_relday (self, i))
    {
      shift->sign = item_at (self, i)->word->values[RCP_DW_RELDAY] / 2;
      shape->piece = (RcpDatePiece){ .form = RCP_FORM_RELDAY, .offset = shift->sign };
      return i + 1;
    }
  if (has (self, i, RCP_DW_AFTER) || has (self, i, RCP_DW_SINCE))
    shift->sign = 1;
  else if (has (self, i, RCP_DW_BEFORE))
    shift->sign = -1;
  else if (has (self, i, RCP_DW_FROM))
    {
      /* "three days from Monday" leads to Thursday; "for three days from Monday", "a week starting Monday" last. */
      shift->sign = 1;
      if (item_at (self, i)->word->values[RCP_DW_FROM] == 1 || (at > 0 && (has (self, at - 1, RCP_DW_PREP) || has (self, at - 1, RCP_DW_OF))) ||
          has (self, i - 1, RCP_DW_COMMA))
        shift->kind = RCP_SHIFT_DURING;
    }
  else
    return -1;
  for (i++; has (self, i, RCP_DW_PREP) || has (self, i, RCP_DW_OF);)
    i++;
  if (i >= self->items->len)
    return -1;
  end = rcp_date_matcher_match (self->grammar, self->text, self->items, i, &shape->piece);
  return end > 0 && (rcp_date_scan_is_end (&shape->piece) || shape->piece.form == RCP_FORM_NTH) && shape->piece.form != RCP_FORM_UNIT
           ? end
           : -1;
}

/* Classes that alone begin no date: articles, prepositions, verbs. Most words of a text have no other. */
#define GLUE_CLASSES                                                                                         \
  (RCP_DW_BIT (RCP_DW_THIS) | RCP_DW_BIT (RCP_DW_DET) | RCP_DW_BIT (RCP_DW_ONE) |                            \
   RCP_DW_BIT (RCP_DW_SINCE) | RCP_DW_BIT (RCP_DW_FROM) | RCP_DW_BIT (RCP_DW_UNTIL) |                        \
   RCP_DW_BIT (RCP_DW_BEFORE) | RCP_DW_BIT (RCP_DW_AFTER) | RCP_DW_BIT (RCP_DW_BETWEEN) |                    \
   RCP_DW_BIT (RCP_DW_PREP) | RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_OF) | RCP_DW_BIT (RCP_DW_TO) |     \
   RCP_DW_BIT (RCP_DW_AND) | RCP_DW_BIT (RCP_DW_OR) | RCP_DW_BIT (RCP_DW_APPROX) |                           \
   RCP_DW_BIT (RCP_DW_LESSTHAN) | RCP_DW_BIT (RCP_DW_PER) | RCP_DW_BIT (RCP_DW_FUTURE) |                     \
   RCP_DW_BIT (RCP_DW_PAST) | RCP_DW_BIT (RCP_DW_NOTFUTURE) | RCP_DW_BIT (RCP_DW_BEFORENAME) |               \
   RCP_DW_BIT (RCP_DW_STOP) | RCP_DW_BIT (RCP_DW_COMMA) | RCP_DW_BIT (RCP_DW_HYPHEN) |                       \
   RCP_DW_BIT (RCP_DW_PUBLISHED) | RCP_DW_BIT (RCP_DW_ZONE) | RCP_DW_BIT (RCP_DW_ORDER))

static gboolean
is_date_like (const RcpDateItem *item)
{
  return (item->word && (item->word->classes & ~GLUE_CLASSES) != 0) || item->number >= 0 ||
         item->ordinal > 0 || item->decade > 0 || item->roman > 0 || item->slice > 0 || item->glued;
}

/* Worth trying the patterns here? Glue is, where a date-like word follows closely. */
static gboolean
may_begin (const RcpDateScan *self, guint at)
{
  const RcpDateItem *item = item_at (self, at);

  if (is_date_like (item) || self->text->tokens[item->token].kind == RCP_TOKEN_MIXED)
    return TRUE;
  if (item->word == NULL)
    return FALSE;
  for (guint i = at + 1; i < self->items->len && i <= at + 3; i++)
    if (is_date_like (item_at (self, i)))
      return TRUE;
  return FALSE;
}

/* "Monday and Friday next week": the week of the second is that of the first too. */
static void
share_week (const RcpDateScan *self, guint end, RcpDatePiece *piece)
{
  RcpDatePiece second;

  if (self->grammar->is_french || piece->form != RCP_FORM_CALENDAR || piece->weekday == 0 || piece->day > 0 ||
      piece->has_dir || piece->has_this || end + 1 >= self->items->len || !has (self, end + 1, RCP_DW_WEEKDAY) ||
      !(has (self, end, RCP_DW_AND) || has (self, end, RCP_DW_OR) || has (self, end, RCP_DW_COMMA)))
    return;
  if (rcp_date_matcher_match (self->grammar, self->text, self->items, end + 1, &second) > 0 &&
      second.form == RCP_FORM_NTH && second.unit == RCP_UNIT_WEEK && second.month == 0 && second.nth == 0 &&
      second.count == 0 && (second.has_dir || second.has_this))
    {
      second.weekday = piece->weekday;
      *piece = second;
    }
}

/* "jeudi et vendredi prochains": a plural tells both. */
static void
share_direction (const RcpDateScan *self, guint end, RcpDatePiece *piece)
{
  RcpDatePiece second;
  int after;

  if (!self->grammar->is_french || piece->form != RCP_FORM_CALENDAR || piece->weekday == 0 || piece->day > 0 || piece->has_dir ||
      piece->has_this || !has (self, end + 1, RCP_DW_WEEKDAY) || !(has (self, end, RCP_DW_AND) || has (self, end, RCP_DW_OR)))
    return;
  after = rcp_date_matcher_match (self->grammar, self->text, self->items, end + 1, &second);
  if (after > 0 && second.form == RCP_FORM_CALENDAR && second.has_dir && second.day == 0 &&
      g_str_has_suffix (self->text->tokens[item_at (self, after - 1)->token].folded, "s"))
    {
      piece->has_dir = TRUE;
      piece->dir = second.dir;
    }
}

/* A list that is longer than this has no common year. */
#define MAX_LISTED_MONTHS 8

/* "in March, April and May 2016", "en mars et septembre 2016": the year of the last is that of the others too. */
static void
share_year (const RcpDateScan *self, guint end, RcpDatePiece *piece)
{
  RcpDatePiece next = *piece;
  int at = end, month = piece->month, years_back = 0, n = 0;

  while (n++ < MAX_LISTED_MONTHS && next.form == RCP_FORM_CALENDAR && next.month > 0 && next.year == 0 && next.weekday == 0 && !next.has_dir && !next.has_this &&
         next.unit == RCP_UNIT_NONE && (next.day > 0) == (piece->day > 0) && (guint) at + 1 < self->items->len &&
         (has (self, at, RCP_DW_AND) || has (self, at, RCP_DW_OR) || has (self, at, RCP_DW_COMMA)) &&
         (at = rcp_date_matcher_match (self->grammar, self->text, self->items, at + 1, &next)) > 0)
    {
      years_back += next.month > 0 && next.month < month ? 1 : 0;
      month = next.month;
    }
  if (at > (int) end && next.form == RCP_FORM_CALENDAR && next.month > 0 && next.year > 0 && (next.day > 0) == (piece->day > 0) &&
      next.weekday == 0)
    piece->year = next.year - years_back;
}

/* "57.5 last month": the digits after a point count nothing by themselves. */
static gboolean
is_decimal (const RcpDateScan *self, guint at)
{
  const RcpToken *tokens = self->text->tokens;
  guint token = item_at (self, at)->token;

  return item_at (self, at)->number >= 0 && at >= 2 && (tokens[token].flags & RCP_TOKEN_GLUED) &&
         (tokens[token - 1].flags & RCP_TOKEN_GLUED) && strchr (".,", tokens[token - 1].folded[0]) &&
         item_at (self, at - 2)->number >= 0;
}

/* "rue du 4-Septembre", "stade du 28 mars" */
static gboolean
names_place (const RcpDateScan *self, guint at, const RcpDatePiece *piece)
{
  guint of = has (self, at, RCP_DW_OF) ? at : at - 1;

  return self->grammar->is_french && at > 0 && of > 0 && piece->year == 0 &&
         (piece->form == RCP_FORM_HOLIDAY || (piece->form == RCP_FORM_CALENDAR && piece->day > 0 && piece->month > 0)) &&
         has (self, of, RCP_DW_OF) && has (self, of - 1, RCP_DW_BEFORENAME) &&
         item_at (self, of - 1)->word->values[RCP_DW_BEFORENAME] == 2;
}

/* "1970" of "les années 1960 et 1970", "70" of "les années 60 et 70": another decade. */
static gboolean
read_other_decade (const RcpDateScan *self, guint at, RcpDatePiece *piece)
{
  const RcpDateShape *previous =
    self->shapes->len > 0 ? &g_array_index (self->shapes, RcpDateShape, self->shapes->len - 1) : NULL;
  const RcpDateItem *item = item_at (self, at);

  if (!self->grammar->is_french || previous == NULL || previous->is_range || previous->piece.form != RCP_FORM_DECADE || at == 0 ||
      !(has (self, at - 1, RCP_DW_AND) || has (self, at - 1, RCP_DW_OR) || has (self, at - 1, RCP_DW_COMMA)) ||
      previous->last_token + 1 != item_at (self, at - 1)->token || item->number <= 0 || item->number % 10 != 0 ||
      !(item->n_digits == 2 ? previous->piece.count > 0 && !has (self, at - 1, RCP_DW_COMMA)
                            : item->n_digits == 4 && item->number > 1600 && item->number < 2100))
    return FALSE;
  /* "les années 60 et 70 chanteurs" */
  if (at + 1 < self->items->len && item_at (self, at + 1)->word == NULL &&
      self->text->tokens[item_at (self, at + 1)->token].kind == RCP_TOKEN_WORD && item->n_digits == 2)
    return FALSE;
  *piece = (RcpDatePiece){ .form = RCP_FORM_DECADE, .year = item->n_digits == 4 ? item->number : 0,
                           .count = item->n_digits == 2 ? item->number : 0 };
  return TRUE;
}

static guint
scan_at (RcpDateScan *self, guint at)
{
  RcpDateShape shape = { 0 };
  int end = -1, after;

  if (is_decimal (self, at))
    return at + 1;

  if (read_other_decade (self, at, &shape.piece))
    {
      rcp_date_scan_add (self, at, at + 1, &shape);
      return at + 1;
    }
  if (rcp_date_scan_may_be_day (self, at))
    {
      end = rcp_date_scan_day_list (self, at);
      if (end > 0)
        return end;
      end = rcp_date_scan_day_range (self, at, &shape);
      if (end < 0)
        shape = (RcpDateShape){ 0 };
    }
  if (end < 0)
    end = read_shift (self, at, &shape);
  if (end < 0)
    {
      shape = (RcpDateShape){ 0 };
      end = rcp_date_matcher_match (self->grammar, self->text, self->items, at, &shape.piece);
      if (end < 0)
        return at + 1;
      share_week (self, end, &shape.piece);
      share_direction (self, end, &shape.piece);
      share_year (self, end, &shape.piece);
      if ((after = rcp_date_scan_more_days (self, at, end, &shape.piece)) > 0)
        return after;
      if ((after = read_next_to (self, end, &shape)) > 0)
        end = after;
      else if (rcp_date_scan_is_end (&shape.piece) && (after = rcp_date_scan_second_end (self, at, end, &shape.piece, &shape.end)) > 0)
        {
          shape.is_range = TRUE;
          end = after;
        }
    }
  if (!shape.is_range && names_place (self, at, &shape.piece))
    return end;
  if (shape.is_range)
    end = rcp_date_scan_year_after (self, end, &shape.end);
  if (shape.is_range)
    rcp_date_scan_share_fields (&shape.piece, &shape.end);
  rcp_date_scan_add (self, at, end, &shape);
  return end;
}

/**
 * rcp_date_scan:
 *
 * Finds the date expressions of a text, in one pass and in text order; sentences set aside are skipped.
 *
 * Returns: (transfer full) (element-type RcpDateShape)
 */
GArray *
rcp_date_scan (const RcpDateGrammar *grammar, const RcpSegmentedText *text)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (RcpDateItem));
  RcpDateScan self = { grammar, text, items, g_array_new (FALSE, TRUE, sizeof (RcpDateShape)) };

  for (guint i = 0; i < text->n_sentences; i++)
    {
      if (text->sentences[i].is_set_aside)
        continue;
      rcp_date_items_read (grammar, text, i, items);
      for (guint at = 0; at < items->len;)
        at = may_begin (&self, at) ? scan_at (&self, at) : at + 1;
    }
  return self.shapes;
}
