#include "config.h"

#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-boilerplate-private.h"
#include "rcp-fold.h"

/* A caption is long enough not to be repeated by chance. */
#define CAPTION_MIN_BYTES 20

void
rcp_marker_set_aside (RcpMarker *self, guint index, RcpSetAsideKind kind)
{
  RcpLine *line = rcp_marker_line_at (self, index);

  if (line->is_set_aside || index == self->title)
    return;
  line->is_set_aside = TRUE;
  rcp_document_add_aside (self->document, line->range, kind);
}

gboolean
rcp_marker_is_open (RcpMarker *self, guint index)
{
  const RcpLine *line = rcp_marker_line_at (self, index);

  return !line->is_set_aside && line->folded != NULL && index != self->title;
}

static void
find_prose (RcpMarker *self)
{
  self->first_prose = G_MAXUINT;
  self->last_prose = 0;
  for (guint i = 0; i < self->lines->len; i++)
    if (!rcp_marker_line_at (self, i)->is_set_aside && i != self->title && rcp_line_is_prose (rcp_marker_line_at (self, i)))
      {
        if (self->first_prose == G_MAXUINT)
          self->first_prose = i;
        self->last_prose = i;
      }
}

gboolean
rcp_line_is_counter (const RcpLine *line)
{
  return line->folded && (strcmp (line->folded, "#") == 0 || strcmp (line->folded, "#k") == 0
                          || strcmp (line->folded, "#m") == 0 || strcmp (line->folded, "# #") == 0);
}

gboolean
rcp_line_begins_small (const RcpLine *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text));
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
take_name (RcpMarker *self, const RcpLine *line, const RcpBoilerplateRow *row)
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
  return line->n_words >= 3 && line->n_words <= RCP_TITLE_MAX_WORDS && !rcp_line_has_final_stop (line);
}

static void
mark_by_lexicon (RcpMarker *self)
{
  const guint n = self->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const RcpLine *line = rcp_marker_line_at (self, i);
      const RcpBoilerplateRow *row;
      gboolean inside = i > self->first_prose && i < self->last_prose;

      if (!rcp_marker_is_open (self, i) || line->n_words == 0)
        continue;
      row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words);
      /* Between paragraphs one word may be a crosshead. */
      if (row && !(inside && line->n_words == 1 && row->kind == RCP_SET_ASIDE_NAVIGATION))
        {
          take_name (self, line, row);
          rcp_marker_set_aside (self, i, row->kind);
          continue;
        }
      row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LABEL, line->folded, line->n_words);
      if (row && !rcp_line_has_final_stop (line) && !rcp_line_begins_small (line))
        {
          gboolean is_bare = line->n_words <= 8 || line->text[line->length_bytes - 1] == ':';

          take_name (self, line, row);
          rcp_marker_set_aside (self, i, row->kind);
          while (is_bare && i + 1 < n && rcp_marker_is_open (self, i + 1) && is_headline (rcp_marker_line_at (self, i + 1)))
            rcp_marker_set_aside (self, ++i, RCP_SET_ASIDE_RELATED);
          continue;
        }
      if (i * 2 >= n || n - i <= 3)
        {
          row = rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_NOTICE, line->folded, line->n_words);
          if (row && i != self->first_prose)
            {
              take_name (self, line, row);
              rcp_marker_set_aside (self, i, row->kind);
            }
        }
    }
}

