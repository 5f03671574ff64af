#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rcp_fold       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_fold_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_stem       (const char *folded_word, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
