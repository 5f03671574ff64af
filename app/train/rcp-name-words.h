#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *rcp_name_words_read      (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void        rcp_name_words_add_heads (GHashTable *words, const GPtrArray *corpus);

G_END_DECLS
