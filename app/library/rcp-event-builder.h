#pragma once

#include "rcp-event-affinity.h"
#include "rcp-independence.h"
#include "rcp-store.h"

G_BEGIN_DECLS

/**
 * RcpTelling:
 * @id: row of the account
 * @article_id: its article
 * @outlet_id: who publishes that
 * @published: (nullable): when the article appeared
 * @event_id: the event it was in; 0 for none
 * @copy_of: the account whose wording it was known to have; 0 for none
 * @follows: the account that stands for its wording in joining; 0 for itself
 * @is_new: not in the store yet
 * @found: (not owned): the account itself
 * @speaker_id: the actor who says it; 0 for nobody
 * @dates: (nullable) (element-type RcpDateExpression): the dates of its article, when they are at hand
 * @actor_ids: the actors of @found in the library, in its order
 * @sorted: those of them who take part, sorted, each once
 * @n_sorted: how many
 * @mark: the last search that met it (rcp_account_pool_begin())
 *
 * An account while it is being joined, from the batch or from the store.
 */
typedef struct
{
  gint64 id;
  gint64 article_id;
  gint64 outlet_id;
  RcpEdtf *published;
  gint64 event_id;
  gint64 copy_of;
  gint64 follows;
  gboolean is_new;
  const RcpFoundAccount *found;
  gint64 speaker_id;
  GPtrArray *dates;
  GArray *actor_ids;
  gint64 *sorted;
  guint n_sorted;
  guint mark;
  gpointer owned;
} RcpTelling;

RcpTelling *rcp_telling_new            (gint64 id, gint64 article_id, gint64 outlet_id, RcpEdtf *published,
                                        const RcpFoundAccount *found, gint64 speaker_id, GPtrArray *dates,
                                        GArray *actor_ids)
  G_GNUC_WARN_UNUSED_RESULT;
RcpTelling *rcp_telling_new_stored     (RcpStoredAccount *stored) G_GNUC_WARN_UNUSED_RESULT;
RcpTelling *rcp_telling_keep           (const RcpTelling *self) G_GNUC_WARN_UNUSED_RESULT;
RcpJoinAccount rcp_telling_to_join_account (const RcpTelling *self, gint64 id);
RcpCheckAccount rcp_telling_to_check_account (const RcpTelling *self);
void        rcp_telling_free           (RcpTelling *self);
guint64     rcp_telling_get_content_id (const RcpTelling *self);

void        rcp_event_builder_put      (RcpChangeSet *changes, RcpStore *store, gint64 event_id,
                                        RcpTelling *const *tellings, guint n, const RcpSharedWording *shared,
                                        guint n_shared, GCancellable *cancellable);

G_END_DECLS
