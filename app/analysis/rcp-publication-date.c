#include "config.h"

#include "rcp-publication-date.h"

#include "rcp-publication-private.h"

/* For how many days after the one it means an expression can be said: what names a weekday, for a week. */
static gint32
find_reach (const RcpDatePiece *piece)
{
  if (piece->form == RCP_FORM_RELDAY ||
      (piece->form == RCP_FORM_CALENDAR && piece->weekday > 0 && piece->day == 0 && piece->month == 0))
    return 14;
  if (piece->form == RCP_FORM_UNIT && piece->unit <= RCP_UNIT_FORTNIGHT)
    return 35;
  if (piece->form == RCP_FORM_UNIT && piece->unit == RCP_UNIT_MONTH)
    return 100;
  return RCP_PUBLICATION_REACH_DAYS;
}

/**
 * rcp_publication_span_of_shape:
 * @shape: an expression
 * @day: the day, or the days, that it means
 * @within: the days of publication that are asked about
 * @span: (out): the days of publication on which it would mean that
 *
 * Turns the resolver round: tries each day of publication in reach and keeps those on which the expression
 * would be read as @day. So any expression, whatever its rule, is a constraint.
 *
 * Returns: whether it says anything.
 */
gboolean
rcp_publication_span_of_shape (const RcpDateShape *shape, RcpPublicationSpan day, RcpPublicationSpan within,
                               RcpPublicationSpan *span)
{
  const RcpDatePiece *piece = &shape->piece;
  gboolean any = FALSE;

  if (piece->form == RCP_FORM_DURATION || piece->from_text || piece->year > 0 ||
      piece->form == RCP_FORM_TEXTDAY)
    return FALSE;
  for (gint32 publication = MAX (MAX (day.first_day - 7, 1), within.first_day);
       publication <= MIN (day.last_day + find_reach (piece), within.last_day); publication++)
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

static RcpPublication *
state (RcpEdtf *date, RcpDateRule rule, RcpPublicationClueKind kind, RcpPublishedBasis basis, const char *words, RcpRange range)
{
  RcpPublication *publication = rcp_publication_new (date, basis, rule, words, range);

  g_ptr_array_add (publication->clues, rcp_publication_clue_new (kind, words, range, date, date, TRUE,
                                                                 RCP_PUBLICATION_CLUE_NO_OTHER));
  return publication;
}

/* A page that only says when it was changed last: the day is the best there is, and may be later than the article's. */
static RcpPublication *
state_revision (const RcpDocument *document)
{
  g_autoptr (RcpEdtf) date = rcp_edtf_new (rcp_edtf_get_first_day (document->published),
                                           rcp_edtf_get_last_day (document->published),
                                           rcp_edtf_get_precision (document->published), RCP_EDTF_UNCERTAIN);
  RcpPublication *publication = state (date, RCP_DATE_RULE_METADATA, RCP_PUBLICATION_CLUE_REVISED, RCP_PUBLISHED_STATED,
                                       document->published_clue, (RcpRange){ 0, 0 });

  publication->is_sure = FALSE;
  return publication;
}

/* "Publié le 18/02/2020", "lundi 9 décembre 2019 à 09h08" in a line of its own: the text states its date. */
static RcpPublication *
read_dateline (const RcpSegmentedText *text, const GArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const RcpPublicationEvidence *one = &g_array_index (evidence, RcpPublicationEvidence, i);
      g_autoptr (RcpEdtf) date = NULL;
      g_autofree char *words = NULL;
      RcpRange range;

      if (one->kind != RCP_PUBLICATION_CLUE_DATELINE)
        continue;
      date = rcp_edtf_new_day (one->first_day);
      words = rcp_publication_dup_words (text, one->shape, NULL, &range);
      return rcp_publication_new (date, RCP_PUBLISHED_STATED, RCP_DATE_RULE_WRITTEN, words, range);
    }
  return NULL;
}

/**
 * rcp_publication_date_infer:
 * @document: (nullable): the article
 * @text: its text, segmented
 * @today: the day of the analysis; nothing appeared after it
 *
 * Says when an article appeared: as it states, else as its dates allow. All that the text says of its own day is
 * gathered and weighed together: dates written out and told as past, weekdays that leave few years, "ce mercredi",
 * "hier, 4 mai", what is announced. Any thread.
 *
 * Returns: (transfer full): the date with its basis, best day and clues; without a date, and %RCP_PUBLISHED_UNKNOWN, where
 * nothing tells.
 */
RcpPublication *
rcp_publication_date_infer (const RcpDateFinder *finder, const RcpDocument *document,
                            const RcpSegmentedText *text, gint32 today)
{
  RcpPublicationSpan bounds = { 1, today };
  RcpRange nowhere = { 0, 0 };
  g_autoptr (GArray) shapes = rcp_date_finder_scan (finder, text);
  g_autoptr (GArray) evidence = NULL;
  RcpPublication *publication = NULL;

  evidence = rcp_publication_evidence_gather (rcp_date_finder_get_page_dates (finder), text, shapes, today);
  if (document && document->published &&
      rcp_page_dates_is_revision (rcp_date_finder_get_page_dates (finder), document->published_clue))
    publication = state_revision (document);
  else if (document && document->published)
    publication = state (document->published, RCP_DATE_RULE_METADATA, RCP_PUBLICATION_CLUE_METADATA,
                         RCP_PUBLISHED_STATED, document->published_clue, nowhere);
  else if (rcp_day_to_ymd (today).year > 0)
    {
      publication = read_dateline (text, evidence);
      if (publication == NULL)
        publication = rcp_publication_solve (text, evidence, bounds, RCP_DATE_RULE_NONE);
    }
  if (publication == NULL)
    return rcp_publication_new (NULL, RCP_PUBLISHED_UNKNOWN, RCP_DATE_RULE_NONE, NULL, nowhere);
  rcp_publication_add_clues (publication, text, evidence, today);
  return publication;
}

/**
 * rcp_publication_date_fix:
 * @date: the day, or the days, that the user gives
 *
 * Returns: (transfer full): the user's date with what the text says for and against it. Any thread.
 */
RcpPublication *
rcp_publication_date_fix (const RcpDateFinder *finder, const RcpSegmentedText *text, RcpEdtf *date, gint32 today)
{
  g_autoptr (GArray) shapes = rcp_date_finder_scan (finder, text);
  g_autoptr (GArray) evidence
      = rcp_publication_evidence_gather (rcp_date_finder_get_page_dates (finder), text, shapes, today);
  RcpPublication *publication = state (date, RCP_DATE_RULE_USER, RCP_PUBLICATION_CLUE_USER, RCP_PUBLISHED_USER, NULL,
                                       (RcpRange){ 0, 0 });

  rcp_publication_add_clues (publication, text, evidence, today);
  return publication;
}
