#pragma once

#include <gtk/gtk.h>

#include "rcp-account.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACCOUNT_CARD (rcp_account_card_get_type ())

/**
 * RcpAccountCard:
 *
 * One account of an event: who says it and when, the sentence with the words it shares with another account marked, and
 * whom it cites. A click asks for the article.
 *
 * Signals:
 * - #RcpAccountCard::activate: open the article at the sentence
 * - #RcpAccountCard::pointed (gboolean pointed): its shared words are pointed at, or have the focus
 */
G_DECLARE_FINAL_TYPE (RcpAccountCard, rcp_account_card, RCP, ACCOUNT_CARD, GtkWidget)

GtkWidget  *rcp_account_card_new         (RcpAccount *account, gboolean compact);
RcpAccount *rcp_account_card_get_account (RcpAccountCard *self);
void        rcp_account_card_set_active  (RcpAccountCard *self, gboolean active);
void        rcp_account_card_set_menu    (RcpAccountCard *self, GMenuModel *menu);

G_END_DECLS
