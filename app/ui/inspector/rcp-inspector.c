#include "config.h"

#include "rcp-inspector.h"

#include <glib/gi18n.h>

#include "rcp-account-card.h"
#include "rcp-differ-box.h"
#include "rcp-error.h"
#include "rcp-event-actions.h"
#include "rcp-event-corrections.h"
#include "rcp-event-head.h"
#include "rcp-marked-text.h"
#include "rcp-notes-box.h"

struct _RcpInspector
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *stack;
  GtkWidget *tall;
  GtkWidget *tall_scrolled;
  GtkWidget *tall_inside;
  GtkWidget *tall_accounts;
  GtkWidget *tall_account_count;
  GtkWidget *tall_shared;
  GtkWidget *tall_notes;
  GtkWidget *low_head;
  GtkWidget *low_accounts;
  GtkWidget *low_notes;
  GtkWidget *position;
  GtkWidget *empty;
  GMenu *event_menu;

  /* made by hand, because they need the library */
  GtkWidget *tall_event;
  GtkWidget *differ;
  GtkWidget *corrections;
  GtkWidget *low_event;
  GtkWidget *notes[2]; /* tall and low */

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  GCancellable *cancellable;
  GCancellable *list_cancellable;
  GListModel *events; /* of RcpEvent, by date (nullable) */
  RcpEventDetail *detail;
  RcpEventActions *actions; /* what can be corrected; NULL without a library */

  /* plain */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (RcpInspector, rcp_inspector, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
find_position (RcpInspector *self, gint64 event_id)
{
  guint n_events = self->events ? g_list_model_get_n_items (self->events) : 0;

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (self->events, i);

      if (rcp_event_get_id (event) == event_id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
update_position (RcpInspector *self)
{
  gint64 event_id = self->detail ? rcp_event_get_id (rcp_event_detail_get_event (self->detail)) : 0;
  guint n_events = self->events ? g_list_model_get_n_items (self->events) : 0;
  guint position = find_position (self, event_id);
  g_autofree char *words = NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    /* Translators: after “Event”: %1$u is its number, %2$u how many there are */
    words = g_strdup_printf (_("%1$u of %2$u"), position + 1, n_events);
  gtk_label_set_text (GTK_LABEL (self->position), words ? words : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.previous",
                                 n_events > 0 && position != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.next",
                                 n_events > 0 && (position == GTK_INVALID_LIST_POSITION || position + 1 < n_events));
}

static void
card_activate_cb (RcpInspector *self, RcpAccountCard *card)
{
  RcpAccount *account = rcp_account_card_get_account (card);

  if (self->state != NULL)
    rcp_timeline_state_open_article (self->state, rcp_account_get_article_id (account), rcp_account_get_start (account),
                                     rcp_account_get_end (account));
}

/* Pointing at shared words shows their twins. */
static void
card_pointed_cb (RcpInspector *self, gboolean pointed)
{
  GtkWidget *box = self->compact ? self->low_accounts : self->tall_accounts;

  for (GtkWidget *card = gtk_widget_get_first_child (box); card; card = gtk_widget_get_next_sibling (card))
    if (RCP_IS_ACCOUNT_CARD (card))
      rcp_account_card_set_active (RCP_ACCOUNT_CARD (card), pointed);
}

static void
fill_accounts (RcpInspector *self, GtkWidget *box, GListModel *accounts)
{
  guint n_accounts = g_list_model_get_n_items (accounts);
  g_autofree char *count = g_strdup_printf ("%u", n_accounts);
  gboolean shared = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < n_accounts; i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      GtkWidget *card = rcp_account_card_new (account, self->compact);
      GBytes *ranges = rcp_account_get_shared (account);

      if (self->actions != NULL)
        {
          g_autoptr (GMenuModel) menu = rcp_event_actions_make_account_menu (self->actions, account);

          rcp_account_card_set_menu (RCP_ACCOUNT_CARD (card), menu);
        }
      g_signal_connect_object (card, "activate", G_CALLBACK (card_activate_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "pointed", G_CALLBACK (card_pointed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), card);
      shared |= ranges != NULL && g_bytes_get_size (ranges) > 0;
    }
  gtk_label_set_text (GTK_LABEL (self->tall_account_count), count);
  gtk_widget_set_visible (self->tall_shared, shared);
}

static void
show_detail (RcpInspector *self)
{
  RcpEventDetail *detail = self->detail;

  if (self->actions != NULL)
    rcp_event_actions_set (self->actions, detail);
  if (detail == NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      update_position (self);
      return;
    }
  if (self->compact)
    {
      rcp_event_head_set (RCP_EVENT_HEAD (self->low_event), detail);
      fill_accounts (self, self->low_accounts, rcp_event_detail_get_accounts (detail));
    }
  else
    {
      rcp_event_head_set (RCP_EVENT_HEAD (self->tall_event), detail);
      rcp_differ_box_set (RCP_DIFFER_BOX (self->differ), rcp_event_detail_get_discrepancies (detail));
      rcp_event_corrections_set (RCP_EVENT_CORRECTIONS (self->corrections),
                                 rcp_event_get_id (rcp_event_detail_get_event (detail)));
      fill_accounts (self, self->tall_accounts, rcp_event_detail_get_accounts (detail));
    }
  rcp_notes_box_set (RCP_NOTES_BOX (self->notes[self->compact]), rcp_event_get_id (rcp_event_detail_get_event (detail)),
                     rcp_event_detail_get_notes (detail));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->compact ? "low" : "tall");
  update_position (self);
}

static void
show_words (RcpInspector *self, const char *words)
{
  g_clear_object (&self->detail);
  gtk_label_set_text (GTK_LABEL (self->empty), words);
  show_detail (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpInspector) self = RCP_INSPECTOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (detail != NULL)
    rcp_inspector_set_detail (self, detail);
  else if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND))
    rcp_timeline_state_set_selected_event (self->state, 0);
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      show_words (self, reason);
    }
}

