#include "config.h"

#include "rcp-integrator.h"

#include "rcp-alias-merger.h"
#include "rcp-clock.h"
#include "rcp-event-builder.h"
#include "rcp-event-joiner.h"

/* How many articles with the most fingerprints in common are compared word for word with a new one. Text that more than
 * that carry is agency copy; the voices are counted right as long as each copy finds one other. */
#define MAX_SHARING 16
/* Two passages of eight words have at least one winnowed fingerprint in common; a single one is often a set phrase. */
#define MIN_COMMON_FINGERPRINTS 2
/* Candidates are asked for by stretches of news no longer than this, so that one account of long ago does not bring in all
 * that lies between. */
#define NEAR_DAYS 62

/* An article of the story that is kept at hand while the library is small. */
typedef struct
{
  gint64 id;
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
} Known;

struct _RcpIntegrator
{
  gatomicrefcount refs;
  GMutex lock;

  /* owned */
  RcpStore *store;
  RcpAnalyser *analyser;
  RcpAliasMerger *merger;    /* NULL until actors are first needed */
  GHashTable *known_aliases; /* "id alias" */
  GHashTable *outlets;       /* "name\nlabel" → gint64 */
  GPtrArray *story;          /* Known; NULL until first needed, or where the library is too large */

  /* plain */
  gboolean story_too_large;
};

/* All that one call gathers before it is saved. */
typedef struct
{
  RcpIntegrator *self;
  GCancellable *cancellable;
  RcpChangeSet *changes;
  GPtrArray *incoming;      /* RcpIncoming */
  GArray *outlet_ids;       /* gint64, by incoming */
  GPtrArray *tellings;      /* RcpTelling: new ones first, then those of the store that take part */
  GHashTable *replaced;     /* article id → GPtrArray of RcpStoredAccount it had before */
  GHashTable *old_events;   /* event ids that take part */
  GHashTable *dirty;        /* event ids that lose an account */
  GArray *shared;           /* RcpSharedWording of the articles that take part */
  GHashTable *shared_pairs; /* "a b" of pairs that are new */
  int n_more_events;
} Batch;

static void
known_free (gpointer data)
{
  Known *known = data;

  rcp_document_unref (known->document);
  rcp_segmented_text_unref (known->text);
  rcp_findings_unref (known->findings);
  g_free (known);
}

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->changes, rcp_change_set_free);
  g_clear_pointer (&batch->tellings, g_ptr_array_unref);
  g_clear_pointer (&batch->incoming, g_ptr_array_unref);
  g_clear_pointer (&batch->outlet_ids, g_array_unref);
  g_clear_pointer (&batch->replaced, g_hash_table_unref);
  g_clear_pointer (&batch->old_events, g_hash_table_unref);
  g_clear_pointer (&batch->dirty, g_hash_table_unref);
  g_clear_pointer (&batch->shared, g_array_unref);
  g_clear_pointer (&batch->shared_pairs, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static const gint64 *
ids_of (const GArray *array)
{
  return (const gint64 *) (gpointer) array->data;
}

/** rcp_incoming_free: frees an article on its way. */
void
rcp_incoming_free (RcpIncoming *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, rcp_document_unref);
  g_clear_pointer (&self->text, rcp_segmented_text_unref);
  g_clear_pointer (&self->findings, rcp_findings_unref);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content_hash, g_free);
  g_free (self);
}

static void
batch_init (Batch *batch, RcpIntegrator *self, GCancellable *cancellable)
{
  batch->self = self;
  batch->cancellable = cancellable;
  batch->changes = rcp_change_set_new ();
  batch->incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);
  batch->outlet_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  batch->tellings = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_telling_free);
  batch->replaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  batch->old_events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  batch->dirty = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  batch->shared = g_array_new (FALSE, TRUE, sizeof (RcpSharedWording));
  batch->shared_pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
mark_dirty (Batch *batch, gint64 event_id)
{
  g_hash_table_add (batch->old_events, dup_id (event_id));
  g_hash_table_add (batch->dirty, dup_id (event_id));
}

/* --- The story at hand ------------------------------------------------------------------------------------------ */

static RcpSegmentedText *
cut (const RcpDocument *document)
{
  return rcp_segmented_text_new (document->text, document->language ? document->language : "", document->set_aside);
}

static void
forget_story (RcpIntegrator *self)
{
  g_clear_pointer (&self->story, g_ptr_array_unref);
}

static gboolean
load_story (RcpIntegrator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) story = NULL;
  g_autoptr (GArray) ids = NULL;
  RcpStoreCounts counts;

  if (self->story != NULL || self->story_too_large)
    return TRUE;
  if (!rcp_store_count (self->store, 0, &counts, cancellable, error))
    return FALSE;
  if (counts.n_articles > RCP_INTEGRATOR_STORY_ARTICLES)
    {
      self->story_too_large = TRUE;
      return TRUE;
    }
  ids = rcp_store_list_article_ids (self->store, 0, RCP_STORE_ARTICLES_BY_ADDED, NULL, cancellable, error);
  if (ids == NULL)
    return FALSE;
  story = g_ptr_array_new_with_free_func (known_free);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (RcpDocument) document = rcp_store_load_document (self->store, id, cancellable, error);
      RcpFindings *findings = document ? rcp_store_load_findings (self->store, id, cancellable, error) : NULL;
      Known *known;

      if (findings == NULL)
        return FALSE;
      known = g_new0 (Known, 1);
      known->id = id;
      known->text = cut (document);
      known->document = g_steal_pointer (&document);
      known->findings = findings;
      g_ptr_array_add (story, known);
    }
  self->story = g_steal_pointer (&story);
  return TRUE;
}

