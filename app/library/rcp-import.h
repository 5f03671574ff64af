#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RCP_TYPE_IMPORT_FAILURE (rcp_import_failure_get_type ())

/**
 * RcpImportFailure:
 *
 * One file that could not be taken in. Immutable.
 *
 * Properties:
 * - #RcpImportFailure:name: the file, as a person knows it
 * - #RcpImportFailure:reason: why, in the user's language
 * - #RcpImportFailure:skipped: TRUE where nothing was wrong, only nothing new (a copy of what is there, no article file)
 */
G_DECLARE_FINAL_TYPE (RcpImportFailure, rcp_import_failure, RCP, IMPORT_FAILURE, GObject)

const char *rcp_import_failure_get_name    (RcpImportFailure *self);
const char *rcp_import_failure_get_reason  (RcpImportFailure *self);
gboolean    rcp_import_failure_get_skipped (RcpImportFailure *self);

#define RCP_TYPE_IMPORT (rcp_import_get_type ())

/**
 * RcpImport:
 *
 * Articles on their way in: found, read, analysed, joined with what is there, saved. Notifies on the library's thread,
 * coalesced. What has been saved stays when it is cancelled.
 *
 * Properties:
 * - #RcpImport:n-found: files found so far
 * - #RcpImport:n-done: files dealt with
 * - #RcpImport:n-added: articles added (read again, in a new analysis)
 * - #RcpImport:n-events: events the library has more than before
 * - #RcpImport:scanning: whether folders are still being walked, so that n-found may grow
 * - #RcpImport:finished: whether it has ended
 * - #RcpImport:error: why it ended early, NULL when it did not (GError)
 *
 * Signals:
 * - #RcpImport::finished: after the last property change
 */
G_DECLARE_FINAL_TYPE (RcpImport, rcp_import, RCP, IMPORT, GObject)

guint         rcp_import_get_n_found   (RcpImport *self);
guint         rcp_import_get_n_done    (RcpImport *self);
guint         rcp_import_get_n_added   (RcpImport *self);
guint         rcp_import_get_n_updated (RcpImport *self);
guint         rcp_import_get_n_events  (RcpImport *self);
gboolean      rcp_import_get_scanning  (RcpImport *self);
gboolean      rcp_import_get_finished  (RcpImport *self);
const GError *rcp_import_get_error     (RcpImport *self);
GListModel   *rcp_import_get_failures  (RcpImport *self);
void          rcp_import_cancel        (RcpImport *self);
gboolean      rcp_import_wait          (RcpImport *self, GError **error);

G_END_DECLS
