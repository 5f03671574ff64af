#include "config.h"

#include "rcp-passage-table.h"

/* Fingerprints, by which articles that may share text are found, and the passages that they were found to share. */

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

gboolean
rcp_passage_table_put_fingerprints (RcpDb *db, gint64 article_id, const GArray *fingerprints, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR IGNORE INTO fingerprint (hash, article_id) VALUES (:hash, :article)");
  g_autofree gint64 *hashes = g_new (gint64, fingerprints->len + 1);

  /* In the order of the index, so that neighbours fall on one page. */
  for (guint i = 0; i < fingerprints->len; i++)
    hashes[i] = (gint64)g_array_index (fingerprints, RcpFingerprint, i).hash;
  qsort (hashes, fingerprints->len, sizeof *hashes, compare_hashes);

  rcp_stmt_bind_int (stmt, ":article", article_id);
  for (guint i = 0; i < fingerprints->len; i++)
    {
      if (i > 0 && hashes[i] == hashes[i - 1])
        continue;
      rcp_stmt_bind_int (stmt, ":hash", hashes[i]);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

gboolean
rcp_passage_table_put_shared (RcpDb *db, const RcpStoredShared *shared, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR REPLACE INTO shared_passage (article_a, article_b, a_start, a_end, b_start, b_end, n_words, quoted)"
      " VALUES (:a, :b, :a_start, :a_end, :b_start, :b_end, :n_words, :quoted)");
  const RcpSharedPassage *passage = &shared->passage;

  rcp_stmt_bind_int (stmt, ":a", shared->article_a);
  rcp_stmt_bind_int (stmt, ":b", shared->article_b);
  rcp_stmt_bind_int (stmt, ":a_start", passage->a.start);
  rcp_stmt_bind_int (stmt, ":a_end", passage->a.end);
  rcp_stmt_bind_int (stmt, ":b_start", passage->b.start);
  rcp_stmt_bind_int (stmt, ":b_end", passage->b.end);
  rcp_stmt_bind_int (stmt, ":n_words", passage->n_words);
  rcp_stmt_bind_int (stmt, ":quoted", passage->quoted);
  return rcp_stmt_run_once (stmt, error);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const RcpSharingCount *x = a, *y = b;

  if (x->n != y->n)
    return x->n < y->n ? 1 : -1;
  return (x->article_id > y->article_id) - (x->article_id < y->article_id);
}

/** rcp_passage_table_list_sharing: articles that have @min_common or more of @hashes. */
GArray *
rcp_passage_table_list_sharing (RcpDb *db, const guint64 *hashes, guint n, guint min_common, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree gint64 *sorted = g_new (gint64, n + 1);
  g_autoptr (GArray) sharing = NULL;
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < n; i++)
    sorted[i] = (gint64)hashes[i];
  qsort (sorted, n, sizeof *sorted, compare_hashes);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT article_id FROM fingerprint WHERE hash = :hash");

      if (i > 0 && sorted[i] == sorted[i - 1])
        continue;
      rcp_stmt_bind_int (stmt, ":hash", sorted[i]);
      while (rcp_stmt_row (stmt))
        {
          gint64 id = rcp_stmt_int (stmt, 0);

          value = g_hash_table_lookup (counts, &id);
          g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
        }
      if (!rcp_stmt_finish (stmt, error))
        return NULL;
    }
  sharing = g_array_new (FALSE, FALSE, sizeof (RcpSharingCount));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      RcpSharingCount count = { *(gint64 *)key, GPOINTER_TO_UINT (value) };

      if (count.n >= min_common)
        g_array_append_val (sharing, count);
    }
  g_array_sort (sharing, compare_counts);
  return g_steal_pointer (&sharing);
}

/** rcp_passage_table_list_shared: each passage with an end in @article_ids, that end as a; twice where both are. */
GArray *
rcp_passage_table_list_shared (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_a AS a, article_b AS b, a_start, a_end, b_start, b_end, n_words, quoted FROM shared_passage"
      "  WHERE article_a IN (SELECT value FROM json_each (:ids))"
      " UNION ALL SELECT article_b, article_a, b_start, b_end, a_start, a_end, n_words, quoted FROM shared_passage"
      "  WHERE article_b IN (SELECT value FROM json_each (:ids)) ORDER BY 1, 3, 2, 5");
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (RcpStoredShared));

  rcp_stmt_bind_ids (stmt, ":ids", article_ids, n);
  while (rcp_stmt_row (stmt))
    {
      RcpStoredShared shared = { rcp_stmt_int (stmt, 0),
                                 rcp_stmt_int (stmt, 1),
                                 { { rcp_stmt_int (stmt, 2), rcp_stmt_int (stmt, 3) },
                                   { rcp_stmt_int (stmt, 4), rcp_stmt_int (stmt, 5) },
                                   rcp_stmt_int (stmt, 6),
                                   rcp_stmt_int (stmt, 7) } };

      g_array_append_val (list, shared);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}
