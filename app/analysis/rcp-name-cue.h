#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpNameCue:
 *
 * A class of words that tell how names stand in a text; resources/lexicon/name-words.tsv says what each is and lists its
 * words. Values are bits, so that a word may be of several.
 */
typedef enum
{
  RCP_NAME_CUE_PARTICLE = 1 << 0,
  RCP_NAME_CUE_ORG_HEAD = 1 << 1,
  RCP_NAME_CUE_ORG_TAIL = 1 << 2,
  RCP_NAME_CUE_PLACE_HEAD = 1 << 3,
  RCP_NAME_CUE_PLACE_TAIL = 1 << 4,
  RCP_NAME_CUE_LOCATIVE = 1 << 5,
  RCP_NAME_CUE_RELATION = 1 << 6,
  RCP_NAME_CUE_DATIVE = 1 << 7,
  RCP_NAME_CUE_TURN = 1 << 8,
  RCP_NAME_CUE_ACTS = 1 << 9,
  RCP_NAME_CUE_MOTION = 1 << 10,
  RCP_NAME_CUE_FORCES = 1 << 11,
  RCP_NAME_CUE_PEOPLE = 1 << 12,
  RCP_NAME_CUE_DELEGATION = 1 << 13,
  RCP_NAME_CUE_MILITANTS = 1 << 14,
  RCP_NAME_CUE_MILITANT_ADJECTIVE = 1 << 15,
  RCP_NAME_CUE_MILITANT_NOUN = 1 << 16,
  RCP_NAME_CUE_GOVERNMENT = 1 << 17,
  RCP_NAME_CUE_COUNTRY = 1 << 18,
  RCP_NAME_CUE_MEDIUM = 1 << 19,
  RCP_NAME_CUE_MEDIUM_QUALIFIER = 1 << 20,
  RCP_NAME_CUE_QUALIFIER = 1 << 21,
  RCP_NAME_CUE_PORTFOLIO = 1 << 22,
  RCP_NAME_CUE_GROUP_STATE = 1 << 23,
  RCP_NAME_CUE_GROUP_PERSON = 1 << 24,
  RCP_NAME_CUE_GROUP_NOUN = 1 << 25,
  RCP_NAME_CUE_GROUP_QUALIFIER = 1 << 26,
  RCP_NAME_CUE_SAY = 1 << 27,
  RCP_NAME_CUE_NEVER = 1 << 28,
  RCP_NAME_CUE_STREET = 1 << 29,
  RCP_NAME_CUE_NATURE = 1 << 30,
} RcpNameCue;

RcpNameCue rcp_name_cue_from_name (const char *name);

G_END_DECLS
