#pragma once

#include "rcp-import-item.h"

G_BEGIN_DECLS

/**
 * RcpImportKind:
 *
 * Where the articles of an import come from.
 */
typedef enum
{
  RCP_IMPORT_FILES,
  RCP_IMPORT_TEXT,
  RCP_IMPORT_SAMPLE,
  RCP_IMPORT_REANALYSIS,
  RCP_IMPORT_ENTRIES,
} RcpImportKind;

/**
 * RcpImportProgress:
 * @n_found: files found so far
 * @n_done: files dealt with
 * @n_added: articles added
 * @n_updated: articles of which a later version came
 * @n_events: events more than before
 * @scanning: whether more may be found
 * @finished: whether it has ended
 * @n_saved: transactions so far: something changed in the store when it grows
 *
 * How far an import is. A plain value.
 */
typedef struct
{
  guint n_found;
  guint n_done;
  guint n_added;
  guint n_updated;
  int n_events;
  gboolean scanning;
  gboolean finished;
  guint n_saved;
} RcpImportProgress;

/**
 * RcpImportRun:
 *
 * The work of an import on its own threads: one that walks the folders, a pool that reads and analyses, one that puts the
 * articles into the library in the order they were found. Knows nothing of the objects of the library's thread.
 */
typedef struct _RcpImportRun RcpImportRun;

RcpImportRun *rcp_import_run_new           (RcpStore *store, RcpIntegrator *integrator, RcpImportKind kind,
                                            gint64 dossier_id);
void          rcp_import_run_free          (RcpImportRun *self);
void          rcp_import_run_add_file      (RcpImportRun *self, GFile *file);
void          rcp_import_run_set_fetcher   (RcpImportRun *self, RcpFetcher *fetcher);
void          rcp_import_run_add_text      (RcpImportRun *self, const char *text, const char *title);
void          rcp_import_run_start         (RcpImportRun *self, GSourceFunc moved, gpointer user_data);
void          rcp_import_run_cancel        (RcpImportRun *self);
void          rcp_import_run_join          (RcpImportRun *self);
void          rcp_import_run_get_progress  (RcpImportRun *self, RcpImportProgress *progress);
GPtrArray    *rcp_import_run_take_failures (RcpImportRun *self) G_GNUC_WARN_UNUSED_RESULT;
GError       *rcp_import_run_dup_error     (RcpImportRun *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpImportRun, rcp_import_run_free)

G_END_DECLS
