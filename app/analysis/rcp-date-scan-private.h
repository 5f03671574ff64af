#pragma once

#include "rcp-date-shape.h"

G_BEGIN_DECLS

/* Private to the pass over a text. */

typedef struct
{
  const RcpDateGrammar *grammar;
  const RcpSegmentedText *text;
  GArray *items; /* of RcpDateItem, of the sentence */
  GArray *shapes;
} RcpDateScan;

static inline const RcpDateItem *
item_at (const RcpDateScan *self, guint at)
{
  return &g_array_index (self->items, RcpDateItem, at);
}

static inline gboolean
has (const RcpDateScan *self, guint at, RcpDateWordClass cls)
{
  return at < self->items->len && rcp_date_word_has (item_at (self, at)->word, cls);
}

/* rcp-date-scan-range.c */
gboolean rcp_date_scan_is_end       (const RcpDatePiece *piece);
void     rcp_date_scan_share_fields (RcpDatePiece *a, RcpDatePiece *b);
int      rcp_date_scan_second_end   (const RcpDateScan *self, guint from, guint at, const RcpDatePiece *first,
                                     RcpDatePiece *second);
int      rcp_date_scan_day_range    (const RcpDateScan *self, guint at, RcpDateShape *shape);
int      rcp_date_scan_day_list     (RcpDateScan *self, guint at);
int      rcp_date_scan_more_days    (RcpDateScan *self, guint at, guint end, const RcpDatePiece *first);
gboolean rcp_date_scan_may_be_day   (const RcpDateScan *self, guint at);
int      rcp_date_scan_year_after   (const RcpDateScan *self, int end, RcpDatePiece *piece);

/* rcp-date-scan-context.c */
void     rcp_date_scan_add          (RcpDateScan *self, guint from, guint to, RcpDateShape *shape);

G_END_DECLS
