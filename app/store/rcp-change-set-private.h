#pragma once

#include "rcp-change-set.h"

G_BEGIN_DECLS

typedef struct
{
  RcpNewArticle article; /* its document, raw and strings are owned */
  gboolean packed;
} RcpChangeArticle;

typedef struct
{
  gint64 article_id;
  RcpFindings *findings;
  gint64 first_account_id;
  gint64 *actor_ids; /* owned; one for each actor of the findings */
} RcpChangeFindings;

typedef struct
{
  gint64 id;
  RcpActorKind kind;
  char *key;
  char *name;
} RcpChangeActor;

typedef struct
{
  gint64 actor_id;
  char *alias;
  gboolean is_role;
  char *reason;
  gint64 article_id;
} RcpChangeAlias;

typedef struct
{
  gint64 article_id;
  gint64 actor_id;
  char *key;
  char *key_en;
} RcpChangeHolder;

typedef struct
{
  gint64 from_id;
  gint64 into_id;
} RcpChangeMerge;

typedef struct
{
  gint64 plan_id;
  gint64 outcome_id; /* 0: none is known */
} RcpChangeOutcome;

typedef struct
{
  gint64 event_id;
  gint64 other_event_id; /* 0: all its accounts are of one event */
  RcpDiscrepancyKind kind;
  gboolean is_update;
  GArray *values; /* of RcpNewDiscrepancyValue */
} RcpChangeDiscrepancy;

typedef struct
{
  RcpNewEvent event; /* its strings, dates and arrays are owned */
  gboolean removed;
  GPtrArray *discrepancies; /* of RcpChangeDiscrepancy */
} RcpChangeEvent;

struct _RcpChangeSet
{
  GPtrArray *articles;         /* of RcpChangeArticle */
  GPtrArray *findings;         /* of RcpChangeFindings */
  GPtrArray *actors;           /* of RcpChangeActor */
  GPtrArray *aliases;          /* of RcpChangeAlias */
  GPtrArray *holders;          /* of RcpChangeHolder */
  GArray *merges;              /* of RcpChangeMerge */
  GPtrArray *events;           /* of RcpChangeEvent, in the order they were first named */
  GHashTable *events_by_id;    /* of gint64 * to the same */
  GArray *shared;              /* of RcpStoredShared */
  GArray *outcomes;            /* of RcpChangeOutcome */
  GPtrArray *across;           /* of RcpChangeDiscrepancy: those between two events */
  GArray *removed_articles;    /* of gint64 */
  GArray *dropped_actors;      /* of gint64; filled when it is saved */
};

G_END_DECLS
