#include "config.h"

#include "rcp-library-private.h"

#include "rcp-search-results-private.h"

/* The questions a door can ask. Each has one function that asks the store; the table at the end makes its three public
 * forms. */

static gpointer
query_list_dossiers (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_dossiers (args->store, cancellable, error);
}

static gpointer
query_list_events (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_events (args->store, args->id, cancellable, error);
}

static gpointer
query_list_articles (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_articles (args->store, args->id, cancellable, error);
}

static gpointer
query_list_actors (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_actors (args->store, args->id, cancellable, error);
}

static gpointer
query_list_notes (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_notes (args->store, args->id, cancellable, error);
}

static gpointer
query_load_actor (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_load_actor (args->store, args->id, args->dossier_id, cancellable, error);
}

static gpointer
query_cross_check (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_cross_builder_build (args->store, args->id, cancellable, error);
}

static gpointer
query_list_outlets (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_outlets (args->store, args->id, cancellable, error);
}

static gpointer
query_load_outlet (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_outlet_builder_build (args->store, args->id, args->dossier_id, cancellable, error);
}

static gpointer
query_list_event_words (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_event_words_builder_build (args->store, args->id, args->dossier_id, cancellable, error);
}

static gpointer
query_load_event (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpEvent) event = NULL;
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GListModel) discrepancies = NULL;
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GArray) plan_ids = NULL;
  gint64 outcome_id = 0;

  if (!(event = rcp_store_load_event (args->store, args->id, cancellable, error))
      || !(accounts = rcp_store_list_event_accounts (args->store, args->id, args->dossier_id, cancellable, error))
      || !(actors = rcp_store_list_event_actors (args->store, args->id, args->dossier_id, cancellable, error))
      || !(discrepancies = rcp_store_list_event_discrepancies (args->store, args->id, cancellable, error))
      || !(notes = rcp_store_list_event_notes (args->store, args->id, cancellable, error))
      || !(conflicts = rcp_store_list_event_conflicts (args->store, args->id, cancellable, error))
      || !rcp_store_find_outcome (args->store, args->id, &plan_ids, &outcome_id, cancellable, error)
      || !(plans = rcp_store_load_events (args->store, (const gint64 *) (gpointer) plan_ids->data, plan_ids->len, cancellable,
                                          error))
      || !(outcomes = rcp_store_load_events (args->store, &outcome_id, outcome_id != 0, cancellable, error)))
    return NULL;
  return rcp_event_detail_new (event, accounts, actors, discrepancies, notes, conflicts, plans,
                               outcomes->len > 0 ? outcomes->pdata[0] : NULL);
}

static GArray *
to_set_aside_ranges (const GArray *set_aside)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RcpSetAsideRange));

  for (guint i = 0; set_aside != NULL && i < set_aside->len; i++)
    {
      const RcpSetAside *from = &g_array_index (set_aside, RcpSetAside, i);
      RcpSetAsideRange range = { from->range, from->kind };

      g_array_append_val (ranges, range);
    }
  return ranges;
}

static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const RcpSharedRange *x = a, *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return (x->article_id > y->article_id) - (x->article_id < y->article_id);
}

static GArray *
to_shared_ranges (const GArray *shared)
{
  GArray *ranges = g_array_new (FALSE, TRUE, sizeof (RcpSharedRange));

  for (guint i = 0; i < shared->len; i++)
    {
      const RcpStoredShared *from = &g_array_index (shared, RcpStoredShared, i);
      RcpSharedRange range = { 0 };

      range.range = from->passage.a;
      range.article_id = from->article_b;
      range.other = from->passage.b;
      range.n_words = from->passage.n_words;
      range.kind = from->passage.kind;
      g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_shared);
  return ranges;
}

typedef struct
{
  gint64 id;
  guint n_words;
} Similar;

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const Similar *x = a, *y = b;

  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* The articles at the other end of @shared, those with the most words in common first. */
static GListModel *
list_similar (RcpStore *store, const GArray *shared, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) similar = g_array_new (FALSE, FALSE, sizeof (Similar));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) articles = NULL;
  GListStore *list;

  for (guint i = 0; i < shared->len; i++)
    {
      const RcpSharedRange *range = &g_array_index (shared, RcpSharedRange, i);
      guint at;

      for (at = 0; at < similar->len; at++)
        if (g_array_index (similar, Similar, at).id == range->article_id)
          break;
      if (at == similar->len)
        {
          Similar other = { range->article_id, 0 };

          g_array_append_val (similar, other);
        }
      g_array_index (similar, Similar, at).n_words += range->n_words;
    }
  g_array_sort (similar, compare_similar);
  for (guint i = 0; i < similar->len; i++)
    g_array_append_val (ids, g_array_index (similar, Similar, i).id);
  articles = rcp_store_load_articles (store, (const gint64 *) (gpointer) ids->data, ids->len, cancellable, error);
  if (articles == NULL)
    return NULL;
  list = g_list_store_new (RCP_TYPE_ARTICLE);
  g_list_store_splice (list, 0, 0, articles->pdata, articles->len);
  return G_LIST_MODEL (list);
}

