#pragma once

#include "rcp-integrator.h"

#include "rcp-account-pool.h"
#include "rcp-alias-merger.h"
#include "rcp-event-joiner.h"
#include "rcp-pair-map.h"

G_BEGIN_DECLS

/**
 * RcpKnown:
 *
 * An article of the library that is kept at hand.
 */
typedef struct
{
  gint64 id;
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
} RcpKnown;

struct _RcpIntegrator
{
  gatomicrefcount refs;
  GMutex lock;

  /* owned */
  RcpStore *store;
  RcpAnalyser *analyser;
  RcpAliasMerger *merger;    /* NULL until actors are first needed */
  GHashTable *known_aliases; /* "id alias" */
  GHashTable *spoken_of;     /* key → gint64: rows of actors that only corrections speak of */
  GHashTable *outlets;       /* "name\nlabel" → gint64 */
  GPtrArray *story;          /* RcpKnown: the articles that were last looked at; NULL until first needed */
  RcpAccountPool *pool;      /* NULL until accounts are first joined, */

  /* plain */
  gint64 spent_us[RCP_INTEGRATOR_N_STEPS];
  gboolean pool_is_whole; /* it has all accounts of the library */
  guint max_whole;  /* RCP_INTEGRATOR_WHOLE_ACCOUNTS, but in tests */
  guint max_joined; /* RCP_INTEGRATOR_STORY_ACCOUNTS, but in tests */
};

/* What the user joined and cut apart; see rcp-integrator-rules.c. */
typedef struct _RcpBatchRules RcpBatchRules;

/* Rows of a batch that is only looked at are numbered from here: no library has so many. */
#define RCP_BATCH_FIRST_LOOK (G_MAXINT64 / 2)

/**
 * RcpBatch:
 *
 * All that one call of the integrator gathers before it is saved. Each step of it is in a file of its own.
 */
typedef struct
{
  RcpIntegrator *self;
  GCancellable *cancellable;
  RcpChangeSet *changes;
  GPtrArray *incoming;     /* RcpIncoming */
  GHashTable *incoming_ids; /* rows of those, once they have one */
  GArray *outlet_ids;      /* gint64, by incoming */
  GPtrArray *own;          /* RcpTelling, owned: the new ones, and those read from the store for this batch */
  GPtrArray *tellings;     /* RcpTelling that take part, of @own and of the pool */
  GArray *event_ids;       /* gint64, by telling: the event it comes into */
  GHashTable *replaced;    /* article id → GPtrArray of RcpStoredAccount it had before */
  GHashTable *old_events;  /* event ids that take part */
  GHashTable *dirty;       /* event ids that lose an account */
  GHashTable *gone_articles; /* articles that are taken out */
  GPtrArray *said;         /* RcpJoinRule: what is to hold once this is saved; NULL for what the store has */
  RcpBatchRules *rules;    /* NULL where the user has joined and cut nothing */
  GHashTable *compared;    /* pairs of articles whose texts were compared */
  GHashTable *loaded;      /* pairs of articles whose passages were taken from the store */
  GHashTable *shared;      /* pairs of articles → GArray of RcpSharedWording */
  int n_more_events;
  gboolean is_look;        /* nothing of it will be saved, so nothing may be numbered or kept */
  gint64 next_look;
} RcpBatch;

void     rcp_batch_init         (RcpBatch *batch, RcpIntegrator *self, GCancellable *cancellable);
void     rcp_batch_clear        (RcpBatch *batch);
void     rcp_batch_mark_dirty   (RcpBatch *batch, gint64 event_id);
void     rcp_batch_add_shared   (RcpBatch *batch, const RcpSharedWording *wording);
gint64   rcp_batch_reserve      (RcpBatch *batch, RcpStoreTable table, guint n, GError **error);
gboolean rcp_batch_has_article  (const RcpBatch *batch, gint64 article_id);
gboolean rcp_batch_number       (RcpBatch *batch, GError **error);
gboolean rcp_batch_refine       (RcpBatch *batch, GError **error);
void     rcp_batch_remember     (RcpBatch *batch);
gboolean rcp_batch_put_articles (RcpBatch *batch, GError **error);
gboolean rcp_batch_put_findings (RcpBatch *batch, GError **error);
gboolean rcp_batch_find_shared  (RcpBatch *batch, GError **error);
gboolean rcp_batch_load_shared  (RcpBatch *batch, const GPtrArray *tellings, GError **error);
GArray  *rcp_batch_select_shared (const RcpBatch *batch, const GPtrArray *tellings) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_batch_take_context (RcpBatch *batch, GError **error);
gboolean rcp_batch_put_events   (RcpBatch *batch, GError **error);
void     rcp_batch_update_pool  (RcpBatch *batch);
guint    rcp_batch_join         (const RcpBatch *batch, GPtrArray *tellings, guint *groups);
gboolean rcp_batch_load_rules   (RcpBatch *batch, GError **error);
void     rcp_batch_follow_rules (RcpBatch *batch, GHashTable *accounts, GHashTable *event_ids);
GArray  *rcp_batch_list_constraints (const RcpBatch *batch, const GPtrArray *tellings) G_GNUC_WARN_UNUSED_RESULT;
void     rcp_batch_rules_free   (RcpBatchRules *self);

RcpIncoming      *rcp_integrator_read_with    (RcpIntegrator *self, gint64 article_id, const RcpPublication *publication,
                                               GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          rcp_integrator_load_merger  (RcpIntegrator *self, GCancellable *cancellable, GError **error);
void              rcp_integrator_forget_story (RcpIntegrator *self);
void              rcp_batch_put_outcomes      (RcpBatch *batch);
gboolean          rcp_batch_put_across        (RcpBatch *batch, GHashTable *events, const GArray *changed, GError **error);
void              rcp_batch_sort_tellings     (GPtrArray *tellings);
RcpSegmentedText *rcp_integrator_cut          (const RcpDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpBatch, rcp_batch_clear)

static inline gint64 *
dup_id (gint64 id)
{
  return (gint64 *) g_memdup2 (&id, sizeof id);
}

static inline const gint64 *
ids_of (const GArray *array)
{
  return (const gint64 *) (gpointer) array->data;
}

G_END_DECLS
