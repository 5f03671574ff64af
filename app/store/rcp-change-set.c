#include "config.h"

#include "rcp-change-set-private.h"

static void
change_article_free (RcpChangeArticle *self)
{
  rcp_document_unref (self->article.document);
  g_clear_pointer (&self->article.raw, g_bytes_unref);
  g_free ((char *)self->article.content_type);
  g_free ((char *)self->article.name);
  g_free ((char *)self->article.content_hash);
  g_free (self);
}

static void
change_findings_free (RcpChangeFindings *self)
{
  rcp_findings_unref (self->findings);
  g_free (self->actor_ids);
  g_free (self);
}

static void
change_actor_free (RcpChangeActor *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static void
change_alias_free (RcpChangeAlias *self)
{
  g_free (self->alias);
  g_free (self->reason);
  g_free (self);
}

static void
change_holder_free (RcpChangeHolder *self)
{
  g_free (self->key);
  g_free (self->key_en);
  g_free (self);
}

static void
change_discrepancy_free (RcpChangeDiscrepancy *self)
{
  g_array_unref (self->values);
  g_free (self);
}

static void
change_event_clear (RcpChangeEvent *self)
{
  RcpNewEvent *event = &self->event;

  g_free ((char *)event->title);
  g_free ((char *)event->date_clue);
  g_clear_pointer (&event->date, rcp_edtf_unref);
  g_clear_pointer (&event->date_anchor, rcp_edtf_unref);
  g_free ((gint64 *)event->account_ids);
  g_free ((gint64 *)event->copy_of);
  g_free ((gint64 *)event->actor_ids);
  g_ptr_array_set_size (self->discrepancies, 0);
}

static void
change_event_free (RcpChangeEvent *self)
{
  change_event_clear (self);
  g_ptr_array_unref (self->discrepancies);
  g_free (self);
}

/** The event of the set with this number, made when there is none. */
static RcpChangeEvent *
get_event (RcpChangeSet *self, gint64 id)
{
  RcpChangeEvent *event = g_hash_table_lookup (self->events_by_id, &id);

  if (!event)
    {
      event = g_new0 (RcpChangeEvent, 1);
      event->event.id = id;
      event->discrepancies = g_ptr_array_new_with_free_func ((GDestroyNotify)change_discrepancy_free);
      g_ptr_array_add (self->events, event);
      g_hash_table_insert (self->events_by_id, &event->event.id, event);
    }
  return event;
}

/** Deflates what gets smaller by it; done here rather than by the writer, on whom everybody waits. */
static GBytes *
pack (GBytes *raw)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  gsize length = 0, capacity, n_read, n_written;
  const guint8 *data = g_bytes_get_data (raw, &length);
  g_autofree guint8 *out = NULL;
  GConverterResult result;

  if (length < 256)
    return NULL;
  capacity = length - length / 8;
  out = g_malloc (capacity);
  result = g_converter_convert (G_CONVERTER (compressor), data, length, out, capacity, G_CONVERTER_INPUT_AT_END, &n_read,
                                &n_written, NULL);
  if (result != G_CONVERTER_FINISHED)
    return NULL;
  out = g_realloc (out, n_written);
  return g_bytes_new_take (g_steal_pointer (&out), n_written);
}

/**
 * rcp_change_set_new:
 *
 * Returns: (transfer full): an empty set
 */
RcpChangeSet *
rcp_change_set_new (void)
{
  RcpChangeSet *self = g_new0 (RcpChangeSet, 1);

  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify)change_article_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)change_findings_free);
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify)change_actor_free);
  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify)change_alias_free);
  self->holders = g_ptr_array_new_with_free_func ((GDestroyNotify)change_holder_free);
  self->merges = g_array_new (FALSE, FALSE, sizeof (RcpChangeMerge));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)change_event_free);
  self->events_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->shared = g_array_new (FALSE, FALSE, sizeof (RcpStoredShared));
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (RcpChangeOutcome));
  self->across = g_ptr_array_new_with_free_func ((GDestroyNotify)change_discrepancy_free);
  self->removed_articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->dropped_actors = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
rcp_change_set_free (RcpChangeSet *self)
{
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->holders);
  g_array_unref (self->merges);
  g_hash_table_unref (self->events_by_id);
  g_ptr_array_unref (self->events);
  g_array_unref (self->shared);
  g_array_unref (self->outcomes);
  g_ptr_array_unref (self->across);
  g_array_unref (self->removed_articles);
  g_array_unref (self->dropped_actors);
  g_free (self);
}

/** rcp_change_set_is_empty: whether saving it would change nothing. */
gboolean
rcp_change_set_is_empty (const RcpChangeSet *self)
{
  return self->articles->len + self->findings->len + self->actors->len + self->aliases->len + self->merges->len +
             self->events->len + self->shared->len + self->outcomes->len + self->removed_articles->len == 0;
}

/** rcp_change_set_get_dropped_actors: (transfer none) (element-type gint64): once it is saved, the actors that nothing names
 * any more. */
const GArray *
rcp_change_set_get_dropped_actors (const RcpChangeSet *self)
{
  return self->dropped_actors;
}

