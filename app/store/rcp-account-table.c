#include "config.h"

#include "rcp-account-table.h"

#include "rcp-account.h"
#include "rcp-article-query.h"
#include "rcp-enum-types.h"
#include "rcp-event-correction.h"
#include "rcp-passage-table.h"
#include "rcp-text-offsets.h"

static GBytes *
write_terms (const GArray *terms)
{
  guint32 *out = g_new (guint32, terms->len + 1);

  for (guint i = 0; i < terms->len; i++)
    out[i] = GUINT32_TO_LE (g_array_index (terms, guint32, i));
  return g_bytes_new_take (out, terms->len * sizeof *out);
}

static void
read_terms (RcpStmt *stmt, int column, GArray *terms)
{
  gsize length;
  const guint8 *data = rcp_stmt_blob (stmt, column, &length);

  g_array_set_size (terms, length / sizeof (guint32));
  for (guint i = 0; i < terms->len; i++)
    {
      guint32 term;

      memcpy (&term, data + i * sizeof term, sizeof term);
      g_array_index (terms, guint32, i) = GUINT32_FROM_LE (term);
    }
}

static char *
write_details (const GArray *details)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < details->len; i++)
    {
      const RcpFoundDetail *detail = &g_array_index (details, RcpFoundDetail, i);

      g_string_append_printf (out, "%s %d %u %u %s\n", rcp_enum_to_nick (RCP_TYPE_DISCREPANCY_KIND, detail->kind), detail->rank,
                              detail->range.start, detail->range.end, detail->key);
    }
  return g_string_free (out, FALSE);
}

/* Derived rows are made again when anything about them changes, so a line that can't be read is only left out. */
static void
read_details (const char *text, GArray *details)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 5);
      RcpFoundDetail detail = { 0 };
      int kind;

      if (g_strv_length (parts) != 5 || !rcp_enum_from_nick (RCP_TYPE_DISCREPANCY_KIND, parts[0], &kind))
        continue;
      detail.kind = kind;
      detail.rank = (int) g_ascii_strtoll (parts[1], NULL, 10);
      detail.range = (RcpRange){ (guint) g_ascii_strtoull (parts[2], NULL, 10), (guint) g_ascii_strtoull (parts[3], NULL, 10) };
      detail.key = g_strdup (parts[4]);
      g_array_append_val (details, detail);
    }
}

