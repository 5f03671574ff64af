/* The menus of the inspector: each correction is chosen as a person chooses it, seen to act on the library, and taken back. */

#include "config.h"

#include "ui-find.h"
#include "ui-library.h"
#include "ui-test.h"

#include "rcp-actor-chooser.h"
#include "rcp-correction-dialog.h"
#include "rcp-date-popover.h"
#include "rcp-inspector.h"

#define PAGE(outlet, title, body)                                                                                       \
  "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" title "</title>"                             \
  "<meta property=\"og:site_name\" content=\"" outlet "\">"                                                             \
  "<meta property=\"article:published_time\" content=\"2019-05-16T08:00:00Z\"></head><body><article>"                   \
  "<h1>" title "</h1>" body "</article></body></html>"

/* Two outlets that differ on a number, and another happening some days later. */
static const char *const pages[] = {
  PAGE ("Harbour Ledger", "Smugglers held in Nairobi",
        "<p>Interpol arrested 112 smugglers in Nairobi on Tuesday 14 May 2019. The cranes stood still.</p>"),
  PAGE ("Upland Standard", "Arrests at the market",
        "<p>After a long search, Interpol arrested 48 smugglers near the market of Nairobi on 14 May 2019.</p>"),
  PAGE ("Upland Standard", "A ferry line for Lamu",
        "<p>President Uhuru Kenyatta met Norwegian Prime Minister Erna Solberg on 10 May 2019 in Nairobi.</p>"),
};

typedef struct
{
  char *folder;
  RcpLibrary *library;
  RcpTimelineState *state;
  GtkWidget *inspector;
  GtkWidget *window;
  char *toast; /* what was said last */
} Fixture;

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->toast);
  fixture->toast = g_variant_dup_string (parameter, NULL);
}

/* (transfer full): the event that the inspector shows, as the library has it */
static RcpEventDetail *
load_shown (Fixture *fixture)
{
  return rcp_library_load_event (fixture->library, rcp_timeline_state_get_selected_event (fixture->state), 0, NULL, NULL);
}

static RcpEventDetail *
load_of (Fixture *fixture, const char *date)
{
  g_autoptr (GListModel) events = rcp_library_list_events (fixture->library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (g_str_equal (rcp_edtf_get_string (rcp_event_get_date (event)), date))
        return rcp_library_load_event (fixture->library, rcp_event_get_id (event), 0, NULL, NULL);
    }
  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "toast", toast_cb, "s" }, { "toast-undo", toast_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;

  fixture->library = ui_library_open (&fixture->folder);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.html", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_set_contents (path, pages[i], -1, NULL));
      g_list_store_append (files, file);
    }
  import = rcp_library_import_files (fixture->library, G_LIST_MODEL (files), 0);
  g_assert_cmpuint (ui_library_wait (import), ==, G_N_ELEMENTS (pages));

  fixture->state = rcp_timeline_state_new ();
  fixture->inspector = rcp_inspector_new (fixture->library, fixture->state);
  fixture->window = show (fixture->inspector, 360, 800);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  detail = load_of (fixture, "2019-05-14");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_event_detail_get_accounts (detail)), >=, 2);
  rcp_timeline_state_set_selected_event (fixture->state, rcp_event_get_id (rcp_event_detail_get_event (detail)));
  wait_until (find_label (fixture->inspector, rcp_event_get_title (rcp_event_detail_get_event (detail))) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_clear_object (&fixture->state);
  ui_library_close (fixture->library, fixture->folder);
  g_free (fixture->toast);
}

/* --- Choosing --------------------------------------------------------------------------------------------------- */

/* (transfer full) (nullable): the first item of @menu, at any depth, whose label begins so */
static GMenuItem *
find_item (GMenuModel *menu, const char *label)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
  GMenuItem *found = NULL;

  for (int i = 0; i < g_menu_model_get_n_items (menu) && found == NULL; i++)
    {
      g_autofree char *words = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &words) && g_str_has_prefix (words, label))
        {
          g_autoptr (GVariant) action = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_ACTION, NULL);

          if (action != NULL)
            return g_menu_item_new_from_model (menu, i);
        }
      for (guint k = 0; k < G_N_ELEMENTS (links) && found == NULL; k++)
        {
          g_autoptr (GMenuModel) linked = g_menu_model_get_item_link (menu, i, links[k]);

          found = linked ? find_item (linked, label) : NULL;
        }
    }
  return found;
}

