#include "config.h"

#include "rcp-quotation-finder.h"

#include <string.h>

#include "rcp-quotation-private.h"

/* Of what is said, how much must stand between marks for a whole quotation, and how many words at least. */
#define DIRECT_PERCENT 75
#define DIRECT_WORDS 4

/* What stands between marks and nobody is said to say is a quotation from that many words on; less is a title, a nickname. */
#define UNSAID_WORDS 8

/* A name between marks ("« Le Courrier »") quotes nobody. */
#define NAME_WORDS 2

/* A quotation goes over that many paragraphs at most. */
#define MAX_PARAGRAPHS 40

/* A line of dialogue that a dash begins is short; a longer one begins with a dash for another reason. */
#define DIALOGUE_TOKENS 30

struct _RcpQuotationFinder
{
  /* owned */
  RcpSayingLexicon *lexicon;
};

/**
 * rcp_quotation_finder_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a finder, NULL with @error set.
 */
RcpQuotationFinder *
rcp_quotation_finder_new (GError **error)
{
  RcpSayingLexicon *lexicon = rcp_saying_lexicon_new (error);
  RcpQuotationFinder *self;

  if (lexicon == NULL)
    return NULL;
  self = g_new0 (RcpQuotationFinder, 1);
  self->lexicon = lexicon;
  return self;
}

void
rcp_quotation_finder_free (RcpQuotationFinder *self)
{
  g_clear_pointer (&self->lexicon, rcp_saying_lexicon_free);
  g_free (self);
}

static gboolean
is_word (const RcpQuotationReader *reader, guint token)
{
  return reader->text->tokens[token].kind != RCP_TOKEN_PUNCTUATION;
}

static gboolean
is_name (const RcpQuotationReader *reader, const RcpQuotedSpan *span)
{
  guint n = 0;

  for (guint i = span->open + 1; i < span->close; i++)
    if (is_word (reader, i))
      {
        n++;
        if (!(reader->text->tokens[i].flags & RCP_TOKEN_CAPITALISED))
          return FALSE;
      }
  return n <= NAME_WORDS;
}

static gboolean
lies_in (RcpTokens run, guint token)
{
  return token >= run.first && token < run.end;
}

static gboolean
begins_capitalised (const RcpQuotationReader *reader, RcpTokens run)
{
  guint i = run.first;

  while (i < run.end && i < reader->text->n_tokens && !is_word (reader, i))
    i++;
  return i < run.end && i < reader->text->n_tokens && (reader->text->tokens[i].flags & RCP_TOKEN_CAPITALISED) != 0;
}

/* "— Nous partons, dit Anna": a dash begins what is said. */
static gboolean
is_dialogue (const RcpQuotationReader *reader, const RcpSaying *saying)
{
  const RcpToken *first = &reader->text->tokens[saying->content.first];

  return saying->form == RCP_SAYING_FORM_AFTER && saying->content.end - saying->content.first <= DIALOGUE_TOKENS
         && (strcmp (first->folded, "—") == 0 || strcmp (first->folded, "–") == 0)
         && saying->content.first == reader->text->sentences[saying->sentence].first_token;
}

/* No more of a saying is looked at: a text without full stops has as many sayings as it has verbs, each of which goes on to its
 * end. Far beyond any sentence of the press; in a longer one the first words decide. */
#define MAX_LOOKED_AT 1000

/* In whose words a saying is told: how much of it stands between marks. */
static RcpQuotation
get_kind (const RcpQuotationReader *reader, const RcpSaying *saying)
{
  guint n_words = 0, n_quoted = 0, end = MIN (saying->content.end, reader->text->n_tokens);

  for (guint i = saying->content.first; i < end && i < saying->content.first + MAX_LOOKED_AT; i++)
    {
      const RcpQuotedSpan *span;

      if (!is_word (reader, i) || lies_in (saying->words, i) || lies_in (saying->verb, i)
          || lies_in (saying->medium, i))
        continue;
      span = rcp_quotation_reader_find_span (reader, i);
      n_words++;
      n_quoted += span != NULL && (!is_name (reader, span) || span->open == saying->content.first);
    }
  if (n_quoted == 0)
    return is_dialogue (reader, saying) ? RCP_QUOTATION_DIRECT : RCP_QUOTATION_PARAPHRASE;
  /* "Il a dit « non »": the sentence goes on in the words of another. */
  if (saying->form == RCP_SAYING_FORM_SUBJECT && !begins_capitalised (reader, saying->content))
    return RCP_QUOTATION_PIECES;
  if (saying->form != RCP_SAYING_FORM_JUDGE && n_quoted * 100 >= n_words * DIRECT_PERCENT
      && (n_quoted >= DIRECT_WORDS || saying->form == RCP_SAYING_FORM_AFTER))
    return RCP_QUOTATION_DIRECT;
  return RCP_QUOTATION_PIECES;
}

