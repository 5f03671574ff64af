#include "config.h"

#include "rcp-cli.h"

#include "rcp-account.h"
#include "rcp-article-edit.h"
#include "rcp-cli-text.h"
#include "rcp-clock.h"
#include "rcp-day.h"
#include "rcp-discrepancy.h"
#include "rcp-enum-types.h"
#include "rcp-model-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What is new in the library since a day, or since it was last looked through. */

typedef void (*PrintFunc) (RcpNews *news, gpointer item);

static void
print_event (RcpNews *news, gpointer item)
{
  g_autofree char *id = g_strdup_printf ("e%" G_GINT64_FORMAT, rcp_event_get_id (item));
  g_autofree char *date = rcp_cli_text_date (rcp_event_get_date (item));

  rcp_cli_text_cell (id, 6);
  rcp_cli_text_cell (date, 20);
  rcp_cli_text_cell (rcp_event_get_title (item), 0);
}

static void
print_account (RcpNews *news, gpointer item)
{
  RcpEvent *event = rcp_news_find_event (news, rcp_account_get_event_id (item));

  if (event != NULL)
    print_event (news, event);
  rcp_cli_text_account (item);
}

static void
print_edit (RcpNews *news, gpointer item)
{
  g_autofree char *what = rcp_article_edit_describe (item);
  g_autofree char *id = g_strdup_printf ("a%" G_GINT64_FORMAT, rcp_article_edit_get_article_id (item));
  const char *outlet = rcp_article_edit_get_outlet (item);

  rcp_cli_text_cell (id, 6);
  rcp_cli_text_cell (outlet ? outlet : _("outlet to name…"), 20);
  rcp_cli_text_cell (what, 0);
  if (rcp_article_edit_get_before (item) != NULL)
    {
      g_autofree char *before = g_strdup_printf ("- %s", rcp_article_edit_get_before (item));

      rcp_cli_text_wrapped (before, 8);
    }
  if (rcp_article_edit_get_after (item) != NULL)
    {
      g_autofree char *after = g_strdup_printf ("+ %s", rcp_article_edit_get_after (item));

      rcp_cli_text_wrapped (after, 8);
    }
}

static void
print_discrepancy (RcpNews *news, gpointer item)
{
  RcpEvent *event = rcp_news_find_event (news, rcp_discrepancy_get_event_id (item));

  if (event != NULL)
    print_event (news, event);
  rcp_cli_text_discrepancy (item);
}

static void
print_list (RcpNews *news, const char *title, GListModel *list, PrintFunc print)
{
  guint n = g_list_model_get_n_items (list);

  if (n == 0)
    return;
  printf ("%s (%u)\n", title, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      print (news, item);
    }
  putchar ('\n');
}

static void
edit_to_json (JsonBuilder *builder, RcpArticleEdit *edit)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "article");
  json_builder_add_int_value (builder, rcp_article_edit_get_article_id (edit));
  rcp_model_json_string (builder, "kind", rcp_enum_to_nick (RCP_TYPE_EDIT_KIND, rcp_article_edit_get_kind (edit)));
  rcp_model_json_string (builder, "before", rcp_article_edit_get_before (edit));
  rcp_model_json_string (builder, "after", rcp_article_edit_get_after (edit));
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder *builder, const char *name, GListModel *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (RCP_IS_EVENT (item))
        rcp_model_json_event (builder, RCP_EVENT (item));
      else if (RCP_IS_ACCOUNT (item))
        rcp_model_json_account (builder, RCP_ACCOUNT (item));
      else if (RCP_IS_DISCREPANCY (item))
        rcp_model_json_discrepancy (builder, RCP_DISCREPANCY (item));
      else
        edit_to_json (builder, RCP_ARTICLE_EDIT (item));
    }
  json_builder_end_array (builder);
}

static void
print_json (RcpNews *news)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_list (builder, "events", rcp_news_get_events (news));
  add_list (builder, "accounts", rcp_news_get_accounts (news));
  add_list (builder, "edits", rcp_news_get_edits (news));
  add_list (builder, "discrepancies", rcp_news_get_discrepancies (news));
  add_list (builder, "outcomes", rcp_news_get_outcomes (news));
  add_list (builder, "copies", rcp_news_get_copies (news));
  json_builder_end_object (builder);
  rcp_cli_print_json (builder);
}

static void
print_all (RcpNews *news)
{
  guint n_copies = g_list_model_get_n_items (rcp_news_get_copies (news));

  if (rcp_news_get_since_us (news) == 0)
    {
      puts (_("Nothing to compare with yet: what is new is counted from the first “news --seen”, or from --since."));
      return;
    }
  print_list (news, _("New events"), rcp_news_get_events (news), print_event);
  print_list (news, _("Plans that came about"), rcp_news_get_outcomes (news), print_event);
  print_list (news, _("New differences"), rcp_news_get_discrepancies (news), print_discrepancy);
  print_list (news, _("New accounts of known events"), rcp_news_get_accounts (news), print_account);
  print_list (news, _("Articles that say something else now"), rcp_news_get_edits (news), print_edit);
  if (rcp_news_count (news) == 0)
    puts (_("Nothing new"));
  if (n_copies > 0)
    {
      printf (ngettext ("%u more account in the words of others", "%u more accounts in the words of others", n_copies),
              n_copies);
      putchar ('\n');
    }
}

/* The start of a day, in the user's time zone. */
static gboolean
parse_since (const char *text, gint64 *since_us)
{
  g_autoptr (RcpEdtf) date = rcp_edtf_parse (text, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) start = NULL;
  RcpYmd ymd;

  if (date == NULL || !rcp_edtf_is_bounded (date))
    return FALSE;
  ymd = rcp_day_to_ymd (rcp_edtf_get_first_day (date));
  start = g_date_time_new (zone, ymd.year, ymd.month, ymd.day, 0, 0, 0);
  if (start == NULL)
    return FALSE;
  *since_us = MAX (g_date_time_to_unix (start) * G_TIME_SPAN_SECOND - 1, 1);
  return TRUE;
}

/** rcp_cli_news: Says what is new since --since or the last --seen; --seen remembers that all of it was seen. */
int
rcp_cli_news (const RcpCliOptions *options)
{
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (RcpNews) news = NULL;
  g_autoptr (GError) error = NULL;
  gint64 since_us = -1, now_us = rcp_clock_now_us ();

  if (options->since != NULL && !parse_since (options->since, &since_us))
    {
      fprintf (stderr, _("“%s” is no date such as 2024-03-28."), options->since);
      fputc ('\n', stderr);
      return RCP_CLI_USAGE;
    }
  library = rcp_cli_open (options);
  if (library == NULL)
    return RCP_CLI_FAILED;
  news = rcp_library_load_news (library, 0, since_us, NULL, &error);
  if (news == NULL)
    return rcp_cli_fail (rcp_library_get_path (library), error);
  if (options->json)
    print_json (news);
  else
    print_all (news);
  if (options->seen && !rcp_library_set_visit (library, 0, now_us, NULL, &error))
    return rcp_cli_fail (rcp_library_get_path (library), error);
  return RCP_CLI_OK;
}
