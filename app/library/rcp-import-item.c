#include "config.h"

#include "rcp-import-item.h"

#include "rcp-clock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
  g_clear_pointer (&self->title, g_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->incoming, rcp_incoming_free);
  g_free (self);
}

static void
set_too_large (RcpImportItem *self)
{
  g_set_error (&self->error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_TOO_LARGE, "%s: more than %d bytes", self->name,
               RCP_DOCUMENT_MAX_BYTES);
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
  g_autoptr (GFileInfo) info = NULL;
  goffset size;

  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);
  if (self->file == NULL)
    return 0;
  info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &self->error);
  if (info == NULL)
    return 0;
  size = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
  if (size <= RCP_DOCUMENT_MAX_BYTES)
    return size;
  set_too_large (self);
  return 0;
}

static GInputStream *
open_stream (RcpImportItem *self, int *fd, GCancellable *cancellable)
{
  const char *path = g_file_peek_path (self->file);
  struct stat status;

  if (path == NULL)
    return G_INPUT_STREAM (g_file_read (self->file, cancellable, &self->error));
  /* A named pipe that took the file's place since it was found must not make the import wait for a writer. */
  *fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (*fd < 0)
    {
      int saved = errno;

      g_set_error (&self->error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", self->name, g_strerror (saved));
    }
  else if (fstat (*fd, &status) != 0 || !S_ISREG (status.st_mode))
    g_set_error (&self->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_NOT_REGULAR, "%s: no file", self->name);
  return NULL;
}

static gssize
read_some (GInputStream *stream, int fd, guint8 *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gssize n;

  if (stream != NULL)
    return g_input_stream_read (stream, buffer, size, cancellable, error);
  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s", g_strerror (saved));
    }
  return n;
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
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_autofree guint8 *buffer = NULL;
  int fd = -1;

  if (self->bytes != NULL || self->error != NULL)
    return self->error == NULL;
  buffer = g_malloc (64 * 1024);
  stream = open_stream (self, &fd, cancellable);
  while (self->error == NULL)
    {
      gssize n = read_some (stream, fd, buffer, 64 * 1024, cancellable, &self->error);

      if (n <= 0)
        break;
      if (bytes->len + n > RCP_DOCUMENT_MAX_BYTES)
        set_too_large (self);
      else
        g_byte_array_append (bytes, buffer, n);
      if (self->error == NULL)
        g_cancellable_set_error_if_cancelled (cancellable, &self->error);
    }
  if (fd >= 0)
    close (fd);
  if (self->error != NULL)
    return FALSE;
  self->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
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

  if (self->error != NULL)
    return;
  if (self->article_id != 0)
    {
      self->incoming = rcp_integrator_read_again (integrator, self->article_id, cancellable, &self->error);
      return;
    }
  incoming = g_new0 (RcpIncoming, 1);
  incoming->document = rcp_document_read (self->bytes, self->content_type, self->title ? self->title : self->name, NULL,
                                          &self->error);
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
  incoming->name = g_strdup (self->name);
  self->incoming = g_steal_pointer (&incoming);
}
