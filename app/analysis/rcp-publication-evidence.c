#include "config.h"

#include "rcp-publication-private.h"

/* Of the dates that are written out the latest few decide; the rest are older still. */
#define MAX_WRITTEN 12

/* So many pieces of evidence of other kinds are weighed; no article has more that say anything new. */
#define MAX_OTHERS 120

/* Between "hier" and the date it is given with stand a comma, an article, a bracket. */
#define NEAR_TOKENS 3

typedef struct
{
  const RcpPageDates *page;
  const RcpSegmentedText *text;
  const GArray *shapes;
  gint32 today;
  guint head_end;
  gboolean is_relayed; /* what follows is the text of another, with days of its own */
  guint n_others;
  GArray *written;     /* of RcpPublicationEvidence, owned */
  GArray *evidence;
} Gathering;

static const RcpDateShape *
shape_at (const Gathering *self, guint i)
{
  return &g_array_index (self->shapes, RcpDateShape, i);
}

static void
add (Gathering *self, const RcpPublicationEvidence *evidence)
{
  if (self->n_others++ < MAX_OTHERS)
    g_array_append_val (self->evidence, *evidence);
}

/* A date that is written out with its year. */
static void
add_written (Gathering *self, const RcpDateShape *shape, const RcpDateReading *reading)
{
  RcpPublicationEvidence evidence = { .kind = RCP_PUBLICATION_CLUE_WRITTEN,
                                      .shape = shape,
                                      .first_day = reading->first_day,
                                      .last_day = reading->last_day,
                                      .precision = reading->precision,
                                      .toward = shape->tense,
                                      .is_firm = TRUE };

  switch (shape->bound)
    {
    case RCP_BOUND_SINCE:
    case RCP_BOUND_AFTER:
      evidence.last_day = evidence.first_day;
      evidence.toward = -1;
      break;
    case RCP_BOUND_UNTIL:
    case RCP_BOUND_BEFORE:
      /* "a duré jusqu'au 3 mai 2019" is past; without a verb in the past it may be ahead. */
      if (shape->bound == RCP_BOUND_BEFORE || shape->tense < 0)
        return;
      evidence.first_day = evidence.last_day;
      evidence.toward = 1;
      break;
    case RCP_BOUND_FROM:
      return;
    case RCP_BOUND_NONE:
    default:
      if (shape->is_range && shape->tense == 0)
        return;
      if (shape->is_range && shape->tense < 0)
        evidence.first_day = evidence.last_day;
      evidence.is_fresh = shape->tense <= 0 && !shape->is_range;
      break;
    }
  if (shape->bound != RCP_BOUND_NONE && shape->piece.form == RCP_FORM_CALENDAR)
    evidence.precision = shape->piece.day > 0     ? RCP_PRECISION_DAY
                         : shape->piece.month > 0 ? RCP_PRECISION_MONTH
                                                  : RCP_PRECISION_YEAR;
  if (evidence.precision == RCP_PRECISION_YEAR)
    {
      /* A bare year may be that of an election to come: only a verb in the past or "since" makes it gone by. */
      if (evidence.toward == 0)
        return;
      evidence.kind = RCP_PUBLICATION_CLUE_YEAR;
      evidence.is_fresh = FALSE;
    }
  if (evidence.precision > RCP_PRECISION_YEAR && evidence.precision != RCP_PRECISION_INTERVAL)
    return;
  if (evidence.first_day < 1)
    return;
  if (evidence.toward > 0 && evidence.kind == RCP_PUBLICATION_CLUE_WRITTEN)
    {
      evidence.kind = RCP_PUBLICATION_CLUE_FUTURE;
      add (self, &evidence);
      return;
    }
  if (evidence.first_day > self->today)
    return;
  g_array_append_val (self->written, evidence);
}

static void
add_yearly (Gathering *self, const RcpDateShape *shape)
{
  RcpPublicationEvidence evidence = { .kind = shape->piece.weekday > 0 ? RCP_PUBLICATION_CLUE_WEEKDAY_DATE
                                                                       : RCP_PUBLICATION_CLUE_DAY_MONTH,
                                      .shape = shape,
                                      .precision = RCP_PRECISION_DAY,
                                      .toward = shape->tense,
                                      .is_firm = TRUE };

  if (shape->piece.weekday2 > 0 || shape->piece.day2 > 0 || (shape->is_range && shape->tense == 0))
    return;
  if (shape->bound == RCP_BOUND_UNTIL || shape->bound == RCP_BOUND_FROM)
    {
      /* "a duré jusqu'au 3 mai" is past, "est interdit jusqu'au 3 mai" is not: either way it has its weekday. */
      evidence.toward = shape->tense < 0 ? 0 : 1;
    }
  else if (shape->bound == RCP_BOUND_SINCE)
    evidence.toward = -1;
  else if (shape->bound == RCP_BOUND_BEFORE)
    return;
  evidence.is_fresh = evidence.toward <= 0 && shape->bound == RCP_BOUND_NONE && !shape->is_range;
  add (self, &evidence);
}

