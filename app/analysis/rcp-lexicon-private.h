#pragma once

#include "rcp-lexicon.h"

G_BEGIN_DECLS

/* A trie over folded words: an edge leads from a node by a word to the next node. All edges stand in one
 * table of open addressing, so a step costs a hash and, nearly always, one comparison. */
struct _RcpLexicon
{
  /* owned */
  GStringChunk *strings;
  GHashTable *word_ids; /* of char * to guint, from 1 */
  GPtrArray *blocks;    /* of RcpLexiconEntry[ENTRIES_PER_BLOCK] */
  GPtrArray *first;     /* of RcpLexiconEntry *, by node; borrowed from blocks */
  guint64 *edge_keys;   /* node << 32 | word; 0 for a free place */
  guint32 *edge_nodes;
  GHashTable *states;        /* of code to RcpLexiconEntry *, borrowed */
  GHashTable *organisations; /* of id to RcpLexiconEntry *, borrowed */

  /* plain */
  guint n_in_block;
  guint n_edges;
  guint n_places; /* a power of two */
};

const char      *rcp_lexicon_keep        (RcpLexicon *self, const char *text);
RcpLexiconEntry *rcp_lexicon_new_entry   (RcpLexicon *self, const RcpLexiconEntry *values);
RcpLexiconEntry *rcp_lexicon_add         (RcpLexicon *self, const char *form, const RcpLexiconEntry *values);
gboolean         rcp_lexicon_read_tables (RcpLexicon *self, GError **error);

G_END_DECLS
