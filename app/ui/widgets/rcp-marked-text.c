#include "config.h"

#include "rcp-marked-text.h"

#include "rcp-colours.h"

#include <string.h>

struct _RcpMarkedText
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *label;

  /* owned */
  GArray *marks; /* of RcpRange, in bytes of the text */

  /* plain */
  gboolean active;
};

G_DEFINE_FINAL_TYPE (RcpMarkedText, rcp_marked_text, GTK_TYPE_WIDGET)

/* One rectangle of one line under a mark. */
static void
snapshot_piece (GtkSnapshot *snapshot, float x, float y, float width, float height, const GdkRGBA *tint,
                const GdkRGBA *line, gboolean dots)
{
  if (!dots)
    {
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x - 1, y, width + 2, height), 3);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, tint, &outline.bounds);
      gtk_snapshot_pop (snapshot);
      return;
    }
  for (float dot = 0; dot + 2 <= width; dot += 4)
    gtk_snapshot_append_color (snapshot, line, &GRAPHENE_RECT_INIT (x + dot, y + height - 1, 2, 2));
}

static void
snapshot_marks (RcpMarkedText *self, GtkSnapshot *snapshot, gboolean dots)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  PangoLayoutIter *iter;
  GdkRGBA tint, line;
  int offset_x, offset_y;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &offset_x, &offset_y);
  rcp_colours_look_up (widget, "rcp_shared", &line);
  rcp_colours_look_up (widget, "rcp_shared_tint", &tint);
  if (self->active)
    {
      tint = line;
      tint.alpha = 0.32f;
    }
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutLine *text_line = pango_layout_iter_get_line_readonly (iter);
      int line_start = pango_layout_line_get_start_index (text_line);
      int line_end = line_start + pango_layout_line_get_length (text_line);
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      for (guint i = 0; i < self->marks->len; i++)
        {
          const RcpRange *mark = &g_array_index (self->marks, RcpRange, i);
          int *ranges, n_ranges;

          if ((int) mark->start >= line_end || (int) mark->end <= line_start)
            continue;
          pango_layout_line_get_x_ranges (text_line, MAX ((int) mark->start, line_start),
                                          MIN ((int) mark->end, line_end), &ranges, &n_ranges);
          for (int j = 0; j < n_ranges; j++)
            snapshot_piece (snapshot, offset_x + (float) ranges[2 * j] / PANGO_SCALE,
                            offset_y + (float) logical.y / PANGO_SCALE,
                            (float) (ranges[2 * j + 1] - ranges[2 * j]) / PANGO_SCALE,
                            (float) logical.height / PANGO_SCALE, &tint, &line, dots);
          g_free (ranges);
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
rcp_marked_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpMarkedText *self = RCP_MARKED_TEXT (widget);

  if (self->marks->len > 0)
    snapshot_marks (self, snapshot, FALSE);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
  if (self->marks->len > 0)
    snapshot_marks (self, snapshot, TRUE);
}

static void
rcp_marked_text_dispose (GObject *object)
{
  RcpMarkedText *self = RCP_MARKED_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_marked_text_parent_class)->dispose (object);
}

static void
rcp_marked_text_finalize (GObject *object)
{
  RcpMarkedText *self = RCP_MARKED_TEXT (object);

  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (rcp_marked_text_parent_class)->finalize (object);
}

static void
rcp_marked_text_class_init (RcpMarkedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_marked_text_dispose;
  object_class->finalize = rcp_marked_text_finalize;
  widget_class->snapshot = rcp_marked_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "markedtext");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rcp_marked_text_init (RcpMarkedText *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (RcpRange));
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/** rcp_marked_text_new: Returns: (transfer floating): an empty text. */
GtkWidget *
rcp_marked_text_new (void)
{
  return g_object_new (RCP_TYPE_MARKED_TEXT, NULL);
}

/**
 * rcp_marked_text_set:
 * @text: what to show
 * @marks: (array length=n_marks): stretches of @text, in code points
 */
void
rcp_marked_text_set (RcpMarkedText *self, const char *text, const RcpRange *marks, guint n_marks)
{
  glong n_chars;

  g_return_if_fail (RCP_IS_MARKED_TEXT (self));
  g_return_if_fail (text != NULL);

  n_chars = g_utf8_strlen (text, -1);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < n_marks; i++)
    {
      RcpRange bytes;

      if (marks[i].start >= marks[i].end || marks[i].start >= (guint) n_chars)
        continue;
      bytes.start = g_utf8_offset_to_pointer (text, marks[i].start) - text;
      bytes.end = g_utf8_offset_to_pointer (text, MIN (marks[i].end, (guint) n_chars)) - text;
      g_array_append_val (self->marks, bytes);
    }
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** rcp_marked_text_set_lines: @n_lines: how many lines are shown at most; -1 for all. */
void
rcp_marked_text_set_lines (RcpMarkedText *self, int n_lines)
{
  g_return_if_fail (RCP_IS_MARKED_TEXT (self));

  gtk_label_set_lines (GTK_LABEL (self->label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), n_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/** rcp_marked_text_set_active: @active: whether the marks stand out because their twins are pointed at. */
void
rcp_marked_text_set_active (RcpMarkedText *self, gboolean active)
{
  g_return_if_fail (RCP_IS_MARKED_TEXT (self));

  active = !!active;
  if (self->active == active)
    return;
  self->active = active;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
