#pragma once

#include "rcp-enums.h"
#include "rcp-range.h"

G_BEGIN_DECLS

/**
 * RcpMention:
 * @range: where it stands in the article's text
 * @actor: in findings, the index of the actor among the article's own; out of the store, the actor's row
 * @form: by name, by role or by metonymy
 * @acting: FALSE for a place that is only a place, and for a medium that is only quoted
 *
 * A stretch of text that names an actor. A plain value.
 */
typedef struct
{
  RcpRange range;
  gint64 actor;
  RcpMentionForm form;
  gboolean acting;
} RcpMention;

G_END_DECLS
