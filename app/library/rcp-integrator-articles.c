#include "config.h"

#include "rcp-batch.h"

#include "rcp-clock.h"
#include "rcp-enum-types.h"
#include "rcp-fold.h"
#include "rcp-office.h"

#include <string.h>

/* The articles of a batch, their outlets and their actors on their way into the store. */

static gboolean
find_outlet (RcpIntegrator *self, const RcpIncoming *incoming, gint64 *outlet_id, GError **error)
{
  const RcpDocument *document = incoming->document;
  const char *label = document->outlet   ? document->outlet
                      : document->byline ? document->byline
                      : document->title  ? document->title
                                         : incoming->name;
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

static gboolean
is_new (const RcpIncoming *incoming)
{
  return incoming->content_hash != NULL && !incoming->is_update;
}

/** rcp_batch_number: gives the new articles their rows. */
gboolean
rcp_batch_number (RcpBatch *batch, GError **error)
{
  guint n_new = 0;
  gint64 next = 0;

  for (guint i = 0; i < batch->incoming->len; i++)
    n_new += is_new (batch->incoming->pdata[i]);
  if (n_new > 0)
    {
      next = rcp_batch_reserve (batch, RCP_STORE_TABLE_ARTICLE, n_new, error);
      if (next == 0)
        return FALSE;
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];

      if (is_new (incoming))
        incoming->id = next++;
      g_hash_table_add (batch->incoming_ids, dup_id (incoming->id));
    }
  return TRUE;
}

/** rcp_batch_put_articles: finds the outlets of the articles, and remembers what accounts they had before. */
gboolean
rcp_batch_put_articles (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];

      if (!is_new (incoming))
        g_array_append_val (again, incoming->id);
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];
      RcpNewArticle article = { 0 };
      gint64 outlet_id = 0;

      if (incoming->content_hash != NULL)
        {
          if (!find_outlet (self, incoming, &outlet_id, error))
            return FALSE;
          article.id = incoming->id;
          article.document = incoming->document;
          article.raw = incoming->raw;
          article.content_type = incoming->content_type;
          article.name = incoming->first_words ? incoming->first_words : incoming->name;
          article.content_hash = incoming->content_hash;
          article.outlet_id = outlet_id;
          article.added_us = rcp_clock_now_us ();
          article.dossier_id = incoming->dossier_id;
          article.source_id = incoming->source_id;
          article.entry_id = incoming->entry_id;
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
            rcp_batch_mark_dirty (batch, account->event_id);
        }
      g_ptr_array_set_free_func (before, NULL);
    }
  return TRUE;
}

/** rcp_integrator_load_merger: has the names of the library's actors at hand. */
gboolean
rcp_integrator_load_merger (RcpIntegrator *self, GCancellable *cancellable, GError **error)
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

      /* The engine finds what it would find without corrections: such an actor is new to it, but has a row. */
      if (!actor->is_found)
        {
          g_hash_table_insert (self->spoken_of, g_strdup (actor->key), dup_id (actor->id));
          continue;
        }
      rcp_alias_merger_add (self->merger, actor->id, actor->kind, actor->key, actor->name,
                            (const char *const *) actor->aliases);
      rcp_alias_merger_add_offices (self->merger, actor->id, actor->offices);
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
add_alias (RcpBatch *batch, gint64 actor_id, gint64 article_id, const RcpFoundActor *actor, const char *alias,
           RcpAliasReason reason)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", actor_id, alias);

  if (!g_hash_table_add (batch->self->known_aliases, key))
    return FALSE;
  rcp_change_set_add_alias (batch->changes, actor_id, alias, is_role (actor, alias),
                            rcp_enum_to_nick (RCP_TYPE_ALIAS_REASON, reason), article_id);
  return TRUE;
}

