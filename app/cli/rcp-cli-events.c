#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-corrections.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The events of a library: listed, and corrected as in the window. */

/* One correction that the options ask for. */
typedef struct
{
  RcpCorrectionKind kind;
  gint64 event_id;   /* 0 for an outlet's */
  gint64 other_id;   /* the other event, the article, or the actor */
  gboolean takes_part;
  const char *value; /* (nullable) */
  RcpEdtf *date;     /* owned */
  int number;        /* status, type or grade; -1 or 0 for the engine's */
} Decision;

static void
decision_clear (Decision *decision)
{
  g_clear_pointer (&decision->date, rcp_edtf_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decision, decision_clear)

static const char *
get_argument (const RcpCliOptions *options, guint index)
{
  return options->arguments && g_strv_length (options->arguments) > index ? options->arguments[index] : NULL;
}

static int
read_article (const char *text, gint64 *id)
{
  return rcp_cli_read_id (text, 'a', id)
             ? RCP_CLI_OK
             : rcp_cli_complain (_("“%s” names no article: an article is a1."), text ? text : "");
}

static int
read_nick (GType type, const char *text, const char *complaint, int *number)
{
  *number = -1;
  if (text == NULL || rcp_enum_from_nick (type, text, number))
    return RCP_CLI_OK;
  return rcp_cli_complain (complaint, text);
}

/* What comes after the event. */
static int
read_rest (const RcpCliOptions *options, Decision *decision)
{
  const char *first = get_argument (options, 0), *second = get_argument (options, 1);
  int status;

  switch (decision->kind)
    {
    case RCP_CORRECTION_JOIN:
      return rcp_cli_read_id (first, 'e', &decision->other_id)
                 ? RCP_CLI_OK
                 : rcp_cli_complain (_("“%s” names no event: an event is e1."), first ? first : "");
    case RCP_CORRECTION_EVENT_ACTOR:
      return rcp_cli_read_id (first, 'p', &decision->other_id)
                 ? RCP_CLI_OK
                 : rcp_cli_complain (_("“%s” names no actor: an actor is p1."), first ? first : "");
    case RCP_CORRECTION_EVENT_DATE:
      decision->value = first;
      decision->date = first ? rcp_edtf_parse (first, NULL) : NULL;
      return first == NULL || decision->date != NULL
                 ? RCP_CLI_OK
                 : rcp_cli_complain (_("“%s” is no date, such as 2024-03-16 or 2024-03."), first);
    case RCP_CORRECTION_EVENT_STATUS:
      decision->value = first;
      return read_nick (RCP_TYPE_STATUS, first, _("“%s” is no status: done, planned, hypothetical, denied or background."),
                        &decision->number);
    case RCP_CORRECTION_EVENT_ACTION:
      decision->value = first;
      return read_nick (RCP_TYPE_ACTION, first, _("“%s” is no type of PLOVER, such as agree, consult or protest."),
                        &decision->number);
    case RCP_CORRECTION_SETTLE:
      decision->value = first;
      return read_nick (RCP_TYPE_DISCREPANCY_KIND, first,
                        _("“%s” is no kind of difference: date, number, participant, place, act or attribution."),
                        &decision->number);
    case RCP_CORRECTION_RELIABILITY:
      decision->value = first;
      return rcp_cli_read_grade (first, 'A', 'F', _("“%s” is no grade of an outlet: A to F."), &decision->number);
    default:
      status = read_article (first, &decision->other_id);
      decision->value = second;
      if (status == RCP_CLI_OK && decision->kind == RCP_CORRECTION_CREDIBILITY)
        status = rcp_cli_read_grade (second, '1', '6', _("“%s” is no grade of an account: 1 to 6."), &decision->number);
      return status;
    }
}

static int
read_decision (const RcpCliOptions *options, const char *subject, RcpCorrectionKind kind, Decision *decision)
{
  decision->kind = kind;
  decision->takes_part = options->actor != NULL;
  if (kind == RCP_CORRECTION_RELIABILITY)
    {
      int status = read_article (subject, &decision->other_id);

      if (status != RCP_CLI_OK)
        return status;
    }
  else if (!rcp_cli_read_id (subject, 'e', &decision->event_id))
    return rcp_cli_complain (_("“%s” names no event: an event is e1."), subject);
  return read_rest (options, decision);
}

/* --- What it is about ------------------------------------------------------------------------------------------- */

/* The accounts of the event that are in the article; an error where there is none. */
static GArray *
list_accounts (RcpEventDetail *detail, gint64 article_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GListModel *accounts = rcp_event_detail_get_accounts (detail);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      gint64 id = rcp_account_get_id (account);

      if (rcp_account_get_article_id (account) == article_id)
        g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND,
               "article %" G_GINT64_FORMAT " does not tell event %" G_GINT64_FORMAT, article_id,
               rcp_event_get_id (rcp_event_detail_get_event (detail)));
  return NULL;
}

