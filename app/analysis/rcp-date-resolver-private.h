#pragma once

#include "rcp-date-shape.h"

G_BEGIN_DECLS

/* Private to the parts of the resolver. */

/* Without a verb near, a day of the year lies ahead only where that day is much nearer than the one gone by: news tells
 * the past, and announces the near future. */
#define RCP_DATE_FUTURE_BIAS 3

typedef struct
{
  const RcpDateContext *context;
  RcpDateBound bound;
  int tense;
  RcpDateReading *out;
  gboolean is_ordered;
} RcpDateResolver;

gboolean rcp_date_resolver_set       (RcpDateResolver *self, gint32 first, gint32 last, RcpPrecision precision,
                                      RcpDateRule rule, RcpDateAnchor anchor);
gboolean rcp_date_resolver_set_day   (RcpDateResolver *self, gint32 day, RcpDateRule rule, RcpDateAnchor anchor);
void     rcp_date_resolver_step      (RcpDateResolver *self);
gboolean rcp_date_resolver_take_part (RcpDateResolver *self, const RcpDatePiece *piece);
int      rcp_date_resolver_direction (const RcpDateResolver *self, const RcpDatePiece *piece);

/* rcp-date-resolve-calendar.c */
int      rcp_date_resolver_find_year (const RcpDateResolver *self, const RcpDatePiece *piece, gboolean *found);
gboolean rcp_date_resolver_calendar  (RcpDateResolver *self, const RcpDatePiece *piece);

/* rcp-date-resolve-units.c */
gboolean rcp_date_resolver_unit      (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_units     (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_rest      (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_offset    (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_shift     (RcpDateResolver *self, const RcpDateShift *shift);

/* rcp-date-resolve-nth.c */
gboolean rcp_date_resolver_nth       (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_weekof    (RcpDateResolver *self, const RcpDatePiece *piece);

/* rcp-date-resolve-named.c */
gboolean rcp_date_resolver_season    (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_slice     (RcpDateResolver *self, const RcpDatePiece *piece, int months, int which);
gboolean rcp_date_resolver_decade    (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_century   (RcpDateResolver *self, const RcpDatePiece *piece);
gboolean rcp_date_resolver_holiday   (RcpDateResolver *self, const RcpDatePiece *piece);

G_END_DECLS
