/* The card of an actor and its parts, fed with objects; the list of actors and what corrects them, on a library of their own. */

#include <math.h>

#include "ui-find.h"
#include "ui-library.h"
#include "ui-test.h"

#include "rcp-actor-dialog.h"
#include "rcp-actor-functions.h"
#include "rcp-actor-graph.h"
#include "rcp-actor-inspector.h"
#include "rcp-actor-names.h"
#include "rcp-actor-passages.h"
#include "rcp-actor-preview-box.h"
#include "rcp-actor-row.h"
#include "rcp-actors-pane.h"
#include "rcp-corrections-window.h"
#include "rcp-list-item-private.h"

static guint
count_class (GtkWidget *widget, const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_class (child, css_class);
  return n;
}

/* Objects. */

static RcpActor *
make_actor (gint64 id, RcpActorKind kind, const char *name, int pin_rank)
{
  return g_object_new (RCP_TYPE_ACTOR, "id", id, "key", name, "kind", kind, "name", name, "n-mentions", 7u, "n-articles", 2u,
                       "pin-rank", pin_rank, NULL);
}

static void
append (GListStore *store, gpointer item)
{
  g_list_store_append (store, item);
  g_object_unref (item);
}

typedef struct
{
  guint n_aliases;
  guint n_functions;
  guint n_companions;
  guint n_passages;
  guint n_new;
} CardRow;

static RcpActorCard *
make_card (gint64 id, const CardRow *row)
{
  g_autoptr (RcpActor) actor = make_actor (id, RCP_ACTOR_PERSON, "Awa Sarr", 0);
  g_autoptr (GListStore) aliases = g_list_store_new (RCP_TYPE_ACTOR_ALIAS);
  g_autoptr (GListStore) functions = g_list_store_new (RCP_TYPE_ACTOR_FUNCTION);
  g_autoptr (GListStore) companions = g_list_store_new (RCP_TYPE_ACTOR_COMPANION);
  g_autoptr (GListStore) passages = g_list_store_new (RCP_TYPE_ACTOR_PASSAGE);
  g_autoptr (GListStore) notes = g_list_store_new (RCP_TYPE_NOTE);
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (RcpActorTie));
  RcpActorTie tie = { 0, 2, 3 };

  for (guint i = 0; i < row->n_aliases; i++)
    {
      g_autofree char *text = g_strdup_printf ("alias %u", i);

      append (aliases, g_object_new (RCP_TYPE_ACTOR_ALIAS, "text", text, "is-role", i % 2 == 1, "n-mentions", i < 5 ? 9 - i : 0u,
                                     "n-articles", 1u, "words", "An article says so.", NULL));
    }
  for (guint i = 0; i < row->n_functions; i++)
    {
      g_autofree char *text = g_strdup_printf ("office %u", i);

      append (functions, g_object_new (RCP_TYPE_ACTOR_FUNCTION, "text", text, "first-day", rcp_day_from_ymd (2020, 1 + i, 3),
                                       "last-day", rcp_day_from_ymd (2021, 1 + i, 3), "n-mentions", 1u, NULL));
    }
  for (guint i = 0; i < row->n_companions; i++)
    {
      g_autofree char *name = g_strdup_printf ("Companion Number%u", i);
      g_autoptr (RcpActor) companion = make_actor (100 + i, RCP_ACTOR_PERSON, name, -1);

      append (companions, g_object_new (RCP_TYPE_ACTOR_COMPANION, "actor", companion, "n-articles", 2u, "n-accounts", 9 - i, NULL));
    }
  for (guint i = 0; i < row->n_passages; i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Sentence %u <names> Awa Sarr & others.", i);
      g_autoptr (RcpEdtf) published = rcp_edtf_new_day (rcp_day_from_ymd (2021, 2, 3));

      append (passages, g_object_new (RCP_TYPE_ACTOR_PASSAGE, "article-id", (gint64) 40, "outlet", "Harbour Mail", "published",
                                      published, "sentence", sentence, "sentence-start", 100 * i, "mark-start", 19u, "mark-end",
                                      27u, NULL));
    }
  append (notes, g_object_new (RCP_TYPE_NOTE, "id", (gint64) 4, "target", RCP_NOTE_ACTOR, "actor-id", id, "body",
                               "Ask her office.", "modified-us", (gint64) 1700000000 * G_USEC_PER_SEC, NULL));
  g_array_append_val (ties, tie);
  return g_object_new (RCP_TYPE_ACTOR_CARD, "actor", actor, "aliases", aliases, "functions", functions, "companions", companions,
                       "ties", ties, "passages", passages, "notes", notes, "watched", row->n_new > 0, "n-new", row->n_new, NULL);
}

