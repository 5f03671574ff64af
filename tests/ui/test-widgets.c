/* The shared widgets and the inspector, fed with objects: no library, no settings. */

#include "ui-find.h"
#include "ui-test.h"

#include "rcp-account-card.h"
#include "rcp-avatar-private.h"
#include "rcp-badge.h"
#include "rcp-date-popover.h"
#include "rcp-differ-box.h"
#include "rcp-inspector.h"
#include "rcp-marked-text.h"
#include "rcp-note-card.h"
#include "rcp-note-editor.h"
#include "rcp-outlet-line.h"
#include "rcp-panes.h"
#include "rcp-sparkline.h"
#include "rcp-wrap-box.h"

typedef struct
{
  const char *name;
  const char *input;
  const char *expected;
} TextRow;

static const TextRow initials_rows[] = {
  { "/avatar/initials/two-words", "Awa Sarr", "AS" },
  { "/avatar/initials/four-words", "Jean Louis Marie Bert", "JB" },
  { "/avatar/initials/inner-capital", "Mary McLeod", "MM" },
  { "/avatar/initials/acronym", "AFP", "AFP" },
  { "/avatar/initials/long-acronym", "UNESCO", "UNE" },
  { "/avatar/initials/hyphen", "Sahel-Matin", "SM" },
  { "/avatar/initials/article-before-one-word", "Le QuotiPost", "QP" },
  { "/avatar/initials/article-needed", "La Gazette", "LG" },
  { "/avatar/initials/lower-case", "gazette", "G" },
  { "/avatar/initials/accent", "Émile Zola", "ÉZ" },
  { "/avatar/initials/after-comma", "Gazette, via Relais", "G" },
  { "/avatar/initials/no-letters", "", "?" },
};

static void
test_initials (gconstpointer data)
{
  const TextRow *row = data;
  g_autofree char *initials = rcp_avatar_make_initials (row->input);

  g_assert_cmpstr (initials, ==, row->expected);
}

static const TextRow date_rows[] = {
  { "/date-popover/read/day", "2023-11-05", "2023-11-05" },
  { "/date-popover/read/month", "2023-11", "2023-11" },
  { "/date-popover/read/interval", " 2023-11-05/2023-11-09 ", "2023-11-05/2023-11-09" },
  { "/date-popover/read/approximate", "2023-11~", "2023-11~" },
  { "/date-popover/read/words", "5 November 2023", "2023-11-05" },
  { "/date-popover/read/empty", "  ", NULL },
  { "/date-popover/read/lone-number", "12", NULL },
  { "/date-popover/read/no-such-day", "2023-02-30", NULL },
  { "/date-popover/read/words-without-date", "yesterday evening", NULL },
};

static void
test_read_date (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (RcpEdtf) date = rcp_date_popover_read (row->input);

  g_assert_cmpstr (date ? rcp_edtf_get_string (date) : NULL, ==, row->expected);
}

