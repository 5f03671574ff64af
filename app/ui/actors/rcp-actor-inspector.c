#include "config.h"

#include "rcp-actor-inspector.h"

#include <glib/gi18n.h>

#include "rcp-actor-actions.h"
#include "rcp-actor-companions.h"
#include "rcp-actor-functions.h"
#include "rcp-actor-names.h"
#include "rcp-actor-passages.h"
#include "rcp-actor-labels.h"
#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-error.h"
#include "rcp-notes-box.h"

#define TALL_AVATAR_PX 48
#define LOW_AVATAR_PX 36
#define COLUMN_PX 280

/* The next page of sentences is made when so much is left below what is seen. */
#define AHEAD_PX 400

/* One of the two layouts: tall beside the timeline, low below it. */
typedef struct
{
  /* template children */
  GtkWidget *avatar_place;
  GtkWidget *name;
  GtkWidget *counts;
  GtkWidget *pin;
  GtkWidget *watch;
  GtkWidget *menu;

  /* made by hand */
  GtkWidget *avatar;
  GtkWidget *names;
  GtkWidget *functions;
  GtkWidget *companions;
  GtkWidget *passages;
  GtkWidget *notes;
} Layout;

struct _RcpActorInspector
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *stack;
  GtkWidget *failed;
  GtkWidget *tall_kind;
  GtkWidget *tall_new;
  GtkWidget *tall_scrolled;
  GtkWidget *tall_names;
  GtkWidget *tall_n_names;
  GtkWidget *tall_functions;
  GtkWidget *tall_n_functions;
  GtkWidget *tall_companions;
  GtkWidget *tall_n_companions;
  GtkWidget *tall_passages;
  GtkWidget *tall_n_passages;
  GtkWidget *tall_notes;
  GtkWidget *low_scrolled;
  GtkWidget *low_columns;
  Layout layouts[2]; /* tall and low */

  /* made by hand */
  GtkWidget *low_functions; /* with its heading: hidden where there are none; as the next */
  GtkWidget *low_companions;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  GCancellable *cancellable;
  RcpActorCard *card;

  /* plain */
  gint64 actor_id; /* the one asked for */
  guint n_new;     /* new mentions when the card was opened */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (RcpActorInspector, rcp_actor_inspector, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static Layout *
get_layout (RcpActorInspector *self)
{
  return &self->layouts[self->compact];
}

static void
show_head (RcpActorInspector *self)
{
  RcpActor *actor = rcp_actor_card_get_actor (self->card);
  Layout *layout = get_layout (self);
  g_autofree char *counts = rcp_actor_labels_counts (rcp_actor_get_n_mentions (actor), rcp_actor_get_n_articles (actor));
  g_autofree char *line = g_strdup_printf ("%s · %s", rcp_actor_labels_kind (rcp_actor_get_kind (actor)), counts);
  g_autoptr (GMenuModel) menu = rcp_actor_actions_new_menu (actor, FALSE);
  gboolean pinned = rcp_actor_get_pin_rank (actor) >= 0, watched = rcp_actor_card_get_watched (self->card);

  rcp_avatar_set_actor (RCP_AVATAR (layout->avatar), actor);
  gtk_label_set_text (GTK_LABEL (layout->name), rcp_actor_get_name (actor));
  gtk_widget_set_tooltip_text (layout->name, self->compact ? rcp_actor_get_name (actor) : NULL);
  gtk_label_set_text (GTK_LABEL (layout->counts), self->compact ? line : counts);
  gtk_label_set_text (GTK_LABEL (self->tall_kind), rcp_actor_labels_kind (rcp_actor_get_kind (actor)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (layout->pin), pinned);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (layout->watch), watched);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (layout->menu), menu);
  adw_bin_set_child (ADW_BIN (self->tall_new), NULL);
  if (self->n_new > 0)
    {
      /* Translators: badge of a watched actor: mentions since the card was last looked at */
      g_autofree char *words
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new mention", "%u new mentions", self->n_new), self->n_new);

      adw_bin_set_child (ADW_BIN (self->tall_new), rcp_badge_new (RCP_BADGE_NEW, words));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, rcp_actor_get_name (actor), -1);
}

static void
set_number (GtkWidget *label, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (label), number);
}

