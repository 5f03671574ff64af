#include "config.h"

#include "rcp-correction.h"

#include "rcp-enum-types.h"

struct _RcpCorrection
{
  GObject parent_instance;

  /* owned */
  char *subject;
  char *value;
  char *subject_name;
  char *value_name;

  /* plain */
  gint64 id;
  RcpCorrectionKind kind;
  gint64 article_id;
  guint start;
  guint end;
  gint64 created_us;
};

G_DEFINE_FINAL_TYPE (RcpCorrection, rcp_correction, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_ARTICLE_ID,
  PROP_START,
  PROP_END,
  PROP_SUBJECT,
  PROP_VALUE,
  PROP_CREATED_US,
  PROP_SUBJECT_NAME,
  PROP_VALUE_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_correction_finalize (GObject *object)
{
  RcpCorrection *self = RCP_CORRECTION (object);

  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->subject_name, g_free);
  g_clear_pointer (&self->value_name, g_free);

  G_OBJECT_CLASS (rcp_correction_parent_class)->finalize (object);
}

static void
rcp_correction_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpCorrection *self = RCP_CORRECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_CREATED_US:
      g_value_set_int64 (value, self->created_us);
      break;
    case PROP_SUBJECT_NAME:
      g_value_set_string (value, self->subject_name);
      break;
    case PROP_VALUE_NAME:
      g_value_set_string (value, self->value_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_correction_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpCorrection *self = RCP_CORRECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case PROP_END:
      self->end = g_value_get_uint (value);
      break;
    case PROP_SUBJECT:
      self->subject = g_value_dup_string (value);
      break;
    case PROP_VALUE:
      self->value = g_value_dup_string (value);
      break;
    case PROP_CREATED_US:
      self->created_us = g_value_get_int64 (value);
      break;
    case PROP_SUBJECT_NAME:
      self->subject_name = g_value_dup_string (value);
      break;
    case PROP_VALUE_NAME:
      self->value_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_correction_class_init (RcpCorrectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_correction_finalize;
  object_class->get_property = rcp_correction_get_property;
  object_class->set_property = rcp_correction_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, RCP_TYPE_CORRECTION_KIND, RCP_CORRECTION_EVENT_DATE, flags);
  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_US] = g_param_spec_int64 ("created-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SUBJECT_NAME] = g_param_spec_string ("subject-name", NULL, NULL, NULL, flags);
  properties[PROP_VALUE_NAME] = g_param_spec_string ("value-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_correction_init (RcpCorrection *self)
{
}

gint64
rcp_correction_get_id (RcpCorrection *self)
{
  return self->id;
}

RcpCorrectionKind
rcp_correction_get_kind (RcpCorrection *self)
{
  return self->kind;
}

gint64
rcp_correction_get_article_id (RcpCorrection *self)
{
  return self->article_id;
}

guint
rcp_correction_get_start (RcpCorrection *self)
{
  return self->start;
}

guint
rcp_correction_get_end (RcpCorrection *self)
{
  return self->end;
}

const char *
rcp_correction_get_subject (RcpCorrection *self)
{
  return self->subject;
}

const char *
rcp_correction_get_value (RcpCorrection *self)
{
  return self->value;
}

gint64
rcp_correction_get_created_us (RcpCorrection *self)
{
  return self->created_us;
}

const char *
rcp_correction_get_subject_name (RcpCorrection *self)
{
  return self->subject_name;
}

const char *
rcp_correction_get_value_name (RcpCorrection *self)
{
  return self->value_name;
}
