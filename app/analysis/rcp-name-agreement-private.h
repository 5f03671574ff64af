#pragma once

#include "rcp-name-features.h"
#include "rcp-name-tagger.h"

G_BEGIN_DECLS

/* A name as it was found where it stands, and how good each type would be for it there, in nats; last how good none. */
typedef struct
{
  RcpTaggedName name;
  float scores[RCP_NAME_N_TYPES + 1];
  guint32 key; /* of its words; set by rcp_name_agreement_add() */
} RcpNameGuess;

/**
 * RcpNameAgreement:
 *
 * Lets the names of one text agree: those of the same words get one type, a surname alone is a person where the full name is
 * one, the nouns of waters and heights belong to their names.
 */
typedef struct _RcpNameAgreement RcpNameAgreement;

RcpNameAgreement *rcp_name_agreement_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void              rcp_name_agreement_free   (RcpNameAgreement *self);
void              rcp_name_agreement_begin  (RcpNameAgreement *self);
void              rcp_name_agreement_add    (RcpNameAgreement *self, const RcpNameFeatures *features,
                                             const RcpNameGuess *guess);
void              rcp_name_agreement_finish (RcpNameAgreement *self, const RcpNameFeatures *features,
                                             const RcpSegmentedText *text, GArray *names);

G_END_DECLS
