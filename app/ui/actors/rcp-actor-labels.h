#pragma once

#include "rcp-enums.h"

G_BEGIN_DECLS

/* What is said of an actor in several places, in the user's language. */

const char *rcp_actor_labels_kind   (RcpActorKind kind);
char       *rcp_actor_labels_counts (guint n_mentions, guint n_articles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
