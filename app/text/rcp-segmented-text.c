#include "config.h"

#include "rcp-segmented-text.h"

#include <string.h>

#include "rcp-segmenter-private.h"

G_DEFINE_BOXED_TYPE (RcpSegmentedText, rcp_segmented_text, rcp_segmented_text_ref, rcp_segmented_text_unref)

/* Where lines are cut by a program, and not by a writer: RFC 3676 recommends 66 to 78 characters, old captures go to 100. */
#define WRAPPED_MIN_BYTES 40
#define WRAPPED_MAX_BYTES 110
#define WRAPPED_MIN_LINES 3
#define WRAPPED_SAMPLE_BYTES (256 * 1024)

/* Whether the lines are cut by their length: they are short, and sentences run on from one to the next. */
static gboolean
lines_are_wrapped (const char *text, gsize length)
{
  const char *end = text + MIN (length, WRAPPED_SAMPLE_BYTES);
  guint n_followed = 0, n_fitting = 0, n_running_on = 0, n_too_long = 0;

  for (const char *line = text; line < end;)
    {
      const char *stop = memchr (line, '\n', end - line);
      const char *last;

      if (stop == NULL || stop + 1 >= end)
        break;
      for (last = stop; last > line && g_ascii_isspace (last[-1]);)
        last--;
      if (last - line > WRAPPED_MAX_BYTES)
        n_too_long++;
      else if (last > line && stop[1] != '\n' && stop[1] != '\r')
        {
          const char *next = stop + 1;

          n_followed++;
          n_fitting += last - line >= WRAPPED_MIN_BYTES;
          while (next < end && *next == ' ')
            next++;
          n_running_on += next < end && g_unichar_islower (g_utf8_get_char_validated (next, end - next));
        }
      line = stop + 1;
    }
  return n_followed >= WRAPPED_MIN_LINES && n_too_long * 10 <= n_followed && n_fitting * 5 >= n_followed * 3
         && n_running_on * 10 >= n_followed * 3;
}

/* News text has a token for every five to six bytes; room for more is made as it is needed. */
#define BYTES_OF_TOKEN 6

/**
 * rcp_segmented_text_new:
 * @text: UTF-8, lines ending in "\n"
 * @language: (nullable): "fr" or "en"; with any other the abbreviations of both count
 * @set_aside: (nullable) (element-type RcpSetAside): stretches that are no part of the article, in order; a sentence never
 *   crosses their edges
 *
 * Cuts a text into paragraphs, sentences and tokens in one pass whose time and memory grow with its length. A paragraph
 * is a line, or in a text whose lines are cut by their length a block between empty lines. Quotation marks themselves
 * are not %RCP_TOKEN_IN_QUOTES; a quotation that is not closed ends with its paragraph.
 *
 * Returns: (transfer full): the segmented text. Any thread.
 */
RcpSegmentedText *
rcp_segmented_text_new (const char *text, const char *language, const GArray *set_aside)
{
  RcpSegmentedText *self;
  RcpSegmenter segmenter = { 0 };
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (RcpSegmentedText, 1);
  g_atomic_ref_count_init (&self->refs);
  self->text = g_utf8_validate (text, -1, &end) ? g_strdup (text) : g_utf8_make_valid (text, -1);
  self->length_bytes = strlen (self->text);
  self->language = g_strdup (g_strcmp0 (language, "fr") == 0 || g_strcmp0 (language, "en") == 0 ? language : "");

  segmenter.text = self->text;
  segmenter.text_end = self->text + self->length_bytes;
  segmenter.french = strcmp (self->language, "en") != 0;
  segmenter.english = strcmp (self->language, "fr") != 0;
  segmenter.wrapped = lines_are_wrapped (self->text, self->length_bytes);
  segmenter.tokens = g_array_sized_new (FALSE, FALSE, sizeof (RcpToken), self->length_bytes / BYTES_OF_TOKEN + 1);
  segmenter.sentences = g_array_new (FALSE, FALSE, sizeof (RcpSentence));
  segmenter.arena = g_ptr_array_new_with_free_func (g_free);
  if (set_aside)
    {
      segmenter.set_aside = (const RcpSetAside *) (gpointer) set_aside->data;
      segmenter.n_set_aside = set_aside->len;
    }
  self->length = rcp_segmenter_run (&segmenter);

  self->n_tokens = segmenter.tokens->len;
  self->tokens = (RcpToken *) (gpointer) g_array_free (segmenter.tokens, FALSE);
  self->n_sentences = segmenter.sentences->len;
  self->sentences = (RcpSentence *) (gpointer) g_array_free (segmenter.sentences, FALSE);
  self->arena = segmenter.arena;
  return self;
}

