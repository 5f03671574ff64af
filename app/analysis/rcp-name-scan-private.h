#pragma once

#include "rcp-name-scanner.h"
#include "rcp-name-tagger.h"

G_BEGIN_DECLS

/* What the files of the name scanner share: how far a name goes (rcp-name-run.c), what it is (rcp-name-kind.c),
 * what the sequence model says of it (rcp-name-blend.c), and the walk over the text (rcp-name-scanner.c). */

/* A run of capitals longer than this is a list or a shouted line, not a name. */
#define RCP_NAME_MAX_TOKENS 14

/* The classes of which the longest match counts as a name by itself. */
#define RCP_NAME_CLASSES                                                                                               \
  (RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION | RCP_LEXICON_SEEN_PERSON       \
   | RCP_LEXICON_SEEN_ORGANISATION | RCP_LEXICON_SEEN_PLACE | RCP_LEXICON_DEMONYM)

/* A text on its way through the scanner. Borrows all it leads to. */
typedef struct
{
  const RcpLexicon *lexicon;
  const RcpSegmentedText *text;
  GHashTable *small; /* folded words that this text writes small; borrowed from the text */
  GHashTable *big;   /* folded words with a capital inside sentences, and how often; borrowed too */
  GHashTable *named; /* words that the model calls a name somewhere in this text, to their kind plus one; NULL without it */
  GArray *spans;     /* borrowed */
  guint sentence_end;
  gboolean is_shouted; /* capitals say nothing in this sentence */
  gboolean is_french;
} RcpNameScan;

static inline gboolean
rcp_token_is_word (const RcpToken *token)
{
  return token->kind == RCP_TOKEN_WORD || token->kind == RCP_TOKEN_MIXED;
}

gboolean     rcp_name_is_never        (RcpNameScan *scan, guint at);
gboolean     rcp_name_is_common_here  (RcpNameScan *scan, guint at);
gboolean     rcp_name_has_class       (RcpNameScan *scan, guint at, guint classes);
gboolean     rcp_name_is_acronym      (const RcpToken *token);
gboolean     rcp_name_is_date_word    (RcpNameScan *scan, guint at);
gboolean     rcp_name_begins          (RcpNameScan *scan, guint at);
guint        rcp_name_run_end         (RcpNameScan *scan, guint at);
guint        rcp_name_complement_end  (RcpNameScan *scan, guint at);

RcpNameSpan *rcp_name_push            (RcpNameScan *scan, guint first, guint end, RcpActorKind kind, gboolean certain);
gboolean     rcp_name_title_before    (RcpNameScan *scan, guint at);
gboolean     rcp_name_is_none         (RcpNameScan *scan, guint at);
guint        rcp_name_adjectives_end  (RcpNameScan *scan, guint at);
void         rcp_name_push_run        (RcpNameScan *scan, guint at, guint end);
guint        rcp_name_push_small_head (RcpNameScan *scan, guint at);
gboolean     rcp_name_push_known_at   (RcpNameScan *scan, guint first, guint end, RcpActorKind kind);
GHashTable  *rcp_name_blend_words     (const RcpNameScan *scan, const GArray *names) G_GNUC_WARN_UNUSED_RESULT;
void         rcp_name_blend           (RcpNameScan *scan, guint from, const GArray *names, guint *next, guint sentence_start);

G_END_DECLS
