#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RcpFileWalkerFunc:
 * @file: (transfer none): a file
 * @name: what to call it: its path from the file or folder that was given; all of an address
 * @content_type: (nullable): its media type; NULL with an error, and for an address of the web
 * @error: (nullable): why it is no article
 *
 * Hears of one file, in order.
 */
typedef void (*RcpFileWalkerFunc) (GFile *file, const char *name, const char *content_type, const GError *error,
                                   gpointer user_data);

void rcp_file_walker_walk (GPtrArray *files, GCancellable *cancellable, RcpFileWalkerFunc func, gpointer user_data);

G_END_DECLS
