#include "config.h"

#include "rcp-actor-function.h"

struct _RcpActorFunction
{
  GObject parent_instance;

  /* owned */
  char *text;

  /* plain */
  int first_day;
  int last_day;
  guint n_mentions;
};

G_DEFINE_FINAL_TYPE (RcpActorFunction, rcp_actor_function, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  PROP_N_MENTIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_function_finalize (GObject *object)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (rcp_actor_function_parent_class)->finalize (object);
}

static void
rcp_actor_function_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FIRST_DAY:
      g_value_set_int (value, self->first_day);
      break;
    case PROP_LAST_DAY:
      g_value_set_int (value, self->last_day);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_function_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case PROP_FIRST_DAY:
      self->first_day = g_value_get_int (value);
      break;
    case PROP_LAST_DAY:
      self->last_day = g_value_get_int (value);
      break;
    case PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_function_class_init (RcpActorFunctionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_function_finalize;
  object_class->get_property = rcp_actor_function_get_property;
  object_class->set_property = rcp_actor_function_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_FIRST_DAY] = g_param_spec_int ("first-day", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_LAST_DAY] = g_param_spec_int ("last-day", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_function_init (RcpActorFunction *self)
{
}

const char *
rcp_actor_function_get_text (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), NULL);

  return self->text;
}

int
rcp_actor_function_get_first_day (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->first_day;
}

int
rcp_actor_function_get_last_day (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->last_day;
}

guint
rcp_actor_function_get_n_mentions (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->n_mentions;
}
