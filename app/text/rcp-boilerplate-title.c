#include "config.h"

#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-boilerplate-private.h"
#include "rcp-fold.h"

/* A title has no more bytes than this, and is repeated by captures with at least as many as this. */
#define TITLE_MAX_BYTES 320
#define REPEATED_MIN_BYTES 16

/* The name of an outlet has no more words than this, of all that the lexicon of organisations has. */
#define OUTLET_MAX_WORDS 5

/* Bytes that @text, a line, spends on white space, digits and separators before byte @end. */
static gsize
trim_back (const char *text, gsize end)
{
  while (end > 0 && (g_ascii_isspace (text[end - 1]) || g_ascii_isdigit (text[end - 1])
                     || strchr ("|-", text[end - 1])))
    end--;
  return end;
}

/* A title said twice or more within one line, glued together or with counters between: the bytes of its first saying,
 * 0 where the line is no such. */
static gsize
find_repeated_unit (const char *text, gsize length)
{
  const char *again;
  gsize unit, at;

  if (length < 2 * REPEATED_MIN_BYTES || length > 8 * TITLE_MAX_BYTES)
    return 0;
  for (again = text + REPEATED_MIN_BYTES; again + REPEATED_MIN_BYTES <= text + length; again++)
    if (memcmp (again, text, REPEATED_MIN_BYTES) == 0)
      break;
  if (again + REPEATED_MIN_BYTES > text + length)
    return 0;
  unit = trim_back (text, again - text);
  if (unit < REPEATED_MIN_BYTES)
    return 0;
  for (at = again - text; at < length;)
    {
      if (length - at >= unit && memcmp (text + at, text, unit) == 0)
        at += unit;
      else if (g_ascii_isspace (text[at]) || g_ascii_isdigit (text[at]) || strchr ("|-", text[at]))
        at++;
      else
        return 0;
    }
  return unit;
}

static gboolean
looks_like_title (const RcpLine *line)
{
  return line->folded && line->n_words >= 2 && line->n_words <= RCP_TITLE_MAX_WORDS && line->length_bytes <= TITLE_MAX_BYTES
         && !rcp_line_has_final_stop (line) && !rcp_line_begins_small (line);
}

/* Where @part, folded, ends within @line, counted in words; 0 where the line does not begin with it. */
static guint
begins_with (const RcpLine *line, const char *part)
{
  gsize length = strlen (part);
  guint n_words = 1;

  if (line->folded == NULL || length == 0 || strncmp (line->folded, part, length) != 0
      || (line->folded[length] != ' ' && line->folded[length] != '\0'))
    return 0;
  for (const char *at = part; *at; at++)
    n_words += *at == ' ';
  return n_words;
}

/* Whether a line names the outlet: by a word that outlets have in their names, or because a line further down ends in it, behind
 * words or signs of its own ("© Le Fleuve", "Un pont | Le Fleuve"). */
static gboolean
is_outlet_line (RcpMarker *self, guint index)
{
  const RcpLine *line = rcp_marker_line_at (self, index);
  g_autofree char *text = g_strndup (line->text, line->length_bytes);

  if (line->folded == NULL || line->n_words == 0 || line->n_words > OUTLET_MAX_WORDS || rcp_line_begins_small (line)
      || rcp_line_has_final_stop (line) || g_ascii_isdigit (line->text[0]))
    return FALSE;
  if (rcp_marker_names_an_outlet (text))
    return TRUE;
  for (guint i = index + 1; i < self->lines->len; i++)
    {
      const RcpLine *other = rcp_marker_line_at (self, i);
      const char *found;

      if (other->folded == NULL || other->n_words > 24 || other->length_bytes <= line->length_bytes + 1)
        continue;
      found = g_strstr_len (other->text, other->length_bytes, text);
      if (found && found > other->text
          && (g_str_has_prefix (other->text, "©") || g_str_has_prefix (other->text, "Copyright")
              || (found - other->text > 3 && found + line->length_bytes == other->text + other->length_bytes
                  && (strncmp (found - 3, " | ", 3) == 0 || strncmp (found - 3, " - ", 3) == 0))))
        return TRUE;
    }
  return FALSE;
}

/* "News | World | Sport", "Accueil > Monde > Afrique": the sections of a site. */
static gboolean
is_section_line (const RcpLine *line)
{
  guint n = 0;

  for (const char *at = line->text; at + 2 < line->text + line->length_bytes; at++)
    n += at[0] == ' ' && strchr ("|>/", at[1]) && at[2] == ' ';
  return n >= 2 && line->n_words <= 4 * (n + 1) && !rcp_line_has_final_stop (line);
}

/* A capture that begins at the top of its page has the name of the outlet and its sections above the title. Returns the line to
 * look for the title in: @index itself where it has neither. */
