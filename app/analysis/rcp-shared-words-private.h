#pragma once

#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpSharedWord:
 * @hash: of the word as it is compared
 * @token: its token
 * @is_plain: neither a name, a number nor of an office
 * @is_long: plain, long and beside no number: a word that is chosen
 * @is_quoted: inside quotation marks
 *
 * A word of a text that is compared with others; punctuation and what is set aside is none.
 */
typedef struct
{
  guint64 hash;
  guint token;
  gboolean is_plain;
  gboolean is_long;
  gboolean is_quoted;
} RcpSharedWord;

GArray *rcp_shared_words_read (const RcpSegmentedText *text, gboolean stems) G_GNUC_WARN_UNUSED_RESULT;
guint64 rcp_shared_words_hash (const RcpSharedWord *words, guint n);

G_END_DECLS
