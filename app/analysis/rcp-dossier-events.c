#include "config.h"

#include "rcp-dossier-private.h"

#include <stdlib.h>

#include "rcp-event-date.h"
#include "rcp-event-joiner.h"
#include "rcp-same-wording.h"

/* The accounts of articles read together, joined into events, each with what its accounts say best. */

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
list_pieces (const RcpDossierWork *work)
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
              /* Whom it is from takes no part in it. */
              if (piece.actors[a] >= 0 && !(piece.found->attribution && piece.found->speaker == (int) own))
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
get_published (const RcpDossierWork *work, guint article)
{
  const RcpFindings *findings = work->result->findings->pdata[article];

  return findings->publication ? findings->publication->date : NULL;
}

static RcpCheckAccount
check_piece (const RcpDossierWork *work, const Piece *piece)
{
  return (RcpCheckAccount){ .article = piece->article, .outlet = work->outlets[piece->article],
                            .published = get_published (work, piece->article), .account = piece->found,
                            .actor_ids = piece->identities };
}

static guint
join_pieces (const RcpDossierWork *work, GArray *pieces)
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
  const RcpDossierWork *work;
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
build_event (const RcpDossierWork *work, const GArray *pieces, GArray *members)
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

/** rcp_dossier_build_events: joins the accounts of all articles into the events of the result, by date. */
void
rcp_dossier_build_events (RcpDossierWork *work)
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
