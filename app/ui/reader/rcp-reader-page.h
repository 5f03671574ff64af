#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_READER_PAGE (rcp_reader_page_get_type ())

/**
 * RcpReaderPage:
 *
 * One article to be read: its head, its text with what was found, the user's notes beside it, and the articles that share
 * its wording.
 *
 * Properties:
 * - #RcpReaderPage:library: where it is read from (nullable)
 * - #RcpReaderPage:state: what is chosen
 * - #RcpReaderPage:narrow: whether a Back button is shown
 *
 * Signals:
 * - #RcpReaderPage::step (int direction): the next (1) or the previous (-1) article is asked for
 * - #RcpReaderPage::back: the list is asked for
 */
G_DECLARE_FINAL_TYPE (RcpReaderPage, rcp_reader_page, RCP, READER_PAGE, AdwBin)

void rcp_reader_page_load         (RcpReaderPage *self, gint64 article_id, RcpRange passage);
void rcp_reader_page_set_detail   (RcpReaderPage *self, RcpArticleDetail *detail);
void rcp_reader_page_set_position (RcpReaderPage *self, guint position, guint n_articles);
void rcp_reader_page_add_note     (RcpReaderPage *self);
void rcp_reader_page_highlight    (RcpReaderPage *self);

G_END_DECLS
