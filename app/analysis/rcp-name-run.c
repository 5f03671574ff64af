#include "config.h"

#include "rcp-name-scan-private.h"

#include <string.h>

#define ENGLISH_MONTHS                                                                                                 \
  "january february march april may june july august september october november december"

/** rcp_name_span_clear: frees what a span owns. */
void
rcp_name_span_clear (RcpNameSpan *span)
{
  g_free (span->key);
  g_free (span->role);
  g_free (span->short_role);
}

/** rcp_name_spans_new: (transfer full): an empty array of RcpNameSpan that frees what its elements own. */
GArray *
rcp_name_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (RcpNameSpan));

  g_array_set_clear_func (spans, (GDestroyNotify)rcp_name_span_clear);
  return spans;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const RcpNameSpan *span_a = a, *span_b = b;

  if (span_a->first != span_b->first)
    return span_a->first < span_b->first ? -1 : 1;
  return span_a->end == span_b->end ? 0 : span_a->end > span_b->end ? -1 : 1;
}

/** rcp_name_spans_sort: text order; of two that begin together the longer first. */
void
rcp_name_spans_sort (GArray *spans)
{
  g_array_sort (spans, compare_spans);
}

/** rcp_tokens_match_cue: the number of tokens from @at that are a cue of class @cue; 0 for none. */
guint
rcp_tokens_match_cue (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint at, guint limit, RcpNameCue cue)
{
  return rcp_lexicon_match_cue (lexicon, text, at, limit, cue);
}

/** rcp_tokens_is: whether the token's folded form is one of @words, parted by spaces. */
gboolean
rcp_tokens_is (const RcpSegmentedText *text, guint at, const char *words)
{
  const char *folded = at < text->n_tokens ? text->tokens[at].folded : "";

  if (*folded == '\0')
    return FALSE;
  /* The lists are short and mostly fail on the first letter: calling for strstr() would cost more. */
  for (;;)
    {
      const char *given = folded;

      while (*given != '\0' && *words == *given)
        {
          words++;
          given++;
        }
      if (*given == '\0' && (*words == ' ' || *words == '\0'))
        return TRUE;
      while (*words != ' ')
        if (*words++ == '\0')
          return FALSE;
      words++;
    }
}

static gboolean
is_elided (const RcpToken *token)
{
  gsize length = strlen (token->folded);

  return length >= 2 && token->folded[length - 1] == '\'';
}

/** rcp_tokens_is_name: whether the token is a word with a capital that is not just a function word. */
gboolean
rcp_tokens_is_name (const RcpSegmentedText *text, guint at)
{
  return at < text->n_tokens && rcp_token_is_word (&text->tokens[at])
         && (text->tokens[at].flags & RCP_TOKEN_CAPITALISED);
}

/** rcp_name_is_never: whether the cues say that the word is no name, whatever its capital. */
gboolean
rcp_name_is_never (RcpNameScan *scan, guint at)
{
  return rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, RCP_NAME_CUE_NEVER) > 0;
}

/* A word that this text or the language writes small, where a capital only says that a sentence begins. */
gboolean
rcp_name_is_common_here (RcpNameScan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];
  const RcpLexiconEntry *entry;

  if (token->flags & RCP_TOKEN_ALL_CAPITALS && token->end - token->start > 1 && !scan->is_shouted)
    return FALSE;
  return g_hash_table_contains (scan->small, token->folded)
         || rcp_lexicon_match (scan->lexicon, scan->text, at, at + 1,
                               RCP_LEXICON_COMMON_WORD | RCP_LEXICON_OFFICE, &entry)
                > 0;
}

/** rcp_name_has_class: whether the lexicon knows the one word in one of @classes (RcpLexiconClass). */
gboolean
rcp_name_has_class (RcpNameScan *scan, guint at, guint classes)
{
  const RcpLexiconEntry *entry;

  return rcp_lexicon_match (scan->lexicon, scan->text, at, at + 1, classes, &entry) > 0;
}

