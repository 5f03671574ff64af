#pragma once

#include <adwaita.h>

#include "rcp-article-edit.h"
#include "rcp-library.h"

G_BEGIN_DECLS

/* The rows of what is new: each is an AdwActionRow that its list activates. */
GtkWidget *rcp_news_row_new_event       (RcpEvent *event);
GtkWidget *rcp_news_row_new_account     (RcpAccount *account, RcpEvent *event);
GtkWidget *rcp_news_row_new_discrepancy (RcpDiscrepancy *discrepancy, RcpEvent *event);
GtkWidget *rcp_news_row_new_edit        (RcpArticleEdit *edit);

G_END_DECLS
