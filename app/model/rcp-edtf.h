#pragma once

#include "rcp-day.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_EDTF (rcp_edtf_get_type ())

/**
 * RcpEdtf:
 *
 * A date with the precision it was stated in: an interval of days, both included, either end possibly open. Written as
 * EDTF (ISO 8601-2:2019, level 1, and the qualified intervals of level 2). Immutable, reference counted, any thread.
 */
typedef struct _RcpEdtf RcpEdtf;

/**
 * RcpEdtfFlags:
 * @RCP_EDTF_APPROXIMATE: "~", about then
 * @RCP_EDTF_UNCERTAIN: "?", the source itself is not sure
 */
typedef enum
{
  RCP_EDTF_EXACT = 0,
  RCP_EDTF_APPROXIMATE = 1 << 0,
  RCP_EDTF_UNCERTAIN = 1 << 1,
} RcpEdtfFlags;

GType        rcp_edtf_get_type       (void);
RcpEdtf     *rcp_edtf_new            (gint32 first_day, gint32 last_day, RcpPrecision precision, RcpEdtfFlags flags);
RcpEdtf     *rcp_edtf_new_day        (gint32 day);
RcpEdtf     *rcp_edtf_new_month      (int year, int month);
RcpEdtf     *rcp_edtf_new_season     (int year, int season);
RcpEdtf     *rcp_edtf_new_year       (int year);
RcpEdtf     *rcp_edtf_new_interval   (gint32 first_day, gint32 last_day, RcpEdtfFlags flags);
RcpEdtf     *rcp_edtf_parse          (const char *text, GError **error);
RcpEdtf     *rcp_edtf_ref            (RcpEdtf *self);
void         rcp_edtf_unref          (RcpEdtf *self);

const char  *rcp_edtf_get_string     (const RcpEdtf *self);
gint32       rcp_edtf_get_first_day  (const RcpEdtf *self);
gint32       rcp_edtf_get_last_day   (const RcpEdtf *self);
RcpPrecision rcp_edtf_get_precision  (const RcpEdtf *self);
RcpEdtfFlags rcp_edtf_get_flags      (const RcpEdtf *self);
gboolean     rcp_edtf_is_exact_day   (const RcpEdtf *self);
gboolean     rcp_edtf_is_bounded     (const RcpEdtf *self);
gint32       rcp_edtf_get_middle_day (const RcpEdtf *self);
gint32       rcp_edtf_count_days     (const RcpEdtf *self);

gboolean     rcp_edtf_equal          (const RcpEdtf *a, const RcpEdtf *b);
gboolean     rcp_edtf_overlaps       (const RcpEdtf *a, const RcpEdtf *b);
gboolean     rcp_edtf_contains       (const RcpEdtf *outer, const RcpEdtf *inner);
RcpEdtf     *rcp_edtf_intersect      (RcpEdtf *a, RcpEdtf *b) G_GNUC_WARN_UNUSED_RESULT;
RcpEdtf     *rcp_edtf_shift          (RcpEdtf *self, int days) G_GNUC_WARN_UNUSED_RESULT;
int          rcp_edtf_compare        (const RcpEdtf *a, const RcpEdtf *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpEdtf, rcp_edtf_unref)

G_END_DECLS
