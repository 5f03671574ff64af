#include "config.h"

#include "rcp-join-dialog.h"

#include <glib/gi18n.h>

#include "rcp-correction-dialog.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-event-labels.h"

#define LIST_PX 250

/* What the window works on; owned by it. */
typedef struct
{
  RcpCorrectionDialog *dialog; /* which owns this */
  GtkWidget *list;    /* weak, as the next: an answer may come when the window is gone */
  GtkWidget *preview;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpEvent *event;
  RcpEvent *other; /* the one chosen (nullable) */
  GCancellable *cancellable;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_cancellable_cancel (asked->cancellable);
  g_clear_object (&asked->cancellable);
  g_clear_weak_pointer (&asked->list);
  g_clear_weak_pointer (&asked->preview);
  g_clear_object (&asked->library);
  g_clear_object (&asked->state);
  g_clear_object (&asked->event);
  g_clear_object (&asked->other);
  g_free (asked);
}

static Asked *
get_asked (RcpCorrectionDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "asked");
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCorrectionDialog) dialog = user_data;
  Asked *asked = get_asked (dialog);
  g_autoptr (GError) error = NULL;

  if (rcp_library_join_events_finish (RCP_LIBRARY (source), result, &error) && asked->state != NULL)
    rcp_timeline_state_set_selected_event (asked->state, rcp_library_get_last_id (asked->library));
  rcp_correction_dialog_finish (dialog, error, _("The two are one event"));
}

static void
accept_cb (RcpCorrectionDialog *dialog)
{
  Asked *asked = get_asked (dialog);

  rcp_library_join_events_async (asked->library, rcp_event_get_id (asked->event), rcp_event_get_id (asked->other), NULL,
                                 joined_cb, g_object_ref (dialog));
}

/* --- What would change ------------------------------------------------------------------------------------------ */

static void
add_line (GString *lines, const char *line)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static char *
preview (RcpEvent *event, RcpEvent *other)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = rcp_event_get_n_accounts (event) + rcp_event_get_n_accounts (other);
  g_autofree char *accounts
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "One event with %u account.", "One event with %u accounts.", n), n);
  RcpEdtf *a = rcp_event_get_date (event), *b = rcp_event_get_date (other);

  add_line (lines, accounts);
  if (a != NULL && b != NULL && !rcp_edtf_overlaps (a, b))
    {
      g_autofree char *first = rcp_date_words_format (a, RCP_DATE_STYLE_LONG);
      g_autofree char *second = rcp_date_words_format (b, RCP_DATE_STYLE_LONG);
      /* Translators: two dates that exclude each other */
      g_autofree char *line = g_strdup_printf (_("Their dates exclude each other: %1$s, %2$s."), first, second);

      add_line (lines, line);
    }
  if (rcp_event_get_action (event) != rcp_event_get_action (other))
    {
      /* Translators: two types of events, as “Agreement” */
      g_autofree char *line
        = g_strdup_printf (_("They are of different types: %1$s, %2$s."), rcp_event_label_action (rcp_event_get_action (event)),
                           rcp_event_label_action (rcp_event_get_action (other)));

      add_line (lines, line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
selected_cb (RcpCorrectionDialog *dialog, GtkListBoxRow *row)
{
  Asked *asked = get_asked (dialog);
  g_autofree char *words = NULL;

  g_set_object (&asked->other, row ? g_object_get_data (G_OBJECT (row), "event") : NULL);
  words = asked->other ? preview (asked->event, asked->other) : g_strdup (_("Choose an event to see what would change"));
  if (asked->preview != NULL)
    gtk_label_set_text (GTK_LABEL (asked->preview), words);
  rcp_correction_dialog_set_ready (dialog, asked->other != NULL);
}

/* --- The list --------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_row_cb (gpointer item, gpointer unused)
{
  RcpEvent *event = item;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (rcp_event_get_title (event)), *line;
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_LONG);
  guint n_outlets = rcp_event_get_n_outlets (event);
  g_autofree char *outlets
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *words = g_strdup_printf ("%s · %s · %s", date, rcp_event_label_action (rcp_event_get_action (event)),
                                            outlets);

  line = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line, "rcp-caption");
  gtk_widget_add_css_class (line, "rcp-dim");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "event", g_object_ref (event), g_object_unref);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCorrectionDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) events = rcp_library_list_near_events_finish (RCP_LIBRARY (source), result, &error);
  Asked *asked = get_asked (dialog);

  if (asked == NULL || asked->list == NULL || asked->preview == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (events == NULL)
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_label_set_text (GTK_LABEL (asked->preview), reason);
      return;
    }
  gtk_list_box_bind_model (GTK_LIST_BOX (asked->list), events, make_row_cb, NULL, NULL);
  selected_cb (dialog, NULL);
}

static void
search_changed_cb (RcpCorrectionDialog *dialog, GtkEditable *entry)
{
  Asked *asked = get_asked (dialog);

  g_cancellable_cancel (asked->cancellable);
  g_clear_object (&asked->cancellable);
  asked->cancellable = g_cancellable_new ();
  rcp_library_list_near_events_async (asked->library, rcp_event_get_id (asked->event),
                                      entry ? gtk_editable_get_text (entry) : NULL, asked->cancellable, listed_cb,
                                      g_object_ref (dialog));
}

static void
entered_cb (RcpCorrectionDialog *dialog)
{
  Asked *asked = get_asked (dialog);

  if (asked->other == NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (asked->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (asked->list), 0));
  rcp_correction_dialog_go_on (dialog);
}

static GtkWidget *
build_list (Asked *asked)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *empty = gtk_label_new (_("No event matches"));

  g_set_weak_pointer (&asked->list, gtk_list_box_new ());
  gtk_widget_add_css_class (empty, "rcp-dim");
  gtk_widget_set_margin_top (empty, 12);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (asked->list), empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asked->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), asked->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, -1, LIST_PX);
  gtk_widget_add_css_class (scrolled, "rcp-choose");
  return scrolled;
}

/** rcp_join_dialog_new: Returns: (transfer floating): asks which other event @event is one with. */
GtkWidget *
rcp_join_dialog_new (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpEvent *event)
{
  Asked *asked = g_new0 (Asked, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *title = gtk_label_new (rcp_event_get_title (event));
  GtkWidget *entry = gtk_search_entry_new ();

  asked->library = g_object_ref (library);
  asked->state = state ? g_object_ref (state) : NULL;
  asked->event = g_object_ref (event);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "rcp-bold");
  g_object_set (entry, "placeholder-text", _("Find an event"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find an event"), -1);
  g_set_weak_pointer (&asked->preview, g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                                     TRUE, "xalign", 0.0, NULL));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), build_list (asked));
  gtk_box_append (GTK_BOX (box), asked->preview);

  asked->dialog = rcp_correction_dialog_new (origin, _("Join with another event"), _("_Join"), box);
  g_object_set_data_full (G_OBJECT (asked->dialog), "asked", asked, asked_free);
  g_signal_connect (asked->dialog, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_object (asked->list, "row-selected", G_CALLBACK (selected_cb), asked->dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), asked->dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), asked->dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_window_close), asked->dialog, G_CONNECT_SWAPPED);
  selected_cb (asked->dialog, NULL);
  search_changed_cb (asked->dialog, NULL);
  gtk_window_set_focus (GTK_WINDOW (asked->dialog), entry);
  return GTK_WIDGET (asked->dialog);
}
