#include "config.h"

#include "rcp-library-private.h"

#include "rcp-clock.h"

#include <glib/gi18n-lib.h>

/* What a person can change. Each change has one function that makes it and leaves behind what takes it back; the table at
 * the end makes its three public forms. */

#define CHANGED_READING                                                                                                \
  (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS | RCP_LIBRARY_CHANGED_ACTORS | RCP_LIBRARY_CHANGED_DOSSIERS)

static RcpLibraryArgs *
leave_undo (RcpChangeResult *result, const char *label, RcpChangeFunc undo, gint64 id)
{
  result->undo_label = label;
  result->undo = undo;
  result->undo_args = rcp_library_args_new ();
  result->undo_args->id = id;
  return result->undo_args;
}

/* --- Dossiers --------------------------------------------------------------------------------------------------- */

static gboolean change_delete_dossier (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable,
                                       GError **error);

static gboolean
change_create_dossier (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  if (!rcp_store_create_dossier (args->store, args->text, &result->new_id, error))
    return FALSE;
  leave_undo (result, _("New dossier"), change_delete_dossier, result->new_id);
  result->changes = RCP_LIBRARY_CHANGED_DOSSIERS;
  return TRUE;
}

static gboolean
change_rename_dossier (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autofree char *old_name = NULL;

  if (!rcp_store_rename_dossier (args->store, args->id, args->text, &old_name, error))
    return FALSE;
  leave_undo (result, _("Rename dossier"), change_rename_dossier, args->id)->text = g_steal_pointer (&old_name);
  result->changes = RCP_LIBRARY_CHANGED_DOSSIERS;
  return TRUE;
}

static gboolean
restore_dossier (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  result->changes = RCP_LIBRARY_CHANGED_ALL;
  return rcp_store_restore_dossier (args->store, args->id, error)
         && (args->ids->len == 0
             || rcp_integrator_restore (args->integrator, (const gint64 *) (gpointer) args->ids->data, args->ids->len,
                                        NULL, error));
}

static gboolean
change_delete_dossier (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = rcp_store_list_only_in_dossier (args->store, args->id, cancellable, error);

  if (ids == NULL || !rcp_store_delete_dossier (args->store, args->id, error))
    return FALSE;
  if (ids->len > 0
      && !rcp_integrator_remove (args->integrator, (const gint64 *) (gpointer) ids->data, ids->len, NULL, error))
    {
      /* All of it or nothing. */
      rcp_store_restore_dossier (args->store, args->id, NULL);
      return FALSE;
    }
  leave_undo (result, _("Delete dossier"), restore_dossier, args->id)->ids = g_steal_pointer (&ids);
  result->changes = RCP_LIBRARY_CHANGED_ALL;
  return TRUE;
}

/* --- Articles --------------------------------------------------------------------------------------------------- */

static gboolean
restore_article (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  result->changes = CHANGED_READING | RCP_LIBRARY_CHANGED_NOTES;
  return rcp_integrator_restore (args->integrator, &args->id, 1, NULL, error);
}

static gboolean
change_remove_article (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  if (!rcp_integrator_remove (args->integrator, &args->id, 1, cancellable, error))
    return FALSE;
  leave_undo (result, _("Remove article"), restore_article, args->id);
  result->changes = CHANGED_READING | RCP_LIBRARY_CHANGED_NOTES;
  return TRUE;
}

static gboolean
change_set_published (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);
  g_autoptr (RcpEdtf) old_date = NULL;
  RcpIncoming *again;

  if (!rcp_store_set_published (args->store, args->id, args->date, &old_date, error))
    return FALSE;
  leave_undo (result, _("Change publication date"), change_set_published, args->id)->date = g_steal_pointer (&old_date);
  result->changes = CHANGED_READING;
  /* Every relative date of the article hangs on it. */
  again = rcp_integrator_read_again (args->integrator, args->id, NULL, error);
  if (again == NULL)
    return FALSE;
  g_ptr_array_add (incoming, again);
  return rcp_integrator_integrate (args->integrator, incoming, NULL, NULL, error);
}

static gboolean
change_set_outlet_name (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autofree char *old_name = NULL;

  if (!rcp_store_set_outlet_name (args->store, args->id, args->text, &old_name, error))
    return FALSE;
  leave_undo (result, _("Name outlet"), change_set_outlet_name, args->id)->text = g_steal_pointer (&old_name);
  result->changes = RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS;
  return TRUE;
}

/** rcp_library_change_published: gives article @args->id the date @args->date; NULL the one the engine finds. */
gboolean
rcp_library_change_published (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable,
                              GError **error)
{
  return change_set_published (args, result, cancellable, error);
}

/** rcp_library_change_outlet_name: gives outlet @args->id the name @args->text (nullable). */
gboolean
rcp_library_change_outlet_name (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable,
                                GError **error)
{
  return change_set_outlet_name (args, result, cancellable, error);
}

/* --- Actors ----------------------------------------------------------------------------------------------------- */

static gboolean
change_pin_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  int old_rank = -1;

  if (!rcp_store_pin_actor (args->store, args->id, args->number, &old_rank, error))
    return FALSE;
  leave_undo (result, args->number < 0 ? _("Unpin actor") : _("Pin actor"), change_pin_actor, args->id)->number = old_rank;
  result->changes = RCP_LIBRARY_CHANGED_ACTORS;
  return TRUE;
}

/* --- Notes ------------------------------------------------------------------------------------------------------ */

static const RcpLibraryChanges changed_notes
    = RCP_LIBRARY_CHANGED_NOTES | RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS;

static gboolean
restore_note (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  result->changes = changed_notes;
  return rcp_store_restore_note (args->store, args->id, error);
}