static RcpRange
get_range (const RcpQuotationReader *reader, RcpTokens run)
{
  guint end = MIN (run.end, reader->text->n_tokens);

  if (end <= run.first)
    return (RcpRange){ 0, 0 };
  return (RcpRange){ reader->text->tokens[run.first].start, reader->text->tokens[end - 1].end };
}

static char *
dup_words (const RcpQuotationReader *reader, RcpRange range)
{
  return rcp_range_length (range) > 0 ? rcp_segmented_text_dup_range (reader->text, range) : NULL;
}

static void
add_quotation (const RcpQuotationReader *reader, const RcpSaying *saying, RcpTokens content, RcpQuotation kind,
               GPtrArray *quotations)
{
  RcpFoundQuotation *quotation = rcp_found_quotation_new ();

  quotation->range = get_range (reader, content);
  quotation->kind = kind;
  if (saying)
    {
      quotation->speaker = saying->speaker;
      quotation->verb_range = get_range (reader, saying->verb);
      quotation->attribution_range = get_range (reader, saying->words);
      quotation->attribution = dup_words (reader, quotation->attribution_range);
      quotation->medium_range = get_range (reader, saying->medium);
      quotation->medium = dup_words (reader, quotation->medium_range);
    }
  g_ptr_array_add (quotations, quotation);
}

/* Nothing but marks stands before the span in its sentence, nor after it in the one it closes in. */
static gboolean
stands_alone (const RcpQuotationReader *reader, const RcpQuotedSpan *span)
{
  const RcpSegmentedText *text = reader->text;
  guint open = text->tokens[span->open].sentence, last = MIN (span->close, text->n_tokens - 1);
  guint close = text->tokens[span->is_closed || last == span->close ? last : last - 1].sentence;
  const RcpSentence *sentence = &text->sentences[close];

  for (guint i = text->sentences[open].first_token; i < span->open; i++)
    if (is_word (reader, i))
      return FALSE;
  for (guint i = span->close; span->is_closed && i < sentence->first_token + sentence->n_tokens; i++)
    if (is_word (reader, i))
      return FALSE;
  return TRUE;
}

static guint
count_words (const RcpQuotationReader *reader, const RcpQuotedSpan *span)
{
  guint n = 0;

  for (guint i = span->open + 1; i < span->close; i++)
    n += is_word (reader, i);
  return n;
}

/* Whether what the saying says is between marks, so that a quotation after it may go on with it. */
static gboolean
quotes (const RcpQuotationReader *reader, const RcpSaying *saying)
{
  return get_kind (reader, saying) == RCP_QUOTATION_DIRECT;
}

/* Each paragraph of a long quotation opens with a mark, and only the last one closes: who says that one says all. */
static const RcpSaying *
find_saying_after (const RcpQuotationReader *reader, guint span, guint next)
{
  guint limit = span + MAX_PARAGRAPHS, open;

  for (; span < limit && span + 1 < reader->spans->len; span++)
    {
      const RcpQuotedSpan *at = &g_array_index (reader->spans, RcpQuotedSpan, span);

      if (at->is_closed || at->close != (at + 1)->open)
        break;
    }
  open = g_array_index (reader->spans, RcpQuotedSpan, span).open;
  for (guint i = next; i < reader->sayings->len; i++)
    {
      const RcpSaying *saying = &g_array_index (reader->sayings, RcpSaying, i);

      if (lies_in (saying->content, open))
        return saying;
      if (MIN (saying->content.first, saying->words.first) > open)
        break;
    }
  return NULL;
}