/** rcp_change_set_get_n_articles: how many articles it adds or replaces. */
guint
rcp_change_set_get_n_articles (const RcpChangeSet *self)
{
  return self->articles->len;
}

/**
 * rcp_change_set_put_article:
 * @article: what to write; copied, the document and the bytes by reference
 *
 * Adds an article, or replaces one by what it says now.
 */
void
rcp_change_set_put_article (RcpChangeSet *self, const RcpNewArticle *article)
{
  RcpChangeArticle *copy = g_new0 (RcpChangeArticle, 1);

  g_return_if_fail (article->id > 0 && article->document != NULL && article->content_hash != NULL);

  copy->article = *article;
  rcp_document_ref (copy->article.document);
  copy->article.raw = article->raw ? pack (article->raw) : NULL;
  copy->packed = copy->article.raw != NULL;
  if (article->raw && !copy->packed)
    copy->article.raw = g_bytes_ref (article->raw);
  copy->article.content_type = g_strdup (article->content_type);
  copy->article.name = g_strdup (article->name);
  copy->article.content_hash = g_strdup (article->content_hash);
  g_ptr_array_add (self->articles, copy);
}

/**
 * rcp_change_set_put_findings:
 * @article_id: an article of the set or of the library
 * @findings: what its analysis found; a reference is kept
 * @first_account_id: the number of the first account; the others follow it
 * @actor_ids: (array): for each actor of @findings, the library's; copied
 *
 * Replaces all that was derived from an article, its shared passages too: add those again that still hold.
 */
void
rcp_change_set_put_findings (RcpChangeSet *self, gint64 article_id, RcpFindings *findings, gint64 first_account_id,
                             const gint64 *actor_ids)
{
  RcpChangeFindings *change = g_new0 (RcpChangeFindings, 1);

  change->article_id = article_id;
  change->findings = rcp_findings_ref (findings);
  change->first_account_id = first_account_id;
  change->actor_ids = g_memdup2 (actor_ids, findings->actors->len * sizeof *actor_ids);
  g_ptr_array_add (self->findings, change);
}

/**
 * rcp_change_set_remove_article:
 *
 * Takes an article out of every list; what was derived from it goes. rcp_store_restore_articles() brings it back, to be
 * analysed again, until the library is closed. The events it told should be put again or removed in the same set; one
 * that is left without any account is removed by itself.
 */
void
rcp_change_set_remove_article (RcpChangeSet *self, gint64 article_id)
{
  g_array_append_val (self->removed_articles, article_id);
}

/** rcp_change_set_put_actor: adds an actor, or gives one another kind, key or name. Its name is an alias too. */
void
rcp_change_set_put_actor (RcpChangeSet *self, gint64 id, RcpActorKind kind, const char *key, const char *name)
{
  RcpChangeActor *actor = g_new0 (RcpChangeActor, 1);

  actor->id = id;
  actor->kind = kind;
  actor->key = g_strdup (key);
  actor->name = g_strdup (name);
  g_ptr_array_add (self->actors, actor);
  rcp_change_set_add_alias (self, id, name, FALSE, "name", 0);
}

/** rcp_change_set_add_alias: @reason (nullable), a nick of #RcpAliasReason, says why it names this actor, @article_id where it
 * came from (0: not known); an alias it has already stays as it is. */
void
rcp_change_set_add_alias (RcpChangeSet *self, gint64 actor_id, const char *alias, gboolean is_role, const char *reason,
                          gint64 article_id)
{
  RcpChangeAlias *change = g_new0 (RcpChangeAlias, 1);

  change->actor_id = actor_id;
  change->alias = g_strdup (alias);
  change->is_role = is_role;
  change->reason = g_strdup (reason);
  change->article_id = article_id;
  g_ptr_array_add (self->aliases, change);
}

/** rcp_change_set_put_holder: @key and @key_en are those of whom the lexicon knows to have held the office by which an article
 * of the set, or one that is read again in it, names @actor_id. */
void
rcp_change_set_put_holder (RcpChangeSet *self, gint64 article_id, gint64 actor_id, const char *key, const char *key_en)
{
  RcpChangeHolder *holder = g_new0 (RcpChangeHolder, 1);

  holder->article_id = article_id;
  holder->actor_id = actor_id;
  holder->key = g_strdup (key);
  holder->key_en = g_strdup (key_en);
  g_ptr_array_add (self->holders, holder);
}

/** rcp_change_set_merge_actors: gives all that @from_id has to @into_id and takes @from_id away. */
void
rcp_change_set_merge_actors (RcpChangeSet *self, gint64 from_id, gint64 into_id)
{
  RcpChangeMerge merge = { from_id, into_id };

  g_return_if_fail (from_id != into_id);
  g_array_append_val (self->merges, merge);
}

/**
 * rcp_change_set_put_event:
 * @event: what to write; copied
 *
 * Adds an event, or replaces one with its accounts, actors and discrepancies.
 */
