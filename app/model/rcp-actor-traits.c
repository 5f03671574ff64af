#include "config.h"

#include "rcp-actor-traits.h"

#include "rcp-enum-types.h"

/* --- Names ------------------------------------------------------------------------------------------------------ */

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
  ALIAS_PROP_0,
  ALIAS_PROP_TEXT,
  ALIAS_PROP_IS_ROLE,
  ALIAS_PROP_REASON,
  ALIAS_PROP_N_MENTIONS,
  ALIAS_PROP_N_ARTICLES,
  ALIAS_PROP_FIRST_ARTICLE_ID,
  ALIAS_PROP_WORDS,
  ALIAS_N_PROPS
};

static GParamSpec *alias_properties[ALIAS_N_PROPS];

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
    case ALIAS_PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case ALIAS_PROP_IS_ROLE:
      g_value_set_boolean (value, self->is_role);
      break;
    case ALIAS_PROP_REASON:
      g_value_set_enum (value, self->reason);
      break;
    case ALIAS_PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case ALIAS_PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case ALIAS_PROP_FIRST_ARTICLE_ID:
      g_value_set_int64 (value, self->first_article_id);
      break;
    case ALIAS_PROP_WORDS:
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
    case ALIAS_PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case ALIAS_PROP_IS_ROLE:
      self->is_role = g_value_get_boolean (value);
      break;
    case ALIAS_PROP_REASON:
      self->reason = g_value_get_enum (value);
      break;
    case ALIAS_PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    case ALIAS_PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case ALIAS_PROP_FIRST_ARTICLE_ID:
      self->first_article_id = g_value_get_int64 (value);
      break;
    case ALIAS_PROP_WORDS:
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

  alias_properties[ALIAS_PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  alias_properties[ALIAS_PROP_IS_ROLE] = g_param_spec_boolean ("is-role", NULL, NULL, FALSE, flags);
  alias_properties[ALIAS_PROP_REASON] = g_param_spec_enum ("reason", NULL, NULL, RCP_TYPE_ALIAS_REASON, RCP_ALIAS_REASON_ARTICLE, flags);
  alias_properties[ALIAS_PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  alias_properties[ALIAS_PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  alias_properties[ALIAS_PROP_FIRST_ARTICLE_ID] = g_param_spec_int64 ("first-article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  alias_properties[ALIAS_PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, ALIAS_N_PROPS, alias_properties);
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

/* --- Functions -------------------------------------------------------------------------------------------------- */

struct _RcpActorFunction
{
  GObject parent_instance;

  /* owned */
  char *text;

  /* plain */
  int first_day;
  int last_day;
  guint n_mentions;
};

G_DEFINE_FINAL_TYPE (RcpActorFunction, rcp_actor_function, G_TYPE_OBJECT)

enum
{
  FUNCTION_PROP_0,
  FUNCTION_PROP_TEXT,
  FUNCTION_PROP_FIRST_DAY,
  FUNCTION_PROP_LAST_DAY,
  FUNCTION_PROP_N_MENTIONS,
  FUNCTION_N_PROPS
};

static GParamSpec *function_properties[FUNCTION_N_PROPS];

static void
rcp_actor_function_finalize (GObject *object)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (rcp_actor_function_parent_class)->finalize (object);
}

static void
rcp_actor_function_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  switch (prop_id)
    {
    case FUNCTION_PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case FUNCTION_PROP_FIRST_DAY:
      g_value_set_int (value, self->first_day);
      break;
    case FUNCTION_PROP_LAST_DAY:
      g_value_set_int (value, self->last_day);
      break;
    case FUNCTION_PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_function_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorFunction *self = RCP_ACTOR_FUNCTION (object);

  switch (prop_id)
    {
    case FUNCTION_PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case FUNCTION_PROP_FIRST_DAY:
      self->first_day = g_value_get_int (value);
      break;
    case FUNCTION_PROP_LAST_DAY:
      self->last_day = g_value_get_int (value);
      break;
    case FUNCTION_PROP_N_MENTIONS:
      self->n_mentions = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_function_class_init (RcpActorFunctionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_function_finalize;
  object_class->get_property = rcp_actor_function_get_property;
  object_class->set_property = rcp_actor_function_set_property;

  function_properties[FUNCTION_PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  function_properties[FUNCTION_PROP_FIRST_DAY] = g_param_spec_int ("first-day", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  function_properties[FUNCTION_PROP_LAST_DAY] = g_param_spec_int ("last-day", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  function_properties[FUNCTION_PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, FUNCTION_N_PROPS, function_properties);
}

static void
rcp_actor_function_init (RcpActorFunction *self)
{
}

const char *
rcp_actor_function_get_text (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), NULL);

  return self->text;
}

int
rcp_actor_function_get_first_day (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->first_day;
}

int
rcp_actor_function_get_last_day (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->last_day;
}

guint
rcp_actor_function_get_n_mentions (RcpActorFunction *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_FUNCTION (self), 0);

  return self->n_mentions;
}

/* --- Companions ------------------------------------------------------------------------------------------------- */

struct _RcpActorCompanion
{
  GObject parent_instance;

  /* owned */
  RcpActor *actor;

  /* plain */
  guint n_articles;
  guint n_accounts;
};

G_DEFINE_FINAL_TYPE (RcpActorCompanion, rcp_actor_companion, G_TYPE_OBJECT)

enum
{
  COMPANION_PROP_0,
  COMPANION_PROP_ACTOR,
  COMPANION_PROP_N_ARTICLES,
  COMPANION_PROP_N_ACCOUNTS,
  COMPANION_N_PROPS
};

static GParamSpec *companion_properties[COMPANION_N_PROPS];

static void
rcp_actor_companion_finalize (GObject *object)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  g_clear_object (&self->actor);

  G_OBJECT_CLASS (rcp_actor_companion_parent_class)->finalize (object);
}

static void
rcp_actor_companion_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  switch (prop_id)
    {
    case COMPANION_PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    case COMPANION_PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case COMPANION_PROP_N_ACCOUNTS:
      g_value_set_uint (value, self->n_accounts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_companion_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorCompanion *self = RCP_ACTOR_COMPANION (object);

  switch (prop_id)
    {
    case COMPANION_PROP_ACTOR:
      self->actor = g_value_dup_object (value);
      break;
    case COMPANION_PROP_N_ARTICLES:
      self->n_articles = g_value_get_uint (value);
      break;
    case COMPANION_PROP_N_ACCOUNTS:
      self->n_accounts = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_companion_class_init (RcpActorCompanionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_companion_finalize;
  object_class->get_property = rcp_actor_companion_get_property;
  object_class->set_property = rcp_actor_companion_set_property;

  companion_properties[COMPANION_PROP_ACTOR] = g_param_spec_object ("actor", NULL, NULL, RCP_TYPE_ACTOR, flags);
  companion_properties[COMPANION_PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  companion_properties[COMPANION_PROP_N_ACCOUNTS] = g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, COMPANION_N_PROPS, companion_properties);
}

static void
rcp_actor_companion_init (RcpActorCompanion *self)
{
}

RcpActor *
rcp_actor_companion_get_actor (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), NULL);

  return self->actor;
}

guint
rcp_actor_companion_get_n_articles (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), 0);

  return self->n_articles;
}

guint
rcp_actor_companion_get_n_accounts (RcpActorCompanion *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_COMPANION (self), 0);

  return self->n_accounts;
}

/* --- Passages --------------------------------------------------------------------------------------------------- */

struct _RcpActorPassage
{
  GObject parent_instance;

  /* owned */
  char *outlet;
  RcpEdtf *published;
  char *sentence;

  /* plain */
  gint64 article_id;
  guint sentence_start;
  guint mark_start;
  guint mark_end;
};

G_DEFINE_FINAL_TYPE (RcpActorPassage, rcp_actor_passage, G_TYPE_OBJECT)

enum
{
  PASSAGE_PROP_0,
  PASSAGE_PROP_ARTICLE_ID,
  PASSAGE_PROP_OUTLET,
  PASSAGE_PROP_PUBLISHED,
  PASSAGE_PROP_SENTENCE,
  PASSAGE_PROP_SENTENCE_START,
  PASSAGE_PROP_MARK_START,
  PASSAGE_PROP_MARK_END,
  PASSAGE_N_PROPS
};

static GParamSpec *passage_properties[PASSAGE_N_PROPS];

static void
rcp_actor_passage_finalize (GObject *object)
{
  RcpActorPassage *self = RCP_ACTOR_PASSAGE (object);

  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->published, rcp_edtf_unref);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (rcp_actor_passage_parent_class)->finalize (object);
}

static void
rcp_actor_passage_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpActorPassage *self = RCP_ACTOR_PASSAGE (object);

  switch (prop_id)
    {
    case PASSAGE_PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PASSAGE_PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PASSAGE_PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    case PASSAGE_PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PASSAGE_PROP_SENTENCE_START:
      g_value_set_uint (value, self->sentence_start);
      break;
    case PASSAGE_PROP_MARK_START:
      g_value_set_uint (value, self->mark_start);
      break;
    case PASSAGE_PROP_MARK_END:
      g_value_set_uint (value, self->mark_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_passage_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorPassage *self = RCP_ACTOR_PASSAGE (object);

  switch (prop_id)
    {
    case PASSAGE_PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PASSAGE_PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PASSAGE_PROP_PUBLISHED:
      self->published = g_value_dup_boxed (value);
      break;
    case PASSAGE_PROP_SENTENCE:
      self->sentence = g_value_dup_string (value);
      break;
    case PASSAGE_PROP_SENTENCE_START:
      self->sentence_start = g_value_get_uint (value);
      break;
    case PASSAGE_PROP_MARK_START:
      self->mark_start = g_value_get_uint (value);
      break;
    case PASSAGE_PROP_MARK_END:
      self->mark_end = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_actor_passage_class_init (RcpActorPassageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_actor_passage_finalize;
  object_class->get_property = rcp_actor_passage_get_property;
  object_class->set_property = rcp_actor_passage_set_property;

  passage_properties[PASSAGE_PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  passage_properties[PASSAGE_PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  passage_properties[PASSAGE_PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, RCP_TYPE_EDTF, flags);
  passage_properties[PASSAGE_PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  passage_properties[PASSAGE_PROP_SENTENCE_START] = g_param_spec_uint ("sentence-start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  passage_properties[PASSAGE_PROP_MARK_START] = g_param_spec_uint ("mark-start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  passage_properties[PASSAGE_PROP_MARK_END] = g_param_spec_uint ("mark-end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, PASSAGE_N_PROPS, passage_properties);
}

static void
rcp_actor_passage_init (RcpActorPassage *self)
{
}

gint64
rcp_actor_passage_get_article_id (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), 0);

  return self->article_id;
}

const char *
rcp_actor_passage_get_outlet (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), NULL);

  return self->outlet;
}

RcpEdtf *
rcp_actor_passage_get_published (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), NULL);

  return self->published;
}

const char *
rcp_actor_passage_get_sentence (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), NULL);

  return self->sentence;
}

guint
rcp_actor_passage_get_sentence_start (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), 0);

  return self->sentence_start;
}

guint
rcp_actor_passage_get_mark_start (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), 0);

  return self->mark_start;
}

guint
rcp_actor_passage_get_mark_end (RcpActorPassage *self)
{
  g_return_val_if_fail (RCP_IS_ACTOR_PASSAGE (self), 0);

  return self->mark_end;
}
