#pragma once

#include "rcp-edtf.h"
#include "rcp-range.h"

G_BEGIN_DECLS

/* A file of more than this is no press article: the longest pages of the test corpora are under 6 MB. */
#define RCP_DOCUMENT_MAX_BYTES (32 * 1024 * 1024)

#define RCP_TYPE_DOCUMENT (rcp_document_get_type ())

/**
 * RcpSetAside:
 * @range: where it stands in the text
 * @kind: why it is not read
 *
 * A stretch of the text that is no part of the article: kept, shown folded, never analysed. A plain value.
 */
typedef struct
{
  RcpRange range;
  RcpSetAsideKind kind;
} RcpSetAside;

/**
 * RcpTextRepairs:
 * @RCP_TEXT_REPAIR_NONE: it stands as it was written
 * @RCP_TEXT_REPAIR_ENCODING: UTF-8 that had been read as windows-1252 ("Ã©") was undone
 * @RCP_TEXT_REPAIR_ENTITIES: entities that had been escaped twice ("&amp;eacute;") were decoded, in the title and the names
 * @RCP_TEXT_REPAIR_INVISIBLE: soft hyphens and marks that take no place were dropped
 *
 * What was repaired in a document before it was read; for the reader to say.
 */
typedef enum
{
  RCP_TEXT_REPAIR_NONE = 0,
  RCP_TEXT_REPAIR_ENCODING = 1 << 0,
  RCP_TEXT_REPAIR_ENTITIES = 1 << 1,
  RCP_TEXT_REPAIR_INVISIBLE = 1 << 2,
} RcpTextRepairs;

/**
 * RcpDocument:
 * @text: all the text, UTF-8, lines ending in "\n"; every offset of the program counts code points of this
 * @set_aside: RcpSetAside, in order, not overlapping
 * @title: (nullable): the title
 * @title_range: where it stands in @text; empty where it does not
 * @byline: (nullable): who signs it
 * @outlet: (nullable): who publishes it
 * @via: (nullable): who carries it, where that is another
 * @agency: (nullable): the news agency that it names beside its byline, or in its place
 * @language: (nullable): two-letter code, "fr" or "en" where the text itself says so, else as marked
 * @published: (nullable): the date of publication, where stated
 * @modified: (nullable): the date of its last change, where stated
 * @published_clue: (nullable): the words or the markup it was read from
 * @uri: (nullable): the canonical address
 * @repairs: what was repaired in it
 * @charset: the character set the bytes were read in
 *
 * One article as read from bytes, before analysis. Immutable once returned, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  char *text;
  GArray *set_aside;
  char *title;
  RcpRange title_range;
  char *byline;
  char *outlet;
  char *via;
  char *agency;
  char *language;
  RcpEdtf *published;
  RcpEdtf *modified;
  char *published_clue;
  char *uri;
  RcpTextRepairs repairs;
  char *charset;
} RcpDocument;

GType        rcp_document_get_type (void);
RcpDocument *rcp_document_read     (GBytes *bytes, const char *content_type, const char *name, const char *uri,
                                    GError **error);
char        *rcp_document_dup_article (const RcpDocument *self) G_GNUC_WARN_UNUSED_RESULT;
RcpDocument *rcp_document_ref      (RcpDocument *self);
void         rcp_document_unref    (RcpDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDocument, rcp_document_unref)

G_END_DECLS
