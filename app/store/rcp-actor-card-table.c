#include "config.h"

#include "rcp-actor-card-table.h"

#include "rcp-actor-alias.h"
#include "rcp-actor-companion.h"
#include "rcp-actor-function.h"
#include "rcp-actor-table.h"
#include "rcp-actor-words.h"
#include "rcp-article-query.h"
#include "rcp-enum-types.h"

/* What the card of one actor shows, asked of several tables. */

#define IN_DOSSIER(column) \
  " (:dossier = 0 OR " column " IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"

typedef struct
{
  guint n_mentions;
  guint n_articles;
  gint64 first_article_id;
} Use;

/* How often the actor is called what: of Use, by folded words. */
static GHashTable *
count_uses (RcpDb *db, gint64 actor_id, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT words, count (*), count (DISTINCT article_id), min (article_id) FROM mention WHERE actor_id = :actor AND"
      IN_DOSSIER ("article_id") " GROUP BY words");
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      Use use = { rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2), rcp_stmt_int (stmt, 3) };

      g_hash_table_insert (uses, rcp_stmt_dup (stmt, 0), g_memdup2 (&use, sizeof use));
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&uses) : NULL;
}

static int
compare_aliases (gconstpointer a, gconstpointer b)
{
  RcpActorAlias *x = *(RcpActorAlias *const *)a, *y = *(RcpActorAlias *const *)b;
  guint n_x = rcp_actor_alias_get_n_mentions (x), n_y = rcp_actor_alias_get_n_mentions (y);

  if (n_x != n_y)
    return n_x > n_y ? -1 : 1;
  return strcmp (rcp_actor_alias_get_text (x), rcp_actor_alias_get_text (y));
}

/**
 * rcp_actor_card_table_list_aliases:
 *
 * Names that are the same but for case, accents and punctuation are one, in the spelling that came first.
 *
 * Returns: (transfer full): of RcpActorAlias, the most used first
 */
GListModel *
rcp_actor_card_table_list_aliases (RcpDb *db, gint64 actor_id, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT alias, is_role, reason, words, article_id, actor_id = actor_alias.shown_id,"
      "  coalesce (base.found_name, base.name), shown.name, actor_alias.id AS place"
      " FROM actor_alias JOIN actor AS base ON base.id = actor_id JOIN actor AS shown ON shown.id = actor_alias.shown_id"
      " WHERE actor_alias.shown_id = :actor UNION ALL"
      /* What the actor is called by the office held at the time. */
      " SELECT alias, is_role, 'office', words, article_id, FALSE, shown.name, shown.name, actor_alias.id FROM actor_alias"
      "  JOIN actor AS shown ON shown.id = :actor WHERE actor_id IN (SELECT base_id FROM office_meant"
      "   WHERE held_id IS NOT NULL AND base_id IN (SELECT base_id FROM mention WHERE mention.actor_id = :actor))"
      "  AND actor_alias.shown_id IS NOT :actor AND EXISTS (SELECT 1 FROM mention WHERE mention.actor_id = :actor"
      "   AND mention.base_id = actor_alias.actor_id AND mention.words = actor_alias.words) ORDER BY place");
  g_autoptr (GHashTable) uses = count_uses (db, actor_id, dossier_id, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_object_unref);

  if (!uses)
    return NULL;
  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  while (rcp_stmt_row (stmt))
    {
      const char *text = rcp_stmt_text (stmt, 0), *of = rcp_stmt_text (stmt, 6), *name = rcp_stmt_text (stmt, 7);
      const Use *use = g_hash_table_lookup (uses, rcp_stmt_text (stmt, 3));
      RcpAliasReason reason = rcp_stmt_enum (stmt, 2, RCP_TYPE_ALIAS_REASON);
      gint64 first = rcp_stmt_int (stmt, 4) ? rcp_stmt_int (stmt, 4) : use ? use->first_article_id : 0;
      g_autofree char *words = NULL;

      if (!g_hash_table_add (seen, rcp_stmt_dup (stmt, 3)))
        continue;
      if (!rcp_stmt_int (stmt, 5) && reason == RCP_ALIAS_REASON_NAME)
        reason = RCP_ALIAS_REASON_MERGED;
      words = rcp_actor_words_alias (reason, text, name, of);
      g_ptr_array_add (aliases, g_object_new (RCP_TYPE_ACTOR_ALIAS, "text", text, "is-role", rcp_stmt_int (stmt, 1) != 0,
                                              "reason", reason, "n-mentions", use ? use->n_mentions : 0, "n-articles",
                                              use ? use->n_articles : 0, "first-article-id", first, "words", words, NULL));
    }
  if (!rcp_stmt_finish (stmt, error))
    return NULL;
  g_ptr_array_sort (aliases, compare_aliases);
  return rcp_query_take_list (g_steal_pointer (&aliases), RCP_TYPE_ACTOR_ALIAS);
}

