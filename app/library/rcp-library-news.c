#include "config.h"

#include "rcp-library-private.h"

#include "rcp-article-edit.h"
#include "rcp-article-edits.h"
#include "rcp-batch.h"
#include "rcp-clock.h"

/* What is new since the user last looked through a dossier, and that he did. */

static GListModel *
to_list (GPtrArray *objects, GType type)
{
  GListStore *list = g_list_store_new (type);

  g_list_store_splice (list, 0, 0, objects->pdata, objects->len);
  return G_LIST_MODEL (list);
}

static char *
dup_sentence (const RcpSegmentedText *text, RcpRange range)
{
  return rcp_range_length (range) > 0 ? rcp_segmented_text_dup_range (text, range) : NULL;
}

static void
add_edit (GListStore *edits, RcpArticle *article, const RcpStoredVersion *version, const RcpFoundEdit *found,
          const RcpSegmentedText *before, const RcpSegmentedText *after)
{
  g_autofree char *was = dup_sentence (before, found->before), *is = dup_sentence (after, found->after);
  g_autoptr (RcpArticleEdit) edit
      = g_object_new (RCP_TYPE_ARTICLE_EDIT, "article-id", version->article_id, "article-title",
                      rcp_article_get_title (article), "outlet", rcp_article_get_outlet (article), "kind", found->kind,
                      "points", found->points, "before", was, "after", is, "start", found->after.start, "end",
                      found->after.end, "replaced-us", version->replaced_us, NULL);

  g_list_store_append (edits, edit);
}

/* Both versions are read by the analysis of today and as of the same day, so that only the words make a difference. */
static gboolean
find_edits (const RcpLibraryArgs *args, const RcpStoredVersion *version, GListStore *edits, GCancellable *cancellable,
            GError **error)
{
  RcpAnalyser *analyser = rcp_integrator_get_analyser (args->integrator);
  g_autoptr (RcpArticle) article = rcp_store_load_article (args->store, version->article_id, cancellable, error);
  g_autoptr (RcpDocument) document = NULL, old_document = NULL;
  g_autoptr (RcpSegmentedText) before = NULL, after = NULL;
  g_autoptr (RcpFindings) old = NULL, new = NULL;
  g_autoptr (RcpPublication) publication = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) unreadable = NULL;

  if (article == NULL)
    return FALSE;
  document = rcp_store_load_document (args->store, version->article_id, cancellable, error);
  if (document == NULL)
    return FALSE;
  bytes = g_bytes_new (version->text, strlen (version->text));
  old_document = rcp_document_read (bytes, "text/plain", version->title, NULL, &unreadable);
  if (old_document == NULL)
    return TRUE;
  if (rcp_article_get_published (article) != NULL)
    publication = rcp_publication_new (rcp_article_get_published (article), RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL,
                                       (RcpRange){ 0, 0 });
  before = rcp_integrator_cut (old_document);
  after = rcp_integrator_cut (document);
  old = rcp_analyser_analyse (analyser, old_document, before, publication, rcp_clock_today ());
  new = rcp_analyser_analyse (analyser, document, after, publication, rcp_clock_today ());
  found = rcp_article_edits_find (before, old, after, new);
  for (guint i = 0; i < found->len; i++)
    add_edit (edits, article, version, &g_array_index (found, RcpFoundEdit, i), before, after);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
add_id (GHashTable *ids, GArray *list, gint64 id)
{
  if (id != 0 && g_hash_table_add (ids, g_memdup2 (&id, sizeof id)))
    g_array_append_val (list, id);
}

/* The events that accounts, copies and discrepancies are about. */
static GPtrArray *
load_known (RcpStore *store, const RcpStoredNews *news, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < news->accounts->len; i++)
    add_id (seen, ids, rcp_account_get_event_id (news->accounts->pdata[i]));
  for (guint i = 0; i < news->copies->len; i++)
    add_id (seen, ids, rcp_account_get_event_id (news->copies->pdata[i]));
  for (guint i = 0; i < news->discrepancies->len; i++)
    add_id (seen, ids, rcp_discrepancy_get_event_id (news->discrepancies->pdata[i]));
  return rcp_store_load_events (store, (const gint64 *) (gpointer) ids->data, ids->len, cancellable, error);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  RcpEvent *x = *(RcpEvent *const *) a, *y = *(RcpEvent *const *) b;
  int order = rcp_edtf_compare (rcp_event_get_date (x), rcp_event_get_date (y));

  return order ? order : (rcp_event_get_id (x) > rcp_event_get_id (y)) - (rcp_event_get_id (x) < rcp_event_get_id (y));
}

/* A plan that came about is told as that, and not as a new event once more. */
static void
drop_outcomes (RcpStoredNews *news)
{
  for (guint i = news->events->len; i > 0; i--)
    for (guint j = 0; j < news->outcomes->len; j++)
      if (rcp_event_get_id (news->events->pdata[i - 1]) == rcp_event_get_id (news->outcomes->pdata[j]))
        {
          g_ptr_array_remove_index (news->events, i - 1);
          break;
        }
}

static gpointer
query_load_news (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  gint64 since_us = args->time_us;
  g_autoptr (RcpNews) news = NULL;
  g_autoptr (RcpStoredNews) stored = NULL;
  g_autoptr (GListStore) edits = g_list_store_new (RCP_TYPE_ARTICLE_EDIT);
  g_autoptr (GPtrArray) known = NULL;

  if (since_us < 0 && !rcp_store_get_visit (args->store, args->id, &since_us, cancellable, error))
    return NULL;
  news = rcp_news_new (since_us);
  /* Who was never here has no last visit: all would be new, which says nothing. */
  stored = rcp_store_load_news (args->store, args->id, since_us ? since_us : G_MAXINT64, cancellable, error);
  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->versions->len; i++)
    if (!find_edits (args, stored->versions->pdata[i], edits, cancellable, error))
      return NULL;
  known = load_known (args->store, stored, cancellable, error);
  if (known == NULL)
    return NULL;
  drop_outcomes (stored);
  g_ptr_array_sort (stored->events, compare_events);
  g_ptr_array_sort (stored->outcomes, compare_events);
  rcp_news_take (news, to_list (stored->events, RCP_TYPE_EVENT), to_list (stored->accounts, RCP_TYPE_ACCOUNT),
                 G_LIST_MODEL (g_steal_pointer (&edits)), to_list (stored->discrepancies, RCP_TYPE_DISCREPANCY),
                 to_list (stored->outcomes, RCP_TYPE_EVENT), to_list (stored->copies, RCP_TYPE_ACCOUNT),
                 g_steal_pointer (&known));
  return g_steal_pointer (&news);
}

static gboolean
change_set_visit (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return rcp_store_set_visit (args->store, args->id, args->time_us, NULL, error);
}

static RcpLibraryArgs *
pack (gint64 dossier_id, gint64 time_us)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = dossier_id;
  args->time_us = time_us;
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (load_news, RcpNews, (gint64 dossier_id, gint64 since_us), pack (dossier_id, since_us))
RCP_DEFINE_LIBRARY_CHANGE (set_visit, (gint64 dossier_id, gint64 seen_us), pack (dossier_id, seen_us))
