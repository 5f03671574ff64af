#include "config.h"

#include "rcp-actor-correction.h"
#include "rcp-actor-table.h"
#include "rcp-article-table.h"
#include "rcp-clock.h"
#include "rcp-correction-table.h"
#include "rcp-dossier-table.h"
#include "rcp-event-correction.h"
#include "rcp-note-table.h"
#include "rcp-outlet-table.h"
#include "rcp-source-table.h"
#include "rcp-store-private.h"

/* Each write packs what it was given, waits until the writing thread has committed it, and hands out what came of it.
 * What was handed out is valid only when the write succeeded. */

typedef struct
{
  gint64 id;
  const gint64 *ids;
  guint n;
  int number;
  const char *text;
  const char *label;
  gpointer object;
  gint64 time_us;

  /* results */
  gint64 new_id;
  gint64 old_time_us;
  int old_number;
  char *old_text;
  RcpEdtf *old_date;
  GArray *old_ids;
} Args;

static gboolean
say (RcpStore *self, RcpDbWriterFunc func, Args *args, GError **error)
{
  gboolean ok = rcp_store_write (self, RCP_DB_WRITER_USER, func, args, NULL, error);

  if (!ok)
    {
      g_clear_pointer (&args->old_text, g_free);
      g_clear_pointer (&args->old_date, rcp_edtf_unref);
    }
  return ok;
}

/** Hands an old date out, or drops it. */
static void
give_date (Args *args, RcpEdtf **old_date)
{
  if (old_date)
    *old_date = g_steal_pointer (&args->old_date);
  g_clear_pointer (&args->old_date, rcp_edtf_unref);
}

static void
give_text (Args *args, char **old_text)
{
  if (old_text)
    *old_text = g_steal_pointer (&args->old_text);
  g_clear_pointer (&args->old_text, g_free);
}

/* Articles. ----------------------------------------------------------------------------------------------------------- */

static gboolean
save_changes_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_change_set_apply (data, db, error);
}

/**
 * rcp_store_save_changes:
 * @changes: what to write; may be freed afterwards
 * @cancellable: (nullable): takes it back as long as it has not begun
 * @error: return location; %RCP_STORE_ERROR_EXISTS when an article of the library has the same content,
 *   %RCP_STORE_ERROR_NOT_FOUND when the set refers to a row that is not there
 *
 * Writes everything in the set, or nothing. Notes and corrections are put back in their places over it.
 */
gboolean
rcp_store_save_changes (RcpStore *self, RcpChangeSet *changes, GCancellable *cancellable, GError **error)
{
  if (rcp_change_set_is_empty (changes))
    return TRUE;
  return rcp_store_write (self, RCP_DB_WRITER_ENGINE, save_changes_cb, changes, cancellable, error);
}

static gboolean
restore_articles_cb (RcpDb *db, gpointer data, GError **error)
{
  const Args *args = data;

  for (guint i = 0; i < args->n; i++)
    if (!rcp_article_table_restore (db, args->ids[i], error))
      return FALSE;
  return TRUE;
}

/** rcp_store_restore_articles: brings removed articles back, to be analysed again: they are in the outdated ones. */
gboolean
rcp_store_restore_articles (RcpStore *self, const gint64 *ids, guint n, GError **error)
{
  Args args = { .ids = ids, .n = n };

  return say (self, restore_articles_cb, &args, error);
}

static gboolean
find_outlet_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_outlet_table_find_or_create (db, args->text, args->label, &args->new_id, error);
}

/**
 * rcp_store_find_outlet:
 * @name: (nullable): the outlet as the article gives it; NULL while unnamed
 * @label: what stands for it meanwhile: the byline or the file
 * @error: return location
 *
 * Returns: the row of the outlet, made when there is none; 0 on a failure
 */
gint64
rcp_store_find_outlet (RcpStore *self, const char *name, const char *label, GError **error)
{
  Args args = { .text = name, .label = label ? label : "" };
  RcpDb *db = rcp_store_lease (self, NULL, error);
  gboolean ok;

  if (!db)
    return 0;
  ok = rcp_outlet_table_look_up (db, name, args.label, &args.new_id, error);
  rcp_store_give_back (self, db);
  if (!ok || args.new_id)
    return args.new_id;
  return rcp_store_write (self, RCP_DB_WRITER_ENGINE, find_outlet_cb, &args, NULL, error) ? args.new_id : 0;
}

