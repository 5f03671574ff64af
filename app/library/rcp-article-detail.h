#pragma once

#include <gio/gio.h>

#include "rcp-account.h"
#include "rcp-actor.h"
#include "rcp-article.h"
#include "rcp-date-expression.h"
#include "rcp-mention.h"
#include "rcp-note.h"
#include "rcp-publication-clue.h"

G_BEGIN_DECLS

/**
 * RcpSetAsideRange:
 * @range: where it stands in the text
 * @kind: why it is not read
 */
typedef struct
{
  RcpRange range;
  RcpSetAsideKind kind;
} RcpSetAsideRange;

/**
 * RcpSharedRange:
 * @range: the words in this article
 * @article_id: the other article
 * @other: the words there
 * @n_words: how many words both have
 * @kind: own wording, or a quotation in one or both
 */
typedef struct
{
  RcpRange range;
  gint64 article_id;
  RcpRange other;
  guint n_words;
  RcpSharedKind kind;
} RcpSharedRange;

#define RCP_TYPE_ARTICLE_DETAIL (rcp_article_detail_get_type ())

/**
 * RcpArticleDetail:
 *
 * All that the reader shows of one article. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpArticleDetail, rcp_article_detail, RCP, ARTICLE_DETAIL, GObject)

RcpArticleDetail *rcp_article_detail_new           (RcpArticle *article, const char *text, GArray *set_aside,
                                                    GArray *mentions, GListModel *actors, GPtrArray *dates,
                                                    GListModel *accounts, GListModel *notes, GArray *shared,
                                                    GListModel *similar, GPtrArray *clues);
RcpArticle       *rcp_article_detail_get_article   (RcpArticleDetail *self);
const char       *rcp_article_detail_get_text      (RcpArticleDetail *self);
const GArray     *rcp_article_detail_get_set_aside (RcpArticleDetail *self); /* of RcpSetAsideRange, in text order */
const GArray     *rcp_article_detail_get_mentions  (RcpArticleDetail *self); /* of RcpMention, in text order */
GListModel       *rcp_article_detail_get_actors    (RcpArticleDetail *self); /* of RcpActor */
const GPtrArray  *rcp_article_detail_get_dates     (RcpArticleDetail *self); /* of RcpDateExpression, in text order */
const GPtrArray  *rcp_article_detail_get_clues     (RcpArticleDetail *self); /* of RcpPublicationClue, believed first */
GListModel       *rcp_article_detail_get_accounts  (RcpArticleDetail *self); /* of RcpAccount, in text order */
GListModel       *rcp_article_detail_get_notes     (RcpArticleDetail *self); /* of RcpNote, by place */
const GArray     *rcp_article_detail_get_shared    (RcpArticleDetail *self); /* of RcpSharedRange, in text order */
GListModel       *rcp_article_detail_get_similar   (RcpArticleDetail *self); /* of RcpArticle sharing text, most first */

G_END_DECLS
