#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpTsv:
 *
 * A table of tab-separated values as the lexicons are written: lines that begin with "#" name source and licence, the
 * next line names the columns, then rows; ";" separates several values in a cell. Reads from memory that must outlive
 * it, without copying it whole.
 */
typedef struct _RcpTsv RcpTsv;

RcpTsv     *rcp_tsv_new_for_resource (const char *path, GError **error);
RcpTsv     *rcp_tsv_new              (GBytes *bytes);
void        rcp_tsv_free             (RcpTsv *self);
gboolean    rcp_tsv_next             (RcpTsv *self);
const char *rcp_tsv_get              (RcpTsv *self, const char *column);
char      **rcp_tsv_dup_list         (RcpTsv *self, const char *column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpTsv, rcp_tsv_free)

G_END_DECLS
