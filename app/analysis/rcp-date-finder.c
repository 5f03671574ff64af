#include "config.h"

#include "rcp-date-finder.h"

#include <string.h>

#include "rcp-date-finder-private.h"

struct _RcpDateFinder
{
  /* owned */
  RcpDateGrammar *french;
  RcpDateGrammar *english;
  RcpPageDates *page_dates;
};

/**
 * rcp_date_finder_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a finder, NULL with @error set.
 */
RcpDateFinder *
rcp_date_finder_new (GError **error)
{
  g_autoptr (RcpDateFinder) self = g_new0 (RcpDateFinder, 1);

  self->french = rcp_date_grammar_new (TRUE, error);
  if (self->french == NULL)
    return NULL;
  self->english = rcp_date_grammar_new (FALSE, error);
  if (self->english == NULL)
    return NULL;
  self->page_dates = rcp_page_dates_new (error);
  if (self->page_dates == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
rcp_date_finder_free (RcpDateFinder *self)
{
  g_clear_pointer (&self->french, rcp_date_grammar_free);
  g_clear_pointer (&self->english, rcp_date_grammar_free);
  g_clear_pointer (&self->page_dates, rcp_page_dates_free);
  g_free (self);
}

/** rcp_date_finder_get_grammar: the grammar for a language; English for any but French. */
const RcpDateGrammar *
rcp_date_finder_get_grammar (const RcpDateFinder *self, const char *language)
{
  return g_strcmp0 (language, "fr") == 0 ? self->french : self->english;
}

/** rcp_date_finder_get_page_dates: what tells the date of a page from those that it tells of. */
const RcpPageDates *
rcp_date_finder_get_page_dates (const RcpDateFinder *self)
{
  return self->page_dates;
}

/**
 * rcp_date_finder_scan:
 *
 * Returns: (transfer full) (element-type RcpDateShape): the expressions as written, in text order.
 */
GArray *
rcp_date_finder_scan (const RcpDateFinder *self, const RcpSegmentedText *text)
{
  return rcp_date_scan (rcp_date_finder_get_grammar (self, text->language), text);
}

/* "aujourd'hui", "cette année": the time of writing */
static gboolean
is_present (const RcpDatePiece *piece)
{
  return !piece->has_dir && piece->sign == 0 && piece->offset == 0
         && (piece->form == RCP_FORM_RELDAY || (piece->form == RCP_FORM_UNIT && piece->has_this));
}

/* "more than two weeks after 3 May" is open on one side, though no preposition stands before it. */
static gboolean
is_bounded (const RcpDateReading *reading)
{
  return reading->first_day != RCP_DAY_OPEN_START && reading->last_day != RCP_DAY_OPEN_END;
}

/* Does a date move the story's own clock? Open ones and the time of writing don't; fuzzy ones only say which month "that
 * month" is. */
static gboolean
is_told (const RcpDateShape *shape, const RcpDateFound *found)
{
  return found->has_value && is_bounded (&found->reading) && !is_present (&shape->piece) && !shape->is_range
         && shape->bound == RCP_BOUND_NONE && shape->tense <= 0
         && found->reading.precision != RCP_PRECISION_DECADE && found->reading.precision != RCP_PRECISION_CENTURY;
}

static gboolean
is_bare_weekday (const RcpDateShape *shape)
{
  const RcpDatePiece *piece = &shape->piece;

  return piece->form == RCP_FORM_CALENDAR && piece->weekday > 0 && piece->day == 0 && !piece->has_dir && !piece->has_this
         && !shape->is_range && shape->bound == RCP_BOUND_NONE;
}

/* "il s'y rendra lundi et mardi", written on a Tuesday: the second weekday comes after the first. */
static void
follow_weekday (const RcpSegmentedText *text, const RcpDateShape *before, const RcpDateShape *shape,
                const RcpDateFound *first, RcpDateFound *found)
{
  gint32 *day = &found->reading.first_day;

  if (!first->has_value || !found->has_value || shape->tense <= 0 || shape->first_token != before->last_token + 2
      || strcmp (text->tokens[shape->first_token - 1].folded, text->language[0] == 'f' ? "et" : "and") != 0
      || !is_bare_weekday (before) || !is_bare_weekday (shape) || *day > first->reading.first_day)
    return;
  *day += 7;
  found->reading.last_day += 7;
  found->reading.rule = RCP_DATE_RULE_WEEKDAY_AFTER;
}

/**
 * rcp_date_finder_read:
 * @shapes: (element-type RcpDateShape): what rcp_date_finder_scan() found
 * @reference: the day of publication, %RCP_DAY_INVALID for none
 *
 * Resolves the expressions of a text in order, each against the reference or the last date told before it.
 *
 * Returns: (transfer full) (element-type RcpDateFound): one for each shape.
 */
GArray *
rcp_date_finder_read (const RcpDateFinder *self, const RcpSegmentedText *text, const GArray *shapes, gint32 reference)
{
  GArray *founds = g_array_sized_new (FALSE, TRUE, sizeof (RcpDateFound), shapes->len);
  RcpDateContext context = { .reference = reference };
  guint named_sentence = G_MAXUINT;

  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = &g_array_index (shapes, RcpDateShape, i);
      RcpDateFound found = { .told_first = context.told_first, .told_last = context.told_last };
      guint sentence = text->tokens[shape->first_token].sentence;

      if (sentence != named_sentence)
        context.named_day = RCP_DAY_INVALID;
      if (i > 0 && text->tokens[shape[-1].first_token].sentence != sentence)
        context.previous_day = RCP_DAY_INVALID;
      found.has_value = rcp_date_resolve (shape, &context, &found.reading);
      if (i > 0 && founds->len > 0)
        follow_weekday (text, &g_array_index (shapes, RcpDateShape, i - 1), shape,
                        &g_array_index (founds, RcpDateFound, i - 1), &found);
      if (found.has_value && found.reading.anchor_kind == RCP_DATE_ANCHOR_TEXT && found.reading.rule == RCP_DATE_RULE_UNIT)
        {
          found.told_first = context.near_first;
          found.told_last = context.near_last;
        }
      if (found.has_value && found.reading.anchor_kind == RCP_DATE_ANCHOR_TEXT
          && found.reading.rule == RCP_DATE_RULE_MONTH_NEAREST)
        found.told_first = found.told_last = context.named_day;
      if (found.has_value && found.reading.anchor_kind == RCP_DATE_ANCHOR_TEXT && shape->piece.form == RCP_FORM_TEXTDAY)
        found.told_first = found.told_last = context.told_day;
      if (found.has_value && is_bounded (&found.reading) && !shape->is_range && shape->bound == RCP_BOUND_NONE
          && shape->piece.form == RCP_FORM_CALENDAR && shape->piece.month > 0 && shape->piece.day > 0)
        {
          context.named_day = found.reading.first_day;
          named_sentence = sentence;
        }
      context.previous_day =
        found.has_value && found.reading.first_day == found.reading.last_day ? found.reading.first_day : RCP_DAY_INVALID;
      if (is_told (shape, &found))
        {
          context.near_first = found.reading.first_day;
          context.near_last = found.reading.last_day;
        }
      if (is_told (shape, &found) && (found.reading.flags & RCP_EDTF_APPROXIMATE) == 0)
        {
          context.told_first = found.reading.first_day;
          context.told_last = found.reading.last_day;
          context.told_precision = found.reading.precision;
          if (found.reading.precision == RCP_PRECISION_DAY)
            context.told_day = found.reading.last_day;
        }
      /* "il partira le 30 juin ; le lendemain": a day to come moves no story, but the next day is counted from it. */
      if (found.has_value && shape->tense > 0 && !shape->is_range && shape->bound == RCP_BOUND_NONE
          && !is_present (&shape->piece) && found.reading.precision == RCP_PRECISION_DAY
          && (found.reading.flags & RCP_EDTF_APPROXIMATE) == 0)
        context.told_day = found.reading.last_day;
      g_array_append_val (founds, found);
    }
  return founds;
}

/* The steps of a reading that hangs on the day of publication: each the hull of what it came to on the first and on the last
 * possible one. */
static void
join_steps (const RcpDateReading *a, const RcpDateReading *b, RcpDateReading *joined)
{
  if (a->n_steps != b->n_steps)
    {
      joined->n_steps = 0;
      return;
    }
  for (guint i = 0; i < a->n_steps; i++)
    {
      const RcpDateReadingStep *x = &a->steps[i], *y = &b->steps[i];

      joined->steps[i].first_day = MIN (x->first_day, y->first_day);
      joined->steps[i].last_day = MAX (x->last_day, y->last_day);
      if (x->first_day != y->first_day || x->last_day != y->last_day)
        joined->steps[i].precision = RCP_PRECISION_INTERVAL;
    }
}

/* The hull of what an expression means on the first and on the last possible day of publication. */
static gboolean
join_readings (const RcpDateFound *a, const RcpDateFound *b, RcpDateReading *joined)
{
  if (!a->has_value || !b->has_value)
    {
      *joined = a->has_value ? a->reading : b->reading;
      return FALSE;
    }
  *joined = a->reading;
  if (a->reading.first_day == b->reading.first_day && a->reading.last_day == b->reading.last_day)
    return TRUE;
  joined->first_day = MIN (a->reading.first_day, b->reading.first_day);
  joined->last_day = MAX (a->reading.last_day, b->reading.last_day);
  joined->precision = RCP_PRECISION_INTERVAL;
  join_steps (&a->reading, &b->reading, joined);
  joined->conflict = a->reading.conflict && b->reading.conflict;
  return TRUE;
}

static RcpRange
shape_range (const RcpSegmentedText *text, const RcpDateShape *shape)
{
  RcpRange range = { text->tokens[shape->first_token].start, text->tokens[shape->last_token].end };

  return range;
}

static char *
dup_words (const RcpSegmentedText *text, const RcpDateShape *shape)
{
  const RcpToken *first = &text->tokens[shape->first_token], *last = &text->tokens[shape->last_token];

  return g_strndup (text->text + first->offset_bytes, last->offset_bytes + last->length_bytes - first->offset_bytes);
}

/* The part of the day or the clock time that the words tell, in the notation of TIMEX3; NULL for none. */
static char *
dup_time (const RcpDateShape *shape)
{
  static const char *const parts[] = {
    [RCP_DAYPART_MORNING] = "TMO", [RCP_DAYPART_NOON] = "TMI",      [RCP_DAYPART_AFTERNOON] = "TAF",
    [RCP_DAYPART_EVENING] = "TEV", [RCP_DAYPART_NIGHT] = "TNI",     [RCP_DAYPART_MIDNIGHT] = "T00:00",
  };
  const RcpDatePiece *piece = &shape->piece;
  g_autofree char *zone = NULL;

  if (shape->is_range || piece->daypart == RCP_DAYPART_NONE)
    return NULL;
  if (piece->daypart != RCP_DAYPART_CLOCK)
    return g_strdup (parts[piece->daypart]);
  if (piece->has_zone)
    zone = piece->zone_minutes == 0 ? g_strdup ("Z")
                                    : g_strdup_printf ("%c%02d:%02d", piece->zone_minutes < 0 ? '-' : '+',
                                                       ABS (piece->zone_minutes) / 60, ABS (piece->zone_minutes) % 60);
  return g_strdup_printf ("T%02d:%02d%s", piece->hour, piece->minute, zone ? zone : "");
}

static void
add_derivation (RcpDateExpression *expression, const RcpDateReading *reading)
{
  for (guint i = 0; i < reading->n_steps; i++)
    {
      const RcpDateReadingStep *step = &reading->steps[i];
      g_autoptr (RcpEdtf) value = rcp_edtf_new (step->first_day, step->last_day, step->precision, step->flags);

      if (value)
        rcp_date_expression_add_step (expression, step->rule, value);
    }
  expression->conflict = reading->conflict;
}

/**
 * rcp_date_finder_find:
 * @text: the text; sentences set aside are skipped
 * @reference: (nullable): when the text was published. Of an interval, relative expressions take the hull of what they
 *   mean on its first and on its last day. Without it, or where a side is open, they have no value.
 *
 * Returns: (transfer full) (element-type RcpDateExpression): the date expressions, in text order.
 */
GPtrArray *
rcp_date_finder_find (const RcpDateFinder *self, const RcpSegmentedText *text, RcpEdtf *reference)
{
  g_autoptr (GArray) shapes = rcp_date_finder_scan (self, text);
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) late = NULL;
  GPtrArray *expressions = g_ptr_array_new_full (shapes->len, (GDestroyNotify) rcp_date_expression_unref);
  gint32 first_day = RCP_DAY_INVALID, last_day = RCP_DAY_INVALID;

  if (reference && rcp_edtf_is_bounded (reference))
    {
      first_day = rcp_edtf_get_first_day (reference);
      last_day = rcp_edtf_get_last_day (reference);
    }
  early = rcp_date_finder_read (self, text, shapes, first_day);
  if (last_day != first_day)
    late = rcp_date_finder_read (self, text, shapes, last_day);
  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = &g_array_index (shapes, RcpDateShape, i);
      const RcpDateFound *found = &g_array_index (early, RcpDateFound, i);
      RcpDateReading reading = found->reading;
      gboolean has_value = found->has_value;
      g_autoptr (RcpEdtf) value = NULL;
      g_autoptr (RcpEdtf) anchor = NULL;
      g_autofree char *words = dup_words (text, shape);
      RcpDateExpression *expression;

      if (late)
        has_value = join_readings (found, &g_array_index (late, RcpDateFound, i), &reading);
      if (has_value)
        {
          value = rcp_edtf_new (reading.first_day, reading.last_day, reading.precision, reading.flags);
          if (reading.anchor_kind == RCP_DATE_ANCHOR_PUBLICATION)
            anchor = rcp_edtf_ref (reference);
          else if (reading.anchor_kind == RCP_DATE_ANCHOR_TEXT)
            anchor = rcp_edtf_new (found->told_first, found->told_last, RCP_PRECISION_MONTH, RCP_EDTF_EXACT);
        }
      expression = rcp_date_expression_new (shape_range (text, shape), words, rcp_date_resolve_kind (shape), value,
                                            value ? reading.rule : RCP_DATE_RULE_NONE,
                                            value ? reading.anchor_kind : RCP_DATE_ANCHOR_NONE, anchor);
      expression->time = dup_time (shape);
      if (value)
        add_derivation (expression, &reading);
      g_ptr_array_add (expressions, expression);
    }
  return expressions;
}
