#include "config.h"

#include "rcp-publication-date.h"

#include <string.h>

#include "rcp-publication-private.h"

/* How long after the freshest day it tells an article appears at the latest, by the words that give that day.
 * A weekday with its date is the habit of dispatches, which tell it the same day or within the three days of
 * a week-end; a bare day and month is used for some weeks. Where these are wrong, the interval is too narrow
 * and other articles, a page's own statement or the user set it right: it is shown as inferred, and the
 * longer ones as approximate. */
#define WEEKDAY_DATE_DAYS 3
#define DAY_DATE_DAYS 14
#define MONTH_DATE_DAYS 31

/* A day and month without a year that would follow the latest date written out by more than this is taken for
 * one of the past instead: it may lie anywhere in the year before. */
#define NEAR_DAY_DAYS 62
#define NEAR_MONTH_DAYS 183

/* A line of no more words than this that holds a full date and a clock time is the article's own dateline. */
#define DATELINE_TOKENS 24

/* Wider spans than this are no publication date. */
#define MAX_SPAN_DAYS 100

/* Years back in which a weekday, a day and a month are looked for. */
#define MAX_YEARS 60

/** rcp_publication_is_present_day: "ce mercredi", "ce jeudi 11 avril", "this Tuesday", told as done or as
 * happening. */
gboolean
rcp_publication_is_present_day (const RcpDateShape *shape)
{
  const RcpDatePiece *piece = &shape->piece;

  return piece->form == RCP_FORM_CALENDAR && piece->has_this && piece->weekday > 0 && !piece->has_dir &&
         !shape->is_range && shape->bound == RCP_BOUND_NONE && shape->tense <= 0 && !shape->in_quotes;
}

/* May an article that tells this expression have appeared before it? */
static gboolean
is_told_past (const RcpDateShape *shape)
{
  return shape->tense <= 0 && shape->bound != RCP_BOUND_UNTIL && shape->bound != RCP_BOUND_FROM &&
         shape->bound != RCP_BOUND_BEFORE && !shape->is_range;
}

static gboolean
is_weekday_date (const RcpDateShape *shape)
{
  const RcpDatePiece *piece = &shape->piece;

  return piece->form == RCP_FORM_CALENDAR && piece->weekday > 0 && piece->weekday2 == 0 && piece->day > 0 &&
         piece->day2 == 0 && piece->month > 0 && piece->year == 0 && !shape->is_range;
}

static gboolean
is_month_day (const RcpDateShape *shape)
{
  const RcpDatePiece *piece = &shape->piece;

  return piece->form == RCP_FORM_CALENDAR && piece->day > 0 && piece->day2 == 0 && piece->month > 0 &&
         piece->year == 0 && piece->unit == RCP_UNIT_NONE && !shape->is_range;
}

/* The latest day not after @last on which a weekday date falls; %RCP_DAY_INVALID for none in reach. */
static gint32
latest_match (const RcpDatePiece *piece, gint32 first, gint32 last)
{
  int year = rcp_day_to_ymd (last).year;

  for (int y = year; y > year - MAX_YEARS && y > 0; y--)
    {
      gint32 day = rcp_day_from_ymd (y, piece->month, piece->day);

      if (day != RCP_DAY_INVALID && day <= last && day >= first &&
          (piece->weekday == 0 || rcp_day_get_weekday (day) == piece->weekday))
        return day;
    }
  return RCP_DAY_INVALID;
}

/**
 * rcp_publication_span_of_shape:
 * @shape: an expression
 * @day: the day, or the days, that it means
 * @span: (out): the days of publication on which it would mean that
 *
 * Turns the resolver round: tries each day of publication in reach and keeps those on which the expression
 * would be read as @day. So any expression, whatever its rule, is a constraint.
 *
 * Returns: whether it says anything.
 */
gboolean
rcp_publication_span_of_shape (const RcpDateShape *shape, RcpPublicationSpan day, RcpPublicationSpan *span)
{
  const RcpDatePiece *piece = &shape->piece;
  gboolean any = FALSE;

  if (piece->form == RCP_FORM_DURATION || piece->from_text || piece->year > 0 ||
      piece->form == RCP_FORM_TEXTDAY)
    return FALSE;
  for (gint32 publication = MAX (day.first_day - 7, 1);
       publication <= day.last_day + RCP_PUBLICATION_REACH_DAYS; publication++)
    {
      RcpDateContext context = { .reference = publication };
      RcpDateReading reading;

      if (shape->tense <= 0 && publication < day.first_day)
        continue;
      if (!rcp_date_resolve (shape, &context, &reading) ||
          reading.anchor_kind != RCP_DATE_ANCHOR_PUBLICATION || reading.first_day > day.last_day ||
          reading.last_day < day.first_day)
        continue;
      /* A part of the week or month that is told in the past is over. */
      if (piece->part != RCP_PART_NONE && shape->tense <= 0 && publication <= reading.last_day)
        continue;
      if (!any)
        span->first_day = publication;
      span->last_day = publication;
      any = TRUE;
    }
  return any;
}

