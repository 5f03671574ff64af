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
 * - #RcpSource:dossier-id: the dossier its articles go to; 0 for none
 * - #RcpSource:only-pinned: whether only articles that name a pinned actor are taken
 * - #RcpSource:full-pages: whether the page is fetched where the feed gives only a summary
 * - #RcpSource:include-words: words set apart by commas, one of which an article must have (nullable)
 * - #RcpSource:exclude-words: words set apart by commas, none of which it may have (nullable)
 * - #RcpSource:created-us: when it was added, µs UTC; 0 where that is not known
 * - #RcpSource:next-check-us: when it is asked again, µs UTC; 0 for at the next occasion, G_MAXINT64 for never
 * - #RcpSource:n-failures: checks that failed since the last that worked
 * - #RcpSource:retired: whether the server said that it is gone for good
 * - #RcpSource:ttl-s: as in #RcpSchedule
 * - #RcpSource:skip-hours: as in #RcpSchedule
 * - #RcpSource:skip-days: as in #RcpSchedule
 * - #RcpSource:retry-after-us: as in #RcpSchedule
 * - #RcpSource:fresh-until-us: as in #RcpSchedule
 * - #RcpSource:validated-uri: the address that gave the validators (nullable)
 * - #RcpSource:n-new: new or changed entries at the last check that worked
 * - #RcpSource:n-articles: articles of the library that came through it
 * - #RcpSource:n-waiting: entries that are still to be read
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
gint64         rcp_source_get_dossier_id (RcpSource *self);
gboolean       rcp_source_get_only_pinned (RcpSource *self);
gboolean       rcp_source_get_full_pages (RcpSource *self);
const char    *rcp_source_get_include_words (RcpSource *self);
const char    *rcp_source_get_exclude_words (RcpSource *self);
gint64         rcp_source_get_created_us (RcpSource *self);
gint64         rcp_source_get_next_check_us (RcpSource *self);
guint          rcp_source_get_n_failures (RcpSource *self);
gboolean       rcp_source_get_retired (RcpSource *self);
guint          rcp_source_get_ttl_s (RcpSource *self);
guint          rcp_source_get_skip_hours (RcpSource *self);
guint          rcp_source_get_skip_days (RcpSource *self);
gint64         rcp_source_get_retry_after_us (RcpSource *self);
gint64         rcp_source_get_fresh_until_us (RcpSource *self);
const char    *rcp_source_get_validated_uri (RcpSource *self);
guint          rcp_source_get_n_new (RcpSource *self);
guint          rcp_source_get_n_articles (RcpSource *self);
guint          rcp_source_get_n_waiting (RcpSource *self);

G_END_DECLS
