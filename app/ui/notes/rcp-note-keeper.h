#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-note.h"

G_BEGIN_DECLS

/**
 * RcpNoteKeptFunc:
 * @error: (nullable): why the note could not be kept; NULL when it is on the disk
 */
typedef void (*RcpNoteKeptFunc) (GtkWidget *origin, const GError *error);

void rcp_note_keeper_save   (GtkWidget *origin, RcpLibrary *library, RcpNote *note, RcpNoteKeptFunc kept);
void rcp_note_keeper_delete (GtkWidget *origin, RcpLibrary *library, RcpNote *note, RcpNoteKeptFunc kept);

G_END_DECLS
