#include "config.h"

#include "rcp-note-card.h"

#include <glib/gi18n.h>

#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-note-editor.h"
#include "rcp-note-keeper.h"

struct _RcpNoteCard
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *stack;
  GtkWidget *body;
  GtkWidget *moment;
  GtkWidget *failure;
  GtkWidget *editor;

  /* owned */
  RcpLibrary *library;
  RcpNote *note;
  GSignalGroup *note_signals;
  char *body_before; /* while a change is being saved */
};

G_DEFINE_FINAL_TYPE (RcpNoteCard, rcp_note_card, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_NOTE,
  PROP_EDITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_note (RcpNoteCard *self)
{
  g_autofree char *moment = NULL;

  if (self->note == NULL)
    return;
  moment = rcp_date_words_timestamp (rcp_note_get_modified_us (self->note));
  gtk_label_set_text (GTK_LABEL (self->body), rcp_note_get_body (self->note));
  gtk_label_set_text (GTK_LABEL (self->moment), moment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rcp_note_get_body (self->note) ? rcp_note_get_body (self->note) : "", -1);
}

static void
set_editing (RcpNoteCard *self, gboolean editing)
{
  gtk_widget_set_visible (self->failure, FALSE);
  if (rcp_note_card_get_editing (self) == editing)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), editing ? "editor" : "note");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
kept_cb (GtkWidget *origin, const GError *error)
{
  RcpNoteCard *self = RCP_NOTE_CARD (origin);

  if (error == NULL)
    {
      g_clear_pointer (&self->body_before, g_free);
      set_editing (self, FALSE);
    }
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      /* The note says again what is on the disk; the editor keeps the words that are not. */
      if (self->note != NULL && self->body_before != NULL)
        rcp_note_set_body (self->note, self->body_before);
      g_clear_pointer (&self->body_before, g_free);
      gtk_label_set_text (GTK_LABEL (self->failure), reason);
      gtk_widget_set_visible (self->failure, TRUE);
    }
  gtk_widget_set_sensitive (self->editor, TRUE);
}

static void
editor_save_cb (RcpNoteCard *self, const char *text)
{
  if (g_strcmp0 (text, rcp_note_get_body (self->note)) == 0)
    {
      set_editing (self, FALSE);
      return;
    }
  gtk_widget_set_sensitive (self->editor, FALSE);
  g_free (self->body_before);
  self->body_before = g_strdup (rcp_note_get_body (self->note));
  rcp_note_set_body (self->note, text);
  rcp_note_keeper_save (GTK_WIDGET (self), self->library, self->note, kept_cb);
}

static void
editor_cancel_cb (RcpNoteCard *self)
{
  set_editing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_note_card_edit (RCP_NOTE_CARD (widget));
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcpNoteCard *self = RCP_NOTE_CARD (widget);

  if (self->note != NULL && !rcp_note_card_get_editing (self))
    rcp_note_keeper_delete (widget, self->library, self->note, NULL);
}

