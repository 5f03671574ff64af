#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean rcp_fetch_is_whole (GInputStream *stream);
gboolean rcp_fetch_is_gzip (const guint8 *data, gsize size);
GBytes  *rcp_fetch_gunzip  (const guint8 *data, gsize size, guint64 max_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
