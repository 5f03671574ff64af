#include "config.h"

#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-document-private.h"
#include "rcp-fold.h"

/* A title has no more words than this, and is repeated by captures with at least as many bytes as this. */
#define TITLE_MAX_WORDS 32
#define TITLE_MAX_BYTES 320
#define REPEATED_MIN_BYTES 16

/* A byline has a name, a second name, a function; a line with more words tells something. */
#define BYLINE_MAX_WORDS 9

/* A caption is long enough not to be repeated by chance. */
#define CAPTION_MIN_BYTES 20

typedef struct
{
  RcpDocument *document; /* borrowed */
  GArray *lines;         /* owned */
  char *title_folded;    /* owned; nullable */
  guint title;           /* index of the line; G_MAXUINT for none */
  guint first_prose;     /* the running text; first > last where there is none */
  guint last_prose;
} Marker;

static RcpLine *
line_at (Marker *self, guint index)
{
  return &g_array_index (self->lines, RcpLine, index);
}

static void
set_aside (Marker *self, guint index, RcpSetAsideKind kind)
{
  RcpLine *line = line_at (self, index);

  if (line->is_set_aside || index == self->title)
    return;
  line->is_set_aside = TRUE;
  rcp_document_add_aside (self->document, line->range, kind);
}

static gboolean
is_open (Marker *self, guint index)
{
  const RcpLine *line = line_at (self, index);

  return !line->is_set_aside && line->folded != NULL && index != self->title;
}

static void
find_prose (Marker *self)
{
  self->first_prose = G_MAXUINT;
  self->last_prose = 0;
  for (guint i = 0; i < self->lines->len; i++)
    if (!line_at (self, i)->is_set_aside && i != self->title && rcp_line_is_prose (line_at (self, i)))
      {
        if (self->first_prose == G_MAXUINT)
          self->first_prose = i;
        self->last_prose = i;
      }
}

static gboolean
is_counter (const RcpLine *line)
{
  return line->folded && (strcmp (line->folded, "#") == 0 || strcmp (line->folded, "#k") == 0
                          || strcmp (line->folded, "#m") == 0 || strcmp (line->folded, "# #") == 0);
}

static gboolean
begins_small (const RcpLine *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text));
}

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
  return line->folded && line->n_words >= 2 && line->n_words <= TITLE_MAX_WORDS && line->length_bytes <= TITLE_MAX_BYTES
         && !rcp_line_has_final_stop (line) && !begins_small (line);
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

static void
find_title (Marker *self)
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

          line = line_at (self, index);
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
             && (line_at (self, index)->folded == NULL || line_at (self, index)->n_words == 0
                 || is_counter (line_at (self, index)) || line_at (self, index)->is_set_aside
                 || rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line_at (self, index)->folded,
                                                   line_at (self, index)->n_words)))
        index++;
      if (index >= self->lines->len || line_at (self, index)->folded == NULL)
        return;
    }

  line = line_at (self, index);
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
        is_said_again |= line_at (self, i)->folded && strcmp (line_at (self, i)->folded, line->folded) == 0
                         && line->n_words > 2 && line->n_words <= TITLE_MAX_WORDS;
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
static void
mark_repeated_titles (Marker *self)
{
  if (self->title == G_MAXUINT)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    {
      RcpLine *line = line_at (self, i);
      guint n_words;

      if (!is_open (self, i) || (n_words = begins_with (line, self->title_folded)) < 3)
        continue;
      if (n_words == line->n_words || find_repeated_unit (line->text, line->length_bytes) > 0)
        set_aside (self, i, RCP_SET_ASIDE_DUPLICATE_TITLE);
      else if (line->n_words - n_words <= 4 && !rcp_line_has_final_stop (line)
               && (g_strstr_len (line->text, line->length_bytes, " | ")
                   || g_strstr_len (line->text, line->length_bytes, " - ")
                   || g_strstr_len (line->text, line->length_bytes, " – ")))
        {
          if (self->document->outlet == NULL)
            self->document->outlet = rcp_line_dup_words (line, n_words, line->n_words - n_words);
          set_aside (self, i, RCP_SET_ASIDE_DUPLICATE_TITLE);
        }
    }
}

/* The index of the word @wanted in @folded, searched from its beginning or its end; G_MAXUINT where it is missing. */
static guint
find_word (const char *folded, const char *wanted, gboolean last)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint found = G_MAXUINT;

  for (guint i = 0; words[i]; i++)
    if (strcmp (words[i], wanted) == 0)
      {
        found = i;
        if (!last)
          break;
      }
  return found;
}

