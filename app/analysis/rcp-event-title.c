#include "config.h"

#include "rcp-title-phrase.h"
#include "rcp-title-verb.h"

#include <string.h>

static const char *
word_at (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded;
}

/* The first token of the group of a verb: its auxiliaries, pronouns, negation, adverbs and what plans it. */
static guint
find_group_start (const RcpSentenceView *view, guint token)
{
  static const char *const inside[] = { "s'", "se", "ne", "n'", "pas", "y", "lui", "leur", "en", "deja", "also", "already", "again",
                                        "did", "does", "do", "to", "de", "d'", "not", "recently", "soon", "bientot", "then", "alors",
                                        "a", "ont", "ensemble", "both", "s'est", "«", "“", NULL };
  guint start = token;

  while (start > view->first)
    {
      guint at = start - 1;
      const char *word = word_at (view, at);
      gboolean adverb = strlen (word) > 8 && (g_str_has_suffix (word, "ement") || g_str_has_suffix (word, "ly"))
                        && !rcp_title_is_article (view, at - (at > view->first));

      if (rcp_title_is_any (word, inside) || adverb || rcp_sentence_view_is (view, at, RCP_CUE_AUX)
          || rcp_sentence_view_is (view, at, RCP_CUE_AUX_PAST) || rcp_sentence_view_is (view, at, RCP_CUE_PLAN)
          || (start < token && rcp_title_is_any (word, (const char *const[]){ "is", "are", NULL }))
          || rcp_sentence_view_is (view, at, RCP_CUE_HEARSAY))
        start = at;
      else
        break;
    }
  return start;
}

/* The token of the trigger that is its verb: not its auxiliary, not its pronoun. */
static guint
find_verb (const RcpSentenceView *view, const RcpHit *hit)
{
  guint at = hit->token + hit->trigger.match.inflected;

  while (at + 1 < hit->end
         && (rcp_sentence_view_is (view, at, RCP_CUE_AUX) || rcp_sentence_view_is (view, at, RCP_CUE_AUX_PAST)
             || rcp_title_is_any (word_at (view, at), (const char *const[]){ "s'", "se", "n'", "ne", "sont", NULL })))
    at++;
  return at;
}

/* What stands before a verb within its group: whether a pronoun makes it reflexive, what governs it. */
static guint
find_in_group (const RcpSentenceView *view, guint start, guint verb, const char *const *words)
{
  for (guint i = start; i < verb; i++)
    if (rcp_title_is_any (word_at (view, i), words))
      return i;
  return verb;
}

static char *
join_pronoun (const char *verb)
{
  g_autofree char *folded = g_utf8_normalize (verb, -1, G_NORMALIZE_NFD);

  return g_strconcat (folded && strchr ("aeiouyh", folded[0]) ? "s’" : "se ", verb, NULL);
}

static char *
dup_french_verb (const RcpSentenceView *view, const RcpHit *hit, guint start, guint verb, gboolean plural, RcpStatus status)
{
  static const char *const governing[] = { "compte", "comptent", "va", "vont", "doit", "doivent", "devrait", "devraient", "veut",
                                           "veulent", "souhaite", "souhaitent", "pourrait", "pourraient", NULL };
  static const char *const hearsay[] = { "aurait", "auraient", "serait", "seraient", NULL };
  g_autofree char *word = rcp_title_dup_tokens (view, verb, verb + 1);
  g_autofree char *form = NULL;
  gboolean ahead = hit->tense == RCP_TENSE_FUTURE || (status == RCP_STATUS_PLANNED && hit->tense == RCP_TENSE_NONE);
  guint governor = find_in_group (view, start, verb, governing), doubt = find_in_group (view, start, verb, hearsay);
  char *whole;

  if (hit->tense == RCP_TENSE_CONDITIONAL && doubt < verb)
    {
      g_autofree char *before = rcp_title_dup_tokens (view, doubt, doubt + 1);

      return g_strconcat (before, " ", word, NULL);
    }
  ahead = ahead || (hit->tense == RCP_TENSE_CONDITIONAL && governor < verb);
  form = rcp_title_verb_conjugate (view->lexicon, 0, word, word_at (view, verb),
                                   ahead ? RCP_TITLE_FORM_INFINITIVE : plural ? RCP_TITLE_FORM_PLURAL : RCP_TITLE_FORM_SINGULAR);
  if (form == NULL)
    return NULL;
  if (find_in_group (view, start, verb, (const char *const[]){ "s'", "se", "s'est", NULL }) < verb)
    {
      whole = join_pronoun (form);
      g_free (form);
      form = whole;
    }
  if (ahead)
    {
      g_autofree char *before = governor < verb ? rcp_title_dup_tokens (view, governor, governor + 1)
                                                : g_strdup (plural ? "vont" : "va");

      return g_strconcat (before, " ", form, NULL);
    }
  if (status == RCP_STATUS_DENIED)
    return g_strconcat (strchr ("aeiouyhé", form[0]) ? "n’" : "ne ", form, " pas", NULL);
  return g_steal_pointer (&form);
}

