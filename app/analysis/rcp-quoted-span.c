#include "config.h"

#include "rcp-quoted-span.h"

#include <string.h>

/* Single marks are apostrophes as well: what they quote is no longer than that, in tokens. */
#define SINGLE_REACH 120

static gunichar
code_at (const RcpSegmentedText *text, guint token)
{
  const RcpToken *at = &text->tokens[token];

  return at->kind == RCP_TOKEN_PUNCTUATION ? g_utf8_get_char (text->text + at->offset_bytes) : 0;
}

static gboolean
is_glued (const RcpSegmentedText *text, guint token, guint end)
{
  return token < end && (text->tokens[token].flags & RCP_TOKEN_GLUED) != 0;
}

/* The end of the paragraph that a token stands in. */
static guint
find_paragraph_end (const RcpSegmentedText *text, guint sentence)
{
  guint paragraph = text->sentences[sentence].paragraph;

  while (sentence < text->n_sentences && text->sentences[sentence].paragraph == paragraph)
    sentence++;
  return sentence < text->n_sentences ? text->sentences[sentence].first_token : text->n_tokens;
}

/* The mark that closes what the one at @open opens; @end for none. */
static guint
find_close (const RcpSegmentedText *text, guint open, guint end)
{
  gunichar mark = code_at (text, open);
  guint depth = 1;

  for (guint i = open + 1; i < end; i++)
    {
      gunichar code = code_at (text, i);

      if (code == 0)
        continue;
      switch (mark)
        {
        case 0xAB:
          depth += code == 0xAB;
          depth -= code == 0xBB;
          break;
        case 0x201C:
          depth += code == 0x201C;
          depth -= code == 0x201D;
          break;
        case 0x201E:
          depth -= code == 0x201C || code == 0x201D;
          break;
        case '"':
          depth -= code == '"';
          break;
        default:
          break;
        }
      if (depth == 0)
        return i;
    }
  return end;
}

/* "‘We leave,’ he said": the mark that closes stands after a mark or before none of its word. */
static guint
find_single_close (const RcpSegmentedText *text, guint open, guint end)
{
  gunichar mark = code_at (text, open);
  guint reach = MIN (end, open + SINGLE_REACH), fallback = end;

  for (guint i = open + 1; i < reach; i++)
    {
      gunichar code = code_at (text, i);

      if ((mark == 0x2018 ? code != 0x2019 : code != '\'') || is_glued (text, i + 1, end)
          || !is_glued (text, i, end))
        continue;
      if (text->tokens[i - 1].kind == RCP_TOKEN_PUNCTUATION && strchr (",.?!", text->tokens[i - 1].folded[0]))
        return i;
      if (mark == 0x2018 && fallback == end)
        fallback = i;
    }
  return fallback;
}

static gboolean
is_single_opener (const RcpSegmentedText *text, guint token, guint first, guint end)
{
  gunichar code = code_at (text, token);

  return (code == 0x2018 || code == '\'') && (token == first || !is_glued (text, token, end))
         && is_glued (text, token + 1, end) && text->tokens[token + 1].kind == RCP_TOKEN_WORD;
}

/* Whether an unclosed mark quotes to the end of its paragraph: it stands first there, or the next one opens again. */
static gboolean
quotes_on (const RcpSegmentedText *text, guint token, guint first, guint end)
{
  gunichar code = code_at (text, token);

  if (code == '\'' || code == 0x2018)
    return FALSE;
  return token == first || (end < text->n_tokens && code_at (text, end) == code);
}

/**
 * rcp_quoted_spans_find:
 *
 * Pairs the quotation marks of a text, paragraph by paragraph. A mark that nothing closes quotes to the end of its
 * paragraph where it stands first in it, as each paragraph of a longer quotation does; elsewhere it quotes nothing.
 *
 * Returns: (transfer full) (element-type RcpQuotedSpan): what stands between marks, in text order.
 */
GArray *
rcp_quoted_spans_find (const RcpSegmentedText *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RcpQuotedSpan));

  for (guint sentence = 0; sentence < text->n_sentences;)
    {
      guint first = text->sentences[sentence].first_token, end = find_paragraph_end (text, sentence);

      for (guint i = first; i < end; i++)
        {
          gunichar code = code_at (text, i);
          RcpQuotedSpan span = { i, end, FALSE };

          if (code == 0xAB || code == 0x201C || code == 0x201E || code == '"')
            span.close = find_close (text, i, end);
          else if (is_single_opener (text, i, first, end))
            span.close = find_single_close (text, i, end);
          else
            continue;
          span.is_closed = span.close < end;
          if (!span.is_closed && !quotes_on (text, i, first, end))
            continue;
          if (span.close > i + 1)
            g_array_append_val (spans, span);
          i = span.close;
        }
      while (sentence < text->n_sentences && text->sentences[sentence].first_token < end)
        sentence++;
    }
  return spans;
}
