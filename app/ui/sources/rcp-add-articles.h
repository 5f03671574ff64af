#pragma once

#include <adwaita.h>

#include "rcp-window.h"

G_BEGIN_DECLS

#define RCP_TYPE_ADD_ARTICLES (rcp_add_articles_get_type ())

/**
 * RcpAddArticles:
 *
 * A window to choose what is added to the dossier: files and folders, or copied text.
 */
G_DECLARE_FINAL_TYPE (RcpAddArticles, rcp_add_articles, RCP, ADD_ARTICLES, AdwWindow)

void rcp_add_articles_present (RcpWindow *parent, const char *page, const char *text);

G_END_DECLS
