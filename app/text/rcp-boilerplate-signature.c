#include "config.h"

#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-boilerplate-private.h"
#include "rcp-language.h"
#include "rcp-fold.h"

/* A byline has a name, a second name, a function; a line with more words tells something. */
#define BYLINE_MAX_WORDS 9

/* "Par Awa Diop", "By Tom Harding, Nairobi": the names, or NULL. */
static char *
read_signature (const RcpLine *line)
{
  gboolean is_signed = g_str_has_prefix (line->folded, "par ") || g_str_has_prefix (line->folded, "by ");
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;
  guint n_capitals = 0;

  if (!is_signed || line->n_words < 2 || line->n_words > BYLINE_MAX_WORDS || rcp_line_has_final_stop (line)
      || rcp_line_begins_small (line))
    return NULL;
  name = rcp_line_dup_words (line, 1, line->n_words - 1);
  if (name == NULL)
    return NULL;
  words = g_strsplit (name, " ", -1);
  for (guint i = 0; words[i]; i++)
    n_capitals += g_unichar_isupper (g_utf8_get_char (words[i]));
  /* Every name is capitalised; "et", "and", "à" and "de" may stand between. */
  if (!g_unichar_isupper (g_utf8_get_char (name)) || n_capitals * 2 < g_strv_length (words))
    return NULL;
  return g_steal_pointer (&name);
}

static void
take_byline (RcpMarker *self, char *name)
{
  if (self->document->byline == NULL)
    self->document->byline = name;
  else
    g_free (name);
}

/* A date in digits alone, "04/05/2021", looks like a number to those who count shares. */
gboolean
rcp_line_is_date (const RcpLine *line)
{
  g_autofree char *text = g_strndup (line->text, line->length_bytes);
  g_autoptr (RcpEdtf) date = NULL;

  return rcp_stated_date_is_header (text, TRUE, &date);
}

static void
take_date (RcpMarker *self, RcpEdtf *date, const char *words)
{
  if (self->document->published != NULL || date == NULL)
    return;
  self->document->published = rcp_edtf_ref (date);
  self->document->published_clue = g_strdup (words);
}

/* Who signs and when, above the running text and below it. */
void
rcp_marker_mark_bylines (RcpMarker *self)
{
  gboolean day_first = g_strcmp0 (rcp_language_detect (self->document->text), "fr") == 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const RcpLine *line = rcp_marker_line_at (self, i);
      g_autoptr (RcpEdtf) date = NULL;
      g_autofree char *text = NULL;
      char *name;

      if (i > self->first_prose && i < self->last_prose)
        continue;
      if (!rcp_marker_is_open (self, i) || line->n_words == 0 || line->n_words > 16)
        continue;
      text = g_strndup (line->text, line->length_bytes);
      if (rcp_stated_date_is_header (text, day_first, &date))
        {
          take_date (self, date, text);
          rcp_marker_set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
      else if ((name = read_signature (line)) != NULL)
        {
          /* "By Tom Harding | May 4, 2021" */
          date = rcp_stated_date_parse (text);
          if (i <= self->first_prose)
            take_date (self, date, text);
          take_byline (self, name);
          rcp_marker_set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
      else if (rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_BYLINE, line->folded, line->n_words)
               && !rcp_line_has_final_stop (line))
        {
          take_byline (self, g_steal_pointer (&text));
          rcp_marker_set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
    }
}

/* A byline or a comment form that a capture has glued to the last sentence. */
void
rcp_marker_mark_glued_tail (RcpMarker *self)
{
  const RcpLine *line;
  const char *from = NULL;
  RcpLine tail = { 0 };
  const RcpBoilerplateRow *row;
  char *name;

  if (self->first_prose > self->last_prose || self->last_prose >= self->lines->len)
    return;
  line = rcp_marker_line_at (self, self->last_prose);
  if (line->folded == NULL || rcp_line_has_final_stop (line))
    return;
  for (const char *at = line->text + line->length_bytes - 1; at > line->text && from == NULL; at--)
    if (strchr (".!?", *at))
      from = at + 1;
  if (from == NULL)
    return;
  while (from < line->text + line->length_bytes
         && (g_unichar_isspace (g_utf8_get_char (from)) || g_utf8_get_char (from) == 0xBB
             || g_utf8_get_char (from) == 0x201D || *from == '"'))
    from = g_utf8_next_char (from);
  tail.text = from;
  tail.length_bytes = line->text + line->length_bytes - from;
  if (tail.length_bytes == 0 || tail.length_bytes > 120)
    return;
  {
    g_autofree char *text = g_strndup (from, tail.length_bytes);

    tail.folded = rcp_fold_words (text);
  }
  for (const char *at = tail.folded; *at; at++)
    tail.n_words += at == tail.folded || *at == ' ';
  tail.range.end = line->range.end;
  tail.range.start = line->range.end - g_utf8_strlen (from, tail.length_bytes);

  name = read_signature (&tail);
  row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_BYLINE, tail.folded, tail.n_words);
  if (row && name == NULL)
    name = g_strndup (tail.text, tail.length_bytes);
  if (row == NULL && name == NULL)
    row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, tail.folded, tail.n_words);
  if (name)
    {
      take_byline (self, name);
      rcp_document_add_aside (self->document, tail.range, RCP_SET_ASIDE_BYLINE);
    }
  else if (row && tail.n_words > 1)
    rcp_document_add_aside (self->document, tail.range, row->kind);
  g_free (tail.folded);
}