static gboolean
change_delete_note (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  if (!rcp_store_delete_note (args->store, args->id, error))
    return FALSE;
  leave_undo (result, _("Delete note"), restore_note, args->id);
  result->changes = changed_notes;
  return TRUE;
}

/* Events are rebuilt by every analysis, so a note on one hangs on the sentence of an account. */
static RcpNote *
anchor_note (RcpStore *store, RcpNote *note, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (RcpAccount) account = NULL;

  if (rcp_note_get_target (note) != RCP_NOTE_EVENT || rcp_note_get_article_id (note) != 0)
    return g_object_ref (note);
  accounts = rcp_store_list_event_accounts (store, rcp_note_get_event_id (note), 0, cancellable, error);
  if (accounts == NULL)
    return NULL;
  account = g_list_model_get_item (accounts, 0);
  if (account == NULL)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "event %" G_GINT64_FORMAT " has no account",
                   rcp_note_get_event_id (note));
      return NULL;
    }
  return g_object_new (RCP_TYPE_NOTE, "id", rcp_note_get_id (note), "target", RCP_NOTE_EVENT,
                       "article-id", rcp_account_get_article_id (account), "event-id", rcp_note_get_event_id (note),
                       "start", rcp_account_get_start (account), "end", rcp_account_get_end (account),
                       "quote", rcp_account_get_sentence (account), "body", rcp_note_get_body (note),
                       "created-us", rcp_note_get_created_us (note), "modified-us", rcp_note_get_modified_us (note), NULL);
}

static gboolean
change_save_note (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  RcpNote *given = RCP_NOTE (args->object);
  g_autoptr (RcpNote) note = anchor_note (args->store, given, cancellable, error);
  g_autoptr (RcpNote) before = NULL;
  gint64 id = 0;

  if (note == NULL)
    return FALSE;
  if (rcp_note_get_id (note) != 0)
    {
      before = rcp_store_load_note (args->store, rcp_note_get_id (note), cancellable, error);
      if (before == NULL)
        return FALSE;
    }
  if (!rcp_store_save_note (args->store, note, &id, error))
    return FALSE;
  if (before != NULL)
    leave_undo (result, _("Edit note"), change_save_note, id)->object = G_OBJECT (g_steal_pointer (&before));
  else
    leave_undo (result, _("Add note"), change_delete_note, id);
  result->new_id = id;
  result->changes = changed_notes;
  return TRUE;
}

/* The note belongs to the caller's thread: a worker gets a copy, dated now. */
static RcpLibraryArgs *
pack_note (RcpNote *note)
{
  RcpLibraryArgs *args = rcp_library_args_new ();
  gint64 now = rcp_clock_now_us ();
  gint64 created = rcp_note_get_created_us (note);

  args->object
      = g_object_new (RCP_TYPE_NOTE, "id", rcp_note_get_id (note), "target", rcp_note_get_target (note), "article-id",
                      rcp_note_get_article_id (note), "event-id", rcp_note_get_event_id (note), "actor-id",
                      rcp_note_get_actor_id (note), "start", rcp_note_get_start (note), "end", rcp_note_get_end (note),
                      "quote", rcp_note_get_quote (note), "prefix", rcp_note_get_prefix (note), "suffix",
                      rcp_note_get_suffix (note), "body", rcp_note_get_body (note), "created-us",
                      created != 0 ? created : now, "modified-us", now, NULL);
  return args;
}

/* --- Undo ------------------------------------------------------------------------------------------------------- */

static gboolean
change_undo (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  RcpChangeResult inner = { 0 };
  gboolean done;

  if (args->taken_back == NULL)
    {
      g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "nothing to take back");
      return FALSE;
    }
  done = args->taken_back (args, &inner, cancellable, error);
  rcp_library_args_free (inner.undo_args);
  result->changes = inner.changes;
  return done;
}

static RcpLibraryArgs *
pack_undo (RcpLibrary *self)
{
  RcpLibraryArgs *args = NULL;
  RcpChangeFunc func = NULL;
  char *label = NULL;

  if (!rcp_library_pop_undo (self, &label, &func, &args))
    return rcp_library_args_new ();
  args->taken_back = func;
  args->label = label;
  return args;
}

/* --- The public forms ------------------------------------------------------------------------------------------- */

static RcpLibraryArgs *
pack (gint64 id, const char *text, int number, RcpEdtf *date)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  args->text = g_strdup (text);
  args->number = number;
  args->date = date ? rcp_edtf_ref (date) : NULL;
  return args;
}

RCP_DEFINE_LIBRARY_CHANGE (create_dossier, (const char *name), pack (0, name, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (rename_dossier, (gint64 dossier_id, const char *name), pack (dossier_id, name, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (delete_dossier, (gint64 dossier_id), pack (dossier_id, NULL, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (remove_article, (gint64 article_id), pack (article_id, NULL, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (save_note, (RcpNote * note), pack_note (note))
RCP_DEFINE_LIBRARY_CHANGE (delete_note, (gint64 note_id), pack (note_id, NULL, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (pin_actor, (gint64 actor_id, int rank), pack (actor_id, NULL, rank, NULL))
RCP_DEFINE_LIBRARY_CHANGE (set_published, (gint64 article_id, RcpEdtf *date), pack (article_id, NULL, 0, date))
RCP_DEFINE_LIBRARY_CHANGE (set_outlet_name, (gint64 outlet_id, const char *name), pack (outlet_id, name, 0, NULL))
RCP_DEFINE_LIBRARY_CHANGE (undo, (gint64 unused), (((void) unused), pack_undo (self)))