/**
 * rcp_actor_card_table_list_functions:
 *
 * Offices and descriptions that stand for the actor, with the days of publication of the articles that say so: the most
 * plausible day of each.
 *
 * Returns: (transfer full): of RcpActorFunction, by first day
 */
GListModel *
rcp_actor_card_table_list_functions (RcpDb *db, gint64 actor_id, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT coalesce ((SELECT alias FROM actor_alias WHERE actor_alias.shown_id = :actor"
      "   AND actor_alias.words = mention.words ORDER BY id LIMIT 1),"
      "  (SELECT alias FROM actor_alias WHERE actor_alias.actor_id = mention.base_id"
      "   AND actor_alias.words = mention.words ORDER BY id LIMIT 1), words) AS text,"
      "  coalesce (min (coalesce (best_day, first_day)), 0) AS first, coalesce (max (coalesce (best_day, first_day)), 0),"
      "  count (*) FROM mention LEFT JOIN reading ON reading.article_id = mention.article_id"
      " WHERE actor_id = :actor AND form = 'role' AND" IN_DOSSIER ("mention.article_id")
      " GROUP BY words ORDER BY first = 0, first, text");
  g_autoptr (GPtrArray) functions = g_ptr_array_new_with_free_func (g_object_unref);

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (functions, g_object_new (RCP_TYPE_ACTOR_FUNCTION, "text", rcp_stmt_text (stmt, 0), "first-day",
                                              (int)rcp_stmt_int (stmt, 1), "last-day", (int)rcp_stmt_int (stmt, 2),
                                              "n-mentions", (guint)rcp_stmt_int (stmt, 3), NULL));
  if (!rcp_stmt_finish (stmt, error))
    return NULL;
  return rcp_query_take_list (g_steal_pointer (&functions), RCP_TYPE_ACTOR_FUNCTION);
}

static GArray *
list_ties (RcpDb *db, const GArray *ids, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT a.actor_id, b.actor_id, count (DISTINCT a.account_id) FROM account_actor AS a"
      " JOIN account_actor AS b ON b.account_id = a.account_id JOIN account ON account.id = a.account_id"
      " WHERE a.actor_id IN (SELECT value FROM json_each (:ids)) AND b.actor_id IN (SELECT value FROM json_each (:ids))"
      "  AND a.actor_id <> b.actor_id AND" IN_DOSSIER ("account.article_id") " GROUP BY 1, 2");
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (RcpStoredTie));
  guint n = ids->len;
  g_autofree guint *counts = g_new0 (guint, n * n + 1);

  rcp_stmt_bind_ids (stmt, ":ids", (gint64 *)ids->data, n);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        if (g_array_index (ids, gint64, i) == rcp_stmt_int (stmt, 0) && g_array_index (ids, gint64, j) == rcp_stmt_int (stmt, 1))
          counts[i * n + j] = rcp_stmt_int (stmt, 2);
  if (!rcp_stmt_finish (stmt, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        RcpStoredTie tie = { i, j, counts[i * n + j] };

        if (tie.n > 0)
          g_array_append_val (ties, tie);
      }
  return g_steal_pointer (&ties);
}

/**
 * rcp_actor_card_table_list_companions:
 * @max: no more than these
 * @ties: (out) (transfer full): of RcpStoredTie: which of them take part in accounts together
 *
 * Returns: (transfer full): of RcpActorCompanion, those with the most accounts together first, then the most articles
 */
