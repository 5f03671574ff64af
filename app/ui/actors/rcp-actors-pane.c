#include "config.h"

#include "rcp-actors-pane.h"

#include <glib/gi18n.h>

#include "rcp-actor-actions.h"
#include "rcp-actor-row.h"
#include "rcp-actor-section.h"
#include "rcp-error.h"

#define N_SECTIONS 4

struct _RcpActorsPane
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *list_view;
  GtkWidget *empty;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  GListStore *sections;   /* of GListModel: the RcpActorSections */
  GtkNoSelection *model;  /* of all sections one after the other */

  GtkWidget *menu;        /* what can be done with one actor (nullable) */

  /* plain */
  gboolean at_top; /* before the change of the list that is being made */
};

G_DEFINE_FINAL_TYPE (RcpActorsPane, rcp_actors_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  RcpActorFilter filter;
  const char *title;
} kinds[N_SECTIONS] = {
  /* Translators: heading of the actors that the user pinned */
  { RCP_ACTOR_FILTER_PINNED, N_("Pinned") },
  { RCP_ACTOR_FILTER_PEOPLE, N_("People") },
  { RCP_ACTOR_FILTER_ORGANISATIONS, N_("Organisations") },
  { RCP_ACTOR_FILTER_STATES, N_("States") },
};

static void
update_page (RcpActorsPane *self)
{
  gboolean loading = FALSE, searching = gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0';
  guint n_rows = 0;
  const GError *error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (RcpActorSection) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);
      RcpPagedList *list = rcp_actor_section_get_list (section);

      loading |= rcp_paged_list_get_loading (list);
      n_rows += g_list_model_get_n_items (G_LIST_MODEL (list));
      if (rcp_paged_list_get_error (list) != NULL)
        error = rcp_paged_list_get_error (list);
    }
  /* A list view keeps the row at its top in place: were it shown before the first section has come, it would be scrolled
   * down to the second. */
  if (!loading && gtk_list_view_get_model (GTK_LIST_VIEW (self->list_view)) == NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (self->model));
  if (n_rows > 0 && gtk_list_view_get_model (GTK_LIST_VIEW (self->list_view)) != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  else if (loading)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  else
    {
      g_autofree char *reason = error ? rcp_error_describe (error) : NULL;

      gtk_label_set_text (GTK_LABEL (self->empty), reason      ? reason
                                                   : searching ? _("No actor matches")
                                                               : _("No actors yet"));
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
    }
}

static void
before_change_cb (RcpActorsPane *self)
{
  self->at_top = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view))) < 1;
}

/* A list view keeps the row at its top where it is when others come before it, so that a list that is being filled would
 * seem to scroll by itself. */
static void
after_change_cb (RcpActorsPane *self)
{
  update_page (self);
  if (self->at_top && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", 0);
}

static void
reload (RcpActorsPane *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  RcpActorSection *sections[N_SECTIONS];
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->sections));

  if (self->library == NULL)
    return;
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_autoptr (RcpPagedList) list
        = rcp_library_new_actor_list (self->library, rcp_timeline_state_get_dossier_id (self->state), kinds[i].filter,
                                      search[0] != '\0' ? search : NULL);

      /* Before the section passes the change on, and after. */
      g_signal_connect_object (list, "items-changed", G_CALLBACK (before_change_cb), self, G_CONNECT_SWAPPED);
      sections[i] = rcp_actor_section_new (_(kinds[i].title), kinds[i].filter == RCP_ACTOR_FILTER_PINNED, list);
      g_signal_connect_object (list, "notify::loading", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (list, "items-changed", G_CALLBACK (after_change_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  g_list_store_splice (self->sections, 0, n_old, (gpointer *) sections, N_SECTIONS);
  for (guint i = 0; i < N_SECTIONS; i++)
    g_object_unref (sections[i]);
  update_page (self);
}

static void
search_changed_cb (RcpActorsPane *self)
{
  reload (self);
}

/* How a row stands out: filtered on, or its card open. */
static void
mark_row (RcpActorsPane *self, RcpActorRow *row)
{
  gpointer item = rcp_actor_row_get_item (row);
  gint64 id = RCP_IS_LIST_ITEM (item) ? rcp_list_item_get_id (item) : 0;

  rcp_actor_row_set_filtered (row, id != 0 && rcp_timeline_state_get_actor_filtered (self->state, id));
  rcp_actor_row_set_shown (row, id != 0 && rcp_timeline_state_get_selected_actor (self->state) == id);
}

/* The rows there are: the list view's items, each with one as its child. Begins with NULL, ends with it. */
static RcpActorRow *
next_row (RcpActorsPane *self, RcpActorRow *row)
{
  GtkWidget *item = row ? gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (row)))
                        : gtk_widget_get_first_child (self->list_view);

  while (item != NULL && !RCP_IS_ACTOR_ROW (gtk_widget_get_first_child (item)))
    item = gtk_widget_get_next_sibling (item);
  return item ? RCP_ACTOR_ROW (gtk_widget_get_first_child (item)) : NULL;
}

