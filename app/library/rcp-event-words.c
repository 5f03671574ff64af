#include "config.h"

#include "rcp-event-words-private.h"

struct _RcpEventWord
{
  GObject parent_instance;

  /* owned */
  char *text;
  char *name;
  GArray *uses;

  /* plain */
  gint64 actor_id;
};

G_DEFINE_FINAL_TYPE (RcpEventWord, rcp_event_word, G_TYPE_OBJECT)

struct _RcpEventWords
{
  GObject parent_instance;

  /* owned */
  char **outlets;
  GListModel *words;
};

G_DEFINE_FINAL_TYPE (RcpEventWords, rcp_event_words, G_TYPE_OBJECT)

static void
rcp_event_word_finalize (GObject *object)
{
  RcpEventWord *self = RCP_EVENT_WORD (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->uses, g_array_unref);

  G_OBJECT_CLASS (rcp_event_word_parent_class)->finalize (object);
}

static void
rcp_event_word_class_init (RcpEventWordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_event_word_finalize;
}

static void
rcp_event_word_init (RcpEventWord *self)
{
}

static void
rcp_event_words_finalize (GObject *object)
{
  RcpEventWords *self = RCP_EVENT_WORDS (object);

  g_clear_pointer (&self->outlets, g_strfreev);
  g_clear_object (&self->words);

  G_OBJECT_CLASS (rcp_event_words_parent_class)->finalize (object);
}

static void
rcp_event_words_class_init (RcpEventWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_event_words_finalize;
}

static void
rcp_event_words_init (RcpEventWords *self)
{
}

/**
 * rcp_event_word_new:
 * @text: the word, as it is first written
 * @actor_id: whom it names; 0 for what was done
 * @name: (nullable): the actor's name
 * @uses: (element-type RcpWordUse): where it stands, by outlet, then place; a reference is taken
 */
RcpEventWord *
rcp_event_word_new (const char *text, gint64 actor_id, const char *name, GArray *uses)
{
  RcpEventWord *self = g_object_new (RCP_TYPE_EVENT_WORD, NULL);

  self->text = g_strdup (text);
  self->actor_id = actor_id;
  self->name = g_strdup (name);
  self->uses = g_array_ref (uses);
  return self;
}

/** rcp_event_word_get_text: (transfer none): the word, as it is first written. */
const char *
rcp_event_word_get_text (RcpEventWord *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORD (self), NULL);

  return self->text;
}

/** rcp_event_word_get_actor: whom it names; 0 where it names what was done. */
gint64
rcp_event_word_get_actor (RcpEventWord *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORD (self), 0);

  return self->actor_id;
}

/** rcp_event_word_get_name: (transfer none) (nullable): the name of the actor it names. */
const char *
rcp_event_word_get_name (RcpEventWord *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORD (self), NULL);

  return self->name;
}

/** rcp_event_word_get_uses: (transfer none): of #RcpWordUse, by outlet, then place. */
const GArray *
rcp_event_word_get_uses (RcpEventWord *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORD (self), NULL);

  return self->uses;
}

/** rcp_event_word_count: how often the outlet at @column uses it. */
guint
rcp_event_word_count (RcpEventWord *self, guint column)
{
  guint n = 0;

  g_return_val_if_fail (RCP_IS_EVENT_WORD (self), 0);

  for (guint i = 0; i < self->uses->len; i++)
    n += g_array_index (self->uses, RcpWordUse, i).column == column;
  return n;
}

/**
 * rcp_event_words_new:
 * @outlets: (transfer full) (array zero-terminated=1): the outlets that tell the event
 * @words: (element-type RcpEventWord): a reference is taken
 */
RcpEventWords *
rcp_event_words_new (char **outlets, GListModel *words)
{
  RcpEventWords *self = g_object_new (RCP_TYPE_EVENT_WORDS, NULL);

  self->outlets = outlets;
  self->words = g_object_ref (words);
  return self;
}

/** rcp_event_words_get_outlets: (transfer none): what the outlets are called, in order of publication. */
GStrv
rcp_event_words_get_outlets (RcpEventWords *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORDS (self), NULL);

  return self->outlets;
}

/** rcp_event_words_get_words: (transfer none): of #RcpEventWord: what was done, then each actor; the most used first. */
GListModel *
rcp_event_words_get_words (RcpEventWords *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_WORDS (self), NULL);

  return self->words;
}
