#pragma once

#include "rcp-name-model.h"

G_BEGIN_DECLS

/* The file of a name model, shared by the reader and the trainer. All numbers are little-endian, all tables begin at a
 * multiple of 16 bytes and lie inside the file one after another:
 *
 *   RcpNameHeader
 *   RcpNameWordSlot[n_word_slots]                    what is known of words and of phrases, by hash
 *   for each language, RcpNameWeightSlot[n_slots]     weights of features, by hash
 *   for each language, gint16[RCP_NAME_N_LINKS][RCP_NAME_N_LABELS][RCP_NAME_N_LABELS]   weights of pairs of labels
 *
 * Both tables of slots are hashed with open addressing and linear steps; key 0 is a free slot, and at least one slot in
 * each is free, so that every look-up ends. */

#define RCP_NAME_MAGIC "RCPNAME1"
#define RCP_NAME_ORDER 0x01020304u
#define RCP_NAME_MAX_LANGUAGES 4
#define RCP_NAME_N_LINKS 24

typedef struct
{
  guint32 key;
  guint32 classes; /* RcpNameWordClass */
  guint16 cluster; /* words in like company; 0 for unknown */
  guint8 family;   /* the same, coarser */
  guint8 goes_on;  /* a longer phrase begins with these words */
} RcpNameWordSlot;

typedef struct
{
  guint32 key;
  gint8 weights[20]; /* RCP_NAME_N_LABELS of them, then zeros */
} RcpNameWeightSlot;

typedef struct
{
  char code[4]; /* "fr" */
  guint32 weights_offset;
  guint32 n_slots;
  guint32 links_offset;
  float unit; /* what one unit of a weight is worth, in nats */
  guint32 reserved[5];
} RcpNameLanguage;

typedef struct
{
  char magic[8];
  guint32 order;
  guint32 size;     /* of the file */
  guint64 checksum; /* rcp_name_checksum() of all that follows this field */
  guint32 words_offset;
  guint32 n_word_slots;
  guint32 n_languages;
  guint32 reserved;
  RcpNameLanguage languages[RCP_NAME_MAX_LANGUAGES];
} RcpNameHeader;

/* What a word or phrase is known as; bits of RcpNameWordSlot.classes. */
typedef enum
{
  RCP_NAME_WORD_STATE,
  RCP_NAME_WORD_SEAT,
  RCP_NAME_WORD_CITY,
  RCP_NAME_WORD_ORGANISATION,
  RCP_NAME_WORD_DEMONYM,
  RCP_NAME_WORD_ADJECTIVE,
  RCP_NAME_WORD_OFFICE,
  RCP_NAME_WORD_COURTESY,
  RCP_NAME_WORD_FIRST_NAME,
  RCP_NAME_WORD_SURNAME,
  RCP_NAME_WORD_REGION,
  RCP_NAME_WORD_ORG_HEAD,
  RCP_NAME_WORD_ORG_TAIL,
  RCP_NAME_WORD_PLACE_HEAD,
  RCP_NAME_WORD_PLACE_TAIL,
  RCP_NAME_WORD_LOCATIVE,
  RCP_NAME_WORD_PARTICLE,
  RCP_NAME_WORD_PARTY,
  RCP_NAME_WORD_COMPANY,
  RCP_NAME_WORD_TOWN,
  RCP_NAME_WORD_NEVER,
  RCP_NAME_WORD_RELATION,
  RCP_NAME_WORD_MEDIUM,
  RCP_NAME_WORD_SMALL,
  RCP_NAME_WORD_SMALL_HEAD, /* begins names though written small */
  RCP_NAME_WORD_STREET,
  RCP_NAME_WORD_NATURE,
  RCP_NAME_WORD_CLUB,
  RCP_NAME_N_WORD_CLASSES,
} RcpNameWordClass;

/* Most features of a text are in no row of weights. A bit for the hash of each that is (B. Bloom, Communications of the ACM 13,
 * 1970, with one hash) keeps nearly all searches for the others from the table, and fits into the second cache. */
#define RCP_NAME_FILTER_BITS 20

struct _RcpNameModel
{
  gatomicrefcount refs;
  GBytes *bytes; /* owned; all pointers lead into it */
  const RcpNameHeader *header;
  const RcpNameWordSlot *words;
  guint32 n_word_slots;
  guint64 *filters[RCP_NAME_MAX_LANGUAGES]; /* owned */
};

/* The tables of one language; they lead into the model and last as long as it. */
typedef struct
{
  const RcpNameWeightSlot *slots;
  const guint64 *filter;
  guint32 n_slots;
  const gint16 *links; /* [link][from][to] */
  float unit;
} RcpNameWeights;

guint64         rcp_name_checksum          (const guint8 *bytes, gsize n_bytes);
gboolean        rcp_name_model_get_weights (const RcpNameModel *self, const char *language, RcpNameWeights *weights);

/* Two hashes as one: multiplied by the prime next to 2^32 over the golden ratio (D. Knuth, The Art of Computer Programming 3,
 * 6.4) and by the first constant of MurmurHash3's last step (A. Appleby, public domain). */
static inline guint32
rcp_name_mix (guint32 a, guint32 b)
{
  guint32 h = (a ^ (b * 0x9E3779B1u)) * 0x85EBCA6Bu;

  return h ^ (h >> 15);
}

/* FNV-1a of 32 bits (G. Fowler, L. Noll, K.-P. Vo, 1991), its upper bits folded into the lower ones. */
static inline guint32
rcp_name_hash_word (const char *word, gsize n_bytes)
{
  guint32 h = 0x811C9DC5u;

  for (gsize i = 0; i < n_bytes; i++)
    h = (h ^ (guint8)word[i]) * 0x01000193u;
  return h ^ (h >> 15);
}

/* Where the search for a key begins in a table of so many slots. */
static inline guint32
rcp_name_slot_of (guint32 key, guint32 n_slots)
{
  return (guint32)(((guint64)(key * 0xC2B2AE35u ^ key >> 15) * n_slots) >> 32);
}

/* The bit of the filter for a key. */
static inline guint32
rcp_name_filter_bit (guint32 key)
{
  return (key * 0x9E3779B1u) >> (32 - RCP_NAME_FILTER_BITS);
}

/* (transfer none) (nullable): what is known of the word or phrase of that hash. */
static inline const RcpNameWordSlot *
rcp_name_model_find_word (const RcpNameModel *self, guint32 key)
{
  guint32 at = rcp_name_slot_of (key, self->n_word_slots);

  while (self->words[at].key != 0)
    {
      if (self->words[at].key == key)
        return &self->words[at];
      at = at + 1 == self->n_word_slots ? 0 : at + 1;
    }
  return NULL;
}

/* Which labels may follow which: a name that has begun goes on with its own type until its last token. */
static inline gboolean
rcp_name_labels_fit (RcpNameLabel from, RcpNameLabel to)
{
  gboolean open = from != 0 && RCP_NAME_LABEL_PLACE (from) <= RCP_NAME_INSIDE;
  gboolean goes_on
      = to != 0 && (RCP_NAME_LABEL_PLACE (to) == RCP_NAME_INSIDE || RCP_NAME_LABEL_PLACE (to) == RCP_NAME_LAST);

  return open ? goes_on && RCP_NAME_LABEL_TYPE (from) == RCP_NAME_LABEL_TYPE (to) : !goes_on;
}

G_END_DECLS
