#include "config.h"

#include "rcp-article-query.h"

#include "rcp-enum-types.h"

#define COLUMNS \
  "SELECT article.id, article.title, byline, coalesce (outlet.same_as, outlet.id), outlet.name, via," \
  "  coalesce (nullif (reading.language, ''), article.language), published_edtf, published_basis, published_rule," \
  "  published_clue, uri, added_us, n_words," \
  "  (SELECT count (DISTINCT event_id) FROM account JOIN event_account ON account_id = account.id" \
  "   WHERE account.article_id = article.id)," \
  "  (SELECT count (*) FROM (SELECT article_b FROM shared_passage WHERE article_a = article.id" \
  "   UNION SELECT article_a FROM shared_passage WHERE article_b = article.id))," \
  "  (SELECT count (*) FROM note WHERE note.article_id = article.id AND note.removed_us IS NULL)," \
  "  coalesce (best_day, 0), coalesce (is_sure, 0)" \
  " FROM article JOIN outlet ON outlet.id = article.outlet_id LEFT JOIN reading ON reading.article_id = article.id"

#define IN_DOSSIER \
  " removed_us IS NULL AND (:dossier = 0 OR article.id IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"

static RcpArticle *
read_row (RcpStmt *stmt)
{
  g_autoptr (RcpEdtf) published = rcp_stmt_edtf (stmt, 7);

  return g_object_new (RCP_TYPE_ARTICLE, "id", rcp_stmt_int (stmt, 0), "title", rcp_stmt_text (stmt, 1), "byline",
                       rcp_stmt_text (stmt, 2), "outlet-id", rcp_stmt_int (stmt, 3), "outlet", rcp_stmt_text (stmt, 4),
                       "via", rcp_stmt_text (stmt, 5), "language", rcp_stmt_text (stmt, 6), "published", published,
                       "published-basis", rcp_stmt_enum (stmt, 8, RCP_TYPE_PUBLISHED_BASIS), "published-rule",
                       rcp_stmt_enum (stmt, 9, RCP_TYPE_DATE_RULE), "published-clue", rcp_stmt_text (stmt, 10), "uri",
                       rcp_stmt_text (stmt, 11), "added-us", rcp_stmt_int (stmt, 12), "n-words",
                       (guint)rcp_stmt_int (stmt, 13), "n-events", (guint)rcp_stmt_int (stmt, 14), "n-sharing",
                       (guint)rcp_stmt_int (stmt, 15), "n-notes", (guint)rcp_stmt_int (stmt, 16),
                       "best-day", (gint)rcp_stmt_int (stmt, 17),
                       "is-sure", rcp_stmt_int (stmt, 18) != 0, NULL);
}

/** rcp_query_ids: (transfer full): the numbers in the first column of every row. */
GArray *
rcp_query_ids (RcpStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&ids) : NULL;
}

/** rcp_query_in_order: (transfer full): the GObjects with a property "id" that @ids names, in that order. */
GPtrArray *
rcp_query_in_order (GPtrArray *objects, const gint64 *ids, guint n)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *ordered = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      g_object_get (objects->pdata[i], "id", id, NULL);
      g_hash_table_insert (by_id, id, objects->pdata[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      GObject *object = g_hash_table_lookup (by_id, &ids[i]);

      if (object)
        g_ptr_array_add (ordered, g_object_ref (object));
    }
  return ordered;
}

/** rcp_query_take_list: (transfer full): a list model of @objects, which it takes. */
GListModel *
rcp_query_take_list (GPtrArray *objects, GType type)
{
  GListStore *list = g_list_store_new (type);

  g_list_store_splice (list, 0, 0, objects->pdata, objects->len);
  g_ptr_array_unref (objects);
  return G_LIST_MODEL (list);
}

GListModel *
rcp_article_query_list (RcpDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      COLUMNS " WHERE" IN_DOSSIER " ORDER BY first_day IS NULL, first_day, last_day, article.id");
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (articles, read_row (stmt));
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&articles), RCP_TYPE_ARTICLE) : NULL;
}

GPtrArray *
rcp_article_query_load (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      COLUMNS " WHERE article.id IN (SELECT value FROM json_each (:ids)) AND removed_us IS NULL");
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  rcp_stmt_bind_ids (stmt, ":ids", ids, n);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (articles, read_row (stmt));
  return rcp_stmt_finish (stmt, error) ? rcp_query_in_order (articles, ids, n) : NULL;
}

/** rcp_article_query_list_ids: @match (nullable) as rcp_search_match() makes it. */
GArray *
rcp_article_query_list_ids (RcpDb *db, gint64 dossier_id, RcpStoreArticleOrder order, const char *match, GError **error)
{
#define IDS(order_by) \
  "SELECT article.id FROM article LEFT JOIN reading ON reading.article_id = article.id" \
  " LEFT JOIN outlet ON outlet.id = article.outlet_id WHERE" IN_DOSSIER \
  " AND (:match IS NULL OR article.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH :match))" \
  " ORDER BY " order_by "first_day IS NULL, first_day, last_day, article.id"
  static const char *const queries[] = {
    [RCP_STORE_ARTICLES_BY_DATE] = IDS (""),
    [RCP_STORE_ARTICLES_BY_ADDED] = IDS ("added_us DESC, article.id DESC, "),
    [RCP_STORE_ARTICLES_BY_OUTLET] = IDS ("coalesce (outlet.name_key, outlet.key), "),
    [RCP_STORE_ARTICLES_BY_TITLE] = IDS ("title_key, "),
  };
#undef IDS
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, queries[order]);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_text (stmt, ":match", match);
  return rcp_query_ids (stmt, error);
}

GArray *
rcp_article_query_list_outdated (RcpDb *db, guint analysis_version, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id FROM article LEFT JOIN reading ON article_id = id"
      " WHERE removed_us IS NULL AND coalesce (analysis_version, 0) < :version ORDER BY id");

  rcp_stmt_bind_int (stmt, ":version", analysis_version);
  return rcp_query_ids (stmt, error);
}
