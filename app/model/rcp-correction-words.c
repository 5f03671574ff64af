#include "config.h"

#include "rcp-correction.h"

#include "rcp-date-words.h"
#include "rcp-enum-types.h"
#include "rcp-event-labels.h"

#include <glib/gi18n-lib.h>

/* What the user decided over the engine, in sentences for a person. */

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

static const char *
get_action_words (const char *nick)
{
  int action = RCP_ACTION_OTHER;

  return nick != NULL && rcp_enum_from_nick (RCP_TYPE_ACTION, nick, &action) ? rcp_event_label_action (action) : "";
}

static char *
describe_status (const char *title, const char *nick)
{
  int status = RCP_STATUS_DONE;

  if (nick == NULL || !rcp_enum_from_nick (RCP_TYPE_STATUS, nick, &status))
    return g_strdup ("");
  switch (status)
    {
    case RCP_STATUS_PLANNED:
      return g_strdup_printf (_("“%s” is planned."), title);
    case RCP_STATUS_HYPOTHETICAL:
      return g_strdup_printf (_("“%s” is hearsay or depends on a condition."), title);
    case RCP_STATUS_DENIED:
      return g_strdup_printf (_("“%s” is denied."), title);
    case RCP_STATUS_BACKGROUND:
      return g_strdup_printf (_("“%s” is told as known before."), title);
    case RCP_STATUS_DONE:
    default:
      return g_strdup_printf (_("“%s” has happened."), title);
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
    case RCP_CORRECTION_EVENT_STATUS:
      return describe_status (subject, raw);
    case RCP_CORRECTION_EVENT_ACTION:
      /* Translators: the title of an event, then its type, as “Agreement” */
      return g_strdup_printf (_("“%s” is an event of the type “%s”."), subject, get_action_words (raw));
    case RCP_CORRECTION_EVENT_ACTOR:
      /* Translators: the name of an actor, then the title of an event */
      return g_strcmp0 (raw, "0") == 0 ? g_strdup_printf (_("“%s” does not take part in “%s”."), value, subject)
                                       : g_strdup_printf (_("“%s” takes part in “%s”."), value, subject);
    case RCP_CORRECTION_JOIN:
      return g_strdup_printf (_("“%s” and “%s” are one event."), subject, value);
    case RCP_CORRECTION_CUT:
      /* Translators: the name of an outlet, then the title of an event */
      return g_strdup_printf (_("What “%s” tells is not “%s” but another event."), value, subject);
    case RCP_CORRECTION_ATTRIBUTION:
      /* Translators: the name of an outlet, then the title of an event, then whom the account names as its origin */
      return raw && *raw ? g_strdup_printf (_("“%s” has its account of “%s” from “%s”."), value, subject, raw)
                         : g_strdup_printf (_("“%s” gives no origin for its account of “%s”."), value, subject);
    case RCP_CORRECTION_RELIABILITY:
      /* Translators: the name of an outlet, then a grade and what it means, as “B”, “usually reliable” */
      return g_strdup_printf (_("The outlet “%s” has the grade %s: %s."), subject, value,
                              rcp_event_label_reliability (raw ? (guint) raw[0] : 0));
    case RCP_CORRECTION_CREDIBILITY:
      /* Translators: an outlet, the title of an event, a grade and what it means, as “2”, “probably true” */
      return g_strdup_printf (_("What “%s” tells of “%s” has the grade %s: %s."), value, subject, raw ? raw : "",
                              rcp_event_label_credibility (raw ? (guint) g_ascii_digit_value (raw[0]) : 0));
    default:
      return g_strdup ("");
    }
}
