#pragma once

#include "rcp-db.h"

G_BEGIN_DECLS

/* As many as can be busy at once on a small machine; each holds up to 16 MB of pages. */
#define RCP_DB_READERS_MAX 4

/**
 * RcpDbReaders:
 *
 * A few reading connections, leased to any thread for the time of one question. Opened when first needed.
 */
typedef struct _RcpDbReaders RcpDbReaders;

RcpDbReaders *rcp_db_readers_new    (const char *path);
void          rcp_db_readers_free   (RcpDbReaders *self);
void          rcp_db_readers_close  (RcpDbReaders *self);
RcpDb        *rcp_db_readers_lease  (RcpDbReaders *self, GCancellable *cancellable, GError **error);
void          rcp_db_readers_return (RcpDbReaders *self, RcpDb *db);

G_END_DECLS
