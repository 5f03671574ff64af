#include "config.h"

#include "rcp-actor.h"

#include "rcp-enum-types.h"

struct _RcpActor
{
  GObject parent_instance;

  /* owned */
  char *key;
  char *name;
  char *alias;
  GBytes *counts;

  /* plain */
  gint64 id;
  RcpActorKind kind;
  guint n_mentions;
  guint n_articles;
  int pin_rank;
  gboolean watched;
};

G_DEFINE_FINAL_TYPE (RcpActor, rcp_actor, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KEY,
  PROP_KIND,
  PROP_NAME,
  PROP_ALIAS,
  PROP_N_MENTIONS,
  PROP_N_ARTICLES,
  PROP_PIN_RANK,
  PROP_COUNTS,
  PROP_WATCHED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_finalize (GObject *object)
{
  RcpActor *self = RCP_ACTOR (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->alias, g_free);
  g_clear_pointer (&self->counts, g_bytes_unref);

  G_OBJECT_CLASS (rcp_actor_parent_class)->finalize (object);
}

static void
rcp_actor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActor *self = RCP_ACTOR (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ALIAS:
      g_value_set_string (value, self->alias);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_PIN_RANK:
      g_value_set_int (value, self->pin_rank);
      break;
    case PROP_COUNTS:
      g_value_set_boxed (value, self->counts);
      break;
    case PROP_WATCHED:
      g_value_set_boolean (value, self->watched);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActor *self = RCP_ACTOR (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_ALIAS:
      self->alias = g_value_dup_string (value);
      break;
    case PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_PIN_RANK:
      self->pin_rank = g_value_get_int (value);
      break;
    case PROP_COUNTS:
      self->counts = g_value_dup_boxed (value);
      break;
    case PROP_WATCHED:
      self->watched = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_class_init (RcpActorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_finalize;
  object_class->get_property = rcp_actor_get_property;
  object_class->set_property = rcp_actor_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, RCP_TYPE_ACTOR_KIND, RCP_ACTOR_PERSON, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, NULL, flags);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PIN_RANK] = g_param_spec_int ("pin-rank", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_COUNTS] = g_param_spec_boxed ("counts", NULL, NULL, G_TYPE_BYTES, flags);
  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_init (RcpActor *self)
{
}

gint64
rcp_actor_get_id (RcpActor *self)
{
  return self->id;
}

const char *
rcp_actor_get_key (RcpActor *self)
{
  return self->key;
}

RcpActorKind
rcp_actor_get_kind (RcpActor *self)
{
  return self->kind;
}

const char *
rcp_actor_get_name (RcpActor *self)
{
  return self->name;
}

const char *
rcp_actor_get_alias (RcpActor *self)
{
  return self->alias;
}

guint
rcp_actor_get_n_mentions (RcpActor *self)
{
  return self->n_mentions;
}

guint
rcp_actor_get_n_articles (RcpActor *self)
{
  return self->n_articles;
}

int
rcp_actor_get_pin_rank (RcpActor *self)
{
  return self->pin_rank;
}

GBytes *
rcp_actor_get_counts (RcpActor *self)
{
  return self->counts;
}

gboolean
rcp_actor_get_watched (RcpActor *self)
{
  return self->watched;
}