static void
take_id_cb (gpointer widget, gint64 id, gint64 *taken)
{
  *taken = id;
}

/* The graph. */

typedef struct
{
  const char *name;
  RcpActorTie ties[3];
  guint n_companions;
  guint n;
  guint order[RCP_ACTOR_GRAPH_MAX];
} OrderRow;

static const OrderRow order_rows[] = {
  { "/actors/graph/order/none", { { 0 } }, 0, 0, { 0 } },
  { "/actors/graph/order/no-ties", { { 0 } }, 3, 3, { 0, 1, 2 } },
  { "/actors/graph/order/tied-beside", { { 0, 3, 2 }, { 1, 3, 5 } }, 4, 4, { 0, 3, 1, 2 } },
  { "/actors/graph/order/beyond-the-most", { { 0, 9, 4 } }, 12, 8, { 0, 1, 2, 3, 4, 5, 6, 7 } },
};

static void
test_graph_order (gconstpointer data)
{
  const OrderRow *row = data;
  guint order[RCP_ACTOR_GRAPH_MAX];

  g_assert_cmpuint (rcp_actor_graph_order (row->ties, G_N_ELEMENTS (row->ties), row->n_companions, order), ==, row->n);
  for (guint i = 0; i < row->n; i++)
    g_assert_cmpuint (order[i], ==, row->order[i]);
}

/* The nodes in the order of their making, with where they are. */
static guint
list_nodes (GtkWidget *graph, GtkWidget **nodes, graphene_rect_t *bounds)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (graph); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      {
        nodes[n] = child;
        g_assert_true (gtk_widget_compute_bounds (child, graph, &bounds[n]));
        n++;
      }
  return n;
}

