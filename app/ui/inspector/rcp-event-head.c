#include "config.h"

#include "rcp-event-head.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-popover.h"
#include "rcp-date-words.h"
#include "rcp-event-labels.h"
#include "rcp-family.h"
#include "rcp-outlet-dots.h"
#include "rcp-wrap-box.h"

/* More participants than this are a number: the chips are for knowing who, not for reading a list. */
#define MAX_CHIPS 8

struct _RcpEventHead
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *tag_place;
  GtkWidget *dots;
  GtkWidget *differ_badge;
  GtkWidget *status_badge;
  GtkWidget *counts;
  GtkWidget *date;
  GtkWidget *date_badge;
  GtkWidget *explanation;
  GtkWidget *change_button;
  GtkWidget *popover;
  GtkWidget *chips;
  GtkWidget *links; /* to plans and what came of them; only where there is room */

  /* owned */
  RcpEvent *event;

  /* plain */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (RcpEventHead, rcp_event_head, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SET_DATE,
  SIGNAL_ACTOR,
  SIGNAL_ACTOR_MENU,
  SIGNAL_EVENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
popover_set_cb (RcpEventHead *self, RcpEdtf *date)
{
  g_signal_emit (self, signals[SIGNAL_SET_DATE], 0, date);
}

static gboolean
link_cb (RcpEventHead *self)
{
  rcp_event_head_edit_date (self);
  return TRUE;
}

static void
chip_clicked_cb (RcpEventHead *self, GtkWidget *chip)
{
  gint64 *id = g_object_get_data (G_OBJECT (chip), "actor-id");

  g_signal_emit (self, signals[SIGNAL_ACTOR], 0, *id);
}

static void
ask_menu (RcpEventHead *self, GtkWidget *chip)
{
  g_signal_emit (self, signals[SIGNAL_ACTOR_MENU], 0, g_object_get_data (G_OBJECT (chip), "actor"), chip);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, RcpEventHead *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, RcpEventHead *self)
{
  if (keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    return FALSE;
  ask_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return TRUE;
}

/* By the right button, the menu key, and Shift+F10. */
static void
give_menu (RcpEventHead *self, GtkWidget *chip, RcpActor *actor)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (chip), "actor", g_object_ref (actor), g_object_unref);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (chip, keys);
}

static GtkWidget *
make_chip (RcpEventHead *self, RcpActor *actor)
{
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (rcp_actor_get_name (actor));
  gint64 id = rcp_actor_get_id (actor);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 30);
  gtk_box_append (GTK_BOX (box), rcp_avatar_new_for_actor (actor, 24));
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "rcp-participant");
  gtk_widget_set_tooltip_text (chip, rcp_actor_get_alias (actor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, rcp_actor_get_name (actor), -1);
  g_object_set_data_full (G_OBJECT (chip), "actor-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  give_menu (self, chip, actor);
  return chip;
}

static char *
list_names (GListModel *actors)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (actors), MAX_CHIPS); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : " · ", rcp_actor_get_name (actor));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* How the date was read, and what in the accounts contradicts itself: “mardi 27 mars”: 27 March 2024 is a Wednesday. */
static char *
explain (RcpEvent *event, const GPtrArray *conflicts)
{
  g_autofree char *sentence
    = rcp_date_words_explain (rcp_event_get_date_clue (event), rcp_event_get_date_rule (event), rcp_event_get_date (event),
                              rcp_event_get_date_anchor_kind (event), rcp_event_get_date_anchor (event));
  g_autoptr (GString) explained = g_string_new (sentence);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RcpDateExpression *date = conflicts->pdata[i];
      g_autofree char *truth = rcp_date_words_conflict (date);

      if (truth == NULL)
        continue;
      g_string_append (explained, " · ≠ ");
      /* The sentence has just given the words. */
      if (g_strcmp0 (date->text, rcp_event_get_date_clue (event)) == 0)
        g_string_append (explained, truth);
      else
        /* Translators: %1$s are words of an article that contradict each other, %2$s is “26 March 2024 is a Tuesday” */
        g_string_append_printf (explained, _("“%1$s”, but %2$s"), date->text, truth);
    }
  return g_string_free (g_steal_pointer (&explained), FALSE);
}