typedef struct
{
  const RcpSegmentedText *text;
  const GArray *shapes;
  RcpPublicationSpan bounds;
  gint32 written; /* the latest day that the text tells with its year; RCP_DAY_INVALID for none */
  const RcpDateShape *written_shape;
  RcpPrecision written_precision;
} Inference;

static const RcpDateShape *
shape_at (const Inference *self, guint i)
{
  return &g_array_index (self->shapes, RcpDateShape, i);
}

/* The latest date told in the past that names its year: the article is not older. */
static void
read_written (Inference *self)
{
  RcpDateContext context = { 0 };

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const RcpDateShape *shape = shape_at (self, i);
      RcpDateReading reading;
      gint32 day;

      if (shape->bound == RCP_BOUND_UNTIL || shape->bound == RCP_BOUND_BEFORE || shape->tense > 0 ||
          !rcp_date_resolve (shape, &context, &reading))
        continue;
      /* A bare year may be that of an election to come: only a verb in the past or "since" makes it gone by.
       */
      if (reading.precision == RCP_PRECISION_YEAR && shape->tense == 0 && shape->bound != RCP_BOUND_SINCE)
        continue;
      day = reading.first_day;
      if (shape->bound == RCP_BOUND_FROM)
        continue;
      if (day == RCP_DAY_OPEN_START || day > self->bounds.last_day || day < self->written)
        continue;
      self->written = day;
      self->written_shape = shape;
      self->written_precision = reading.precision;
      if (shape->bound != RCP_BOUND_NONE && shape->piece.form == RCP_FORM_CALENDAR)
        self->written_precision = shape->piece.day > 0     ? RCP_PRECISION_DAY
                                  : shape->piece.month > 0 ? RCP_PRECISION_MONTH
                                                           : RCP_PRECISION_YEAR;
    }
}

/** rcp_publication_earliest: the latest day that a text tells as past and writes with its year; 1 where it
 * has none. */
gint32
rcp_publication_earliest (const GArray *shapes, gint32 today)
{
  Inference self = { .shapes = shapes, .bounds = { 1, today } };

  read_written (&self);
  return MAX (self.written, 1);
}

static RcpPublication *
new_publication (const Inference *self, RcpPublicationSpan span, RcpEdtfFlags flags, RcpDateRule rule,
                 const RcpDateShape *clue)
{
  g_autoptr (RcpEdtf) date = NULL;
  g_autofree char *words = NULL;
  RcpRange range = { 0, 0 };

  span.first_day = MAX (span.first_day, self->bounds.first_day);
  span.last_day = MIN (span.last_day, self->bounds.last_day);
  if (span.first_day > span.last_day)
    return NULL;
  date = rcp_edtf_new_interval (span.first_day, span.last_day,
                                span.first_day == span.last_day ? flags & ~RCP_EDTF_APPROXIMATE : flags);
  if (date == NULL)
    return NULL;
  if (clue)
    {
      const RcpToken *first = &self->text->tokens[clue->first_token],
                     *last = &self->text->tokens[clue->last_token];

      range.start = first->start;
      range.end = last->end;
      words = g_strndup (self->text->text + first->offset_bytes,
                         last->offset_bytes + last->length_bytes - first->offset_bytes);
    }
  return rcp_publication_new (date, RCP_PUBLISHED_INFERRED, rule, words, range);
}

/* The year in which most weekdays of the text fall on their dates, the latest of those; 0 where it names no
 * such date. */
static int
choose_year (const Inference *self)
{
  int latest = rcp_day_to_ymd (self->bounds.last_day).year, best_year = 0;
  guint best = 0;

  for (int year = latest; year > latest - MAX_YEARS && year > 0; year--)
    {
      guint score = 0;

      for (guint i = 0; i < self->shapes->len; i++)
        {
          const RcpDateShape *shape = shape_at (self, i);
          gint32 day;

          if (!is_weekday_date (shape))
            continue;
          for (int back = 0; back <= 1; back++)
            {
              day = rcp_day_from_ymd (year - back, shape->piece.month, shape->piece.day);
              if (day == RCP_DAY_INVALID || rcp_day_get_weekday (day) != shape->piece.weekday)
                continue;
              if (shape->tense <= 0 && (day > self->bounds.last_day || (back == 0 && day < self->written)))
                continue;
              /* In the year itself it counts for more than in the one before. */
              score += back == 0 ? 2 : 1;
              break;
            }
        }
      if (score > best)
        {
          best = score;
          best_year = year;
        }
    }
  return best_year;
}

