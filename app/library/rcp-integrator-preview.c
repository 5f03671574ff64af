#include "config.h"

#include "rcp-batch.h"

/* What a publication date would move: the article is read and joined with the library as if it were to be saved, and what
 * comes of it is compared with what is there. */

typedef struct
{
  RcpBatch *batch;
  GListStore *events;
  GError *error;
} EventLook;

static gboolean
is_same_date (const RcpEdtf *a, const RcpEdtf *b)
{
  return a == b || (a != NULL && b != NULL && rcp_edtf_equal (a, b));
}

static void
take_move (GListStore *list, RcpDateMove *move)
{
  g_list_store_append (list, move);
  g_object_unref (move);
}

/* The dates of the text are the same words before and after; only what they mean may differ. */
static GListStore *
compare_expressions (const GPtrArray *before, const GPtrArray *after)
{
  GListStore *list = g_list_store_new (RCP_TYPE_DATE_MOVE);
  guint j = 0;

  for (guint i = 0; i < after->len; i++)
    {
      const RcpDateExpression *now = after->pdata[i], *old = NULL;

      while (j < before->len && ((RcpDateExpression *) before->pdata[j])->range.start < now->range.start)
        j++;
      if (j < before->len && ((RcpDateExpression *) before->pdata[j])->range.start == now->range.start)
        old = before->pdata[j];
      if (!is_same_date (old ? old->value : NULL, now->value))
        take_move (list, rcp_date_move_new (0, now->text, now->range, old ? old->value : NULL, now->value, FALSE));
    }
  return list;
}

static void
look_at_event (const RcpNewEvent *event, gboolean is_removed, gpointer user_data)
{
  EventLook *look = user_data;
  RcpRange nowhere = { 0, 0 };
  g_autoptr (RcpEvent) stored = NULL;

  if (look->error != NULL)
    return;
  if (event->id >= RCP_BATCH_FIRST_LOOK)
    {
      take_move (look->events, rcp_date_move_new (0, event->title, nowhere, NULL, event->date, FALSE));
      return;
    }
  stored = rcp_store_load_event (look->batch->self->store, event->id, look->batch->cancellable, &look->error);
  /* A date that the user gave an event stands. */
  if (stored == NULL || (!is_removed && rcp_event_get_date_rule (stored) == RCP_DATE_RULE_USER))
    return;
  if (is_removed)
    take_move (look->events, rcp_date_move_new (event->id, rcp_event_get_title (stored), nowhere, rcp_event_get_date (stored),
                                                NULL, TRUE));
  else if (!is_same_date (rcp_event_get_date (stored), event->date))
    take_move (look->events, rcp_date_move_new (event->id, rcp_event_get_title (stored), nowhere, rcp_event_get_date (stored),
                                                event->date, FALSE));
}

static gboolean
compare_articles (const RcpBatch *batch, gint64 article_id, GListStore *list, GError **error)
{
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      RcpEdtf *date = incoming->findings->publication ? incoming->findings->publication->date : NULL;
      g_autoptr (RcpArticle) article = NULL;

      if (incoming->id == article_id)
        continue;
      article = rcp_store_load_article (batch->self->store, incoming->id, batch->cancellable, error);
      if (article == NULL)
        return FALSE;
      if (!is_same_date (rcp_article_get_published (article), date))
        take_move (list, rcp_date_move_new (incoming->id, rcp_article_get_title (article), (RcpRange){ 0, 0 },
                                            rcp_article_get_published (article), date, FALSE));
    }
  return TRUE;
}

static const RcpFindings *
find_findings (const RcpBatch *batch, gint64 article_id)
{
  for (guint i = 0; i < batch->incoming->len; i++)
    if (((RcpIncoming *) batch->incoming->pdata[i])->id == article_id)
      return ((RcpIncoming *) batch->incoming->pdata[i])->findings;
  return NULL;
}

/* Joining takes the accounts of articles that are read again out of the pool; those of the store go back. */
static void
put_back (RcpBatch *batch)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stored = NULL;

  if (self->pool == NULL)
    return;
  for (guint i = 0; i < batch->incoming->len; i++)
    g_array_append_val (ids, ((RcpIncoming *) batch->incoming->pdata[i])->id);
  stored = rcp_store_list_accounts_of_articles (self->store, ids_of (ids), ids->len, NULL, NULL);
  if (stored == NULL)
    {
      g_clear_pointer (&self->pool, rcp_account_pool_free);
      return;
    }
  for (guint i = 0; i < ids->len; i++)
    rcp_account_pool_remove_article (self->pool, g_array_index (ids, gint64, i));
  for (guint i = 0; i < stored->len; i++)
    rcp_account_pool_take (self->pool, rcp_telling_new_stored (stored->pdata[i]));
  g_ptr_array_set_free_func (stored, NULL);
}

static gboolean
join (RcpBatch *batch, GError **error)
{
  gboolean joined = rcp_batch_number (batch, error) && rcp_batch_refine (batch, error) && rcp_batch_put_articles (batch, error)
                    && rcp_batch_put_findings (batch, error) && rcp_batch_find_shared (batch, error)
                    && rcp_batch_take_context (batch, error) && rcp_batch_put_events (batch, error);

  put_back (batch);
  return joined;
}

/**
 * rcp_integrator_preview_published:
 * @article_id: an article of the library
 * @date: (nullable): the publication date it would be given; NULL for what the engine finds
 * @cancellable: (nullable)
 *
 * Works out what would move, and saves nothing. Any thread; blocks, and waits for a batch that is being saved. Errors:
 * RCP_STORE_ERROR, %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what would move.
 */
RcpDatePreview *
rcp_integrator_preview_published (RcpIntegrator *self, gint64 article_id, RcpEdtf *date, GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_auto (RcpBatch) batch = { 0 };
  g_autoptr (RcpPublication) publication = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GListStore) expressions = NULL;
  g_autoptr (GListStore) articles = g_list_store_new (RCP_TYPE_DATE_MOVE);
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_DATE_MOVE);
  EventLook look = { &batch, events, NULL };
  RcpIncoming *incoming;
  const RcpFindings *findings;

  if (!(article = rcp_store_load_article (self->store, article_id, cancellable, error))
      || !(before = rcp_store_list_dates (self->store, article_id, cancellable, error)))
    return NULL;
  if (date != NULL)
    publication = rcp_publication_new (date, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 });
  incoming = rcp_integrator_read_with (self, article_id, publication, cancellable, error);
  if (incoming == NULL)
    return NULL;
  rcp_batch_init (&batch, self, cancellable);
  batch.is_look = TRUE;
  g_ptr_array_add (batch.incoming, incoming);
  if (!join (&batch, error))
    return NULL;

  findings = find_findings (&batch, article_id);
  expressions = compare_expressions (before, findings->dates);
  if (!compare_articles (&batch, article_id, articles, error))
    return NULL;
  rcp_change_set_foreach_event (batch.changes, look_at_event, &look);
  if (look.error != NULL)
    {
      g_propagate_error (error, look.error);
      return NULL;
    }
  return rcp_date_preview_new (article_id, rcp_article_get_published (article),
                               findings->publication ? findings->publication->date : NULL, G_LIST_MODEL (expressions),
                               G_LIST_MODEL (events), G_LIST_MODEL (articles));
}
