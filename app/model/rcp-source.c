#include "config.h"

#include "rcp-source.h"

#include "rcp-enum-types.h"

struct _RcpSource
{
  GObject parent_instance;

  /* owned */
  char *title;
  char *uri;
  char *last_error;
  char *etag;
  char *last_modified;

  /* plain */
  gint64 id;
  RcpSourceKind kind;
  guint interval_s;
  gboolean paused;
  gint64 checked_us;
  gint64 succeeded_us;
};

G_DEFINE_FINAL_TYPE (RcpSource, rcp_source, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_TITLE,
  PROP_URI,
  PROP_INTERVAL_S,
  PROP_PAUSED,
  PROP_CHECKED_US,
  PROP_SUCCEEDED_US,
  PROP_LAST_ERROR,
  PROP_ETAG,
  PROP_LAST_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_source_finalize (GObject *object)
{
  RcpSource *self = RCP_SOURCE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->last_error, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);

  G_OBJECT_CLASS (rcp_source_parent_class)->finalize (object);
}

static void
rcp_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpSource *self = RCP_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    case PROP_INTERVAL_S:
      g_value_set_uint (value, self->interval_s);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_CHECKED_US:
      g_value_set_int64 (value, self->checked_us);
      break;
    case PROP_SUCCEEDED_US:
      g_value_set_int64 (value, self->succeeded_us);
      break;
    case PROP_LAST_ERROR:
      g_value_set_string (value, self->last_error);
      break;
    case PROP_ETAG:
      g_value_set_string (value, self->etag);
      break;
    case PROP_LAST_MODIFIED:
      g_value_set_string (value, self->last_modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_source_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpSource *self = RCP_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_URI:
      self->uri = g_value_dup_string (value);
      break;
    case PROP_INTERVAL_S:
      self->interval_s = g_value_get_uint (value);
      break;
    case PROP_PAUSED:
      self->paused = g_value_get_boolean (value);
      break;
    case PROP_CHECKED_US:
      self->checked_us = g_value_get_int64 (value);
      break;
    case PROP_SUCCEEDED_US:
      self->succeeded_us = g_value_get_int64 (value);
      break;
    case PROP_LAST_ERROR:
      self->last_error = g_value_dup_string (value);
      break;
    case PROP_ETAG:
      self->etag = g_value_dup_string (value);
      break;
    case PROP_LAST_MODIFIED:
      self->last_modified = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_source_class_init (RcpSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_source_finalize;
  object_class->get_property = rcp_source_get_property;
  object_class->set_property = rcp_source_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, RCP_TYPE_SOURCE_KIND, RCP_SOURCE_FILES, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  properties[PROP_INTERVAL_S] = g_param_spec_uint ("interval-s", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  properties[PROP_CHECKED_US] = g_param_spec_int64 ("checked-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SUCCEEDED_US] = g_param_spec_int64 ("succeeded-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LAST_ERROR] = g_param_spec_string ("last-error", NULL, NULL, NULL, flags);
  properties[PROP_ETAG] = g_param_spec_string ("etag", NULL, NULL, NULL, flags);
  properties[PROP_LAST_MODIFIED] = g_param_spec_string ("last-modified", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_source_init (RcpSource *self)
{
}

gint64
rcp_source_get_id (RcpSource *self)
{
  return self->id;
}

RcpSourceKind
rcp_source_get_kind (RcpSource *self)
{
  return self->kind;
}

const char *
rcp_source_get_title (RcpSource *self)
{
  return self->title;
}

const char *
rcp_source_get_uri (RcpSource *self)
{
  return self->uri;
}

guint
rcp_source_get_interval_s (RcpSource *self)
{
  return self->interval_s;
}

gboolean
rcp_source_get_paused (RcpSource *self)
{
  return self->paused;
}

gint64
rcp_source_get_checked_us (RcpSource *self)
{
  return self->checked_us;
}

gint64
rcp_source_get_succeeded_us (RcpSource *self)
{
  return self->succeeded_us;
}

const char *
rcp_source_get_last_error (RcpSource *self)
{
  return self->last_error;
}

const char *
rcp_source_get_etag (RcpSource *self)
{
  return self->etag;
}

const char *
rcp_source_get_last_modified (RcpSource *self)
{
  return self->last_modified;
}