static void
mark_rows (RcpActorsPane *self)
{
  for (RcpActorRow *row = next_row (self, NULL); row; row = next_row (self, row))
    mark_row (self, row);
}

static void
row_chosen_cb (RcpActorsPane *self, gboolean add, RcpActorRow *row)
{
  rcp_timeline_state_set_actor_filter (self->state, rcp_actor_get_id (rcp_actor_row_get_actor (row)), add);
}

/* The row with the focus, if it shows an actor. */
static RcpActorRow *
get_focused_row (RcpActorsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  for (RcpActorRow *row = next_row (self, NULL); focus != NULL && row != NULL; row = next_row (self, row))
    if (gtk_widget_is_ancestor (GTK_WIDGET (row), focus) && rcp_actor_row_get_actor (row) != NULL)
      return row;
  return NULL;
}

/* The actor whose row has the focus; 0 for none. */
static gint64
get_focused (RcpActorsPane *self)
{
  RcpActorRow *row = get_focused_row (self);

  return row ? rcp_actor_get_id (rcp_actor_row_get_actor (row)) : 0;
}

/* The actor with the focus, or else the one alone filtered on; 0 for none. */
static gint64
get_current (RcpActorsPane *self)
{
  gint64 id = get_focused (self);
  guint n = 0;
  g_autofree gint64 *filtered = rcp_timeline_state_list_actor_filter (self->state, &n);

  return id == 0 && n == 1 ? filtered[0] : id;
}

/* Assistive tools and Enter activate a row. */
static void
activated_cb (RcpActorsPane *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list_view))), position);

  if (RCP_IS_LIST_ITEM (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "actor.show-card", "x", rcp_list_item_get_id (RCP_LIST_ITEM (item)));
}

static void
pinned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorsPane) self = RCP_ACTORS_PANE (user_data);
  g_autoptr (GError) error = NULL;

  if (!rcp_library_pin_actor_finish (RCP_LIBRARY (source), result, &error))
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
    }
}

static void
pin (RcpActorsPane *self, gint64 actor_id, int rank)
{
  rcp_library_pin_actor_async (self->library, actor_id, rank, NULL, pinned_cb, g_object_ref (self));
}

static void
row_pin_cb (RcpActorsPane *self, RcpActorRow *row)
{
  RcpActor *actor = rcp_actor_row_get_actor (row);

  if (actor == NULL)
    return;
  /* The first of the two clicks filtered. */
  rcp_timeline_state_clear_actor_filter (self->state);
  pin (self, rcp_actor_get_id (actor), rcp_actor_get_pin_rank (actor) >= 0 ? -1 : G_MAXINT);
}

