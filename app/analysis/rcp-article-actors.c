#include "config.h"

#include "rcp-article-aliases-private.h"

#include <string.h>

#include "rcp-alias-reason.h"
#include "rcp-fold.h"
#include "rcp-group-finder.h"

static gboolean
is_reporter (RcpArticleAliases *self, const RcpNameSpan *span, const char *byline)
{
  const RcpSentence *sentence = &self->text->sentences[self->text->tokens[span->first].sentence];
  g_autofree char *surface = NULL;
  g_autofree char *words = NULL;

  for (guint n = 1; n <= 3 && sentence->first_token + n <= span->first; n++)
    if (rcp_tokens_match_cue (self->lexicon, self->text, span->first - n, span->first, RCP_NAME_CUE_SAY) == n)
      {
        /* "rapporte X, de RFI" cites a reporter; "explique X" alone may be anyone. */
        guint end = sentence->first_token + sentence->n_tokens;

        for (guint i = span->end; i < end && i < span->end + 8; i++)
          {
            const RcpLexiconEntry *entry;

            if (rcp_lexicon_match (self->lexicon, self->text, i, end, RCP_LEXICON_ORGANISATION, &entry)
                && (strcmp (rcp_lexicon_entry_get_kind (entry), "media") == 0
                    || strcmp (rcp_lexicon_entry_get_kind (entry), "news-agency") == 0))
              return TRUE;
          }
      }
  if (byline == NULL || byline[0] == '\0')
    return FALSE;
  surface = rcp_article_aliases_dup_span (self, span);
  words = rcp_fold_words (surface);
  return strstr (byline, words) != NULL && strchr (words, ' ') != NULL;
}

/* The index of the actor that a draft becomes; it is made when first asked for. */
static guint
publish_actor (GHashTable *indices, RcpActorDraft *draft, GPtrArray *actors)
{
  RcpFoundActor *actor;
  gpointer index;

  if (g_hash_table_lookup_extended (indices, draft, NULL, &index))
    return GPOINTER_TO_UINT (index);
  if (draft->key == NULL)
    draft->key = g_strconcat ("person:", draft->words, NULL);
  actor = rcp_found_actor_new (draft->kind, draft->key, draft->name);
  for (guint j = 0; j < draft->aliases->len; j++)
    {
      const char *alias = draft->aliases->pdata[j];
      RcpAliasReason reason = g_array_index (draft->reasons, RcpAliasReason, j);

      if (reason == RCP_ALIAS_REASON_ARTICLE)
        reason = rcp_alias_reason_tell (draft->kind, draft->name, alias);
      rcp_found_actor_add_alias (actor, alias, reason);
    }
  for (guint j = 0; j < draft->offices->len; j++)
    rcp_found_actor_add_office (actor, draft->offices->pdata[j]);
  g_hash_table_insert (indices, draft, GUINT_TO_POINTER (actors->len));
  g_ptr_array_add (actors, actor);
  return actors->len - 1;
}

/* Who "les deux pays" are. A role tells of its state, too: after "son homologue russe" Russia has been named. */
static guint
find_members (RcpArticleAliases *self, guint index, gpointer members[RCP_GROUP_MAX_MEMBERS])
{
  if (self->state_of == NULL)
    {
      self->state_of = g_new0 (gpointer, self->spans->len + 1);
      for (guint i = 0; i < self->spans->len; i++)
        {
          const char *state = g_array_index (self->spans, RcpNameSpan, i).state;
          g_autofree char *key = state ? g_strconcat ("state:", state, NULL) : NULL;

          if (key && rcp_lexicon_get_state (self->lexicon, state))
            self->state_of[i] = rcp_article_aliases_draft (self, RCP_ACTOR_STATE, key, state);
        }
    }
  return rcp_group_members (self->lexicon, self->text, self->spans, (const gpointer *) self->of_span, self->state_of, index, members);
}

/**
 * rcp_article_actors_publish:
 *
 * Appends the actors that the drafts have become, in the order in which they are first named, and the mentions of all spans.
 */
void
rcp_article_actors_publish (RcpArticleAliases *self, GPtrArray *actors, GArray *mentions)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autofree char *byline
      = self->document && self->document->byline ? rcp_fold_words (self->document->byline) : NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const RcpNameSpan *span = &g_array_index (self->spans, RcpNameSpan, i);
      RcpMention mention = { .form = span->form, .acting = span->acting };
      gpointer members[RCP_GROUP_MAX_MEMBERS] = { self->of_span[i] };
      guint n = self->of_span[i] != NULL;

      if (span->group_size > 0)
        n = find_members (self, i, members);
      if (span->is_hidden)
        continue;
      mention.range.start = self->text->tokens[span->first].start;
      mention.range.end = self->text->tokens[span->end - 1].end;
      if (span->kind == RCP_ACTOR_PERSON && span->form == RCP_MENTION_NAME && n > 0
          && is_reporter (self, span, byline))
        mention.acting = FALSE;
      for (guint j = 0; j < n; j++)
        {
          mention.actor = publish_actor (indices, members[j], actors);
          g_array_append_val (mentions, mention);
        }
    }
}
