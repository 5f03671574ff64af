#include "config.h"

#include "rcp-reader-body.h"

#include "rcp-colours.h"

#define GAP_PX 28             /* between text and margin */
#define BETWEEN_REMARKS_PX 8
#define JOIN_PX 1.4f          /* thickness of the line from passage to note */
#define NARROW_PX (RCP_READER_MEASURE_PX + GAP_PX + RCP_READER_MARGIN_PX - 4)

typedef struct
{
  GtkWidget *widget;  /* a child */
  GtkWidget *number;  /* a child: the number of the footnote */
  RcpRange passage;
  gboolean joined;
  int x, y, width, height; /* where it was placed */
  int passage_y;           /* middle of the passage's last line */
  int passage_x;
} Remark;

struct _RcpReaderBody
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *remarks; /* of Remark, by passage */

  /* children */
  GtkWidget *reader;

  /* plain */
  gboolean narrow;
  int text_width;  /* for which the height of the text is known; 0 for none */
  int text_height;
};

G_DEFINE_FINAL_TYPE (RcpReaderBody, rcp_reader_body, GTK_TYPE_WIDGET)

static void
remark_free (Remark *remark)
{
  gtk_widget_unparent (remark->widget);
  gtk_widget_unparent (remark->number);
  g_free (remark);
}

static int
natural_height (GtkWidget *widget, int width)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

/* A text view says how high it is at the width it has, not at the one it is asked about; so its true height is taken
 * after each allocation, and kept. */
static int
text_height (RcpReaderBody *self, int width)
{
  return self->text_width == width ? self->text_height : natural_height (self->reader, width);
}

static int
text_width (int width)
{
  if (width >= NARROW_PX)
    return RCP_READER_MEASURE_PX;
  return MIN (width, RCP_READER_MEASURE_PX + 120);
}

static void
rcp_reader_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  RcpReaderBody *self = RCP_READER_BODY (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = RCP_READER_MEASURE_PX + GAP_PX + RCP_READER_MARGIN_PX;
      return;
    }
  if (for_size < 0)
    for_size = NARROW_PX;
  height = text_height (self, text_width (for_size));
  if (for_size < NARROW_PX)
    {
      for (guint i = 0; i < self->remarks->len; i++)
        height += natural_height (((Remark *) self->remarks->pdata[i])->widget, text_width (for_size) - GAP_PX)
                  + BETWEEN_REMARKS_PX;
    }
  else
    {
      int stacked = 0;

      /* A margin longer than the text makes the body as long as the margin. */
      for (guint i = 0; i < self->remarks->len; i++)
        stacked += natural_height (((Remark *) self->remarks->pdata[i])->widget, RCP_READER_MARGIN_PX)
                   + BETWEEN_REMARKS_PX;
      height = MAX (height, stacked);
    }
  *minimum = *natural = height;
}

static void
place (GtkWidget *child, gboolean rtl, int total, int x, int y, int width, int height)
{
  if (rtl)
    x = total - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
locate_passage (RcpReaderBody *self, Remark *remark)
{
  GdkRectangle rect;
  guint end = remark->passage.end > remark->passage.start ? remark->passage.end - 1 : remark->passage.start;

  rcp_reader_get_location (RCP_READER (self->reader), end, &rect);
  remark->passage_y = rect.y + rect.height / 2;
  remark->passage_x = rect.x + rect.width;
}

static void
place_in_margin (RcpReaderBody *self, int width, gboolean rtl)
{
  int bottom = 0, left = RCP_READER_MEASURE_PX + GAP_PX;

  for (guint i = 0; i < self->remarks->len; i++)
    {
      Remark *remark = self->remarks->pdata[i];

      gtk_widget_set_child_visible (remark->number, FALSE);
      locate_passage (self, remark);
      remark->x = left;
      remark->width = RCP_READER_MARGIN_PX;
      remark->height = natural_height (remark->widget, remark->width);
      remark->y = MAX (bottom, remark->passage_y - 18);
      bottom = remark->y + remark->height + BETWEEN_REMARKS_PX;
      place (remark->widget, rtl, width, remark->x, remark->y, remark->width, remark->height);
    }
}

static void
place_as_footnotes (RcpReaderBody *self, int width, int top, gboolean rtl)
{
  for (guint i = 0; i < self->remarks->len; i++)
    {
      Remark *remark = self->remarks->pdata[i];

      locate_passage (self, remark);
      gtk_widget_set_child_visible (remark->number, TRUE);
      remark->x = GAP_PX;
      remark->y = top;
      remark->width = text_width (width) - GAP_PX;
      remark->height = natural_height (remark->widget, remark->width);
      place (remark->number, rtl, width, 0, top + 6, GAP_PX - 6, natural_height (remark->number, -1));
      place (remark->widget, rtl, width, remark->x, remark->y, remark->width, remark->height);
      top += remark->height + BETWEEN_REMARKS_PX;
    }
}

static int
measure_lines (RcpReaderBody *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->reader);
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return y + height + gtk_text_view_get_bottom_margin (view);
}

static gboolean
resize_cb (gpointer user_data)
{
  gtk_widget_queue_resize (user_data);
  g_object_unref (user_data);
  return G_SOURCE_REMOVE;
}

