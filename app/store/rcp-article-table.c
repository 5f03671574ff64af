#include "config.h"

#include "rcp-article-table.h"

#include "rcp-anchors.h"
#include "rcp-clock.h"
#include "rcp-entry-table.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-text-offsets.h"

/* Twice what an article's file may have: a damaged row does not fill the memory. */
#define MAX_RAW_BYTES (2 * RCP_DOCUMENT_MAX_BYTES)

static char *
write_set_aside (const GArray *set_aside)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; set_aside && i < set_aside->len; i++)
    {
      const RcpSetAside *stretch = &g_array_index (set_aside, RcpSetAside, i);

      g_string_append_printf (out, "%u %u %s\n", stretch->range.start, stretch->range.end,
                              rcp_enum_to_nick (RCP_TYPE_SET_ASIDE_KIND, stretch->kind));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GArray *
read_set_aside (const char *text)
{
  GArray *set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      RcpSetAside stretch = { 0 };
      char *end;
      int kind = RCP_SET_ASIDE_OTHER;

      if (!*lines[i])
        continue;
      stretch.range.start = g_ascii_strtoull (lines[i], &end, 10);
      stretch.range.end = g_ascii_strtoull (end, &end, 10);
      if (*end == ' ')
        rcp_enum_from_nick (RCP_TYPE_SET_ASIDE_KIND, end + 1, &kind);
      stretch.kind = kind;
      g_array_append_val (set_aside, stretch);
    }
  return set_aside;
}

/** rcp_article_table_without_aside: (transfer full): the text that is read, with a line for each stretch left out. */
char *
rcp_article_table_without_aside (const char *text, const GArray *set_aside)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  RcpTextOffsets offsets;
  const char *from = text;

  rcp_text_offsets_init (&offsets, text);
  for (guint i = 0; set_aside && i < set_aside->len; i++)
    {
      const RcpSetAside *stretch = &g_array_index (set_aside, RcpSetAside, i);
      const char *start = rcp_text_offsets_get (&offsets, stretch->range.start);

      if (start > from)
        g_string_append_len (out, from, start - from);
      g_string_append_c (out, '\n');
      from = rcp_text_offsets_get (&offsets, MAX (stretch->range.start, stretch->range.end));
    }
  g_string_append (out, from);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Search. The index holds no text of its own, so what is taken out must be said again word for word. ------------------ */