static void
add_present (Gathering *self, const RcpDateShape *shape, const RcpDateReading *reading)
{
  RcpPublicationEvidence evidence = { .kind = RCP_PUBLICATION_CLUE_PRESENT_DAY,
                                      .shape = shape,
                                      .precision = RCP_PRECISION_DAY,
                                      .toward = shape->tense,
                                      .is_firm = TRUE };

  if (self->is_relayed || shape->in_quotes)
    return;
  if (reading)
    {
      evidence.first_day = reading->first_day;
      evidence.last_day = reading->last_day;
    }
  add (self, &evidence);
}

static void
add_weekday (Gathering *self, const RcpDateShape *shape)
{
  RcpPublicationEvidence evidence = { .kind = RCP_PUBLICATION_CLUE_WEEKDAY, .shape = shape, .toward = shape->tense };

  if (self->is_relayed || shape->in_quotes || shape->is_range || shape->piece.text_dir || shape->piece.weekday2 > 0 ||
      shape->piece.unit != RCP_UNIT_NONE)
    return;
  if (shape->bound == RCP_BOUND_UNTIL || shape->bound == RCP_BOUND_FROM)
    evidence.toward = 1;
  add (self, &evidence);
}

/* "en début de semaine", "ce week-end" */
static void
add_period (Gathering *self, const RcpDateShape *shape)
{
  const RcpDatePiece *piece = &shape->piece;
  RcpPublicationEvidence evidence = { .kind = RCP_PUBLICATION_CLUE_PERIOD, .shape = shape, .toward = shape->tense };

  if (self->is_relayed || shape->in_quotes || piece->from_text || shape->is_range || shape->bound != RCP_BOUND_NONE)
    return;
  if (piece->unit == RCP_UNIT_WEEKEND)
    {
      if (piece->has_dir)
        evidence.toward = piece->dir;
      /* "ce week-end" without a verb near may be either. */
      if (evidence.toward == 0)
        return;
    }
  else if (piece->unit != RCP_UNIT_WEEK || piece->part != RCP_PART_START || piece->has_dir)
    return;
  add (self, &evidence);
}

/* "Hier, le 4 mai 2018", "aujourd'hui, mardi": a day counted from the article beside its name. */
static void
add_near (Gathering *self, guint index)
{
  const RcpDateShape *shape = shape_at (self, index), *other;
  RcpPublicationEvidence evidence = { .kind = RCP_PUBLICATION_CLUE_NEAR_DAY,
                                      .shape = shape,
                                      .precision = RCP_PRECISION_DAY,
                                      .offset = shape->piece.has_dir ? shape->piece.dir
                                                                     : shape->piece.offset + shape->piece.sign,
                                      .is_firm = TRUE };
  RcpDateContext nothing = { 0 };
  RcpDateReading reading;

  if (self->is_relayed || shape->in_quotes || index + 1 >= self->shapes->len)
    return;
  other = shape_at (self, index + 1);
  if (other->first_token > shape->last_token + 1 + NEAR_TOKENS || other->is_range ||
      other->piece.form != RCP_FORM_CALENDAR || (other->piece.weekday == 0 && other->piece.day == 0) ||
      (other->piece.day > 0 && other->piece.month == 0) || other->piece.has_this || other->piece.has_dir ||
      self->text->tokens[other->first_token].sentence != self->text->tokens[shape->first_token].sentence)
    return;
  /* Words between them part them: "hier à Lyon, mardi à Paris". */
  for (guint i = shape->last_token + 1; i < other->first_token; i++)
    if (self->text->tokens[i].kind == RCP_TOKEN_NUMBER || (self->text->tokens[i].flags & RCP_TOKEN_CAPITALISED) ||
        (self->text->tokens[i].kind == RCP_TOKEN_WORD && self->text->tokens[i].length_bytes > 3))
      return;
  evidence.other = other;
  if (other->piece.year > 0)
    {
      if (!rcp_date_resolve (other, &nothing, &reading) || reading.first_day > self->today)
        return;
      evidence.first_day = reading.first_day;
      evidence.last_day = reading.last_day;
    }
  add (self, &evidence);
}

