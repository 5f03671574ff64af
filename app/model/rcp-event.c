#include "config.h"

#include "rcp-event.h"

#include "rcp-enum-types.h"

struct _RcpEvent
{
  GObject parent_instance;

  /* owned */
  char *title;
  RcpEdtf *date;
  char *date_clue;
  RcpEdtf *date_anchor;
  GBytes *actor_ids;

  /* plain */
  gint64 id;
  RcpDateRule date_rule;
  RcpDateAnchor date_anchor_kind;
  RcpAction action;
  RcpStatus status;
  guint n_accounts;
  guint n_outlets;
  guint n_independent;
  guint n_discrepancies;
  guint n_notes;
  guint by_user;
};

G_DEFINE_FINAL_TYPE (RcpEvent, rcp_event, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_DATE,
  PROP_DATE_RULE,
  PROP_DATE_CLUE,
  PROP_DATE_ANCHOR_KIND,
  PROP_DATE_ANCHOR,
  PROP_ACTION,
  PROP_STATUS,
  PROP_N_ACCOUNTS,
  PROP_N_OUTLETS,
  PROP_N_INDEPENDENT,
  PROP_N_DISCREPANCIES,
  PROP_N_NOTES,
  PROP_BY_USER,
  PROP_ACTOR_IDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_event_finalize (GObject *object)
{
  RcpEvent *self = RCP_EVENT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->date, rcp_edtf_unref);
  g_clear_pointer (&self->date_clue, g_free);
  g_clear_pointer (&self->date_anchor, rcp_edtf_unref);
  g_clear_pointer (&self->actor_ids, g_bytes_unref);

  G_OBJECT_CLASS (rcp_event_parent_class)->finalize (object);
}

static void
rcp_event_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpEvent *self = RCP_EVENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
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
    case PROP_N_ACCOUNTS:
      g_value_set_uint (value, self->n_accounts);
      break;
    case PROP_N_OUTLETS:
      g_value_set_uint (value, self->n_outlets);
      break;
    case PROP_N_INDEPENDENT:
      g_value_set_uint (value, self->n_independent);
      break;
    case PROP_N_DISCREPANCIES:
      g_value_set_uint (value, self->n_discrepancies);
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, self->n_notes);
      break;
    case PROP_BY_USER:
      g_value_set_uint (value, self->by_user);
      break;
    case PROP_ACTOR_IDS:
      g_value_set_boxed (value, self->actor_ids);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_event_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpEvent *self = RCP_EVENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
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
    case PROP_N_ACCOUNTS:
      self->n_accounts = g_value_get_uint (value);
      break;
    case PROP_N_OUTLETS:
      self->n_outlets = g_value_get_uint (value);
      break;
    case PROP_N_INDEPENDENT:
      self->n_independent = g_value_get_uint (value);
      break;
    case PROP_N_DISCREPANCIES:
      self->n_discrepancies = g_value_get_uint (value);
      break;
    case PROP_N_NOTES:
      self->n_notes = g_value_get_uint (value);
      break;
    case PROP_BY_USER:
      self->by_user = g_value_get_uint (value);
      break;
    case PROP_ACTOR_IDS:
      self->actor_ids = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_event_class_init (RcpEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_event_finalize;
  object_class->get_property = rcp_event_get_property;
  object_class->set_property = rcp_event_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_DATE_RULE] =
    g_param_spec_enum ("date-rule", NULL, NULL, RCP_TYPE_DATE_RULE, RCP_DATE_RULE_NONE, flags);
  properties[PROP_DATE_CLUE] = g_param_spec_string ("date-clue", NULL, NULL, NULL, flags);
  properties[PROP_DATE_ANCHOR_KIND] =
    g_param_spec_enum ("date-anchor-kind", NULL, NULL, RCP_TYPE_DATE_ANCHOR, RCP_DATE_ANCHOR_NONE, flags);
  properties[PROP_DATE_ANCHOR] = g_param_spec_boxed ("date-anchor", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_ACTION] = g_param_spec_enum ("action", NULL, NULL, RCP_TYPE_ACTION, RCP_ACTION_OTHER, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, RCP_TYPE_STATUS, RCP_STATUS_DONE, flags);
  properties[PROP_N_ACCOUNTS] = g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_OUTLETS] = g_param_spec_uint ("n-outlets", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_INDEPENDENT] = g_param_spec_uint ("n-independent", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DISCREPANCIES] = g_param_spec_uint ("n-discrepancies", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_BY_USER] = g_param_spec_uint ("by-user", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ACTOR_IDS] = g_param_spec_boxed ("actor-ids", NULL, NULL, G_TYPE_BYTES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_event_init (RcpEvent *self)
{
}

gint64
rcp_event_get_id (RcpEvent *self)
{
  return self->id;
}

const char *
rcp_event_get_title (RcpEvent *self)
{
  return self->title;
}

RcpEdtf *
rcp_event_get_date (RcpEvent *self)
{
  return self->date;
}

RcpDateRule
rcp_event_get_date_rule (RcpEvent *self)
{
  return self->date_rule;
}

const char *
rcp_event_get_date_clue (RcpEvent *self)
{
  return self->date_clue;
}

RcpDateAnchor
rcp_event_get_date_anchor_kind (RcpEvent *self)
{
  return self->date_anchor_kind;
}

RcpEdtf *
rcp_event_get_date_anchor (RcpEvent *self)
{
  return self->date_anchor;
}

RcpAction
rcp_event_get_action (RcpEvent *self)
{
  return self->action;
}

RcpStatus
rcp_event_get_status (RcpEvent *self)
{
  return self->status;
}

guint
rcp_event_get_n_accounts (RcpEvent *self)
{
  return self->n_accounts;
}

guint
rcp_event_get_n_outlets (RcpEvent *self)
{
  return self->n_outlets;
}

guint
rcp_event_get_n_independent (RcpEvent *self)
{
  return self->n_independent;
}

guint
rcp_event_get_n_discrepancies (RcpEvent *self)
{
  return self->n_discrepancies;
}

guint
rcp_event_get_n_notes (RcpEvent *self)
{
  return self->n_notes;
}

guint
rcp_event_get_by_user (RcpEvent *self)
{
  return self->by_user;
}

GBytes *
rcp_event_get_actor_ids (RcpEvent *self)
{
  return self->actor_ids;
}
