#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpLexicon:
 *
 * What the program knows of names beforehand: states and their people, capitals and seats of power, organisations,
 * offices and titles, first names. Read once from resources/lexicon; immutable; any thread.
 */
typedef struct _RcpLexicon RcpLexicon;

RcpLexicon *rcp_lexicon_new  (GError **error);
void        rcp_lexicon_free (RcpLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpLexicon, rcp_lexicon_free)

G_END_DECLS
