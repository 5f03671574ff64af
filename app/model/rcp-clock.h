#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 rcp_clock_now_us   (void);
gint32 rcp_clock_today    (void);
void   rcp_clock_set_now_us (gint64 now_us);

G_END_DECLS
