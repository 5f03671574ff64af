#pragma once

#include "rcp-name-model-private.h"

G_BEGIN_DECLS

/**
 * RcpNameWriter:
 *
 * The file of a name model while it is put together: the words, then the tables of each language.
 */
typedef struct _RcpNameWriter RcpNameWriter;

RcpNameWriter *rcp_name_writer_new         (GHashTable *words) G_GNUC_WARN_UNUSED_RESULT;
void           rcp_name_writer_free        (RcpNameWriter *self);
guint          rcp_name_writer_add_weights (RcpNameWriter *self, const char *language, const guint32 *keys,
                                            guint n_rows, const double *weights);
GBytes        *rcp_name_writer_finish      (RcpNameWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpNameWriter, rcp_name_writer_free)

G_END_DECLS
