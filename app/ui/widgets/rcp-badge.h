#pragma once

#include <gtk/gtk.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_BADGE (rcp_badge_get_type ())

/**
 * RcpBadgeStyle:
 * @RCP_BADGE_EXACT: solid green: "exact day"
 * @RCP_BADGE_STATED: solid green with a check: "stated"
 * @RCP_BADGE_INFERRED: dashed grey with a clock: "inferred"
 * @RCP_BADGE_USER: blue with a pencil: "set by you"
 * @RCP_BADGE_SHARED: grey with two sheets: "shared wording"
 * @RCP_BADGE_NEUTRAL: grey
 * @RCP_BADGE_NEW: blue with a plus: "New"
 * @RCP_BADGE_DIFFER: the amber ≠, without words
 */
typedef enum
{
  RCP_BADGE_EXACT,
  RCP_BADGE_STATED,
  RCP_BADGE_INFERRED,
  RCP_BADGE_USER,
  RCP_BADGE_SHARED,
  RCP_BADGE_NEUTRAL,
  RCP_BADGE_NEW,
  RCP_BADGE_DIFFER,
} RcpBadgeStyle;

/**
 * RcpBadge:
 *
 * A few words on a tinted ground that say how something is known.
 */
G_DECLARE_FINAL_TYPE (RcpBadge, rcp_badge, RCP, BADGE, GtkWidget)

GtkWidget *rcp_badge_new               (RcpBadgeStyle style, const char *label);
void       rcp_badge_set               (RcpBadge *self, RcpBadgeStyle style, const char *label);
void       rcp_badge_set_for_published (RcpBadge *self, RcpPublishedBasis basis);

G_END_DECLS