static void
load (RcpInspector *self)
{
  gint64 event_id = rcp_timeline_state_get_selected_event (self->state);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (event_id == 0)
    {
      show_words (self, _("Select an event to see who tells it and how"));
      return;
    }
  self->cancellable = g_cancellable_new ();
  rcp_library_load_event_async (self->library, event_id, rcp_timeline_state_get_dossier_id (self->state),
                                self->cancellable, loaded_cb, g_object_ref (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpInspector) self = RCP_INSPECTOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) events = rcp_library_list_events_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || events == NULL)
    return;
  g_set_object (&self->events, events);
  update_position (self);
}

static void
list_events (RcpInspector *self)
{
  g_cancellable_cancel (self->list_cancellable);
  g_clear_object (&self->list_cancellable);
  self->list_cancellable = g_cancellable_new ();
  rcp_library_list_events_async (self->library, rcp_timeline_state_get_dossier_id (self->state),
                                 self->list_cancellable, listed_cb, g_object_ref (self));
}

static void
library_changed_cb (RcpInspector *self, guint changes)
{
  if (changes & RCP_LIBRARY_CHANGED_EVENTS)
    list_events (self);
  if (changes & (RCP_LIBRARY_CHANGED_EVENTS | RCP_LIBRARY_CHANGED_NOTES | RCP_LIBRARY_CHANGED_ACTORS))
    load (self);
}

static void
dossier_changed_cb (RcpInspector *self)
{
  g_clear_object (&self->events);
  list_events (self);
  load (self);
}

