#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-corrections.h"
#include "rcp-cli-text.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The actors of a library: listed, and corrected as in the window. */

/* One correction that the options ask for. */
typedef struct
{
  RcpCorrectionKind kind;
  gint64 actor_id;
  gint64 other_id; /* the other actor, the article, the kind, or whether it is ignored */
  const char *text;
} Decision;

static const char *
get_argument (const RcpCliOptions *options)
{
  return options->arguments ? options->arguments[0] : NULL;
}

/* What the options ask for; the status of a usage error where they do not say enough. */
static int
read_decision (const RcpCliOptions *options, Decision *decision)
{
  const char *argument = get_argument (options);
  const char *subject = options->merge    ? options->merge
                        : options->split  ? options->split
                        : options->apart  ? options->apart
                        : options->rename ? options->rename
                        : options->kind   ? options->kind
                        : options->ignore ? options->ignore
                                          : options->restore;
  int kind = RCP_ACTOR_PERSON;

  decision->kind = options->merge    ? RCP_CORRECTION_MERGE_ACTORS
                   : options->split  ? (options->article ? RCP_CORRECTION_SPLIT_ARTICLE : RCP_CORRECTION_SPLIT_ALIAS)
                   : options->apart  ? RCP_CORRECTION_DISTINCT_ACTORS
                   : options->rename ? RCP_CORRECTION_ACTOR_NAME
                   : options->kind   ? RCP_CORRECTION_ACTOR_KIND
                                     : RCP_CORRECTION_IGNORE_ACTOR;
  if (!rcp_cli_read_id (subject, 'p', &decision->actor_id))
    return rcp_cli_complain (_("“%s” names no actor: an actor is p1."), subject);
  switch (decision->kind)
    {
    case RCP_CORRECTION_MERGE_ACTORS:
    case RCP_CORRECTION_DISTINCT_ACTORS:
      if (!rcp_cli_read_id (argument, 'p', &decision->other_id))
        return rcp_cli_complain (_("“%s” names no actor: an actor is p1."), argument ? argument : "");
      break;
    case RCP_CORRECTION_SPLIT_ARTICLE:
      if (!rcp_cli_read_id (options->article, 'a', &decision->other_id))
        return rcp_cli_complain (_("“%s” names no article: an article is a1."), options->article);
      break;
    case RCP_CORRECTION_SPLIT_ALIAS:
      if (argument == NULL)
        return rcp_cli_complain (_("Which name of %s is somebody else’s? Give the name, or --article."), subject);
      decision->text = argument;
      break;
    case RCP_CORRECTION_ACTOR_KIND:
      if (argument == NULL || !rcp_enum_from_nick (RCP_TYPE_ACTOR_KIND, argument, &kind))
        return rcp_cli_complain (_("“%s” is no kind: person, organisation, state or place."), argument ? argument : "");
      decision->other_id = kind;
      break;
    case RCP_CORRECTION_IGNORE_ACTOR:
      decision->other_id = options->ignore != NULL;
      break;
    default:
      decision->text = argument;
    }
  return RCP_CLI_OK;
}

static gboolean
make (RcpLibrary *library, const Decision *decision, GError **error)
{
  switch (decision->kind)
    {
    case RCP_CORRECTION_MERGE_ACTORS:
      return rcp_library_merge_actors (library, decision->actor_id, decision->other_id, NULL, error);
    case RCP_CORRECTION_SPLIT_ALIAS:
      return rcp_library_split_actor_alias (library, decision->actor_id, decision->text, NULL, error);
    case RCP_CORRECTION_SPLIT_ARTICLE:
      return rcp_library_split_actor_article (library, decision->actor_id, decision->other_id, NULL, error);
    case RCP_CORRECTION_DISTINCT_ACTORS:
      return rcp_library_keep_actors_apart (library, decision->actor_id, decision->other_id, NULL, error);
    case RCP_CORRECTION_ACTOR_NAME:
      return rcp_library_rename_actor (library, decision->actor_id, decision->text, NULL, error);
    case RCP_CORRECTION_ACTOR_KIND:
      return rcp_library_set_actor_kind (library, decision->actor_id, decision->other_id, NULL, error);
    default:
      return rcp_library_ignore_actor (library, decision->actor_id, decision->other_id != 0, NULL, error);
    }
}

/* --- Changes ---------------------------------------------------------------------------------------------------- */

