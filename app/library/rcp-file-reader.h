#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean rcp_file_reader_is_address (GFile *file);
gboolean rcp_file_reader_measure (GFile *file, gsize max_bytes, gsize *size_bytes, GError **error);
GBytes  *rcp_file_reader_read    (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