/* A part that has nothing to show is not there. */
static void
show_sections (RcpActorInspector *self)
{
  guint n_names = g_list_model_get_n_items (rcp_actor_card_get_aliases (self->card));
  /* Only a person holds an office; what a state or a body is called by is among its names. */
  guint n_functions = rcp_actor_get_kind (rcp_actor_card_get_actor (self->card)) == RCP_ACTOR_PERSON
                        ? g_list_model_get_n_items (rcp_actor_card_get_functions (self->card))
                        : 0;
  guint n_companions = g_list_model_get_n_items (rcp_actor_card_get_companions (self->card));

  set_number (self->tall_n_names, n_names);
  set_number (self->tall_n_functions, n_functions);
  set_number (self->tall_n_companions, n_companions);
  set_number (self->tall_n_passages, g_list_model_get_n_items (rcp_actor_card_get_passages (self->card)));
  gtk_widget_set_visible (self->tall_names, n_names > 0);
  gtk_widget_set_visible (self->tall_functions, n_functions > 0);
  gtk_widget_set_visible (self->tall_companions, n_companions > 0);
  gtk_widget_set_visible (self->low_functions, n_functions > 0);
  gtk_widget_set_visible (self->low_companions, n_companions > 0);
}

static void
show_card (RcpActorInspector *self)
{
  Layout *layout = get_layout (self);

  if (self->card == NULL)
    return;
  show_head (self);
  show_sections (self);
  rcp_actor_names_set (RCP_ACTOR_NAMES (layout->names), self->card);
  rcp_actor_functions_set (RCP_ACTOR_FUNCTIONS (layout->functions), rcp_actor_card_get_functions (self->card));
  rcp_actor_companions_set (RCP_ACTOR_COMPANIONS (layout->companions), self->card);
  rcp_actor_passages_set (RCP_ACTOR_PASSAGES (layout->passages), self->card);
  rcp_notes_box_set_actor (RCP_NOTES_BOX (layout->notes), rcp_actor_get_id (rcp_actor_card_get_actor (self->card)),
                           rcp_actor_card_get_notes (self->card));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->compact ? "low" : "tall");
}

static void
seen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* That somebody looked is of no weight to the user: the count goes on where it could not be kept. */
  if (!rcp_library_see_actor_finish (RCP_LIBRARY (source), result, &error))
    g_debug ("not marked as seen: %s", error->message);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorInspector) self = RCP_ACTOR_INSPECTOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpActorCard) card = rcp_library_load_actor_card_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Whom no article names is ignored, or shown as part of another. */
  if (card != NULL && rcp_actor_get_n_mentions (rcp_actor_card_get_actor (card)) == 0)
    rcp_timeline_state_set_selected_actor (self->state, 0);
  else if (card != NULL)
    {
      gboolean same = self->card != NULL && rcp_actor_get_id (rcp_actor_card_get_actor (self->card)) == self->actor_id;

      rcp_actor_inspector_set_card (self, card);
      if (!same && rcp_actor_card_get_n_new (card) > 0)
        rcp_library_see_actor_async (self->library, self->actor_id, NULL, seen_cb, NULL);
    }
  else if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND))
    rcp_timeline_state_set_selected_actor (self->state, 0);
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      g_clear_object (&self->card);
      gtk_label_set_text (GTK_LABEL (self->failed), reason);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
    }
}

/* The card of the same actor stays while it is read again; another actor's does not. */
static void
load (RcpActorInspector *self)
{
  gint64 actor_id = rcp_timeline_state_get_selected_actor (self->state);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->actor_id != actor_id)
    {
      g_clear_object (&self->card);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
    }
  self->actor_id = actor_id;
  if (actor_id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  rcp_library_load_actor_card_async (self->library, actor_id, rcp_timeline_state_get_dossier_id (self->state),
                                     self->cancellable, loaded_cb, g_object_ref (self));
}

static void
library_changed_cb (RcpActorInspector *self, guint changes)
{
  if (self->actor_id != 0
      && (changes & (RCP_LIBRARY_CHANGED_ACTORS | RCP_LIBRARY_CHANGED_NOTES | RCP_LIBRARY_CHANGED_ARTICLES)))
    load (self);
}

static void
activate_on_actor (RcpActorInspector *self, const char *action)
{
  if (self->card != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x",
                                rcp_actor_get_id (rcp_actor_card_get_actor (self->card)));
}

/* The buttons show what is so; what they ask for is shown when the library has it. */
static void
pin_cb (RcpActorInspector *self, GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  activate_on_actor (self, "actor.pin");
}

static void
watch_cb (RcpActorInspector *self, GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  activate_on_actor (self, "actor.watch");
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  activate_on_actor (RCP_ACTOR_INSPECTOR (widget), g_variant_get_string (args, NULL));
  return TRUE;
}

