#pragma once

#include "rcp-name-features.h"
#include "rcp-name-model-private.h"

G_BEGIN_DECLS

/* What the files of the features share: a token as the model sees it (rcp-name-atoms.c) and the same word elsewhere in the
 * text (rcp-name-others.c). */

/* How a token is written. Those up to RCP_NAME_SHAPE_LOWER have no capital. */
typedef enum
{
  RCP_NAME_SHAPE_BEYOND,
  RCP_NAME_SHAPE_STOP,
  RCP_NAME_SHAPE_COMMA,
  RCP_NAME_SHAPE_HYPHEN,
  RCP_NAME_SHAPE_DASH,
  RCP_NAME_SHAPE_APOSTROPHE,
  RCP_NAME_SHAPE_OPENS,
  RCP_NAME_SHAPE_CLOSES,
  RCP_NAME_SHAPE_QUOTE,
  RCP_NAME_SHAPE_COLON,
  RCP_NAME_SHAPE_SLASH,
  RCP_NAME_SHAPE_AND,
  RCP_NAME_SHAPE_MARK,
  RCP_NAME_SHAPE_DIGITS,
  RCP_NAME_SHAPE_YEAR,
  RCP_NAME_SHAPE_NUMBER,
  RCP_NAME_SHAPE_DIGIT_MIXED,
  RCP_NAME_SHAPE_SMALL_MIXED,
  RCP_NAME_SHAPE_ELIDED,
  RCP_NAME_SHAPE_LOWER,
  RCP_NAME_SHAPE_ELIDED_CAPITAL,
  RCP_NAME_SHAPE_CAPITAL,
  RCP_NAME_SHAPE_INITIAL,
  RCP_NAME_SHAPE_ACRONYM,
  RCP_NAME_SHAPE_SHOUT,
  RCP_NAME_SHAPE_INNER,
  RCP_NAME_SHAPE_CAPITAL_MIXED,
  /* added to those with a capital */
  RCP_NAME_SHAPE_FIRST = 32,   /* first of its sentence: the capital says little */
  RCP_NAME_SHAPE_SHOUTED = 64, /* in a sentence of capitals */
} RcpNameShape;

enum
{
  RCP_NAME_ATOM_SEED = 1 << 0,
  RCP_NAME_ATOM_ACTIVE = 1 << 1,
  RCP_NAME_ATOM_CAPITAL = 1 << 2,
};

/* How the word stands elsewhere in the text; bits of RcpNameAtom.elsewhere. */
enum
{
  RCP_NAME_ELSEWHERE_SMALL,       /* written small */
  RCP_NAME_ELSEWHERE_INSIDE,      /* with a capital, not first of its sentence */
  RCP_NAME_ELSEWHERE_TITLED,      /* in a run behind an office or a courtesy */
  RCP_NAME_ELSEWHERE_FIRST_NAMED, /* in a run that begins with a first name */
  RCP_NAME_ELSEWHERE_LOCATED,     /* in a run behind a locative preposition */
  RCP_NAME_ELSEWHERE_HEADED,      /* in a run with the head or tail of an organisation's name */
  RCP_NAME_ELSEWHERE_ENDS,        /* last of a run of several */
  RCP_NAME_ELSEWHERE_BEGINS,      /* first of a run of several */
  RCP_NAME_ELSEWHERE_PHRASE_PLACE,
  RCP_NAME_ELSEWHERE_PHRASE_ORGANISATION,
  RCP_NAME_ELSEWHERE_TWICE, /* two occurrences or more with a capital */
  RCP_NAME_ELSEWHERE_OFTEN, /* five or more */
};

/* A token as the model sees it: hashes of words, and classes as bits of RcpNameWordClass; shape is an RcpNameShape. */
typedef struct
{
  guint32 word;
  guint32 classes; /* what the word alone is known as */
  guint32 begins;  /* what the phrase of several words that begins here is known as */
  guint32 inside;  /* what the phrase is known as of which it is a later word */
  guint32 head;    /* what the small word that heads a name here is known as: "rue" in "rue de l’Étang" */
  guint32 head_word;
  guint16 cluster;
  guint16 elsewhere;
  guint8 family;
  guint8 shape;
  guint8 link;
  guint8 flags;
  guint8 run_at;     /* place in its run of capitals */
  guint8 run_length; /* 0 outside of runs */
  guint8 goes_on;
  guint8 head_part; /* 1 the head itself, 2 what joins it, 3 the capitals; 0 without a head */
} RcpNameAtom;

/* A word of the text that is written with a capital somewhere. */
typedef struct
{
  guint32 word; /* 0 for a free place */
  guint16 bits;
  guint16 n_big;
} RcpNameOther;

struct _RcpNameFeatures
{
  /* borrowed, for the text being read */
  const RcpSegmentedText *text;
  const RcpNameModel *model;

  /* owned, used again */
  RcpNameAtom *atoms;
  RcpNameOther *others; /* open addressing by word */

  /* plain */
  guint n_allocated;
  guint n_others; /* places, a power of two */
  guint others_allocated;
};

void rcp_name_atoms_read          (RcpNameFeatures *self);
void rcp_name_atoms_match_phrases (RcpNameFeatures *self);
void rcp_name_others_read         (RcpNameFeatures *self);

G_END_DECLS
