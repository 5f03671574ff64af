#include "config.h"

#include "rcp-title-phrase.h"

#include <string.h>

/* The doer takes no more than that, in characters, so that what is done has its room. */
#define MAX_SUBJECT 28
#define MAX_STATE 18

static const char *
word_at (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded;
}

static gboolean
is_acronym (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at), n++)
    if (!g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
  return n >= 2 && n <= 6;
}

/** rcp_title_dup_short_name: a surname for a person, an acronym for an organisation that has one. */
char *
rcp_title_dup_short_name (const RcpFoundActor *actor)
{
  if (actor->kind == RCP_ACTOR_PERSON)
    {
      const char *space = strrchr (actor->name, ' ');

      return g_strdup (space ? space + 1 : actor->name);
    }
  for (guint i = 0; actor->kind == RCP_ACTOR_ORGANISATION && i < actor->aliases->len; i++)
    if (is_acronym (actor->aliases->pdata[i]))
      return g_strdup (actor->aliases->pdata[i]);
  return g_strdup (actor->name);
}

/** rcp_title_has_proper_name: whether the actor is named, not only described. */
gboolean
rcp_title_has_proper_name (const RcpFoundActor *actor)
{
  return g_unichar_isupper (g_utf8_get_char (actor->name));
}

/* Whether a preposition stands before: a complement is no subject. */
static gboolean
is_complement (const RcpSentenceView *view, guint token)
{
  static const char *const prepositions[] = { "en", "dans", "de", "du", "des", "d'", "a", "au", "aux", "avec", "contre", "par", "pour",
                                              "chez", "of", "with", "to", "from", "in", "at", "by", "for", "against", NULL };
  static const char *const articles[] = { "le", "la", "l'", "les", "the", NULL };
  guint at = token;

  if (at > view->first && rcp_title_is_any (view->text->tokens[at - 1].folded, articles))
    at--;
  return at > view->first && rcp_title_is_any (view->text->tokens[at - 1].folded, prepositions);
}

/**
 * rcp_title_find_subject:
 *
 * Returns: (transfer none) (nullable): the doer of a verb: the last name before the first verb of its clause, or, in a
 *   relative clause, before the clause.
 */
const RcpMention *
rcp_title_find_subject (const RcpSentenceView *view, const RcpHit *hit)
{
  const RcpMention *found = NULL;
  guint limit = hit->token, from = view->first;
  gboolean inside = FALSE;

  /* What a colon closes is another sentence. */
  for (guint i = view->first; i < hit->token; i++)
    if (view->text->tokens[i].folded[0] == ':')
      from = i + 1;

  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->clause == hit->clause && other->token >= from && !other->trigger.is_noun && other->tense != RCP_TENSE_NONE)
        {
          limit = MIN (limit, other->token);
          break;
        }
    }
  for (guint i = 0; i < view->mentions->len; i++)
    {
      const RcpMention *mention
          = &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, i));
      guint token = rcp_sentence_view_token_at (view, mention->range.start);
      gboolean is_inside = rcp_sentence_view_clause_at (view, token) == hit->clause;

      /* "Après avoir dénoncé l'accord, le Niger…": the subject is that of the main clause. */
      if (token >= limit && found == NULL && hit->clause != 0 && rcp_sentence_view_clause_at (view, token) == 0)
        return mention;
      if (token >= limit || token < from)
        continue;
      if (is_complement (view, token) || (inside && !is_inside) || (hit->clause == 0 && !is_inside))
        continue;
      found = mention;
      inside = is_inside;
    }
  return found;
}

static gboolean
is_plural_head (const RcpSentenceView *view, guint from, guint end)
{
  static const char *const french[] = { "les", "des", "ces", "ses", "leurs", "plusieurs", "deux", "trois", "quatre", "cinq", NULL };
  static const char *const english[] = { "people", "police", "tens", "hundreds", "thousands", "men", "women", "children", NULL };
  guint head = from;
  const char *word;

  if (rcp_language_index (view->text->language) == 0)
    return rcp_title_is_any (word_at (view, from), french) || view->text->tokens[from].kind == RCP_TOKEN_NUMBER;
  while (head + 1 < end && !rcp_title_is_joint (view, head + 1))
    head++;
  word = word_at (view, head);
  return rcp_title_is_any (word, english)
         || (g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss")
             && (view->text->tokens[head].flags & RCP_TOKEN_ALL_CAPITALS) == 0
             && ((view->text->tokens[head].flags & RCP_TOKEN_CAPITALISED) == 0
                 || (view->text->tokens[head].flags & RCP_TOKEN_SENTENCE_START)));
}

