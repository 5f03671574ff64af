#pragma once

#include <gtk/gtk.h>

#include "rcp-article-detail.h"

G_BEGIN_DECLS

#define RCP_TYPE_SIMILAR_ROW (rcp_similar_row_get_type ())

/**
 * RcpSimilarRow:
 *
 * An article that shares wording with the one that is read, and how much.
 */
G_DECLARE_FINAL_TYPE (RcpSimilarRow, rcp_similar_row, RCP, SIMILAR_ROW, GtkListBoxRow)

GtkWidget  *rcp_similar_row_new         (RcpArticle *article, guint n_passages, guint n_words, guint n_words_here);
RcpArticle *rcp_similar_row_get_article (RcpSimilarRow *self);
guint       rcp_similar_row_fill        (GtkListBox *list, RcpArticleDetail *detail);

G_END_DECLS
