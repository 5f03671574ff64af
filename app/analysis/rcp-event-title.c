#include "config.h"

#include "rcp-sentence-view.h"

#include <string.h>

/* As wide as a chip of the timeline holds. */
#define MAX_LENGTH 42
#define MAX_SUBJECT 22

static gboolean
is_any (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* The words of a range on one line, white space as single spaces. */
static char *
dup_words (const RcpSentenceView *view, RcpRange range)
{
  g_autofree char *text = rcp_segmented_text_dup_range (view->text, range);
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

static char *
dup_tokens (const RcpSentenceView *view, guint from, guint end)
{
  return dup_words (view, (RcpRange){ view->text->tokens[from].start, view->text->tokens[end - 1].end });
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

/* A surname for a person, an acronym for an organisation that has one. */
static char *
dup_short_name (const RcpFoundActor *actor)
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

static gboolean
ends_phrase (const RcpSentenceView *view, guint token)
{
  static const char *const words[] = {
    "avec", "pour", "afin", "lors", "dans", "en", "quant", "sur", "par", "que", "qu'", "selon", "apres", "avant", "depuis", "mais",
    "alors", "vers", "sans", "contre", "mardi", "ce", "hier", "et", "with", "for", "in", "on", "at", "by", "during", "after",
    "before", "to", "that", "who", "which", "as", "while", "when", "since", "and", "but", "from", "over", "qui", "dont",
    "s'est", "se", "s'", "a", "ont", "est", "sont", "was", "were", "has", "had", "is", "are", NULL
  };
  const RcpToken *at = &view->text->tokens[token];

  if (at->kind == RCP_TOKEN_PUNCTUATION)
    return strchr ("-/&", at->folded[0]) == NULL;
  for (guint i = 0; i < view->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[g_array_index (view->dates, guint, i)];

      if (date->range.start <= at->start && at->start < date->range.end)
        return TRUE;
    }
  return is_any (at->folded, words);
}

/* The phrase from @from on, as long as it fits, without small words at its end. */
static char *
dup_phrase (const RcpSentenceView *view, guint from, guint room)
{
  guint end = from, fits;

  while (end < view->limit && !ends_phrase (view, end))
    end++;
  fits = end;
  while (fits > from && view->text->tokens[fits - 1].end - view->text->tokens[from].start > room)
    fits--;
  /* A word is not cut at its hyphen. */
  while (fits > from
         && (view->text->tokens[fits - 1].kind == RCP_TOKEN_PUNCTUATION
             || (fits < view->limit && strcmp (view->text->tokens[fits].folded, "-") == 0 && fits < end)
             || rcp_sentence_view_is (view, fits - 1, RCP_CUE_STOP)
             || g_str_has_suffix (view->text->tokens[fits - 1].folded, "'")))
    fits--;
  return fits > from ? dup_tokens (view, from, fits) : NULL;
}

/* The object of a verb; "avec « effet immédiat »" and the like before it is stepped over. */
static guint
find_object (const RcpSentenceView *view, guint from)
{
  guint at = from;

  if (at + 1 < view->limit && is_any (view->text->tokens[at].folded, (const char *const[]){ "avec", "with", NULL })
      && view->text->tokens[at + 1].kind == RCP_TOKEN_PUNCTUATION)
    for (guint i = at + 2; i < view->limit && i < at + 10; i++)
      if (view->text->tokens[i].kind == RCP_TOKEN_PUNCTUATION)
        return i + 1;
  while (at < view->limit && (g_str_has_suffix (view->text->tokens[at].folded, "ment")
                              || g_str_has_suffix (view->text->tokens[at].folded, "ly")))
    at++;
  return at;
}

/* Whether a preposition stands before: a complement is no subject. */
static gboolean
is_complement (const RcpSentenceView *view, guint token)
{
  static const char *const prepositions[] = { "de", "du", "des", "d'", "a", "au", "aux", "avec", "contre", "par", "pour",
                                              "chez", "of", "with", "to", "from", "in", "at", "by", "for", "against", NULL };
  static const char *const articles[] = { "le", "la", "l'", "les", "the", NULL };
  guint at = token;

  if (at > view->first && is_any (view->text->tokens[at - 1].folded, articles))
    at--;
  return at > view->first && is_any (view->text->tokens[at - 1].folded, prepositions);
}

/* The doer of a verb: the last name before the first verb of its clause, or, in a relative clause, before the clause. */
static const RcpMention *
find_subject (const RcpSentenceView *view, const RcpHit *hit)
{
  const RcpMention *found = NULL;
  guint limit = hit->token;
  gboolean inside = FALSE;

  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->clause == hit->clause && !other->trigger.is_noun && other->tense != RCP_TENSE_NONE)
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
      if (token >= limit)
        continue;
      if (is_complement (view, token) || (inside && !is_inside))
        continue;
      found = mention;
      inside = is_inside;
    }
  return found;
}

/* A common noun in the plural stands last ("French troops"). */
static gboolean
is_plural_noun (const char *text)
{
  const char *space = strrchr (text, ' ');
  const char *word = space ? space + 1 : text;

  return g_unichar_islower (g_utf8_get_char (word)) && g_str_has_suffix (word, "s");
}

static char *
dup_subject (const RcpSentenceView *view, const RcpMention *mention, gboolean *plural)
{
  const RcpFoundActor *actor = view->findings->actors->pdata[mention->actor];
  guint token = rcp_sentence_view_token_at (view, mention->range.start);
  RcpRange range = mention->range;
  g_autofree char *text = NULL;

  *plural = FALSE;
  if (actor->kind == RCP_ACTOR_PERSON && mention->form == RCP_MENTION_NAME)
    return dup_short_name (actor);
  if (token > view->first)
    {
      const RcpToken *before = &view->text->tokens[token - 1];

      if (is_any (before->folded, (const char *const[]){ "le", "la", "l'", "les", "the", NULL }))
        range.start = before->start;
      *plural = strcmp (before->folded, "les") == 0;
    }
  text = dup_words (view, range);
  *plural = *plural || g_ascii_strncasecmp (text, "les ", 4) == 0 || is_plural_noun (text);
  if (g_utf8_strlen (text, -1) <= MAX_SUBJECT)
    return g_steal_pointer (&text);
  return dup_short_name (actor);
}

/* What does something without being an actor: the phrase that begins the main clause ("La digue de Lesnova"). */
static char *
dup_first_phrase (const RcpSentenceView *view, const RcpHit *hit, gboolean *plural)
{
  static const char *const articles[] = { "le", "la", "l'", "les", "un", "une", "des", "the", "a", "an", NULL };
  guint from = view->first, end;

  if (hit->clause != 0)
    return NULL;
  /* A dateline stands before a dash. */
  for (guint i = view->first; i < MIN (view->first + 12, hit->token); i++)
    if (strcmp (view->text->tokens[i].folded, "–") == 0 || strcmp (view->text->tokens[i].folded, "—") == 0)
      from = i + 1;
  if (from >= hit->token || !is_any (view->text->tokens[from].folded, articles))
    return NULL;
  *plural = is_any (view->text->tokens[from].folded, (const char *const[]){ "les", "des", NULL });
  for (end = from; end < hit->token && !ends_phrase (view, end); end++)
    ;
  if (end - from < 2 || view->text->tokens[end - 1].end - view->text->tokens[from].start > MAX_SUBJECT + 6)
    return NULL;
  return dup_tokens (view, from, end);
}

static char *
make_from_verb (const RcpSentenceView *view, const RcpHit *hit, int language)
{
  const RcpConcept *concept = hit->trigger.concept;
  const RcpMention *mention;
  g_autofree char *subject = NULL;
  g_autofree char *object = NULL;
  g_autofree char *title = NULL;
  gboolean plural;
  const char *verb;
  guint used;

  if (hit->trigger.is_noun || hit->is_passive || hit->tense == RCP_TENSE_NONE)
    return NULL;
  /* "présentera un plan de retrait": the object is part of the verb already. */
  if (hit->trigger.match.n_tokens > 1 && hit->end < view->limit
      && is_any (view->text->tokens[hit->end].folded, (const char *const[]){ "de", "d'", "du", "des", "of", NULL }))
    return NULL;
  mention = find_subject (view, hit);
  subject = mention ? dup_subject (view, mention, &plural) : dup_first_phrase (view, hit, &plural);
  if (subject == NULL)
    return NULL;
  verb = plural ? concept->plural[language] : concept->singular[language];
  used = g_utf8_strlen (subject, -1) + g_utf8_strlen (verb, -1) + 2;
  if (used + 6 > MAX_LENGTH)
    return NULL;
  object = dup_phrase (view, find_object (view, hit->end), MAX_LENGTH - used);
  if (object == NULL && mention == NULL)
    {
      title = g_strconcat (subject, " ", verb, NULL);
      return capitalise (title);
    }
  if (object == NULL || g_utf8_strlen (object, -1) < 5)
    return NULL;
  title = g_strconcat (subject, " ", verb, " ", object, NULL);
  return capitalise (title);
}

static char *
make_from_noun (const RcpSentenceView *view, const RcpHit *hit)
{
  g_autofree char *phrase = NULL;

  if (!hit->trigger.is_noun || hit->end >= view->limit
      || !is_any (view->text->tokens[hit->end].folded, (const char *const[]){ "de", "du", "des", "d'", "of", NULL }))
    return NULL;
  phrase = dup_phrase (view, hit->token, MAX_LENGTH);
  if (phrase == NULL || strchr (phrase, ' ') == NULL)
    return NULL;
  return capitalise (phrase);
}

/* Two of a kind: two people, or else two states, or the first two. */
static void
choose_pair (const RcpSentenceView *view, const GArray *actors, guint *pair)
{
  static const RcpActorKind kinds[] = { RCP_ACTOR_PERSON, RCP_ACTOR_STATE, RCP_ACTOR_ORGANISATION };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n = 0;

      for (guint i = 0; i < actors->len && n < 2; i++)
        {
          guint actor = g_array_index (actors, guint, i);

          if (((const RcpFoundActor *) view->findings->actors->pdata[actor])->kind == kinds[k])
            pair[n++] = actor;
        }
      if (n == 2)
        return;
    }
  pair[0] = g_array_index (actors, guint, 0);
  pair[1] = g_array_index (actors, guint, MIN (1, actors->len - 1));
}