static void
remember (RcpIntegrator *self, const RcpIncoming *incoming)
{
  Known *known = NULL;

  if (self->story == NULL)
    return;
  for (guint i = 0; i < self->story->len && known == NULL; i++)
    if (((Known *) self->story->pdata[i])->id == incoming->id)
      known = self->story->pdata[i];
  if (known != NULL)
    {
      rcp_findings_unref (known->findings);
      known->findings = rcp_findings_ref (incoming->findings);
      return;
    }
  if (self->story->len >= RCP_INTEGRATOR_STORY_ARTICLES)
    {
      forget_story (self);
      self->story_too_large = TRUE;
      return;
    }
  known = g_new0 (Known, 1);
  known->id = incoming->id;
  known->document = rcp_document_ref (incoming->document);
  known->text = rcp_segmented_text_ref (incoming->text);
  known->findings = rcp_findings_ref (incoming->findings);
  g_ptr_array_add (self->story, known);
}

/* --- Publication dates ------------------------------------------------------------------------------------------ */

static gboolean
same_publication (const RcpFindings *a, const RcpFindings *b)
{
  const RcpPublication *x = a->publication, *y = b->publication;

  if (x == NULL || y == NULL)
    return x == y;
  if (x->basis != y->basis || x->rule != y->rule)
    return FALSE;
  return x->date == NULL || y->date == NULL ? x->date == y->date : rcp_edtf_equal (x->date, y->date);
}

/* What refining looks at, in an order that follows from the texts alone: the answer must not hang on which came first. */
typedef struct
{
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
  RcpIncoming *incoming; /* NULL for one of the story */
  Known *known;          /* NULL for one of the batch */
} Refined;

static int
compare_refined (gconstpointer a, gconstpointer b)
{
  const Refined *x = a, *y = b;
  int order = strcmp (x->document->text, y->document->text);

  return order != 0 ? order : g_strcmp0 (x->document->outlet, y->document->outlet);
}

static gboolean
is_among_incoming (const Batch *batch, gint64 id)
{
  for (guint i = 0; i < batch->incoming->len; i++)
    if (((RcpIncoming *) batch->incoming->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* Sharpens the publication dates of the batch and, in a small library, of the articles it holds; of these, those that
 * change join the batch to be saved again. */
static gboolean
refine (Batch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Refined));
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree RcpDocument **documents = NULL;
  g_autofree RcpSegmentedText **texts = NULL;
  g_autofree RcpFindings **findings = NULL;

  if (!load_story (self, batch->cancellable, error))
    return FALSE;
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];
      Refined refined = { incoming->document, incoming->text, incoming->findings, incoming, NULL };

      g_array_append_val (all, refined);
    }
  for (guint i = 0; self->story != NULL && i < self->story->len; i++)
    {
      Known *known = self->story->pdata[i];
      Refined refined = { known->document, known->text, known->findings, NULL, known };

      if (!is_among_incoming (batch, known->id))
        g_array_append_val (all, refined);
    }
  g_array_sort (all, compare_refined);
  documents = g_new (RcpDocument *, all->len);
  texts = g_new (RcpSegmentedText *, all->len);
  findings = g_new (RcpFindings *, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      documents[i] = g_array_index (all, Refined, i).document;
      texts[i] = g_array_index (all, Refined, i).text;
      findings[i] = g_array_index (all, Refined, i).findings;
    }
  answers = rcp_analyser_refine (self->analyser, documents, texts, findings, all->len, rcp_clock_today ());
  for (guint i = 0; answers != NULL && i < MIN (answers->len, all->len); i++)
    {
      Refined *refined = &g_array_index (all, Refined, i);
      RcpFindings *answer = answers->pdata[i];
      RcpIncoming *incoming = refined->incoming;

      if (answer == NULL || answer == refined->findings || same_publication (answer, refined->findings))
        continue;
      if (incoming == NULL)
        {
          incoming = g_new0 (RcpIncoming, 1);
          incoming->id = refined->known->id;
          incoming->document = rcp_document_ref (refined->document);
          incoming->text = rcp_segmented_text_ref (refined->text);
          g_ptr_array_add (batch->incoming, incoming);
        }
      else
        rcp_findings_unref (incoming->findings);
      incoming->findings = rcp_findings_ref (answer);
    }
  return TRUE;
}

/* --- Articles, outlets, actors ---------------------------------------------------------------------------------- */

static gboolean
find_outlet (RcpIntegrator *self, const RcpIncoming *incoming, gint64 *outlet_id, GError **error)
{
  const RcpDocument *document = incoming->document;
  const char *label = document->outlet   ? document->outlet
                      : document->byline ? document->byline
                      : incoming->name   ? incoming->name
                                         : document->title;
  g_autofree char *key = NULL;
  gint64 *known;

  if (label == NULL)
    label = "";
  key = g_strconcat (document->outlet ? document->outlet : "", "\n", label, NULL);
  known = g_hash_table_lookup (self->outlets, key);
  if (known == NULL)
    {
      gint64 id = rcp_store_find_outlet (self->store, document->outlet, label, error);

      if (id == 0)
        return FALSE;
      known = dup_id (id);
      g_hash_table_insert (self->outlets, g_steal_pointer (&key), known);
    }
  *outlet_id = *known;
  return TRUE;
}

