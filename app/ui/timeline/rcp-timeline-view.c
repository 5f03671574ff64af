#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-date-words.h"
#include "rcp-tick-ladder.h"
#include "rcp-timeline-foot.h"
#include "rcp-timeline-ruler.h"
#include "rcp-timeline-view-private.h"
#include "rcp-timeline-words.h"

/* Labels move into a column of this width where the page is narrower or lower than the next two, except where even
 * that column would leave too little. */
#define COLUMN_PX 118
#define NARROW_PX 700
#define LOW_PX 560
#define TINY_PX 480

G_DEFINE_FINAL_TYPE (RcpTimelineView, rcp_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

enum
{
  OPEN_INSPECTOR,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The days that the readout tells of, and how many events are in them: the range, or from the first to the last event
 * that is visible. */
static guint
get_told_span (RcpTimelineView *self, gint32 *first, gint32 *last)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  RcpEdtf *range = rcp_timeline_state_get_range (self->state);

  if (range != NULL && rcp_edtf_is_bounded (range))
    {
      *first = rcp_edtf_get_first_day (range);
      *last = rcp_edtf_get_last_day (range);
      return rcp_timeline_index_count_all (index, *first, *last, NULL, NULL);
    }
  return rcp_timeline_index_count_all (index, (gint32) floor (rcp_timeline_state_get_first_day (self->state) + 0.5),
                                       (gint32) floor (rcp_timeline_state_get_last_day (self->state) - 0.5), first, last);
}

static void
update_readout (RcpTimelineView *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  gboolean filtered = rcp_timeline_state_has_actor_filter (self->state) || rcp_timeline_state_has_found_events (self->state);
  gboolean has_range = rcp_timeline_state_get_range (self->state) != NULL;
  g_autofree char *span = NULL;
  g_autofree char *events = NULL;
  g_autofree char *dotted = NULL;
  g_autofree char *label = NULL;
  RcpTimeScale scale;
  gint32 first, last;
  guint n = get_told_span (self, &first, &last);

  if (n > 0 || has_range)
    span = rcp_date_words_span (MAX (first, 1), MAX (last, 1), TRUE);
  else
    span = g_strdup (_("No event here"));
  events = rcp_timeline_words_n_events (n);
  dotted = g_strconcat ("· ", events, NULL);
  gtk_label_set_label (GTK_LABEL (self->readout), span);
  gtk_label_set_label (GTK_LABEL (self->count), dotted);
  gtk_widget_set_visible (self->clear_button, has_range || filtered);
  gtk_widget_set_tooltip_text (self->clear_button, has_range ? _("Clear range") : _("Clear filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  has_range ? _("Clear range") : _("Clear filter"), -1);
  /* Translators: %1$s is “9 events”, %2$s the days they are in */
  label = g_strdup_printf (_("Timeline, %1$s, %2$s"), events, span);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  rcp_timeline_view_get_scale (self, &scale);
  gtk_label_set_label (GTK_LABEL (self->unit),
                       rcp_timeline_words_unit (rcp_tick_ladder_get_unit (rcp_tick_ladder_choose (scale.px_per_day))));
  gtk_widget_set_visible (self->nothing, n == 0 && rcp_timeline_index_get_n (index) > 0
                                             && (has_range || rcp_timeline_index_step (index, RCP_TIMELINE_NONE, 1)
                                                                  == RCP_TIMELINE_NONE));
  gtk_label_set_label (GTK_LABEL (self->nothing_label), has_range ? _("Nothing in this range") : _("No family is shown"));
  gtk_button_set_label (GTK_BUTTON (self->nothing_button), has_range ? _("Clear range") : _("Show all families"));
}

static void
update_page (RcpTimelineView *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  gboolean has_events = rcp_timeline_index_get_n (index) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), has_events     ? "timeline"
                                                             : self->loaded ? "empty"
                                                                            : "loading");
  gtk_widget_set_visible (self->tools, has_events);
  gtk_widget_set_visible (self->foot_slot,
                          !self->low && (has_events || rcp_timeline_index_get_undated (index)->len > 0));
}

static void
content_changed_cb (RcpTimelineView *self)
{
  gboolean unset
      = rcp_timeline_state_get_last_day (self->state) <= rcp_timeline_state_get_first_day (self->state);

  update_page (self);
  /* Until the user has chosen what to look at, what comes in is shown. */
  if (!self->user_span || unset)
    rcp_timeline_view_fit_main (self);
  update_readout (self);
}

static void
span_changed_cb (RcpTimelineView *self)
{
  if (!self->moving)
    {
      self->user_span = TRUE;
      rcp_timeline_view_stop (self);
    }
  update_readout (self);
}

static void
selected_event_cb (RcpTimelineView *self)
{
  gint64 id = rcp_timeline_state_get_selected_event (self->state);

  if (id != 0 && !self->keep_still)
    rcp_timeline_view_reveal (self, id);
}

static void
open_event_cb (RcpTimelineView *self, gint64 event_id)
{
  rcp_timeline_view_reveal (self, event_id);
  rcp_timeline_canvas_focus_event (RCP_TIMELINE_CANVAS (self->canvas), event_id);
}

static void
fit_all_cb (RcpTimelineView *self)
{
  rcp_timeline_view_fit (self, FALSE, TRUE);
}

static void
fit_range_cb (RcpTimelineView *self)
{
  rcp_timeline_view_fit (self, TRUE, TRUE);
}

static void
dossier_changed_cb (RcpTimelineView *self)
{
  self->user_span = FALSE;
  self->loaded = FALSE;
  rcp_timeline_content_set (self->content, NULL, NULL, NULL);
}

static void
event_activated_cb (RcpTimelineCanvas *canvas, gint64 event_id, gboolean open, RcpTimelineView *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint entry = rcp_timeline_index_find (index, event_id);
  RcpTimeScale scale;
  RcpLaneMark mark;

  /* What is pressed is in sight and must not run away; an off-screen neighbour is not. */
  self->keep_still = FALSE;
  if (entry != RCP_TIMELINE_NONE)
    {
      rcp_timeline_view_get_scale (self, &scale);
      rcp_lane_mark_init (&mark, rcp_timeline_index_get (index, entry), &scale);
      self->keep_still = mark.anchor >= 0 && mark.anchor <= scale.width_px;
    }
  rcp_timeline_state_set_selected_event (self->state, event_id);
  if (!self->keep_still)
    rcp_timeline_view_reveal (self, event_id);
  self->keep_still = FALSE;
  if (open)
    g_signal_emit (self, signals[OPEN_INSPECTOR], 0);
}

static void
group_activated_cb (RcpTimelineCanvas *canvas, double first_day, double last_day, GtkWidget *chip, RcpTimelineView *self)
{
  rcp_timeline_view_open_group (self, first_day, last_day, chip);
}

static void
panned_cb (RcpTimelineCanvas *canvas, double px, RcpTimelineView *self)
{
  rcp_timeline_view_pan (self, px);
}

static void
nothing_clicked_cb (RcpTimelineView *self)
{
  if (rcp_timeline_state_get_range (self->state) != NULL)
    rcp_timeline_state_set_range (self->state, NULL);
  else
    rcp_timeline_state_set_families (self->state, (1u << RCP_N_FAMILIES) - 1);
}

static void
clear_clicked_cb (RcpTimelineView *self)
{
  if (rcp_timeline_state_get_range (self->state) != NULL)
    rcp_timeline_state_set_range (self->state, NULL);
  else
    {
      rcp_timeline_state_clear_actor_filter (self->state);
      rcp_timeline_state_clear_found_events (self->state);
    }
}

static void
loaded_cb (RcpTimelineLoader *loader, GListModel *events, GListModel *pinned, GListModel *articles, RcpTimelineView *self)
{
  self->loaded = TRUE;
  rcp_timeline_content_set (self->content, events, pinned, articles);
}

static void
failed_cb (RcpTimelineLoader *loader, const char *reason, RcpTimelineView *self)
{
  g_debug ("The timeline could not be read: %s", reason);
  /* What is shown stays; with nothing to show, say why. */
  if (rcp_timeline_index_get_n (rcp_timeline_content_get_index (self->content)) == 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
}

static void
retry_cb (RcpTimelineView *self)
{
  if (self->loader == NULL)
    return;
  update_page (self);
  rcp_timeline_loader_reload (self->loader);
}

static void
set_compact (RcpTimelineView *self, int width, int height)
{
  gboolean tiny = width < TINY_PX, column = !tiny && (width < NARROW_PX || height < LOW_PX);
  int inset = column ? COLUMN_PX : 0;

  /* The foot gives its height to the lanes, and goes into a popover. */
  if (self->low != (height < LOW_PX))
    {
      self->low = height < LOW_PX;
      gtk_widget_set_visible (self->filter_button, self->low);
      update_page (self);
    }
  gtk_widget_set_visible (self->unit, !tiny);
  gtk_widget_set_visible (self->fit_label, !tiny);
  rcp_timeline_foot_set_compact (RCP_TIMELINE_FOOT (self->foot), tiny);
  if (inset == rcp_timeline_canvas_get_inset (RCP_TIMELINE_CANVAS (self->canvas)))
    return;
  rcp_timeline_canvas_set_inset (RCP_TIMELINE_CANVAS (self->canvas), inset);
  rcp_timeline_ruler_set_inset (RCP_TIMELINE_RULER (self->ruler), inset);
  rcp_timeline_overview_set_compact (RCP_TIMELINE_OVERVIEW (self->overview), column);
}

static void
rcp_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
rcp_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);

  set_compact (self, width, height);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
  update_readout (self);
}

