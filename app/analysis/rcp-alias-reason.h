#pragma once

#include "rcp-enums.h"

G_BEGIN_DECLS

RcpAliasReason rcp_alias_reason_tell (RcpActorKind kind, const char *name, const char *alias);

G_END_DECLS
