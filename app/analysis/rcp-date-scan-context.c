#include "config.h"

#include "rcp-date-scan-private.h"

#include <string.h>

/* "rose 2% in June from May": what is compared with. */
static gboolean
compares (const RcpDateScan *self, guint at, const RcpDatePiece *piece)
{
  static const char *const shares[] = { "%", "percent", "per", "pct", "points", NULL };

  if (self->grammar->is_french || !(piece->month > 0 || piece->form == RCP_FORM_QUARTER || piece->form == RCP_FORM_UNIT) ||
      piece->day > 0)
    return FALSE;
  for (guint back = 1; back <= 6 && back <= at; back++)
    for (int i = 0; shares[i]; i++)
      if (strcmp (self->text->tokens[item_at (self, at - back)->token].folded, shares[i]) == 0)
        return TRUE;
  return FALSE;
}

static RcpDateBound
bound_before (const RcpDateScan *self, guint at, const RcpDatePiece *piece)
{
  for (guint back = 1; back <= 2 && back <= at; back++)
    {
      guint i = at - back;

      if (has (self, i, RCP_DW_SINCE))
        return RCP_BOUND_SINCE;
      /* "up 5 percent from a year earlier" */
      if (has (self, i, RCP_DW_FROM) && compares (self, i, piece))
        return RCP_BOUND_NONE;
      if (has (self, i, RCP_DW_FROM))
        return piece->form == RCP_FORM_OFFSET && piece->sign < 0 ? RCP_BOUND_NONE : RCP_BOUND_FROM;
      if (has (self, i, RCP_DW_UNTIL))
        return RCP_BOUND_UNTIL;
      if (has (self, i, RCP_DW_BEFORE))
        return RCP_BOUND_BEFORE;
      if (has (self, i, RCP_DW_AFTER))
        return RCP_BOUND_AFTER;
      if (!has (self, i, RCP_DW_OF) && !has (self, i, RCP_DW_TO) && !has (self, i, RCP_DW_IN) &&
          !has (self, i, RCP_DW_PREP) && !has (self, i, RCP_DW_APPROX))
        break;
    }
  return RCP_BOUND_NONE;
}

/* "le 3 juin au plus tard", "Monday at the earliest": the bound closes the clause. */
static RcpDateBound
bound_behind (const RcpDateScan *self, guint to)
{
  gboolean is_until = has (self, to, RCP_DW_UNTIL);

  if (to >= self->items->len || item_at (self, to)->n_tokens < 3 || !(is_until || has (self, to, RCP_DW_FROM)) ||
      (to + 1 < self->items->len && self->text->tokens[item_at (self, to + 1)->token].kind != RCP_TOKEN_PUNCTUATION))
    return RCP_BOUND_NONE;
  return is_until ? RCP_BOUND_UNTIL : RCP_BOUND_FROM;
}

/* A date that stands alone, with its preposition at most, is asked for rather than told: the coming one is meant. */
static gboolean
stands_alone (const RcpDateScan *self, guint from, guint to)
{
  const guint64 small = RCP_DW_BIT (RCP_DW_OF) | RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_TO) | RCP_DW_BIT (RCP_DW_DET)
                        | RCP_DW_BIT (RCP_DW_PREP) | RCP_DW_BIT (RCP_DW_FROM) | RCP_DW_BIT (RCP_DW_AFTER)
                        | RCP_DW_BIT (RCP_DW_BETWEEN) | RCP_DW_BIT (RCP_DW_UNTIL) | RCP_DW_BIT (RCP_DW_BEFORE);

  if (to != self->items->len || from > 2 || self->text->n_sentences != 1)
    return FALSE;
  for (guint i = 0; i < from; i++)
    if (item_at (self, i)->word == NULL || (item_at (self, i)->word->classes & small) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
begins_with_time (const RcpDateScan *self, guint at, const RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);

  return piece->form != RCP_FORM_TIME && !self->grammar->is_french &&
         (has (self, at, RCP_DW_DAYPART) || (has (self, at, RCP_DW_DET) && has (self, at + 1, RCP_DW_DAYPART)) ||
          (piece->daypart == RCP_DAYPART_CLOCK && g_ascii_isdigit (self->text->tokens[item->token].folded[0]) &&
           (item->number != piece->day || piece->is_clock_range) && item->n_digits <= 2));
}

