#include "config.h"

#include "rcp-publication-table.h"

#include "rcp-article-query.h"
#include "rcp-enum-types.h"
#include "rcp-stmt.h"

#include <string.h>

/* Why articles are dated as they are, and by what they may date each other. */

/* What stands for an account without a day. */
#define NO_DAY G_MININT32

/** rcp_publication_table_put_clues: the clues of an article's date, in their order. */
gboolean
rcp_publication_table_put_clues (RcpDb *db, gint64 article_id, const RcpPublication *publication, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO publication_clue (article_id, ordinal, kind, words, start_offset, end_offset, allows, tells, agrees,"
      "  other_article_id)"
      " VALUES (:article, :ordinal, :kind, :words, :start, :end, :allows, :tells, :agrees,"
      "  (SELECT id FROM article WHERE id = :other))");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  for (guint i = 0; publication && i < publication->clues->len; i++)
    {
      const RcpPublicationClue *clue = publication->clues->pdata[i];

      rcp_stmt_bind_int (stmt, ":ordinal", i);
      rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_PUBLICATION_CLUE_KIND, clue->kind);
      rcp_stmt_bind_text (stmt, ":words", clue->words);
      rcp_stmt_bind_int (stmt, ":start", clue->range.start);
      rcp_stmt_bind_int (stmt, ":end", clue->range.end);
      rcp_stmt_bind_edtf (stmt, ":allows", clue->allowed);
      rcp_stmt_bind_edtf (stmt, ":tells", clue->told);
      rcp_stmt_bind_int (stmt, ":agrees", clue->agrees);
      rcp_stmt_bind_int (stmt, ":other", clue->other);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_publication_table_list_clues: (transfer full): of RcpPublicationClue, in their order. */
GPtrArray *
rcp_publication_table_list_clues (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT kind, words, start_offset, end_offset, allows, tells, agrees, coalesce (other_article_id, -1)"
      " FROM publication_clue WHERE article_id = :article ORDER BY ordinal");
  g_autoptr (GPtrArray) clues = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_publication_clue_unref);

  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpEdtf) allowed = rcp_stmt_edtf (stmt, 4);
      g_autoptr (RcpEdtf) told = rcp_stmt_edtf (stmt, 5);

      g_ptr_array_add (clues, rcp_publication_clue_new (
                                rcp_stmt_enum (stmt, 0, RCP_TYPE_PUBLICATION_CLUE_KIND), rcp_stmt_text (stmt, 1),
                                (RcpRange){ rcp_stmt_int (stmt, 2), rcp_stmt_int (stmt, 3) }, allowed, told,
                                rcp_stmt_int (stmt, 6), rcp_stmt_int (stmt, 7)));
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&clues) : NULL;
}

/** rcp_publication_table_put_happenings: files the accounts of an article, which are there already, by who did what. */
gboolean
rcp_publication_table_put_happenings (RcpDb *db, gint64 article_id, const RcpPublication *publication, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR IGNORE INTO happening (actor_id, action, is_open, day, account_id, article_id)"
      " SELECT base_id, action, :open, coalesce (first_day, :no_day), account.id, article_id"
      " FROM account JOIN account_actor ON account_id = account.id"
      " WHERE article_id = :article AND base_id IS NOT NULL AND status IN ('done', 'background')");
  gboolean is_open = publication == NULL || publication->basis == RCP_PUBLISHED_UNKNOWN ||
                     publication->basis == RCP_PUBLISHED_INFERRED;

  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_int (stmt, ":open", is_open);
  rcp_stmt_bind_int (stmt, ":no_day", NO_DAY);
  return rcp_stmt_run_once (stmt, error);
}

typedef struct
{
  gint64 account_id;
  gint32 day;
  guint n_shared;
} Found;

