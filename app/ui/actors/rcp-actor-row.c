#include "config.h"

#include "rcp-actor-row.h"

#include <glib/gi18n.h>

#include "rcp-actor-section.h"
#include "rcp-avatar.h"
#include "rcp-paged-list.h"
#include "rcp-sparkline.h"

/* A lane's row has an edge above and below on which a drop changes the order of the lanes; the rest of it merges. A third
 * would leave too little to merge on. */
#define EDGE_SHARE 0.27

struct _RcpActorRow
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *stack;
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *alias;
  GtkWidget *count;
  GtkWidget *sparkline;
  GtkWidget *watch_icon;
  GtkWidget *pin_icon;
  GtkWidget *title;
  GtkWidget *total;

  /* owned */
  gpointer item; /* RcpListItem or RcpActorSection (nullable) */
  GSignalGroup *item_signals;
  GSignalGroup *section_signals;

  /* plain */
  RcpActorDrop drop; /* what is shown of the drop that hovers */
};

G_DEFINE_FINAL_TYPE (RcpActorRow, rcp_actor_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_PIN,
  SIGNAL_MENU,
  SIGNAL_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_class (RcpActorRow *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_alias (RcpActorRow *self, RcpActor *actor)
{
  const char *alias = rcp_actor_get_alias (actor);

  gtk_label_set_text (GTK_LABEL (self->alias), alias ? alias : "");
  gtk_widget_set_visible (self->alias, alias != NULL);
}

static void
show_actor (RcpActorRow *self, RcpActor *actor)
{
  const char *alias = rcp_actor_get_alias (actor);
  gboolean pinned = rcp_actor_get_pin_rank (actor) >= 0, watched = rcp_actor_get_watched (actor);
  guint n_mentions = rcp_actor_get_n_mentions (actor);
  g_autofree char *count = g_strdup_printf ("%u", n_mentions);
  g_autofree char *mentions
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *spoken = NULL;

  rcp_avatar_set_actor (RCP_AVATAR (self->avatar), actor);
  gtk_label_set_text (GTK_LABEL (self->name), rcp_actor_get_name (actor));
  show_alias (self, actor);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  rcp_sparkline_set_counts (RCP_SPARKLINE (self->sparkline), rcp_actor_get_counts (actor));
  gtk_widget_set_visible (self->watch_icon, watched);
  set_class (self, "pinned", pinned);
  spoken = g_strdup_printf ("%s. %s. %s%s%s", rcp_actor_get_name (actor), alias ? alias : "", mentions,
                            pinned ? _(", pinned") : "", watched ? _(", watched") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* The words of a tooltip are made where the pointer rests, not for every row that scrolls by. */
static gboolean
query_tooltip_cb (RcpActorRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);
  g_autofree char *words = NULL;

  if (actor == NULL)
    return FALSE;
  words = g_strdup_printf ("%s%s%s\n%s", rcp_actor_get_name (actor), rcp_actor_get_alias (actor) ? ", " : "",
                           rcp_actor_get_alias (actor) ? rcp_actor_get_alias (actor) : "",
                           rcp_actor_get_pin_rank (actor) >= 0
                             ? _("Click to filter, Enter for the card, double-click to unpin")
                             : _("Click to filter, Enter for the card, double-click to pin"));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
update (RcpActorRow *self)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);

  if (RCP_IS_ACTOR_SECTION (self->item))
    {
      RcpActorSection *section = self->item;
      gboolean pinned = rcp_actor_section_get_pinned (section);
      g_autofree char *total
        = g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (rcp_actor_section_get_list (section))));

      gtk_label_set_text (GTK_LABEL (self->title), rcp_actor_section_get_title (section));
      /* Translators: beside “Pinned”: pinned actors are the lanes of the timeline */
      gtk_label_set_text (GTK_LABEL (self->total), pinned ? _("lanes") : total);
      gtk_widget_set_visible (self->pin_icon, pinned);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "heading");
      set_class (self, "pinned", FALSE);
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), FALSE);
    }
  else if (actor != NULL)
    {
      show_actor (self, actor);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "actor");
    }
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "skeleton");
      set_class (self, "pinned", FALSE);
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), FALSE);
    }
}

