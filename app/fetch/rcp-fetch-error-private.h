#pragma once

#include "rcp-error.h"

G_BEGIN_DECLS

GError *rcp_fetch_error_from_cause  (GUri *address, const GError *cause) G_GNUC_WARN_UNUSED_RESULT;
GError *rcp_fetch_error_from_status (const char *uri, guint status) G_GNUC_WARN_UNUSED_RESULT;
GError *rcp_fetch_error_new         (GUri *address, RcpFetchError code, const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
