#pragma once

#include <glib.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

const char *rcp_event_label_action      (RcpAction action);
const char *rcp_event_label_status      (RcpStatus status);
const char *rcp_event_label_reliability (guint grade);
const char *rcp_event_label_credibility (guint grade);

G_END_DECLS
