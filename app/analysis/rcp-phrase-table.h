#pragma once

#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpWordForm:
 * @RCP_WORD_FORM_PLAIN: written in the lexicon as it is
 * @RCP_WORD_FORM_PRESENT: present of a verb, or the base form of an English one
 * @RCP_WORD_FORM_PAST: a finite past
 * @RCP_WORD_FORM_PARTICIPLE: a past participle; in English the past as well
 * @RCP_WORD_FORM_FUTURE: a French future
 * @RCP_WORD_FORM_CONDITIONAL: a French conditional
 * @RCP_WORD_FORM_INFINITIVE: a French infinitive
 * @RCP_WORD_FORM_GERUND: a present participle
 * @RCP_WORD_FORM_PLURAL: a plural noun
 *
 * What the ending of a word says of it.
 */
typedef enum
{
  RCP_WORD_FORM_PLAIN,
  RCP_WORD_FORM_PRESENT,
  RCP_WORD_FORM_PAST,
  RCP_WORD_FORM_PARTICIPLE,
  RCP_WORD_FORM_FUTURE,
  RCP_WORD_FORM_CONDITIONAL,
  RCP_WORD_FORM_INFINITIVE,
  RCP_WORD_FORM_GERUND,
  RCP_WORD_FORM_PLURAL,
} RcpWordForm;

/**
 * RcpPhraseMatch:
 * @value: what the phrase was added with
 * @n_tokens: how many tokens it covers
 * @form: form of its inflected word
 * @inflected: the token of that word, from the first
 */
typedef struct
{
  gint64 value;
  guint n_tokens;
  RcpWordForm form;
  guint inflected;
} RcpPhraseMatch;

/**
 * RcpPhraseTable:
 *
 * Runs of folded words, inflected by class, each with a number. Filled once, then read by any number of threads.
 */
typedef struct _RcpPhraseTable RcpPhraseTable;

RcpPhraseTable *rcp_phrase_table_new   (void);
void            rcp_phrase_table_free  (RcpPhraseTable *self);
void            rcp_phrase_table_add   (RcpPhraseTable *self, const char *phrase, guint max_gap, gint64 value);
gboolean        rcp_phrase_table_match (const RcpPhraseTable *self, const RcpSegmentedText *text, guint at, guint limit,
                                        RcpPhraseMatch *match);
gboolean        rcp_phrase_table_has   (const RcpPhraseTable *self, const RcpSegmentedText *text, guint at, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpPhraseTable, rcp_phrase_table_free)

G_END_DECLS