/* The noun phrase a mention stands in, from its article to the words that follow its name. */
static char *
dup_around (const RcpSentenceView *view, const RcpMention *mention, guint limit, gboolean *plural)
{
  const gboolean french = rcp_language_index (view->text->language) == 0;
  guint first = rcp_sentence_view_token_at (view, mention->range.start);
  guint last = MIN (rcp_sentence_view_token_at (view, mention->range.end - 1) + 1, view->limit);
  guint start = first, end = last;
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;

  while (start > view->first && first - start < 3 && !rcp_title_is_article (view, start)
         && view->text->tokens[start - 1].kind == RCP_TOKEN_WORD && !rcp_title_breaks (view, start - 1)
         && (rcp_title_is_article (view, start - 1) || !rcp_title_is_joint (view, start - 1)))
    start--;
  if (start > view->first && is_complement (view, start))
    start = first;
  while (end < limit && end - last < 3 && !rcp_title_breaks (view, end) && !rcp_title_is_joint (view, end))
    end++;
  *plural = is_plural_head (view, start, end);
  if (!french && rcp_title_is_article (view, start) && start < first)
    start++;
  whole = rcp_title_dup_tokens (view, start, end);
  if (g_utf8_strlen (whole, -1) <= MAX_SUBJECT)
    return g_steal_pointer (&whole);
  name = rcp_title_dup_tokens (view, first, last);
  if (g_utf8_strlen (name, -1) + 4 > MAX_SUBJECT)
    return NULL;
  for (guint i = start; french && i < first; i++)
    if (rcp_title_is_article (view, i))
      {
        g_autofree char *article = rcp_title_dup_tokens (view, i, i + 1);

        return g_strconcat (article, g_str_has_suffix (word_at (view, i), "'") ? "" : " ", name, NULL);
      }
  return g_steal_pointer (&name);
}

/* The name of an actor with the article it has where the article names it ("le Niger"). */
static char *
dup_named (const RcpSentenceView *view, guint actor)
{
  const GArray *mentions = view->findings->mentions;
  g_autofree char *name = rcp_title_dup_short_name (view->findings->actors->pdata[actor]);

  for (guint i = 0; i < mentions->len && rcp_language_index (view->text->language) == 0; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);
      g_autofree char *text = NULL;
      guint at = 0, end = view->text->n_tokens;

      if (mention->actor != (int) actor || mention->form != RCP_MENTION_NAME)
        continue;
      text = rcp_title_dup_words (view, mention->range);
      while (at < end)
        {
          guint middle = at + (end - at) / 2;

          if (view->text->tokens[middle].end <= mention->range.start)
            at = middle + 1;
          else
            end = middle;
        }
      if (at > 0 && strcmp (text, name) == 0
          && rcp_title_is_any (word_at (view, at - 1), (const char *const[]){ "le", "la", "l'", "les", NULL }))
        {
          g_autofree char *article = rcp_title_dup_tokens (view, at - 1, at);

          return g_strconcat (article, g_str_has_suffix (word_at (view, at - 1), "'") ? "" : " ", name, NULL);
        }
    }
  return g_steal_pointer (&name);
}

/* "Le Mali et le Tchad": the names before, joined to the last one; the token of the first, or the last one's own. */
static guint
find_chain (const RcpSentenceView *view, guint token, gboolean *joined)
{
  guint first = token;

  *joined = FALSE;
  for (guint i = view->mentions->len; i-- > 0;)
    {
      const RcpMention *before
          = &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, i));
      guint start = rcp_sentence_view_token_at (view, before->range.start);
      guint end = rcp_sentence_view_token_at (view, before->range.end - 1) + 1;
      guint at = first;

      if (start >= first)
        continue;
      if (at > view->first && rcp_title_is_article (view, at - 1))
        at--;
      if (at == view->first || end != at - 1
          || !rcp_title_is_any (word_at (view, at - 1), (const char *const[]){ "et", "and", ",", NULL })
          || (!*joined && word_at (view, at - 1)[0] == ','))
        break;
      first = start;
      *joined = TRUE;
    }
  if (*joined && first > view->first && rcp_title_is_article (view, first - 1))
    first--;
  return first;
}

/**
 * rcp_title_dup_actor_subject:
 * @mention: the doer
 * @limit: where the verb's group begins
 * @plural: (out): whether there are several
 *
 * Returns: (transfer full) (nullable): the doer as a title has it: a surname, a state, the phrase around a role; NULL where
 *   it would take too much room.
 */
