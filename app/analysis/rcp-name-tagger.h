#pragma once

#include "rcp-name-model.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpTaggedName:
 * @first: index of its first token
 * @end: index one past its last token
 * @type: what it names
 * @margin: what speaks for it, in nats, or, where more speaks against it, what does: the lesser of what speaks for its type
 *   against the next, summed over the names of the same words in the text, and of what speaks for a name against none, here;
 *   0 where only the rest of the text speaks for it. Under 1 is a guess
 *
 * A name as the sequence model sees it. A plain value.
 */
typedef struct
{
  guint first;
  guint end;
  RcpNameType type;
  float margin;
} RcpTaggedName;

/**
 * RcpNameTagger:
 *
 * Finds the names of people, organisations and places in a text, by a sequence model. Immutable to its users; any number of
 * threads may use one.
 */
typedef struct _RcpNameTagger RcpNameTagger;

RcpNameTagger *rcp_name_tagger_new  (RcpNameModel *model) G_GNUC_WARN_UNUSED_RESULT;
void           rcp_name_tagger_free (RcpNameTagger *self);
gboolean       rcp_name_tagger_tag  (const RcpNameTagger *self, const RcpSegmentedText *text, GArray *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpNameTagger, rcp_name_tagger_free)

G_END_DECLS
