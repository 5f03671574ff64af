#include "config.h"

#include "rcp-actor-preview.h"

struct _RcpActorPreview
{
  GObject parent_instance;

  /* owned */
  char *name;
  char **aliases;
  char **warnings;

  /* plain */
  guint n_mentions;
  guint n_articles;
  guint n_events;
};

G_DEFINE_FINAL_TYPE (RcpActorPreview, rcp_actor_preview, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_N_MENTIONS,
  PROP_N_ARTICLES,
  PROP_N_EVENTS,
  PROP_ALIASES,
  PROP_WARNINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_preview_finalize (GObject *object)
{
  RcpActorPreview *self = RCP_ACTOR_PREVIEW (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->aliases, g_strfreev);
  g_clear_pointer (&self->warnings, g_strfreev);

  G_OBJECT_CLASS (rcp_actor_preview_parent_class)->finalize (object);
}

static void
rcp_actor_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorPreview *self = RCP_ACTOR_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, self->aliases);
      break;
    case PROP_WARNINGS:
      g_value_set_boxed (value, self->warnings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_preview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorPreview *self = RCP_ACTOR_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_N_EVENTS:
      self->n_events = g_value_get_uint (value);
      break;
    case PROP_ALIASES:
      self->aliases = g_value_dup_boxed (value);
      break;
    case PROP_WARNINGS:
      self->warnings = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_preview_class_init (RcpActorPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_preview_finalize;
  object_class->get_property = rcp_actor_preview_get_property;
  object_class->set_property = rcp_actor_preview_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ALIASES] = g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WARNINGS] = g_param_spec_boxed ("warnings", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_preview_init (RcpActorPreview *self)
{
}

const char *
rcp_actor_preview_get_name (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), NULL);

  return self->name;
}

guint
rcp_actor_preview_get_n_mentions (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), 0);

  return self->n_mentions;
}

guint
rcp_actor_preview_get_n_articles (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), 0);

  return self->n_articles;
}

guint
rcp_actor_preview_get_n_events (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), 0);

  return self->n_events;
}

const char *const *
rcp_actor_preview_get_aliases (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), NULL);

  return (const char *const *) self->aliases;
}

const char *const *
rcp_actor_preview_get_warnings (RcpActorPreview *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PREVIEW (self), NULL);

  return (const char *const *) self->warnings;
}
