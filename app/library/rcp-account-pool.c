#include "config.h"

#include "rcp-account-pool.h"

#include "rcp-event-joiner.h"

/* Accounts are filed as the joiner blocks them: short stretches of time by week, longer ones by quarter, the longest and
 * those without a date under no time at all; each with every actor, and with the action. */
#define SHORT_DAYS 16
#define MEDIUM_DAYS 130
#define WEEK_DAYS 7
#define QUARTER_DAYS 91

/* "About" may mean up to a month more on either side (rcp-event-joiner). */
#define ABOUT_DAYS 31

typedef enum
{
  FILED_WEEK,
  FILED_QUARTER,
  FILED_ANY_TIME,
  FILED_ACTION, /* with each actor: what one of any time may meet */
} Filed;

typedef struct
{
  gint64 partner; /* an actor, or the action as a negative number */
  gint32 time;
  gint32 filed;
} Key;

struct _RcpAccountPool
{
  GHashTable *by_id;      /* gint64 → RcpTelling, owned */
  GHashTable *by_article; /* gint64 → GPtrArray of RcpTelling */
  GHashTable *by_event;   /* gint64 → GPtrArray */
  GHashTable *by_key;     /* Key → GPtrArray */
  GHashTable *opened;     /* gint64: stretches of time that are at hand */
  guint stamp;            /* of the last search: what bears it was met */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint64 h = (guint64) key->partner * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  h ^= ((guint64) (guint32) key->time << 2) + (guint64) key->filed;
  h *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return (guint) (h >> 32);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->partner == y->partner && x->time == y->time && x->filed == y->filed;
}

static void
list_add (GHashTable *table, gconstpointer key, gsize key_size, gpointer telling, GDestroyNotify free_func)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (free_func);
      g_hash_table_insert (table, g_memdup2 (key, key_size), list);
    }
  g_ptr_array_add (list, telling);
}

static void
list_remove (GHashTable *table, gconstpointer key, gpointer telling)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list != NULL && g_ptr_array_remove_fast (list, telling) && list->len == 0)
    g_hash_table_remove (table, key);
}

RcpAccountPool *
rcp_account_pool_new (void)
{
  RcpAccountPool *self = g_new0 (RcpAccountPool, 1);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) rcp_telling_free);
  self->by_article = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_event = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->opened = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_key = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
rcp_account_pool_free (RcpAccountPool *self)
{
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_event);
  g_hash_table_unref (self->by_article);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/** rcp_account_pool_get_size: how many accounts it holds. */
guint
rcp_account_pool_get_size (RcpAccountPool *self)
{
  return g_hash_table_size (self->by_id);
}

/* The days an account may mean; FALSE for one that can be any time. */
static gboolean
get_days (const RcpTelling *telling, gint32 *first, gint32 *last)
{
  const RcpEdtf *when = telling->found->when;

  if (when == NULL || !rcp_edtf_is_bounded (when))
    return FALSE;
  *first = rcp_edtf_get_first_day (when);
  *last = rcp_edtf_get_last_day (when);
  if (rcp_edtf_get_flags (when) & RCP_EDTF_APPROXIMATE)
    {
      gint32 margin = CLAMP ((*last - *first + 1) / 2, 2, ABOUT_DAYS);

      *first -= margin;
      *last += margin;
    }
  return TRUE;
}

typedef void (*KeyFunc) (RcpAccountPool *self, const Key *key, gpointer data);

/* Calls @func for each partner of the account in one stretch of time. */
static void
each_partner (RcpAccountPool *self, const RcpTelling *telling, gint32 time, Filed filed, KeyFunc func, gpointer data)
{
  Key key = { -1 - (gint64) telling->found->action, time, filed };

  func (self, &key, data);
  for (guint i = 0; i < telling->n_sorted; i++)
    {
      key.partner = telling->sorted[i];
      func (self, &key, data);
    }
}

static void
each_actor_in_action (RcpAccountPool *self, const RcpTelling *telling, KeyFunc func, gpointer data)
{
  for (guint i = 0; i < telling->n_sorted; i++)
    {
      Key key = { telling->sorted[i], telling->found->action, FILED_ACTION };

      func (self, &key, data);
    }
}