static void
date_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpInspector) self = RCP_INSPECTOR (user_data);
  g_autoptr (GError) error = NULL;

  if (rcp_library_set_event_date_finish (RCP_LIBRARY (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Date changed"));
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
    }
}

static void
set_date_cb (RcpInspector *self, RcpEdtf *date)
{
  if (self->detail != NULL && self->library != NULL)
    rcp_library_set_event_date_async (self->library, rcp_event_get_id (rcp_event_detail_get_event (self->detail)), date,
                                      NULL, date_set_cb, g_object_ref (self));
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* The action of the menu still has to run. */
static void
menu_closed_cb (GtkWidget *popover)
{
  g_idle_add (unparent_cb, g_object_ref (popover));
}

static void
actor_menu_cb (RcpInspector *self, RcpActor *actor, GtkWidget *chip)
{
  g_autoptr (GMenuModel) menu = self->actions ? rcp_event_actions_make_actor_menu (self->actions, actor) : NULL;
  GtkWidget *popover;

  if (menu == NULL)
    return;
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, chip);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
event_cb (RcpInspector *self, gint64 event_id)
{
  rcp_timeline_state_set_selected_event (self->state, event_id);
}

static void
actor_cb (RcpInspector *self, gint64 actor_id)
{
  if (self->state != NULL)
    rcp_timeline_state_set_selected_actor (self->state, actor_id);
}

static void
step_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_inspector_step (RCP_INSPECTOR (widget), g_str_equal (action_name, "inspector.next") ? 1 : -1);
}

static void
change_date_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcpInspector *self = RCP_INSPECTOR (widget);

  if (self->detail != NULL)
    rcp_event_head_edit_date (RCP_EVENT_HEAD (self->compact ? self->low_event : self->tall_event));
}

static void
add_note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_inspector_add_note (RCP_INSPECTOR (widget));
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcpInspector *self = RCP_INSPECTOR (widget);

  if (self->detail != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                            rcp_event_get_title (rcp_event_detail_get_event (self->detail)));
}

