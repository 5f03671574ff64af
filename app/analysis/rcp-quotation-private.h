#pragma once

#include "rcp-findings.h"
#include "rcp-lexicon.h"
#include "rcp-quoted-span.h"
#include "rcp-saying-lexicon.h"

G_BEGIN_DECLS

/* Private to the quotation finder. Places are tokens, the end exclusive, unless said otherwise. */

/**
 * RcpTokens:
 *
 * A run of tokens; empty where @end is not beyond @first.
 */
typedef struct
{
  guint first;
  guint end;
} RcpTokens;

static inline gboolean
rcp_tokens_are_empty (RcpTokens tokens)
{
  return tokens.end <= tokens.first;
}

/**
 * RcpSayingForm:
 * @RCP_SAYING_FORM_SUBJECT: "X said that…": what is said follows
 * @RCP_SAYING_FORM_AFTER: "…, said X", "…, X said": what is said stands before
 * @RCP_SAYING_FORM_ORIGIN: "according to X": the whole sentence is said
 * @RCP_SAYING_FORM_JUDGE: "X called it “…”": only what is quoted is said
 * @RCP_SAYING_FORM_COLON: "X is firm: “…”"
 */
typedef enum
{
  RCP_SAYING_FORM_SUBJECT,
  RCP_SAYING_FORM_AFTER,
  RCP_SAYING_FORM_ORIGIN,
  RCP_SAYING_FORM_JUDGE,
  RCP_SAYING_FORM_COLON,
} RcpSayingForm;

/**
 * RcpSaying:
 * @form: how it stands
 * @sentence: its sentence
 * @words: the words that name the origin
 * @source: who says it, as named there
 * @verb: the verb; empty for none
 * @content: what is said
 * @medium: through what; empty for none
 * @speaker: index of an actor; -1 for nobody known
 * @gender: of who is named without being known: 'f', 'm' or 0
 * @is_many: several say it
 *
 * One place where a text says that somebody says something.
 */
typedef struct
{
  RcpSayingForm form;
  guint sentence;
  RcpTokens words;
  RcpTokens source;
  RcpTokens verb;
  RcpTokens content;
  RcpTokens medium;
  int speaker;
  char gender;
  gboolean is_many;
} RcpSaying;

/**
 * RcpSayingVerb:
 * @kinds: bits of RcpSayingKind
 * @group: the verb with its auxiliary
 * @end: one past the verb itself
 * @pronoun: token of an inverted pronoun ("a-t-il dit"); 0 for none
 * @is_gerund: "adding"
 * @is_base: an English form that may be a noun or go with another verb ("report", "claims")
 */
typedef struct
{
  guint kinds;
  RcpTokens group;
  guint end;
  guint pronoun;
  gboolean is_gerund;
  gboolean is_base;
} RcpSayingVerb;

/**
 * RcpQuotationReader:
 * @sentence: the sentence that is read
 * @first: its first token
 * @limit: one past its last
 * @spans: (element-type RcpQuotedSpan): what stands between marks
 * @sayings: (element-type RcpSaying): what was found so far, in text order
 * @genders: 'f', 'm' or 0 for each actor
 *
 * A text while it is searched for who says what.
 */
typedef struct
{
  /* borrowed */
  const RcpSayingLexicon *lexicon;
  const RcpLexicon *names;
  const RcpSegmentedText *text;
  const RcpFindings *findings;

  /* owned */
  GArray *spans;
  GArray *sayings;
  char *genders;

  /* plain */
  gboolean french;
  guint sentence;
  guint first;
  guint limit;
} RcpQuotationReader;

/* rcp-quotation-reader.c */
guint      rcp_quotation_reader_match        (const RcpQuotationReader *self, guint token, guint limit,
                                              RcpSayingKind kind);