/* The button of a menu that is on the page shown. */
static GtkWidget *
find_menu_button (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
      found = find_menu_button (child, tooltip);
  return found;
}

static void
choose (Fixture *fixture, const char *menu, const char *label)
{
  GtkWidget *button = find_menu_button (fixture->inspector, menu);
  g_autoptr (GMenuItem) item = NULL;
  g_autoptr (GVariant) action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate ();
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  item = find_item (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), label);
  g_assert_nonnull (item);
  action = g_menu_item_get_attribute_value (item, G_MENU_ATTRIBUTE_ACTION, G_VARIANT_TYPE_STRING);
  target = g_menu_item_get_attribute_value (item, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_clear_pointer (&fixture->toast, g_free);
  g_assert_true (gtk_widget_activate_action_variant (button, g_variant_get_string (action, NULL), target));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = RCP_IS_CORRECTION_DIALOG (window) && gtk_widget_get_mapped (window) ? window : NULL;
    }
  return found;
}

static GtkWidget *
wait_for_dialog (void)
{
  GtkWidget *dialog;

  wait_until ((dialog = find_dialog ()) != NULL);
  return dialog;
}

static void
press_default (GtkWidget *dialog)
{
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  wait_until (gtk_widget_get_sensitive (button));
  gtk_widget_activate (button);
}

static void
wait_for_toast (Fixture *fixture, const char *words)
{
  wait_until (fixture->toast != NULL);
  g_assert_cmpstr (fixture->toast, ==, words);
}

static void
take_back (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (rcp_library_get_undo_label (fixture->library));
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
  iterate ();
}

/* --- Each correction -------------------------------------------------------------------------------------------- */

static RcpStatus
get_status (Fixture *fixture)
{
  g_autoptr (RcpEventDetail) detail = load_shown (fixture);

  return rcp_event_get_status (rcp_event_detail_get_event (detail));
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_status (fixture), ==, RCP_STATUS_DONE);
  choose (fixture, "Event menu", "Denied");
  wait_for_toast (fixture, "Status changed");
  g_assert_cmpint (get_status (fixture), ==, RCP_STATUS_DENIED);
  take_back (fixture);
  g_assert_cmpint (get_status (fixture), ==, RCP_STATUS_DONE);
}

static RcpAction
get_action (Fixture *fixture)
{
  g_autoptr (RcpEventDetail) detail = load_shown (fixture);

  return rcp_event_get_action (rcp_event_detail_get_event (detail));
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  RcpAction before = get_action (fixture);

  g_assert_cmpint (before, !=, RCP_ACTION_PROTEST);
  choose (fixture, "Event menu", "Protest");
  wait_for_toast (fixture, "Type changed");
  g_assert_cmpint (get_action (fixture), ==, RCP_ACTION_PROTEST);
  take_back (fixture);
  g_assert_cmpint (get_action (fixture), ==, before);
}

static guint
count_actors (Fixture *fixture)
{
  g_autoptr (RcpEventDetail) detail = load_shown (fixture);

  return g_list_model_get_n_items (rcp_event_detail_get_actors (detail));
}