static void
rcp_inspector_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpInspector *self = RCP_INSPECTOR (object);

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
rcp_inspector_constructed (GObject *object)
{
  RcpInspector *self = RCP_INSPECTOR (object);

  G_OBJECT_CLASS (rcp_inspector_parent_class)->constructed (object);

  self->tall_event = rcp_event_head_new (FALSE);
  self->differ = rcp_differ_box_new (self->library, self->state);
  self->corrections = rcp_event_corrections_new (self->library);
  self->low_event = rcp_event_head_new (TRUE);
  self->notes[FALSE] = rcp_notes_box_new (self->library);
  self->notes[TRUE] = rcp_notes_box_new (self->library);
  rcp_notes_box_set_headless (RCP_NOTES_BOX (self->notes[TRUE]), TRUE);
  gtk_box_append (GTK_BOX (self->tall_notes), self->notes[FALSE]);
  gtk_box_append (GTK_BOX (self->low_notes), self->notes[TRUE]);
  gtk_box_prepend (GTK_BOX (self->tall_inside), self->differ);
  gtk_box_prepend (GTK_BOX (self->tall_inside), self->corrections);
  gtk_box_prepend (GTK_BOX (self->tall_inside), self->tall_event);
  gtk_widget_set_hexpand (self->low_event, TRUE);
  gtk_box_prepend (GTK_BOX (self->low_head), self->low_event);
  g_signal_connect_object (self->tall_event, "set-date", G_CALLBACK (set_date_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->low_event, "set-date", G_CALLBACK (set_date_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tall_event, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tall_event, "actor", G_CALLBACK (actor_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tall_event, "actor-menu", G_CALLBACK (actor_menu_cb), self, G_CONNECT_SWAPPED);
  if (self->library != NULL)
    {
      self->actions = rcp_event_actions_new (GTK_WIDGET (self), self->library, self->state);
      g_menu_insert_section (self->event_menu, 1, NULL, rcp_event_actions_get_menu (self->actions));
    }

  show_words (self, _("Select an event to see who tells it and how"));
  if (self->library == NULL || self->state == NULL)
    return;
  g_signal_connect_object (self->state, "notify::selected-event", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::dossier-id", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  dossier_changed_cb (self);
}

static void
rcp_inspector_dispose (GObject *object)
{
  RcpInspector *self = RCP_INSPECTOR (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->list_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list_cancellable);
  g_clear_pointer (&self->actions, rcp_event_actions_free);
  g_clear_object (&self->events);
  g_clear_object (&self->detail);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_inspector_parent_class)->dispose (object);
}

static void
rcp_inspector_class_init (RcpInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = rcp_inspector_set_property;
  object_class->constructed = rcp_inspector_constructed;
  object_class->dispose = rcp_inspector_dispose;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "inspector.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "inspector.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "inspector.change-date", NULL, change_date_cb);
  gtk_widget_class_install_action (widget_class, "inspector.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "inspector.copy-title", NULL, copy_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_scrolled);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_inside);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_accounts);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_account_count);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_shared);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, tall_notes);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, low_head);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, low_accounts);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, low_notes);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, position);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, empty);
  gtk_widget_class_bind_template_child (widget_class, RcpInspector, event_menu);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_inspector_init (RcpInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Event"), -1);
}

/**
 * rcp_inspector_new:
 * @library: (nullable): where to read from; without it the inspector shows what rcp_inspector_set_detail() gives it
 * @state: (nullable): whose selected event to follow
 *
 * Returns: (transfer floating): an inspector
 */
GtkWidget *
rcp_inspector_new (RcpLibrary *library, RcpTimelineState *state)
{
  return g_object_new (RCP_TYPE_INSPECTOR, "library", library, "state", state, NULL);
}

/** rcp_inspector_set_compact: @compact: whether its place is wide and low. */
void
rcp_inspector_set_compact (RcpInspector *self, gboolean compact)
{
  g_autofree char *draft = NULL;

  g_return_if_fail (RCP_IS_INSPECTOR (self));

  compact = !!compact;
  if (self->compact == compact)
    return;
  draft = rcp_notes_box_dup_draft (RCP_NOTES_BOX (self->notes[!compact]));
  self->compact = compact;
  show_detail (self);
  /* What is being written goes on in the other place. */
  rcp_notes_box_set_draft (RCP_NOTES_BOX (self->notes[!compact]), NULL);
  rcp_notes_box_set_draft (RCP_NOTES_BOX (self->notes[compact]), draft);
}

/** rcp_inspector_set_detail: @detail: (nullable): what to show. */
void
rcp_inspector_set_detail (RcpInspector *self, RcpEventDetail *detail)
{
  gboolean same;

  g_return_if_fail (RCP_IS_INSPECTOR (self));

  same = self->detail != NULL && detail != NULL
         && rcp_event_get_id (rcp_event_detail_get_event (self->detail))
              == rcp_event_get_id (rcp_event_detail_get_event (detail));
  g_set_object (&self->detail, detail);
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->tall_scrolled)), 0);
  show_detail (self);
}

/** rcp_inspector_step: @step: selects the event so many after the one shown; before it when negative. */
void
rcp_inspector_step (RcpInspector *self, int step)
{
  guint n_events, position;
  gint64 next;
  g_autoptr (RcpEvent) event = NULL;

  g_return_if_fail (RCP_IS_INSPECTOR (self));

  n_events = self->events ? g_list_model_get_n_items (self->events) : 0;
  if (n_events == 0 || self->state == NULL)
    return;
  position = find_position (self, rcp_timeline_state_get_selected_event (self->state));
  if (position == GTK_INVALID_LIST_POSITION)
    next = step > 0 ? 0 : (gint64) n_events - 1;
  else
    next = (gint64) position + step;
  if (next < 0 || next >= n_events)
    return;
  event = g_list_model_get_item (self->events, (guint) next);
  rcp_timeline_state_set_selected_event (self->state, rcp_event_get_id (event));
}

/** rcp_inspector_add_note: opens the editor for a note on the event shown. */
void
rcp_inspector_add_note (RcpInspector *self)
{
  g_return_if_fail (RCP_IS_INSPECTOR (self));

  if (self->detail != NULL)
    rcp_notes_box_write (RCP_NOTES_BOX (self->notes[self->compact]));
}
