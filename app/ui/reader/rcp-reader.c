#include "config.h"

#include "rcp-reader.h"

#include <string.h>

#include "rcp-colours.h"

/* Pango has no dotted underline, so dots are drawn below the text, line by line. */
#define DOT_PX 2.0f
#define DOT_STEP_PX 4.0f

typedef struct
{
  RcpRange range;
  const char *colour; /* name in the style sheet */
} DottedRange;

struct _RcpReader
{
  GtkTextView parent_instance;

  /* owned */
  RcpArticleDetail *detail;
  GArray *dotted; /* of DottedRange, in text order within a kind */

  /* borrowed from the buffer's tag table */
  GtkTextTag *actor_tag;
  GtkTextTag *shared_tag;
  GtkTextTag *note_tag;
  GtkTextTag *set_aside_tag;
  GtkTextTag *hidden_tag;
  GtkTextTag *found_tag;

  /* plain */
  gboolean show_set_aside;
  guint pressed_position;
};

G_DEFINE_FINAL_TYPE (RcpReader, rcp_reader, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_SHOW_SET_ASIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (RcpReader *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
apply (RcpReader *self, GtkTextTag *tag, RcpRange range)
{
  GtkTextIter start, end;

  if (range.end <= range.start)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, (int) range.start);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, (int) range.end);
  gtk_text_buffer_apply_tag (buffer_of (self), tag, &start, &end);
}

static void
update_colours (RcpReader *self)
{
  GdkRGBA colour;
  GtkWidget *widget = GTK_WIDGET (self);

  rcp_colours_look_up (widget, "rcp_accent", &colour);
  g_object_set (self->actor_tag, "underline-rgba", &colour, NULL);
  rcp_colours_look_up (widget, "rcp_shared_tint", &colour);
  g_object_set (self->shared_tag, "background-rgba", &colour, NULL);
  rcp_colours_look_up (widget, "rcp_highlight_tint", &colour);
  g_object_set (self->note_tag, "background-rgba", &colour, NULL);
  rcp_colours_look_up (widget, "rcp_highlight", &colour);
  g_object_set (self->note_tag, "underline-rgba", &colour, NULL);
  rcp_colours_look_up (widget, "rcp_dim", &colour);
  g_object_set (self->set_aside_tag, "foreground-rgba", &colour, NULL);
  rcp_colours_look_up (widget, "rcp_accent_tint", &colour);
  g_object_set (self->found_tag, "background-rgba", &colour, NULL);
}

static void
rcp_reader_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rcp_reader_parent_class)->css_changed (widget, change);
  update_colours (RCP_READER (widget));
}

/* Drawing. */

static void
draw_dots (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width)
{
  int n = MAX (1, (int) (width / DOT_STEP_PX));

  for (int i = 0; i < n; i++)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (x + (float) i * DOT_STEP_PX, y, DOT_PX, DOT_PX));
}

static void
draw_dotted_range (RcpReader *self, GtkSnapshot *snapshot, const DottedRange *dotted, const GdkRectangle *visible)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter at, end;
  GdkRGBA colour;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &at, (int) dotted->range.start);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, (int) dotted->range.end);
  rcp_colours_look_up (GTK_WIDGET (self), dotted->colour, &colour);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextIter line_end = at;
      GdkRectangle from, to;

      if (!gtk_text_view_forward_display_line_end (view, &line_end) || gtk_text_iter_compare (&line_end, &end) > 0)
        line_end = end;
      gtk_text_view_get_iter_location (view, &at, &from);
      if (from.y > visible->y + visible->height)
        return;
      gtk_text_view_get_iter_location (view, &line_end, &to);
      /* The end of a range at the end of a line may be reported at the start of the next. */
      if (to.y != from.y)
        {
          GtkTextIter last = line_end;

          gtk_text_iter_backward_char (&last);
          gtk_text_view_get_iter_location (view, &last, &to);
          to.x += to.width;
        }
      if (from.y + from.height >= visible->y && to.x != from.x)
        draw_dots (snapshot, &colour, (float) MIN (from.x, to.x), (float) (from.y + from.height) - 3,
                   (float) ABS (to.x - from.x));
      at = line_end;
      if (gtk_text_iter_compare (&at, &end) < 0 && !gtk_text_iter_forward_char (&at))
        return;
    }
}

