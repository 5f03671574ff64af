#include "config.h"

#include "rcp-actor-card.h"

struct _RcpActorCard
{
  GObject parent_instance;

  /* owned */
  RcpActor *actor;
  GListModel *aliases;
  GListModel *functions;
  GListModel *companions;
  GArray *ties;
  GListModel *passages;
  GListModel *notes;

  /* plain */
  guint n_more;
  gboolean watched;
  guint n_new;
};

G_DEFINE_FINAL_TYPE (RcpActorCard, rcp_actor_card, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTOR,
  PROP_ALIASES,
  PROP_FUNCTIONS,
  PROP_COMPANIONS,
  PROP_TIES,
  PROP_PASSAGES,
  PROP_N_MORE,
  PROP_NOTES,
  PROP_WATCHED,
  PROP_N_NEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_card_finalize (GObject *object)
{
  RcpActorCard *self = RCP_ACTOR_CARD (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->aliases);
  g_clear_object (&self->functions);
  g_clear_object (&self->companions);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_object (&self->passages);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (rcp_actor_card_parent_class)->finalize (object);
}

static void
rcp_actor_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorCard *self = RCP_ACTOR_CARD (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    case PROP_ALIASES:
      g_value_set_object (value, self->aliases);
      break;
    case PROP_FUNCTIONS:
      g_value_set_object (value, self->functions);
      break;
    case PROP_COMPANIONS:
      g_value_set_object (value, self->companions);
      break;
    case PROP_TIES:
      g_value_set_boxed (value, self->ties);
      break;
    case PROP_PASSAGES:
      g_value_set_object (value, self->passages);
      break;
    case PROP_N_MORE:
      g_value_set_uint (value, self->n_more);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    case PROP_WATCHED:
      g_value_set_boolean (value, self->watched);
      break;
    case PROP_N_NEW:
      g_value_set_uint (value, self->n_new);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorCard *self = RCP_ACTOR_CARD (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      self->actor = g_value_dup_object (value);
      break;
    case PROP_ALIASES:
      self->aliases = g_value_dup_object (value);
      break;
    case PROP_FUNCTIONS:
      self->functions = g_value_dup_object (value);
      break;
    case PROP_COMPANIONS:
      self->companions = g_value_dup_object (value);
      break;
    case PROP_TIES:
      self->ties = g_value_dup_boxed (value);
      break;
    case PROP_PASSAGES:
      self->passages = g_value_dup_object (value);
      break;
    case PROP_N_MORE:
      self->n_more = g_value_get_uint (value);
      break;
    case PROP_NOTES:
      self->notes = g_value_dup_object (value);
      break;
    case PROP_WATCHED:
      self->watched = g_value_get_boolean (value);
      break;
    case PROP_N_NEW:
      self->n_new = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_card_class_init (RcpActorCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_card_finalize;
  object_class->get_property = rcp_actor_card_get_property;
  object_class->set_property = rcp_actor_card_set_property;

  properties[PROP_ACTOR] = g_param_spec_object ("actor", NULL, NULL, RCP_TYPE_ACTOR, flags);
  properties[PROP_ALIASES] = g_param_spec_object ("aliases", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FUNCTIONS] = g_param_spec_object ("functions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_COMPANIONS] = g_param_spec_object ("companions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_TIES] = g_param_spec_boxed ("ties", NULL, NULL, G_TYPE_ARRAY, flags);
  properties[PROP_PASSAGES] = g_param_spec_object ("passages", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_MORE] = g_param_spec_uint ("n-more", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  properties[PROP_N_NEW] = g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_card_init (RcpActorCard *self)
{
}

RcpActor *
rcp_actor_card_get_actor (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->actor;
}

GListModel *
rcp_actor_card_get_aliases (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->aliases;
}

GListModel *
rcp_actor_card_get_functions (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->functions;
}

GListModel *
rcp_actor_card_get_companions (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->companions;
}

GArray *
rcp_actor_card_get_ties (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->ties;
}

GListModel *
rcp_actor_card_get_passages (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->passages;
}

guint
rcp_actor_card_get_n_more (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), 0);

  return self->n_more;
}

GListModel *
rcp_actor_card_get_notes (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), NULL);

  return self->notes;
}

gboolean
rcp_actor_card_get_watched (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), FALSE);

  return self->watched;
}

guint
rcp_actor_card_get_n_new (RcpActorCard *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_CARD (self), 0);

  return self->n_new;
}
