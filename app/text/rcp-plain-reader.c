#include "config.h"

#include "rcp-document-private.h"

/**
 * rcp_plain_reader_read:
 * @text: (transfer full): decoded text
 *
 * Plain text is the document as it stands; what the rules for captures find in it comes after.
 */
gboolean
rcp_plain_reader_read (RcpDocument *self, char *text, GError **error)
{
  self->text = text;
  return TRUE;
}