static char *
dup_english_verb (const RcpSentenceView *view, const RcpHit *hit, guint start, guint verb, gboolean plural, RcpStatus status)
{
  static const char *const modals[] = { "may", "might", "could", "would", NULL };
  static const char *const adverbs[] = { "reportedly", "allegedly", "supposedly", NULL };
  g_autofree char *word = rcp_title_dup_tokens (view, verb, verb + 1);
  gboolean ahead = hit->tense == RCP_TENSE_FUTURE || (status == RCP_STATUS_PLANNED && hit->tense == RCP_TENSE_NONE);
  guint modal = find_in_group (view, start, verb, modals), adverb = find_in_group (view, start, verb, adverbs);
  gboolean base = ahead || modal < verb || status == RCP_STATUS_DENIED || plural;
  g_autofree char *form = rcp_title_verb_conjugate (view->lexicon, 1, word, word_at (view, verb),
                                                    base ? RCP_TITLE_FORM_INFINITIVE : RCP_TITLE_FORM_SINGULAR);

  if (form == NULL)
    return NULL;
  if (modal < verb)
    return g_strconcat (word_at (view, modal), " ", form, NULL);
  if (adverb < verb)
    return g_strconcat (word_at (view, adverb), " ", form, NULL);
  if (ahead)
    return g_strconcat ("to ", form, NULL);
  if (status == RCP_STATUS_DENIED)
    return g_strconcat (plural ? "do not " : "does not ", form, NULL);
  return g_steal_pointer (&form);
}

/* "une enquête a été ouverte": a trigger that has its own subject. */
static gboolean
tells_by_noun (const RcpSentenceView *view, const RcpHit *hit)
{
  if (rcp_title_is_any (word_at (view, hit->token), (const char *const[]){ "s'", "se", "n'", "ne", NULL })
      || rcp_sentence_view_is (view, hit->token, RCP_CUE_AUX) || rcp_sentence_view_is (view, hit->token, RCP_CUE_AUX_PAST))
    return FALSE;
  for (guint i = hit->token + 1; i + 1 < hit->end; i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_AUX))
      return TRUE;
  return FALSE;
}

/* "Enquête ouverte par le parquet", "Residents evacuated to schools". */
static char *
make_from_passive (const RcpSentenceView *view, const RcpHit *hit)
{
  guint verb = find_verb (view, hit), end = MAX (hit->end, verb + 1);
  guint start = find_group_start (view, verb);
  g_autofree char *subject = NULL;
  g_autofree char *participle = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *title = NULL;
  gboolean plural;
  guint used;

  if (tells_by_noun (view, hit))
    {
      verb = hit->end - 1;
      subject = rcp_title_dup_tokens (view, hit->token, hit->token + 1);
    }
  else if (start > view->first)
    subject = rcp_title_dup_first_phrase (view, start, hit->clause, TRUE, &plural);
  if (subject == NULL)
    return NULL;
  participle = rcp_title_dup_tokens (view, verb, end);
  used = g_utf8_strlen (subject, -1) + g_utf8_strlen (participle, -1) + 2;
  if (used > RCP_TITLE_LENGTH)
    return NULL;
  end = MAX (end, rcp_title_skip_date (view, MIN (end, view->limit - 1)));
  if (end + 1 < view->limit && rcp_title_is_any (word_at (view, end), (const char *const[]){ "par", "by", "a", "to", "in", NULL }))
    {
      g_autofree char *lead = rcp_title_dup_tokens (view, end, end + 1);
      g_autofree char *phrase = rcp_title_dup_phrase (view, end + 1, used + g_utf8_strlen (lead, -1) + 1);

      rest = phrase ? g_strconcat (lead, " ", phrase, NULL) : NULL;
    }
  title = g_strconcat (subject, " ", participle, rest ? " " : "", rest ? rest : "", NULL);
  if (rest && g_utf8_strlen (title, -1) > RCP_TITLE_LENGTH)
    {
      g_free (title);
      title = g_strconcat (subject, " ", participle, NULL);
    }
  return rcp_title_capitalise (title);
}

