#include "config.h"

#include "rcp-cross-check-row.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-cross-check-cell.h"
#include "rcp-cross-check-columns.h"
#include "rcp-date-words.h"
#include "rcp-family.h"
#include "rcp-outlet-dots.h"

struct _RcpCrossCheckRow
{
  GtkWidget parent_instance;

  /* owned */
  GtkAdjustment *adjustment;
  RcpCrossRow *row; /* NULL for the header */
  GPtrArray *cells; /* of GtkWidget *, children of clip */

  /* children */
  GtkWidget *date;
  GtkWidget *event;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *differ;
  GtkWidget *clip;
  GtkWidget *independent;
  GtkWidget *count;
  GtkWidget *dots;

  /* plain */
  RcpCrossCheckColumns columns;
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckRow, rcp_cross_check_row, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
place (RcpCrossCheckRow *self, GtkWidget *child, int x, int y, int width, int height, int total)
{
  int minimum;

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = total - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_cells (RcpCrossCheckRow *self, int height)
{
  double scrolled = self->columns.cells_width < self->columns.cells_total ? gtk_adjustment_get_value (self->adjustment) : 0;

  for (guint i = 0; i < self->cells->len; i++)
    place (self, self->cells->pdata[i], (int) (i * RCP_CROSS_CHECK_CELL_WIDTH_PX - scrolled), 0,
           RCP_CROSS_CHECK_CELL_WIDTH_PX, height, self->columns.cells_width);
}

static void
rcp_cross_check_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpCrossCheckRow *self = RCP_CROSS_CHECK_ROW (widget);
  RcpCrossCheckColumns *columns = &self->columns;

  rcp_cross_check_columns_compute (columns, width, self->cells->len);
  place (self, self->date, columns->date_x, 0, columns->date_width, height, width);
  place (self, self->event, columns->event_x, 0, columns->event_width, height, width);
  place (self, self->clip, columns->cells_x, 0, columns->cells_width, height, width);
  allocate_cells (self, height);
  gtk_widget_set_child_visible (self->independent, columns->independent_width > 0);
  if (columns->independent_width > 0)
    place (self, self->independent, columns->independent_x, 0, columns->independent_width, height, width);
  /* The header has the whole width for certain, so it tells the scroll bar how much there is. */
  if (self->row == NULL)
    gtk_adjustment_configure (self->adjustment, gtk_adjustment_get_value (self->adjustment), 0, columns->cells_total,
                              RCP_CROSS_CHECK_CELL_WIDTH_PX, MAX (columns->cells_width, 1), columns->cells_width);
}

static void
rcp_cross_check_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  RcpCrossCheckRow *self = RCP_CROSS_CHECK_ROW (widget);
  int height = 0, event_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 346;
      *natural = 900;
      return;
    }
  gtk_widget_measure (self->event, orientation, -1, &event_height, NULL, NULL, NULL);
  for (guint i = 0; i < self->cells->len && self->row == NULL; i++)
    {
      int cell_height;

      gtk_widget_measure (self->cells->pdata[i], orientation, -1, &cell_height, NULL, NULL, NULL);
      height = MAX (height, cell_height);
    }
  height = MAX (height, event_height);
  *minimum = *natural =
    MAX (height, self->row ? RCP_CROSS_CHECK_ROW_HEIGHT_PX : RCP_CROSS_CHECK_HEADER_HEIGHT_PX);
}

static void
scrolled_cb (RcpCrossCheckRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    allocate_cells (self, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
cell_activate_cb (RcpCrossCheckRow *self, GtkWidget *cell)
{
  guint index;

  if (g_ptr_array_find (self->cells, cell, &index))
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, index);
}

static void
clear_cells (RcpCrossCheckRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
}

static void
rcp_cross_check_row_dispose (GObject *object)
{
  RcpCrossCheckRow *self = RCP_CROSS_CHECK_ROW (object);

  if (self->cells)
    clear_cells (self);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->event, gtk_widget_unparent);
  g_clear_pointer (&self->clip, gtk_widget_unparent);
  g_clear_pointer (&self->independent, gtk_widget_unparent);
  g_clear_object (&self->row);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (rcp_cross_check_row_parent_class)->dispose (object);
}

