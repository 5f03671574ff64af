#include "config.h"

#include "rcp-date-scan-private.h"

#include <string.h>

/** rcp_date_scan_is_end: can an expression of this kind be one end of a range? */
gboolean
rcp_date_scan_is_end (const RcpDatePiece *piece)
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
join_at (const RcpDateScan *self, guint at, guint *next)
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
read_partial_day (const RcpDateScan *self, guint at, RcpDatePiece *piece)
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

/* "Monday-Friday" */
static gboolean
are_bare_weekdays (const RcpDatePiece *a, const RcpDatePiece *b)
{
  return a->weekday > 0 && b->weekday > 0 && a->weekday != b->weekday && a->day == 0 && b->day == 0 && a->month == 0 && b->month == 0 &&
         a->daypart == RCP_DAYPART_NONE && b->daypart == RCP_DAYPART_NONE;
}

static gboolean
opens_between (const RcpDateScan *self, guint at)
{
  return at > 0 && has (self, at - 1, RCP_DW_BETWEEN);
}

/** rcp_date_scan_share_fields: A year or month that only one end states holds for both: "du 3 au 5 mai 2019", "de février à
 * mai 2018". */
void
rcp_date_scan_share_fields (RcpDatePiece *a, RcpDatePiece *b)
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

/**
 * rcp_date_scan_is_next_year:
 * @at: index of the item after a year
 *
 * Returns: whether a stroke and the year after stand there: "2023/24".
 */
gboolean
rcp_date_scan_is_next_year (const RcpSegmentedText *text, const GArray *items, guint at, int year)
{
  const RcpDateItem *stroke, *next;

  if (at + 1 >= items->len)
    return FALSE;
  stroke = &g_array_index (items, RcpDateItem, at);
  next = &g_array_index (items, RcpDateItem, at + 1);
  return strcmp (text->tokens[stroke->token].folded, "/") == 0 && (text->tokens[stroke->token].flags & RCP_TOKEN_GLUED)
         && (text->tokens[next->token].flags & RCP_TOKEN_GLUED)
         && ((next->n_digits == 4 && next->number == year + 1) || (next->n_digits == 2 && next->number == (year + 1) % 100));
}

/* Does nothing that a number counts stand here? "March 3 and 4" dates, "March 3 and 4 others" counts. */
static gboolean
counts_nothing (const RcpDateScan *self, guint at)
{
  const RcpToken *token;

  if (at >= self->items->len)
    return TRUE;
  token = &self->text->tokens[item_at (self, at)->token];
  return (token->kind == RCP_TOKEN_PUNCTUATION && !(token->flags & RCP_TOKEN_GLUED && strchr ("%:/", token->folded[0])))
         || has (self, at, RCP_DW_STOP) || has (self, at, RCP_DW_IN) || has (self, at, RCP_DW_PREP)
         || (has (self, at, RCP_DW_PAST) && item_at (self, at)->word->values[RCP_DW_PAST] == 0);
}

static gboolean
is_month_and_day (const RcpDatePiece *piece)
{
  return piece->form == RCP_FORM_CALENDAR && piece->month > 0 && piece->day > 0 && piece->year == 0 &&
         piece->daypart == RCP_DAYPART_NONE;
}

/* "4" of "March 3 and 4" */
static gboolean
is_next_day (const RcpDateScan *self, guint at, const RcpDatePiece *first)
{
  const RcpDateItem *item;

  if (self->grammar->is_french || !is_month_and_day (first) || at >= self->items->len)
    return FALSE;
  item = item_at (self, at);
  return (item->number == first->day + 1 || item->ordinal == first->day + 1) && counts_nothing (self, at + 1);
}

/** rcp_date_scan_second_end: the second end of a range whose first ends before item @at; -1 where there is none. */
int
rcp_date_scan_second_end (const RcpDateScan *self, guint from, guint at, const RcpDatePiece *first, RcpDatePiece *second)
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
  /* "la saison 2023/24", "2023/2024" */
  if (grain (first) == 3 && first->year > 0 && item_at (self, at - 1)->number == first->year
      && rcp_date_scan_is_next_year (self->text, self->items, at, first->year))
    {
      *second = (RcpDatePiece){ .form = RCP_FORM_CALENDAR, .year = first->year + 1 };
      return at + 2;
    }
  if (join == JOIN_NONE || (join == JOIN_AND && !opens_between (self, from) && !is_next_day (self, next, first)))
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
  if (end > 0 && rcp_date_scan_is_end (second))
    {
      if (join == JOIN_HYPHEN && (grain (first) != grain (second) || (first->weekday != 0 && !are_bare_weekdays (first, second))) &&
          !opens_between (self, from))
        return -1;
      /* "2012-14" reads as a range of years elsewhere; "mai à juin" needs no opener, "vendredi au 3 mai"
       * neither. */
      if (grain (first) == 3 && grain (second) < 3 && join == JOIN_HYPHEN)
        return -1;
      return end;
    }
  /* "May 3 to 5", "May 3-5, 2024" */
  if (first->form == RCP_FORM_CALENDAR && first->month > 0 && first->day > 0 && first->year == 0 &&
      (join != JOIN_HYPHEN || item_at (self, next)->number >= 0 || item_at (self, next)->ordinal > 0))
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