/* The note editor that can be seen. */
static GtkWidget *
find_editor (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (RCP_IS_NOTE_EDITOR (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);
  return found;
}

static guint
count_type (GtkWidget *widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
test_badge (void)
{
  GtkWidget *badge = g_object_ref_sink (rcp_badge_new (RCP_BADGE_EXACT, "exact day"));

  g_assert_true (gtk_widget_has_css_class (badge, "exact"));
  g_assert_nonnull (find_label (badge, "exact day"));

  rcp_badge_set_for_published (RCP_BADGE (badge), RCP_PUBLISHED_INFERRED);
  g_assert_false (gtk_widget_has_css_class (badge, "exact"));
  g_assert_true (gtk_widget_has_css_class (badge, "inferred"));
  g_assert_true (gtk_widget_get_visible (badge));
  rcp_badge_set_for_published (RCP_BADGE (badge), RCP_PUBLISHED_UNKNOWN);
  g_assert_false (gtk_widget_get_visible (badge));

  rcp_badge_set (RCP_BADGE (badge), RCP_BADGE_DIFFER, NULL);
  gtk_widget_set_visible (badge, TRUE);
  g_assert_null (find_label (badge, "differ"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (badge));
  g_assert_finalize_object (badge);
}

static void
test_outlet_line (void)
{
  g_autoptr (RcpEdtf) published = rcp_edtf_parse ("2022-05-16", NULL);
  GtkWidget *line = g_object_ref_sink (rcp_outlet_line_new ("Sahel-Matin", published)), *label;

  g_assert_nonnull (label = find_label (line, "Sahel-Matin"));
  g_assert_false (gtk_widget_has_css_class (label, "rcp-unnamed"));
  g_assert_nonnull (find_label (line, "16 May"));
  g_object_unref (line);

  line = g_object_ref_sink (rcp_outlet_line_new (NULL, NULL));
  g_assert_nonnull (label = find_label (line, "Unnamed outlet"));
  g_assert_true (gtk_widget_has_css_class (label, "rcp-unnamed"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (line))), ==, "");
  g_object_unref (line);
}

static void
test_wrap_box (void)
{
  GtkWidget *box = g_object_ref_sink (rcp_wrap_box_new (6));
  int minimum, one_line, two_lines;

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      rcp_wrap_box_append (RCP_WRAP_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 4 * 100 + 3 * 6, NULL, &one_line, NULL, NULL);
  g_assert_cmpint (one_line, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 4 * 100 + 3 * 6 - 1, NULL, &two_lines, NULL, NULL);
  g_assert_cmpint (two_lines, ==, 20 + 6 + 20);
  rcp_wrap_box_clear (RCP_WRAP_BOX (box));
  g_assert_null (gtk_widget_get_first_child (box));
  g_assert_finalize_object (box);
}

static void
test_marked_text (void)
{
  const RcpRange marks[] = { { 0, 4 }, { 6, 900 }, { 40, 60 }, { 9, 3 } };
  GtkWidget *text = rcp_marked_text_new (), *window;

  /* Marks beyond the text, empty ones and ones that begin after it are drawn as far as there is text. */
  rcp_marked_text_set (RCP_MARKED_TEXT (text), "Dès l’été, deux ports", marks, G_N_ELEMENTS (marks));
  window = show (text, 120, 80);
  rcp_marked_text_set_active (RCP_MARKED_TEXT (text), TRUE);
  iterate ();
  rcp_marked_text_set (RCP_MARKED_TEXT (text), "", marks, G_N_ELEMENTS (marks));
  iterate ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sparkline (void)
{
  const guint32 few[] = { 0, 3, 1 };
  guint32 many[200] = { 0 };
  g_autoptr (GBytes) few_bytes = g_bytes_new_static (few, sizeof few), many_bytes = NULL;
  GtkWidget *sparkline = rcp_sparkline_new (), *window;

  many[199] = G_MAXUINT32 / 2;
  many_bytes = g_bytes_new (many, sizeof many);
  rcp_sparkline_set_counts (RCP_SPARKLINE (sparkline), few_bytes);
  window = show (sparkline, 44, 16);
  rcp_sparkline_set_counts (RCP_SPARKLINE (sparkline), many_bytes);
  iterate ();
  rcp_sparkline_set_counts (RCP_SPARKLINE (sparkline), NULL);
  iterate ();
  gtk_test_accessible_assert_role (sparkline, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
saved_cb (RcpNoteEditor *editor, const char *text, char **saved)
{
  g_free (*saved);
  *saved = g_strdup (text);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_note_editor (void)
{
  GtkWidget *editor = g_object_ref_sink (rcp_note_editor_new ());
  g_autofree char *saved = NULL;
  guint n_cancelled = 0;

  g_signal_connect (editor, "save", G_CALLBACK (saved_cb), &saved);
  g_signal_connect_swapped (editor, "cancel", G_CALLBACK (count_cb), &n_cancelled);

  rcp_note_editor_set_text (RCP_NOTE_EDITOR (editor), "  \n ");
  gtk_widget_activate_action (editor, "note-editor.save", NULL);
  g_assert_null (saved);
  rcp_note_editor_set_text (RCP_NOTE_EDITOR (editor), " Ask again.\n");
  gtk_widget_activate_action (editor, "note-editor.save", NULL);
  g_assert_cmpstr (saved, ==, "Ask again.");
  gtk_widget_activate_action (editor, "note-editor.cancel", NULL);
  g_assert_cmpuint (n_cancelled, ==, 1);
  g_assert_finalize_object (editor);
}

static RcpNote *
make_note (gint64 id, const char *body)
{
  return g_object_new (RCP_TYPE_NOTE, "id", id, "target", RCP_NOTE_EVENT, "event-id", (gint64) 7, "body", body,
                       "modified-us", (gint64) 1700000000 * G_USEC_PER_SEC, NULL);
}

static void
test_note_card (void)
{
  g_autoptr (RcpNote) note = make_note (1, "Ask the harbour master."), again = make_note (1, "Asked."),
                      other = make_note (2, "Another.");
  GtkWidget *card = rcp_note_card_new (NULL, note), *window = show (card, 300, 200);

  g_assert_nonnull (find_label (card, "Ask the harbour master."));
  rcp_note_set_body (note, "Ask the customs office.");
  g_assert_nonnull (find_label (card, "customs office"));
  g_assert_false (rcp_note_card_get_editing (RCP_NOTE_CARD (card)));

  rcp_note_card_edit (RCP_NOTE_CARD (card));
  g_assert_true (rcp_note_card_get_editing (RCP_NOTE_CARD (card)));
  /* A reload while something is being written must not close the editor; another note must. */
  rcp_note_card_set_note (RCP_NOTE_CARD (card), again);
  g_assert_true (rcp_note_card_get_editing (RCP_NOTE_CARD (card)));
  rcp_note_card_set_note (RCP_NOTE_CARD (card), other);
  g_assert_false (rcp_note_card_get_editing (RCP_NOTE_CARD (card)));
  g_assert_nonnull (find_label (card, "Another."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static RcpAccount *
make_account (gint64 id, const char *outlet, const char *sentence, guint shared_start, guint shared_end, gint64 copy_of)
{
  RcpRange range = { 50 + shared_start, 50 + shared_end };
  g_autoptr (GBytes) shared = g_bytes_new (&range, shared_end > 0 ? sizeof range : 0);
  g_autoptr (RcpEdtf) published = rcp_edtf_new_day (rcp_day_from_ymd (2023, 11, 6));

  return g_object_new (RCP_TYPE_ACCOUNT, "id", id, "article-id", id, "outlet", outlet, "sentence", sentence, "start", 50,
                       "end", 50 + (guint) g_utf8_strlen (sentence, -1), "published", published, "shared", shared,
                       "copy-of", copy_of, NULL);
}

static void
append (GListStore *store, gpointer item)
{
  g_list_store_append (store, item);
  g_object_unref (item);
}

static RcpEventDetail *
make_detail (guint n_outlets, gboolean differ, gboolean dated)
{
  g_autoptr (GListStore) accounts = g_list_store_new (RCP_TYPE_ACCOUNT);
  g_autoptr (GListStore) actors = g_list_store_new (RCP_TYPE_ACTOR);
  g_autoptr (GListStore) discrepancies = g_list_store_new (RCP_TYPE_DISCREPANCY);
  g_autoptr (GListStore) notes = g_list_store_new (RCP_TYPE_NOTE);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_date_expression_unref);
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  g_autoptr (RcpEdtf) date = dated ? rcp_edtf_new_day (rcp_day_from_ymd (2023, 11, 5)) : NULL;
  g_autoptr (RcpEvent) event
    = g_object_new (RCP_TYPE_EVENT, "id", (gint64) 7, "title", "Two ports closed", "date", date, "date-rule",
                    dated ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_NONE, "date-clue", dated ? "5 November" : NULL,
                    "action", RCP_ACTION_COERCE, "n-accounts", n_outlets, "n-outlets", n_outlets, "n-independent", 1,
                    "n-discrepancies", differ ? 1 : 0, NULL);

  append (accounts, make_account (1, "Harbour Mail", "Both ports were closed at dawn.", 0, 10, 0));
  if (n_outlets > 1)
    append (accounts, make_account (2, NULL, "At dawn both ports closed.", 8, 18, 1));
  append (actors, g_object_new (RCP_TYPE_ACTOR, "id", (gint64) 3, "key", "person:awa sarr", "kind", RCP_ACTOR_PERSON,
                                "name", "Awa Sarr", NULL));
  if (dated && differ)
    {
      RcpDateExpression *contradiction = rcp_date_expression_new ((RcpRange){ 0, 17 }, "Monday 5 November", RCP_DATE_POINT, date,
                                                                  RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE, NULL);

      contradiction->conflict = TRUE;
      g_ptr_array_add (conflicts, contradiction);
    }
  if (differ)
    {
      g_autoptr (GListStore) values = g_list_store_new (RCP_TYPE_DISCREPANCY_VALUE);

      append (values, g_object_new (RCP_TYPE_DISCREPANCY_VALUE, "text", "two ports", "outlet", "Harbour Mail", NULL));
      append (values, g_object_new (RCP_TYPE_DISCREPANCY_VALUE, "text", "three ports <all>", NULL));
      append (discrepancies, rcp_discrepancy_new (1, 7, RCP_DISCREPANCY_NUMBER, FALSE, FALSE, G_LIST_MODEL (values)));
    }
  append (notes, make_note (4, "Ask the harbour master."));
  return rcp_event_detail_new (event, G_LIST_MODEL (accounts), G_LIST_MODEL (actors), G_LIST_MODEL (discrepancies),
                               G_LIST_MODEL (notes), conflicts, plans, NULL);
}

static void
test_inspector_full (void)
{
  g_autoptr (RcpEventDetail) detail = make_detail (2, TRUE, TRUE);
  GtkWidget *inspector = rcp_inspector_new (NULL, NULL), *window = show (inspector, 420, 800);

  g_assert_nonnull (find_label (inspector, "Select an event"));
  rcp_inspector_set_detail (RCP_INSPECTOR (inspector), detail);
  iterate ();
  g_assert_nonnull (find_label (inspector, "Two ports closed"));
  g_assert_nonnull (find_label (inspector, "Sunday 5 November 2023"));
  g_assert_nonnull (find_label (inspector, "≠ “Monday 5 November”, but 5 November 2023 is a Sunday"));
  g_assert_nonnull (find_label (inspector, "2 outlets · 1 independent"));
  g_assert_nonnull (find_label (inspector, "Awa Sarr"));
  g_assert_nonnull (find_label (inspector, "Accounts differ on 1 point"));
  g_assert_nonnull (find_label (inspector, "three ports <all>"));
  g_assert_nonnull (find_label (inspector, "Unnamed outlet"));
  g_assert_nonnull (find_label (inspector, "shared wording"));
  g_assert_nonnull (find_label (inspector, "Ask the harbour master."));
  g_assert_cmpuint (count_type (inspector, RCP_TYPE_ACCOUNT_CARD), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A difference from another event names it, opens it and offers to join the two; a settled one no longer does. */
static void
test_differ_other (void)
{
  RcpTimelineState *state = rcp_timeline_state_new ();
  GtkWidget *box = rcp_differ_box_new (NULL, state), *window = show (box, 420, 300), *button;
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2024-05-16", NULL);

  for (guint settled = 0; settled < 2; settled++)
    {
      g_autoptr (GListStore) values = g_list_store_new (RCP_TYPE_DISCREPANCY_VALUE);
      g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_DISCREPANCY);

      append (values, g_object_new (RCP_TYPE_DISCREPANCY_VALUE, "text", "on Tuesday", "event-id", (gint64) 7, NULL));
      append (values, g_object_new (RCP_TYPE_DISCREPANCY_VALUE, "text", "on Thursday", "event-id", (gint64) 8, NULL));
      append (list, rcp_discrepancy_new_across (1, 7, RCP_DISCREPANCY_DATE, settled, FALSE, G_LIST_MODEL (values), 8,
                                                "Ports <closed>", date));
      rcp_differ_box_set (RCP_DIFFER_BOX (box), G_LIST_MODEL (list));
      iterate ();
      g_assert_nonnull (find_label (box, "Ports <closed>"));
      g_assert_nonnull (find_label (box, "Thursday 16 May 2024"));
      g_assert_true ((find_label (box, "They are one event") != NULL) == !settled);
    }
  button = gtk_widget_get_ancestor (find_label (box, "Ports <closed>"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (rcp_timeline_state_get_selected_event (state), ==, 8);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (state);
}

static void
test_inspector_poor (void)
{
  g_autoptr (RcpEventDetail) rich = make_detail (2, TRUE, TRUE), poor = make_detail (1, FALSE, FALSE);
  GtkWidget *inspector = rcp_inspector_new (NULL, NULL), *window = show (inspector, 420, 800);

  /* Nothing of the event before may stay. */
  rcp_inspector_set_detail (RCP_INSPECTOR (inspector), rich);
  rcp_inspector_set_detail (RCP_INSPECTOR (inspector), poor);
  iterate ();
  g_assert_nonnull (find_label (inspector, "no date"));
  g_assert_nonnull (find_label (inspector, "Reported by one outlet"));
  g_assert_null (find_label (inspector, "Accounts differ"));
  g_assert_null (find_label (inspector, "shared wording"));
  g_assert_cmpuint (count_type (inspector, RCP_TYPE_ACCOUNT_CARD), ==, 1);
  rcp_inspector_set_detail (RCP_INSPECTOR (inspector), NULL);
  iterate ();
  g_assert_nonnull (find_label (inspector, "Select an event"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_inspector_compact (void)
{
  g_autoptr (RcpEventDetail) detail = make_detail (2, TRUE, TRUE);
  GtkWidget *inspector = rcp_inspector_new (NULL, NULL), *window = show (inspector, 900, 210), *editor;
  g_autofree char *draft = NULL;

  rcp_inspector_set_detail (RCP_INSPECTOR (inspector), detail);
  rcp_inspector_set_compact (RCP_INSPECTOR (inspector), TRUE);
  iterate ();
  g_assert_nonnull (find_label (inspector, "Two ports closed"));
  g_assert_nonnull (find_label (inspector, "Ask the harbour master."));
  /* A note that is being written survives the change of place. */
  rcp_inspector_add_note (RCP_INSPECTOR (inspector));
  iterate ();
  editor = find_editor (inspector);
  g_assert_nonnull (editor);
  rcp_note_editor_set_text (RCP_NOTE_EDITOR (editor), "Half a thought");
  rcp_inspector_set_compact (RCP_INSPECTOR (inspector), FALSE);
  iterate ();
  editor = find_editor (inspector);
  g_assert_nonnull (editor);
  draft = rcp_note_editor_dup_text (RCP_NOTE_EDITOR (editor));
  g_assert_cmpstr (draft, ==, "Half a thought");
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  const char *name;
  int width;
  RcpPanesMode mode;
  gboolean actors, inspector;
} PanesRow;

static const PanesRow panes_rows[] = {
  { "/panes/wide", 1300, RCP_PANES_WIDE, TRUE, TRUE },
  { "/panes/wide-floor", 1200, RCP_PANES_WIDE, TRUE, TRUE },
  { "/panes/medium", 1199, RCP_PANES_MEDIUM, FALSE, TRUE },
  { "/panes/medium-floor", 860, RCP_PANES_MEDIUM, FALSE, TRUE },
  { "/panes/narrow", 859, RCP_PANES_NARROW, FALSE, FALSE },
  { "/panes/narrowest", 360, RCP_PANES_NARROW, FALSE, FALSE },
};

static void
test_panes (gconstpointer data)
{
  const PanesRow *row = data;
  GtkWidget *panes = rcp_panes_new (), *actors = gtk_button_new_with_label ("actors");
  GtkWidget *centre = gtk_button_new_with_label ("centre"), *inspector = gtk_button_new_with_label ("inspector");
  GtkWidget *window;

  rcp_panes_set_children (RCP_PANES (panes), actors, centre, inspector);
  window = show (panes, row->width, 600);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_width (panes), ==, row->width);
  g_assert_cmpint (rcp_panes_get_mode (RCP_PANES (panes)), ==, row->mode);
  g_assert_cmpint (gtk_widget_get_child_visible (actors), ==, row->actors);
  g_assert_cmpint (gtk_widget_get_child_visible (inspector), ==, row->inspector);
  g_assert_true (gtk_widget_get_child_visible (centre));

  rcp_panes_set_show_actors (RCP_PANES (panes), TRUE);
  rcp_panes_set_on_inspector (RCP_PANES (panes), TRUE);
  g_assert_cmpint (rcp_panes_get_on_inspector (RCP_PANES (panes)), ==, row->mode == RCP_PANES_NARROW);
  gtk_widget_queue_resize (panes);
  for (guint i = 0; i < 200 && !gtk_widget_get_child_visible (actors); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_true (gtk_widget_get_child_visible (actors));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (initials_rows); i++)
    g_test_add_data_func (initials_rows[i].name, &initials_rows[i], test_initials);
  for (gsize i = 0; i < G_N_ELEMENTS (date_rows); i++)
    g_test_add_data_func (date_rows[i].name, &date_rows[i], test_read_date);
  g_test_add_func ("/badge", test_badge);
  g_test_add_func ("/outlet-line", test_outlet_line);
  g_test_add_func ("/wrap-box", test_wrap_box);
  g_test_add_func ("/marked-text", test_marked_text);
  g_test_add_func ("/sparkline", test_sparkline);
  g_test_add_func ("/note-editor", test_note_editor);
  g_test_add_func ("/note-card", test_note_card);
  g_test_add_func ("/inspector/full", test_inspector_full);
  g_test_add_func ("/inspector/poor", test_inspector_poor);
  g_test_add_func ("/inspector/differ-other", test_differ_other);
  g_test_add_func ("/inspector/compact", test_inspector_compact);
  for (gsize i = 0; i < G_N_ELEMENTS (panes_rows); i++)
    g_test_add_data_func (panes_rows[i].name, &panes_rows[i], test_panes);
  return g_test_run ();
}