static void
passage_cb (RcpActorInspector *self, RcpActorPassage *passage)
{
  guint start = rcp_actor_passage_get_sentence_start (passage);

  if (self->state != NULL)
    rcp_timeline_state_open_article (self->state, rcp_actor_passage_get_article_id (passage), start,
                                     start + (guint) g_utf8_strlen (rcp_actor_passage_get_sentence (passage), -1));
}

static void
article_cb (RcpActorInspector *self, gint64 article_id)
{
  if (self->state != NULL)
    rcp_timeline_state_open_article (self->state, article_id, 0, 0);
}

static void
companion_cb (RcpActorInspector *self, gint64 actor_id)
{
  if (self->state != NULL)
    rcp_timeline_state_set_selected_actor (self->state, actor_id);
}

/* What comes next is there before it is scrolled to. */
static void
scrolled_cb (RcpActorInspector *self, GtkAdjustment *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (self->card != NULL && gtk_adjustment_get_value (adjustment) > end - AHEAD_PX)
    rcp_actor_passages_show_more (RCP_ACTOR_PASSAGES (get_layout (self)->passages));
}

static void
close_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcpActorInspector *self = RCP_ACTOR_INSPECTOR (widget);

  if (self->state != NULL)
    rcp_timeline_state_set_selected_actor (self->state, 0);
}

static void
reload_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcpActorInspector *self = RCP_ACTOR_INSPECTOR (widget);

  if (self->library == NULL || self->state == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  load (self);
}

static void
add_note_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_actor_inspector_add_note (RCP_ACTOR_INSPECTOR (widget));
}

static void
rcp_actor_inspector_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpActorInspector *self = RCP_ACTOR_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
make_parts (RcpActorInspector *self, gboolean compact)
{
  Layout *layout = &self->layouts[compact];

  layout->avatar = rcp_avatar_new (compact ? LOW_AVATAR_PX : TALL_AVATAR_PX);
  adw_bin_set_child (ADW_BIN (layout->avatar_place), layout->avatar);
  layout->names = rcp_actor_names_new ();
  layout->functions = rcp_actor_functions_new ();
  layout->companions = rcp_actor_companions_new (!compact);
  layout->passages = rcp_actor_passages_new (compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  layout->notes = rcp_notes_box_new (self->library);
  g_signal_connect_object (layout->names, "open-article", G_CALLBACK (article_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layout->companions, "activate", G_CALLBACK (companion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layout->passages, "activate", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
}

/* A part of the low layout below its heading. Returns the two together. */
static GtkWidget *
append_column (RcpActorInspector *self, const char *title, GtkWidget *part, int width_px)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "rcp-subheading");
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), part);
  gtk_widget_set_size_request (column, width_px, -1);
  gtk_box_append (GTK_BOX (self->low_columns), column);
  return column;
}

static void
rcp_actor_inspector_constructed (GObject *object)
{
  RcpActorInspector *self = RCP_ACTOR_INSPECTOR (object);
  Layout *tall = &self->layouts[FALSE], *low = &self->layouts[TRUE];
  g_autoptr (GSimpleActionGroup) actions = NULL;

  G_OBJECT_CLASS (rcp_actor_inspector_parent_class)->constructed (object);

  make_parts (self, FALSE);
  make_parts (self, TRUE);
  gtk_box_append (GTK_BOX (self->tall_names), tall->names);
  gtk_box_append (GTK_BOX (self->tall_functions), tall->functions);
  gtk_box_append (GTK_BOX (self->tall_companions), tall->companions);
  gtk_box_append (GTK_BOX (self->tall_passages), tall->passages);
  gtk_box_append (GTK_BOX (self->tall_notes), tall->notes);

  append_column (self, _("Names"), low->names, COLUMN_PX);
  self->low_functions = append_column (self, _("Functions over time"), low->functions, COLUMN_PX + 40);
  self->low_companions = append_column (self, _("Appears with"), low->companions, COLUMN_PX + 40);
  append_column (self, _("In the articles"), low->passages, -1);
  append_column (self, _("My notes"), low->notes, COLUMN_PX);
  rcp_notes_box_set_headless (RCP_NOTES_BOX (low->notes), TRUE);

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->tall_scrolled)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  if (self->library == NULL || self->state == NULL)
    return;
  actions = rcp_actor_actions_new (GTK_WIDGET (self), self->library, self->state);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "actor", G_ACTION_GROUP (actions));
  g_signal_connect_object (self->state, "notify::selected-actor", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::dossier-id", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
rcp_actor_inspector_dispose (GObject *object)
{
  RcpActorInspector *self = RCP_ACTOR_INSPECTOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->card);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_actor_inspector_parent_class)->dispose (object);
}

