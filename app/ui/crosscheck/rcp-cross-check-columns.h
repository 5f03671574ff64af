#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RcpCrossCheckColumns:
 * @date_x: left edge of the date, px
 * @event_x: left edge of the event
 * @event_width: its width
 * @cells_x: left edge of the outlets' window
 * @cells_width: how much of the outlets' columns is seen at once
 * @cells_total: how wide all of them are
 * @independent_x: left edge of the last column
 * @independent_width: 0 where there is no room for it
 * @date_width: width of the date
 *
 * Where the columns of the cross-check stand, the same for the header and every row. Date and event stay, the outlets
 * scroll between them and the last column. A plain value.
 */
typedef struct
{
  int date_x;
  int date_width;
  int event_x;
  int event_width;
  int cells_x;
  int cells_width;
  int cells_total;
  int independent_x;
  int independent_width;
} RcpCrossCheckColumns;

#define RCP_CROSS_CHECK_CELL_WIDTH_PX 118
#define RCP_CROSS_CHECK_ROW_HEIGHT_PX 40
#define RCP_CROSS_CHECK_HEADER_HEIGHT_PX 62

void rcp_cross_check_columns_compute (RcpCrossCheckColumns *self, int width_px, guint n_outlets);

G_END_DECLS
