#include "config.h"

#include "rcp-sentence-view.h"

#include <string.h>

/* How far before a verb its auxiliary and what negates or plans it may stand, in tokens. */
#define AUXILIARY_REACH 8
#define PLAN_REACH 6
#define NEGATION_REACH 6
#define CONDITION_REACH 10

/* What lies between a date and the word it dates costs: other clauses more than the tokens between. */
#define COST_OTHER_CLAUSE 30
#define COST_STATEMENT 14
#define COST_BETWEEN 3
#define COST_COMMA 3
#define COST_NOUN 10
#define COST_NOUN_OF_VERB 6
#define COST_WEAK_NOUN 40
#define COST_ADJECTIVE 20
#define NOUN_GAP 2
#define VERB_REACH 5

/* A sentence with more dates or more such words is a table; what goes beyond is left out. */
#define MAX_DATES 8
#define MAX_HITS 24

static const char *
word_at (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded;
}

static gboolean
is_french (const RcpSentenceView *view)
{
  return rcp_language_index (view->text->language) == 0;
}

/* Folding makes é and e alike; the text itself tells a participle from a present. */
static gboolean
has_acute_ending (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];
  const char *text = view->text->text + at->offset_bytes;
  const char *end = text + at->length_bytes;

  for (const char *from = MAX (text, end - 4); from + 1 < end; from++)
    if ((guchar) from[0] == 0xc3 && ((guchar) from[1] == 0xa9 || (guchar) from[1] == 0x89))
      return TRUE;
  return FALSE;
}

static gboolean
is_any (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* Words that begin a noun phrase: an auxiliary before them belongs to another verb. */
static gboolean
begins_noun (const RcpSentenceView *view, guint token)
{
  static const char *const others[] = { "un", "une", "des", "du", "de", "d'", "au", "aux", "avec", "dans", "plusieurs", "a", "an",
                                        "of", "in", "with", NULL };

  if (is_french (view) && strcmp (word_at (view, token), "a") == 0)
    return FALSE;
  return rcp_sentence_view_is (view, token, RCP_CUE_SAME) || is_any (word_at (view, token), others);
}

/* The auxiliary before a participle. */
static gboolean
find_auxiliary (const RcpSentenceView *view, guint token, RcpTense *tense)
{
  guint clause = rcp_sentence_view_clause_at (view, token);
  gboolean any = FALSE;

  for (guint i = 1; i <= AUXILIARY_REACH && token >= view->first + i; i++)
    {
      guint at = token - i;

      if (rcp_sentence_view_clause_at (view, at) != clause)
        continue;
      if (rcp_sentence_view_is (view, at, RCP_CUE_AUX_PAST))
        {
          *tense = RCP_TENSE_PLUPERFECT;
          return TRUE;
        }
      if (rcp_sentence_view_is (view, at, RCP_CUE_HEARSAY))
        {
          *tense = RCP_TENSE_CONDITIONAL;
          return TRUE;
        }
      if (strcmp (word_at (view, at), "will") == 0 || strcmp (word_at (view, at), "sera") == 0
          || strcmp (word_at (view, at), "seront") == 0 || strcmp (word_at (view, at), "aura") == 0
          || strcmp (word_at (view, at), "auront") == 0)
        {
          *tense = RCP_TENSE_FUTURE;
          return TRUE;
        }
      if (rcp_sentence_view_is (view, at, RCP_CUE_AUX))
        {
          *tense = RCP_TENSE_PAST;
          any = TRUE;
        }
      else if (any || begins_noun (view, at))
        break;
    }
  return any;
}

static gboolean
is_governed_by_plan (const RcpSentenceView *view, guint token)
{
  guint clause = rcp_sentence_view_clause_at (view, token);

  for (guint i = 1; i <= PLAN_REACH && token >= view->first + i; i++)
    if (rcp_sentence_view_clause_at (view, token - i) == clause
        && rcp_sentence_view_is (view, token - i, RCP_CUE_PLAN))
      return TRUE;
  return FALSE;
}

/* "a dénoncé les accords et quitté": the auxiliary of the first verb serves the second. */
static gboolean
is_coordinated (const RcpSentenceView *view, guint token)
{
  guint at = token;

  if (at > view->first && is_any (word_at (view, at - 1), (const char *const[]){ "et", "and", "puis", "then", ",", NULL }))
    for (guint i = view->hits->len; i-- > 0;)
      {
        const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);

        if (!hit->trigger.is_noun && hit->clause == rcp_sentence_view_clause_at (view, token))
          return hit->tense == RCP_TENSE_PAST || hit->tense == RCP_TENSE_PLUPERFECT;
      }
  return FALSE;
}

