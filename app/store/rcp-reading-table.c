#include "config.h"

#include "rcp-reading-table.h"

#include "rcp-account-table.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-office-table.h"
#include "rcp-passage-table.h"
#include "rcp-publication-table.h"

/* All that one analysis found in one article, written as a whole and dropped as a whole. */

static gboolean
put_reading (RcpDb *db, const RcpChangeFindings *change, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO reading (article_id, analysis_version, language, published_edtf, first_day, last_day,"
      "  published_basis, published_rule, published_clue, clue_start, clue_end, n_words, best_day, is_sure)"
      " VALUES (:article, :version, :language, :edtf, :first_day, :last_day, :basis, :rule, :clue, :clue_start,"
      "  :clue_end, :n_words, :best_day, :is_sure)");
  const RcpFindings *findings = change->findings;
  const RcpPublication *publication = findings->publication;

  rcp_stmt_bind_int (stmt, ":article", change->article_id);
  rcp_stmt_bind_int (stmt, ":version", findings->version);
  rcp_stmt_bind_text (stmt, ":language", findings->language);
  rcp_stmt_bind_int (stmt, ":n_words", findings->n_words);
  rcp_stmt_bind_enum (stmt, ":basis", RCP_TYPE_PUBLISHED_BASIS, publication ? publication->basis : 0);
  rcp_stmt_bind_enum (stmt, ":rule", RCP_TYPE_DATE_RULE, publication ? publication->rule : 0);
  rcp_stmt_bind_int (stmt, ":clue_start", publication ? publication->clue_range.start : 0);
  rcp_stmt_bind_int (stmt, ":clue_end", publication ? publication->clue_range.end : 0);
  if (publication)
    {
      rcp_stmt_bind_edtf (stmt, ":edtf", publication->date);
      rcp_stmt_bind_days (stmt, publication->date);
      rcp_stmt_bind_text (stmt, ":clue", publication->clue);
      if (publication->best_day != RCP_DAY_INVALID)
        rcp_stmt_bind_int (stmt, ":best_day", publication->best_day);
    }
  rcp_stmt_bind_int (stmt, ":is_sure", publication ? publication->is_sure : FALSE);
  return rcp_stmt_run_once (stmt, error);
}

/* Offsets are counted from the mention before, so that a long text is walked once. */
typedef struct
{
  const char *at;
  guint offset;
} TextWalk;

static char *
fold_range (TextWalk *walk, const char *text, RcpRange range)
{
  g_autofree char *words = NULL;
  const char *end;

  if (range.start < walk->offset)
    *walk = (TextWalk){ text, 0 };
  for (; walk->offset < range.start && *walk->at; walk->offset++)
    walk->at = g_utf8_next_char (walk->at);
  end = walk->at;
  for (guint i = walk->offset; i < range.end && *end; i++)
    end = g_utf8_next_char (end);
  words = g_strndup (walk->at, end - walk->at);
  return rcp_fold_words (words);
}

