#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_ARTICLES_VIEW (rcp_articles_view_get_type ())

/**
 * RcpArticlesView:
 *
 * The list of articles and the reader beside it; in a narrow window one at a time.
 *
 * Properties:
 * - #RcpArticlesView:library: what is shown (nullable)
 * - #RcpArticlesView:state: what is chosen
 */
G_DECLARE_FINAL_TYPE (RcpArticlesView, rcp_articles_view, RCP, ARTICLES_VIEW, GtkWidget)

GtkWidget *rcp_articles_view_new       (void);
void       rcp_articles_view_add_note  (RcpArticlesView *self);
void       rcp_articles_view_highlight (RcpArticlesView *self);

G_END_DECLS
