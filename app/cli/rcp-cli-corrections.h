#pragma once

#include "rcp-cli.h"
#include "rcp-model-json.h"

G_BEGIN_DECLS

int            rcp_cli_complain           (const char *format, const char *what);
gboolean       rcp_cli_read_id            (const char *text, char prefix, gint64 *id);
int            rcp_cli_read_grade         (const char *text, char first, char last, const char *complaint, int *grade);
void           rcp_cli_correction_to_json (JsonBuilder *builder, RcpCorrection *correction);
void           rcp_cli_print_correction   (RcpCorrection *correction, gboolean json);
int            rcp_cli_print_log          (RcpLibrary *library, gboolean json, GError **error);
RcpCorrection *rcp_cli_find_correction    (RcpLibrary *library, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int            rcp_cli_take_back          (RcpLibrary *library, const RcpCliOptions *options, GError **error);

G_END_DECLS
