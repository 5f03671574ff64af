#include "config.h"

#include "rcp-library-private.h"

#include "rcp-enum-types.h"

#include <glib/gi18n-lib.h>

/* What the user says of events, of their accounts and of who publishes these. */

static gboolean
decide (const RcpLibraryArgs *args, RcpCorrectionKind kind, const char *value, const char *label, RcpChangeResult *result,
        GError **error)
{
  const RcpEventDecision decision = { kind, args->id, args->dossier_id, value, args->ids };
  g_autoptr (GArray) dropped = NULL;
  gint64 id = 0;

  if (kind == RCP_CORRECTION_JOIN || kind == RCP_CORRECTION_CUT)
    {
      RcpRuling ruling = { .decision = &decision };

      if (!rcp_integrator_rule (args->integrator, &ruling, &result->new_id, NULL, error))
        return FALSE;
      id = ruling.id;
    }
  else if (!rcp_store_decide_event (args->store, &decision, &id, &dropped, error))
    return FALSE;
  rcp_library_leave_correction (result, label, id, dropped);
  return TRUE;
}

static gboolean
change_set_event_date (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_EVENT_DATE, args->date ? rcp_edtf_get_string (args->date) : NULL,
                 _("Change event date"), result, error);
}

static gboolean
change_set_event_status (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_EVENT_STATUS,
                 args->number < 0 ? NULL : rcp_enum_to_nick (RCP_TYPE_STATUS, args->number), _("Change event status"),
                 result, error);
}

static gboolean
change_set_event_action (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_EVENT_ACTION,
                 args->number < 0 ? NULL : rcp_enum_to_nick (RCP_TYPE_ACTION, args->number), _("Change event type"),
                 result, error);
}

static gboolean
change_set_event_actor (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_EVENT_ACTOR, args->number < 0 ? NULL : args->number ? "1" : "0",
                 _("Change participants"), result, error);
}

static gboolean
change_join_events (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_JOIN, NULL, _("Join events"), result, error);
}

static gboolean
change_cut_accounts (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_CUT, NULL, _("Cut off accounts"), result, error);
}

static gboolean
change_set_attribution (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_ATTRIBUTION, args->text, _("Change attribution"), result, error);
}

static gboolean
change_set_reliability (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  const char grade[2] = { (char) args->number, '\0' };

  return decide (args, RCP_CORRECTION_RELIABILITY, args->number ? grade : NULL, _("Grade outlet"), result, error);
}

static gboolean
change_set_credibility (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  const char grade[2] = { (char) ('0' + args->number), '\0' };

  return decide (args, RCP_CORRECTION_CREDIBILITY, args->number ? grade : NULL, _("Grade account"), result, error);
}

static gboolean
change_settle (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  return decide (args, RCP_CORRECTION_SETTLE, args->number ? "1" : NULL, _("Settle difference"), result, error);
}

/* --- The public forms ------------------------------------------------------------------------------------------- */

static RcpLibraryArgs *
pack (gint64 id, gint64 other_id, int number, const char *text, RcpEdtf *date)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  args->dossier_id = other_id;
  args->number = number;
  args->text = g_strdup (text);
  args->date = date ? rcp_edtf_ref (date) : NULL;
  return args;
}

static RcpLibraryArgs *
pack_accounts (const GArray *ids)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->ids = g_array_copy ((GArray *) ids);
  return args;
}

RCP_DEFINE_LIBRARY_CHANGE (set_event_date, (gint64 event_id, RcpEdtf *date), pack (event_id, 0, 0, NULL, date))
RCP_DEFINE_LIBRARY_CHANGE (set_event_status, (gint64 event_id, int status), pack (event_id, 0, status, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (set_event_action, (gint64 event_id, int action), pack (event_id, 0, action, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (set_event_actor, (gint64 event_id, gint64 actor_id, int part),
                           pack (event_id, actor_id, part, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (join_events, (gint64 event_id, gint64 into_id), pack (event_id, into_id, 0, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (cut_accounts, (GArray *account_ids), pack_accounts (account_ids))
RCP_DEFINE_LIBRARY_CHANGE (set_attribution, (gint64 account_id, const char *words), pack (account_id, 0, 0, words, NULL))
RCP_DEFINE_LIBRARY_CHANGE (set_reliability, (gint64 outlet_id, int grade), pack (outlet_id, 0, grade, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (set_credibility, (gint64 account_id, int grade), pack (account_id, 0, grade, NULL, NULL))
RCP_DEFINE_LIBRARY_CHANGE (settle, (gint64 discrepancy_id, gboolean settled),
                           pack (discrepancy_id, 0, settled != FALSE, NULL, NULL))
