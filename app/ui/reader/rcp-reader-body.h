#pragma once

#include <gtk/gtk.h>

#include "rcp-reader.h"

G_BEGIN_DECLS

#define RCP_TYPE_READER_BODY (rcp_reader_body_get_type ())

/**
 * RcpReaderBody:
 *
 * A text and what is written beside it. Where there is room, remarks stand in the margin at the height of their passage,
 * pushed down where they would overlap, notes joined to their passage by a line; in a narrow window they become numbered
 * footnotes below the text.
 */
G_DECLARE_FINAL_TYPE (RcpReaderBody, rcp_reader_body, RCP, READER_BODY, GtkWidget)

GtkWidget *rcp_reader_body_new    (RcpReader *reader);
void       rcp_reader_body_clear  (RcpReaderBody *self);
void       rcp_reader_body_add    (RcpReaderBody *self, GtkWidget *remark, RcpRange passage, gboolean joined);
void       rcp_reader_body_remove (RcpReaderBody *self, GtkWidget *remark);

/* Measure of the text and width of the margin (60 to 70 characters a line; design, reader). */
#define RCP_READER_MEASURE_PX 480
#define RCP_READER_MARGIN_PX 196

G_END_DECLS
