#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *rcp_feed_link_resolve (const char *base, const char *reference) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_feed_link_is_safe (const char *uri);
gboolean rcp_feed_link_is_web  (const char *uri);

G_END_DECLS
