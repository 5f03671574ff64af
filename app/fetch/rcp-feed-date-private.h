#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *rcp_feed_date_fold       (const char *text, int *zone_minutes) G_GNUC_WARN_UNUSED_RESULT;
int      rcp_feed_date_find_month (const char *word);
int      rcp_feed_date_find_half  (const char *word);
gboolean rcp_feed_date_find_zone  (const char *word, int *minutes);

G_END_DECLS