static char *
make_from_verb (const RcpSentenceView *view, const RcpHit *hit, int language)
{
  /* The kinds of happening whose verbs may stand without an object. */
  static const char *const alone[] = { "death", "disaster", "protest", "visit", "leave", "close", "resume", "talks", NULL };
  RcpStatus status = rcp_hit_get_status (view, hit);
  const RcpMention *mention;
  g_autofree char *subject = NULL;
  g_autofree char *form = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *object = NULL;
  g_autofree char *title = NULL;
  gboolean plural = FALSE;
  guint verb, start, used, at;

  if (hit->trigger.is_noun || (hit->tense == RCP_TENSE_NONE && status != RCP_STATUS_PLANNED))
    return NULL;
  if (hit->is_passive || tells_by_noun (view, hit))
    return make_from_passive (view, hit);
  verb = find_verb (view, hit);
  start = find_group_start (view, verb);
  mention = rcp_title_find_subject (view, hit);
  if (mention != NULL)
    subject = rcp_title_dup_actor_subject (view, mention, start, &plural);
  /* What begins the clause and ends at its verb is the subject, be it that a name stands within. */
  if (mention == NULL || rcp_sentence_view_token_at (view, mention->range.end - 1) + 4 < start)
    {
      char *first = rcp_title_dup_first_phrase (view, start, hit->clause, FALSE, &plural);

      if (first != NULL || mention == NULL)
        {
          g_free (subject);
          subject = first;
        }
    }
  if (subject == NULL)
    return NULL;
  form = language == 0 ? dup_french_verb (view, hit, start, verb, plural, status)
                       : dup_english_verb (view, hit, start, verb, plural, status);
  if (form == NULL)
    return NULL;
  at = verb + 1;
  while (at < hit->end && rcp_title_is_adverb (view, at))
    at++;
  if (at < hit->end)
    rest = rcp_title_dup_tokens (view, at, hit->end);
  used = g_utf8_strlen (subject, -1) + g_utf8_strlen (form, -1) + 2 + (rest ? g_utf8_strlen (rest, -1) + 1 : 0);
  if (used > RCP_TITLE_LIMIT)
    return NULL;
  object = rcp_title_dup_object (view, MAX (hit->end, verb + 1), used);
  /* A verb that asks for an object says nothing without it. */
  if (object == NULL && rcp_title_is_any (hit->trigger.concept->id, alone))
    object = g_strdup ("");
  if (object == NULL || (*object == '\0' && rest == NULL && mention != NULL && !rcp_title_is_any (hit->trigger.concept->id, alone)))
    return NULL;
  title = g_strconcat (subject, " ", form, rest ? " " : "", rest ? rest : "", *object ? " " : "", object, NULL);
  return rcp_title_capitalise (title);
}

static char *
make_from_noun (const RcpSentenceView *view, const RcpHit *hit)
{
  g_autofree char *phrase = NULL;
  g_autofree char *alone = NULL;

  if (!hit->trigger.is_noun || hit->end >= view->limit)
    return NULL;
  phrase = rcp_title_dup_phrase (view, hit->token, RCP_TITLE_LIMIT - RCP_TITLE_LENGTH);
  alone = rcp_title_dup_tokens (view, hit->token, hit->end);
  if (phrase == NULL || strlen (phrase) <= strlen (alone))
    return NULL;
  return rcp_title_capitalise (phrase);
}

