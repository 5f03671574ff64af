#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_READER_HEAD (rcp_reader_head_get_type ())

/**
 * RcpReaderHead:
 *
 * What stands above an article's text: title, outlet (to be named where it is not known), date and how it is known.
 */
G_DECLARE_FINAL_TYPE (RcpReaderHead, rcp_reader_head, RCP, READER_HEAD, GtkBox)

void rcp_reader_head_set_article (RcpReaderHead *self, RcpLibrary *library, RcpArticle *article,
                                  const GPtrArray *clues);

G_END_DECLS
