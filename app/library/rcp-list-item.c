#include "config.h"

#include "rcp-list-item-private.h"

struct _RcpListItem
{
  GObject parent_instance;

  /* owned */
  GObject *item;

  /* plain */
  gint64 id;
  guint generation;
};

G_DEFINE_FINAL_TYPE (RcpListItem, rcp_list_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_list_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpListItem *self = RCP_LIST_ITEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_list_item_dispose (GObject *object)
{
  RcpListItem *self = RCP_LIST_ITEM (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (rcp_list_item_parent_class)->dispose (object);
}

static void
rcp_list_item_class_init (RcpListItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rcp_list_item_get_property;
  object_class->dispose = rcp_list_item_dispose;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_list_item_init (RcpListItem *self)
{
}

/**
 * rcp_list_item_new:
 * @id: row of the store
 *
 * Returns: (transfer full): an item that has not been read.
 */
RcpListItem *
rcp_list_item_new (gint64 id)
{
  RcpListItem *self = g_object_new (RCP_TYPE_LIST_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * rcp_list_item_set:
 * @item: what was read
 * @generation: the state of the library it was read from; an answer older than the one there is dropped
 */
void
rcp_list_item_set (RcpListItem *self, gpointer item, guint generation)
{
  if (generation < self->generation || (GObject *) item == self->item)
    return;
  self->generation = generation;
  g_set_object (&self->item, item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/** rcp_list_item_get_generation: the state of the library the item was read from; 0 before it has been read. */
guint
rcp_list_item_get_generation (RcpListItem *self)
{
  return self->generation;
}

/** rcp_list_item_forget: drops what was read, without a word; for items that nobody shows. */
void
rcp_list_item_forget (RcpListItem *self)
{
  g_clear_object (&self->item);
  self->generation = 0;
}

gint64
rcp_list_item_get_id (RcpListItem *self)
{
  g_return_val_if_fail (RCP_IS_LIST_ITEM (self), 0);

  return self->id;
}

/**
 * rcp_list_item_get_item:
 *
 * Returns: (transfer none) (nullable): the row; NULL until it has been read.
 */
gpointer
rcp_list_item_get_item (RcpListItem *self)
{
  g_return_val_if_fail (RCP_IS_LIST_ITEM (self), NULL);

  return self->item;
}
