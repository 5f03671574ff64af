#include "config.h"

#include "rcp-dossier-analysis.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-alias-merger.h"
#include "rcp-dossier-private.h"
#include "rcp-event-date.h"
#include "rcp-event-joiner.h"
#include "rcp-same-wording.h"
#include "rcp-shared-passages.h"
#include "rcp-story-grouper.h"

/* So many articles are all compared with each other; of more, only those with a fingerprint in common. */
#define ALL_PAIRS 48

typedef struct
{
  RcpDocument *const *documents;
  RcpSegmentedText *const *texts;
  guint n;
  guint *order; /* the articles by their content: what depends on an order depends on this one */
  gint64 *outlets;
  RcpDossierAnalysis *result;
} Work;

static void
actor_free (gpointer data)
{
  RcpDossierActor *actor = data;

  g_free (actor->key);
  g_free (actor->name);
  g_ptr_array_unref (actor->aliases);
  g_free (actor);
}

static void
event_free (gpointer data)
{
  RcpDossierEvent *event = data;

  g_free (event->title);
  g_clear_pointer (&event->date, rcp_edtf_unref);
  g_clear_pointer (&event->accounts, g_array_unref);
  g_clear_pointer (&event->actors, g_array_unref);
  g_clear_pointer (&event->outcomes, g_array_unref);
  g_clear_pointer (&event->discrepancies, g_ptr_array_unref);
  g_free (event);
}

static void
difference_clear (gpointer data)
{
  rcp_found_discrepancy_free (((RcpDossierDifference *) data)->discrepancy);
}

void
rcp_dossier_analysis_free (RcpDossierAnalysis *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->actor_ids);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->stories);
  g_array_unref (self->across);
  g_array_unref (self->shared);
  g_free (self);
}

static int
compare_articles (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const Work *work = user_data;
  guint a = *(const guint *) x, b = *(const guint *) y;
  int order = strcmp (work->texts[a]->text, work->texts[b]->text);

  if (order == 0)
    order = g_strcmp0 (work->documents[a]->outlet, work->documents[b]->outlet);
  return order != 0 ? order : (a > b) - (a < b);
}

static void
put_in_order (Work *work)
{
  for (guint i = 0; i < work->n; i++)
    work->order[i] = i;
  g_qsort_with_data (work->order, work->n, sizeof (guint), compare_articles, work);
}

/* Articles of one named outlet have one number; one without a name is an outlet of its own. */
static void
number_outlets (Work *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      const char *name = work->documents[i]->outlet;

      work->outlets[i] = i + 1;
      for (guint k = 0; k < i && name; k++)
        if (g_strcmp0 (work->documents[k]->outlet, name) == 0)
          {
            work->outlets[i] = work->outlets[k];
            break;
          }
    }
}