static void
take_name (Marker *self, const RcpLine *line, const RcpBoilerplateRow *row)
{
  RcpDocument *document = self->document;
  guint at;

  if (row->names == RCP_BOILERPLATE_NAMES_NOTHING)
    return;
  at = find_word (line->folded, row->names_word, row->names == RCP_BOILERPLATE_NAMES_OUTLET_AFTER);
  if (at == G_MAXUINT)
    return;
  if (row->names == RCP_BOILERPLATE_NAMES_VIA_BEFORE)
    {
      if (document->via == NULL && at >= 1 && at <= 5)
        document->via = rcp_line_dup_words (line, 0, at);
    }
  else if (document->outlet == NULL && line->n_words - at - 1 >= 1 && line->n_words - at - 1 <= 4)
    {
      g_autofree char *name = rcp_line_dup_words (line, at + 1, line->n_words - at - 1);

      if (name && g_unichar_isupper (g_utf8_get_char (name)))
        document->outlet = g_steal_pointer (&name);
    }
}

static gboolean
is_headline (const RcpLine *line)
{
  return line->n_words >= 3 && line->n_words <= TITLE_MAX_WORDS && !rcp_line_has_final_stop (line);
}

static void
mark_by_lexicon (Marker *self)
{
  const guint n = self->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const RcpLine *line = line_at (self, i);
      const RcpBoilerplateRow *row;
      gboolean inside = i > self->first_prose && i < self->last_prose;

      if (!is_open (self, i) || line->n_words == 0)
        continue;
      row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words);
      /* Between paragraphs one word may be a crosshead. */
      if (row && !(inside && line->n_words == 1 && row->kind == RCP_SET_ASIDE_NAVIGATION))
        {
          take_name (self, line, row);
          set_aside (self, i, row->kind);
          continue;
        }
      row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LABEL, line->folded, line->n_words);
      if (row && !rcp_line_has_final_stop (line) && !begins_small (line))
        {
          gboolean is_bare = line->n_words <= 8 || line->text[line->length_bytes - 1] == ':';

          take_name (self, line, row);
          set_aside (self, i, row->kind);
          while (is_bare && i + 1 < n && is_open (self, i + 1) && is_headline (line_at (self, i + 1)))
            set_aside (self, ++i, RCP_SET_ASIDE_RELATED);
          continue;
        }
      if (i * 2 >= n || n - i <= 3)
        {
          row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_NOTICE, line->folded, line->n_words);
          if (row && i != self->first_prose)
            {
              take_name (self, line, row);
              set_aside (self, i, row->kind);
            }
        }
    }
}

/* Bare numbers beside the title are counters of views or comments. */
static void
mark_counters (Marker *self)
{
  for (guint i = 0; i < self->lines->len && i < self->first_prose; i++)
    if (is_open (self, i) && is_counter (line_at (self, i)))
      set_aside (self, i, RCP_SET_ASIDE_SHARE_COUNTER);
}

static gboolean
is_credit (const RcpLine *line)
{
  static const char *const signs[] = { "- /", "-/", "©", "(c)", "(C)", "/ ", "📷" };
  const char *slash;

  if (rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_CREDIT, line->folded, line->n_words) && line->n_words <= 12
      && !rcp_line_is_prose (line))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (line->text, signs[i]) && line->n_words <= 40)
      return TRUE;
  if (line->n_words > 40)
    return FALSE;
  /* "… / AFP", "… © Reuters" at the end of a short line. */
  slash = g_strrstr_len (line->text, line->length_bytes, "/");
  if (slash == NULL)
    slash = g_strrstr_len (line->text, line->length_bytes, "©");
  if (slash && line->text + line->length_bytes - slash < 40)
    {
      g_autofree char *rest = g_strndup (slash, line->text + line->length_bytes - slash);
      g_autofree char *folded = rcp_fold_words (rest);

      return rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_AGENCY, folded, 1) != NULL;
    }
  return FALSE;
}

/* Photo credits, and the captions that stand beside them again. */
static void
mark_captions (Marker *self)
{
  const guint n = self->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const RcpLine *line = line_at (self, i);

      if (!is_open (self, i) || line->n_words == 0 || !is_credit (line))
        continue;
      set_aside (self, i, RCP_SET_ASIDE_CAPTION);
      for (guint k = i > 2 ? i - 2 : 0; k <= i + 2 && k < n; k++)
        if (k != i && is_open (self, k) && strlen (line_at (self, k)->folded) >= CAPTION_MIN_BYTES
            && (g_str_has_suffix (line->folded, line_at (self, k)->folded)
                || g_str_has_prefix (line->folded, line_at (self, k)->folded)))
          set_aside (self, k, RCP_SET_ASIDE_CAPTION);
    }
}

