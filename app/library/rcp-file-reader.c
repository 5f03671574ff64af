#include "config.h"

#include "rcp-file-reader.h"

#include "rcp-error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)

static void
set_too_large (GError **error, gsize max_bytes)
{
  g_set_error (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_TOO_LARGE, "more than %" G_GSIZE_FORMAT " bytes", max_bytes);
}

static void
set_errno (GError **error, int saved)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
}

/**
 * rcp_file_reader_is_address:
 *
 * Returns: whether @file stands for an address of the web, which is fetched and never asked of GIO: depending on the
 *   desktop, that would mount it, or know nothing of it. Any thread.
 */
gboolean
rcp_file_reader_is_address (GFile *file)
{
  return g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https");
}

/**
 * rcp_file_reader_measure:
 * @max_bytes: more is too large
 * @size_bytes: (out): how large it is; 0 where that is not known
 *
 * Looks at a file without opening it. Any thread. Errors: %RCP_TEXT_ERROR_TOO_LARGE, G_IO_ERROR.
 */
gboolean
rcp_file_reader_measure (GFile *file, gsize max_bytes, gsize *size_bytes, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  *size_bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
  if (*size_bytes <= max_bytes)
    return TRUE;
  set_too_large (error, max_bytes);
  return FALSE;
}

/* A named pipe that took the file's place since it was found must not make us wait for a writer. */
static int
open_regular (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;

  if (fd < 0)
    {
      set_errno (error, errno);
      return -1;
    }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  g_set_error_literal (error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_NOT_REGULAR, "neither a file nor a folder");
  close (fd);
  return -1;
}

static gssize
read_some (GInputStream *stream, int fd, guint8 *buffer, GCancellable *cancellable, GError **error)
{
  gssize n;

  if (stream != NULL)
    return g_input_stream_read (stream, buffer, BLOCK_BYTES, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  do
    n = read (fd, buffer, BLOCK_BYTES);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_errno (error, errno);
  return n;
}

/**
 * rcp_file_reader_read:
 * @max_bytes: more is too large, and is not read
 *
 * Reads a whole file. Blocks; any thread. Errors: %RCP_TEXT_ERROR_TOO_LARGE; %RCP_IMPORT_ERROR_NOT_REGULAR for what is no
 * file; G_IO_ERROR.
 *
 * Returns: (transfer full): its bytes.
 */
GBytes *
rcp_file_reader_read (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree guint8 *buffer = NULL;
  gsize size_bytes = 0;
  gssize n;
  int fd = -1;

  if (!rcp_file_reader_measure (file, max_bytes, &size_bytes, error))
    return NULL;
  if (g_file_peek_path (file) != NULL)
    fd = open_regular (g_file_peek_path (file), error);
  else
    stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (fd < 0 && stream == NULL)
    return NULL;
  buffer = g_malloc (BLOCK_BYTES);
  bytes = g_byte_array_sized_new (size_bytes + 1);
  while ((n = read_some (stream, fd, buffer, cancellable, error)) > 0)
    {
      /* It may have grown since it was measured. */
      if (bytes->len + (gsize) n > max_bytes)
        {
          set_too_large (error, max_bytes);
          n = -1;
          break;
        }
      g_byte_array_append (bytes, buffer, n);
    }
  if (fd >= 0)
    close (fd);
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
