#include "config.h"

#include "rcp-tokenizer.h"

#include <string.h>

#include "rcp-db-error.h"
#include "rcp-fold.h"

/* Words met before, with their terms: a language repeats itself, so nearly every word is found here. At 100 bytes an
 * entry this bounds the cache to some 5 MB a connection. */
#define MAX_CACHED 50000

struct _RcpTokenizer
{
  GHashTable *cache; /* of char * to Terms */
};

typedef struct
{
  guint n;
  char *terms[3];
} Terms;

/* French words that lose their last letter before a vowel, folded (Grevisse, Le Bon Usage, § 45). */
static const char *const elided[] = { "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu" };

static void
terms_free (Terms *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->terms[i]);
  g_free (self);
}

static void
add_term (Terms *self, char *term)
{
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->terms[i], term) == 0)
      {
        g_free (term);
        return;
      }
  self->terms[self->n++] = term;
}

static const Terms *
look_up (RcpTokenizer *self, const char *word)
{
  Terms *terms = g_hash_table_lookup (self->cache, word);
  gboolean letters_only = TRUE;
  char *folded;

  if (terms)
    return terms;
  if (g_hash_table_size (self->cache) >= MAX_CACHED)
    g_hash_table_remove_all (self->cache);

  terms = g_new0 (Terms, 1);
  folded = rcp_fold (word);
  add_term (terms, folded);
  for (const char *p = folded; *p; p++)
    if (g_ascii_isdigit (*p))
      letters_only = FALSE;
  /* Up to three letters there is nothing to take off. */
  if (letters_only && strlen (folded) > 3)
    {
      add_term (terms, rcp_stem (folded, "fr"));
      add_term (terms, rcp_stem (folded, "en"));
    }
  g_hash_table_insert (self->cache, g_strdup (word), terms);
  return terms;
}

static inline gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static inline gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_left_out (const char *folded, gboolean after_apostrophe, gboolean before_apostrophe)
{
  if (after_apostrophe && (strcmp (folded, "s") == 0 || strcmp (folded, "t") == 0))
    return TRUE;
  if (before_apostrophe)
    for (guint i = 0; i < G_N_ELEMENTS (elided); i++)
      if (strcmp (folded, elided[i]) == 0)
        return TRUE;
  return FALSE;
}

/**
 * rcp_tokenizer_new:
 *
 * Returns: (transfer full)
 */
RcpTokenizer *
rcp_tokenizer_new (void)
{
  RcpTokenizer *self = g_new0 (RcpTokenizer, 1);

  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)terms_free);
  return self;
}

void
rcp_tokenizer_free (RcpTokenizer *self)
{
  g_hash_table_unref (self->cache);
  g_free (self);
}

/** A character of a text that may be broken: bytes that are no UTF-8 count as separators. */
static const char *
next_char (const char *p, const char *end, gunichar *c)
{
  if ((guchar)*p < 0x80)
    {
      *c = *p;
      return p + 1;
    }
  *c = g_utf8_get_char_validated (p, end - p);
  if (*c == (gunichar)-1 || *c == (gunichar)-2)
    {
      *c = 0;
      return p + 1;
    }
  return g_utf8_next_char (p);
}

/**
 * rcp_tokenizer_run:
 * @text: UTF-8; need not end in 0, and may be broken
 * @length_bytes: its length
 * @func: called for each word, in order
 * @data: for @func
 *
 * Returns: 0, or what @func stopped with
 */
int
rcp_tokenizer_run (RcpTokenizer *self, const char *text, gsize length_bytes, RcpTokenFunc func, gpointer data)
{
  const char *end = text + length_bytes, *p = text;
  gboolean after_apostrophe = FALSE;

  while (p < end)
    {
      char word[RCP_TOKENIZER_MAX_BYTES + 1];
      const char *start, *after, *next;
      gunichar c;
      gsize length;

      next = next_char (p, end, &c);
      if (!is_word_char (c))
        {
          after_apostrophe = is_apostrophe (c);
          p = next;
          continue;
        }
      start = p;
      after = p;
      length = 0;
      do
        {
          if ((gsize)(next - start) <= RCP_TOKENIZER_MAX_BYTES)
            length = next - start;
          after = next;
          c = 0;
          if (after < end)
            next = next_char (after, end, &c);
        }
      while (c && is_word_char (c));

      memcpy (word, start, length);
      word[length] = 0;
      const Terms *terms = look_up (self, word);
      if (terms->terms[0][0] && !is_left_out (terms->terms[0], after_apostrophe, is_apostrophe (c)))
        {
          int rc = func ((const char *const *)terms->terms, terms->n, start - text, after - text, data);
          if (rc)
            return rc;
        }
      after_apostrophe = FALSE;
      p = after;
    }
  return 0;
}

/* FTS5's side: see https://sqlite.org/fts5.html#custom_tokenizers. -------------------------------------------------- */

typedef struct
{
  void *context;
  int (*token) (void *, int, const char *, int, int, int);
  gboolean prefix;
} Sink;

static int
emit_cb (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data)
{
  const Sink *sink = data;

  /* The beginning of a word has no stem. */
  for (guint i = 0; i < (sink->prefix ? 1 : n_terms); i++)
    {
      int rc = sink->token (sink->context, i ? FTS5_TOKEN_COLOCATED : 0, terms[i], strlen (terms[i]), start_bytes,
                            end_bytes);
      if (rc != SQLITE_OK)
        return rc;
    }
  return SQLITE_OK;
}

static int
create_cb (void *data, const char **args, int n_args, Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *)rcp_tokenizer_new ();
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
  rcp_tokenizer_free ((RcpTokenizer *)tokenizer);
}

static int
tokenize_cb (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length_bytes,
             int (*token) (void *, int, const char *, int, int, int))
{
  Sink sink = { context, token, (flags & FTS5_TOKENIZE_PREFIX) != 0 };

  return text ? rcp_tokenizer_run ((RcpTokenizer *)tokenizer, text, length_bytes, emit_cb, &sink) : SQLITE_OK;
}

/**
 * rcp_tokenizer_register:
 * @db: a connection
 * @error: return location for %RCP_STORE_ERROR_FAILED, where this SQLite has no FTS5
 *
 * Makes the tokenizer known to the connection under the name "recoupe".
 */
gboolean
rcp_tokenizer_register (sqlite3 *db, GError **error)
{
  static fts5_tokenizer methods = { create_cb, delete_cb, tokenize_cb };
  sqlite3_stmt *stmt = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &stmt, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (stmt, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (stmt);
    }
  sqlite3_finalize (stmt);
  if (!api || api->xCreateTokenizer (api, "recoupe", NULL, &methods, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_FAILED, "this SQLite has no full-text search (FTS5)");
      return FALSE;
    }
  return TRUE;
}
