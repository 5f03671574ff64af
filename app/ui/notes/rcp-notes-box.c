#include "config.h"

#include "rcp-notes-box.h"

#include <glib/gi18n.h>

#include "rcp-clock.h"
#include "rcp-note-card.h"
#include "rcp-note-editor.h"
#include "rcp-note-keeper.h"

#define MAX_HEIGHT_PX 260

struct _RcpNotesBox
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *head;
  GtkWidget *count;
  GtkWidget *add_button;
  GtkWidget *editor;
  GtkWidget *cards;
  GtkWidget *scrolled;

  /* owned */
  RcpLibrary *library;

  /* plain */
  RcpNoteTarget target; /* an event or an actor */
  gint64 target_id;     /* 0 for none */
};

G_DEFINE_FINAL_TYPE (RcpNotesBox, rcp_notes_box, ADW_TYPE_BIN)

static void
show_editor (RcpNotesBox *self, gboolean show)
{
  gtk_widget_set_visible (self->editor, show);
  gtk_widget_set_sensitive (self->add_button, !show);
  gtk_widget_set_visible (self->scrolled, show || gtk_widget_get_first_child (self->cards) != NULL);
}

static void
kept_cb (GtkWidget *origin, const GError *error)
{
  RcpNotesBox *self = RCP_NOTES_BOX (origin);

  gtk_widget_set_sensitive (self->editor, TRUE);
  if (error != NULL)
    return;
  rcp_note_editor_set_text (RCP_NOTE_EDITOR (self->editor), NULL);
  show_editor (self, FALSE);
  gtk_widget_grab_focus (self->add_button);
}

static void
save_cb (RcpNotesBox *self, const char *text)
{
  gint64 now_us = rcp_clock_now_us ();
  g_autoptr (RcpNote) note = NULL;

  if (self->target_id == 0 || self->library == NULL)
    return;
  note = g_object_new (RCP_TYPE_NOTE, "target", self->target,
                       self->target == RCP_NOTE_ACTOR ? "actor-id" : "event-id", self->target_id, "body", text,
                       "created-us", now_us, "modified-us", now_us, NULL);
  /* The words stay in the editor until they are on the disk. */
  gtk_widget_set_sensitive (self->editor, FALSE);
  rcp_note_keeper_save (GTK_WIDGET (self), self->library, note, kept_cb);
}

static void
cancel_cb (RcpNotesBox *self)
{
  rcp_note_editor_set_text (RCP_NOTE_EDITOR (self->editor), NULL);
  show_editor (self, FALSE);
  gtk_widget_grab_focus (self->add_button);
}

static RcpNoteCard *
find_card (RcpNotesBox *self, gint64 note_id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = gtk_widget_get_next_sibling (card))
    if (rcp_note_get_id (rcp_note_card_get_note (RCP_NOTE_CARD (card))) == note_id)
      return RCP_NOTE_CARD (card);
  return NULL;
}

static void
rcp_notes_box_dispose (GObject *object)
{
  RcpNotesBox *self = RCP_NOTES_BOX (object);

  g_clear_object (&self->library);

  G_OBJECT_CLASS (rcp_notes_box_parent_class)->dispose (object);
}

static void
rcp_notes_box_class_init (RcpNotesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_notes_box_dispose;
}

static void
rcp_notes_box_init (RcpNotesBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("My notes")), *content = adw_button_content_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (heading, "rcp-heading");
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_add_css_class (self->count, "rcp-dim");
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "rcp-note-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add note"));
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_widget_add_css_class (self->add_button, "rcp-small");
  gtk_widget_set_tooltip_text (self->add_button, _("Add a note (N)"));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (rcp_notes_box_write), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->head), heading);
  gtk_box_append (GTK_BOX (self->head), self->count);
  gtk_box_append (GTK_BOX (self->head), self->add_button);

  self->editor = rcp_note_editor_new ();
  gtk_widget_add_css_class (self->editor, "rcp-note");
  gtk_widget_set_visible (self->editor, FALSE);
  g_signal_connect_object (self->editor, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (inside), self->editor);
  gtk_box_append (GTK_BOX (inside), self->cards);
  gtk_widget_add_css_class (inside, "rcp-notes-inside");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), inside);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MAX_HEIGHT_PX);
  gtk_widget_set_visible (self->scrolled, FALSE);

  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rcp-notes");
}

