#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* A pronoun stands for whom the sentences before it speak of, no further back. */
#define RESOLVE_SENTENCES 3
#define SAYING_SENTENCES 4

static const char *
word_at (const RcpQuotationReader *self, guint token)
{
  return self->text->tokens[token].folded;
}

static const RcpMention *
get_mention (const RcpQuotationReader *self, guint i)
{
  return &g_array_index (self->findings->mentions, RcpMention, i);
}

static const RcpFoundActor *
get_actor (const RcpQuotationReader *self, gint64 actor)
{
  return actor >= 0 && actor < (gint64) self->findings->actors->len ? self->findings->actors->pdata[actor] : NULL;
}

/* Whether any token of the run is a word of the kind. */
static gboolean
holds (const RcpQuotationReader *self, RcpTokens run, RcpSayingKind kind)
{
  for (guint i = run.first; i < run.end; i++)
    if (rcp_quotation_reader_match (self, i, run.end, kind) > 0)
      return TRUE;
  return FALSE;
}

static int
weigh_gender (const RcpQuotationReader *self, RcpTokens run)
{
  return (holds (self, run, RCP_SAYING_ARTICLE_F) ? 1 : 0) - (holds (self, run, RCP_SAYING_ARTICLE_M) ? 1 : 0);
}

/**
 * rcp_speakers_learn_genders:
 *
 * Tells for each actor whether the text speaks of a woman or a man, or of a noun of one gender: by articles and titles
 * before its mentions, by roles beside them, by first names that only one of both bears.
 */
void
rcp_speakers_learn_genders (RcpQuotationReader *self)
{
  g_autofree int *weights = g_new0 (int, self->findings->actors->len + 1);

  self->genders = g_new0 (char, self->findings->actors->len + 1);
  for (guint i = 0; i < self->findings->mentions->len; i++)
    {
      const RcpMention *mention = get_mention (self, i);
      const RcpFoundActor *actor = get_actor (self, mention->actor);
      RcpTokens run = rcp_quotation_reader_mention_tokens (self, i);
      const RcpLexiconEntry *entry;
      guint before = run.first;

      if (actor == NULL || mention->form == RCP_MENTION_GROUP || rcp_tokens_are_empty (run))
        continue;
      if (actor->kind == RCP_ACTOR_PERSON || self->french)
        weights[mention->actor] += weigh_gender (self, run);
      while (before > self->text->sentences[self->text->tokens[run.first].sentence].first_token && before + 3 > run.first
             && !rcp_quotation_reader_is_mark (self, before - 1))
        before--;
      /* What stands before a name goes with it only up to the nearest article. */
      for (guint k = run.first; k-- > before;)
        {
          int weight = weigh_gender (self, (RcpTokens){ k, k + 1 });

          if (weight != 0 && (actor->kind == RCP_ACTOR_PERSON || (self->french && k + 1 == run.first)))
            {
              weights[mention->actor] += weight;
              break;
            }
          if ((word_at (self, k)[0] != '.' && self->text->tokens[k].kind == RCP_TOKEN_PUNCTUATION)
              || rcp_quotation_reader_match (self, k, run.first, RCP_SAYING_COMPLEMENT) > 0
              || rcp_quotation_reader_match (self, k, run.first, RCP_SAYING_GOVERNS) > 0)
            break;
        }
      if (actor->kind != RCP_ACTOR_PERSON || mention->form != RCP_MENTION_NAME)
        continue;
      if (self->names && run.end >= run.first + 2
          && rcp_lexicon_match (self->names, self->text, run.first, run.first + 1, RCP_LEXICON_FORENAME, &entry) > 0)
        {
          RcpLexiconFlags flags = rcp_lexicon_entry_get_flags (entry) & (RCP_LEXICON_FEMININE | RCP_LEXICON_MASCULINE);

          weights[mention->actor] += flags == RCP_LEXICON_FEMININE ? 2 : flags == RCP_LEXICON_MASCULINE ? -2 : 0;
        }
      /* "Anna Berg, présidente de…" */
      if (run.end + 3 < self->text->n_tokens && word_at (self, run.end)[0] == ',')
        weights[mention->actor] += weigh_gender (self, (RcpTokens){ run.end + 1, run.end + 3 });
    }
  for (guint i = 0; i < self->findings->actors->len; i++)
    self->genders[i] = weights[i] > 0 ? 'f' : weights[i] < 0 ? 'm' : 0;
}

