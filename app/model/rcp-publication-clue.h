#pragma once

#include "rcp-edtf.h"
#include "rcp-enums.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_PUBLICATION_CLUE (rcp_publication_clue_get_type ())

#define RCP_PUBLICATION_CLUE_NO_OTHER G_GINT64_CONSTANT (-1)

/**
 * RcpPublicationClue:
 * @kind: what sort of evidence it is
 * @words: (nullable): the words of the article, as written; NULL for what stands in no text
 * @range: where they stand in the article's text; empty where they don't
 * @allowed: (nullable): the days of publication that it leaves, alone or with the clues believed before it; NULL
 *   where it leaves none
 * @told: (nullable): the day or the days that the words speak of
 * @agrees: whether it agrees with what was believed; one that does not is shown as a conflict, never hidden
 * @other: the other article that dates the same happening: its row in a library, its index in a set analysed
 *   together; %RCP_PUBLICATION_CLUE_NO_OTHER for none
 *
 * One reason for a date of publication, or against it. Immutable, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  RcpPublicationClueKind kind;
  char *words;
  RcpRange range;
  RcpEdtf *allowed;
  RcpEdtf *told;
  gboolean agrees;
  gint64 other;
} RcpPublicationClue;

GType               rcp_publication_clue_get_type (void);
RcpPublicationClue *rcp_publication_clue_new      (RcpPublicationClueKind kind, const char *words, RcpRange range,
                                                   RcpEdtf *allowed, RcpEdtf *told, gboolean agrees, gint64 other);
RcpPublicationClue *rcp_publication_clue_ref      (RcpPublicationClue *self);
void                rcp_publication_clue_unref    (RcpPublicationClue *self);
gboolean            rcp_publication_clue_equal    (const RcpPublicationClue *a, const RcpPublicationClue *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpPublicationClue, rcp_publication_clue_unref)

G_END_DECLS