/* Numbers the articles, finds their outlets, and remembers what accounts those read again had before. */
static gboolean
put_articles (Batch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_new = 0;
  gint64 next = 0;

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];

      if (incoming->id == 0)
        n_new++;
      else
        g_array_append_val (again, incoming->id);
    }
  if (n_new > 0)
    {
      next = rcp_store_reserve_ids (self->store, RCP_STORE_TABLE_ARTICLE, n_new, error);
      if (next == 0)
        return FALSE;
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];
      RcpNewArticle article = { 0 };
      gint64 outlet_id = 0;

      if (incoming->id == 0)
        {
          if (!find_outlet (self, incoming, &outlet_id, error))
            return FALSE;
          incoming->id = next++;
          article.id = incoming->id;
          article.document = incoming->document;
          article.raw = incoming->raw;
          article.content_type = incoming->content_type;
          article.name = incoming->name;
          article.content_hash = incoming->content_hash;
          article.outlet_id = outlet_id;
          article.added_us = rcp_clock_now_us ();
          article.dossier_id = incoming->dossier_id;
          rcp_change_set_put_article (batch->changes, &article);
        }
      else
        {
          g_autoptr (RcpArticle) stored = rcp_store_load_article (self->store, incoming->id, batch->cancellable, error);

          if (stored == NULL)
            return FALSE;
          outlet_id = rcp_article_get_outlet_id (stored);
        }
      g_array_append_val (batch->outlet_ids, outlet_id);
    }
  if (again->len > 0)
    {
      g_autoptr (GPtrArray) before = rcp_store_list_accounts_of_articles (self->store, ids_of (again), again->len,
                                                                          batch->cancellable, error);

      if (before == NULL)
        return FALSE;
      for (guint i = 0; i < before->len; i++)
        {
          RcpStoredAccount *account = before->pdata[i];
          GPtrArray *list = g_hash_table_lookup (batch->replaced, &account->article_id);

          if (list == NULL)
            {
              list = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_account_free);
              g_hash_table_insert (batch->replaced, dup_id (account->article_id), list);
            }
          g_ptr_array_add (list, account);
          if (account->event_id != 0)
            mark_dirty (batch, account->event_id);
        }
      g_ptr_array_set_free_func (before, NULL);
    }
  return TRUE;
}

static gboolean
load_merger (RcpIntegrator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) actors = NULL;

  if (self->merger != NULL)
    return TRUE;
  actors = rcp_store_list_known_actors (self->store, cancellable, error);
  if (actors == NULL)
    return FALSE;
  self->merger = rcp_alias_merger_new ();
  for (guint i = 0; i < actors->len; i++)
    {
      const RcpStoredActor *actor = actors->pdata[i];

      rcp_alias_merger_add (self->merger, actor->id, actor->kind, actor->key, actor->name,
                            (const char *const *) actor->aliases);
      for (guint j = 0; actor->aliases != NULL && actor->aliases[j] != NULL; j++)
        g_hash_table_add (self->known_aliases,
                          g_strdup_printf ("%" G_GINT64_FORMAT " %s", actor->id, actor->aliases[j]));
      g_hash_table_add (self->known_aliases, g_strdup_printf ("%" G_GINT64_FORMAT " %s", actor->id, actor->name));
    }
  return TRUE;
}

static gboolean
is_role (const RcpFoundActor *actor, const char *alias)
{
  for (guint i = 0; i < actor->roles->len; i++)
    if (g_str_equal (actor->roles->pdata[i], alias))
      return TRUE;
  return FALSE;
}

static gboolean
add_alias (Batch *batch, gint64 actor_id, const char *alias, gboolean role)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", actor_id, alias);

  if (!g_hash_table_add (batch->self->known_aliases, key))
    return FALSE;
  rcp_change_set_add_alias (batch->changes, actor_id, alias, role, NULL);
  return TRUE;
}

/* The row of the library's actor for one of an article: one that is known, else a new one. */
static gint64
place_actor (Batch *batch, const RcpFoundActor *actor, GError **error)
{
  RcpIntegrator *self = batch->self;
  gint64 id = rcp_alias_merger_match (self->merger, actor);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  if (id == 0)
    {
      id = rcp_store_reserve_ids (self->store, RCP_STORE_TABLE_ACTOR, 1, error);
      if (id == 0)
        return 0;
      rcp_change_set_put_actor (batch->changes, id, actor->kind, actor->key, actor->name);
      g_hash_table_add (self->known_aliases, g_strdup_printf ("%" G_GINT64_FORMAT " %s", id, actor->name));
      rcp_alias_merger_add (self->merger, id, actor->kind, actor->key, actor->name, NULL);
    }
  else if (add_alias (batch, id, actor->name, FALSE))
    g_ptr_array_add (added, actor->name);
  for (guint i = 0; i < actor->aliases->len; i++)
    if (add_alias (batch, id, actor->aliases->pdata[i], is_role (actor, actor->aliases->pdata[i])))
      g_ptr_array_add (added, actor->aliases->pdata[i]);
  if (added->len > 0)
    {
      g_ptr_array_add (added, NULL);
      rcp_alias_merger_add (self->merger, id, actor->kind, actor->key, actor->name, (const char *const *) added->pdata);
    }
  return id;
}