/* Of one actor, the latest first; as many as are asked for at the most, so the cost does not follow the library. */
static gboolean
find_of_actor (RcpDb *db, const RcpStoreHappening *like, gint64 actor_id, gboolean is_open, gboolean with_day, guint limit,
               GHashTable *by_account, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT account_id, day FROM happening WHERE actor_id = :actor AND action = :action AND is_open = :open"
      " AND day BETWEEN :first_day AND :last_day ORDER BY day DESC, account_id DESC LIMIT :limit");

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_enum (stmt, ":action", RCP_TYPE_ACTION, like->action);
  rcp_stmt_bind_int (stmt, ":open", is_open);
  rcp_stmt_bind_int (stmt, ":first_day", with_day ? MAX (like->first_day, NO_DAY + 1) : NO_DAY);
  rcp_stmt_bind_int (stmt, ":last_day", with_day ? like->last_day : NO_DAY);
  rcp_stmt_bind_int (stmt, ":limit", limit);
  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);
      Found *found = g_hash_table_lookup (by_account, &id);

      if (found == NULL)
        {
          found = g_new0 (Found, 1);
          found->account_id = id;
          found->day = rcp_stmt_int (stmt, 1);
          g_hash_table_insert (by_account, &found->account_id, found);
        }
      found->n_shared++;
    }
  return rcp_stmt_finish (stmt, error);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = *(const Found *const *) a, *y = *(const Found *const *) b;

  if (x->n_shared != y->n_shared)
    return x->n_shared > y->n_shared ? -1 : 1;
  if (x->day != y->day)
    return x->day > y->day ? -1 : 1;
  return x->account_id > y->account_id ? -1 : x->account_id < y->account_id;
}

static gboolean
add_teller (RcpDb *db, const Found *found, GPtrArray *tellers, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_id, terms FROM account JOIN article ON article.id = article_id AND removed_us IS NULL"
      " WHERE account.id = :id");

  rcp_stmt_bind_int (stmt, ":id", found->account_id);
  if (rcp_stmt_row (stmt))
    {
      RcpStoreTeller *teller = g_new0 (RcpStoreTeller, 1);
      gsize length;
      const guint8 *data = rcp_stmt_blob (stmt, 1, &length);

      teller->article_id = rcp_stmt_int (stmt, 0);
      teller->n_shared = found->n_shared;
      teller->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_set_size (teller->terms, length / sizeof (guint32));
      for (guint i = 0; i < teller->terms->len; i++)
        {
          guint32 term;

          memcpy (&term, data + i * sizeof term, sizeof term);
          g_array_index (teller->terms, guint32, i) = GUINT32_FROM_LE (term);
        }
      g_ptr_array_add (tellers, teller);
    }
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_publication_table_list_happenings:
 * @like: what is looked for
 * @limit: no more accounts than these, of an actor and of all: those with most of the actors first, then the latest; those
 *   without a day last
 *
 * Returns: (transfer full) (element-type RcpStoreTeller): accounts of the same action by one of the actors. The cost follows
 *   @limit, not the library.
 */
GPtrArray *
rcp_publication_table_list_happenings (RcpDb *db, const RcpStoreHappening *like, guint limit, GError **error)
{
  g_autoptr (GPtrArray) tellers = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_store_teller_free);
  g_autoptr (GHashTable) by_account = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer found;

  for (guint i = 0; i < like->n_actors; i++)
    for (int is_open = like->only_open ? 1 : 0; is_open <= 1; is_open++)
      for (int with_day = 0; with_day <= 1; with_day++)
        if (!find_of_actor (db, like, like->actor_ids[i], is_open, with_day, limit, by_account, error))
          return NULL;
  g_hash_table_iter_init (&iter, by_account);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    g_ptr_array_add (order, found);
  g_ptr_array_sort (order, compare_found);
  for (guint i = 0; i < MIN (order->len, limit); i++)
    if (!add_teller (db, order->pdata[i], tellers, error))
      return NULL;
  return g_steal_pointer (&tellers);
}

/** rcp_publication_table_list_dated_by: (transfer full): articles to whose dates one of these gave a clue, others than these. */
GArray *
rcp_publication_table_list_dated_by (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT article_id FROM publication_clue JOIN article ON article.id = article_id AND removed_us IS NULL"
      " WHERE other_article_id IN (SELECT value FROM json_each (:ids))"
      " AND article_id NOT IN (SELECT value FROM json_each (:ids)) ORDER BY article_id");

  rcp_stmt_bind_ids (stmt, ":ids", article_ids, n);
  return rcp_query_ids (stmt, error);
}
