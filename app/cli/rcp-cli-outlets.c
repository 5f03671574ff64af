#include "config.h"

#include "rcp-cli.h"

#include "rcp-cli-corrections.h"
#include "rcp-cli-text.h"
#include "rcp-cross-words.h"
#include "rcp-enum-types.h"
#include "rcp-event-labels.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The outlets, or the page of one. */

static void
print_outlet (RcpOutlet *outlet)
{
  g_autofree char *id = g_strdup_printf ("o%" G_GINT64_FORMAT, rcp_outlet_get_id (outlet));
  g_autofree char *published = rcp_cli_text_date (rcp_outlet_get_published (outlet));
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", rcp_outlet_get_n_articles (outlet)),
                                               rcp_outlet_get_n_articles (outlet));
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", rcp_outlet_get_n_events (outlet)),
                                             rcp_outlet_get_n_events (outlet));

  rcp_cli_text_cell (id, 6);
  rcp_cli_text_cell (published, 26);
  rcp_cli_text_cell (articles, 14);
  rcp_cli_text_cell (events, 16);
  rcp_cli_text_cell (rcp_outlet_get_label (outlet), 0);
}

static void
outlet_to_json (JsonBuilder *builder, RcpOutlet *outlet)
{
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, rcp_outlet_get_id (outlet));
  rcp_model_json_string (builder, "outlet", rcp_outlet_get_label (outlet));
  rcp_model_json_date (builder, "published", rcp_outlet_get_published (outlet));
  json_builder_set_member_name (builder, "n_articles");
  json_builder_add_int_value (builder, rcp_outlet_get_n_articles (outlet));
  json_builder_set_member_name (builder, "n_events");
  json_builder_add_int_value (builder, rcp_outlet_get_n_events (outlet));
  json_builder_set_member_name (builder, "reliability");
  if (rcp_outlet_get_reliability (outlet))
    {
      char grade[] = { (char) rcp_outlet_get_reliability (outlet), '\0' };

      json_builder_add_string_value (builder, grade);
    }
  else
    json_builder_add_null_value (builder);
}

static int
list_outlets (RcpLibrary *library, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) outlets = rcp_library_list_outlets (library, 0, NULL, &error);

  if (outlets == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      g_autoptr (JsonBuilder) builder = NULL;

      if (!json)
        {
          print_outlet (outlet);
          continue;
        }
      builder = json_builder_new_immutable ();
      json_builder_begin_object (builder);
      outlet_to_json (builder, outlet);
      json_builder_end_object (builder);
      rcp_cli_print_json (builder);
    }
  return RCP_CLI_OK;
}

static void
print_heading (const char *heading, guint n)
{
  printf ("\n%s (%u)\n", heading, n);
}

static void
print_told (GListModel *told)
{
  print_heading (_("Tells"), g_list_model_get_n_items (told));
  for (guint i = 0; i < g_list_model_get_n_items (told); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (told, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, 0);
      g_autofree char *date = rcp_cli_text_date (rcp_event_get_date (rcp_cross_row_get_event (row)));

      printf ("  %s ", rcp_cell_state_get_sign (cell->state));
      rcp_cli_text_cell (date, 20);
      rcp_cli_text_cell (rcp_event_get_title (rcp_cross_row_get_event (row)), 0);
    }
}

