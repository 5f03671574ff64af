#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *rcp_name_spelling_sound      (const char *word) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_name_spelling_is_variant (const char *a, const char *b);

G_END_DECLS
