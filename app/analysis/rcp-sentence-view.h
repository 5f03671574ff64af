#pragma once

#include "rcp-action-lexicon.h"
#include "rcp-findings.h"

G_BEGIN_DECLS

/* Private to the account finder: one sentence with what was found in it. */

/**
 * RcpTense:
 * @RCP_TENSE_NONE: no tense of its own: an infinitive, an adjective, a noun
 * @RCP_TENSE_PRESENT: present
 * @RCP_TENSE_PAST: past
 * @RCP_TENSE_PLUPERFECT: before another past
 * @RCP_TENSE_FUTURE: future, or a verb that something planned governs
 * @RCP_TENSE_CONDITIONAL: the conditional of hearsay
 */
typedef enum
{
  RCP_TENSE_NONE,
  RCP_TENSE_PRESENT,
  RCP_TENSE_PAST,
  RCP_TENSE_PLUPERFECT,
  RCP_TENSE_FUTURE,
  RCP_TENSE_CONDITIONAL,
} RcpTense;

/**
 * RcpHit:
 * @trigger: the word
 * @token: where it begins
 * @end: one past its last token
 * @clause: its clause
 * @tense: its tense
 * @date: index of the date expression that dates it; -1 for none
 * @is_passive: its doer, if any, follows it
 *
 * A word of a sentence that tells a happening.
 */
typedef struct
{
  RcpTrigger trigger;
  guint token;
  guint end;
  guint clause;
  RcpTense tense;
  int date;
  gboolean is_passive;
} RcpHit;

/**
 * RcpSentenceView:
 * @first: its first token
 * @limit: one past the last
 * @index: its number
 * @is_title: it is the title of the article
 * @clauses: (element-type guint): the clause of each token; 0 is the main clause
 * @dates: (element-type guint): indices of its date expressions that are points or stretches of time, resolved or not
 * @mentions: (element-type guint): indices of its mentions of actors that act
 * @hits: (element-type RcpHit): its words that tell a happening, in order
 */
typedef struct
{
  const RcpActionLexicon *lexicon;
  const RcpSegmentedText *text;
  const RcpFindings *findings;
  guint first;
  guint limit;
  guint index;
  gboolean is_title;
  GArray *clauses;
  GArray *dates;
  GArray *mentions;
  GArray *hits;
} RcpSentenceView;

void     rcp_sentence_view_init      (RcpSentenceView *view, const RcpActionLexicon *lexicon, const RcpSegmentedText *text,
                                      const RcpFindings *findings);
void     rcp_sentence_view_clear     (RcpSentenceView *view);
void     rcp_sentence_view_read      (RcpSentenceView *view, guint sentence, gboolean is_title);
guint    rcp_sentence_view_clause_at (const RcpSentenceView *view, guint token);
guint    rcp_sentence_view_token_at  (const RcpSentenceView *view, guint position);
gboolean rcp_sentence_view_is        (const RcpSentenceView *view, guint token, RcpCue cue);

void      rcp_clauses_mark           (RcpSentenceView *view);
void      rcp_hits_find              (RcpSentenceView *view);
void      rcp_hits_date              (RcpSentenceView *view);
void      rcp_account_add_actor      (GArray *actors, guint actor);
void      rcp_account_collect_actors (const RcpSentenceView *view, const RcpHit *hit, GArray *actors);
void      rcp_account_collect_terms  (const RcpSentenceView *view, int clause, const RcpConcept *concept,
                                      const GArray *numbers, GArray *terms);
RcpStatus rcp_hit_get_status         (const RcpSentenceView *view, const RcpHit *hit);
void      rcp_attribution_fill       (const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account);
char     *rcp_event_title_make       (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpSentenceView, rcp_sentence_view_clear)

G_END_DECLS
