#include "config.h"

#include "rcp-import-item.h"

#include "rcp-clock.h"
#include "rcp-file-reader.h"

RcpImportItem *
rcp_import_item_new (const char *name, const char *content_type)
{
  RcpImportItem *self = g_new0 (RcpImportItem, 1);

  self->name = g_strdup (name);
  self->content_type = g_strdup (content_type);
  return self;
}

void
rcp_import_item_free (RcpImportItem *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->incoming, rcp_incoming_free);
  g_free (self);
}

/**
 * rcp_import_item_measure:
 *
 * Looks at the file without opening it. Sets @self's error when it is too large.
 *
 * Returns: its size in bytes; 0 where that is not known.
 */
gsize
rcp_import_item_measure (RcpImportItem *self)
{
  gsize size_bytes = 0;

  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);
  if (self->file == NULL || !rcp_file_reader_measure (self->file, RCP_DOCUMENT_MAX_BYTES, &size_bytes, &self->error))
    return 0;
  return size_bytes;
}

/**
 * rcp_import_item_load:
 *
 * Reads the file's bytes, never more than an article may have. Blocks; any thread.
 *
 * Returns: whether the bytes are at hand; @self's error says why not.
 */
gboolean
rcp_import_item_load (RcpImportItem *self, GCancellable *cancellable)
{
  if (self->bytes == NULL && self->error == NULL)
    self->bytes = rcp_file_reader_read (self->file, RCP_DOCUMENT_MAX_BYTES, cancellable, &self->error);
  return self->error == NULL;
}

/* What tells a copy, in any form: who publishes it, and its words. Two outlets that carry the same dispatch are two
 * articles. */
static char *
hash_content (const RcpDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *outlet = document->outlet ? document->outlet : "";
  const char *p = document->text;

  g_checksum_update (checksum, (const guchar *) outlet, strlen (outlet) + 1);
  while (*p != '\0')
    {
      const char *start;

      while (*p != '\0' && g_ascii_isspace (*p))
        p++;
      start = p;
      while (*p != '\0' && !g_ascii_isspace (*p))
        p++;
      if (p > start)
        {
          g_checksum_update (checksum, (const guchar *) start, p - start);
          g_checksum_update (checksum, (const guchar *) " ", 1);
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * rcp_import_item_read:
 * @store: tells whether the article is there already
 * @integrator: has the analyser
 *
 * Makes an article of the bytes and analyses it; or reads again the one it names. Leaves it in @self's incoming, or an
 * error. Blocks; any thread.
 */
void
rcp_import_item_read (RcpImportItem *self, RcpStore *store, RcpIntegrator *integrator, GCancellable *cancellable)
{
  g_autoptr (RcpIncoming) incoming = NULL;
  g_autofree char *base = NULL;

  if (self->error != NULL)
    return;
  if (self->article_id != 0)
    {
      self->incoming = rcp_integrator_read_again (integrator, self->article_id, cancellable, &self->error);
      return;
    }
  incoming = g_new0 (RcpIncoming, 1);
  base = g_path_get_basename (self->name);
  incoming->document = rcp_document_read (self->bytes, self->content_type, base, NULL, &self->error);
  if (incoming->document == NULL)
    return;
  incoming->content_hash = hash_content (incoming->document);
  if (rcp_store_find_content (store, incoming->content_hash, &self->duplicate_of, cancellable, NULL)
      && self->duplicate_of != 0)
    {
      g_set_error (&self->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE,
                   "%s: the same as article %" G_GINT64_FORMAT, self->name, self->duplicate_of);
      return;
    }
  incoming->text = rcp_segmented_text_new (incoming->document->text,
                                           incoming->document->language ? incoming->document->language : "",
                                           incoming->document->set_aside);
  incoming->findings = rcp_analyser_analyse (rcp_integrator_get_analyser (integrator), incoming->document,
                                             incoming->text, NULL, rcp_clock_today ());
  incoming->raw = g_bytes_ref (self->bytes);
  incoming->content_type = g_strdup (self->content_type);
  incoming->name = g_steal_pointer (&base);
  self->incoming = g_steal_pointer (&incoming);
}