gboolean   rcp_quotation_reader_is           (const RcpQuotationReader *self, guint token, RcpSayingKind kind);
gboolean   rcp_quotation_reader_is_mark      (const RcpQuotationReader *self, guint token);
gboolean   rcp_quotation_reader_is_stop      (const RcpQuotationReader *self, guint token);
gboolean   rcp_quotation_reader_is_dated     (const RcpQuotationReader *self, guint token, guint *end);
gboolean   rcp_quotation_reader_is_preposed_a (const RcpQuotationReader *self, guint token);
const RcpQuotedSpan *
           rcp_quotation_reader_find_span    (const RcpQuotationReader *self, guint token);
const RcpQuotedSpan *
           rcp_quotation_reader_next_span    (const RcpQuotationReader *self, guint token);
guint      rcp_quotation_reader_find_mention (const RcpQuotationReader *self, guint token);
RcpTokens  rcp_quotation_reader_mention_tokens (const RcpQuotationReader *self, guint mention);
guint      rcp_quotation_reader_end_of_phrase (const RcpQuotationReader *self, guint from, guint limit);

gboolean   rcp_quotation_reader_is_pronoun  (const RcpQuotationReader *self, guint token);
gboolean   rcp_quotation_reader_is_relative (const RcpQuotationReader *self, guint token);
const RcpQuotedSpan *
           rcp_quotation_reader_get_opening  (const RcpQuotationReader *self, guint token);

/* rcp-saying-verb.c */
gboolean   rcp_saying_verb_read              (const RcpQuotationReader *self, guint token, RcpSayingVerb *verb);

/* rcp-saying-subject.c */
RcpTokens  rcp_saying_find_subject           (const RcpQuotationReader *self, guint verb, RcpTokens *apposed);
RcpTokens  rcp_saying_settle_joined          (const RcpQuotationReader *self, RcpTokens subject);
guint      rcp_saying_trim_days              (const RcpQuotationReader *self, guint first, guint end);
gboolean   rcp_saying_has_finite             (const RcpQuotationReader *self, guint from, guint to);
gboolean   rcp_saying_may_say                (const RcpQuotationReader *self, RcpTokens subject);
gboolean   rcp_saying_begins_source          (const RcpQuotationReader *self, RcpTokens source);
gboolean   rcp_saying_names_agent            (const RcpQuotationReader *self, RcpTokens source);

/* rcp-saying-finder.c */
void       rcp_sayings_find                  (RcpQuotationReader *self);

/* rcp-saying-origin.c */
RcpSaying *rcp_saying_add                    (RcpQuotationReader *self, RcpSayingForm form, RcpTokens words,
                                              RcpTokens source, RcpTokens verb, RcpTokens content);
void       rcp_saying_set_speaker            (RcpQuotationReader *self, RcpSaying *saying, guint pronoun);
RcpTokens  rcp_saying_find_apposed_name      (const RcpQuotationReader *self, guint comma);
void       rcp_saying_add_apposed            (const RcpQuotationReader *self, RcpSaying *saying, RcpTokens apposed);
void       rcp_saying_read_origin            (RcpQuotationReader *self, guint token, guint n);
void       rcp_saying_read_loose_origin      (RcpQuotationReader *self, guint token, guint n);
void       rcp_saying_read_colon             (RcpQuotationReader *self);
gboolean   rcp_saying_read_goes_on           (RcpQuotationReader *self);

/* rcp-speaker.c */
void       rcp_speakers_learn_genders        (RcpQuotationReader *self);
int        rcp_speaker_pick                  (const RcpQuotationReader *self, RcpTokens source, gboolean *is_many);
gboolean   rcp_speaker_is_plural             (const RcpQuotationReader *self, RcpTokens source);
int        rcp_speaker_resolve               (const RcpQuotationReader *self, guint pronoun);
gboolean   rcp_speaker_is_outlet             (const RcpQuotationReader *self, RcpTokens source, RcpTokens *outlet);

/* rcp-medium.c */
RcpTokens  rcp_medium_find_at                (const RcpQuotationReader *self, guint token);
RcpTokens  rcp_medium_find                   (const RcpQuotationReader *self, const RcpSaying *saying);

G_END_DECLS
