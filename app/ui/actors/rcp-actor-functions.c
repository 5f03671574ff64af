#include "config.h"

#include "rcp-actor-functions.h"

#include <glib/gi18n.h>

#include "rcp-colours.h"
#include "rcp-date-words.h"

/* A list of offices, not of every way to call somebody: the rest are names, above. */
#define MAX_ROWS 8
#define BAR_WIDTH_PX 84
#define BAR_HEIGHT_PX 8

/* The bar of one office: where its first and its last day lie on the whole span, from 0 to 1. */

#define RCP_TYPE_FUNCTION_BAR (rcp_function_bar_get_type ())
G_DECLARE_FINAL_TYPE (RcpFunctionBar, rcp_function_bar, RCP, FUNCTION_BAR, GtkWidget)

struct _RcpFunctionBar
{
  GtkWidget parent_instance;

  /* plain */
  float from;
  float to;
};

G_DEFINE_FINAL_TYPE (RcpFunctionBar, rcp_function_bar, GTK_TYPE_WIDGET)

static void
rcp_function_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH_PX : BAR_HEIGHT_PX;
  *minimum_baseline = *natural_baseline = -1;
}

static void
append_rounded (GtkSnapshot *snapshot, const GdkRGBA *colour, float x, float y, float width, float height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
rcp_function_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpFunctionBar *self = RCP_FUNCTION_BAR (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), x, length;
  GdkRGBA track, bar;

  rcp_colours_look_up (widget, "rcp_button", &track);
  rcp_colours_look_up (widget, "rcp_accent_fill", &bar);
  append_rounded (snapshot, &track, 0, height / 2 - 2, width, 4);
  /* A single day is a dot. */
  length = MAX (height, (self->to - self->from) * width);
  x = MIN (self->from * width, width - length);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x - length;
  append_rounded (snapshot, &bar, x, 0, length, height);
}

static void
rcp_function_bar_class_init (RcpFunctionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = rcp_function_bar_measure;
  widget_class->snapshot = rcp_function_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "functionbar");
  /* The months stand beside it in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rcp_function_bar_init (RcpFunctionBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* The list. */

struct _RcpActorFunctions
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (RcpActorFunctions, rcp_actor_functions, GTK_TYPE_WIDGET)

static gboolean
is_dated (RcpActorFunction *function)
{
  return rcp_actor_function_get_first_day (function) != RCP_DAY_INVALID
         && rcp_actor_function_get_last_day (function) != RCP_DAY_INVALID;
}

/* "Mar 2024", or "Jul 2023 – Mar 2024". */
static char *
month_words (RcpActorFunction *function)
{
  RcpYmd first = rcp_day_to_ymd (rcp_actor_function_get_first_day (function));
  RcpYmd last = rcp_day_to_ymd (rcp_actor_function_get_last_day (function));
  g_autoptr (RcpEdtf) from = rcp_edtf_new_month (first.year, first.month);
  g_autoptr (RcpEdtf) to = rcp_edtf_new_month (last.year, last.month);
  g_autofree char *from_words = rcp_date_words_format (from, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *to_words = NULL;

  if (rcp_edtf_equal (from, to))
    return g_steal_pointer (&from_words);
  to_words = rcp_date_words_format (to, RCP_DATE_STYLE_MEDIUM);
  /* Translators: from one month to another */
  return g_strdup_printf (_("%1$s – %2$s"), from_words, to_words);
}

static void
append_row (RcpActorFunctions *self, guint at, RcpActorFunction *function, int first_day, int last_day)
{
  GtkWidget *text = gtk_label_new (rcp_actor_function_get_text (function)), *months;
  g_autofree char *words = is_dated (function) ? month_words (function) : NULL;

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_tooltip_text (text, rcp_actor_function_get_text (function));
  gtk_widget_add_css_class (text, "rcp-chip-text");
  gtk_grid_attach (GTK_GRID (self->grid), text, 0, at, 1, 1);
  if (is_dated (function) && last_day > first_day)
    {
      RcpFunctionBar *bar = g_object_new (RCP_TYPE_FUNCTION_BAR, NULL);
      float span = last_day - first_day;

      bar->from = (rcp_actor_function_get_first_day (function) - first_day) / span;
      bar->to = (rcp_actor_function_get_last_day (function) - first_day) / span;
      gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (bar), 1, at, 1, 1);
    }
  /* Translators: beside an office: no article that gives it has a date */
  months = gtk_label_new (words ? words : _("no date"));
  gtk_label_set_xalign (GTK_LABEL (months), 1);
  gtk_widget_add_css_class (months, "rcp-caption");
  gtk_widget_add_css_class (months, "rcp-dim");
  gtk_widget_add_css_class (months, "rcp-numbers");
  gtk_grid_attach (GTK_GRID (self->grid), months, 2, at, 1, 1);
}

static void
rcp_actor_functions_dispose (GObject *object)
{
  g_clear_pointer (&RCP_ACTOR_FUNCTIONS (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_actor_functions_parent_class)->dispose (object);
}

static void
rcp_actor_functions_class_init (RcpActorFunctionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_actor_functions_dispose;
  gtk_widget_class_set_css_name (widget_class, "actorfunctions");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_actor_functions_init (RcpActorFunctions *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 10);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Functions"), -1);
}

/** rcp_actor_functions_new: Returns: (transfer floating): no functions. */
GtkWidget *
rcp_actor_functions_new (void)
{
  return g_object_new (RCP_TYPE_ACTOR_FUNCTIONS, NULL);
}

/** rcp_actor_functions_set: @functions: of RcpActorFunction, by first day. */
void
rcp_actor_functions_set (RcpActorFunctions *self, GListModel *functions)
{
  guint n;
  int first_day = G_MAXINT, last_day = G_MININT;
  GtkWidget *child;

  g_return_if_fail (RCP_IS_ACTOR_FUNCTIONS (self));

  n = g_list_model_get_n_items (functions);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpActorFunction) function = g_list_model_get_item (functions, i);

      if (!is_dated (function))
        continue;
      first_day = MIN (first_day, rcp_actor_function_get_first_day (function));
      last_day = MAX (last_day, rcp_actor_function_get_last_day (function));
    }
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      g_autoptr (RcpActorFunction) function = g_list_model_get_item (functions, i);

      append_row (self, i, function, first_day, last_day);
    }
  if (n > MAX_ROWS)
    {
      guint n_more = n - MAX_ROWS;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);
      GtkWidget *label = gtk_label_new (more);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "rcp-caption");
      gtk_widget_add_css_class (label, "rcp-dim");
      gtk_grid_attach (GTK_GRID (self->grid), label, 0, MAX_ROWS, 3, 1);
    }
}
