#pragma once

#include <adwaita.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_PUBLICATION_BUTTON (rcp_publication_button_get_type ())

/**
 * RcpPublicationButton:
 *
 * Opens what is known of an article's date of publication: why it is believed, what contradicts it, and an entry to set
 * another, which says what would move before it is set.
 */
G_DECLARE_FINAL_TYPE (RcpPublicationButton, rcp_publication_button, RCP, PUBLICATION_BUTTON, AdwBin)

GtkWidget *rcp_publication_button_new         (void);
void       rcp_publication_button_set_article (RcpPublicationButton *self, RcpLibrary *library, RcpArticle *article,
                                               const GPtrArray *clues);

G_END_DECLS
