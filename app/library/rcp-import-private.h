#pragma once

#include "rcp-import.h"
#include "rcp-integrator.h"
#include "rcp-library.h"

G_BEGIN_DECLS

RcpImport *rcp_import_new_files      (RcpLibrary *library, GListModel *files, gint64 dossier_id);
RcpImport *rcp_import_new_text       (RcpLibrary *library, const char *text, const char *title, gint64 dossier_id);
RcpImport *rcp_import_new_sample     (RcpLibrary *library, gint64 dossier_id);
RcpImport *rcp_import_new_reanalysis (RcpLibrary *library);
RcpImport *rcp_import_new_entries    (RcpLibrary *library);
void       rcp_import_start          (RcpImport *self);
void       rcp_import_stop           (RcpImport *self);

G_END_DECLS