static void
rcp_reader_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  RcpReader *self = RCP_READER (view);
  GdkRectangle visible;

  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  for (guint i = 0; i < self->dotted->len; i++)
    draw_dotted_range (self, snapshot, &g_array_index (self->dotted, DottedRange, i), &visible);
}

/* Marks. */

static gboolean
position_at (RcpReader *self, double x, double y, guint *position)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  *position = (guint) gtk_text_iter_get_offset (&iter);
  return TRUE;
}

static gboolean
has_mark (RcpReader *self, guint position)
{
  return rcp_reader_find_mention (self, position) || rcp_reader_find_date (self, position);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RcpReader *self)
{
  if (!position_at (self, x, y, &self->pressed_position))
    self->pressed_position = G_MAXUINT;
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, RcpReader *self)
{
  guint position;
  RcpRange selection;

  /* A drag selects; only a click on one spot opens a mark. */
  if (n_press != 1 || rcp_reader_get_selection (self, &selection))
    return;
  if (position_at (self, x, y, &position) && position == self->pressed_position && has_mark (self, position))
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, position);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RcpReader *self)
{
  guint position;
  gboolean over = position_at (self, x, y, &position) && has_mark (self, position);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : "text");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType modifiers, RcpReader *self)
{
  GtkTextIter iter;
  guint position;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &iter, gtk_text_buffer_get_insert (buffer_of (self)));
  position = (guint) gtk_text_iter_get_offset (&iter);
  if (!has_mark (self, position))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, position);
  return GDK_EVENT_STOP;
}

/* Filling. */

/* What stands between two paragraphs, set-aside text included while that is hidden, is hidden but for one line break:
 * the space between paragraphs is the style's. So is the title at the head of the text, which stands above it already. */

typedef struct
{
  const GArray *set_aside; /* of RcpSetAsideRange, in text order; NULL when it is shown */
  guint next;
} Asides;

static gboolean
is_aside (Asides *asides, guint offset)
{
  while (asides->set_aside && asides->next < asides->set_aside->len
         && g_array_index (asides->set_aside, RcpSetAsideRange, asides->next).range.end <= offset)
    asides->next++;
  return asides->set_aside && asides->next < asides->set_aside->len
         && g_array_index (asides->set_aside, RcpSetAsideRange, asides->next).range.start <= offset;
}

static void
hide_gap (RcpReader *self, guint start, guint end, guint n_breaks)
{
  if (start == 0)
    apply (self, self->hidden_tag, (RcpRange){ 0, end });
  else if (n_breaks > 1)
    apply (self, self->hidden_tag, (RcpRange){ start + 1, end });
}

static void
update_hidden (RcpReader *self)
{
  const char *text = rcp_article_detail_get_text (self->detail);
  const char *title = rcp_article_get_title (rcp_article_detail_get_article (self->detail));
  Asides asides = { self->show_set_aside ? NULL : rcp_article_detail_get_set_aside (self->detail), 0 };
  guint offset = 0, gap_start = 0, n_breaks = 0, title_length = (guint) g_utf8_strlen (title, -1);
  gboolean in_gap = TRUE, at_head = TRUE;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_remove_tag (buffer_of (self), self->hidden_tag, &start, &end);
  for (const char *p = text; *p; p = g_utf8_next_char (p), offset++)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = c == '\n' || is_aside (&asides, offset) || (in_gap && g_unichar_isspace (c));

      if (blank && !in_gap)
        {
          in_gap = TRUE;
          gap_start = offset;
          n_breaks = 0;
        }
      n_breaks += c == '\n' && in_gap;
      if (blank || !in_gap)
        continue;
      if (at_head && title_length > 0 && g_str_has_prefix (p, title) && p[strlen (title)] == '\n')
        {
          p += strlen (title) - 1;
          offset += title_length - 1;
          at_head = FALSE;
          continue;
        }
      at_head = FALSE;
      hide_gap (self, gap_start, offset, n_breaks);
      in_gap = FALSE;
    }
  if (in_gap)
    apply (self, self->hidden_tag, (RcpRange){ gap_start, offset });
}

