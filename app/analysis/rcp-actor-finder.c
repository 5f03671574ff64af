#include "config.h"

#include "rcp-actor-finder.h"

#include "rcp-article-aliases.h"
#include "rcp-name-scanner.h"
#include "rcp-role-finder.h"

struct _RcpActorFinder
{
  const RcpLexicon *lexicon; /* not owned */
};

/**
 * rcp_actor_finder_new:
 * @lexicon: (transfer none): must outlive the finder
 * @error: never set today; a tagger's model will be read here
 *
 * Returns: (transfer full) (nullable)
 */
RcpActorFinder *
rcp_actor_finder_new (const RcpLexicon *lexicon, GError **error)
{
  RcpActorFinder *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (RcpActorFinder, 1);
  self->lexicon = lexicon;
  return self;
}

void
rcp_actor_finder_free (RcpActorFinder *self)
{
  g_free (self);
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
  g_autoptr (GArray) spans = NULL;
  g_autofree char *main_state = NULL;

  g_return_if_fail (self != NULL && text != NULL && actors != NULL && mentions != NULL);

  spans = rcp_name_scanner_scan (self->lexicon, text);
  main_state = rcp_role_main_state (self->lexicon, text, spans);
  rcp_role_finder_find (self->lexicon, text, main_state, spans);
  rcp_article_aliases_resolve (self->lexicon, text, document, main_state, spans, actors, mentions);
}
