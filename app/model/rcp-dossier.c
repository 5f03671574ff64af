#include "config.h"

#include "rcp-dossier.h"

struct _RcpDossier
{
  GObject parent_instance;

  /* owned */
  char *name;

  /* plain */
  gint64 id;
  guint n_articles;
  guint n_outlets;
  guint n_events;
};

G_DEFINE_FINAL_TYPE (RcpDossier, rcp_dossier, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_N_ARTICLES,
  PROP_N_OUTLETS,
  PROP_N_EVENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_dossier_finalize (GObject *object)
{
  RcpDossier *self = RCP_DOSSIER (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (rcp_dossier_parent_class)->finalize (object);
}

static void
rcp_dossier_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpDossier *self = RCP_DOSSIER (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_OUTLETS:
      g_value_set_uint (value, self->n_outlets);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_dossier_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpDossier *self = RCP_DOSSIER (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_N_OUTLETS:
      self->n_outlets = g_value_get_uint (value);
      break;
    case PROP_N_EVENTS:
      self->n_events = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_dossier_class_init (RcpDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_dossier_finalize;
  object_class->get_property = rcp_dossier_get_property;
  object_class->set_property = rcp_dossier_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_OUTLETS] = g_param_spec_uint ("n-outlets", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_dossier_init (RcpDossier *self)
{
}

gint64
rcp_dossier_get_id (RcpDossier *self)
{
  return self->id;
}

const char *
rcp_dossier_get_name (RcpDossier *self)
{
  return self->name;
}

guint
rcp_dossier_get_n_articles (RcpDossier *self)
{
  return self->n_articles;
}

guint
rcp_dossier_get_n_outlets (RcpDossier *self)
{
  return self->n_outlets;
}

guint
rcp_dossier_get_n_events (RcpDossier *self)
{
  return self->n_events;
}
