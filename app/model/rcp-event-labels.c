#include "config.h"

#include "rcp-event-labels.h"

#include <glib/gi18n-lib.h>

/* What an event is, in words for a person. The types are those of PLOVER; the grades are worded as in the Admiralty code
 * (NATO STANAG 2511). */

/** rcp_event_label_action: Returns: (transfer none): the type of an event. */
const char *
rcp_event_label_action (RcpAction action)
{
  switch (action)
    {
    case RCP_ACTION_AGREE:
      return C_("type of event", "Agreement");
    case RCP_ACTION_CONSULT:
      return C_("type of event", "Consultation");
    case RCP_ACTION_SUPPORT:
      return C_("type of event", "Support");
    case RCP_ACTION_CONCEDE:
      return C_("type of event", "Concession");
    case RCP_ACTION_COOPERATE:
      return C_("type of event", "Cooperation");
    case RCP_ACTION_AID:
      return C_("type of event", "Aid");
    case RCP_ACTION_RETREAT:
      return C_("type of event", "Retreat");
    case RCP_ACTION_REQUEST:
      return C_("type of event", "Request");
    case RCP_ACTION_ACCUSE:
      return C_("type of event", "Accusation");
    case RCP_ACTION_REJECT:
      return C_("type of event", "Rejection");
    case RCP_ACTION_THREATEN:
      return C_("type of event", "Threat");
    case RCP_ACTION_PROTEST:
      return C_("type of event", "Protest");
    case RCP_ACTION_SANCTION:
      return C_("type of event", "Sanction");
    case RCP_ACTION_MOBILIZE:
      return C_("type of event", "Mobilisation");
    case RCP_ACTION_COERCE:
      return C_("type of event", "Coercion");
    case RCP_ACTION_ASSAULT:
      return C_("type of event", "Assault");
    case RCP_ACTION_OTHER:
    default:
      return C_("type of event", "Other");
    }
}

/** rcp_event_label_status: Returns: (transfer none): whether it was done. */
const char *
rcp_event_label_status (RcpStatus status)
{
  switch (status)
    {
    case RCP_STATUS_PLANNED:
      return C_("status of an event", "Planned");
    case RCP_STATUS_HYPOTHETICAL:
      return C_("status of an event", "Hearsay or condition");
    case RCP_STATUS_DENIED:
      return C_("status of an event", "Denied");
    case RCP_STATUS_BACKGROUND:
      return C_("status of an event", "Known before");
    case RCP_STATUS_DONE:
    default:
      return C_("status of an event", "Happened");
    }
}

/** rcp_event_label_reliability: @grade: 'A' to 'F'. Returns: (transfer none): how far the outlet is to be trusted. */
const char *
rcp_event_label_reliability (guint grade)
{
  switch (grade)
    {
    case 'A':
      return _("completely reliable");
    case 'B':
      return _("usually reliable");
    case 'C':
      return _("fairly reliable");
    case 'D':
      return _("not usually reliable");
    case 'E':
      return _("unreliable");
    case 'F':
      return _("reliability cannot be judged");
    default:
      return _("no grade");
    }
}

/** rcp_event_label_credibility: @grade: 1 to 6. Returns: (transfer none): how far the account is to be believed. */
const char *
rcp_event_label_credibility (guint grade)
{
  switch (grade)
    {
    case 1:
      return _("confirmed by other sources");
    case 2:
      return _("probably true");
    case 3:
      return _("possibly true");
    case 4:
      return _("doubtful");
    case 5:
      return _("improbable");
    case 6:
      return _("truth cannot be judged");
    default:
      return _("no grade");
    }
}