/* The place of an actor among the lanes, -1 for one that has none. */
static int
find_lane (RcpActorsPane *self, gint64 actor_id)
{
  g_autoptr (RcpActorSection) pinned = g_list_model_get_item (G_LIST_MODEL (self->sections), 0);
  guint lane = rcp_paged_list_find_id (rcp_actor_section_get_list (pinned), actor_id);

  return lane == G_MAXUINT ? -1 : (int) lane;
}

static void
row_dropped_cb (RcpActorsPane *self, gint64 actor_id, int drop, RcpActorRow *row)
{
  RcpActor *target = rcp_actor_row_get_actor (row);
  int from = find_lane (self, actor_id), rank = target ? rcp_actor_get_pin_rank (target) : 0;

  if (target != NULL && rcp_actor_get_id (target) == actor_id)
    return;
  if (drop == RCP_ACTOR_DROP_MERGE)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "actor.merge-two", "(xx)", actor_id, rcp_actor_get_id (target));
      return;
    }
  if (drop == RCP_ACTOR_DROP_AFTER)
    rank++;
  /* The others close up behind a lane that moves down. */
  if (from >= 0 && from < rank)
    rank--;
  if (rank != from)
    pin (self, actor_id, rank);
}

static void
menu_closed_cb (RcpActorsPane *self)
{
  /* The action of a menu item runs after the menu has closed, so the menu is kept until the next one. */
  gtk_widget_grab_focus (self->list_view);
}

static void
row_menu_cb (RcpActorsPane *self, double x, double y, RcpActorRow *row)
{
  g_autoptr (GMenuModel) model = rcp_actor_actions_new_menu (rcp_actor_row_get_actor (row), TRUE);
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  if (!gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    at = GRAPHENE_POINT_INIT (0, 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (widget);
  RcpActorRow *row = get_focused_row (self);

  if (row != NULL)
    row_menu_cb (self, 24, gtk_widget_get_height (GTK_WIDGET (row)) - 6.0, row);
  return row != NULL;
}

/* A key on the actor with the focus; @args: the action. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (gtk_widget_get_ancestor (widget, RCP_TYPE_ACTORS_PANE));
  gint64 id = get_focused (self);

  return id != 0 && gtk_widget_activate_action (GTK_WIDGET (self), g_variant_get_string (args, NULL), "x", id);
}

static gboolean
merge_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (widget);
  gint64 id = get_current (self);
  guint n = 0;
  g_autofree gint64 *filtered = rcp_timeline_state_list_actor_filter (self->state, &n);

  if (n == 2)
    {
      /* Into the one with the focus, where it is one of the two. */
      gboolean first = filtered[0] == id;

      return gtk_widget_activate_action (widget, "actor.merge-two", "(xx)", filtered[first], filtered[!first]);
    }
  return id != 0 && gtk_widget_activate_action (widget, "actor.merge", "x", id);
}