static void
pressed_cb (RcpNoteCard *self, int n_press, double x, double y)
{
  if (rcp_note_card_get_editing (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    rcp_note_card_edit (self);
  else if (n_press == 1)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
rcp_note_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpNoteCard *self = RCP_NOTE_CARD (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_NOTE:
      g_value_set_object (value, self->note);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, rcp_note_card_get_editing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_note_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpNoteCard *self = RCP_NOTE_CARD (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_NOTE:
      rcp_note_card_set_note (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_note_card_dispose (GObject *object)
{
  RcpNoteCard *self = RCP_NOTE_CARD (object);

  g_clear_object (&self->note_signals);
  g_clear_object (&self->note);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rcp_note_card_parent_class)->dispose (object);
}

static void
rcp_note_card_finalize (GObject *object)
{
  RcpNoteCard *self = RCP_NOTE_CARD (object);

  g_clear_pointer (&self->body_before, g_free);

  G_OBJECT_CLASS (rcp_note_card_parent_class)->finalize (object);
}

static void
rcp_note_card_class_init (RcpNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_note_card_dispose;
  object_class->finalize = rcp_note_card_finalize;
  object_class->get_property = rcp_note_card_get_property;
  object_class->set_property = rcp_note_card_set_property;

  properties[PROP_LIBRARY]
    = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, RCP_TYPE_NOTE, flags);
  properties[PROP_EDITING]
    = g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", RCP_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "note.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "note.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "note.delete", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_note_card_init (RcpNoteCard *self)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *edit_page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *menu_button = gtk_menu_button_new ();
  GMenu *menu = g_menu_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->body = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->body), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->body), 0);
  gtk_widget_add_css_class (self->body, "rcp-note-body");
  self->moment = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->moment), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->moment), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->moment, TRUE);
  gtk_widget_add_css_class (self->moment, "rcp-caption");
  gtk_widget_add_css_class (self->moment, "rcp-dim");

  g_menu_append (menu, _("_Edit"), "note.edit");
  g_menu_append (menu, _("_Delete"), "note.delete");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu_button), G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (menu_button), FALSE);
  gtk_widget_set_tooltip_text (menu_button, _("Note menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note menu"), -1);
  g_object_unref (menu);
  gtk_box_append (GTK_BOX (foot), self->moment);
  gtk_box_append (GTK_BOX (foot), menu_button);
  gtk_box_append (GTK_BOX (face), self->body);
  gtk_box_append (GTK_BOX (face), foot);

  self->editor = rcp_note_editor_new ();
  g_signal_connect_object (self->editor, "save", G_CALLBACK (editor_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (editor_cancel_cb), self, G_CONNECT_SWAPPED);
  self->failure = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->failure), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->failure), 0);
  gtk_widget_add_css_class (self->failure, "error");
  gtk_widget_add_css_class (self->failure, "rcp-caption");
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_box_append (GTK_BOX (edit_page), self->editor);
  gtk_box_append (GTK_BOX (edit_page), self->failure);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), face, "note");
  gtk_stack_add_named (GTK_STACK (self->stack), edit_page, "editor");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rcp-note");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  self->note_signals = g_signal_group_new (RCP_TYPE_NOTE);
  g_signal_group_connect_swapped (self->note_signals, "notify", G_CALLBACK (show_note), self);
}

/**
 * rcp_note_card_new:
 * @library: where @note is saved
 * @note: (nullable): what to show
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
rcp_note_card_new (RcpLibrary *library, RcpNote *note)
{
  return g_object_new (RCP_TYPE_NOTE_CARD, "library", library, "note", note, NULL);
}

/** rcp_note_card_get_note: Returns: (transfer none) (nullable): the note shown. */
RcpNote *
rcp_note_card_get_note (RcpNoteCard *self)
{
  g_return_val_if_fail (RCP_IS_NOTE_CARD (self), NULL);

  return self->note;
}

/** rcp_note_card_set_note: @note: (nullable): what to show; an open editor for another note is closed. */
void
rcp_note_card_set_note (RcpNoteCard *self, RcpNote *note)
{
  gboolean same;

  g_return_if_fail (RCP_IS_NOTE_CARD (self));

  if (self->note == note)
    return;
  /* A reload gives a new object for the same note: what is being written into it must not be lost. */
  same = self->note != NULL && note != NULL && rcp_note_get_id (self->note) == rcp_note_get_id (note);
  g_set_object (&self->note, note);
  g_signal_group_set_target (self->note_signals, note);
  if (!same)
    set_editing (self, FALSE);
  show_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/** rcp_note_card_get_editing: Returns: whether the editor is open. */
gboolean
rcp_note_card_get_editing (RcpNoteCard *self)
{
  g_return_val_if_fail (RCP_IS_NOTE_CARD (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "editor") == 0;
}

/** rcp_note_card_edit: opens the editor on the note's words and moves the focus into it. */
void
rcp_note_card_edit (RcpNoteCard *self)
{
  g_return_if_fail (RCP_IS_NOTE_CARD (self));

  if (self->note == NULL || rcp_note_card_get_editing (self))
    return;
  rcp_note_editor_set_text (RCP_NOTE_EDITOR (self->editor), rcp_note_get_body (self->note));
  set_editing (self, TRUE);
  gtk_widget_grab_focus (self->editor);
}