static void
show_date (RcpEventHead *self, GListModel *actors, const GPtrArray *conflicts)
{
  RcpEdtf *date = rcp_event_get_date (self->event);
  RcpDateRule rule = rcp_event_get_date_rule (self->event);
  g_autofree char *words = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);
  g_autofree char *precision = rcp_date_words_precision (date);
  g_autofree char *explained = explain (self->event, conflicts);
  RcpBadgeStyle style = rule == RCP_DATE_RULE_USER                      ? RCP_BADGE_USER
                        : date != NULL && rcp_edtf_is_exact_day (date) ? RCP_BADGE_EXACT
                                                                        : RCP_BADGE_INFERRED;

  gtk_label_set_text (GTK_LABEL (self->date), words);
  /* Translators: badge of a date that the user fixed */
  rcp_badge_set (RCP_BADGE (self->date_badge), style, rule == RCP_DATE_RULE_USER ? C_("date", "set by you") : precision);
  gtk_widget_set_visible (self->date_badge, date != NULL);
  if (self->compact)
    {
      g_autofree char *names = list_names (actors);
      g_autofree char *line = g_strconcat (explained, names, NULL);

      gtk_label_set_text (GTK_LABEL (self->explanation), line);
      gtk_widget_set_tooltip_text (self->explanation, line);
    }
  else
    {
      /* Translators: a link after a sentence that says how a date was read */
      g_autofree char *markup = g_markup_printf_escaped ("%s. <a href=\"change\"><b>%s</b></a>", explained, _("Change…"));

      gtk_label_set_markup (GTK_LABEL (self->explanation), markup);
    }
}

static void
show_tellers (RcpEventHead *self)
{
  RcpFamily family = rcp_action_get_family (rcp_event_get_action (self->event));
  guint n_outlets = rcp_event_get_n_outlets (self->event), n_independent = rcp_event_get_n_independent (self->event);
  g_autofree char *outlets
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *independent = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u independent", "%u independent", n_independent), n_independent);
  g_autofree char *counts = g_strdup_printf ("%s · %s", outlets, independent);
  GtkWidget *old = gtk_widget_get_first_child (self->tag_place);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->tag_place), old);
  gtk_box_append (GTK_BOX (self->tag_place), rcp_family_new_tag (family));
  rcp_outlet_dots_set (RCP_OUTLET_DOTS (self->dots), n_outlets, n_independent);
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    gtk_widget_remove_css_class (self->dots, rcp_family_get_css_class (i));
  gtk_widget_add_css_class (self->dots, rcp_family_get_css_class (family));
  gtk_label_set_text (GTK_LABEL (self->counts), n_outlets == 1 ? _("Reported by one outlet") : counts);
  gtk_widget_set_visible (self->differ_badge, rcp_event_get_n_discrepancies (self->event) > 0);
}

/* What has simply happened needs no word. */
static void
show_status (RcpEventHead *self)
{
  RcpStatus status = rcp_event_get_status (self->event);
  gboolean by_user = (rcp_event_get_by_user (self->event) & RCP_EVENT_BY_USER_STATUS) != 0;

  rcp_badge_set (RCP_BADGE (self->status_badge), by_user ? RCP_BADGE_USER : RCP_BADGE_NEUTRAL,
                 rcp_event_label_status (status));
  gtk_widget_set_visible (self->status_badge, by_user || status != RCP_STATUS_DONE);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Title, then family and outlets, then the date with its derivation below it, then the participants. */
static void
build_tall (RcpEventHead *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 7), *tellers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *when = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *icon;
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->title, "rcp-title");
  gtk_box_append (GTK_BOX (tellers), self->tag_place);
  gtk_box_append (GTK_BOX (tellers), self->status_badge);
  gtk_box_append (GTK_BOX (tellers), self->dots);
  gtk_box_append (GTK_BOX (tellers), self->counts);
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (top), tellers);

  icon = gtk_image_new_from_icon_name ("rcp-calendar-symbolic");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_box_append (GTK_BOX (line), self->date);
  gtk_box_append (GTK_BOX (line), self->date_badge);
  gtk_label_set_wrap (GTK_LABEL (self->explanation), TRUE);
  gtk_widget_add_css_class (self->explanation, "rcp-explanation");
  g_signal_connect_object (self->explanation, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (right), line);
  gtk_box_append (GTK_BOX (right), self->explanation);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (when), icon);
  gtk_box_append (GTK_BOX (when), right);

  gtk_box_append (GTK_BOX (self->box), top);
  gtk_box_append (GTK_BOX (self->box), when);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  self->links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->links);
}

