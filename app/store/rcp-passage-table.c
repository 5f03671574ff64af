#include "config.h"

#include "rcp-passage-table.h"

#include "rcp-enum-types.h"

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
      "INSERT OR REPLACE INTO shared_passage (article_a, article_b, a_start, a_end, b_start, b_end, n_words, n_own_words,"
      "  kind) VALUES (:a, :b, :a_start, :a_end, :b_start, :b_end, :n_words, :n_own_words, :kind)");
  const RcpSharedPassage *passage = &shared->passage;

  rcp_stmt_bind_int (stmt, ":a", shared->article_a);
  rcp_stmt_bind_int (stmt, ":b", shared->article_b);
  rcp_stmt_bind_int (stmt, ":a_start", passage->a.start);
  rcp_stmt_bind_int (stmt, ":a_end", passage->a.end);
  rcp_stmt_bind_int (stmt, ":b_start", passage->b.start);
  rcp_stmt_bind_int (stmt, ":b_end", passage->b.end);
  rcp_stmt_bind_int (stmt, ":n_words", passage->n_words);
  rcp_stmt_bind_int (stmt, ":n_own_words", passage->n_own_words);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_SHARED_KIND, passage->kind);
  return rcp_stmt_run_once (stmt, error);
}

/**
 * rcp_passage_table_list_prints:
 *
 * Which articles have which of @hashes. Of those that more than %RCP_STORE_MAX_OWNERS articles have, the first of them: what
 * very many carry is found in these too, and costs no more than what few do.
 */
GArray *
rcp_passage_table_list_prints (RcpDb *db, const guint64 *hashes, guint n, GError **error)
{
  g_autofree gint64 *sorted = g_new (gint64, n + 1);
  g_autoptr (GArray) prints = g_array_new (FALSE, FALSE, sizeof (RcpSharedPrint));

  for (guint i = 0; i < n; i++)
    sorted[i] = (gint64) hashes[i];
  qsort (sorted, n, sizeof *sorted, compare_hashes);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "SELECT article_id FROM fingerprint WHERE hash = :hash ORDER BY article_id LIMIT :most");

      if (i > 0 && sorted[i] == sorted[i - 1])
        continue;
      rcp_stmt_bind_int (stmt, ":hash", sorted[i]);
      rcp_stmt_bind_int (stmt, ":most", RCP_STORE_MAX_OWNERS);
      while (rcp_stmt_row (stmt))
        {
          RcpSharedPrint print = { rcp_stmt_int (stmt, 0), (guint64) sorted[i] };

          g_array_append_val (prints, print);
        }
      if (!rcp_stmt_finish (stmt, error))
        return NULL;
    }
  return g_steal_pointer (&prints);
}

/** rcp_passage_table_list_shared: each passage with an end in @article_ids, that end as a; twice where both are. */
GArray *
rcp_passage_table_list_shared (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_a AS a, article_b AS b, a_start, a_end, b_start, b_end, n_words, n_own_words, kind"
      "  FROM shared_passage"
      "  WHERE article_a IN (SELECT value FROM json_each (:ids))"
      " UNION ALL SELECT article_b, article_a, b_start, b_end, a_start, a_end, n_words, n_own_words, kind"
      "  FROM shared_passage"
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
                                   rcp_stmt_int (stmt, 7),
                                   rcp_stmt_enum (stmt, 8, RCP_TYPE_SHARED_KIND) } };

      g_array_append_val (list, shared);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}
