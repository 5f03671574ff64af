#include "config.h"

#include "rcp-sentence-view.h"

#include <string.h>

#include "rcp-fold.h"

/* A stem is cut there, so that words that both languages took from Latin meet ("militaire", "military"). */
#define TERM_BYTES 6
#define MIN_WORD_BYTES 4

/* Numbers under this are in every sentence; years lie in dates. */
#define MIN_NUMBER 4

static guint32
hash_text (const char *text, gsize length)
{
  guint32 h = 2166136261u;

  for (gsize i = 0; i < length && text[i]; i++)
    h = (h ^ (guchar) text[i]) * 16777619u;
  return h ^ (h >> 17);
}

static void
add_term (GArray *terms, guint32 term)
{
  g_array_append_val (terms, term);
}

/* A term that means the same in both languages. */
static void
add_common_term (GArray *terms, const char *kind, const char *name)
{
  g_autofree char *whole = g_strconcat (kind, name, NULL);

  add_term (terms, RCP_TERM_COMMON | (hash_text (whole, strlen (whole)) & RCP_TERM_HASH));
}

static int
compare_terms (gconstpointer x, gconstpointer y)
{
  const guint32 *a = x, *b = y;

  return (*a > *b) - (*a < *b);
}

static gboolean
lies_in_name (const RcpSentenceView *view, const RcpToken *token)
{
  for (guint i = 0; i < view->mentions->len; i++)
    {
      const RcpMention *mention
          = &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, i));

      if (mention->form != RCP_MENTION_ROLE && mention->range.start <= token->start && token->end <= mention->range.end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
lies_in_date (const RcpSentenceView *view, const RcpToken *token)
{
  for (guint i = 0; i < view->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[g_array_index (view->dates, guint, i)];

      if (date->range.start <= token->start && token->end <= date->range.end)
        return TRUE;
    }
  return FALSE;
}

/* Places that only are where it happens: "à Londres", "in London". */
static void
add_places (const RcpSentenceView *view, int clause, GArray *terms)
{
  const RcpRange range = view->text->sentences[view->index].range;
  const GArray *mentions = view->findings->mentions;

  for (guint i = rcp_findings_find_mention (view->findings, range.start); i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);
      const RcpFoundActor *actor;

      if (mention->range.start >= range.end)
        break;
      if (mention->actor < 0 || mention->actor >= (gint64) view->findings->actors->len)
        continue;
      actor = view->findings->actors->pdata[mention->actor];
      if ((!mention->acting || actor->kind == RCP_ACTOR_PLACE)
          && (clause < 0
              || rcp_sentence_view_clause_at (view, rcp_sentence_view_token_at (view, mention->range.start)) == (guint) clause))
        add_common_term (terms, "place:", actor->key);
    }
}

static gboolean
is_in_clause (const RcpSentenceView *view, int clause, guint token)
{
  return clause < 0 || rcp_sentence_view_clause_at (view, token) == (guint) clause;
}

/**
 * rcp_account_collect_terms:
 * @clause: a clause; -1 for the whole sentence
 * @concept: (nullable): what kind of happening is told
 * @numbers: (element-type RcpFoundNumber): the numbers of the sentence
 * @terms: (element-type guint32): receives the terms, sorted
 *
 * Collects the content words: names of who acts and dates left out, which are compared by themselves. What happens besides,
 * places, numbers and words of word-families.tsv are terms that mean the same in both languages.
 */