/** rcp_name_is_acronym: two to eight capitals that are no Roman number. In a shouted sentence every short word is. */
gboolean
rcp_name_is_acronym (const RcpToken *token)
{
  guint length = token->end - token->start;

  return (token->flags & RCP_TOKEN_ALL_CAPITALS) && length >= 2 && length <= 8
         && strspn (token->folded, "ivxlcdm") != strlen (token->folded);
}

/* "Le Pen", "La Haye", "El Baradei": an article with a capital inside a sentence, before another capital.
 * What the lexicon knows without the article needs none ("« La France »"). */
static gboolean
is_capital_article (RcpNameScan *scan, guint at)
{
  const RcpLexiconEntry *entry;

  return rcp_tokens_is_name (scan->text, at) && at + 1 < scan->sentence_end
         && rcp_tokens_is (scan->text, at, "le la les de du el al van von ben the")
         && rcp_tokens_is_name (scan->text, at + 1) && !rcp_name_is_never (scan, at + 1)
         && (!rcp_tokens_is (scan->text, at, "le la les the")
             || rcp_lexicon_match (scan->lexicon, scan->text, at + 1, scan->sentence_end, RCP_NAME_CLASSES,
                                   &entry)
                    == 0)
         && !rcp_tokens_is (scan->text, at, scan->is_french ? "the" : "-")
         && !(rcp_tokens_is (scan->text, at, "the") && at > 0
              && scan->text->tokens[at - 1].kind == RCP_TOKEN_PUNCTUATION);
}

/** rcp_name_is_date_word: "Friday", and "May" or "April" beside a number or after "in": a date, although people have such
 * names. */
gboolean
rcp_name_is_date_word (RcpNameScan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;

  if (scan->is_french)
    return FALSE;
  if (rcp_tokens_is (text, at, "monday tuesday wednesday thursday friday saturday sunday"))
    return at + 1 >= scan->sentence_end || !rcp_tokens_is_name (text, at + 1)
           || rcp_tokens_is (text, at + 1, ENGLISH_MONTHS);
  if (!rcp_tokens_is (text, at, ENGLISH_MONTHS))
    return FALSE;
  if (at > 0 && (text->tokens[at - 1].kind == RCP_TOKEN_NUMBER || text->tokens[at - 1].kind == RCP_TOKEN_MIXED
                 || rcp_tokens_is (text, at - 1, "in since until early mid late last next this of")))
    return at + 1 >= scan->sentence_end || !rcp_tokens_is_name (text, at + 1);
  return at + 1 < scan->sentence_end
         && (text->tokens[at + 1].kind == RCP_TOKEN_NUMBER || text->tokens[at + 1].kind == RCP_TOKEN_MIXED);
}

/* Whether the token begins a name: a capital that is no mere start of a sentence. */
gboolean
rcp_name_begins (RcpNameScan *scan, guint at)
{
  const RcpToken *token = &scan->text->tokens[at];

  if (!rcp_tokens_is_name (scan->text, at) || scan->is_shouted)
    return FALSE;
  if (is_capital_article (scan, at) && !(token->flags & RCP_TOKEN_SENTENCE_START))
    return TRUE;
  if (is_elided (token) || rcp_name_is_never (scan, at))
    return FALSE;
  if ((token->flags & RCP_TOKEN_SENTENCE_START) && rcp_name_is_common_here (scan, at))
    {
      /* "Radio Omega", but not "Radio publique"; "Le" is never a name. */
      guint next = at + 1;

      return next < scan->sentence_end && rcp_tokens_is_name (scan->text, next)
             && !rcp_name_is_never (scan, next)
             && (rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, RCP_NAME_CUE_ORG_HEAD)
                 || rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, RCP_NAME_CUE_PLACE_HEAD)
                 || rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME));
    }
  return TRUE;
}

static gboolean
is_glued_punctuation (RcpNameScan *scan, guint at, char c)
{
  const RcpToken *token = &scan->text->tokens[at];

  return at + 1 < scan->sentence_end && token->kind == RCP_TOKEN_PUNCTUATION && token->folded[0] == c
         && (token->flags & RCP_TOKEN_GLUED) && (scan->text->tokens[at + 1].flags & RCP_TOKEN_GLUED);
}

/* "Valéry Giscard d'Estaing": after two capitals "d'" goes on with a name, unless a place or a body follows.
 */
