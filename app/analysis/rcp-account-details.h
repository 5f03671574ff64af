#pragma once

#include "rcp-sentence-view.h"

G_BEGIN_DECLS

/**
 * RcpDetailReader:
 *
 * Reads from a sentence who takes part in what it tells and how, what is done and who is given as the source, in a form in
 * which accounts are compared. Private to the account finder. Immutable; any thread.
 */
typedef struct _RcpDetailReader RcpDetailReader;

RcpDetailReader *rcp_detail_reader_new  (GError **error);
void             rcp_detail_reader_free (RcpDetailReader *self);
void             rcp_detail_reader_read (const RcpDetailReader *self, const RcpSentenceView *view, const RcpHit *hit,
                                         RcpFoundAccount *account);
void             rcp_account_add_date_detail (const RcpFindings *findings, RcpFoundAccount *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDetailReader, rcp_detail_reader_free)

G_END_DECLS