/* The second press of two is the row's alone: the list would take it for an activation. */
static void
pressed_cb (RcpActorRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (n_press > 1)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
secondary_cb (RcpActorRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (rcp_actor_row_get_actor (self) == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

static void
long_pressed_cb (RcpActorRow *self, double x, double y, GtkGesture *gesture)
{
  secondary_cb (self, 1, x, y, gesture);
}

static void
released_cb (RcpActorRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (rcp_actor_row_get_actor (self) == NULL)
    return;
  if (n_press == 2)
    g_signal_emit (self, signals[SIGNAL_PIN], 0);
  else if (n_press == 1)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (modifiers & GDK_CONTROL_MASK) != 0);
}

static GdkContentProvider *
prepare_cb (RcpActorRow *self)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);

  return actor ? gdk_content_provider_new_typed (G_TYPE_INT64, rcp_actor_get_id (actor)) : NULL;
}

static void
drag_begin_cb (RcpActorRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->avatar);

  /* Below the pointer, so that the row under it can be read. */
  gtk_drag_source_set_icon (source, picture, -8, -8);
}

/* Shows what a drop at the present place would do; the alias makes room for the words. */
static void
show_drop (RcpActorRow *self, RcpActorDrop drop)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);

  if (self->drop == drop)
    return;
  self->drop = drop;
  set_class (self, "drop-before", drop == RCP_ACTOR_DROP_BEFORE);
  set_class (self, "drop-after", drop == RCP_ACTOR_DROP_AFTER);
  set_class (self, "drop-merge", drop == RCP_ACTOR_DROP_MERGE);
  if (actor == NULL)
    return;
  if (drop == RCP_ACTOR_DROP_MERGE)
    {
      gtk_label_set_text (GTK_LABEL (self->alias), _("Drop to make them one"));
      gtk_widget_set_visible (self->alias, TRUE);
    }
  else
    show_alias (self, actor);
}

/* A row does not take itself. */
static RcpActorDrop
find_drop (RcpActorRow *self, GtkDropTarget *target, double y)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);
  const GValue *value = gtk_drop_target_get_value (target);

  if (value != NULL && actor != NULL && g_value_get_int64 (value) == rcp_actor_get_id (actor))
    return RCP_ACTOR_DROP_NONE;
  return rcp_actor_row_get_drop (self, y);
}

static GdkDragAction
drop_motion_cb (RcpActorRow *self, double x, double y, GtkDropTarget *target)
{
  RcpActorDrop drop = find_drop (self, target, y);

  show_drop (self, drop);
  return drop == RCP_ACTOR_DROP_NONE ? 0 : GDK_ACTION_MOVE;
}

static void
drop_leave_cb (RcpActorRow *self)
{
  show_drop (self, RCP_ACTOR_DROP_NONE);
}

static gboolean
drop_cb (RcpActorRow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  RcpActorDrop drop = find_drop (self, target, y);

  show_drop (self, RCP_ACTOR_DROP_NONE);
  if (drop == RCP_ACTOR_DROP_NONE)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, g_value_get_int64 (value), drop);
  return TRUE;
}

static void
rcp_actor_row_dispose (GObject *object)
{
  RcpActorRow *self = RCP_ACTOR_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->section_signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_actor_row_parent_class)->dispose (object);
}

static void
rcp_actor_row_class_init (RcpActorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_actor_row_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", RCP_TYPE_ACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_PIN]
    = g_signal_new ("pin", RCP_TYPE_ACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENU] = g_signal_new ("menu", RCP_TYPE_ACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", RCP_TYPE_ACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

  g_type_ensure (RCP_TYPE_AVATAR);
  g_type_ensure (RCP_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/actor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, name);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, alias);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, count);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, sparkline);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, watch_icon);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, pin_icon);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, title);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, total);
  gtk_widget_class_set_css_name (widget_class, "actorrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_actor_row_init (RcpActorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (RCP_TYPE_LIST_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::item", G_CALLBACK (update), self);
  self->section_signals = g_signal_group_new (RCP_TYPE_ACTOR_SECTION);
  g_signal_group_connect_swapped (self->section_signals, "counted", G_CALLBACK (update), self);
}

