#include "config.h"

#include "rcp-timeline-publications.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-article.h"
#include "rcp-date-words.h"
#include "rcp-time-scale.h"
#include "rcp-timeline-drawing.h"
#include "rcp-timeline-palette.h"

#define HEAD_PX 26
#define FOOT_PX 10
#define ROW_PX 16
#define OPEN_PX 84.0
#define LABEL_GAP_PX 5.0
#define REACH_PX 6.0
/* Rows for more outlets than anybody would read down would only make the window slow. */
#define MAX_OUTLETS 200

typedef struct
{
  gint64 id;
  gint32 first_day;
  gint32 last_day;
  gboolean stated;
  gboolean open_start;
  gboolean open_end;
} Issue;

/* Everything of one outlet. */
typedef struct
{
  PangoLayout *label;
  GArray *issues; /* of Issue, by first day */
} Row;

struct _RcpTimelinePublications
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *head;
  GtkWidget *count;

  /* owned */
  RcpTimelineContent *content;
  GPtrArray *rows; /* of Row */

  /* plain */
  RcpTimelinePalette palette;
  gboolean has_palette;
  int inset;
  guint n_dated;
};

G_DEFINE_FINAL_TYPE (RcpTimelinePublications, rcp_timeline_publications, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->label);
  g_array_unref (row->issues);
  g_free (row);
}

static int
compare_issues (gconstpointer a, gconstpointer b)
{
  const Issue *x = a, *y = b;

  return x->first_day < y->first_day ? -1 : x->first_day > y->first_day;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = *(Row *const *) a, *y = *(Row *const *) b;

  return compare_issues (x->issues->data, y->issues->data);
}

static PangoLayout *
make_label (RcpTimelinePublications *self, RcpArticle *article)
{
  const char *outlet = rcp_article_get_outlet (article), *via = rcp_article_get_via (article);
  g_autofree char *text = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *label;

  if (outlet != NULL && via != NULL && !g_str_equal (outlet, via))
    /* Translators: an outlet and who carries it: “RFI, via allAfrica” */
    text = g_strdup_printf (_("%s, via %s"), outlet, via);
  else if (outlet != NULL)
    text = g_strdup (outlet);
  else if (rcp_article_get_byline (article) != NULL)
    /* Translators: %s is who signs an article of an outlet without a name */
    text = g_strdup_printf (_("%s (outlet to name)"), rcp_article_get_byline (article));
  else
    text = g_strdup (_("Outlet without a name"));
  label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (outlet == NULL)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_attributes (label, attributes);
  return label;
}

static void
rebuild (RcpTimelinePublications *self)
{
  GListModel *articles = rcp_timeline_content_get_articles (self->content);
  g_autoptr (GHashTable) by_outlet = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = articles ? g_list_model_get_n_items (articles) : 0;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_set_size (self->rows, 0);
  self->n_dated = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);
      RcpEdtf *published = rcp_article_get_published (article);
      gint64 outlet = rcp_article_get_outlet_id (article);
      Row *row = g_hash_table_lookup (by_outlet, &outlet);
      Issue issue = { .id = rcp_article_get_id (article) };

      if (published == NULL)
        continue;
      issue.first_day = rcp_edtf_get_first_day (published);
      issue.last_day = rcp_edtf_get_last_day (published);
      issue.open_start = issue.first_day == RCP_DAY_OPEN_START;
      issue.open_end = issue.last_day == RCP_DAY_OPEN_END;
      if (issue.open_start && issue.open_end)
        continue;
      if (issue.open_start)
        issue.first_day = issue.last_day;
      if (issue.open_end)
        issue.last_day = issue.first_day;
      issue.stated = rcp_edtf_is_exact_day (published);
      self->n_dated++;
      if (row == NULL && self->rows->len < MAX_OUTLETS)
        {
          row = g_new0 (Row, 1);
          row->issues = g_array_new (FALSE, FALSE, sizeof (Issue));
          row->label = make_label (self, article);
          g_ptr_array_add (self->rows, row);
          g_hash_table_insert (by_outlet, g_memdup2 (&outlet, sizeof outlet), row);
        }
      if (row != NULL)
        g_array_append_val (row->issues, issue);
    }
  for (guint i = 0; i < self->rows->len; i++)
    g_array_sort (((Row *) g_ptr_array_index (self->rows, i))->issues, compare_issues);
  g_ptr_array_sort (self->rows, compare_rows);
  count = g_strdup_printf ("%u", self->n_dated);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  words = g_strdup_printf (ngettext ("Publications, %u article", "Publications, %u articles", self->n_dated), self->n_dated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_row_height (RcpTimelinePublications *self)
{
  int height = 0;

  if (self->rows->len > 0)
    pango_layout_get_pixel_size (((Row *) g_ptr_array_index (self->rows, 0))->label, NULL, &height);
  return MAX (ROW_PX, height - 1);
}

static int
get_head_height (RcpTimelinePublications *self)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->head, NULL, &size);
  return self->inset > 0 ? 4 : MAX (HEAD_PX, size.height + 4);
}

