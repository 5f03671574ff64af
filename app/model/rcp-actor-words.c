#include "config.h"

#include "rcp-actor-words.h"

#include "rcp-date-words.h"
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

static char *
describe_date (const char *edtf)
{
  g_autoptr (RcpEdtf) date = edtf ? rcp_edtf_parse (edtf, NULL) : NULL;

  return date ? rcp_date_words_format (date, RCP_DATE_STYLE_LONG) : g_strdup (edtf ? edtf : "");
}

static const char *
get_kind_words (const char *nick)
{
  int kind = RCP_ACTOR_PERSON;

  if (nick == NULL || !rcp_enum_from_nick (RCP_TYPE_ACTOR_KIND, nick, &kind))
    return "";
  switch (kind)
    {
    case RCP_ACTOR_ORGANISATION:
      return _("an organisation");
    case RCP_ACTOR_STATE:
      return _("a state");
    case RCP_ACTOR_PLACE:
      return _("only a place");
    default:
      return _("a person");
    }
}

/**
 * rcp_correction_describe:
 *
 * Returns: (transfer full): what the user decided, as one sentence in the user's language.
 */
char *
rcp_correction_describe (RcpCorrection *self)
{
  const char *subject = rcp_correction_get_subject_name (self), *value = rcp_correction_get_value_name (self);
  const char *raw = rcp_correction_get_value (self);
  g_autofree char *date = NULL;

  g_return_val_if_fail (RCP_IS_CORRECTION (self), NULL);

  if (subject == NULL)
    subject = "";
  if (value == NULL)
    value = raw ? raw : "";
  switch (rcp_correction_get_kind (self))
    {
    case RCP_CORRECTION_EVENT_DATE:
      date = describe_date (raw);
      /* Translators: the title of an event, then a date in words */
      return g_strdup_printf (_("The event “%s” happened on %s."), subject, date);
    case RCP_CORRECTION_PUBLISHED:
      date = describe_date (raw);
      /* Translators: the title of an article, then a date in words */
      return g_strdup_printf (_("The article “%s” appeared on %s."), subject, date);
    case RCP_CORRECTION_OUTLET_NAME:
      return g_strdup_printf (_("The outlet “%s” is called “%s”."), subject, value);
    case RCP_CORRECTION_ACTOR_NAME:
      return raw ? g_strdup_printf (_("“%s” is called “%s”."), subject, raw)
                 : g_strdup_printf (_("“%s” has the name found by the program again."), subject);
    case RCP_CORRECTION_MERGE_ACTORS:
      return g_strdup_printf (_("“%s” is the same as “%s”."), subject, value);
    case RCP_CORRECTION_IGNORE_ACTOR:
      return g_strcmp0 (raw, "0") == 0 ? g_strdup_printf (_("“%s” is an actor after all."), subject)
                                       : g_strdup_printf (_("“%s” is ignored."), subject);
    case RCP_CORRECTION_SETTLE:
      return g_strdup_printf (_("A difference between accounts of “%s” is settled."), subject);
    case RCP_CORRECTION_KEEP_TEXT:
      return g_strdup_printf (_("A passage of “%s” belongs to the article."), subject);
    case RCP_CORRECTION_SPLIT_ALIAS:
      /* Translators: an alias, then the name of an actor */
      return g_strdup_printf (_("“%s” is not “%s” but somebody else."), value, subject);
    case RCP_CORRECTION_SPLIT_ARTICLE:
      /* Translators: the title of an article, then the name of an actor */
      return g_strdup_printf (_("In “%s”, “%s” is somebody else."), value, subject);
    case RCP_CORRECTION_ACTOR_KIND:
      /* Translators: the name of an actor, then “a person”, “an organisation”, “a state” or “only a place” */
      return g_strdup_printf (_("“%s” is %s."), subject, get_kind_words (raw));
    case RCP_CORRECTION_DISTINCT_ACTORS:
      return g_strdup_printf (_("“%s” and “%s” are never the same."), subject, value);
    default:
      return g_strdup ("");
    }
}
