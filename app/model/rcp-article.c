#include "config.h"

#include "rcp-article.h"

#include "rcp-enum-types.h"

struct _RcpArticle
{
  GObject parent_instance;

  /* owned */
  char *title;
  char *byline;
  char *outlet;
  char *via;
  char *language;
  RcpEdtf *published;
  char *published_clue;
  char *uri;

  /* plain */
  gint64 id;
  gint64 outlet_id;
  RcpPublishedBasis published_basis;
  RcpDateRule published_rule;
  gint32 best_day;
  gboolean is_sure;
  gint64 added_us;
  guint n_words;
  guint n_events;
  guint n_sharing;
  guint n_notes;
};

G_DEFINE_FINAL_TYPE (RcpArticle, rcp_article, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_BYLINE,
  PROP_OUTLET_ID,
  PROP_OUTLET,
  PROP_VIA,
  PROP_LANGUAGE,
  PROP_PUBLISHED,
  PROP_PUBLISHED_BASIS,
  PROP_PUBLISHED_RULE,
  PROP_PUBLISHED_CLUE,
  PROP_BEST_DAY,
  PROP_IS_SURE,
  PROP_URI,
  PROP_ADDED_US,
  PROP_N_WORDS,
  PROP_N_EVENTS,
  PROP_N_SHARING,
  PROP_N_NOTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_article_finalize (GObject *object)
{
  RcpArticle *self = RCP_ARTICLE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->byline, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->via, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->published_clue, g_free);
  g_clear_pointer (&self->uri, g_free);

  G_OBJECT_CLASS (rcp_article_parent_class)->finalize (object);
}

static void
rcp_article_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpArticle *self = RCP_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BYLINE:
      g_value_set_string (value, self->byline);
      break;
    case PROP_OUTLET_ID:
      g_value_set_int64 (value, self->outlet_id);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_VIA:
      g_value_set_string (value, self->via);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    case PROP_PUBLISHED_BASIS:
      g_value_set_enum (value, self->published_basis);
      break;
    case PROP_PUBLISHED_RULE:
      g_value_set_enum (value, self->published_rule);
      break;
    case PROP_PUBLISHED_CLUE:
      g_value_set_string (value, self->published_clue);
      break;
    case PROP_BEST_DAY:
      g_value_set_int (value, self->best_day);
      break;
    case PROP_IS_SURE:
      g_value_set_boolean (value, self->is_sure);
      break;
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    case PROP_ADDED_US:
      g_value_set_int64 (value, self->added_us);
      break;
    case PROP_N_WORDS:
      g_value_set_uint (value, self->n_words);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    case PROP_N_SHARING:
      g_value_set_uint (value, self->n_sharing);
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, self->n_notes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_article_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpArticle *self = RCP_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_BYLINE:
      self->byline = g_value_dup_string (value);
      break;
    case PROP_OUTLET_ID:
      self->outlet_id = g_value_get_int64 (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_VIA:
      self->via = g_value_dup_string (value);
      break;
    case PROP_LANGUAGE:
      self->language = g_value_dup_string (value);
      break;
    case PROP_PUBLISHED:
      self->published = g_value_dup_boxed (value);
      break;
    case PROP_PUBLISHED_BASIS:
      self->published_basis = g_value_get_enum (value);
      break;
    case PROP_PUBLISHED_RULE:
      self->published_rule = g_value_get_enum (value);
      break;
    case PROP_PUBLISHED_CLUE:
      self->published_clue = g_value_dup_string (value);
      break;
    case PROP_BEST_DAY:
      self->best_day = g_value_get_int (value);
      break;
    case PROP_IS_SURE:
      self->is_sure = g_value_get_boolean (value);
      break;
    case PROP_URI:
      self->uri = g_value_dup_string (value);
      break;
    case PROP_ADDED_US:
      self->added_us = g_value_get_int64 (value);
      break;
    case PROP_N_WORDS:
      self->n_words = g_value_get_uint (value);
      break;
    case PROP_N_EVENTS:
      self->n_events = g_value_get_uint (value);
      break;
    case PROP_N_SHARING:
      self->n_sharing = g_value_get_uint (value);
      break;
    case PROP_N_NOTES:
      self->n_notes = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_article_class_init (RcpArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_article_finalize;
  object_class->get_property = rcp_article_get_property;
  object_class->set_property = rcp_article_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BYLINE] = g_param_spec_string ("byline", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET_ID] = g_param_spec_int64 ("outlet-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_VIA] = g_param_spec_string ("via", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_PUBLISHED_BASIS] =
    g_param_spec_enum ("published-basis", NULL, NULL, RCP_TYPE_PUBLISHED_BASIS, RCP_PUBLISHED_UNKNOWN, flags);
  properties[PROP_PUBLISHED_RULE] =
    g_param_spec_enum ("published-rule", NULL, NULL, RCP_TYPE_DATE_RULE, RCP_DATE_RULE_NONE, flags);
  properties[PROP_PUBLISHED_CLUE] = g_param_spec_string ("published-clue", NULL, NULL, NULL, flags);
  properties[PROP_BEST_DAY] = g_param_spec_int ("best-day", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_IS_SURE] = g_param_spec_boolean ("is-sure", NULL, NULL, FALSE, flags);
  properties[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  properties[PROP_ADDED_US] = g_param_spec_int64 ("added-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_WORDS] = g_param_spec_uint ("n-words", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_SHARING] = g_param_spec_uint ("n-sharing", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_article_init (RcpArticle *self)
{
}

gint64
rcp_article_get_id (RcpArticle *self)
{
  return self->id;
}

const char *
rcp_article_get_title (RcpArticle *self)
{
  return self->title;
}

const char *
rcp_article_get_byline (RcpArticle *self)
{
  return self->byline;
}

gint64
rcp_article_get_outlet_id (RcpArticle *self)
{
  return self->outlet_id;
}

const char *
rcp_article_get_outlet (RcpArticle *self)
{
  return self->outlet;
}

const char *
rcp_article_get_via (RcpArticle *self)
{
  return self->via;
}

const char *
rcp_article_get_language (RcpArticle *self)
{
  return self->language;
}

RcpEdtf *
rcp_article_get_published (RcpArticle *self)
{
  return self->published;
}

RcpPublishedBasis
rcp_article_get_published_basis (RcpArticle *self)
{
  return self->published_basis;
}

RcpDateRule
rcp_article_get_published_rule (RcpArticle *self)
{
  return self->published_rule;
}

const char *
rcp_article_get_published_clue (RcpArticle *self)
{
  return self->published_clue;
}

gint32
rcp_article_get_best_day (RcpArticle *self)
{
  return self->best_day;
}

gboolean
rcp_article_get_is_sure (RcpArticle *self)
{
  return self->is_sure;
}

const char *
rcp_article_get_uri (RcpArticle *self)
{
  return self->uri;
}

gint64
rcp_article_get_added_us (RcpArticle *self)
{
  return self->added_us;
}

guint
rcp_article_get_n_words (RcpArticle *self)
{
  return self->n_words;
}

guint
rcp_article_get_n_events (RcpArticle *self)
{
  return self->n_events;
}

guint
rcp_article_get_n_sharing (RcpArticle *self)
{
  return self->n_sharing;
}

guint
rcp_article_get_n_notes (RcpArticle *self)
{
  return self->n_notes;
}
