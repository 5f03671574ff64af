#include "config.h"

#include "rcp-actor-words.h"

#include "rcp-enum-types.h"

#include <glib/gi18n-lib.h>

/* What the engine and the user say of actors, in sentences for a person. */

/**
 * rcp_actor_words_alias:
 * @reason: why it is a name of the actor
 * @alias: the name or role
 * @name: the name shown of the actor
 * @of: (nullable): the name it is short for or spelt from: for a merged alias, the name of whom the user merged
 *
 * Returns: (transfer full): the reason as a sentence in the user's language.
 */
char *
rcp_actor_words_alias (RcpAliasReason reason, const char *alias, const char *name, const char *of)
{
  if (of == NULL)
    of = name;
  switch (reason)
    {
    case RCP_ALIAS_REASON_NAME:
      return g_strdup (_("This is the name itself."));
    case RCP_ALIAS_REASON_LEXICON:
      return g_strdup_printf (_("The lexicon lists it as a name of “%s”."), of);
    case RCP_ALIAS_REASON_ACRONYM:
      return g_strdup_printf (_("It is short for “%s”."), of);
    case RCP_ALIAS_REASON_SURNAME:
      return g_strdup_printf (_("It is a part of the name “%s”."), of);
    case RCP_ALIAS_REASON_TITLE:
      return g_strdup_printf (_("It is a title and a part of the name “%s”."), of);
    case RCP_ALIAS_REASON_ROLE:
      return g_strdup_printf (_("An article uses it for “%s”."), of);
    case RCP_ALIAS_REASON_OFFICE:
      return g_strdup_printf (_("“%s” held this office at the time."), of);
    case RCP_ALIAS_REASON_SPELLING:
      return g_strdup_printf (_("It is “%s” spelt another way."), of);
    case RCP_ALIAS_REASON_MERGED:
      return g_strdup_printf (_("You merged “%s” into this actor."), of);
    case RCP_ALIAS_REASON_SPLIT:
      return g_strdup_printf (_("You said that “%s” is somebody else."), alias);
    case RCP_ALIAS_REASON_METONYM:
      return g_strdup_printf (_("It stands for “%s”."), of);
    case RCP_ALIAS_REASON_USER:
      return g_strdup (_("You gave the actor this name."));
    case RCP_ALIAS_REASON_ARTICLE:
    default:
      return g_strdup_printf (_("An article uses it and “%s” for the same actor."), of);
    }
}
