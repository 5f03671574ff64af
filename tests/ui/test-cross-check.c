/* The cross-check: cells by keyboard, what is filtered, the words and the page of an outlet, and a table of a thousand events
 * and forty outlets. */

#include "config.h"

#include "ui-find.h"
#include "ui-frames.h"
#include "ui-library.h"
#include "ui-test.h"

#include "rcp-cross-check-cell.h"
#include "rcp-cross-check-filter.h"
#include "rcp-cross-check-grid.h"
#include "rcp-cross-check-view.h"
#include "rcp-cross-table-private.h"
#include "rcp-outlet-page.h"

#define N_EVENTS 1000
#define N_OUTLETS 40
#define N_FRAMES 120

/* Under sanitizers, with everything drawn by the processor and a screen reader listening; without them it is a fifth. */
#define BOUND_MS 80.0

static GListModel *
new_outlets (guint n)
{
  GListStore *outlets = g_list_store_new (RCP_TYPE_OUTLET);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Outlet %u", i);
      g_autoptr (RcpEdtf) day = rcp_edtf_new_day (18000 + (gint32) i);
      g_autoptr (RcpOutlet) outlet
          = g_object_new (RCP_TYPE_OUTLET, "id", (gint64) i + 1, "name", name, "label", name, "published", day, NULL);

      g_list_store_append (outlets, outlet);
    }
  return G_LIST_MODEL (outlets);
}

static RcpCrossTable *
new_table (guint n_events, guint n_outlets)
{
  g_autoptr (GListModel) outlets = new_outlets (n_outlets);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *title = g_strdup_printf ("Event %04u", i);
      g_autoptr (RcpEdtf) date = rcp_edtf_new_day (17000 + (gint32) i);
      g_autoptr (RcpEvent) event = g_object_new (RCP_TYPE_EVENT, "id", (gint64) i + 1, "title", title, "date", date, "action",
                                                 (int) (i % 17), "n-outlets", 3u, "n-independent", 1 + i % 3, NULL);
      g_autoptr (GArray) cells = rcp_cross_cells_new (n_outlets);

      for (guint j = 0; j < n_outlets; j++)
        {
          RcpCrossCell *cell = &g_array_index (cells, RcpCrossCell, j);

          cell->state = (i * 7 + j) % 6;
          cell->differs = cell->state == RCP_CELL_DIFFERS;
          cell->account_id = cell->state == RCP_CELL_ABSENT || cell->state == RCP_CELL_BEFORE ? 0 : 1 + i * n_outlets + j;
          cell->words = cell->state == RCP_CELL_OTHER ? g_strdup ("mid-March") : NULL;
        }
      g_ptr_array_add (rows, rcp_cross_row_new (event, cells, -1));
    }
  return rcp_cross_table_new (outlets, rows, RCP_CROSS_ORDER_DATE);
}

static guint
count_type (GtkWidget *widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
wait_for_frame (Frames *frames, guint before)
{
  gint64 deadline_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (frames->times_us->len == before)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}

static GtkAdjustment *
find_columns (GtkWidget *grid)
{
  GtkWidget *scrollbar = gtk_widget_get_last_child (gtk_widget_get_first_child (grid));

  g_assert_true (GTK_IS_SCROLLBAR (scrollbar));
  return gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (scrollbar));
}

