#include "config.h"

#include "rcp-search.h"

#include "rcp-article-table.h"
#include "rcp-tokenizer.h"

/* A line of results holds about this many characters of the text that matches. */
#define SNIPPET_CHARS 160

/**
 * Query:
 * @match: the question as FTS5 reads it
 * @terms: (element-type utf8): every term that was asked for, stems included: a set
 * @prefix: (nullable): what the last word begins with
 */
typedef struct
{
  char *match;
  GHashTable *terms;
  char *prefix;
  RcpTokenizer *tokenizer;
} Query;

static void
query_clear (Query *self)
{
  g_free (self->match);
  g_free (self->prefix);
  g_clear_pointer (&self->terms, g_hash_table_unref);
  g_clear_pointer (&self->tokenizer, rcp_tokenizer_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static int
count_cb (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data)
{
  ++*(guint *)data;
  return 0;
}

/**
 * rcp_search_match:
 * @text: what a person typed: words, and phrases in quotation marks of any kind
 *
 * Returns: (transfer full) (nullable): the question in FTS5's language, where every word must be found and the last may
 *   be a beginning; NULL when there is no word in it. Nothing a person types is an operator.
 */
char *
rcp_search_match (const char *text)
{
  g_autoptr (RcpTokenizer) tokenizer = rcp_tokenizer_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  const char *p = text;

  while (*p)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean quoted = c == '"' || c == 0xab || c == 0x201c || c == 0x201e;
      const char *start, *end;
      guint n_words = 0;

      if (g_unichar_isspace (c) || c == 0xbb || c == 0x201d)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      start = quoted ? g_utf8_next_char (p) : p;
      for (end = start; *end; end = g_utf8_next_char (end))
        {
          c = g_utf8_get_char (end);
          if (quoted ? (c == '"' || c == 0xbb || c == 0x201d || c == 0x201c) : (g_unichar_isspace (c) || c == '"'))
            break;
        }
      p = quoted && *end ? g_utf8_next_char (end) : end;
      rcp_tokenizer_run (tokenizer, start, end - start, count_cb, &n_words);
      if (n_words == 0)
        continue;
      if (out->len)
        g_string_append (out, " AND ");
      g_string_append_c (out, '"');
      g_string_append_len (out, start, end - start);
      g_string_append_c (out, '"');
      if (!quoted && !*end)
        {
          /* Whole or only begun: a stem would not match the one, nor a beginning the other. */
          g_autofree char *last = g_strndup (start, end - start);

          g_string_truncate (out, out->len - (end - start) - 2);
          g_string_append_printf (out, "(\"%s\" OR \"%s\"*)", last, last);
        }
    }
  return out->len ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static int
collect_cb (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data)
{
  Query *query = data;

  for (guint i = 0; i < n_terms; i++)
    g_hash_table_add (query->terms, g_strdup (terms[i]));
  g_free (query->prefix);
  query->prefix = g_strdup (terms[0]);
  return 0;
}

static gboolean
query_init (Query *query, const char *text)
{
  gsize length = strlen (text);

  query->match = rcp_search_match (text);
  query->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  query->tokenizer = rcp_tokenizer_new ();
  rcp_tokenizer_run (query->tokenizer, text, length, collect_cb, query);
  if (length && (text[length - 1] == '"' || g_ascii_isspace (text[length - 1])))
    g_clear_pointer (&query->prefix, g_free);
  return query->match != NULL;
}

/* Marking. ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const Query *query;
  GArray *bytes; /* of RcpRange, in bytes */
} Marking;

static int
mark_cb (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data)
{
  Marking *marking = data;
  RcpRange range = { start_bytes, end_bytes };
  gboolean found = marking->query->prefix && g_str_has_prefix (terms[0], marking->query->prefix);

  for (guint i = 0; i < n_terms && !found; i++)
    found = g_hash_table_contains (marking->query->terms, terms[i]);
  if (found)
    g_array_append_val (marking->bytes, range);
  return 0;
}

/** The words of @text that were asked for, in bytes. */
static GArray *
mark (const Query *query, const char *text)
{
  Marking marking = { query, g_array_new (FALSE, FALSE, sizeof (RcpRange)) };

  rcp_tokenizer_run (query->tokenizer, text, strlen (text), mark_cb, &marking);
  return marking.bytes;
}

/** Turns ranges in bytes of @text into code points, counted from @base. */
static GArray *
to_code_points (GArray *bytes, const char *text, const char *base)
{
  for (guint i = 0; i < bytes->len; i++)
    {
      RcpRange *range = &g_array_index (bytes, RcpRange, i);

      range->start = g_utf8_pointer_to_offset (base, text + range->start);
      range->end = g_utf8_pointer_to_offset (base, text + range->end);
    }
  return bytes;
}

/** The stretch of @text with the most different matches close together, cut at words, "…" where it was cut. */
static char *
make_snippet (const Query *query, const char *text, GArray **matches)
{
  g_autoptr (GArray) all = mark (query, text);
  const char *start = text, *end;
  guint best = 0, best_n = 0;
  g_autofree char *words = NULL;
  char *snippet;

  for (guint i = 0; i < all->len; i++)
    {
      guint n = 0;

      while (i + n < all->len && g_array_index (all, RcpRange, i + n).end
                                     < g_array_index (all, RcpRange, i).start + SNIPPET_CHARS)
        n++;
      if (n > best_n)
        best = i, best_n = n;
    }
  if (best_n > 0)
    {
      start = text + g_array_index (all, RcpRange, best).start;
      for (guint n = 0; n < SNIPPET_CHARS / 4 && start > text && start[-1] != '\n'; n++)
        start = g_utf8_prev_char (start);
      while (start > text && start[-1] != '\n' && !g_ascii_isspace (*start)
             && start < text + g_array_index (all, RcpRange, best).start)
        start = g_utf8_next_char (start);
    }
  while (g_ascii_isspace (*start))
    start++;
  end = start;
  for (guint n = 0; n < SNIPPET_CHARS && *end && *end != '\n'; n++)
    end = g_utf8_next_char (end);
  if (*end && *end != '\n')
    for (const char *p = end; p > start + SNIPPET_CHARS / 2; p = g_utf8_prev_char (p))
      if (g_ascii_isspace (*p))
        {
          end = p;
          break;
        }
  words = g_strndup (start, end - start);
  snippet = g_strconcat (start > text ? "…" : "", words, *end ? "…" : "", NULL);
  *matches = to_code_points (mark (query, snippet), snippet, snippet);
  return snippet;
}

static RcpStoreHit *
add_hit (GPtrArray *hits, RcpStoreHitKind kind, gint64 id, const Query *query, const char *title)
{
  RcpStoreHit *hit = g_new0 (RcpStoreHit, 1);

  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup (title ? title : "");
  hit->title_matches = to_code_points (mark (query, hit->title), hit->title, hit->title);
  hit->detail_matches = g_array_new (FALSE, FALSE, sizeof (RcpRange));
  g_ptr_array_add (hits, hit);
  return hit;
}

static void
set_detail (RcpStoreHit *hit, const Query *query, const char *text)
{
  g_clear_pointer (&hit->detail_matches, g_array_unref);
  hit->detail = make_snippet (query, text ? text : "", &hit->detail_matches);
}

/* The four questions. ------------------------------------------------------------------------------------------------- */

#define MEMBERS "(SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0)"

static void
bind (RcpStmt *stmt, gint64 dossier_id, const Query *query, guint max)
{
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_text (stmt, ":match", query->match);
  rcp_stmt_bind_int (stmt, ":max", max);
}

static gboolean
find_actors (RcpDb *db, gint64 dossier_id, const Query *query, guint max, GPtrArray *hits, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT actor.id, actor.name, max (actor_alias.alias) FROM actor_fts"
      " JOIN actor_alias ON actor_alias.id = actor_fts.rowid JOIN actor ON actor.id = actor_alias.shown_id"
      " WHERE actor_fts MATCH :match AND kind <> 'place' AND n_mentions > 0"
      " AND (:dossier = 0 OR EXISTS (SELECT 1 FROM mention WHERE mention.actor_id = actor.id AND article_id IN " MEMBERS "))"
      " GROUP BY actor.id ORDER BY n_mentions DESC, actor.id"
      " LIMIT :max");

  bind (stmt, dossier_id, query, max);
  while (rcp_stmt_row (stmt))
    {
      RcpStoreHit *hit = add_hit (hits, RCP_STORE_HIT_ACTOR, rcp_stmt_int (stmt, 0), query, rcp_stmt_text (stmt, 1));

      if (g_strcmp0 (rcp_stmt_text (stmt, 2), hit->title) != 0)
        set_detail (hit, query, rcp_stmt_text (stmt, 2));
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
find_events (RcpDb *db, gint64 dossier_id, const Query *query, guint max, GPtrArray *hits, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT event.id, event.title, sentence, min (score) FROM"
      " (SELECT rowid AS found, rank AS score FROM account_fts WHERE account_fts MATCH :match)"
      " JOIN account ON account.id = found JOIN event_account ON account_id = account.id"
      " JOIN event ON event.id = event_id WHERE :dossier = 0 OR article_id IN " MEMBERS
      " GROUP BY event.id ORDER BY min (score), event.id LIMIT :max");

  bind (stmt, dossier_id, query, max);
  while (rcp_stmt_row (stmt))
    set_detail (add_hit (hits, RCP_STORE_HIT_EVENT, rcp_stmt_int (stmt, 0), query, rcp_stmt_text (stmt, 1)), query,
                rcp_stmt_text (stmt, 2));
  return rcp_stmt_finish (stmt, error);
}

static gboolean
find_articles (RcpDb *db, gint64 dossier_id, const Query *query, guint max, GPtrArray *hits, GError **error)
{
  /* A word of the title weighs as much as ten of the text. */
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article.id, article.title FROM article_fts JOIN article ON article.id = article_fts.rowid"
      " WHERE article_fts MATCH :match AND removed_us IS NULL AND (:dossier = 0 OR article.id IN " MEMBERS ")"
      " ORDER BY bm25 (article_fts, 10.0, 1.0), article.id LIMIT :max");

  bind (stmt, dossier_id, query, max);
  while (rcp_stmt_row (stmt))
    {
      RcpStoreHit *hit = add_hit (hits, RCP_STORE_HIT_ARTICLE, rcp_stmt_int (stmt, 0), query, rcp_stmt_text (stmt, 1));
      g_autoptr (GArray) set_aside = NULL;
      g_autofree char *text = rcp_article_table_load_text (db, hit->id, &set_aside, error);
      g_autofree char *read = text ? rcp_article_table_without_aside (text, set_aside) : NULL;

      if (!text)
        return FALSE;
      set_detail (hit, query, read);
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
find_notes (RcpDb *db, gint64 dossier_id, const Query *query, guint max, GPtrArray *hits, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT note.id, note.body, note.quote FROM note_fts JOIN note ON note.id = note_fts.rowid"
      " LEFT JOIN article ON article.id = note.article_id WHERE note_fts MATCH :match AND note.removed_us IS NULL"
      " AND article.removed_us IS NULL AND (:dossier = 0 OR note.article_id IN " MEMBERS ")"
      " ORDER BY rank, note.id LIMIT :max");

  bind (stmt, dossier_id, query, max);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (GArray) matches = NULL;
      g_autofree char *words = make_snippet (query, rcp_stmt_text (stmt, 1), &matches);
      RcpStoreHit *hit = add_hit (hits, RCP_STORE_HIT_NOTE, rcp_stmt_int (stmt, 0), query, words);

      if (rcp_stmt_text (stmt, 2))
        set_detail (hit, query, rcp_stmt_text (stmt, 2));
    }
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_search_run:
 * @text: what a person typed; see rcp_search_match()
 * @max_of_a_kind: how many actors, events, articles and notes at most
 *
 * Returns: (transfer full): of RcpStoreHit: by kind, the best first
 */
GPtrArray *
rcp_search_run (RcpDb *db, gint64 dossier_id, const char *text, guint max_of_a_kind, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_store_hit_free);
  g_auto (Query) query = { 0 };

  if (query_init (&query, text) &&
      !(find_actors (db, dossier_id, &query, max_of_a_kind, hits, error) &&
        find_events (db, dossier_id, &query, max_of_a_kind, hits, error) &&
        find_articles (db, dossier_id, &query, max_of_a_kind, hits, error) &&
        find_notes (db, dossier_id, &query, max_of_a_kind, hits, error)))
    return NULL;
  return g_steal_pointer (&hits);
}
