#include "config.h"

#include "rcp-outlet-card-table.h"

#include "rcp-day.h"

/* What the page of an outlet asks. Outlets of one name are one: the first of them. */

#define IN_DOSSIER(article) \
  " (:dossier = 0 OR " article " IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"

/** rcp_outlet_card_table_list_publications: of RcpStoredPublication, by article. */
GArray *
rcp_outlet_card_table_list_publications (RcpDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article.id, coalesce (outlet.same_as, outlet.id), first_day, last_day FROM article"
      " JOIN outlet ON outlet.id = outlet_id LEFT JOIN reading ON reading.article_id = article.id"
      " WHERE removed_us IS NULL AND" IN_DOSSIER ("article.id") " ORDER BY article.id");
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (RcpStoredPublication));

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      gboolean dated = rcp_stmt_text (stmt, 2) != NULL;
      RcpStoredPublication at = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1),
                                  dated ? rcp_stmt_int (stmt, 2) : RCP_DAY_OPEN_START,
                                  dated ? rcp_stmt_int (stmt, 3) : RCP_DAY_OPEN_END };

      g_array_append_val (list, at);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}

/* Each passage once from the side of the outlet: one between two articles of its own is nobody else's. */
#define SHARED_OF \
  "WITH of_outlet AS (SELECT article.id, coalesce (same_as, outlet.id) AS head FROM article" \
  "  JOIN outlet ON outlet.id = outlet_id WHERE removed_us IS NULL AND" IN_DOSSIER ("article.id") ")," \
  " shared AS (SELECT article_a AS mine, article_b AS theirs, a_start AS start, a_end AS stop, b_start AS other_start," \
  "   b_end AS other_stop, n_words FROM shared_passage" \
  "   WHERE kind <> 'quote' AND article_a IN (SELECT id FROM of_outlet WHERE head = :outlet)" \
  "  UNION ALL SELECT article_b, article_a, b_start, b_end, a_start, a_end, n_words FROM shared_passage" \
  "   WHERE kind <> 'quote' AND article_b IN (SELECT id FROM of_outlet WHERE head = :outlet))"

static gboolean
add_passages (RcpDb *db, GPtrArray *sharing, gint64 outlet_id, gint64 dossier_id, guint max_passages, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      SHARED_OF " SELECT ranked.*, substr (mine_body.text, start + 1, stop - start),"
      "  substr (their_body.text, other_start + 1, other_stop - other_start) FROM"
      "  (SELECT head, mine, start, stop, theirs, other_start, other_stop, n_words, row_number () OVER"
      "    (PARTITION BY head ORDER BY n_words DESC, mine, start, theirs, other_start) AS place"
      "   FROM shared JOIN of_outlet ON of_outlet.id = theirs WHERE head <> :outlet) AS ranked"
      " JOIN article_body AS mine_body ON mine_body.article_id = mine"
      " JOIN article_body AS their_body ON their_body.article_id = theirs WHERE place <= :max ORDER BY head, place");

  rcp_stmt_bind_int (stmt, ":outlet", outlet_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":max", max_passages);
  while (rcp_stmt_row (stmt))
    for (guint i = 0; i < sharing->len; i++)
      {
        RcpStoredSharing *with = sharing->pdata[i];
        RcpStoredSharedText *passage;

        if (with->outlet_id != rcp_stmt_int (stmt, 0))
          continue;
        passage = g_new0 (RcpStoredSharedText, 1);
        passage->article_id = rcp_stmt_int (stmt, 1);
        passage->range = (RcpRange){ rcp_stmt_int (stmt, 2), rcp_stmt_int (stmt, 3) };
        passage->other_id = rcp_stmt_int (stmt, 4);
        passage->other = (RcpRange){ rcp_stmt_int (stmt, 5), rcp_stmt_int (stmt, 6) };
        passage->n_words = rcp_stmt_int (stmt, 7);
        passage->text = rcp_stmt_dup (stmt, 9);
        passage->other_text = rcp_stmt_dup (stmt, 10);
        g_ptr_array_add (with->passages, passage);
        break;
      }
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_outlet_card_table_list_sharing:
 * @dossier_id: only what it holds; 0 for the whole library
 * @max_passages: how many passages to tell for each other outlet, the longest first
 *
 * With which other outlets it has wording in common that is no quotation.
 *
 * Returns: (transfer full): of RcpStoredSharing, those with the most words in common first.
 */
GPtrArray *
rcp_outlet_card_table_list_sharing (RcpDb *db, gint64 outlet_id, gint64 dossier_id, guint max_passages, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      SHARED_OF " SELECT of_outlet.head, coalesce (name, label), count (*), sum (n_words), count (DISTINCT mine) FROM shared"
      " JOIN of_outlet ON of_outlet.id = theirs JOIN outlet ON outlet.id = of_outlet.head WHERE of_outlet.head <> :outlet"
      " GROUP BY of_outlet.head ORDER BY sum (n_words) DESC, coalesce (name, label), of_outlet.head");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_sharing_free);

  rcp_stmt_bind_int (stmt, ":outlet", outlet_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      RcpStoredSharing *with = g_new0 (RcpStoredSharing, 1);

      with->outlet_id = rcp_stmt_int (stmt, 0);
      with->outlet = rcp_stmt_dup (stmt, 1);
      with->n_passages = rcp_stmt_int (stmt, 2);
      with->n_words = rcp_stmt_int (stmt, 3);
      with->n_articles = rcp_stmt_int (stmt, 4);
      with->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_shared_text_free);
      g_ptr_array_add (list, with);
    }
  if (!rcp_stmt_finish (stmt, error) || !add_passages (db, list, outlet_id, dossier_id, max_passages, error))
    return NULL;
  return g_steal_pointer (&list);
}
