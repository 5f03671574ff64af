#pragma once

#include "rcp-held-office.h"
#include "rcp-lexicon.h"

G_BEGIN_DECLS

/* The compiled lexicon, a file that is read in place. It holds a trie over folded words: an edge leads from a
 * node by a word to the next node, and what the words up to there mean is a chain of entries. All edges stand
 * in one table of open addressing, found by a hash of the node and the word, so a step costs a hash and,
 * nearly always, one comparison.
 *
 * All numbers are little-endian. The sections follow each other in the order of RcpLexiconSectionKind, each
 * on a multiple of eight bytes. A string is stored once, whoever names it. A chain of entries is stored once
 * too, however many words share it: thousands of first names mean "a first name" and no more. */

/** RCP_LEXICON_FILE: name of the file in the data folder. */
#define RCP_LEXICON_FILE "lexicon.bin"
/** RCP_LEXICON_MAGIC: its first eight bytes; a transfer that rewrites line ends spoils them. */
#define RCP_LEXICON_MAGIC "RCPLEX\r\n"
/** RCP_LEXICON_BYTE_ORDER: what reads as another number when the bytes stand in another order. */
#define RCP_LEXICON_BYTE_ORDER 0x01020304
/** RCP_LEXICON_VERSION: raised with every change of the format or of the meaning of a number in it. */
#define RCP_LEXICON_VERSION 3

/** RCP_LEXICON_ROOT: the node where names begin. Node n + 1 is the one that edge n leads to. */
#define RCP_LEXICON_ROOT 0
/** RCP_LEXICON_ROOT_HIGH_OFFICES: the node where the words of high offices begin; they mean what
 * high-offices.tsv says. */
#define RCP_LEXICON_ROOT_HIGH_OFFICES 0xFFFFFFFD
/** RCP_LEXICON_ROOT_STATES: the node where codes of states begin. */
#define RCP_LEXICON_ROOT_STATES 0xFFFFFFFE
/** RCP_LEXICON_ROOT_ORGANISATIONS: the node where ids of organisations begin. */
#define RCP_LEXICON_ROOT_ORGANISATIONS 0xFFFFFFFF

/**
 * RcpLexiconSectionKind:
 * @RCP_LEXICON_PLACES: RcpLexiconPlace, the hash table
 * @RCP_LEXICON_EDGES: RcpLexiconEdge
 * @RCP_LEXICON_ENTRIES: RcpLexiconEntry, chain after chain
 * @RCP_LEXICON_HELD: RcpHeldOffice, by scope, office and day
 * @RCP_LEXICON_STRINGS: UTF-8, each string ended by a zero byte; the first is empty
 * @RCP_LEXICON_N_SECTIONS: how many there are
 */
typedef enum
{
  RCP_LEXICON_PLACES,
  RCP_LEXICON_EDGES,
  RCP_LEXICON_ENTRIES,
  RCP_LEXICON_HELD,
  RCP_LEXICON_STRINGS,
  RCP_LEXICON_N_SECTIONS,
} RcpLexiconSectionKind;

/**
 * RcpLexiconHeader:
 * @checksum: rcp_lexicon_checksum() of all that follows it
 * @size_bytes: of the whole file
 * @sections: where each begins, in bytes from the beginning of the file, and how many items it has
 */
typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 version;
  guint64 checksum;
  guint32 size_bytes;
  guint32 spare;
  struct
  {
    guint32 offset_bytes;
    guint32 n_items;
  } sections[RCP_LEXICON_N_SECTIONS];
} RcpLexiconHeader;

/**
 * RcpLexiconPlace:
 * @tag: half of the hash, never 0; 0 for a free place
 * @edge: index of an edge
 */
typedef struct
{
  guint32 tag;
  guint32 edge;
} RcpLexiconPlace;

/**
 * RcpLexiconEdge:
 * @node: where it comes from
 * @word: by which word, an offset into the strings
 * @entries: index of the first entry of the words up to here, plus 1; 0 for none
 * @classes: of those entries and of all beyond
 * @cues: the classes of cues (RcpNameCue) among them
 */
typedef struct
{
  guint32 node;
  guint32 word;
  guint32 entries;
  guint32 classes;
  guint32 cues;
} RcpLexiconEdge;

/* The strings of an entry are given by their distance in bytes from the beginning of the entry. */
struct _RcpLexiconEntry
{
  guint32 class;
  guint32 flags;
  char language;
  guint8 is_last; /* of its chain */
  guint8 spare[2];
  gint32 id;
  gint32 name;
  gint32 name_en;
  gint32 kind;
  gint32 scope;
};

/* Its strings too are given by their distance from its beginning. */
struct _RcpHeldOffice
{
  gint32 scope;
  gint32 office;
  gint32 name;
  gint32 name_en;
  gint32 from_day;
  gint32 to_day;
  guint32 is_open;
  guint32 spare;
};

G_STATIC_ASSERT (sizeof (RcpLexiconHeader) == 72);
G_STATIC_ASSERT (sizeof (RcpLexiconPlace) == 8);
G_STATIC_ASSERT (sizeof (RcpLexiconEdge) == 20);
G_STATIC_ASSERT (sizeof (RcpLexiconEntry) == 32);
G_STATIC_ASSERT (sizeof (RcpHeldOffice) == 32);

/** RCP_LEXICON_HASH_START: the hash of a word before its first byte. */
#define RCP_LEXICON_HASH_START G_GUINT64_CONSTANT (0xCBF29CE484222325)

/** rcp_lexicon_hash_byte: the hash with one byte more: FNV-1a (Fowler, Noll, Vo; 64 bits). */
static inline guint64
rcp_lexicon_hash_byte (guint64 hash, char byte)
{
  return (hash ^ (guchar) byte) * G_GUINT64_CONSTANT (0x100000001B3);
}

/** rcp_lexicon_hash_node: the hash of a word mixed with the node it leads from, by multiplication. */
static inline guint64
rcp_lexicon_hash_node (guint64 hash, guint32 node)
{
  hash = (hash ^ (node * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15))) * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  return hash ^ hash >> 32;
}

/** rcp_lexicon_hash_place: where to look first among @n_places. */
static inline guint32
rcp_lexicon_hash_place (guint64 hash, guint32 n_places)
{
  return (hash >> 32) * n_places >> 32;
}

/** rcp_lexicon_hash_tag: what marks the places of that hash; never 0. */
static inline guint32
rcp_lexicon_hash_tag (guint64 hash)
{
  return (guint32) hash ? (guint32) hash : 1;
}

guint64 rcp_lexicon_checksum (const void *data, gsize n_bytes);

G_END_DECLS
