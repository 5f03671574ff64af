#include "config.h"

#include "rcp-actor-passage.h"

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
  PROP_0,
  PROP_ARTICLE_ID,
  PROP_OUTLET,
  PROP_PUBLISHED,
  PROP_SENTENCE,
  PROP_SENTENCE_START,
  PROP_MARK_START,
  PROP_MARK_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
    case PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->outlet);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, self->published);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_SENTENCE_START:
      g_value_set_uint (value, self->sentence_start);
      break;
    case PROP_MARK_START:
      g_value_set_uint (value, self->mark_start);
      break;
    case PROP_MARK_END:
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
    case PROP_ARTICLE_ID:
      self->article_id = g_value_get_int64 (value);
      break;
    case PROP_OUTLET:
      self->outlet = g_value_dup_string (value);
      break;
    case PROP_PUBLISHED:
      self->published = g_value_dup_boxed (value);
      break;
    case PROP_SENTENCE:
      self->sentence = g_value_dup_string (value);
      break;
    case PROP_SENTENCE_START:
      self->sentence_start = g_value_get_uint (value);
      break;
    case PROP_MARK_START:
      self->mark_start = g_value_get_uint (value);
      break;
    case PROP_MARK_END:
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

  properties[PROP_ARTICLE_ID] = g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE_START] = g_param_spec_uint ("sentence-start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MARK_START] = g_param_spec_uint ("mark-start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MARK_END] = g_param_spec_uint ("mark-end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
