#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize rcp_fold_fast (const char *text, gsize length, char *buffer);
char *rcp_fold_n    (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
