#include "config.h"

#include "rcp-actor-row.h"

#include <glib/gi18n.h>

#include "rcp-actor-section.h"
#include "rcp-avatar.h"
#include "rcp-paged-list.h"
#include "rcp-sparkline.h"

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
  GtkWidget *pin_icon;
  GtkWidget *title;
  GtkWidget *total;

  /* owned */
  gpointer item; /* RcpListItem or RcpActorSection (nullable) */
  GSignalGroup *item_signals;
  GSignalGroup *section_signals;
};

G_DEFINE_FINAL_TYPE (RcpActorRow, rcp_actor_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_PIN,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_actor (RcpActorRow *self, RcpActor *actor)
{
  const char *alias = rcp_actor_get_alias (actor);
  gboolean pinned = rcp_actor_get_pin_rank (actor) >= 0;
  guint n_mentions = rcp_actor_get_n_mentions (actor);
  g_autofree char *count = g_strdup_printf ("%u", n_mentions);
  g_autofree char *mentions
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *spoken = NULL;

  rcp_avatar_set_actor (RCP_AVATAR (self->avatar), actor);
  gtk_label_set_text (GTK_LABEL (self->name), rcp_actor_get_name (actor));
  gtk_label_set_text (GTK_LABEL (self->alias), alias ? alias : "");
  gtk_widget_set_visible (self->alias, alias != NULL);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  rcp_sparkline_set_counts (RCP_SPARKLINE (self->sparkline), rcp_actor_get_counts (actor));
  if (pinned)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
  spoken = g_strdup_printf ("%s. %s. %s%s", rcp_actor_get_name (actor), alias ? alias : "", mentions,
                            pinned ? _(", pinned") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pinned ? _("Click to filter, double-click to unpin, drag to reorder")
                                                         : _("Click to filter, double-click to pin"));
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
      gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
    }
  else if (actor != NULL)
    {
      show_actor (self, actor);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "actor");
    }
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "skeleton");
      gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
    }
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
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 16, 24);
}

static GdkDragAction
drop_enter_cb (RcpActorRow *self)
{
  RcpActor *actor = rcp_actor_row_get_actor (self);
  gboolean lane = actor ? rcp_actor_get_pin_rank (actor) >= 0
                        : RCP_IS_ACTOR_SECTION (self->item) && rcp_actor_section_get_pinned (self->item);

  return lane ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (RcpActorRow *self, const GValue *value)
{
  if (drop_enter_cb (self) == 0)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, g_value_get_int64 (value));
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
  signals[SIGNAL_MOVED] = g_signal_new ("moved", RCP_TYPE_ACTOR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (RCP_TYPE_AVATAR);
  g_type_ensure (RCP_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/actor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, name);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, alias);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, count);
  gtk_widget_class_bind_template_child (widget_class, RcpActorRow, sparkline);
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
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  self->item_signals = g_signal_group_new (RCP_TYPE_LIST_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::item", G_CALLBACK (update), self);
  self->section_signals = g_signal_group_new (RCP_TYPE_ACTOR_SECTION);
  g_signal_group_connect_swapped (self->section_signals, "counted", G_CALLBACK (update), self);
}

/** rcp_actor_row_new: Returns: (transfer floating): an empty row. */
GtkWidget *
rcp_actor_row_new (void)
{
  return g_object_new (RCP_TYPE_ACTOR_ROW, NULL);
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

  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "filtered");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, filtered, -1);
}