/* The event an account read again was in before: that of the account it had on most of the same words. */
static gint64
find_old_event (const Batch *batch, gint64 article_id, RcpRange range)
{
  GPtrArray *list = g_hash_table_lookup (batch->replaced, &article_id);
  guint best = 0;
  gint64 event_id = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const RcpStoredAccount *account = list->pdata[i];
      guint common = rcp_range_common (account->found->range, range);

      if (common > best)
        {
          best = common;
          event_id = account->event_id;
        }
    }
  return event_id;
}

static gboolean
put_findings (Batch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  guint n_accounts = 0;
  gint64 next = 0;

  if (!load_merger (self, batch->cancellable, error))
    return FALSE;
  for (guint i = 0; i < batch->incoming->len; i++)
    n_accounts += ((RcpIncoming *) batch->incoming->pdata[i])->findings->accounts->len;
  if (n_accounts > 0)
    {
      next = rcp_store_reserve_ids (self->store, RCP_STORE_TABLE_ACCOUNT, n_accounts, error);
      if (next == 0)
        return FALSE;
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      RcpFindings *findings = incoming->findings;
      g_autofree gint64 *actor_ids = g_new0 (gint64, findings->actors->len + 1);

      for (guint j = 0; j < findings->actors->len; j++)
        {
          actor_ids[j] = place_actor (batch, findings->actors->pdata[j], error);
          if (actor_ids[j] == 0)
            return FALSE;
        }
      rcp_change_set_put_findings (batch->changes, incoming->id, findings, next, actor_ids);
      for (guint j = 0; j < findings->accounts->len; j++)
        {
          const RcpFoundAccount *found = findings->accounts->pdata[j];
          GArray *own = g_array_new (FALSE, FALSE, sizeof (gint64));
          RcpTelling *telling;

          for (guint k = 0; k < found->actors->len; k++)
            g_array_append_val (own, actor_ids[g_array_index (found->actors, guint, k)]);
          telling = rcp_telling_new (next++, incoming->id, g_array_index (batch->outlet_ids, gint64, i),
                                     findings->publication ? findings->publication->date : NULL, found,
                                     findings->dates, own);
          telling->event_id = find_old_event (batch, incoming->id, found->range);
          g_ptr_array_add (batch->tellings, telling);
        }
    }
  return TRUE;
}

/* --- Shared passages -------------------------------------------------------------------------------------------- */

static char *
pair_key (gint64 a, gint64 b)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (a, b), MAX (a, b));
}

static RcpSegmentedText *
get_text (Batch *batch, GHashTable *texts, gint64 article_id, GError **error)
{
  RcpIntegrator *self = batch->self;
  RcpSegmentedText *text = g_hash_table_lookup (texts, &article_id);
  g_autoptr (RcpDocument) document = NULL;

  for (guint i = 0; text == NULL && self->story != NULL && i < self->story->len; i++)
    if (((Known *) self->story->pdata[i])->id == article_id)
      text = ((Known *) self->story->pdata[i])->text;
  if (text != NULL)
    return text;
  document = rcp_store_load_document (self->store, article_id, batch->cancellable, error);
  if (document == NULL)
    return NULL;
  text = cut (document);
  g_hash_table_insert (texts, dup_id (article_id), text);
  return text;
}

static gboolean
compare_texts (Batch *batch, GHashTable *texts, const RcpIncoming *incoming, gint64 other_id, GError **error)
{
  g_autofree char *key = pair_key (incoming->id, other_id);
  g_autoptr (GArray) passages = NULL;
  RcpSegmentedText *other;

  if (other_id == incoming->id || g_hash_table_contains (batch->shared_pairs, key))
    return TRUE;
  other = get_text (batch, texts, other_id, error);
  if (other == NULL)
    return FALSE;
  g_hash_table_add (batch->shared_pairs, g_steal_pointer (&key));
  passages = rcp_shared_passages_compare (incoming->text, other);
  for (guint i = 0; i < passages->len; i++)
    {
      const RcpSharedPassage *passage = &g_array_index (passages, RcpSharedPassage, i);
      RcpSharedWording wording = { incoming->id, other_id, *passage };

      rcp_change_set_add_shared (batch->changes, incoming->id, other_id, passage);
      g_array_append_val (batch->shared, wording);
    }
  return TRUE;
}

static int
compare_sharing (gconstpointer a, gconstpointer b)
{
  const RcpSharingCount *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return (x->article_id > y->article_id) - (x->article_id < y->article_id);
}

/* How many fingerprints each article of the batch has in common with @incoming. */
static void
count_in_batch (GArray *counts, GHashTable *by_hash, const RcpIncoming *incoming)
{
  g_autoptr (GHashTable) n_common = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < incoming->findings->fingerprints->len; i++)
    {
      guint64 hash = g_array_index (incoming->findings->fingerprints, RcpFingerprint, i).hash;
      GArray *owners = g_hash_table_lookup (by_hash, &hash);

      for (guint j = 0; owners != NULL && j < owners->len; j++)
        {
          gint64 id = g_array_index (owners, gint64, j);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_common, &id));

          if (id != incoming->id)
            g_hash_table_insert (n_common, dup_id (id), GUINT_TO_POINTER (n + 1));
        }
    }
  g_hash_table_iter_init (&iter, n_common);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      RcpSharingCount count = { *(gint64 *) key, GPOINTER_TO_UINT (value) };

      if (count.n >= MIN_COMMON_FINGERPRINTS)
        g_array_append_val (counts, count);
    }
}