/** rcp_dossier_actor_add_alias: gives an actor another name; one it has already does no harm. */
void
rcp_dossier_actor_add_alias (RcpDossierActor *actor, const char *alias)
{
  if (strcmp (actor->name, alias) != 0
      && !g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    g_ptr_array_add (actor->aliases, g_strdup (alias));
}

static int
merge_actor (Work *work, RcpAliasMerger *merger, const RcpFoundActor *found)
{
  GPtrArray *actors = work->result->actors;
  gint64 id = rcp_alias_merger_match (merger, found, NULL);
  RcpDossierActor *actor;

  if (id == 0)
    {
      actor = g_new0 (RcpDossierActor, 1);
      actor->kind = found->kind;
      actor->key = rcp_alias_merger_dup_new_key (merger, found);
      actor->name = g_strdup (found->name);
      actor->aliases = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (actors, actor);
      id = actors->len;
    }
  actor = actors->pdata[id - 1];
  /* The fullest name is shown; of two as full the one that sorts first, whichever article came first. */
  if (actor->kind == RCP_ACTOR_PERSON && strlen (found->name) > strlen (actor->name))
    {
      char *old = actor->name;

      actor->name = g_strdup (found->name);
      rcp_dossier_actor_add_alias (actor, old);
      g_free (old);
    }
  else
    rcp_dossier_actor_add_alias (actor, found->name);
  for (guint i = 0; i < found->aliases->len; i++)
    rcp_dossier_actor_add_alias (actor, found->aliases->pdata[i]);
  {
    g_autoptr (GPtrArray) aliases = g_ptr_array_copy (found->aliases, NULL, NULL);

    /* The copy borrows the strings. */
    g_ptr_array_set_free_func (aliases, NULL);
    g_ptr_array_add (aliases, NULL);
    rcp_alias_merger_add (merger, id, found->kind, actor->key, found->name, (const char *const *) aliases->pdata);
    rcp_alias_merger_add (merger, id, found->kind, found->key, found->name, NULL);
    rcp_alias_merger_add_offices (merger, id, found->offices);
  }
  return (int) id - 1;
}

static void
merge_actors (Work *work)
{
  g_autoptr (RcpAliasMerger) merger = rcp_alias_merger_new ();

  for (guint i = 0; i < work->n; i++)
    g_ptr_array_add (work->result->actor_ids, g_array_new (FALSE, FALSE, sizeof (int)));
  for (guint i = 0; i < work->n; i++)
    {
      const RcpFindings *findings = work->result->findings->pdata[work->order[i]];
      GArray *ids = work->result->actor_ids->pdata[work->order[i]];

      for (guint k = 0; k < findings->actors->len; k++)
        {
          const RcpFoundActor *found = findings->actors->pdata[k];
          int id = found->kind == RCP_ACTOR_PLACE ? -1 : merge_actor (work, merger, found);

          g_array_append_val (ids, id);
        }
    }
}

static gboolean
have_common_fingerprint (const GArray *a, const GHashTable *b)
{
  for (guint i = 0; i < a->len; i++)
    if (g_hash_table_contains ((GHashTable *) b, &g_array_index (a, RcpFingerprint, i).hash))
      return TRUE;
  return FALSE;
}

static void
compare_texts (Work *work)
{
  for (guint i = 0; i < work->n; i++)
    {
      const RcpFindings *there = work->result->findings->pdata[i];
      g_autoptr (GHashTable) hashes = g_hash_table_new (g_int64_hash, g_int64_equal);

      for (guint k = 0; k < there->fingerprints->len; k++)
        g_hash_table_add (hashes, &g_array_index (there->fingerprints, RcpFingerprint, k).hash);
      for (guint k = i + 1; k < work->n; k++)
        {
          const RcpFindings *here = work->result->findings->pdata[k];
          g_autoptr (GArray) passages = NULL;

          if (work->n > ALL_PAIRS && !have_common_fingerprint (here->fingerprints, hashes))
            continue;
          passages = rcp_shared_passages_compare (work->texts[i], work->texts[k]);
          for (guint p = 0; p < passages->len; p++)
            {
              RcpSharedWording wording = { i, k, g_array_index (passages, RcpSharedPassage, p) };

              g_array_append_val (work->result->shared, wording);
            }
        }
    }
}

/* One account with what joining and checking need of it. */
typedef struct
{
  guint article;
  guint account;
  const RcpFoundAccount *found;
  gint64 *actors; /* as many as @found has, in its order; -1 for a mere place */
  gint64 *identities; /* the same, one higher */
  guint n_actors;
  gint64 *sorted;
  guint n_sorted;
  guint group;
  guint lead; /* the piece that stands for its wording */
} Piece;

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_free (piece->actors);
  g_free (piece->identities);
  g_free (piece->sorted);
}

static int
compare_ids (gconstpointer x, gconstpointer y)
{
  gint64 a = *(const gint64 *) x, b = *(const gint64 *) y;

  return (a > b) - (a < b);
}