static void
setup_cb (RcpActorsPane *self, GtkListItem *list_item)
{
  GtkWidget *row = rcp_actor_row_new ();

  g_signal_connect_object (row, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "pin", G_CALLBACK (row_pin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (row_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (RcpActorsPane *self, GtkListItem *list_item)
{
  RcpActorRow *row = RCP_ACTOR_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);

  rcp_actor_row_set_item (row, item);
  gtk_list_item_set_activatable (list_item, RCP_IS_LIST_ITEM (item));
  /* Only what can be selected takes the focus, though nothing here is: what is chosen is the filter. */
  gtk_list_item_set_selectable (list_item, RCP_IS_LIST_ITEM (item));
  mark_row (self, row);
}

static void
unbind_cb (RcpActorsPane *self, GtkListItem *list_item)
{
  rcp_actor_row_set_item (RCP_ACTOR_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* The first actor in sight. */
static gboolean
focus_list (RcpActorsPane *self)
{
  for (RcpActorRow *row = next_row (self, NULL); row; row = next_row (self, row))
    {
      GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));
      graphene_rect_t bounds;

      if (RCP_IS_LIST_ITEM (rcp_actor_row_get_item (row)) && gtk_widget_get_mapped (item)
          && gtk_widget_compute_bounds (item, self->list_view, &bounds) && bounds.origin.y >= -bounds.size.height / 2
          && gtk_widget_grab_focus (item))
        return TRUE;
    }
  return FALSE;
}

/* A list view whose first row is a heading, which takes no focus, is passed over by Tab: GTK 4.8 tries that row alone. */
static gboolean
rcp_actors_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);
  gboolean in_entry = inside && (focus == self->entry || gtk_widget_is_ancestor (focus, self->entry));

  if (direction == GTK_DIR_TAB_FORWARD && in_entry && gtk_widget_child_focus (self->entry, direction))
    return TRUE;
  if (((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN) && in_entry)
      || (direction == GTK_DIR_TAB_BACKWARD && !inside))
    if (focus_list (self))
      return TRUE;
  return GTK_WIDGET_CLASS (rcp_actors_pane_parent_class)->focus (widget, direction);
}

static void
rcp_actors_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actors_pane_constructed (GObject *object)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (object);
  g_autoptr (GSimpleActionGroup) actions = NULL;

  G_OBJECT_CLASS (rcp_actors_pane_parent_class)->constructed (object);

  actions = rcp_actor_actions_new (GTK_WIDGET (self), self->library, self->state);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "actor", G_ACTION_GROUP (actions));
  g_signal_connect_object (self->state, "filter-changed", G_CALLBACK (mark_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected-actor", G_CALLBACK (mark_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::dossier-id", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
rcp_actors_pane_dispose (GObject *object)
{
  RcpActorsPane *self = RCP_ACTORS_PANE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), NULL);
  self->list_view = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->sections);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_actors_pane_parent_class)->dispose (object);
}

static void
rcp_actors_pane_class_init (RcpActorsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = rcp_actors_pane_set_property;
  object_class->constructed = rcp_actors_pane_constructed;
  object_class->dispose = rcp_actors_pane_dispose;
  widget_class->focus = rcp_actors_pane_focus;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, key_cb, "s", "actor.rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "s", "actor.ignore");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, key_cb, "s", "actor.ignore");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, 0, key_cb, "s", "actor.watch");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, merge_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);

  g_type_ensure (RCP_TYPE_ACTOR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/actors-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpActorsPane, entry);
  gtk_widget_class_bind_template_child (widget_class, RcpActorsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpActorsPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, RcpActorsPane, empty);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

/* Keys that a list item would take before the pane has its turn. */
static void
add_list_keys (RcpActorsPane *self)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, 0, "actor.show-card" },      { GDK_KEY_KP_Enter, 0, "actor.show-card" },
    { GDK_KEY_space, 0, "actor.filter" },          { GDK_KEY_KP_Space, 0, "actor.filter" },
    { GDK_KEY_space, GDK_CONTROL_MASK, "actor.filter-add" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                                                gtk_callback_action_new (key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (self->list_view, controller);
}

static void
rcp_actors_pane_init (RcpActorsPane *self)
{
  GtkFlattenListModel *flat;

  self->sections = g_list_store_new (G_TYPE_LIST_MODEL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list_keys (self);
  flat = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->sections)));
  self->model = gtk_no_selection_new (G_LIST_MODEL (flat));
}

/** rcp_actors_pane_new: Returns: (transfer floating): the actors of the dossier that @state shows. */
GtkWidget *
rcp_actors_pane_new (RcpLibrary *library, RcpTimelineState *state)
{
  return g_object_new (RCP_TYPE_ACTORS_PANE, "library", library, "state", state, NULL);
}

/** rcp_actors_pane_toggle_pin: pins or unpins the actor whose row has the focus, or else the one filtered on. */
void
rcp_actors_pane_toggle_pin (RcpActorsPane *self)
{
  gint64 id;

  g_return_if_fail (RCP_IS_ACTORS_PANE (self));

  id = get_current (self);
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "actor.pin", "x", id);
}