static void
add_strings (JsonBuilder *builder, const char *name, const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
preview_to_json (JsonBuilder *builder, RcpActorPreview *preview)
{
  json_builder_begin_object (builder);
  rcp_model_json_string (builder, "name", rcp_actor_preview_get_name (preview));
  add_number (builder, "mentions", rcp_actor_preview_get_n_mentions (preview));
  add_number (builder, "articles", rcp_actor_preview_get_n_articles (preview));
  add_number (builder, "events", rcp_actor_preview_get_n_events (preview));
  add_strings (builder, "aliases", rcp_actor_preview_get_aliases (preview));
  add_strings (builder, "warnings", rcp_actor_preview_get_warnings (preview));
  json_builder_end_object (builder);
}

static void
print_preview (RcpActorPreview *preview)
{
  const char *const *aliases = rcp_actor_preview_get_aliases (preview);
  const char *const *warnings = rcp_actor_preview_get_warnings (preview);
  guint n_mentions = rcp_actor_preview_get_n_mentions (preview), n_articles = rcp_actor_preview_get_n_articles (preview),
        n_events = rcp_actor_preview_get_n_events (preview);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  /* Translators: the name of an actor, then “5 mentions”, “3 articles”, “2 events” */
  printf (_("“%s”: %s in %s, %s"), rcp_actor_preview_get_name (preview), mentions, articles, events);
  putchar ('\n');
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    rcp_cli_text_wrapped (aliases[i], 2);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    rcp_cli_text_wrapped (warnings[i], 2);
}

static RcpActorPreview *
look_ahead (RcpLibrary *library, const Decision *decision, GError **error)
{
  return rcp_library_preview_actor_correction (library, decision->kind, decision->actor_id, decision->other_id,
                                               decision->text, NULL, error);
}

/* Says what is decided and what came of it: the correction, then who is shown. */
static int
report (RcpLibrary *library, RcpActorPreview *preview, gboolean json, GError **error)
{
  gint64 id = rcp_library_get_last_id (library);
  g_autoptr (RcpCorrection) correction = rcp_cli_find_correction (library, 0, error);
  g_autofree char *actor = g_strdup_printf ("p%" G_GINT64_FORMAT, id);

  if (correction == NULL)
    return RCP_CLI_FAILED;
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "correction");
      rcp_cli_correction_to_json (builder, correction);
      rcp_model_json_string (builder, "actor", actor);
      json_builder_set_member_name (builder, "changed");
      preview_to_json (builder, preview);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
      return RCP_CLI_OK;
    }
  rcp_cli_print_correction (correction, FALSE);
  rcp_cli_text_cell (actor, 6);
  print_preview (preview);
  return RCP_CLI_OK;
}

static int
correct (RcpLibrary *library, const RcpCliOptions *options, const Decision *decision, GError **error)
{
  g_autoptr (RcpActorPreview) preview = look_ahead (library, decision, error);

  if (preview == NULL)
    return RCP_CLI_FAILED;
  if (!options->dry_run)
    return make (library, decision, error) ? report (library, preview, options->json, error) : RCP_CLI_FAILED;
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      preview_to_json (builder, preview);
      rcp_cli_print_json (builder);
    }
  else
    print_preview (preview);
  return RCP_CLI_OK;
}

/* --- The command ------------------------------------------------------------------------------------------------ */

int
rcp_cli_actors (const RcpCliOptions *options)
{
  const char *const decisions[] = { options->merge, options->split, options->apart, options->rename,
                                    options->kind,  options->ignore, options->restore };
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Decision decision = { 0 };
  guint n = options->log + (options->undo != NULL);
  int status = RCP_CLI_OK;

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    n += decisions[i] != NULL;
  if (n > 1)
    return rcp_cli_complain ("%s", _("One correction at a time, please."));
  if (n == 0 || options->log || options->undo != NULL)
    {
      if (get_argument (options) != NULL)
        return rcp_cli_complain (_("“actors” does not take “%s”."), get_argument (options));
      if (n == 0)
        return rcp_cli_list_actors (options);
    }
  else
    status = read_decision (options, &decision);
  if (status != RCP_CLI_OK)
    return status;
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  status = options->log              ? rcp_cli_print_log (library, options->json, &error)
           : options->undo != NULL ? rcp_cli_take_back (library, options, &error)
                                   : correct (library, options, &decision, &error);
  if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS))
    {
      fprintf (stderr, "%s\n", options->split ? _("All that names this actor would be split off.")
                                              : _("They are one actor already."));
      return RCP_CLI_FAILED;
    }
  return error ? rcp_cli_fail (NULL, error) : status;
}
