#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpAliasMerger:
 *
 * Joins the actors of articles into those of the library: by lexicon key, by full name, by acronym, by surname where
 * just one known person bears it. Two of one full name whose offices are of different states are two people. Filled with what is known, it answers for one article at a time; the answer depends
 * only on what was added before. Not thread-safe.
 */
typedef struct _RcpAliasMerger RcpAliasMerger;

RcpAliasMerger *rcp_alias_merger_new   (void);
void            rcp_alias_merger_free  (RcpAliasMerger *self);
void            rcp_alias_merger_add   (RcpAliasMerger *self, gint64 id, RcpActorKind kind, const char *key,
                                        const char *name, const char *const *aliases);
gint64          rcp_alias_merger_match (const RcpAliasMerger *self, const RcpFoundActor *actor,
                                        RcpAliasReason *reason);
void            rcp_alias_merger_add_offices (RcpAliasMerger *self, gint64 id, const GPtrArray *offices);
char           *rcp_alias_merger_dup_new_key (const RcpAliasMerger *self, const RcpFoundActor *actor)
  G_GNUC_WARN_UNUSED_RESULT;
void            rcp_alias_merger_forget (RcpAliasMerger *self, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpAliasMerger, rcp_alias_merger_free)

G_END_DECLS
