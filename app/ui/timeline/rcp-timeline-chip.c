#include "config.h"

#include "rcp-timeline-chip.h"

#include <glib/gi18n.h>

#include "rcp-date-words.h"
#include "rcp-family.h"
#include "rcp-outlet-dots.h"
#include "rcp-timeline-shapes.h"
#include "rcp-timeline-words.h"

struct _RcpTimelineChip
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *icon;
  GtkWidget *about;
  GtkWidget *shapes;
  GtkWidget *title;
  GtkWidget *dots;
  GtkWidget *differ;

  /* owned */
  RcpEvent *event; /* NULL for a group */
  char *when;      /* of a group */

  /* plain */
  const char *family_class;
  gboolean flipped;
};

G_DEFINE_FINAL_TYPE (RcpTimelineChip, rcp_timeline_chip, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Parts are made when a chip first needs them: there may be hundreds of chips. @before is the part that follows. */
static GtkWidget *
add_part (RcpTimelineChip *self, GtkWidget *part, GtkWidget *before)
{
  gtk_widget_set_valign (part, GTK_ALIGN_CENTER);
  gtk_widget_insert_before (part, GTK_WIDGET (self), before);
  return part;
}

static void
show_icon (RcpTimelineChip *self, const char *icon_name)
{
  if (self->icon == NULL && icon_name != NULL)
    {
      self->icon = add_part (self, gtk_image_new (), gtk_widget_get_first_child (GTK_WIDGET (self)));
      gtk_widget_add_css_class (self->icon, "family");
      gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 16);
    }
  if (self->icon == NULL)
    return;
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

static void
show_shapes (RcpTimelineChip *self, const guint *n_family)
{
  if (self->shapes == NULL && n_family != NULL)
    self->shapes = add_part (self, rcp_timeline_shapes_new (), self->title);
  if (self->shapes == NULL)
    return;
  if (n_family != NULL)
    rcp_timeline_shapes_set (RCP_TIMELINE_SHAPES (self->shapes), n_family);
  gtk_widget_set_visible (self->shapes, n_family != NULL);
}

static void
show_about (RcpTimelineChip *self, gboolean uncertain)
{
  if (self->about == NULL && uncertain)
    {
      self->about = add_part (self, gtk_label_new ("≈"), self->title);
      gtk_widget_add_css_class (self->about, "about");
    }
  if (self->about != NULL)
    gtk_widget_set_visible (self->about, uncertain);
}

static void
show_dots (RcpTimelineChip *self, guint n_outlets, guint n_independent)
{
  if (self->dots == NULL && n_outlets > 0)
    self->dots = add_part (self, rcp_outlet_dots_new (0, 0), gtk_widget_get_next_sibling (self->title));
  if (self->dots == NULL)
    return;
  if (n_outlets > 0)
    rcp_outlet_dots_set (RCP_OUTLET_DOTS (self->dots), n_outlets, n_independent);
  gtk_widget_set_visible (self->dots, n_outlets > 0);
}

static void
show_differ (RcpTimelineChip *self, gboolean differ)
{
  if (self->differ == NULL && differ)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("rcp-differ-symbolic");

      self->differ = add_part (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), NULL);
      gtk_widget_add_css_class (self->differ, "differ");
      gtk_image_set_pixel_size (GTK_IMAGE (sign), 10);
      gtk_widget_set_hexpand (sign, TRUE);
      gtk_box_append (GTK_BOX (self->differ), sign);
    }
  if (self->differ != NULL)
    gtk_widget_set_visible (self->differ, differ);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_family_class (RcpTimelineChip *self, const char *name)
{
  if (self->family_class == name)
    return;
  if (self->family_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->family_class);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  self->family_class = name;
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, RcpTimelineChip *self)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACTIVATED], 0, n_press > 1);
}

/* Asked for only where the pointer rests, so that no chip has words ready that nobody reads. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  RcpTimelineChip *self = RCP_TIMELINE_CHIP (widget);
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (self->event == NULL)
    {
      gtk_tooltip_set_text (tooltip, self->when);
      return self->when != NULL;
    }
  when = rcp_date_words_format (rcp_event_get_date (self->event), RCP_DATE_STYLE_LONG);
  text = g_strdup_printf ("%s\n%s", rcp_event_get_title (self->event), when);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0, TRUE);
  return TRUE;
}

/* The order of the parts follows the direction: a flipped chip reads the other way, its words do not. */
static void
update_direction (RcpTimelineChip *self)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (GTK_WIDGET (self), rtl != self->flipped ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
rcp_timeline_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&RCP_TIMELINE_CHIP (object)->event);

  G_OBJECT_CLASS (rcp_timeline_chip_parent_class)->dispose (object);
}

