#include "config.h"

#include "rcp-reader-page-private.h"

#include <glib/gi18n.h>

#include "rcp-article-row.h"
#include "rcp-error.h"
#include "rcp-note-card.h"
#include "rcp-note-editor.h"
#include "rcp-note-keeper.h"
#include "rcp-passage-note.h"

/* What stands beside the text of an article: notes, the editor of one, and who else has a passage. */

/** rcp_reader_page_close_editor: leaves the note that is being written, if one is. */
void
rcp_reader_page_close_editor (RcpReaderPage *self)
{
  GtkWidget *editor = self->editor;

  self->editor = NULL;
  if (editor)
    rcp_reader_body_remove (RCP_READER_BODY (self->body), editor);
}

static void
note_kept_cb (GtkWidget *origin, const GError *error)
{
  RcpReaderPage *self = RCP_READER_PAGE (origin);

  /* The library's signal brings the note itself; what could not be kept stays in the editor. */
  if (error == NULL)
    {
      rcp_reader_page_close_editor (self);
    }
  else
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (origin, "win.toast", "s", sentence);
    }
}

static void
save_note_cb (RcpReaderPage *self, const char *text)
{
  g_autoptr (RcpNote) note = rcp_passage_note_new (self->detail, self->noted, text);

  rcp_note_keeper_save (GTK_WIDGET (self), self->library, note, note_kept_cb);
}

/**
 * rcp_reader_page_add_note:
 *
 * Opens an editor beside the selected passage, or for the whole article where nothing is selected.
 */
void
rcp_reader_page_add_note (RcpReaderPage *self)
{
  g_return_if_fail (RCP_IS_READER_PAGE (self));

  if (self->detail == NULL || self->library == NULL || self->editor)
    return;
  if (!rcp_reader_get_selection (RCP_READER (self->reader), &self->noted))
    self->noted = (RcpRange){ 0, 0 };
  self->editor = rcp_note_editor_new ();
  g_signal_connect_object (self->editor, "save", G_CALLBACK (save_note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (rcp_reader_page_close_editor), self, G_CONNECT_SWAPPED);
  rcp_reader_body_add (RCP_READER_BODY (self->body), self->editor, self->noted, self->noted.end > self->noted.start);
  gtk_widget_grab_focus (self->editor);
}

static void
highlight_kept_cb (GtkWidget *origin, const GError *error)
{
  if (error)
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (origin, "win.toast", "s", sentence);
    }
}

/**
 * rcp_reader_page_highlight:
 *
 * Keeps the selected passage as a note without words.
 */
void
rcp_reader_page_highlight (RcpReaderPage *self)
{
  RcpRange passage;
  g_autoptr (RcpNote) note = NULL;

  g_return_if_fail (RCP_IS_READER_PAGE (self));

  if (self->detail == NULL || self->library == NULL)
    return;
  if (!rcp_reader_get_selection (RCP_READER (self->reader), &passage))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Select the words to highlight first"));
      return;
    }
  note = rcp_passage_note_new (self->detail, passage, "");
  rcp_note_keeper_save (GTK_WIDGET (self), self->library, note, highlight_kept_cb);
}

static void
note_activated_cb (RcpReaderPage *self, RcpNoteCard *card)
{
  RcpNote *note = rcp_note_card_get_note (card);

  rcp_reader_show_range (RCP_READER (self->reader), (RcpRange){ rcp_note_get_start (note), rcp_note_get_end (note) });
}

static RcpArticle *
find_article (GListModel *articles, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);

      if (rcp_article_get_id (article) == id)
        return article; /* the list keeps it */
    }
  return NULL;
}

/** rcp_reader_page_add_remarks: says beside each passage that other outlets have it word for word which do. */
void
rcp_reader_page_add_remarks (RcpReaderPage *self)
{
  const GArray *shared = rcp_article_detail_get_shared (self->detail);
  GListModel *similar = rcp_article_detail_get_similar (self->detail);

  for (guint i = 0; i < shared->len; i++)
    {
      const RcpSharedRange *passage = &g_array_index (shared, RcpSharedRange, i);
      RcpArticle *other = find_article (similar, passage->article_id);
      g_autofree char *outlet = other ? rcp_article_row_dup_outlet (other) : NULL;
      g_autofree char *text = NULL;
      GtkWidget *remark, *label;

      if (passage->kind != RCP_SHARED_WORDING || other == NULL)
        continue;
      text = g_strdup_printf (_("Also in %s, word for word"), outlet);
      label = gtk_label_new (text);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      remark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (remark), gtk_image_new_from_icon_name ("rcp-shared-symbolic"));
      gtk_box_append (GTK_BOX (remark), label);
      gtk_widget_add_css_class (remark, "rcp-shared-remark");
      rcp_reader_body_add (RCP_READER_BODY (self->body), remark, passage->range, FALSE);
    }
}

/** rcp_reader_page_add_cards: puts the notes of the article beside their passages. */
void
rcp_reader_page_add_cards (RcpReaderPage *self)
{
  GListModel *notes = rcp_article_detail_get_notes (self->detail);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);
      RcpRange passage = { rcp_note_get_start (note), rcp_note_get_end (note) };
      GtkWidget *card = rcp_note_card_new (self->library, note);

      g_signal_connect_object (card, "activate", G_CALLBACK (note_activated_cb), self, G_CONNECT_SWAPPED);
      rcp_reader_body_add (RCP_READER_BODY (self->body), card, passage, passage.end > passage.start);
    }
}
