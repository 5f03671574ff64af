#include "config.h"

#include "rcp-name-corpus.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
name_text_free (gpointer data)
{
  RcpNameText *self = data;

  g_clear_pointer (&self->text, rcp_segmented_text_unref);
  g_free (self->labels);
  g_free (self);
}

/** rcp_name_corpus_new: (element-type RcpNameText): an empty corpus. */
GPtrArray *
rcp_name_corpus_new (void)
{
  return g_ptr_array_new_with_free_func (name_text_free);
}

static RcpNameType
type_of (const char *type)
{
  return strcmp (type, "PER") == 0   ? RCP_NAME_PERSON
         : strcmp (type, "ORG") == 0 ? RCP_NAME_ORGANISATION
         : strcmp (type, "LOC") == 0 ? RCP_NAME_PLACE
                                     : RCP_NAME_OTHER;
}

/* Labels the tokens that the stretch from @start to @end touches; a name never crosses a sentence. */
static void
label_span (RcpNameText *self, guint start, guint end, RcpNameType type)
{
  const RcpSegmentedText *text = self->text;
  guint first = 0, last;

  while (first < text->n_tokens && text->tokens[first].end <= start)
    first++;
  if (first == text->n_tokens || text->tokens[first].start >= end)
    return;
  for (last = first; last + 1 < text->n_tokens && text->tokens[last + 1].start < end
                     && text->tokens[last + 1].sentence == text->tokens[first].sentence;)
    last++;
  if (first == last)
    {
      self->labels[first] = RCP_NAME_LABEL (type, RCP_NAME_UNIT);
      return;
    }
  for (guint i = first; i <= last; i++)
    self->labels[i]
        = RCP_NAME_LABEL (type, i == first ? RCP_NAME_BEGIN : i == last ? RCP_NAME_LAST : RCP_NAME_INSIDE);
}

static RcpNameText *
read_record (JsonObject *record, const char *language)
{
  RcpNameText *self = g_new0 (RcpNameText, 1);
  JsonArray *entities = json_object_get_array_member (record, "entities");

  self->text = rcp_segmented_text_new (json_object_get_string_member (record, "text"), language, NULL);
  self->labels = g_new0 (RcpNameLabel, self->text->n_tokens + 1);
  for (guint i = 0; i < json_array_get_length (entities); i++)
    {
      JsonObject *entity = json_array_get_object_element (entities, i);

      label_span (self, (guint)json_object_get_int_member (entity, "start"),
                  (guint)json_object_get_int_member (entity, "end"),
                  type_of (json_object_get_string_member (entity, "type")));
    }
  return self;
}

/**
 * rcp_name_corpus_read:
 * @path: JSON objects, one a line: "text", and "entities" of "start", "end" (code points, end excluded) and "type"
 * @language: of all of them
 * @weight: how much each counts
 * @error: of the file, or of the JSON, when it cannot be read
 *
 * Adds the texts of a file to the corpus, in its order. Texts are dealt to parts in turn.
 *
 * Returns: FALSE with @error set.
 */
gboolean
rcp_name_corpus_read (GPtrArray *corpus, const char *path, const char *language, double weight, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  for (char *line = contents, *next; line && *line; line = next)
    {
      RcpNameText *text;

      next = strchr (line, '\n');
      if (next)
        *next++ = '\0';
      if (!json_parser_load_from_data (parser, line, -1, error))
        {
          g_prefix_error (error, "%s: ", path);
          return FALSE;
        }
      text = read_record (json_node_get_object (json_parser_get_root (parser)), language);
      text->weight = weight;
      text->fold = corpus->len;
      g_ptr_array_add (corpus, text);
    }
  return TRUE;
}

/* Of how many texts one is also taught in capitals. */
#define TEXTS_OF_A_VARIANT 12

/* The same text in capitals; code points keep their number, so labels keep their tokens. */
static char *
shout (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (at)));
  return g_string_free (out, FALSE);
}

/**
 * rcp_name_corpus_add_variants:
 * @weight: how much a variant counts, against 1 for the text itself
 *
 * Adds one text in twelve once more, in capitals, so that titles and texts in capitals are read too. (Texts without accents need
 * nothing: the features are of folded words.) A text whose tokens come out otherwise is left out.
 */
void
rcp_name_corpus_add_variants (GPtrArray *corpus, double weight)
{
  guint n = corpus->len;

  for (guint i = 0; i < n; i += TEXTS_OF_A_VARIANT)
    {
      const RcpNameText *from = corpus->pdata[i];
      g_autofree char *varied = shout (from->text->text);
      RcpNameText *text = g_new0 (RcpNameText, 1);

      text->text = rcp_segmented_text_new (varied, from->text->language, NULL);
      text->weight = from->weight * weight;
      text->fold = from->fold;
      text->is_variant = TRUE;
      if (text->text->n_tokens != from->text->n_tokens)
        {
          name_text_free (text);
          continue;
        }
      text->labels = g_memdup2 (from->labels, text->text->n_tokens + 1);
      g_ptr_array_add (corpus, text);
    }
}
