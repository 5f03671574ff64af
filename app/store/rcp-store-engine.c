#include "config.h"

#include "rcp-store-private.h"

#include "rcp-account-table.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-article-table.h"
#include "rcp-dossier-table.h"
#include "rcp-event-table.h"
#include "rcp-join-rule.h"
#include "rcp-passage-table.h"
#include "rcp-publication-table.h"
#include "rcp-reading-table.h"

/* What the engine asks before it joins new articles with what is there. */

/* Each leases a connection, asks, and gives it back. What the functions promise is in rcp-store.h. */
#define READ(failure, call) \
  G_STMT_START \
  { \
    RcpDb *db = rcp_store_lease (self, cancellable, error); \
    if (!db) \
      return failure; \
    __auto_type answer = call; \
    rcp_store_give_back (self, db); \
    return answer; \
  } \
  G_STMT_END

GPtrArray *
rcp_store_list_known_actors (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_actor_table_list_known (db, error));
}

/** rcp_store_list_events_of_accounts: the events that these accounts are in. */
GArray *
rcp_store_list_events_of_accounts (RcpStore *self, const gint64 *account_ids, guint n, GCancellable *cancellable,
                                   GError **error)
{
  READ (NULL, rcp_event_table_list_of_accounts (db, account_ids, n, error));
}

/** rcp_store_list_join_rules: what the user joined and cut apart. */
GPtrArray *
rcp_store_list_join_rules (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_join_rule_list (db, error));
}

GPtrArray *
rcp_store_list_all_accounts (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_account_table_list_all (db, error));
}

/** rcp_store_list_accounts_lasting: accounts that begin on one of these days and last more than @more_than days, at most
 * @at_most; for %G_MAXINT64 all that last so long, and those without a date. */
GPtrArray *
rcp_store_list_accounts_lasting (RcpStore *self, gint32 first_day, gint32 last_day, gint64 more_than, gint64 at_most,
                                 GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_account_table_list_lasting (db, first_day, last_day, more_than, at_most, error));
}

GPtrArray *
rcp_store_list_accounts_of_events (RcpStore *self, const gint64 *event_ids, guint n, GCancellable *cancellable,
                                   GError **error)
{
  READ (NULL, rcp_account_table_list_of_events (db, event_ids, n, error));
}

GPtrArray *
rcp_store_list_accounts_of_articles (RcpStore *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                                     GError **error)
{
  READ (NULL, rcp_account_table_list_of_articles (db, article_ids, n, error));
}

GArray *
rcp_store_list_touched_events (RcpStore *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                               GError **error)
{
  READ (NULL, rcp_event_table_list_touched (db, article_ids, n, error));
}

/** rcp_store_list_prints: which articles have which of @hashes, up to %RCP_STORE_MAX_OWNERS for each. */
GArray *
rcp_store_list_prints (RcpStore *self, const guint64 *hashes, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_passage_table_list_prints (db, hashes, n, error));
}

GArray *
rcp_store_list_shared (RcpStore *self, const gint64 *article_ids, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_passage_table_list_shared (db, article_ids, n, error));
}

/** rcp_store_list_outdated: articles analysed by a version below @analysis_version, or not yet. */
GArray *
rcp_store_list_outdated (RcpStore *self, guint analysis_version, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_article_query_list_outdated (db, analysis_version, error));
}

/** rcp_store_list_happenings: of RcpStoreTeller: accounts of the same action by one of the actors, the latest @limit. */
GPtrArray *
rcp_store_list_happenings (RcpStore *self, const RcpStoreHappening *like, guint limit, GCancellable *cancellable,
                           GError **error)
{
  READ (NULL, rcp_publication_table_list_happenings (db, like, limit, error));
}

/** rcp_store_list_dated_by: articles to whose dates one of these gave a clue, others than these. */
GArray *
rcp_store_list_dated_by (RcpStore *self, const gint64 *article_ids, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_publication_table_list_dated_by (db, article_ids, n, error));
}

/** rcp_store_list_publication_clues: of RcpPublicationClue: why an article is dated as it is. */
GPtrArray *
rcp_store_list_publication_clues (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_publication_table_list_clues (db, article_id, error));
}

/** rcp_store_load_document: the article as it was read, before analysis. */
RcpDocument *
rcp_store_load_document (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_article_table_load_document (db, article_id, error));
}

/** rcp_store_load_findings: as saved, actors under the library's names, without the fingerprints; NOT_FOUND before analysis. */
RcpFindings *
rcp_store_load_findings (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_reading_table_load (db, article_id, error));
}

/** rcp_store_load_raw: the bytes as they came; empty where none were kept. */
GBytes *
rcp_store_load_raw (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_article_table_load_raw (db, article_id, error));
}

/** rcp_store_load_text: @set_aside: (out) (optional) (transfer full): of RcpSetAside. */
char *
rcp_store_load_text (RcpStore *self, gint64 article_id, GArray **set_aside, GCancellable *cancellable,
                     GError **error)
{
  READ (NULL, rcp_article_table_load_text (db, article_id, set_aside, error));
}

/** rcp_store_find_content: @article_id: (out): the article with this content, 0 for none; removed ones do not count. */
gboolean
rcp_store_find_content (RcpStore *self, const char *content_hash, gint64 *article_id, GCancellable *cancellable,
                        GError **error)
{
  READ (FALSE, rcp_article_table_find_content (db, content_hash, article_id, error));
}

/** rcp_store_find_uri: @article_id: (out): the first article from this address, 0 for none; removed ones do not count. */
gboolean
rcp_store_find_uri (RcpStore *self, const char *uri, gint64 *article_id, GCancellable *cancellable, GError **error)
{
  READ (FALSE, rcp_article_table_find_uri (db, uri, article_id, error));
}

/** rcp_store_count: @counts: (out): how much there is. */
gboolean
rcp_store_count (RcpStore *self, gint64 dossier_id, RcpStoreCounts *counts, GCancellable *cancellable,
                 GError **error)
{
  READ (FALSE, rcp_dossier_table_count (db, dossier_id, counts, error));
}