static gboolean
put_mentions (RcpDb *db, const RcpChangeFindings *change, const char *text, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO mention (article_id, ordinal, start_offset, end_offset, base_id, actor_id, form, acting, words,"
      "  week) VALUES (:article, :ordinal, :start, :end, :actor, :actor, :form, :acting, :words,"
      "  coalesce ((SELECT first_day / 7 FROM reading WHERE article_id = :article), 0))");
  const GArray *mentions = change->findings->mentions;
  TextWalk walk = { text, 0 };

  rcp_stmt_bind_int (stmt, ":article", change->article_id);
  for (guint i = 0; i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);
      g_autofree char *words = NULL;

      if (mention->actor < 0 || mention->actor >= (gint64)change->findings->actors->len)
        continue;
      rcp_stmt_bind_int (stmt, ":ordinal", i);
      rcp_stmt_bind_int (stmt, ":start", mention->range.start);
      rcp_stmt_bind_int (stmt, ":end", mention->range.end);
      rcp_stmt_bind_int (stmt, ":actor", change->actor_ids[mention->actor]);
      rcp_stmt_bind_enum (stmt, ":form", RCP_TYPE_MENTION_FORM, mention->form);
      rcp_stmt_bind_int (stmt, ":acting", mention->acting);
      words = fold_range (&walk, text, mention->range);
      rcp_stmt_bind_text (stmt, ":words", words);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
put_dates (RcpDb *db, const RcpChangeFindings *change, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO date_expression (article_id, ordinal, start_offset, end_offset, kind, edtf, rule, anchor_kind,"
      "  anchor_edtf, conflict, text, time, steps)"
      " VALUES (:article, :ordinal, :start, :end, :kind, :edtf, :rule, :anchor_kind, :anchor, :conflict, :text, :time,"
      "  :steps)");
  const GPtrArray *dates = change->findings->dates;

  rcp_stmt_bind_int (stmt, ":article", change->article_id);
  for (guint i = 0; i < dates->len; i++)
    {
      const RcpDateExpression *date = dates->pdata[i];
      g_autofree char *steps = rcp_date_expression_format_steps (date);

      rcp_stmt_bind_int (stmt, ":ordinal", i);
      rcp_stmt_bind_int (stmt, ":start", date->range.start);
      rcp_stmt_bind_int (stmt, ":end", date->range.end);
      rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_DATE_KIND, date->kind);
      rcp_stmt_bind_edtf (stmt, ":edtf", date->value);
      rcp_stmt_bind_enum (stmt, ":rule", RCP_TYPE_DATE_RULE, date->rule);
      rcp_stmt_bind_enum (stmt, ":anchor_kind", RCP_TYPE_DATE_ANCHOR, date->anchor_kind);
      rcp_stmt_bind_edtf (stmt, ":anchor", date->anchor);
      rcp_stmt_bind_int (stmt, ":conflict", date->conflict);
      rcp_stmt_bind_text (stmt, ":text", date->text ? date->text : "");
      rcp_stmt_bind_text (stmt, ":time", date->time);
      rcp_stmt_bind_text (stmt, ":steps", steps);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_reading_table_drop: forgets all that was derived from one article. */
gboolean
rcp_reading_table_drop (RcpDb *db, gint64 article_id, GError **error)
{
#define DROP(table) "DELETE FROM " table " WHERE article_id = :article"
  static const char *const deletions[] = {
    DROP ("reading"), DROP ("mention"), DROP ("date_expression"), DROP ("account"), DROP ("fingerprint"),
    DROP ("publication_clue"), DROP ("office_held"), DROP ("office_meant"),
    "DELETE FROM shared_passage WHERE article_a = :article",
    "DELETE FROM shared_passage WHERE article_b = :article",
  };
#undef DROP
  if (!rcp_office_table_mark (db, article_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, deletions[i]);

      rcp_stmt_bind_int (stmt, ":article", article_id);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rcp_reading_table_put:
 * @change: the findings
 * @text: the article's text
 * @error: return location
 *
 * Replaces what was derived from the article.
 */
gboolean
rcp_reading_table_put (RcpDb *db, const RcpChangeFindings *change, const char *text, GError **error)
{
  return rcp_reading_table_drop (db, change->article_id, error) && put_reading (db, change, error) &&
         put_mentions (db, change, text, error) && put_dates (db, change, error) &&
         rcp_publication_table_put_clues (db, change->article_id, change->findings->publication, error) &&
         rcp_account_table_put (db, change, text, error) &&
         rcp_publication_table_put_happenings (db, change->article_id, change->findings->publication, error) &&
         rcp_passage_table_put_fingerprints (db, change->article_id, change->findings->fingerprints, error) &&
         rcp_office_table_put (db, change, error);
}

static GArray *
read_mentions (RcpStmt *stmt, gint64 article_id, GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (RcpMention));

  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      RcpMention mention = { { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1) },
                             rcp_stmt_int (stmt, 2),
                             rcp_stmt_enum (stmt, 3, RCP_TYPE_MENTION_FORM),
                             rcp_stmt_int (stmt, 4) };

      g_array_append_val (mentions, mention);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&mentions) : NULL;
}

#define DATE_COLUMNS \
  "date.start_offset, date.end_offset, text, kind, date.edtf, rule, anchor_kind, anchor_edtf, conflict, time, steps"

static GPtrArray *
read_dates (RcpStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_date_expression_unref);

  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpEdtf) value = rcp_stmt_edtf (stmt, 4);
      g_autoptr (RcpEdtf) anchor = rcp_stmt_edtf (stmt, 7);
      RcpDateExpression *date = rcp_date_expression_new (
          (RcpRange){ rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1) }, rcp_stmt_text (stmt, 2),
          rcp_stmt_enum (stmt, 3, RCP_TYPE_DATE_KIND), value, rcp_stmt_enum (stmt, 5, RCP_TYPE_DATE_RULE),
          rcp_stmt_enum (stmt, 6, RCP_TYPE_DATE_ANCHOR), anchor);

      date->conflict = rcp_stmt_int (stmt, 8);
      date->time = rcp_stmt_dup (stmt, 9);
      rcp_date_expression_parse_steps (date, rcp_stmt_text (stmt, 10));
      g_ptr_array_add (dates, date);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&dates) : NULL;
}

