#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "rcp-error.h"

G_BEGIN_DECLS

void rcp_db_error_set (GError **error, sqlite3 *db, int rc);

G_END_DECLS