/* Bare numbers beside the title are counters of views or comments. */
static void
mark_counters (RcpMarker *self)
{
  for (guint i = 0; i < self->lines->len && i < self->first_prose; i++)
    if (rcp_marker_is_open (self, i) && rcp_line_is_counter (rcp_marker_line_at (self, i)) &&
        !rcp_line_is_date (rcp_marker_line_at (self, i)))
      rcp_marker_set_aside (self, i, RCP_SET_ASIDE_SHARE_COUNTER);
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
mark_captions (RcpMarker *self)
{
  const guint n = self->lines->len;

  for (guint i = 0; i < n; i++)
    {
      const RcpLine *line = rcp_marker_line_at (self, i);

      if (!rcp_marker_is_open (self, i) || line->n_words == 0 || !is_credit (line))
        continue;
      rcp_marker_set_aside (self, i, RCP_SET_ASIDE_CAPTION);
      for (guint k = i > 2 ? i - 2 : 0; k <= i + 2 && k < n; k++)
        if (k != i && rcp_marker_is_open (self, k) && strlen (rcp_marker_line_at (self, k)->folded) >= CAPTION_MIN_BYTES
            && (g_str_has_suffix (line->folded, rcp_marker_line_at (self, k)->folded)
                || g_str_has_prefix (line->folded, rcp_marker_line_at (self, k)->folded)))
          rcp_marker_set_aside (self, k, RCP_SET_ASIDE_CAPTION);
    }
}

/* A headline of two clauses, a question and its answer, that stands alone between paragraphs leads to another article;
 * a crosshead is one short clause. */
static void
mark_teasers (RcpMarker *self)
{
  for (guint i = self->first_prose; i != G_MAXUINT && i + 1 <= self->last_prose; i++)
    {
      const RcpLine *line = rcp_marker_line_at (self, i);
      const char *question;

      if (i == self->first_prose || !rcp_marker_is_open (self, i) || !is_headline (line) || line->n_words < 8)
        continue;
      if (!rcp_line_is_prose (rcp_marker_line_at (self, i - 1)) || !rcp_line_is_prose (rcp_marker_line_at (self, i + 1)))
        continue;
      question = g_strstr_len (line->text, line->length_bytes, "?");
      if (question && line->text + line->length_bytes - question > 12 && !rcp_line_begins_small (line)
          && !strchr ("?!:", line->text[line->length_bytes - 1]))
        rcp_marker_set_aside (self, i, RCP_SET_ASIDE_RELATED);
    }
}

/* Below the last paragraph everything short after a comment form belongs to it, and every line that names the
 * republisher belongs to its notice. */
static void
mark_foot (RcpMarker *self)
{
  g_autofree char *via = self->document->via ? rcp_fold_words (self->document->via) : NULL;
  gboolean after_form = FALSE;

  for (guint i = self->first_prose == G_MAXUINT ? 0 : self->last_prose + 1; i < self->lines->len; i++)
    {
      RcpLine *line = rcp_marker_line_at (self, i);

      if (line->is_set_aside && line->folded
          && rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words))
        after_form |= rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_LINE, line->folded, line->n_words)->kind
                      == RCP_SET_ASIDE_COMMENT_FORM;
      if (!rcp_marker_is_open (self, i))
        continue;
      if (after_form && line->n_words <= 12)
        rcp_marker_set_aside (self, i, RCP_SET_ASIDE_COMMENT_FORM);
      else if (via && via[0] && strstr (line->folded, via))
        rcp_marker_set_aside (self, i, RCP_SET_ASIDE_PUBLISHER_NOTICE);
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
  RcpMarker marker = { 0 };

  if (!rcp_boilerplate_lexicon_load (error))
    return FALSE;
  marker.document = self;
  marker.lines = rcp_text_lines_new (self);
  rcp_marker_find_title (&marker);
  find_prose (&marker);
  rcp_marker_mark_repeated_titles (&marker);
  mark_by_lexicon (&marker);
  mark_captions (&marker);
  find_prose (&marker);
  mark_counters (&marker);
  rcp_marker_mark_bylines (&marker);
  find_prose (&marker);
  mark_foot (&marker);
  mark_teasers (&marker);
  rcp_marker_mark_glued_tail (&marker);
  rcp_marker_read_dateline (&marker);
  g_free (marker.title_folded);
  g_array_unref (marker.lines);
  return TRUE;
}