/* What would be said of it, in words: names the subjects, so it fails where one is not there. */
static RcpCorrection *
foresee (RcpLibrary *library, const Decision *decision, GError **error)
{
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (RcpEventDetail) other = NULL;
  g_autoptr (RcpArticleDetail) article = NULL;
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (GArray) accounts = NULL;
  const char *subject = "", *name = NULL, *value = decision->value;

  if (decision->event_id != 0)
    {
      detail = rcp_library_load_event (library, decision->event_id, 0, NULL, error);
      if (detail == NULL)
        return NULL;
      subject = rcp_event_get_title (rcp_event_detail_get_event (detail));
    }
  switch (decision->kind)
    {
    case RCP_CORRECTION_JOIN:
      other = rcp_library_load_event (library, decision->other_id, 0, NULL, error);
      if (other == NULL)
        return NULL;
      name = rcp_event_get_title (rcp_event_detail_get_event (other));
      break;
    case RCP_CORRECTION_EVENT_ACTOR:
      actor = rcp_library_load_actor (library, decision->other_id, 0, NULL, error);
      if (actor == NULL)
        return NULL;
      name = rcp_actor_get_name (actor);
      value = decision->takes_part ? "1" : "0";
      break;
    case RCP_CORRECTION_CUT:
    case RCP_CORRECTION_ATTRIBUTION:
    case RCP_CORRECTION_CREDIBILITY:
    case RCP_CORRECTION_RELIABILITY:
      article = rcp_library_load_article (library, decision->other_id, NULL, error);
      if (article == NULL)
        return NULL;
      accounts = detail ? list_accounts (detail, decision->other_id, error) : NULL;
      if (detail != NULL && accounts == NULL)
        return NULL;
      name = rcp_article_get_outlet (rcp_article_detail_get_article (article));
      if (decision->kind == RCP_CORRECTION_RELIABILITY)
        subject = name ? name : "";
      break;
    default:
      break;
    }
  return g_object_new (RCP_TYPE_CORRECTION, "kind", decision->kind, "value", value, "subject-name", subject, "value-name",
                       decision->kind == RCP_CORRECTION_RELIABILITY ? value : name, NULL);
}

/* --- Changes ---------------------------------------------------------------------------------------------------- */

static gboolean
settle (RcpLibrary *library, RcpEventDetail *detail, int kind, GError **error)
{
  GListModel *discrepancies = rcp_event_detail_get_discrepancies (detail);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);

      if (rcp_discrepancy_get_settled (discrepancy) || (kind >= 0 && (int) rcp_discrepancy_get_kind (discrepancy) != kind))
        continue;
      any = TRUE;
      if (!rcp_library_settle (library, rcp_discrepancy_get_id (discrepancy), TRUE, NULL, error))
        return FALSE;
    }
  if (any)
    return TRUE;
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "nothing to settle in event %" G_GINT64_FORMAT,
               rcp_event_get_id (rcp_event_detail_get_event (detail)));
  return FALSE;
}

