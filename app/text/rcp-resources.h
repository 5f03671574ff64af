#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rcp_engine_resources_ensure (void);

G_END_DECLS