static gboolean
put_one (RcpDb *db, gint64 id, gint64 article_id, const RcpFoundAccount *account, gint64 speaker_id,
         RcpTextOffsets *offsets, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO account (id, article_id, start_offset, end_offset, sentence_index, sentence, title, date_ordinal,"
      "  edtf, first_day, last_day, date_rule, action, status, attribution, attribution_start, attribution_end,"
      "  is_lead, terms, quotation, speaker_id, medium, medium_start, medium_end, mode, place, place_start, place_end,"
      "  place_key, details, words)"
      " VALUES (:id, :article, :start, :end, :index, :sentence, :title, :date, :edtf, :first_day, :last_day, :rule,"
      "  :action, :status, :attribution, :attribution_start, :attribution_end, :is_lead, :terms, :quotation, :speaker,"
      "  :medium, :medium_start, :medium_end, :mode, :place, :place_start, :place_end, :place_key, :details, :words)");
  g_autofree char *sentence = rcp_text_offsets_dup (offsets, account->range);
  g_autoptr (GBytes) terms = write_terms (account->terms);
  g_autofree char *details = write_details (account->details);

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_int (stmt, ":start", account->range.start);
  rcp_stmt_bind_int (stmt, ":end", account->range.end);
  rcp_stmt_bind_int (stmt, ":index", account->sentence);
  rcp_stmt_bind_int (stmt, ":words", (gint64) account->words);
  rcp_stmt_bind_text (stmt, ":sentence", sentence);
  rcp_stmt_bind_text (stmt, ":title", account->title);
  rcp_stmt_bind_int (stmt, ":date", account->date);
  rcp_stmt_bind_edtf (stmt, ":edtf", account->when);
  rcp_stmt_bind_days (stmt, account->when);
  rcp_stmt_bind_enum (stmt, ":rule", RCP_TYPE_DATE_RULE, account->when_rule);
  rcp_stmt_bind_enum (stmt, ":action", RCP_TYPE_ACTION, account->action);
  rcp_stmt_bind_enum (stmt, ":status", RCP_TYPE_STATUS, account->status);
  rcp_stmt_bind_text (stmt, ":attribution", account->attribution);
  rcp_stmt_bind_int (stmt, ":attribution_start", account->attribution_range.start);
  rcp_stmt_bind_int (stmt, ":attribution_end", account->attribution_range.end);
  rcp_stmt_bind_int (stmt, ":is_lead", account->is_lead);
  rcp_stmt_bind_enum (stmt, ":quotation", RCP_TYPE_QUOTATION, account->quotation);
  rcp_stmt_bind_id (stmt, ":speaker", speaker_id);
  rcp_stmt_bind_text (stmt, ":medium", account->medium);
  rcp_stmt_bind_int (stmt, ":medium_start", account->medium_range.start);
  rcp_stmt_bind_int (stmt, ":medium_end", account->medium_range.end);
  rcp_stmt_bind_text (stmt, ":mode", account->mode);
  rcp_stmt_bind_text (stmt, ":place", account->place);
  rcp_stmt_bind_int (stmt, ":place_start", account->place_range.start);
  rcp_stmt_bind_int (stmt, ":place_end", account->place_range.end);
  rcp_stmt_bind_text (stmt, ":place_key", account->place_key);
  rcp_stmt_bind_text (stmt, ":details", details);
  rcp_stmt_bind_blob (stmt, ":terms", g_bytes_get_data (terms, NULL) ? g_bytes_get_data (terms, NULL) : "",
                      g_bytes_get_size (terms));
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
put_actors (RcpDb *db, gint64 id, const RcpFoundAccount *account, const RcpChangeFindings *change, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO account_actor (account_id, rank, base_id, actor_id) VALUES (:account, :rank, :actor, :actor)");

  rcp_stmt_bind_int (stmt, ":account", id);
  for (guint i = 0; i < account->actors->len; i++)
    {
      guint index = g_array_index (account->actors, guint, i);

      if (index >= change->findings->actors->len)
        continue;
      rcp_stmt_bind_int (stmt, ":rank", i);
      rcp_stmt_bind_int (stmt, ":actor", change->actor_ids[index]);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
put_numbers (RcpDb *db, gint64 id, const RcpFoundAccount *account, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO account_number (account_id, ordinal, start_offset, end_offset, value, counted)"
      " VALUES (:account, :ordinal, :start, :end, :value, :counted)");

  rcp_stmt_bind_int (stmt, ":account", id);
  for (guint i = 0; i < account->numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (account->numbers, RcpFoundNumber, i);

      rcp_stmt_bind_int (stmt, ":ordinal", i);
      rcp_stmt_bind_int (stmt, ":start", number->range.start);
      rcp_stmt_bind_int (stmt, ":end", number->range.end);
      rcp_stmt_bind_double (stmt, ":value", number->value);
      rcp_stmt_bind_text (stmt, ":counted", number->counted);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_account_table_put: the accounts of one article, numbered from the change's first on. */
gboolean
rcp_account_table_put (RcpDb *db, const RcpChangeFindings *change, const char *text, GError **error)
{
  const GPtrArray *accounts = change->findings->accounts;
  RcpTextOffsets offsets;

  rcp_text_offsets_init (&offsets, text);
  for (guint i = 0; i < accounts->len; i++)
    {
      const RcpFoundAccount *account = accounts->pdata[i];
      gint64 id = change->first_account_id + i;

      gboolean has_speaker = account->speaker >= 0 && (guint) account->speaker < change->findings->actors->len;
      gint64 speaker_id = has_speaker ? change->actor_ids[account->speaker] : 0;

      if (!put_one (db, id, change->article_id, account, speaker_id, &offsets, error) ||
          !put_actors (db, id, account, change, error) || !put_numbers (db, id, account, error))
        return FALSE;
    }
  return TRUE;
}

/* What the engine asks for. ------------------------------------------------------------------------------------------- */

#define STORED \
  "SELECT account.id, account.article_id, coalesce (outlet.same_as, outlet.id), published_edtf," \
  "  coalesce (event_id, 0), coalesce (copy_of, 0), start_offset, end_offset, sentence_index, date_ordinal, edtf," \
  "  date_rule, action, status, attribution, attribution_start, attribution_end, account.title, terms, is_lead," \
  "  quotation, coalesce (speaker_id, 0), medium, medium_start, medium_end, mode, place, place_start, place_end, place_key," \
  "  details, words" \
  " FROM account JOIN article ON article.id = account.article_id JOIN outlet ON outlet.id = article.outlet_id" \
  " LEFT JOIN reading ON reading.article_id = account.article_id" \
  " LEFT JOIN event_account ON event_account.account_id = account.id"

static RcpStoredAccount *
read_stored (RcpStmt *stmt)
{
  RcpStoredAccount *account = g_new0 (RcpStoredAccount, 1);
  RcpFoundAccount *found = account->found = rcp_found_account_new ();

  account->actor_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  account->id = rcp_stmt_int (stmt, 0);
  account->article_id = rcp_stmt_int (stmt, 1);
  account->outlet_id = rcp_stmt_int (stmt, 2);
  account->published = rcp_stmt_edtf (stmt, 3);
  account->event_id = rcp_stmt_int (stmt, 4);
  account->copy_of = rcp_stmt_int (stmt, 5);
  found->range = (RcpRange){ rcp_stmt_int (stmt, 6), rcp_stmt_int (stmt, 7) };
  found->sentence = rcp_stmt_int (stmt, 8);
  found->date = rcp_stmt_int (stmt, 9);
  found->when = rcp_stmt_edtf (stmt, 10);
  found->when_rule = rcp_stmt_enum (stmt, 11, RCP_TYPE_DATE_RULE);
  found->action = rcp_stmt_enum (stmt, 12, RCP_TYPE_ACTION);
  found->status = rcp_stmt_enum (stmt, 13, RCP_TYPE_STATUS);
  found->attribution = rcp_stmt_dup (stmt, 14);
  found->attribution_range = (RcpRange){ rcp_stmt_int (stmt, 15), rcp_stmt_int (stmt, 16) };
  found->title = rcp_stmt_dup (stmt, 17);
  read_terms (stmt, 18, found->terms);
  found->is_lead = rcp_stmt_int (stmt, 19);
  found->quotation = rcp_stmt_enum (stmt, 20, RCP_TYPE_QUOTATION);
  account->speaker_id = rcp_stmt_int (stmt, 21);
  found->medium = rcp_stmt_dup (stmt, 22);
  found->medium_range = (RcpRange){ rcp_stmt_int (stmt, 23), rcp_stmt_int (stmt, 24) };
  found->mode = rcp_stmt_dup (stmt, 25);
  found->place = rcp_stmt_dup (stmt, 26);
  found->place_range = (RcpRange){ rcp_stmt_int (stmt, 27), rcp_stmt_int (stmt, 28) };
  found->place_key = rcp_stmt_dup (stmt, 29);
  read_details (rcp_stmt_text (stmt, 30), found->details);
  found->words = (guint64) rcp_stmt_int (stmt, 31);
  return account;
}

static gboolean
add_parts (RcpDb *db, RcpStoredAccount *account, GError **error)
{
  g_autoptr (RcpStmt) actors = rcp_db_prepare (db,
      "SELECT base_id FROM account_actor WHERE account_id = :id AND base_id IS NOT NULL ORDER BY rank");
  g_autoptr (RcpStmt) numbers = rcp_db_prepare (db,
      "SELECT start_offset, end_offset, value, counted FROM account_number WHERE account_id = :id ORDER BY ordinal");

  rcp_stmt_bind_int (actors, ":id", account->id);
  while (rcp_stmt_row (actors))
    {
      gint64 id = rcp_stmt_int (actors, 0);
      guint index = account->actor_ids->len;

      g_array_append_val (account->actor_ids, id);
      g_array_append_val (account->found->actors, index);
    }
  rcp_stmt_bind_int (numbers, ":id", account->id);
  while (rcp_stmt_row (numbers))
    {
      RcpFoundNumber number = { { rcp_stmt_int (numbers, 0), rcp_stmt_int (numbers, 1) },
                                rcp_stmt_double (numbers, 2), rcp_stmt_dup (numbers, 3) };

      g_array_append_val (account->found->numbers, number);
    }
  return rcp_stmt_finish (actors, error) && rcp_stmt_finish (numbers, error);
}

static GPtrArray *
list_stored (RcpDb *db, RcpStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_stored_account_free);

  while (rcp_stmt_row (stmt))
    {
      RcpStoredAccount *account = read_stored (stmt);

      g_ptr_array_add (accounts, account);
      if (!add_parts (db, account, error))
        return NULL;
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&accounts) : NULL;
}

GPtrArray *
rcp_account_table_list_all (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, STORED " ORDER BY account.id");

  return list_stored (db, stmt, error);
}

/** rcp_account_table_list_lasting: those whose first day is one of these, and that last longer than @more_than days and no
 * longer than @at_most; with no end to @at_most those without a date as well. */
GPtrArray *
rcp_account_table_list_lasting (RcpDb *db, gint32 first_day, gint32 last_day, gint64 more_than, gint64 at_most,
                                GError **error)
{
  g_autoptr (RcpStmt) stmt = at_most == G_MAXINT64
      ? rcp_db_prepare (db, STORED " WHERE account.id IN (SELECT id FROM account WHERE first_day IS NULL UNION ALL"
                                   "  SELECT id FROM account INDEXED BY account_by_day"
                                   "   WHERE last_day - first_day + 1 > :more) ORDER BY account.id")
      : rcp_db_prepare (db, STORED " WHERE account.first_day BETWEEN :first AND :last"
                                   "  AND account.last_day - account.first_day + 1 > :more"
                                   "  AND account.last_day - account.first_day + 1 <= :most ORDER BY account.id");

  rcp_stmt_bind_int (stmt, ":more", more_than);
  if (at_most != G_MAXINT64)
    {
      rcp_stmt_bind_int (stmt, ":first", first_day);
      rcp_stmt_bind_int (stmt, ":last", last_day);
      rcp_stmt_bind_int (stmt, ":most", at_most);
    }
  return list_stored (db, stmt, error);
}

GPtrArray *
rcp_account_table_list_of_events (RcpDb *db, const gint64 *event_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      STORED " WHERE account.id IN (SELECT account_id FROM event_account WHERE event_id IN"
             "  (SELECT value FROM json_each (:ids))) ORDER BY event_id, account.id");

  rcp_stmt_bind_ids (stmt, ":ids", event_ids, n);
  return list_stored (db, stmt, error);
}

GPtrArray *
rcp_account_table_list_of_articles (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      STORED " WHERE account.article_id IN (SELECT value FROM json_each (:ids))"
             " ORDER BY account.article_id, start_offset, account.id");

  rcp_stmt_bind_ids (stmt, ":ids", article_ids, n);
  return list_stored (db, stmt, error);
}

