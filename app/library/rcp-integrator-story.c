#include "config.h"

#include "rcp-batch.h"

#include "rcp-clock.h"
#include "rcp-publication-date.h"

/* Articles sharpen each other's dates of publication: which ones take part, and what comes of it. What a new article can
 * move are the dates of those that do not state theirs and tell of the same happenings, and of those that these can move
 * in turn; what moves them is also what else tells of their happenings. So the set is closed over the articles whose
 * dates are open, and ends at those that state theirs. */

/* An account whose day hangs on the date of its article is filed under the first of its days; the last is at most so much
 * later, or it says too little to date anything. */
#define WIDTH_DAYS 62

/* "mardi" of an article that may be of some days is looked for a week around. */
#define AROUND_DAYS 7

/* A happening is told of at most so long after it was. */
#define REACH_DAYS 400

typedef struct
{
  gint64 id;
  RcpDocument *document;
  RcpSegmentedText *text;
  RcpFindings *findings;
  RcpIncoming *incoming; /* NULL for one that is only looked at */
  gboolean is_stored;    /* the store has its accounts */
  gboolean is_open;      /* its date is not stated */
  gboolean is_frozen;    /* not all that bears on it was reached: its date stays */
} Member;

typedef struct
{
  RcpBatch *batch;
  GArray *members;  /* of Member */
  GHashTable *ids;  /* of those in the store */
  GHashTable *asked; /* question → GPtrArray of RcpStoreTeller: articles of one story ask the same again and again */
  guint max_members;
} Story;

static void
member_clear (gpointer data)
{
  Member *member = data;

  rcp_document_unref (member->document);
  rcp_segmented_text_unref (member->text);
  rcp_findings_unref (member->findings);
}

static void
known_free (gpointer data)
{
  RcpKnown *known = data;

  rcp_document_unref (known->document);
  rcp_segmented_text_unref (known->text);
  rcp_findings_unref (known->findings);
  g_free (known);
}

/** rcp_integrator_cut: (transfer full): the text of an article, cut up. */
RcpSegmentedText *
rcp_integrator_cut (const RcpDocument *document)
{
  return rcp_segmented_text_new (document->text, document->language ? document->language : "", document->set_aside);
}

/** rcp_integrator_forget_story: what is at hand of the story no longer matches the store. */
void
rcp_integrator_forget_story (RcpIntegrator *self)
{
  g_clear_pointer (&self->story, g_ptr_array_unref);
}

static RcpKnown *
find_known (RcpIntegrator *self, gint64 id)
{
  for (guint i = 0; self->story != NULL && i < self->story->len; i++)
    if (((RcpKnown *) self->story->pdata[i])->id == id)
      return self->story->pdata[i];
  return NULL;
}

/* Keeps an article at hand; the one that came first makes room. */
static RcpKnown *
keep_known (RcpIntegrator *self, gint64 id, RcpDocument *document, RcpSegmentedText *text, RcpFindings *findings)
{
  RcpKnown *known = g_new0 (RcpKnown, 1);

  if (self->story == NULL)
    self->story = g_ptr_array_new_with_free_func (known_free);
  if (self->story->len >= RCP_INTEGRATOR_STORY_ARTICLES)
    g_ptr_array_remove_index (self->story, 0);
  known->id = id;
  known->document = rcp_document_ref (document);
  known->text = rcp_segmented_text_ref (text);
  known->findings = rcp_findings_ref (findings);
  g_ptr_array_add (self->story, known);
  return known;
}

