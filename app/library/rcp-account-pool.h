#pragma once

#include "rcp-event-builder.h"

G_BEGIN_DECLS

/**
 * RcpAccountPool:
 *
 * The accounts of a library at hand while articles come in, filed by what can make one of them kin to a new one: a near
 * time with an actor or the action in common. So that joining a batch asks the disk for nothing and looks at few
 * accounts. About one kilobyte an account. Not thread-safe.
 */
typedef struct _RcpAccountPool RcpAccountPool;

RcpAccountPool  *rcp_account_pool_new            (void);
void             rcp_account_pool_free           (RcpAccountPool *self);
guint            rcp_account_pool_get_size       (RcpAccountPool *self);
void             rcp_account_pool_take           (RcpAccountPool *self, RcpTelling *telling);
void             rcp_account_pool_remove_article (RcpAccountPool *self, gint64 article_id);
void             rcp_account_pool_set_event      (RcpAccountPool *self, RcpTelling *telling, gint64 event_id);
void             rcp_account_pool_list_all       (RcpAccountPool *self, GPtrArray *tellings);
const GPtrArray *rcp_account_pool_get_event      (RcpAccountPool *self, gint64 event_id);
const GPtrArray *rcp_account_pool_get_article    (RcpAccountPool *self, gint64 article_id);
gboolean         rcp_account_pool_open           (RcpAccountPool *self, gint64 stretch);
void             rcp_account_pool_begin          (RcpAccountPool *self);
gboolean         rcp_account_pool_meet           (RcpAccountPool *self, RcpTelling *telling);
void             rcp_account_pool_find_kin       (RcpAccountPool *self, const RcpTelling *telling, GPtrArray *kin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpAccountPool, rcp_account_pool_free)

void rcp_account_pool_find_near (RcpAccountPool *self, const RcpTelling *telling, gint32 max_days, GPtrArray *near);

G_END_DECLS
