#pragma once

#include "rcp-date-expression.h"
#include "rcp-publication-clue.h"

G_BEGIN_DECLS

/**
 * RcpDateStyle:
 * @RCP_DATE_STYLE_SHORT: "26 Mar", without the year
 * @RCP_DATE_STYLE_MEDIUM: "Tue 26 Mar 2024"
 * @RCP_DATE_STYLE_LONG: "Tuesday 26 March 2024"
 */
typedef enum
{
  RCP_DATE_STYLE_SHORT,
  RCP_DATE_STYLE_MEDIUM,
  RCP_DATE_STYLE_LONG,
} RcpDateStyle;

char *rcp_date_words_day       (gint32 day, RcpDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_span      (gint32 first_day, gint32 last_day, gboolean with_year) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_format    (const RcpEdtf *date, RcpDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_precision (const RcpEdtf *date) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_explain   (const char *clue, RcpDateRule rule, const RcpEdtf *value, RcpDateAnchor anchor_kind,
                                const RcpEdtf *anchor) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_step      (RcpDateRule rule, const RcpEdtf *value) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_time      (const char *time) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_conflict  (const RcpDateExpression *date) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_publication (const char *clue, RcpDateRule rule, const RcpEdtf *published) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_publication_clue (const RcpPublicationClue *clue, const RcpEdtf *published)
  G_GNUC_WARN_UNUSED_RESULT;
char *rcp_date_words_timestamp (gint64 time_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
