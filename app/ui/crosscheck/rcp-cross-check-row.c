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
  RcpCrossTable *table;
  RcpCrossRow *row; /* NULL for the header */
  GArray *slots;    /* of Slot: the cells there are, children of clip */

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
  guint n_outlets;
  gboolean is_header;
  gboolean is_selected;
  int selected_outlet;
  guint idle_id;
};

/* A cell, and the outlet whose column it stands in; -1 while it is in none. Only columns in sight have one. */
typedef struct
{
  GtkWidget *cell;
  int outlet;
} Slot;

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

static double
get_scrolled (RcpCrossCheckRow *self)
{
  return self->columns.cells_width < self->columns.cells_total ? gtk_adjustment_get_value (self->adjustment) : 0;
}

static void
allocate_cells (RcpCrossCheckRow *self, int height)
{
  double scrolled = get_scrolled (self);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      if (slot->outlet >= 0)
        place (self, slot->cell, (int) (slot->outlet * RCP_CROSS_CHECK_CELL_WIDTH_PX - scrolled), 0,
               RCP_CROSS_CHECK_CELL_WIDTH_PX, height, self->columns.cells_width);
    }
}

static Slot *
find_slot (RcpCrossCheckRow *self, int outlet)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, Slot, i).outlet == outlet)
      return &g_array_index (self->slots, Slot, i);
  return NULL;
}

static void
rcp_cross_check_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpCrossCheckRow *self = RCP_CROSS_CHECK_ROW (widget);
  RcpCrossCheckColumns *columns = &self->columns;

  rcp_cross_check_columns_compute (columns, width, self->n_outlets);
  place (self, self->date, columns->date_x, 0, columns->date_width, height, width);
  place (self, self->event, columns->event_x, 0, columns->event_width, height, width);
  place (self, self->clip, columns->cells_x, 0, columns->cells_width, height, width);
  allocate_cells (self, height);
  gtk_widget_set_child_visible (self->independent, columns->independent_width > 0);
  if (columns->independent_width > 0)
    place (self, self->independent, columns->independent_x, 0, columns->independent_width, height, width);
  /* The header has the whole width for certain, so it tells the scroll bar, and with it the rows, how much there is. */
  if (self->is_header)
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
  for (guint i = 0; i < self->slots->len && self->is_header; i++)
    {
      int cell_height;

      gtk_widget_measure (g_array_index (self->slots, Slot, i).cell, orientation, -1, &cell_height, NULL, NULL, NULL);
      height = MAX (height, cell_height);
    }
  height = MAX (height, event_height);
  *minimum = *natural =
    MAX (height, self->is_header ? RCP_CROSS_CHECK_HEADER_HEIGHT_PX : RCP_CROSS_CHECK_ROW_HEIGHT_PX);
}

static void
cell_activate_cb (RcpCrossCheckRow *self, GtkWidget *cell)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, Slot, i).cell == cell)
      g_signal_emit (self, signals[CELL_ACTIVATED], 0, (guint) g_array_index (self->slots, Slot, i).outlet);
}

static void
fill_slot (RcpCrossCheckRow *self, const Slot *slot)
{
  g_autoptr (RcpOutlet) outlet = g_list_model_get_item (rcp_cross_table_get_outlets (self->table), (guint) slot->outlet);
  RcpCrossCheckCell *cell = RCP_CROSS_CHECK_CELL (slot->cell);

  rcp_cross_check_cell_set (cell, rcp_cross_row_get_cell (self->row, (guint) slot->outlet), rcp_outlet_get_label (outlet),
                            rcp_event_get_title (rcp_cross_row_get_event (self->row)),
                            rcp_cross_row_get_first (self->row) == slot->outlet);
  rcp_cross_check_cell_set_selected (cell, self->is_selected && self->selected_outlet == slot->outlet);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_COL_INDEX, slot->outlet + 3, -1);
}

/* A cell that stands in no column in sight, and that nobody is using; a new one if there is none. */
static Slot *
take_free_slot (RcpCrossCheckRow *self, int first, int last)
{
  Slot slot = { NULL, -1 };

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *at = &g_array_index (self->slots, Slot, i);

      if ((at->outlet < first || at->outlet > last) && !gtk_widget_is_focus (at->cell))
        return at;
    }
  slot.cell = rcp_cross_check_cell_new ();
  gtk_widget_set_parent (slot.cell, self->clip);
  g_signal_connect_swapped (slot.cell, "activate", G_CALLBACK (cell_activate_cb), self);
  g_array_append_val (self->slots, slot);
  return &g_array_index (self->slots, Slot, self->slots->len - 1);
}

/* Sees to it that every column in sight has its cell. A table of forty outlets and a thousand events would else have forty
 * thousand. */
static void
update_slots (RcpCrossCheckRow *self)
{
  int first, last;

  if (self->is_header || self->row == NULL || self->n_outlets == 0)
    return;
  first = (int) (gtk_adjustment_get_value (self->adjustment) / RCP_CROSS_CHECK_CELL_WIDTH_PX);
  last = (int) ((gtk_adjustment_get_value (self->adjustment) + gtk_adjustment_get_page_size (self->adjustment))
                / RCP_CROSS_CHECK_CELL_WIDTH_PX);
  first = CLAMP (first, 0, (int) self->n_outlets - 1);
  last = CLAMP (last, first, (int) self->n_outlets - 1);
  for (int outlet = first; outlet <= last; outlet++)
    if (find_slot (self, outlet) == NULL)
      {
        Slot *slot = take_free_slot (self, first, last);

        slot->outlet = outlet;
        gtk_widget_set_child_visible (slot->cell, TRUE);
        fill_slot (self, slot);
      }
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      gtk_widget_set_child_visible (slot->cell, slot->outlet >= first && slot->outlet <= last);
    }
}

