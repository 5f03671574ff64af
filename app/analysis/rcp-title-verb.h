#pragma once

#include "rcp-action-lexicon.h"

G_BEGIN_DECLS

/**
 * RcpTitleForm:
 * @RCP_TITLE_FORM_SINGULAR: third person of the present, one doer
 * @RCP_TITLE_FORM_PLURAL: the same for several
 * @RCP_TITLE_FORM_INFINITIVE: infinitive; in English without "to"
 *
 * The form a verb takes in a title.
 */
typedef enum
{
  RCP_TITLE_FORM_SINGULAR,
  RCP_TITLE_FORM_PLURAL,
  RCP_TITLE_FORM_INFINITIVE,
} RcpTitleForm;

char *rcp_title_verb_conjugate (const RcpActionLexicon *lexicon, int language, const char *word, const char *folded,
                                RcpTitleForm form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
