#include "config.h"

#include "rcp-news.h"

struct _RcpNews
{
  GObject parent_instance;

  /* owned */
  GListModel *events;
  GListModel *accounts;
  GListModel *edits;
  GListModel *discrepancies;
  GListModel *outcomes;
  GListModel *copies;
  GPtrArray *known;

  /* plain */
  gint64 since_us;
};

G_DEFINE_FINAL_TYPE (RcpNews, rcp_news, G_TYPE_OBJECT)

static void
rcp_news_finalize (GObject *object)
{
  RcpNews *self = RCP_NEWS (object);

  g_clear_object (&self->events);
  g_clear_object (&self->accounts);
  g_clear_object (&self->edits);
  g_clear_object (&self->discrepancies);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->copies);
  g_clear_pointer (&self->known, g_ptr_array_unref);

  G_OBJECT_CLASS (rcp_news_parent_class)->finalize (object);
}

static void
rcp_news_class_init (RcpNewsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_news_finalize;
}

static void
rcp_news_init (RcpNews *self)
{
}

/** rcp_news_new: (transfer full): nothing new since @since_us (µs UTC; 0 for never) until rcp_news_take() fills it. */
RcpNews *
rcp_news_new (gint64 since_us)
{
  RcpNews *self = g_object_new (RCP_TYPE_NEWS, NULL);

  self->since_us = since_us;
  return self;
}

/**
 * rcp_news_take:
 * @events: (transfer full): of #RcpEvent
 * @accounts: (transfer full): of #RcpAccount
 * @edits: (transfer full): of #RcpArticleEdit
 * @discrepancies: (transfer full): of #RcpDiscrepancy
 * @outcomes: (transfer full): of #RcpEvent
 * @copies: (transfer full): of #RcpAccount
 * @known: (transfer full) (element-type RcpEvent): events that accounts and discrepancies speak of
 *
 * Fills it, once.
 */
void
rcp_news_take (RcpNews *self, GListModel *events, GListModel *accounts, GListModel *edits, GListModel *discrepancies,
               GListModel *outcomes, GListModel *copies, GPtrArray *known)
{
  g_return_if_fail (RCP_IS_NEWS (self) && self->events == NULL);

  self->events = events;
  self->accounts = accounts;
  self->edits = edits;
  self->discrepancies = discrepancies;
  self->outcomes = outcomes;
  self->copies = copies;
  self->known = known;
}

/** rcp_news_get_since_us: since when; 0 where the dossier was never looked through, and nothing counts as new. */
gint64
rcp_news_get_since_us (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), 0);

  return self->since_us;
}

/** rcp_news_get_events: (transfer none): of #RcpEvent: what nothing told before. */
GListModel *
rcp_news_get_events (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->events;
}

/** rcp_news_get_accounts: (transfer none): of #RcpAccount: known events, told in one more outlet's own words. */
GListModel *
rcp_news_get_accounts (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->accounts;
}

/** rcp_news_get_edits: (transfer none): of #RcpArticleEdit: what known articles say otherwise. */
GListModel *
rcp_news_get_edits (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->edits;
}

/** rcp_news_get_discrepancies: (transfer none): of #RcpDiscrepancy: on what a new account differs. */
GListModel *
rcp_news_get_discrepancies (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->discrepancies;
}

/** rcp_news_get_outcomes: (transfer none): of #RcpEvent: known plans that came about. */
GListModel *
rcp_news_get_outcomes (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->outcomes;
}

/** rcp_news_get_copies: (transfer none): of #RcpAccount: the wording of others once more. */
GListModel *
rcp_news_get_copies (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  return self->copies;
}

/** rcp_news_find_event: Returns: (transfer none) (nullable): the event that something new speaks of. */
RcpEvent *
rcp_news_find_event (RcpNews *self, gint64 event_id)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), NULL);

  for (guint i = 0; i < self->known->len; i++)
    if (rcp_event_get_id (self->known->pdata[i]) == event_id)
      return self->known->pdata[i];
  return NULL;
}

/** rcp_news_count: how much there is to read: all but the copies. */
guint
rcp_news_count (RcpNews *self)
{
  g_return_val_if_fail (RCP_IS_NEWS (self), 0);

  return g_list_model_get_n_items (self->events) + g_list_model_get_n_items (self->accounts)
         + g_list_model_get_n_items (self->edits) + g_list_model_get_n_items (self->discrepancies)
         + g_list_model_get_n_items (self->outcomes);
}
