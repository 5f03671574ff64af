#pragma once

#include "rcp-name-cue.h"
#include "rcp-lexicon.h"
#include "rcp-mention.h"

G_BEGIN_DECLS

/**
 * RcpNameSpan:
 * @first: index of its first token
 * @end: index one past its last token
 * @kind: person, organisation, state or place
 * @form: by name, by role or by metonymy
 * @acting: FALSE for a place that is only a place, and for a medium that is only quoted
 * @certain: the lexicon or two signs say so; FALSE for a guess that other mentions may overrule
 * @entry: (nullable): what the lexicon knows of it
 * @key: (nullable): the actor's key, where the words alone give it; owned
 * @role: (nullable): for a role, the office with what it is of ("ministre interieur ne"), without which two roles are
 *   never the same; owned
 * @short_role: (nullable): the same without what the office is of ("ministre ne"), as it is said again later; owned
 * @office: (nullable): for a role, the id of its office
 * @state: (nullable): for a role or a collective, the state whose it is
 * @is_elsewhere: for a role, that it is told as somebody's counterpart: no reason to call its holder so here
 * @is_bare: for a role, that neither a state nor a complement is told with it ("le ministre")
 * @is_title_of: for a role, first token of the name of the person it stands beside; -1 for none
 * @is_hidden: a title directly before a name: tells of the person's office and is no mention of its own
 * @group_size: how many actors "les deux pays" are, who are yet to be found; 0 for a span that names one
 * @gender: of such a group: 'f' for women, 'm' for men, 0 for any
 * @is_object: of such a group: nothing parts it from what is told before it in its sentence, which is not of it
 * @is_other: of such a group: "deux autres pays", which are not those named before
 *
 * A stretch of tokens that names something, before the names of one article are joined.
 */
typedef struct
{
  guint first;
  guint end;
  RcpActorKind kind;
  RcpMentionForm form;
  gboolean acting;
  gboolean certain;
  const RcpLexiconEntry *entry;
  char *key;
  char *role;
  char *short_role;
  const char *office;
  const char *state;
  gboolean is_elsewhere;
  gboolean is_bare;
  int is_title_of;
  gboolean is_hidden;
  guint group_size;
  char gender;
  gboolean is_object;
  gboolean is_other;
} RcpNameSpan;

GArray *rcp_name_spans_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void    rcp_name_spans_sort   (GArray *spans);
void    rcp_name_span_clear   (RcpNameSpan *span);
GArray *rcp_name_scanner_scan (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *names)
  G_GNUC_WARN_UNUSED_RESULT;

/* Small questions about tokens that all finders of names ask. */
guint    rcp_tokens_match_cue (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint at, guint limit,
                               RcpNameCue cue);
gboolean rcp_tokens_is        (const RcpSegmentedText *text, guint at, const char *words);
gboolean rcp_tokens_is_name   (const RcpSegmentedText *text, guint at);

G_END_DECLS
