#pragma once

#include "rcp-date-expression.h"
#include "rcp-mention.h"
#include "rcp-publication-clue.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/* Raised whenever a finder or a lexicon changes what it finds; articles that carry a lower number are analysed again. */
#define RCP_ANALYSIS_VERSION 5
/* What articles carry that were analysed while a file of the program was missing or damaged. */
#define RCP_ANALYSIS_VERSION_REDUCED 1

/**
 * RcpPublication:
 * @date: (nullable): when the article appeared
 * @basis: how that is known
 * @rule: how an inferred date was reached
 * @clue: (nullable): the words it was inferred from
 * @clue_range: where they stand; empty where they don't
 * @best_day: the most plausible day of @date; %RCP_DAY_INVALID without a date
 * @is_sure: @date is one day and nothing contradicts it
 * @clues: (element-type RcpPublicationClue): all that speaks for the date, what was believed first before the rest, and
 *   what contradicts it
 */
typedef struct
{
  RcpEdtf *date;
  RcpPublishedBasis basis;
  RcpDateRule rule;
  char *clue;
  RcpRange clue_range;
  gint32 best_day;
  gboolean is_sure;
  GPtrArray *clues;
} RcpPublication;

RcpPublication *rcp_publication_new  (RcpEdtf *date, RcpPublishedBasis basis, RcpDateRule rule, const char *clue,
                                      RcpRange clue_range);
RcpPublication *rcp_publication_copy (const RcpPublication *self);
gboolean        rcp_publication_equal (const RcpPublication *a, const RcpPublication *b);
void            rcp_publication_free (RcpPublication *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpPublication, rcp_publication_free)

/**
 * RcpFoundActor:
 * @kind: person, organisation, state or mere place
 * @key: "state:NE", "org:cedeao" for what a lexicon knows, else "person:" or "org:" and the folded name
 * @name: the fullest name the article gives, or the lexicon's
 * @aliases: (element-type utf8): every other form the article uses, roles included, as written, without doubles
 * @reasons: (element-type RcpAliasReason): why each of @aliases is a name of the actor
 * @roles: (element-type utf8): the aliases that are roles
 * @offices: (element-type utf8): the offices that the article gives it beside its name, in normal form ("ministre defense ML"),
 *   without doubles
 *
 * One actor as one article shows it, all its mentions joined.
 */
typedef struct
{
  RcpActorKind kind;
  char *key;
  char *name;
  GPtrArray *aliases;
  GArray *reasons;
  GPtrArray *roles;
  GPtrArray *offices;
} RcpFoundActor;

RcpFoundActor *rcp_found_actor_new  (RcpActorKind kind, const char *key, const char *name);
void           rcp_found_actor_free (RcpFoundActor *self);
void           rcp_found_actor_add_office (RcpFoundActor *self, const char *office);
void           rcp_found_actor_add_alias (RcpFoundActor *self, const char *alias, RcpAliasReason reason);

/**
 * RcpFoundNumber:
 * @range: where it stands in the article
 * @value: the number
 * @counted: (nullable): what it counts, folded and stemmed ("soldat"), or a class that both languages have ("dead"); with a
 *   "~" before it where the number is only about right, ">" where it is the least ("plus de 1000"), "<" where it is the most
 */
typedef struct
{
  RcpRange range;
  double value;
  char *counted;
} RcpFoundNumber;

/* What the bits of a term of an account say: with COMMON it means the same in both languages, with KIND as well it is the
 * kind of happening told; without it is a word's stem, ENGLISH or else French, alike but for that bit where the stems are. */
#define RCP_TERM_COMMON 0x80000000u
#define RCP_TERM_KIND 0xc0000000u
#define RCP_TERM_HASH 0x3fffffffu
#define RCP_TERM_ENGLISH 0x00000001u

/**
 * RcpFoundDetail:
 * @kind: on what kind of point another account may contradict it
 * @rank: which of the account's actors it is; -1 for none of them
 * @key: what is compared, the same in both languages ("doer:p", "object:minister/health", "accept", "!accept", "police");
 *   empty for the date, which is the account's own, or "said" where it is that of a statement
 * @range: the words
 *
 * Words of an account that another may contradict, beside its numbers and its place.
 */
typedef struct
{
  RcpDiscrepancyKind kind;
  int rank;
  char *key;
  RcpRange range;
} RcpFoundDetail;