/* What a person sees. ------------------------------------------------------------------------------------------------- */

/* Who is shown as the speaker that the engine found, corrections laid over: whom its words name where they stand, whom the
 * article names so elsewhere, or whom the actor is part of. */
#define SPEAKER \
  "coalesce ((SELECT actor_id FROM mention WHERE mention.article_id = account.article_id AND base_id = speaker_id" \
  "  AND mention.start_offset < attribution_end AND mention.end_offset > attribution_start ORDER BY ordinal LIMIT 1)," \
  " (SELECT actor_id FROM mention WHERE mention.article_id = account.article_id AND base_id = speaker_id" \
  "  ORDER BY ordinal LIMIT 1)," \
  " (SELECT shown_id FROM actor AS base WHERE base.id = speaker_id))"

#define SHOWN \
  "SELECT account.id, coalesce (event_id, 0), account.article_id, account.start_offset, account.end_offset, sentence," \
  "  account.edtf, date_rule, date_expression.text, anchor_kind, anchor_edtf, action, status," \
  "  CASE WHEN user_attribution IS NULL THEN attribution ELSE nullif (user_attribution, '') END," \
  "  coalesce (outlet.same_as, outlet.id), outlet.name, article.title, published_edtf, published_basis," \
  "  coalesce (copy_of, 0), user_attribution IS NOT NULL, credibility, quotation, coalesce (speaker.id, 0)," \
  "  speaker.name, CASE WHEN user_attribution IS NULL THEN medium END, mode, place," \
  "  " RCP_EVENT_CORRECTION_RELIABILITY ("coalesce (outlet.same_as, outlet.id)") " AS grade" \
  " FROM account JOIN article ON article.id = account.article_id JOIN outlet ON outlet.id = article.outlet_id" \
  " LEFT JOIN reading ON reading.article_id = account.article_id" \
  " LEFT JOIN event_account ON event_account.account_id = account.id" \
  " LEFT JOIN date_expression ON date_expression.article_id = account.article_id" \
  "  AND date_expression.ordinal = account.date_ordinal" \
  " LEFT JOIN actor AS speaker ON user_attribution IS NULL AND speaker_id IS NOT NULL AND speaker.id = " SPEAKER

