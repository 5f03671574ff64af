#include "config.h"

#include <string.h>

#include "rcp-document-private.h"
#include "rcp-fold.h"
#include "rcp-fold-private.h"

/* Leftovers of a page stand at the head, at the foot, or in short lines; so a line longer than this is not compared, and
 * of a text with very many lines only the head and the foot are. */
#define MAX_FOLDED_BYTES 2000
#define MAX_EDGE_LINES 1000

/* A line with so many words, or with a stop at its end, tells something: a title seldom has as many. */
#define PROSE_WORDS 25
#define STOPPED_PROSE_WORDS 8

static void
line_clear (gpointer data)
{
  g_free (((RcpLine *) data)->folded);
}

/* Folded words with every number as "#", so that one pattern fits all counters. */
static char *
fold_line (const char *text, gsize length, guint *n_words)
{
  g_autofree char *copy = g_strndup (text, length);
  char *folded = rcp_fold_words (copy);
  char *out = folded;
  gboolean in_number = FALSE;

  *n_words = folded[0] != '\0';
  for (const char *at = folded; *at; at++)
    {
      gboolean is_digit = g_ascii_isdigit (*at);

      *n_words += *at == ' ';
      if (!is_digit)
        *out++ = *at;
      else if (!in_number)
        {
          /* "1 000" is one number, "2e" keeps its letter. */
          if (out - folded >= 2 && out[-1] == ' ' && out[-2] == '#')
            {
              out--;
              (*n_words)--;
            }
          else
            *out++ = '#';
        }
      in_number = is_digit;
    }
  *out = '\0';
  return folded;
}

/**
 * rcp_text_lines_new:
 *
 * Returns: (transfer full) (element-type RcpLine): the lines that are not empty. They point into the document's text.
 */
GArray *
rcp_text_lines_new (const RcpDocument *document)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (RcpLine));
  guint position = 0, aside = 0;

  g_array_set_clear_func (lines, line_clear);
  for (const char *from = document->text; *from;)
    {
      const char *stop = strchr (from, '\n');
      const char *end = stop ? stop : from + strlen (from);
      const char *first = from, *last = end;
      RcpLine line = { 0 };

      while (first < end && g_unichar_isspace (g_utf8_get_char (first)))
        {
          first = g_utf8_next_char (first);
          position++;
        }
      while (last > first)
        {
          const char *previous = g_utf8_prev_char (last);

          if (!g_unichar_isspace (g_utf8_get_char (previous)))
            break;
          last = previous;
        }
      line.text = first;
      line.length_bytes = last - first;
      line.range.start = position;
      line.range.end = position + g_utf8_strlen (first, last - first);
      position = line.range.end + g_utf8_strlen (last, end - last) + (stop != NULL);
      if (last > first)
        {
          while (aside < document->set_aside->len
                 && g_array_index (document->set_aside, RcpSetAside, aside).range.end <= line.range.start)
            aside++;
          line.is_set_aside = aside < document->set_aside->len
                              && rcp_range_overlaps (g_array_index (document->set_aside, RcpSetAside, aside).range,
                                                     line.range);
          g_array_append_val (lines, line);
        }
      from = stop ? stop + 1 : end;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      RcpLine *line = &g_array_index (lines, RcpLine, i);

      if (line->length_bytes <= MAX_FOLDED_BYTES && (i < MAX_EDGE_LINES || lines->len - i <= MAX_EDGE_LINES))
        line->folded = fold_line (line->text, line->length_bytes, &line->n_words);
      else
        line->n_words = line->length_bytes / 5;
    }
  return lines;
}

/** rcp_line_has_final_stop: whether the line ends as a sentence ends; a question mark ends titles as well and is no stop. */
gboolean
rcp_line_has_final_stop (const RcpLine *line)
{
  const char *at = line->text + line->length_bytes;

  while (at > line->text)
    {
      gunichar code;

      at = g_utf8_prev_char (at);
      code = g_utf8_get_char (at);
      if (code == '.' || code == 0x2026 || code == ';' || code == ',')
        return TRUE;
      if (!g_unichar_isspace (code) && !strchr ("\"')]", code < 0x80 ? (int) code : 'x') && code != 0xBB
          && code != 0x201D && code != 0x2019)
        return FALSE;
    }
  return FALSE;
}

/** rcp_line_is_prose: whether the line is running text. */
gboolean
rcp_line_is_prose (const RcpLine *line)
{
  return line->n_words >= PROSE_WORDS || (line->n_words >= STOPPED_PROSE_WORDS && rcp_line_has_final_stop (line));
}

/**
 * rcp_line_dup_words:
 * @first: index of a word, counted as in @folded
 * @n_words: how many words
 *
 * Returns: (transfer full): that part of the line as it is written.
 */
char *
rcp_line_dup_words (const RcpLine *line, guint first, guint n_words)
{
  const char *end = line->text + line->length_bytes, *from = NULL, *to = NULL;
  gboolean inside = FALSE, in_number = FALSE;
  guint index = 0;

  for (const char *at = line->text; at < end; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);
      gboolean is_word = g_unichar_isalnum (code) || g_unichar_ismark (code);

      if (is_word && !inside)
        {
          /* Groups of digits count as one word, as in the folded line. */
          if (!(in_number && g_unichar_isdigit (code)))
            index++;
          if (index == first + 1 && from == NULL)
            from = at;
        }
      if (is_word)
        in_number = g_unichar_isdigit (code);
      inside = is_word;
      if (is_word && from && index <= first + n_words)
        to = g_utf8_next_char (at);
    }
  return from && to && to > from ? g_strndup (from, to - from) : NULL;
}
