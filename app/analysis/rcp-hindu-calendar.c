#include "config.h"

#include "rcp-hindu-calendar.h"

#include <math.h>

/* The lunisolar calendar of India, in which Diwali and Holi are reckoned: lunar months from new moon to new moon, named
 * after the sign that the Sun enters in them, each of thirty lunar days (tithi) of twelve degrees between Moon and Sun;
 * a month in which the Sun enters no sign is a leap month and has no feasts (Calendar Reform Committee, Government of
 * India, 1955; E. Reingold and N. Dershowitz, Calendrical Calculations, 3rd edition, 2008, chapter 18).
 *
 * Positions after J. Meeus, Astronomical Algorithms, 1991, chapters 24 and 45, main terms: the Sun within 0.01 degree, the
 * Moon within 0.1, that is, twelve minutes of a lunar day. Where a lunar day changes that close to the moment looked at,
 * the result may be a day off. */

#define DEGREE (G_PI / 180)

/* Days from noon of 1 January 2000, universal time, to midnight of a day in India. */
#define INDIA_OFFSET (5.5 / 24)

/* The years for which the series hold. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2400

static double
turn (double degrees)
{
  return degrees - 360 * floor (degrees / 360);
}

static double
sun_longitude (double t)
{
  double mean = 280.46645 + 36000.76983 * t, anomaly = (357.52910 + 35999.05030 * t) * DEGREE;

  return turn (mean + (1.914600 - 0.004817 * t) * sin (anomaly) + 0.019993 * sin (2 * anomaly)
               + 0.000290 * sin (3 * anomaly) - 0.00569);
}

static double
moon_longitude (double t)
{
  static const struct
  {
    int elongation, sun, moon, latitude;
    double degrees;
  } terms[] = {
    { 0, 0, 1, 0, 6.288774 },   { 2, 0, -1, 0, 1.274027 },  { 2, 0, 0, 0, 0.658314 },   { 0, 0, 2, 0, 0.213618 },
    { 0, 1, 0, 0, -0.185116 },  { 0, 0, 0, 2, -0.114332 },  { 2, 0, -2, 0, 0.058793 },  { 2, -1, -1, 0, 0.057066 },
    { 2, 0, 1, 0, 0.053322 },   { 2, -1, 0, 0, 0.045758 },  { 0, 1, -1, 0, -0.040923 }, { 1, 0, 0, 0, -0.034720 },
    { 0, 1, 1, 0, -0.030383 },  { 2, 0, 0, -2, 0.015327 },  { 0, 0, 1, 2, -0.012528 },  { 0, 0, 1, -2, 0.010980 },
    { 4, 0, -1, 0, 0.010675 },  { 0, 0, 3, 0, 0.010034 },   { 4, 0, -2, 0, 0.008548 },  { 2, 1, -1, 0, -0.007888 },
    { 2, 1, 0, 0, -0.006766 },  { 1, 0, -1, 0, -0.005163 }, { 1, 1, 0, 0, 0.004987 },   { 2, -1, 1, 0, 0.004036 },
  };
  double longitude = 218.3164591 + 481267.88134236 * t;
  double elongation = (297.8502042 + 445267.1115168 * t) * DEGREE, sun = (357.5291092 + 35999.0502909 * t) * DEGREE;
  double moon = (134.9634114 + 477198.8676313 * t) * DEGREE, latitude = (93.2720993 + 483202.0175273 * t) * DEGREE;

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    longitude += terms[i].degrees
                 * sin (terms[i].elongation * elongation + terms[i].sun * sun + terms[i].moon * moon
                        + terms[i].latitude * latitude);
  return turn (longitude);
}

/* Julian centuries from 2000 of a moment in days of Indian time. */
static double
centuries (double moment)
{
  return (moment - rcp_day_from_ymd (2000, 1, 1) - 0.5 - INDIA_OFFSET) / 36525;
}

/* Degrees from the Sun to the Moon. */
static double
phase_at (double moment)
{
  double t = centuries (moment);

  return turn (moon_longitude (t) - sun_longitude (t));
}

