#include "config.h"

#include "rcp-correction-table.h"
#include "rcp-event-correction.h"
#include "rcp-event-layer.h"
#include "rcp-join-rule.h"
#include "rcp-store-private.h"

/* What the user rules of accounts and what comes of it for events is one change: it is first tried and taken back, so that the
 * accounts can be joined as it says, and then saved with these. */

typedef struct
{
  RcpRuling *ruling;
  RcpChangeSet *changes; /* NULL while it is only looked at */
  GPtrArray *rules;
  GArray *accounts;
  gboolean done;
} Args;

static gboolean
move_all (RcpDb *db, const GArray *ids, gboolean (*move) (RcpDb *db, gint64 id, GError **error), GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!move (db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static GArray *
list_ruled (RcpDb *db, const GArray *ids, GError **error)
{
  return rcp_event_layer_list_ruled (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
}

static gboolean
carry_out (RcpDb *db, Args *args, GError **error)
{
  RcpRuling *ruling = args->ruling;
  g_autoptr (GArray) dropped = NULL;

  /* Whom a decision is about is known while it holds. */
  if (ruling->drop != NULL && (args->accounts = list_ruled (db, ruling->drop, error)) == NULL)
    return FALSE;
  if (!move_all (db, ruling->drop, rcp_correction_table_delete, error)
      || !move_all (db, ruling->restore, rcp_correction_table_restore, error)
      || (ruling->decision != NULL && !rcp_event_correction_make (db, ruling->decision, &ruling->id, &dropped, error)))
    return FALSE;
  if (args->accounts == NULL)
    args->accounts = ruling->restore != NULL ? list_ruled (db, ruling->restore, error)
                                             : rcp_event_layer_list_ruled (db, &ruling->id, 1, error);
  return args->accounts != NULL;
}

static gboolean
look_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  if (!carry_out (db, args, error) || (args->rules = rcp_join_rule_list (db, error)) == NULL)
    return FALSE;
  args->done = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "only looked at");
  return FALSE;
}

static gboolean
save_cb (RcpDb *db, gpointer data, GError **error)
{
  Args *args = data;

  return carry_out (db, args, error)
         && (rcp_change_set_is_empty (args->changes) || rcp_change_set_apply (args->changes, db, error));
}

/**
 * rcp_store_look_at_ruling:
 * @ruling: what the user says
 * @rules: (out) (transfer full) (element-type RcpJoinRule): what would be joined and cut apart
 * @accounts: (out) (transfer full): of gint64: the accounts that it is about
 * @error: return location; as of rcp_store_decide_event()
 *
 * Says what would hold, and changes nothing. Any thread; blocks.
 */
gboolean
rcp_store_look_at_ruling (RcpStore *self, RcpRuling *ruling, GPtrArray **rules, GArray **accounts, GError **error)
{
  Args args = { .ruling = ruling };
  g_autoptr (GError) problem = NULL;

  rcp_store_write (self, RCP_DB_WRITER_USER, look_cb, &args, NULL, &problem);
  ruling->id = 0;
  if (args.done)
    {
      *rules = args.rules;
      *accounts = args.accounts;
      return TRUE;
    }
  g_clear_pointer (&args.accounts, g_array_unref);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * rcp_store_save_ruling:
 * @ruling: what the user says; its id is filled in
 * @changes: what comes of it
 * @error: return location; as of rcp_store_decide_event() and rcp_store_save_changes()
 *
 * Keeps both in one transaction, or neither. Any thread; blocks until it is on disk.
 */
gboolean
rcp_store_save_ruling (RcpStore *self, RcpRuling *ruling, RcpChangeSet *changes, GError **error)
{
  Args args = { .ruling = ruling, .changes = changes };
  gboolean saved = rcp_store_write (self, RCP_DB_WRITER_USER, save_cb, &args, NULL, error);

  g_clear_pointer (&args.accounts, g_array_unref);
  if (!saved)
    ruling->id = 0;
  return saved;
}
