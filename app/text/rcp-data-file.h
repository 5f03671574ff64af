#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rcp_data_file_dup_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GBytes *rcp_data_file_map (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