static GArray *
list_pieces (const Work *work)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i < work->n; i++)
    {
      guint article = work->order[i];
      const RcpFindings *findings = work->result->findings->pdata[article];
      const GArray *ids = work->result->actor_ids->pdata[article];

      for (guint k = 0; k < findings->accounts->len; k++)
        {
          Piece piece = { article, k, findings->accounts->pdata[k] };

          piece.n_actors = piece.found->actors->len;
          piece.actors = g_new (gint64, piece.n_actors + 1);
          piece.identities = g_new (gint64, piece.n_actors + 1);
          piece.sorted = g_new (gint64, piece.n_actors + 1);
          for (guint a = 0; a < piece.n_actors; a++)
            {
              guint own = g_array_index (piece.found->actors, guint, a);

              piece.actors[a] = own < ids->len ? g_array_index (ids, int, own) : -1;
              piece.identities[a] = piece.actors[a] + 1;
              if (piece.actors[a] >= 0)
                piece.sorted[piece.n_sorted++] = piece.actors[a];
            }
          qsort (piece.sorted, piece.n_sorted, sizeof (gint64), compare_ids);
          for (guint from = 1, to = 1; from <= piece.n_sorted; from++)
            if (from == piece.n_sorted)
              piece.n_sorted = to;
            else if (piece.sorted[from] != piece.sorted[to - 1])
              piece.sorted[to++] = piece.sorted[from];
          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}

static RcpEdtf *
get_published (const Work *work, guint article)
{
  const RcpFindings *findings = work->result->findings->pdata[article];

  return findings->publication ? findings->publication->date : NULL;
}

static RcpCheckAccount
check_piece (const Work *work, const Piece *piece)
{
  return (RcpCheckAccount){ .article = piece->article, .outlet = work->outlets[piece->article],
                            .published = get_published (work, piece->article), .account = piece->found,
                            .actor_ids = piece->identities };
}

static guint
join_pieces (const Work *work, GArray *pieces)
{
  g_autofree RcpJoinAccount *accounts = g_new0 (RcpJoinAccount, pieces->len + 1);
  g_autofree RcpCheckAccount *checks = g_new0 (RcpCheckAccount, pieces->len + 1);
  g_autofree guint *leads = g_new0 (guint, pieces->len + 1);
  g_autofree guint *groups = g_new0 (guint, pieces->len + 1);
  guint n_groups = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      accounts[i] = (RcpJoinAccount){
        .id = i, .article = piece->article, .position = piece->found->sentence, .when = piece->found->when,
        .action = piece->found->action, .status = piece->found->status, .actors = piece->sorted,
        .n_actors = piece->n_sorted, .terms = (const guint32 *) (gpointer) piece->found->terms->data,
        .n_terms = piece->found->terms->len, .is_lead = piece->found->is_lead,
        .place = piece->found->place_key
      };
      checks[i] = check_piece (work, piece);
    }
  rcp_same_wording_find (checks, pieces->len, (const RcpSharedWording *) (gpointer) work->result->shared->data,
                         work->result->shared->len, NULL, 0, leads);
  rcp_event_joiner_join_wordings (accounts, pieces->len, leads, NULL, 0, groups);
  for (guint i = 0; i < pieces->len; i++)
    {
      g_array_index (pieces, Piece, i).lead = leads[i];
      g_array_index (pieces, Piece, i).group = groups[i];
      n_groups = MAX (n_groups, groups[i] + 1);
    }
  return n_groups;
}

typedef struct
{
  const Work *work;
  const GArray *pieces;
} Sorting;

static int
compare_members (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const Sorting *sorting = user_data;
  guint i = *(const guint *) x, j = *(const guint *) y;
  const Piece *a = &g_array_index (sorting->pieces, Piece, i);
  const Piece *b = &g_array_index (sorting->pieces, Piece, j);
  int order = rcp_edtf_compare (get_published (sorting->work, a->article), get_published (sorting->work, b->article));

  /* Pieces stand in the order of content. */
  return order != 0 ? order : (i > j) - (i < j);
}