static void
bind_layout (GtkWidgetClass *widget_class, const char *prefix, gssize offset)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } parts[] = {
    { "avatar", G_STRUCT_OFFSET (Layout, avatar_place) }, { "name", G_STRUCT_OFFSET (Layout, name) },
    { "counts", G_STRUCT_OFFSET (Layout, counts) },       { "pin", G_STRUCT_OFFSET (Layout, pin) },
    { "watch", G_STRUCT_OFFSET (Layout, watch) },         { "menu", G_STRUCT_OFFSET (Layout, menu) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", prefix, parts[i].name);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (name), FALSE, offset + parts[i].offset);
    }
}

static void
rcp_actor_inspector_class_init (RcpActorInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = rcp_actor_inspector_set_property;
  object_class->constructed = rcp_actor_inspector_constructed;
  object_class->dispose = rcp_actor_inspector_dispose;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "actor-inspector.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "actor-inspector.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "actor-inspector.add-note", NULL, add_note_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "actor-inspector.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, key_cb, "s", "actor.pin");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_w, 0, key_cb, "s", "actor.watch");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, key_cb, "s", "actor.merge");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, key_cb, "s", "actor.rename");

  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/actor-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, failed);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_kind);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_new);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_scrolled);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_names);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_n_names);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_functions);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_n_functions);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_companions);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_n_companions);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_passages);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_n_passages);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, tall_notes);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, low_scrolled);
  gtk_widget_class_bind_template_child (widget_class, RcpActorInspector, low_columns);
  bind_layout (widget_class, "tall", G_STRUCT_OFFSET (RcpActorInspector, layouts));
  bind_layout (widget_class, "low", G_STRUCT_OFFSET (RcpActorInspector, layouts) + (gssize) sizeof (Layout));
  gtk_widget_class_bind_template_callback (widget_class, pin_cb);
  gtk_widget_class_bind_template_callback (widget_class, watch_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_actor_inspector_init (RcpActorInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rcp_actor_inspector_new:
 * @library: (nullable): where to read from; without it the card is what rcp_actor_inspector_set_card() gives
 * @state: (nullable): whose selected actor to follow
 *
 * Returns: (transfer floating): a card of nobody yet.
 */
GtkWidget *
rcp_actor_inspector_new (RcpLibrary *library, RcpTimelineState *state)
{
  return g_object_new (RCP_TYPE_ACTOR_INSPECTOR, "library", library, "state", state, NULL);
}

/** rcp_actor_inspector_set_compact: @compact: whether its place is wide and low. */
void
rcp_actor_inspector_set_compact (RcpActorInspector *self, gboolean compact)
{
  g_autofree char *draft = NULL;

  g_return_if_fail (RCP_IS_ACTOR_INSPECTOR (self));

  compact = !!compact;
  if (self->compact == compact)
    return;
  draft = rcp_notes_box_dup_draft (RCP_NOTES_BOX (get_layout (self)->notes));
  self->compact = compact;
  show_card (self);
  /* What is being written goes on in the other place. */
  rcp_notes_box_set_draft (RCP_NOTES_BOX (self->layouts[!compact].notes), NULL);
  rcp_notes_box_set_draft (RCP_NOTES_BOX (get_layout (self)->notes), draft);
}

/** rcp_actor_inspector_set_card: @card: what to show. */
void
rcp_actor_inspector_set_card (RcpActorInspector *self, RcpActorCard *card)
{
  gboolean same;

  g_return_if_fail (RCP_IS_ACTOR_INSPECTOR (self));
  g_return_if_fail (RCP_IS_ACTOR_CARD (card));

  same = self->card != NULL
         && rcp_actor_get_id (rcp_actor_card_get_actor (self->card)) == rcp_actor_get_id (rcp_actor_card_get_actor (card));
  g_set_object (&self->card, card);
  /* Looking at them makes them old, but their number stays on the card until another is opened. */
  self->n_new = MAX (same ? self->n_new : 0, rcp_actor_card_get_n_new (card));
  show_card (self);
  if (same)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->tall_scrolled)), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->low_scrolled)), 0);
}

/** rcp_actor_inspector_add_note: opens the editor for a note on the actor shown. */
void
rcp_actor_inspector_add_note (RcpActorInspector *self)
{
  g_return_if_fail (RCP_IS_ACTOR_INSPECTOR (self));

  if (self->card != NULL)
    rcp_notes_box_write (RCP_NOTES_BOX (get_layout (self)->notes));
}