static char *
make_from_actors (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors, int language)
{
  const RcpConcept *concept = hit->trigger.concept;
  const char *noun = concept->title[language];
  RcpFamily family = rcp_action_get_family (concept->action);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *own = NULL;
  g_autofree char *upper = NULL;
  guint pair_of[2];

  /* The article's own noun says more ("Procès"), but talks go by one name. */
  if (hit->trigger.is_noun && family != RCP_FAMILY_TALKS)
    {
      own = dup_tokens (view, hit->token, hit->end);
      upper = capitalise (own);
      noun = upper;
    }
  if (actors->len == 0)
    return g_strdup (noun);
  choose_pair (view, actors, pair_of);
  first = dup_short_name (view->findings->actors->pdata[pair_of[0]]);
  if (actors->len >= 2 && family == RCP_FAMILY_TALKS)
    {
      second = dup_short_name (view->findings->actors->pdata[pair_of[1]]);
      pair = g_strdup_printf ("%s %s–%s", noun, first, second);
      if (g_utf8_strlen (pair, -1) <= MAX_LENGTH)
        return g_steal_pointer (&pair);
    }
  return g_strdup_printf (language == 0 ? "%s : %s" : "%s: %s", noun, first);
}

/**
 * rcp_event_title_make:
 * @hit: (nullable): the word that tells the happening
 * @actors: (element-type guint): its actors, doers first
 *
 * A few words that name a happening, in the language of the article: doer, verb and object in the present where the
 * sentence has them, else the noun with what depends on it, else the noun and the actors. Mostly 42 characters or fewer.
 *
 * Returns: (transfer full): the title.
 */
char *
rcp_event_title_make (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors)
{
  int language = rcp_language_index (view->text->language);
  char *title = NULL;

  if (hit && language >= 0)
    {
      /* Two who talk are best named by the noun between them. */
      if (hit->trigger.concept->action != RCP_ACTION_CONSULT || actors->len < 2 || hit->trigger.concept->is_statement)
        title = make_from_verb (view, hit, language);
      if (title == NULL)
        title = make_from_noun (view, hit);
      if (title == NULL)
        title = make_from_actors (view, hit, actors, language);
    }
  if (title == NULL)
    {
      guint end = view->first;

      while (end < view->limit
             && view->text->tokens[end].end - view->text->tokens[view->first].start <= MAX_LENGTH)
        end++;
      while (end > view->first + 1
             && (view->text->tokens[end - 1].kind == RCP_TOKEN_PUNCTUATION
                 || rcp_sentence_view_is (view, end - 1, RCP_CUE_STOP)))
        end--;
      title = dup_tokens (view, view->first, MAX (end, view->first + 1));
    }
  return title;
}