static void
build_compact (RcpEventHead *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("rcp-calendar-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "rcp-compact-title");
  gtk_box_append (GTK_BOX (first), self->tag_place);
  gtk_box_append (GTK_BOX (first), self->title);
  gtk_box_append (GTK_BOX (first), self->status_badge);
  gtk_box_append (GTK_BOX (first), self->dots);
  gtk_box_append (GTK_BOX (first), self->differ_badge);
  gtk_label_set_ellipsize (GTK_LABEL (self->explanation), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (second), icon);
  gtk_box_append (GTK_BOX (second), self->date);
  gtk_box_append (GTK_BOX (second), self->explanation);
  self->change_button = gtk_button_new_with_label (_("Change…"));
  gtk_widget_add_css_class (self->change_button, "rcp-link");
  g_signal_connect_object (self->change_button, "clicked", G_CALLBACK (rcp_event_head_edit_date), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (second), self->change_button);
  gtk_widget_set_valign (self->change_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), first);
  gtk_box_append (GTK_BOX (self->box), second);
}

static void
rcp_event_head_dispose (GObject *object)
{
  RcpEventHead *self = RCP_EVENT_HEAD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  /* What the layout in use has no place for. */
  if (self->compact)
    {
      g_clear_object (&self->chips);
      g_clear_object (&self->counts);
      g_clear_object (&self->date_badge);
    }
  else
    g_clear_object (&self->differ_badge);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (rcp_event_head_parent_class)->dispose (object);
}

