#include "config.h"

#include "rcp-date-preview.h"

struct _RcpDateMove
{
  GObject parent_instance;

  /* owned */
  char *text;
  RcpEdtf *old_date;
  RcpEdtf *new_date;

  /* plain */
  gint64 id;
  guint start;
  guint end;
  gboolean is_gone;
};

G_DEFINE_FINAL_TYPE (RcpDateMove, rcp_date_move, G_TYPE_OBJECT)

enum
{
  MOVE_PROP_0,
  MOVE_PROP_ID,
  MOVE_PROP_TEXT,
  MOVE_PROP_START,
  MOVE_PROP_END,
  MOVE_PROP_OLD_DATE,
  MOVE_PROP_NEW_DATE,
  MOVE_PROP_IS_GONE,
  N_MOVE_PROPS
};

static GParamSpec *move_properties[N_MOVE_PROPS];

static void
rcp_date_move_finalize (GObject *object)
{
  RcpDateMove *self = RCP_DATE_MOVE (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->old_date, rcp_edtf_unref);
  g_clear_pointer (&self->new_date, rcp_edtf_unref);

  G_OBJECT_CLASS (rcp_date_move_parent_class)->finalize (object);
}

static void
rcp_date_move_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpDateMove *self = RCP_DATE_MOVE (object);

  switch (prop_id)
    {
    case MOVE_PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case MOVE_PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case MOVE_PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case MOVE_PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case MOVE_PROP_OLD_DATE:
      g_value_set_boxed (value, self->old_date);
      break;
    case MOVE_PROP_NEW_DATE:
      g_value_set_boxed (value, self->new_date);
      break;
    case MOVE_PROP_IS_GONE:
      g_value_set_boolean (value, self->is_gone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_date_move_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpDateMove *self = RCP_DATE_MOVE (object);

  switch (prop_id)
    {
    case MOVE_PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case MOVE_PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case MOVE_PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case MOVE_PROP_END:
      self->end = g_value_get_uint (value);
      break;
    case MOVE_PROP_OLD_DATE:
      self->old_date = g_value_dup_boxed (value);
      break;
    case MOVE_PROP_NEW_DATE:
      self->new_date = g_value_dup_boxed (value);
      break;
    case MOVE_PROP_IS_GONE:
      self->is_gone = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_date_move_class_init (RcpDateMoveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_date_move_finalize;
  object_class->get_property = rcp_date_move_get_property;
  object_class->set_property = rcp_date_move_set_property;

  move_properties[MOVE_PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  move_properties[MOVE_PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  move_properties[MOVE_PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  move_properties[MOVE_PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  move_properties[MOVE_PROP_OLD_DATE] = g_param_spec_boxed ("old-date", NULL, NULL, RCP_TYPE_EDTF, flags);
  move_properties[MOVE_PROP_NEW_DATE] = g_param_spec_boxed ("new-date", NULL, NULL, RCP_TYPE_EDTF, flags);
  move_properties[MOVE_PROP_IS_GONE] = g_param_spec_boolean ("is-gone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_MOVE_PROPS, move_properties);
}

static void
rcp_date_move_init (RcpDateMove *self)
{
}

/**
 * rcp_date_move_new:
 * @old_date: (nullable)
 * @new_date: (nullable)
 *
 * Returns: (transfer full)
 */
RcpDateMove *
rcp_date_move_new (gint64 id, const char *text, RcpRange range, RcpEdtf *old_date, RcpEdtf *new_date, gboolean is_gone)
{
  return g_object_new (RCP_TYPE_DATE_MOVE, "id", id, "text", text, "start", range.start, "end", range.end, "old-date",
                       old_date, "new-date", new_date, "is-gone", is_gone, NULL);
}

gint64
rcp_date_move_get_id (RcpDateMove *self)
{
  return self->id;
}

const char *
rcp_date_move_get_text (RcpDateMove *self)
{
  return self->text;
}

guint
rcp_date_move_get_start (RcpDateMove *self)
{
  return self->start;
}

guint
rcp_date_move_get_end (RcpDateMove *self)
{
  return self->end;
}

RcpEdtf *
rcp_date_move_get_old_date (RcpDateMove *self)
{
  return self->old_date;
}

RcpEdtf *
rcp_date_move_get_new_date (RcpDateMove *self)
{
  return self->new_date;
}

gboolean
rcp_date_move_get_is_gone (RcpDateMove *self)
{
  return self->is_gone;
}

struct _RcpDatePreview
{
  GObject parent_instance;

  /* owned */
  RcpEdtf *old_date;
  RcpEdtf *new_date;
  GListModel *expressions;
  GListModel *events;
  GListModel *articles;

  /* plain */
  gint64 article_id;
};

G_DEFINE_FINAL_TYPE (RcpDatePreview, rcp_date_preview, G_TYPE_OBJECT)

enum
{
  PREVIEW_PROP_0,
  PREVIEW_PROP_ARTICLE_ID,
  PREVIEW_PROP_OLD_DATE,
  PREVIEW_PROP_NEW_DATE,
  PREVIEW_PROP_EXPRESSIONS,
  PREVIEW_PROP_EVENTS,
  PREVIEW_PROP_ARTICLES,
  N_PREVIEW_PROPS
};

static GParamSpec *preview_properties[N_PREVIEW_PROPS];

static void
rcp_date_preview_finalize (GObject *object)
{
  RcpDatePreview *self = RCP_DATE_PREVIEW (object);

  g_clear_pointer (&self->old_date, rcp_edtf_unref);
  g_clear_pointer (&self->new_date, rcp_edtf_unref);
  g_clear_object (&self->expressions);
  g_clear_object (&self->events);
  g_clear_object (&self->articles);

  G_OBJECT_CLASS (rcp_date_preview_parent_class)->finalize (object);
}

static void
rcp_date_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpDatePreview *self = RCP_DATE_PREVIEW (object);

  switch (prop_id)
    {
    case PREVIEW_PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PREVIEW_PROP_OLD_DATE:
      g_value_set_boxed (value, self->old_date);
      break;
    case PREVIEW_PROP_NEW_DATE:
      g_value_set_boxed (value, self->new_date);
      break;
    case PREVIEW_PROP_EXPRESSIONS:
      g_value_set_object (value, self->expressions);
      break;
    case PREVIEW_PROP_EVENTS:
      g_value_set_object (value, self->events);
      break;
    case PREVIEW_PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_date_preview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpDatePreview *self = RCP_DATE_PREVIEW (object);

  switch (prop_id)
    {
    case PREVIEW_PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PREVIEW_PROP_OLD_DATE:
      self->old_date = g_value_dup_boxed (value);
      break;
    case PREVIEW_PROP_NEW_DATE:
      self->new_date = g_value_dup_boxed (value);
      break;
    case PREVIEW_PROP_EXPRESSIONS:
      self->expressions = g_value_dup_object (value);
      break;
    case PREVIEW_PROP_EVENTS:
      self->events = g_value_dup_object (value);
      break;
    case PREVIEW_PROP_ARTICLES:
      self->articles = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_date_preview_class_init (RcpDatePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_date_preview_finalize;
  object_class->get_property = rcp_date_preview_get_property;
  object_class->set_property = rcp_date_preview_set_property;

  preview_properties[PREVIEW_PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  preview_properties[PREVIEW_PROP_OLD_DATE] = g_param_spec_boxed ("old-date", NULL, NULL, RCP_TYPE_EDTF, flags);
  preview_properties[PREVIEW_PROP_NEW_DATE] = g_param_spec_boxed ("new-date", NULL, NULL, RCP_TYPE_EDTF, flags);
  preview_properties[PREVIEW_PROP_EXPRESSIONS] = g_param_spec_object ("expressions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  preview_properties[PREVIEW_PROP_EVENTS] = g_param_spec_object ("events", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  preview_properties[PREVIEW_PROP_ARTICLES] = g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PREVIEW_PROPS, preview_properties);
}

static void
rcp_date_preview_init (RcpDatePreview *self)
{
}

/**
 * rcp_date_preview_new:
 * @old_date: (nullable)
 * @new_date: (nullable)
 * @expressions: of #RcpDateMove
 * @events: of #RcpDateMove
 * @articles: of #RcpDateMove
 *
 * Returns: (transfer full)
 */
RcpDatePreview *
rcp_date_preview_new (gint64 article_id, RcpEdtf *old_date, RcpEdtf *new_date, GListModel *expressions, GListModel *events,
                      GListModel *articles)
{
  return g_object_new (RCP_TYPE_DATE_PREVIEW, "article-id", article_id, "old-date", old_date, "new-date", new_date,
                       "expressions", expressions, "events", events, "articles", articles, NULL);
}

gint64
rcp_date_preview_get_article_id (RcpDatePreview *self)
{
  return self->article_id;
}

RcpEdtf *
rcp_date_preview_get_old_date (RcpDatePreview *self)
{
  return self->old_date;
}

RcpEdtf *
rcp_date_preview_get_new_date (RcpDatePreview *self)
{
  return self->new_date;
}

GListModel *
rcp_date_preview_get_expressions (RcpDatePreview *self)
{
  return self->expressions;
}

GListModel *
rcp_date_preview_get_events (RcpDatePreview *self)
{
  return self->events;
}

GListModel *
rcp_date_preview_get_articles (RcpDatePreview *self)
{
  return self->articles;
}