/* How the token before a mention joins it to what stands before: 'g' where it does not act, 'c' for a complement, else 0. */
static char
get_government (const RcpQuotationReader *self, guint first, guint lower)
{
  static const char *const adjectives[] = { "ancien", "ancienne", "anciens", "nouveau", "nouvelle", "futur", "future", "actuel",
                                            "actuelle", "ex", "-", "former", "new", "late", "current", "then", NULL };
  guint at = first;

  while (at > lower && at + 2 > first && g_strv_contains (adjectives, word_at (self, at - 1)))
    at--;
  while (at > lower && at + 5 > first && rcp_quotation_reader_match (self, at - 1, first, RCP_SAYING_ARTICLE) > 0
         && !rcp_quotation_reader_is_preposed_a (self, at - 1) && strcmp (word_at (self, at - 1), "des") != 0
         && strcmp (word_at (self, at - 1), "d'") != 0)
    at--;
  if (at > lower && word_at (self, at - 1)[0] == '.')
    at = at > lower + 1 ? at - 2 : at;
  if (at == lower)
    return 0;
  if (rcp_quotation_reader_match (self, at - 1, first, RCP_SAYING_COMPLEMENT) > 0)
    return 'c';
  if (rcp_quotation_reader_match (self, at - 1, first, RCP_SAYING_GOVERNS) > 0)
    return 'g';
  return 0;
}

static gboolean
is_possessive (const RcpQuotationReader *self, guint end, guint limit)
{
  if (self->french || end >= limit)
    return FALSE;
  return strcmp (word_at (self, end), "'s") == 0
         || (word_at (self, end)[0] == '\'' && (self->text->tokens[end].flags & RCP_TOKEN_GLUED));
}

static gboolean
has_head (const RcpQuotationReader *self, RcpTokens run)
{
  for (guint i = run.first; i < run.end; i++)
    if (self->text->tokens[i].kind == RCP_TOKEN_WORD
        && rcp_quotation_reader_match (self, i, run.end, RCP_SAYING_ARTICLE) == 0
        && rcp_quotation_reader_match (self, i, run.end, RCP_SAYING_COMPLEMENT) == 0
        && rcp_quotation_reader_match (self, i, run.end, RCP_SAYING_GOVERNS) == 0)
      return TRUE;
  return FALSE;
}

/* How many tokens the name of a newspaper, a broadcaster or an agency covers that begins there; 0 for none. */
static guint
match_outlet (const RcpQuotationReader *self, guint token, guint limit)
{
  const RcpLexiconEntry *entry;
  guint n = rcp_lexicon_match (self->names, self->text, token, limit, RCP_LEXICON_OUTLET, &entry);

  /* "le pays" is no newspaper. */
  if (n > 0 && (self->text->tokens[token + n - 1].flags & RCP_TOKEN_CAPITALISED))
    return n;
  n = rcp_lexicon_match (self->names, self->text, token, limit, RCP_LEXICON_ORGANISATION, &entry);
  if (n > 0 && (g_strcmp0 (rcp_lexicon_entry_get_kind (entry), "news-agency") == 0
                || g_strcmp0 (rcp_lexicon_entry_get_kind (entry), "media") == 0))
    return n;
  return 0;
}

/**
 * rcp_speaker_is_outlet:
 * @outlet: (out): its name
 *
 * Returns: whether a newspaper, a broadcaster or an agency is named at the head of @source.
 */
