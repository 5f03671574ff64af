#include "config.h"

#include "rcp-account-choice.h"

/* Which verb or noun of a sentence tells what happens, and whether any does. */

/* "The strike began" tells of a strike. */
static const RcpTrigger *
find_subject (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = view->hits->len; i-- > 0;)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->end <= hit->token && other->clause == hit->clause && other->trigger.is_noun && !other->trigger.is_weak
          && !other->trigger.concept->is_statement)
        return &other->trigger;
    }
  return NULL;
}

/* "Six killed in a fire" tells of a fire: one that has the same date, or one of which only one has a date. */
static const RcpTrigger *
find_cause (const RcpSentenceView *view, const RcpHit *hit)
{
  const RcpTrigger *found = NULL;

  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (!other->trigger.concept->is_cause)
        continue;
      if (other->date == hit->date)
        return &other->trigger;
      if (found == NULL && (other->date < 0 || hit->date < 0))
        found = &other->trigger;
    }
  return found;
}

/** rcp_account_choice_trigger: (transfer none): what the hit tells of: a toll of its cause, the beginning or end of a
 * thing of that thing. */
const RcpTrigger *
rcp_account_choice_trigger (const RcpSentenceView *view, const RcpHit *hit)
{
  const RcpTrigger *found = NULL;

  if (hit->trigger.concept->is_toll)
    found = find_cause (view, hit);
  else if (hit->trigger.concept->is_phase && !hit->trigger.is_noun)
    found = find_subject (view, hit);
  return found ? found : &hit->trigger;
}

/* How well a hit tells what happens: verbs before nouns, statements last, then the earlier one. */
static int
weigh (const RcpHit *hit)
{
  int weight = 0;

  if (hit->trigger.concept->is_statement)
    weight -= 40;
  if (hit->trigger.concept->is_toll)
    weight -= 20;
  if (hit->trigger.is_weak)
    weight -= 25;
  if (hit->trigger.is_noun)
    weight += 15;
  else
    weight += hit->tense == RCP_TENSE_NONE ? 5 : hit->tense == RCP_TENSE_PRESENT ? 20 : 30;
  return weight;
}

static gboolean
is_held (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = hit->end; i < MIN (hit->end + 12, view->limit); i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_HELD))
      return TRUE;
  for (guint i = 1; i <= 3 && hit->token >= view->first + i; i++)
    if (rcp_sentence_view_is (view, hit->token - i, RCP_CUE_HELD))
      return TRUE;
  return FALSE;
}

static gboolean
is_during (const RcpSentenceView *view, const RcpHit *hit)
{
  for (guint i = 1; i <= 4 && hit->token >= view->first + i; i++)
    {
      guint n = rcp_action_lexicon_match_cue (view->lexicon, view->text, hit->token - i, view->limit, RCP_CUE_DURING);

      if (n > 0 && n + 1 >= i)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_verb (const RcpSentenceView *view)
{
  for (guint i = view->first; i < view->limit; i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_AUX) || rcp_sentence_view_is (view, i, RCP_CUE_AUX_PAST))
      return TRUE;
  for (guint i = 0; i < view->hits->len; i++)
    if (!g_array_index (view->hits, RcpHit, i).trigger.is_noun)
      return TRUE;
  return FALSE;
}

/** rcp_account_choice_tells_undated: Whether a hit without a date tells a happening all the same; a noun that opens a
 * sentence without a verb does ("Pas de commentaire du ministère"). */
gboolean
rcp_account_choice_tells_undated (const RcpSentenceView *view, const RcpHit *hit)
{
  if (hit->trigger.concept->is_statement || hit->trigger.is_weak)
    return FALSE;
  if (hit->trigger.is_noun && hit->token == view->first)
    return view->mentions->len > 0 && !has_verb (view);
  if (hit->trigger.is_noun)
    return view->mentions->len > 0 && (is_held (view, hit) || is_during (view, hit));
  if (hit->tense == RCP_TENSE_PRESENT)
    return view->is_title && view->mentions->len > 0;
  return hit->tense != RCP_TENSE_NONE && view->mentions->len > 0;
}

/** rcp_account_choice_best: (transfer none) (nullable): the hit that tells best what happens, of those that @accepts. */
const RcpHit *
rcp_account_choice_best (const RcpSentenceView *view, RcpHitFunc accepts, gpointer data)
{
  const RcpHit *best = NULL;

  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);

      if (accepts (view, hit, data) && (best == NULL || weigh (hit) > weigh (best)))
        best = hit;
    }
  return best;
}

/** rcp_account_choice_has_date: an #RcpHitFunc for hits of the date whose index @data points at. */
gboolean
rcp_account_choice_has_date (const RcpSentenceView *view, const RcpHit *hit, gpointer data)
{
  return hit->date == *(int *) data;
}

