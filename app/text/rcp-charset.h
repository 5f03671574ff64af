#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rcp_charset_decode (GBytes *bytes, const char *declared, char **charset, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
