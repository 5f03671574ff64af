#pragma once

#include "rcp-range.h"

G_BEGIN_DECLS

/**
 * RcpTextOffsets:
 *
 * Turns code points of one text into bytes; fast when asked in ascending order. A value on the stack.
 */
typedef struct
{
  const char *text;
  const char *at;
  guint position;
} RcpTextOffsets;

static inline void
rcp_text_offsets_init (RcpTextOffsets *self, const char *text)
{
  self->text = self->at = text;
  self->position = 0;
}

/** rcp_text_offsets_get: the place of code point @position; the end of the text for one beyond it. */
static inline const char *
rcp_text_offsets_get (RcpTextOffsets *self, guint position)
{
  if (position < self->position)
    rcp_text_offsets_init (self, self->text);
  while (self->position < position && *self->at)
    {
      self->at = g_utf8_next_char (self->at);
      self->position++;
    }
  return self->at;
}

/** rcp_text_offsets_dup: (transfer full): the words of a range. */
static inline char *
rcp_text_offsets_dup (RcpTextOffsets *self, RcpRange range)
{
  const char *start = rcp_text_offsets_get (self, range.start);
  const char *end = rcp_text_offsets_get (self, MAX (range.start, range.end));

  return g_strndup (start, end - start);
}

G_END_DECLS
