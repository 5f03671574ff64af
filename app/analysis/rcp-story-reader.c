#include "config.h"

#include "rcp-story-reader.h"

#include <math.h>
#include <string.h>

#include "rcp-action-lexicon.h"
#include "rcp-fold.h"
#include "rcp-tsv.h"

#define FREQUENCIES "/app/recoupe/Recoupe/engine/lexicon/word-frequencies.tsv"

/* News tells first what it is about: words after that many count less. */
#define LEAD_WORDS 100
#define LATER_WEIGHT 0.25f

/* Who, where and how many tell alike happenings apart. */
#define NAME_WEIGHT 1.25f
#define NUMBER_WEIGHT 1.3f

/* In what share of texts a day, a state, a kind of happening is. */
#define DAY_SHARE 0.02f
#define STATE_SHARE 0.03f
#define TERM_SHARE 0.02f

/* Words of that many letters whose first ones agree are often one word in two languages ("explosion", "président"). */
#define COGNATE_LENGTH 6
#define COGNATE_PREFIX 5

/* What is told is no older than that when it is news. */
#define NEWS_DAYS 30

struct _RcpStoryReader
{
  /* owned */
  GHashTable *shares[2]; /* stem → share in thousandths, by language */
};

/* How often the article has something. */
typedef struct
{
  float n;
  float boost;
  float share;
  gboolean is_name;
} Tally;

typedef struct
{
  const RcpStoryReader *reader;
  const RcpSegmentedText *text;
  const RcpFindings *findings;
  int language;
  GHashTable *words;   /* key → Tally */
  GHashTable *bridges; /* key → Tally */
} Reading;

static guint32
hash_text (char kind, const char *text, gsize n_bytes)
{
  guint32 h = (2166136261u ^ (guchar) kind) * 16777619u;

  for (gsize i = 0; i < n_bytes && text[i]; i++)
    h = (h ^ (guchar) text[i]) * 16777619u;
  return h;
}

static guint32
hash_day (gint32 day)
{
  return hash_text ('d', "", 0) ^ (guint32) day * 2654435761u;
}

/**
 * rcp_story_reader_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Reads how common words are.
 *
 * Returns: (transfer full) (nullable): a reader, NULL with @error set. Immutable, any thread.
 */
RcpStoryReader *
rcp_story_reader_new (GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (FREQUENCIES, error);
  RcpStoryReader *self;

  if (tsv == NULL)
    return NULL;
  self = g_new0 (RcpStoryReader, 1);
  for (guint i = 0; i < 2; i++)
    self->shares[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (rcp_tsv_next (tsv))
    {
      const char *name = rcp_tsv_get (tsv, "lang");
      int language = rcp_language_index (name);
      g_autofree char *stem = rcp_stem (rcp_tsv_get (tsv, "word"), name);
      gint64 share = g_ascii_strtoll (rcp_tsv_get (tsv, "texts"), NULL, 10);

      if (language < 0)
        continue;
      /* The forms of a word stand in the same texts in part; their sum is a bound. */
      share += GPOINTER_TO_INT (g_hash_table_lookup (self->shares[language], stem));
      g_hash_table_insert (self->shares[language], g_steal_pointer (&stem), GINT_TO_POINTER ((int) MIN (share, 1000)));
    }
  return self;
}

void
rcp_story_reader_free (RcpStoryReader *self)
{
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->shares[i], g_hash_table_unref);
  g_free (self);
}

/** rcp_story_article_new: (transfer full): an article of no words yet. */
RcpStoryArticle *
rcp_story_article_new (guint language, gint32 day)
{
  RcpStoryArticle *self = g_new0 (RcpStoryArticle, 1);

  self->language = language;
  self->day = day;
  self->words = g_array_new (FALSE, FALSE, sizeof (RcpStoryFeature));
  self->bridges = g_array_new (FALSE, FALSE, sizeof (RcpStoryFeature));
  return self;
}

void
rcp_story_article_free (RcpStoryArticle *self)
{
  g_array_unref (self->words);
  g_array_unref (self->bridges);
  g_free (self);
}

static void
count (GHashTable *tallies, guint32 key, float n, float boost, float share, gboolean is_name)
{
  Tally *tally = g_hash_table_lookup (tallies, GUINT_TO_POINTER (key));

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->share = share;
      g_hash_table_insert (tallies, GUINT_TO_POINTER (key), tally);
    }
  tally->n += n;
  tally->boost = MAX (tally->boost, boost);
  tally->share = MIN (tally->share, share);
  tally->is_name = tally->is_name || is_name;
}

static float
get_share (const Reading *reading, const char *stem)
{
  if (reading->language < 0)
    return 0;
  return GPOINTER_TO_INT (g_hash_table_lookup (reading->reader->shares[reading->language], stem)) / 1000.0f;
}

/* Whether a token is part of a name; @next is the first mention that may still hold one of the tokens to come. */
static gboolean
lies_in_name (const Reading *reading, const RcpToken *token, guint *next)
{
  const GArray *mentions = reading->findings->mentions;

  while (*next < mentions->len && g_array_index (mentions, RcpMention, *next).range.end <= token->start)
    ++*next;
  for (guint i = *next; i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);

      if (mention->range.start > token->start)
        return FALSE;
      if ((mention->form == RCP_MENTION_NAME || mention->form == RCP_MENTION_METONYM) && mention->range.end >= token->end)
        return TRUE;
    }
  return FALSE;
}

