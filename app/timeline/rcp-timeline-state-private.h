#pragma once

#include "rcp-timeline-state.h"

G_BEGIN_DECLS

/* Shared by rcp-timeline-state.c and rcp-timeline-state-filter.c. */

struct _RcpTimelineState
{
  GObject parent_instance;

  /* owned */
  RcpEdtf *range;
  GHashTable *actors;
  GHashTable *found; /* NULL when no search filters */

  /* plain */
  gint64 dossier_id;
  gint64 selected_event;
  gint64 selected_actor;
  gint64 selected_article;
  double first_day;
  double last_day;
  guint families;
};

void rcp_timeline_state_filter_changed (RcpTimelineState *self);

G_END_DECLS
