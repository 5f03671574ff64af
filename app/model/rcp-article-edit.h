#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_ARTICLE_EDIT (rcp_article_edit_get_type ())

/**
 * RcpArticleEdit:
 *
 * A sentence that a later version of an article says otherwise, no more, or for the first time. Immutable.
 *
 * Properties:
 * - #RcpArticleEdit:article-id: the article
 * - #RcpArticleEdit:article-title: its title now
 * - #RcpArticleEdit:outlet: who publishes it; NULL while unnamed (nullable)
 * - #RcpArticleEdit:kind: added, removed or changed
 * - #RcpArticleEdit:points: on what it is of substance
 * - #RcpArticleEdit:before: the sentence as it was (nullable)
 * - #RcpArticleEdit:after: the sentence as it is now (nullable)
 * - #RcpArticleEdit:start: first code point of the sentence in the article as it is now
 * - #RcpArticleEdit:end: one past the last; equal to start where it is there no more
 * - #RcpArticleEdit:replaced-us: when the earlier version was replaced, µs UTC
 */
G_DECLARE_FINAL_TYPE (RcpArticleEdit, rcp_article_edit, RCP, ARTICLE_EDIT, GObject)

gint64        rcp_article_edit_get_article_id    (RcpArticleEdit *self);
const char   *rcp_article_edit_get_article_title (RcpArticleEdit *self);
const char   *rcp_article_edit_get_outlet        (RcpArticleEdit *self);
RcpEditKind   rcp_article_edit_get_kind          (RcpArticleEdit *self);
RcpEditPoints rcp_article_edit_get_points        (RcpArticleEdit *self);
const char   *rcp_article_edit_get_before        (RcpArticleEdit *self);
const char   *rcp_article_edit_get_after         (RcpArticleEdit *self);
guint         rcp_article_edit_get_start         (RcpArticleEdit *self);
guint         rcp_article_edit_get_end           (RcpArticleEdit *self);
gint64        rcp_article_edit_get_replaced_us   (RcpArticleEdit *self);

/* rcp-edit-words.c */
char         *rcp_article_edit_describe          (RcpArticleEdit *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