static gboolean
is_unknown_after (RcpNameScan *scan, guint at, guint of, guint next)
{
  const RcpLexiconEntry *entry;

  return of >= at + 2 && rcp_tokens_is (scan->text, of, "d'")
         && rcp_lexicon_match (scan->lexicon, scan->text, next, scan->sentence_end, RCP_NAME_CLASSES, &entry)
                == 0
         && rcp_tokens_match_cue (scan->lexicon, scan->text, at, at + 1, RCP_NAME_CUE_ORG_HEAD) == 0;
}

/* The end of the run of capitalised words that begins at @at, with what joins them: hyphens, initials,
 * particles. */
guint
rcp_name_run_end (RcpNameScan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  gboolean has_given = rcp_name_has_class (scan, at, RCP_LEXICON_FIRST_NAME);
  guint end = at + 1;

  while (end < scan->sentence_end && end - at < RCP_NAME_MAX_TOKENS)
    {
      guint next = end;

      if (is_glued_punctuation (scan, end, '-'))
        {
          /* "Saint-Denis", "Hauts-de-Seine", "Jean-Luc" are one name; "US-led" is a name and a verb. */
          guint stop = end;

          while (stop < end + RCP_NAME_MAX_TOKENS && is_glued_punctuation (scan, stop, '-')
                 && rcp_token_is_word (&text->tokens[stop + 1]))
            stop += 2;
          if (stop == end + 2 && !(text->tokens[end + 1].flags & RCP_TOKEN_CAPITALISED)
              && !is_elided (&text->tokens[end + 1]))
            break;
          if (stop == end)
            break;
          end = stop;
          continue;
        }
      if (text->tokens[end].kind == RCP_TOKEN_PUNCTUATION && text->tokens[end].folded[0] == '.'
          && (text->tokens[end].flags & RCP_TOKEN_GLUED)
          && text->tokens[end - 1].end - text->tokens[end - 1].start == 1 && end + 1 < scan->sentence_end
          && rcp_tokens_is_name (text, end + 1))
        {
          end++; /* an initial */
          continue;
        }
      if (rcp_tokens_is_name (text, next)
          && (!rcp_name_is_never (scan, next) || is_capital_article (scan, next))
          && !(text->tokens[next].flags & RCP_TOKEN_SENTENCE_START))
        {
          if (is_elided (&text->tokens[next])
              && !(next + 1 < scan->sentence_end && rcp_tokens_is_name (text, next + 1)))
            break;
          end++;
          continue;
        }
      /* Particles: "de" only in a name that begins like a person's. */
      while (next < scan->sentence_end && next - end < 3 && rcp_token_is_word (&text->tokens[next])
             && !(text->tokens[next].flags & RCP_TOKEN_CAPITALISED)
             && rcp_tokens_match_cue (scan->lexicon, text, next, next + 1, RCP_NAME_CUE_PARTICLE))
        next++;
      if (next > end && is_glued_punctuation (scan, next, '-'))
        next++; /* "el-Béchir" */
      if (next == end || next >= scan->sentence_end || !rcp_tokens_is_name (text, next)
          || rcp_name_is_never (scan, next)
          || (rcp_tokens_is (text, end, "de d'") && !has_given && !is_unknown_after (scan, at, end, next))
          || rcp_tokens_is (text, end, "la le du des y ou"))
        break;
      end = next + 1;
    }
  return end;
}

/* "de la", "des", "du", "d'" before a capital: how a body's or a street's name goes on. */
guint
rcp_name_complement_end (RcpNameScan *scan, guint at)
{
  const RcpSegmentedText *text = scan->text;
  guint next = at;

  if (next >= scan->sentence_end
      || !rcp_tokens_is (text, next, scan->is_french ? "de du des d' pour aux" : "of for the and"))
    return at;
  next++;
  if (next < scan->sentence_end && rcp_tokens_is (text, next, scan->is_french ? "la l' le les" : "the"))
    next++;
  if (next >= scan->sentence_end || !rcp_tokens_is_name (text, next) || rcp_name_is_never (scan, next))
    return at;
  return rcp_name_run_end (scan, next);
}