static void
add_dotted (RcpReader *self, RcpRange range, const char *colour)
{
  DottedRange dotted = { range, colour };

  if (range.end > range.start)
    g_array_append_val (self->dotted, dotted);
}

static void
apply_findings (RcpReader *self)
{
  const GArray *set_aside = rcp_article_detail_get_set_aside (self->detail);
  const GArray *mentions = rcp_article_detail_get_mentions (self->detail);
  const GPtrArray *dates = rcp_article_detail_get_dates (self->detail);
  const GArray *shared = rcp_article_detail_get_shared (self->detail);
  GListModel *notes = rcp_article_detail_get_notes (self->detail);

  for (guint i = 0; i < set_aside->len; i++)
    apply (self, self->set_aside_tag, g_array_index (set_aside, RcpSetAsideRange, i).range);
  for (guint i = 0; i < mentions->len; i++)
    if (g_array_index (mentions, RcpMention, i).acting)
      apply (self, self->actor_tag, g_array_index (mentions, RcpMention, i).range);
  for (guint i = 0; i < shared->len; i++)
    {
      const RcpSharedRange *passage = &g_array_index (shared, RcpSharedRange, i);

      if (passage->kind != RCP_SHARED_WORDING)
        continue;
      apply (self, self->shared_tag, passage->range);
      add_dotted (self, passage->range, "rcp_shared");
    }
  for (guint i = 0; i < dates->len; i++)
    {
      RcpDateExpression *date = dates->pdata[i];

      if (date->value)
        add_dotted (self, date->range, "rcp_rupture");
    }
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);

      apply (self, self->note_tag, (RcpRange){ rcp_note_get_start (note), rcp_note_get_end (note) });
    }
}

