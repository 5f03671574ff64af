#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"
#include "rcp-phrase-table.h"

G_BEGIN_DECLS

/**
 * RcpConcept:
 * @id: names it ("talks"), the same in both languages
 * @action: the event type it belongs to
 * @singular: (array fixed-size=2): the verb in a title, for one doer, French and English
 * @plural: (array fixed-size=2): for several
 * @title: (array fixed-size=2): the noun in a title
 * @is_statement: merely says something: tells a happening only where nothing else in the sentence does
 * @is_toll: who was killed or hurt: yields to what did it, where the sentence tells that
 * @is_cause: what kills and hurts: a fire, a crash, an attack
 * @is_phase: that something begins or takes place: yields to the noun that says what
 *
 * A kind of happening, finer than the event types.
 */
typedef struct
{
  char *id;
  RcpAction action;
  char *singular[2];
  char *plural[2];
  char *title[2];
  gboolean is_statement;
  gboolean is_toll;
  gboolean is_cause;
  gboolean is_phase;
} RcpConcept;

/**
 * RcpTrigger:
 * @concept: what it tells of
 * @mode: the mode of the action in PLOVER; "" for none
 * @is_noun: a noun, not a verb
 * @is_weak: too common a word to tell a happening without a date
 * @match: where it stands
 */
typedef struct
{
  const RcpConcept *concept;
  const char *mode;
  gboolean is_noun;
  gboolean is_weak;
  RcpPhraseMatch match;
} RcpTrigger;

/**
 * RcpVerbForms:
 * @singular: third person of the present
 * @plural: the same for several
 * @infinitive: the infinitive, in English without "to"
 *
 * What a verb is in a title; from verb-forms.tsv, for verbs that no rule makes.
 */
typedef struct
{
  char *singular;
  char *plural;
  char *infinitive;
} RcpVerbForms;

/* Words that say how a happening is told; account-cues.tsv explains each. */
typedef enum
{
  RCP_CUE_PLAN,
  RCP_CUE_HEARSAY,
  RCP_CUE_NEGATION,
  RCP_CUE_AUX_PAST,
  RCP_CUE_AUX,
  RCP_CUE_BACKGROUND,
  RCP_CUE_RELATIVE,
  RCP_CUE_SUBORDINATE,
  RCP_CUE_OPENING,
  RCP_CUE_HELD,
  RCP_CUE_DURING,
  RCP_CUE_SOURCE,
  RCP_CUE_SAME,
  RCP_CUE_CONTINUING,
  RCP_CUE_AT_ONCE,
  RCP_CUE_ATTRIBUTION,
  RCP_CUE_VAGUE,
  RCP_CUE_STOP,
  RCP_N_CUES,
} RcpCue;

/**
 * RcpActionLexicon:
 *
 * The words that tell happenings, in French and English. Read once from resources/lexicon; immutable; any thread.
 */
typedef struct _RcpActionLexicon RcpActionLexicon;

RcpActionLexicon *rcp_action_lexicon_new          (GError **error);
void              rcp_action_lexicon_free         (RcpActionLexicon *self);
gboolean          rcp_action_lexicon_find_trigger (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at,
                                                   guint limit, gboolean noun, RcpTrigger *trigger);
gboolean          rcp_action_lexicon_has_cue      (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at,
                                                   guint limit, RcpCue cue);
guint             rcp_action_lexicon_match_cue    (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at,
                                                   guint limit, RcpCue cue);
const char       *rcp_action_lexicon_get_family   (const RcpActionLexicon *self, const RcpSegmentedText *text, guint at,
                                                   guint limit);
const RcpVerbForms *rcp_action_lexicon_find_verb  (const RcpActionLexicon *self, int language, const char *folded);
int               rcp_language_index              (const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpActionLexicon, rcp_action_lexicon_free)

G_END_DECLS
