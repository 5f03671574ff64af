#include "config.h"

#include "rcp-article-edit.h"

#include "rcp-enum-types.h"

struct _RcpArticleEdit
{
  GObject parent_instance;

  /* owned */
  char *article_title;
  char *outlet;
  char *before;
  char *after;

  /* plain */
  gint64 article_id;
  RcpEditKind kind;
  RcpEditPoints points;
  guint start;
  guint end;
  gint64 replaced_us;
};

G_DEFINE_FINAL_TYPE (RcpArticleEdit, rcp_article_edit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ARTICLE_ID,
  PROP_ARTICLE_TITLE,
  PROP_OUTLET,
  PROP_KIND,
  PROP_POINTS,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_START,
  PROP_END,
  PROP_REPLACED_US,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_article_edit_finalize (GObject *object)
{
  RcpArticleEdit *self = RCP_ARTICLE_EDIT (object);

  g_clear_pointer (&self->article_title, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);

  G_OBJECT_CLASS (rcp_article_edit_parent_class)->finalize (object);
}

static void
rcp_article_edit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpArticleEdit *self = RCP_ARTICLE_EDIT (object);

  switch (prop_id)
    {
    case PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PROP_ARTICLE_TITLE:
      g_value_set_string (value, self->article_title);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_POINTS:
      g_value_set_flags (value, self->points);
      break;
    case PROP_BEFORE:
      g_value_set_string (value, self->before);
      break;
    case PROP_AFTER:
      g_value_set_string (value, self->after);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_REPLACED_US:
      g_value_set_int64 (value, self->replaced_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_article_edit_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpArticleEdit *self = RCP_ARTICLE_EDIT (object);

  switch (prop_id)
    {
    case PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PROP_ARTICLE_TITLE:
      self->article_title = g_value_dup_string (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_POINTS:
      self->points = g_value_get_flags (value);
      break;
    case PROP_BEFORE:
      self->before = g_value_dup_string (value);
      break;
    case PROP_AFTER:
      self->after = g_value_dup_string (value);
      break;
    case PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case PROP_END:
      self->end = g_value_get_uint (value);
      break;
    case PROP_REPLACED_US:
      self->replaced_us = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_article_edit_class_init (RcpArticleEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_article_edit_finalize;
  object_class->get_property = rcp_article_edit_get_property;
  object_class->set_property = rcp_article_edit_set_property;

  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ARTICLE_TITLE] = g_param_spec_string ("article-title", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, RCP_TYPE_EDIT_KIND, 0, flags);
  properties[PROP_POINTS] = g_param_spec_flags ("points", NULL, NULL, RCP_TYPE_EDIT_POINTS, 0, flags);
  properties[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);
  properties[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REPLACED_US] = g_param_spec_int64 ("replaced-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_article_edit_init (RcpArticleEdit *self)
{
}

gint64
rcp_article_edit_get_article_id (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->article_id;
}

const char *
rcp_article_edit_get_article_title (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), NULL);

  return self->article_title;
}

const char *
rcp_article_edit_get_outlet (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), NULL);

  return self->outlet;
}

RcpEditKind
rcp_article_edit_get_kind (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->kind;
}

RcpEditPoints
rcp_article_edit_get_points (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->points;
}

const char *
rcp_article_edit_get_before (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), NULL);

  return self->before;
}

const char *
rcp_article_edit_get_after (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), NULL);

  return self->after;
}

guint
rcp_article_edit_get_start (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->start;
}

guint
rcp_article_edit_get_end (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->end;
}

gint64
rcp_article_edit_get_replaced_us (RcpArticleEdit *self)
{
  g_return_val_if_fail (RCP_IS_ARTICLE_EDIT (self), 0);

  return self->replaced_us;
}