static void
rcp_reader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpReader *self = RCP_READER (object);

  switch (prop_id)
    {
    case PROP_SHOW_SET_ASIDE:
      g_value_set_boolean (value, self->show_set_aside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_reader_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpReader *self = RCP_READER (object);

  switch (prop_id)
    {
    case PROP_SHOW_SET_ASIDE:
      if (self->show_set_aside == g_value_get_boolean (value))
        return;
      self->show_set_aside = g_value_get_boolean (value);
      g_object_set (self->set_aside_tag, "invisible", !self->show_set_aside, NULL);
      if (self->detail)
        update_hidden (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_reader_finalize (GObject *object)
{
  RcpReader *self = RCP_READER (object);

  g_clear_object (&self->detail);
  g_clear_pointer (&self->dotted, g_array_unref);

  G_OBJECT_CLASS (rcp_reader_parent_class)->finalize (object);
}

static void
rcp_reader_class_init (RcpReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rcp_reader_finalize;
  object_class->get_property = rcp_reader_get_property;
  object_class->set_property = rcp_reader_set_property;
  GTK_WIDGET_CLASS (klass)->css_changed = rcp_reader_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = rcp_reader_snapshot_layer;

  properties[PROP_SHOW_SET_ASIDE] = g_param_spec_boolean ("show-set-aside", NULL, NULL, FALSE,
                                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rcp_reader_init (RcpReader *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = buffer_of (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->dotted = g_array_new (FALSE, FALSE, sizeof (DottedRange));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (view, 14);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rcp-reader");

  self->shared_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->note_tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->actor_tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->found_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->set_aside_tag = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, "scale", 0.85, NULL);
  /* GTK 4.8 leaves the space below a line even where all of the line is hidden. */
  self->hidden_tag = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, "pixels-below-lines", 0, NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rcp_reader_new (void)
{
  return g_object_new (RCP_TYPE_READER, NULL);
}

/**
 * rcp_reader_set_detail:
 * @detail: (transfer none) (nullable): the article to show
 */
void
rcp_reader_set_detail (RcpReader *self, RcpArticleDetail *detail)
{
  const char *text;
  GtkTextIter start;

  g_return_if_fail (RCP_IS_READER (self));

  g_set_object (&self->detail, detail);
  g_array_set_size (self->dotted, 0);
  text = detail ? rcp_article_detail_get_text (detail) : "";
  gtk_text_buffer_set_text (buffer_of (self), text, -1);
  if (detail == NULL)
    return;
  gtk_text_buffer_get_start_iter (buffer_of (self), &start);
  gtk_text_buffer_place_cursor (buffer_of (self), &start);
  apply_findings (self);
  update_hidden (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rcp_reader_get_selection:
 * @range: (out): the selected code points
 *
 * Returns: whether anything is selected.
 */
gboolean
rcp_reader_get_selection (RcpReader *self, RcpRange *range)
{
  GtkTextIter start, end;

  g_return_val_if_fail (RCP_IS_READER (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end))
    return FALSE;
  range->start = (guint) gtk_text_iter_get_offset (&start);
  range->end = (guint) gtk_text_iter_get_offset (&end);
  return TRUE;
}

/**
 * rcp_reader_show_range:
 * @range: a passage
 *
 * Marks the passage until another is shown, and puts the caret at its start. The scrolling is the page's.
 */
void
rcp_reader_show_range (RcpReader *self, RcpRange range)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end;

  g_return_if_fail (RCP_IS_READER (self));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->found_tag, &start, &end);
  apply (self, self->found_tag, range);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) range.start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * rcp_reader_get_location:
 * @position: a code point
 * @rect: (out): where it stands, in the widget's coordinates
 */
void
rcp_reader_get_location (RcpReader *self, guint position, GdkRectangle *rect)
{
  GtkTextIter iter;

  g_return_if_fail (RCP_IS_READER (self));

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &iter, (int) position);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, rect);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, rect->x, rect->y, &rect->x,
                                         &rect->y);
}

/**
 * rcp_reader_find_mention:
 *
 * Returns: (transfer none) (nullable): the innermost mention at @position.
 */
const RcpMention *
rcp_reader_find_mention (RcpReader *self, guint position)
{
  const RcpMention *found = NULL;
  const GArray *mentions = self->detail ? rcp_article_detail_get_mentions (self->detail) : NULL;

  for (guint i = 0; mentions && i < mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (mentions, RcpMention, i);

      if (mention->acting && mention->range.start <= position && position < mention->range.end
          && (!found || rcp_range_length (mention->range) < rcp_range_length (found->range)))
        found = mention;
    }
  return found;
}

/**
 * rcp_reader_find_date:
 *
 * Returns: (transfer none) (nullable): the date expression at @position.
 */
RcpDateExpression *
rcp_reader_find_date (RcpReader *self, guint position)
{
  const GPtrArray *dates = self->detail ? rcp_article_detail_get_dates (self->detail) : NULL;

  for (guint i = 0; dates && i < dates->len; i++)
    {
      RcpDateExpression *date = dates->pdata[i];

      if (date->range.start <= position && position < date->range.end)
        return date;
    }
  return NULL;
}

/** rcp_reader_count_set_aside: how many stretches of the text are set aside. */
guint
rcp_reader_count_set_aside (RcpReader *self)
{
  return self->detail ? rcp_article_detail_get_set_aside (self->detail)->len : 0;
}
