#pragma once

#include <gtk/gtk.h>

#include "rcp-article-detail.h"

G_BEGIN_DECLS

#define RCP_TYPE_READER (rcp_reader_get_type ())

/**
 * RcpReader:
 *
 * The text of one article with what was found in it: actors underlined, dates dotted, words shared with other articles
 * tinted, passages with notes highlighted. The buffer holds the article's whole text, so that an offset in it is a code
 * point of the article; what was set aside is there but hidden until asked for.
 *
 * Properties:
 * - #RcpReader:show-set-aside: whether what was set aside is shown, dimmed
 *
 * Signals:
 * - #RcpReader::mark-activated (guint position): the mark at this code point was clicked, or Enter pressed on it
 */
G_DECLARE_FINAL_TYPE (RcpReader, rcp_reader, RCP, READER, GtkTextView)

GtkWidget         *rcp_reader_new            (void);
void               rcp_reader_set_detail     (RcpReader *self, RcpArticleDetail *detail);
gboolean           rcp_reader_get_selection  (RcpReader *self, RcpRange *range);
void               rcp_reader_show_range     (RcpReader *self, RcpRange range);
void               rcp_reader_get_location   (RcpReader *self, guint position, GdkRectangle *rect);
const RcpMention  *rcp_reader_find_mention   (RcpReader *self, guint position);
RcpDateExpression *rcp_reader_find_date      (RcpReader *self, guint position);
guint              rcp_reader_count_set_aside (RcpReader *self);

G_END_DECLS
