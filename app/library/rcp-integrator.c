#include "config.h"

#include "rcp-batch.h"

#include "rcp-clock.h"

/**
 * rcp_integrator_new:
 * @store: where everything is
 * @analyser: reads articles
 *
 * Returns: (transfer full): the integrator of a library; there is one for each, so that it knows all that changes.
 */
RcpIntegrator *
rcp_integrator_new (RcpStore *store, RcpAnalyser *analyser)
{
  RcpIntegrator *self = g_new0 (RcpIntegrator, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->max_whole = RCP_INTEGRATOR_WHOLE_ACCOUNTS;
  self->max_joined = RCP_INTEGRATOR_STORY_ACCOUNTS;
  self->store = g_object_ref (store);
  self->analyser = rcp_analyser_ref (analyser);
  self->known_aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spoken_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

RcpIntegrator *
rcp_integrator_ref (RcpIntegrator *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_integrator_unref (RcpIntegrator *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->analyser, rcp_analyser_unref);
  g_clear_pointer (&self->merger, rcp_alias_merger_free);
  g_clear_pointer (&self->known_aliases, g_hash_table_unref);
  g_clear_pointer (&self->spoken_of, g_hash_table_unref);
  g_clear_pointer (&self->outlets, g_hash_table_unref);
  g_clear_pointer (&self->story, g_ptr_array_unref);
  g_clear_pointer (&self->pool, rcp_account_pool_free);
  g_free (self);
}

/** rcp_integrator_get_analyser: (transfer none): what reads the articles. */
RcpAnalyser *
rcp_integrator_get_analyser (RcpIntegrator *self)
{
  return self->analyser;
}

static void
forget_actors (RcpIntegrator *self)
{
  g_clear_pointer (&self->merger, rcp_alias_merger_free);
  g_hash_table_remove_all (self->known_aliases);
  g_hash_table_remove_all (self->spoken_of);
}

/** rcp_integrator_forget_actors: corrections have made or dropped rows of actors: they are read again when next needed. Any
 * thread; waits for a batch that is being saved. */
void
rcp_integrator_forget_actors (RcpIntegrator *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  forget_actors (self);
}

/* What is kept at hand no longer matches the store: read it again when it is next needed. */
static void
forget_all (RcpIntegrator *self)
{
  forget_actors (self);
  g_hash_table_remove_all (self->outlets);
  g_clear_pointer (&self->pool, rcp_account_pool_free);
  rcp_integrator_forget_story (self);
}

static gboolean
is_of_dropped (gpointer key, gpointer value, gpointer dropped)
{
  gint64 id = g_ascii_strtoll (key, NULL, 10);

  return g_hash_table_contains (dropped, &id);
}

/* Actors that nothing names any more have no row: who is found under their names next is new. */
static void
forget_dropped (RcpIntegrator *self, const GArray *dropped)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (dropped->len == 0 || self->merger == NULL)
    return;
  for (guint i = 0; i < dropped->len; i++)
    {
      g_hash_table_add (set, (gpointer) &ids_of (dropped)[i]);
      rcp_alias_merger_forget (self->merger, ids_of (dropped)[i]);
    }
  g_hash_table_foreach_remove (self->known_aliases, is_of_dropped, set);
}

const char *const rcp_integrator_step_names[RCP_INTEGRATOR_N_STEPS]
    = { "dates of publication", "actors", "passages in common", "joining", "saving" };

/** rcp_integrator_get_spent_us: how long each step has taken in all so far; to measure with. */
const gint64 *
rcp_integrator_get_spent_us (RcpIntegrator *self)
{
  return self->spent_us;
}

static gboolean
spend (RcpIntegrator *self, guint step, gint64 *started)
{
  gint64 now = g_get_monotonic_time ();

  self->spent_us[step] += now - *started;
  *started = now;
  return TRUE;
}

static gboolean
integrate_locked (RcpIntegrator *self, GPtrArray *incoming, int *n_more_events, GCancellable *cancellable,
                  GError **error)
{
  g_auto (RcpBatch) batch = { 0 };
  gint64 started = g_get_monotonic_time ();

  rcp_batch_init (&batch, self, cancellable);
  g_ptr_array_extend_and_steal (batch.incoming, g_ptr_array_ref (incoming));
  if (!(rcp_batch_number (&batch, error) && rcp_batch_refine (&batch, error) && spend (self, 0, &started))
      || !(rcp_batch_put_articles (&batch, error) && rcp_batch_put_findings (&batch, error) && spend (self, 1, &started))
      || !(rcp_batch_find_shared (&batch, error) && spend (self, 2, &started))
      || !(rcp_batch_take_context (&batch, error) && rcp_batch_put_events (&batch, error) && spend (self, 3, &started))
      || !(rcp_store_save_changes (self->store, batch.changes, NULL, error) && spend (self, 4, &started)))
    {
      forget_all (self);
      return FALSE;
    }
  forget_dropped (self, rcp_change_set_get_dropped_actors (batch.changes));
  rcp_batch_update_pool (&batch);
  rcp_batch_remember (&batch);
  if (n_more_events != NULL)
    *n_more_events = batch.n_more_events;
  return TRUE;
}

/**
 * rcp_integrator_integrate:
 * @incoming: (element-type RcpIncoming) (transfer full): articles, in the order they came
 * @n_more_events: (out) (optional): how many events the library has more than before
 * @cancellable: (nullable): stops it before anything is saved
 *
 * Joins the articles with the library and saves all of it, or nothing. Any thread; blocks. Errors: RCP_STORE_ERROR,
 * %G_IO_ERROR_CANCELLED.
 */
gboolean
rcp_integrator_integrate (RcpIntegrator *self, GPtrArray *incoming, int *n_more_events, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return integrate_locked (self, incoming, n_more_events, cancellable, error);
}

/* The publication date the user fixed, if there is one; the reading may still show one that was taken back. */
static gboolean
find_fixed_date (RcpIntegrator *self, gint64 article_id, RcpEdtf **date, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) corrections = rcp_store_list_corrections (self->store, cancellable, error);

  if (corrections == NULL)
    return FALSE;
  for (guint i = g_list_model_get_n_items (corrections); i > 0 && *date == NULL; i--)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (corrections, i - 1);

      if (rcp_correction_get_kind (correction) == RCP_CORRECTION_PUBLISHED
          && rcp_correction_get_article_id (correction) == article_id && rcp_correction_get_value (correction) != NULL)
        *date = rcp_edtf_parse (rcp_correction_get_value (correction), NULL);
    }
  return TRUE;
}

