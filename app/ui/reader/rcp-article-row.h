#pragma once

#include <gtk/gtk.h>

#include "rcp-article.h"

G_BEGIN_DECLS

#define RCP_TYPE_ARTICLE_ROW (rcp_article_row_get_type ())

/**
 * RcpArticleRow:
 *
 * One article in the list: outlet, date and how it is known, title, how many events it tells and with how many articles
 * it shares text. A skeleton until its article has come.
 */
G_DECLARE_FINAL_TYPE (RcpArticleRow, rcp_article_row, RCP, ARTICLE_ROW, GtkWidget)

GtkWidget *rcp_article_row_new         (void);
void       rcp_article_row_set_article (RcpArticleRow *self, RcpArticle *article);
char      *rcp_article_row_dup_outlet  (RcpArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