/* Takes the first actor that is found; TRUE once that is the one called so. */
static gboolean
chooses (GtkWidget *chooser, const char *name)
{
  GtkWidget *view = find_type (chooser, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  RcpActor *actor;

  if (g_list_model_get_n_items (G_LIST_MODEL (model)) != 1)
    return FALSE;
  gtk_selection_model_select_item (model, 0, TRUE);
  actor = rcp_actor_chooser_get_actor (RCP_ACTOR_CHOOSER (chooser));
  return actor != NULL && strstr (rcp_actor_get_name (actor), name) != NULL;
}

static void
test_actors (Fixture *fixture, gconstpointer data)
{
  guint before = count_actors (fixture);
  GtkWidget *dialog, *chooser;

  g_assert_cmpuint (before, >=, 1);
  choose (fixture, "Event menu", "Remove “");
  wait_for_toast (fixture, "Participant removed");
  g_assert_cmpuint (count_actors (fixture), ==, before - 1);
  take_back (fixture);
  g_assert_cmpuint (count_actors (fixture), ==, before);

  choose (fixture, "Event menu", "Add a participant…");
  dialog = wait_for_dialog ();
  chooser = find_type (dialog, RCP_TYPE_ACTOR_CHOOSER);
  gtk_editable_set_text (GTK_EDITABLE (rcp_actor_chooser_get_entry (RCP_ACTOR_CHOOSER (chooser))), "Solberg");
  wait_until (chooses (chooser, "Solberg"));
  press_default (dialog);
  wait_for_toast (fixture, "Participant added");
  g_assert_cmpuint (count_actors (fixture), ==, before + 1);
  take_back (fixture);
  g_assert_cmpuint (count_actors (fixture), ==, before);
}

static char *
dup_date (Fixture *fixture)
{
  g_autoptr (RcpEventDetail) detail = load_shown (fixture);

  return g_strdup (rcp_edtf_get_string (rcp_event_get_date (rcp_event_detail_get_event (detail))));
}

static void
test_date (Fixture *fixture, gconstpointer data)
{
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;
  GtkWidget *popover, *entry, *button;

  choose (fixture, "Event menu", "_Change the date…");
  wait_until ((popover = find_type (fixture->inspector, RCP_TYPE_DATE_POPOVER)) != NULL && gtk_widget_get_mapped (popover));
  entry = find_type (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2019-05");
  button = find_class (popover, "suggested-action");
  wait_until (gtk_widget_get_sensitive (button));
  gtk_widget_activate (button);
  wait_for_toast (fixture, "Date changed");
  changed = dup_date (fixture);
  g_assert_cmpstr (changed, ==, "2019-05");
  take_back (fixture);
  back = dup_date (fixture);
  g_assert_cmpstr (back, ==, "2019-05-14");
}

static guint
count_events (Fixture *fixture)
{
  g_autoptr (GListModel) events = rcp_library_list_events (fixture->library, 0, NULL, NULL);

  return g_list_model_get_n_items (events);
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  guint before = count_events (fixture);
  GtkWidget *dialog, *list;

  g_assert_cmpuint (before, >=, 2);
  choose (fixture, "Event menu", "Join with another event…");
  dialog = wait_for_dialog ();
  list = find_type (dialog, GTK_TYPE_LIST_BOX);
  wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  press_default (dialog);
  wait_for_toast (fixture, "The two are one event");
  g_assert_cmpuint (count_events (fixture), ==, before - 1);
  take_back (fixture);
  g_assert_cmpuint (count_events (fixture), ==, before);
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  guint before = count_events (fixture);

  choose (fixture, "Account menu", "This is another event");
  wait_for_toast (fixture, "The account is an event of its own");
  g_assert_cmpuint (count_events (fixture), ==, before + 1);
  take_back (fixture);
  g_assert_cmpuint (count_events (fixture), ==, before);
}

static guint
count_open (Fixture *fixture)
{
  g_autoptr (RcpEventDetail) detail = load_shown (fixture);
  GListModel *discrepancies = rcp_event_detail_get_discrepancies (detail);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);

      n += !rcp_discrepancy_get_settled (discrepancy);
    }
  return n;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);
  return found;
}

static void
test_settle (Fixture *fixture, gconstpointer data)
{
  guint before = count_open (fixture);
  GtkWidget *button = find_button (fixture->inspector, "Mark as settled");

  g_assert_cmpuint (before, >=, 1);
  g_assert_nonnull (button);
  g_clear_pointer (&fixture->toast, g_free);
  g_signal_emit_by_name (button, "clicked");
  wait_for_toast (fixture, "Difference settled");
  g_assert_cmpuint (count_open (fixture), ==, before - 1);
  take_back (fixture);
  g_assert_cmpuint (count_open (fixture), ==, before);
}

#define ADD(name, func) g_test_add ("/event-menus/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  ADD ("status", test_status);
  ADD ("type", test_type);
  ADD ("actors", test_actors);
  ADD ("date", test_date);
  ADD ("join", test_join);
  ADD ("cut", test_cut);
  ADD ("settle", test_settle);
  return g_test_run ();
}
