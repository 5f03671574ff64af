#include "config.h"

#include "rcp-cross-table-html.h"

#include "rcp-cross-words.h"
#include "rcp-date-words.h"
#include "rcp-enum-types.h"
#include "rcp-voice-words.h"

#include <glib/gi18n-lib.h>

/* A page that asks nothing of any other file: its style is inside, its signs are characters. All that comes from articles
 * is escaped. */

static const char style[]
    = ":root{color-scheme:light dark;--dim:#5e5c64;--line:#d5d3cf;--tint:#f6f5f4;--why:#7a4a00;--mark:#f5c211}\n"
      "@media (prefers-color-scheme:dark){:root{--dim:#b4b2b0;--line:#4a4a4a;--tint:#2b2b2b;--why:#f5c96a}}\n"
      "body{font:16px/1.45 Cantarell,'Noto Sans',sans-serif;margin:24px auto;max-width:1200px;padding:0 16px}\n"
      "h1{font-size:1.5em;margin:0 0 4px}h2{font-size:1.1em;margin:32px 0 6px;break-after:avoid}\n"
      "p.counts,p.legend,.dim{color:var(--dim)}p.legend span{margin-right:1.4em;white-space:nowrap}\n"
      ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.88em}\n"
      "th,td{border:1px solid var(--line);padding:5px 8px;text-align:center;vertical-align:middle}\n"
      "thead th{background:var(--tint);vertical-align:bottom}thead th small{display:block;font-weight:400;color:var(--dim)}\n"
      "td.date,th.event{text-align:left}td.date{white-space:nowrap;color:var(--dim)}th.event{font-weight:600;min-width:16em}\n"
      "td a{color:inherit;text-decoration:none}td a:hover,td a:focus{text-decoration:underline}\n"
      "td.absent,td.before{color:var(--dim)}td.before{background:repeating-linear-gradient(135deg,transparent 0 5px,"
      "var(--line) 5px 6px)}\n"
      "td .words{display:block;font-size:.9em;color:var(--dim)}b.differ{background:var(--mark);color:#3d2b00;"
      "border-radius:5px;padding:0 4px}\n"
      "blockquote{margin:8px 0 8px 12px;padding-left:10px;border-left:3px solid var(--line)}"
      "blockquote p{margin:0 0 2px}\n"
      "@media print{body{max-width:none;margin:0}.wide{overflow:visible}tr,blockquote{break-inside:avoid}}\n";

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text ? text : "", -1);

  g_string_append (out, escaped);
}

static void
append_tag (GString *out, const char *open, const char *text, const char *close)
{
  g_string_append (out, open);
  append_text (out, text);
  g_string_append (out, close);
}

static void
append_head (GString *out, RcpCrossTable *table)
{
  static const RcpCellState states[] = { RCP_CELL_REPORTED,     RCP_CELL_DIFFERS, RCP_CELL_OTHER,
                                         RCP_CELL_SAME_WORDING, RCP_CELL_ABSENT,  RCP_CELL_BEFORE };
  guint n_events = g_list_model_get_n_items (rcp_cross_table_get_rows (table));
  guint n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (table));
  guint n_single = rcp_cross_table_count_single (table);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  g_autofree char *names = g_strdup_printf (ngettext ("%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *single = g_strdup_printf (
      ngettext ("%u event rests on a single outlet", "%u events rest on a single outlet", n_single), n_single);

  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          /* Translators: the language you translate to, as a code: “en”, “fr” */
                          C_ ("language code", "en"));
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  append_tag (out, "<title>", _("Cross-check"), "</title>\n");
  g_string_append_printf (out, "<style>\n%s</style>\n</head>\n<body>\n", style);
  append_tag (out, "<h1>", _("Cross-check"), "</h1>\n<p class=\"counts\">");
  append_tag (out, "", events, " × ");
  append_text (out, names);
  if (n_single > 0)
    append_tag (out, " · ", single, "");
  g_string_append (out, "</p>\n<p class=\"legend\">");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_string_append_printf (out, "<span>%s ", rcp_cell_state_get_sign (states[i]));
      append_tag (out, "", rcp_cell_state_get_label (states[i]), "</span> ");
    }
  g_string_append (out, "</p>\n");
}

static void
append_outlets (GString *out, RcpCrossTable *table)
{
  GListModel *outlets = rcp_cross_table_get_outlets (table);

  g_string_append (out, "<div class=\"wide\"><table>\n<thead><tr>");
  append_tag (out, "<th scope=\"col\">", _("Date"), "</th>");
  append_tag (out, "<th scope=\"col\">", _("Event"), "</th>");
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      g_autofree char *published = rcp_date_words_format (rcp_outlet_get_published (outlet), RCP_DATE_STYLE_MEDIUM);
      guint n_could, n_told = rcp_cross_table_count_told (table, i, &n_could);
      g_autofree char *share = g_strdup_printf (_("%u of %u"), n_told, n_could);

      append_tag (out, "<th scope=\"col\">", rcp_outlet_get_label (outlet), "<small>");
      append_tag (out, "", published, "</small><small>");
      append_tag (out, "", share, "</small></th>");
    }
  append_tag (out, "<th scope=\"col\">", _("Independent"), "</th>");
  append_tag (out, "<th scope=\"col\">", _("First"), "</th></tr></thead>\n<tbody>\n");
}

