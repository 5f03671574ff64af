#pragma once

#include "rcp-lexicon.h"

G_BEGIN_DECLS

/**
 * RcpHeldOffice:
 *
 * That somebody held a high office of a state or an organisation for some time, as offices-held.tsv has it. Belongs to the
 * lexicon.
 */
typedef struct _RcpHeldOffice RcpHeldOffice;

const RcpHeldOffice *rcp_lexicon_find_holder     (const RcpLexicon *self, const char *scope, const char *office, gint32 day);
const char          *rcp_held_office_get_office  (const RcpHeldOffice *self);
const char          *rcp_held_office_get_name    (const RcpHeldOffice *self, const char *language);
gint32               rcp_held_office_get_from    (const RcpHeldOffice *self);
gint32               rcp_held_office_get_to      (const RcpHeldOffice *self);
gboolean             rcp_held_office_get_is_open (const RcpHeldOffice *self);

G_END_DECLS