/* Notes. -------------------------------------------------------------------------------------------------------------- */

static gboolean
save_note_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_note_table_save (db, args->object, &args->new_id, error);
}

/**
 * rcp_store_save_note:
 * @note: without a number a new one, with one a changed one; not changed by this, and not to be changed meanwhile
 * @id: (out) (optional): its number
 * @error: return location; %RCP_STORE_ERROR_NOT_FOUND when what it is about is not there
 *
 * Keeps a note. One on an event is anchored to the sentence of one of its accounts: the one that the note's article and
 * range name, or else the first.
 */
gboolean
rcp_store_save_note (RcpStore *self, RcpNote *note, gint64 *id, GError **error)
{
  Args args = { .object = note };

  if (!say (self, save_note_cb, &args, error))
    return FALSE;
  if (id)
    *id = args.new_id;
  return TRUE;
}

static gboolean
delete_note_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_note_table_set_removed (db, ((Args *)data)->id, rcp_clock_now_us (), error);
}

/** rcp_store_delete_note: can be taken back by rcp_store_restore_note() until the library is closed. */
gboolean
rcp_store_delete_note (RcpStore *self, gint64 id, GError **error)
{
  Args args = { .id = id };

  return say (self, delete_note_cb, &args, error);
}

static gboolean
restore_note_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_note_table_set_removed (db, ((Args *)data)->id, 0, error);
}

gboolean
rcp_store_restore_note (RcpStore *self, gint64 id, GError **error)
{
  Args args = { .id = id };

  return say (self, restore_note_cb, &args, error);
}

/* Decisions. ---------------------------------------------------------------------------------------------------------- */

static gboolean
pin_actor_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_actor_table_pin (db, args->id, args->number, &args->old_number, error);
}

/** rcp_store_pin_actor: @rank -1 unpins, one beyond the last pins last; @old_rank (out) (optional): where it was. */
gboolean
rcp_store_pin_actor (RcpStore *self, gint64 actor_id, int rank, int *old_rank, GError **error)
{
  Args args = { .id = actor_id, .number = rank };

  if (!say (self, pin_actor_cb, &args, error))
    return FALSE;
  if (old_rank)
    *old_rank = args.old_number;
  return TRUE;
}

static gboolean
watch_actor_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_actor_table_watch (db, args->id, args->time_us, &args->old_time_us, error);
}

/**
 * rcp_store_watch_actor:
 * @seen_us: µs UTC: since when its mentions are new; 0 ends the watch
 * @was_us: (out) (optional): what that was before; 0 where it was not watched
 */
gboolean
rcp_store_watch_actor (RcpStore *self, gint64 actor_id, gint64 seen_us, gint64 *was_us, GError **error)
{
  Args args = { .id = actor_id, .time_us = seen_us };

  if (!say (self, watch_actor_cb, &args, error))
    return FALSE;
  if (was_us)
    *was_us = args.old_time_us;
  return TRUE;
}

static gboolean
set_published_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_correction_table_set_published (db, args->id, args->object, &args->old_date, error);
}

/**
 * rcp_store_set_published:
 * @date: (nullable): the user's date; with NULL the article is outdated, and shows the engine's once it is read again
 * @old_date: (out) (optional) (nullable) (transfer full): the user's date before
 */
gboolean
rcp_store_set_published (RcpStore *self, gint64 article_id, RcpEdtf *date, RcpEdtf **old_date, GError **error)
{
  Args args = { .id = article_id, .object = date };

  if (!say (self, set_published_cb, &args, error))
    return FALSE;
  give_date (&args, old_date);
  return TRUE;
}

static gboolean
set_outlet_name_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_outlet_table_rename (db, args->id, args->text, &args->old_text, error);
}

/**
 * rcp_store_set_outlet_name:
 * @name: (nullable): its name; outlets of one name count as one, with the number of the first, until one is renamed
 * @old_name: (out) (optional) (nullable) (transfer full): its name before
 */
