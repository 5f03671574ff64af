#pragma once

#include "rcp-store.h"

G_BEGIN_DECLS

GArray *rcp_sharing_choice_make (GArray *prints) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
