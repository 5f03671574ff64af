#include "config.h"

#include "rcp-event-builder.h"

#include "rcp-discrepancy-finder.h"
#include "rcp-event-date.h"

/* From the accounts of one happening to the event that is shown: its name, its date, what was done, by whom, told by how
 * many voices, and on what they differ. Everything follows from the accounts, never from the order they came in. */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/**
 * rcp_telling_new:
 * @found: must outlive it
 * @speaker_id: the library's actor who says it; 0 for nobody
 * @dates: (nullable) (element-type RcpDateExpression): the dates of the article
 * @actor_ids: (transfer full) (element-type gint64): the library's actors, in the order of @found's
 *
 * Returns: (transfer full): a new account on its way into the store.
 */
RcpTelling *
rcp_telling_new (gint64 id, gint64 article_id, gint64 outlet_id, RcpEdtf *published, const RcpFoundAccount *found,
                 gint64 speaker_id, GPtrArray *dates, GArray *actor_ids)
{
  RcpTelling *self = g_new0 (RcpTelling, 1);

  self->id = id;
  self->article_id = article_id;
  self->outlet_id = outlet_id;
  self->published = published ? rcp_edtf_ref (published) : NULL;
  self->found = found;
  self->dates = dates ? g_ptr_array_ref (dates) : NULL;
  self->actor_ids = actor_ids;
  self->speaker_id = speaker_id;
  self->is_new = TRUE;
  self->sorted = g_memdup2 (actor_ids->data, actor_ids->len * sizeof (gint64));
  if (actor_ids->len > 0)
    qsort (self->sorted, actor_ids->len, sizeof (gint64), compare_ids);
  /* Whom it is from takes no part in it. */
  for (guint i = 0; i < actor_ids->len; i++)
    if ((self->n_sorted == 0 || self->sorted[i] != self->sorted[self->n_sorted - 1])
        && (found->attribution == NULL || self->sorted[i] != speaker_id))
      self->sorted[self->n_sorted++] = self->sorted[i];
  return self;
}

/**
 * rcp_telling_new_stored:
 * @stored: (transfer full): an account of the store
 *
 * Returns: (transfer full): the same for joining.
 */
RcpTelling *
rcp_telling_new_stored (RcpStoredAccount *stored)
{
  RcpTelling *self = rcp_telling_new (stored->id, stored->article_id, stored->outlet_id, stored->published,
                                      stored->found, stored->speaker_id, NULL, g_array_ref (stored->actor_ids));

  self->event_id = stored->event_id;
  self->copy_of = stored->copy_of;
  self->is_new = FALSE;
  self->owned = stored;
  return self;
}

static GArray *
copy_array (const GArray *array)
{
  return g_array_copy ((GArray *) array);
}

static RcpFoundAccount *
copy_found (const RcpFoundAccount *found)
{
  RcpFoundAccount *copy = rcp_found_account_new ();

  copy->range = found->range;
  copy->sentence = found->sentence;
  copy->words = found->words;
  copy->date = found->date;
  copy->when = found->when ? rcp_edtf_ref (found->when) : NULL;
  copy->when_rule = found->when_rule;
  copy->action = found->action;
  copy->status = found->status;
  g_clear_pointer (&copy->actors, g_array_unref);
  copy->actors = copy_array (found->actors);
  copy->attribution = g_strdup (found->attribution);
  copy->attribution_range = found->attribution_range;
  copy->quotation = found->quotation;
  copy->speaker = found->speaker;
  copy->medium = g_strdup (found->medium);
  copy->medium_range = found->medium_range;
  copy->mode = g_strdup (found->mode);
  copy->place = g_strdup (found->place);
  copy->place_range = found->place_range;
  copy->place_key = g_strdup (found->place_key);
  copy->title = g_strdup (found->title);
  g_clear_pointer (&copy->terms, g_array_unref);
  copy->terms = copy_array (found->terms);
  for (guint i = 0; i < found->numbers->len; i++)
    {
      RcpFoundNumber number = g_array_index (found->numbers, RcpFoundNumber, i);

      number.counted = g_strdup (number.counted);
      g_array_append_val (copy->numbers, number);
    }
  for (guint i = 0; i < found->details->len; i++)
    {
      RcpFoundDetail detail = g_array_index (found->details, RcpFoundDetail, i);

      detail.key = g_strdup (detail.key);
      g_array_append_val (copy->details, detail);
    }
  copy->is_lead = found->is_lead;
  return copy;
}

/**
 * rcp_telling_keep:
 *
 * Returns: (transfer full): the same as an account of the store that owns all of itself, so that it outlives the
 *   findings it comes from.
 */
