#include "config.h"

#include "rcp-edtf.h"

#include <string.h>

#include "rcp-error.h"

struct _RcpEdtf
{
  gatomicrefcount refs;
  gint32 first_day;
  gint32 last_day;
  RcpPrecision precision;
  RcpEdtfFlags flags;
  char *string; /* owned */
};

G_DEFINE_BOXED_TYPE (RcpEdtf, rcp_edtf, rcp_edtf_ref, rcp_edtf_unref)

/* EDTF's season codes begin with 21, spring. The days are those of the astronomical seasons of the northern
 * hemisphere, rounded to fixed days; a winter has the year of its December. */
#define FIRST_SEASON 21

static void
season_bounds (int year, int season, gint32 *first_day, gint32 *last_day)
{
  static const int starts[][2] = { { 3, 20 }, { 6, 21 }, { 9, 23 }, { 12, 21 } };
  int next = (season + 1) % 4;

  *first_day = rcp_day_from_ymd (year, starts[season][0], starts[season][1]);
  *last_day = rcp_day_from_ymd (year + (season == 3), starts[next][0], starts[next][1]);
  if (*last_day != RCP_DAY_INVALID)
    (*last_day)--;
}

static char *
point_string (gint32 day)
{
  return day == RCP_DAY_OPEN_START || day == RCP_DAY_OPEN_END ? g_strdup ("..") : rcp_day_to_iso (day);
}

static char *
build_string (const RcpEdtf *self)
{
  static const char *const qualifiers[] = { "", "~", "?", "%" };
  const char *qualifier = qualifiers[self->flags & 3];
  RcpYmd first = rcp_day_to_ymd (self->first_day);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  switch (self->precision)
    {
    case RCP_PRECISION_DAY:
      from = rcp_day_to_iso (self->first_day);
      return g_strconcat (from, qualifier, NULL);
    case RCP_PRECISION_MONTH:
      return g_strdup_printf ("%04d-%02d%s", first.year, first.month, qualifier);
    case RCP_PRECISION_SEASON:
      return g_strdup_printf ("%04d-%02d%s", first.year, FIRST_SEASON + (first.month / 3 - 1), qualifier);
    case RCP_PRECISION_YEAR:
      return g_strdup_printf ("%04d%s", first.year, qualifier);
    case RCP_PRECISION_DECADE:
      return g_strdup_printf ("%03dX%s", first.year / 10, qualifier);
    case RCP_PRECISION_CENTURY:
      return g_strdup_printf ("%02dXX%s", first.year / 100, qualifier);
    case RCP_PRECISION_WEEK:
    case RCP_PRECISION_INTERVAL:
    default:
      from = point_string (self->first_day);
      to = point_string (self->last_day);
      return g_strconcat (from, "/", to, qualifier, NULL);
    }
}

/* Does the interval really span the unit it claims? Guards build_string() against nonsense. */
static gboolean
is_whole_unit (gint32 first_day, gint32 last_day, RcpPrecision precision)
{
  RcpYmd a = rcp_day_to_ymd (first_day), b = rcp_day_to_ymd (last_day);
  gint32 season_first, season_last;

  switch (precision)
    {
    case RCP_PRECISION_DAY:
      return first_day == last_day;
    case RCP_PRECISION_MONTH:
      return a.year == b.year && a.month == b.month && a.day == 1 && b.day == rcp_days_in_month (b.year, b.month);
    case RCP_PRECISION_SEASON:
      if (a.month % 3 != 0)
        return FALSE;
      season_bounds (a.year, a.month / 3 - 1, &season_first, &season_last);
      return first_day == season_first && last_day == season_last;
    case RCP_PRECISION_YEAR:
      return a.year == b.year && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;
    case RCP_PRECISION_DECADE:
      return a.year % 10 == 0 && b.year == a.year + 9 && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;
    case RCP_PRECISION_CENTURY:
      return a.year % 100 == 0 && b.year == a.year + 99 && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;
    case RCP_PRECISION_WEEK:
    case RCP_PRECISION_INTERVAL:
    default:
      return TRUE;
    }
}