static gboolean
index_words (RcpDb *db, gboolean add, gint64 id, const char *title, const char *text, const GArray *set_aside,
             GError **error)
{
  g_autoptr (RcpStmt) stmt = add
      ? rcp_db_prepare (db, "INSERT INTO article_fts (rowid, title, text) VALUES (:id, :title, :text)")
      : rcp_db_prepare (db, "INSERT INTO article_fts (article_fts, rowid, title, text)"
                            " VALUES ('delete', :id, :title, :text)");
  g_autofree char *words = rcp_article_table_without_aside (text, set_aside);

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_text (stmt, ":title", title);
  rcp_stmt_bind_text (stmt, ":text", words);
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
index_row (RcpDb *db, gboolean add, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT title, text, set_aside FROM article JOIN article_body ON article_id = id WHERE id = :id");
  g_autoptr (GArray) set_aside = NULL;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (!rcp_stmt_row (stmt))
    {
      if (rcp_stmt_finish (stmt, error))
        g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no article %" G_GINT64_FORMAT, id);
      return FALSE;
    }
  set_aside = read_set_aside (rcp_stmt_text (stmt, 2));
  return index_words (db, add, id, rcp_stmt_text (stmt, 0), rcp_stmt_text (stmt, 1), set_aside, error);
}

/* Writing. ------------------------------------------------------------------------------------------------------------ */

/** Takes the present text of an article out of the index; when it is another, keeps it as a version and moves to the new one
 * what is anchored in it. */
static gboolean
retire_text (RcpDb *db, gint64 id, const char *new_text, GError **error)
{
  g_autoptr (RcpStmt) present = rcp_db_prepare (db,
      "SELECT text = :text, removed_us IS NULL, text FROM article JOIN article_body ON article_id = id WHERE id = :id");
  g_autoptr (RcpStmt) keep = rcp_db_prepare (db,
      "INSERT INTO article_version (article_id, title, text, replaced_us)"
      " SELECT id, title, text, :now FROM article JOIN article_body ON article_id = id WHERE id = :id");
  g_autofree char *text = NULL;
  gboolean same, indexed;

  rcp_stmt_bind_int (present, ":id", id);
  rcp_stmt_bind_text (present, ":text", new_text);
  if (!rcp_stmt_row (present))
    return rcp_stmt_finish (present, error);
  same = rcp_stmt_int (present, 0);
  indexed = rcp_stmt_int (present, 1);
  text = same ? NULL : rcp_stmt_dup (present, 2);
  if (indexed && !index_row (db, FALSE, id, error))
    return FALSE;
  if (same)
    return TRUE;
  rcp_stmt_bind_int (keep, ":id", id);
  rcp_stmt_bind_int (keep, ":now", rcp_clock_now_us ());
  return rcp_stmt_run_once (keep, error) && rcp_anchors_follow (db, id, text, new_text, error);
}

static gboolean
put_row (RcpDb *db, const RcpNewArticle *article, const char *title, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO article (id, outlet_id, title, title_key, title_start, title_end, byline, via, language, stated_edtf,"
      "  stated_clue, uri, charset, content_type, name, content_hash, added_us)"
      " VALUES (:id, :outlet, :title, :title_key, :title_start, :title_end, :byline, :via, :language, :stated_edtf,"
      "  :stated_clue, :uri, :charset, :content_type, :name, :content_hash, :added_us)"
      " ON CONFLICT (id) DO UPDATE SET outlet_id = excluded.outlet_id, title = excluded.title,"
      "  title_key = excluded.title_key, title_start = excluded.title_start, title_end = excluded.title_end,"
      "  byline = excluded.byline, via = excluded.via, language = excluded.language,"
      "  stated_edtf = excluded.stated_edtf, stated_clue = excluded.stated_clue, uri = excluded.uri,"
      "  charset = excluded.charset, content_type = excluded.content_type, name = excluded.name,"
      "  content_hash = excluded.content_hash, removed_us = NULL");
  const RcpDocument *document = article->document;
  g_autofree char *title_key = rcp_fold_words (title);

  rcp_stmt_bind_int (stmt, ":id", article->id);
  rcp_stmt_bind_int (stmt, ":outlet", article->outlet_id);
  rcp_stmt_bind_text (stmt, ":title", title);
  rcp_stmt_bind_text (stmt, ":title_key", title_key);
  rcp_stmt_bind_int (stmt, ":title_start", document->title_range.start);
  rcp_stmt_bind_int (stmt, ":title_end", document->title_range.end);
  rcp_stmt_bind_text (stmt, ":byline", document->byline);
  rcp_stmt_bind_text (stmt, ":via", document->via);
  rcp_stmt_bind_text (stmt, ":language", document->language);
  rcp_stmt_bind_edtf (stmt, ":stated_edtf", document->published);
  rcp_stmt_bind_text (stmt, ":stated_clue", document->published_clue);
  rcp_stmt_bind_text (stmt, ":uri", document->uri);
  rcp_stmt_bind_text (stmt, ":charset", document->charset);
  rcp_stmt_bind_text (stmt, ":content_type", article->content_type);
  rcp_stmt_bind_text (stmt, ":name", article->name);
  rcp_stmt_bind_text (stmt, ":content_hash", article->content_hash);
  rcp_stmt_bind_int (stmt, ":added_us", article->added_us);
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
put_body (RcpDb *db, const RcpChangeArticle *change, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO article_body (article_id, text, set_aside, packed, raw) VALUES (:id, :text, :set_aside, :packed, :raw)"
      " ON CONFLICT (article_id) DO UPDATE SET text = excluded.text, set_aside = excluded.set_aside,"
      "  packed = excluded.packed, raw = excluded.raw");
  const RcpNewArticle *article = &change->article;
  g_autofree char *set_aside = write_set_aside (article->document->set_aside);

  rcp_stmt_bind_int (stmt, ":id", article->id);
  rcp_stmt_bind_text (stmt, ":text", article->document->text);
  rcp_stmt_bind_text (stmt, ":set_aside", set_aside);
  rcp_stmt_bind_int (stmt, ":packed", change->packed);
  if (article->raw)
    rcp_stmt_bind_blob (stmt, ":raw", g_bytes_get_data (article->raw, NULL), g_bytes_get_size (article->raw));
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
put_membership (RcpDb *db, const RcpNewArticle *article, GError **error)
{
  if (article->dossier_id)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "INSERT INTO dossier_article (dossier_id, article_id, excluded) VALUES (:dossier, :article, 0)"
          " ON CONFLICT DO UPDATE SET excluded = 0");

      rcp_stmt_bind_int (stmt, ":dossier", article->dossier_id);
      rcp_stmt_bind_int (stmt, ":article", article->id);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  if (article->source_id)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "INSERT OR IGNORE INTO source_article (source_id, article_id) VALUES (:source, :article)");

      rcp_stmt_bind_int (stmt, ":source", article->source_id);
      rcp_stmt_bind_int (stmt, ":article", article->id);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return article->entry_id == 0 || rcp_entry_table_take (db, article->entry_id, article->id, error);
}