void
rcp_account_collect_terms (const RcpSentenceView *view, int clause, const RcpConcept *concept, const GArray *numbers,
                           GArray *terms)
{
  guint32 language = rcp_language_index (view->text->language) == 1 ? RCP_TERM_ENGLISH : 0;
  guint hit_index = 0;

  g_array_set_size (terms, 0);
  for (guint i = view->first; i < view->limit; i++)
    {
      const RcpToken *token = &view->text->tokens[i];
      const char *family;

      if (token->kind == RCP_TOKEN_NUMBER && is_in_clause (view, clause, i) && !lies_in_date (view, token))
        add_common_term (terms, "number:", token->folded);
      while (hit_index < view->hits->len && g_array_index (view->hits, RcpHit, hit_index).end <= i)
        hit_index++;
      if (token->kind != RCP_TOKEN_WORD || !is_in_clause (view, clause, i)
          || rcp_sentence_view_is (view, i, RCP_CUE_STOP) || lies_in_name (view, token) || lies_in_date (view, token))
        continue;
      family = rcp_action_lexicon_get_family (view->lexicon, view->text, i, view->limit);
      if (family)
        add_common_term (terms, "family:", family);
      if (hit_index < view->hits->len && g_array_index (view->hits, RcpHit, hit_index).token <= i)
        {
          const RcpTrigger *trigger = &g_array_index (view->hits, RcpHit, hit_index).trigger;

          if (!trigger->concept->is_statement)
            add_common_term (terms, "concept:", trigger->concept->id);
        }
      else if (!family && token->length_bytes >= MIN_WORD_BYTES)
        {
          g_autofree char *stem = rcp_stem (token->folded, view->text->language);

          add_term (terms, (hash_text (stem, TERM_BYTES) & RCP_TERM_HASH & ~RCP_TERM_ENGLISH) | language);
        }
    }
  add_places (view, clause, terms);
  for (guint i = 0; i < numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (numbers, RcpFoundNumber, i);

      if (number->value >= MIN_NUMBER && is_in_clause (view, clause, rcp_sentence_view_token_at (view, number->range.start)))
        {
          char buffer[G_ASCII_DTOSTR_BUF_SIZE];

          add_common_term (terms, "number:", g_ascii_formatd (buffer, sizeof buffer, "%.6g", number->value));
        }
    }
  /* The kind of happening counts as two words. */
  if (concept && !concept->is_statement)
    {
      guint32 term;

      add_common_term (terms, "concept:", concept->id);
      term = g_array_index (terms, guint32, terms->len - 1) | RCP_TERM_KIND;
      add_term (terms, term);
    }
  g_array_sort (terms, compare_terms);
  for (guint i = 1; i < terms->len;)
    if (g_array_index (terms, guint32, i) == g_array_index (terms, guint32, i - 1))
      g_array_remove_index (terms, i);
    else
      i++;
}

/** rcp_account_add_actor: adds an actor that is not there yet. */
void
rcp_account_add_actor (GArray *actors, guint actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, guint, i) == actor)
      return;
  g_array_append_val (actors, actor);
}

static const RcpMention *
get_mention (const RcpSentenceView *view, guint i)
{
  return &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, i));
}

/* Whom a clause is about that does not name its subject: the name before a relative pronoun; the first one of the main
 * clause for a clause that opens the sentence ("Après avoir dénoncé l'accord, le Niger…"). */
static int
find_outer_subject (const RcpSentenceView *view, const RcpHit *hit)
{
  guint start = hit->token;
  int found = -1;

  if (hit->clause == 0)
    return -1;
  while (start > view->first && rcp_sentence_view_clause_at (view, start - 1) == hit->clause)
    start--;
  for (guint i = 0; i < view->mentions->len; i++)
    {
      guint token = rcp_sentence_view_token_at (view, get_mention (view, i)->range.start);

      if (token >= start && token < hit->token && rcp_sentence_view_clause_at (view, token) == hit->clause)
        return -1;
      if (start > view->first + 1 && token < start && rcp_sentence_view_is (view, start, RCP_CUE_RELATIVE))
        found = (int) get_mention (view, i)->actor;
      else if (start <= view->first + 1 && token > hit->token && found < 0 && !hit->trigger.is_noun
               && rcp_sentence_view_clause_at (view, token) == 0)
        found = (int) get_mention (view, i)->actor;
    }
  return found;
}

/**
 * rcp_account_collect_actors:
 * @hit: (nullable): the word that tells the happening
 * @actors: (element-type guint): receives indices of actors
 *
 * Collects the actors of the clause of @hit, or of the sentence where the clause has none; doers first.
 */
void
rcp_account_collect_actors (const RcpSentenceView *view, const RcpHit *hit, GArray *actors)
{
  int outer = hit ? find_outer_subject (view, hit) : -1;
  gboolean any = FALSE, has_agent = FALSE;

  for (guint i = hit ? hit->end : view->limit; hit && hit->is_passive && i < MIN (hit->end + 8, view->limit); i++)
    has_agent = has_agent || strcmp (view->text->tokens[i].folded, "par") == 0
                || strcmp (view->text->tokens[i].folded, "by") == 0;

  if (outer >= 0)
    rcp_account_add_actor (actors, (guint) outer);

  for (guint pass = 0; pass < 2 && !any; pass++)
    for (guint side = 0; side < 2; side++)
      for (guint i = 0; i < view->mentions->len; i++)
        {
          const RcpMention *mention = get_mention (view, i);
          guint token = rcp_sentence_view_token_at (view, mention->range.start);
          gboolean first = !hit || (token < hit->token) != has_agent;

          if ((hit && pass == 0 && rcp_sentence_view_clause_at (view, token) != hit->clause) || first != (side == 0))
            continue;
          rcp_account_add_actor (actors, (guint) mention->actor);
          any = TRUE;
        }
}