RcpTelling *
rcp_telling_keep (const RcpTelling *self)
{
  RcpStoredAccount *stored = g_new0 (RcpStoredAccount, 1);

  stored->id = self->id;
  stored->article_id = self->article_id;
  stored->outlet_id = self->outlet_id;
  stored->published = self->published ? rcp_edtf_ref (self->published) : NULL;
  stored->event_id = self->event_id;
  stored->copy_of = self->copy_of;
  stored->found = copy_found (self->found);
  stored->speaker_id = self->speaker_id;
  stored->actor_ids = g_array_ref (self->actor_ids);
  return rcp_telling_new_stored (stored);
}

/** rcp_telling_to_join_account: the same as joining sees it, numbered @id; borrows from @self. */
RcpJoinAccount
rcp_telling_to_join_account (const RcpTelling *self, gint64 id)
{
  return (RcpJoinAccount){
    .id = id,
    .article = self->article_id,
    .position = self->found->sentence,
    .when = self->found->when,
    .action = self->found->action,
    .status = self->found->status,
    .actors = self->sorted,
    .n_actors = self->n_sorted,
    .terms = (const guint32 *) (gpointer) self->found->terms->data,
    .n_terms = self->found->terms->len,
    .is_lead = self->found->is_lead,
    .place = self->found->place_key,
  };
}

/** rcp_telling_to_check_account: the same as the cross-check sees it; borrows from @self. */
RcpCheckAccount
rcp_telling_to_check_account (const RcpTelling *self)
{
  return (RcpCheckAccount){ .article = self->article_id, .outlet = self->outlet_id, .published = self->published,
                            .account = self->found, .actor_ids = (const gint64 *) (gpointer) self->actor_ids->data };
}

/** rcp_telling_free: frees the account, not what it only borrows. */
void
rcp_telling_free (RcpTelling *self)
{
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->actor_ids, g_array_unref);
  g_clear_pointer (&self->sorted, g_free);
  if (self->owned != NULL)
    rcp_stored_account_free (self->owned);
  g_free (self);
}

/**
 * rcp_telling_get_content_id:
 *
 * Returns: a number that follows from what the account says and where it stands alone (FNV-1a), so that ties are broken
 *   the same way in whatever order the articles came.
 */
guint64
rcp_telling_get_content_id (const RcpTelling *self)
{
  guint64 hash = 14695981039346656037u;
  guint32 values[2] = { self->found->range.start, self->found->range.end };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    hash = (hash ^ values[i]) * 1099511628211u;
  for (guint i = 0; i < self->found->terms->len; i++)
    hash = (hash ^ g_array_index (self->found->terms, guint32, i)) * 1099511628211u;
  return (hash ^ self->found->words) * 1099511628211u;
}

/* The account that names the event: one in own words, whose title says who did what, then one of the event's own kind and
 * date, dated by its own sentence, which the headlines of articles are not, with the most actors, then with the shortest
 * title. */
static gboolean
names_better (const RcpTelling *a, gboolean a_copied, const RcpTelling *b, gboolean b_copied, const RcpEdtf *date,
              RcpAction action)
{
  const char *x = a->found->title ? a->found->title : "", *y = b->found->title ? b->found->title : "";
  gboolean a_dated = date != NULL && a->found->when != NULL && rcp_edtf_equal (a->found->when, date);
  gboolean b_dated = date != NULL && b->found->when != NULL && rcp_edtf_equal (b->found->when, date);

  guint a_rank = rcp_event_title_get_rank (x), b_rank = rcp_event_title_get_rank (y);
  gboolean a_same = a->found->action == action, b_same = b->found->action == action;

  if (a_copied != b_copied)
    return !a_copied;
  if (a_rank != b_rank)
    return a_rank > b_rank;
  if (a_same != b_same)
    return a_same;
  if (a_dated != b_dated)
    return a_dated;
  if ((a->found->date >= 0) != (b->found->date >= 0))
    return a->found->date >= 0;
  if (a->n_sorted != b->n_sorted)
    return a->n_sorted > b->n_sorted;
  if (strlen (x) != strlen (y))
    return strlen (x) < strlen (y);
  return strcmp (x, y) < 0;
}

/* For each account the place of the one that stands for its wording; its own where that is in another event. */
static guint *
list_leads (RcpTelling *const *tellings, guint n)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint *leads = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, &tellings[i]->id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      guint lead = GPOINTER_TO_UINT (g_hash_table_lookup (places, &tellings[i]->follows));

      leads[i] = lead > 0 ? lead - 1 : i;
    }
  return leads;
}