static GHashTable *
index_fingerprints (const Batch *batch)
{
  GHashTable *by_hash = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      const GArray *fingerprints = incoming->findings->fingerprints;

      for (guint j = 0; j < fingerprints->len; j++)
        {
          guint64 hash = g_array_index (fingerprints, RcpFingerprint, j).hash;
          GArray *owners = g_hash_table_lookup (by_hash, &hash);

          if (owners == NULL)
            {
              owners = g_array_new (FALSE, FALSE, sizeof (gint64));
              g_hash_table_insert (by_hash, dup_id ((gint64) hash), owners);
            }
          if (owners->len == 0 || g_array_index (owners, gint64, owners->len - 1) != incoming->id)
            g_array_append_val (owners, incoming->id);
        }
    }
  return by_hash;
}

static gboolean
find_shared (Batch *batch, GError **error)
{
  g_autoptr (GHashTable) by_hash = index_fingerprints (batch);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) rcp_segmented_text_unref);

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];

      g_hash_table_insert (texts, dup_id (incoming->id), rcp_segmented_text_ref (incoming->text));
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      const GArray *fingerprints = incoming->findings->fingerprints;
      g_autofree guint64 *hashes = g_new (guint64, fingerprints->len + 1);
      g_autoptr (GArray) stored = NULL;
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (RcpSharingCount));

      for (guint j = 0; j < fingerprints->len; j++)
        hashes[j] = g_array_index (fingerprints, RcpFingerprint, j).hash;
      count_in_batch (counts, by_hash, incoming);
      stored = rcp_store_list_sharing (batch->self->store, hashes, fingerprints->len, MIN_COMMON_FINGERPRINTS,
                                       batch->cancellable, error);
      if (stored == NULL)
        return FALSE;
      for (guint j = 0; j < stored->len; j++)
        if (!g_hash_table_contains (texts, &g_array_index (stored, RcpSharingCount, j).article_id))
          g_array_append_val (counts, g_array_index (stored, RcpSharingCount, j));
      g_array_sort (counts, compare_sharing);
      for (guint j = 0; j < MIN (counts->len, MAX_SHARING); j++)
        if (!compare_texts (batch, texts, incoming, g_array_index (counts, RcpSharingCount, j).article_id, error))
          return FALSE;
    }
  return TRUE;
}

/* --- Events ----------------------------------------------------------------------------------------------------- */

/* Takes the accounts of the store into the batch, those of articles that are read again left out. */
static void
take_stored (Batch *batch, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      RcpStoredAccount *account = stored->pdata[i];

      if (account->event_id != 0)
        g_hash_table_add (batch->old_events, dup_id (account->event_id));
      if (is_among_incoming (batch, account->article_id))
        rcp_stored_account_free (account);
      else
        g_ptr_array_add (batch->tellings, rcp_telling_new_stored (account));
    }
  g_ptr_array_set_free_func (stored, NULL);
  g_ptr_array_set_size (stored, 0);
}

typedef struct
{
  guint64 content_id;
  guint telling;
} Ordered;

static int
compare_ordered (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ordered *x = a, *y = b;
  GPtrArray *tellings = user_data;
  gint64 i, j;

  if (x->content_id != y->content_id)
    return x->content_id < y->content_id ? -1 : 1;
  i = ((RcpTelling *) tellings->pdata[x->telling])->article_id;
  j = ((RcpTelling *) tellings->pdata[y->telling])->article_id;
  if (i == j)
    {
      i = ((RcpTelling *) tellings->pdata[x->telling])->id;
      j = ((RcpTelling *) tellings->pdata[y->telling])->id;
    }
  return (i > j) - (i < j);
}

/* Puts the accounts in the order of their content, and joins them; @groups gets one number for each. */
static guint
join (GPtrArray *tellings, guint *groups)
{
  g_autofree Ordered *ordered = g_new (Ordered, tellings->len + 1);
  g_autofree RcpJoinAccount *accounts = g_new0 (RcpJoinAccount, tellings->len + 1);
  g_autofree gpointer *sorted = g_new (gpointer, tellings->len + 1);
  guint n_groups = 0;

  for (guint i = 0; i < tellings->len; i++)
    {
      ordered[i].content_id = rcp_telling_get_content_id (tellings->pdata[i]);
      ordered[i].telling = i;
    }
  g_qsort_with_data (ordered, tellings->len, sizeof (Ordered), compare_ordered, tellings);
  for (guint i = 0; i < tellings->len; i++)
    sorted[i] = tellings->pdata[ordered[i].telling];
  memcpy (tellings->pdata, sorted, tellings->len * sizeof (gpointer));
  for (guint i = 0; i < tellings->len; i++)
    {
      const RcpTelling *telling = tellings->pdata[i];
      RcpJoinAccount *account = &accounts[i];

      account->id = i + 1;
      account->article = telling->article_id;
      account->position = telling->found->sentence;
      account->when = telling->found->when;
      account->action = telling->found->action;
      account->status = telling->found->status;
      account->actors = telling->sorted;
      account->n_actors = telling->n_sorted;
      account->terms = (const guint32 *) (gpointer) telling->found->terms->data;
      account->n_terms = telling->found->terms->len;
      account->is_lead = telling->found->is_lead;
    }
  rcp_event_joiner_join (accounts, tellings->len, groups);
  for (guint i = 0; i < tellings->len; i++)
    n_groups = MAX (n_groups, groups[i] + 1);
  return n_groups;
}