/* The action that most wordings give; of two as frequent the one of the account that dates the event. */
static RcpAction
choose_action (const GArray *pieces, const GArray *members, const gboolean *stands, guint best)
{
  guint counts[RCP_ACTION_ASSAULT + 1] = { 0 };
  RcpAction chosen;

  for (guint i = 0; i < members->len; i++)
    counts[g_array_index (pieces, Piece, g_array_index (members, guint, i)).found->action] += stands[i];
  chosen = g_array_index (pieces, Piece, g_array_index (members, guint, best)).found->action;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[chosen])
      chosen = i;
  return chosen;
}

/* What one account tells as done was done, whatever others announced before. */
static RcpStatus
choose_status (const GArray *pieces, const GArray *members, const gboolean *stands)
{
  static const RcpStatus ranks[] = { RCP_STATUS_DONE, RCP_STATUS_BACKGROUND, RCP_STATUS_DENIED, RCP_STATUS_PLANNED,
                                     RCP_STATUS_HYPOTHETICAL };

  for (guint r = 0; r < G_N_ELEMENTS (ranks); r++)
    for (guint i = 0; i < members->len; i++)
      if (stands[i] && g_array_index (pieces, Piece, g_array_index (members, guint, i)).found->status == ranks[r])
        return ranks[r];
  return RCP_STATUS_DONE;
}

/* How well an account's title names the event: its own date to the day of the event, its own words, two actors, a title
 * that fits. */
static int
weigh_title (const Piece *piece, const RcpDossierEvent *event, int copy_of)
{
  const RcpFoundAccount *found = piece->found;
  int weight = 0;

  if (found->title == NULL || found->title[0] == '\0')
    return -1000;
  if (found->action == event->action)
    weight += 40;
  if (found->date >= 0)
    weight += 20;
  if (event->date && found->when && rcp_edtf_equal (found->when, event->date))
    weight += 10;
  if (copy_of < 0)
    weight += 5;
  if (found->status == event->status)
    weight += 10;
  weight += 4 * MIN (piece->n_sorted, 2);
  /* Who did what says more than a noun and a name. */
  weight += 15 * (int) rcp_event_title_get_rank (found->title);
  if (g_utf8_strlen (found->title, -1) > 42)
    weight -= 10;
  return weight;
}

static char *
choose_title (const GArray *pieces, const GArray *members, const gboolean *stands, const RcpDossierEvent *event)
{
  const char *best = "";
  int best_weight = -10000;

  for (guint i = 0; i < members->len; i++)
    {
      guint index = g_array_index (members, guint, i);
      const Piece *piece = &g_array_index (pieces, Piece, index);
      int copy_of = g_array_index (event->accounts, RcpDossierAccount, i).copy_of, weight;

      /* A wording is somebody's own if any that has it is. */
      for (guint k = 0; k < members->len && copy_of >= 0; k++)
        if (g_array_index (pieces, Piece, g_array_index (members, guint, k)).lead == index)
          copy_of = MIN (copy_of, g_array_index (event->accounts, RcpDossierAccount, k).copy_of);
      weight = weigh_title (piece, event, copy_of);
      if (stands[i] && weight > best_weight)
        {
          best = piece->found->title ? piece->found->title : "";
          best_weight = weight;
        }
    }
  return g_strdup (best);
}

typedef struct
{
  guint actor;
  guint n;
  guint place;
} Doer;

static int
compare_doers (gconstpointer x, gconstpointer y)
{
  const Doer *a = x, *b = y;

  if (a->n != b->n)
    return a->n > b->n ? -1 : 1;
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  return (a->actor > b->actor) - (a->actor < b->actor);
}