/* The article's title, or the part of it after its colon, or before its comma. */
static char *
make_from_headline (const RcpSentenceView *view)
{
  guint from = view->first, end = view->limit;

  while (end > from && view->text->tokens[end - 1].folded[0] == '.')
    end--;
  for (guint i = from; i < end && view->text->tokens[end - 1].end - view->text->tokens[from].start > RCP_TITLE_LIMIT; i++)
    if (word_at (view, i)[0] == ':')
      from = i + 1;
  for (guint i = from; i < end && view->text->tokens[end - 1].end - view->text->tokens[from].start > RCP_TITLE_LIMIT; i++)
    if (word_at (view, i)[0] == ',' && i >= from + 3)
      end = i;
  if (end < from + 3 || view->text->tokens[end - 1].end - view->text->tokens[from].start > RCP_TITLE_LIMIT
      || rcp_title_is_joint (view, from))
    return NULL;
  {
    g_autofree char *text = rcp_title_dup_tokens (view, from, end);

    return rcp_title_capitalise (text);
  }
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

/* Two who talk are named by the noun between them. */
static char *
make_from_pair (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors, int language)
{
  const char *noun = hit->trigger.concept->title[language];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  guint pair[2];

  if (strcmp (hit->trigger.concept->id, "talks") != 0 || actors->len < 2)
    return NULL;
  choose_pair (view, actors, pair);
  if (pair[0] == pair[1] || !rcp_title_has_proper_name (view->findings->actors->pdata[pair[0]])
      || !rcp_title_has_proper_name (view->findings->actors->pdata[pair[1]]))
    return NULL;
  first = rcp_title_dup_short_name (view->findings->actors->pdata[pair[0]]);
  second = rcp_title_dup_short_name (view->findings->actors->pdata[pair[1]]);
  for (guint i = view->first; language == 1 && i < view->limit; i++)
    if (rcp_title_is_any (word_at (view, i), (const char *const[]){ "phone", "telephone", "phoned", "call", NULL }))
      noun = "call";
  if (language == 0)
    title = g_strdup_printf ("%s %s–%s", noun, first, second);
  else
    {
      g_autofree char *lower = g_utf8_strdown (noun, -1);

      title = g_strdup_printf ("%s–%s %s", first, second, lower);
    }
  return g_utf8_strlen (title, -1) <= RCP_TITLE_LENGTH ? g_steal_pointer (&title) : NULL;
}

/* "à Niamey", "in Niamey": the first place a preposition brings. */
static char *
dup_place (const RcpSentenceView *view)
{
  static const char *const before[] = { "a", "au", "aux", "in", "at", NULL };

  for (guint i = view->first; i + 1 < view->limit; i++)
    {
      guint end = i + 1;

      if (!rcp_title_is_any (word_at (view, i), before) || !rcp_title_is_joint (view, i) || rcp_title_skip_date (view, i) > i)
        continue;
      while (end < view->limit && end < i + 4
             && (view->text->tokens[end].flags & RCP_TOKEN_CAPITALISED || (end > i + 1 && word_at (view, end)[0] == '-')))
        end++;
      if (end > i + 1)
        {
          g_autofree char *text = rcp_title_dup_tokens (view, i, end);
          g_autofree char *first = g_utf8_substring (text, 0, 1);
          g_autofree char *lower = g_utf8_strdown (first, -1);

          return g_strconcat (strcmp (lower, "a") == 0 && text[1] == ' ' ? "à" : lower, text + strlen (first), NULL);
        }
    }
  return NULL;
}

/* What is refused, blamed or asked stands with a preposition that is no place. */
static gboolean
may_have_place (RcpAction action)
{
  return action != RCP_ACTION_REJECT && action != RCP_ACTION_ACCUSE && action != RCP_ACTION_REQUEST
         && action != RCP_ACTION_SANCTION && action != RCP_ACTION_THREATEN;
}

static char *
make_from_actors (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors, int language)
{
  const char *noun = hit->trigger.concept->title[language];
  RcpFamily family = rcp_action_get_family (hit->trigger.concept->action);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *own = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *place = NULL;
  guint pair[2];

  /* The article's own noun says more ("Procès"), but talks go by one name. */
  if (hit->trigger.is_noun && family != RCP_FAMILY_TALKS)
    {
      own = rcp_title_dup_tokens (view, hit->token, hit->end);
      upper = rcp_title_capitalise (own);
      noun = upper;
    }
  if (!hit->trigger.concept->is_statement && may_have_place (hit->trigger.concept->action)
      && (family != RCP_FAMILY_TALKS || actors->len < 2))
    place = dup_place (view);
  if (place && g_utf8_strlen (noun, -1) + g_utf8_strlen (place, -1) < RCP_TITLE_LENGTH)
    return g_strconcat (noun, " ", place, NULL);
  if (actors->len == 0)
    return g_strdup (noun);
  choose_pair (view, actors, pair);
  if (!rcp_title_has_proper_name (view->findings->actors->pdata[pair[0]]))
    pair[0] = pair[1];
  first = rcp_title_dup_short_name (view->findings->actors->pdata[pair[0]]);
  if (actors->len >= 2 && pair[0] != pair[1] && rcp_title_has_proper_name (view->findings->actors->pdata[pair[1]]) && family == RCP_FAMILY_TALKS)
    {
      g_autofree char *both = NULL;

      second = rcp_title_dup_short_name (view->findings->actors->pdata[pair[1]]);
      both = g_strdup_printf ("%s %s–%s", noun, first, second);
      if (g_utf8_strlen (both, -1) <= RCP_TITLE_LENGTH)
        return g_steal_pointer (&both);
    }
  return g_strdup_printf (language == 0 ? "%s : %s" : "%s: %s", noun, first);
}

/* Another verb of the same clause says what the noun only names ("travelled to Moscow for talks"). */
static char *
make_from_others (const RcpSentenceView *view, const RcpHit *hit, int language)
{
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);
      char *title;

      if (other == hit || other->trigger.is_noun || other->trigger.concept->is_statement || (other->date >= 0 && other->date != hit->date)
          || (other->clause != hit->clause && other->trigger.concept != hit->trigger.concept))
        continue;
      title = make_from_verb (view, other, language);
      if (title != NULL)
        return title;
    }
  return NULL;
}

