#pragma once

#include "rcp-analyser.h"
#include "rcp-date-preview.h"
#include "rcp-store.h"

G_BEGIN_DECLS

/**
 * RcpIncoming:
 * @id: its row when it is read again; 0 when it is new
 * @document: what was read
 * @text: the same, cut up
 * @findings: what its analysis found
 * @raw: (nullable): the bytes it was read from
 * @content_type: (nullable): their media type
 * @name: (nullable): the file they came from
 * @first_words: (nullable): what stands for a title that the article does not state
 * @content_hash: (nullable): what tells duplicates; NULL when it is read again, and only then
 * @is_update: a later version of the article @id, whose text it replaces
 * @dossier_id: the dossier it is put into; 0 for none
 * @source_id: what it came through; 0 for none
 * @entry_id: what of that it was made of; 0 for none
 *
 * An article on its way into the library; @first_words (nullable) stands for a title that it does not state.
 */
typedef struct
{
  gint64 id;
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
  GBytes *raw;
  char *content_type;
  char *name;
  char *first_words;
  char *content_hash;
  gboolean is_update;
  gint64 dossier_id;
  gint64 source_id;
  gint64 entry_id;
} RcpIncoming;

void rcp_incoming_free (RcpIncoming *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpIncoming, rcp_incoming_free)

/**
 * RcpIntegrator:
 *
 * Joins analysed articles with what a library holds: sharpens publication dates across articles, finds the actors and
 * the passages they have in common, joins their accounts into events, cross-checks these, and saves all of it in one
 * transaction. Reference counted; one call at a time runs, others wait.
 *
 * How far it looks, so that a batch costs the same in a library of any size:
 * - publication dates are refined over the batch and over the articles that can move each other's dates through what they
 *   tell of, in a library of any size, up to %RCP_INTEGRATOR_STORY_ARTICLES articles besides the batch, and for each account
 *   up to %RCP_INTEGRATOR_STORY_TELLERS others of the same action by one of its actors, the latest first; where there are more
 *   articles, those not wholly looked at keep the dates they have;
 * - an account is joined with those that it may be one event with, with those that these may be one event with, and so on,
 *   in a library of any size, as long as they are no more than %RCP_INTEGRATOR_STORY_ACCOUNTS besides those of the batch; where
 *   they are more, with the nearest of them. The accounts of a library are kept at hand between batches up to
 *   %RCP_INTEGRATOR_WHOLE_ACCOUNTS; beyond, those of the times that came up, which are read from the store by the month, up to
 *   %RCP_INTEGRATOR_POOL_ACCOUNTS (some 100 MB); an account that lasts longer than half a year then meets those at hand.
 *
 * - an account whose sentence an article has from another one takes part wherever that does (rcp_same_wording_find()).
 *
 * Within these bounds articles give the same events in whatever order and batches they come.
 */
typedef struct _RcpIntegrator RcpIntegrator;

#define RCP_INTEGRATOR_STORY_ARTICLES 200
#define RCP_INTEGRATOR_STORY_TELLERS 64
#define RCP_INTEGRATOR_STORY_ACCOUNTS 5000
#define RCP_INTEGRATOR_WHOLE_ACCOUNTS 20000
#define RCP_INTEGRATOR_POOL_ACCOUNTS 100000

/* What the time of a call goes into: finding dates, placing articles and actors, passages in common, joining, saving. */
#define RCP_INTEGRATOR_N_STEPS 5
extern const char *const rcp_integrator_step_names[RCP_INTEGRATOR_N_STEPS];

RcpIntegrator *rcp_integrator_new       (RcpStore *store, RcpAnalyser *analyser);
RcpIntegrator *rcp_integrator_ref       (RcpIntegrator *self);
void           rcp_integrator_unref     (RcpIntegrator *self);
RcpAnalyser   *rcp_integrator_get_analyser (RcpIntegrator *self);
gboolean       rcp_integrator_integrate (RcpIntegrator *self, GPtrArray *incoming, int *n_more_events,
                                         GCancellable *cancellable, GError **error);
gboolean       rcp_integrator_remove    (RcpIntegrator *self, const gint64 *article_ids, guint n,
                                         GCancellable *cancellable, GError **error);
gboolean       rcp_integrator_restore   (RcpIntegrator *self, const gint64 *article_ids, guint n,
                                         GCancellable *cancellable, GError **error);
gboolean       rcp_integrator_rule      (RcpIntegrator *self, RcpRuling *ruling, gint64 *event_id,
                                         GCancellable *cancellable, GError **error);
const gint64  *rcp_integrator_get_spent_us (RcpIntegrator *self);
void           rcp_integrator_set_bounds (RcpIntegrator *self, guint max_joined, guint max_whole);
void           rcp_integrator_forget_actors (RcpIntegrator *self);
gboolean       rcp_integrator_find_fixed_publication (RcpIntegrator *self, gint64 article_id,
                                         RcpPublication **publication, GCancellable *cancellable, GError **error);
RcpIncoming   *rcp_integrator_read_again (RcpIntegrator *self, gint64 article_id, GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

RcpDatePreview *rcp_integrator_preview_published (RcpIntegrator *self, gint64 article_id, RcpEdtf *date,
                                                  GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpIntegrator, rcp_integrator_unref)

G_END_DECLS