/**
 * rcp_edtf_new:
 * @first_day: first day, or %RCP_DAY_OPEN_START
 * @last_day: last day, or %RCP_DAY_OPEN_END
 * @precision: the unit stated; taken as %RCP_PRECISION_INTERVAL where the days are not just that unit
 * @flags: qualifiers
 *
 * Returns: (transfer full) (nullable): the date; NULL where the days are no interval.
 */
RcpEdtf *
rcp_edtf_new (gint32 first_day, gint32 last_day, RcpPrecision precision, RcpEdtfFlags flags)
{
  RcpEdtf *self;
  gboolean open = first_day == RCP_DAY_OPEN_START || last_day == RCP_DAY_OPEN_END;

  if (first_day == RCP_DAY_INVALID || last_day == RCP_DAY_INVALID || first_day > last_day
      || first_day == RCP_DAY_OPEN_END || last_day == RCP_DAY_OPEN_START)
    return NULL;

  self = g_new0 (RcpEdtf, 1);
  g_atomic_ref_count_init (&self->refs);
  self->first_day = first_day;
  self->last_day = last_day;
  self->precision = open || !is_whole_unit (first_day, last_day, precision) ? RCP_PRECISION_INTERVAL : precision;
  if (first_day == last_day)
    self->precision = RCP_PRECISION_DAY;
  self->flags = flags;
  self->string = build_string (self);
  return self;
}

RcpEdtf *
rcp_edtf_new_day (gint32 day)
{
  return rcp_edtf_new (day, day, RCP_PRECISION_DAY, RCP_EDTF_EXACT);
}

RcpEdtf *
rcp_edtf_new_month (int year, int month)
{
  gint32 first = rcp_day_from_ymd (year, month, 1);

  if (first == RCP_DAY_INVALID)
    return NULL;
  return rcp_edtf_new (first, rcp_day_from_ymd (year, month, rcp_days_in_month (year, month)), RCP_PRECISION_MONTH,
                       RCP_EDTF_EXACT);
}

/**
 * rcp_edtf_new_season:
 * @year: the year; for winter that of its December
 * @season: 0 spring, 1 summer, 2 autumn, 3 winter
 */
RcpEdtf *
rcp_edtf_new_season (int year, int season)
{
  gint32 first, last;

  g_return_val_if_fail (season >= 0 && season <= 3, NULL);
  season_bounds (year, season, &first, &last);
  return rcp_edtf_new (first, last, RCP_PRECISION_SEASON, RCP_EDTF_EXACT);
}

RcpEdtf *
rcp_edtf_new_year (int year)
{
  return rcp_edtf_new (rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year, 12, 31), RCP_PRECISION_YEAR,
                       RCP_EDTF_EXACT);
}

RcpEdtf *
rcp_edtf_new_interval (gint32 first_day, gint32 last_day, RcpEdtfFlags flags)
{
  return rcp_edtf_new (first_day, last_day, RCP_PRECISION_INTERVAL, flags);
}

