#include "config.h"

#include "rcp-date-shape.h"

static gboolean
has (const GArray *items, guint at, RcpDateWordClass cls)
{
  return at < items->len && rcp_date_word_has (g_array_index (items, RcpDateItem, at).word, cls);
}

/* Half a unit, in the unit below. */
static int
half_of (int unit, int *half_unit)
{
  switch (unit)
    {
    case RCP_UNIT_CENTURY:
      *half_unit = RCP_UNIT_YEAR;
      return 50;
    case RCP_UNIT_DECADE:
      *half_unit = RCP_UNIT_YEAR;
      return 5;
    case RCP_UNIT_YEAR:
      *half_unit = RCP_UNIT_MONTH;
      return 6;
    case RCP_UNIT_MONTH:
      *half_unit = RCP_UNIT_DAY;
      return 15;
    case RCP_UNIT_DAY:
      *half_unit = RCP_UNIT_HOUR;
      return 12;
    case RCP_UNIT_HOUR:
      *half_unit = RCP_UNIT_MINUTE;
      return 30;
    default:
      return 0;
    }
}

/**
 * rcp_date_length_add:
 * @sign: 1 to go forward, -1 back
 *
 * Returns: the day that lies a length of time after @day, %RCP_DAY_INVALID outside the calendar.
 */
gint32
rcp_date_length_add (const RcpDatePiece *length, gint32 day, int sign)
{
  int count = MAX (length->count, 1), half_unit = RCP_UNIT_NONE, half;

  day = rcp_date_add_units (day, length->unit, sign * count);
  if (length->half_more && day != RCP_DAY_INVALID && (half = half_of (length->unit, &half_unit)) > 0)
    day = rcp_date_add_units (day, half_unit, sign * half);
  if (length->more_months > 0 && day != RCP_DAY_INVALID)
    day = rcp_date_add_units (day, RCP_UNIT_MONTH, sign * length->more_months);
  if (length->more_days > 0 && day != RCP_DAY_INVALID)
    day = rcp_date_add_units (day, RCP_UNIT_DAY, sign * length->more_days);
  return day;
}

/* One number with its unit: "two weeks", "3mo", "a year", "half a century", "two and a half years". */
static int
read_one (const RcpDateGrammar *grammar, const GArray *items, guint at, RcpDatePiece *piece)
{
  const RcpDateItem *item = &g_array_index (items, RcpDateItem, at);
  int value = 1, most, end, after;
  gboolean is_fuzzy = FALSE;

  if (rcp_date_word_has (item->glued, RCP_DW_UNIT))
    {
      piece->count = item->glued_number;
      piece->unit = item->glued->values[RCP_DW_UNIT];
      return at + 1;
    }
  if (has (items, at, RCP_DW_DEMI) && has (items, at + 1, RCP_DW_UNIT))
    {
      piece->count = half_of (g_array_index (items, RcpDateItem, at + 1).word->values[RCP_DW_UNIT], &piece->unit);
      return piece->count > 0 ? (int) at + 2 : -1;
    }
  end = rcp_date_items_number (grammar, items, at, &value, &is_fuzzy);
  if (end < 0 && has (items, at, RCP_DW_ONE))
    {
      value = 1;
      end = at + 1;
    }
  if (end < 0)
    return -1;
  if (has (items, end, RCP_DW_AND) && has (items, end + 1, RCP_DW_DEMI) && has (items, end + 2, RCP_DW_UNIT))
    {
      piece->half_more = TRUE;
      end += 2;
    }
  /* "deux ou trois ans", "five to ten days" */
  if (!is_fuzzy && (has (items, end, RCP_DW_OR) || has (items, end, RCP_DW_TO) || has (items, end, RCP_DW_HYPHEN)) &&
      (guint) end + 1 < items->len && (after = rcp_date_items_number (grammar, items, end + 1, &most, &is_fuzzy)) > 0 &&
      has (items, after, RCP_DW_UNIT) && !is_fuzzy && most > value && most < 1000)
    {
      piece->count2 = most;
      is_fuzzy = TRUE;
      end = after;
    }
  if (!has (items, end, RCP_DW_UNIT))
    return -1;
  piece->count = value;
  piece->is_fuzzy |= is_fuzzy;
  piece->unit = g_array_index (items, RcpDateItem, end).word->values[RCP_DW_UNIT];
  end++;
  if (has (items, end, RCP_DW_AND) && has (items, end + 1, RCP_DW_DEMI) && !has (items, end + 2, RCP_DW_UNIT))
    {
      piece->half_more = TRUE;
      end += 2;
    }
  return end;
}

/**
 * rcp_date_length_read:
 * @at: index of an item
 * @piece: (inout): takes the count and unit of the first number, and what the later ones add
 *
 * Reads a length of time, of one unit or of several from the longest down: "two weeks", "a year and a half", "2 months
 * and 3 days".
 *
 * Returns: index of the item after it; -1 where none begins there.
 */
int
rcp_date_length_read (const RcpDateGrammar *grammar, const GArray *items, guint at, RcpDatePiece *piece)
{
  int end = read_one (grammar, items, at, piece), unit = piece->unit;

  while (end > 0 && (guint) end < items->len)
    {
      RcpDatePiece more = { 0 };
      guint next = end;
      int after;

      if (has (items, next, RCP_DW_COMMA))
        next++;
      if (has (items, next, RCP_DW_AND))
        next++;
      if (next >= items->len || has (items, next, RCP_DW_FEW))
        break;
      after = read_one (grammar, items, next, &more);
      if (after < 0 || more.unit >= unit || more.unit == RCP_UNIT_NONE || more.count > 10000)
        break;
      if (more.unit >= RCP_UNIT_MONTH)
        piece->more_months += more.count * (more.unit == RCP_UNIT_YEAR      ? 12
                                            : more.unit == RCP_UNIT_DECADE  ? 120
                                            : more.unit == RCP_UNIT_QUARTER ? 3
                                            : more.unit == RCP_UNIT_HALF    ? 6
                                                                            : 1);
      else if (more.unit >= RCP_UNIT_NIGHT)
        piece->more_days += more.count * (more.unit == RCP_UNIT_FORTNIGHT ? 14
                                          : more.unit == RCP_UNIT_WEEK    ? 7
                                                                          : 1);
      unit = more.unit;
      end = after;
    }
  return end;
}