/* Whether a name has one of the words that outlets have in theirs. */
gboolean
rcp_marker_names_an_outlet (const char *name)
{
  g_autofree char *folded = rcp_fold_words (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_OUTLET_WORD, words[i], 1))
      return TRUE;
  return FALSE;
}

/* The outlet that the text itself names: "Outlet – Place. Text", "PLACE (Agency) – Text", and in a republished article
 * the service its reporter is said to belong to. */
void
rcp_marker_read_dateline (RcpMarker *self)
{
  RcpDocument *document = self->document;
  g_autoptr (GRegex) named = NULL;
  g_autoptr (GRegex) agency = NULL;
  g_autoptr (GRegex) service = NULL;
  const RcpLine *line;

  if (document->outlet || self->first_prose >= self->lines->len)
    return;
  named = g_regex_new ("^(\\p{Lu}[\\p{L}\\p{N}’'-]*(?: \\p{Lu}[\\p{L}\\p{N}’'-]*){0,3}) ?[–—-] ?"
                       "\\p{Lu}[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,3}\\. +[\\p{Lu}«“\"]",
                       0, 0, NULL);
  agency = g_regex_new ("^\\p{Lu}[\\p{L}’' .-]{1,40}(?:, [\\p{L}\\p{N}. ]{3,25})? ?\\((\\p{Lu}[\\p{L}-]{1,20})\\) ?[–—-]", 0,
                        0, NULL);
  for (guint i = self->first_prose; i <= self->last_prose && i < self->first_prose + 3; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *head = NULL;

      line = rcp_marker_line_at (self, i);
      if (line->is_set_aside)
        continue;
      head = g_utf8_substring (line->text, 0, MIN (200, line->range.end - line->range.start));
      if (g_regex_match (named, head, 0, &match))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);

          if (rcp_marker_names_an_outlet (name))
            document->outlet = g_steal_pointer (&name);
        }
      g_clear_pointer (&match, g_match_info_unref);
      if (document->outlet == NULL && g_regex_match (agency, head, 0, &match))
        document->outlet = g_match_info_fetch (match, 1);
      if (document->outlet)
        return;
    }

  if (document->via == NULL)
    return;
  service = g_regex_new ("\\b(?:du service|de la rédaction|of the)(?: \\p{L}+){0,2} (?:de|d’|d'|of|at) ?(\\p{Lu}[\\p{Lu}\\p{N}]{1,9})\\b",
                         0, 0, NULL);
  for (guint i = self->first_prose; i <= self->last_prose; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      line = rcp_marker_line_at (self, i);
      if (line->is_set_aside || line->folded == NULL)
        continue;
      if (g_regex_match_full (service, line->text, line->length_bytes, 0, 0, &match, NULL))
        {
          document->outlet = g_match_info_fetch (match, 1);
          return;
        }
    }
}
