#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RcpPanesMode:
 * @RCP_PANES_WIDE: actors, centre and inspector side by side
 * @RCP_PANES_MEDIUM: the inspector below the centre, the actors folded away
 * @RCP_PANES_NARROW: the inspector on a page of its own, the actors folded away
 */
typedef enum
{
  RCP_PANES_WIDE,
  RCP_PANES_MEDIUM,
  RCP_PANES_NARROW,
} RcpPanesMode;

#define RCP_TYPE_PANES (rcp_panes_get_type ())

/**
 * RcpPanes:
 *
 * Actors, centre and inspector, arranged by the width there is.
 *
 * Properties:
 * - #RcpPanes:mode (int): an RcpPanesMode (read-only)
 * - #RcpPanes:show-actors (boolean): whether the actors are shown: beside the centre or, folded, over it
 * - #RcpPanes:show-inspector (boolean): whether the view has an inspector at all
 * - #RcpPanes:on-inspector (boolean): whether the page of the inspector is shown; only when narrow
 *
 * Signals:
 * - #RcpPanes::resized: the user moved a divider
 */
G_DECLARE_FINAL_TYPE (RcpPanes, rcp_panes, RCP, PANES, GtkWidget)

GtkWidget   *rcp_panes_new                (void);
void         rcp_panes_set_children       (RcpPanes *self, GtkWidget *actors, GtkWidget *centre, GtkWidget *inspector);
RcpPanesMode rcp_panes_get_mode           (RcpPanes *self);
gboolean     rcp_panes_get_show_actors    (RcpPanes *self);
void         rcp_panes_set_show_actors    (RcpPanes *self, gboolean show);
gboolean     rcp_panes_get_on_inspector   (RcpPanes *self);
void         rcp_panes_set_on_inspector   (RcpPanes *self, gboolean on_inspector);
void         rcp_panes_set_show_inspector (RcpPanes *self, gboolean show);
void         rcp_panes_set_sizes          (RcpPanes *self, int actors_px, int inspector_px, int below_px);
void         rcp_panes_get_sizes          (RcpPanes *self, int *actors_px, int *inspector_px, int *below_px);

G_END_DECLS
