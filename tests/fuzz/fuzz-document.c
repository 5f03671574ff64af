#include "config.h"

#include "fuzz-main.h"
#include "rcp-document.h"
#include "rcp-segmented-text.h"

/* Any bytes are either refused with an error or read into a document whose ranges lie in its text and can be cut. The
 * first byte chooses the media type. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const types[] = { NULL, "text/plain", "text/html", "text/markdown", "text/html; charset=iso-8859-15" };
  const char *type = size > 0 ? types[data[0] % G_N_ELEMENTS (types)] : NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data + 1 : data, size > 0 ? size - 1 : 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, type, NULL, NULL, &error);
  g_autoptr (RcpSegmentedText) segmented = NULL;
  guint last = 0;

  g_assert ((document == NULL) == (error != NULL));
  if (document == NULL)
    return 0;
  g_assert (g_utf8_validate (document->text, -1, NULL));
  segmented = rcp_segmented_text_new (document->text, document->language, document->set_aside);
  for (guint i = 0; i < document->set_aside->len; i++)
    {
      const RcpSetAside *aside = &g_array_index (document->set_aside, RcpSetAside, i);

      g_assert (aside->range.start >= last && aside->range.start < aside->range.end
                && aside->range.end <= segmented->length);
      last = aside->range.end;
    }
  g_assert (document->title_range.end <= segmented->length);
  for (guint i = 0; i < segmented->n_tokens; i++)
    g_assert (segmented->tokens[i].start < segmented->tokens[i].end && segmented->tokens[i].sentence < segmented->n_sentences
              && segmented->tokens[i].end <= segmented->length);
  return 0;
}