/**
 * RcpFoundAccount:
 * @range: the whole sentence
 * @sentence: its index in the segmented text
 * @words: a hash of the words of the sentence, numbers included, which tells it from all others
 * @date: index of the date expression that dates it; -1 for none or an inherited one
 * @when: (nullable): the date of the happening
 * @when_rule: how it was reached; %RCP_DATE_RULE_INHERITED when taken over from a sentence before
 * @action: what was done
 * @status: done, planned…
 * @actors: (element-type guint): indices of its actors, doers first
 * @attribution: (nullable): whom it gives as its origin, as written
 * @attribution_range: where that stands
 * @quotation: in whose words it is told
 * @speaker: index of the actor who says it; -1 for nobody, or nobody known
 * @medium: (nullable): through what it was said, as written ("communiqué", "la radio publique")
 * @medium_range: where that stands
 * @mode: (nullable): the mode of the action in PLOVER where it is clear ("visit", "arrest")
 * @place: (nullable): where it happened, as written
 * @place_range: where that stands
 * @place_key: (nullable): the same place in whatever words and language ("city:agadez/NE", "state:NE")
 * @title: a few words that name the happening, in the article's language
 * @terms: (element-type guint32): hashes of the content words' stems and of what else it tells, sorted, without doubles;
 *   %RCP_TERM_COMMON and its like say what each is
 * @numbers: (element-type RcpFoundNumber): numbers it gives
 * @details: (element-type RcpFoundDetail): the words of its date, who took part in it and how, what was done, who says so
 * @is_lead: it stands in the title or the first paragraph
 *
 * A sentence that tells a happening.
 */
typedef struct
{
  RcpRange range;
  guint sentence;
  guint64 words;
  int date;
  RcpEdtf *when;
  RcpDateRule when_rule;
  RcpAction action;
  RcpStatus status;
  GArray *actors;
  char *attribution;
  RcpRange attribution_range;
  RcpQuotation quotation;
  int speaker;
  char *medium;
  RcpRange medium_range;
  char *mode;
  char *place;
  RcpRange place_range;
  char *place_key;
  char *title;
  GArray *terms;
  GArray *numbers;
  GArray *details;
  gboolean is_lead;
} RcpFoundAccount;

RcpFoundAccount *rcp_found_account_new  (void);
void             rcp_found_account_free (RcpFoundAccount *self);
guint            rcp_event_title_get_rank (const char *title);

/**
 * RcpFoundQuotation:
 * @range: what is said: what stands between the marks, or the words that render it
 * @kind: in whose words
 * @speaker: index of the actor who says it; -1 for nobody, or nobody known
 * @verb_range: where the verb stands that says it; empty for none
 * @attribution: (nullable): the words that name the origin, as written
 * @attribution_range: where they stand, maybe in another sentence
 * @medium: (nullable): through what it was said, as written
 * @medium_range: where that stands
 *
 * What a text gives as said by somebody.
 */
typedef struct
{
  RcpRange range;
  RcpQuotation kind;
  int speaker;
  RcpRange verb_range;
  char *attribution;
  RcpRange attribution_range;
  char *medium;
  RcpRange medium_range;
} RcpFoundQuotation;

RcpFoundQuotation *rcp_found_quotation_new  (void);
void               rcp_found_quotation_free (RcpFoundQuotation *self);

/**
 * RcpFingerprint:
 * @hash: of a run of words
 * @start: first code point of the run
 * @end: one past the last
 *
 * One winnowed fingerprint of a text (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
 */
typedef struct
{
  guint64 hash;
  guint start;
  guint end;
} RcpFingerprint;

#define RCP_TYPE_FINDINGS (rcp_findings_get_type ())

/**
 * RcpFindings:
 * @version: the analysis version that made them
 * @language: "fr", "en" or ""
 * @publication: when the article appeared
 * @dates: (element-type RcpDateExpression): in text order
 * @actors: (element-type RcpFoundActor): the article's own actors
 * @mentions: (element-type RcpMention): in text order; @actor is an index into @actors
 * @quotations: (element-type RcpFoundQuotation): what somebody is said to have said, in text order
 * @accounts: (element-type RcpFoundAccount): in text order
 * @fingerprints: (element-type RcpFingerprint): in text order
 * @n_words: words of the text that is read
 *
 * All that the analysis of one article finds. Immutable once returned, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  guint version;
  char *language;
  RcpPublication *publication;
  GPtrArray *dates;
  GPtrArray *actors;
  GArray *mentions;
  GPtrArray *quotations;
  GPtrArray *accounts;
  GArray *fingerprints;
  guint n_words;
} RcpFindings;

GType        rcp_findings_get_type (void);
RcpFindings *rcp_findings_new      (void);
RcpFindings *rcp_findings_ref      (RcpFindings *self);
void         rcp_findings_unref    (RcpFindings *self);
guint        rcp_findings_find_mention (const RcpFindings *self, guint position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFindings, rcp_findings_unref)

G_END_DECLS