static gboolean
is_long_with_ending (const char *word, const char *ending)
{
  return strlen (word) > strlen (ending) + 1 && g_str_has_suffix (word, ending);
}

static RcpTense
get_french_tense (const RcpSentenceView *view, guint token, const RcpPhraseMatch *match)
{
  guint verb = token + match->inflected;
  const char *word = word_at (view, verb);
  RcpTense tense = RCP_TENSE_NONE;

  switch (match->form)
    {
    case RCP_WORD_FORM_FUTURE:
      return RCP_TENSE_FUTURE;
    case RCP_WORD_FORM_CONDITIONAL:
      return RCP_TENSE_CONDITIONAL;
    case RCP_WORD_FORM_PAST:
      return RCP_TENSE_PAST;
    case RCP_WORD_FORM_INFINITIVE:
      return is_governed_by_plan (view, token) ? RCP_TENSE_FUTURE : RCP_TENSE_NONE;
    case RCP_WORD_FORM_GERUND:
      return RCP_TENSE_NONE;
    case RCP_WORD_FORM_PRESENT:
      return RCP_TENSE_PRESENT;
    default:
      break;
    }
  /* "fera appel", "mettrait fin": forms that stand in the lexicon as they are. */
  if (match->form == RCP_WORD_FORM_PLAIN)
    {
      if (is_long_with_ending (word, "ra") || is_long_with_ending (word, "ront"))
        return RCP_TENSE_FUTURE;
      if (is_long_with_ending (word, "rait") || is_long_with_ending (word, "raient"))
        return RCP_TENSE_CONDITIONAL;
    }
  /* The auxiliary may be part of the phrase ("s'est rendu"). */
  for (guint i = token; i < token + match->n_tokens; i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_AUX_PAST))
      return RCP_TENSE_PLUPERFECT;
    else if (i > token && rcp_sentence_view_is (view, i, RCP_CUE_AUX))
      tense = RCP_TENSE_PAST;
  if (tense != RCP_TENSE_NONE || find_auxiliary (view, verb, &tense))
    return tense;
  if (is_coordinated (view, token))
    return RCP_TENSE_PAST;
  if (match->form == RCP_WORD_FORM_PARTICIPLE)
    return g_str_has_suffix (word, "e") && !has_acute_ending (view, verb) ? RCP_TENSE_PRESENT : RCP_TENSE_NONE;
  if (g_str_has_suffix (word, "re") || g_str_has_suffix (word, "ir") || g_str_has_suffix (word, "er"))
    return is_governed_by_plan (view, token) ? RCP_TENSE_FUTURE : RCP_TENSE_NONE;
  return g_str_has_suffix (word, "t") || g_str_has_suffix (word, "d") ? RCP_TENSE_PRESENT : RCP_TENSE_NONE;
}

/* "le juge", "son homologue", "un vote": no verb, where folding makes one of it. */
static gboolean
is_french_noun (const RcpSentenceView *view, guint token, const RcpHit *hit)
{
  static const char *const possessives[] = { "son", "sa", "ses", "leur", "leurs", "notre", "nos", "chaque", "aucun", "aucune",
                                             "ce", "cet", "cette", "ces", NULL };
  guint verb = token + hit->trigger.match.inflected;

  return hit->trigger.match.form == RCP_WORD_FORM_PARTICIPLE && verb > view->first && !has_acute_ending (view, verb)
         && g_str_has_suffix (word_at (view, verb), "e")
         && (begins_noun (view, verb - 1) || is_any (word_at (view, verb - 1), possessives));
}

