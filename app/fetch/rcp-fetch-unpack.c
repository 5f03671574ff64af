#include "config.h"

#include "rcp-fetch-unpack-private.h"

#define BLOCK_BYTES (64 * 1024)

/* Whether what @stream unpacked had its end. The unpacker itself knows: given nothing more, one that has seen the end says
 * so again, and one that has not asks for more. */
static gboolean
has_end (GConverterInputStream *stream)
{
  GConverter *wrapper = g_converter_input_stream_get_converter (stream);
  g_autoptr (GConverter) unpacker = NULL;
  g_autoptr (GError) error = NULL;
  guint8 out[16];
  gsize n_read, n_written;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (wrapper), "base-converter") == NULL)
    return TRUE;
  g_object_get (wrapper, "base-converter", &unpacker, NULL);
  return unpacker == NULL
         || g_converter_convert (unpacker, "", 0, out, sizeof out, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error)
                != G_CONVERTER_ERROR
         || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
}

/**
 * rcp_fetch_is_whole:
 * @stream: a body that libsoup unpacks, read to its end, and not empty
 *
 * Libsoup lets it pass when a packed body breaks off; half a feed would then be taken for all of it. On the thread of
 * @stream.
 *
 * Returns: whether the end of what was packed has been seen, or nothing was packed.
 */
gboolean
rcp_fetch_is_whole (GInputStream *stream)
{
  while (G_IS_FILTER_INPUT_STREAM (stream))
    {
      if (G_IS_CONVERTER_INPUT_STREAM (stream) && !has_end (G_CONVERTER_INPUT_STREAM (stream)))
        return FALSE;
      stream = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
    }
  return TRUE;
}

/** rcp_fetch_is_gzip: whether @data begins as gzip does, with the one method there is (RFC 1952, section 2.3.1). */
gboolean
rcp_fetch_is_gzip (const guint8 *data, gsize size)
{
  return size >= 18 && data[0] == 0x1f && data[1] == 0x8b && data[2] == 8;
}

/**
 * rcp_fetch_gunzip:
 * @data: what rcp_fetch_is_gzip() is true of: one member or several (RFC 1952, section 2.2); what else follows is ignored
 * @max_bytes: of the outcome
 * @error: %G_IO_ERROR_INVALID_DATA, %G_IO_ERROR_PARTIAL_INPUT; %G_IO_ERROR_NO_SPACE for more than @max_bytes
 *
 * Unpacks what a server sent packed and did not say so: a file "feed.xml.gz", or a front server that lost the head.
 * Libsoup unpacks the rest. Any thread.
 *
 * Returns: (transfer full): the bytes.
 */
GBytes *
rcp_fetch_gunzip (const guint8 *data, gsize size, guint64 max_bytes, GError **error)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);

  while (rcp_fetch_is_gzip (data, size))
    {
      GConverterResult result;

      do
        {
          gsize n_read = 0, n_written = 0;

          result = g_converter_convert (converter, data, size, block, BLOCK_BYTES, G_CONVERTER_INPUT_AT_END, &n_read,
                                        &n_written, error);
          if (result == G_CONVERTER_ERROR)
            return NULL;
          if (out->len + (guint64) n_written > max_bytes)
            {
              g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "more bytes than allowed");
              return NULL;
            }
          g_byte_array_append (out, block, n_written);
          data += n_read;
          size -= n_read;
        }
      while (result != G_CONVERTER_FINISHED);
      g_converter_reset (converter);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