typedef struct
{
  gint32 first;
  gint32 last;
} Days;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Days *x = a, *y = b;

  return (x->first > y->first) - (x->first < y->first);
}

/* The stretches of time the new accounts tell of, as few as do not bring in much that lies between. */
static GArray *
list_days (const Batch *batch)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Days));
  guint n = 0;

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      RcpEdtf *when = ((RcpTelling *) batch->tellings->pdata[i])->found->when;
      Days one;

      if (when == NULL)
        continue;
      one.first = rcp_edtf_get_first_day (when);
      one.last = rcp_edtf_get_last_day (when);
      g_array_append_val (days, one);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      Days *one = &g_array_index (days, Days, i), *last = &g_array_index (days, Days, n > 0 ? n - 1 : 0);

      if (n > 0 && one->first <= last->last && MAX (one->last, last->last) - (gint64) last->first <= NEAR_DAYS)
        last->last = MAX (last->last, one->last);
      else
        g_array_index (days, Days, n++) = *one;
    }
  g_array_set_size (days, n);
  return days;
}

static GArray *
list_actors_of_days (const Batch *batch, const Days *days, guint n_tellings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_tellings; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];
      RcpEdtf *when = telling->found->when;

      if (when == NULL || rcp_edtf_get_first_day (when) > days->last || rcp_edtf_get_last_day (when) < days->first)
        continue;
      for (guint j = 0; j < telling->n_sorted; j++)
        if (g_hash_table_add (seen, dup_id (telling->sorted[j])))
          g_array_append_val (ids, telling->sorted[j]);
    }
  return ids;
}

/* In a large library: the accounts of every event that one of the batch joins. */
static gboolean
take_neighbours (Batch *batch, GError **error)
{
  g_autoptr (GArray) days = list_days (batch);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_telling_free);
  g_autoptr (GPtrArray) pool = g_ptr_array_new ();
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stored = NULL;
  g_autofree guint *groups = NULL;
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < days->len; i++)
    {
      const Days *one = &g_array_index (days, Days, i);
      g_autoptr (GArray) actors = list_actors_of_days (batch, one, batch->tellings->len);
      g_autoptr (GPtrArray) found = rcp_store_list_accounts_near (batch->self->store, one->first, one->last,
                                                                  ids_of (actors), actors->len, batch->cancellable,
                                                                  error);

      if (found == NULL)
        return FALSE;
      for (guint j = 0; j < found->len; j++)
        {
          RcpStoredAccount *account = found->pdata[j];

          if (g_hash_table_add (taken, dup_id (account->id)) && !is_among_incoming (batch, account->article_id))
            g_ptr_array_add (near, rcp_telling_new_stored (account));
          else
            rcp_stored_account_free (account);
        }
      g_ptr_array_set_free_func (found, NULL);
    }
  for (guint i = 0; i < batch->tellings->len; i++)
    g_ptr_array_add (pool, batch->tellings->pdata[i]);
  for (guint i = 0; i < near->len; i++)
    g_ptr_array_add (pool, near->pdata[i]);
  groups = g_new (guint, pool->len + 1);
  join (pool, groups);
  for (guint i = 0; i < pool->len; i++)
    if (((RcpTelling *) pool->pdata[i])->is_new)
      g_hash_table_add (met, GUINT_TO_POINTER (groups[i]));
  for (guint i = 0; i < pool->len; i++)
    {
      const RcpTelling *telling = pool->pdata[i];

      if (!telling->is_new && telling->event_id != 0 && g_hash_table_contains (met, GUINT_TO_POINTER (groups[i])))
        g_hash_table_add (batch->old_events, dup_id (telling->event_id));
    }
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (events, *(gint64 *) key);
  if (events->len == 0)
    return TRUE;
  stored = rcp_store_list_accounts_of_events (batch->self->store, ids_of (events), events->len, batch->cancellable,
                                              error);
  if (stored == NULL)
    return FALSE;
  take_stored (batch, stored);
  return TRUE;
}

/* The events accounts of the batch may belong to come with all their accounts; see #RcpIntegrator for how far. */
static gboolean
take_context (Batch *batch, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  RcpStoreCounts counts;

  if (!rcp_store_count (batch->self->store, 0, &counts, batch->cancellable, error))
    return FALSE;
  if (counts.n_accounts > RCP_INTEGRATOR_STORY_ACCOUNTS)
    return take_neighbours (batch, error);
  stored = rcp_store_list_all_accounts (batch->self->store, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  take_stored (batch, stored);
  return TRUE;
}

/* What is known of shared passages between articles that were there before. */
static gboolean
take_shared (Batch *batch, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) stored = NULL;

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];

      if (!telling->is_new && g_hash_table_add (seen, dup_id (telling->article_id)))
        g_array_append_val (ids, telling->article_id);
    }
  if (ids->len == 0)
    return TRUE;
  stored = rcp_store_list_shared (batch->self->store, ids_of (ids), ids->len, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredShared *one = &g_array_index (stored, RcpStoredShared, i);
      g_autofree char *key = pair_key (one->article_a, one->article_b);
      RcpSharedWording wording = { one->article_a, one->article_b, one->passage };

      /* Two articles of the list have their passages listed from either end. */
      if (g_hash_table_contains (batch->shared_pairs, key)
          || (one->article_a > one->article_b && g_hash_table_contains (seen, &one->article_b)))
        continue;
      g_array_append_val (batch->shared, wording);
    }
  return TRUE;
}

