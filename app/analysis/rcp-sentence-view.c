#include "config.h"

#include "rcp-sentence-view.h"

#include <string.h>

/** rcp_sentence_view_init: an empty view; @text and @findings must outlive it. */
void
rcp_sentence_view_init (RcpSentenceView *view, const RcpActionLexicon *lexicon, const RcpSegmentedText *text,
                        const RcpFindings *findings)
{
  *view = (RcpSentenceView){ .lexicon = lexicon, .text = text, .findings = findings };
  view->clauses = g_array_new (FALSE, TRUE, sizeof (guint));
  view->dates = g_array_new (FALSE, FALSE, sizeof (guint));
  view->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
  view->hits = g_array_new (FALSE, FALSE, sizeof (RcpHit));
}

void
rcp_sentence_view_clear (RcpSentenceView *view)
{
  g_clear_pointer (&view->clauses, g_array_unref);
  g_clear_pointer (&view->dates, g_array_unref);
  g_clear_pointer (&view->mentions, g_array_unref);
  g_clear_pointer (&view->hits, g_array_unref);
}

static guint
find_first_date (const GPtrArray *dates, guint position)
{
  guint low = 0, high = dates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const RcpDateExpression *) dates->pdata[middle])->range.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* One that cannot be resolved yet ("mardi", in an article of unknown date) still tells which happening it dates. */
static gboolean
is_usable (const RcpDateExpression *date)
{
  return date->kind == RCP_DATE_POINT || date->kind == RCP_DATE_RANGE;
}

/**
 * rcp_sentence_view_read:
 * @sentence: index of a sentence
 * @is_title: whether it is the title of the article
 *
 * Looks at one sentence: its clauses, dates, actors and the words that tell a happening, each with the date that dates it.
 */
void
rcp_sentence_view_read (RcpSentenceView *view, guint sentence, gboolean is_title)
{
  const RcpSentence *at = &view->text->sentences[sentence];
  const RcpFindings *findings = view->findings;

  view->index = sentence;
  view->first = at->first_token;
  view->limit = at->first_token + at->n_tokens;
  view->is_title = is_title;
  g_array_set_size (view->clauses, 0);
  g_array_set_size (view->clauses, at->n_tokens);
  g_array_set_size (view->dates, 0);
  g_array_set_size (view->mentions, 0);
  g_array_set_size (view->hits, 0);
  for (guint i = find_first_date (findings->dates, at->range.start); i < findings->dates->len; i++)
    {
      const RcpDateExpression *date = findings->dates->pdata[i];

      if (date->range.start >= at->range.end)
        break;
      if (is_usable (date))
        g_array_append_val (view->dates, i);
    }
  for (guint i = rcp_findings_find_mention (findings, at->range.start); i < findings->mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (findings->mentions, RcpMention, i);

      if (mention->range.start >= at->range.end)
        break;
      if (mention->acting && mention->actor >= 0 && mention->actor < (gint64) findings->actors->len
          && ((const RcpFoundActor *) findings->actors->pdata[mention->actor])->kind != RCP_ACTOR_PLACE)
        g_array_append_val (view->mentions, i);
    }
  rcp_clauses_mark (view);
  rcp_hits_find (view);
  rcp_hits_date (view);
}

/** rcp_sentence_view_clause_at: the clause of a token of the sentence; 0, the main one, for any other token. */
guint
rcp_sentence_view_clause_at (const RcpSentenceView *view, guint token)
{
  return token >= view->first && token < view->limit ? g_array_index (view->clauses, guint, token - view->first) : 0;
}

/** rcp_sentence_view_token_at: the token of the sentence that stands at a code point, or the next one. */
guint
rcp_sentence_view_token_at (const RcpSentenceView *view, guint position)
{
  guint low = view->first, high = view->limit;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (view->text->tokens[middle].end <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** rcp_sentence_view_is: whether a cue of a kind begins at a token. */
gboolean
rcp_sentence_view_is (const RcpSentenceView *view, guint token, RcpCue cue)
{
  return rcp_action_lexicon_has_cue (view->lexicon, view->text, token, view->limit, cue);
}

static gboolean
is_comma (const RcpSentenceView *view, guint token)
{
  return view->text->tokens[token].folded[0] == ',';
}

/* "ou" is where or or: only the accent tells. */
static gboolean
is_relative (const RcpSentenceView *view, guint token)
{
  const RcpToken *at = &view->text->tokens[token];

  if (!rcp_sentence_view_is (view, token, RCP_CUE_RELATIVE))
    return FALSE;
  return strcmp (at->folded, "ou") != 0 || at->length_bytes > 2;
}

static gboolean
is_declarative (const RcpSentenceView *view, guint token)
{
  const char *folded = view->text->tokens[token].folded;
  RcpTrigger trigger;

  if (strcmp (folded, "que") != 0 && strcmp (folded, "qu'") != 0 && strcmp (folded, "that") != 0)
    return FALSE;
  for (guint i = 1; i <= 3 && token >= view->first + i; i++)
    if (rcp_action_lexicon_find_trigger (view->lexicon, view->text, token - i, view->limit, FALSE, &trigger))
      return trigger.concept->is_statement || trigger.concept->action == RCP_ACTION_CONSULT
             || trigger.concept->action == RCP_ACTION_ACCUSE;
  return FALSE;
}

/**
 * rcp_clauses_mark:
 *
 * Numbers the clauses of a sentence by its relative pronouns, conjunctions, brackets and commas. What a comma closes goes
 * back to the main clause: shallow, but what it must do is to keep the date of one clause from another.
 */
void
rcp_clauses_mark (RcpSentenceView *view)
{
  guint n = 0, current = 0, outer = 0;
  gboolean until_comma = FALSE;
  guint from = view->first;

  /* A quotation mark may stand first. */
  while (from < view->limit && view->text->tokens[from].kind == RCP_TOKEN_PUNCTUATION)
    from++;
  for (guint i = view->first; i < view->limit; i++)
    {
      const char *folded = view->text->tokens[i].folded;

      /* "En effet, depuis…": a short word of joining may stand before what opens. */
      if (i == from + 2 && is_comma (view, i))
        from = i + 1;
      else if (i == from + 1 && is_comma (view, i))
        from = i + 1;
      if (i == from && (rcp_sentence_view_is (view, i, RCP_CUE_OPENING) || rcp_sentence_view_is (view, i, RCP_CUE_SUBORDINATE)))
        {
          current = ++n;
          until_comma = TRUE;
        }
      else if (folded[0] == '(')
        {
          outer = current;
          current = ++n;
        }
      else if (folded[0] == ')')
        current = outer;
      else if (folded[0] == ';')
        {
          current = ++n;
          until_comma = FALSE;
        }
      else if (is_comma (view, i) && until_comma)
        {
          current = outer = 0;
          until_comma = FALSE;
        }
      else if (i > from && is_declarative (view, i))
        {
          current = ++n;
          until_comma = FALSE;
        }
      else if (i > from && (is_relative (view, i) || rcp_sentence_view_is (view, i, RCP_CUE_SUBORDINATE)))
        {
          current = ++n;
          until_comma = TRUE;
        }
      g_array_index (view->clauses, guint, i - view->first) = current;
    }
}