/** rcp_notes_box_new: @library: (nullable). Returns: (transfer floating): an empty box. */
GtkWidget *
rcp_notes_box_new (RcpLibrary *library)
{
  RcpNotesBox *self = g_object_new (RCP_TYPE_NOTES_BOX, NULL);

  g_set_object (&self->library, library);
  return GTK_WIDGET (self);
}

static void
set_target (RcpNotesBox *self, RcpNoteTarget target, gint64 target_id, GListModel *notes)
{
  guint n_notes = g_list_model_get_n_items (notes);
  g_autofree char *count = g_strdup_printf ("%u", n_notes);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GtkWidget *next;

  if (self->target != target || self->target_id != target_id)
    {
      rcp_note_editor_set_text (RCP_NOTE_EDITOR (self->editor), NULL);
      gtk_widget_set_visible (self->editor, FALSE);
      gtk_widget_set_sensitive (self->add_button, TRUE);
    }
  self->target = target;
  self->target_id = target_id;
  for (guint i = 0; i < n_notes; i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);
      RcpNoteCard *card = find_card (self, rcp_note_get_id (note));

      if (card == NULL)
        {
          card = RCP_NOTE_CARD (rcp_note_card_new (self->library, note));
          gtk_box_append (GTK_BOX (self->cards), GTK_WIDGET (card));
        }
      else
        rcp_note_card_set_note (card, note);
      g_ptr_array_add (kept, card);
    }
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!g_ptr_array_find (kept, card, NULL))
        gtk_box_remove (GTK_BOX (self->cards), card);
    }
  gtk_label_set_text (GTK_LABEL (self->count), n_notes > 0 ? count : _("none"));
  show_editor (self, gtk_widget_get_visible (self->editor));
}

/**
 * rcp_notes_box_set:
 * @event_id: the event; 0 for none
 * @notes: of RcpNote
 *
 * What is being written stays while the event is the same.
 */
void
rcp_notes_box_set (RcpNotesBox *self, gint64 event_id, GListModel *notes)
{
  g_return_if_fail (RCP_IS_NOTES_BOX (self));

  set_target (self, RCP_NOTE_EVENT, event_id, notes);
}

/** rcp_notes_box_set_actor: as rcp_notes_box_set(), for the notes on the actor @actor_id; 0 for none. */
void
rcp_notes_box_set_actor (RcpNotesBox *self, gint64 actor_id, GListModel *notes)
{
  g_return_if_fail (RCP_IS_NOTES_BOX (self));

  set_target (self, RCP_NOTE_ACTOR, actor_id, notes);
}

/** rcp_notes_box_set_headless: @headless: whether the heading and the button to add a note stand elsewhere. */
void
rcp_notes_box_set_headless (RcpNotesBox *self, gboolean headless)
{
  g_return_if_fail (RCP_IS_NOTES_BOX (self));

  gtk_widget_set_visible (self->head, !headless);
}

/** rcp_notes_box_write: opens the editor for a new note. */
void
rcp_notes_box_write (RcpNotesBox *self)
{
  g_return_if_fail (RCP_IS_NOTES_BOX (self));

  if (self->target_id == 0)
    return;
  show_editor (self, TRUE);
  gtk_widget_grab_focus (self->editor);
}

/** rcp_notes_box_dup_draft: Returns: (transfer full) (nullable): what is being written; NULL while nothing is. */
char *
rcp_notes_box_dup_draft (RcpNotesBox *self)
{
  g_return_val_if_fail (RCP_IS_NOTES_BOX (self), NULL);

  return gtk_widget_get_visible (self->editor) ? rcp_note_editor_dup_text (RCP_NOTE_EDITOR (self->editor)) : NULL;
}

/** rcp_notes_box_set_draft: @draft: (nullable): goes on with what was being written elsewhere; NULL closes the editor. */
void
rcp_notes_box_set_draft (RcpNotesBox *self, const char *draft)
{
  g_return_if_fail (RCP_IS_NOTES_BOX (self));

  rcp_note_editor_set_text (RCP_NOTE_EDITOR (self->editor), draft);
  show_editor (self, draft != NULL);
}
