#pragma once

#include <glib-object.h>

#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_SEGMENTED_TEXT (rcp_segmented_text_get_type ())

/**
 * RcpTokenKind:
 * @RCP_TOKEN_WORD: letters; an elided article or pronoun with its apostrophe ("l’", "qu'") is a word of its own
 * @RCP_TOKEN_NUMBER: digits only
 * @RCP_TOKEN_MIXED: letters and digits ("26th", "1er", "G7")
 * @RCP_TOKEN_PUNCTUATION: one character of punctuation or symbol; hyphens and slashes are tokens of their own
 */
typedef enum
{
  RCP_TOKEN_WORD,
  RCP_TOKEN_NUMBER,
  RCP_TOKEN_MIXED,
  RCP_TOKEN_PUNCTUATION,
} RcpTokenKind;

/**
 * RcpTokenFlags:
 * @RCP_TOKEN_CAPITALISED: begins with a capital letter
 * @RCP_TOKEN_ALL_CAPITALS: two letters or more, all capitals
 * @RCP_TOKEN_SENTENCE_START: first word of its sentence (a quotation mark may stand before it)
 * @RCP_TOKEN_GLUED: no white space before it
 * @RCP_TOKEN_IN_QUOTES: inside quotation marks
 */
typedef enum
{
  RCP_TOKEN_CAPITALISED = 1 << 0,
  RCP_TOKEN_ALL_CAPITALS = 1 << 1,
  RCP_TOKEN_SENTENCE_START = 1 << 2,
  RCP_TOKEN_GLUED = 1 << 3,
  RCP_TOKEN_IN_QUOTES = 1 << 4,
} RcpTokenFlags;

/**
 * RcpToken:
 * @start: first code point
 * @end: one past the last
 * @offset_bytes: where it begins in the text
 * @length_bytes: how long it is
 * @folded: lower case, no diacritics, ligatures opened, straight apostrophe ("Cédéao" → "cedeao", "L’" → "l'"); owned
 *   by the segmented text; a mark of punctuation stays as it is, but for apostrophes
 * @kind: what it is
 * @flags: how it stands
 * @sentence: index of its sentence
 */
typedef struct
{
  guint start;
  guint end;
  guint offset_bytes;
  guint length_bytes;
  const char *folded;
  RcpTokenKind kind;
  RcpTokenFlags flags;
  guint sentence;
} RcpToken;

/**
 * RcpSentence:
 * @range: from its first to its last character, white space around it left out
 * @first_token: index of its first token
 * @n_tokens: how many tokens it has
 * @paragraph: index of its paragraph, from 0
 * @is_heading: a short line without a final stop that stands alone: a title, a crosshead, a label
 * @is_set_aside: most of it lies in a stretch set aside; its tokens are not analysed
 */
typedef struct
{
  RcpRange range;
  guint first_token;
  guint n_tokens;
  guint paragraph;
  gboolean is_heading;
  gboolean is_set_aside;
} RcpSentence;

typedef struct _RcpTextMemo RcpTextMemo;

/**
 * RcpSegmentedText:
 * @text: (not owned by readers): the whole text, UTF-8
 * @length: its code points
 * @language: "fr", "en", or "" for any other
 * @tokens: every token of the text, in order
 * @n_tokens: how many
 * @sentences: every sentence, in order
 * @n_sentences: how many
 *
 * A text cut into paragraphs, sentences and tokens; what all finders read. Immutable, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  char *text;
  gsize length_bytes;
  guint length;
  char *language;
  RcpToken *tokens;
  guint n_tokens;
  RcpSentence *sentences;
  guint n_sentences;
  gpointer arena;
  RcpTextMemo *memo;
} RcpSegmentedText;

/**
 * RcpTextMemo:
 * @key: whose it is, so that nobody else takes it for theirs
 * @numbers: one for each token
 *
 * What a reader of the text worked out for each token and would work out again and again: a number whose meaning is the
 * reader's own. Kept once by whoever comes first.
 */
struct _RcpTextMemo
{
  guint key;
  guint32 *numbers;
};

GType             rcp_segmented_text_get_type (void);
RcpSegmentedText *rcp_segmented_text_new      (const char *text, const char *language, const GArray *set_aside);
RcpSegmentedText *rcp_segmented_text_ref      (RcpSegmentedText *self);
void              rcp_segmented_text_unref    (RcpSegmentedText *self);
char             *rcp_segmented_text_dup_range (const RcpSegmentedText *self, RcpRange range) G_GNUC_WARN_UNUSED_RESULT;
void              rcp_segmented_text_take_memo (const RcpSegmentedText *self, guint key, guint32 *numbers);
guint64           rcp_segmented_text_hash_sentence (const RcpSegmentedText *self, guint sentence, guint *n_words);
guint             rcp_segmented_text_find_token (const RcpSegmentedText *self, guint position);

/** rcp_segmented_text_get_memo: (nullable): the numbers kept under @key; NULL for none. */
static inline const guint32 *
rcp_segmented_text_get_memo (const RcpSegmentedText *self, guint key)
{
  const RcpTextMemo *memo = g_atomic_pointer_get (&((RcpSegmentedText *) self)->memo);

  return memo != NULL && memo->key == key ? memo->numbers : NULL;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpSegmentedText, rcp_segmented_text_unref)

G_END_DECLS