/* Only lines within the allocation are laid out for certain, so it grows until the last one is. */
static int
place_text (RcpReaderBody *self, int width, gboolean rtl)
{
  int wanted = text_width (width), height = text_height (self, wanted);

  for (int i = 0; i < 6; i++)
    {
      int lines;

      place (self->reader, rtl, width, 0, 0, wanted, height);
      lines = measure_lines (self);
      if (lines == height)
        break;
      height = lines;
    }
  if (self->text_width != wanted || self->text_height != height)
    {
      self->text_width = wanted;
      self->text_height = height;
      g_idle_add (resize_cb, g_object_ref (self));
    }
  return height;
}

static void
rcp_reader_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpReaderBody *self = RCP_READER_BODY (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int bottom = place_text (self, width, rtl);

  self->narrow = width < NARROW_PX;
  if (self->narrow)
    place_as_footnotes (self, width, bottom, rtl);
  else
    place_in_margin (self, width, rtl);
}

static void
draw_joins (RcpReaderBody *self, GtkSnapshot *snapshot)
{
  int total = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour;

  rcp_colours_look_up (GTK_WIDGET (self), "rcp_highlight", &colour);
  for (guint i = 0; i < self->remarks->len; i++)
    {
      Remark *remark = self->remarks->pdata[i];
      float from = (float) RCP_READER_MEASURE_PX + 2, to = (float) remark->x, bend = (from + to) / 2;
      float y = (float) remark->passage_y, note_y = (float) CLAMP (remark->passage_y, remark->y + 12, remark->y + remark->height - 4);

      if (!remark->joined)
        continue;
      if (rtl)
        {
          from = (float) total - from;
          to = (float) total - to;
          bend = (float) total - bend;
        }
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (MIN (from, bend), y - JOIN_PX / 2, ABS (bend - from), JOIN_PX));
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (bend - JOIN_PX / 2, MIN (y, note_y) - JOIN_PX / 2, JOIN_PX,
                                                      ABS (note_y - y) + JOIN_PX));
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (MIN (bend, to), note_y - JOIN_PX / 2, ABS (to - bend), JOIN_PX));
    }
}

static void
rcp_reader_body_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpReaderBody *self = RCP_READER_BODY (widget);

  if (!self->narrow)
    draw_joins (self, snapshot);
  GTK_WIDGET_CLASS (rcp_reader_body_parent_class)->snapshot (widget, snapshot);
}

static void
rcp_reader_body_dispose (GObject *object)
{
  RcpReaderBody *self = RCP_READER_BODY (object);

  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->reader, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_reader_body_parent_class)->dispose (object);
}

static GtkSizeRequestMode
rcp_reader_body_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rcp_reader_body_class_init (RcpReaderBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_reader_body_dispose;
  widget_class->measure = rcp_reader_body_measure;
  widget_class->size_allocate = rcp_reader_body_size_allocate;
  widget_class->snapshot = rcp_reader_body_snapshot;
  widget_class->get_request_mode = rcp_reader_body_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "readerbody");
}

static void
rcp_reader_body_init (RcpReaderBody *self)
{
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
}

/**
 * rcp_reader_body_new:
 * @reader: (transfer floating): the text
 */
GtkWidget *
rcp_reader_body_new (RcpReader *reader)
{
  RcpReaderBody *self = g_object_new (RCP_TYPE_READER_BODY, NULL);

  self->reader = GTK_WIDGET (reader);
  gtk_widget_set_parent (self->reader, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/** rcp_reader_body_clear: takes all remarks away. */
void
rcp_reader_body_clear (RcpReaderBody *self)
{
  g_return_if_fail (RCP_IS_READER_BODY (self));

  g_ptr_array_set_size (self->remarks, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  const Remark *x = *(Remark *const *) a, *y = *(Remark *const *) b;

  return (x->passage.start > y->passage.start) - (x->passage.start < y->passage.start);
}

static void
number_remarks (RcpReaderBody *self)
{
  g_ptr_array_sort (self->remarks, compare_remarks);
  for (guint i = 0; i < self->remarks->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_label_set_label (GTK_LABEL (((Remark *) self->remarks->pdata[i])->number), number);
    }
}

/**
 * rcp_reader_body_add:
 * @remark: (transfer floating): what is said
 * @passage: about what
 * @joined: whether a line joins the two
 */
void
rcp_reader_body_add (RcpReaderBody *self, GtkWidget *remark, RcpRange passage, gboolean joined)
{
  Remark *added = g_new0 (Remark, 1);

  g_return_if_fail (RCP_IS_READER_BODY (self));

  added->widget = remark;
  added->passage = passage;
  added->joined = joined;
  added->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (added->number, "rcp-caption");
  gtk_widget_add_css_class (added->number, "rcp-bold");
  gtk_widget_set_parent (remark, GTK_WIDGET (self));
  gtk_widget_set_parent (added->number, GTK_WIDGET (self));
  g_ptr_array_add (self->remarks, added);
  number_remarks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rcp_reader_body_remove:
 * @remark: one that was added
 */
void
rcp_reader_body_remove (RcpReaderBody *self, GtkWidget *remark)
{
  g_return_if_fail (RCP_IS_READER_BODY (self));

  for (guint i = 0; i < self->remarks->len; i++)
    if (((Remark *) self->remarks->pdata[i])->widget == remark)
      {
        g_ptr_array_remove_index (self->remarks, i);
        number_remarks (self);
        gtk_widget_queue_resize (GTK_WIDGET (self));
        return;
      }
}
