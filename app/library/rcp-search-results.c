#include "config.h"

#include "rcp-search-results-private.h"

struct _RcpSearchHit
{
  GObject parent_instance;

  /* owned */
  char *title_markup;
  char *detail_markup;

  /* plain */
  RcpSearchHitKind kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (RcpSearchHit, rcp_search_hit, G_TYPE_OBJECT)

struct _RcpSearchResults
{
  GObject parent_instance;

  /* owned */
  GListStore *hits[RCP_SEARCH_N_KINDS];
};

G_DEFINE_FINAL_TYPE (RcpSearchResults, rcp_search_results, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_TITLE_MARKUP,
  PROP_DETAIL_MARKUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_search_hit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpSearchHit *self = RCP_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE_MARKUP:
      g_value_set_string (value, self->title_markup);
      break;
    case PROP_DETAIL_MARKUP:
      g_value_set_string (value, self->detail_markup);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_search_hit_finalize (GObject *object)
{
  RcpSearchHit *self = RCP_SEARCH_HIT (object);

  g_clear_pointer (&self->title_markup, g_free);
  g_clear_pointer (&self->detail_markup, g_free);

  G_OBJECT_CLASS (rcp_search_hit_parent_class)->finalize (object);
}

static void
rcp_search_hit_class_init (RcpSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rcp_search_hit_get_property;
  object_class->finalize = rcp_search_hit_finalize;

  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, RCP_SEARCH_N_KINDS - 1, 0, flags);
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE_MARKUP] = g_param_spec_string ("title-markup", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL_MARKUP] = g_param_spec_string ("detail-markup", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_search_hit_init (RcpSearchHit *self)
{
}

/**
 * rcp_search_hit_new:
 * @kind: actor, event, article or note
 * @id: its row
 * @title_markup: its name as Pango markup
 * @detail_markup: (nullable): a line about it, likewise
 *
 * Returns: (transfer full): the hit.
 */
RcpSearchHit *
rcp_search_hit_new (RcpSearchHitKind kind, gint64 id, const char *title_markup, const char *detail_markup)
{
  RcpSearchHit *self = g_object_new (RCP_TYPE_SEARCH_HIT, NULL);

  self->kind = kind;
  self->id = id;
  self->title_markup = g_strdup (title_markup);
  self->detail_markup = g_strdup (detail_markup);
  return self;
}

RcpSearchHitKind
rcp_search_hit_get_kind (RcpSearchHit *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_HIT (self), RCP_SEARCH_HIT_ACTOR);

  return self->kind;
}

gint64
rcp_search_hit_get_id (RcpSearchHit *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_HIT (self), 0);

  return self->id;
}

/**
 * rcp_search_hit_get_title_markup:
 *
 * Returns: (transfer none): its name as Pango markup, the matched words bold.
 */
const char *
rcp_search_hit_get_title_markup (RcpSearchHit *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_HIT (self), NULL);

  return self->title_markup;
}

/**
 * rcp_search_hit_get_detail_markup:
 *
 * Returns: (transfer none) (nullable): a line about it as Pango markup, the matched words bold.
 */
const char *
rcp_search_hit_get_detail_markup (RcpSearchHit *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_HIT (self), NULL);

  return self->detail_markup;
}

static void
rcp_search_results_finalize (GObject *object)
{
  RcpSearchResults *self = RCP_SEARCH_RESULTS (object);

  for (guint i = 0; i < RCP_SEARCH_N_KINDS; i++)
    g_clear_object (&self->hits[i]);

  G_OBJECT_CLASS (rcp_search_results_parent_class)->finalize (object);
}

static void
rcp_search_results_class_init (RcpSearchResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_search_results_finalize;
}

static void
rcp_search_results_init (RcpSearchResults *self)
{
  for (guint i = 0; i < RCP_SEARCH_N_KINDS; i++)
    self->hits[i] = g_list_store_new (RCP_TYPE_SEARCH_HIT);
}

RcpSearchResults *
rcp_search_results_new (void)
{
  return g_object_new (RCP_TYPE_SEARCH_RESULTS, NULL);
}

/**
 * rcp_search_results_take:
 * @hit: (transfer full): one more hit of its kind; only before the results have left the thread that makes them
 */
void
rcp_search_results_take (RcpSearchResults *self, RcpSearchHit *hit)
{
  g_list_store_append (self->hits[hit->kind], hit);
  g_object_unref (hit);
}

/**
 * rcp_search_results_get_hits:
 * @kind: which hits
 *
 * Returns: (transfer none): of #RcpSearchHit, the best first.
 */
GListModel *
rcp_search_results_get_hits (RcpSearchResults *self, RcpSearchHitKind kind)
{
  g_return_val_if_fail (RCP_IS_SEARCH_RESULTS (self), NULL);
  g_return_val_if_fail (kind < RCP_SEARCH_N_KINDS, NULL);

  return G_LIST_MODEL (self->hits[kind]);
}

/** rcp_search_results_count: the number of hits of all kinds together. */
guint
rcp_search_results_count (RcpSearchResults *self)
{
  guint n = 0;

  g_return_val_if_fail (RCP_IS_SEARCH_RESULTS (self), 0);

  for (guint i = 0; i < RCP_SEARCH_N_KINDS; i++)
    n += g_list_model_get_n_items (G_LIST_MODEL (self->hits[i]));
  return n;
}

/** rcp_search_results_has_event: whether @event_id is among the hits: what the timeline keeps in full colour. */
gboolean
rcp_search_results_has_event (RcpSearchResults *self, gint64 event_id)
{
  GListModel *events = rcp_search_results_get_hits (self, RCP_SEARCH_HIT_EVENT);
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpSearchHit) hit = g_list_model_get_item (events, i);

      if (hit->id == event_id)
        return TRUE;
    }
  return FALSE;
}