/* "3 mars 12024", "March 3, 0": a figure stands where the year does, and is none. The date is then not that of the present. */
static gboolean
has_bad_year (const RcpDateScan *self, const RcpDatePiece *piece, guint to)
{
  const RcpDateItem *item;

  if (piece->form != RCP_FORM_CALENDAR || piece->month == 0 || piece->year != 0)
    return FALSE;
  if (!self->grammar->is_french && has (self, to, RCP_DW_COMMA))
    to++;
  if (to >= self->items->len)
    return FALSE;
  item = item_at (self, to);
  return (item->number == 0 || (item->number > 0 && item->n_digits > 4)) && !has (self, to + 1, RCP_DW_UNIT)
         && !(to + 1 < self->items->len && (self->text->tokens[item_at (self, to + 1)->token].flags & RCP_TOKEN_GLUED)
              && to + 2 < self->items->len && item_at (self, to + 2)->number >= 0);
}

static gboolean
is_bare_weekday (const RcpDatePiece *piece)
{
  return piece->form == RCP_FORM_CALENDAR && piece->weekday > 0 && piece->weekday2 == 0 && piece->day == 0 &&
         piece->month == 0 && piece->year == 0;
}

/* "Wednesday afternoon and Thursday", "Wednesday, Thursday or Friday", "tomorrow and Friday" */
static gboolean
follows_weekday (const RcpDateScan *self, guint from, const RcpDatePiece *piece)
{
  const RcpDateShape *previous =
    self->shapes->len > 0 ? &g_array_index (self->shapes, RcpDateShape, self->shapes->len - 1) : NULL;

  return previous && from > 0 && is_bare_weekday (piece) && !piece->has_dir && !piece->has_this && !previous->is_range &&
         (is_bare_weekday (&previous->piece) || (previous->piece.form == RCP_FORM_RELDAY && previous->piece.offset >= 0)) &&
         previous->last_token + 1 == item_at (self, from - 1)->token &&
         (has (self, from - 1, RCP_DW_AND) || has (self, from - 1, RCP_DW_OR) || has (self, from - 1, RCP_DW_COMMA));
}

/* "the chemistry prize on Wednesday, that for peace on Friday": a programme whose verb stands far before goes on from day to day. */
static gboolean
lists_days_ahead (const RcpDateScan *self, guint from, const RcpDatePiece *piece)
{
  const RcpDateShape *previous =
    self->shapes->len > 0 ? &g_array_index (self->shapes, RcpDateShape, self->shapes->len - 1) : NULL;

  return previous && previous->tense > 0 && !previous->is_range && from > 0 && is_bare_weekday (piece) && !piece->has_dir &&
         !piece->has_this && is_bare_weekday (&previous->piece) && previous->first_token >= item_at (self, 0)->token;
}

/* "by Saturday the siege was over" may tell the past; "until Saturday" reaches ahead. */
static gboolean
is_by (const RcpDateScan *self, guint from)
{
  for (guint back = 1; back <= 2 && back <= from; back++)
    if (has (self, from - back, RCP_DW_UNTIL))
      return item_at (self, from - back)->word->values[RCP_DW_UNTIL] == 1;
  return FALSE;
}

/* "from Saturday's quake", "ahead of Friday's vote": the thing is dated, nothing lasts from or until then. */
static void
read_possessive (const RcpDateScan *self, guint from, guint to, RcpDateShape *shape)
{
  if (self->grammar->is_french || shape->is_range || !has (self, to, RCP_DW_OF) ||
      self->text->tokens[item_at (self, to)->token].folded[0] != '\'')
    return;
  shape->tense = shape->bound == RCP_BOUND_BEFORE                                       ? 1
                 : shape->bound == RCP_BOUND_AFTER || shape->bound == RCP_BOUND_FROM ||
                       shape->bound == RCP_BOUND_SINCE
                     ? -1
                     : shape->tense;
  for (guint back = 1; back <= 3 && back <= from && shape->bound == RCP_BOUND_NONE; back++)
    if (has (self, from - back, RCP_DW_AFTER))
      shape->tense = -1;
  shape->bound = RCP_BOUND_NONE;
}