static gboolean
read_digits (const char *text, gsize from, gsize n, int *value)
{
  *value = 0;
  for (gsize i = from; i < from + n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

static RcpEdtf *
parse_point (const char *text, gsize length, RcpEdtfFlags flags)
{
  int year, month, day;

  if (length == 4 && text[2] == 'X' && text[3] == 'X' && read_digits (text, 0, 2, &year))
    return rcp_edtf_new (rcp_day_from_ymd (MAX (year * 100, 1), 1, 1), rcp_day_from_ymd (year * 100 + 99, 12, 31),
                         RCP_PRECISION_CENTURY, flags);
  if (length == 4 && text[3] == 'X' && read_digits (text, 0, 3, &year))
    return rcp_edtf_new (rcp_day_from_ymd (MAX (year * 10, 1), 1, 1), rcp_day_from_ymd (year * 10 + 9, 12, 31),
                         RCP_PRECISION_DECADE, flags);
  if (length < 4 || !read_digits (text, 0, 4, &year))
    return NULL;
  if (length == 4)
    return rcp_edtf_new (rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year, 12, 31), RCP_PRECISION_YEAR, flags);
  if (length == 7 && text[4] == '-' && read_digits (text, 5, 2, &month))
    {
      gint32 first, last;

      if (month >= FIRST_SEASON && month < FIRST_SEASON + 4)
        {
          season_bounds (year, month - FIRST_SEASON, &first, &last);
          return rcp_edtf_new (first, last, RCP_PRECISION_SEASON, flags);
        }
      if (month < 1 || month > 12)
        return NULL;
      return rcp_edtf_new (rcp_day_from_ymd (year, month, 1),
                           rcp_day_from_ymd (year, month, rcp_days_in_month (year, month)), RCP_PRECISION_MONTH, flags);
    }
  if (length == 10 && text[4] == '-' && text[7] == '-' && read_digits (text, 5, 2, &month)
      && read_digits (text, 8, 2, &day))
    {
      gint32 value = rcp_day_from_ymd (year, month, day);

      return rcp_edtf_new (value, value, RCP_PRECISION_DAY, flags);
    }
  return NULL;
}

static gsize
strip_qualifier (const char *text, gsize length, RcpEdtfFlags *flags)
{
  while (length > 0 && strchr ("~?%", text[length - 1]))
    {
      if (text[length - 1] != '?')
        *flags |= RCP_EDTF_APPROXIMATE;
      if (text[length - 1] != '~')
        *flags |= RCP_EDTF_UNCERTAIN;
      length--;
    }
  return length;
}

/**
 * rcp_edtf_parse:
 * @text: a date, a season (21 to 24), a decade (199X), a century (19XX) or an interval, with "~", "?" or "%"
 * @error: %RCP_VALUE_ERROR_EDTF
 *
 * Returns: (transfer full) (nullable): the date, NULL with @error set.
 */
RcpEdtf *
rcp_edtf_parse (const char *text, GError **error)
{
  RcpEdtf *self = NULL;
  RcpEdtfFlags flags = RCP_EDTF_EXACT;
  const char *slash;

  g_return_val_if_fail (text != NULL, NULL);

  slash = strchr (text, '/');
  if (slash == NULL)
    {
      gsize length = strip_qualifier (text, strlen (text), &flags);

      self = parse_point (text, length, flags);
    }
  else
    {
      gsize from_length = strip_qualifier (text, slash - text, &flags);
      gsize to_length = strip_qualifier (slash + 1, strlen (slash + 1), &flags);
      gboolean open_start = from_length == 0 || (from_length == 2 && g_str_has_prefix (text, ".."));
      gboolean open_end = to_length == 0 || (to_length == 2 && g_str_has_prefix (slash + 1, ".."));
      g_autoptr (RcpEdtf) from = open_start ? NULL : parse_point (text, from_length, flags);
      g_autoptr (RcpEdtf) to = open_end ? NULL : parse_point (slash + 1, to_length, flags);

      if ((from || open_start) && (to || open_end) && !(open_start && open_end))
        self = rcp_edtf_new (from ? from->first_day : RCP_DAY_OPEN_START, to ? to->last_day : RCP_DAY_OPEN_END,
                             RCP_PRECISION_INTERVAL, flags);
      /* A week has no form of its own in EDTF. */
      if (self && rcp_edtf_is_bounded (self) && rcp_edtf_count_days (self) == 7
          && rcp_day_get_weekday (self->first_day) == 1)
        self->precision = RCP_PRECISION_WEEK;
    }
  if (self == NULL)
    g_set_error (error, RCP_VALUE_ERROR, RCP_VALUE_ERROR_EDTF, "“%s” is not an EDTF date", text);
  return self;
}

RcpEdtf *
rcp_edtf_ref (RcpEdtf *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_edtf_unref (RcpEdtf *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    {
      g_free (self->string);
      g_free (self);
    }
}

/**
 * rcp_edtf_get_string:
 *
 * Returns: (transfer none): the date as EDTF.
 */
const char *
rcp_edtf_get_string (const RcpEdtf *self)
{
  return self->string;
}

gint32
rcp_edtf_get_first_day (const RcpEdtf *self)
{
  return self->first_day;
}

gint32
rcp_edtf_get_last_day (const RcpEdtf *self)
{
  return self->last_day;
}

RcpPrecision
rcp_edtf_get_precision (const RcpEdtf *self)
{
  return self->precision;
}

RcpEdtfFlags
rcp_edtf_get_flags (const RcpEdtf *self)
{
  return self->flags;
}

/** rcp_edtf_is_exact_day: whether it is one day, without qualifier. */
gboolean
rcp_edtf_is_exact_day (const RcpEdtf *self)
{
  return self->first_day == self->last_day && self->flags == RCP_EDTF_EXACT;
}

/** rcp_edtf_is_bounded: whether neither end is open. */
gboolean
rcp_edtf_is_bounded (const RcpEdtf *self)
{
  return self->first_day != RCP_DAY_OPEN_START && self->last_day != RCP_DAY_OPEN_END;
}

/**
 * rcp_edtf_get_middle_day:
 *
 * Returns: the day half-way through; of a half-open interval its closed end. Orders lists.
 */
gint32
rcp_edtf_get_middle_day (const RcpEdtf *self)
{
  if (self->first_day == RCP_DAY_OPEN_START)
    return self->last_day;
  if (self->last_day == RCP_DAY_OPEN_END)
    return self->first_day;
  return self->first_day + (self->last_day - self->first_day) / 2;
}

/** rcp_edtf_count_days: how many days a bounded date spans, %G_MAXINT32 for a half-open one. */
gint32
rcp_edtf_count_days (const RcpEdtf *self)
{
  return rcp_edtf_is_bounded (self) ? self->last_day - self->first_day + 1 : G_MAXINT32;
}

gboolean
rcp_edtf_equal (const RcpEdtf *a, const RcpEdtf *b)
{
  return a == b || (a && b && a->first_day == b->first_day && a->last_day == b->last_day && a->flags == b->flags);
}

/** rcp_edtf_overlaps: whether some day belongs to both. */
gboolean
rcp_edtf_overlaps (const RcpEdtf *a, const RcpEdtf *b)
{
  return a->first_day <= b->last_day && b->first_day <= a->last_day;
}

/** rcp_edtf_contains: whether every day of @inner belongs to @outer. */
gboolean
rcp_edtf_contains (const RcpEdtf *outer, const RcpEdtf *inner)
{
  return outer->first_day <= inner->first_day && inner->last_day <= outer->last_day;
}

/**
 * rcp_edtf_intersect:
 *
 * Returns: (transfer full) (nullable): the days that both hold, NULL where there are none. One of the two itself when
 *   it lies within the other.
 */
RcpEdtf *
rcp_edtf_intersect (RcpEdtf *a, RcpEdtf *b)
{
  if (rcp_edtf_contains (a, b))
    return rcp_edtf_ref (b);
  if (rcp_edtf_contains (b, a))
    return rcp_edtf_ref (a);
  return rcp_edtf_new (MAX (a->first_day, b->first_day), MIN (a->last_day, b->last_day), RCP_PRECISION_INTERVAL,
                       a->flags | b->flags);
}

/**
 * rcp_edtf_shift:
 * @days: how many days later, negative for earlier
 *
 * Returns: (transfer full) (nullable): the same interval elsewhere, its open ends still open.
 */
RcpEdtf *
rcp_edtf_shift (RcpEdtf *self, int days)
{
  return rcp_edtf_new (self->first_day == RCP_DAY_OPEN_START ? self->first_day : self->first_day + days,
                       self->last_day == RCP_DAY_OPEN_END ? self->last_day : self->last_day + days, self->precision,
                       self->flags);
}

/** rcp_edtf_compare: by middle, then by first day, then the more precise first; NULL comes last. */
int
rcp_edtf_compare (const RcpEdtf *a, const RcpEdtf *b)
{
  gint32 x, y;

  if (!a || !b)
    return (a == NULL) - (b == NULL);
  x = rcp_edtf_get_middle_day (a);
  y = rcp_edtf_get_middle_day (b);
  if (x != y)
    return x < y ? -1 : 1;
  if (a->first_day != b->first_day)
    return a->first_day > b->first_day ? -1 : 1;
  return (a->last_day > b->last_day) - (a->last_day < b->last_day);
}
