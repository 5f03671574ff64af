#include "config.h"

#include "rcp-sentence-view.h"

#include <string.h>

/* An attribution is a phrase, not a sentence. */
#define MAX_TOKENS 18
#define SUBJECT_REACH 10

static gboolean
is_mark (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  return at->kind == RCP_TOKEN_PUNCTUATION && strchr ("-'.&/", at->folded[0]) == NULL;
}

static gboolean
is_mark_or_stop (const RcpSentenceView *view, guint token)
{
  return is_mark (view, token) || view->text->tokens[token].folded[0] == '.';
}

/* To the next comma, bracket or quotation mark, a final stop left out. */
static guint
find_end (const RcpSentenceView *view, guint from)
{
  guint end = from + 1;

  while (end < view->limit && end < from + MAX_TOKENS && !is_mark (view, end))
    end++;
  while (end > from + 1 && view->text->tokens[end - 1].kind == RCP_TOKEN_PUNCTUATION)
    end--;
  return end;
}

static gboolean
find_statement (const RcpSentenceView *view, guint token, RcpTrigger *trigger)
{
  return rcp_action_lexicon_find_trigger (view->lexicon, view->text, token, view->limit, FALSE, trigger)
         && (rcp_language_index (view->text->language) == 0 || trigger->match.form != RCP_WORD_FORM_PRESENT)
         && (trigger->concept->is_statement || strcmp (trigger->concept->id, "announce") == 0);
}

static gboolean
introduces_clause (const RcpSentenceView *view, guint token)
{
  const char *word = token < view->limit ? view->text->tokens[token].folded : "";

  return strcmp (word, "que") == 0 || strcmp (word, "qu'") == 0 || strcmp (word, "that") == 0;
}

/* "…», a indiqué Moscou", ", said the mayor": the verb comes right after a mark. */
static gboolean
find_inversion (const RcpSentenceView *view, guint *from, guint *end)
{
  RcpTrigger trigger;

  for (guint i = view->first + 2; i < view->limit; i++)
    {
      guint start = i;

      if (!find_statement (view, i, &trigger) || trigger.match.form == RCP_WORD_FORM_GERUND
          || introduces_clause (view, i + trigger.match.n_tokens))
        continue;
      while (start > view->first + 1 && i - start < 3 && !is_mark (view, start - 1))
        start--;
      if (!is_mark (view, start - 1)
          || (start < i && !rcp_sentence_view_is (view, start, RCP_CUE_AUX)))
        continue;
      *from = start;
      *end = find_end (view, i);
      if (*end > i + trigger.match.n_tokens)
        return TRUE;
    }
  return FALSE;
}

/* "Un communiqué du Kremlin rapporte que": what stands before a verb of saying, if it is a source or an actor. */
static gboolean
find_subject (const RcpSentenceView *view, guint *from, guint *end)
{
  RcpTrigger trigger;

  for (guint i = view->first + 1; i < view->limit; i++)
    {
      guint start = i, stop = i;
      gboolean named = FALSE;

      if (!find_statement (view, i, &trigger) || !trigger.concept->is_statement)
        continue;
      while (stop > view->first && (rcp_sentence_view_is (view, stop - 1, RCP_CUE_AUX)
                                    || view->text->tokens[stop - 1].kind == RCP_TOKEN_PUNCTUATION))
        stop--;
      start = stop;
      while (start > view->first && stop - start < SUBJECT_REACH && !is_mark (view, start - 1))
        start--;
      /* An auxiliary with adverbs after it is no part of the subject. */
      for (guint k = start + 1; k < stop; k++)
        if (rcp_sentence_view_is (view, k, RCP_CUE_AUX) || rcp_sentence_view_is (view, k, RCP_CUE_AUX_PAST))
          stop = k;
      /* "…, the fire service said." */
      if (start > view->first + 2 && stop > start && stop - start <= 8 && i + trigger.match.n_tokens < view->limit
          && is_mark_or_stop (view, i + trigger.match.n_tokens))
        named = TRUE;
      for (guint k = 0; k < view->hits->len; k++)
        {
          const RcpHit *hit = &g_array_index (view->hits, RcpHit, k);

          if (hit->token >= start && hit->token < stop && !hit->trigger.is_noun && hit->tense != RCP_TENSE_NONE)
            start = stop;
        }
      for (guint k = start; k < stop; k++)
        named = named || rcp_sentence_view_is (view, k, RCP_CUE_SOURCE);
      for (guint k = 0; k < view->mentions->len && !named; k++)
        {
          const RcpMention *mention
              = &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, k));

          named = start < stop && mention->range.start >= view->text->tokens[start].start
                  && mention->range.end <= view->text->tokens[stop - 1].end;
        }
      if (!named || start >= stop)
        continue;
      *from = start;
      *end = stop;
      return TRUE;
    }
  return FALSE;
}

/**
 * rcp_attribution_find:
 * @range: (out): where it stands
 *
 * Returns: (transfer full) (nullable): whom the sentence gives as its origin, as written; NULL where it names nobody.
 */
char *
rcp_attribution_find (const RcpSentenceView *view, RcpRange *range)
{
  guint from = 0, end = 0;

  *range = (RcpRange){ 0, 0 };
  for (guint i = view->first; i < view->limit && end == 0; i++)
    if (rcp_sentence_view_is (view, i, RCP_CUE_ATTRIBUTION))
      {
        from = i;
        end = find_end (view, i);
      }
  if (end == 0 && !find_inversion (view, &from, &end) && !find_subject (view, &from, &end))
    return NULL;
  *range = (RcpRange){ view->text->tokens[from].start, view->text->tokens[end - 1].end };
  return rcp_segmented_text_dup_range (view->text, *range);
}