/* The articles that have the wording of others in an account of the event: their headlines are no word of their own on it
 * either. */
static GHashTable *
list_carriers (const RcpCheckAccount *accounts, const int *copies, guint n)
{
  GHashTable *carriers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    if (copies[i] >= 0)
      g_hash_table_add (carriers, (gpointer) &accounts[i].article);
  return carriers;
}

static int
choose_most (const guint *counts, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

typedef struct
{
  gint64 id;
  guint n;
  guint place;
} Doer;

static int
compare_doers (gconstpointer a, gconstpointer b)
{
  const Doer *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* The actors by how many wordings name them, then by how early they stand there. */
static GArray *
list_actors (RcpTelling *const *tellings, const guint *leads, guint n)
{
  g_autoptr (GArray) doers = g_array_new (FALSE, TRUE, sizeof (Doer));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; leads[i] == i && j < tellings[i]->actor_ids->len; j++)
      {
        gint64 id = g_array_index (tellings[i]->actor_ids, gint64, j);
        gboolean repeated = FALSE;
        guint at;

        for (guint k = 0; k < j; k++)
          repeated = repeated || g_array_index (tellings[i]->actor_ids, gint64, k) == id;
        if (id == 0 || repeated)
          continue;
        for (at = 0; at < doers->len; at++)
          if (g_array_index (doers, Doer, at).id == id)
            break;
        if (at == doers->len)
          {
            Doer doer = { id, 0, 0 };

            g_array_append_val (doers, doer);
          }
        g_array_index (doers, Doer, at).n++;
        g_array_index (doers, Doer, at).place += j;
      }
  g_array_sort (doers, compare_doers);
  for (guint i = 0; i < doers->len; i++)
    g_array_append_val (ids, g_array_index (doers, Doer, i).id);
  return ids;
}

static guint
count_outlets (RcpTelling *const *tellings, guint n)
{
  guint n_outlets = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean seen = FALSE;

      for (guint j = 0; j < i && !seen; j++)
        seen = tellings[j]->outlet_id == tellings[i]->outlet_id;
      n_outlets += !seen;
    }
  return n_outlets;
}

/* The words the date of the event was read from. */
static void
find_clue (RcpNewEvent *event, RcpStore *store, const RcpTelling *telling, GPtrArray **dates, GCancellable *cancellable)
{
  const RcpDateExpression *expression;

  *dates = telling->dates ? g_ptr_array_ref (telling->dates) : NULL;
  if (*dates == NULL && telling->found->date >= 0)
    *dates = rcp_store_list_dates (store, telling->article_id, cancellable, NULL);
  if (*dates == NULL || telling->found->date < 0 || (guint) telling->found->date >= (*dates)->len)
    return;
  expression = (*dates)->pdata[telling->found->date];
  event->date_clue = expression->text;
  event->date_anchor_kind = expression->anchor_kind;
  event->date_anchor = expression->anchor;
}

static void
add_discrepancies (RcpChangeSet *changes, gint64 event_id, RcpTelling *const *tellings, const RcpCheckAccount *accounts,
                   guint n)
{
  g_autoptr (GPtrArray) found = rcp_discrepancy_finder_find (accounts, n);

  for (guint i = 0; i < found->len; i++)
    {
      const RcpFoundDiscrepancy *discrepancy = found->pdata[i];
      g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (RcpNewDiscrepancyValue));

      for (guint j = 0; j < discrepancy->values->len; j++)
        {
          const RcpFoundDiscrepancyValue *from = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, j);
          RcpNewDiscrepancyValue value = { tellings[from->account]->id, from->range };

          g_array_append_val (values, value);
        }
      (discrepancy->is_update ? rcp_change_set_add_update : rcp_change_set_add_discrepancy) (
          changes, event_id, discrepancy->kind, (const RcpNewDiscrepancyValue *) (gpointer) values->data, values->len);
    }
}

/* The days that the wordings allow; @best: the account whose date it is. */
static RcpEdtf *
find_date (const RcpCheckAccount *accounts, const guint *leads, guint n, guint *best)
{
  g_autofree RcpCheckAccount *standing = g_new (RcpCheckAccount, n);
  g_autofree guint *places = g_new (guint, n);
  guint n_standing = 0, at = 0;
  RcpEdtf *date;

  for (guint i = 0; i < n; i++)
    if (leads[i] == i)
      {
        places[n_standing] = i;
        standing[n_standing++] = accounts[i];
      }
  date = rcp_event_date_find (standing, n_standing, &at);
  *best = places[at];
  return date;
}