/**
 * rcp_integrator_find_fixed_publication:
 * @article_id: an article of the library
 * @publication: (out) (nullable) (transfer full): the publication date that the user fixed; NULL where he did not
 *
 * Any thread; blocks. Errors: RCP_STORE_ERROR.
 */
gboolean
rcp_integrator_find_fixed_publication (RcpIntegrator *self, gint64 article_id, RcpPublication **publication,
                                       GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpArticle) article = rcp_store_load_article (self->store, article_id, cancellable, error);
  g_autoptr (RcpEdtf) fixed = NULL;

  *publication = NULL;
  if (article == NULL
      || (rcp_article_get_published_basis (article) == RCP_PUBLISHED_USER
          && !find_fixed_date (self, article_id, &fixed, cancellable, error)))
    return FALSE;
  if (fixed != NULL)
    *publication = rcp_publication_new (fixed, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 });
  return TRUE;
}

/**
 * rcp_integrator_read_with:
 * @publication: (nullable): when it appeared; NULL to find out
 *
 * Returns: (transfer full): an article of the library, analysed once more. Errors: RCP_STORE_ERROR.
 */
RcpIncoming *
rcp_integrator_read_with (RcpIntegrator *self, gint64 article_id, const RcpPublication *publication,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpIncoming) incoming = g_new0 (RcpIncoming, 1);

  incoming->id = article_id;
  incoming->document = rcp_store_load_document (self->store, article_id, cancellable, error);
  if (incoming->document == NULL)
    return NULL;
  incoming->text = rcp_integrator_cut (incoming->document);
  incoming->findings = rcp_analyser_analyse (self->analyser, incoming->document, incoming->text, publication,
                                             rcp_clock_today ());
  return g_steal_pointer (&incoming);
}

/**
 * rcp_integrator_read_again:
 * @article_id: an article of the library
 *
 * Analyses it once more; a publication date the user fixed is kept. Any thread; changes nothing yet.
 *
 * Returns: (transfer full): what to integrate. Errors: RCP_STORE_ERROR.
 */
RcpIncoming *
rcp_integrator_read_again (RcpIntegrator *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpPublication) publication = NULL;

  if (!rcp_integrator_find_fixed_publication (self, article_id, &publication, cancellable, error))
    return NULL;
  return rcp_integrator_read_with (self, article_id, publication, cancellable, error);
}

/* Joins the events that lose accounts anew, and all that is linked with them; saves it with the ruling (nullable) that it is
 * for. */
static gboolean
rejoin (RcpBatch *batch, RcpRuling *ruling, GError **error)
{
  RcpIntegrator *self = batch->self;

  if (!rcp_batch_take_context (batch, error) || !rcp_batch_put_events (batch, error)
      || !(ruling != NULL ? rcp_store_save_ruling (self->store, ruling, batch->changes, error)
                          : rcp_store_save_changes (self->store, batch->changes, NULL, error)))
    {
      forget_all (self);
      return FALSE;
    }
  rcp_batch_update_pool (batch);
  return TRUE;
}

