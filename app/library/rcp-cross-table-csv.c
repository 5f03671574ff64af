#include "config.h"

#include "rcp-cross-table-csv.h"

#include <string.h>

#include "rcp-enum-types.h"

/* RFC 4180: quoted where needed, quotes doubled, CRLF. A cell that a spreadsheet would take for a formula gets a
 * leading apostrophe. */
static void
append_cell (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  if (text[0] && strchr ("=+-@", text[0]))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * rcp_cross_table_to_csv:
 *
 * Dates are EDTF, states their tokens; a cell's value stands after a colon. "first" is who published the event first, where
 * dates allow to say.
 *
 * Returns: (transfer full): the table as CSV.
 */
char *
rcp_cross_table_to_csv (RcpCrossTable *self)
{
  GString *out = g_string_new (NULL);
  GListModel *outlets = rcp_cross_table_get_outlets (self), *rows = rcp_cross_table_get_rows (self);
  guint n_outlets = g_list_model_get_n_items (outlets);

  append_cell (out, "date", TRUE);
  append_cell (out, "event", FALSE);
  for (guint i = 0; i < n_outlets; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      append_cell (out, rcp_outlet_get_label (outlet), FALSE);
    }
  append_cell (out, "independent", FALSE);
  append_cell (out, "first", FALSE);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      RcpEvent *event = rcp_cross_row_get_event (row);
      g_autoptr (RcpOutlet) first = g_list_model_get_item (outlets, (guint) rcp_cross_row_get_first (row));
      g_autofree char *independent = g_strdup_printf ("%u", rcp_event_get_n_independent (event));

      append_cell (out, rcp_event_get_date (event) ? rcp_edtf_get_string (rcp_event_get_date (event)) : "", TRUE);
      append_cell (out, rcp_event_get_title (event), FALSE);
      for (guint j = 0; j < n_outlets; j++)
        {
          const RcpCrossCell *cell = rcp_cross_row_get_cell (row, j);
          const char *state = rcp_enum_to_nick (RCP_TYPE_CELL_STATE, cell->state);
          const char *differs = cell->differs && cell->state != RCP_CELL_DIFFERS ? " differs" : "";
          g_autofree char *text = cell->words ? g_strdup_printf ("%s%s: %s", state, differs, cell->words)
                                              : g_strconcat (state, differs, NULL);

          append_cell (out, text, FALSE);
        }
      append_cell (out, independent, FALSE);
      append_cell (out, first ? rcp_outlet_get_label (first) : "", FALSE);
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}