static void
get_scale (RcpTimelinePublications *self, RcpTimeScale *scale)
{
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);

  rcp_time_scale_init (scale, rcp_timeline_state_get_first_day (state), rcp_timeline_state_get_last_day (state),
                       MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->inset, 1));
}

static void
get_bounds (const Issue *issue, const RcpTimeScale *scale, double *left, double *right)
{
  *left = rcp_time_scale_to_x (scale, issue->first_day);
  *right = rcp_time_scale_to_x (scale, issue->last_day + 1.0);
  if (issue->stated)
    {
      *left = (*left + *right) / 2 - 1.6;
      *right = *left + 3.2;
      return;
    }
  if (issue->open_start)
    *left = *right - OPEN_PX;
  if (issue->open_end)
    *right = *left + OPEN_PX;
  if (*right - *left < 8)
    {
      double middle = (*left + *right) / 2;

      *left = middle - 4;
      *right = middle + 4;
    }
}

static void
draw_row (RcpTimelinePublications *self, GtkSnapshot *snapshot, const Row *row, double y, double height,
          const RcpTimeScale *scale, const RcpTimelineDrawing *drawing)
{
  double first = HUGE_VAL, last = -HUGE_VAL, before = -HUGE_VAL, x;
  GdkRGBA soft = rcp_timeline_alpha (&self->palette.text, 0.78f);
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);
  gint64 selected = rcp_timeline_state_get_selected_article (state);
  int text_width, text_height;

  for (guint i = 0; i < row->issues->len; i++)
    {
      const Issue *issue = &g_array_index (row->issues, Issue, i);
      const GdkRGBA *colour = issue->id == selected ? &self->palette.accent : issue->stated ? &self->palette.text : &soft;
      double left, right, a, b;

      get_bounds (issue, scale, &left, &right);
      if (right < 0 || left > scale->width_px)
        continue;
      first = MIN (first, left);
      last = MAX (last, right);
      /* Where hundreds fall on one pixel, one is enough. */
      if (issue->stated && left - before < 1 && issue->id != selected)
        continue;
      before = left;
      a = rcp_timeline_drawing_x (drawing, left);
      b = rcp_timeline_drawing_x (drawing, right);
      if (issue->stated)
        {
          GskRoundedRect tick;

          gsk_rounded_rect_init_from_rect (
              &tick, &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) (y + height / 2 - 6.5), 3.2f, 13), 1.6f);
          gtk_snapshot_push_rounded_clip (snapshot, &tick);
          gtk_snapshot_append_color (snapshot, colour, &tick.bounds);
          gtk_snapshot_pop (snapshot);
        }
      else
        rcp_timeline_drawing_bar (
            snapshot,
            &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) (y + height / 2 - 3), (float) fabs (b - a), 6), 3, colour,
            !(drawing->rtl ? issue->open_start : issue->open_end), !(drawing->rtl ? issue->open_end : issue->open_start));
    }
  if (first > last)
    return;
  /* Beside the last of them; before the first where there is no room after. */
  pango_layout_get_pixel_size (row->label, &text_width, &text_height);
  x = last + LABEL_GAP_PX;
  if (x + text_width > scale->width_px - 4)
    x = first - LABEL_GAP_PX - text_width >= 2 ? first - LABEL_GAP_PX - text_width : MAX (scale->width_px - text_width - 4, 0);
  x = rcp_timeline_drawing_x (drawing, drawing->rtl ? x + text_width : x);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y + (height - text_height) / 2)));
  /* A halo, so that lines do not run through the words. */
  {
    GdkRGBA halo = rcp_timeline_alpha (&self->palette.view, 0.85f);
    GskRoundedRect ground;

    gsk_rounded_rect_init_from_rect (&ground, &GRAPHENE_RECT_INIT (-2, 1, text_width + 4, text_height - 2), 4);
    gtk_snapshot_push_rounded_clip (snapshot, &ground);
    gtk_snapshot_append_color (snapshot, &halo, &ground.bounds);
    gtk_snapshot_pop (snapshot);
  }
  gtk_snapshot_append_layout (snapshot, row->label, &self->palette.text);
  gtk_snapshot_restore (snapshot);
}

static void
rcp_timeline_publications_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double row_height = get_row_height (self), y = get_head_height (self);
  RcpTimelineDrawing drawing
      = { .inset = self->inset, .width = width, .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  RcpTimeScale scale;

  if (!self->has_palette)
    rcp_timeline_palette_read (&self->palette, widget);
  self->has_palette = TRUE;
  get_scale (self, &scale);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (drawing.rtl ? 0 : self->inset, 0, width - self->inset, height));
  for (guint i = 0; i < self->rows->len; i++, y += row_height)
    draw_row (self, snapshot, g_ptr_array_index (self->rows, i), y, row_height, &scale, &drawing);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->head, snapshot);
}

static void
rcp_timeline_publications_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                   int *minimum_baseline, int *natural_baseline)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else if (self->rows->len == 0)
    *minimum = *natural = 0;
  else
    *minimum = *natural = get_head_height (self) + (int) self->rows->len * get_row_height (self) + FOOT_PX;
}

