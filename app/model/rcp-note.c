#include "config.h"

#include "rcp-note.h"

#include "rcp-enum-types.h"

struct _RcpNote
{
  GObject parent_instance;

  /* owned */
  char *quote;
  char *prefix;
  char *suffix;
  char *body;

  /* plain */
  gint64 id;
  RcpNoteTarget target;
  gint64 article_id;
  gint64 event_id;
  gint64 actor_id;
  guint start;
  guint end;
  gint64 created_us;
  gint64 modified_us;
};

G_DEFINE_FINAL_TYPE (RcpNote, rcp_note, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TARGET,
  PROP_ARTICLE_ID,
  PROP_EVENT_ID,
  PROP_ACTOR_ID,
  PROP_START,
  PROP_END,
  PROP_QUOTE,
  PROP_PREFIX,
  PROP_SUFFIX,
  PROP_BODY,
  PROP_CREATED_US,
  PROP_MODIFIED_US,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_note_finalize (GObject *object)
{
  RcpNote *self = RCP_NOTE (object);

  g_clear_pointer (&self->quote, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->suffix, g_free);
  g_clear_pointer (&self->body, g_free);

  G_OBJECT_CLASS (rcp_note_parent_class)->finalize (object);
}

static void
rcp_note_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpNote *self = RCP_NOTE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TARGET:
      g_value_set_enum (value, self->target);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PROP_EVENT_ID:
      g_value_set_int64 (value, self->event_id);
      break;
    case PROP_ACTOR_ID:
      g_value_set_int64 (value, self->actor_id);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_QUOTE:
      g_value_set_string (value, self->quote);
      break;
    case PROP_PREFIX:
      g_value_set_string (value, self->prefix);
      break;
    case PROP_SUFFIX:
      g_value_set_string (value, self->suffix);
      break;
    case PROP_BODY:
      g_value_set_string (value, self->body);
      break;
    case PROP_CREATED_US:
      g_value_set_int64 (value, self->created_us);
      break;
    case PROP_MODIFIED_US:
      g_value_set_int64 (value, self->modified_us);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_note_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpNote *self = RCP_NOTE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_TARGET:
      self->target = g_value_get_enum (value);
      break;
    case PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PROP_EVENT_ID:
      self->event_id = g_value_get_int64 (value);
      break;
    case PROP_ACTOR_ID:
      self->actor_id = g_value_get_int64 (value);
      break;
    case PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case PROP_END:
      self->end = g_value_get_uint (value);
      break;
    case PROP_QUOTE:
      self->quote = g_value_dup_string (value);
      break;
    case PROP_PREFIX:
      self->prefix = g_value_dup_string (value);
      break;
    case PROP_SUFFIX:
      self->suffix = g_value_dup_string (value);
      break;
    case PROP_BODY:
      rcp_note_set_body (self, g_value_get_string (value));
      break;
    case PROP_CREATED_US:
      self->created_us = g_value_get_int64 (value);
      break;
    case PROP_MODIFIED_US:
      rcp_note_set_modified_us (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_note_class_init (RcpNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags open_flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_note_finalize;
  object_class->get_property = rcp_note_get_property;
  object_class->set_property = rcp_note_set_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TARGET] = g_param_spec_enum ("target", NULL, NULL, RCP_TYPE_NOTE_TARGET, RCP_NOTE_PASSAGE, flags);
  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_EVENT_ID] = g_param_spec_int64 ("event-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ACTOR_ID] = g_param_spec_int64 ("actor-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  properties[PROP_PREFIX] = g_param_spec_string ("prefix", NULL, NULL, NULL, flags);
  properties[PROP_SUFFIX] = g_param_spec_string ("suffix", NULL, NULL, NULL, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL, open_flags);
  properties[PROP_CREATED_US] = g_param_spec_int64 ("created-us", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_MODIFIED_US] = g_param_spec_int64 ("modified-us", NULL, NULL, 0, G_MAXINT64, 0, open_flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_note_init (RcpNote *self)
{
}

gint64
rcp_note_get_id (RcpNote *self)
{
  return self->id;
}

RcpNoteTarget
rcp_note_get_target (RcpNote *self)
{
  return self->target;
}

gint64
rcp_note_get_article_id (RcpNote *self)
{
  return self->article_id;
}

gint64
rcp_note_get_event_id (RcpNote *self)
{
  return self->event_id;
}

gint64
rcp_note_get_actor_id (RcpNote *self)
{
  return self->actor_id;
}

guint
rcp_note_get_start (RcpNote *self)
{
  return self->start;
}

guint
rcp_note_get_end (RcpNote *self)
{
  return self->end;
}

const char *
rcp_note_get_quote (RcpNote *self)
{
  return self->quote;
}

const char *
rcp_note_get_prefix (RcpNote *self)
{
  return self->prefix;
}

const char *
rcp_note_get_suffix (RcpNote *self)
{
  return self->suffix;
}

const char *
rcp_note_get_body (RcpNote *self)
{
  return self->body;
}

gint64
rcp_note_get_created_us (RcpNote *self)
{
  return self->created_us;
}

gint64
rcp_note_get_modified_us (RcpNote *self)
{
  return self->modified_us;
}

void
rcp_note_set_body (RcpNote *self, const char *body)
{
  if (g_strcmp0 (self->body, body) == 0)
    return;
  g_free (self->body);
  self->body = g_strdup (body);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
}

void
rcp_note_set_modified_us (RcpNote *self, gint64 modified_us)
{
  if (self->modified_us == modified_us)
    return;
  self->modified_us = modified_us;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED_US]);
}
