#include "config.h"

#include "rcp-cross-check-columns.h"

/* Widths of the design; below NARROW_PX the date shrinks and the last column gives way. */
#define NARROW_PX 640
#define DATE_PX 126
#define DATE_NARROW_PX 92
#define EVENT_MIN_PX 240
#define EVENT_MIN_NARROW_PX 136
#define INDEPENDENT_PX 132

/**
 * rcp_cross_check_columns_compute:
 * @self: (out): the columns
 * @width_px: width of the whole table
 * @n_outlets: how many outlets it has
 *
 * All outlets are shown where there is room beside the narrowest event column; else as much of them as fits, and the
 * rest is scrolled to.
 */
void
rcp_cross_check_columns_compute (RcpCrossCheckColumns *self, int width_px, guint n_outlets)
{
  gboolean narrow = width_px < NARROW_PX;
  int event_min = narrow ? EVENT_MIN_NARROW_PX : EVENT_MIN_PX;
  int room;

  self->date_x = 0;
  self->date_width = narrow ? DATE_NARROW_PX : DATE_PX;
  self->independent_width = narrow ? 0 : INDEPENDENT_PX;
  self->event_x = self->date_width;
  self->cells_total = (int) n_outlets * RCP_CROSS_CHECK_CELL_WIDTH_PX;
  room = MAX (0, width_px - self->date_width - self->independent_width - event_min);
  self->cells_width = MIN (self->cells_total, MAX (room, MIN (RCP_CROSS_CHECK_CELL_WIDTH_PX, self->cells_total)));
  self->event_width = MAX (0, width_px - self->date_width - self->independent_width - self->cells_width);
  self->cells_x = self->event_x + self->event_width;
  self->independent_x = self->cells_x + self->cells_width;
}