static GArray *
list_doers (const GArray *pieces, const GArray *members, const gboolean *stands)
{
  g_autoptr (GArray) doers = g_array_new (FALSE, FALSE, sizeof (Doer));
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, g_array_index (members, guint, i));

      for (guint k = 0; stands[i] && k < piece->n_actors; k++)
        {
          guint at = 0;

          if (piece->actors[k] < 0)
            continue;
          while (at < doers->len && g_array_index (doers, Doer, at).actor != piece->actors[k])
            at++;
          if (at == doers->len)
            {
              Doer doer = { (guint) piece->actors[k], 0, 0 };

              g_array_append_val (doers, doer);
            }
          g_array_index (doers, Doer, at).n++;
          g_array_index (doers, Doer, at).place += k;
        }
    }
  g_array_sort (doers, compare_doers);
  for (guint i = 0; i < doers->len; i++)
    g_array_append_val (actors, g_array_index (doers, Doer, i).actor);
  return actors;
}

static guint
count_outlets (const RcpCheckAccount *checks, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean seen = FALSE;

      for (guint k = 0; k < i && !seen; k++)
        seen = checks[k].outlet == checks[i].outlet;
      count += !seen;
    }
  return count;
}

/* Which members stand for their wording, or have it alone: what the event says comes from these. */
static gboolean *
list_standing (const GArray *pieces, const GArray *members)
{
  gboolean *stands = g_new (gboolean, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    {
      guint index = g_array_index (members, guint, i), lead = g_array_index (pieces, Piece, index).lead;

      stands[i] = TRUE;
      for (guint k = 0; k < members->len && lead != index; k++)
        stands[i] = stands[i] && g_array_index (members, guint, k) != lead;
    }
  return stands;
}

static RcpEdtf *
find_date (const RcpCheckAccount *checks, const gboolean *stands, guint n, guint *best)
{
  g_autofree RcpCheckAccount *standing = g_new (RcpCheckAccount, n + 1);
  g_autofree guint *places = g_new0 (guint, n + 1);
  guint n_standing = 0, at = 0;
  RcpEdtf *date;

  for (guint i = 0; i < n; i++)
    if (stands[i])
      {
        places[n_standing] = i;
        standing[n_standing++] = checks[i];
      }
  date = rcp_event_date_find (standing, n_standing, &at);
  *best = places[at];
  return date;
}

static RcpDossierEvent *
build_event (const Work *work, const GArray *pieces, GArray *members)
{
  RcpDossierEvent *event = g_new0 (RcpDossierEvent, 1);
  Sorting sorting = { work, pieces };
  g_autofree RcpCheckAccount *checks = g_new0 (RcpCheckAccount, members->len);
  g_autofree int *copy_of = g_new (int, members->len);
  g_autofree gboolean *stands = NULL;

  g_array_sort_with_data (members, compare_members, &sorting);
  for (guint i = 0; i < members->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, g_array_index (members, guint, i));

      checks[i] = check_piece (work, piece);
    }
  rcp_independence_find_copies (checks, members->len, (const RcpSharedWording *) (gpointer) work->result->shared->data,
                                work->result->shared->len, copy_of);
  event->accounts = g_array_new (FALSE, FALSE, sizeof (RcpDossierAccount));
  for (guint i = 0; i < members->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, g_array_index (members, guint, i));
      RcpDossierAccount account = { piece->article, piece->account, copy_of[i] };

      g_array_append_val (event->accounts, account);
    }
  stands = list_standing (pieces, members);
  event->date = find_date (checks, stands, members->len, &event->best);
  event->n_outlets = count_outlets (checks, members->len);
  event->n_independent = rcp_independence_count (checks, members->len, copy_of);
  event->discrepancies = rcp_discrepancy_finder_find (checks, members->len);
  event->action = choose_action (pieces, members, stands, event->best);
  event->status = choose_status (pieces, members, stands);
  event->actors = list_doers (pieces, members, stands);
  event->title = choose_title (pieces, members, stands, event);
  event->outcomes = g_array_new (FALSE, FALSE, sizeof (guint));
  return event;
}

