#include "config.h"

#include "rcp-account.h"

#include "rcp-enum-types.h"

struct _RcpAccount
{
  GObject parent_instance;

  /* owned */
  char *sentence;
  RcpEdtf *date;
  char *date_clue;
  RcpEdtf *date_anchor;
  char *attribution;
  char *speaker;
  char *medium;
  char *mode;
  char *place;
  char *outlet;
  char *article_title;
  RcpEdtf *published;
  GBytes *shared;

  /* plain */
  gint64 id;
  gint64 event_id;
  gint64 article_id;
  guint start;
  guint end;
  RcpDateRule date_rule;
  RcpDateAnchor date_anchor_kind;
  RcpAction action;
  RcpStatus status;
  RcpQuotation quotation;
  gint64 speaker_id;
  gboolean attribution_by_user;
  guint credibility;
  guint reliability;
  gint64 outlet_id;
  RcpPublishedBasis published_basis;
  gint64 copy_of;
  gboolean unmarked;
};

G_DEFINE_FINAL_TYPE (RcpAccount, rcp_account, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_EVENT_ID,
  PROP_ARTICLE_ID,
  PROP_START,
  PROP_END,
  PROP_SENTENCE,
  PROP_DATE,
  PROP_DATE_RULE,
  PROP_DATE_CLUE,
  PROP_DATE_ANCHOR_KIND,
  PROP_DATE_ANCHOR,
  PROP_ACTION,
  PROP_STATUS,
  PROP_ATTRIBUTION,
  PROP_ATTRIBUTION_BY_USER,
  PROP_CREDIBILITY,
  PROP_RELIABILITY,
  PROP_QUOTATION,
  PROP_SPEAKER_ID,
  PROP_SPEAKER,
  PROP_MEDIUM,
  PROP_MODE,
  PROP_PLACE,
  PROP_OUTLET_ID,
  PROP_OUTLET,
  PROP_ARTICLE_TITLE,
  PROP_PUBLISHED,
  PROP_PUBLISHED_BASIS,
  PROP_COPY_OF,
  PROP_UNMARKED,
  PROP_SHARED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_account_finalize (GObject *object)
{
  RcpAccount *self = RCP_ACCOUNT (object);

  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->date, rcp_edtf_unref);
  g_clear_pointer (&self->date_clue, g_free);
  g_clear_pointer (&self->date_anchor, rcp_edtf_unref);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->medium, g_free);
  g_clear_pointer (&self->mode, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->article_title, g_free);
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->shared, g_bytes_unref);

  G_OBJECT_CLASS (rcp_account_parent_class)->finalize (object);
}