/* Does an article that only dates take stand before two days of no month? "du 3 au 5", "entre le 3 et le 5" */
static gboolean
opens_days (const RcpDateScan *self, guint at, guint next)
{
  const char *opener;

  /* "from the 3rd to the 5th" */
  if (!self->grammar->is_french)
    return at > 0 && has (self, at, RCP_DW_DET) && item_at (self, at + 1)->ordinal > 0 &&
           (has (self, next, RCP_DW_DET) || item_at (self, next)->ordinal > 0) &&
           (has (self, at - 1, RCP_DW_FROM) || opens_between (self, at));
  if ((has (self, at, RCP_DW_DET) ? at : at - 1) >= self->items->len)
    return FALSE;
  opener = self->text->tokens[item_at (self, has (self, at, RCP_DW_DET) ? at : at - 1)->token].folded;
  if (strcmp (opener, "le") == 0)
    return opens_between (self, at) && has (self, next, RCP_DW_DET);
  return strcmp (opener, "du") == 0
         && strcmp (self->text->tokens[item_at (self, next - 1)->token].folded, "au") == 0;
}

/** rcp_date_scan_day_range: "du 3 au 5 mai", "entre le 9 et le 27 mars", "3-5 May 2024", "du 3 au 5": the item after it; -1
 * where there is none. */
int
rcp_date_scan_day_range (const RcpDateScan *self, guint at, RcpDateShape *shape)
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
  /* "de 5 à 6 h le 22 avril" goes from one hour to another. */
  if (end > 0 && shape->end.daypart == RCP_DAYPART_CLOCK && g_ascii_isdigit (self->text->tokens[item_at (self, next)->token].folded[0]) &&
      item_at (self, next)->number != shape->end.day && item_at (self, next)->ordinal != shape->end.day)
    return -1;
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

/* More days than these are no list that a text would give. */
#define MAX_LISTED_DAYS 8

/** rcp_date_scan_day_list: "les 12, 13 et 14 juin", "les 3 et 10 mai": days that share one month, each a date; one
 * interval where they follow each other. Returns the item after the last, -1 where there is no such list. */
int
rcp_date_scan_day_list (RcpDateScan *self, guint at)
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
      rcp_date_scan_share_fields (&days[i], &days[n - 1]);
    }
  if (follow)
    {
      RcpDateShape shape = { .piece = days[0], .end = days[n - 1], .is_range = TRUE };

      rcp_date_scan_add (self, at, end, &shape);
      return end;
    }
  for (guint i = 0; i < n; i++)
    {
      RcpDateShape shape = { .piece = days[i] };

      rcp_date_scan_add (self, starts[i], ends[i], &shape);
    }
  return end;
}

/**
 * rcp_date_scan_more_days:
 * @at: index of the first item of @first
 * @end: index of the item after it
 *
 * Adds the days of an English list that names its month first: "June 3, 4 and 5", "Oct. 7 and 14, 2023".
 *
 * Returns: the item after the last; -1 where there is no such list.
 */
int
rcp_date_scan_more_days (RcpDateScan *self, guint at, guint end, const RcpDatePiece *first)
{
  RcpDatePiece days[MAX_LISTED_DAYS] = { *first };
  guint starts[MAX_LISTED_DAYS] = { at }, n = 1, next = end;
  gboolean follow = TRUE, is_last = FALSE;

  if (self->grammar->is_french || !is_month_and_day (first) || opens_between (self, at) || item_at (self, end - 1)->n_digits > 2)
    return -1;
  while (!is_last)
    {
      const RcpDateItem *item;
      int day;

      is_last = has (self, next, RCP_DW_AND) || has (self, next, RCP_DW_OR);
      if (n == MAX_LISTED_DAYS || next + 1 >= self->items->len || (!is_last && !has (self, next, RCP_DW_COMMA)))
        return -1;
      item = item_at (self, next + 1);
      day = item->ordinal > 0 ? item->ordinal : item->n_digits <= 2 ? item->number : 0;
      if (day <= days[n - 1].day || day > 31)
        return -1;
      follow &= day == days[n - 1].day + 1 && !has (self, next, RCP_DW_OR);
      days[n] = *first;
      days[n].day = day;
      days[n].weekday = 0;
      starts[n++] = next + 1;
      next += 2;
    }
  if (!counts_nothing (self, next))
    return -1;
  end = next;
  if (has (self, next, RCP_DW_COMMA) && next + 1 < self->items->len && item_at (self, next + 1)->n_digits == 4)
    {
      for (guint i = 0; i < n; i++)
        days[i].year = item_at (self, next + 1)->number;
      end = next + 2;
    }
  if (follow)
    {
      RcpDateShape shape = { .piece = days[0], .end = days[n - 1], .is_range = TRUE };

      rcp_date_scan_add (self, at, end, &shape);
      return end;
    }
  for (guint i = 0; i < n; i++)
    {
      RcpDateShape shape = { .piece = days[i] };

      rcp_date_scan_add (self, starts[i], i + 1 == n ? end : starts[i + 1] - 1, &shape);
    }
  return end;
}

/** rcp_date_scan_may_be_day: may read_partial_day() find something here? Most words are asked in vain, and a shape is
 * large. */
gboolean
rcp_date_scan_may_be_day (const RcpDateScan *self, guint at)
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

/** rcp_date_scan_year_after: "9 May to 12 June in 2017": the item after the year. */
int
rcp_date_scan_year_after (const RcpDateScan *self, int end, RcpDatePiece *piece)
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