static int
compare_events (gconstpointer x, gconstpointer y)
{
  const RcpDossierEvent *a = *(RcpDossierEvent *const *) x, *b = *(RcpDossierEvent *const *) y;

  return rcp_edtf_compare (a->date, b->date);
}

/* A sentence that stands twice in one event is one account of it: the one that is dated by its own words. */
static void
add_member (const GArray *pieces, GArray *members, guint index)
{
  const Piece *piece = &g_array_index (pieces, Piece, index);

  for (guint i = 0; i < members->len; i++)
    {
      const Piece *other = &g_array_index (pieces, Piece, g_array_index (members, guint, i));

      if (other->article != piece->article || other->found->sentence != piece->found->sentence)
        continue;
      if (other->found->date < 0 && piece->found->date >= 0)
        g_array_index (members, guint, i) = index;
      return;
    }
  g_array_append_val (members, index);
}

static void
build_events (Work *work)
{
  g_autoptr (GArray) pieces = list_pieces (work);
  guint n_groups = join_pieces (work, pieces);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < pieces->len; i++)
    add_member (pieces, groups->pdata[g_array_index (pieces, Piece, i).group], i);
  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (work->result->events, build_event (work, pieces, groups->pdata[i]));
  /* Stable: events of one date stay in the order of their first account. */
  g_ptr_array_sort (work->result->events, compare_events);
}

static void
group_stories (Work *work, RcpAnalyser *analyser)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_story_article_free);
  g_autofree guint *groups = g_new (guint, work->n + 1);
  guint n_groups;

  for (guint i = 0; i < work->n; i++)
    g_ptr_array_add (articles, rcp_analyser_read_story (analyser, work->texts[i], work->result->findings->pdata[i]));
  n_groups = rcp_story_grouper_group ((RcpStoryArticle *const *) articles->pdata, work->n, groups);
  for (guint i = 0; i < n_groups; i++)
    g_ptr_array_add (work->result->stories, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < work->n; i++)
    g_array_append_val ((GArray *) work->result->stories->pdata[groups[i]], i);
}

/**
 * rcp_dossier_analysis_new:
 * @documents: (array length=n): the articles
 * @texts: (array length=n): their texts
 * @findings: (array length=n): what was found in each by itself
 * @today: the day of the analysis
 *
 * Analyses articles together: sharpens publication dates, joins actors, finds shared passages, joins accounts into events
 * and checks these. Any thread.
 *
 * Returns: (transfer full): all that was found.
 */
RcpDossierAnalysis *
rcp_dossier_analysis_new (RcpAnalyser *analyser, RcpDocument *const *documents, RcpSegmentedText *const *texts,
                          RcpFindings *const *findings, guint n, gint32 today)
{
  RcpDossierAnalysis *self = g_new0 (RcpDossierAnalysis, 1);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree gint64 *outlets = g_new (gint64, n + 1);
  Work work = { documents, texts, n, order, outlets, self };

  self->findings = rcp_analyser_refine (analyser, documents, texts, findings, NULL, n, today);
  self->actors = g_ptr_array_new_with_free_func (actor_free);
  self->actor_ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->events = g_ptr_array_new_with_free_func (event_free);
  self->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->across = g_array_new (FALSE, FALSE, sizeof (RcpDossierDifference));
  g_array_set_clear_func (self->across, difference_clear);
  self->shared = g_array_new (FALSE, FALSE, sizeof (RcpSharedWording));
  put_in_order (&work);
  number_outlets (&work);
  merge_actors (&work);
  rcp_dossier_resolve_offices (self, rcp_analyser_get_lexicon (analyser), order);
  compare_texts (&work);
  build_events (&work);
  rcp_dossier_find_across (self, outlets);
  rcp_dossier_find_outcomes (self);
  group_stories (&work, analyser);
  return self;
}