/** rcp_article_table_put: adds an article or replaces what it says; inside a transaction. */
gboolean
rcp_article_table_put (RcpDb *db, const RcpChangeArticle *change, GError **error)
{
  const RcpNewArticle *article = &change->article;
  const RcpDocument *document = article->document;
  g_autofree char *first_words = NULL;
  const char *title = document->title;

  /* A title is what people choose by, so there always is one: the file, or the first words. */
  if (!title || !*title)
    title = article->name;
  if (!title || !*title)
    title = first_words = g_utf8_substring (document->text, 0, MIN (60, g_utf8_strlen (document->text, -1)));

  return retire_text (db, article->id, document->text, error) && put_row (db, article, title, error) &&
         put_body (db, change, error) &&
         index_words (db, TRUE, article->id, title, document->text, document->set_aside, error) &&
         put_membership (db, article, error);
}

/** rcp_article_table_remove: hides an article from every list, until it is restored or purged. */
gboolean
rcp_article_table_remove (RcpDb *db, gint64 id, gint64 removed_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE article SET removed_us = :now WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_int (stmt, ":now", removed_us);
  return index_row (db, FALSE, id, error) && rcp_stmt_run_once (stmt, error);
}

/** rcp_article_table_restore: %RCP_STORE_ERROR_EXISTS when the same article was added again meanwhile. */
gboolean
rcp_article_table_restore (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE article SET removed_us = NULL WHERE id = :id AND removed_us IS NOT NULL");

  rcp_stmt_bind_int (stmt, ":id", id);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  if (sqlite3_changes (rcp_db_get_handle (db)) == 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no removed article %" G_GINT64_FORMAT, id);
      return FALSE;
    }
  return index_row (db, TRUE, id, error);
}

/** rcp_article_table_purge: drops for good what was removed before; its notes and corrections go with it. */
gboolean
rcp_article_table_purge (RcpDb *db, gint64 removed_before_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM article WHERE removed_us < :before");

  rcp_stmt_bind_int (stmt, ":before", removed_before_us);
  return rcp_stmt_run_once (stmt, error);
}

/* Reading. ------------------------------------------------------------------------------------------------------------ */

