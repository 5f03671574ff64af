#include "config.h"

#include "rcp-mark-popover.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-error.h"

/* What a click on an underlined actor or a dotted date opens. */

typedef struct
{
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpActor *actor;
  gint64 event_id;
} Context;

static void
context_free (gpointer data, GClosure *closure)
{
  Context *context = data;

  g_clear_object (&context->library);
  g_clear_object (&context->state);
  g_clear_object (&context->actor);
  g_free (context);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
append_button (GtkWidget *box, const char *label, GCallback callback, Context context)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Context *copy = g_new0 (Context, 1);

  g_set_object (&copy->library, context.library);
  g_set_object (&copy->state, context.state);
  g_set_object (&copy->actor, context.actor);
  copy->event_id = context.event_id;
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_data (button, "clicked", callback, copy, context_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static void
close_popover_of (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
show_actor_cb (GtkWidget *button, Context *context)
{
  gtk_widget_activate_action (button, "win.view", "s", "timeline");
  rcp_timeline_state_set_actor_filter (context->state, rcp_actor_get_id (context->actor), FALSE);
  close_popover_of (button);
}

static void
pinned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;

  if (!rcp_library_pin_actor_finish (RCP_LIBRARY (source), result, &error))
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (button, "win.toast", "s", sentence);
    }
  close_popover_of (button);
}

static void
pin_cb (GtkWidget *button, Context *context)
{
  gboolean pinned = rcp_actor_get_pin_rank (context->actor) >= 0;

  rcp_library_pin_actor_async (context->library, rcp_actor_get_id (context->actor), pinned ? -1 : G_MAXINT, NULL,
                               pinned_cb, g_object_ref (button));
}

static void
show_event_cb (GtkWidget *button, Context *context)
{
  close_popover_of (button);
  rcp_timeline_state_open_event (context->state, context->event_id);
}

static GtkWidget *
new_popover (GtkWidget **box)
{
  GtkWidget *popover = gtk_popover_new ();

  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (popover, "rcp-mark-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), *box);
  return popover;
}

/**
 * rcp_mark_popover_new_for_actor:
 * @library: (transfer none) (nullable): where it can be pinned
 * @state: (transfer none): what can be filtered
 * @actor: (transfer none): who
 * @words: how the text names the actor here
 *
 * Returns: (transfer floating): a popover to be given a parent.
 */
GtkWidget *
rcp_mark_popover_new_for_actor (RcpLibrary *library, RcpTimelineState *state, RcpActor *actor, const char *words)
{
  GtkWidget *box, *popover = new_popover (&box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n = rcp_actor_get_n_mentions (actor), n_articles = rcp_actor_get_n_articles (actor);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
  g_autofree char *articles = g_strdup_printf (ngettext ("in %u article", "in %u articles", n_articles), n_articles);
  g_autofree char *counts = g_strdup_printf ("%s %s", mentions, articles);
  Context context = { library, state, actor, 0 };

  gtk_box_append (GTK_BOX (head), rcp_avatar_new_for_actor (actor, 32));
  append_label (names, rcp_actor_get_name (actor), "rcp-bold");
  append_label (names, counts, "rcp-caption");
  gtk_box_append (GTK_BOX (head), names);
  gtk_box_append (GTK_BOX (box), head);
  if (g_strcmp0 (words, rcp_actor_get_name (actor)) != 0)
    {
      g_autofree char *here = g_strdup_printf (_("Here: “%s”"), words);

      append_label (box, here, "rcp-dim");
    }
  append_button (buttons, _("Show on timeline"), G_CALLBACK (show_actor_cb), context);
  if (library)
    append_button (buttons, rcp_actor_get_pin_rank (actor) >= 0 ? _("Unpin") : _("Pin"), G_CALLBACK (pin_cb), context);
  gtk_box_append (GTK_BOX (box), buttons);
  return popover;
}

/**
 * rcp_mark_popover_new_for_date:
 * @state: (transfer none): where an event is shown
 * @date: (transfer none): the expression
 * @event_id: the event that it dates, 0 for none
 *
 * Returns: (transfer floating): a popover that says how the date was read, to be given a parent.
 */
GtkWidget *
rcp_mark_popover_new_for_date (RcpTimelineState *state, RcpDateExpression *date, gint64 event_id)
{
  GtkWidget *box, *popover = new_popover (&box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *value = rcp_date_words_format (date->value, RCP_DATE_STYLE_LONG);
  g_autofree char *precision = rcp_date_words_precision (date->value);
  g_autofree char *how =
    rcp_date_words_explain (date->text, date->rule, date->value, date->anchor_kind, date->anchor);

  append_label (head, value, "rcp-bold");
  if (date->value)
    gtk_box_append (GTK_BOX (head), rcp_badge_new (rcp_edtf_is_exact_day (date->value) ? RCP_BADGE_EXACT
                                                                                        : RCP_BADGE_INFERRED,
                                                   precision));
  gtk_box_append (GTK_BOX (box), head);
  append_label (box, how, "rcp-dim");
  if (date->conflict)
    append_label (box, _("The words of this date contradict each other."), "rcp-warning");
  if (event_id)
    append_button (box, _("Show the event"), G_CALLBACK (show_event_cb), (Context){ NULL, state, NULL, event_id });
  return popover;
}