GListModel *
rcp_actor_card_table_list_companions (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint max, GArray **ties,
                                      GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "WITH own AS (SELECT DISTINCT article_id FROM mention WHERE actor_id = :actor AND" IN_DOSSIER ("article_id") "),"
      " beside AS (SELECT mention.actor_id AS other, count (DISTINCT mention.article_id) AS n_articles FROM own"
      "  JOIN mention ON mention.article_id = own.article_id"
      "  WHERE mention.actor_id IS NOT NULL AND mention.actor_id <> :actor GROUP BY mention.actor_id),"
      " within AS (SELECT b.actor_id AS other, count (DISTINCT b.account_id) AS n_accounts FROM account_actor AS a"
      "  JOIN account_actor AS b ON b.account_id = a.account_id JOIN account ON account.id = a.account_id"
      "  WHERE a.actor_id = :actor AND b.actor_id <> :actor AND" IN_DOSSIER ("account.article_id") " GROUP BY b.actor_id)"
      " SELECT beside.other, beside.n_articles, coalesce (n_accounts, 0) AS n FROM beside LEFT JOIN within USING (other)"
      " JOIN actor ON actor.id = beside.other WHERE kind <> 'place' AND n_acting > 0 ORDER BY n DESC, beside.n_articles DESC, name_key, actor.id"
      " LIMIT :max");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, 2 * sizeof (guint));
  g_autoptr (GPtrArray) actors = NULL;
  g_autoptr (GPtrArray) companions = g_ptr_array_new_with_free_func (g_object_unref);

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":max", max);
  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);
      guint pair[2] = { rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2) };

      g_array_append_val (ids, id);
      g_array_append_vals (counts, pair, 1);
    }
  if (!rcp_stmt_finish (stmt, error)
      || !(actors = rcp_actor_table_load (db, dossier_id, (gint64 *)ids->data, ids->len, error))
      || !(*ties = list_ties (db, ids, dossier_id, error)))
    return NULL;
  for (guint i = 0; i < actors->len; i++)
    {
      const guint *pair = (const guint *)(gpointer)counts->data + 2 * i;

      g_ptr_array_add (companions, g_object_new (RCP_TYPE_ACTOR_COMPANION, "actor", actors->pdata[i], "n-articles", pair[0],
                                                 "n-accounts", pair[1], NULL));
    }
  return rcp_query_take_list (g_steal_pointer (&companions), RCP_TYPE_ACTOR_COMPANION);
}

static void
reverse (GPtrArray *list)
{
  for (guint i = 0; i + 1 < list->len - i; i++)
    {
      gpointer swap = list->pdata[i];

      list->pdata[i] = list->pdata[list->len - 1 - i];
      list->pdata[list->len - 1 - i] = swap;
    }
}

/**
 * rcp_actor_card_table_list_passages:
 * @max: no more than these: the latest
 * @n_more: (out): how many mentions there are besides
 *
 * Returns: (transfer full): of RcpStoredPassage, by date of publication, those without one first, then by place
 */
GPtrArray *
rcp_actor_card_table_list_passages (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint max, guint *n_more, GError **error)
{
  g_autoptr (RcpStmt) count = rcp_db_prepare (db,
      "SELECT count (*) FROM mention WHERE actor_id = :actor AND" IN_DOSSIER ("article_id"));
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT mention.article_id, start_offset, end_offset, outlet.name, published_edtf"
      " FROM mention JOIN article ON article.id = mention.article_id JOIN outlet ON outlet.id = outlet_id"
      " LEFT JOIN reading ON reading.article_id = mention.article_id WHERE actor_id = :actor AND"
      IN_DOSSIER ("mention.article_id")
      " ORDER BY coalesce (best_day, first_day, -1000000) DESC, mention.article_id DESC, ordinal DESC LIMIT :max");
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_stored_passage_free);
  guint n = 0;

  rcp_stmt_bind_int (count, ":actor", actor_id);
  rcp_stmt_bind_int (count, ":dossier", dossier_id);
  if (rcp_stmt_row (count))
    n = rcp_stmt_int (count, 0);
  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":max", max);
  while (rcp_stmt_row (stmt))
    {
      RcpStoredPassage *passage = g_new0 (RcpStoredPassage, 1);

      passage->article_id = rcp_stmt_int (stmt, 0);
      passage->range = (RcpRange){ rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2) };
      passage->outlet = rcp_stmt_dup (stmt, 3);
      passage->published = rcp_stmt_edtf (stmt, 4);
      g_ptr_array_add (passages, passage);
    }
  if (!rcp_stmt_finish (count, error) || !rcp_stmt_finish (stmt, error))
    return NULL;
  reverse (passages);
  *n_more = n - MIN (n, passages->len);
  return g_steal_pointer (&passages);
}

/** rcp_actor_card_table_count_new: @n (out): mentions of articles added since the actor was last seen; 0 for one not watched. */
gboolean
rcp_actor_card_table_count_new (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint *n, GError **error)
{
  g_autoptr (RcpStmt) seen = rcp_db_prepare (db,
      "SELECT max (seen_us) FROM watch WHERE " RCP_ACTOR_TABLE_SHOWN ("actor_key") " = :actor");
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT count (*) FROM mention JOIN article ON article.id = article_id WHERE actor_id = :actor"
      " AND added_us > :seen AND" IN_DOSSIER ("article_id"));
  gint64 seen_us = 0;

  *n = 0;
  rcp_stmt_bind_int (seen, ":actor", actor_id);
  if (rcp_stmt_row (seen))
    seen_us = rcp_stmt_int (seen, 0);
  if (!rcp_stmt_finish (seen, error))
    return FALSE;
  if (seen_us == 0)
    return TRUE;
  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":seen", seen_us);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  if (rcp_stmt_row (stmt))
    *n = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}
