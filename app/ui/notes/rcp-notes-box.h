#pragma once

#include <adwaita.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_NOTES_BOX (rcp_notes_box_get_type ())

/**
 * RcpNotesBox:
 *
 * The notes on one event or one actor, and the place to write another.
 */
G_DECLARE_FINAL_TYPE (RcpNotesBox, rcp_notes_box, RCP, NOTES_BOX, AdwBin)

GtkWidget *rcp_notes_box_new          (RcpLibrary *library);
void       rcp_notes_box_set          (RcpNotesBox *self, gint64 event_id, GListModel *notes);
void       rcp_notes_box_set_actor    (RcpNotesBox *self, gint64 actor_id, GListModel *notes);
void       rcp_notes_box_set_headless (RcpNotesBox *self, gboolean headless);
void       rcp_notes_box_write        (RcpNotesBox *self);
char      *rcp_notes_box_dup_draft    (RcpNotesBox *self) G_GNUC_WARN_UNUSED_RESULT;
void       rcp_notes_box_set_draft    (RcpNotesBox *self, const char *draft);

G_END_DECLS
