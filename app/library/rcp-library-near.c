#include "config.h"

#include "rcp-library-private.h"

#include "rcp-fold.h"

/* Which events may be the same as one: those a person chooses from. */

#define MAX_EVENTS 60

/* How much each thing that two events have in common counts, and a day between them. */
#define ACTOR_POINTS 30
#define ACTION_POINTS 15
#define WORD_POINTS 5
#define MAX_DAYS 400

typedef struct
{
  RcpEvent *event;
  gint64 points;
} Near;

static gint64
count_days_between (RcpEdtf *a, RcpEdtf *b)
{
  gint64 gap;

  if (a == NULL || b == NULL || !rcp_edtf_is_bounded (a) || !rcp_edtf_is_bounded (b))
    return MAX_DAYS / 4;
  gap = MAX ((gint64) rcp_edtf_get_first_day (a) - rcp_edtf_get_last_day (b),
             (gint64) rcp_edtf_get_first_day (b) - rcp_edtf_get_last_day (a));
  return CLAMP (gap, 0, MAX_DAYS);
}

static guint
count_common_actors (RcpEvent *a, RcpEvent *b)
{
  gsize size_a = 0, size_b = 0;
  const gint64 *x = g_bytes_get_data (rcp_event_get_actor_ids (a), &size_a);
  const gint64 *y = g_bytes_get_data (rcp_event_get_actor_ids (b), &size_b);
  guint n = 0;

  for (gsize i = 0; i < size_a / sizeof *x; i++)
    for (gsize j = 0; j < size_b / sizeof *y; j++)
      n += x[i] == y[j];
  return n;
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = rcp_fold_words (text ? text : "");

  return g_strsplit (folded, " ", -1);
}

static guint
count_common_words (char **a, char **b)
{
  guint n = 0;

  for (guint i = 0; a[i] != NULL; i++)
    n += a[i][0] != '\0' && g_strv_contains ((const char *const *) b, a[i]);
  return n;
}

static gint64
count_points (RcpEvent *event, char **words, RcpEvent *other, char **other_words)
{
  return (gint64) ACTOR_POINTS * count_common_actors (event, other)
         + (rcp_event_get_action (event) == rcp_event_get_action (other) ? ACTION_POINTS : 0)
         + (gint64) WORD_POINTS * count_common_words (words, other_words)
         - count_days_between (rcp_event_get_date (event), rcp_event_get_date (other));
}

static gboolean
has_words (const char *title, char **wanted)
{
  g_autofree char *folded = rcp_fold_words (title);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (folded, wanted[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Of equals, that of the earlier date first, as the store lists them. */
static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *x = a, *y = b;

  return (x->points < y->points) - (x->points > y->points);
}

static gpointer
query_list_near_events (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpEvent) event = rcp_store_load_event (args->store, args->id, cancellable, error);
  g_autoptr (GListModel) events = event ? rcp_store_list_events (args->store, 0, cancellable, error) : NULL;
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_EVENT);
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) wanted = split_words (args->text);

  if (events == NULL)
    return NULL;
  words = split_words (rcp_event_get_title (event));
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) other = g_list_model_get_item (events, i);
      g_auto (GStrv) other_words = split_words (rcp_event_get_title (other));
      Near one = { other, count_points (event, words, other, other_words) };

      if (rcp_event_get_id (other) == args->id || !has_words (rcp_event_get_title (other), wanted))
        continue;
      /* The list of the store keeps it. */
      g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (near->len, MAX_EVENTS); i++)
    g_list_store_append (list, g_array_index (near, Near, i).event);
  return g_steal_pointer (&list);
}

static RcpLibraryArgs *
pack (gint64 event_id, const char *text)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = event_id;
  args->text = g_strdup (text);
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (list_near_events, GListModel, (gint64 event_id, const char *text), pack (event_id, text))
