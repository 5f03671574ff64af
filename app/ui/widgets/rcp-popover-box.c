#include "config.h"

#include "rcp-popover-box.h"

#include <adwaita.h>

/**
 * rcp_popover_box_set:
 * @box: (transfer floating): what the popover shows, with text that wraps
 * @width_px: how wide
 *
 * Gives a popover a child of a fixed width. GTK 4.8 asks a popover's child for its height at the width with the shadow, at
 * which text takes fewer lines than it will have: the clamp answers for the width that is shown.
 */
void
rcp_popover_box_set (GtkPopover *popover, GtkWidget *box, int width_px)
{
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_size_request (box, width_px, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width_px);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_popover_set_child (popover, clamp);
}
