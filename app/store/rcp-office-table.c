#include "config.h"

#include "rcp-office-table.h"

#include "rcp-day.h"
#include "rcp-office.h"

/* Who is seen in which office when, and whom an office that is told without a name means therefore. That is the engine's
 * word: it follows from what the articles tell and from nothing else, in whatever order they came, and the user's corrections
 * are laid over it. */

/**
 * rcp_office_table_mark:
 * @article_id: an article whose reading goes, or has just come
 * @error: return location
 *
 * Whom offices mean is to be looked for again where this article may tell it: those of its offices, within
 * %RCP_OFFICE_WINDOW_DAYS, and those whose holder it names.
 */
gboolean
rcp_office_table_mark (RcpDb *db, gint64 article_id, GError **error)
{
#define NAMED "(SELECT key FROM actor WHERE id IN (SELECT base_id FROM mention WHERE article_id = :article))"
  g_autoptr (RcpStmt) told = rcp_db_prepare (db,
      "UPDATE office_meant SET is_stale = 1 FROM office_held AS told WHERE told.article_id = :article"
      " AND office_meant.role = told.role AND office_meant.day BETWEEN told.day - :window AND told.day + :window");
  g_autoptr (RcpStmt) named = rcp_db_prepare (db, "UPDATE office_meant SET is_stale = 1 WHERE holder_key IN " NAMED);
  g_autoptr (RcpStmt) named_en = rcp_db_prepare (db, "UPDATE office_meant SET is_stale = 1 WHERE holder_key_en IN " NAMED);
#undef NAMED

  rcp_stmt_bind_int (told, ":article", article_id);
  rcp_stmt_bind_int (told, ":window", RCP_OFFICE_WINDOW_DAYS);
  rcp_stmt_bind_int (named, ":article", article_id);
  rcp_stmt_bind_int (named_en, ":article", article_id);
  return rcp_stmt_run_once (told, error) && rcp_stmt_run_once (named, error) && rcp_stmt_run_once (named_en, error);
}

static gboolean
put_held (RcpDb *db, const RcpChangeFindings *change, guint index, gint32 day, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR IGNORE INTO office_held (role, day, article_id, base_id) VALUES (:role, :day, :article, :base)");
  const RcpFoundActor *actor = change->findings->actors->pdata[index];

  for (guint i = 0; i < actor->offices->len; i++)
    {
      g_autofree char *scope = rcp_office_dup_scope (actor->offices->pdata[i]);

      if (!scope)
        continue;
      rcp_stmt_bind_text (stmt, ":role", actor->offices->pdata[i]);
      rcp_stmt_bind_int (stmt, ":day", day);
      rcp_stmt_bind_int (stmt, ":article", change->article_id);
      rcp_stmt_bind_int (stmt, ":base", change->actor_ids[index]);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_meant (RcpDb *db, const RcpChangeFindings *change, guint index, const char *role, gint32 day, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR IGNORE INTO office_meant (article_id, base_id, role, day, is_stale)"
      " VALUES (:article, :base, :role, :day, 1)");

  rcp_stmt_bind_int (stmt, ":article", change->article_id);
  rcp_stmt_bind_int (stmt, ":base", change->actor_ids[index]);
  rcp_stmt_bind_text (stmt, ":role", role);
  rcp_stmt_bind_int (stmt, ":day", day);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_office_table_put: keeps what offices an article tells; one without a date of publication tells nothing of when they are
 * held. */
gboolean
rcp_office_table_put (RcpDb *db, const RcpChangeFindings *change, GError **error)
{
  const RcpPublication *publication = change->findings->publication;
  gint32 day = publication && publication->date ? publication->best_day : RCP_DAY_INVALID;

  for (guint i = 0; i < change->findings->actors->len && day != RCP_DAY_INVALID; i++)
    {
      const RcpFoundActor *actor = change->findings->actors->pdata[i];
      const char *role = rcp_office_of_key (actor->key);

      if (!(role ? put_meant (db, change, i, role, day, error) : put_held (db, change, i, day, error)))
        return FALSE;
    }
  return rcp_office_table_mark (db, change->article_id, error);
}

/** rcp_office_table_put_holder: keeps whom the lexicon knows to have held an office that an article names. */
gboolean
rcp_office_table_put_holder (RcpDb *db, const RcpChangeHolder *holder, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE office_meant SET holder_key = :key, holder_key_en = :key_en, is_stale = 1 WHERE article_id = :article"
      " AND base_id = :base");

  rcp_stmt_bind_text (stmt, ":key", holder->key);
  rcp_stmt_bind_text (stmt, ":key_en", holder->key_en);
  rcp_stmt_bind_int (stmt, ":article", holder->article_id);
  rcp_stmt_bind_int (stmt, ":base", holder->actor_id);
  return rcp_stmt_run_once (stmt, error);
}

/* An office whose holder is to be looked for. */
typedef struct
{
  gint64 article_id;
  gint64 base_id;
  char *role;
  gint32 day;
  char *key;
  char *key_en;
  gint64 held_id;
} Meant;

static void
meant_clear (gpointer data)
{
  Meant *meant = data;

  g_free (meant->role);
  g_free (meant->key);
  g_free (meant->key_en);
}

/* Left to itself, SQLite would rather read the whole table in the order asked for. */
static GArray *
list_stale (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_id, base_id, role, day, holder_key, holder_key_en, coalesce (held_id, 0) FROM office_meant"
      " INDEXED BY office_meant_stale WHERE is_stale ORDER BY article_id, base_id");
  g_autoptr (GArray) stale = g_array_new (FALSE, FALSE, sizeof (Meant));

  g_array_set_clear_func (stale, meant_clear);
  while (rcp_stmt_row (stmt))
    {
      Meant meant = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1), rcp_stmt_dup (stmt, 2), rcp_stmt_int (stmt, 3),
                      rcp_stmt_dup (stmt, 4), rcp_stmt_dup (stmt, 5), rcp_stmt_int (stmt, 6) };

      g_array_append_val (stale, meant);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&stale) : NULL;
}

