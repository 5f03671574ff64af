#include "config.h"

#include "rcp-article-detail.h"

struct _RcpArticleDetail
{
  GObject parent_instance;

  /* owned */
  RcpArticle *article;
  char *text;
  GArray *set_aside;
  GArray *mentions;
  GListModel *actors;
  GPtrArray *dates;
  GListModel *accounts;
  GListModel *notes;
  GArray *shared;
  GListModel *similar;
  GPtrArray *clues;
};

G_DEFINE_FINAL_TYPE (RcpArticleDetail, rcp_article_detail, G_TYPE_OBJECT)

static void
rcp_article_detail_finalize (GObject *object)
{
  RcpArticleDetail *self = RCP_ARTICLE_DETAIL (object);

  g_clear_object (&self->article);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->set_aside, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_object (&self->actors);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_object (&self->accounts);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->shared, g_array_unref);
  g_clear_object (&self->similar);
  g_clear_pointer (&self->clues, g_ptr_array_unref);

  G_OBJECT_CLASS (rcp_article_detail_parent_class)->finalize (object);
}

static void
rcp_article_detail_class_init (RcpArticleDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_article_detail_finalize;
}

static void
rcp_article_detail_init (RcpArticleDetail *self)
{
}

/**
 * rcp_article_detail_new:
 * @article: the article
 * @text: all of its text
 * @set_aside: (element-type RcpSetAsideRange): what is not read, in text order
 * @mentions: (element-type RcpMention): in text order; each names the row of its actor
 * @actors: (element-type RcpActor): the actors mentioned
 * @dates: (element-type RcpDateExpression): in text order
 * @accounts: (element-type RcpAccount): in text order
 * @notes: (element-type RcpNote): by place
 * @shared: (element-type RcpSharedRange): in text order
 * @similar: (element-type RcpArticle): articles that share text, the most first
 * @clues: (element-type RcpPublicationClue): why it is dated as it is, believed ones first
 *
 * Takes references of its own to all of them; nothing may be changed afterwards.
 *
 * Returns: (transfer full): the detail.
 */
RcpArticleDetail *
rcp_article_detail_new (RcpArticle *article, const char *text, GArray *set_aside, GArray *mentions, GListModel *actors,
                        GPtrArray *dates, GListModel *accounts, GListModel *notes, GArray *shared, GListModel *similar,
                        GPtrArray *clues)
{
  RcpArticleDetail *self;

  g_return_val_if_fail (RCP_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (RCP_TYPE_ARTICLE_DETAIL, NULL);
  self->article = g_object_ref (article);
  self->text = g_strdup (text);
  self->set_aside = g_array_ref (set_aside);
  self->mentions = g_array_ref (mentions);
  self->actors = g_object_ref (actors);
  self->dates = g_ptr_array_ref (dates);
  self->accounts = g_object_ref (accounts);
  self->notes = g_object_ref (notes);
  self->shared = g_array_ref (shared);
  self->similar = g_object_ref (similar);
  self->clues = g_ptr_array_ref (clues);
  return self;
}

/**
 * rcp_article_detail_get_article:
 *
 * Returns: (transfer none): the article.
 */
RcpArticle *
rcp_article_detail_get_article (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->article;
}

/**
 * rcp_article_detail_get_text:
 *
 * Returns: (transfer none): all of its text; every offset counts code points of it.
 */
const char *
rcp_article_detail_get_text (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->text;
}

/**
 * rcp_article_detail_get_set_aside:
 *
 * Returns: (element-type RcpSetAsideRange) (transfer none): what is not read as the article, in text order.
 */
const GArray *
rcp_article_detail_get_set_aside (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->set_aside;
}

/**
 * rcp_article_detail_get_mentions:
 *
 * Returns: (element-type RcpMention) (transfer none): in text order.
 */
const GArray *
rcp_article_detail_get_mentions (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->mentions;
}

/**
 * rcp_article_detail_get_actors:
 *
 * Returns: (transfer none): of #RcpActor, the most mentioned first.
 */
GListModel *
rcp_article_detail_get_actors (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->actors;
}

/**
 * rcp_article_detail_get_dates:
 *
 * Returns: (element-type RcpDateExpression) (transfer none): in text order.
 */
const GPtrArray *
rcp_article_detail_get_dates (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->dates;
}

/**
 * rcp_article_detail_get_clues:
 *
 * Returns: (element-type RcpPublicationClue) (transfer none): why the article is dated as it is, what was believed first,
 *   then what contradicts it; rcp_date_words_publication_clue() puts each in words.
 */
const GPtrArray *
rcp_article_detail_get_clues (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->clues;
}

/**
 * rcp_article_detail_get_accounts:
 *
 * Returns: (transfer none): of #RcpAccount, in text order.
 */
GListModel *
rcp_article_detail_get_accounts (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->accounts;
}

/**
 * rcp_article_detail_get_notes:
 *
 * Returns: (transfer none): of #RcpNote, by place; those on no passage first.
 */
GListModel *
rcp_article_detail_get_notes (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->notes;
}

/**
 * rcp_article_detail_get_shared:
 *
 * Returns: (element-type RcpSharedRange) (transfer none): in text order.
 */
const GArray *
rcp_article_detail_get_shared (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->shared;
}

/**
 * rcp_article_detail_get_similar:
 *
 * Returns: (transfer none): of #RcpArticle sharing text, the most first.
 */
GListModel *
rcp_article_detail_get_similar (RcpArticleDetail *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_DETAIL (self), NULL);

  return self->similar;
}
