/* The timeline on a display, fed with events directly: no library, no settings. */

#include <math.h>
#include <string.h>

#include "../timeline/timeline-data.h"
#include "ui-test.h"

#include "rcp-actor.h"
#include "rcp-article.h"
#include "rcp-timeline-canvas.h"
#include "rcp-timeline-chip.h"
#include "rcp-timeline-grip.h"
#include "rcp-timeline-shapes.h"
#include "rcp-timeline-view.h"

typedef struct
{
  RcpTimelineState *state;
  GtkWindow *window;
  GtkWidget *view;
} Fixture;

/* A harbour strike: two pinned actors, one who is not, dates of every kind. */
static const struct
{
  const char *title;
  const char *date;
  RcpAction action;
  gint64 actors[3];
} story[] = {
  { "Dockers down tools", "2021-05-03", RCP_ACTION_PROTEST, { 1, 0 } },               /* id 1 */
  { "Owners and union meet", "2021-05-12", RCP_ACTION_CONSULT, { 1, 2, 0 } },         /* 2 */
  { "A ship is turned back", "2021-05-10/2021-05-20~", RCP_ACTION_REJECT, { 2, 0 } }, /* 3 */
  { "Grain is sent by rail", "2021-05-28", RCP_ACTION_AID, { 3, 0 } },                /* 4 */
  { "The agreement of old", "2009-03", RCP_ACTION_AGREE, { 1, 0 } },                  /* 5 */
  { "A promise", NULL, RCP_ACTION_AID, { 2, 0 } },                                    /* 6 */
};

static void
settle (Fixture *f)
{
  GMainContext *context = g_main_context_default ();

  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (f->view);
      gtk_test_widget_wait_for_draw (f->view);
    }
  while (g_main_context_iteration (context, FALSE))
    ;
}

static void
feed_story (Fixture *f, guint n)
{
  static const char *names[] = { "Dockers' Union", "Harbour Company" };
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);
  g_autoptr (GListStore) actors = g_list_store_new (RCP_TYPE_ACTOR);
  g_autoptr (GListStore) articles = g_list_store_new (RCP_TYPE_ARTICLE);
  g_autoptr (RcpEdtf) published = rcp_edtf_parse ("2021-05-13", NULL);
  g_autoptr (RcpArticle) article = NULL;

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (story)); i++)
    {
      g_autoptr (RcpEdtf) date = story[i].date ? rcp_edtf_parse (story[i].date, NULL) : NULL;
      gsize n_actors = story[i].actors[1] ? 2 : 1;
      g_autoptr (GBytes) ids = g_bytes_new (story[i].actors, n_actors * sizeof (gint64));
      g_autoptr (RcpEvent) event
          = g_object_new (RCP_TYPE_EVENT, "id", (gint64) i + 1, "title", story[i].title, "date", date, "action",
                          story[i].action, "n-outlets", 4, "n-independent", 3, "n-discrepancies", i == 1 ? 1 : 0,
                          "actor-ids", ids, NULL);

      g_list_store_append (events, event);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RcpActor) actor = g_object_new (RCP_TYPE_ACTOR, "id", (gint64) i + 1, "kind", RCP_ACTOR_ORGANISATION,
                                                 "name", names[i], "pin-rank", (int) i, NULL);

      g_list_store_append (actors, actor);
    }
  article = g_object_new (RCP_TYPE_ARTICLE, "id", (gint64) 1, "title", "A title", "outlet", "The Quay", "outlet-id",
                          (gint64) 1, "published", published, NULL);
  g_list_store_append (articles, article);
  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), G_LIST_MODEL (events), G_LIST_MODEL (actors),
                                 G_LIST_MODEL (articles));
}

static void
show (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (f->window, width, height);
  gtk_window_present (f->window);
  settle (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->state = rcp_timeline_state_new ();
  f->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (f->window, FALSE);
  f->view = rcp_timeline_view_new (NULL, f->state);
  gtk_window_set_child (f->window, f->view);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GObject) view = G_OBJECT (g_object_ref (f->view));

  gtk_window_destroy (f->window);
  g_assert_finalize_object (g_steal_pointer (&view));
  g_assert_finalize_object (f->state);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_of (Fixture *f, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (f->view, type, found);
  return found;
}

static GtkWidget *
find_chip (Fixture *f, gint64 event_id)
{
  g_autoptr (GPtrArray) chips = list_of (f, RCP_TYPE_TIMELINE_CHIP);

  for (guint i = 0; i < chips->len; i++)
    if (rcp_timeline_chip_get_event_id (g_ptr_array_index (chips, i)) == event_id)
      return g_ptr_array_index (chips, i);
  return NULL;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->view, action, NULL));
  settle (f);
}