/* Do the weekdays of the text leave more than one year, given the latest date it writes out? */
static gboolean
is_year_ambiguous (const Inference *self, const RcpDateShape *shape, gint32 day)
{
  return latest_match (&shape->piece, MAX (self->written, self->bounds.first_day), day - 1) !=
         RCP_DAY_INVALID;
}

/* Narrows a span to the days on which the article's own "this Wednesday", "yesterday" and bare weekdays make
 * sense. */
static void
narrow_to_weekday (const Inference *self, RcpPublicationSpan *span, const RcpDateShape **clue)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const RcpDateShape *shape = shape_at (self, i);
      gint32 day;

      if (!rcp_publication_is_present_day (shape) || shape->piece.day > 0)
        continue;
      for (day = span->first_day; day <= span->last_day; day++)
        if (rcp_day_get_weekday (day) == shape->piece.weekday)
          break;
      if (day > span->last_day || day + 7 <= span->last_day)
        continue;
      span->first_day = span->last_day = day;
      *clue = shape;
      return;
    }
}

/**
 * rcp_publication_infer_within:
 * @shapes: (element-type RcpDateShape): the date expressions of the text
 * @bounds: the days it may have appeared, as far as is known from elsewhere
 * @rule: the rule to give where @bounds alone decide; %RCP_DATE_RULE_NONE where they are not to
 *
 * Returns: (transfer full) (nullable): when the text appeared, by its own dates; NULL where they don't say.
 */
RcpPublication *
rcp_publication_infer_within (const RcpSegmentedText *text, const GArray *shapes, RcpPublicationSpan bounds,
                              RcpDateRule rule)
{
  Inference self = { .text = text, .shapes = shapes, .bounds = bounds };
  const RcpDateShape *fresh_shape = NULL, *clue;
  gint32 fresh = RCP_DAY_INVALID, from;
  RcpPublicationSpan span;
  int year, length = 0;
  gboolean is_known_year;
  RcpEdtfFlags flags = RCP_EDTF_EXACT;

  if (bounds.first_day > bounds.last_day)
    return NULL;
  read_written (&self);
  year = choose_year (&self);
  is_known_year = bounds.last_day - bounds.first_day < RCP_PUBLICATION_REACH_DAYS;
  from = MAX (self.written, bounds.first_day);

  /* The freshest day told: dates whose weekday fixes the year first, then those that follow them or a written
   * date. */
  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = shape_at (&self, i);
      gint32 day, last;

      if (!is_weekday_date (shape) || !is_told_past (shape) || year == 0)
        continue;
      last = rcp_day_from_ymd (year, 12, 31);
      day = latest_match (&shape->piece, 1, MIN (last, bounds.last_day));
      if (day == RCP_DAY_INVALID || year - rcp_day_to_ymd (day).year > 1)
        continue;
      if (rcp_publication_is_present_day (shape))
        {
          span.first_day = day;
          span.last_day = day + 1;
          return new_publication (&self, span,
                                  is_year_ambiguous (&self, shape, day) ? RCP_EDTF_UNCERTAIN : RCP_EDTF_EXACT,
                                  RCP_DATE_RULE_YEAR_WEEKDAY, shape);
        }
      if (day > fresh)
        {
          fresh = day;
          fresh_shape = shape;
          length = WEEKDAY_DATE_DAYS;
        }
    }
  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = shape_at (&self, i);
      gint32 day = RCP_DAY_INVALID;
      int span_days = DAY_DATE_DAYS;

      if (!is_month_day (shape) || is_weekday_date (shape) || !is_told_past (shape))
        continue;
      if (fresh != RCP_DAY_INVALID && length == WEEKDAY_DATE_DAYS)
        /* Within the weeks that a dispatch looks ahead of its freshest weekday date, else it lies in the
         * past. */
        day = latest_match (&shape->piece, 1, MIN (fresh + DAY_DATE_DAYS, bounds.last_day));
      else if (is_known_year)
        day = latest_match (&shape->piece, 1, bounds.last_day);
      else if (self.written != RCP_DAY_INVALID && self.written_precision <= RCP_PRECISION_MONTH)
        day =
            latest_match (&shape->piece, self.written,
                          MIN (self.written + (self.written_precision == RCP_PRECISION_DAY ? NEAR_DAY_DAYS
                                                                                           : NEAR_MONTH_DAYS),
                               bounds.last_day));
      if (day != RCP_DAY_INVALID && day > fresh)
        {
          fresh = day;
          fresh_shape = shape;
          length = span_days;
        }
    }
  if (self.written != RCP_DAY_INVALID && self.written > fresh &&
      !(is_known_year && self.written < bounds.first_day))
    {
      const RcpDatePiece *piece = &self.written_shape->piece;

      if (self.written_shape->bound == RCP_BOUND_NONE && (piece->day > 0 || piece->month > 0))
        {
          fresh = self.written;
          fresh_shape = self.written_shape;
          length =
              piece->day > 0 ? (piece->weekday > 0 ? WEEKDAY_DATE_DAYS : DAY_DATE_DAYS) : MONTH_DATE_DAYS * 2;
        }
    }

  if (fresh != RCP_DAY_INVALID && fresh + length >= bounds.first_day)
    {
      span.first_day = MAX (MAX (fresh, from), bounds.first_day);
      span.last_day = MIN (MAX (fresh + length, span.first_day), bounds.last_day);
      clue = fresh_shape;
      narrow_to_weekday (&self, &span, &clue);
      if (is_weekday_date (fresh_shape) && is_year_ambiguous (&self, fresh_shape, fresh))
        flags |= RCP_EDTF_UNCERTAIN;
      if (length > WEEKDAY_DATE_DAYS)
        flags |= RCP_EDTF_APPROXIMATE;
      return new_publication (
          &self, span, flags,
          is_weekday_date (fresh_shape) ? RCP_DATE_RULE_YEAR_WEEKDAY : RCP_DATE_RULE_FRESHEST, clue);
    }
  if (rule == RCP_DATE_RULE_NONE || bounds.last_day - bounds.first_day >= MAX_SPAN_DAYS)
    return NULL;
  span = bounds;
  clue = NULL;
  narrow_to_weekday (&self, &span, &clue);
  return new_publication (
      &self, span, span.last_day - span.first_day > DAY_DATE_DAYS ? RCP_EDTF_APPROXIMATE : RCP_EDTF_EXACT,
      rule, clue);
}