static void
read_token (Reading *reading, const RcpToken *token, gboolean is_name, float n)
{
  gsize length = strlen (token->folded);
  gboolean is_number = token->kind != RCP_TOKEN_WORD;
  float boost = is_number ? NUMBER_WEIGHT : is_name ? NAME_WEIGHT : 1;
  g_autofree char *stem = is_number ? g_strdup (token->folded) : rcp_stem (token->folded, reading->text->language);
  float share = get_share (reading, stem);

  count (reading->words, hash_text ('w' + (char) reading->language, stem, G_MAXSIZE), n, boost, share, is_name);
  if (is_number && length > 1)
    count (reading->bridges, hash_text ('#', token->folded, G_MAXSIZE), n, boost, share, FALSE);
  else if (is_name && length > 2)
    count (reading->bridges, hash_text ('n', token->folded, G_MAXSIZE), n, boost, share, TRUE);
  else if (!is_number && length >= COGNATE_LENGTH)
    count (reading->bridges, hash_text ('c', token->folded, COGNATE_PREFIX), n, 1, share, FALSE);
}

static void
read_tokens (Reading *reading)
{
  guint n_words = 0, next = 0;

  for (guint i = 0; i < reading->text->n_tokens; i++)
    {
      const RcpToken *token = &reading->text->tokens[i];
      gboolean is_name;

      if (token->kind == RCP_TOKEN_PUNCTUATION || reading->text->sentences[token->sentence].is_set_aside
          || g_str_has_suffix (token->folded, "'"))
        continue;
      is_name = lies_in_name (reading, token, &next);
      read_token (reading, token, is_name, n_words < LEAD_WORDS ? 1 : LATER_WEIGHT);
      n_words++;
    }
}

/* Who has one key in every language. */
static void
read_actors (Reading *reading)
{
  for (guint i = 0; i < reading->findings->mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (reading->findings->mentions, RcpMention, i);
      const RcpFoundActor *actor = reading->findings->actors->pdata[mention->actor];

      if (g_str_has_prefix (actor->key, "state:"))
        count (reading->bridges, hash_text ('s', actor->key, G_MAXSIZE), 1, NAME_WEIGHT, STATE_SHARE, TRUE);
      else if (actor->kind == RCP_ACTOR_ORGANISATION)
        count (reading->bridges, hash_text ('o', actor->key, G_MAXSIZE), 1, NAME_WEIGHT, 0, FALSE);
    }
}

static void
read_dates (Reading *reading)
{
  for (guint i = 0; i < reading->findings->dates->len; i++)
    {
      const RcpDateExpression *date = reading->findings->dates->pdata[i];
      gint32 day;

      if (date->value == NULL || !rcp_edtf_is_exact_day (date->value))
        continue;
      day = rcp_edtf_get_first_day (date->value);
      count (reading->words, hash_day (day), 1, NUMBER_WEIGHT, DAY_SHARE, FALSE);
      count (reading->bridges, hash_day (day), 1, NUMBER_WEIGHT, DAY_SHARE, FALSE);
    }
}

/* The words of what happens, which the lexicons bring together across languages. */
static void
read_accounts (Reading *reading)
{
  for (guint i = 0; i < reading->findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = reading->findings->accounts->pdata[i];
      float n = account->is_lead ? 1 : LATER_WEIGHT;

      for (guint k = 0; k < account->terms->len; k++)
        count (reading->bridges, g_array_index (account->terms, guint32, k), n, 1, TERM_SHARE, FALSE);
    }
}

static gint32
find_day (const RcpFindings *findings)
{
  const RcpPublication *publication = findings->publication;
  gint32 published = publication && publication->date ? publication->best_day : RCP_DAY_INVALID;

  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];
      gint32 day;

      if (!account->is_lead || account->status != RCP_STATUS_DONE || account->when == NULL
          || !rcp_edtf_is_exact_day (account->when))
        continue;
      day = rcp_edtf_get_first_day (account->when);
      if (published == RCP_DAY_INVALID || (day <= published && day + NEWS_DAYS >= published))
        return day;
    }
  return published;
}

static int
compare_features (gconstpointer x, gconstpointer y)
{
  const RcpStoryFeature *a = x, *b = y;

  return (a->key > b->key) - (a->key < b->key);
}

static void
list_features (GHashTable *tallies, GArray *features)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Tally *tally = value;
      RcpStoryFeature feature = { GPOINTER_TO_UINT (key), sqrtf (tally->n) * tally->boost, tally->share, tally->is_name };

      g_array_append_val (features, feature);
    }
  g_array_sort (features, compare_features);
}

/**
 * rcp_story_reader_read:
 * @text: the article, segmented
 * @findings: what was found in it
 *
 * Returns: (transfer full): what it is made of, for rcp_story_grouper_group(). Any thread.
 */
RcpStoryArticle *
rcp_story_reader_read (const RcpStoryReader *self, const RcpSegmentedText *text, const RcpFindings *findings)
{
  int language = rcp_language_index (text->language);
  RcpStoryArticle *article
      = rcp_story_article_new (language < 0 ? RCP_STORY_N_LANGUAGES - 1 : (guint) language, find_day (findings));
  g_autoptr (GHashTable) words = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) bridges = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { self, text, findings, language, words, bridges };

  article->is_day_sure = findings->publication && findings->publication->is_sure;
  read_tokens (&reading);
  read_actors (&reading);
  read_dates (&reading);
  read_accounts (&reading);
  list_features (words, article->words);
  list_features (bridges, article->bridges);
  return article;
}