/* The sign of the fixed zodiac that holds the Sun, from 0; Lahiri's zero point. */
static double
sidereal_sun (double moment)
{
  double t = centuries (moment);

  return turn (sun_longitude (t) - 23.857 - 1.3969 * t);
}

static double
new_moon_before (double moment)
{
  double phase = phase_at (moment), at = moment - phase / 12.1907;

  for (int tries = 0; tries < 5; tries++)
    {
      phase = phase_at (at);
      at -= (phase > 180 ? phase - 360 : phase) / 12.1907;
    }
  return at;
}

static double
moment_of (gint32 day, RcpHinduMoment moment)
{
  /* Sunrise and nightfall at six, as in the middle of the year's swing; feasts of the evening last some hours. */
  static const double parts[] = { 6.2 / 24, 12.3 / 24, 18.7 / 24, 24.0 / 24 };

  return day + parts[moment];
}

static int
tithi_at (gint32 day, RcpHinduMoment moment)
{
  return (int) (phase_at (moment_of (day, moment)) / 12) + 1;
}

/* The day near @around that a lunar day rules. One that rules at no such moment is kept on the day it begins. */
static gint32
day_of_tithi (gint32 around, int tithi, RcpHinduMoment moment)
{
  gint32 last_before = around;

  for (gint32 day = around - 3; day <= around + 3; day++)
    {
      int ahead = (tithi_at (day, moment) - tithi + 30) % 30;

      if (ahead == 0)
        return day;
      if (ahead > 15)
        last_before = day;
    }
  return last_before;
}

static gboolean
in_range (gint32 from)
{
  int year = rcp_day_to_ymd (from).year;

  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * rcp_hindu_next_tithi:
 * @month: 1 for Chaitra to 12 for Phalguna, from new moon to new moon
 * @tithi: 1 to 30; 15 is the full moon, 30 the new
 * @moment: when it must rule
 * @from: a day
 *
 * Returns: the first day on or after @from that the lunar day rules, %RCP_DAY_INVALID outside the years the calendar is
 *   computed for.
 */
gint32
rcp_hindu_next_tithi (int month, int tithi, RcpHinduMoment moment, gint32 from)
{
  double start;

  if (!in_range (from) || month < 1 || month > 12 || tithi < 1 || tithi > 30)
    return RCP_DAY_INVALID;
  start = new_moon_before (from - 31);
  for (int lunations = 0; lunations < 28; lunations++)
    {
      double end = new_moon_before (start + 31);
      int sign = (int) (sidereal_sun (start) / 30), next_sign = (int) (sidereal_sun (end) / 30);

      if (sign != next_sign && (sign + 1) % 12 + 1 == month)
        {
          gint32 day = day_of_tithi ((gint32) floor (start + (end - start) * (tithi - 0.5) / 30), tithi, moment);

          if (day >= from)
            return day;
        }
      start = end;
    }
  return RCP_DAY_INVALID;
}

/**
 * rcp_hindu_next_sankranti:
 * @sign: 1 for Mesha (Aries) to 12, the sign of the fixed zodiac that the Sun enters
 * @from: a day
 *
 * Returns: the day on or after @from on which the Sun enters the sign before nightfall, %RCP_DAY_INVALID outside the years
 *   the calendar is computed for.
 */
gint32
rcp_hindu_next_sankranti (int sign, gint32 from)
{
  double before;
  gint32 day;

  if (!in_range (from) || sign < 1 || sign > 12)
    return RCP_DAY_INVALID;
  /* The degrees to go, at one a day at most 1.02. */
  before = turn ((sign - 1) * 30 - sidereal_sun (moment_of (from - 1, RCP_HINDU_EVENING)));
  day = from + (gint32) (before / 1.02) - 2;
  day = MAX (day, from);
  for (int steps = 0; steps < 20; steps++, day++)
    if (turn (sidereal_sun (moment_of (day, RCP_HINDU_EVENING)) - (sign - 1) * 30) < 2
        && turn (sidereal_sun (moment_of (day - 1, RCP_HINDU_EVENING)) - (sign - 1) * 30) > 300)
      return day;
  return RCP_DAY_INVALID;
}