/* "Publié le 18/02/2020", "lundi 9 décembre 2019 à 09h08" in a line of its own: the text states its date. */
static RcpPublication *
read_dateline (const RcpSegmentedText *text, const GArray *shapes, gint32 today)
{
  RcpDateContext nothing = { 0 };

  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = &g_array_index (shapes, RcpDateShape, i);
      const RcpSentence *sentence = &text->sentences[text->tokens[shape->first_token].sentence];
      const RcpToken *first = &text->tokens[shape->first_token], *last = &text->tokens[shape->last_token];
      gboolean has_clock = shape->piece.daypart == RCP_DAYPART_CLOCK && sentence->n_tokens <= DATELINE_TOKENS;
      RcpRange range = { first->start, last->end };
      RcpDateReading reading;
      g_autoptr (RcpEdtf) date = NULL;
      g_autofree char *words = NULL;

      if (shape->is_range || shape->bound != RCP_BOUND_NONE || shape->in_quotes ||
          !shape->piece.is_full_year ||
          !(has_clock ||
            (shape->after_published && (sentence->is_heading || sentence->n_tokens <= DATELINE_TOKENS))) ||
          !rcp_date_resolve (shape, &nothing, &reading) || reading.conflict || reading.first_day > today)
        continue;
      date = rcp_edtf_new_day (reading.first_day);
      words = g_strndup (text->text + first->offset_bytes,
                         last->offset_bytes + last->length_bytes - first->offset_bytes);
      return rcp_publication_new (date, RCP_PUBLISHED_STATED, RCP_DATE_RULE_WRITTEN, words, range);
    }
  return NULL;
}

/**
 * rcp_publication_date_infer:
 * @document: the article
 * @text: its text, segmented
 * @today: the day of the analysis; nothing appeared after it
 *
 * Says when an article appeared: as it states, else as its dates allow. A weekday with a day and a month
 * leaves few years; "ce jeudi 11 avril" is the day itself or the one before; otherwise it appeared soon after
 * the freshest day it tells in the past. Any thread.
 *
 * Returns: (transfer full): the date with its basis; without a date, and %RCP_PUBLISHED_UNKNOWN, where
 * nothing tells.
 */
RcpPublication *
rcp_publication_date_infer (const RcpDateFinder *finder, const RcpDocument *document,
                            const RcpSegmentedText *text, gint32 today)
{
  RcpPublicationSpan bounds = { 1, today };
  RcpRange nowhere = { 0, 0 };
  RcpPublication *publication = NULL;

  if (document && document->published)
    return rcp_publication_new (document->published, RCP_PUBLISHED_STATED, RCP_DATE_RULE_METADATA,
                                document->published_clue, nowhere);
  if (rcp_day_to_ymd (today).year > 0)
    {
      g_autoptr (GArray) shapes = rcp_date_finder_scan (finder, text);

      publication = read_dateline (text, shapes, today);
      if (publication == NULL)
        publication = rcp_publication_infer_within (text, shapes, bounds, RCP_DATE_RULE_NONE);
    }
  return publication ? publication
                     : rcp_publication_new (NULL, RCP_PUBLISHED_UNKNOWN, RCP_DATE_RULE_NONE, NULL, nowhere);
}