static void
look_at (Fixture *f, const char *first, const char *last)
{
  rcp_timeline_state_set_span (f->state, rcp_day_parse_iso (first), rcp_day_parse_iso (last) + 1);
  settle (f);
}

/* What is chosen first, said and shown: the stretch with most events, not the twelve empty years before it. */
static void
test_first_look (Fixture *f, gconstpointer data)
{
  GtkWidget *chip;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), >, rcp_day_from_ymd (2021, 1, 1));
  g_assert_cmpfloat (rcp_timeline_state_get_last_day (f->state), >, rcp_day_from_ymd (2021, 5, 28));
  g_assert_nonnull (find_label (f->view, "3–28 May 2021"));
  g_assert_nonnull (find_label (f->view, "4 events"));
  g_assert_nonnull (find_label (f->view, "1 not placed"));
  g_assert_nonnull (find_label (f->view, "Other events"));
  g_assert_nonnull (find_label (f->view, "Mar 2009 · The agreement of old"));

  chip = find_chip (f, 2);
  g_assert_nonnull (chip);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Talks. Owners and union meet. Wednesday 12 May 2021, exact day. 4 outlets, 3 independent. Accounts differ.");
  g_assert_true (gtk_widget_has_css_class (find_chip (f, 3), "uncertain"));
  g_assert_false (gtk_widget_has_css_class (chip, "uncertain"));
  /* One chip for an event that two lanes share. */
  g_assert_true (gtk_widget_get_parent (chip) == gtk_widget_get_parent (find_chip (f, 1)));
}

static void
test_no_events (Fixture *f, gconstpointer data)
{
  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), NULL, NULL, NULL);
  show (f, 738, 800);
  g_assert_nonnull (find_label (f->view, "No dates found yet"));
  /* They come in: shown at once. */
  feed_story (f, 4);
  settle (f);
  g_assert_null (find_label (f->view, "No dates found yet"));
  g_assert_nonnull (find_chip (f, 1));
}

static void
test_without_pins (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) events = make_random_events (3, 8, 60);

  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), events, NULL, NULL);
  show (f, 738, 800);
  g_assert_nonnull (find_label (f->view, "All events"));
  g_assert_nonnull (find_label (f->view, "Pin an actor to give it a lane"));
}

