#include "config.h"

#include "rcp-actor-finder.h"

#include "rcp-article-aliases.h"
#include "rcp-company-names.h"
#include "rcp-name-scanner.h"
#include "rcp-name-tagger.h"
#include "rcp-role-finder.h"

struct _RcpActorFinder
{
  const RcpLexicon *lexicon; /* not owned */
  RcpNameTagger *tagger;     /* owned; NULL without a model */
};

/**
 * rcp_actor_finder_new:
 * @lexicon: (transfer none): must outlive the finder
 * @model: (nullable): the sequence model of names; without one the lexicon and the rules do what they can
 *
 * Returns: (transfer full): a finder.
 */
RcpActorFinder *
rcp_actor_finder_new (const RcpLexicon *lexicon, RcpNameModel *model)
{
  RcpActorFinder *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (RcpActorFinder, 1);
  self->lexicon = lexicon;
  self->tagger = model ? rcp_name_tagger_new (model) : NULL;
  return self;
}

void
rcp_actor_finder_free (RcpActorFinder *self)
{
  g_clear_pointer (&self->tagger, rcp_name_tagger_free);
  g_free (self);
}

/* How many tokens the name of an outlet may have before the dash that parts it from the text. */
#define MAX_OUTLET_TOKENS 10

static gboolean
is_spaced_dash (const RcpSegmentedText *text, guint at)
{
  return rcp_tokens_is (text, at, "– — -") && (text->tokens[at].flags & RCP_TOKEN_GLUED) == 0 && at + 1 < text->n_tokens
         && (text->tokens[at + 1].flags & RCP_TOKEN_GLUED) == 0;
}

/* "The Valley Ledger – The dam…": who publishes does not act. A state or a town there is a dateline, and stays. */
static void
drop_outlet (const RcpSegmentedText *text, GArray *spans)
{
  for (guint i = 0; i < text->n_sentences && text->sentences[i].paragraph <= 1; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];
      guint dash = sentence->first_token, limit = sentence->first_token + sentence->n_tokens;

      if (sentence->is_heading || sentence->is_set_aside)
        continue;
      while (dash < limit && dash < sentence->first_token + MAX_OUTLET_TOKENS && !is_spaced_dash (text, dash))
        dash++;
      if (dash + 3 < limit && is_spaced_dash (text, dash))
        for (guint k = spans->len; k-- > 0;)
          {
            const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, k);

            if (span->first >= sentence->first_token && span->end <= dash
                && (span->kind == RCP_ACTOR_ORGANISATION || span->kind == RCP_ACTOR_PERSON))
              g_array_remove_index (spans, k);
          }
      break;
    }
}

/**
 * rcp_actor_finder_find:
 * @text: the article, cut
 * @document: (nullable): the article as read, for its byline and outlet
 * @actors: (element-type RcpFoundActor): receives the article's actors
 * @mentions: (element-type RcpMention): receives the mentions, in text order, a longer one before those
 * inside it; their actor is an index into @actors
 *
 * Finds names, then roles and collectives beside them, then joins what names the same actor. Sentences set
 * aside are left out. Time is linear in the text. Any thread.
 */
void
rcp_actor_finder_find (const RcpActorFinder *self, const RcpSegmentedText *text, const RcpDocument *document,
                       GPtrArray *actors, GArray *mentions)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autofree char *main_state = NULL;

  g_return_if_fail (self != NULL && text != NULL && actors != NULL && mentions != NULL);

  rcp_lexicon_prepare (self->lexicon, text);
  if (self->tagger)
    {
      names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
      if (!rcp_name_tagger_tag (self->tagger, text, names))
        g_clear_pointer (&names, g_array_unref);
    }
  spans = rcp_name_scanner_scan (self->lexicon, text, names);
  rcp_company_names_settle (self->lexicon, text, spans);
  drop_outlet (text, spans);
  main_state = rcp_role_main_state (self->lexicon, text, spans);
  rcp_role_finder_find (self->lexicon, text, main_state, spans);
  rcp_article_aliases_resolve (self->lexicon, text, document, main_state, spans, actors, mentions);
}