/* Whether words of a sentence stand between quotation marks in it. */
static gboolean
is_marked (const char *sentence, guint offset)
{
  gboolean marked = FALSE;

  for (const char *at = sentence; *at && offset > 0; at = g_utf8_next_char (at), offset--)
    switch (g_utf8_get_char (at))
      {
      case 0xAB:   /* « */
      case 0x201C: /* “ */
        marked = TRUE;
        break;
      case 0xBB:   /* » */
      case 0x201D: /* ” */
        marked = FALSE;
        break;
      case '"':
        marked = !marked;
        break;
      default:
        break;
      }
  return marked;
}

/**
 * Where a sentence shares its words with another account of its event: RcpRange each, in text order, joined. @unmarked: (out):
 * some of them are quoted there and stand here without marks.
 */
static GBytes *
find_shared (RcpDb *db, RcpStmt *account, gint64 event_id, gboolean *unmarked, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT max (mine_start, :start), min (mine_end, :end), kind FROM ("
      " SELECT a_start AS mine_start, a_end AS mine_end, article_b AS other, b_start AS other_start, b_end AS other_end,"
      "   kind FROM shared_passage WHERE article_a = :article"
      " UNION ALL SELECT b_start, b_end, article_a, a_start, a_end, kind FROM shared_passage WHERE article_b = :article)"
      " WHERE mine_start < :end AND mine_end > :start AND EXISTS (SELECT 1 FROM event_account JOIN account"
      "  ON account.id = account_id WHERE event_id = :event AND account_id <> :account AND article_id = other"
      "  AND start_offset < other_end AND end_offset > other_start) ORDER BY 1");
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RcpRange));
  const char *sentence = rcp_stmt_text (account, 5);
  gboolean is_quotation = rcp_stmt_enum (account, 22, RCP_TYPE_QUOTATION) == RCP_QUOTATION_DIRECT;
  guint start = rcp_stmt_int (account, 3);

  *unmarked = FALSE;
  rcp_stmt_bind_int (stmt, ":start", start);
  rcp_stmt_bind_int (stmt, ":end", rcp_stmt_int (account, 4));
  rcp_stmt_bind_int (stmt, ":article", rcp_stmt_int (account, 2));
  rcp_stmt_bind_int (stmt, ":event", event_id);
  rcp_stmt_bind_int (stmt, ":account", rcp_stmt_int (account, 0));
  while (rcp_stmt_row (stmt))
    {
      RcpRange range = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1) };
      RcpRange *last = ranges->len ? &g_array_index (ranges, RcpRange, ranges->len - 1) : NULL;

      *unmarked = *unmarked || (rcp_stmt_enum (stmt, 2, RCP_TYPE_SHARED_KIND) == RCP_SHARED_UNMARKED_QUOTE && !is_quotation
                                && !is_marked (sentence ? sentence : "", range.start - start));
      if (last && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (ranges, range);
    }
  if (!rcp_stmt_finish (stmt, error))
    return NULL;
  return g_bytes_new (ranges->data, ranges->len * sizeof (RcpRange));
}

