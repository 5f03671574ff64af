#pragma once

#include "rcp-name-scanner.h"

G_BEGIN_DECLS

/**
 * RcpRoleContext:
 * @main_state: (nullable): ISO code of the state that the article is most about
 * @names: (element-type RcpNameSpan): the names found before, in text order
 * @begins: index into @names of the span that begins at each token; -1 for none
 * @ends: the same for the span that ends before each token
 * @states_of: folded nouns and offices to the state that stands beside them somewhere in the article, "" for several:
 *   whose "la junte" is when "la junte nigérienne" stands elsewhere
 * @offices_named: ids of offices that stand beside a name somewhere in the article: whose "le directeur" is
 * @roles_named: the same for offices with what they are of, in normal form
 * @last_office: (nullable): the office told last, which "son homologue" holds elsewhere
 * @last_of: what that office is of
 * @last_sentence: the sentence it stands in
 * @found: (element-type RcpNameSpan): receives roles and collectives
 *
 * What the finders of roles and of collectives share. Borrows everything.
 */
typedef struct
{
  const RcpLexicon *lexicon;
  const RcpSegmentedText *text;
  const char *main_state;
  const GArray *names;
  const int *begins;
  const int *ends;
  GHashTable *states_of;
  GHashTable *offices_named;
  GHashTable *roles_named;
  const RcpLexiconEntry *last_office;
  GString *last_of;
  guint last_sentence;
  GArray *found;
  gboolean is_french;
} RcpRoleContext;

void        rcp_role_finder_find       (const RcpLexicon *lexicon, const RcpSegmentedText *text, const char *main_state,
                                        GArray *spans);

char       *rcp_role_normal            (const RcpLexiconEntry *office, const char *of, gboolean is_of_body, const char *state,
                                        gboolean is_former)
  G_GNUC_WARN_UNUSED_RESULT;
void        rcp_role_append            (GString *role, const char *words);

/* rcp-role-words.c */
char       *rcp_role_main_state        (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans)
  G_GNUC_WARN_UNUSED_RESULT;
guint       rcp_role_adjective         (const RcpRoleContext *context, guint at, guint end, const char **state);
guint       rcp_role_of                (const RcpRoleContext *context, guint at, guint end);
guint       rcp_role_left              (const RcpRoleContext *context, guint head, guint start, const char **state);

const char *rcp_role_known_state       (const RcpRoleContext *context, const char *noun);
void        rcp_role_note_state        (const RcpRoleContext *context, const char *noun, const char *state);

/* rcp-collective-finder.c */
guint       rcp_collective_find_at     (const RcpRoleContext *context, guint at, guint end);

G_END_DECLS
