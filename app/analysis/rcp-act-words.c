#include "config.h"

#include "rcp-act-words.h"

/* How many tokens the longest trigger that begins at @at covers; 0 for none of @action. */
static guint
match_at (const RcpActionLexicon *lexicon, const RcpSegmentedText *text, guint at, RcpAction action)
{
  guint longest = 0;

  for (guint noun = 0; noun < 2; noun++)
    {
      RcpTrigger trigger;

      if (rcp_action_lexicon_find_trigger (lexicon, text, at, text->n_tokens, noun, &trigger)
          && trigger.concept->action == action && !trigger.concept->is_statement)
        longest = MAX (longest, trigger.match.n_tokens);
    }
  return longest;
}

/**
 * rcp_act_words_find:
 * @lexicon: the words that tell happenings
 * @sentence: the sentence of an account
 * @language: (nullable): its language; in any but French and English nothing is found
 * @action: what the account tells
 *
 * The verbs and nouns by which a sentence names what was done, as they are written. Words that merely report what somebody
 * said are left out.
 *
 * Returns: (transfer full): of #RcpRange, in code points of @sentence, in text order, none within another.
 */
GArray *
rcp_act_words_find (const RcpActionLexicon *lexicon, const char *sentence, const char *language, RcpAction action)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RcpRange));
  RcpSegmentedText *text = rcp_segmented_text_new (sentence, language, NULL);

  for (guint i = 0; i < text->n_tokens;)
    {
      guint n = match_at (lexicon, text, i, action);

      if (n > 0)
        {
          RcpRange range = { text->tokens[i].start, text->tokens[i + n - 1].end };

          g_array_append_val (words, range);
        }
      i += MAX (n, 1);
    }
  rcp_segmented_text_unref (text);
  return words;
}
