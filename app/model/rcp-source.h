#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_SOURCE (rcp_source_get_type ())

/**
 * RcpSource:
 *
 * Where articles come from. Immutable.
 *
 * Properties:
 * - #RcpSource:id: row of the library
 * - #RcpSource:kind: feed, page, folder…
 * - #RcpSource:title: its name
 * - #RcpSource:uri: its address (nullable)
 * - #RcpSource:interval-s: seconds between two checks; 0 when it is not followed
 * - #RcpSource:paused: whether checks are paused
 * - #RcpSource:checked-us: last check, µs UTC; 0 for never
 * - #RcpSource:succeeded-us: last check that worked, µs UTC; 0 for never
 * - #RcpSource:last-error: why the last check failed, for a person (nullable)
 * - #RcpSource:etag: validator of the last answer (nullable)
 * - #RcpSource:last-modified: validator of the last answer (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpSource, rcp_source, RCP, SOURCE, GObject)

gint64         rcp_source_get_id            (RcpSource *self);
RcpSourceKind  rcp_source_get_kind          (RcpSource *self);
const char    *rcp_source_get_title         (RcpSource *self);
const char    *rcp_source_get_uri           (RcpSource *self);
guint          rcp_source_get_interval_s    (RcpSource *self);
gboolean       rcp_source_get_paused        (RcpSource *self);
gint64         rcp_source_get_checked_us    (RcpSource *self);
gint64         rcp_source_get_succeeded_us  (RcpSource *self);
const char    *rcp_source_get_last_error    (RcpSource *self);
const char    *rcp_source_get_etag          (RcpSource *self);
const char    *rcp_source_get_last_modified (RcpSource *self);

G_END_DECLS