/* Whatever is looked at, no two chips that a person sees cover one another, and none leaves its lane. */
static void
test_chips_apart (Fixture *f, gconstpointer data)
{
  static const double spans[] = { 1000, 365, 120, 40, 10 };
  g_autoptr (GListModel) events = make_random_events (9, 260, 900);
  double middle = rcp_day_from_ymd (2001, 3, 1);

  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), events, NULL, NULL);
  show (f, 738, 800);
  for (guint s = 0; s < G_N_ELEMENTS (spans); s++)
    {
      g_autoptr (GPtrArray) chips = NULL;

      rcp_timeline_state_set_span (f->state, middle - spans[s] / 2, middle + spans[s] / 2);
      settle (f);
      chips = list_of (f, RCP_TYPE_TIMELINE_CHIP);
      g_assert_cmpuint (chips->len, >, 0);
      g_assert_cmpuint (chips->len, <=, 300);
      for (guint i = 0; i < chips->len; i++)
        for (guint j = i + 1; j < chips->len; j++)
          {
            GtkWidget *a = g_ptr_array_index (chips, i), *b = g_ptr_array_index (chips, j);
            graphene_rect_t in_a, in_b, both;

            g_assert_true (gtk_widget_compute_bounds (a, gtk_widget_get_parent (a), &in_a));
            g_assert_true (gtk_widget_compute_bounds (b, gtk_widget_get_parent (b), &in_b));
            if (gtk_widget_get_parent (a) != gtk_widget_get_parent (b))
              continue;
            if (graphene_rect_intersection (&in_a, &in_b, &both))
              g_assert_cmpfloat (MIN (both.size.width, both.size.height), <=, 1);
            g_assert_cmpfloat (in_a.origin.y + in_a.size.height, <=, gtk_widget_get_height (gtk_widget_get_parent (a)));
          }
    }
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  static const gint64 order[] = { 5, 1, 3, 2, 4 };

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  look_at (f, "2009-01-01", "2021-06-30");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *chip;

      act (f, "timeline.next-event");
      g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, order[i]);
      chip = find_chip (f, order[i]);
      /* Selected, an event has its chip whatever stands around it. */
      g_assert_nonnull (chip);
      g_assert_true (gtk_widget_has_css_class (chip, "selected"));
      g_assert_true (gtk_window_get_focus (f->window) == chip);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
    }
  act (f, "timeline.next-event");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 4);
  act (f, "timeline.previous-event");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 2);
  act (f, "timeline.lane-below");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 3);
  act (f, "timeline.lane-below");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 4);
  act (f, "timeline.lane-above");
  act (f, "timeline.lane-above");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 2);
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  double first, last, days;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  look_at (f, "2021-05-01", "2021-05-31");
  first = rcp_timeline_state_get_first_day (f->state);
  last = rcp_timeline_state_get_last_day (f->state);
  act (f, "timeline.zoom-in");
  days = rcp_timeline_state_get_last_day (f->state) - rcp_timeline_state_get_first_day (f->state);
  g_assert_cmpfloat_with_epsilon (days, (last - first) / 2, 0.01);
  act (f, "timeline.zoom-out");
  g_assert_cmpfloat_with_epsilon (rcp_timeline_state_get_first_day (f->state), first, 0.01);
  /* At the event selected, if it can be seen. */
  rcp_timeline_state_set_selected_event (f->state, 1);
  act (f, "timeline.zoom-in");
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), <, rcp_day_from_ymd (2021, 5, 4));
  g_assert_cmpfloat (rcp_timeline_state_get_last_day (f->state), <, rcp_day_from_ymd (2021, 5, 20));
  act (f, "timeline.fit");
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), <, rcp_day_from_ymd (2009, 3, 1));
  for (guint i = 0; i < 40; i++)
    act (f, i < 20 ? "timeline.zoom-in" : "timeline.zoom-out");
  g_assert_true (isfinite (rcp_timeline_state_get_first_day (f->state)));
}

static void
test_range (Fixture *f, gconstpointer data)
{
  g_autoptr (RcpEdtf) range = rcp_edtf_parse ("2021-05-10/2021-05-20", NULL);
  g_autoptr (RcpEdtf) nothing = rcp_edtf_parse ("2021-05-06/2021-05-08", NULL);
  g_autoptr (GPtrArray) grips = NULL;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  rcp_timeline_state_set_range (f->state, range);
  settle (f);
  g_assert_nonnull (find_label (f->view, "10–20 May 2021"));
  g_assert_nonnull (find_label (f->view, "2 events"));
  act (f, "timeline.fit-range");
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), <, rcp_day_from_ymd (2021, 5, 10));
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), >, rcp_day_from_ymd (2021, 5, 5));

  /* Two grips of the overview, two of the range; a key moves one by a day. */
  grips = list_of (f, RCP_TYPE_TIMELINE_GRIP);
  g_assert_cmpuint (grips->len, ==, 4);
  gtk_test_accessible_assert_role (g_ptr_array_index (grips, 2), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (g_ptr_array_index (grips, 2), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Monday 10 May 2021");
  g_signal_emit_by_name (g_ptr_array_index (grips, 2), "stepped", -1);
  g_assert_cmpint (rcp_edtf_get_first_day (rcp_timeline_state_get_range (f->state)), ==, rcp_day_from_ymd (2021, 5, 9));

  rcp_timeline_state_set_range (f->state, nothing);
  settle (f);
  g_assert_nonnull (find_label (f->view, "Nothing in this range"));
}

/* Escape takes back one thing at a time. */
static void
test_clear (Fixture *f, gconstpointer data)
{
  g_autoptr (RcpEdtf) range = rcp_edtf_parse ("2021-05-10/2021-05-20", NULL);

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  rcp_timeline_state_set_range (f->state, range);
  rcp_timeline_state_set_actor_filter (f->state, 2, FALSE);
  rcp_timeline_state_set_selected_event (f->state, 1);
  act (f, "timeline.clear");
  g_assert_null (rcp_timeline_state_get_range (f->state));
  g_assert_true (rcp_timeline_state_has_actor_filter (f->state));
  act (f, "timeline.clear");
  g_assert_false (rcp_timeline_state_has_actor_filter (f->state));
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 1);
  act (f, "timeline.clear");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (f->state), ==, 0);
  act (f, "timeline.clear");
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  rcp_timeline_state_set_actor_filter (f->state, 2, FALSE);
  settle (f);
  g_assert_true (gtk_widget_has_css_class (find_chip (f, 1), "faded"));
  g_assert_false (gtk_widget_has_css_class (find_chip (f, 2), "faded"));
  rcp_timeline_state_clear_actor_filter (f->state);
  rcp_timeline_state_set_families (f->state, 1u << RCP_FAMILY_RUPTURE);
  settle (f);
  g_assert_null (find_chip (f, 2));
  g_assert_nonnull (find_chip (f, 1));
  rcp_timeline_state_set_families (f->state, 0);
  settle (f);
  g_assert_nonnull (find_label (f->view, "No family is shown"));
}

