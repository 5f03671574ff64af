#include "config.h"

#include "rcp-actor-section.h"

struct _RcpActorSection
{
  GObject parent_instance;

  /* owned */
  RcpPagedList *list;
  char *title;

  /* plain */
  gboolean pinned;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (RCP_ACTOR_SECTION (model)->list));

  return n_rows > 0 ? n_rows + 1 : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  RcpActorSection *self = RCP_ACTOR_SECTION (model);

  if (position >= get_n_items (model))
    return NULL;
  return position == 0 ? g_object_ref (self) : g_list_model_get_item (G_LIST_MODEL (self->list), position - 1);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RcpActorSection, rcp_actor_section, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SIGNAL_COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The heading comes with the first row and goes with the last. */
static void
items_changed_cb (RcpActorSection *self, guint position, guint n_removed, guint n_added)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list)), n_before = n_rows + n_removed - n_added;

  if (n_removed == 0 && n_added == 0)
    return;
  if (n_before == 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_rows + 1);
  else if (n_rows == 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before + 1, 0);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position + 1, n_removed, n_added);
  if (n_before != n_rows)
    g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static void
rcp_actor_section_dispose (GObject *object)
{
  RcpActorSection *self = RCP_ACTOR_SECTION (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  G_OBJECT_CLASS (rcp_actor_section_parent_class)->dispose (object);
}

static void
rcp_actor_section_finalize (GObject *object)
{
  RcpActorSection *self = RCP_ACTOR_SECTION (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (rcp_actor_section_parent_class)->finalize (object);
}

static void
rcp_actor_section_class_init (RcpActorSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_actor_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = rcp_actor_section_finalize;

  signals[SIGNAL_COUNTED]
    = g_signal_new ("counted", RCP_TYPE_ACTOR_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rcp_actor_section_init (RcpActorSection *self)
{
}

/**
 * rcp_actor_section_new:
 * @title: the heading, translated
 * @pinned: whether its rows are lanes
 * @list: its rows
 *
 * Returns: (transfer full): a section. It emits `counted` when it has another number of rows.
 */
RcpActorSection *
rcp_actor_section_new (const char *title, gboolean pinned, RcpPagedList *list)
{
  RcpActorSection *self = g_object_new (RCP_TYPE_ACTOR_SECTION, NULL);

  self->title = g_strdup (title);
  self->pinned = pinned;
  self->list = g_object_ref (list);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

const char *
rcp_actor_section_get_title (RcpActorSection *self)
{
  return self->title;
}

gboolean
rcp_actor_section_get_pinned (RcpActorSection *self)
{
  return self->pinned;
}

RcpPagedList *
rcp_actor_section_get_list (RcpActorSection *self)
{
  return self->list;
}
