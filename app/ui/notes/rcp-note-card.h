#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-note.h"

G_BEGIN_DECLS

#define RCP_TYPE_NOTE_CARD (rcp_note_card_get_type ())

/**
 * RcpNoteCard:
 *
 * One note as the user wrote it, with its moment and a menu to edit or delete it. Follows its note's properties. It
 * edits in place, and saves and deletes through the library; what cannot be saved stays in the editor with the reason
 * below it. A double click or Enter edits too.
 *
 * Properties:
 * - #RcpNoteCard:library: where it is saved (construct-only)
 * - #RcpNoteCard:note: the note (nullable)
 * - #RcpNoteCard:editing: whether the editor is open (read-only)
 *
 * Signals:
 * - #RcpNoteCard::activate: the note was clicked once: show what it is anchored to
 */
G_DECLARE_FINAL_TYPE (RcpNoteCard, rcp_note_card, RCP, NOTE_CARD, AdwBin)

GtkWidget *rcp_note_card_new         (RcpLibrary *library, RcpNote *note);
RcpNote   *rcp_note_card_get_note    (RcpNoteCard *self);
void       rcp_note_card_set_note    (RcpNoteCard *self, RcpNote *note);
gboolean   rcp_note_card_get_editing (RcpNoteCard *self);
void       rcp_note_card_edit        (RcpNoteCard *self);

G_END_DECLS
