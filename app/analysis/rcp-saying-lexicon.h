#pragma once

#include <gio/gio.h>

#include "rcp-phrase-table.h"

G_BEGIN_DECLS

/* Kinds of words that tell who says what; resources/lexicon/sayings.tsv explains each. */
typedef enum
{
  RCP_SAYING_SAY,
  RCP_SAYING_STATE,
  RCP_SAYING_ANNOUNCE,
  RCP_SAYING_TELL,
  RCP_SAYING_QUOTE,
  RCP_SAYING_JUDGE,
  RCP_SAYING_ACCORDING,
  RCP_SAYING_ACCORDING_LOOSE,
  RCP_SAYING_NO_ORIGIN,
  RCP_SAYING_VOICE,
  RCP_SAYING_ORIGIN,
  RCP_SAYING_MEDIUM,
  RCP_SAYING_MEDIUM_LEAD,
  RCP_SAYING_MEDIUM_TAIL,
  RCP_SAYING_PLATFORM,
  RCP_SAYING_HEARER,
  RCP_SAYING_THAT,
  RCP_SAYING_REFUSAL,
  RCP_SAYING_AUX,
  RCP_SAYING_RELAY,
  RCP_SAYING_GOVERNS,
  RCP_SAYING_COMPLEMENT,
  RCP_SAYING_ARTICLE,
  RCP_SAYING_ARTICLE_F,
  RCP_SAYING_ARTICLE_M,
  RCP_SAYING_BREAK,
  RCP_SAYING_HE,
  RCP_SAYING_SHE,
  RCP_SAYING_IT,
  RCP_SAYING_THEY,
  RCP_SAYING_WHOEVER,
  RCP_N_SAYINGS,
} RcpSayingKind;

/**
 * RcpSayingLexicon:
 *
 * The words that tell who says what, in French and English. Read once from resources/lexicon; immutable; any thread.
 */
typedef struct _RcpSayingLexicon RcpSayingLexicon;

RcpSayingLexicon *rcp_saying_lexicon_new   (GError **error);
void              rcp_saying_lexicon_free  (RcpSayingLexicon *self);
gboolean          rcp_saying_lexicon_match (const RcpSayingLexicon *self, const RcpSegmentedText *text, guint at,
                                            guint limit, RcpSayingKind kind, RcpPhraseMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpSayingLexicon, rcp_saying_lexicon_free)

G_END_DECLS
