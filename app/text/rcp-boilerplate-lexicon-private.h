#pragma once

#include "rcp-enums.h"

G_BEGIN_DECLS

typedef enum
{
  RCP_BOILERPLATE_LINE,
  RCP_BOILERPLATE_LABEL,
  RCP_BOILERPLATE_NOTICE,
  RCP_BOILERPLATE_BYLINE,
  RCP_BOILERPLATE_CREDIT,
  RCP_BOILERPLATE_AGENCY,
  RCP_BOILERPLATE_STATED,
  RCP_BOILERPLATE_OUTLET_WORD,
  RCP_N_BOILERPLATE_ROLES,
} RcpBoilerplateRole;

/**
 * RcpBoilerplateNames:
 *
 * What a pattern names besides being boilerplate.
 */
typedef enum
{
  RCP_BOILERPLATE_NAMES_NOTHING,
  RCP_BOILERPLATE_NAMES_OUTLET_AFTER,
  RCP_BOILERPLATE_NAMES_VIA_BEFORE,
} RcpBoilerplateNames;

typedef struct
{
  RcpSetAsideKind kind;
  RcpBoilerplateRole role;
  RcpBoilerplateNames names;
  char *names_word; /* the word beside which the name stands */
  guint max_words;
} RcpBoilerplateRow;

gboolean                 rcp_boilerplate_lexicon_load  (GError **error);
const RcpBoilerplateRow *rcp_boilerplate_lexicon_match (RcpBoilerplateRole role, const char *folded, guint n_words);

G_END_DECLS