static gboolean
lies_in_date (const RcpSentenceView *view, guint token)
{
  guint position = view->text->tokens[token].start;

  for (guint i = 0; i < view->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[g_array_index (view->dates, guint, i)];

      if (date->range.start <= position && position < date->range.end)
        return TRUE;
    }
  return FALSE;
}

/* "The accord, signed in July, let…": said of the noun before. After a second comma, which closes what the first opened,
 * the verb is the sentence's own ("Vodarna, the company in charge, rejected…"). */
static gboolean
follows_opening_comma (const RcpSentenceView *view, guint token)
{
  guint n_commas = 0;

  if (token == view->first || word_at (view, token - 1)[0] != ',')
    return FALSE;
  for (guint i = view->first; i < token; i++)
    n_commas += word_at (view, i)[0] == ',' && (i == view->first || !lies_in_date (view, i - 1));
  return n_commas % 2 == 1;
}

/* "Aldana to close mine": a title's future, unless another verb governs it. */
static gboolean
is_title_future (const RcpSentenceView *view, guint token)
{
  if (!view->is_title || token < view->first + 2)
    return FALSE;
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);

      if (!hit->trigger.is_noun && hit->tense != RCP_TENSE_NONE)
        return FALSE;
    }
  return view->text->tokens[token - 2].kind != RCP_TOKEN_PUNCTUATION;
}

static RcpTense
get_english_tense (const RcpSentenceView *view, guint token, const RcpPhraseMatch *match)
{
  const char *before = token > view->first ? word_at (view, token - 1) : "";
  RcpTense tense = RCP_TENSE_NONE;

  if (match->form == RCP_WORD_FORM_GERUND)
    return RCP_TENSE_NONE;
  if (match->form == RCP_WORD_FORM_PRESENT || match->form == RCP_WORD_FORM_PLURAL)
    {
      if (strcmp (before, "will") == 0 || strcmp (before, "shall") == 0)
        return RCP_TENSE_FUTURE;
      if (is_any (before, (const char *const[]){ "would", "may", "might", "could", NULL }))
        return RCP_TENSE_CONDITIONAL;
      if (strcmp (before, "to") == 0)
        return is_governed_by_plan (view, token) || is_title_future (view, token) ? RCP_TENSE_FUTURE : RCP_TENSE_NONE;
      if (strcmp (before, "not") == 0 || strcmp (before, "never") == 0)
        return RCP_TENSE_PAST;
      return view->is_title ? RCP_TENSE_PRESENT : RCP_TENSE_NONE;
    }
  if (strcmp (before, "to") == 0 && match->form == RCP_WORD_FORM_PLAIN)
    return is_governed_by_plan (view, token) || is_title_future (view, token) ? RCP_TENSE_FUTURE : RCP_TENSE_NONE;
  if (find_auxiliary (view, token, &tense))
    return tense;
  if (follows_opening_comma (view, token))
    return RCP_TENSE_NONE;
  return begins_noun (view, token > view->first ? token - 1 : token) ? RCP_TENSE_NONE : RCP_TENSE_PAST;
}

static gboolean
is_passive (const RcpSentenceView *view, guint token, guint end)
{
  static const char *const be[] = { "ete", "fut", "furent", "sera", "seront", "was", "were", "been", "be", "being", NULL };

  for (guint i = 1; i <= 3 && token >= view->first + i; i++)
    if (is_any (word_at (view, token - i), be))
      return TRUE;
  for (guint i = end; i < MIN (end + 2, view->limit); i++)
    if (is_any (word_at (view, i), (const char *const[]){ "par", "by", NULL }))
      return TRUE;
  return FALSE;
}

