#pragma once

#include <json-glib/json-glib.h>

#include "rcp-cli.h"

G_BEGIN_DECLS

/**
 * RcpCliFilterFunc:
 * @line: an object that has what the filter needs
 * @number: of its line, from 1
 * @builder: inside of the object that answers it, after its "id"
 *
 * Answers one line.
 *
 * Returns: FALSE where the line asks for something that cannot be done, which has been said.
 */
typedef gboolean (*RcpCliFilterFunc) (JsonObject *line, guint number, JsonBuilder *builder, gconstpointer data);

int         rcp_cli_filter_run          (const char *const *needed, const char *complaint, RcpCliFilterFunc func,
                                         gconstpointer data);
const char *rcp_cli_filter_get_string   (JsonObject *line, const char *name);
const char *rcp_cli_filter_get_language (JsonObject *line, const RcpCliOptions *options, const char *text);

G_END_DECLS