/* Which accounts stand for a wording that nobody here has in words of his own: of one that several have, one has it first. */
static gboolean *
list_copied (const RcpCheckAccount *accounts, const guint *leads, const int *copies, guint n)
{
  g_autoptr (GHashTable) carriers = list_carriers (accounts, copies, n);
  g_autofree guint *n_carried = g_new0 (guint, n);
  gboolean *copied = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    n_carried[leads[i]]++;
  for (guint i = 0; i < n; i++)
    copied[i] = n_carried[i] == 1 && g_hash_table_contains (carriers, &accounts[i].article);
  return copied;
}

/* The account that names the event. */
static guint
choose_name (RcpTelling *const *tellings, const RcpCheckAccount *accounts, const guint *leads, const int *copies, guint n,
             const RcpEdtf *date, RcpAction action)
{
  g_autofree gboolean *copied = list_copied (accounts, leads, copies, n);
  guint name = leads[0];

  for (guint i = 0; i < n; i++)
    if (leads[i] == i && i != name && names_better (tellings[i], copied[i], tellings[name], copied[name], date, action))
      name = i;
  return name;
}

/* The acts and the states that wordings tell; each has one say, however often it is carried, and none beside the one it is
 * copied from. */
static void
count_told (RcpNewEvent *event, RcpTelling *const *tellings, const guint *leads, const int *copies, guint n)
{
  guint actions[RCP_ACTION_ASSAULT + 1] = { 0 }, statuses[RCP_STATUS_BACKGROUND + 1] = { 0 };
  g_autofree gboolean *counted = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      const RcpFoundAccount *found = tellings[leads[i]]->found;

      if (copies[i] >= 0 || counted[leads[i]])
        continue;
      counted[leads[i]] = TRUE;
      statuses[found->status]++;
      if (found->action != RCP_ACTION_OTHER)
        actions[found->action]++;
    }
  event->action = choose_most (actions, G_N_ELEMENTS (actions));
  event->status = choose_most (statuses, G_N_ELEMENTS (statuses));
}

/**
 * rcp_event_builder_put:
 * @changes: gets the event and its discrepancies
 * @store: answers for the dates of stored articles
 * @event_id: its row
 * @tellings: all its accounts, in an order that follows from their content
 * @n: how many, at least one
 * @shared: what the articles of these accounts have in common
 * @n_shared: how many
 *
 * Leaves in each account whose wording it has.
 */
void
rcp_event_builder_put (RcpChangeSet *changes, RcpStore *store, gint64 event_id, RcpTelling *const *tellings, guint n,
                       const RcpSharedWording *shared, guint n_shared, GCancellable *cancellable)
{
  g_autofree RcpCheckAccount *accounts = g_new0 (RcpCheckAccount, n);
  g_autofree int *copies = g_new (int, n);
  g_autofree gint64 *account_ids = g_new (gint64, n);
  g_autofree gint64 *copy_of = g_new0 (gint64, n);
  g_autofree guint *leads = list_leads (tellings, n);
  g_autoptr (GArray) actors = list_actors (tellings, leads, n);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (RcpEdtf) date = NULL;
  RcpNewEvent event = { 0 };
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      accounts[i] = rcp_telling_to_check_account (tellings[i]);
      account_ids[i] = tellings[i]->id;
      copies[i] = -1;
    }
  rcp_independence_find_copies (accounts, n, shared, n_shared, copies);
  for (guint i = 0; i < n; i++)
    {
      if (copies[i] >= 0)
        copy_of[i] = tellings[copies[i]]->id;
      tellings[i]->copy_of = copy_of[i];
    }
  date = find_date (accounts, leads, n, &best);
  count_told (&event, tellings, leads, copies, n);

  event.id = event_id;
  event.title = tellings[choose_name (tellings, accounts, leads, copies, n, date, event.action)]->found->title;
  event.date = date;
  if (date != NULL)
    {
      event.date_rule = tellings[best]->found->when_rule;
      find_clue (&event, store, tellings[best], &dates, cancellable);
    }
  event.n_outlets = count_outlets (tellings, n);
  event.n_independent = rcp_independence_count (accounts, n, copies);
  event.account_ids = account_ids;
  event.copy_of = copy_of;
  event.n_accounts = n;
  event.actor_ids = (const gint64 *) (gpointer) actors->data;
  event.n_actors = actors->len;
  rcp_change_set_put_event (changes, &event);
  add_discrepancies (changes, event_id, tellings, accounts, n);
}
