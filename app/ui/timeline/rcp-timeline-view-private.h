#pragma once

#include <adwaita.h>

#include "rcp-lane-packer.h"
#include "rcp-time-scale.h"
#include "rcp-timeline-canvas.h"
#include "rcp-timeline-content.h"
#include "rcp-timeline-loader.h"
#include "rcp-timeline-overview.h"
#include "rcp-timeline-view.h"

G_BEGIN_DECLS

struct _RcpTimelineView
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *box;
  GtkWidget *tools;
  GtkWidget *readout;
  GtkWidget *count;
  GtkWidget *clear_button;
  GtkWidget *unit;
  GtkWidget *fit_label;
  GtkWidget *filter_button;
  GtkWidget *filter_popover;
  GtkWidget *stack;
  GtkWidget *timeline_page;
  GtkWidget *foot_slot;
  GtkWidget *empty_page;

  /* children made in code */
  GtkWidget *overview;
  GtkWidget *ruler;
  GtkWidget *foot;
  GtkWidget *canvas;
  GtkWidget *scrolled;
  GtkWidget *nothing;
  GtkWidget *nothing_label;
  GtkWidget *nothing_button;
  GtkWidget *popover;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpTimelineContent *content;
  RcpTimelineLoader *loader;
  AdwAnimation *animation;

  /* plain */
  double from_first;
  double from_last;
  double to_first;
  double to_last;
  double pointer_x; /* in the canvas; below 0 when it is elsewhere */
  double velocity;
  double pinch_first;
  double pinch_last;
  gint64 kinetic_us;
  guint kinetic_id;
  gboolean moving;    /* the span is being set from here */
  gboolean user_span; /* the user has chosen what to look at */
  gboolean low; /* whether height is scarce */
  gboolean loaded;
  gboolean keep_still; /* a selection that must not scroll */
};

void rcp_timeline_view_get_scale       (RcpTimelineView *self, RcpTimeScale *scale);
void rcp_timeline_view_go              (RcpTimelineView *self, double first_day, double last_day, gboolean animate);
void rcp_timeline_view_fit             (RcpTimelineView *self, gboolean to_range, gboolean animate);
void rcp_timeline_view_fit_main        (RcpTimelineView *self);
void rcp_timeline_view_zoom            (RcpTimelineView *self, double factor, double at_x, gboolean animate);
void rcp_timeline_view_pan             (RcpTimelineView *self, double px);
void rcp_timeline_view_reveal          (RcpTimelineView *self, gint64 event_id);
void rcp_timeline_view_stop            (RcpTimelineView *self);
void rcp_timeline_view_add_controllers (RcpTimelineView *self);
void rcp_timeline_view_install_actions (GtkWidgetClass *widget_class);
void rcp_timeline_view_open_group      (RcpTimelineView *self, double first_day, double last_day, GtkWidget *chip);

G_END_DECLS