/* "Par Awa Diop", "By Tom Harding, Nairobi": the names, or NULL. */
static char *
read_signature (const RcpLine *line)
{
  gboolean is_signed = g_str_has_prefix (line->folded, "par ") || g_str_has_prefix (line->folded, "by ");
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;
  guint n_capitals = 0;

  if (!is_signed || line->n_words < 2 || line->n_words > BYLINE_MAX_WORDS || rcp_line_has_final_stop (line)
      || begins_small (line))
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
take_byline (Marker *self, char *name)
{
  if (self->document->byline == NULL)
    self->document->byline = name;
  else
    g_free (name);
}

/* Who signs and when, above the running text and below it. */
static void
mark_bylines (Marker *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const RcpLine *line = line_at (self, i);
      g_autoptr (RcpEdtf) date = NULL;
      g_autofree char *text = NULL;
      char *name;

      if (i > self->first_prose && i < self->last_prose)
        continue;
      if (!is_open (self, i) || line->n_words == 0 || line->n_words > 16)
        continue;
      text = g_strndup (line->text, line->length_bytes);
      if (rcp_stated_date_is_header (text, &date))
        {
          if (self->document->published == NULL && date != NULL)
            {
              self->document->published = g_steal_pointer (&date);
              self->document->published_clue = g_steal_pointer (&text);
            }
          set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
      else if ((name = read_signature (line)) != NULL)
        {
          take_byline (self, name);
          set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
      else if (rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_BYLINE, line->folded, line->n_words)
               && !rcp_line_has_final_stop (line))
        {
          take_byline (self, g_steal_pointer (&text));
          set_aside (self, i, RCP_SET_ASIDE_BYLINE);
        }
    }
}

/* A byline or a comment form that a capture has glued to the last sentence. */
static void
mark_glued_tail (Marker *self)
{
  const RcpLine *line;
  const char *from = NULL;
  RcpLine tail = { 0 };
  const RcpBoilerplateRow *row;
  char *name;

  if (self->first_prose > self->last_prose || self->last_prose >= self->lines->len)
    return;
  line = line_at (self, self->last_prose);
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

/* A headline of two clauses, a question and its answer, that stands alone between paragraphs leads to another article;
 * a crosshead is one short clause. */
static void
mark_teasers (Marker *self)
{
  for (guint i = self->first_prose; i != G_MAXUINT && i + 1 <= self->last_prose; i++)
    {
      const RcpLine *line = line_at (self, i);
      const char *question;

      if (i == self->first_prose || !is_open (self, i) || !is_headline (line) || line->n_words < 8)
        continue;
      if (!rcp_line_is_prose (line_at (self, i - 1)) || !rcp_line_is_prose (line_at (self, i + 1)))
        continue;
      question = g_strstr_len (line->text, line->length_bytes, "?");
      if (question && line->text + line->length_bytes - question > 12 && !begins_small (line)
          && !strchr ("?!:", line->text[line->length_bytes - 1]))
        set_aside (self, i, RCP_SET_ASIDE_RELATED);
    }
}

/* Below the last paragraph everything short after a comment form belongs to it, and every line that names the
 * republisher belongs to its notice. */
static void
mark_foot (Marker *self)
{
  g_autofree char *via = self->document->via ? rcp_fold_words (self->document->via) : NULL;
  gboolean after_form = FALSE;

  for (guint i = self->first_prose == G_MAXUINT ? 0 : self->last_prose + 1; i < self->lines->len; i++)
    {
      RcpLine *line = line_at (self, i);

      if (line->is_set_aside && line->folded
          && rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words))
        after_form |= rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words)->kind
                      == RCP_SET_ASIDE_COMMENT_FORM;
      if (!is_open (self, i))
        continue;
      if (after_form && line->n_words <= 12)
        set_aside (self, i, RCP_SET_ASIDE_COMMENT_FORM);
      else if (via && via[0] && strstr (line->folded, via))
        set_aside (self, i, RCP_SET_ASIDE_PUBLISHER_NOTICE);
    }
}

static gboolean
names_an_outlet (const char *name)
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
static void
read_dateline (Marker *self)
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

      line = line_at (self, i);
      if (line->is_set_aside)
        continue;
      head = g_utf8_substring (line->text, 0, MIN (200, line->range.end - line->range.start));
      if (g_regex_match (named, head, 0, &match))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);

          if (names_an_outlet (name))
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

      line = line_at (self, i);
      if (line->is_set_aside || line->folded == NULL)
        continue;
      if (g_regex_match_full (service, line->text, line->length_bytes, 0, 0, &match, NULL))
        {
          document->outlet = g_match_info_fetch (match, 1);
          return;
        }
    }
}

/**
 * rcp_boilerplate_mark:
 * @self: a document with its text
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Finds what a capture of a web page has left around an article and sets it aside: the title said again, counters,
 * comment forms, promotions, links to other articles, photo captions, notices of publishers, bylines. Reads from what
 * it finds the title, the byline, the outlet, the republisher and a stated date, where the reader has not.
 * The rules look at whole lines and at where they stand; their words are in lexicon/boilerplate.tsv.
 */
gboolean
rcp_boilerplate_mark (RcpDocument *self, GError **error)
{
  Marker marker = { 0 };

  if (!rcp_boilerplate_lexicon_load (error))
    return FALSE;
  marker.document = self;
  marker.lines = rcp_text_lines_new (self);
  find_title (&marker);
  find_prose (&marker);
  mark_repeated_titles (&marker);
  mark_by_lexicon (&marker);
  mark_captions (&marker);
  find_prose (&marker);
  mark_counters (&marker);
  mark_bylines (&marker);
  find_prose (&marker);
  mark_foot (&marker);
  mark_teasers (&marker);
  mark_glued_tail (&marker);
  read_dateline (&marker);
  g_free (marker.title_folded);
  g_array_unref (marker.lines);
  return TRUE;
}