typedef struct
{
  GPtrArray *tellings;
  gint64 event_id;   /* the row it takes over; 0 for none */
  gint64 most_of;    /* the event most of its accounts were in */
  guint n_of;        /* how many */
  gboolean changed;
} Group;

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->tellings, g_ptr_array_unref);
}

static void
find_most_of (Group *group)
{
  for (guint i = 0; i < group->tellings->len; i++)
    {
      gint64 id = ((RcpTelling *) group->tellings->pdata[i])->event_id;
      guint n = 0;

      if (id == 0)
        continue;
      for (guint j = 0; j < group->tellings->len; j++)
        n += ((RcpTelling *) group->tellings->pdata[j])->event_id == id;
      if (n > group->n_of || (n == group->n_of && id < group->most_of))
        {
          group->n_of = n;
          group->most_of = id;
        }
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *x = *(Group *const *) a, *y = *(Group *const *) b;

  return x->n_of != y->n_of ? (x->n_of > y->n_of ? -1 : 1) : 0;
}

/* An event keeps its row when most of its accounts stay together, so that notes, corrections and what a window shows go
 * on pointing at the same happening. */
static void
assign_rows (GArray *groups)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) claimed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      find_most_of (&g_array_index (groups, Group, i));
      g_ptr_array_add (order, &g_array_index (groups, Group, i));
    }
  g_ptr_array_sort (order, compare_groups);
  for (guint i = 0; i < order->len; i++)
    {
      Group *group = order->pdata[i];

      if (group->most_of != 0 && g_hash_table_add (claimed, &group->most_of))
        group->event_id = group->most_of;
    }
}

static gboolean
is_touched (const Batch *batch, const Group *group, GHashTable *n_before)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_before, &group->event_id));

  if (group->event_id == 0 || group->tellings->len != n || g_hash_table_contains (batch->dirty, &group->event_id))
    return TRUE;
  for (guint i = 0; i < group->tellings->len; i++)
    {
      const RcpTelling *telling = group->tellings->pdata[i];

      if (telling->is_new || telling->event_id != group->event_id)
        return TRUE;
      for (guint j = 0; j < i; j++)
        {
          g_autofree char *key = pair_key (telling->article_id,
                                           ((RcpTelling *) group->tellings->pdata[j])->article_id);

          if (g_hash_table_contains (batch->shared_pairs, key))
            return TRUE;
        }
    }
  return FALSE;
}

static GHashTable *
count_before (const Batch *batch)
{
  GHashTable *n_before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];

      if (!telling->is_new && telling->event_id != 0)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_before, &telling->event_id));

          g_hash_table_insert (n_before, dup_id (telling->event_id), GUINT_TO_POINTER (n + 1));
        }
    }
  return n_before;
}

/* Only passages between articles of the group can make one of its accounts a copy of another. */
static GArray *
select_shared (const Batch *batch, const Group *group)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *selected = g_array_new (FALSE, TRUE, sizeof (RcpSharedWording));

  for (guint i = 0; i < group->tellings->len; i++)
    g_hash_table_add (articles, &((RcpTelling *) group->tellings->pdata[i])->article_id);
  if (g_hash_table_size (articles) < 2)
    return selected;
  for (guint i = 0; i < batch->shared->len; i++)
    {
      const RcpSharedWording *wording = &g_array_index (batch->shared, RcpSharedWording, i);

      if (g_hash_table_contains (articles, &wording->article_a) && g_hash_table_contains (articles, &wording->article_b))
        g_array_append_val (selected, *wording);
    }
  return selected;
}

static gboolean
put_events (Batch *batch, GError **error)
{
  g_autofree guint *numbers = g_new (guint, batch->tellings->len + 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autoptr (GHashTable) n_before = count_before (batch);
  guint n_groups = join (batch->tellings, numbers), n_new = 0;
  GHashTableIter iter;
  gpointer key;
  gint64 next = 0;

  g_array_set_clear_func (groups, (GDestroyNotify) group_clear);
  g_array_set_size (groups, n_groups);
  for (guint i = 0; i < n_groups; i++)
    g_array_index (groups, Group, i).tellings = g_ptr_array_new ();
  for (guint i = 0; i < batch->tellings->len; i++)
    g_ptr_array_add (g_array_index (groups, Group, numbers[i]).tellings, batch->tellings->pdata[i]);
  assign_rows (groups);
  for (guint i = 0; i < n_groups; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->changed = is_touched (batch, group, n_before);
      n_new += group->event_id == 0;
      if (group->event_id != 0)
        g_hash_table_remove (batch->old_events, &group->event_id);
    }
  if (n_new > 0)
    {
      next = rcp_store_reserve_ids (batch->self->store, RCP_STORE_TABLE_EVENT, n_new, error);
      if (next == 0)
        return FALSE;
    }
  for (guint i = 0; i < n_groups; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      g_autoptr (GArray) shared = NULL;

      if (group->event_id == 0)
        group->event_id = next++;
      if (!group->changed)
        continue;
      shared = select_shared (batch, group);
      rcp_event_builder_put (batch->changes, batch->self->store, group->event_id,
                             (RcpTelling *const *) group->tellings->pdata, group->tellings->len,
                             (const RcpSharedWording *) (gpointer) shared->data, shared->len, batch->cancellable);
    }
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_change_set_remove_event (batch->changes, *(gint64 *) key);
  batch->n_more_events = (int) n_new - (int) g_hash_table_size (batch->old_events);
  return TRUE;
}

/* --- Public ----------------------------------------------------------------------------------------------------- */

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
  self->store = g_object_ref (store);
  self->analyser = rcp_analyser_ref (analyser);
  self->known_aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_clear_pointer (&self->outlets, g_hash_table_unref);
  g_clear_pointer (&self->story, g_ptr_array_unref);
  g_free (self);
}