gboolean
rcp_store_set_outlet_name (RcpStore *self, gint64 outlet_id, const char *name, char **old_name, GError **error)
{
  Args args = { .id = outlet_id, .text = name };

  if (!say (self, set_outlet_name_cb, &args, error))
    return FALSE;
  give_text (&args, old_name);
  return TRUE;
}

static gboolean
decide_event_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_event_correction_make (db, args->object, &args->new_id, &args->old_ids, error);
}

/**
 * rcp_store_decide_event:
 * @decision: what the user says; without a value, that the engine is right
 * @id: (out) (optional): the correction; 0 where none was made
 * @dropped: (out) (optional) (transfer full): of gint64: the corrections that were taken back
 * @error: return location; %RCP_STORE_ERROR_NOT_FOUND for a row that is not there, %RCP_STORE_ERROR_EXISTS where two events
 *   are one already and where nothing would be left of one
 *
 * Keeps what the user says of an event, its accounts, or who publishes these. Accounts that are joined or cut are so once
 * they are joined anew.
 */
gboolean
rcp_store_decide_event (RcpStore *self, const RcpEventDecision *decision, gint64 *id, GArray **dropped, GError **error)
{
  Args args = { .object = (gpointer)decision };
  gboolean ok = say (self, decide_event_cb, &args, error);

  if (id)
    *id = args.new_id;
  if (ok && dropped)
    *dropped = g_steal_pointer (&args.old_ids);
  g_clear_pointer (&args.old_ids, g_array_unref);
  return ok;
}

static gboolean
save_correction_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_correction_table_save (db, args->object, &args->new_id, error);
}

/** rcp_store_save_correction: adds a correction of any kind; @id (out) (optional): its number. */
gboolean
rcp_store_save_correction (RcpStore *self, RcpCorrection *correction, gint64 *id, GError **error)
{
  Args args = { .object = correction };

  if (!say (self, save_correction_cb, &args, error))
    return FALSE;
  if (id)
    *id = args.new_id;
  return TRUE;
}

static gboolean
delete_corrections_cb (RcpDb *db, gpointer data, GError **error)
{
  const Args *args = data;

  for (guint i = 0; i < args->n; i++)
    if (!rcp_correction_table_delete (db, args->ids[i], error))
      return FALSE;
  return TRUE;
}

/** rcp_store_delete_corrections: with all rows of the same decisions; can be restored until the library is closed. */
gboolean
rcp_store_delete_corrections (RcpStore *self, const gint64 *ids, guint n, GError **error)
{
  Args args = { .ids = ids, .n = n };

  return say (self, delete_corrections_cb, &args, error);
}

static gboolean
restore_corrections_cb (RcpDb *db, gpointer data, GError **error)
{
  const Args *args = data;

  for (guint i = 0; i < args->n; i++)
    if (!rcp_correction_table_restore (db, args->ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
rcp_store_restore_corrections (RcpStore *self, const gint64 *ids, guint n, GError **error)
{
  Args args = { .ids = ids, .n = n };

  return say (self, restore_corrections_cb, &args, error);
}

static gboolean
correct_actor_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_actor_correction_make (db, args->object, &args->id, &args->new_id, error);
}

/**
 * rcp_store_correct_actor:
 * @decision: what the user says
 * @id: (out) (optional): the correction
 * @actor_id: (out) (optional): the actor it is shown at: whoever was split off, or whom the actor is shown as
 * @error: return location; %RCP_STORE_ERROR_NOT_FOUND for a row that is not there and a name that nothing has,
 *   %RCP_STORE_ERROR_EXISTS for one actor given twice and where nothing would be left of it
 */
gboolean
rcp_store_correct_actor (RcpStore *self, const RcpActorDecision *decision, gint64 *id, gint64 *actor_id, GError **error)
{
  Args args = { .object = (gpointer)decision };

  if (!say (self, correct_actor_cb, &args, error))
    return FALSE;
  if (id)
    *id = args.id;
  if (actor_id)
    *actor_id = args.new_id;
  return TRUE;
}

/* Dossiers. ----------------------------------------------------------------------------------------------------------- */

static gboolean
create_dossier_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_dossier_table_create (db, args->text, &args->new_id, error);
}

/** rcp_store_create_dossier: %RCP_STORE_ERROR_EXISTS for a name that is taken. */
gboolean
rcp_store_create_dossier (RcpStore *self, const char *name, gint64 *id, GError **error)
{
  Args args = { .text = name };

  if (!say (self, create_dossier_cb, &args, error))
    return FALSE;
  if (id)
    *id = args.new_id;
  return TRUE;
}

static gboolean
rename_dossier_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_dossier_table_rename (db, args->id, args->text, &args->old_text, error);
}

