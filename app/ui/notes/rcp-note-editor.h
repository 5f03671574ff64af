#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RCP_TYPE_NOTE_EDITOR (rcp_note_editor_get_type ())

/**
 * RcpNoteEditor:
 *
 * A small text field for a note, with Cancel and Save. Ctrl+Enter saves, Esc cancels; an empty note cannot be saved.
 *
 * Signals:
 * - #RcpNoteEditor::save (const char *text): the user is done; the text is not empty
 * - #RcpNoteEditor::cancel: the user gave up
 */
G_DECLARE_FINAL_TYPE (RcpNoteEditor, rcp_note_editor, RCP, NOTE_EDITOR, AdwBin)

GtkWidget *rcp_note_editor_new      (void);
void       rcp_note_editor_set_text (RcpNoteEditor *self, const char *text);
char      *rcp_note_editor_dup_text (RcpNoteEditor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
