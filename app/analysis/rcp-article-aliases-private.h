#pragma once

#include "rcp-article-aliases.h"

G_BEGIN_DECLS

/* What the files share that make actors of an article's names: which spans name the same one (rcp-article-aliases.c), and the
 * actors and mentions that come of it (rcp-article-actors.c). */

/**
 * RcpActorDraft:
 *
 * An actor in the making.
 */
typedef struct
{
  RcpActorKind kind;
  char *key;
  char *name;  /* what is shown: the fullest form, or the lexicon's */
  char *words; /* the fullest form, folded */
  guint n_words;
  GPtrArray *aliases; /* of char * */
  GArray *reasons;    /* of RcpAliasReason: why each is a name of it */
  GPtrArray *offices; /* of char *: held, in normal form */
} RcpActorDraft;

/**
 * RcpArticleAliases:
 *
 * The spans of one article, and the actors they name so far.
 */
typedef struct
{
  const RcpLexicon *lexicon;
  const RcpSegmentedText *text;
  const RcpDocument *document;
  GArray *spans;
  GPtrArray *drafts;    /* of RcpActorDraft */
  GHashTable *by_key;   /* of char * to RcpActorDraft *, borrowed */
  GHashTable *by_words; /* of folded full names and aliases to RcpActorDraft *; keys owned */
  GHashTable *by_last;  /* of the words of persons' names to GPtrArray of RcpActorDraft; keys owned */
  GHashTable *by_role;  /* of normal roles to RcpActorDraft *; keys owned */
  GHashTable *by_office; /* of offices beside names to GArray of guint: their spans, in text order; keys owned */
  RcpActorDraft **of_span;
  gpointer *state_of; /* of the spans that tell of a state to its RcpActorDraft *; NULL until asked for */
  const char *main_state;
} RcpArticleAliases;

char          *rcp_article_aliases_dup_span (RcpArticleAliases *self, const RcpNameSpan *span) G_GNUC_WARN_UNUSED_RESULT;
RcpActorDraft *rcp_article_aliases_draft    (RcpArticleAliases *self, RcpActorKind kind, const char *key, const char *surface);

/* rcp-article-actors.c */
void           rcp_article_actors_publish   (RcpArticleAliases *self, GPtrArray *actors, GArray *mentions);

G_END_DECLS