char *
rcp_title_dup_actor_subject (const RcpSentenceView *view, const RcpMention *mention, guint limit, gboolean *plural)
{
  const RcpFoundActor *actor = view->findings->actors->pdata[mention->actor];
  guint token = rcp_sentence_view_token_at (view, mention->range.start);
  gboolean joined;
  guint chain = find_chain (view, token, &joined);
  char *text;

  *plural = FALSE;
  if (joined && actor->kind != RCP_ACTOR_PERSON)
    {
      g_autofree char *all = rcp_title_dup_tokens (view, chain, rcp_sentence_view_token_at (view, mention->range.end - 1) + 1);

      *plural = TRUE;
      return g_utf8_strlen (all, -1) <= MAX_SUBJECT + 2 ? g_steal_pointer (&all) : NULL;
    }
  if (actor->kind == RCP_ACTOR_PERSON)
    {
      /* "Le premier ministre Untel" is Untel; the office alone stays. */
      g_autofree char *name = rcp_title_dup_short_name (actor);
      g_autofree char *before = limit > token ? rcp_title_dup_tokens (view, token, limit) : g_strdup ("");

      if (mention->form == RCP_MENTION_NAME || (rcp_title_has_proper_name (actor) && strstr (before, name) != NULL))
        return g_steal_pointer (&name);
    }
  text = dup_around (view, mention, limit, plural);
  /* A government takes the name of its state where its own is long; in French with the article the text gives it. */
  if (text == NULL || (actor->kind == RCP_ACTOR_STATE && g_utf8_strlen (text, -1) > MAX_STATE))
    {
      g_autofree char *named = dup_named (view, (guint) mention->actor);

      if (text == NULL || rcp_language_index (view->text->language) == 1 || !g_str_has_prefix (named, actor->name))
        {
          g_free (text);
          text = g_steal_pointer (&named);
          *plural = g_str_has_prefix (text, "les ") || g_str_has_prefix (text, "Les ");
        }
    }
  return text;
}

/**
 * rcp_title_dup_first_phrase:
 * @limit: where the verb's group begins
 * @clause: its clause
 * @bare: without its article
 * @plural: (out): whether there are several
 *
 * Returns: (transfer full) (nullable): what does something without being an actor: the phrase that begins the clause ("La
 *   digue du nord").
 */
char *
rcp_title_dup_first_phrase (const RcpSentenceView *view, guint limit, guint clause, gboolean bare, gboolean *plural)
{
  static const char *const conjunctions[] = { "car", "or", "mais", "puis", "enfin", "ainsi", "desormais", "but", "then", "so",
                                              "meanwhile", NULL };
  guint from = limit, end;

  if (clause == 0)
    for (from = view->first; from < limit && rcp_sentence_view_clause_at (view, from) != 0;)
      from++;
  else
    while (from > view->first && rcp_sentence_view_clause_at (view, from - 1) == clause)
      from--;
  /* "À Oslo, la foule…": what opens with a preposition ends with its comma. */
  if (from < limit && rcp_title_is_joint (view, from) && strcmp (word_at (view, from), "des") != 0)
    for (guint i = from + 1; i < MIN (from + 6, limit); i++)
      if (word_at (view, i)[0] == ',')
        {
          from = i + 1;
          break;
        }
  /* A dateline stands before a dash; "En mars," before a comma; "Mardi" before nothing. */
  for (guint i = from; i < limit; i++)
    if (rcp_title_is_any (word_at (view, i), (const char *const[]){ "–", "—", ":", NULL })
        || (word_at (view, i)[0] == ',' && i + 2 < limit && (i <= from + 1 || rcp_title_skip_date (view, i - 1) > i - 1)))
      from = i + 1;
  while (from < limit && (view->text->tokens[from].kind == RCP_TOKEN_PUNCTUATION || rcp_title_skip_date (view, from) > from
                          || rcp_title_is_any (word_at (view, from), (const char *const[]){ "que", "qu'", "that", NULL })))
    from = MAX (from + 1, rcp_title_skip_date (view, from));
  if (from >= limit || rcp_title_breaks (view, from)
      || (rcp_title_is_joint (view, from) && !rcp_title_is_article (view, from)
          && !rcp_title_is_any (word_at (view, from), (const char *const[]){ "des", NULL }))
      || rcp_title_is_any (word_at (view, from), (const char *const[]){
             "il", "elle", "ils", "elles", "on", "he", "she", "they", "it", "we", "i", "qui", "celui", "celle", "this", "that", "cela",
             "ce", "je", "nous", NULL }))
    return NULL;
  for (end = from + 1; end < limit && !rcp_title_breaks (view, end); end++)
    if (rcp_title_is_joint (view, end)
        && !rcp_title_is_any (word_at (view, end), (const char *const[]){ "de", "d'", "du", "des", "of", NULL }))
      break;
  *plural = is_plural_head (view, from, end);
  while (from + 1 < end && rcp_title_is_article (view, from) && (bare || rcp_language_index (view->text->language) == 1))
    from++;
  /* What is too long goes without its last complement. */
  while (end > from && view->text->tokens[end - 1].end - view->text->tokens[from].start > MAX_SUBJECT)
    do
      end--;
    while (end > from && !rcp_title_is_joint (view, end));
  /* "Their presence rested on…": a verb that the lexicon does not know. */
  if (end > from && rcp_language_index (view->text->language) == 1 && g_str_has_suffix (word_at (view, end - 1), "ed"))
    return NULL;
  if (end <= from || (end - from == 1 && rcp_title_is_any (word_at (view, from), conjunctions)) || (end - from == 1 && rcp_title_is_article (view, from)) || view->text->tokens[end - 1].kind == RCP_TOKEN_NUMBER)
    return NULL;
  return rcp_title_dup_tokens (view, from, end);
}