static void
rcp_timeline_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_timeline_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      rcp_timeline_view_set_library (self, g_value_get_object (value));
      break;
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      if (self->state == NULL)
        self->state = rcp_timeline_state_new ();
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* What stands above the lanes when there is nothing in them. */
static GtkWidget *
make_nothing (RcpTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->nothing_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->nothing_label, "title-4");
  self->nothing_button = gtk_button_new ();
  gtk_widget_set_halign (self->nothing_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->nothing_button, "clicked", G_CALLBACK (nothing_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->nothing_label);
  gtk_box_append (GTK_BOX (box), self->nothing_button);
  gtk_widget_add_css_class (box, "nothing");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
rcp_timeline_view_constructed (GObject *object)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (object);
  GtkWidget *overlay = gtk_overlay_new ();

  G_OBJECT_CLASS (rcp_timeline_view_parent_class)->constructed (object);

  self->content = rcp_timeline_content_new (self->state);
  self->overview = rcp_timeline_overview_new (self->content);
  self->ruler = rcp_timeline_ruler_new (self->content);
  self->canvas = rcp_timeline_canvas_new (self->content);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->canvas);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))),
                                    FALSE);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scrolled);
  self->nothing = make_nothing (self);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
  gtk_box_append (GTK_BOX (self->timeline_page), self->overview);
  gtk_box_append (GTK_BOX (self->timeline_page), self->ruler);
  gtk_box_append (GTK_BOX (self->timeline_page), overlay);
  self->foot = rcp_timeline_foot_new (self->content);
  gtk_widget_set_hexpand (self->foot, TRUE);
  gtk_box_append (GTK_BOX (self->foot_slot), self->foot);
  gtk_popover_set_child (GTK_POPOVER (self->filter_popover), rcp_timeline_foot_new (self->content));
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  g_signal_connect (self->canvas, "event-activated", G_CALLBACK (event_activated_cb), self);
  g_signal_connect (self->canvas, "group-activated", G_CALLBACK (group_activated_cb), self);
  g_signal_connect (self->canvas, "panned", G_CALLBACK (panned_cb), self);
  g_signal_connect_object (self->content, "changed", G_CALLBACK (content_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "faded", G_CALLBACK (update_readout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::first-day", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::last-day", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::range", G_CALLBACK (update_readout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected-event", G_CALLBACK (selected_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::dossier-id", G_CALLBACK (dossier_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "open-event", G_CALLBACK (open_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "fit-all", G_CALLBACK (fit_all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "fit-range", G_CALLBACK (fit_range_cb), self, G_CONNECT_SWAPPED);
  rcp_timeline_view_add_controllers (self);
  update_page (self);
}

static void
rcp_timeline_view_dispose (GObject *object)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (object);

  rcp_timeline_view_stop (self);
  g_clear_object (&self->animation);
  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->loader, self);
      rcp_timeline_loader_stop (self->loader);
    }
  g_clear_object (&self->loader);
  g_clear_object (&self->library);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->content);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_timeline_view_parent_class)->dispose (object);
}