static gpointer
query_load_article (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (GArray) stored_aside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (GArray) stored_shared = NULL;
  g_autoptr (GArray) set_aside = NULL;
  g_autoptr (GArray) shared = NULL;
  g_autoptr (GListModel) similar = NULL;
  g_autoptr (GPtrArray) clues = NULL;

  if (!(article = rcp_store_load_article (args->store, args->id, cancellable, error))
      || !(text = rcp_store_load_text (args->store, args->id, &stored_aside, cancellable, error))
      || !(mentions = rcp_store_list_mentions (args->store, args->id, cancellable, error))
      || !(actors = rcp_store_list_article_actors (args->store, args->id, cancellable, error))
      || !(dates = rcp_store_list_dates (args->store, args->id, cancellable, error))
      || !(clues = rcp_store_list_publication_clues (args->store, args->id, cancellable, error))
      || !(accounts = rcp_store_list_article_accounts (args->store, args->id, cancellable, error))
      || !(notes = rcp_store_list_article_notes (args->store, args->id, cancellable, error))
      || !(stored_shared = rcp_store_list_shared (args->store, &args->id, 1, cancellable, error)))
    return NULL;
  set_aside = to_set_aside_ranges (stored_aside);
  shared = to_shared_ranges (stored_shared);
  similar = list_similar (args->store, shared, cancellable, error);
  if (similar == NULL)
    return NULL;
  return rcp_article_detail_new (article, text, set_aside, mentions, actors, dates, accounts, notes, shared, similar,
                                 clues);
}

/* @text with the stretches of @matches (RcpRange, in order) in bold. */
static char *
to_markup (const char *text, const GArray *matches)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *p = text;
  guint at = 0, length = g_utf8_strlen (text, -1);

  for (guint i = 0; i <= (matches ? matches->len : 0); i++)
    {
      gboolean is_match = matches != NULL && i < matches->len;
      RcpRange range = is_match ? g_array_index (matches, RcpRange, i) : (RcpRange){ length, length };
      guint start = CLAMP (range.start, at, length), end = CLAMP (range.end, start, length);
      const char *from = g_utf8_offset_to_pointer (p, start - at);
      const char *to = g_utf8_offset_to_pointer (from, end - start);
      g_autofree char *plain = g_markup_escape_text (p, from - p);
      g_autofree char *bold = g_markup_escape_text (from, to - from);

      g_string_append (markup, plain);
      if (end > start)
        g_string_append_printf (markup, "<b>%s</b>", bold);
      p = to;
      at = end;
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static gpointer
query_search (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) hits = rcp_store_search (args->store, args->id, args->text, 50, cancellable, error);
  RcpSearchResults *results;

  if (hits == NULL)
    return NULL;
  results = rcp_search_results_new ();
  for (guint i = 0; i < hits->len; i++)
    {
      const RcpStoreHit *hit = hits->pdata[i];
      g_autofree char *title = to_markup (hit->title ? hit->title : "", hit->title_matches);
      g_autofree char *detail = hit->detail ? to_markup (hit->detail, hit->detail_matches) : NULL;

      rcp_search_results_take (results, rcp_search_hit_new ((RcpSearchHitKind) hit->kind, hit->id, title, detail));
    }
  return results;
}

static gpointer
query_preview_published (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_integrator_preview_published (args->integrator, args->id, args->date, cancellable, error);
}

static RcpLibraryArgs *
pack_date (gint64 id, RcpEdtf *date)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  args->date = date ? rcp_edtf_ref (date) : NULL;
  return args;
}

static RcpLibraryArgs *
pack (gint64 id, gint64 dossier_id, const char *text)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  args->dossier_id = dossier_id;
  args->text = g_strdup (text);
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (list_dossiers, GListModel, (gint64 unused), pack (unused, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_events, GListModel, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_articles, GListModel, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_actors, GListModel, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_notes, GListModel, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (load_event, RcpEventDetail, (gint64 event_id, gint64 dossier_id), pack (event_id, dossier_id, NULL))
RCP_DEFINE_LIBRARY_QUERY (load_article, RcpArticleDetail, (gint64 article_id), pack (article_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (load_actor, RcpActor, (gint64 actor_id, gint64 dossier_id), pack (actor_id, dossier_id, NULL))
RCP_DEFINE_LIBRARY_QUERY (cross_check, RcpCrossTable, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_outlets, GListModel, (gint64 dossier_id), pack (dossier_id, 0, NULL))
RCP_DEFINE_LIBRARY_QUERY (load_outlet, RcpOutletDetail, (gint64 outlet_id, gint64 dossier_id), pack (outlet_id, dossier_id, NULL))
RCP_DEFINE_LIBRARY_QUERY (list_event_words, RcpEventWords, (gint64 event_id, gint64 dossier_id), pack (event_id, dossier_id, NULL))
RCP_DEFINE_LIBRARY_QUERY (preview_published, RcpDatePreview, (gint64 article_id, RcpEdtf *date), pack_date (article_id, date))
RCP_DEFINE_LIBRARY_QUERY (search, RcpSearchResults, (gint64 dossier_id, const char *text), pack (dossier_id, 0, text))