/* The first words of the sentence. */
static char *
make_from_start (const RcpSentenceView *view)
{
  guint end = view->first;

  while (end < view->limit && view->text->tokens[end].end - view->text->tokens[view->first].start <= RCP_TITLE_LENGTH)
    end++;
  while (end > view->first + 1
         && (view->text->tokens[end - 1].kind == RCP_TOKEN_PUNCTUATION || rcp_sentence_view_is (view, end - 1, RCP_CUE_STOP)))
    end--;
  return rcp_title_dup_tokens (view, view->first, MAX (end, view->first + 1));
}

/* The same with the apostrophe that is printed: copies of one sentence, typed and printed, give one title. */
static char *
set_apostrophes (const char *title)
{
  GString *set = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p++)
    {
      gboolean is_within = p > title && !g_ascii_isspace (p[-1]) && p[1] != '\0' && !g_ascii_isspace (p[1]);

      if (*p == '\'' && is_within)
        g_string_append (set, "’");
      else
        g_string_append_c (set, *p);
    }
  return g_string_free (set, FALSE);
}

/**
 * rcp_event_title_make:
 * @hit: (nullable): the word that tells the happening
 * @actors: (element-type guint): its actors, doers first
 *
 * A few words that name a happening, in the language of the article: those who talk with the noun between them; doer, verb
 * and object in the present where the sentence has them; the noun with what depends on it; the article's title; else the
 * noun with its place or its actors. Mostly 42 characters or fewer, 48 at most where they are whole.
 *
 * Returns: (transfer full): the title.
 */
char *
rcp_event_title_make (const RcpSentenceView *view, const RcpHit *hit, const GArray *actors)
{
  int language = rcp_language_index (view->text->language);
  g_autofree char *title = NULL;

  if (hit && language >= 0)
    {
      title = make_from_pair (view, hit, actors, language);
      if (title == NULL && view->is_title)
        title = make_from_headline (view);
      if (title == NULL && !hit->trigger.concept->is_statement)
        title = make_from_verb (view, hit, language);
      if (title == NULL)
        title = make_from_noun (view, hit);
      if (title == NULL)
        title = make_from_others (view, hit, language);
      if (title == NULL)
        title = make_from_actors (view, hit, actors, language);
    }
  if (title == NULL)
    title = make_from_start (view);
  return set_apostrophes (title);
}

/**
 * rcp_event_title_get_rank:
 * @title: (nullable): a title made by rcp_event_title_make()
 *
 * Returns: how much it says: 0 nothing, 1 a word, 2 a noun and an actor ("Departure: Greece"), 3 who did what, or a
 *   whole noun phrase. Any thread.
 */
guint
rcp_event_title_get_rank (const char *title)
{
  if (title == NULL || title[0] == '\0')
    return 0;
  if (strchr (title, ' ') == NULL)
    return 1;
  return strstr (title, ": ") ? 2 : 3;
}