static void
rcp_account_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpAccount *self = RCP_ACCOUNT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_EVENT_ID:
      g_value_set_int64 (value, self->event_id);
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
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    case PROP_DATE_RULE:
      g_value_set_enum (value, self->date_rule);
      break;
    case PROP_DATE_CLUE:
      g_value_set_string (value, self->date_clue);
      break;
    case PROP_DATE_ANCHOR_KIND:
      g_value_set_enum (value, self->date_anchor_kind);
      break;
    case PROP_DATE_ANCHOR:
      g_value_set_boxed (value, self->date_anchor);
      break;
    case PROP_ACTION:
      g_value_set_enum (value, self->action);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_ATTRIBUTION:
      g_value_set_string (value, self->attribution);
      break;
    case PROP_ATTRIBUTION_BY_USER:
      g_value_set_boolean (value, self->attribution_by_user);
      break;
    case PROP_CREDIBILITY:
      g_value_set_uint (value, self->credibility);
      break;
    case PROP_QUOTATION:
      g_value_set_enum (value, self->quotation);
      break;
    case PROP_SPEAKER_ID:
      g_value_set_int64 (value, self->speaker_id);
      break;
    case PROP_SPEAKER:
      g_value_set_string (value, self->speaker);
      break;
    case PROP_MEDIUM:
      g_value_set_string (value, self->medium);
      break;
    case PROP_MODE:
      g_value_set_string (value, self->mode);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_RELIABILITY:
      g_value_set_uint (value, self->reliability);
      break;
    case PROP_OUTLET_ID:
      g_value_set_int64 (value, self->outlet_id);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_ARTICLE_TITLE:
      g_value_set_string (value, self->article_title);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    case PROP_PUBLISHED_BASIS:
      g_value_set_enum (value, self->published_basis);
      break;
    case PROP_COPY_OF:
      g_value_set_int64 (value, self->copy_of);
      break;
    case PROP_UNMARKED:
      g_value_set_boolean (value, self->unmarked);
      break;
    case PROP_SHARED:
      g_value_set_boxed (value, self->shared);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_account_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpAccount *self = RCP_ACCOUNT (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_EVENT_ID:
      self->event_id = g_value_get_int64 (value);
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
    case PROP_SENTENCE:
      self->sentence = g_value_dup_string (value);
      break;
    case PROP_DATE:
      self->date = g_value_dup_boxed (value);
      break;
    case PROP_DATE_RULE:
      self->date_rule = g_value_get_enum (value);
      break;
    case PROP_DATE_CLUE:
      self->date_clue = g_value_dup_string (value);
      break;
    case PROP_DATE_ANCHOR_KIND:
      self->date_anchor_kind = g_value_get_enum (value);
      break;
    case PROP_DATE_ANCHOR:
      self->date_anchor = g_value_dup_boxed (value);
      break;
    case PROP_ACTION:
      self->action = g_value_get_enum (value);
      break;
    case PROP_STATUS:
      self->status = g_value_get_enum (value);
      break;
    case PROP_ATTRIBUTION:
      self->attribution = g_value_dup_string (value);
      break;
    case PROP_ATTRIBUTION_BY_USER:
      self->attribution_by_user = g_value_get_boolean (value);
      break;
    case PROP_CREDIBILITY:
      self->credibility = g_value_get_uint (value);
      break;
    case PROP_QUOTATION:
      self->quotation = g_value_get_enum (value);
      break;
    case PROP_SPEAKER_ID:
      self->speaker_id = g_value_get_int64 (value);
      break;
    case PROP_SPEAKER:
      self->speaker = g_value_dup_string (value);
      break;
    case PROP_MEDIUM:
      self->medium = g_value_dup_string (value);
      break;
    case PROP_MODE:
      self->mode = g_value_dup_string (value);
      break;
    case PROP_PLACE:
      self->place = g_value_dup_string (value);
      break;
    case PROP_RELIABILITY:
      self->reliability = g_value_get_uint (value);
      break;
    case PROP_OUTLET_ID:
      self->outlet_id = g_value_get_int64 (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_ARTICLE_TITLE:
      self->article_title = g_value_dup_string (value);
      break;
    case PROP_PUBLISHED:
      self->published = g_value_dup_boxed (value);
      break;
    case PROP_PUBLISHED_BASIS:
      self->published_basis = g_value_get_enum (value);
      break;
    case PROP_COPY_OF:
      self->copy_of = g_value_get_int64 (value);
      break;
    case PROP_UNMARKED:
      self->unmarked = g_value_get_boolean (value);
      break;
    case PROP_SHARED:
      self->shared = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_account_class_init (RcpAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_account_finalize;
  object_class->get_property = rcp_account_get_property;
  object_class->set_property = rcp_account_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_EVENT_ID] = g_param_spec_int64 ("event-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_DATE_RULE] =
    g_param_spec_enum ("date-rule", NULL, NULL, RCP_TYPE_DATE_RULE, RCP_DATE_RULE_NONE, flags);
  properties[PROP_DATE_CLUE] = g_param_spec_string ("date-clue", NULL, NULL, NULL, flags);
  properties[PROP_DATE_ANCHOR_KIND] =
    g_param_spec_enum ("date-anchor-kind", NULL, NULL, RCP_TYPE_DATE_ANCHOR, RCP_DATE_ANCHOR_NONE, flags);
  properties[PROP_DATE_ANCHOR] = g_param_spec_boxed ("date-anchor", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_ACTION] = g_param_spec_enum ("action", NULL, NULL, RCP_TYPE_ACTION, RCP_ACTION_OTHER, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, RCP_TYPE_STATUS, RCP_STATUS_DONE, flags);
  properties[PROP_ATTRIBUTION] = g_param_spec_string ("attribution", NULL, NULL, NULL, flags);
  properties[PROP_ATTRIBUTION_BY_USER] = g_param_spec_boolean ("attribution-by-user", NULL, NULL, FALSE, flags);
  properties[PROP_CREDIBILITY] = g_param_spec_uint ("credibility", NULL, NULL, 0, RCP_CREDIBILITY_LAST, 0, flags);
  properties[PROP_QUOTATION] =
    g_param_spec_enum ("quotation", NULL, NULL, RCP_TYPE_QUOTATION, RCP_QUOTATION_NONE, flags);
  properties[PROP_SPEAKER_ID] = g_param_spec_int64 ("speaker-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SPEAKER] = g_param_spec_string ("speaker", NULL, NULL, NULL, flags);
  properties[PROP_MEDIUM] = g_param_spec_string ("medium", NULL, NULL, NULL, flags);
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_RELIABILITY] = g_param_spec_uint ("reliability", NULL, NULL, 0, RCP_RELIABILITY_LAST, 0, flags);
  properties[PROP_OUTLET_ID] = g_param_spec_int64 ("outlet-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_ARTICLE_TITLE] = g_param_spec_string ("article-title", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_PUBLISHED_BASIS] =
    g_param_spec_enum ("published-basis", NULL, NULL, RCP_TYPE_PUBLISHED_BASIS, RCP_PUBLISHED_UNKNOWN, flags);
  properties[PROP_COPY_OF] = g_param_spec_int64 ("copy-of", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_UNMARKED] = g_param_spec_boolean ("unmarked", NULL, NULL, FALSE, flags);
  properties[PROP_SHARED] = g_param_spec_boxed ("shared", NULL, NULL, G_TYPE_BYTES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_account_init (RcpAccount *self)
{
}

gint64
rcp_account_get_id (RcpAccount *self)
{
  return self->id;
}

gint64
rcp_account_get_event_id (RcpAccount *self)
{
  return self->event_id;
}

gint64
rcp_account_get_article_id (RcpAccount *self)
{
  return self->article_id;
}

guint
rcp_account_get_start (RcpAccount *self)
{
  return self->start;
}

guint
rcp_account_get_end (RcpAccount *self)
{
  return self->end;
}

const char *
rcp_account_get_sentence (RcpAccount *self)
{
  return self->sentence;
}

RcpEdtf *
rcp_account_get_date (RcpAccount *self)
{
  return self->date;
}

RcpDateRule
rcp_account_get_date_rule (RcpAccount *self)
{
  return self->date_rule;
}

const char *
rcp_account_get_date_clue (RcpAccount *self)
{
  return self->date_clue;
}

RcpDateAnchor
rcp_account_get_date_anchor_kind (RcpAccount *self)
{
  return self->date_anchor_kind;
}

RcpEdtf *
rcp_account_get_date_anchor (RcpAccount *self)
{
  return self->date_anchor;
}

RcpAction
rcp_account_get_action (RcpAccount *self)
{
  return self->action;
}

RcpStatus
rcp_account_get_status (RcpAccount *self)
{
  return self->status;
}

const char *
rcp_account_get_attribution (RcpAccount *self)
{
  return self->attribution;
}

gboolean
rcp_account_get_attribution_by_user (RcpAccount *self)
{
  return self->attribution_by_user;
}

guint
rcp_account_get_credibility (RcpAccount *self)
{
  return self->credibility;
}

RcpQuotation
rcp_account_get_quotation (RcpAccount *self)
{
  return self->quotation;
}

gint64
rcp_account_get_speaker_id (RcpAccount *self)
{
  return self->speaker_id;
}

const char *
rcp_account_get_speaker (RcpAccount *self)
{
  return self->speaker;
}

const char *
rcp_account_get_medium (RcpAccount *self)
{
  return self->medium;
}

const char *
rcp_account_get_mode (RcpAccount *self)
{
  return self->mode;
}

const char *
rcp_account_get_place (RcpAccount *self)
{
  return self->place;
}

guint
rcp_account_get_reliability (RcpAccount *self)
{
  return self->reliability;
}

gint64
rcp_account_get_outlet_id (RcpAccount *self)
{
  return self->outlet_id;
}

const char *
rcp_account_get_outlet (RcpAccount *self)
{
  return self->outlet;
}

const char *
rcp_account_get_article_title (RcpAccount *self)
{
  return self->article_title;
}

RcpEdtf *
rcp_account_get_published (RcpAccount *self)
{
  return self->published;
}

RcpPublishedBasis
rcp_account_get_published_basis (RcpAccount *self)
{
  return self->published_basis;
}

gint64
rcp_account_get_copy_of (RcpAccount *self)
{
  return self->copy_of;
}

gboolean
rcp_account_get_unmarked (RcpAccount *self)
{
  return self->unmarked;
}

GBytes *
rcp_account_get_shared (RcpAccount *self)
{
  return self->shared;
}
