#include "config.h"

#include "rcp-actor-companion.h"

struct _RcpActorCompanion
{
  GObject parent_instance;

  /* owned */
  RcpActor *actor;

  /* plain */
  guint n_articles;
  guint n_accounts;
};

G_DEFINE_FINAL_TYPE (RcpActorCompanion, rcp_actor_companion, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTOR,
  PROP_N_ARTICLES,
  PROP_N_ACCOUNTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_companion_finalize (GObject *object)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  g_clear_object (&self->actor);

  G_OBJECT_CLASS (rcp_actor_companion_parent_class)->finalize (object);
}

static void
rcp_actor_companion_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_ACCOUNTS:
      g_value_set_uint (value, self->n_accounts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_companion_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      self->actor = g_value_dup_object (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_N_ACCOUNTS:
      self->n_accounts = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_companion_class_init (RcpActorCompanionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_companion_finalize;
  object_class->get_property = rcp_actor_companion_get_property;
  object_class->set_property = rcp_actor_companion_set_property;

  properties[PROP_ACTOR] = g_param_spec_object ("actor", NULL, NULL, RCP_TYPE_ACTOR, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ACCOUNTS] = g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_companion_init (RcpActorCompanion *self)
{
}

RcpActor *
rcp_actor_companion_get_actor (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), NULL);

  return self->actor;
}

guint
rcp_actor_companion_get_n_articles (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), 0);

  return self->n_articles;
}

guint
rcp_actor_companion_get_n_accounts (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), 0);

  return self->n_accounts;
}
