#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *rcp_language_detect (const char *text);

G_END_DECLS