/* The row of the library's actor for one of an article: one that is known, else a new one. */
static gint64
place_actor (RcpBatch *batch, gint64 article_id, const RcpFoundActor *actor, GError **error)
{
  RcpIntegrator *self = batch->self;
  RcpAliasReason reason;
  gint64 id = rcp_alias_merger_match (self->merger, actor, &reason);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  /* What is only looked at leaves no name behind. */
  if (batch->is_look)
    return id != 0 ? id : rcp_batch_reserve (batch, RCP_STORE_TABLE_ACTOR, 1, error);
  if (id == 0)
    {
      g_autofree char *key = rcp_alias_merger_dup_new_key (self->merger, actor);
      const gint64 *row = g_hash_table_lookup (self->spoken_of, key);

      id = row != NULL ? *row : rcp_batch_reserve (batch, RCP_STORE_TABLE_ACTOR, 1, error);
      if (id == 0)
        return 0;
      g_hash_table_remove (self->spoken_of, key);
      rcp_change_set_add_alias (batch->changes, id, actor->name, FALSE, "name", article_id);
      rcp_change_set_put_actor (batch->changes, id, actor->kind, key, actor->name);
      g_hash_table_add (self->known_aliases, g_strdup_printf ("%" G_GINT64_FORMAT " %s", id, actor->name));
      rcp_alias_merger_add (self->merger, id, actor->kind, key, actor->name, NULL);
    }
  else if (add_alias (batch, id, article_id, actor, actor->name, reason))
    g_ptr_array_add (added, actor->name);
  for (guint i = 0; i < actor->aliases->len; i++)
    if (add_alias (batch, id, article_id, actor, actor->aliases->pdata[i],
                   g_array_index (actor->reasons, RcpAliasReason, i)))
      g_ptr_array_add (added, actor->aliases->pdata[i]);
  if (added->len > 0)
    {
      g_ptr_array_add (added, NULL);
      rcp_alias_merger_add (self->merger, id, actor->kind, actor->key, actor->name, (const char *const *) added->pdata);
    }
  rcp_alias_merger_add_offices (self->merger, id, actor->offices);
  return id;
}

/* The event an account read again was in before: that of the account it had on most of the same words; of those that one
 * sentence had, that of the same act. */
static gint64
find_old_event (const RcpBatch *batch, gint64 article_id, const RcpFoundAccount *found)
{
  GPtrArray *list = g_hash_table_lookup (batch->replaced, &article_id);
  guint best = 0, most_alike = 0;
  gint64 event_id = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const RcpStoredAccount *account = list->pdata[i];
      guint common = rcp_range_common (account->found->range, found->range);
      guint alike = 2 * (account->found->action == found->action) + ((account->found->date < 0) == (found->date < 0));

      if (common > best || (common == best && common > 0 && alike > most_alike))
        {
          best = common;
          most_alike = alike;
          event_id = account->event_id;
        }
    }
  return event_id;
}

/* Whom the lexicon knows to have held the offices that are told without a name, at the day of the article. */
static void
put_holders (RcpBatch *batch, const RcpIncoming *incoming, const gint64 *actor_ids)
{
  const RcpLexicon *lexicon = rcp_analyser_get_lexicon (batch->self->analyser);
  const RcpPublication *publication = incoming->findings->publication;

  for (guint i = 0; publication && publication->date && i < incoming->findings->actors->len; i++)
    {
      const RcpFoundActor *actor = incoming->findings->actors->pdata[i];
      const char *office = rcp_office_of_key (actor->key);
      g_autofree char *key = NULL, *key_en = NULL;

      if (office && rcp_office_list_holder_keys (lexicon, office, publication->best_day, &key, &key_en))
        rcp_change_set_put_holder (batch->changes, incoming->id, actor_ids[i], key, key_en);
    }
}

/** rcp_batch_put_findings: finds the library's actors for those of the articles, and takes in the accounts. */
gboolean
rcp_batch_put_findings (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  guint n_accounts = 0;
  gint64 next = 0;

  if (!rcp_integrator_load_merger (self, batch->cancellable, error))
    return FALSE;
  for (guint i = 0; i < batch->incoming->len; i++)
    n_accounts += ((RcpIncoming *) batch->incoming->pdata[i])->findings->accounts->len;
  if (n_accounts > 0)
    {
      next = rcp_batch_reserve (batch, RCP_STORE_TABLE_ACCOUNT, n_accounts, error);
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
          actor_ids[j] = place_actor (batch, incoming->id, findings->actors->pdata[j], error);
          if (actor_ids[j] == 0)
            return FALSE;
        }
      rcp_change_set_put_findings (batch->changes, incoming->id, findings, next, actor_ids);
      put_holders (batch, incoming, actor_ids);
      for (guint j = 0; j < findings->accounts->len; j++)
        {
          const RcpFoundAccount *found = findings->accounts->pdata[j];
          gboolean has_speaker = found->speaker >= 0 && (guint) found->speaker < findings->actors->len;
          GArray *own = g_array_new (FALSE, FALSE, sizeof (gint64));
          RcpTelling *telling;

          for (guint k = 0; k < found->actors->len; k++)
            g_array_append_val (own, actor_ids[g_array_index (found->actors, guint, k)]);
          telling = rcp_telling_new (next++, incoming->id, g_array_index (batch->outlet_ids, gint64, i),
                                     findings->publication ? findings->publication->date : NULL, found,
                                     has_speaker ? actor_ids[found->speaker] : 0, findings->dates, own);
          telling->event_id = find_old_event (batch, incoming->id, found);
          g_ptr_array_add (batch->own, telling);
          g_ptr_array_add (batch->tellings, telling);
        }
    }
  return TRUE;
}

