#include "config.h"

#include "rcp-library-private.h"

#include "rcp-act-words.h"
#include "rcp-event-words-private.h"
#include <string.h>

/* Words that outlets use for one event, out of the sentences of its accounts. */

/* An event told more often than that shows no other words for it. */
#define MAX_ACCOUNTS 400

/* What was done has group 0; actors follow in the order of the event. */
typedef struct
{
  guint group;
  char *key;
  char *text;
  GArray *uses;
} Word;

typedef struct
{
  RcpStore *store;
  GListModel *actors;
  GListModel *known_outlets;
  GHashTable *words;    /* "group key" → Word */
  GHashTable *outlets;  /* outlet id → column + 1 */
  GPtrArray *labels;
  GHashTable *mentions; /* article id → GArray of RcpMention */
  GHashTable *languages; /* article id → language */
} Builder;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->key);
  g_free (word->text);
  g_clear_pointer (&word->uses, g_array_unref);
  g_free (word);
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->outlets, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_hash_table_unref);
  g_clear_object (&self->actors);
  g_clear_object (&self->known_outlets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* Read once for the whole program, since it never changes. */
static const RcpActionLexicon *
get_lexicon (GError **error)
{
  static RcpActionLexicon *lexicon;
  static GMutex lock;
  const RcpActionLexicon *found;

  g_mutex_lock (&lock);
  if (lexicon == NULL)
    lexicon = rcp_action_lexicon_new (error);
  found = lexicon;
  g_mutex_unlock (&lock);
  return found;
}

/* What the outlet is called wherever it has a column. */
static char *
dup_label (Builder *self, RcpAccount *account)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->known_outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (self->known_outlets, i);

      if (rcp_outlet_get_id (outlet) == rcp_account_get_outlet_id (account))
        return g_strdup (rcp_outlet_get_label (outlet));
    }
  return g_strdup (rcp_account_get_article_title (account));
}

static guint
find_column (Builder *self, RcpAccount *account)
{
  gint64 id = rcp_account_get_outlet_id (account);
  gpointer at = g_hash_table_lookup (self->outlets, &id);

  if (at == NULL)
    {
      g_ptr_array_add (self->labels, dup_label (self, account));
      at = GUINT_TO_POINTER (self->labels->len);
      g_hash_table_insert (self->outlets, g_memdup2 (&id, sizeof id), at);
    }
  return GPOINTER_TO_UINT (at) - 1;
}

/* @range: in the sentence of @account. */
static void
add_word (Builder *self, guint group, RcpAccount *account, RcpRange range)
{
  const char *sentence = rcp_account_get_sentence (account);
  glong length = g_utf8_strlen (sentence, -1);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  guint start = rcp_account_get_start (account);
  RcpWordUse use = { rcp_account_get_id (account), rcp_account_get_outlet_id (account), rcp_account_get_article_id (account),
                     { start + range.start, start + range.end }, find_column (self, account) };
  Word *word;

  if (range.start >= range.end || range.end > (guint) length)
    return;
  text = g_utf8_substring (sentence, range.start, range.end);
  folded = g_utf8_casefold (text, -1);
  key = g_strdup_printf ("%u %s", group, folded);
  word = g_hash_table_lookup (self->words, key);
  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->group = group;
      word->key = g_strdup (folded);
      word->text = g_strdup (text);
      word->uses = g_array_new (FALSE, FALSE, sizeof (RcpWordUse));
      g_hash_table_insert (self->words, g_steal_pointer (&key), word);
    }
  g_array_append_val (word->uses, use);
}

static gboolean
add_act (Builder *self, RcpAccount *account, GError **error)
{
  gint64 article_id = rcp_account_get_article_id (account);
  const char *language = g_hash_table_lookup (self->languages, &article_id);
  const RcpActionLexicon *lexicon = get_lexicon (error);
  g_autoptr (GArray) ranges = NULL;

  if (lexicon == NULL)
    return FALSE;
  ranges = rcp_act_words_find (lexicon, rcp_account_get_sentence (account), language ? language : "",
                               rcp_account_get_action (account));
  for (guint i = 0; i < ranges->len; i++)
    add_word (self, 0, account, g_array_index (ranges, RcpRange, i));
  return TRUE;
}

static guint
find_group (Builder *self, gint64 actor_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (self->actors, i);

      if (rcp_actor_get_id (actor) == actor_id)
        return i + 1;
    }
  return 0;
}

