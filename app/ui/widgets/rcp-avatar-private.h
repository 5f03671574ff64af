#pragma once

#include "rcp-avatar.h"

G_BEGIN_DECLS

char *rcp_avatar_make_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
