#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-text.h"
#include "rcp-date-words.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The commands that look: a table for a person, or a line of JSON for each row. */

typedef GListModel *(*ListFunc) (RcpLibrary *library, gint64 dossier_id, GCancellable *cancellable, GError **error);

static void
print_id (char prefix, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%c%" G_GINT64_FORMAT, prefix, id);

  rcp_cli_text_cell (text, 6);
}

static void
print_date (const RcpEdtf *date, guint width)
{
  g_autofree char *text = rcp_cli_text_date (date);

  rcp_cli_text_cell (text, width);
}

static void
print_article (gpointer row)
{
  const char *outlet = rcp_article_get_outlet (row);

  print_id ('a', rcp_article_get_id (row));
  print_date (rcp_article_get_published (row), 20);
  rcp_cli_text_cell (outlet ? outlet : _("outlet to name…"), 22);
  rcp_cli_text_cell (rcp_article_get_title (row), 0);
}

static void
print_actor (gpointer row)
{
  g_autofree char *count = g_strdup_printf ("%u", rcp_actor_get_n_mentions (row));

  print_id ('p', rcp_actor_get_id (row));
  rcp_cli_text_cell (rcp_actor_get_kind (row) == RCP_ACTOR_PERSON         ? _("person")
                     : rcp_actor_get_kind (row) == RCP_ACTOR_ORGANISATION ? _("organisation")
                                                                          : _("state"),
                     12);
  rcp_cli_text_cell (count, 6);
  rcp_cli_text_cell (rcp_actor_get_name (row), rcp_actor_get_alias (row) ? 34 : 0);
  if (rcp_actor_get_alias (row) != NULL)
    rcp_cli_text_cell (rcp_actor_get_alias (row), 0);
}

static void
print_event (gpointer row)
{
  g_autofree char *outlets
      = g_strdup_printf (ngettext ("%u outlet", "%u outlets", rcp_event_get_n_outlets (row)), rcp_event_get_n_outlets (row));

  print_id ('e', rcp_event_get_id (row));
  print_date (rcp_event_get_date (row), 20);
  rcp_cli_text_cell (outlets, 12);
  rcp_cli_text_cell (rcp_event_get_title (row), 0);
}

static void
print_note (gpointer row)
{
  g_autofree char *when = rcp_date_words_timestamp (rcp_note_get_modified_us (row));

  print_id ('n', rcp_note_get_id (row));
  rcp_cli_text_cell (when, 20);
  rcp_cli_text_cell (rcp_note_get_body (row), 0);
  if (rcp_note_get_quote (row) != NULL)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", rcp_note_get_quote (row));

      rcp_cli_text_wrapped (quoted, 8);
    }
}

static int
list (const RcpCliOptions *options, ListFunc list_func, void (*print) (gpointer row),
      void (*to_json) (JsonBuilder *builder, gpointer row))
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  if (library == NULL)
    return RCP_CLI_FAILED;
  rows = list_func (library, 0, NULL, &error);
  if (rows == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      if (options->json)
        {
          to_json (builder, row);
          rcp_cli_print_json (builder);
        }
      else
        print (row);
    }
  return RCP_CLI_OK;
}

static void
article_to_json (JsonBuilder *builder, gpointer row)
{
  rcp_model_json_article (builder, row);
}

static void
actor_to_json (JsonBuilder *builder, gpointer row)
{
  rcp_model_json_actor (builder, row);
}

static void
event_to_json (JsonBuilder *builder, gpointer row)
{
  rcp_model_json_event (builder, row);
}

static void
note_to_json (JsonBuilder *builder, gpointer row)
{
  rcp_model_json_note (builder, row);
}

int
rcp_cli_articles (const RcpCliOptions *options)
{
  return list (options, rcp_library_list_articles, print_article, article_to_json);
}

int
rcp_cli_list_actors (const RcpCliOptions *options)
{
  return list (options, rcp_library_list_actors, print_actor, actor_to_json);
}

