#include "config.h"

#include "rcp-document.h"

#include <string.h>

#include "rcp-charset.h"
#include "rcp-document-private.h"
#include "rcp-error.h"
#include "rcp-language.h"
#include "rcp-page-lexicon-private.h"
#include "rcp-text-repair-private.h"

G_DEFINE_BOXED_TYPE (RcpDocument, rcp_document, rcp_document_ref, rcp_document_unref)

/* A declaration stands near the head: the HTML standard gives it the first 1024 bytes, real pages need a little more. */
#define SNIFF_BYTES 4096

typedef enum
{
  FORMAT_PLAIN,
  FORMAT_MARKDOWN,
  FORMAT_HTML,
} Format;

/**
 * rcp_document_new:
 *
 * Returns: (transfer full): an empty document for a reader to fill.
 */
RcpDocument *
rcp_document_new (void)
{
  RcpDocument *self = g_new0 (RcpDocument, 1);

  g_atomic_ref_count_init (&self->refs);
  self->set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  return self;
}

/** rcp_document_add_aside: sets a stretch aside; they may come in any order and overlap until the document is done. */
void
rcp_document_add_aside (RcpDocument *self, RcpRange range, RcpSetAsideKind kind)
{
  RcpSetAside aside = { range, kind };

  if (range.end > range.start)
    g_array_append_val (self->set_aside, aside);
}

RcpDocument *
rcp_document_ref (RcpDocument *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_document_unref (RcpDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->text);
  g_array_unref (self->set_aside);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->via);
  g_free (self->agency);
  g_free (self->language);
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->modified, rcp_edtf_unref);
  g_free (self->published_clue);
  g_free (self->uri);
  g_free (self->charset);
  g_free (self);
}

static int
compare_asides (gconstpointer a, gconstpointer b)
{
  const RcpSetAside *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  /* The longer one first: it swallows the other. */
  return (x->range.end < y->range.end) - (x->range.end > y->range.end);
}

static void
tidy_asides (GArray *asides)
{
  guint n = 0;

  g_array_sort (asides, compare_asides);
  for (guint i = 0; i < asides->len; i++)
    {
      RcpSetAside aside = g_array_index (asides, RcpSetAside, i);

      if (n > 0)
        aside.range.start = MAX (aside.range.start, g_array_index (asides, RcpSetAside, n - 1).range.end);
      if (aside.range.start < aside.range.end)
        g_array_index (asides, RcpSetAside, n++) = aside;
    }
  g_array_set_size (asides, n);
}

/* Appends text, but never a third end of line in a row. */
static void
append_lines (GString *out, const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end;)
    {
      const char *stop = memchr (at, '\n', end - at);

      g_string_append_len (out, at, (stop ? stop : end) - at);
      if (stop && (out->len < 2 || out->str[out->len - 1] != '\n' || out->str[out->len - 2] != '\n'))
        g_string_append_c (out, '\n');
      at = stop ? stop + 1 : end;
    }
}

/**
 * rcp_document_dup_article:
 *
 * Returns: (transfer full): its text without what is set aside; paragraphs stay apart.
 */
char *
rcp_document_dup_article (const RcpDocument *self)
{
  GString *out = g_string_sized_new (strlen (self->text));
  const char *at = self->text;
  guint position = 0;

  for (guint i = 0; i < self->set_aside->len; i++)
    {
      RcpRange range = g_array_index (self->set_aside, RcpSetAside, i).range;
      const char *from = g_utf8_offset_to_pointer (at, range.start - position);

      append_lines (out, at, from - at);
      append_lines (out, "\n", 1);
      at = g_utf8_offset_to_pointer (from, range.end - range.start);
      position = range.end;
    }
  append_lines (out, at, strlen (at));
  return g_string_free (out, FALSE);
}

static gboolean
has_letter (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static gboolean
finish (RcpDocument *self, GError **error)
{
  g_autofree char *article = NULL;
  const char *detected;

  tidy_asides (self->set_aside);
  article = rcp_document_dup_article (self);
  if (!has_letter (article))
    {
      g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_NO_ARTICLE, "no article text is left");
      return FALSE;
    }
  /* The text itself counts for more than what a page's template says of it. */
  detected = rcp_language_detect (article);
  if (detected)
    {
      g_free (self->language);
      self->language = g_strdup (detected);
    }
  return TRUE;
}

static gboolean
is_media_type (const char *content_type, const char *wanted)
{
  gsize length = strlen (wanted);

  return g_ascii_strncasecmp (content_type, wanted, length) == 0
         && (content_type[length] == '\0' || strchr ("; \t", content_type[length]));
}