static void
rcp_event_head_class_init (RcpEventHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_event_head_dispose;

  signals[SIGNAL_SET_DATE] = g_signal_new ("set-date", RCP_TYPE_EVENT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, RCP_TYPE_EDTF);
  signals[SIGNAL_ACTOR] = g_signal_new ("actor", RCP_TYPE_EVENT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_ACTOR_MENU] = g_signal_new ("actor-menu", RCP_TYPE_EVENT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, RCP_TYPE_ACTOR, GTK_TYPE_WIDGET);
  signals[SIGNAL_EVENT] = g_signal_new ("event", RCP_TYPE_EVENT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "eventhead");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rcp_event_head_init (RcpEventHead *self)
{
}

/** rcp_event_head_new: @compact: in two lines. Returns: (transfer floating): an empty head. */
GtkWidget *
rcp_event_head_new (gboolean compact)
{
  RcpEventHead *self = g_object_new (RCP_TYPE_EVENT_HEAD, NULL);

  self->compact = compact;
  self->title = make_label (NULL);
  self->tag_place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->tag_place, GTK_ALIGN_CENTER);
  self->dots = rcp_outlet_dots_new (0, 0);
  gtk_widget_add_css_class (self->dots, "large");
  gtk_widget_set_valign (self->dots, GTK_ALIGN_CENTER);
  self->differ_badge = rcp_badge_new (RCP_BADGE_DIFFER, NULL);
  self->status_badge = rcp_badge_new (RCP_BADGE_NEUTRAL, "");
  gtk_widget_set_valign (self->status_badge, GTK_ALIGN_CENTER);
  self->counts = make_label ("rcp-caption");
  gtk_widget_add_css_class (self->counts, "rcp-dim");
  self->date = make_label ("rcp-bold");
  self->date_badge = rcp_badge_new (RCP_BADGE_EXACT, NULL);
  self->explanation = make_label ("rcp-caption");
  gtk_widget_add_css_class (self->explanation, "rcp-dim");
  self->chips = rcp_wrap_box_new (6);
  if (compact)
    {
      g_object_ref_sink (self->chips);
      g_object_ref_sink (self->counts);
      g_object_ref_sink (self->date_badge);
      gtk_widget_add_css_class (self->date, "rcp-chip-text");
      build_compact (self);
    }
  else
    {
      g_object_ref_sink (self->differ_badge);
      build_tall (self);
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->popover = rcp_date_popover_new ();
  gtk_widget_set_parent (self->popover, self->date);
  g_object_ref (self->popover);
  g_signal_connect_object (self->popover, "set", G_CALLBACK (popover_set_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
event_clicked_cb (RcpEventHead *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "event-id");

  g_signal_emit (self, signals[SIGNAL_EVENT], 0, *id);
}

/* @format: a sentence with the title and the date of the other event */
static void
add_link (RcpEventHead *self, RcpEvent *other, const char *format)
{
  gint64 id = rcp_event_get_id (other);
  g_autofree char *date = rcp_event_get_date (other) ? rcp_date_words_format (rcp_event_get_date (other), RCP_DATE_STYLE_LONG)
                                                     : g_strdup (_("no date"));
  g_autofree char *words = g_strdup_printf (format, rcp_event_get_title (other), date);
  GtkWidget *button = gtk_button_new_with_label (words), *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rcp-small");
  g_object_set_data_full (G_OBJECT (button), "event-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (event_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->links), button);
}

static void
show_links (RcpEventHead *self, RcpEventDetail *detail)
{
  const GPtrArray *plans = rcp_event_detail_get_plans (detail);
  GtkWidget *child;

  if (self->links == NULL)
    return;
  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; i < plans->len; i++)
    /* Translators: %1$s is the title of an event, %2$s its date */
    add_link (self, plans->pdata[i], _("Planned before: %1$s, %2$s"));
  if (rcp_event_detail_get_outcome (detail) != NULL)
    /* Translators: %1$s is the title of an event, %2$s its date */
    add_link (self, rcp_event_detail_get_outcome (detail), _("Came about: %1$s, %2$s"));
  gtk_widget_set_visible (self->links, gtk_widget_get_first_child (self->links) != NULL);
}

/** rcp_event_head_set: @detail: the event to show. */
void
rcp_event_head_set (RcpEventHead *self, RcpEventDetail *detail)
{
  GListModel *actors;
  guint n_actors;

  g_return_if_fail (RCP_IS_EVENT_HEAD (self));
  g_return_if_fail (RCP_IS_EVENT_DETAIL (detail));

  actors = rcp_event_detail_get_actors (detail);
  n_actors = g_list_model_get_n_items (actors);
  g_set_object (&self->event, rcp_event_detail_get_event (detail));
  gtk_label_set_text (GTK_LABEL (self->title), rcp_event_get_title (self->event));
  if (self->compact)
    gtk_widget_set_tooltip_text (self->title, rcp_event_get_title (self->event));
  show_tellers (self);
  show_status (self);
  show_date (self, actors, rcp_event_detail_get_conflicts (detail));
  show_links (self, detail);

  rcp_wrap_box_clear (RCP_WRAP_BOX (self->chips));
  for (guint i = 0; i < MIN (n_actors, MAX_CHIPS); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      rcp_wrap_box_append (RCP_WRAP_BOX (self->chips), make_chip (self, actor));
    }
  if (n_actors > MAX_CHIPS)
    {
      guint n_more = n_actors - MAX_CHIPS;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "rcp-caption");
      gtk_widget_add_css_class (label, "rcp-dim");
      rcp_wrap_box_append (RCP_WRAP_BOX (self->chips), label);
    }
  gtk_widget_set_visible (self->chips, n_actors > 0);
}

/** rcp_event_head_edit_date: opens the popover in which the date can be set. */
void
rcp_event_head_edit_date (RcpEventHead *self)
{
  g_return_if_fail (RCP_IS_EVENT_HEAD (self));

  if (self->event == NULL)
    return;
  rcp_date_popover_set_date (RCP_DATE_POPOVER (self->popover), rcp_event_get_date (self->event),
                             rcp_event_get_date_rule (self->event) == RCP_DATE_RULE_USER);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
