#pragma once

#include <glib.h>

#include "rcp-event.h"
#include "rcp-tick-ladder.h"

G_BEGIN_DECLS

/* What the timeline says about dates and events, in the user's language. */

char *rcp_timeline_words_tick      (const RcpTick *tick) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_timeline_words_day       (gint32 day) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_timeline_words_month     (gint32 day, gboolean with_year) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_timeline_words_n_events  (guint n) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_timeline_words_event     (RcpEvent *event) G_GNUC_WARN_UNUSED_RESULT;
const char *rcp_timeline_words_unit (RcpTimeUnit unit);

G_END_DECLS
