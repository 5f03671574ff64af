#include "config.h"

#include "rcp-outlet.h"

struct _RcpOutlet
{
  GObject parent_instance;

  /* owned */
  char *name;
  char *label;
  RcpEdtf *published;

  /* plain */
  gint64 id;
  guint n_articles;
  guint n_events;
  guint reliability;
};

G_DEFINE_FINAL_TYPE (RcpOutlet, rcp_outlet, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_LABEL,
  PROP_N_ARTICLES,
  PROP_N_EVENTS,
  PROP_RELIABILITY,
  PROP_PUBLISHED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_outlet_finalize (GObject *object)
{
  RcpOutlet *self = RCP_OUTLET (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->published, rcp_edtf_unref);

  G_OBJECT_CLASS (rcp_outlet_parent_class)->finalize (object);
}

static void
rcp_outlet_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpOutlet *self = RCP_OUTLET (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    case PROP_RELIABILITY:
      g_value_set_uint (value, self->reliability);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_outlet_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpOutlet *self = RCP_OUTLET (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_N_EVENTS:
      self->n_events = g_value_get_uint (value);
      break;
    case PROP_RELIABILITY:
      self->reliability = g_value_get_uint (value);
      break;
    case PROP_PUBLISHED:
      self->published = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_outlet_class_init (RcpOutletClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_outlet_finalize;
  object_class->get_property = rcp_outlet_get_property;
  object_class->set_property = rcp_outlet_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RELIABILITY] =
    g_param_spec_uint ("reliability", NULL, NULL, 0, RCP_RELIABILITY_LAST, 0, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, RCP_TYPE_EDTF, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_outlet_init (RcpOutlet *self)
{
}

gint64
rcp_outlet_get_id (RcpOutlet *self)
{
  return self->id;
}

const char *
rcp_outlet_get_name (RcpOutlet *self)
{
  return self->name;
}

const char *
rcp_outlet_get_label (RcpOutlet *self)
{
  return self->label;
}

guint
rcp_outlet_get_n_articles (RcpOutlet *self)
{
  return self->n_articles;
}

guint
rcp_outlet_get_n_events (RcpOutlet *self)
{
  return self->n_events;
}

guint
rcp_outlet_get_reliability (RcpOutlet *self)
{
  return self->reliability;
}

RcpEdtf *
rcp_outlet_get_published (RcpOutlet *self)
{
  return self->published;
}