/** rcp_hits_find: finds the words of the sentence that tell a happening, and their tenses. */
void
rcp_hits_find (RcpSentenceView *view)
{
  for (guint i = view->first; i < view->limit && view->hits->len < MAX_HITS;)
    {
      RcpHit hit = { .token = i, .date = -1, .clause = rcp_sentence_view_clause_at (view, i) };
      RcpTrigger noun;
      gboolean is_verb, is_noun;

      is_verb = rcp_action_lexicon_find_trigger (view->lexicon, view->text, i, view->limit, FALSE, &hit.trigger);
      is_noun = rcp_action_lexicon_find_trigger (view->lexicon, view->text, i, view->limit, TRUE, &noun);
      if ((!is_verb && !is_noun) || lies_in_date (view, i))
        {
          i++;
          continue;
        }
      if (is_verb)
        hit.tense = is_french (view) ? get_french_tense (view, i, &hit.trigger.match)
                                     : get_english_tense (view, i, &hit.trigger.match);
      /* "the strike", "une demande": a noun where both are possible and an article or nothing verbal stands before it. */
      if (is_noun && !(is_verb && i > view->first && strcmp (word_at (view, i - 1), "to") == 0)
          && (!is_verb || noun.match.n_tokens >= hit.trigger.match.n_tokens)
          && (!is_verb || hit.tense == RCP_TENSE_NONE || (i > view->first && begins_noun (view, i - 1))
                      || (is_french (view) && i > view->first && strcmp (word_at (view, i - 1), "en") == 0)
                      || (is_french (view) && hit.tense == RCP_TENSE_PRESENT && g_str_has_suffix (word_at (view, i), "es"))))
        {
          hit.trigger = noun;
          hit.tense = RCP_TENSE_NONE;
        }
      if (!hit.trigger.is_noun && is_french (view) && is_french_noun (view, i, &hit))
        {
          i++;
          continue;
        }
      /* A French sentence does not begin with its verb: "Signe de ce rapprochement". */
      if (!hit.trigger.is_noun && hit.tense == RCP_TENSE_PRESENT && is_french (view)
          && (view->text->tokens[i].flags & RCP_TOKEN_SENTENCE_START))
        {
          i++;
          continue;
        }
      hit.end = i + MAX (hit.trigger.match.n_tokens, 1);
      hit.is_passive = !hit.trigger.is_noun && is_passive (view, i, hit.end);
      g_array_append_val (view->hits, hit);
      i = hit.end;
    }
}

static guint
distance (const RcpSentenceView *view, const RcpHit *hit, guint from, guint to)
{
  guint a, b, cost;

  if (to <= hit->token)
    a = to, b = hit->token;
  else if (from >= hit->end)
    a = hit->end, b = from;
  else
    return 0;
  cost = b - a;
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other != hit && other->token >= a && other->token < b && !other->trigger.concept->is_statement)
        cost += COST_BETWEEN;
    }
  for (guint i = a; i < b; i++)
    if (word_at (view, i)[0] == ',')
      cost += COST_COMMA;
  return cost;
}

/* A date in a clause that opens the sentence and tells nothing dates the main clause; elsewhere a date stays in its own. */
static gboolean
may_date (const RcpSentenceView *view, guint clause, const RcpHit *hit, gboolean clause_tells)
{
  if (hit->clause == clause)
    return TRUE;
  return !clause_tells && (clause == 0 || hit->clause == 0);
}

/* "opened an inquiry into the fire on Monday": the day is the verb's. */
static gboolean
follows_verb (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->end <= hit->token && other->end + VERB_REACH >= hit->token && other->clause == hit->clause
          && !other->trigger.is_noun && other->tense != RCP_TENSE_NONE && !other->trigger.concept->is_statement)
        return TRUE;
    }
  return FALSE;
}