/* A date in a line of its own: of the article, of its last change, of another text. */
static gboolean
add_page_date (Gathering *self, const RcpDateShape *shape)
{
  RcpDateContext nothing = { 0 };
  RcpDateReading reading = { 0 };
  gboolean is_written = shape->piece.year > 0 && rcp_date_resolve (shape, &nothing, &reading) &&
                        reading.first_day <= self->today;
  RcpPublicationEvidence evidence = { .shape = shape,
                                      .first_day = reading.first_day,
                                      .last_day = reading.last_day,
                                      .precision = RCP_PRECISION_DAY,
                                      .toward = -1,
                                      .is_firm = TRUE };

  switch (rcp_page_dates_role (self->page, self->text, shape, self->head_end))
    {
    case RCP_PAGE_DATE_STATED:
      if (shape->piece.year == 0)
        add_present (self, shape, NULL);
      else if (is_written && !reading.conflict)
        {
          evidence.kind = RCP_PUBLICATION_CLUE_DATELINE;
          add (self, &evidence);
        }
      return TRUE;
    case RCP_PAGE_DATE_REVISED:
      if (is_written)
        {
          evidence.kind = RCP_PUBLICATION_CLUE_REVISED;
          add (self, &evidence);
        }
      return TRUE;
    case RCP_PAGE_DATE_DOCUMENT:
      self->is_relayed = TRUE;
      return FALSE;
    case RCP_PAGE_DATE_STRAY:
      return TRUE;
    case RCP_PAGE_DATE_TOLD:
    default:
      return FALSE;
    }
}

static void
gather_shape (Gathering *self, guint index)
{
  const RcpDateShape *shape = shape_at (self, index);
  const RcpDatePiece *piece = &shape->piece;
  RcpDateContext nothing = { 0 };
  RcpDateReading reading;
  gboolean is_calendar = piece->form == RCP_FORM_CALENDAR;

  if (add_page_date (self, shape))
    return;
  if (rcp_date_resolve (shape, &nothing, &reading))
    {
      if (is_calendar && piece->has_this && piece->day > 0 && !shape->is_range && shape->bound == RCP_BOUND_NONE)
        add_present (self, shape, &reading);
      else
        add_written (self, shape, &reading);
    }
  else if (piece->form == RCP_FORM_RELDAY)
    add_near (self, index);
  else if (piece->form == RCP_FORM_UNIT)
    add_period (self, shape);
  else if (is_calendar && piece->year == 0 && piece->day > 0 && piece->month > 0)
    {
      if (piece->has_this && !piece->has_dir && !shape->is_range && shape->bound == RCP_BOUND_NONE)
        add_present (self, shape, NULL);
      else
        add_yearly (self, shape);
    }
  else if (is_calendar && piece->weekday > 0 && piece->day == 0 && piece->month == 0)
    {
      if (piece->has_this && !piece->has_dir && !shape->is_range && shape->bound == RCP_BOUND_NONE)
        add_present (self, shape, NULL);
      else
        add_weekday (self, shape);
    }
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const RcpPublicationEvidence *x = a, *y = b;

  if (x->first_day != y->first_day)
    return x->first_day > y->first_day ? -1 : 1;
  return x->shape->first_token < y->shape->first_token ? -1 : x->shape->first_token > y->shape->first_token;
}

/**
 * rcp_publication_evidence_gather:
 * @shapes: (element-type RcpDateShape): the date expressions of the text; they outlive the evidence
 * @today: the day of the analysis; what lies after it is not told as past
 *
 * Returns: (transfer full) (element-type RcpPublicationEvidence): what the text says that bears on its date of publication,
 *   the latest dates written out first.
 */
GArray *
rcp_publication_evidence_gather (const RcpPageDates *page, const RcpSegmentedText *text, const GArray *shapes,
                                 gint32 today)
{
  g_autoptr (GArray) written = g_array_new (FALSE, TRUE, sizeof (RcpPublicationEvidence));
  Gathering self = { .page = page,
                     .text = text,
                     .shapes = shapes,
                     .today = today,
                     .head_end = rcp_page_dates_end_head (text),
                     .written = written,
                     .evidence = g_array_new (FALSE, TRUE, sizeof (RcpPublicationEvidence)) };

  for (guint i = 0; i < shapes->len; i++)
    gather_shape (&self, i);
  g_array_sort (written, compare_latest_first);
  if (written->len > 0)
    g_array_prepend_vals (self.evidence, written->data, MIN (written->len, MAX_WRITTEN));
  return self.evidence;
}

/** rcp_publication_earliest: the latest day that the evidence tells as past and writes with its year; 1 where it has none. */
gint32
rcp_publication_earliest (const GArray *evidence)
{
  gint32 earliest = 1;

  for (guint i = 0; i < evidence->len; i++)
    {
      const RcpPublicationEvidence *one = &g_array_index (evidence, RcpPublicationEvidence, i);

      if ((one->kind == RCP_PUBLICATION_CLUE_WRITTEN || one->kind == RCP_PUBLICATION_CLUE_YEAR) && one->toward <= 0)
        earliest = MAX (earliest, one->first_day);
    }
  return earliest;
}