static void
rcp_cross_check_row_class_init (RcpCrossCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_cross_check_row_dispose;
  widget_class->size_allocate = rcp_cross_check_row_size_allocate;
  widget_class->measure = rcp_cross_check_row_measure;

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "crossrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
rcp_cross_check_row_init (RcpCrossCheckRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->cells = g_ptr_array_new ();

  self->date = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->date), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->date), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->date, "date");
  gtk_widget_set_parent (self->date, widget);

  self->event = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->event, "event");
  gtk_widget_set_overflow (self->event, GTK_OVERFLOW_HIDDEN);
  self->icon = gtk_image_new ();
  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  self->differ = rcp_badge_new (RCP_BADGE_DIFFER, NULL);
  gtk_widget_set_valign (self->differ, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->event), self->icon);
  gtk_box_append (GTK_BOX (self->event), self->title);
  gtk_box_append (GTK_BOX (self->event), self->differ);
  gtk_widget_set_parent (self->event, widget);

  self->clip = g_object_new (GTK_TYPE_BOX, "css-name", "crosscells", NULL);
  gtk_widget_set_layout_manager (self->clip, NULL);
  gtk_widget_set_overflow (self->clip, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->clip, widget);

  self->independent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->independent, "independent");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "rcp-bold");
  self->dots = rcp_outlet_dots_new (0, 0);
  gtk_widget_set_valign (self->dots, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->independent), self->count);
  gtk_box_append (GTK_BOX (self->independent), self->dots);
  gtk_widget_set_parent (self->independent, widget);
}

/**
 * rcp_cross_check_row_new:
 * @adjustment: (transfer none): how far the outlets are scrolled, shared by all rows
 */
GtkWidget *
rcp_cross_check_row_new (GtkAdjustment *adjustment)
{
  RcpCrossCheckRow *self = g_object_new (RCP_TYPE_CROSS_CHECK_ROW, NULL);

  self->adjustment = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static GtkWidget *
new_outlet_header (RcpOutlet *outlet, guint n_events)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *published = rcp_date_words_format (rcp_outlet_get_published (outlet), RCP_DATE_STYLE_SHORT);
  /* Translators: how many of the events an outlet tells: “6 of 14” */
  g_autofree char *share = g_strdup_printf (_("%u of %u"), rcp_outlet_get_n_events (outlet), n_events);
  const char *const texts[] = { rcp_outlet_get_label (outlet), published, share };
  const char *const classes[] = { "name", "published", "share" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (rcp_outlet_get_name (outlet) == NULL)
    gtk_widget_add_css_class (box, "unnamed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "outlet");
  gtk_widget_set_tooltip_text (box, rcp_outlet_get_label (outlet));
  return box;
}

/**
 * rcp_cross_check_row_set_header:
 * @table: (transfer none)
 *
 * Makes this the header above @table.
 */
void
rcp_cross_check_row_set_header (RcpCrossCheckRow *self, RcpCrossTable *table)
{
  GListModel *outlets = rcp_cross_table_get_outlets (table);
  guint n_events = g_list_model_get_n_items (rcp_cross_table_get_rows (table));

  g_return_if_fail (RCP_IS_CROSS_CHECK_ROW (self));

  clear_cells (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "header");
  gtk_label_set_label (GTK_LABEL (self->date), _("Date"));
  gtk_label_set_label (GTK_LABEL (self->title), _("Event"));
  gtk_label_set_label (GTK_LABEL (self->count), _("Independent"));
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_visible (self->differ, FALSE);
  gtk_widget_set_visible (self->dots, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      GtkWidget *cell = new_outlet_header (outlet, n_events);

      gtk_widget_set_parent (cell, self->clip);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
show_event (RcpCrossCheckRow *self, RcpEvent *event)
{
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_SHORT);
  g_autofree char *full = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_LONG);
  g_autofree char *count = g_strdup_printf ("%u", rcp_event_get_n_independent (event));
  RcpFamily family = rcp_action_get_family (rcp_event_get_action (event));
  RcpEdtf *when = rcp_event_get_date (event);

  /* A day or a span without its year is enough where the year is the table's own; the tooltip has all of it. */
  if (when && rcp_edtf_is_bounded (when) && rcp_edtf_get_precision (when) == RCP_PRECISION_DAY)
    {
      g_free (date);
      date = rcp_date_words_span (rcp_edtf_get_first_day (when), rcp_edtf_get_last_day (when), TRUE);
    }
  gtk_label_set_label (GTK_LABEL (self->date), date);
  gtk_widget_set_tooltip_text (self->date, full);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), rcp_family_get_icon_name (family));
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    gtk_widget_remove_css_class (self->icon, rcp_family_get_css_class (i));
  gtk_widget_add_css_class (self->icon, rcp_family_get_css_class (family));
  gtk_widget_set_tooltip_text (self->icon, rcp_family_get_label (family));
  gtk_label_set_label (GTK_LABEL (self->title), rcp_event_get_title (event));
  gtk_widget_set_tooltip_text (self->title, rcp_event_get_title (event));
  gtk_widget_set_visible (self->differ, rcp_event_get_n_discrepancies (event) > 0);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  rcp_outlet_dots_set (RCP_OUTLET_DOTS (self->dots), rcp_event_get_n_outlets (event), rcp_event_get_n_independent (event));
}

