#pragma once

#include "rcp-date-shape.h"

G_BEGIN_DECLS

/* Private to the date finder: the words of a sentence, as patterns, guards and tenses look at them. */

typedef struct
{
  const RcpDateGrammar *grammar;
  const RcpSegmentedText *text;
  const GArray *items;
} RcpDateSentence;

static inline const RcpDateItem *
item_at (const RcpDateSentence *self, guint at)
{
  return &g_array_index (self->items, RcpDateItem, at);
}

static inline const RcpToken *
token_of (const RcpDateSentence *self, guint at)
{
  return &self->text->tokens[item_at (self, at)->token];
}

static inline gboolean
has (const RcpDateSentence *self, guint at, RcpDateWordClass cls)
{
  return at < self->items->len && rcp_date_word_has (item_at (self, at)->word, cls);
}

/* The item after a stretch that was read from characters. */
static inline guint
item_after (const RcpDateSentence *self, guint at, gsize stop)
{
  while (at < self->items->len && token_of (self, at)->offset_bytes < stop)
    at++;
  return at;
}

/* rcp-date-tod.c */
gboolean rcp_date_tod_is_at (const RcpDateSentence *self, guint at);
int      rcp_date_tod_match (const RcpDateSentence *self, guint at, RcpDatePiece *piece);

G_END_DECLS