static void
rcp_timeline_chip_finalize (GObject *object)
{
  g_clear_pointer (&RCP_TIMELINE_CHIP (object)->when, g_free);

  G_OBJECT_CLASS (rcp_timeline_chip_parent_class)->finalize (object);
}

static void
rcp_timeline_chip_class_init (RcpTimelineChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  G_OBJECT_CLASS (klass)->dispose = rcp_timeline_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = rcp_timeline_chip_finalize;
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_cb, NULL);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rcp_timeline_chip_init (RcpTimelineChip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);

  self->title = add_part (self, gtk_label_new (NULL), NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update_direction (self);
}

/**
 * rcp_timeline_chip_new:
 *
 * Returns: (transfer floating): a chip that shows nothing yet.
 */
GtkWidget *
rcp_timeline_chip_new (void)
{
  return g_object_new (RCP_TYPE_TIMELINE_CHIP, NULL);
}

/**
 * rcp_timeline_chip_set_event:
 * @event: the event to show
 */
void
rcp_timeline_chip_set_event (RcpTimelineChip *self, RcpEvent *event)
{
  RcpFamily family;
  RcpEdtf *date;
  gboolean uncertain;
  g_autofree char *words = NULL;

  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));
  g_return_if_fail (RCP_IS_EVENT (event));

  family = rcp_action_get_family (rcp_event_get_action (event));
  date = rcp_event_get_date (event);
  uncertain = date != NULL && !rcp_edtf_is_exact_day (date);
  g_set_object (&self->event, event);
  set_family_class (self, rcp_family_get_css_class (family));
  set_class (GTK_WIDGET (self), "group", FALSE);
  set_class (GTK_WIDGET (self), "uncertain", uncertain);
  show_icon (self, rcp_family_get_icon_name (family));
  show_shapes (self, NULL);
  show_about (self, uncertain);
  gtk_label_set_label (GTK_LABEL (self->title), rcp_event_get_title (event));
  show_dots (self, rcp_event_get_n_outlets (event), rcp_event_get_n_independent (event));
  show_differ (self, rcp_event_get_n_discrepancies (event) > 0);

  words = rcp_timeline_words_event (event);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * rcp_timeline_chip_set_group:
 * @n: how many events
 * @n_family: how many of each family
 * @when: (nullable): from when to when they are, for the tooltip
 */
void
rcp_timeline_chip_set_group (RcpTimelineChip *self, guint n, const guint n_family[RCP_N_FAMILIES], const char *when)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));

  g_clear_object (&self->event);
  g_free (self->when);
  self->when = g_strdup (when);
  words = rcp_timeline_words_n_events (n);
  set_family_class (self, NULL);
  set_class (GTK_WIDGET (self), "group", TRUE);
  set_class (GTK_WIDGET (self), "uncertain", FALSE);
  show_icon (self, NULL);
  show_shapes (self, n_family);
  show_about (self, FALSE);
  show_dots (self, 0, 0);
  show_differ (self, FALSE);
  gtk_label_set_label (GTK_LABEL (self->title), words);
  label = when ? g_strdup_printf ("%s, %s", words, when) : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * rcp_timeline_chip_set_selected:
 */
void
rcp_timeline_chip_set_selected (RcpTimelineChip *self, gboolean selected)
{
  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));

  set_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * rcp_timeline_chip_set_faded:
 * @faded: whether the event is outside the filters
 */
void
rcp_timeline_chip_set_faded (RcpTimelineChip *self, gboolean faded)
{
  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));

  set_class (GTK_WIDGET (self), "faded", faded);
}

/**
 * rcp_timeline_chip_set_flipped:
 * @flipped: whether its icon is at its far end
 */
void
rcp_timeline_chip_set_flipped (RcpTimelineChip *self, gboolean flipped)
{
  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));

  if (self->flipped == flipped)
    return;
  self->flipped = flipped;
  update_direction (self);
}

/**
 * rcp_timeline_chip_set_position:
 * @position: its place among the chips of its lane, 1 the first
 * @set_size: how many these are
 */
void
rcp_timeline_chip_set_position (RcpTimelineChip *self, int position, int set_size)
{
  g_return_if_fail (RCP_IS_TIMELINE_CHIP (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, set_size, -1);
}

/**
 * rcp_timeline_chip_get_event_id:
 *
 * Returns: the event it shows, 0 for a group.
 */
gint64
rcp_timeline_chip_get_event_id (RcpTimelineChip *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_CHIP (self), 0);

  return self->event ? rcp_event_get_id (self->event) : 0;
}
