#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_NEWS_VIEW (rcp_news_view_get_type ())

/**
 * RcpNewsView:
 *
 * What is new in the dossier since the user last looked through it. It has been looked through once it has been on the
 * screen, or when nothing was new; what is shown stays until the dossier is left or marked as seen.
 *
 * Properties:
 * - #RcpNewsView:library: the library (construct only)
 * - #RcpNewsView:state: which dossier is shown (construct only)
 * - #RcpNewsView:n-new: how much there is to read, the copies left out
 */
G_DECLARE_FINAL_TYPE (RcpNewsView, rcp_news_view, RCP, NEWS_VIEW, AdwBin)

guint rcp_news_view_get_n_new (RcpNewsView *self);

G_END_DECLS
