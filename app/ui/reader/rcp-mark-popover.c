#include "config.h"

#include "rcp-mark-popover.h"

#include <glib/gi18n.h>

#include "rcp-actor-actions.h"
#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-passage-note.h"
#include "rcp-popover-box.h"

/* What a click on an underlined actor or a dotted date opens. */

#define WIDTH_PX 340

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
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
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
show_card_cb (GtkWidget *button, Context *context)
{
  rcp_timeline_state_set_selected_actor (context->state, rcp_actor_get_id (context->actor));
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
  rcp_popover_box_set (GTK_POPOVER (popover), *box, WIDTH_PX);
  return popover;
}

/* A quiet button below the others, for what is seldom asked for. */
static void
append_split (GtkWidget *box, RcpActor *actor, gint64 article_id)
{
  GtkWidget *button = gtk_button_new_with_label (_("Somebody else in this article…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "actor.split-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", rcp_actor_get_id (actor), article_id);
  g_signal_connect (button, "clicked", G_CALLBACK (close_popover_of), NULL);
  gtk_widget_add_css_class (button, "rcp-link");
  gtk_widget_add_css_class (button, "rcp-caption");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
}

/* @words: how the text of the article names the actor here. */
static GtkWidget *
new_for_actor (GtkWidget *reader, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor, gint64 article_id,
               const char *words)
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
  append_button (buttons, _("Show card"), G_CALLBACK (show_card_cb), context);
  append_button (buttons, _("Show on timeline"), G_CALLBACK (show_actor_cb), context);
  if (library)
    append_button (buttons, rcp_actor_get_pin_rank (actor) >= 0 ? _("Unpin") : _("Pin"), G_CALLBACK (pin_cb), context);
  gtk_box_append (GTK_BOX (box), buttons);
  if (library)
    {
      g_autoptr (GSimpleActionGroup) actions = rcp_actor_actions_new (reader, library, state);

      gtk_widget_insert_action_group (popover, "actor", G_ACTION_GROUP (actions));
      append_split (box, actor, article_id);
    }
  return popover;
}

/* What lay between the words and the value, a line for each step. */
static void
append_steps (GtkWidget *box, const RcpDateExpression *date)
{
  for (guint i = 0; date->steps && i < date->steps->len; i++)
    {
      const RcpDateStep *step = &g_array_index (date->steps, RcpDateStep, i);
      g_autofree char *words = rcp_date_words_step (step->rule, step->value);
      g_autofree char *line = g_strconcat ("→ ", words, NULL);

      append_label (box, line, "rcp-caption");
    }
}

/* Says how the date was read; @event_id: the event that it dates, 0 for none. */
static GtkWidget *
new_for_date (RcpTimelineState *state, RcpDateExpression *date, gint64 event_id)
{
  GtkWidget *box, *popover = new_popover (&box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *value = rcp_date_words_format (date->value, RCP_DATE_STYLE_LONG);
  g_autofree char *time = rcp_date_words_time (date->time);
  g_autofree char *when = date->value && time ? g_strconcat (value, ", ", time, NULL) : g_strdup (value);
  g_autofree char *precision = rcp_date_words_precision (date->value);
  g_autofree char *how =
    rcp_date_words_explain (date->text, date->rule, date->value, date->anchor_kind, date->anchor);

  append_label (head, when, "rcp-bold");
  if (date->value)
    gtk_box_append (GTK_BOX (head), rcp_badge_new (rcp_edtf_is_exact_day (date->value) ? RCP_BADGE_EXACT
                                                                                        : RCP_BADGE_INFERRED,
                                                   precision));
  gtk_box_append (GTK_BOX (box), head);
  append_label (box, how, "rcp-dim");
  append_steps (box, date);
  if (date->conflict)
    {
      g_autofree char *truth = rcp_date_words_conflict (date);
      /* Translators: %s is “26 March 2024 is a Tuesday” */
      g_autofree char *conflict = truth ? g_strdup_printf (_("The words of this date contradict each other: %s."), truth)
                                        : g_strdup (_("The words of this date contradict each other."));

      append_label (box, conflict, "rcp-warning");
    }
  if (event_id)
    append_button (box, _("Show the event"), G_CALLBACK (show_event_cb), (Context){ NULL, state, NULL, event_id });
  return popover;
}

static void
popover_closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static RcpActor *
find_actor (RcpArticleDetail *detail, gint64 id)
{
  GListModel *actors = rcp_article_detail_get_actors (detail);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (rcp_actor_get_id (actor) == id)
        return actor; /* the list keeps it */
    }
  return NULL;
}

static gint64
find_dated_event (RcpArticleDetail *detail, guint position)
{
  GListModel *accounts = rcp_article_detail_get_accounts (detail);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      if (rcp_account_get_start (account) <= position && position < rcp_account_get_end (account)
          && rcp_account_get_event_id (account))
        return rcp_account_get_event_id (account);
    }
  return 0;
}

/**
 * rcp_mark_popover_open:
 * @reader: (transfer none): the text that was clicked
 * @detail: (transfer none): the article it shows
 * @library: (transfer none) (nullable): where an actor can be pinned
 * @state: (transfer none): what can be filtered and shown
 * @position: the code point that was clicked
 *
 * Opens a popover on the mark at @position: how a date was read, or who an actor is. Nothing where there is no mark.
 */
void
rcp_mark_popover_open (RcpReader *reader, RcpArticleDetail *detail, RcpLibrary *library, RcpTimelineState *state,
                       guint position)
{
  RcpDateExpression *date = rcp_reader_find_date (reader, position);
  const RcpMention *mention = rcp_reader_find_mention (reader, position);
  RcpActor *actor = mention && !date ? find_actor (detail, mention->actor) : NULL;
  GtkWidget *popover;
  GdkRectangle rect;

  if (date)
    {
      popover = new_for_date (state, date, find_dated_event (detail, position));
    }
  else if (actor)
    {
      g_autofree char *words = rcp_passage_note_dup_words (detail, mention->range);

      popover = new_for_actor (GTK_WIDGET (reader), library, state, actor,
                               rcp_article_get_id (rcp_article_detail_get_article (detail)), words);
    }
  else
    {
      return;
    }
  rcp_reader_get_location (reader, position, &rect);
  rect.width = MAX (rect.width, 1);
  gtk_widget_set_parent (popover, GTK_WIDGET (reader));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
  g_signal_connect_after (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