static RcpAccount *
read_shown (RcpStmt *stmt, GBytes *shared, gboolean unmarked)
{
  g_autoptr (RcpEdtf) date = rcp_stmt_edtf (stmt, 6);
  g_autoptr (RcpEdtf) anchor = rcp_stmt_edtf (stmt, 10);
  g_autoptr (RcpEdtf) published = rcp_stmt_edtf (stmt, 17);
  const char *grade = rcp_stmt_text (stmt, 28);

  return g_object_new (RCP_TYPE_ACCOUNT, "id", rcp_stmt_int (stmt, 0), "event-id", rcp_stmt_int (stmt, 1), "article-id",
                       rcp_stmt_int (stmt, 2), "start", (guint)rcp_stmt_int (stmt, 3), "end",
                       (guint)rcp_stmt_int (stmt, 4), "sentence", rcp_stmt_text (stmt, 5), "date", date, "date-rule",
                       rcp_stmt_enum (stmt, 7, RCP_TYPE_DATE_RULE), "date-clue", rcp_stmt_text (stmt, 8),
                       "date-anchor-kind", rcp_stmt_enum (stmt, 9, RCP_TYPE_DATE_ANCHOR), "date-anchor", anchor, "action",
                       rcp_stmt_enum (stmt, 11, RCP_TYPE_ACTION), "status", rcp_stmt_enum (stmt, 12, RCP_TYPE_STATUS),
                       "attribution", rcp_stmt_text (stmt, 13), "outlet-id", rcp_stmt_int (stmt, 14), "outlet",
                       rcp_stmt_text (stmt, 15), "article-title", rcp_stmt_text (stmt, 16), "published", published,
                       "published-basis", rcp_stmt_enum (stmt, 18, RCP_TYPE_PUBLISHED_BASIS), "copy-of",
                       rcp_stmt_int (stmt, 19), "attribution-by-user", rcp_stmt_int (stmt, 20) != 0,
                       "credibility", (guint)rcp_stmt_int (stmt, 21), "reliability",
                       grade ? (guint)grade[0] : 0, "quotation",
                       rcp_stmt_enum (stmt, 22, RCP_TYPE_QUOTATION), "speaker-id", rcp_stmt_int (stmt, 23), "speaker",
                       rcp_stmt_text (stmt, 24), "medium", rcp_stmt_text (stmt, 25), "mode", rcp_stmt_text (stmt, 26),
                       "place", rcp_stmt_text (stmt, 27), "unmarked", unmarked, "shared", shared, NULL);
}

