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
  char *include_words;
  char *exclude_words;
  char *validated_uri;

  /* plain */
  gint64 id;
  RcpSourceKind kind;
  guint interval_s;
  gboolean paused;
  gint64 checked_us;
  gint64 succeeded_us;
  gint64 dossier_id;
  gboolean only_pinned;
  gboolean full_pages;
  gint64 created_us;
  gint64 next_check_us;
  guint n_failures;
  gboolean retired;
  guint ttl_s;
  guint skip_hours;
  guint skip_days;
  gint64 retry_after_us;
  gint64 fresh_until_us;
  guint n_new;
  guint n_articles;
  guint n_waiting;
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
  PROP_DOSSIER_ID,
  PROP_ONLY_PINNED,
  PROP_FULL_PAGES,
  PROP_INCLUDE_WORDS,
  PROP_EXCLUDE_WORDS,
  PROP_CREATED_US,
  PROP_NEXT_CHECK_US,
  PROP_N_FAILURES,
  PROP_RETIRED,
  PROP_TTL_S,
  PROP_SKIP_HOURS,
  PROP_SKIP_DAYS,
  PROP_RETRY_AFTER_US,
  PROP_FRESH_UNTIL_US,
  PROP_VALIDATED_URI,
  PROP_N_NEW,
  PROP_N_ARTICLES,
  PROP_N_WAITING,
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
  g_clear_pointer (&self->include_words, g_free);
  g_clear_pointer (&self->exclude_words, g_free);
  g_clear_pointer (&self->validated_uri, g_free);

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
    case PROP_DOSSIER_ID:
      g_value_set_int64 (value, self->dossier_id);
      break;
    case PROP_ONLY_PINNED:
      g_value_set_boolean (value, self->only_pinned);
      break;
    case PROP_FULL_PAGES:
      g_value_set_boolean (value, self->full_pages);
      break;
    case PROP_INCLUDE_WORDS:
      g_value_set_string (value, self->include_words);
      break;
    case PROP_EXCLUDE_WORDS:
      g_value_set_string (value, self->exclude_words);
      break;
    case PROP_CREATED_US:
      g_value_set_int64 (value, self->created_us);
      break;
    case PROP_NEXT_CHECK_US:
      g_value_set_int64 (value, self->next_check_us);
      break;
    case PROP_N_FAILURES:
      g_value_set_uint (value, self->n_failures);
      break;
    case PROP_RETIRED:
      g_value_set_boolean (value, self->retired);
      break;
    case PROP_TTL_S:
      g_value_set_uint (value, self->ttl_s);
      break;
    case PROP_SKIP_HOURS:
      g_value_set_uint (value, self->skip_hours);
      break;
    case PROP_SKIP_DAYS:
      g_value_set_uint (value, self->skip_days);
      break;
    case PROP_RETRY_AFTER_US:
      g_value_set_int64 (value, self->retry_after_us);
      break;
    case PROP_FRESH_UNTIL_US:
      g_value_set_int64 (value, self->fresh_until_us);
      break;
    case PROP_VALIDATED_URI:
      g_value_set_string (value, self->validated_uri);
      break;
    case PROP_N_NEW:
      g_value_set_uint (value, self->n_new);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_WAITING:
      g_value_set_uint (value, self->n_waiting);
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
    case PROP_DOSSIER_ID:
      self->dossier_id = g_value_get_int64 (value);
      break;
    case PROP_ONLY_PINNED:
      self->only_pinned = g_value_get_boolean (value);
      break;
    case PROP_FULL_PAGES:
      self->full_pages = g_value_get_boolean (value);
      break;
    case PROP_INCLUDE_WORDS:
      self->include_words = g_value_dup_string (value);
      break;
    case PROP_EXCLUDE_WORDS:
      self->exclude_words = g_value_dup_string (value);
      break;
    case PROP_CREATED_US:
      self->created_us = g_value_get_int64 (value);
      break;
    case PROP_NEXT_CHECK_US:
      self->next_check_us = g_value_get_int64 (value);
      break;
    case PROP_N_FAILURES:
      self->n_failures = g_value_get_uint (value);
      break;
    case PROP_RETIRED:
      self->retired = g_value_get_boolean (value);
      break;
    case PROP_TTL_S:
      self->ttl_s = g_value_get_uint (value);
      break;
    case PROP_SKIP_HOURS:
      self->skip_hours = g_value_get_uint (value);
      break;
    case PROP_SKIP_DAYS:
      self->skip_days = g_value_get_uint (value);
      break;
    case PROP_RETRY_AFTER_US:
      self->retry_after_us = g_value_get_int64 (value);
      break;
    case PROP_FRESH_UNTIL_US:
      self->fresh_until_us = g_value_get_int64 (value);
      break;
    case PROP_VALIDATED_URI:
      self->validated_uri = g_value_dup_string (value);
      break;
    case PROP_N_NEW:
      self->n_new = g_value_get_uint (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_N_WAITING:
      self->n_waiting = g_value_get_uint (value);
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
  properties[PROP_DOSSIER_ID] = g_param_spec_int64 ("dossier-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ONLY_PINNED] = g_param_spec_boolean ("only-pinned", NULL, NULL, FALSE, flags);
  properties[PROP_FULL_PAGES] = g_param_spec_boolean ("full-pages", NULL, NULL, TRUE, flags);
  properties[PROP_INCLUDE_WORDS] = g_param_spec_string ("include-words", NULL, NULL, NULL, flags);
  properties[PROP_EXCLUDE_WORDS] = g_param_spec_string ("exclude-words", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_US] = g_param_spec_int64 ("created-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NEXT_CHECK_US] = g_param_spec_int64 ("next-check-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_N_FAILURES] = g_param_spec_uint ("n-failures", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RETIRED] = g_param_spec_boolean ("retired", NULL, NULL, FALSE, flags);
  properties[PROP_TTL_S] = g_param_spec_uint ("ttl-s", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SKIP_HOURS] = g_param_spec_uint ("skip-hours", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SKIP_DAYS] = g_param_spec_uint ("skip-days", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RETRY_AFTER_US] = g_param_spec_int64 ("retry-after-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FRESH_UNTIL_US] = g_param_spec_int64 ("fresh-until-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_VALIDATED_URI] = g_param_spec_string ("validated-uri", NULL, NULL, NULL, flags);
  properties[PROP_N_NEW] = g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
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

gint64
rcp_source_get_dossier_id (RcpSource *self)
{
  return self->dossier_id;
}

gboolean
rcp_source_get_only_pinned (RcpSource *self)
{
  return self->only_pinned;
}

gboolean
rcp_source_get_full_pages (RcpSource *self)
{
  return self->full_pages;
}

const char *
rcp_source_get_include_words (RcpSource *self)
{
  return self->include_words;
}

const char *
rcp_source_get_exclude_words (RcpSource *self)
{
  return self->exclude_words;
}

gint64
rcp_source_get_created_us (RcpSource *self)
{
  return self->created_us;
}

gint64
rcp_source_get_next_check_us (RcpSource *self)
{
  return self->next_check_us;
}

guint
rcp_source_get_n_failures (RcpSource *self)
{
  return self->n_failures;
}

gboolean
rcp_source_get_retired (RcpSource *self)
{
  return self->retired;
}

guint
rcp_source_get_ttl_s (RcpSource *self)
{
  return self->ttl_s;
}

guint
rcp_source_get_skip_hours (RcpSource *self)
{
  return self->skip_hours;
}

guint
rcp_source_get_skip_days (RcpSource *self)
{
  return self->skip_days;
}

gint64
rcp_source_get_retry_after_us (RcpSource *self)
{
  return self->retry_after_us;
}

gint64
rcp_source_get_fresh_until_us (RcpSource *self)
{
  return self->fresh_until_us;
}

const char *
rcp_source_get_validated_uri (RcpSource *self)
{
  return self->validated_uri;
}

guint
rcp_source_get_n_new (RcpSource *self)
{
  return self->n_new;
}

guint
rcp_source_get_n_articles (RcpSource *self)
{
  return self->n_articles;
}

guint
rcp_source_get_n_waiting (RcpSource *self)
{
  return self->n_waiting;
}
