#pragma once

#include "rcp-date-finder-private.h"
#include "rcp-findings.h"
#include "rcp-page-dates.h"

G_BEGIN_DECLS

/* Private to the inference of publication dates. */

/**
 * RcpPublicationSpan:
 * @first_day: first day that the article may have appeared
 * @last_day: last
 *
 * Both included. Empty where @first_day is after @last_day.
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
} RcpPublicationSpan;

/* A weekday, "this month" and their like say nothing of a day farther off than this. */
#define RCP_PUBLICATION_REACH_DAYS 400

/**
 * RcpPublicationEvidence:
 * @kind: what sort of evidence it is
 * @shape: the words
 * @other: (nullable): words beside them that belong to the clue ("Hier, le 4 mai 2018")
 * @first_day: first day that is written out with its year; %RCP_DAY_INVALID where the year is to be found
 * @last_day: its last day
 * @precision: the unit they are written in
 * @toward: -1 told as past, 1 as to come, 0 where nothing tells
 * @offset: days from the article to the day told ("hier": -1)
 * @is_fresh: of such days the latest says how long ago the article appeared at the most
 * @is_firm: it narrows the interval; soft evidence only says which of its days is the most plausible
 *
 * One thing the text says that bears on its date of publication.
 */
typedef struct
{
  RcpPublicationClueKind kind;
  const RcpDateShape *shape;
  const RcpDateShape *other;
  gint32 first_day;
  gint32 last_day;
  RcpPrecision precision;
  int toward;
  int offset;
  gboolean is_fresh;
  gboolean is_firm;
} RcpPublicationEvidence;

/* Under this a piece of evidence contradicts the day it is weighed for. */
#define RCP_PUBLICATION_CONTRADICTED (-4.0)

/* rcp-publication-evidence.c */
GArray  *rcp_publication_evidence_gather (const RcpPageDates *page, const RcpSegmentedText *text, const GArray *shapes,
                                          gint32 today) G_GNUC_WARN_UNUSED_RESULT;
gint32   rcp_publication_earliest        (const GArray *evidence);

/* rcp-publication-weigh.c */
double   rcp_publication_weigh           (const RcpPublicationEvidence *evidence, gint32 day, gint32 *told);
double   rcp_publication_weigh_age       (const RcpPublicationEvidence *freshest, int days);
double   rcp_publication_weigh_weekday   (gint32 day);
gint32   rcp_publication_find_yearly     (const RcpDatePiece *piece, gint32 day, int toward);

/* rcp-publication-solve.c */
RcpPublication *rcp_publication_solve    (const RcpSegmentedText *text, const GArray *evidence,
                                          RcpPublicationSpan bounds, RcpDateRule rule) G_GNUC_WARN_UNUSED_RESULT;

/* rcp-publication-clues.c */
void     rcp_publication_add_clues       (RcpPublication *publication, const RcpSegmentedText *text,
                                          const GArray *evidence, gint32 today);
char    *rcp_publication_dup_words       (const RcpSegmentedText *text, const RcpDateShape *shape,
                                          const RcpDateShape *other, RcpRange *range) G_GNUC_WARN_UNUSED_RESULT;

/* rcp-publication-date.c */
gboolean rcp_publication_span_of_shape   (const RcpDateShape *shape, RcpPublicationSpan day, RcpPublicationSpan within,
                                          RcpPublicationSpan *span);

G_END_DECLS