/* An article of the store; FALSE without an error for one that waits to be read again. */
static gboolean
load_known (RcpIntegrator *self, gint64 id, RcpKnown **known, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpDocument) document = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  g_autoptr (GError) inner = NULL;

  *known = find_known (self, id);
  if (*known != NULL)
    return TRUE;
  document = rcp_store_load_document (self->store, id, cancellable, error);
  if (document == NULL)
    return FALSE;
  findings = rcp_store_load_findings (self->store, id, cancellable, &inner);
  if (findings == NULL)
    {
      if (!g_error_matches (inner, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  text = rcp_integrator_cut (document);
  *known = keep_known (self, id, document, text, findings);
  return TRUE;
}

static gboolean
is_open (const RcpFindings *findings)
{
  const RcpPublication *publication = findings->publication;

  return publication == NULL || publication->basis == RCP_PUBLISHED_UNKNOWN || publication->basis == RCP_PUBLISHED_INFERRED;
}

static void
add_member (Story *self, gint64 id, RcpDocument *document, RcpSegmentedText *text, RcpFindings *findings,
            RcpIncoming *incoming)
{
  Member member = { id, rcp_document_ref (document), rcp_segmented_text_ref (text), rcp_findings_ref (findings), incoming,
                    incoming == NULL || incoming->content_hash == NULL, is_open (findings), FALSE };

  g_hash_table_add (self->ids, dup_id (id));
  g_array_append_val (self->members, member);
}

/* Does an account give its day whatever the date of its article? */
static gboolean
has_own_day (const RcpFoundAccount *account)
{
  return account->when != NULL &&
         (account->when_rule == RCP_DATE_RULE_WRITTEN || account->when_rule == RCP_DATE_RULE_YEAR_WEEKDAY) &&
         rcp_edtf_get_first_day (account->when) == rcp_edtf_get_last_day (account->when);
}

/* What is to be asked for an account: who could date its article, where that is open and the words of the account hang on
 * its date; else only whom it may date. FALSE where it can do neither. */
static gboolean
find_like (const Member *member, gboolean is_new, const RcpFoundAccount *account, RcpStoreHappening *like)
{
  const RcpEdtf *published = member->findings->publication ? member->findings->publication->date : NULL;
  gboolean is_bounded = account->when != NULL && rcp_edtf_is_bounded (account->when);

  like->only_open = !member->is_open || has_own_day (account);
  if (account->status != RCP_STATUS_DONE && account->status != RCP_STATUS_BACKGROUND)
    return FALSE;
  /* What an article that was here before tells of a day of its own is not new to anybody. */
  if (like->only_open && (!is_new || !is_bounded))
    return FALSE;
  if (is_bounded)
    {
      like->first_day = rcp_edtf_get_first_day (account->when) - WIDTH_DAYS;
      like->last_day = rcp_edtf_get_last_day (account->when) + AROUND_DAYS;
    }
  else if (published != NULL && rcp_edtf_is_bounded (published))
    {
      like->first_day = rcp_edtf_get_first_day (published) - REACH_DAYS;
      like->last_day = rcp_edtf_get_last_day (published) + AROUND_DAYS;
    }
  else
    {
      like->first_day = 1;
      like->last_day = rcp_clock_today ();
    }
  return TRUE;
}

static GPtrArray *
ask (Story *self, const RcpStoreHappening *like, GError **error)
{
  g_autoptr (GString) question = g_string_new (NULL);
  GPtrArray *tellers;

  g_string_printf (question, "%d %d %d %d", like->action, like->only_open, like->first_day, like->last_day);
  for (guint i = 0; i < like->n_actors; i++)
    g_string_append_printf (question, " %" G_GINT64_FORMAT, like->actor_ids[i]);
  tellers = g_hash_table_lookup (self->asked, question->str);
  if (tellers == NULL)
    {
      tellers = rcp_store_list_happenings (self->batch->self->store, like, RCP_INTEGRATOR_STORY_TELLERS,
                                           self->batch->cancellable, error);
      if (tellers != NULL)
        g_hash_table_insert (self->asked, g_strdup (question->str), tellers);
    }
  return tellers;
}

/* Brings in the articles that tell of the happening of one account. */
static gboolean
reach_from (Story *self, guint index, const RcpFoundAccount *account, const GArray *actor_ids, gboolean *is_full,
            GError **error)
{
  const Member *member = &g_array_index (self->members, Member, index);
  RcpStoreHappening like = { .actor_ids = ids_of (actor_ids), .n_actors = actor_ids->len, .action = account->action };
  const GPtrArray *tellers;
  RcpIntegrator *integrator = self->batch->self;

  if (actor_ids->len == 0 || !find_like (member, member->incoming != NULL, account, &like))
    return TRUE;
  tellers = ask (self, &like, error);
  if (tellers == NULL)
    return FALSE;
  for (guint i = 0; i < tellers->len; i++)
    {
      const RcpStoreTeller *teller = tellers->pdata[i];
      g_autoptr (GError) inner = NULL;
      RcpKnown *known;

      if (g_hash_table_contains (self->ids, &teller->article_id) ||
          !rcp_publication_date_is_same_happening (account->action, teller->n_shared, account->terms, teller->terms))
        continue;
      if (self->members->len >= self->max_members)
        {
          *is_full = TRUE;
          return TRUE;
        }
      if (load_known (integrator, teller->article_id, &known, self->batch->cancellable, &inner))
        add_member (self, known->id, known->document, known->text, known->findings, NULL);
      else if (inner != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
expand_incoming (Story *self, guint index, gboolean *is_full, GError **error)
{
  g_autoptr (RcpFindings) findings = rcp_findings_ref (g_array_index (self->members, Member, index).findings);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < findings->actors->len; i++)
    {
      gint64 id = rcp_alias_merger_match (self->batch->self->merger, findings->actors->pdata[i], NULL);

      g_array_append_val (rows, id);
    }
  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_array_set_size (ids, 0);
      for (guint j = 0; j < account->actors->len; j++)
        {
          gint64 id = g_array_index (rows, gint64, g_array_index (account->actors, guint, j));

          if (id != 0)
            g_array_append_val (ids, id);
        }
      if (!reach_from (self, index, account, ids, is_full, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
expand_known (Story *self, guint index, gboolean *is_full, GError **error)
{
  gint64 id = g_array_index (self->members, Member, index).id;
  g_autoptr (GPtrArray) accounts
      = rcp_store_list_accounts_of_articles (self->batch->self->store, &id, 1, self->batch->cancellable, error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const RcpStoredAccount *account = accounts->pdata[i];

      if (!reach_from (self, index, account->found, account->actor_ids, is_full, error))
        return FALSE;
    }
  return accounts != NULL;
}

/* From the articles of the batch to all whose dates they may move, and all that bear on those. */
static gboolean
gather (Story *self, GError **error)
{
  RcpBatch *batch = self->batch;
  guint n_incoming = batch->incoming->len;

  if (!rcp_integrator_load_merger (batch->self, batch->cancellable, error))
    return FALSE;
  for (guint i = 0; i < n_incoming; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];

      add_member (self, incoming->id, incoming->document, incoming->text, incoming->findings, incoming);
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      gboolean is_full = FALSE;

      if (i >= n_incoming && !g_array_index (self->members, Member, i).is_open)
        continue;
      if (i < n_incoming && !expand_incoming (self, i, &is_full, error))
        return FALSE;
      /* One that is read again may have dated others by what the store still says of it. */
      if (g_array_index (self->members, Member, i).is_stored && !expand_known (self, i, &is_full, error))
        return FALSE;
      g_array_index (self->members, Member, i).is_frozen = is_full && i >= n_incoming;
    }
  return TRUE;
}

/* In an order that follows from the texts alone: the answer must not hang on which came first. */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *x = a, *y = b;
  int order = strcmp (x->document->text, y->document->text);

  return order != 0 ? order : g_strcmp0 (x->document->outlet, y->document->outlet);
}

/* A clue that another article gave names its place in the set; from here on it names its row. */
static void
name_others (const Story *self, RcpFindings *findings)
{
  GPtrArray *clues = findings->publication ? findings->publication->clues : NULL;

  for (guint i = 0; clues != NULL && i < clues->len; i++)
    {
      RcpPublicationClue *clue = clues->pdata[i];

      if (clue->other == RCP_PUBLICATION_CLUE_NO_OTHER)
        continue;
      clues->pdata[i] = rcp_publication_clue_new (clue->kind, clue->words, clue->range, clue->allowed, clue->told,
                                                  clue->agrees, g_array_index (self->members, Member, clue->other).id);
      rcp_publication_clue_unref (clue);
    }
}

static void
take_answer (Story *self, const Member *member, RcpFindings *answer)
{
  RcpIncoming *incoming = member->incoming;

  name_others (self, answer);
  if (incoming == NULL)
    {
      incoming = g_new0 (RcpIncoming, 1);
      incoming->id = member->id;
      incoming->document = rcp_document_ref (member->document);
      incoming->text = rcp_segmented_text_ref (member->text);
      g_ptr_array_add (self->batch->incoming, incoming);
      g_hash_table_add (self->batch->incoming_ids, dup_id (incoming->id));
    }
  else
    rcp_findings_unref (incoming->findings);
  incoming->findings = rcp_findings_ref (answer);
}

static void
refine (Story *self)
{
  guint n = self->members->len;
  g_autofree RcpDocument **documents = g_new (RcpDocument *, n + 1);
  g_autofree RcpSegmentedText **texts = g_new (RcpSegmentedText *, n + 1);
  g_autofree RcpFindings **findings = g_new (RcpFindings *, n + 1);
  g_autofree gboolean *frozen = g_new (gboolean, n + 1);
  g_autoptr (GPtrArray) answers = NULL;

  g_array_sort (self->members, compare_members);
  for (guint i = 0; i < n; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      documents[i] = member->document;
      texts[i] = member->text;
      findings[i] = member->findings;
      frozen[i] = member->is_frozen;
    }
  answers = rcp_analyser_refine (self->batch->self->analyser, documents, texts, findings, frozen, n, rcp_clock_today ());
  for (guint i = 0; i < n; i++)
    if (answers->pdata[i] != findings[i])
      take_answer (self, &g_array_index (self->members, Member, i), answers->pdata[i]);
}

/**
 * rcp_batch_refine:
 *
 * Sharpens the publication dates of the batch and of the articles it bears on; of these, those that change join the batch
 * to be saved again. The articles of the batch are numbered.
 */
gboolean
rcp_batch_refine (RcpBatch *batch, GError **error)
{
  g_autoptr (GArray) members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Story self = { batch, members, ids, asked, batch->incoming->len + RCP_INTEGRATOR_STORY_ARTICLES };

  g_array_set_clear_func (members, member_clear);
  if (!gather (&self, error))
    return FALSE;
  refine (&self);
  return TRUE;
}

/** rcp_batch_remember: keeps the articles of a batch that was saved at hand. */
void
rcp_batch_remember (RcpBatch *batch)
{
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      RcpKnown *known = find_known (batch->self, incoming->id);

      if (known == NULL)
        keep_known (batch->self, incoming->id, incoming->document, incoming->text, incoming->findings);
      else
        {
          rcp_findings_unref (known->findings);
          known->findings = rcp_findings_ref (incoming->findings);
        }
    }
}