/* What the pointer does with a row. */
static void
add_controllers (RcpActorRow *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);


  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  /* Who is dragged is known before the drop, so that the row can say what that will do. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/** rcp_actor_row_new: Returns: (transfer floating): an empty row. */
GtkWidget *
rcp_actor_row_new (void)
{
  RcpActorRow *self = g_object_new (RCP_TYPE_ACTOR_ROW, NULL);

  add_controllers (self);
  return GTK_WIDGET (self);
}

/** rcp_actor_row_new_plain: Returns: (transfer floating): an empty row for a list to choose from: it only shows. */
GtkWidget *
rcp_actor_row_new_plain (void)
{
  RcpActorRow *self = g_object_new (RCP_TYPE_ACTOR_ROW, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  return GTK_WIDGET (self);
}

/** rcp_actor_row_set_item: @item: (type GObject) (nullable): an RcpListItem of an RcpActor, or an RcpActorSection. */
void
rcp_actor_row_set_item (RcpActorRow *self, gpointer item)
{
  g_return_if_fail (RCP_IS_ACTOR_ROW (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, RCP_IS_LIST_ITEM (item) ? item : NULL);
  g_signal_group_set_target (self->section_signals, RCP_IS_ACTOR_SECTION (item) ? item : NULL);
  if (item != NULL)
    update (self);
}

gpointer
rcp_actor_row_get_item (RcpActorRow *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ROW (self), NULL);

  return self->item;
}

/** rcp_actor_row_get_actor: Returns: (transfer none) (nullable): its actor, once that has been read. */
RcpActor *
rcp_actor_row_get_actor (RcpActorRow *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ROW (self), NULL);

  return RCP_IS_LIST_ITEM (self->item) ? rcp_list_item_get_item (self->item) : NULL;
}

/** rcp_actor_row_set_filtered: @filtered: whether the timeline is filtered on its actor. */
void
rcp_actor_row_set_filtered (RcpActorRow *self, gboolean filtered)
{
  g_return_if_fail (RCP_IS_ACTOR_ROW (self));

  set_class (self, "filtered", filtered);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, filtered, -1);
}

/** rcp_actor_row_set_shown: @shown: whether the card of its actor is open. */
void
rcp_actor_row_set_shown (RcpActorRow *self, gboolean shown)
{
  g_return_if_fail (RCP_IS_ACTOR_ROW (self));

  set_class (self, "shown", shown);
}

/**
 * rcp_actor_row_get_drop:
 * @y: where in the row, in pixels
 *
 * Returns: what dropping an actor there does.
 */
RcpActorDrop
rcp_actor_row_get_drop (RcpActorRow *self, double y)
{
  RcpActor *actor;
  double height;

  g_return_val_if_fail (RCP_IS_ACTOR_ROW (self), RCP_ACTOR_DROP_NONE);

  actor = rcp_actor_row_get_actor (self);
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (actor == NULL)
    return RCP_IS_ACTOR_SECTION (self->item) && rcp_actor_section_get_pinned (self->item) ? RCP_ACTOR_DROP_BEFORE
                                                                                          : RCP_ACTOR_DROP_NONE;
  if (rcp_actor_get_pin_rank (actor) >= 0 && y < height * EDGE_SHARE)
    return RCP_ACTOR_DROP_BEFORE;
  if (rcp_actor_get_pin_rank (actor) >= 0 && y > height * (1 - EDGE_SHARE))
    return RCP_ACTOR_DROP_AFTER;
  return RCP_ACTOR_DROP_MERGE;
}