/* Down by rows, and every tenth frame to other columns. */
static void
test_scale (void)
{
  g_autoptr (RcpCrossTable) table = new_table (N_EVENTS, N_OUTLETS);
  GtkWidget *grid = g_object_new (RCP_TYPE_CROSS_CHECK_GRID, NULL);
  GtkWidget *window = show (grid, 1440, 800), *list = find_class (grid, "rcp-cross-list");
  GtkAdjustment *columns = find_columns (grid), *rows;
  Frames frames = { 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gint64 begin_us = get_work_us (), shown_us;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_cells;

  rcp_cross_check_grid_set_table (RCP_CROSS_CHECK_GRID (grid), table);
  iterate ();
  shown_us = get_work_us () - begin_us;
  rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  while (frames.times_us->len < N_FRAMES)
    {
      guint before = frames.times_us->len;

      gtk_adjustment_set_value (rows, gtk_adjustment_get_value (rows) + 160);
      if (before % 10 == 9)
        gtk_adjustment_set_value (columns, (before * 31) % (N_OUTLETS * 100));
      wait_for_frame (&frames, before);
    }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  n_cells = count_type (grid, RCP_TYPE_CROSS_CHECK_CELL);
  g_array_sort (frames.times_us, compare_times);
  g_test_message ("%d events × %d outlets: there after %.0f ms of work, %u cells; work a frame while scrolling: median %.1f, "
                  "95th percentile %.1f, most %.1f ms",
                  N_EVENTS, N_OUTLETS, shown_us / 1000.0, n_cells, percentile_ms (&frames, 0.5), percentile_ms (&frames, 0.95),
                  percentile_ms (&frames, 1));
  /* Cells for what is in sight and a little more, not for the whole table. */
  g_assert_cmpuint (n_cells, <, N_EVENTS * N_OUTLETS / 10);
  g_assert_cmpfloat (percentile_ms (&frames, 0.5), <, BOUND_MS);
  g_array_unref (frames.times_us);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
activated_cb (GtkWidget *grid, gint64 event_id, guint outlet, gint64 *got)
{
  got[0] = event_id;
  got[1] = outlet;
}

static void
test_cell_opens (void)
{
  g_autoptr (RcpCrossTable) table = new_table (5, 3);
  GtkWidget *grid = g_object_new (RCP_TYPE_CROSS_CHECK_GRID, NULL);
  GtkWidget *window = show (grid, 900, 500), *cell;
  gint64 got[2] = { 0, 0 };

  g_signal_connect (grid, "cell-activated", G_CALLBACK (activated_cb), got);
  rcp_cross_check_grid_set_table (RCP_CROSS_CHECK_GRID (grid), table);
  wait_until (find_type (grid, RCP_TYPE_CROSS_CHECK_CELL));
  iterate ();
  cell = find_type (grid, RCP_TYPE_CROSS_CHECK_CELL);
  g_assert_true (gtk_widget_grab_focus (cell));
  g_assert_true (gtk_widget_activate (cell));
  g_assert_cmpint (got[0], ==, 1);
  g_assert_cmpint (got[1], ==, 0);
  rcp_cross_check_grid_select (RCP_CROSS_CHECK_GRID (grid), 1, 0);
  g_assert_true (gtk_widget_has_css_class (cell, "selected"));
  rcp_cross_check_grid_select (RCP_CROSS_CHECK_GRID (grid), 2, 0);
  g_assert_false (gtk_widget_has_css_class (cell, "selected"));
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
test_filter_follows_the_state (void)
{
  GtkWidget *filter = g_object_ref_sink (g_object_new (RCP_TYPE_CROSS_CHECK_FILTER, NULL));
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  g_autoptr (RcpCrossTable) table = new_table (40, 3);
  RcpCrossSelection selection = { 0 };
  g_autoptr (RcpCrossTable) all = NULL;
  g_autoptr (RcpCrossTable) none = NULL;

  rcp_cross_check_filter_set_state (RCP_CROSS_CHECK_FILTER (filter), state);
  rcp_cross_check_filter_set_outlets (RCP_CROSS_CHECK_FILTER (filter), rcp_cross_table_get_outlets (table));
  rcp_cross_check_filter_apply (RCP_CROSS_CHECK_FILTER (filter), &selection);
  all = rcp_cross_table_select (table, &selection);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_rows (all)), ==, 40);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_outlets (all)), ==, 3);

  rcp_timeline_state_set_families (state, 0);
  rcp_cross_check_filter_apply (RCP_CROSS_CHECK_FILTER (filter), &selection);
  none = rcp_cross_table_select (table, &selection);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_rows (none)), ==, 0);
  rcp_cross_check_filter_clear (RCP_CROSS_CHECK_FILTER (filter));
  g_assert_cmpuint (rcp_timeline_state_get_families (state), ==, (1u << RCP_N_FAMILIES) - 1);
  g_object_unref (filter);
}

static gboolean
page_is_filled (gpointer page)
{
  return find_label (page, "Tells") != NULL && find_label (page, "Cites") != NULL;
}

/* The page of the first outlet of the sample, and the way back. */
static void
test_outlet_page (void)
{
  g_autofree char *folder = NULL;
  RcpLibrary *library = ui_library_open (&folder);
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  GtkWidget *view = rcp_cross_check_view_new (), *window, *head, *page, *stack;

  ui_library_wait (rcp_library_import_sample (library, 0));
  g_object_set (view, "library", library, "state", state, NULL);
  window = show (view, 1200, 800);
  stack = find_type (view, GTK_TYPE_STACK);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "table") == 0);
  wait_until (find_class (view, "outlet"));
  iterate ();
  head = find_class (view, "outlet");
  g_assert_true (GTK_IS_BUTTON (head));
  g_signal_emit_by_name (head, "clicked");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "outlet");
  page = find_type (view, RCP_TYPE_OUTLET_PAGE);
  wait_until (page_is_filled (page));
  g_signal_emit_by_name (page, "back");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  ui_library_close (library, g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/cross-check/cell-opens", test_cell_opens);
  g_test_add_func ("/cross-check/filter-follows-the-state", test_filter_follows_the_state);
  g_test_add_func ("/cross-check/outlet-page", test_outlet_page);
  g_test_add_func ("/cross-check/scale", test_scale);
  return g_test_run ();
}