static void
rcp_timeline_publications_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;
  double x;

  gtk_widget_set_child_visible (self->head, self->rows->len > 0);
  gtk_widget_get_preferred_size (self->head, NULL, &size);
  if (self->inset > 0)
    size.width = self->inset - 1;
  x = self->inset > 0 ? 0 : 12;
  if (rtl)
    x = width - x - size.width;
  gtk_widget_allocate (self->head, size.width, self->inset > 0 ? MAX (height, size.height) : size.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, self->inset > 0 ? 0 : 4)));
}

static const Issue *
find_issue (RcpTimelinePublications *self, double x, double y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double row = (y - get_head_height (self)) / get_row_height (self), best = REACH_PX;
  const Issue *found = NULL;
  RcpTimeScale scale;
  Row *at;

  if (row < 0 || row >= self->rows->len)
    return NULL;
  at = g_ptr_array_index (self->rows, (guint) row);
  get_scale (self, &scale);
  x = (rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x) - self->inset;
  for (guint i = 0; i < at->issues->len; i++)
    {
      const Issue *issue = &g_array_index (at->issues, Issue, i);
      double left, right, distance;

      get_bounds (issue, &scale, &left, &right);
      distance = x < left ? left - x : x > right ? x - right : 0;
      if (distance < best)
        {
          best = distance;
          found = issue;
        }
    }
  return found;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RcpTimelinePublications *self)
{
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);
  const Issue *issue = find_issue (self, x, y);

  if (issue == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press > 1)
    rcp_timeline_state_open_article (state, issue->id, 0, 0);
  else
    rcp_timeline_state_set_selected_article (state, issue->id);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (widget);
  GListModel *articles = rcp_timeline_content_get_articles (self->content);
  const Issue *issue = keyboard ? NULL : find_issue (self, x, y);

  for (guint i = 0; issue != NULL && i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *when = NULL;
      g_autofree char *text = NULL;

      if (rcp_article_get_id (article) != issue->id)
        continue;
      when = rcp_date_words_format (rcp_article_get_published (article), RCP_DATE_STYLE_LONG);
      text = g_strdup_printf ("%s\n%s", rcp_article_get_title (article), when);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  return FALSE;
}

static void
rcp_timeline_publications_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (widget);

  GTK_WIDGET_CLASS (rcp_timeline_publications_parent_class)->css_changed (widget, change);
  self->has_palette = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    pango_layout_context_changed (((Row *) g_ptr_array_index (self->rows, i))->label);
  gtk_widget_queue_resize (widget);
}

static void
rcp_timeline_publications_dispose (GObject *object)
{
  RcpTimelinePublications *self = RCP_TIMELINE_PUBLICATIONS (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (rcp_timeline_publications_parent_class)->dispose (object);
}

static void
rcp_timeline_publications_finalize (GObject *object)
{
  g_clear_pointer (&RCP_TIMELINE_PUBLICATIONS (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (rcp_timeline_publications_parent_class)->finalize (object);
}

static void
rcp_timeline_publications_class_init (RcpTimelinePublicationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_timeline_publications_dispose;
  object_class->finalize = rcp_timeline_publications_finalize;
  widget_class->measure = rcp_timeline_publications_measure;
  widget_class->size_allocate = rcp_timeline_publications_size_allocate;
  widget_class->snapshot = rcp_timeline_publications_snapshot;
  widget_class->css_changed = rcp_timeline_publications_css_changed;
  gtk_widget_class_set_css_name (widget_class, "publications");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_timeline_publications_init (RcpTimelinePublications *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *square = gtk_image_new_from_icon_name ("rcp-article-symbolic");
  /* Translators: the rows that show when each outlet published */
  GtkWidget *name = gtk_label_new (_("Publications"));

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  gtk_widget_add_css_class (self->head, "lane-label");
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_add_css_class (square, "publications-icon");
  gtk_image_set_pixel_size (GTK_IMAGE (square), 12);
  gtk_widget_set_valign (square, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->head), square);
  gtk_widget_add_css_class (name, "name");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->head), name);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_box_append (GTK_BOX (self->head), self->count);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * rcp_timeline_publications_new:
 * @content: what to show
 *
 * Returns: (transfer floating): the rows of its outlets.
 */
GtkWidget *
rcp_timeline_publications_new (RcpTimelineContent *content)
{
  RcpTimelinePublications *self = g_object_new (RCP_TYPE_TIMELINE_PUBLICATIONS, NULL);
  RcpTimelineState *state = rcp_timeline_content_get_state (content);

  self->content = g_object_ref (content);
  g_signal_connect_object (content, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::first-day", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::last-day", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected-article", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_publications_set_inset:
 * @inset_px: width of the column of labels; 0 for none
 */
void
rcp_timeline_publications_set_inset (RcpTimelinePublications *self, int inset_px)
{
  g_return_if_fail (RCP_IS_TIMELINE_PUBLICATIONS (self));

  if (self->inset == inset_px)
    return;
  self->inset = inset_px;
  if (inset_px > 0)
    gtk_widget_add_css_class (self->head, "column");
  else
    gtk_widget_remove_css_class (self->head, "column");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