/** rcp_reading_table_list_mentions: (transfer full): of RcpMention, the actor being the row of whom it shows; those that show
 * nobody are left out. */
GArray *
rcp_reading_table_list_mentions (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT start_offset, end_offset, actor_id, form, acting FROM mention WHERE article_id = :article"
      " AND actor_id IS NOT NULL ORDER BY ordinal");

  return read_mentions (stmt, article_id, error);
}

/* The same as the engine found them. */
static GArray *
list_found_mentions (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT start_offset, end_offset, base_id, form, acting FROM mention WHERE article_id = :article"
      " ORDER BY ordinal");

  return read_mentions (stmt, article_id, error);
}

/** rcp_reading_table_list_dates: (transfer full): of RcpDateExpression, in text order. */
GPtrArray *
rcp_reading_table_list_dates (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT " DATE_COLUMNS " FROM date_expression AS date WHERE article_id = :article ORDER BY ordinal");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  return read_dates (stmt, error);
}

/** rcp_reading_table_list_conflicts: (transfer full): of RcpDateExpression, those that date the event and whose words
 * contradict each other, by article. */
GPtrArray *
rcp_reading_table_list_conflicts (RcpDb *db, gint64 event_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT " DATE_COLUMNS " FROM event_account JOIN account ON account.id = account_id"
      " JOIN date_expression AS date ON date.article_id = account.article_id AND date.ordinal = date_ordinal"
      " WHERE event_id = :event AND conflict ORDER BY date.article_id, date.ordinal");

  rcp_stmt_bind_int (stmt, ":event", event_id);
  return read_dates (stmt, error);
}

static gboolean
load_reading (RcpDb *db, gint64 article_id, RcpFindings *findings, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT analysis_version, language, published_edtf, published_basis, published_rule, published_clue, clue_start,"
      "  clue_end, n_words, coalesce (best_day, 0), is_sure FROM reading WHERE article_id = :article");
  g_autoptr (RcpEdtf) date = NULL;

  rcp_stmt_bind_int (stmt, ":article", article_id);
  if (!rcp_stmt_row (stmt))
    {
      if (rcp_stmt_finish (stmt, error))
        g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "article %" G_GINT64_FORMAT " is not analysed",
                     article_id);
      return FALSE;
    }
  date = rcp_stmt_edtf (stmt, 2);
  findings->version = rcp_stmt_int (stmt, 0);
  findings->language = rcp_stmt_dup (stmt, 1);
  findings->publication = rcp_publication_new (date, rcp_stmt_enum (stmt, 3, RCP_TYPE_PUBLISHED_BASIS),
                                               rcp_stmt_enum (stmt, 4, RCP_TYPE_DATE_RULE), rcp_stmt_text (stmt, 5),
                                               (RcpRange){ rcp_stmt_int (stmt, 6), rcp_stmt_int (stmt, 7) });
  findings->n_words = rcp_stmt_int (stmt, 8);
  findings->publication->best_day = rcp_stmt_int (stmt, 9);
  findings->publication->is_sure = rcp_stmt_int (stmt, 10);
  g_clear_pointer (&findings->publication->clues, g_ptr_array_unref);
  findings->publication->clues = rcp_publication_table_list_clues (db, article_id, error);
  if (findings->publication->clues)
    return TRUE;
  findings->publication->clues = g_ptr_array_new ();
  return FALSE;
}