static gboolean
not_found (RcpStmt *stmt, gint64 id, GError **error)
{
  if (rcp_stmt_finish (stmt, error))
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no article %" G_GINT64_FORMAT, id);
  return FALSE;
}

char *
rcp_article_table_load_text (RcpDb *db, gint64 id, GArray **set_aside, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT text, set_aside FROM article_body WHERE article_id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  if (!rcp_stmt_row (stmt))
    {
      not_found (stmt, id, error);
      return NULL;
    }
  if (set_aside)
    *set_aside = read_set_aside (rcp_stmt_text (stmt, 1));
  return rcp_stmt_dup (stmt, 0);
}

/** rcp_article_table_load_document: (transfer full): the article as it was read, before analysis. */
RcpDocument *
rcp_article_table_load_document (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT text, set_aside, title, title_start, title_end, byline, outlet.name, via, language, stated_edtf,"
      "  stated_clue, uri, charset FROM article JOIN article_body ON article_id = article.id"
      " JOIN outlet ON outlet.id = outlet_id WHERE article.id = :id");
  RcpDocument *document;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (!rcp_stmt_row (stmt))
    {
      not_found (stmt, id, error);
      return NULL;
    }
  document = g_new0 (RcpDocument, 1);
  g_atomic_ref_count_init (&document->refs);
  document->text = rcp_stmt_dup (stmt, 0);
  document->set_aside = read_set_aside (rcp_stmt_text (stmt, 1));
  document->title = rcp_stmt_dup (stmt, 2);
  document->title_range = (RcpRange){ rcp_stmt_int (stmt, 3), rcp_stmt_int (stmt, 4) };
  document->byline = rcp_stmt_dup (stmt, 5);
  document->outlet = rcp_stmt_dup (stmt, 6);
  document->via = rcp_stmt_dup (stmt, 7);
  document->language = rcp_stmt_dup (stmt, 8);
  document->published = rcp_stmt_edtf (stmt, 9);
  document->published_clue = rcp_stmt_dup (stmt, 10);
  document->uri = rcp_stmt_dup (stmt, 11);
  document->charset = rcp_stmt_dup (stmt, 12);
  return document;
}

static GBytes *
unpack (gconstpointer data, gsize length, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  const guint8 *at = data;
  GConverterResult result;

  do
    {
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (decompressor), at, length, buffer, 64 * 1024, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      at += n_read;
      length -= n_read;
      g_byte_array_append (out, buffer, n_written);
      if (out->len > MAX_RAW_BYTES)
        {
          g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_DAMAGED, "a page inflates beyond its limit");
          return NULL;
        }
    }
  while (result != G_CONVERTER_FINISHED);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/** rcp_article_table_load_raw: (transfer full): the bytes as they came; empty where none were kept. */
GBytes *
rcp_article_table_load_raw (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT packed, raw FROM article_body WHERE article_id = :id");
  gconstpointer data;
  gsize length;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (!rcp_stmt_row (stmt))
    {
      not_found (stmt, id, error);
      return NULL;
    }
  data = rcp_stmt_blob (stmt, 1, &length);
  return rcp_stmt_int (stmt, 0) ? unpack (data, length, error) : g_bytes_new (data, length);
}

/** rcp_article_table_find_content: 0 in @id when there is none. */
gboolean
rcp_article_table_find_content (RcpDb *db, const char *hash, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id FROM article WHERE content_hash = :hash AND removed_us IS NULL");

  *id = 0;
  rcp_stmt_bind_text (stmt, ":hash", hash);
  if (rcp_stmt_row (stmt))
    *id = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}

/** rcp_article_table_find_uri: 0 in @id when there is none. */
gboolean
rcp_article_table_find_uri (RcpDb *db, const char *uri, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id FROM article WHERE uri = :uri AND removed_us IS NULL ORDER BY id LIMIT 1");

  *id = 0;
  rcp_stmt_bind_text (stmt, ":uri", uri);
  if (rcp_stmt_row (stmt))
    *id = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}