/**
 * rcp_cross_check_row_set_row:
 * @table: (transfer none)
 * @row: (transfer none) (nullable): the event to show; NULL when the widget is not in use
 */
void
rcp_cross_check_row_set_row (RcpCrossCheckRow *self, RcpCrossTable *table, RcpCrossRow *row)
{
  GListModel *outlets;
  guint n_outlets;

  g_return_if_fail (RCP_IS_CROSS_CHECK_ROW (self));

  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  outlets = rcp_cross_table_get_outlets (table);
  n_outlets = g_list_model_get_n_items (outlets);
  if (self->cells->len != n_outlets)
    {
      clear_cells (self);
      for (guint i = 0; i < n_outlets; i++)
        {
          GtkWidget *cell = rcp_cross_check_cell_new ();

          gtk_widget_set_parent (cell, self->clip);
          g_signal_connect_swapped (cell, "activate", G_CALLBACK (cell_activate_cb), self);
          g_ptr_array_add (self->cells, cell);
        }
    }
  show_event (self, rcp_cross_row_get_event (row));
  for (guint i = 0; i < n_outlets; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      rcp_cross_check_cell_set (self->cells->pdata[i], rcp_cross_row_get_cell (row, i), rcp_outlet_get_label (outlet),
                                rcp_event_get_title (rcp_cross_row_get_event (row)));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rcp_cross_check_row_select:
 * @selected: whether this is the row of the selected event
 * @outlet: the selected cell, -1 for none
 */
void
rcp_cross_check_row_select (RcpCrossCheckRow *self, gboolean selected, int outlet)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_ROW (self));

  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  for (guint i = 0; i < self->cells->len; i++)
    rcp_cross_check_cell_set_selected (self->cells->pdata[i], selected && (int) i == outlet);
}

/**
 * rcp_cross_check_row_focus_cell:
 *
 * Gives the cell the keyboard and scrolls it into view.
 *
 * Returns: whether it could take it.
 */
gboolean
rcp_cross_check_row_focus_cell (RcpCrossCheckRow *self, guint outlet)
{
  double left = (double) outlet * RCP_CROSS_CHECK_CELL_WIDTH_PX;

  g_return_val_if_fail (RCP_IS_CROSS_CHECK_ROW (self), FALSE);

  if (outlet >= self->cells->len)
    return FALSE;
  gtk_adjustment_clamp_page (self->adjustment, left, left + RCP_CROSS_CHECK_CELL_WIDTH_PX);
  return gtk_widget_grab_focus (self->cells->pdata[outlet]);
}

/**
 * rcp_cross_check_row_find_focus:
 *
 * Returns: the outlet whose cell has the keyboard, -1 for none.
 */
int
rcp_cross_check_row_find_focus (RcpCrossCheckRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_is_focus (self->cells->pdata[i]))
      return (int) i;
  return -1;
}

/**
 * rcp_cross_check_row_get_row:
 *
 * Returns: (transfer none) (nullable): the row shown.
 */
RcpCrossRow *
rcp_cross_check_row_get_row (RcpCrossCheckRow *self)
{
  return self->row;
}