static guint
skip_outlet (RcpMarker *self, guint index)
{
  guint next = index + 1;
  const RcpLine *line;

  while (next < self->lines->len && next < index + 5
         && (rcp_marker_line_at (self, next)->n_words == 0 || is_section_line (rcp_marker_line_at (self, next))))
    next++;
  if (next >= self->lines->len || next >= index + 5 || !is_outlet_line (self, index))
    return index;
  line = rcp_marker_line_at (self, next);
  if (!looks_like_title (line) || line->n_words < 4 || line->n_words <= rcp_marker_line_at (self, index)->n_words
      || rcp_line_is_date (line) || rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_BYLINE, line->folded, line->n_words)
      || g_str_has_prefix (line->folded, "par ") || g_str_has_prefix (line->folded, "by "))
    return index;
  if (self->document->outlet == NULL)
    self->document->outlet = g_strndup (rcp_marker_line_at (self, index)->text, rcp_marker_line_at (self, index)->length_bytes);
  for (guint i = index; i < next; i++)
    rcp_marker_set_aside (self, i, RCP_SET_ASIDE_NAVIGATION);
  return next;
}

void
rcp_marker_find_title (RcpMarker *self)
{
  RcpDocument *document = self->document;
  g_autofree char *known = document->title ? rcp_fold_words (document->title) : NULL;
  guint index = 0;
  RcpLine *line;
  gsize unit;

  self->title = G_MAXUINT;
  if (known)
    {
      /* The reader knows the title; only its place is looked for. */
      for (; index < self->lines->len; index++)
        {
          g_autofree char *text = NULL;
          g_autofree char *folded = NULL;

          line = rcp_marker_line_at (self, index);
          if (line->folded == NULL || line->length_bytes > 2 * TITLE_MAX_BYTES)
            continue;
          text = g_strndup (line->text, line->length_bytes);
          folded = rcp_fold_words (text);
          if (strcmp (folded, known) == 0 && !line->is_set_aside)
            break;
        }
      if (index == self->lines->len)
        return;
    }
  else
    {
      while (index < self->lines->len && index < 8
             && (rcp_marker_line_at (self, index)->folded == NULL || rcp_marker_line_at (self, index)->n_words == 0
                 || rcp_line_is_counter (rcp_marker_line_at (self, index)) || rcp_marker_line_at (self, index)->is_set_aside
                 || rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, rcp_marker_line_at (self, index)->folded,
                                                   rcp_marker_line_at (self, index)->n_words)))
        index++;
      if (index >= self->lines->len || rcp_marker_line_at (self, index)->folded == NULL)
        return;
      index = skip_outlet (self, index);
    }

  line = rcp_marker_line_at (self, index);
  unit = find_repeated_unit (line->text, line->length_bytes);
  if (unit > 0)
    {
      RcpRange rest = { line->range.start + g_utf8_strlen (line->text, unit), line->range.end };
      guint n_words = 0;

      rcp_document_add_aside (document, rest, RCP_SET_ASIDE_DUPLICATE_TITLE);
      line->length_bytes = unit;
      line->range.end = rest.start;
      g_free (line->folded);
      {
        g_autofree char *text = g_strndup (line->text, unit);

        line->folded = rcp_fold_words (text);
      }
      for (const char *at = line->folded; *at; at++)
        n_words += at == line->folded || *at == ' ';
      line->n_words = n_words;
    }
  else if (known == NULL)
    {
      gboolean is_said_again = FALSE;

      for (guint i = index + 1; i < MIN (index + 6, self->lines->len); i++)
        is_said_again |= rcp_marker_line_at (self, i)->folded && strcmp (rcp_marker_line_at (self, i)->folded, line->folded) == 0
                         && line->n_words > 2 && line->n_words <= RCP_TITLE_MAX_WORDS;
      if (!is_said_again && (!looks_like_title (line) || index + 1 >= self->lines->len))
        return;
      /* A caption said twice is none; it has a stop. */
      if (rcp_line_has_final_stop (line) || rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_BYLINE, line->folded, line->n_words))
        return;
    }
  self->title = index;
  document->title_range = line->range;
  if (document->title == NULL)
    document->title = g_strndup (line->text, line->length_bytes);
  self->title_folded = g_strdup (line->folded);
}

/* The title again, alone, repeated, or followed by the name of the site. */
void
rcp_marker_mark_repeated_titles (RcpMarker *self)
{
  if (self->title == G_MAXUINT)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    {
      RcpLine *line = rcp_marker_line_at (self, i);
      guint n_words;

      if (!rcp_marker_is_open (self, i) || (n_words = begins_with (line, self->title_folded)) < 3)
        continue;
      if (n_words == line->n_words || find_repeated_unit (line->text, line->length_bytes) > 0)
        rcp_marker_set_aside (self, i, RCP_SET_ASIDE_DUPLICATE_TITLE);
      else if (line->n_words - n_words <= 4 && !rcp_line_has_final_stop (line)
               && (g_strstr_len (line->text, line->length_bytes, " | ")
                   || g_strstr_len (line->text, line->length_bytes, " - ")
                   || g_strstr_len (line->text, line->length_bytes, " – ")))
        {
          if (self->document->outlet == NULL)
            self->document->outlet = rcp_line_dup_words (line, n_words, line->n_words - n_words);
          rcp_marker_set_aside (self, i, RCP_SET_ASIDE_DUPLICATE_TITLE);
        }
    }
}