void
rcp_change_set_put_event (RcpChangeSet *self, const RcpNewEvent *event)
{
  RcpChangeEvent *change = get_event (self, event->id);
  RcpNewEvent *copy = &change->event;

  change_event_clear (change);
  change->removed = FALSE;
  *copy = *event;
  copy->title = g_strdup (event->title ? event->title : "");
  copy->date_clue = g_strdup (event->date_clue);
  copy->date = event->date ? rcp_edtf_ref (event->date) : NULL;
  copy->date_anchor = event->date_anchor ? rcp_edtf_ref (event->date_anchor) : NULL;
  copy->account_ids = g_memdup2 (event->account_ids, event->n_accounts * sizeof (gint64));
  copy->copy_of = event->copy_of ? g_memdup2 (event->copy_of, event->n_accounts * sizeof (gint64)) : NULL;
  copy->actor_ids = g_memdup2 (event->actor_ids, event->n_actors * sizeof (gint64));
}

static RcpChangeDiscrepancy *
new_discrepancy (gint64 event_id, gint64 other_event_id, RcpDiscrepancyKind kind, gboolean is_update,
                 const RcpNewDiscrepancyValue *values, guint n_values)
{
  RcpChangeDiscrepancy *discrepancy = g_new0 (RcpChangeDiscrepancy, 1);

  discrepancy->event_id = event_id;
  discrepancy->other_event_id = other_event_id;
  discrepancy->kind = kind;
  discrepancy->is_update = is_update;
  discrepancy->values = g_array_sized_new (FALSE, FALSE, sizeof *values, n_values);
  g_array_append_vals (discrepancy->values, values, n_values);
  return discrepancy;
}

static void
add_discrepancy (RcpChangeSet *self, gint64 event_id, RcpDiscrepancyKind kind, gboolean is_update,
                 const RcpNewDiscrepancyValue *values, guint n_values)
{
  RcpChangeEvent *event = g_hash_table_lookup (self->events_by_id, &event_id);

  g_return_if_fail (event != NULL && !event->removed);

  g_ptr_array_add (event->discrepancies, new_discrepancy (event_id, 0, kind, is_update, values, n_values));
}

/** rcp_change_set_add_discrepancy: @event_id must have been put into this set before. */
void
rcp_change_set_add_discrepancy (RcpChangeSet *self, gint64 event_id, RcpDiscrepancyKind kind,
                                const RcpNewDiscrepancyValue *values, guint n_values)
{
  add_discrepancy (self, event_id, kind, FALSE, values, n_values);
}

/** rcp_change_set_add_update: a discrepancy whose values follow each other in time; @event_id must be in this set. */
void
rcp_change_set_add_update (RcpChangeSet *self, gint64 event_id, RcpDiscrepancyKind kind, const RcpNewDiscrepancyValue *values,
                           guint n_values)
{
  add_discrepancy (self, event_id, kind, TRUE, values, n_values);
}

/**
 * rcp_change_set_add_across:
 * @event_id: an event, of this set or of the library
 * @other_event_id: another; one of the two at least is put by this set, which drops what both differed in before
 * @is_update: the values follow each other in time
 * @values: (array length=n_values): copied; some are of the one, some of the other
 *
 * Two events are one happening on which accounts differ too much to be one event.
 */
void
rcp_change_set_add_across (RcpChangeSet *self, gint64 event_id, gint64 other_event_id, RcpDiscrepancyKind kind,
                           gboolean is_update, const RcpNewDiscrepancyValue *values, guint n_values)
{
  g_return_if_fail (event_id != other_event_id);

  g_ptr_array_add (self->across, new_discrepancy (event_id, other_event_id, kind, is_update, values, n_values));
}

/** rcp_change_set_remove_event: for an event whose accounts have all gone to others. */
void
rcp_change_set_remove_event (RcpChangeSet *self, gint64 event_id)
{
  RcpChangeEvent *change = get_event (self, event_id);

  change_event_clear (change);
  change->event = (RcpNewEvent){ .id = event_id };
  change->removed = TRUE;
}

/** rcp_change_set_add_shared: @passage's a is in @article_a; both articles in the set or in the library. */
void
rcp_change_set_add_shared (RcpChangeSet *self, gint64 article_a, gint64 article_b, const RcpSharedPassage *passage)
{
  RcpStoredShared shared = { article_a, article_b, *passage };

  g_return_if_fail (article_a != article_b);
  if (article_a > article_b)
    {
      shared.article_a = article_b;
      shared.article_b = article_a;
      shared.passage.a = passage->b;
      shared.passage.b = passage->a;
    }
  g_array_append_val (self->shared, shared);
}

/** rcp_change_set_foreach_event: tells each event of the set, in the order they were first named. */
void
rcp_change_set_foreach_event (const RcpChangeSet *self, RcpChangeEventFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const RcpChangeEvent *event = self->events->pdata[i];

      func (&event->event, event->removed, user_data);
    }
}

/** rcp_change_set_set_outcome: says what came of what was planned; @outcome_id 0 for nothing that is known. */
void
rcp_change_set_set_outcome (RcpChangeSet *self, gint64 plan_id, gint64 outcome_id)
{
  RcpChangeOutcome outcome = { plan_id, outcome_id };

  g_array_append_val (self->outcomes, outcome);
}
