#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_DATE_MOVE (rcp_date_move_get_type ())

/**
 * RcpDateMove:
 *
 * One thing that would get another date. Immutable.
 *
 * Properties:
 * - #RcpDateMove:id: row of the event or of the article; 0 for a date of the text, and for an event that would be new
 * - #RcpDateMove:text: the words of the text, or the title of the event or article
 * - #RcpDateMove:start: first code point of the words; 0 where they stand in no text
 * - #RcpDateMove:end: one past the last
 * - #RcpDateMove:old-date: the date it has; NULL for none (nullable)
 * - #RcpDateMove:new-date: the date it would get; NULL for none (nullable)
 * - #RcpDateMove:is-gone: an event whose accounts would all go to others
 */
G_DECLARE_FINAL_TYPE (RcpDateMove, rcp_date_move, RCP, DATE_MOVE, GObject)

RcpDateMove *rcp_date_move_new          (gint64 id, const char *text, RcpRange range, RcpEdtf *old_date, RcpEdtf *new_date,
                                         gboolean is_gone);
gint64       rcp_date_move_get_id       (RcpDateMove *self);
const char  *rcp_date_move_get_text     (RcpDateMove *self);
guint        rcp_date_move_get_start    (RcpDateMove *self);
guint        rcp_date_move_get_end      (RcpDateMove *self);
RcpEdtf     *rcp_date_move_get_old_date (RcpDateMove *self);
RcpEdtf     *rcp_date_move_get_new_date (RcpDateMove *self);
gboolean     rcp_date_move_get_is_gone  (RcpDateMove *self);

#define RCP_TYPE_DATE_PREVIEW (rcp_date_preview_get_type ())

/**
 * RcpDatePreview:
 *
 * What would move with the publication date of an article: all that rcp_library_set_published() would do, told before it
 * is done. Immutable.
 *
 * Properties:
 * - #RcpDatePreview:article-id: the article
 * - #RcpDatePreview:old-date: the publication date it has (nullable)
 * - #RcpDatePreview:new-date: the one it would get: the one asked about, or what the engine finds (nullable)
 * - #RcpDatePreview:expressions: a GListModel of #RcpDateMove: dates of its text, in text order
 * - #RcpDatePreview:events: a GListModel of #RcpDateMove: events, those that are there by their row, then new ones
 * - #RcpDatePreview:articles: a GListModel of #RcpDateMove: other articles whose inferred dates hang on it
 */
G_DECLARE_FINAL_TYPE (RcpDatePreview, rcp_date_preview, RCP, DATE_PREVIEW, GObject)

RcpDatePreview *rcp_date_preview_new             (gint64 article_id, RcpEdtf *old_date, RcpEdtf *new_date,
                                                  GListModel *expressions, GListModel *events, GListModel *articles);
gint64          rcp_date_preview_get_article_id  (RcpDatePreview *self);
RcpEdtf        *rcp_date_preview_get_old_date    (RcpDatePreview *self);
RcpEdtf        *rcp_date_preview_get_new_date    (RcpDatePreview *self);
GListModel     *rcp_date_preview_get_expressions (RcpDatePreview *self);
GListModel     *rcp_date_preview_get_events      (RcpDatePreview *self);
GListModel     *rcp_date_preview_get_articles    (RcpDatePreview *self);

G_END_DECLS
