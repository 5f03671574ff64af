#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_ARTICLE (rcp_article_get_type ())

/**
 * RcpArticle:
 *
 * One text as published once. Immutable: a new analysis gives a new object.
 *
 * Properties:
 * - #RcpArticle:id: row of the library
 * - #RcpArticle:title: the title, never empty
 * - #RcpArticle:byline: who signs it (nullable)
 * - #RcpArticle:outlet-id: row of its outlet
 * - #RcpArticle:outlet: name of who publishes it; NULL while unnamed (nullable)
 * - #RcpArticle:via: who carries it, where that is not the outlet (allAfrica) (nullable)
 * - #RcpArticle:language: two-letter code of ISO 639 (nullable)
 * - #RcpArticle:published: when it appeared (nullable)
 * - #RcpArticle:published-basis: how that is known
 * - #RcpArticle:published-rule: how an inferred date was reached
 * - #RcpArticle:published-clue: the words it was inferred from (nullable)
 * - #RcpArticle:best-day: the most plausible day of that; 0 without a date
 * - #RcpArticle:is-sure: whether it is one day and nothing contradicts it
 * - #RcpArticle:uri: where it was taken from (nullable)
 * - #RcpArticle:added-us: when it entered the library, µs UTC
 * - #RcpArticle:n-words: words of its text
 * - #RcpArticle:n-events: events it tells
 * - #RcpArticle:n-sharing: articles it shares a passage with
 * - #RcpArticle:n-notes: notes on it
 */
G_DECLARE_FINAL_TYPE (RcpArticle, rcp_article, RCP, ARTICLE, GObject)

gint64             rcp_article_get_id              (RcpArticle *self);
const char        *rcp_article_get_title           (RcpArticle *self);
const char        *rcp_article_get_byline          (RcpArticle *self);
gint64             rcp_article_get_outlet_id       (RcpArticle *self);
const char        *rcp_article_get_outlet          (RcpArticle *self);
const char        *rcp_article_get_via             (RcpArticle *self);
const char        *rcp_article_get_language        (RcpArticle *self);
RcpEdtf           *rcp_article_get_published       (RcpArticle *self);
RcpPublishedBasis  rcp_article_get_published_basis (RcpArticle *self);
RcpDateRule        rcp_article_get_published_rule  (RcpArticle *self);
const char        *rcp_article_get_published_clue  (RcpArticle *self);
gint32             rcp_article_get_best_day        (RcpArticle *self);
gboolean           rcp_article_get_is_sure         (RcpArticle *self);
const char        *rcp_article_get_uri             (RcpArticle *self);
gint64             rcp_article_get_added_us        (RcpArticle *self);
guint              rcp_article_get_n_words         (RcpArticle *self);
guint              rcp_article_get_n_events        (RcpArticle *self);
guint              rcp_article_get_n_sharing       (RcpArticle *self);
guint              rcp_article_get_n_notes         (RcpArticle *self);

G_END_DECLS