/** The index of a library actor among the findings' own, added to them when it is new. */
static guint
actor_index (GHashTable *indices, GArray *actor_ids, gint64 id)
{
  gpointer found;

  if (g_hash_table_lookup_extended (indices, GSIZE_TO_POINTER ((gsize)id), NULL, &found))
    return GPOINTER_TO_UINT (found);
  g_hash_table_insert (indices, GSIZE_TO_POINTER ((gsize)id), GUINT_TO_POINTER (actor_ids->len));
  g_array_append_val (actor_ids, id);
  return actor_ids->len - 1;
}

static gboolean
load_actors (RcpDb *db, const GArray *actor_ids, GPtrArray *actors, GError **error)
{
  for (guint i = 0; i < actor_ids->len; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT coalesce (found_kind, kind), key, coalesce (found_name, name) FROM actor WHERE id = :id");
      g_autoptr (RcpStmt) aliases = rcp_db_prepare (db,
          "SELECT alias, is_role FROM actor_alias WHERE actor_id = :id AND reason IS NOT 'user' ORDER BY id");
      gint64 id = g_array_index (actor_ids, gint64, i);
      RcpFoundActor *actor;

      rcp_stmt_bind_int (stmt, ":id", id);
      if (!rcp_stmt_row (stmt))
        return rcp_stmt_finish (stmt, error);
      actor = rcp_found_actor_new (rcp_stmt_enum (stmt, 0, RCP_TYPE_ACTOR_KIND), rcp_stmt_text (stmt, 1),
                                   rcp_stmt_text (stmt, 2));
      g_ptr_array_add (actors, actor);
      rcp_stmt_bind_int (aliases, ":id", id);
      while (rcp_stmt_row (aliases))
        rcp_found_actor_add_alias (actor, rcp_stmt_text (aliases, 0), rcp_stmt_int (aliases, 1));
      if (!rcp_stmt_finish (aliases, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rcp_reading_table_load:
 *
 * Returns: (transfer full): the findings of an article as they were saved, its actors under the library's names, as the
 *   engine knows them; without the fingerprints
 */
RcpFindings *
rcp_reading_table_load (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpFindings) findings = rcp_findings_new ();
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) actor_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GArray) mentions = NULL;

  if (!load_reading (db, article_id, findings, error) ||
      !(dates = rcp_reading_table_list_dates (db, article_id, error)) ||
      !(mentions = list_found_mentions (db, article_id, error)) ||
      !(accounts = rcp_account_table_list_of_articles (db, &article_id, 1, error)))
    return NULL;

  g_ptr_array_unref (findings->dates);
  findings->dates = g_steal_pointer (&dates);
  for (guint i = 0; i < mentions->len; i++)
    {
      RcpMention *mention = &g_array_index (mentions, RcpMention, i);

      mention->actor = actor_index (indices, actor_ids, mention->actor);
    }
  g_array_unref (findings->mentions);
  findings->mentions = g_steal_pointer (&mentions);
  for (guint i = 0; i < accounts->len; i++)
    {
      RcpStoredAccount *account = accounts->pdata[i];

      for (guint j = 0; j < account->found->actors->len; j++)
        {
          guint *index = &g_array_index (account->found->actors, guint, j);

          *index = actor_index (indices, actor_ids, g_array_index (account->actor_ids, gint64, *index));
        }
      g_ptr_array_add (findings->accounts, g_steal_pointer (&account->found));
    }
  if (!load_actors (db, actor_ids, findings->actors, error))
    return NULL;
  return g_steal_pointer (&findings);
}