static void
scrolled_cb (RcpCrossCheckRow *self)
{
  update_slots (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    allocate_cells (self, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_slots_cb (gpointer user_data)
{
  RcpCrossCheckRow *self = user_data;

  self->idle_id = 0;
  scrolled_cb (self);
  return G_SOURCE_REMOVE;
}

/* The header says how much is in sight while it is laid out; that is no time to make widgets. */
static void
resized_cb (RcpCrossCheckRow *self)
{
  if (self->idle_id == 0 && !self->is_header)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_slots_cb, self, NULL);
}

static void
header_clicked_cb (RcpCrossCheckRow *self, GtkWidget *button)
{
  cell_activate_cb (self, button);
}

static void
clear_slots (RcpCrossCheckRow *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    gtk_widget_unparent (g_array_index (self->slots, Slot, i).cell);
  g_array_set_size (self->slots, 0);
}

static void
rcp_cross_check_row_dispose (GObject *object)
{
  RcpCrossCheckRow *self = RCP_CROSS_CHECK_ROW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->slots)
    clear_slots (self);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->event, gtk_widget_unparent);
  g_clear_pointer (&self->clip, gtk_widget_unparent);
  g_clear_pointer (&self->independent, gtk_widget_unparent);
  g_clear_object (&self->row);
  g_clear_object (&self->table);
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

  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->selected_outlet = -1;

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
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static GtkWidget *
new_outlet_header (RcpCrossTable *table, guint place, RcpOutlet *outlet)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  guint n_could, n_told = rcp_cross_table_count_told (table, place, &n_could);
  g_autofree char *published = rcp_date_words_format (rcp_outlet_get_published (outlet), RCP_DATE_STYLE_SHORT);
  /* Translators: how many of the events an outlet tells: “6 of 14” */
  g_autofree char *share = g_strdup_printf (_("%u of %u"), n_told, n_could);
  /* Translators: read aloud for the head of a column: outlet, when it published, how many events it tells: “6 of 14” */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s, tells %s. Opens the page of the outlet."),
                                             rcp_outlet_get_label (outlet), published, share);
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
    gtk_widget_add_css_class (button, "unnamed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "outlet");
  gtk_widget_set_tooltip_text (button, rcp_outlet_get_label (outlet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
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

  g_return_if_fail (RCP_IS_CROSS_CHECK_ROW (self));

  clear_slots (self);
  self->is_header = TRUE;
  self->n_outlets = g_list_model_get_n_items (outlets);
  gtk_widget_add_css_class (GTK_WIDGET (self), "header");
  gtk_label_set_label (GTK_LABEL (self->date), _("Date"));
  gtk_label_set_label (GTK_LABEL (self->title), _("Event"));
  gtk_label_set_label (GTK_LABEL (self->count), _("Independent"));
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_visible (self->differ, FALSE);
  gtk_widget_set_visible (self->dots, FALSE);
  for (guint i = 0; i < self->n_outlets; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      Slot slot = { new_outlet_header (table, i, outlet), (int) i };

      gtk_widget_set_parent (slot.cell, self->clip);
      g_signal_connect_swapped (slot.cell, "clicked", G_CALLBACK (header_clicked_cb), self);
      g_array_append_val (self->slots, slot);
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
  g_return_if_fail (RCP_IS_CROSS_CHECK_ROW (self));

  g_set_object (&self->row, row);
  if (row)
    g_set_object (&self->table, table);
  else
    g_clear_object (&self->table);
  for (guint i = 0; i < self->slots->len; i++)
    g_array_index (self->slots, Slot, i).outlet = -1;
  if (row == NULL)
    return;
  self->n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (table));
  show_event (self, rcp_cross_row_get_event (row));
  update_slots (self);
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

  self->is_selected = selected;
  self->selected_outlet = outlet;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = &g_array_index (self->slots, Slot, i);

      rcp_cross_check_cell_set_selected (RCP_CROSS_CHECK_CELL (slot->cell), selected && slot->outlet == outlet && outlet >= 0);
    }
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
  const Slot *slot;

  g_return_val_if_fail (RCP_IS_CROSS_CHECK_ROW (self), FALSE);

  gtk_adjustment_clamp_page (self->adjustment, left, left + RCP_CROSS_CHECK_CELL_WIDTH_PX);
  update_slots (self);
  slot = find_slot (self, (int) outlet);
  return slot != NULL && gtk_widget_grab_focus (slot->cell);
}

/**
 * rcp_cross_check_row_find_focus:
 *
 * Returns: the outlet whose cell has the keyboard, -1 for none.
 */
int
rcp_cross_check_row_find_focus (RcpCrossCheckRow *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (gtk_widget_is_focus (g_array_index (self->slots, Slot, i).cell))
      return g_array_index (self->slots, Slot, i).outlet;
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