/* At every width of the inspector no two companions lie over each other, and none is cut. */
static void
test_graph_places (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  g_autoptr (RcpActorCard) card = make_card (7, &(CardRow){ .n_companions = 12 });
  GtkWidget *graph = rcp_actor_graph_new (), *window, *nodes[RCP_ACTOR_GRAPH_MAX];
  graphene_rect_t bounds[RCP_ACTOR_GRAPH_MAX];
  gint64 chosen = 0;

  rcp_actor_graph_set (RCP_ACTOR_GRAPH (graph), card);
  gtk_widget_set_valign (graph, GTK_ALIGN_START);
  window = show (graph, width, 400);
  g_assert_cmpuint (list_nodes (graph, nodes, bounds), ==, RCP_ACTOR_GRAPH_MAX);
  for (guint i = 0; i < RCP_ACTOR_GRAPH_MAX; i++)
    {
      g_assert_cmpfloat (bounds[i].origin.x, >=, -1);
      g_assert_cmpfloat (bounds[i].origin.x + bounds[i].size.width, <=, gtk_widget_get_width (graph) + 1);
      g_assert_cmpfloat (bounds[i].origin.y, >=, -1);
      g_assert_cmpfloat (bounds[i].origin.y + bounds[i].size.height, <=, gtk_widget_get_height (graph) + 1);
      for (guint j = 0; j < i; j++)
        {
          graphene_rect_t both, a, b;

          graphene_rect_inset_r (&bounds[i], 1, 1, &a);
          graphene_rect_inset_r (&bounds[j], 1, 1, &b);
          g_assert_false (graphene_rect_intersection (&a, &b, &both));
        }
      gtk_test_accessible_assert_role (nodes[i], GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (gtk_widget_get_focusable (nodes[i]));
    }
  g_signal_connect (graph, "activate", G_CALLBACK (take_id_cb), &chosen);
  g_signal_emit_by_name (nodes[1], "clicked");
  /* The first companion is tied to the third: they stand side by side. */
  g_assert_cmpint (chosen, ==, 102);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_graph_mirrors (void)
{
  g_autoptr (RcpActorCard) card = make_card (7, &(CardRow){ .n_companions = 4 });
  GtkWidget *graph = rcp_actor_graph_new (), *window, *nodes[RCP_ACTOR_GRAPH_MAX];
  graphene_rect_t left[RCP_ACTOR_GRAPH_MAX], right[RCP_ACTOR_GRAPH_MAX];

  rcp_actor_graph_set (RCP_ACTOR_GRAPH (graph), card);
  window = show (graph, 380, 300);
  list_nodes (graph, nodes, left);
  gtk_widget_set_direction (graph, GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (graph);
  wait_until (list_nodes (graph, nodes, right) == 4 && fabsf (right[1].origin.x - left[1].origin.x) > 10);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (right[i].origin.x + right[i].size.width + left[i].origin.x,
                                    gtk_widget_get_width (graph), 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The card. */

static void
test_card_full (void)
{
  g_autoptr (RcpActorCard) card = make_card (7, &(CardRow){ 8, 2, 3, 2, 4 });
  GtkWidget *inspector = rcp_actor_inspector_new (NULL, NULL), *window = show (inspector, 420, 900), *label;

  rcp_actor_inspector_set_card (RCP_ACTOR_INSPECTOR (inspector), card);
  iterate ();
  g_assert_nonnull (find_label (inspector, "Awa Sarr"));
  g_assert_nonnull (find_label (inspector, "7 mentions in 2 articles"));
  g_assert_nonnull (find_label (inspector, "4 new mentions"));
  g_assert_nonnull (find_label (inspector, "office 1"));
  g_assert_nonnull (find_label (inspector, "Jan 2020 – Jan 2021"));
  g_assert_nonnull (find_label (inspector, "Companion Number2"));
  g_assert_nonnull (find_label (inspector, "Ask her office."));
  /* A name that no article of the dossier uses is shown when asked for. */
  g_assert_null (find_label (inspector, "alias 6"));
  label = find_label (inspector, "Show 3 more");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_nonnull (find_label (inspector, "alias 6"));
  /* What looks like markup in a sentence is text, and only the name is bold. */
  label = find_label (inspector, "Sentence 1 <names> Awa Sarr & others.");
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "<b>Awa Sarr</b> &amp;"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing of the actor before may stay, and a part without content is not there. */
static void
test_card_poor (void)
{
  g_autoptr (RcpActorCard) rich = make_card (7, &(CardRow){ 8, 2, 3, 2, 4 }), poor = make_card (8, &(CardRow){ .n_passages = 1 });
  GtkWidget *inspector = rcp_actor_inspector_new (NULL, NULL), *window = show (inspector, 420, 900);

  rcp_actor_inspector_set_card (RCP_ACTOR_INSPECTOR (inspector), rich);
  rcp_actor_inspector_set_card (RCP_ACTOR_INSPECTOR (inspector), poor);
  iterate ();
  g_assert_null (find_label (inspector, "Functions over time"));
  g_assert_null (find_label (inspector, "Appears with"));
  g_assert_null (find_label (inspector, "new mention"));
  g_assert_cmpuint (count_class (inspector, "rcp-passage"), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_card_compact (void)
{
  g_autoptr (RcpActorCard) card = make_card (7, &(CardRow){ 3, 1, 3, 2, 0 });
  GtkWidget *inspector = rcp_actor_inspector_new (NULL, NULL), *window = show (inspector, 900, 210);

  rcp_actor_inspector_set_card (RCP_ACTOR_INSPECTOR (inspector), card);
  rcp_actor_inspector_set_compact (RCP_ACTOR_INSPECTOR (inspector), TRUE);
  iterate ();
  g_assert_nonnull (find_label (inspector, "Person · 7 mentions in 2 articles"));
  g_assert_nonnull (find_label (inspector, "Companion Number0"));
  g_assert_nonnull (find_label (inspector, "Ask her office."));
  g_assert_cmpint (gtk_widget_get_height (inspector), <=, 210);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The cards of a much named actor come a page at a time, and as many as before when the card is read again. */
static void
test_passages_pages (void)
{
  g_autoptr (RcpActorCard) card = make_card (7, &(CardRow){ .n_passages = 55 }), again = make_card (7, &(CardRow){ .n_passages = 56 }),
                           other = make_card (8, &(CardRow){ .n_passages = 55 });
  GtkWidget *passages = g_object_ref_sink (rcp_actor_passages_new (GTK_ORIENTATION_VERTICAL));

  rcp_actor_passages_set (RCP_ACTOR_PASSAGES (passages), card);
  g_assert_cmpuint (count_class (passages, "rcp-passage"), ==, 20);
  g_assert_nonnull (find_label (passages, "Show 35 more"));
  rcp_actor_passages_show_more (RCP_ACTOR_PASSAGES (passages));
  g_assert_cmpuint (count_class (passages, "rcp-passage"), ==, 40);
  rcp_actor_passages_set (RCP_ACTOR_PASSAGES (passages), again);
  g_assert_cmpuint (count_class (passages, "rcp-passage"), ==, 40);
  rcp_actor_passages_show_more (RCP_ACTOR_PASSAGES (passages));
  g_assert_cmpuint (count_class (passages, "rcp-passage"), ==, 56);
  g_assert_null (find_label (passages, "more"));
  rcp_actor_passages_set (RCP_ACTOR_PASSAGES (passages), other);
  g_assert_cmpuint (count_class (passages, "rcp-passage"), ==, 20);
  g_assert_finalize_object (passages);
}

/* What a drop on a row does: only a lane has edges. */
typedef struct
{
  const char *name;
  int pin_rank;
  double share; /* of the height of the row */
  RcpActorDrop drop;
} DropRow;

static const DropRow drop_rows[] = {
  { "/actors/drop/lane-top", 1, 0.1, RCP_ACTOR_DROP_BEFORE },
  { "/actors/drop/lane-middle", 1, 0.5, RCP_ACTOR_DROP_MERGE },
  { "/actors/drop/lane-bottom", 1, 0.9, RCP_ACTOR_DROP_AFTER },
  { "/actors/drop/unpinned-top", -1, 0.1, RCP_ACTOR_DROP_MERGE },
  { "/actors/drop/unpinned-bottom", -1, 0.9, RCP_ACTOR_DROP_MERGE },
};

typedef struct
{
  char *folder;
  RcpLibrary *library;
  RcpTimelineState *state;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

/* A list of one, as the store would give it. */
static void
test_drop (gconstpointer data)
{
  const DropRow *row = data;
  g_autoptr (RcpActor) actor = make_actor (7, RCP_ACTOR_STATE, "Freeport", row->pin_rank);
  g_autoptr (RcpListItem) item = rcp_list_item_new (7);
  GtkWidget *widget = rcp_actor_row_new (), *window;

  rcp_list_item_set (item, actor, 1);
  rcp_actor_row_set_item (RCP_ACTOR_ROW (widget), item);
  window = show (widget, 280, 48);
  g_assert_cmpint (rcp_actor_row_get_drop (RCP_ACTOR_ROW (widget), row->share * gtk_widget_get_height (widget)), ==, row->drop);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* On a library. */

static const char article[]
  = "La coopérative rouvre la halle aux grains\n\n"
    "La présidente Amina Keller a annoncé lundi 16 mai 2022 la réouverture de la halle aux grains. Amina Keller a reçu les "
    "riverains.\n\n"
    "Le directeur Bruno Tassin a signé mardi 17 mai 2022 un accord avec les meuniers. Bruno Tassin a visité le chantier.\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = ui_library_open (&fixture->folder);
  ui_library_wait (rcp_library_import_text (fixture->library, article, NULL, 0));
  fixture->state = rcp_timeline_state_new ();
  fixture->pane = rcp_actors_pane_new (fixture->library, fixture->state);
  fixture->window = show (fixture->pane, 280, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_clear_object (&fixture->state);
  ui_library_close (fixture->library, fixture->folder);
}

static RcpActor *
find_actor (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) actors = rcp_library_list_actors (fixture->library, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (rcp_actor_get_name (actor), name))
        return g_steal_pointer (&actor);
    }
  return NULL;
}

static gboolean
is_listed (Fixture *fixture, const char *name)
{
  g_autoptr (RcpActor) actor = find_actor (fixture, name);

  return actor != NULL;
}

static gint64
find_id (Fixture *fixture, const char *name)
{
  g_autoptr (RcpActor) actor = find_actor (fixture, name);

  g_assert_nonnull (actor);
  return rcp_actor_get_id (actor);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
}

/* The window that asks, once it is there. */
static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (RCP_IS_ACTOR_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
press_accept (GtkWidget *dialog)
{
  GtkWidget *accept = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  wait_until (gtk_widget_get_sensitive (accept));
  g_signal_emit_by_name (accept, "clicked");
  wait_until (find_dialog () == NULL);
}

static void
test_pane_lists (Fixture *fixture, gconstpointer data)
{
  wait_until (find_label (fixture->pane, "Amina Keller") && find_label (fixture->pane, "Bruno Tassin"));
  gtk_widget_activate_action (fixture->pane, "actor.watch", "x", find_id (fixture, "Amina Keller"));
  wait_until (count_class (fixture->pane, "watch") > 0 && find_class (fixture->pane, "watch"));
  gtk_widget_activate_action (fixture->pane, "actor.pin", "x", find_id (fixture, "Amina Keller"));
  wait_until (find_label (fixture->pane, "Pinned"));
  gtk_widget_activate_action (fixture->pane, "actor.show-card", "x", find_id (fixture, "Amina Keller"));
  g_assert_cmpint (rcp_timeline_state_get_selected_actor (fixture->state), ==, find_id (fixture, "Amina Keller"));
}

/* Tab goes from the search to the first actor, though the first row is a heading. */
static void
test_pane_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label, *focus;

  wait_until ((label = find_label (fixture->pane, "Amina Keller")) && gtk_widget_get_mapped (label));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->pane, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_child_focus (fixture->pane, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (RCP_IS_ACTOR_ROW (gtk_widget_get_first_child (focus)));
  g_assert_nonnull (rcp_actor_row_get_actor (RCP_ACTOR_ROW (gtk_widget_get_first_child (focus))));
}

/* A merge asks first, shows what it would change, keeps the filter on whoever is left, and can be undone. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 from = find_id (fixture, "Amina Keller"), into = find_id (fixture, "Bruno Tassin");
  GtkWidget *dialog, *preview;
  graphene_rect_t bounds;

  rcp_timeline_state_set_actor_filter (fixture->state, from, FALSE);
  rcp_timeline_state_set_selected_actor (fixture->state, from);
  gtk_widget_activate_action (fixture->pane, "actor.merge-two", "(xx)", from, into);
  wait_until ((dialog = find_dialog ()) != NULL);
  wait_until (find_label (dialog, "Shown as Bruno Tassin"));
  g_assert_nonnull (find_label (dialog, "2 mentions"));
  /* The window has grown with what it shows. */
  wait_until (gtk_widget_compute_bounds (find_label (dialog, "Names that move"), dialog, &bounds)
              && bounds.origin.y + 2 * bounds.size.height < gtk_widget_get_height (dialog));
  preview = find_type (dialog, RCP_TYPE_ACTOR_PREVIEW_BOX);
  wait_until (gtk_widget_compute_bounds (preview, dialog, &bounds)
              && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (dialog));
  g_assert_true (is_listed (fixture, "Amina Keller"));
  press_accept (dialog);
  wait_until (!is_listed (fixture, "Amina Keller"));
  g_assert_true (rcp_timeline_state_get_actor_filtered (fixture->state, into));
  g_assert_false (rcp_timeline_state_get_actor_filtered (fixture->state, from));
  g_assert_cmpint (rcp_timeline_state_get_selected_actor (fixture->state), ==, into);
  wait_until (!find_label (fixture->pane, "Amina Keller"));
  undo (fixture);
  wait_until (is_listed (fixture, "Amina Keller") && find_label (fixture->pane, "Amina Keller"));
}

static void
test_merge_gives_up (Fixture *fixture, gconstpointer data)
{
  gint64 from = find_id (fixture, "Amina Keller"), into = find_id (fixture, "Bruno Tassin");
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->pane, "actor.merge-two", "(xx)", from, into);
  wait_until ((dialog = find_dialog ()) != NULL);
  /* Closed before the answer has come: nothing is done, nothing is touched that is gone. */
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (find_dialog () == NULL);
  iterate ();
  g_assert_true (is_listed (fixture, "Amina Keller") && is_listed (fixture, "Bruno Tassin"));
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *entry;

  gtk_widget_activate_action (fixture->pane, "actor.rename", "x", find_id (fixture, "Bruno Tassin"));
  wait_until ((dialog = find_dialog ()) != NULL);
  entry = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (GTK_IS_EDITABLE (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Bruno A. Tassin ");
  wait_until (find_label (dialog, "Shown as Bruno A. Tassin"));
  press_accept (dialog);
  wait_until (find_label (fixture->pane, "Bruno A. Tassin"));
  undo (fixture);
  wait_until (!find_label (fixture->pane, "Bruno A. Tassin") && find_label (fixture->pane, "Bruno Tassin"));
}

static void
test_ignore_and_log (Fixture *fixture, gconstpointer data)
{
  GtkWidget *log = rcp_corrections_window_new (NULL, fixture->library), *label;

  gtk_window_present (GTK_WINDOW (log));
  wait_until (find_label (log, "No corrections"));
  gtk_widget_activate_action (fixture->pane, "actor.ignore", "x", find_id (fixture, "Bruno Tassin"));
  wait_until (!is_listed (fixture, "Bruno Tassin") && !find_label (fixture->pane, "Bruno Tassin"));
  wait_until (find_label (log, "Bruno Tassin") && (label = find_label (log, "Take back")) != NULL);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  wait_until (is_listed (fixture, "Bruno Tassin") && find_label (fixture->pane, "Bruno Tassin"));
  wait_until (gtk_widget_get_mapped (find_label (log, "No corrections")));
  gtk_window_destroy (GTK_WINDOW (log));
}

/* The card follows the library, and closes when its actor is gone. */
static void
test_card_follows (Fixture *fixture, gconstpointer data)
{
  gint64 id = find_id (fixture, "Bruno Tassin");
  GtkWidget *inspector = rcp_actor_inspector_new (fixture->library, fixture->state);
  GtkWidget *window = show (inspector, 420, 800);
  g_autoptr (GError) error = NULL;

  rcp_timeline_state_set_selected_actor (fixture->state, id);
  wait_until (find_label (inspector, "a visité le chantier"));
  g_assert_true (rcp_library_rename_actor (fixture->library, id, "Le directeur", NULL, &error));
  g_assert_no_error (error);
  wait_until (find_label (inspector, "Le directeur"));
  g_assert_true (rcp_library_ignore_actor (fixture->library, id, TRUE, NULL, &error));
  wait_until (rcp_timeline_state_get_selected_actor (fixture->state) == 0);
  rcp_timeline_state_set_selected_actor (fixture->state, find_id (fixture, "Amina Keller"));
  /* The answer comes after the widget is gone. */
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order_rows); i++)
    g_test_add_data_func (order_rows[i].name, &order_rows[i], test_graph_order);
  g_test_add_data_func ("/actors/graph/places/narrowest", GINT_TO_POINTER (320 - 32), test_graph_places);
  g_test_add_data_func ("/actors/graph/places/usual", GINT_TO_POINTER (420 - 32), test_graph_places);
  g_test_add_data_func ("/actors/graph/places/widest", GINT_TO_POINTER (560 - 32), test_graph_places);
  g_test_add_func ("/actors/graph/mirrors", test_graph_mirrors);
  g_test_add_func ("/actors/card/full", test_card_full);
  g_test_add_func ("/actors/card/poor", test_card_poor);
  g_test_add_func ("/actors/card/compact", test_card_compact);
  g_test_add_func ("/actors/card/passages-pages", test_passages_pages);
  for (gsize i = 0; i < G_N_ELEMENTS (drop_rows); i++)
    g_test_add_data_func (drop_rows[i].name, &drop_rows[i], test_drop);
#define ADD(name, func) g_test_add ("/actors/library/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("pane-lists", test_pane_lists);
  ADD ("pane-focus", test_pane_focus);
  ADD ("merge", test_merge);
  ADD ("merge-gives-up", test_merge_gives_up);
  ADD ("rename", test_rename);
  ADD ("ignore-and-log", test_ignore_and_log);
  ADD ("card-follows", test_card_follows);
#undef ADD
  return g_test_run ();
}