RcpSegmentedText *
rcp_segmented_text_ref (RcpSegmentedText *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_segmented_text_unref (RcpSegmentedText *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->text);
  g_free (self->language);
  g_free (self->tokens);
  g_free (self->sentences);
  g_ptr_array_unref (self->arena);
  if (self->memo)
    g_free (self->memo->numbers);
  g_free (self->memo);
  g_free (self);
}

/**
 * rcp_segmented_text_take_memo:
 * @key: whose they are
 * @numbers: (transfer full) (array): a number for each token
 *
 * Keeps what a reader worked out; where somebody has kept something before, that stays. It says nothing that the text did not
 * say, so the text is as immutable as it was. Any thread.
 */
void
rcp_segmented_text_take_memo (const RcpSegmentedText *self, guint key, guint32 *numbers)
{
  RcpTextMemo *memo = g_new (RcpTextMemo, 1);

  memo->key = key;
  memo->numbers = numbers;
  if (g_atomic_pointer_compare_and_exchange (&((RcpSegmentedText *) self)->memo, NULL, memo))
    return;
  g_free (numbers);
  g_free (memo);
}

/* From a code point to its place in the text, starting from the nearest token before it. */
static const char *
pointer_at (const RcpSegmentedText *self, guint position)
{
  guint index = rcp_segmented_text_find_token (self, position);
  const char *at = self->text;
  guint from = 0;

  if (index < self->n_tokens && self->tokens[index].start <= position)
    {
      at += self->tokens[index].offset_bytes;
      from = self->tokens[index].start;
    }
  else if (index > 0)
    {
      at += self->tokens[index - 1].offset_bytes + self->tokens[index - 1].length_bytes;
      from = self->tokens[index - 1].end;
    }
  return g_utf8_offset_to_pointer (at, MIN (position, self->length) - from);
}

/**
 * rcp_segmented_text_dup_range:
 * @range: code points; what lies beyond the end is left out
 *
 * Returns: (transfer full): that part of the text.
 */
char *
rcp_segmented_text_dup_range (const RcpSegmentedText *self, RcpRange range)
{
  const char *from, *to;

  g_return_val_if_fail (self != NULL, NULL);

  if (range.start >= range.end || range.start >= self->length)
    return g_strdup ("");
  from = pointer_at (self, range.start);
  to = pointer_at (self, range.end);
  return g_strndup (from, to - from);
}

/**
 * rcp_segmented_text_hash_sentence:
 * @sentence: index of a sentence
 * @n_words: (out) (optional): how many words it has
 *
 * Returns: a hash (FNV-1a, 64 bits) of its folded words and numbers, by which two sentences are known to say the same;
 *   punctuation, capitals and accents do not count. The same on every machine. Any thread.
 */
guint64
rcp_segmented_text_hash_sentence (const RcpSegmentedText *self, guint sentence, guint *n_words)
{
  const RcpSentence *at = &self->sentences[sentence];
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  guint n = 0;

  for (guint i = at->first_token; i < at->first_token + at->n_tokens; i++)
    {
      if (self->tokens[i].kind == RCP_TOKEN_PUNCTUATION)
        continue;
      for (const char *p = self->tokens[i].folded; *p; p++)
        hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);
      hash = (hash ^ ' ') * G_GUINT64_CONSTANT (1099511628211);
      n++;
    }
  if (n_words)
    *n_words = n;
  return hash;
}

/**
 * rcp_segmented_text_find_token:
 * @position: a code point
 *
 * Returns: the index of the first token that ends after @position, so the one that holds it or else the next one;
 *   the number of tokens where there is none.
 */
guint
rcp_segmented_text_find_token (const RcpSegmentedText *self, guint position)
{
  guint low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].end > position)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