/* Calls @func for each place where the account itself is filed. */
static void
each_place (RcpAccountPool *self, const RcpTelling *telling, KeyFunc func, gpointer data)
{
  gint32 first, last;

  if (!get_days (telling, &first, &last) || last - first + 1 > MEDIUM_DAYS)
    each_partner (self, telling, 0, FILED_ANY_TIME, func, data);
  else if (last - first + 1 > SHORT_DAYS)
    for (gint32 time = first / QUARTER_DAYS; time <= last / QUARTER_DAYS; time++)
      each_partner (self, telling, time, FILED_QUARTER, func, data);
  else
    for (gint32 time = first / WEEK_DAYS; time <= last / WEEK_DAYS; time++)
      each_partner (self, telling, time, FILED_WEEK, func, data);
  each_actor_in_action (self, telling, func, data);
}

static void
file_cb (RcpAccountPool *self, const Key *key, gpointer telling)
{
  list_add (self->by_key, key, sizeof *key, telling, NULL);
}

static void
unfile_cb (RcpAccountPool *self, const Key *key, gpointer telling)
{
  list_remove (self->by_key, key, telling);
}

/** rcp_account_pool_take: one more account (transfer full); one that is there already stays as it is. */
void
rcp_account_pool_take (RcpAccountPool *self, RcpTelling *telling)
{
  if (g_hash_table_contains (self->by_id, &telling->id))
    {
      rcp_telling_free (telling);
      return;
    }
  telling->mark = 0;
  g_hash_table_insert (self->by_id, &telling->id, telling);
  list_add (self->by_article, &telling->article_id, sizeof telling->article_id, telling, NULL);
  if (telling->event_id != 0)
    list_add (self->by_event, &telling->event_id, sizeof telling->event_id, telling, NULL);
  each_place (self, telling, file_cb, telling);
}

/** rcp_account_pool_remove_article: forgets the accounts of an article. */
void
rcp_account_pool_remove_article (RcpAccountPool *self, gint64 article_id)
{
  GPtrArray *list = g_hash_table_lookup (self->by_article, &article_id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      RcpTelling *telling = list->pdata[i];

      each_place (self, telling, unfile_cb, telling);
      list_remove (self->by_event, &telling->event_id, telling);
      g_hash_table_remove (self->by_id, &telling->id);
    }
  g_hash_table_remove (self->by_article, &article_id);
}

/** rcp_account_pool_set_event: an account of the pool is now in another event. */
void
rcp_account_pool_set_event (RcpAccountPool *self, RcpTelling *telling, gint64 event_id)
{
  if (telling->event_id == event_id)
    return;
  list_remove (self->by_event, &telling->event_id, telling);
  telling->event_id = event_id;
  list_add (self->by_event, &event_id, sizeof event_id, telling, NULL);
}

/** rcp_account_pool_list_all: adds every account to @tellings, which borrows them. */
void
rcp_account_pool_list_all (RcpAccountPool *self, GPtrArray *tellings)
{
  GHashTableIter iter;
  gpointer telling;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &telling))
    g_ptr_array_add (tellings, telling);
}

/** rcp_account_pool_open: notes that what @stretch stands for is being taken in; FALSE where it was already. */
gboolean
rcp_account_pool_open (RcpAccountPool *self, gint64 stretch)
{
  return g_hash_table_add (self->opened, g_memdup2 (&stretch, sizeof stretch));
}

/** rcp_account_pool_begin: begins a search: no account of the pool was met in it. */
void
rcp_account_pool_begin (RcpAccountPool *self)
{
  self->stamp++;
}

/** rcp_account_pool_meet: notes that the search has met an account of the pool; FALSE where it had already. */
gboolean
rcp_account_pool_meet (RcpAccountPool *self, RcpTelling *telling)
{
  if (telling->mark == self->stamp)
    return FALSE;
  telling->mark = self->stamp;
  return TRUE;
}

/** rcp_account_pool_get_event: (transfer none) (nullable): the accounts of an event. */
const GPtrArray *
rcp_account_pool_get_event (RcpAccountPool *self, gint64 event_id)
{
  return g_hash_table_lookup (self->by_event, &event_id);
}