/* "in seven years" of "the biggest rise in seven years" and of "scored five goals in 18 minutes" is a length. */
static gboolean
is_span_of_time (const RcpDateScan *self, guint from, const RcpDateShape *shape)
{
  static const char *const ranks[] = { "most", "worst", "best", "least", "only", "once", "last", NULL };

  if (self->grammar->is_french || shape->piece.form != RCP_FORM_OFFSET || shape->piece.sign < 0 ||
      !has (self, from, RCP_DW_WITHIN) || (from > 0 && has (self, from - 1, RCP_DW_COMMA)))
    return FALSE;
  for (guint back = 1; back <= 8 && back <= from; back++)
    if (has (self, from - back, RCP_DW_FUTURE))
      return FALSE;
  if (shape->tense < 0)
    return TRUE;
  for (guint back = 1; back <= 8 && back <= from; back++)
    {
      const char *word = self->text->tokens[item_at (self, from - back)->token].folded;

      if (has (self, from - back, RCP_DW_ORDINAL) || item_at (self, from - back)->ordinal > 0 || (strlen (word) > 5 && g_str_has_suffix (word, "est")))
        return TRUE;
      for (int i = 0; ranks[i]; i++)
        if (strcmp (word, ranks[i]) == 0)
          return TRUE;
    }
  return FALSE;
}

/* "within 24 hours" is a date limit where something is announced, "were held within 24 hours of the raid" a length. */
static gboolean
is_span_of_hours (const RcpDateScan *self, guint to, const RcpDateShape *shape)
{
  return shape->piece.form == RCP_FORM_UNITS && shape->piece.unit == RCP_UNIT_HOUR && !shape->piece.has_dir &&
         (shape->tense <= 0 || has (self, to, RCP_DW_OF) || has (self, to, RCP_DW_AFTER) || has (self, to, RCP_DW_TEXTDIR));
}

/* "un lundi", "un vendredi 13": some such day, none that is known. */
static gboolean
is_any_day (const RcpDateScan *self, guint from, const RcpDatePiece *piece)
{
  return self->grammar->is_french && from > 0 && piece->form == RCP_FORM_CALENDAR && piece->month == 0 && piece->weekday > 0 &&
         !piece->has_dir &&
         strcmp (self->text->tokens[item_at (self, from - 1)->token].folded, "un") == 0;
}

/* How many dates after a year that opens a sentence may still be of it. */
#define MAX_DATES_OF_YEAR 6

/* "En 2020, il avait eu lieu le 29 septembre": the year that opens a sentence of the past is that of its days. */
static void
take_opening_year (const RcpDateScan *self, guint from, RcpDateShape *shape)
{
  RcpDatePiece *piece = &shape->piece;
  const RcpDateShape *opening = NULL;

  if (from < 3 || shape->is_range || shape->tense > 0 || piece->form != RCP_FORM_CALENDAR || piece->month == 0 || piece->year != 0 ||
      piece->has_dir || piece->has_this || piece->weekday != 0 || !has (self, 0, RCP_DW_IN))
    return;
  for (guint back = 1; back <= MAX_DATES_OF_YEAR && back <= self->shapes->len && opening == NULL; back++)
    {
      const RcpDateShape *other = &g_array_index (self->shapes, RcpDateShape, self->shapes->len - back);

      if (other->first_token < item_at (self, 0)->token)
        return;
      if (other->piece.form != RCP_FORM_CALENDAR || (other->piece.year != 0 && other->first_token != item_at (self, 1)->token))
        return;
      if (other->first_token == item_at (self, 1)->token)
        opening = other;
    }
  if (opening && opening->piece.form == RCP_FORM_CALENDAR && opening->piece.year > 0 && opening->piece.month == 0 && !opening->is_range)
    piece->year = opening->piece.year;
}