/* What it costs to date a hit by a date; G_MAXUINT where it can't be. */
static guint
cost_of (const RcpSentenceView *view, const RcpHit *hit, const RcpDateExpression *date)
{
  guint from = rcp_sentence_view_token_at (view, date->range.start);
  guint to = rcp_sentence_view_token_at (view, date->range.end);
  guint clause = rcp_sentence_view_clause_at (view, from);
  guint cost = distance (view, hit, from, to);
  gboolean clause_tells = FALSE;

  for (guint i = 0; i < view->hits->len; i++)
    clause_tells = clause_tells || g_array_index (view->hits, RcpHit, i).clause == clause;
  if (!may_date (view, clause, hit, clause_tells))
    return G_MAXUINT;
  /* A date far from a noun is the verb's. */
  if (hit->tense == RCP_TENSE_NONE && cost > NOUN_GAP)
    cost += COST_NOUN;
  /* "le régime, arrivé au pouvoir, a rompu": a participle by itself is mostly an adjective. */
  if (!hit->trigger.is_noun && hit->tense == RCP_TENSE_NONE)
    cost += COST_ADJECTIVE;
  if (hit->trigger.is_noun && cost <= NOUN_GAP && from >= hit->end && follows_verb (view, hit))
    cost += COST_NOUN_OF_VERB;
  if (hit->clause != clause)
    cost += COST_OTHER_CLAUSE;
  if (hit->trigger.concept->is_statement)
    cost += COST_STATEMENT;
  if (hit->trigger.is_weak)
    cost += hit->trigger.is_noun ? COST_WEAK_NOUN : COST_STATEMENT;
  return cost;
}

/* A date that opens a clause serves all verbs of it. */
static void
share_date (RcpSentenceView *view, const RcpHit *dated)
{
  const RcpDateExpression *date = view->findings->dates->pdata[dated->date];
  guint to = rcp_sentence_view_token_at (view, date->range.end);

  for (guint i = 0; i < view->hits->len; i++)
    {
      RcpHit *hit = &g_array_index (view->hits, RcpHit, i);

      if (hit->date < 0 && hit->clause == dated->clause && hit->token >= to && dated->token >= to)
        hit->date = dated->date;
    }
}

/**
 * rcp_hits_date:
 *
 * Gives each date to the word it dates: the nearest pairs first, within clauses, a statement only where nothing else is
 * there. A single date that opens a clause serves all verbs of it.
 */
void
rcp_hits_date (RcpSentenceView *view)
{
  for (guint round = 0; round < MIN (view->dates->len, MAX_DATES); round++)
    {
      guint best_cost = G_MAXUINT, best_date = 0;
      RcpHit *best = NULL;

      for (guint d = 0; d < MIN (view->dates->len, MAX_DATES); d++)
        {
          guint index = g_array_index (view->dates, guint, d);
          gboolean is_used = FALSE;

          for (guint i = 0; i < view->hits->len; i++)
            is_used = is_used || g_array_index (view->hits, RcpHit, i).date == (int) index;
          for (guint i = 0; i < view->hits->len && !is_used; i++)
            {
              RcpHit *hit = &g_array_index (view->hits, RcpHit, i);
              guint cost = hit->date < 0 ? cost_of (view, hit, view->findings->dates->pdata[index]) : G_MAXUINT;

              if (cost < best_cost)
                {
                  best = hit;
                  best_cost = cost;
                  best_date = index;
                }
            }
        }
      if (best == NULL)
        break;
      best->date = (int) best_date;
      if (view->dates->len == 1)
        share_date (view, best);
    }
}

static gboolean
is_negated (const RcpSentenceView *view, const RcpHit *hit)
{
  gboolean french = is_french (view);

  for (guint i = 1; i <= NEGATION_REACH && hit->token >= view->first + i; i++)
    {
      guint at = hit->token - i;

      if (rcp_sentence_view_clause_at (view, at) != hit->clause || !rcp_sentence_view_is (view, at, RCP_CUE_NEGATION))
        continue;
      /* "ne … que" is only, no denial; "ne" without "pas" before the verb is not one either. */
      if (french && (strcmp (word_at (view, at), "ne") == 0 || strcmp (word_at (view, at), "n'") == 0))
        {
          for (guint k = at + 1; k < MIN (hit->end + 4, view->limit); k++)
            if (is_any (word_at (view, k), (const char *const[]){ "pas", "jamais", "plus", "aucun", "aucune", "rien", NULL }))
              return TRUE;
          continue;
        }
      return TRUE;
    }
  return FALSE;
}