static void
rcp_timeline_view_class_init (RcpTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rcp_timeline_view_constructed;
  object_class->dispose = rcp_timeline_view_dispose;
  object_class->get_property = rcp_timeline_view_get_property;
  object_class->set_property = rcp_timeline_view_set_property;
  widget_class->measure = rcp_timeline_view_measure;
  widget_class->size_allocate = rcp_timeline_view_size_allocate;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_INSPECTOR] = g_signal_new ("open-inspector", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, box);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, tools);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, readout);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, count);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, unit);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, fit_label);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, timeline_page);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, foot_slot);
  gtk_widget_class_bind_template_child (widget_class, RcpTimelineView, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  rcp_timeline_view_install_actions (widget_class);
}

static void
rcp_timeline_view_init (RcpTimelineView *self)
{
  self->pointer_x = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rcp_timeline_view_new:
 * @library: (nullable): what to read from
 * @state: (nullable): what is looked at and chosen; NULL for one of its own
 *
 * Returns: (transfer floating): the page.
 */
GtkWidget *
rcp_timeline_view_new (RcpLibrary *library, RcpTimelineState *state)
{
  return g_object_new (RCP_TYPE_TIMELINE_VIEW, "library", library, "state", state, NULL);
}

/**
 * rcp_timeline_view_set_library:
 * @library: (nullable): what to read from; NULL to show what rcp_timeline_view_set_content() gives
 */
void
rcp_timeline_view_set_library (RcpTimelineView *self, RcpLibrary *library)
{
  g_return_if_fail (RCP_IS_TIMELINE_VIEW (self));

  if (!g_set_object (&self->library, library))
    return;
  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->loader, self);
      rcp_timeline_loader_stop (self->loader);
    }
  g_clear_object (&self->loader);
  self->loaded = FALSE;
  if (library != NULL)
    {
      self->loader = rcp_timeline_loader_new (library, self->state);
      g_signal_connect (self->loader, "loaded", G_CALLBACK (loaded_cb), self);
      g_signal_connect (self->loader, "failed", G_CALLBACK (failed_cb), self);
      rcp_timeline_loader_reload (self->loader);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * rcp_timeline_view_set_content:
 * @events: (nullable): a list of #RcpEvent
 * @pinned_actors: (nullable): a list of #RcpActor, one lane each
 * @articles: (nullable): a list of #RcpArticle
 *
 * Shows these instead of what a library holds.
 */
void
rcp_timeline_view_set_content (RcpTimelineView *self, GListModel *events, GListModel *pinned_actors, GListModel *articles)
{
  g_return_if_fail (RCP_IS_TIMELINE_VIEW (self));

  self->loaded = TRUE;
  rcp_timeline_content_set (self->content, events, pinned_actors, articles);
}

/**
 * rcp_timeline_view_get_layout_ms:
 *
 * Returns: how long the last layout took, in milliseconds.
 */
double
rcp_timeline_view_get_layout_ms (RcpTimelineView *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_VIEW (self), 0);

  return rcp_timeline_canvas_get_layout_ms (RCP_TIMELINE_CANVAS (self->canvas));
}
