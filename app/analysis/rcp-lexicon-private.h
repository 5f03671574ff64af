#pragma once

#include "rcp-lexicon-format.h"

G_BEGIN_DECLS

struct _RcpLexicon
{
  /* owned */
  GBytes *bytes; /* nullable: an empty lexicon has none */

  /* borrowed from bytes */
  const RcpLexiconPlace *places;
  const RcpLexiconEdge *edges;
  const RcpLexiconEntry *entries;
  const RcpHeldOffice *held;
  const char *strings;

  /* plain */
  guint memo_key; /* of what it keeps with texts; no two lexicons have the same */
  guint n_places;
  guint n_held;
};

const RcpLexiconEntry *rcp_lexicon_find_key (const RcpLexicon *self, guint32 root, const char *key);

G_END_DECLS