/* While time is only moved, chips are the same widgets, moved as far. */
static void
test_pan (Fixture *f, gconstpointer data)
{
  GtkWidget *chip;
  graphene_rect_t before, after;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  look_at (f, "2021-04-24", "2021-06-08");
  chip = find_chip (f, 1);
  g_assert_true (gtk_widget_compute_bounds (chip, f->view, &before));
  rcp_timeline_state_set_span (f->state, rcp_timeline_state_get_first_day (f->state) + 4,
                               rcp_timeline_state_get_last_day (f->state) + 4);
  settle (f);
  g_assert_true (find_chip (f, 1) == chip);
  g_assert_true (gtk_widget_compute_bounds (chip, f->view, &after));
  g_assert_cmpfloat_with_epsilon (before.origin.x - after.origin.x, 4 * gtk_widget_get_width (f->view) / 46.0, 1.5);
  g_assert_cmpfloat_with_epsilon (before.origin.y, after.origin.y, 0.01);
}

static void
test_group (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) chips = NULL;
  double days;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  look_at (f, "2009-01-01", "2022-12-31");
  chips = list_of (f, RCP_TYPE_TIMELINE_CHIP);
  days = rcp_timeline_state_get_last_day (f->state) - rcp_timeline_state_get_first_day (f->state);
  for (guint i = 0; i < chips->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (chips, i), "group"))
      {
        g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

        /* It shows what it is made of. */
        collect (g_ptr_array_index (chips, i), RCP_TYPE_TIMELINE_SHAPES, shapes);
        g_assert_cmpuint (shapes->len, ==, 1);
        g_assert_cmpint (gtk_widget_get_width (g_ptr_array_index (shapes, 0)), >=, 26);
        g_signal_emit_by_name (g_ptr_array_index (chips, i), "activated", TRUE);
        settle (f);
        g_assert_cmpfloat (rcp_timeline_state_get_last_day (f->state) - rcp_timeline_state_get_first_day (f->state), <, days / 4);
        return;
      }
  g_assert_not_reached ();
}

/* New content keeps what was looked at and chosen. */
static void
test_reload (Fixture *f, gconstpointer data)
{
  double first;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 738, 800);
  look_at (f, "2021-05-01", "2021-05-20");
  first = rcp_timeline_state_get_first_day (f->state);
  rcp_timeline_state_set_selected_event (f->state, 2);
  settle (f);
  feed_story (f, 4);
  settle (f);
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (f->state), ==, first);
  g_assert_true (gtk_widget_has_css_class (find_chip (f, 2), "selected"));
}