/**
 * rcp_account_table_list:
 * @event_id: only of this event; 0 for all
 * @article_id: only of this article; 0 for all
 * @dossier_id: only of articles in this dossier; 0 for all
 *
 * Returns: (transfer full): of RcpAccount; of an event by publication date, of an article in text order, else by event
 */
GListModel *
rcp_account_table_list (RcpDb *db, gint64 event_id, gint64 article_id, gint64 dossier_id, GError **error)
{
#define IN_DOSSIER \
  " (:dossier = 0 OR account.article_id IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"
#define BY_PUBLICATION "reading.first_day IS NULL, reading.first_day, reading.last_day, account.id"
  g_autoptr (RcpStmt) stmt = NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  if (event_id)
    {
      stmt = rcp_db_prepare (db, SHOWN " WHERE account.id IN (SELECT account_id FROM event_account"
                                       "  WHERE event_id = :event) AND" IN_DOSSIER " ORDER BY " BY_PUBLICATION);
      rcp_stmt_bind_int (stmt, ":event", event_id);
    }
  else if (article_id)
    {
      stmt = rcp_db_prepare (db, SHOWN " WHERE account.article_id = :article AND" IN_DOSSIER
                                       " ORDER BY account.start_offset, account.id");
      rcp_stmt_bind_int (stmt, ":article", article_id);
    }
  else
    stmt = rcp_db_prepare (db, SHOWN " WHERE event_id IS NOT NULL AND" IN_DOSSIER
                                     " ORDER BY event_id, " BY_PUBLICATION);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (GBytes) shared = NULL;
      gboolean unmarked = FALSE;

      if (event_id)
        shared = find_shared (db, stmt, event_id, &unmarked, error);
      else
        shared = g_bytes_new_static (NULL, 0);
      if (!shared)
        return NULL;
      g_ptr_array_add (accounts, read_shown (stmt, shared, unmarked));
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&accounts), RCP_TYPE_ACCOUNT) : NULL;
}

/** rcp_account_table_load: (transfer full): of RcpAccount, in the order of @ids; shared left empty. */
GPtrArray *
rcp_account_table_load (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, SHOWN " WHERE account.id IN (SELECT value FROM json_each (:ids))");
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) none = g_bytes_new_static (NULL, 0);

  rcp_stmt_bind_ids (stmt, ":ids", ids, n);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (accounts, read_shown (stmt, none, FALSE));
  return rcp_stmt_finish (stmt, error) ? rcp_query_in_order (accounts, ids, n) : NULL;
}