/** rcp_account_pool_get_article: (transfer none) (nullable): those of an article that are at hand. */
const GPtrArray *
rcp_account_pool_get_article (RcpAccountPool *self, gint64 article_id)
{
  return g_hash_table_lookup (self->by_article, &article_id);
}

typedef struct
{
  RcpJoinAccount self;
  GPtrArray *kin;
} Search;

static void
meet_cb (RcpAccountPool *self, const Key *key, gpointer data)
{
  Search *search = data;
  const GPtrArray *list = g_hash_table_lookup (self->by_key, key);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      RcpTelling *other = list->pdata[i];
      RcpJoinAccount account;

      if (other->mark == self->stamp)
        continue;
      account = rcp_telling_to_join_account (other, other->id);
      if (rcp_event_joiner_links (&search->self, &account) || rcp_event_affinity_outcome (&search->self, &account) > 0
          || rcp_event_affinity_outcome (&account, &search->self) > 0)
        {
          other->mark = self->stamp;
          g_ptr_array_add (search->kin, other);
        }
    }
}

/**
 * rcp_account_pool_find_kin:
 * @telling: an account
 * @kin: gets the accounts of the pool that may tell the same happening, a plan of it or what came of it, and that the search had not met yet; they are met now
 */
void
rcp_account_pool_find_kin (RcpAccountPool *self, const RcpTelling *telling, GPtrArray *kin)
{
  Search search = { rcp_telling_to_join_account (telling, telling->id), kin };
  gint32 first, last;

  each_partner (self, telling, 0, FILED_ANY_TIME, meet_cb, &search);
  if (!get_days (telling, &first, &last) || last - first + 1 > 2 * MEDIUM_DAYS)
    {
      each_actor_in_action (self, telling, meet_cb, &search);
      return;
    }
  for (gint32 time = first / QUARTER_DAYS; time <= last / QUARTER_DAYS; time++)
    each_partner (self, telling, time, FILED_QUARTER, meet_cb, &search);
  for (gint32 time = first / WEEK_DAYS; time <= last / WEEK_DAYS; time++)
    each_partner (self, telling, time, FILED_WEEK, meet_cb, &search);
}

typedef struct
{
  gint32 first; /* days */
  gint32 last;
  gboolean is_alone;
  GPtrArray *near;
} Nearness;

static void
near_cb (RcpAccountPool *self, const Key *key, gpointer data)
{
  const Nearness *nearness = data;
  const GPtrArray *list = g_hash_table_lookup (self->by_key, key);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const RcpTelling *other = list->pdata[i];
      gint32 day;

      if (!rcp_edtf_is_exact_day (other->found->when) || (nearness->is_alone && other->n_sorted > 0))
        continue;
      day = rcp_edtf_get_first_day (other->found->when);
      if (day >= nearness->first && day <= nearness->last)
        g_ptr_array_add (nearness->near, list->pdata[i]);
    }
}

/**
 * rcp_account_pool_find_near:
 * @telling: an account of an exact day
 * @max_days: how far from that
 * @near: gets the accounts of exact days that tell the same action, at most @max_days from @telling, and those of the very day
 *   that have an actor in common with it, or none as it has none; some of them twice
 *
 * The work follows from how much happens in that time, not from how much the pool has.
 */
void
rcp_account_pool_find_near (RcpAccountPool *self, const RcpTelling *telling, gint32 max_days, GPtrArray *near)
{
  gint32 day = rcp_edtf_get_first_day (telling->found->when);
  Nearness nearness = { day - max_days, day + max_days, FALSE, near };
  Key key = { -1 - (gint64) telling->found->action, 0, FILED_WEEK };

  for (key.time = nearness.first / WEEK_DAYS; key.time <= nearness.last / WEEK_DAYS; key.time++)
    near_cb (self, &key, &nearness);
  nearness = (Nearness){ day, day, telling->n_sorted == 0, near };
  key.time = day / WEEK_DAYS;
  for (guint i = 0; i < telling->n_sorted; i++)
    {
      key.partner = telling->sorted[i];
      near_cb (self, &key, &nearness);
    }
  for (gint64 action = 0; nearness.is_alone && action <= RCP_ACTION_ASSAULT; action++)
    {
      key.partner = -1 - action;
      near_cb (self, &key, &nearness);
    }
}
