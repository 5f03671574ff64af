#include "config.h"

#include "rcp-actor-alias.h"

#include "rcp-enum-types.h"

struct _RcpActorAlias
{
  GObject parent_instance;

  /* owned */
  char *text;
  char *words;

  /* plain */
  gboolean is_role;
  RcpAliasReason reason;
  guint n_mentions;
  guint n_articles;
  gint64 first_article_id;
};

G_DEFINE_FINAL_TYPE (RcpActorAlias, rcp_actor_alias, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_IS_ROLE,
  PROP_REASON,
  PROP_N_MENTIONS,
  PROP_N_ARTICLES,
  PROP_FIRST_ARTICLE_ID,
  PROP_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_actor_alias_finalize (GObject *object)
{
  RcpActorAlias *self = RCP_ACTOR_ALIAS (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (rcp_actor_alias_parent_class)->finalize (object);
}

static void
rcp_actor_alias_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorAlias *self = RCP_ACTOR_ALIAS (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_IS_ROLE:
      g_value_set_boolean (value, self->is_role);
      break;
    case PROP_REASON:
      g_value_set_enum (value, self->reason);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_FIRST_ARTICLE_ID:
      g_value_set_int64 (value, self->first_article_id);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_alias_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorAlias *self = RCP_ACTOR_ALIAS (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case PROP_IS_ROLE:
      self->is_role = g_value_get_boolean (value);
      break;
    case PROP_REASON:
      self->reason = g_value_get_enum (value);
      break;
    case PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    case PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case PROP_FIRST_ARTICLE_ID:
      self->first_article_id = g_value_get_int64 (value);
      break;
    case PROP_WORDS:
      self->words = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_alias_class_init (RcpActorAliasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_alias_finalize;
  object_class->get_property = rcp_actor_alias_get_property;
  object_class->set_property = rcp_actor_alias_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_IS_ROLE] = g_param_spec_boolean ("is-role", NULL, NULL, FALSE, flags);
  properties[PROP_REASON] = g_param_spec_enum ("reason", NULL, NULL, RCP_TYPE_ALIAS_REASON, RCP_ALIAS_REASON_ARTICLE, flags);
  properties[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FIRST_ARTICLE_ID] = g_param_spec_int64 ("first-article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_actor_alias_init (RcpActorAlias *self)
{
}

const char *
rcp_actor_alias_get_text (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), NULL);

  return self->text;
}

gboolean
rcp_actor_alias_get_is_role (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), FALSE);

  return self->is_role;
}

RcpAliasReason
rcp_actor_alias_get_reason (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), 0);

  return self->reason;
}

guint
rcp_actor_alias_get_n_mentions (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), 0);

  return self->n_mentions;
}

guint
rcp_actor_alias_get_n_articles (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), 0);

  return self->n_articles;
}

gint64
rcp_actor_alias_get_first_article_id (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), 0);

  return self->first_article_id;
}

const char *
rcp_actor_alias_get_words (RcpActorAlias *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_ALIAS (self), NULL);

  return self->words;
}
