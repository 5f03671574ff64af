#include "config.h"

#include "rcp-discrepancy-value.h"

struct _RcpDiscrepancyValue
{
  GObject parent_instance;

  /* owned */
  char *text;
  char *outlet;
  RcpEdtf *date;

  /* plain */
  gint64 event_id;
  gint64 account_id;
  gint64 article_id;
  guint start;
  guint end;
};

G_DEFINE_FINAL_TYPE (RcpDiscrepancyValue, rcp_discrepancy_value, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT_ID,
  PROP_ARTICLE_ID,
  PROP_START,
  PROP_END,
  PROP_TEXT,
  PROP_OUTLET,
  PROP_EVENT_ID,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_discrepancy_value_finalize (GObject *object)
{
  RcpDiscrepancyValue *self = RCP_DISCREPANCY_VALUE (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->date, rcp_edtf_unref);

  G_OBJECT_CLASS (rcp_discrepancy_value_parent_class)->finalize (object);
}

static void
rcp_discrepancy_value_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpDiscrepancyValue *self = RCP_DISCREPANCY_VALUE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT_ID:
      g_value_set_int64 (value, self->account_id);
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
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_EVENT_ID:
      g_value_set_int64 (value, self->event_id);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_discrepancy_value_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpDiscrepancyValue *self = RCP_DISCREPANCY_VALUE (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT_ID:
      self->account_id = g_value_get_int64 (value);
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
    case PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_EVENT_ID:
      self->event_id = g_value_get_int64 (value);
      break;
    case PROP_DATE:
      self->date = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_discrepancy_value_class_init (RcpDiscrepancyValueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_discrepancy_value_finalize;
  object_class->get_property = rcp_discrepancy_value_get_property;
  object_class->set_property = rcp_discrepancy_value_set_property;

  properties[PROP_ACCOUNT_ID] = g_param_spec_int64 ("account-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_EVENT_ID] = g_param_spec_int64 ("event-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, RCP_TYPE_EDTF, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_discrepancy_value_init (RcpDiscrepancyValue *self)
{
}

gint64
rcp_discrepancy_value_get_account_id (RcpDiscrepancyValue *self)
{
  return self->account_id;
}

gint64
rcp_discrepancy_value_get_article_id (RcpDiscrepancyValue *self)
{
  return self->article_id;
}

guint
rcp_discrepancy_value_get_start (RcpDiscrepancyValue *self)
{
  return self->start;
}

guint
rcp_discrepancy_value_get_end (RcpDiscrepancyValue *self)
{
  return self->end;
}

const char *
rcp_discrepancy_value_get_text (RcpDiscrepancyValue *self)
{
  return self->text;
}

const char *
rcp_discrepancy_value_get_outlet (RcpDiscrepancyValue *self)
{
  return self->outlet;
}

/** rcp_discrepancy_value_get_event_id: the event of the account; 0 where nothing says. */
gint64
rcp_discrepancy_value_get_event_id (RcpDiscrepancyValue *self)
{
  return self->event_id;
}

/** rcp_discrepancy_value_get_date: (transfer none) (nullable): when the account says it was, as it was read. */
RcpEdtf *
rcp_discrepancy_value_get_date (RcpDiscrepancyValue *self)
{
  return self->date;
}
