#include "config.h"

#include "rcp-shared-words-private.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-resources.h"
#include "rcp-tsv.h"

#define RESOURCES "/app/recoupe/Recoupe/engine/lexicon/"
#define MIN_LONG_CHARACTERS 6
#define MIN_NOUN_BYTES 3
/* What begins a shorter line with a capital letter may be a name. */
#define MIN_SENTENCE_TOKENS 5

static guint64
hash_bytes (const char *text)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *text; text++)
    h = (h ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return h;
}

/** rcp_shared_words_hash: one number for a run of words, which depends on their order. */
guint64
rcp_shared_words_hash (const RcpSharedWord *words, guint n)
{
  guint64 h = 0;

  for (guint i = 0; i < n; i++)
    h = (h ^ words[i].hash) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (h >> 31);
  return h ^ (h >> 29);
}

/* What offices are made of; for the life of the program. */
typedef struct
{
  GHashTable *heads; /* words that offices begin with ("ministre", "chief"), folded */
  GHashTable *joins; /* words that go on after a noun ("de", "and") */
  GHashTable *links; /* words between these and a noun ("la") */
  GHashTable *stops; /* short words that are no noun */
} Offices;

static RcpTsv *
open_table (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GError) error = NULL;
  RcpTsv *table = rcp_tsv_new_for_resource (path, &error);

  if (table == NULL)
    g_warning ("%s", error->message);
  return table;
}

static void
add_heads (GHashTable *heads, const char *name)
{
  g_autoptr (RcpTsv) table = open_table (name);

  while (table && rcp_tsv_next (table))
    {
      g_auto (GStrv) forms = rcp_tsv_dup_list (table, "forms");
      const char *kind = rcp_tsv_get (table, "kind");

      if (g_strcmp0 (kind, "collective") == 0)
        continue;

      for (guint i = 0; forms[i] != NULL; i++)
        {
          g_autofree char *folded = rcp_fold (forms[i]);
          gsize length = strcspn (folded, " -'.");

          if (length >= MIN_NOUN_BYTES && folded[length] != '.')
            g_hash_table_add (heads, g_strndup (folded, length));
        }
    }
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static const Offices *
get_offices (void)
{
  static const Offices *offices;

  if (g_once_init_enter (&offices))
    {
      Offices *made = g_new0 (Offices, 1);
      g_autoptr (RcpTsv) table = NULL;

      rcp_engine_resources_ensure ();
      *made = (Offices){ new_set (), new_set (), new_set (), new_set () };
      add_heads (made->heads, "offices.tsv");
      add_heads (made->heads, "roles.tsv");
      table = open_table ("office-links.tsv");
      while (table && rcp_tsv_next (table))
        {
          g_auto (GStrv) uses = rcp_tsv_dup_list (table, "use");

          g_hash_table_add (made->stops, g_strdup (rcp_tsv_get (table, "word")));
          if (g_strv_contains ((const char *const *) uses, "join"))
            g_hash_table_add (made->joins, g_strdup (rcp_tsv_get (table, "word")));
          if (g_strv_contains ((const char *const *) uses, "link"))
            g_hash_table_add (made->links, g_strdup (rcp_tsv_get (table, "word")));
        }
      g_once_init_leave (&offices, made);
    }
  return offices;
}

static gboolean
is_noun (const Offices *offices, const RcpToken *token)
{
  return token->kind == RCP_TOKEN_WORD && token->length_bytes >= MIN_NOUN_BYTES
         && !g_hash_table_contains (offices->stops, token->folded);
}

/* How many tokens an office takes from its first word on: "ministre danois de la Pêche et des Ports". */
static guint
measure_office (const Offices *offices, const RcpSegmentedText *text, guint at)
{
  const RcpSentence *sentence = &text->sentences[text->tokens[at].sentence];
  guint end = sentence->first_token + sentence->n_tokens, i = at + 1, last;

  if (i < end && is_noun (offices, &text->tokens[i]))
    i++;
  last = i;
  while (i < end && g_hash_table_contains (offices->joins, text->tokens[i].folded))
    {
      for (i++; i < end && g_hash_table_contains (offices->links, text->tokens[i].folded); i++)
        ;
      if (i >= end || !is_noun (offices, &text->tokens[i]))
        break;
      for (guint k = 0; k < 2 && i < end && is_noun (offices, &text->tokens[i]); k++)
        i++;
      last = i;
    }
  return last - at;
}

/* What is counted and the names of days and months are facts, which whoever tells them has to name. */
static gboolean
is_beside_number (const RcpSegmentedText *text, guint at)
{
  return (at > 0 && text->tokens[at - 1].kind == RCP_TOKEN_NUMBER)
         || (at + 1 < text->n_tokens && text->tokens[at + 1].kind == RCP_TOKEN_NUMBER);
}

/**
 * rcp_shared_words_read:
 * @stems: whether inflections of a word are equal: the same statement is bent to another sentence
 *
 * Returns: (transfer full) (element-type RcpSharedWord): the words of @text that are not set aside.
 */
GArray *
rcp_shared_words_read (const RcpSegmentedText *text, gboolean stems)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RcpSharedWord));
  const Offices *offices = get_offices ();
  guint office_end = 0;

  for (guint i = 0; i < text->n_tokens; i++)
    {
      const RcpToken *token = &text->tokens[i];
      RcpSharedWord word = { 0, i, FALSE, FALSE, (token->flags & RCP_TOKEN_IN_QUOTES) != 0 };
      gboolean is_name;

      if (token->kind == RCP_TOKEN_PUNCTUATION || text->sentences[token->sentence].is_set_aside)
        continue;
      if (i >= office_end && g_hash_table_contains (offices->heads, token->folded))
        office_end = i + measure_office (offices, text, i);
      if (stems && token->kind == RCP_TOKEN_WORD)
        {
          g_autofree char *stem = rcp_stem (token->folded, text->language);

          word.hash = hash_bytes (stem);
        }
      else
        word.hash = hash_bytes (token->folded);
      is_name = (token->flags & RCP_TOKEN_CAPITALISED)
                && (!(token->flags & RCP_TOKEN_SENTENCE_START)
                    || text->sentences[token->sentence].n_tokens < MIN_SENTENCE_TOKENS);
      word.is_plain = token->kind == RCP_TOKEN_WORD && i >= office_end && !is_name;
      word.is_long = word.is_plain && token->end - token->start >= MIN_LONG_CHARACTERS && !is_beside_number (text, i);
      g_array_append_val (words, word);
    }
  return words;
}
