#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_EVENT_CORRECTIONS (rcp_event_corrections_get_type ())

/**
 * RcpEventCorrections:
 *
 * What of an event the user has set, decision by decision, each with a button that takes it back. Hidden while there is none.
 */
G_DECLARE_FINAL_TYPE (RcpEventCorrections, rcp_event_corrections, RCP, EVENT_CORRECTIONS, GtkWidget)

GtkWidget *rcp_event_corrections_new (RcpLibrary *library);
void       rcp_event_corrections_set (RcpEventCorrections *self, gint64 event_id);

G_END_DECLS
