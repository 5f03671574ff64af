#include "config.h"

#include "rcp-note-editor.h"

#include <glib/gi18n.h>

#define MIN_HEIGHT_PX 58
#define MAX_HEIGHT_PX 180

struct _RcpNoteEditor
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *view;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (RcpNoteEditor, rcp_note_editor, ADW_TYPE_BIN)

enum
{
  SIGNAL_SAVE,
  SIGNAL_CANCEL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
save (RcpNoteEditor *self)
{
  g_autofree char *text = rcp_note_editor_dup_text (self);

  if (text[0] != '\0')
    g_signal_emit (self, signals[SIGNAL_SAVE], 0, text);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  save (RCP_NOTE_EDITOR (widget));
}

static void
cancel_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CANCEL], 0);
}

static void
changed_cb (RcpNoteEditor *self)
{
  g_autofree char *text = rcp_note_editor_dup_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note-editor.save", text[0] != '\0');
}

static gboolean
rcp_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (RCP_NOTE_EDITOR (widget)->view);
}

static void
rcp_note_editor_class_init (RcpNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rcp_note_editor_grab_focus;

  signals[SIGNAL_SAVE] = g_signal_new ("save", RCP_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CANCEL] = g_signal_new ("cancel", RCP_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note-editor.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "note-editor.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "note-editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "note-editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "note-editor.cancel", NULL);
}

static void
rcp_note_editor_init (RcpNoteEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkEventController *keys;
  GtkShortcut *shortcut;

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* The text view takes Ctrl+Enter for a new line before the editor could see it. */
  keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                               gtk_named_action_new ("note-editor.save"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (self->view, keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), MIN_HEIGHT_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);

  self->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "note-editor.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button), "note-editor.save");
  gtk_widget_set_tooltip_text (self->save_button, _("Save (Ctrl+Enter)"));
  gtk_widget_add_css_class (cancel, "rcp-small");
  gtk_widget_add_css_class (self->save_button, "rcp-small");
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->save_button);

  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rcp-note-editor");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note-editor.save", FALSE);
}

/** rcp_note_editor_new: Returns: (transfer floating): an empty editor. */
GtkWidget *
rcp_note_editor_new (void)
{
  return g_object_new (RCP_TYPE_NOTE_EDITOR, NULL);
}

/** rcp_note_editor_set_text: @text: (nullable): what to begin with; the cursor goes to its end. */
void
rcp_note_editor_set_text (RcpNoteEditor *self, const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (RCP_IS_NOTE_EDITOR (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

/** rcp_note_editor_dup_text: Returns: (transfer full): what was written, without white space at its ends. */
char *
rcp_note_editor_dup_text (RcpNoteEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (RCP_IS_NOTE_EDITOR (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}
