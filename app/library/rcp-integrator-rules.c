#include "config.h"

#include "rcp-batch.h"

#include "rcp-enum-types.h"

#include <stdlib.h>
#include <string.h>

/* What the user joined and cut apart, as the accounts of a batch and of the library that it is about. */

/* Of so many accounts that are one event by the user's word each is joined with each other; of more, each with the first few.
 * Where none is cut off again that is the same. */
#define MAX_CLIQUE 200
#define N_CENTRES 8

/* A word of the user on accounts. */
typedef struct
{
  gboolean join;
  GArray *sides[2]; /* of gint64: accounts */
} Rule;

/* An account that a rule may mean. */
typedef struct
{
  gint64 id;
  gint64 event_id;
  const RcpFoundAccount *found;
} Meant;

struct _RcpBatchRules
{
  GArray *rules;     /* of Rule */
  GHashTable *events; /* account → gint64: the event it was in */
};

static void
rule_clear (gpointer data)
{
  Rule *rule = data;

  g_array_unref (rule->sides[0]);
  g_array_unref (rule->sides[1]);
}

/** rcp_batch_rules_free: frees the rules of a batch. */
void
rcp_batch_rules_free (RcpBatchRules *self)
{
  g_array_unref (self->rules);
  g_hash_table_unref (self->events);
  g_free (self);
}

static void
add_meant (GHashTable *by_article, gint64 article_id, gint64 id, gint64 event_id, const RcpFoundAccount *found)
{
  GArray *list = g_hash_table_lookup (by_article, &article_id);
  Meant meant = { id, event_id, found };

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Meant));
      g_hash_table_insert (by_article, dup_id (article_id), list);
    }
  g_array_append_val (list, meant);
}

/* How the store tells an account from others of its stretch: 2 for the very one, 1 for one of its action, else 0. */
static guint
match_told (const GArray *list, guint index, const char *told)
{
  const RcpFoundAccount *found = g_array_index (list, Meant, index).found;
  const char *nick = rcp_enum_to_nick (RCP_TYPE_ACTION, found->action);
  const char *hash = told != NULL ? strchr (told, '#') : NULL;
  guint n_before = 0;

  if (hash == NULL || strlen (nick) != (gsize) (hash - told) || strncmp (nick, told, hash - told) != 0)
    return 0;
  for (guint i = 0; i < index; i++)
    {
      const RcpFoundAccount *other = g_array_index (list, Meant, i).found;

      n_before += other->action == found->action && other->range.start == found->range.start
                  && other->range.end == found->range.end;
    }
  return n_before == (guint) strtoul (hash + 1, NULL, 10) ? 2 : 1;
}

/* The account of the article that the rule means: the one it touches most; of equals, the one that is told as it was. */
static const Meant *
find_meant (GHashTable *by_article, const RcpJoinAnchor *anchor)
{
  const GArray *list = g_hash_table_lookup (by_article, &anchor->article_id);
  const Meant *best = NULL;
  guint most = 0, nearest = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint common = rcp_range_common (g_array_index (list, Meant, i).found->range, anchor->range);
      guint near = match_told (list, i, anchor->told);

      if (common > most || (common == most && common > 0 && near > nearest))
        {
          most = common;
          nearest = near;
          best = &g_array_index (list, Meant, i);
        }
    }
  return best;
}

static void
resolve (RcpBatchRules *self, const GPtrArray *stored, GHashTable *by_article)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpJoinRule *from = stored->pdata[i];
      Rule rule = { from->join, { NULL, NULL } };

      for (guint side = 0; side < 2; side++)
        rule.sides[side] = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint j = 0; j < from->anchors->len; j++)
        {
          const RcpJoinAnchor *anchor = &g_array_index (from->anchors, RcpJoinAnchor, j);
          const Meant *meant = find_meant (by_article, anchor);

          if (meant == NULL)
            continue;
          g_array_append_val (rule.sides[anchor->is_other_side && !from->join], meant->id);
          g_hash_table_insert (self->events, dup_id (meant->id), dup_id (meant->event_id));
        }
      g_array_append_val (self->rules, rule);
    }
}

