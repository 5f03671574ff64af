#pragma once

#include "rcp-document.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpSegmenter:
 *
 * A text while it is being cut: rcp-tokenizer.c reads its tokens, rcp-segmenter.c tells where sentences and paragraphs end.
 */
typedef struct
{
  /* borrowed */
  const char *text;
  const char *text_end;
  const RcpSetAside *set_aside;
  guint n_set_aside;

  /* owned, given to the result */
  GArray *tokens;
  GArray *sentences;
  GPtrArray *arena;

  /* plain: the text */
  gboolean french;
  gboolean english;
  gboolean wrapped;
  char *arena_at;
  gsize arena_left;
  guint next_edge; /* of the stretches set aside: twice the index, plus one for its end */
  guint set_aside_at;

  /* plain: the paragraph and the sentence being read */
  guint paragraph;
  guint paragraph_sentence;
  guint first_token;
  gboolean has_word;
  guint newlines;
  gboolean space_before;
  guint guillemets;
  guint curly_quotes;
  guint low_quotes;
  gboolean straight_quote;

  /* plain: a stop has been read and the next word decides what it was */
  gboolean stop_pending;
  gboolean stop_strong;    /* something other than one "." */
  gboolean stop_separated; /* white space or a closing mark stands after it */
  guint stop_token;
  guint next_start; /* where the next sentence would begin; G_MAXUINT until an opener is met */
} RcpSegmenter;

static inline RcpToken *
rcp_segmenter_token_at (RcpSegmenter *self, guint index)
{
  return &g_array_index (self->tokens, RcpToken, index);
}

guint rcp_segmenter_run          (RcpSegmenter *self);
void rcp_segmenter_append        (RcpSegmenter *self, RcpToken *token, gunichar mark);
void rcp_segmenter_end_paragraph (RcpSegmenter *self);

G_END_DECLS