int
rcp_cli_list_events (const RcpCliOptions *options)
{
  return list (options, rcp_library_list_events, print_event, event_to_json);
}

int
rcp_cli_notes (const RcpCliOptions *options)
{
  return list (options, rcp_library_list_notes, print_note, note_to_json);
}

/* --- show ------------------------------------------------------------------------------------------------------- */

static void
print_notes (GListModel *notes)
{
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);

      print_note (note);
    }
}

static int
show_article (RcpLibrary *library, gint64 id, gboolean json, GError **error)
{
  g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (library, id, NULL, error);
  g_auto (GStrv) paragraphs = NULL;

  if (detail == NULL)
    return RCP_CLI_FAILED;
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "article");
      rcp_model_json_article (builder, rcp_article_detail_get_article (detail));
      rcp_model_json_string (builder, "text", rcp_article_detail_get_text (detail));
      json_builder_set_member_name (builder, "accounts");
      json_builder_begin_array (builder);
      for (guint i = 0; i < g_list_model_get_n_items (rcp_article_detail_get_accounts (detail)); i++)
        {
          g_autoptr (RcpAccount) account = g_list_model_get_item (rcp_article_detail_get_accounts (detail), i);

          rcp_model_json_account (builder, account);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
      return RCP_CLI_OK;
    }
  print_article (rcp_article_detail_get_article (detail));
  putchar ('\n');
  paragraphs = g_strsplit (rcp_article_detail_get_text (detail), "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      rcp_cli_text_wrapped (paragraphs[i], 2);
  print_notes (rcp_article_detail_get_notes (detail));
  return RCP_CLI_OK;
}

static void
print_derivation (RcpEvent *event)
{
  g_autofree char *words
      = rcp_date_words_explain (rcp_event_get_date_clue (event), rcp_event_get_date_rule (event),
                                rcp_event_get_date (event), rcp_event_get_date_anchor_kind (event),
                                rcp_event_get_date_anchor (event));

  if (words != NULL && *words != '\0')
    rcp_cli_text_wrapped (words, 2);
}

/* What was planned, and what came of it. */
static void
print_outcome (RcpEventDetail *detail)
{
  const GPtrArray *plans = rcp_event_detail_get_plans (detail);
  RcpEvent *outcome = rcp_event_detail_get_outcome (detail);

  for (guint i = 0; i < plans->len; i++)
    {
      printf ("  %s\n", _("Planned before:"));
      print_event (plans->pdata[i]);
    }
  if (outcome != NULL)
    {
      printf ("  %s\n", _("Came about:"));
      print_event (outcome);
    }
}

static int
show_event (RcpLibrary *library, gint64 id, gboolean json, GError **error)
{
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, id, 0, NULL, error);
  GListModel *accounts, *discrepancies;

  if (detail == NULL)
    return RCP_CLI_FAILED;
  accounts = rcp_event_detail_get_accounts (detail);
  discrepancies = rcp_event_detail_get_discrepancies (detail);
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      rcp_model_json_event_full (builder, rcp_event_detail_get_event (detail), accounts,
                                 rcp_event_detail_get_actors (detail), discrepancies);
      rcp_cli_print_json (builder);
      return RCP_CLI_OK;
    }
  print_event (rcp_event_detail_get_event (detail));
  print_derivation (rcp_event_detail_get_event (detail));
  print_outcome (detail);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      rcp_cli_text_account (account);
    }
  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);

      rcp_cli_text_discrepancy (discrepancy);
    }
  print_notes (rcp_event_detail_get_notes (detail));
  return RCP_CLI_OK;
}

static int
show_actor (RcpLibrary *library, gint64 id, gboolean json, GError **error)
{
  g_autoptr (RcpActor) actor = rcp_library_load_actor (library, id, 0, NULL, error);

  if (actor == NULL)
    return RCP_CLI_FAILED;
  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      rcp_model_json_actor (builder, actor);
      rcp_cli_print_json (builder);
    }
  else
    print_actor (actor);
  return RCP_CLI_OK;
}

