#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_CORRECTION (rcp_correction_get_type ())

/**
 * RcpCorrection:
 *
 * The user’s own decision over the engine’s, kept for good and applied after every analysis. Immutable.
 *
 * Properties:
 * - #RcpCorrection:id: row of the library
 * - #RcpCorrection:kind: what it decides
 * - #RcpCorrection:article-id: the article its subject is anchored in; 0 for none
 * - #RcpCorrection:start: first code point of the sentence that anchors it
 * - #RcpCorrection:end: one past the last code point
 * - #RcpCorrection:subject: the key of its subject, where that is no passage (nullable)
 * - #RcpCorrection:value: what the user says: a date in EDTF, a name, an alias folded, the key of the other actor, the
 *   content of an article as a hash (nullable)
 * - #RcpCorrection:created-us: µs UTC
 * - #RcpCorrection:subject-name: what its subject was called when it was made: the actor, the event, the article (nullable)
 * - #RcpCorrection:value-name: what it says, for a person: the other actor, the alias, the title of the article (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpCorrection, rcp_correction, RCP, CORRECTION, GObject)

gint64             rcp_correction_get_id         (RcpCorrection *self);
RcpCorrectionKind  rcp_correction_get_kind       (RcpCorrection *self);
gint64             rcp_correction_get_article_id (RcpCorrection *self);
guint              rcp_correction_get_start      (RcpCorrection *self);
guint              rcp_correction_get_end        (RcpCorrection *self);
const char        *rcp_correction_get_subject    (RcpCorrection *self);
const char        *rcp_correction_get_value      (RcpCorrection *self);
gint64             rcp_correction_get_created_us (RcpCorrection *self);
const char        *rcp_correction_get_subject_name (RcpCorrection *self);
const char        *rcp_correction_get_value_name   (RcpCorrection *self);

/* rcp-actor-words.c */
char              *rcp_correction_describe         (RcpCorrection *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