static void
print_page (RcpOutletDetail *detail)
{
  const GPtrArray *left_out = rcp_outlet_detail_get_left_out (detail);
  const GPtrArray *sharing = rcp_outlet_detail_get_sharing (detail);
  const GPtrArray *sources = rcp_outlet_detail_get_sources (detail);
  RcpOutlet *outlet = rcp_outlet_detail_get_outlet (detail);

  print_outlet (outlet);
  if (rcp_outlet_get_reliability (outlet))
    {
      printf (_("Your grade: %c, %s"), (char) rcp_outlet_get_reliability (outlet),
              rcp_event_label_reliability (rcp_outlet_get_reliability (outlet)));
      putchar ('\n');
    }
  if (rcp_outlet_detail_get_n_comparable (detail) > 0)
    {
      printf (_("First for %u of the %u events whose publication dates allow to say."), rcp_outlet_detail_get_n_first (detail),
              rcp_outlet_detail_get_n_comparable (detail));
      putchar ('\n');
    }
  print_told (rcp_cross_table_get_rows (rcp_outlet_detail_get_told (detail)));
  print_heading (_("Leaves out"), left_out->len);
  for (guint i = 0; i < left_out->len; i++)
    {
      const RcpOutletGap *gap = left_out->pdata[i];
      g_autofree char *date = rcp_cli_text_date (rcp_event_get_date (gap->event));
      g_autofree char *told = g_strjoinv (", ", gap->outlets);

      fputs ("    ", stdout);
      rcp_cli_text_cell (date, 20);
      rcp_cli_text_cell (rcp_event_get_title (gap->event), 0);
      rcp_cli_text_wrapped (told, 8);
    }
  print_heading (_("Shares wording with"), sharing->len);
  for (guint i = 0; i < sharing->len; i++)
    {
      const RcpOutletSharing *with = sharing->pdata[i];
      g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", with->n_words), with->n_words);

      fputs ("    ", stdout);
      rcp_cli_text_cell (words, 14);
      rcp_cli_text_cell (with->outlet, 0);
      for (guint j = 0; j < with->passages->len; j++)
        rcp_cli_text_wrapped (((RcpOutletPassage *) with->passages->pdata[j])->text, 8);
    }
  print_heading (_("Cites"), sources->len);
  for (guint i = 0; i < sources->len; i++)
    {
      const RcpOutletSource *source = sources->pdata[i];

      printf ("    %3u  ", source->accounts->len);
      rcp_cli_text_cell (source->words, 0);
    }
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
sharing_to_json (JsonBuilder *builder, const RcpOutletSharing *with)
{
  json_builder_begin_object (builder);
  rcp_model_json_string (builder, "outlet", with->outlet);
  json_builder_set_member_name (builder, "n_words");
  json_builder_add_int_value (builder, with->n_words);
  json_builder_set_member_name (builder, "n_passages");
  json_builder_add_int_value (builder, with->n_passages);
  begin_list (builder, "passages");
  for (guint j = 0; j < with->passages->len; j++)
    {
      const RcpOutletPassage *passage = with->passages->pdata[j];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "article");
      json_builder_add_int_value (builder, passage->article_id);
      rcp_model_json_string (builder, "text", passage->text);
      json_builder_set_member_name (builder, "other_article");
      json_builder_add_int_value (builder, passage->other_id);
      rcp_model_json_string (builder, "other_text", passage->other_text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
page_to_json (JsonBuilder *builder, RcpOutletDetail *detail)
{
  GListModel *told = rcp_cross_table_get_rows (rcp_outlet_detail_get_told (detail));
  const GPtrArray *left_out = rcp_outlet_detail_get_left_out (detail);
  const GPtrArray *sharing = rcp_outlet_detail_get_sharing (detail);
  const GPtrArray *sources = rcp_outlet_detail_get_sources (detail);

  json_builder_begin_object (builder);
  outlet_to_json (builder, rcp_outlet_detail_get_outlet (detail));
  json_builder_set_member_name (builder, "n_first");
  json_builder_add_int_value (builder, rcp_outlet_detail_get_n_first (detail));
  json_builder_set_member_name (builder, "n_comparable");
  json_builder_add_int_value (builder, rcp_outlet_detail_get_n_comparable (detail));
  json_builder_set_member_name (builder, "n_unknowable");
  json_builder_add_int_value (builder, rcp_outlet_detail_get_n_unknowable (detail));
  begin_list (builder, "tells");
  for (guint i = 0; i < g_list_model_get_n_items (told); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (told, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, 0);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "event");
      rcp_model_json_event (builder, rcp_cross_row_get_event (row));
      rcp_model_json_string (builder, "state", rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state));
      rcp_model_json_string (builder, "sentence", cell->account ? rcp_account_get_sentence (cell->account) : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "leaves_out");
  for (guint i = 0; i < left_out->len; i++)
    {
      const RcpOutletGap *gap = left_out->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "event");
      rcp_model_json_event (builder, gap->event);
      begin_list (builder, "outlets");
      for (guint j = 0; gap->outlets[j] != NULL; j++)
        json_builder_add_string_value (builder, gap->outlets[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "shares");
  for (guint i = 0; i < sharing->len; i++)
    sharing_to_json (builder, sharing->pdata[i]);
  json_builder_end_array (builder);
  begin_list (builder, "cites");
  for (guint i = 0; i < sources->len; i++)
    {
      const RcpOutletSource *source = sources->pdata[i];

      json_builder_begin_object (builder);
      rcp_model_json_string (builder, "source", source->words);
      json_builder_set_member_name (builder, "n");
      json_builder_add_int_value (builder, source->accounts->len);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The user's own grade of an outlet, or with none given, no longer one. */
static int
grade_outlet (const RcpCliOptions *options)
{
  const char *value = options->arguments ? options->arguments[0] : NULL;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (RcpOutletDetail) detail = NULL;
  g_autoptr (RcpCorrection) correction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id;
  int grade;

  if (!rcp_cli_read_id (options->reliability, 'o', &id))
    return rcp_cli_complain (_("“%s” is no outlet: outlets are named like o1."), options->reliability);
  if (rcp_cli_read_grade (value, 'A', 'F', _("“%s” is no grade of an outlet: A to F."), &grade) != RCP_CLI_OK)
    return RCP_CLI_USAGE;
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  detail = rcp_library_load_outlet (library, id, 0, NULL, &error);
  if (detail == NULL
      || (!options->dry_run && !rcp_library_set_reliability (library, id, grade, NULL, &error)))
    return rcp_cli_fail (options->reliability, error);
  correction = g_object_new (RCP_TYPE_CORRECTION, "kind", RCP_CORRECTION_RELIABILITY, "value", value, "subject-name",
                             rcp_outlet_get_label (rcp_outlet_detail_get_outlet (detail)), "value-name", value, NULL);
  if (value != NULL && !options->dry_run)
    {
      g_clear_object (&correction);
      correction = rcp_cli_find_correction (library, 0, &error);
      if (correction == NULL)
        return rcp_cli_fail (options->reliability, error);
      rcp_cli_print_correction (correction, options->json);
      return RCP_CLI_OK;
    }
  words = value ? rcp_correction_describe (correction) : g_strdup (_("As the program finds it"));
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

int
rcp_cli_outlets (const RcpCliOptions *options)
{
  const char *name = options->arguments ? options->arguments[0] : NULL;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (RcpOutletDetail) detail = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (options->reliability != NULL)
    return grade_outlet (options);
  if (name && (name[0] != 'o' || !g_ascii_string_to_signed (name + 1, 10, 1, G_MAXINT64, &id, NULL)))
    {
      fprintf (stderr, _("“%s” is no outlet: outlets are named like o1."), name);
      fputc ('\n', stderr);
      return RCP_CLI_USAGE;
    }
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  if (name == NULL)
    return list_outlets (library, options->json);
  detail = rcp_library_load_outlet (library, id, 0, NULL, &error);
  if (detail == NULL)
    return rcp_cli_fail (name, error);
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      page_to_json (builder, detail);
      rcp_cli_print_json (builder);
    }
  else
    print_page (detail);
  return RCP_CLI_OK;
}