static gboolean
sniff_html (const char *data, gsize size)
{
  g_autofree char *head = g_ascii_strdown (data, MIN (size, SNIFF_BYTES));
  static const char *const openings[] = { "<!doctype html", "<html", "<head", "<body", "<article", "<title", "<meta " };
  const char *at = head;

  while (*at && (g_ascii_isspace (*at) || (guchar) *at >= 0x80))
    at++;
  if (*at != '<')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (strstr (at, openings[i]))
      return TRUE;
  return FALSE;
}

static Format
find_format (const char *content_type, const char *name, const char *data, gsize size)
{
  static const struct
  {
    const char *suffix;
    Format format;
  } suffixes[] = {
    { ".html", FORMAT_HTML }, { ".htm", FORMAT_HTML },          { ".xhtml", FORMAT_HTML },
    { ".md", FORMAT_MARKDOWN }, { ".markdown", FORMAT_MARKDOWN }, { ".txt", FORMAT_PLAIN },
  };
  gsize name_length = name ? strlen (name) : 0;

  if (content_type)
    {
      if (is_media_type (content_type, "text/html") || is_media_type (content_type, "application/xhtml+xml"))
        return FORMAT_HTML;
      if (is_media_type (content_type, "text/markdown") || is_media_type (content_type, "text/x-markdown"))
        return FORMAT_MARKDOWN;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize length = strlen (suffixes[i].suffix);

      if (name_length >= length && g_ascii_strcasecmp (name + name_length - length, suffixes[i].suffix) == 0)
        return suffixes[i].format;
    }
  if (content_type && is_media_type (content_type, "text/plain"))
    return FORMAT_PLAIN;
  return sniff_html (data, size) ? FORMAT_HTML : FORMAT_PLAIN;
}

/* The value after "charset=" in a content type, or in the head of a page: <meta charset>, <meta http-equiv>, <?xml encoding. */
static char *
find_declared (const char *content_type, const char *data, gsize size, gboolean in_markup)
{
  g_autofree char *head = in_markup ? g_ascii_strdown (data, MIN (size, SNIFF_BYTES)) : NULL;
  g_autofree char *type = content_type ? g_ascii_strdown (content_type, -1) : NULL;
  const char *places[] = { type, head };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *at = places[i] ? strstr (places[i], "charset") : NULL;
      const char *end;

      if (at == NULL && i == 1 && head && g_str_has_prefix (head, "<?xml"))
        at = strstr (head, "encoding");
      if (at == NULL)
        continue;
      at += strcspn (at, "=");
      while (*at && strchr ("= \t\"'", *at))
        at++;
      for (end = at; *end && (g_ascii_isalnum (*end) || strchr ("-_:.", *end));)
        end++;
      if (end > at && end - at < 40)
        return g_strndup (at, end - at);
    }
  return NULL;
}

/**
 * rcp_document_read:
 * @bytes: a file or the body of an answer
 * @content_type: (nullable): its media type, with a charset or without
 * @name: (nullable): its file name, whose suffix tells the format where the media type does not
 * @uri: (nullable): its address; one that the page itself names as canonical takes its place
 * @error: a code of %RCP_TEXT_ERROR, or %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Reads one article: plain text, Markdown or HTML. What is no part of the article stays in the text and is set aside by
 * range, with the reason.
 *
 * Returns: (transfer full) (nullable): the document, NULL with @error set. Any thread.
 */
RcpDocument *
rcp_document_read (GBytes *bytes, const char *content_type, const char *name, const char *uri, GError **error)
{
  g_autoptr (RcpDocument) self = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Format format;
  gboolean ok;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (size > RCP_DOCUMENT_MAX_BYTES)
    {
      g_set_error (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes", size);
      return NULL;
    }
  if (!rcp_page_lexicon_load (error))
    return NULL;
  self = rcp_document_new ();
  format = find_format (content_type, name, data ? data : "", size);
  declared = find_declared (content_type, data ? data : "", size, format == FORMAT_HTML);
  text = rcp_charset_decode (bytes, declared, &self->charset, error);
  if (text == NULL)
    return NULL;
  {
    char *repaired = rcp_text_repair_encoding (text, &self->repairs);

    if (repaired)
      {
        g_free (text);
        text = repaired;
      }
    rcp_text_repair_invisible (text, format == FORMAT_HTML, &self->repairs);
  }
  self->uri = g_strdup (uri);

  switch (format)
    {
    case FORMAT_HTML:
      ok = rcp_html_reader_read (self, text, error);
      break;
    case FORMAT_MARKDOWN:
      ok = rcp_markdown_reader_read (self, text, error);
      break;
    case FORMAT_PLAIN:
    default:
      ok = rcp_plain_reader_read (self, g_steal_pointer (&text), error);
      break;
    }
  if (!ok || !rcp_boilerplate_mark (self, error) || !finish (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