static const GArray *
list_mentions (Builder *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  GArray *mentions = g_hash_table_lookup (self->mentions, &article_id);

  if (mentions == NULL)
    {
      mentions = rcp_store_list_mentions (self->store, article_id, cancellable, error);
      if (mentions != NULL)
        g_hash_table_insert (self->mentions, g_memdup2 (&article_id, sizeof article_id), mentions);
    }
  return mentions;
}

static gboolean
add_actors (Builder *self, RcpAccount *account, GCancellable *cancellable, GError **error)
{
  const GArray *mentions = list_mentions (self, rcp_account_get_article_id (account), cancellable, error);
  RcpRange sentence = { rcp_account_get_start (account), rcp_account_get_end (account) };

  if (mentions == NULL)
    return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);
      guint group;

      if (mention->form == RCP_MENTION_GROUP || !rcp_range_contains (sentence, mention->range))
        continue;
      group = find_group (self, mention->actor);
      if (group > 0)
        add_word (self, group, account,
                  (RcpRange){ mention->range.start - sentence.start, mention->range.end - sentence.start });
    }
  return TRUE;
}

static gboolean
read_languages (Builder *self, GListModel *accounts, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) articles = NULL;

  for (guint i = 0; i < MIN (g_list_model_get_n_items (accounts), MAX_ACCOUNTS); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      gint64 id = rcp_account_get_article_id (account);

      g_array_append_val (ids, id);
    }
  articles = rcp_store_load_articles (self->store, (const gint64 *) (gpointer) ids->data, ids->len, cancellable, error);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      gint64 id = rcp_article_get_id (articles->pdata[i]);

      g_hash_table_insert (self->languages, g_memdup2 (&id, sizeof id), g_strdup (rcp_article_get_language (articles->pdata[i])));
    }
  return articles != NULL;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const RcpWordUse *x = a, *y = b;

  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  if (x->article_id != y->article_id)
    return x->article_id < y->article_id ? -1 : 1;
  return (x->range.start > y->range.start) - (x->range.start < y->range.start);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *x = *(const Word *const *) a, *y = *(const Word *const *) b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->uses->len != y->uses->len)
    return x->uses->len > y->uses->len ? -1 : 1;
  return strcmp (x->key, y->key);
}

static RcpEventWords *
finish (Builder *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_EVENT_WORD);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_words);
  for (guint i = 0; i < sorted->len; i++)
    {
      Word *word = sorted->pdata[i];
      g_autoptr (RcpActor) actor = word->group ? g_list_model_get_item (self->actors, word->group - 1) : NULL;
      g_autoptr (RcpEventWord) item = NULL;

      g_array_sort (word->uses, compare_uses);
      item = rcp_event_word_new (word->text, actor ? rcp_actor_get_id (actor) : 0, actor ? rcp_actor_get_name (actor) : NULL,
                                 word->uses);
      g_list_store_append (list, item);
    }
  g_ptr_array_add (self->labels, NULL);
  return rcp_event_words_new ((char **) g_ptr_array_free (g_steal_pointer (&self->labels), FALSE), G_LIST_MODEL (list));
}

/**
 * rcp_event_words_builder_build:
 * @event_id: an event
 * @dossier_id: only accounts in this dossier; 0 for the whole library
 *
 * Any thread. Errors: RCP_STORE_ERROR, RCP_ANALYSIS_ERROR.
 *
 * Returns: (transfer full): the words its accounts use.
 */
RcpEventWords *
rcp_event_words_builder_build (RcpStore *store, gint64 event_id, gint64 dossier_id, GCancellable *cancellable,
                               GError **error)
{
  g_auto (Builder) self = { 0 };
  g_autoptr (GListModel) accounts = NULL;

  self.store = store;
  if (!(accounts = rcp_store_list_event_accounts (store, event_id, dossier_id, cancellable, error))
      || !(self.known_outlets = rcp_store_list_outlets (store, dossier_id, cancellable, error))
      || !(self.actors = rcp_store_list_event_actors (store, event_id, dossier_id, cancellable, error)))
    return NULL;
  self.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  self.outlets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.labels = g_ptr_array_new_with_free_func (g_free);
  self.mentions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self.languages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!read_languages (&self, accounts, cancellable, error))
    return NULL;
  for (guint i = 0; i < MIN (g_list_model_get_n_items (accounts), MAX_ACCOUNTS); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      find_column (&self, account);
      if (!add_act (&self, account, error) || !add_actors (&self, account, cancellable, error))
        return NULL;
    }
  return finish (&self);
}