/** rcp_account_choice_tells_any: an #RcpHitFunc for hits that tell a happening, be it without a date. */
gboolean
rcp_account_choice_tells_any (const RcpSentenceView *view, const RcpHit *hit, gpointer data)
{
  return rcp_account_choice_tells_undated (view, hit);
}

/** rcp_account_choice_tells_loosely: an #RcpHitFunc for titles, which leave out verbs and names: "Six killed in fire",
 * "Un responsable arrêté". What a title only waits for it does not tell: "Awaiting the withdrawal". */
gboolean
rcp_account_choice_tells_loosely (const RcpSentenceView *view, const RcpHit *hit, gpointer data)
{
  return !hit->trigger.concept->is_statement && !hit->trigger.is_weak
         && !(hit->trigger.is_noun && hit->date < 0 && rcp_hit_get_status (view, hit) == RCP_STATUS_PLANNED);
}

/** rcp_account_choice_is_no_statement: an #RcpHitFunc for undated hits that may go on with what was told before. */
gboolean
rcp_account_choice_is_no_statement (const RcpSentenceView *view, const RcpHit *hit, gpointer data)
{
  return !hit->trigger.concept->is_statement && hit->date < 0 && (view->dates->len == 0 || hit->clause == 0)
         && (hit->trigger.is_noun || hit->tense != RCP_TENSE_NONE);
}

static gboolean
names_anyone (const RcpSentenceView *view, guint clause)
{
  for (guint i = 0; i < view->mentions->len; i++)
    {
      guint index = g_array_index (view->mentions, guint, i);
      const RcpMention *mention = &g_array_index (view->findings->mentions, RcpMention, index);

      if (rcp_sentence_view_clause_at (view, rcp_sentence_view_token_at (view, mention->range.start)) == clause)
        return TRUE;
    }
  return FALSE;
}

/** rcp_account_choice_is_told: whether one of the @n concepts, or the clause of a dated happening, tells it already. */
gboolean
rcp_account_choice_is_told (const RcpHit *hit, const RcpConcept *const *concepts, guint n, const RcpSentenceView *view)
{
  for (guint i = 0; i < n; i++)
    if (concepts[i] == hit->trigger.concept)
      return TRUE;
  /* What the clause of a dated happening tells besides belongs to it. */
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *other = &g_array_index (view->hits, RcpHit, i);

      if (other->date >= 0 && other->clause == hit->clause)
        return TRUE;
      /* "visited the plant on Monday, where she met the families" is one visit. */
      if (other->date >= 0 && hit->clause != 0 && other->trigger.concept->action == hit->trigger.concept->action
          && hit->trigger.concept->action != RCP_ACTION_OTHER && !names_anyone (view, hit->clause))
        return TRUE;
    }
  return FALSE;
}

/** rcp_account_choice_has_strong_hit: whether a hit tells a happening by itself. */
gboolean
rcp_account_choice_has_strong_hit (const RcpSentenceView *view)
{
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpTrigger *trigger = &g_array_index (view->hits, RcpHit, i).trigger;

      if (!trigger->is_weak && !trigger->concept->is_statement)
        return TRUE;
    }
  return FALSE;
}

/** rcp_account_choice_is_atmosphere: "D'après plusieurs sources, le ton était monté": how things stood, with nobody and
 * nothing done. */
gboolean
rcp_account_choice_is_atmosphere (const RcpSentenceView *view)
{
  if (view->mentions->len > 0 || view->dates->len > 0 || view->hits->len > 0)
    return FALSE;
  for (guint i = view->first; i < view->limit; i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_AUX_PAST))
      return TRUE;
  return FALSE;
}

/** rcp_account_choice_tells_unknown: A day and a finished verb that the lexicon does not know, and someone who acts. */
gboolean
rcp_account_choice_tells_unknown (const RcpSentenceView *view)
{
  gboolean has_day = FALSE;

  for (guint i = 0; i < view->dates->len; i++)
    {
      const RcpDateExpression *date = view->findings->dates->pdata[g_array_index (view->dates, guint, i)];

      has_day = has_day || (date->value && rcp_edtf_count_days (date->value) <= 10);
    }
  return has_day && has_verb (view) && view->mentions->len > 0 && view->limit - view->first >= 6;
}

/** rcp_account_choice_is_main_dated: whether the main clause tells a dated happening. */
gboolean
rcp_account_choice_is_main_dated (const RcpSentenceView *view)
{
  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);

      if (hit->date >= 0 && hit->clause == 0)
        return TRUE;
    }
  return FALSE;
}
