#include "config.h"

#include <string.h>

#include "rcp-date-shape.h"

typedef struct
{
  const RcpDateGrammar *grammar;
  const RcpSegmentedText *text;
  GArray *items; /* of RcpDateItem, of the sentence */
  GArray *shapes;
} Scan;

static const RcpDateItem *
item_at (const Scan *self, guint at)
{
  return &g_array_index (self->items, RcpDateItem, at);
}

static gboolean
has (const Scan *self, guint at, RcpDateWordClass cls)
{
  return at < self->items->len && rcp_date_word_has (item_at (self, at)->word, cls);
}

/* Can an expression of this kind be one end of a range? */
static gboolean
is_end (const RcpDatePiece *piece)
{
  switch (piece->form)
    {
    case RCP_FORM_CALENDAR:
    case RCP_FORM_RELDAY:
    case RCP_FORM_UNIT:
    case RCP_FORM_SEASON:
    case RCP_FORM_QUARTER:
    case RCP_FORM_HALF:
    case RCP_FORM_SLICE:
    case RCP_FORM_HOLIDAY:
    case RCP_FORM_DECADE:
    case RCP_FORM_CENTURY:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The rank of the coarsest thing an end names: ends of a range are compared by it ("mai 2019" and "2012"
 * don't pair over a mere hyphen). */
static int
grain (const RcpDatePiece *piece)
{
  return piece->form != RCP_FORM_CALENDAR ? 4 : piece->day || piece->weekday ? 1 : piece->month ? 2 : 3;
}

typedef enum
{
  JOIN_NONE,
  JOIN_TO,
  JOIN_AND,
  JOIN_HYPHEN,
} Join;

static Join
join_at (const Scan *self, guint at, guint *next)
{
  *next = at + 1;
  if (at + 1 >= self->items->len)
    return JOIN_NONE;
  if (has (self, at, RCP_DW_HYPHEN))
    return JOIN_HYPHEN;
  if (has (self, at, RCP_DW_AND))
    {
      /* "et jusqu'à vendredi", "and until Friday" */
      if (has (self, at + 1, RCP_DW_UNTIL) && at + 2 < self->items->len)
        {
          *next = at + 2;
          return JOIN_TO;
        }
      return JOIN_AND;
    }
  if (has (self, at, RCP_DW_UNTIL) || has (self, at, RCP_DW_TO))
    return JOIN_TO;
  return JOIN_NONE;
}

/* "3" of "du 3 au 5 mai", "Monday 3" of "from Monday 3 to Friday 7 May": a day that waits for its month. */
static int
read_partial_day (const Scan *self, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item;
  gboolean is_fuzzy;
  int end;

  memset (piece, 0, sizeof *piece);
  piece->form = RCP_FORM_CALENDAR;
  if (has (self, at, RCP_DW_DET))
    at++;
  if (has (self, at, RCP_DW_WEEKDAY))
    piece->weekday = item_at (self, at++)->word->values[RCP_DW_WEEKDAY];
  if (at >= self->items->len)
    return -1;
  item = item_at (self, at);
  end = at + 1;
  piece->day = item->number > 0 && item->n_digits <= 2 ? item->number : item->ordinal;
  if (piece->day == 0 && has (self, at, RCP_DW_ORDINAL))
    piece->day = item->word->values[RCP_DW_ORDINAL];
  else if (piece->day == 0 && self->grammar->is_french && has (self, at, RCP_DW_NUMBER))
    end = rcp_date_items_number (self->grammar, self->items, at, &piece->day, &is_fuzzy);
  return end > 0 && piece->day >= 1 && piece->day <= 31 ? end : -1;
}

static gboolean
opens_between (const Scan *self, guint at)
{
  return at > 0 && has (self, at - 1, RCP_DW_BETWEEN);
}

/* A year or month that only one end states holds for both: "du 3 au 5 mai 2019", "de janvier à mai 2019". */
static void
share_fields (RcpDatePiece *a, RcpDatePiece *b)
{
  if (a->form != RCP_FORM_CALENDAR || b->form != RCP_FORM_CALENDAR)
    return;
  if (a->month == 0 && a->day > 0 && b->month > 0)
    a->month = b->month;
  if (a->month == 0 && a->day > 0 && b->unit == RCP_UNIT_MONTH)
    {
      a->unit = b->unit;
      a->has_this = b->has_this;
      a->has_dir = b->has_dir;
      a->dir = b->dir;
    }
  if (a->year == 0 && b->year > 0 && (a->month > 0))
    {
      a->year = b->year;
      if (b->month > 0 && a->month > b->month)
        a->year--;
    }
  if (b->month == 0 && b->day > 0 && a->month > 0)
    b->month = a->month;
  if (b->year == 0 && a->year > 0 && b->month > 0)
    {
      b->year = a->year;
      if (a->month > 0 && b->month < a->month)
        b->year++;
    }
  if (!a->has_dir && b->has_dir && a->month > 0 && a->year == 0)
    {
      a->has_dir = TRUE;
      a->dir = b->dir;
      a->unit = b->unit;
    }
}

/* The second end of a range whose first ends before item @at; -1 where there is none. */
static int
read_second_end (const Scan *self, guint from, guint at, const RcpDatePiece *first, RcpDatePiece *second)
{
  guint next;
  Join join = join_at (self, at, &next);
  int end;

  /* "from March to date": the words join and end the range at once. */
  if (has (self, at, RCP_DW_VAGUE) && item_at (self, at)->word->values[RCP_DW_VAGUE] == 2)
    {
      *second = (RcpDatePiece){ .form = RCP_FORM_RELDAY };
      return at + 1;
    }
  if (join == JOIN_NONE || (join == JOIN_AND && !opens_between (self, from)))
    return -1;
  /* "entre août et maintenant" */
  if (has (self, next, RCP_DW_VAGUE) && item_at (self, next)->word->values[RCP_DW_VAGUE] == 1)
    {
      *second = (RcpDatePiece){ .form = RCP_FORM_RELDAY };
      return next + 1;
    }
  /* "2012-14" */
  if (join == JOIN_HYPHEN && grain (first) == 3 && first->year > 0 && item_at (self, next)->n_digits == 2 &&
      (self->text->tokens[item_at (self, next)->token].flags & RCP_TOKEN_GLUED) &&
      item_at (self, next)->number > first->year % 100 && item_at (self, at - 1)->n_digits == 4 &&
      !has (self, next + 1, RCP_DW_HYPHEN) && !has (self, next + 1, RCP_DW_UNIT))
    {
      *second = (RcpDatePiece){ .form = RCP_FORM_CALENDAR, .year = first->year / 100 * 100 + item_at (self, next)->number };
      return next + 1;
    }
  end = rcp_date_matcher_match (self->grammar, self->text, self->items, next, second);
  if (end > 0 && is_end (second))
    {
      if (join == JOIN_HYPHEN && (grain (first) != grain (second) || first->weekday != 0) &&
          !opens_between (self, from))
        return -1;
      /* "2012-14" reads as a range of years elsewhere; "mai à juin" needs no opener, "vendredi au 3 mai"
       * neither. */
      if (grain (first) == 3 && grain (second) < 3 && join == JOIN_HYPHEN)
        return -1;
      return end;
    }
  /* "May 3 to 5", "May 3-5, 2024" */
  if (first->form == RCP_FORM_CALENDAR && first->month > 0 && first->day > 0 && first->year == 0)
    {
      end = read_partial_day (self, next, second);
      if (end > 0 && second->day > first->day && !has (self, end, RCP_DW_UNIT))
        {
          guint year_at = (guint) end + (has (self, end, RCP_DW_COMMA) ? 1 : 0);

          if (year_at < self->items->len && item_at (self, year_at)->n_digits == 4 &&
              item_at (self, year_at)->number >= 1000 && item_at (self, year_at)->number < 2200)
            {
              second->year = item_at (self, year_at)->number;
              second->month = first->month;
              end = year_at + 1;
            }
          return end;
        }
    }
  return -1;
}

static RcpDateBound
bound_before (const Scan *self, guint at, const RcpDatePiece *piece)
{
  for (guint back = 1; back <= 2 && back <= at; back++)
    {
      guint i = at - back;

      if (has (self, i, RCP_DW_SINCE))
        return RCP_BOUND_SINCE;
      /* "up 5 percent from a year earlier" */
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

/* A date that stands alone, with its preposition at most, is asked for rather than told: the coming one is meant. */
static gboolean
stands_alone (const Scan *self, guint from, guint to)
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
begins_with_time (const Scan *self, guint at, const RcpDatePiece *piece)
{
  const RcpDateItem *item = item_at (self, at);

  return piece->form != RCP_FORM_TIME && !self->grammar->is_french &&
         (has (self, at, RCP_DW_DAYPART) || (has (self, at, RCP_DW_DET) && has (self, at + 1, RCP_DW_DAYPART)) ||
          (piece->daypart == RCP_DAYPART_CLOCK && item->number >= 0 && item->number != piece->day &&
           item->n_digits <= 2));
}

/* "3 mars 12024", "March 3, 0": a figure stands where the year does, and is none. The date is then not that of the present. */
static gboolean
has_bad_year (const Scan *self, const RcpDatePiece *piece, guint to)
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

/* "from Saturday's quake", "ahead of Friday's vote": the thing is dated, nothing lasts from or until then. */
static void
read_possessive (const Scan *self, guint from, guint to, RcpDateShape *shape)
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
is_span_of_time (const Scan *self, guint from, const RcpDateShape *shape)
{
  static const char *const ranks[] = { "most", "worst", "best", "least", "only", "once", "last", NULL };

  if (self->grammar->is_french || shape->piece.form != RCP_FORM_OFFSET || shape->piece.sign < 0 ||
      !has (self, from, RCP_DW_WITHIN))
    return FALSE;
  for (guint back = 1; back <= 8 && back <= from; back++)
    if (has (self, from - back, RCP_DW_FUTURE))
      return FALSE;
  if (shape->tense < 0)
    return TRUE;
  for (guint back = 1; back <= 8 && back <= from; back++)
    {
      const char *word = self->text->tokens[item_at (self, from - back)->token].folded;

      if (has (self, from - back, RCP_DW_ORDINAL) || (strlen (word) > 5 && g_str_has_suffix (word, "est")))
        return TRUE;
      for (int i = 0; ranks[i]; i++)
        if (strcmp (word, ranks[i]) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
add_shape (Scan *self, guint from, guint to, RcpDateShape *shape)
{
  RcpDatePiece *piece;
  const RcpDateItem *last;

  /* A length of time ends before "after" and "after that". */
  if (shape->piece.form == RCP_FORM_DURATION && to > from + 1 &&
      (has (self, to - 1, RCP_DW_AFTERTHAT) || has (self, to - 1, RCP_DW_AFTER) ||
       has (self, to - 1, RCP_DW_BEFORE)))
    to--;
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
    shape->bound = bound_before (self, from, &shape->piece);
  /* "before dawn on Tuesday" is Tuesday. */
  if ((shape->bound == RCP_BOUND_BEFORE || shape->bound == RCP_BOUND_AFTER ||
       (shape->bound == RCP_BOUND_FROM && shape->piece.is_clock_range)) && begins_with_time (self, from, &shape->piece))
    shape->bound = RCP_BOUND_NONE;
  shape->tense = rcp_date_tense_around (self->grammar, self->text, self->items, from, to);
  if (stands_alone (self, from, to))
    shape->tense = 1;
  read_possessive (self, from, to, shape);
  if (is_span_of_time (self, from, shape))
    shape->piece.form = RCP_FORM_DURATION;
  shape->in_quotes = (self->text->tokens[shape->first_token].flags & RCP_TOKEN_IN_QUOTES) != 0;
  for (guint back = 1; back <= 3 && back <= from; back++)
    shape->after_published |= has (self, from - back, RCP_DW_PUBLISHED);
  g_array_append_val (self->shapes, *shape);
}

/* Does an article that only dates take stand before two days of no month? "du 3 au 5", "entre le 3 et le 5" */
static gboolean
opens_days (const Scan *self, guint at, guint next)
{
  const char *opener;

  if (!self->grammar->is_french || (has (self, at, RCP_DW_DET) ? at : at - 1) >= self->items->len)
    return FALSE;
  opener = self->text->tokens[item_at (self, has (self, at, RCP_DW_DET) ? at : at - 1)->token].folded;
  if (strcmp (opener, "le") == 0)
    return opens_between (self, at) && has (self, next, RCP_DW_DET);
  return strcmp (opener, "du") == 0
         && strcmp (self->text->tokens[item_at (self, next - 1)->token].folded, "au") == 0;
}

/* "du 3 au 5 mai", "entre le 11 et le 28 mars", "3-5 May 2024", "du 3 au 5": the item after it; -1 where there is none. */
static int
read_day_range (const Scan *self, guint at, RcpDateShape *shape)
{
  int end = read_partial_day (self, at, &shape->piece);
  guint next;
  Join join;

  if (end < 0)
    return -1;
  join = join_at (self, end, &next);
  if (join == JOIN_NONE || (join == JOIN_AND && !opens_between (self, at)))
    return -1;
  shape->is_range = TRUE;
  end = rcp_date_matcher_match (self->grammar, self->text, self->items, next, &shape->end);
  if (end > 0 && shape->end.form == RCP_FORM_CALENDAR && shape->end.day > 0
      && (shape->end.month > 0 || shape->end.unit == RCP_UNIT_MONTH))
    return end;
  if (!opens_days (self, at, next))
    return -1;
  end = read_partial_day (self, next, &shape->end);
  if (end < 0 || shape->end.day <= shape->piece.day || has (self, end, RCP_DW_UNIT) || has (self, end, RCP_DW_HYPHEN)
      || ((guint) end < self->items->len && item_at (self, end)->word == NULL
          && self->text->tokens[item_at (self, end)->token].kind != RCP_TOKEN_PUNCTUATION))
    return -1;
  return end;
}

/* "les 12, 13 et 14 juin", "les 3 et 10 mai": days that share one month, each a date; one interval where they follow each
 * other. Returns the item after the last, -1 where there is no such list. */
#define MAX_LISTED_DAYS 8

static int
read_day_list (Scan *self, guint at)
{
  RcpDatePiece days[MAX_LISTED_DAYS];
  guint starts[MAX_LISTED_DAYS], ends[MAX_LISTED_DAYS], n = 0, next = at;
  gboolean follow = TRUE;
  int end = -1;

  if (opens_between (self, at))
    return -1;
  for (;;)
    {
      int partial;

      if (n > 0 && n < MAX_LISTED_DAYS)
        {
          end = rcp_date_matcher_match (self->grammar, self->text, self->items, next, &days[n]);
          if (end > 0 && days[n].form == RCP_FORM_CALENDAR && days[n].day > 0
              && (days[n].month > 0 || days[n].unit == RCP_UNIT_MONTH)
              && (has (self, next - 1, RCP_DW_AND) || has (self, next - 1, RCP_DW_OR)))
            {
              starts[n] = next;
              ends[n++] = end;
              break;
            }
        }
      if (n + 1 >= MAX_LISTED_DAYS || (partial = read_partial_day (self, next, &days[n])) < 0)
        return -1;
      starts[n] = next;
      ends[n++] = partial;
      if (!has (self, partial, RCP_DW_COMMA) && !has (self, partial, RCP_DW_AND) && !has (self, partial, RCP_DW_OR))
        return -1;
      next = partial + 1;
      if (next >= self->items->len)
        return -1;
    }
  for (guint i = 0; i + 1 < n; i++)
    {
      follow &= days[i + 1].day == days[i].day + 1 && !has (self, starts[i + 1] - 1, RCP_DW_OR);
      if (days[i].day >= days[i + 1].day)
        return -1;
      share_fields (&days[i], &days[n - 1]);
    }
  if (follow)
    {
      RcpDateShape shape = { .piece = days[0], .end = days[n - 1], .is_range = TRUE };

      add_shape (self, at, end, &shape);
      return end;
    }
  for (guint i = 0; i < n; i++)
    {
      RcpDateShape shape = { .piece = days[i] };

      add_shape (self, starts[i], ends[i], &shape);
    }
  return end;
}

/* "la veille de Noël": a day before or after a date. Of anything else ("la veille du départ") it has no value. The item
 * after it; -1 where no such words stand here. */
static int
read_next_to (const Scan *self, guint end, RcpDateShape *shape)
{
  RcpDatePiece date;
  int after;

  if (shape->piece.form != RCP_FORM_TEXTDAY || !has (self, end, RCP_DW_OF) || !self->grammar->is_french)
    return -1;
  after = end + 1 < self->items->len
            ? rcp_date_matcher_match (self->grammar, self->text, self->items, end + 1, &date)
            : -1;
  if (after > 0 && is_end (&date))
    {
      shape->shift = (RcpDateShift){ shape->piece.offset ? RCP_SHIFT_TO : RCP_SHIFT_NONE,
                                     { .unit = RCP_UNIT_DAY, .count = ABS (shape->piece.offset) },
                                     shape->piece.offset < 0 ? -1 : 1 };
      shape->piece = date;
      return after;
    }
  shape->piece.form = RCP_FORM_VAGUE;
  return end;
}

/* What is counted from a date: "two weeks", "the third Tuesday". */
static int
read_counted (const Scan *self, guint at, RcpDatePiece *length)
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
  return rcp_date_length_read (self->grammar, self->items, at, length);
}

/* "avant hier" of two words is read as one unless something is counted from it. */
static gboolean
is_split_relday (const Scan *self, guint at)
{
  return has (self, at, RCP_DW_RELDAY) && item_at (self, at)->n_tokens == 2 &&
         ABS (item_at (self, at)->word->values[RCP_DW_RELDAY]) == 2;
}

/* "two weeks after 3 May", "more than a month before Christmas", "for three days from Monday": the item after it; -1
 * where there is none. */
static int
read_shift (const Scan *self, guint at, RcpDateShape *shape)
{
  RcpDateShift *shift = &shape->shift;
  guint i = at;
  int end;

  shift->kind = RCP_SHIFT_TO;
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
      if (item_at (self, i)->word->values[RCP_DW_FROM] == 1 || (at > 0 && has (self, at - 1, RCP_DW_PREP)) ||
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
  return end > 0 && (is_end (&shape->piece) || shape->piece.form == RCP_FORM_NTH) && shape->piece.form != RCP_FORM_UNIT
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
   RCP_DW_BIT (RCP_DW_PUBLISHED) | RCP_DW_BIT (RCP_DW_ZONE))

static gboolean
is_date_like (const RcpDateItem *item)
{
  return (item->word && (item->word->classes & ~GLUE_CLASSES) != 0) || item->number >= 0 ||
         item->ordinal > 0 || item->decade > 0 || item->roman > 0 || item->slice > 0 || item->glued;
}

/* Worth trying the patterns here? Glue is, where a date-like word follows closely. */
static gboolean
may_begin (const Scan *self, guint at)
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

/* May read_partial_day() find something here? Most words are asked in vain, and a shape is large. */
static gboolean
may_be_partial_day (const Scan *self, guint at)
{
  const RcpDateItem *item;

  if (has (self, at, RCP_DW_DET))
    at++;
  if (has (self, at, RCP_DW_WEEKDAY))
    at++;
  if (at >= self->items->len)
    return FALSE;
  item = item_at (self, at);
  return item->number > 0 || item->ordinal > 0 || has (self, at, RCP_DW_ORDINAL) || has (self, at, RCP_DW_NUMBER);
}

/* "26 June to 28 June in 2020": the item after the year. */
static int
take_year_after (const Scan *self, int end, RcpDatePiece *piece)
{
  const RcpDateItem *item;

  if (!has (self, end, RCP_DW_IN) || (guint) end + 1 >= self->items->len || piece->form != RCP_FORM_CALENDAR ||
      piece->month == 0 || piece->year != 0)
    return end;
  item = item_at (self, end + 1);
  if (item->n_digits != 4 || item->number < 1800 || item->number > 2199)
    return end;
  piece->year = item->number;
  return end + 2;
}

static guint
scan_at (Scan *self, guint at)
{
  RcpDateShape shape = { 0 };
  int end = -1, after;

  if (may_be_partial_day (self, at))
    {
      end = read_day_list (self, at);
      if (end > 0)
        return end;
      end = read_day_range (self, at, &shape);
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
      if ((after = read_next_to (self, end, &shape)) > 0)
        end = after;
      else if (is_end (&shape.piece) && (after = read_second_end (self, at, end, &shape.piece, &shape.end)) > 0)
        {
          shape.is_range = TRUE;
          end = after;
        }
    }
  if (shape.is_range)
    end = take_year_after (self, end, &shape.end);
  if (shape.is_range)
    share_fields (&shape.piece, &shape.end);
  add_shape (self, at, end, &shape);
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
  Scan self = { grammar, text, items, g_array_new (FALSE, TRUE, sizeof (RcpDateShape)) };

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