/* Where height or width is scarce labels stand in a column, and the foot goes into a popover. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) canvases = NULL;

  feed_story (f, G_N_ELEMENTS (story));
  show (f, 900, 430);
  canvases = list_of (f, RCP_TYPE_TIMELINE_CANVAS);
  g_assert_cmpint (rcp_timeline_canvas_get_inset (g_ptr_array_index (canvases, 0)), ==, 118);
  g_assert_nonnull (find_label (f->view, "Filter"));
  g_assert_null (find_label (f->view, "not placed"));
}

static guint
darkness (const guchar *data, gsize stride, int x, int y)
{
  const guchar *pixel = data + (gsize) y * stride + (gsize) x * 4;

  return 3 * 255u - pixel[0] - pixel[1] - pixel[2];
}

/* An uncertain date is drawn as such: strong in the middle, fading to nothing at both ends. */
static void
test_honest_bar (Fixture *f, gconstpointer data)
{
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);
  g_autoptr (RcpEvent) event = make_event (1, "Some time in May", "2021-05", RCP_ACTION_REJECT, NULL);
  g_autoptr (GPtrArray) canvases = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guchar *pixels = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GtkWidget *canvas;
  double px, top = 0, bottom = 0;
  graphene_point_t origin;
  int width, height, y, left, right;
  gsize stride;

  g_list_store_append (events, event);
  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), G_LIST_MODEL (events), NULL, NULL);
  show (f, 738, 800);
  look_at (f, "2021-04-20", "2021-06-12");
  canvases = list_of (f, RCP_TYPE_TIMELINE_CANVAS);
  canvas = g_ptr_array_index (canvases, 0);
  g_assert_true (gtk_widget_compute_point (canvas, f->view, &GRAPHENE_POINT_INIT (0, 0), &origin));
  g_assert_true (rcp_timeline_canvas_get_event_y (RCP_TIMELINE_CANVAS (canvas), 1, &top, &bottom));
  width = gtk_widget_get_width (f->view);
  height = gtk_widget_get_height (f->view);
  paintable = gtk_widget_paintable_new (f->view);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (renderer, NULL, &error));
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_renderer_unrealize (renderer);
  stride = (gsize) width * 4;
  pixels = g_malloc (stride * (gsize) height);
  gdk_texture_download (texture, pixels, stride);

  px = width / (rcp_timeline_state_get_last_day (f->state) - rcp_timeline_state_get_first_day (f->state));
  left = (int) ((rcp_day_from_ymd (2021, 5, 1) - rcp_timeline_state_get_first_day (f->state)) * px);
  right = (int) ((rcp_day_from_ymd (2021, 6, 1) - rcp_timeline_state_get_first_day (f->state)) * px);
  /* Above the base line itself, which goes all the way. */
  y = (int) (origin.y + bottom - 18 - 3);
  g_assert_cmpuint (darkness (pixels, stride, (left + right) / 2, y), >, 200);
  g_assert_cmpuint (darkness (pixels, stride, left + 3, y), <, 60);
  g_assert_cmpuint (darkness (pixels, stride, right - 4, y), <, 60);
  g_assert_cmpuint (darkness (pixels, stride, left - 8, y), <, 30);
  g_assert_cmpuint (darkness (pixels, stride, left + (right - left) / 8, y), >,
                    darkness (pixels, stride, left + (right - left) / 20, y));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) events = make_random_events (3, 50000, 8766);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double first, last;

  rcp_timeline_view_set_content (RCP_TIMELINE_VIEW (f->view), events, NULL, NULL);
  show (f, 738, 800);
  for (guint i = 0; i < 24; i++)
    {
      double ms;

      act (f, i % 12 < 6 ? "timeline.zoom-in" : "timeline.zoom-out");
      ms = rcp_timeline_view_get_layout_ms (RCP_TIMELINE_VIEW (f->view));
      g_array_append_val (times, ms);
    }
  first = rcp_timeline_state_get_first_day (f->state);
  last = rcp_timeline_state_get_last_day (f->state);
  for (guint i = 1; i <= 40; i++)
    {
      rcp_timeline_state_set_span (f->state, first + i * (last - first) / 20, last + i * (last - first) / 20);
      gtk_test_widget_wait_for_draw (f->view);
    }
  g_array_sort (times, compare_doubles);
  g_test_message ("50,000 events: laid out with their chips in %.1f ms (median of 24 zooms), %.1f ms at most",
                  g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len - 1));
  g_assert_cmpfloat (g_array_index (times, double, times->len / 2), <, 200);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } rows[] = {
    { "/timeline-view/first-look", test_first_look },     { "/timeline-view/no-events", test_no_events },
    { "/timeline-view/without-pins", test_without_pins }, { "/timeline-view/chips-apart", test_chips_apart },
    { "/timeline-view/keys", test_keys },                 { "/timeline-view/zoom", test_zoom },
    { "/timeline-view/range", test_range },               { "/timeline-view/clear", test_clear },
    { "/timeline-view/filters", test_filters },           { "/timeline-view/pan", test_pan },
    { "/timeline-view/group", test_group },               { "/timeline-view/reload", test_reload },
    { "/timeline-view/narrow", test_narrow },             { "/timeline-view/honest-bar", test_honest_bar },
    { "/timeline-view/many", test_many },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, NULL, set_up, rows[i].test, tear_down);
  return g_test_run ();
}
