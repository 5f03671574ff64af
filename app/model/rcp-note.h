#pragma once

#include <gio/gio.h>

#include "rcp-range.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_NOTE (rcp_note_get_type ())

/**
 * RcpNote:
 *
 * The user’s own words, anchored to a passage, an article, an event or an actor. Belongs to the main
 * thread. A passage is anchored as W3C Web Annotation does, by position and by quotation.
 *
 * Properties:
 * - #RcpNote:id: row of the library; 0 before it is saved
 * - #RcpNote:target: what it is about
 * - #RcpNote:article-id: the article; 0 for a note on an actor
 * - #RcpNote:event-id: the event; 0 otherwise
 * - #RcpNote:actor-id: the actor; 0 otherwise
 * - #RcpNote:start: first code point of the passage
 * - #RcpNote:end: one past the last; equal to start where the note is on no passage
 * - #RcpNote:quote: the words of the passage (nullable)
 * - #RcpNote:prefix: some words before it (nullable)
 * - #RcpNote:suffix: some words after it (nullable)
 * - #RcpNote:body: the note
 * - #RcpNote:created-us: µs UTC
 * - #RcpNote:modified-us: µs UTC
 */
G_DECLARE_FINAL_TYPE (RcpNote, rcp_note, RCP, NOTE, GObject)

gint64         rcp_note_get_id          (RcpNote *self);
RcpNoteTarget  rcp_note_get_target      (RcpNote *self);
gint64         rcp_note_get_article_id  (RcpNote *self);
gint64         rcp_note_get_event_id    (RcpNote *self);
gint64         rcp_note_get_actor_id    (RcpNote *self);
guint          rcp_note_get_start       (RcpNote *self);
guint          rcp_note_get_end         (RcpNote *self);
const char    *rcp_note_get_quote       (RcpNote *self);
const char    *rcp_note_get_prefix      (RcpNote *self);
const char    *rcp_note_get_suffix      (RcpNote *self);
const char    *rcp_note_get_body        (RcpNote *self);
gint64         rcp_note_get_created_us  (RcpNote *self);
gint64         rcp_note_get_modified_us (RcpNote *self);
void           rcp_note_set_body        (RcpNote *self, const char *body);
void           rcp_note_set_modified_us (RcpNote *self, gint64 modified_us);

G_END_DECLS