/* What stands between marks beside no verb of saying goes on with the quotation before it, or nobody says it. */
static void
add_spans (const RcpQuotationReader *reader, GPtrArray *quotations)
{
  const RcpSegmentedText *text = reader->text;
  const RcpSaying *last = NULL;
  guint last_end = 0, next = 0, covered = 0;

  for (guint i = 0; i < reader->spans->len; i++)
    {
      const RcpQuotedSpan *span = &g_array_index (reader->spans, RcpQuotedSpan, i);
      const RcpSentence *sentence = &text->sentences[text->tokens[span->open].sentence];
      const RcpSaying *first;
      guint quoted_sentence;

      /* A saying belongs before the span where any of its words do. */
      for (; next < reader->sayings->len; next++)
        {
          const RcpSaying *saying = &g_array_index (reader->sayings, RcpSaying, next);

          if (MIN (saying->content.first, saying->words.first) > span->open)
            break;
          covered = MAX (covered, saying->content.end);
          last = saying;
          last_end = MAX (saying->content.end, saying->words.end);
        }
      if (span->open < covered || sentence->is_set_aside || sentence->is_heading)
        continue;
      quoted_sentence = last_end > 0 ? text->tokens[MIN (last_end, text->n_tokens) - 1].sentence : 0;
      if (!span->is_closed && (first = find_saying_after (reader, i, next)))
        add_quotation (reader, first, (RcpTokens){ span->open, span->close }, RCP_QUOTATION_DIRECT, quotations);
      else if (last && stands_alone (reader, span) && text->tokens[span->open].sentence <= quoted_sentence + 1
          && quotes (reader, last))
        {
          add_quotation (reader, last, (RcpTokens){ span->open, MIN (span->close + 1, text->n_tokens) }, RCP_QUOTATION_DIRECT,
                         quotations);
          last_end = MIN (span->close + 1, text->n_tokens);
        }
      else if (count_words (reader, span) >= UNSAID_WORDS)
        add_quotation (reader, NULL, (RcpTokens){ span->open, MIN (span->close + 1, text->n_tokens) },
                       stands_alone (reader, span) ? RCP_QUOTATION_DIRECT : RCP_QUOTATION_PIECES, quotations);
    }
}

static int
compare_quotations (gconstpointer x, gconstpointer y)
{
  const RcpFoundQuotation *a = *(RcpFoundQuotation *const *) x, *b = *(RcpFoundQuotation *const *) y;

  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;
  if (a->range.end != b->range.end)
    return a->range.end < b->range.end ? -1 : 1;
  return (a->attribution_range.start > b->attribution_range.start)
         - (a->attribution_range.start < b->attribution_range.start);
}

/**
 * rcp_quotation_finder_find:
 * @names: what is known of names
 * @text: the article, segmented
 * @title: where its title stands; empty for nowhere
 * @findings: its dates, actors and mentions; receives the quotations
 *
 * Finds what somebody is said to have said. Headings other than the title and what is set aside are left out; a text in a
 * language that is not known has none. Any thread.
 */
void
rcp_quotation_finder_find (const RcpQuotationFinder *self, const RcpLexicon *names, const RcpSegmentedText *text,
                           RcpRange title, RcpFindings *findings)
{
  RcpQuotationReader reader = { .lexicon = self->lexicon, .names = names, .text = text, .findings = findings };

  if (g_strcmp0 (text->language, "fr") != 0 && g_strcmp0 (text->language, "en") != 0)
    return;
  reader.french = text->language[0] == 'f';
  reader.spans = rcp_quoted_spans_find (text);
  reader.sayings = g_array_new (FALSE, FALSE, sizeof (RcpSaying));
  rcp_speakers_learn_genders (&reader);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];
      gboolean is_title = rcp_range_length (title) > 0 && rcp_range_overlaps (sentence->range, title);

      if (sentence->is_set_aside || (sentence->is_heading && !is_title) || sentence->n_tokens < 3)
        continue;
      reader.sentence = i;
      reader.first = sentence->first_token;
      reader.limit = sentence->first_token + sentence->n_tokens;
      rcp_sayings_find (&reader);
    }
  for (guint i = 0; i < reader.sayings->len; i++)
    {
      const RcpSaying *saying = &g_array_index (reader.sayings, RcpSaying, i);

      add_quotation (&reader, saying, saying->content, get_kind (&reader, saying), findings->quotations);
    }
  add_spans (&reader, findings->quotations);
  g_ptr_array_sort (findings->quotations, compare_quotations);
  g_array_unref (reader.spans);
  g_array_unref (reader.sayings);
  g_free (reader.genders);
}