static gboolean
make_of_accounts (RcpLibrary *library, const Decision *decision, RcpEventDetail *detail, GError **error)
{
  g_autoptr (GArray) ids = list_accounts (detail, decision->other_id, error);

  if (ids == NULL)
    return FALSE;
  if (decision->kind == RCP_CORRECTION_CUT)
    return rcp_library_cut_accounts (library, ids, NULL, error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!(decision->kind == RCP_CORRECTION_ATTRIBUTION
                ? rcp_library_set_attribution (library, id, decision->value, NULL, error)
                : rcp_library_set_credibility (library, id, decision->number, NULL, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make (RcpLibrary *library, const Decision *decision, GError **error)
{
  g_autoptr (RcpEventDetail) detail
      = decision->event_id ? rcp_library_load_event (library, decision->event_id, 0, NULL, error) : NULL;
  g_autoptr (RcpArticleDetail) article = NULL;

  if (decision->event_id != 0 && detail == NULL)
    return FALSE;
  switch (decision->kind)
    {
    case RCP_CORRECTION_JOIN:
      return rcp_library_join_events (library, decision->event_id, decision->other_id, NULL, error);
    case RCP_CORRECTION_EVENT_DATE:
      return rcp_library_set_event_date (library, decision->event_id, decision->date, NULL, error);
    case RCP_CORRECTION_EVENT_STATUS:
      return rcp_library_set_event_status (library, decision->event_id, decision->number, NULL, error);
    case RCP_CORRECTION_EVENT_ACTION:
      return rcp_library_set_event_action (library, decision->event_id, decision->number, NULL, error);
    case RCP_CORRECTION_EVENT_ACTOR:
      return rcp_library_set_event_actor (library, decision->event_id, decision->other_id, decision->takes_part, NULL, error);
    case RCP_CORRECTION_SETTLE:
      return settle (library, detail, decision->number, error);
    case RCP_CORRECTION_RELIABILITY:
      article = rcp_library_load_article (library, decision->other_id, NULL, error);
      return article != NULL
             && rcp_library_set_reliability (library, rcp_article_get_outlet_id (rcp_article_detail_get_article (article)),
                                             decision->number, NULL, error);
    default:
      return make_of_accounts (library, decision, detail, error);
    }
}

static gboolean
gives_back (const Decision *decision)
{
  return decision->value == NULL && decision->kind != RCP_CORRECTION_JOIN && decision->kind != RCP_CORRECTION_CUT
         && decision->kind != RCP_CORRECTION_EVENT_ACTOR && decision->kind != RCP_CORRECTION_SETTLE;
}

static int
correct (RcpLibrary *library, const RcpCliOptions *options, const Decision *decision, GError **error)
{
  g_autoptr (RcpCorrection) correction = foresee (library, decision, error);
  g_autofree char *words = NULL;

  if (correction == NULL)
    return RCP_CLI_FAILED;
  words = gives_back (decision) ? g_strdup (_("As the program finds it")) : rcp_correction_describe (correction);
  if (!options->dry_run && !make (library, decision, error))
    return RCP_CLI_FAILED;
  if (!options->dry_run && !gives_back (decision))
    {
      g_clear_object (&correction);
      correction = rcp_cli_find_correction (library, 0, error);
      if (correction == NULL)
        return RCP_CLI_FAILED;
      rcp_cli_print_correction (correction, options->json);
      return RCP_CLI_OK;
    }
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "words", words);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
    }
  else
    puts (words);
  return RCP_CLI_OK;
}

/* --- The command ------------------------------------------------------------------------------------------------ */

int
rcp_cli_events (const RcpCliOptions *options)
{
  const struct
  {
    const char *subject;
    RcpCorrectionKind kind;
  } rows[] = {
    { options->join, RCP_CORRECTION_JOIN },
    { options->cut, RCP_CORRECTION_CUT },
    { options->date, RCP_CORRECTION_EVENT_DATE },
    { options->status, RCP_CORRECTION_EVENT_STATUS },
    { options->type, RCP_CORRECTION_EVENT_ACTION },
    { options->actor, RCP_CORRECTION_EVENT_ACTOR },
    { options->no_actor, RCP_CORRECTION_EVENT_ACTOR },
    { options->attribution, RCP_CORRECTION_ATTRIBUTION },
    { options->credibility, RCP_CORRECTION_CREDIBILITY },
    { options->reliability, RCP_CORRECTION_RELIABILITY },
    { options->settle, RCP_CORRECTION_SETTLE },
  };
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Decision) decision = { 0 };
  guint n = options->log + (options->undo != NULL), asked = G_N_ELEMENTS (rows);
  int status = RCP_CLI_OK;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].subject != NULL)
      {
        n++;
        asked = i;
      }
  if (n > 1)
    return rcp_cli_complain ("%s", _("One correction at a time, please."));
  if (asked == G_N_ELEMENTS (rows))
    {
      if (get_argument (options, 0) != NULL)
        return rcp_cli_complain (_("“events” does not take “%s”."), get_argument (options, 0));
      if (n == 0)
        return rcp_cli_list_events (options);
    }
  else
    status = read_decision (options, rows[asked].subject, rows[asked].kind, &decision);
  if (status != RCP_CLI_OK)
    return status;
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  status = options->log            ? rcp_cli_print_log (library, options->json, &error)
           : options->undo != NULL ? rcp_cli_take_back (library, options, &error)
                                   : correct (library, options, &decision, &error);
  if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS))
    {
      fprintf (stderr, "%s\n", options->cut ? _("Nothing would be left of this event.") : _("They are one event already."));
      return RCP_CLI_FAILED;
    }
  return error ? rcp_cli_fail (NULL, error) : status;
}
