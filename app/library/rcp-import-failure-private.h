#pragma once

#include "rcp-import.h"

G_BEGIN_DECLS

RcpImportFailure *rcp_import_failure_new (const char *name, const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
