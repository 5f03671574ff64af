#pragma once

#include "rcp-store-types.h"

G_BEGIN_DECLS

/**
 * RcpChangeSet:
 *
 * What one import or one new analysis changes, gathered on any one thread and then saved by rcp_store_save_changes() in
 * one transaction. Rows are numbered beforehand with rcp_store_reserve_ids(), so that everything in a set can refer to
 * everything else in it. The order of the calls does not matter, except that the last word on a row is the one kept.
 *
 * The set keeps references and copies, so that the caller may free what it gave.
 */
typedef struct _RcpChangeSet RcpChangeSet;

RcpChangeSet *rcp_change_set_new  (void);
void          rcp_change_set_free (RcpChangeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpChangeSet, rcp_change_set_free)

gboolean      rcp_change_set_is_empty (const RcpChangeSet *self);
guint         rcp_change_set_get_n_articles (const RcpChangeSet *self);
const GArray *rcp_change_set_get_dropped_actors (const RcpChangeSet *self);

/**
 * RcpNewArticle:
 * @id: reserved for a new article; that of a row for one read again, whose earlier text is kept as a version when it
 *   differs
 * @document: what was read
 * @raw: (nullable): the bytes it was read from
 * @content_type: (nullable): their media type
 * @name: (nullable): the file they came from
 * @content_hash: what tells duplicates, in any form; unique among the articles of a library
 * @outlet_id: from rcp_store_find_outlet()
 * @added_us: µs UTC
 * @source_id: where it came from; 0 for none
 * @entry_id: what of the source it was made of, which is taken with it; 0 for none
 * @dossier_id: the dossier it is put into; 0 for none
 */
typedef struct
{
  gint64 id;
  RcpDocument *document;
  GBytes *raw;
  const char *content_type;
  const char *name;
  const char *content_hash;
  gint64 outlet_id;
  gint64 added_us;
  gint64 source_id;
  gint64 entry_id;
  gint64 dossier_id;
} RcpNewArticle;

/**
 * RcpNewEvent:
 * @id: reserved for a new event; that of a row to replace it
 * @title: a few words that name it
 * @date: (nullable): when it happened
 * @date_rule: how that was reached
 * @date_clue: (nullable): the words it was read from
 * @date_anchor_kind: what a relative date was counted from
 * @date_anchor: (nullable): that date
 * @action: what was done
 * @status: done, planned…
 * @n_outlets: outlets that tell it
 * @n_independent: outlets that tell it in their own words
 * @account_ids: its accounts; each leaves the event it was in before
 * @copy_of: (nullable): for each account, the account whose wording it has, or 0
 * @n_accounts: how many
 * @actor_ids: its actors, the most mentioned first
 * @n_actors: how many
 */
typedef struct
{
  gint64 id;
  const char *title;
  RcpEdtf *date;
  RcpDateRule date_rule;
  const char *date_clue;
  RcpDateAnchor date_anchor_kind;
  RcpEdtf *date_anchor;
  RcpAction action;
  RcpStatus status;
  guint n_outlets;
  guint n_independent;
  const gint64 *account_ids;
  const gint64 *copy_of;
  guint n_accounts;
  const gint64 *actor_ids;
  guint n_actors;
} RcpNewEvent;

/**
 * RcpNewDiscrepancyValue:
 * @account_id: the account
 * @range: the words, in its article
 */
typedef struct
{
  gint64 account_id;
  RcpRange range;
} RcpNewDiscrepancyValue;

void rcp_change_set_put_article     (RcpChangeSet *self, const RcpNewArticle *article);
void rcp_change_set_put_findings    (RcpChangeSet *self, gint64 article_id, RcpFindings *findings,
                                     gint64 first_account_id, const gint64 *actor_ids);
void rcp_change_set_remove_article  (RcpChangeSet *self, gint64 article_id);

void rcp_change_set_put_actor       (RcpChangeSet *self, gint64 id, RcpActorKind kind, const char *key,
                                     const char *name);
void rcp_change_set_add_alias       (RcpChangeSet *self, gint64 actor_id, const char *alias, gboolean is_role,
                                     const char *reason, gint64 article_id);
void          rcp_change_set_put_holder (RcpChangeSet *self, gint64 article_id, gint64 actor_id, const char *key,
                                         const char *key_en);
void rcp_change_set_merge_actors    (RcpChangeSet *self, gint64 from_id, gint64 into_id);

void rcp_change_set_put_event       (RcpChangeSet *self, const RcpNewEvent *event);
void rcp_change_set_add_discrepancy (RcpChangeSet *self, gint64 event_id, RcpDiscrepancyKind kind,
                                     const RcpNewDiscrepancyValue *values, guint n_values);
void rcp_change_set_add_update      (RcpChangeSet *self, gint64 event_id, RcpDiscrepancyKind kind,
                                     const RcpNewDiscrepancyValue *values, guint n_values);
void rcp_change_set_add_across      (RcpChangeSet *self, gint64 event_id, gint64 other_event_id, RcpDiscrepancyKind kind,
                                     gboolean is_update, const RcpNewDiscrepancyValue *values, guint n_values);
void rcp_change_set_set_outcome     (RcpChangeSet *self, gint64 plan_id, gint64 outcome_id);
void rcp_change_set_remove_event    (RcpChangeSet *self, gint64 event_id);

/**
 * RcpChangeEventFunc:
 * @event: what it would be
 * @is_removed: it would be no more; of @event only the id is told then
 */
typedef void (*RcpChangeEventFunc)  (const RcpNewEvent *event, gboolean is_removed, gpointer user_data);

void rcp_change_set_foreach_event   (const RcpChangeSet *self, RcpChangeEventFunc func, gpointer user_data);

void rcp_change_set_add_shared      (RcpChangeSet *self, gint64 article_a, gint64 article_b,
                                     const RcpSharedPassage *passage);

G_END_DECLS
