#pragma once

#include "rcp-library-private.h"

G_BEGIN_DECLS

/**
 * RcpUndo:
 *
 * The changes of this session that can be taken back, the last one first. Belongs to the thread of the library.
 */
typedef struct _RcpUndo RcpUndo;

RcpUndo    *rcp_undo_new       (void);
void        rcp_undo_free      (RcpUndo *self);
void        rcp_undo_push      (RcpUndo *self, const char *label, RcpChangeFunc func, RcpLibraryArgs *args);
gboolean    rcp_undo_pop       (RcpUndo *self, char **label, RcpChangeFunc *func, RcpLibraryArgs **args);
const char *rcp_undo_get_label (RcpUndo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpUndo, rcp_undo_free)

G_END_DECLS