gboolean
rcp_speaker_is_outlet (const RcpQuotationReader *self, RcpTokens source, RcpTokens *outlet)
{
  for (guint i = source.first; self->names && i < source.end && i < source.first + 6; i++)
    {
      guint n = match_outlet (self, i, source.end);

      if (n > 0)
        {
          *outlet = (RcpTokens){ i, i + n };
          return TRUE;
        }
      if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_COMPLEMENT) > 0
          || rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_GOVERNS) > 0)
        break;
    }
  return FALSE;
}

/**
 * rcp_speaker_pick:
 * @source: the words that name who says something
 * @is_many: (out): several say it
 *
 * Picks the actor among the names there: a person before others, the one at the head before those that complete it. A
 * body after a noun that speaks for it ("un communiqué du ministère") speaks; after another ("un proche du ministre")
 * nobody known does.
 *
 * Returns: index of an actor; -1 for nobody known.
 */
int
rcp_speaker_pick (const RcpQuotationReader *self, RcpTokens source, gboolean *is_many)
{
  int person = -1, body = -1;
  guint last_end = 0;
  RcpTokens outlet;

  *is_many = FALSE;
  if (rcp_speaker_is_outlet (self, source, &outlet))
    return -1;
  for (guint i = rcp_quotation_reader_find_mention (self, source.first); i < self->findings->mentions->len; i++)
    {
      const RcpMention *mention = get_mention (self, i);
      const RcpFoundActor *actor = get_actor (self, mention->actor);
      RcpTokens run = rcp_quotation_reader_mention_tokens (self, i);
      char government;

      if (run.first >= source.end)
        break;
      if (actor == NULL || actor->kind == RCP_ACTOR_PLACE || run.end > source.end)
        continue;
      if (mention->form == RCP_MENTION_GROUP)
        {
          *is_many = TRUE;
          return -1;
        }
      government = get_government (self, run.first, source.first);
      if (government == 0 && is_possessive (self, run.end, source.end))
        government = 'p';
      if (government == 'g')
        break;
      if (government == 'c' || government == 'p')
        {
          RcpTokens head = { government == 'c' ? source.first : run.end, government == 'c' ? run.first : source.end };

          /* "Le ministre de la Défense" may be a mention that begins at its noun; what comes first stands already. */
          if (person >= 0 || body >= 0)
            continue;
          if (!holds (self, head, RCP_SAYING_VOICE) || (government == 'c' && holds (self, head, RCP_SAYING_GOVERNS)))
            {
              if (government == 'p' || has_head (self, head))
                body = -2;
              continue;
            }
        }
      if (!mention->acting && mention->form == RCP_MENTION_NAME && actor->kind != RCP_ACTOR_PERSON)
        continue;
      /* "A et B": both say it. */
      if ((person >= 0 || body >= 0) && government == 0 && run.first > source.first && last_end > 0)
        {
          const char *before = word_at (self, run.first - 1);
          const char *before_article = run.first > source.first + 1 ? word_at (self, run.first - 2) : "";

          if ((strcmp (before, "et") == 0 || strcmp (before, "and") == 0 || strcmp (before_article, "et") == 0
               || strcmp (before_article, "and") == 0)
              && mention->actor != person && mention->actor != body)
            {
              *is_many = TRUE;
              return -1;
            }
        }
      last_end = run.end;
      if (actor->kind == RCP_ACTOR_PERSON && person < 0 && government != 'c' && government != 'p')
        person = (int) mention->actor;
      else if (body == -1)
        body = (int) mention->actor;
    }
  return person >= 0 ? person : MAX (body, -1);
}

static gboolean
agrees (const RcpQuotationReader *self, gint64 actor, char gender, gboolean person_only)
{
  const RcpFoundActor *found = get_actor (self, actor);

  if (found == NULL || found->kind == RCP_ACTOR_PLACE || (person_only && found->kind != RCP_ACTOR_PERSON))
    return FALSE;
  return gender == 0 || self->genders[actor] == 0 || self->genders[actor] == gender;
}