/* Of one side of a day, those who are seen in the office closest to it. */
static gboolean
take_closest (RcpStmt *stmt, const Meant *meant, GArray *tellings, GError **error)
{
  guint first = tellings->len;

  rcp_stmt_bind_text (stmt, ":role", meant->role);
  rcp_stmt_bind_int (stmt, ":day", meant->day);
  rcp_stmt_bind_int (stmt, ":window", RCP_OFFICE_WINDOW_DAYS);
  while (rcp_stmt_row (stmt))
    {
      RcpOfficeTelling telling = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1) };

      if (tellings->len > first && g_array_index (tellings, RcpOfficeTelling, first).day != telling.day)
        break;
      g_array_append_val (tellings, telling);
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
find_seen (RcpDb *db, const Meant *meant, gint64 *held_id, GError **error)
{
  g_autoptr (RcpStmt) before = rcp_db_prepare (db,
      "SELECT day, base_id FROM office_held WHERE role = :role AND day BETWEEN :day - :window AND :day ORDER BY day DESC");
  g_autoptr (RcpStmt) after = rcp_db_prepare (db,
      "SELECT day, base_id FROM office_held WHERE role = :role AND day BETWEEN :day AND :day + :window ORDER BY day");
  g_autoptr (GArray) tellings = g_array_new (FALSE, FALSE, sizeof (RcpOfficeTelling));

  if (!take_closest (before, meant, tellings, error) || !take_closest (after, meant, tellings, error))
    return FALSE;
  *held_id = rcp_office_find_seen ((const RcpOfficeTelling *)(gpointer)tellings->data, tellings->len, meant->day);
  return TRUE;
}

static gboolean
find_known (RcpDb *db, const Meant *meant, gint64 *held_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id FROM actor WHERE key IN (:key, :key_en) AND EXISTS (SELECT 1 FROM mention WHERE base_id = actor.id)"
      " ORDER BY key LIMIT 1");

  rcp_stmt_bind_text (stmt, ":key", meant->key);
  rcp_stmt_bind_text (stmt, ":key_en", meant->key_en);
  if (rcp_stmt_row (stmt))
    *held_id = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_office_table_resolve:
 * @articles: (element-type gint64): gets the articles some of whose offices mean somebody else now
 * @error: return location
 *
 * Finds whom offices mean wherever that may have changed: whoever is seen in them then, as rcp_office_find_seen() says, else
 * whom the lexicon knows, if an article names that person; else nobody but the office itself.
 */
gboolean
rcp_office_table_resolve (RcpDb *db, GArray *articles, GError **error)
{
  g_autoptr (GArray) stale = list_stale (db, error);
  g_autoptr (RcpStmt) put = rcp_db_prepare (db,
      "UPDATE office_meant SET held_id = :held, is_stale = 0 WHERE article_id = :article AND base_id = :base");

  for (guint i = 0; stale && i < stale->len; i++)
    {
      const Meant *meant = &g_array_index (stale, Meant, i);
      gint64 held_id = 0;

      if (!find_seen (db, meant, &held_id, error) || (held_id == 0 && !find_known (db, meant, &held_id, error)))
        return FALSE;
      rcp_stmt_bind_id (put, ":held", held_id);
      rcp_stmt_bind_int (put, ":article", meant->article_id);
      rcp_stmt_bind_int (put, ":base", meant->base_id);
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
      if (held_id != meant->held_id)
        g_array_append_val (articles, meant->article_id);
    }
  return stale != NULL;
}

/** rcp_office_table_list_held: (transfer full) (nullable): of the actors that an article names by an office alone, by row: who
 * held it, 0 where that is not known. */
GHashTable *
rcp_office_table_list_held (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT base_id, coalesce (held_id, 0) FROM office_meant WHERE article_id = :article");
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      gint64 base_id = rcp_stmt_int (stmt, 0), held_id = rcp_stmt_int (stmt, 1);

      g_hash_table_insert (held, g_memdup2 (&base_id, sizeof base_id), g_memdup2 (&held_id, sizeof held_id));
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&held) : NULL;
}

/** rcp_office_table_list_of: (transfer full) (element-type utf8): the offices that one of the engine's actors is told to hold. */
GPtrArray *
rcp_office_table_list_of (RcpDb *db, gint64 base_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT role FROM office_held WHERE base_id = :base ORDER BY role");
  g_autoptr (GPtrArray) offices = g_ptr_array_new_with_free_func (g_free);

  rcp_stmt_bind_int (stmt, ":base", base_id);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (offices, rcp_stmt_dup (stmt, 0));
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&offices) : NULL;
}
