#include "config.h"

#include "rcp-enums.h"

/**
 * rcp_enum_to_nick:
 * @type: an enumeration type of this room
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): the token written for @value, NULL when @type has no such value.
 */
const char *
rcp_enum_to_nick (GType type, int value)
{
  GEnumClass *klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);
  const char *nick = found ? found->value_nick : NULL;

  g_type_class_unref (klass);
  return nick;
}

/**
 * rcp_enum_from_nick:
 * @type: an enumeration type of this room
 * @nick: (nullable): a token
 * @value: (out): its value; untouched when the answer is FALSE
 *
 * Returns: whether @nick is a token of @type.
 */
gboolean
rcp_enum_from_nick (GType type, const char *nick, int *value)
{
  GEnumClass *klass = g_type_class_ref (type);
  GEnumValue *found = nick ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (found)
    *value = found->value;
  g_type_class_unref (klass);
  return found != NULL;
}

/**
 * rcp_action_get_family:
 * @action: what was done
 *
 * The grouping follows PLOVER's quad classes (verbal and material cooperation, verbal and material conflict), except
 * that a retreat counts as rupture, as a reader of a chronology sees it, and only help in kind as material.
 *
 * Returns: the family shown for @action.
 */
RcpFamily
rcp_action_get_family (RcpAction action)
{
  switch (action)
    {
    case RCP_ACTION_RETREAT:
    case RCP_ACTION_ACCUSE:
    case RCP_ACTION_REJECT:
    case RCP_ACTION_THREATEN:
    case RCP_ACTION_PROTEST:
    case RCP_ACTION_SANCTION:
      return RCP_FAMILY_RUPTURE;
    case RCP_ACTION_MOBILIZE:
    case RCP_ACTION_COERCE:
    case RCP_ACTION_ASSAULT:
      return RCP_FAMILY_FORCE;
    case RCP_ACTION_AID:
      return RCP_FAMILY_MATERIAL;
    case RCP_ACTION_OTHER:
    case RCP_ACTION_AGREE:
    case RCP_ACTION_CONSULT:
    case RCP_ACTION_SUPPORT:
    case RCP_ACTION_CONCEDE:
    case RCP_ACTION_COOPERATE:
    case RCP_ACTION_REQUEST:
    default:
      return RCP_FAMILY_TALKS;
    }
}