static gboolean
rejoin_without (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable, GError **error)
{
  g_auto (RcpBatch) batch = { 0 };
  g_autoptr (GArray) events = rcp_store_list_touched_events (self->store, article_ids, n, cancellable, error);

  if (events == NULL)
    return FALSE;
  rcp_batch_init (&batch, self, cancellable);
  for (guint i = 0; i < n; i++)
    {
      rcp_change_set_remove_article (batch.changes, article_ids[i]);
      g_hash_table_add (batch.gone_articles, dup_id (article_ids[i]));
    }
  for (guint i = 0; i < events->len; i++)
    rcp_batch_mark_dirty (&batch, ids_of (events)[i]);
  return rejoin (&batch, NULL, error);
}

/* The event of the first of the accounts, which the batch has just put somewhere. */
static gboolean
find_event (RcpIntegrator *self, const GArray *accounts, gint64 *event_id, GError **error)
{
  g_autoptr (GArray) events
      = rcp_store_list_events_of_accounts (self->store, ids_of (accounts), MIN (accounts->len, 1), NULL, error);

  if (events == NULL)
    return FALSE;
  *event_id = events->len > 0 ? ids_of (events)[0] : 0;
  return TRUE;
}

/**
 * rcp_integrator_rule:
 * @ruling: what the user says; its id is filled in
 * @event_id: (out) (optional): the event that the first of the accounts it is about is in then; 0 where it is about none
 *
 * Joins anew the events of the accounts that @ruling joins or cuts, or lets go, with all that is linked with them and what else
 * the user joined with them. The ruling and what comes of it are saved in one transaction, or nothing is. Any thread; blocks.
 * Errors: RCP_STORE_ERROR, as of rcp_store_decide_event().
 */
gboolean
rcp_integrator_rule (RcpIntegrator *self, RcpRuling *ruling, gint64 *event_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_auto (RcpBatch) batch = { 0 };
  g_autoptr (GArray) accounts = NULL;
  g_autoptr (GArray) events = NULL;

  rcp_batch_init (&batch, self, cancellable);
  if (!rcp_store_look_at_ruling (self->store, ruling, &batch.said, &accounts, error))
    return FALSE;
  events = rcp_store_list_events_of_accounts (self->store, ids_of (accounts), accounts->len, cancellable, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    rcp_batch_mark_dirty (&batch, ids_of (events)[i]);
  /* Of other corrections nothing is joined anew. */
  if (!(events->len > 0 ? rejoin (&batch, ruling, error)
                        : rcp_store_save_ruling (self->store, ruling, batch.changes, error)))
    return FALSE;
  return event_id == NULL || find_event (self, accounts, event_id, error);
}

/** rcp_integrator_set_bounds: for tests: how many accounts are joined at once beside those of a batch, and up to how many
 * the library is at hand as a whole. */
void
rcp_integrator_set_bounds (RcpIntegrator *self, guint max_joined, guint max_whole)
{
  self->max_joined = max_joined;
  self->max_whole = max_whole;
}

static gboolean
read_all_again (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);

  for (guint i = 0; i < n; i++)
    {
      RcpIncoming *one = rcp_integrator_read_again (self, article_ids[i], cancellable, error);

      if (one == NULL)
        return FALSE;
      g_ptr_array_add (incoming, one);
    }
  return n == 0 || integrate_locked (self, incoming, NULL, cancellable, error);
}

/**
 * rcp_integrator_remove:
 * @article_ids: (array length=n): articles
 *
 * Takes articles out of the library, and out of its events, until they are restored; what they dated is dated without them.
 * Any thread; blocks. Errors: RCP_STORE_ERROR.
 */
gboolean
rcp_integrator_remove (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GArray) dated = rcp_store_list_dated_by (self->store, article_ids, n, cancellable, error);

  if (dated == NULL)
    return FALSE;
  forget_all (self);
  return rejoin_without (self, article_ids, n, cancellable, error) &&
         read_all_again (self, ids_of (dated), dated->len, NULL, error);
}

/**
 * rcp_integrator_restore:
 * @article_ids: (array length=n): articles that were removed
 *
 * Puts them back, and their accounts into events. Any thread; blocks. Errors: RCP_STORE_ERROR.
 */
gboolean
rcp_integrator_restore (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  forget_all (self);
  return rcp_store_restore_articles (self->store, article_ids, n, error) &&
         read_all_again (self, article_ids, n, cancellable, error);
}
