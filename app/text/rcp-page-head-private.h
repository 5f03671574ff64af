#pragma once

#include "rcp-document-private.h"
#include "rcp-page-clues-private.h"

G_BEGIN_DECLS

/* What is chosen among the clues of a page, one field a file. */

void rcp_page_head_read (RcpDocument *document, xmlNode *root, char **description, char **body);

/* rcp-page-address.c */
char *rcp_page_address_choose   (const RcpPageClues *clues, const char *uri) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_page_address_dup_host (const char *uri) G_GNUC_WARN_UNUSED_RESULT;

/* rcp-page-outlet.c */
char   **rcp_page_outlet_list_names (const RcpPageClues *clues, const char *uri) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_page_outlet_dup_key    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_page_outlet_is_site    (const char *text, const char *const *sites, const char *host);

/* rcp-page-title.c */
char *rcp_page_title_choose (const RcpPageClues *clues, const char *const *sites, const char *host, char **site)
  G_GNUC_WARN_UNUSED_RESULT;

/* rcp-page-authors.c */
void rcp_page_authors_choose (const RcpPageClues *clues, const char *const *sites, const char *host, const char *title,
                              char **byline, char **agency);

/* rcp-page-published.c */
void rcp_page_published_choose (RcpDocument *document, const RcpPageClues *clues, const char *uri);

G_END_DECLS
