#pragma once

#include "rcp-sentence-view.h"

G_BEGIN_DECLS

/**
 * RcpNumberReader:
 *
 * Reads the numbers of a sentence with what they count. Private to the account finder. Immutable; any thread.
 */
typedef struct _RcpNumberReader RcpNumberReader;

RcpNumberReader *rcp_number_reader_new  (GError **error);
void             rcp_number_reader_free (RcpNumberReader *self);
void             rcp_number_reader_read (const RcpNumberReader *self, const RcpSentenceView *view, GArray *numbers);
const char      *rcp_found_number_get_counted (const RcpFoundNumber *number);
void             rcp_found_number_get_bounds  (const RcpFoundNumber *number, double *low, double *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpNumberReader, rcp_number_reader_free)

G_END_DECLS