/* The only person of the gender that the text names between two tokens, outside quotations; -1 for none or several. */
static int
find_only_person (const RcpQuotationReader *self, guint from, guint pronoun, char gender)
{
  int found = -1;

  for (guint i = rcp_quotation_reader_find_mention (self, from); i < self->findings->mentions->len; i++)
    {
      const RcpMention *mention = get_mention (self, i);
      guint token = rcp_segmented_text_find_token (self->text, mention->range.start);

      if (token >= pronoun)
        break;
      if (!agrees (self, mention->actor, gender, TRUE) || rcp_quotation_reader_find_span (self, token))
        continue;
      if (found >= 0 && found != mention->actor)
        return -1;
      found = (int) mention->actor;
    }
  return found;
}

/* Whether what stands before a comma is governed by a preposition ("contre l'ancien directeur, Michel Carrel"). */
static gboolean
follows_governed (const RcpQuotationReader *self, guint comma, guint lower)
{
  for (guint i = comma; i > lower && i + 6 > comma; i--)
    {
      if (i < comma && rcp_quotation_reader_is_mark (self, i))
        break;
      if (rcp_quotation_reader_match (self, i - 1, comma, RCP_SAYING_GOVERNS) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a sentence between a saying and the one that is read begins with a noun of the gender that is not its speaker. */
static gboolean
begins_with_other (const RcpQuotationReader *self, const RcpSaying *saying, char gender)
{
  for (guint i = saying->sentence + 1; i < self->sentence; i++)
    {
      const RcpSentence *sentence = &self->text->sentences[i];
      guint first = sentence->first_token, mention = rcp_quotation_reader_find_mention (self, first);
      RcpTokens run = { 0, 0 };

      if (rcp_quotation_reader_match (self, first, first + 1, gender == 'f' ? RCP_SAYING_ARTICLE_F : RCP_SAYING_ARTICLE_M) == 0)
        continue;
      if (mention < self->findings->mentions->len)
        run = rcp_quotation_reader_mention_tokens (self, mention);
      if (run.first > first + 1 || rcp_tokens_are_empty (run) || get_mention (self, mention)->actor != saying->speaker)
        return TRUE;
    }
  return FALSE;
}

/* Who opens the sentence before, where all others named in it stand behind a preposition ("X a requis une peine contre Y"). */
static int
find_subject_before (const RcpQuotationReader *self, char gender)
{
  const RcpSentence *sentence;
  int subject = -1;

  if (self->sentence == 0)
    return -1;
  sentence = &self->text->sentences[self->sentence - 1];
  if (sentence->is_set_aside || sentence->is_heading)
    return -1;
  for (guint i = rcp_quotation_reader_find_mention (self, sentence->first_token); i < self->findings->mentions->len; i++)
    {
      const RcpMention *mention = get_mention (self, i);
      RcpTokens run = rcp_quotation_reader_mention_tokens (self, i);

      if (run.first >= sentence->first_token + sentence->n_tokens)
        break;
      if (!agrees (self, mention->actor, gender, TRUE) || rcp_quotation_reader_find_span (self, run.first)
          || mention->actor == subject)
        continue;
      if (subject < 0)
        {
          if (mention->form == RCP_MENTION_GROUP || run.first > sentence->first_token + 6
              || get_government (self, run.first, sentence->first_token) != 0)
            return -1;
          subject = (int) mention->actor;
        }
      else if (get_government (self, run.first, sentence->first_token) == 0
               && !(run.first > sentence->first_token && word_at (self, run.first - 1)[0] == ','
                    && follows_governed (self, run.first - 1, sentence->first_token)))
        return -1;
    }
  return subject;
}

static gboolean
names_other (const RcpQuotationReader *self, guint from, guint to, int actor, char gender)
{
  for (guint i = rcp_quotation_reader_find_mention (self, from); i < self->findings->mentions->len; i++)
    {
      const RcpMention *mention = get_mention (self, i);
      guint token = rcp_segmented_text_find_token (self->text, mention->range.start);

      if (token >= to)
        break;
      if (mention->actor != actor && agrees (self, mention->actor, gender, TRUE)
          && !rcp_quotation_reader_find_span (self, token))
        return TRUE;
    }
  return FALSE;
}

/**
 * rcp_speaker_is_plural:
 *
 * Returns: whether the noun at the head of @source is one of several ("des témoins", "officials").
 */
gboolean
rcp_speaker_is_plural (const RcpQuotationReader *self, RcpTokens source)
{
  static const char *const plural[] = { "les", "des", "plusieurs", "certains", "certaines", "deux", "trois", "ses",
                                        "leurs", "ces", "police", "people", "two", "three", "several", NULL };

  for (guint i = source.first; i < MIN (source.end, source.first + 3); i++)
    {
      const char *word = word_at (self, i);
      gsize length = strlen (word);

      if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_COMPLEMENT) > 0 && strcmp (word, "des") != 0)
        break;
      if (g_strv_contains (plural, word))
        return TRUE;
      if (!self->french && length > 4 && word[length - 1] == 's' && word[length - 2] != 's' && word[length - 2] != '\''
          && !(self->text->tokens[i].flags & RCP_TOKEN_CAPITALISED && i > source.first))
        return TRUE;
    }
  return FALSE;
}

/**
 * rcp_speaker_resolve:
 * @pronoun: a token of the sentence: "il", "elle", "he", "she", "it"
 *
 * Whom a pronoun that says something stands for: who spoke last, if that agrees and no other who would has been named
 * since; or the only person whom the sentences before name. Where the text leaves a choice, nobody.
 *
 * Returns: index of an actor; -1 for nobody known.
 */
int
rcp_speaker_resolve (const RcpQuotationReader *self, guint pronoun)
{
  gboolean is_it = rcp_quotation_reader_is (self, pronoun, RCP_SAYING_IT);
  char gender = rcp_quotation_reader_is (self, pronoun, RCP_SAYING_HE) ? 'm'
                : rcp_quotation_reader_is (self, pronoun, RCP_SAYING_SHE) ? 'f' : 0;

  if (gender == 0 && !is_it)
    return -1;
  for (guint i = self->sayings->len; i-- > 0;)
    {
      const RcpSaying *saying = &g_array_index (self->sayings, RcpSaying, i);
      const RcpFoundActor *actor = get_actor (self, saying->speaker);

      if (saying->sentence + SAYING_SENTENCES < self->sentence)
        break;
      if (saying->speaker < 0)
        {
          /* Somebody without a name spoke last, and it may be that one. */
          int since;

          if (saying->is_many || (saying->gender && gender && saying->gender != gender))
            continue;
          since = gender ? find_only_person (self, saying->words.end, pronoun, gender) : -1;
          return since >= 0 && self->genders[since] == gender ? since : -1;
        }
      if (!self->french && (actor->kind == RCP_ACTOR_PERSON) == is_it)
        continue;
      if (!agrees (self, saying->speaker, gender, FALSE))
        continue;
      if (names_other (self, saying->words.end, pronoun, saying->speaker, gender))
        break;
      /* "Le groupe conteste. Il dit…": in French a pronoun may stand for a thing. */
      if (self->french && gender && begins_with_other (self, saying, gender))
        return -1;
      return saying->speaker;
    }
  if (is_it)
    return -1;
  {
    int subject = find_subject_before (self, gender);

    if (subject >= 0)
      return subject;
  }
  for (guint n = 1; n <= RESOLVE_SENTENCES; n++)
    {
      guint sentence = self->sentence > n ? self->sentence - n : 0;
      int only = find_only_person (self, self->text->sentences[sentence].first_token, pronoun, gender);

      /* In French a noun of the same gender may be meant as well: only who is known to be of it, or named just before. */
      if (only >= 0)
        return self->genders[only] == gender || n == 1 ? only : -1;
    }
  return -1;
}