static int
show_note (RcpLibrary *library, gint64 id, gboolean json, GError **error)
{
  g_autoptr (GListModel) notes = rcp_library_list_notes (library, 0, NULL, error);

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);
      g_autoptr (JsonBuilder) builder = NULL;

      if (rcp_note_get_id (note) != id)
        continue;
      if (!json)
        {
          print_note (note);
          return RCP_CLI_OK;
        }
      builder = json_builder_new_immutable ();
      rcp_model_json_note (builder, note);
      rcp_cli_print_json (builder);
      return RCP_CLI_OK;
    }
  if (notes != NULL)
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no note %" G_GINT64_FORMAT, id);
  return RCP_CLI_FAILED;
}

int
rcp_cli_show (const RcpCliOptions *options)
{
  static const struct
  {
    char prefix;
    int (*show) (RcpLibrary *library, gint64 id, gboolean json, GError **error);
  } kinds[] = { { 'a', show_article }, { 'e', show_event }, { 'p', show_actor }, { 'n', show_note } };
  const char *name = options->arguments[0];
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (name[0] == kinds[i].prefix && g_ascii_string_to_signed (name + 1, 10, 1, G_MAXINT64, &id, NULL))
      {
        int status;

        library = rcp_cli_open (options);
        if (library == NULL)
          return RCP_CLI_FAILED;
        status = kinds[i].show (library, id, options->json, &error);
        return error ? rcp_cli_fail (name, error) : status;
      }
  fprintf (stderr, _("“%s” names nothing: an article is a1, an event e1, an actor p1, a note n1."), name);
  fputc ('\n', stderr);
  return RCP_CLI_USAGE;
}

/* --- search ----------------------------------------------------------------------------------------------------- */

static void
print_hit (RcpSearchHit *hit, gboolean json)
{
  static const char prefixes[] = { [RCP_SEARCH_HIT_ACTOR] = 'p', [RCP_SEARCH_HIT_EVENT] = 'e',
                                   [RCP_SEARCH_HIT_ARTICLE] = 'a', [RCP_SEARCH_HIT_NOTE] = 'n' };
  char prefix = prefixes[rcp_search_hit_get_kind (hit)];
  g_autofree char *title = rcp_cli_text_plain (rcp_search_hit_get_title_markup (hit));
  const char *markup = rcp_search_hit_get_detail_markup (hit);
  g_autofree char *detail = markup ? rcp_cli_text_plain (markup) : NULL;

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
      g_autofree char *id = g_strdup_printf ("%c%" G_GINT64_FORMAT, prefix, rcp_search_hit_get_id (hit));

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "id", id);
      rcp_model_json_string (builder, "title", title);
      rcp_model_json_string (builder, "detail", detail);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
      return;
    }
  print_id (prefix, rcp_search_hit_get_id (hit));
  rcp_cli_text_cell (title, 0);
  if (detail != NULL)
    rcp_cli_text_wrapped (detail, 8);
}

int
rcp_cli_search (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = rcp_cli_open (options);
  g_autofree char *text = g_strjoinv (" ", options->arguments);
  g_autoptr (RcpSearchResults) results = NULL;
  g_autoptr (GError) error = NULL;

  if (library == NULL)
    return RCP_CLI_FAILED;
  results = rcp_library_search (library, 0, text, NULL, &error);
  if (results == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (int kind = RCP_SEARCH_HIT_ACTOR; kind <= RCP_SEARCH_HIT_NOTE; kind++)
    {
      GListModel *hits = rcp_search_results_get_hits (results, kind);

      for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
        {
          g_autoptr (RcpSearchHit) hit = g_list_model_get_item (hits, i);

          print_hit (hit, options->json);
        }
    }
  if (rcp_search_results_count (results) == 0 && !options->json)
    {
      printf (_("No result for “%s”."), text);
      putchar ('\n');
    }
  return RCP_CLI_OK;
}
