#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpJoinPlace:
 * @article: identifies an article
 * @position: index of a sentence in it
 * @is_lead: title or first paragraph
 *
 * Where the wording of an account stands.
 */
typedef struct
{
  gint64 article;
  guint position;
  gboolean is_lead;
} RcpJoinPlace;

/**
 * RcpJoinAccount:
 * @id: identifies the account; also breaks ties, so it must follow from content or be stable across runs
 * @article: identifies its article; two accounts of one article join more easily the nearer they stand
 * @position: index of its sentence in the article
 * @when: (nullable): the date of the happening
 * @action: what was done
 * @status: done, planned…
 * @actors: identities of its actors in the library, sorted
 * @n_actors: how many
 * @terms: hashes of its content words, sorted
 * @n_terms: how many
 * @is_lead: title or first paragraph
 * @place: (nullable): the key of where it happened
 * @places: (nullable) (array length=n_places): for one that stands for a wording, all places of that, by article
 * @n_places: how many
 *
 * What joining needs of an account. Borrows everything.
 */
typedef struct
{
  gint64 id;
  gint64 article;
  guint position;
  RcpEdtf *when;
  RcpAction action;
  RcpStatus status;
  const gint64 *actors;
  guint n_actors;
  const guint32 *terms;
  guint n_terms;
  gboolean is_lead;
  const char *place;
  const RcpJoinPlace *places;
  guint n_places;
} RcpJoinAccount;

/**
 * RcpJoinSpan:
 * @first: first day since 1970-01-01, or %RCP_DAY_OPEN_START
 * @last: last day, or %RCP_DAY_OPEN_END
 *
 * The days on which something may have happened.
 */
typedef struct
{
  gint32 first;
  gint32 last;
} RcpJoinSpan;

/**
 * RcpAffinityParts:
 * @date: what their dates say: more, the finer they are
 * @action: that the same kind of happening is told; negative where very different ones are
 * @actors: that the same take part
 * @words: that they have words, places and numbers in common
 * @neighbour: that they stand side by side in one article
 * @penalties: that none of the actors is the same, that it is elsewhere, that only one tells of a plan; 0 or negative
 *
 * What speaks for and against two accounts telling of one happening; the sum is their affinity.
 */
typedef struct
{
  double date;
  double action;
  double actors;
  double words;
  double neighbour;
  double penalties;
} RcpAffinityParts;

/* Two accounts at or over this affinity may be one event. */
#define RCP_EVENT_AFFINITY_THRESHOLD 1.0

RcpJoinSpan rcp_join_span_new          (const RcpEdtf *date);
double      rcp_event_affinity         (const RcpJoinAccount *a, const RcpJoinAccount *b);
double      rcp_event_affinity_explain (const RcpJoinAccount *a, const RcpJoinAccount *b, RcpAffinityParts *parts);
double      rcp_event_affinity_outcome (const RcpJoinAccount *plan, const RcpJoinAccount *outcome);

G_END_DECLS