/** rcp_date_scan_add: adds an expression of the items from @from to before @to, with what the words around tell of it. */
void
rcp_date_scan_add (RcpDateScan *self, guint from, guint to, RcpDateShape *shape)
{
  RcpDatePiece *piece;
  const RcpDateItem *last;

  /* A length of time ends before "after" and "after that". */
  if (shape->piece.form == RCP_FORM_DURATION && to > from + 1 &&
      (has (self, to - 1, RCP_DW_AFTERTHAT) || has (self, to - 1, RCP_DW_AFTER) ||
       has (self, to - 1, RCP_DW_BEFORE)))
    to--;
  if (is_any_day (self, from, &shape->piece))
    shape->piece.form = RCP_FORM_VAGUE;
  last = item_at (self, to - 1);
  piece = shape->is_range ? &shape->end : &shape->piece;
  piece->has_bad_year = has_bad_year (self, piece, to);
  /* The words of an expression begin with its article, not with a preposition. */
  while (from + 1 < to && shape->piece.form != RCP_FORM_OFFSET &&
         !(shape->piece.form == RCP_FORM_UNITS && has (self, from, RCP_DW_WITHIN)) &&
         (has (self, from, RCP_DW_OF) || has (self, from, RCP_DW_IN) || has (self, from, RCP_DW_TO) ||
          has (self, from, RCP_DW_PREP) || has (self, from, RCP_DW_COMMA)) &&
         !has (self, from, RCP_DW_DET) && !has (self, from, RCP_DW_PART) && !has (self, from, RCP_DW_AGO) &&
         item_at (self, from)->n_tokens == 1)
    from++;

  shape->first_token = item_at (self, from)->token;
  shape->last_token = last->token + last->n_tokens - 1;
  if (!shape->is_range && shape->shift.kind == RCP_SHIFT_NONE &&
      !(shape->piece.form == RCP_FORM_WEEKOF && shape->piece.count2 > 0))
    {
      shape->bound = bound_before (self, from, &shape->piece);
      if (shape->bound == RCP_BOUND_NONE)
        shape->bound = bound_behind (self, to);
    }
  /* "before dawn on Tuesday" is Tuesday. */
  if ((shape->bound == RCP_BOUND_BEFORE || shape->bound == RCP_BOUND_AFTER ||
       (shape->bound == RCP_BOUND_FROM && shape->piece.is_clock_range)) && begins_with_time (self, from, &shape->piece))
    shape->bound = RCP_BOUND_NONE;
  shape->tense = rcp_date_tense_around (self->grammar, self->text, self->items, from, to);
  shape->is_ordered = !shape->is_range && rcp_date_tense_is_ordered (self->grammar, self->text, self->items, from);
  if (shape->tense == 0 && lists_days_ahead (self, from, &shape->piece))
    shape->tense = 1;
  /* "une trêve pour Pâques", "two weeks before Christmas": the nearest, whatever the verb tells */
  if (shape->piece.form == RCP_FORM_HOLIDAY
      && ((shape->shift.kind != RCP_SHIFT_NONE && shape->tense < 0)
          || (from > 0 && self->grammar->is_french
              && strcmp (self->text->tokens[item_at (self, from - 1)->token].folded, "pour") == 0)))
    shape->tense = 0;
  /* English labels of photographs and posts ("5 May 12:00") are of the nearest year. */
  if (stands_alone (self, from, to) &&
      !(!self->grammar->is_french && shape->piece.form == RCP_FORM_CALENDAR && shape->piece.month > 0 &&
        shape->piece.day > 0))
    shape->tense = 1;
  /* "from Monday to today" lies behind. */
  if (shape->is_range && shape->end.form == RCP_FORM_RELDAY && shape->end.offset <= 0)
    shape->tense = -1;
  read_possessive (self, from, to, shape);
  /* "the March 24 play-off": the day of a thing, whatever the verb. */
  if (!self->grammar->is_french && from > 0 && shape->piece.form == RCP_FORM_CALENDAR && shape->piece.month > 0 &&
      shape->piece.day > 0 && (has (self, from - 1, RCP_DW_DET) || has (self, from - 1, RCP_DW_ONE)) &&
      to < self->items->len && item_at (self, to)->word == NULL &&
      self->text->tokens[item_at (self, to)->token].kind == RCP_TOKEN_WORD)
    shape->tense = 0;
  take_opening_year (self, from, shape);
  /* "called an election for July 4": the aim, whatever the verb. */
  if (!self->grammar->is_french && from > 0 && shape->tense < 0 && shape->piece.form == RCP_FORM_CALENDAR &&
      (shape->piece.day > 0 || shape->piece.nth > 0) &&
      strcmp (self->text->tokens[item_at (self, from - 1)->token].folded, "for") == 0)
    shape->tense = shape->piece.month > 0 ? 0 : 1;
  if (is_span_of_time (self, from, shape) || is_span_of_hours (self, to, shape))
    shape->piece.form = RCP_FORM_DURATION;
  shape->piece.follows_weekday = !shape->is_range && follows_weekday (self, from, &shape->piece);
  shape->piece.is_by = shape->bound == RCP_BOUND_UNTIL && is_by (self, from);
  shape->in_quotes = (self->text->tokens[shape->first_token].flags & RCP_TOKEN_IN_QUOTES) != 0;
  for (guint back = 1; back <= 3 && back <= from; back++)
    shape->after_published |= has (self, from - back, RCP_DW_PUBLISHED);
  g_array_append_val (self->shapes, *shape);
}