/** rcp_store_rename_dossier: @old_name (out) (optional) (transfer full); %RCP_STORE_ERROR_EXISTS for a taken name. */
gboolean
rcp_store_rename_dossier (RcpStore *self, gint64 id, const char *name, char **old_name, GError **error)
{
  Args args = { .id = id, .text = name };

  if (!say (self, rename_dossier_cb, &args, error))
    return FALSE;
  give_text (&args, old_name);
  return TRUE;
}

static gboolean
delete_dossier_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_dossier_table_set_removed (db, ((Args *)data)->id, rcp_clock_now_us (), error);
}

/** rcp_store_delete_dossier: leaves its articles; can be taken back until the library is closed. */
gboolean
rcp_store_delete_dossier (RcpStore *self, gint64 id, GError **error)
{
  Args args = { .id = id };

  return say (self, delete_dossier_cb, &args, error);
}

static gboolean
restore_dossier_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_dossier_table_set_removed (db, ((Args *)data)->id, 0, error);
}

gboolean
rcp_store_restore_dossier (RcpStore *self, gint64 id, GError **error)
{
  Args args = { .id = id };

  return say (self, restore_dossier_cb, &args, error);
}

static gboolean
set_members_cb (RcpDb *db, gpointer data, GError **error)
{
  const Args *args = data;

  return rcp_dossier_table_set_members (db, args->id, args->ids, args->n, args->number, error);
}

gboolean
rcp_store_add_to_dossier (RcpStore *self, gint64 dossier_id, const gint64 *article_ids, guint n, GError **error)
{
  Args args = { .id = dossier_id, .ids = article_ids, .n = n, .number = TRUE };

  return say (self, set_members_cb, &args, error);
}

gboolean
rcp_store_remove_from_dossier (RcpStore *self, gint64 dossier_id, const gint64 *article_ids, guint n, GError **error)
{
  Args args = { .id = dossier_id, .ids = article_ids, .n = n, .number = FALSE };

  return say (self, set_members_cb, &args, error);
}

/* Sources and settings. ----------------------------------------------------------------------------------------------- */

static gboolean
save_source_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return rcp_source_table_save (db, args->object, &args->new_id, error);
}

/** rcp_store_save_source: @id (out) (optional); %RCP_STORE_ERROR_EXISTS for an address that is followed already. */
gboolean
rcp_store_save_source (RcpStore *self, RcpSource *source, gint64 *id, GError **error)
{
  Args args = { .object = source };

  if (!say (self, save_source_cb, &args, error))
    return FALSE;
  if (id)
    *id = args.new_id;
  return TRUE;
}

static gboolean
delete_source_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_source_table_delete (db, ((Args *)data)->id, error);
}

/** rcp_store_delete_source: its articles stay. */
gboolean
rcp_store_delete_source (RcpStore *self, gint64 id, GError **error)
{
  Args args = { .id = id };

  return say (self, delete_source_cb, &args, error);
}

static gboolean
save_setting_cb (RcpDb *db, gpointer data, GError **error)
{
  const Args *args = data;
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT DO UPDATE SET value = excluded.value");

  rcp_stmt_bind_text (stmt, ":key", args->label);
  rcp_stmt_bind_text (stmt, ":value", args->text);
  return rcp_stmt_run_once (stmt, error);
}

gboolean
rcp_store_save_setting (RcpStore *self, const char *key, const char *value, GError **error)
{
  Args args = { .label = key, .text = value };

  return say (self, save_setting_cb, &args, error);
}