/* A sentence that stands at the event of its own stands here too. */
static void
append_sentence_id (GString *out, const RcpCrossCell *cell, RcpEvent *event)
{
  g_string_append_printf (out, "a%" G_GINT64_FORMAT, cell->account_id);
  if (cell->other_event_id != 0)
    g_string_append_printf (out, "-e%" G_GINT64_FORMAT, rcp_event_get_id (event));
}

static void
append_cell (GString *out, const RcpCrossCell *cell, RcpEvent *event)
{
  g_string_append_printf (out, "<td class=\"%s\" title=\"", rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state));
  append_tag (out, "", rcp_cell_state_get_label (cell->state), "\">");
  if (cell->account_id != 0)
    {
      g_string_append (out, "<a href=\"#");
      append_sentence_id (out, cell, event);
      g_string_append (out, "\">");
    }
  if (cell->state != RCP_CELL_DIFFERS)
    g_string_append (out, rcp_cell_state_get_sign (cell->state));
  if (cell->differs)
    g_string_append (out, "<b class=\"differ\">≠</b>");
  if (cell->words != NULL)
    append_tag (out, " <span class=\"words\">", cell->words, "</span>");
  if (cell->account_id != 0)
    g_string_append (out, "</a>");
  g_string_append (out, "</td>");
}

static void
append_row (GString *out, RcpCrossTable *table, RcpCrossRow *row)
{
  GListModel *outlets = rcp_cross_table_get_outlets (table);
  RcpEvent *event = rcp_cross_row_get_event (row);
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_MEDIUM);
  g_autoptr (RcpOutlet) first = g_list_model_get_item (outlets, (guint) rcp_cross_row_get_first (row));

  append_tag (out, "<tr><td class=\"date\">", date, "</td>");
  g_string_append_printf (out, "<th scope=\"row\" class=\"event\"><a href=\"#e%" G_GINT64_FORMAT "\">", rcp_event_get_id (event));
  append_tag (out, "", rcp_event_get_title (event), "</a></th>");
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    append_cell (out, rcp_cross_row_get_cell (row, i), event);
  g_string_append_printf (out, "<td>%u</td>", rcp_event_get_n_independent (event));
  append_tag (out, "<td>", first ? rcp_outlet_get_label (first) : "", "</td></tr>\n");
}

static void
append_sentences (GString *out, RcpCrossTable *table, RcpCrossRow *row)
{
  GListModel *outlets = rcp_cross_table_get_outlets (table);
  RcpEvent *event = rcp_cross_row_get_event (row);
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_LONG);

  g_string_append_printf (out, "<h2 id=\"e%" G_GINT64_FORMAT "\">", rcp_event_get_id (event));
  append_text (out, rcp_event_get_title (event));
  append_tag (out, " <span class=\"dim\">", date, "</span></h2>\n");
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, i);
      g_autofree char *published = NULL;
      g_autofree char *source = NULL;

      if (cell->account == NULL)
        continue;
      published = rcp_date_words_format (rcp_account_get_published (cell->account), RCP_DATE_STYLE_MEDIUM);
      g_string_append (out, "<blockquote id=\"");
      append_sentence_id (out, cell, event);
      g_string_append (out, "\">");
      append_tag (out, "<p>", rcp_account_get_sentence (cell->account), "</p>\n<footer class=\"dim\">");
      append_tag (out, "", rcp_outlet_get_label (outlet), ", ");
      append_tag (out, "<cite>", rcp_account_get_article_title (cell->account), "</cite>, ");
      append_text (out, published);
      source = rcp_voice_words_full (cell->account);
      append_tag (out, " · ", source ? source : _("no attribution"), "");
      if (cell->state == RCP_CELL_SAME_WORDING)
        append_tag (out, " · ", rcp_cell_state_get_label (cell->state), "");
      g_string_append (out, "</footer></blockquote>\n");
    }
}

/**
 * rcp_cross_table_to_html:
 *
 * In the user's language. Each cell leads to its sentence below the table.
 *
 * Returns: (transfer full): the table as one HTML page.
 */
char *
rcp_cross_table_to_html (RcpCrossTable *self)
{
  GString *out = g_string_new (NULL);
  GListModel *rows = rcp_cross_table_get_rows (self);

  append_head (out, self);
  append_outlets (out, self);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);

      append_row (out, self, row);
    }
  g_string_append (out, "</tbody></table></div>\n");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);

      append_sentences (out, self, row);
    }
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