/** rcp_batch_load_rules: has what the user joined and cut at hand; the accounts of the batch are known. */
gboolean
rcp_batch_load_rules (RcpBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) rules = batch->said ? g_ptr_array_ref (batch->said)
                                            : rcp_store_list_join_rules (batch->self->store, batch->cancellable, error);
  g_autoptr (GHashTable) by_article = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stored = NULL;

  if (rules == NULL)
    return FALSE;
  if (rules->len == 0)
    return TRUE;
  for (guint i = 0; i < batch->own->len; i++)
    {
      const RcpTelling *telling = batch->own->pdata[i];

      if (telling->is_new)
        add_meant (by_article, telling->article_id, telling->id, telling->event_id, telling->found);
    }
  for (guint i = 0; i < rules->len; i++)
    {
      const GArray *anchors = ((RcpJoinRule *) rules->pdata[i])->anchors;

      for (guint j = 0; j < anchors->len; j++)
        if (!rcp_batch_has_article (batch, g_array_index (anchors, RcpJoinAnchor, j).article_id))
          g_array_append_val (ids, g_array_index (anchors, RcpJoinAnchor, j).article_id);
    }
  stored = rcp_store_list_accounts_of_articles (batch->self->store, ids_of (ids), ids->len, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredAccount *account = stored->pdata[i];

      if (!g_hash_table_contains (batch->gone_articles, &account->article_id))
        add_meant (by_article, account->article_id, account->id, account->event_id, account->found);
    }
  batch->rules = g_new0 (RcpBatchRules, 1);
  batch->rules->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (batch->rules->rules, rule_clear);
  batch->rules->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  resolve (batch->rules, rules, by_article);
  return TRUE;
}

/**
 * rcp_batch_follow_rules:
 * @accounts: (nullable) (element-type gint64): a set of accounts that take part
 * @event_ids: (element-type gint64): a set of events that take part
 *
 * Adds to @event_ids those that the user joined with one of these.
 */
void
rcp_batch_follow_rules (RcpBatch *batch, GHashTable *accounts, GHashTable *event_ids)
{
  gboolean grew = batch->rules != NULL;

  while (grew)
    {
      grew = FALSE;
      for (guint i = 0; i < batch->rules->rules->len; i++)
        {
          const Rule *rule = &g_array_index (batch->rules->rules, Rule, i);
          const GArray *ids = rule->sides[0];
          gboolean touched = FALSE;

          for (guint j = 0; rule->join && j < ids->len && !touched; j++)
            {
              const gint64 *id = &g_array_index (ids, gint64, j);

              touched = (accounts != NULL && g_hash_table_contains (accounts, id))
                        || g_hash_table_contains (event_ids, g_hash_table_lookup (batch->rules->events, id));
            }
          for (guint j = 0; touched && j < ids->len; j++)
            {
              const gint64 *event = g_hash_table_lookup (batch->rules->events, &g_array_index (ids, gint64, j));

              if (*event != 0)
                grew = g_hash_table_add (event_ids, dup_id (*event)) || grew;
            }
        }
    }
}

static void
constrain (GArray *constraints, GHashTable *places, gint64 a, gint64 b, gboolean join)
{
  guint x = GPOINTER_TO_UINT (g_hash_table_lookup (places, &a)), y = GPOINTER_TO_UINT (g_hash_table_lookup (places, &b));
  RcpJoinConstraint one = { x - 1, y - 1, join };

  if (x > 0 && y > 0 && x != y)
    g_array_append_val (constraints, one);
}

/** rcp_batch_list_constraints: (transfer full) (element-type RcpJoinConstraint): what the user says of these accounts, by their
 * places in the list. */
GArray *
rcp_batch_list_constraints (const RcpBatch *batch, const GPtrArray *tellings)
{
  GArray *constraints = g_array_new (FALSE, FALSE, sizeof (RcpJoinConstraint));
  g_autoptr (GHashTable) places = NULL;

  if (batch->rules == NULL)
    return constraints;
  places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < tellings->len; i++)
    g_hash_table_insert (places, &((RcpTelling *) tellings->pdata[i])->id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < batch->rules->rules->len; i++)
    {
      const Rule *rule = &g_array_index (batch->rules->rules, Rule, i);
      const GArray *a = rule->sides[0], *b = rule->join ? a : rule->sides[1];

      for (guint j = 0; j < a->len; j++)
        for (guint k = rule->join ? j + 1 : 0; k < b->len; k++)
          if (!rule->join || a->len <= MAX_CLIQUE || j < N_CENTRES)
            constrain (constraints, places, g_array_index (a, gint64, j), g_array_index (b, gint64, k), rule->join);
    }
  return constraints;
}