/* "Si la digue cède", "if the strike goes on": supposed, not told. */
static gboolean
is_supposed (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = 1; i <= CONDITION_REACH && hit->token >= view->first + i; i++)
    {
      guint at = hit->token - i;
      gboolean opens = at == view->first || view->text->tokens[at - 1].kind == RCP_TOKEN_PUNCTUATION;

      if (view->text->tokens[at].kind == RCP_TOKEN_PUNCTUATION && word_at (view, at)[0] != '\'')
        return FALSE;
      if ((is_french (view) && opens && is_any (word_at (view, at), (const char *const[]){ "si", "s'", NULL }))
          || (!is_french (view) && is_any (word_at (view, at), (const char *const[]){ "if", "unless", NULL })))
        return TRUE;
    }
  return FALSE;
}

/* The verb that governs a noun: "présentera sa démission", "would mean a closure", or that it governs. */
static RcpTense
get_governing_tense (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = view->hits->len; hit->trigger.is_noun && i-- > 0;)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->end <= hit->token && other->end + VERB_REACH >= hit->token && other->clause == hit->clause
          && !other->trigger.is_noun)
        return other->tense;
    }
  /* "La campagne débutera": of which it is the subject. */
  for (guint i = 0; hit->trigger.is_noun && i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->token >= hit->end && other->token <= hit->end + VERB_REACH && other->clause == hit->clause
          && !other->trigger.is_noun)
        return other->tense;
    }
  return hit->tense;
}

/**
 * rcp_hit_get_status:
 * @hit: a hit of the view
 *
 * Returns: done, planned, hypothetical, denied or background, by the verb's tense and the words before it.
 */
RcpStatus
rcp_hit_get_status (const RcpSentenceView *view, const RcpHit *hit)
{
  if (is_negated (view, hit))
    return RCP_STATUS_DENIED;
  if (get_governing_tense (view, hit) == RCP_TENSE_CONDITIONAL || hit->tense == RCP_TENSE_CONDITIONAL
      || is_supposed (view, hit))
    return RCP_STATUS_HYPOTHETICAL;
  for (guint i = 1; i <= PLAN_REACH && hit->token >= view->first + i; i++)
    {
      guint at = hit->token - i;

      if (rcp_sentence_view_clause_at (view, at) != hit->clause)
        break;
      if (rcp_sentence_view_is (view, at, RCP_CUE_HEARSAY))
        return RCP_STATUS_HYPOTHETICAL;
    }
  /* "Le procès devrait s'ouvrir", "the trial will open": the verb follows the noun. */
  for (guint i = hit->end; hit->trigger.is_noun && i < MIN (hit->end + PLAN_REACH, view->limit); i++)
    {
      if (view->text->tokens[i].kind == RCP_TOKEN_PUNCTUATION || rcp_sentence_view_clause_at (view, i) != hit->clause)
        break;
      if (rcp_sentence_view_is (view, i, RCP_CUE_PLAN))
        return RCP_STATUS_PLANNED;
    }
  if (hit->tense == RCP_TENSE_FUTURE || get_governing_tense (view, hit) == RCP_TENSE_FUTURE
      || (hit->tense == RCP_TENSE_NONE && is_governed_by_plan (view, hit->token)))
    return RCP_STATUS_PLANNED;
  if (hit->tense == RCP_TENSE_PLUPERFECT)
    return RCP_STATUS_BACKGROUND;
  for (guint i = 1; i <= 3 && hit->token >= view->first + i; i++)
    if (rcp_sentence_view_clause_at (view, hit->token - i) == hit->clause
        && rcp_sentence_view_is (view, hit->token - i, RCP_CUE_BACKGROUND))
      return RCP_STATUS_BACKGROUND;
  return RCP_STATUS_DONE;
}
