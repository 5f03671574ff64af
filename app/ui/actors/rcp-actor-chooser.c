#include "config.h"

#include "rcp-actor-chooser.h"

#include <glib/gi18n.h>

#include "rcp-actor-row.h"
#include "rcp-error.h"

#define LIST_PX 250

struct _RcpActorChooser
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *entry;
  GtkWidget *stack; /* the list, or that it is empty */
  GtkWidget *list;
  GtkWidget *empty;

  /* owned */
  RcpLibrary *library;
  GtkSingleSelection *selection;
  RcpActor *actor; /* the one chosen (nullable) */

  /* plain */
  gint64 dossier_id;
};

G_DEFINE_FINAL_TYPE (RcpActorChooser, rcp_actor_chooser, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  SIGNAL_CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The row chosen may still be on its way from the store: the actor is chosen when it comes. */
static void
selected_cb (RcpActorChooser *self)
{
  RcpListItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (g_set_object (&self->actor, item ? rcp_list_item_get_item (item) : NULL))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (RcpActorChooser *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  if (self->actor != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
cancel_cb (RcpActorChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCEL], 0);
}

static void
update_empty (RcpActorChooser *self)
{
  RcpPagedList *actors = RCP_PAGED_LIST (gtk_single_selection_get_model (self->selection));
  const GError *error = rcp_paged_list_get_error (actors);
  g_autofree char *reason = error ? rcp_error_describe (error) : NULL;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (actors)) > 0 || rcp_paged_list_get_loading (actors);

  gtk_label_set_text (GTK_LABEL (self->empty), reason ? reason : _("No actor matches"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "empty");
}

static void
search_changed_cb (RcpActorChooser *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (RcpPagedList) actors
    = rcp_library_new_actor_list (self->library, self->dossier_id, RCP_ACTOR_FILTER_ALL, search[0] != '\0' ? search : NULL);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (actors));
  g_signal_connect_object (actors, "items-changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (actors, "notify::loading", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  update_empty (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, rcp_actor_row_new_plain ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RcpActorChooser *self)
{
  gpointer item = gtk_list_item_get_item (list_item);

  rcp_actor_row_set_item (RCP_ACTOR_ROW (gtk_list_item_get_child (list_item)), item);
  g_signal_connect_object (item, "notify::item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RcpActorChooser *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), selected_cb, self);
  rcp_actor_row_set_item (RCP_ACTOR_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
key_pressed_cb (RcpActorChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection)), at;

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || n == 0 || (state & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;
  at = gtk_single_selection_get_selected (self->selection);
  if (at == GTK_INVALID_LIST_POSITION)
    at = keyval == GDK_KEY_Down ? 0 : n - 1;
  else if (keyval == GDK_KEY_Down)
    at = MIN (at + 1, n - 1);
  else
    at = at > 0 ? at - 1 : 0;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  return TRUE;
}

static void
rcp_actor_chooser_dispose (GObject *object)
{
  RcpActorChooser *self = RCP_ACTOR_CHOOSER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rcp_actor_chooser_parent_class)->dispose (object);
}

static void
rcp_actor_chooser_finalize (GObject *object)
{
  RcpActorChooser *self = RCP_ACTOR_CHOOSER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (rcp_actor_chooser_parent_class)->finalize (object);
}

static void
rcp_actor_chooser_class_init (RcpActorChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_actor_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = rcp_actor_chooser_finalize;

  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", RCP_TYPE_ACTOR_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE]
    = g_signal_new ("activate", RCP_TYPE_ACTOR_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CANCEL]
    = g_signal_new ("cancel", RCP_TYPE_ACTOR_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
build_entry (RcpActorChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Find an actor"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find an actor"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

static void
build_list (RcpActorChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Actors"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->empty = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->empty, "rcp-dim");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  gtk_widget_set_size_request (self->stack, -1, LIST_PX);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "rcp-choose");
}

static void
rcp_actor_chooser_init (RcpActorChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  build_entry (self);
  build_list (self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** rcp_actor_chooser_new: Returns: (transfer floating): a chooser among the actors of a dossier; 0 for all. */
GtkWidget *
rcp_actor_chooser_new (RcpLibrary *library, gint64 dossier_id)
{
  RcpActorChooser *self = g_object_new (RCP_TYPE_ACTOR_CHOOSER, NULL);

  self->library = g_object_ref (library);
  self->dossier_id = dossier_id;
  search_changed_cb (self);
  return GTK_WIDGET (self);
}

/** rcp_actor_chooser_get_actor: Returns: (transfer none) (nullable): the actor chosen. */
RcpActor *
rcp_actor_chooser_get_actor (RcpActorChooser *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CHOOSER (self), NULL);

  return self->actor;
}

/** rcp_actor_chooser_get_entry: Returns: (transfer none): where one types. */
GtkWidget *
rcp_actor_chooser_get_entry (RcpActorChooser *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CHOOSER (self), NULL);

  return self->entry;
}