/** rcp_integrator_get_analyser: (transfer none): what reads the articles. */
RcpAnalyser *
rcp_integrator_get_analyser (RcpIntegrator *self)
{
  return self->analyser;
}

/* What is kept at hand no longer matches the store: read it again when it is next needed. */
static void
forget_all (RcpIntegrator *self)
{
  g_clear_pointer (&self->merger, rcp_alias_merger_free);
  g_hash_table_remove_all (self->known_aliases);
  g_hash_table_remove_all (self->outlets);
  forget_story (self);
  self->story_too_large = FALSE;
}

static gboolean
integrate_locked (RcpIntegrator *self, GPtrArray *incoming, int *n_more_events, GCancellable *cancellable,
                  GError **error)
{
  g_auto (Batch) batch = { 0 };

  batch_init (&batch, self, cancellable);
  g_ptr_array_extend_and_steal (batch.incoming, g_ptr_array_ref (incoming));
  if (!refine (&batch, error) || !put_articles (&batch, error) || !put_findings (&batch, error)
      || !find_shared (&batch, error) || !take_context (&batch, error) || !take_shared (&batch, error)
      || !put_events (&batch, error)
      || !rcp_store_save_changes (self->store, batch.changes, NULL, error))
    {
      forget_all (self);
      return FALSE;
    }
  for (guint i = 0; i < batch.incoming->len; i++)
    remember (self, batch.incoming->pdata[i]);
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
  g_autoptr (RcpIncoming) incoming = g_new0 (RcpIncoming, 1);
  g_autoptr (RcpPublication) publication = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (RcpEdtf) fixed = NULL;

  incoming->id = article_id;
  article = rcp_store_load_article (self->store, article_id, cancellable, error);
  if (article == NULL)
    return NULL;
  incoming->document = rcp_store_load_document (self->store, article_id, cancellable, error);
  if (incoming->document == NULL)
    return NULL;
  if (rcp_article_get_published_basis (article) == RCP_PUBLISHED_USER
      && !find_fixed_date (self, article_id, &fixed, cancellable, error))
    return NULL;
  if (fixed != NULL)
    publication = rcp_publication_new (fixed, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 });
  incoming->text = cut (incoming->document);
  incoming->findings = rcp_analyser_analyse (self->analyser, incoming->document, incoming->text, publication,
                                             rcp_clock_today ());
  return g_steal_pointer (&incoming);
}

/* Joins the events anew that accounts of @article_ids are in, those articles counted out when @removed. */
static gboolean
rejoin (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable, GError **error)
{
  g_auto (Batch) batch = { 0 };
  g_autoptr (GArray) events = NULL;
  g_autoptr (GPtrArray) stored = NULL;

  batch_init (&batch, self, cancellable);
  events = rcp_store_list_touched_events (self->store, article_ids, n, cancellable, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    rcp_change_set_remove_article (batch.changes, article_ids[i]);
  if (events->len > 0)
    {
      stored = rcp_store_list_accounts_of_events (self->store, ids_of (events), events->len, cancellable, error);
      if (stored == NULL)
        return FALSE;
      for (guint i = stored->len; i > 0; i--)
        for (guint j = 0; j < n; j++)
          if (((RcpStoredAccount *) stored->pdata[i - 1])->article_id == article_ids[j])
            {
              mark_dirty (&batch, ((RcpStoredAccount *) stored->pdata[i - 1])->event_id);
              g_ptr_array_remove_index (stored, i - 1);
              break;
            }
      take_stored (&batch, stored);
      if (!take_shared (&batch, error) || !put_events (&batch, error))
        return FALSE;
    }
  return rcp_store_save_changes (self->store, batch.changes, NULL, error);
}

/**
 * rcp_integrator_remove:
 * @article_ids: (array length=n): articles
 *
 * Takes articles out of the library, and out of its events, until they are restored. Any thread; blocks. Errors:
 * RCP_STORE_ERROR.
 */
gboolean
rcp_integrator_remove (RcpIntegrator *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  forget_all (self);
  return rejoin (self, article_ids, n, cancellable, error);
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
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);

  forget_all (self);
  if (!rcp_store_restore_articles (self->store, article_ids, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      RcpIncoming *one = rcp_integrator_read_again (self, article_ids[i], cancellable, error);

      if (one == NULL)
        return FALSE;
      g_ptr_array_add (incoming, one);
    }
  return integrate_locked (self, incoming, NULL, cancellable, error);
}
