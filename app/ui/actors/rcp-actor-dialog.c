#include "config.h"

#include "rcp-actor-dialog.h"

#include <glib/gi18n.h>

#include "rcp-actor-chooser.h"
#include "rcp-actor-preview-box.h"
#include "rcp-error.h"

#define WIDTH_PX 480
#define MARGIN_PX 18
#define PREVIEW_PX 132

/* While one types, what would change is asked for when the hand rests. */
#define PAUSE_MS 200

struct _RcpActorDialog
{
  AdwWindow parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *accept;
  GtkWidget *entry;   /* for a name (nullable) */
  GtkWidget *chooser; /* of the other actor (nullable) */
  GtkWidget *names;   /* which of the two names is shown (nullable) */
  GtkWidget *keep_name[2]; /* of @other, of @actor */
  GtkWidget *preview;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  GWeakRef origin;
  RcpActor *actor;
  RcpActor *other; /* (nullable) */
  char *text;      /* the alias to split (nullable) */
  GCancellable *cancellable;

  /* plain */
  RcpCorrectionKind kind;
  gint64 article_id;
  guint pause_id;
  gboolean shown;   /* the card of the actor that goes was open */
  gboolean goes_on; /* the button has the focus next, once it can be pressed */
};

G_DEFINE_FINAL_TYPE (RcpActorDialog, rcp_actor_dialog, ADW_TYPE_WINDOW)

static gboolean
is_choosing (RcpActorDialog *self)
{
  return self->kind == RCP_CORRECTION_MERGE_ACTORS || self->kind == RCP_CORRECTION_DISTINCT_ACTORS;
}

/* A merge takes the actor into the other one unless the actor's own name is to be shown. */
static gboolean
is_swapped (RcpActorDialog *self)
{
  return self->kind == RCP_CORRECTION_MERGE_ACTORS
         && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep_name[1]));
}

static char *
dup_name (RcpActorDialog *self)
{
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (name[0] == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

static gint64
get_other_id (RcpActorDialog *self)
{
  if (self->kind == RCP_CORRECTION_SPLIT_ARTICLE)
    return self->article_id;
  return self->other ? rcp_actor_get_id (is_swapped (self) ? self->actor : self->other) : 0;
}

static gint64
get_subject_id (RcpActorDialog *self)
{
  return rcp_actor_get_id (is_swapped (self) ? self->other : self->actor);
}

/* On to the button, now or as soon as it can be pressed. */
static void
go_on (RcpActorDialog *self)
{
  self->goes_on = !gtk_widget_get_sensitive (self->accept);
  if (!self->goes_on)
    gtk_window_set_focus (GTK_WINDOW (self), self->accept);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpActorPreview) preview
    = rcp_library_preview_actor_correction_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    rcp_actor_preview_box_set (RCP_ACTOR_PREVIEW_BOX (self->preview), preview);
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      rcp_actor_preview_box_set_words (RCP_ACTOR_PREVIEW_BOX (self->preview), reason);
    }
  gtk_widget_set_sensitive (self->accept, preview != NULL);
  if (self->goes_on)
    go_on (self);
}

/* Asks what would change. Nothing can be accepted before the answer is there. */
static void
load_preview (RcpActorDialog *self)
{
  g_autofree char *name = NULL;
  gboolean same = self->other != NULL && rcp_actor_get_id (self->other) == rcp_actor_get_id (self->actor);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (self->accept, FALSE);
  if (self->names != NULL)
    gtk_widget_set_visible (self->names, self->other != NULL && !same);
  if (is_choosing (self) && (self->other == NULL || same))
    {
      rcp_actor_preview_box_set_words (RCP_ACTOR_PREVIEW_BOX (self->preview),
                                       same ? _("This is the same actor")
                                            : _("Choose an actor to see what would change"));
      return;
    }
  if (self->kind == RCP_CORRECTION_ACTOR_NAME)
    name = dup_name (self);
  self->cancellable = g_cancellable_new ();
  rcp_library_preview_actor_correction_async (self->library, self->kind, get_subject_id (self), get_other_id (self),
                                              self->kind == RCP_CORRECTION_ACTOR_NAME ? name : self->text,
                                              self->cancellable, previewed_cb, g_object_ref (self));
}

static gboolean
paused_cb (gpointer user_data)
{
  RcpActorDialog *self = user_data;

  self->pause_id = 0;
  load_preview (self);
  return G_SOURCE_REMOVE;
}

static void
name_changed_cb (RcpActorDialog *self)
{
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* The timeline goes on with whoever is shown now: what was filtered on or open under the old row. */
static void
follow (RcpActorDialog *self, gint64 from_id, gint64 into_id)
{
  if (self->state == NULL)
    return;
  if (rcp_timeline_state_get_actor_filtered (self->state, from_id))
    {
      rcp_timeline_state_set_actor_filter (self->state, from_id, TRUE);
      if (!rcp_timeline_state_get_actor_filtered (self->state, into_id))
        rcp_timeline_state_set_actor_filter (self->state, into_id, TRUE);
    }
  /* The card may have closed meanwhile, because nobody is called by the old row any more. */
  if (self->shown && (rcp_timeline_state_get_selected_actor (self->state) == from_id
                      || rcp_timeline_state_get_selected_actor (self->state) == 0))
    rcp_timeline_state_set_selected_actor (self->state, into_id);
}

/* @error: (nullable) (transfer full). */
static void
finish (RcpActorDialog *self, GError *error, const char *toast)
{
  g_autoptr (GError) owned = error;
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&self->origin);

  if (self->library == NULL)
    return;
  if (error != NULL)
    {
      g_autofree char *reason = rcp_error_describe (error);

      rcp_actor_preview_box_set_words (RCP_ACTOR_PREVIEW_BOX (self->preview), reason);
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      return;
    }
  if (origin != NULL)
    gtk_widget_activate_action (origin, "win.toast-undo", "s", toast);
  gtk_window_destroy (GTK_WINDOW (self));
  if (origin != NULL)
    gtk_widget_grab_focus (origin);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  g_autofree char *toast = NULL;
  GError *error = NULL;

  if (rcp_library_merge_actors_finish (RCP_LIBRARY (source), result, &error) && self->library != NULL)
    follow (self, get_subject_id (self), get_other_id (self));
  if (self->other != NULL)
    /* Translators: both are names of actors */
    toast = g_strdup_printf (_("“%1$s” and “%2$s” are one"), rcp_actor_get_name (self->actor),
                             rcp_actor_get_name (self->other));
  finish (self, error, toast);
}

static void
kept_apart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  g_autofree char *toast = NULL;
  GError *error = NULL;

  rcp_library_keep_actors_apart_finish (RCP_LIBRARY (source), result, &error);
  if (self->other != NULL)
    /* Translators: both are names of actors */
    toast = g_strdup_printf (_("“%1$s” and “%2$s” are never the same"), rcp_actor_get_name (self->actor),
                             rcp_actor_get_name (self->other));
  finish (self, error, toast);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  GError *error = NULL;

  rcp_library_rename_actor_finish (RCP_LIBRARY (source), result, &error);
  finish (self, error, _("Name changed"));
}

static void
alias_split_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  g_autofree char *toast = NULL;
  GError *error = NULL;

  rcp_library_split_actor_alias_finish (RCP_LIBRARY (source), result, &error);
  if (self->text != NULL)
    /* Translators: %s is a name that was taken away from an actor */
    toast = g_strdup_printf (_("“%s” is an actor of its own"), self->text);
  finish (self, error, toast);
}

static void
article_split_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpActorDialog) self = RCP_ACTOR_DIALOG (user_data);
  GError *error = NULL;

  rcp_library_split_actor_article_finish (RCP_LIBRARY (source), result, &error);
  finish (self, error, _("In that article it is somebody else"));
}

static void
accept_cb (RcpActorDialog *self)
{
  g_autofree char *name = NULL;
  gint64 id = get_subject_id (self);

  if (!gtk_widget_get_sensitive (self->accept))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  switch (self->kind)
    {
    case RCP_CORRECTION_MERGE_ACTORS:
      self->shown = self->state != NULL && rcp_timeline_state_get_selected_actor (self->state) == id;
      rcp_library_merge_actors_async (self->library, id, get_other_id (self), NULL, merged_cb, g_object_ref (self));
      break;
    case RCP_CORRECTION_DISTINCT_ACTORS:
      rcp_library_keep_actors_apart_async (self->library, id, get_other_id (self), NULL, kept_apart_cb,
                                           g_object_ref (self));
      break;
    case RCP_CORRECTION_SPLIT_ALIAS:
      rcp_library_split_actor_alias_async (self->library, id, self->text, NULL, alias_split_cb, g_object_ref (self));
      break;
    case RCP_CORRECTION_SPLIT_ARTICLE:
      rcp_library_split_actor_article_async (self->library, id, self->article_id, NULL, article_split_cb,
                                             g_object_ref (self));
      break;
    case RCP_CORRECTION_ACTOR_NAME:
    default:
      name = dup_name (self);
      rcp_library_rename_actor_async (self->library, id, name, NULL, renamed_cb, g_object_ref (self));
    }
}

static void
set_button_name (GtkWidget *button, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_other (RcpActorDialog *self, RcpActor *other)
{
  if (self->other == other)
    return;
  g_set_object (&self->other, other);
  if (other != NULL && self->names != NULL)
    {
      set_button_name (self->keep_name[0], rcp_actor_get_name (other));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->keep_name[0]), TRUE);
    }
  load_preview (self);
}

static void
chooser_changed_cb (RcpActorDialog *self)
{
  self->goes_on = FALSE;
  set_other (self, rcp_actor_chooser_get_actor (RCP_ACTOR_CHOOSER (self->chooser)));
}

/* Enter, where one chooses, goes on to the button: nothing is done that has not been seen. */
static void
chooser_activate_cb (RcpActorDialog *self)
{
  go_on (self);
}

static void
swapped_cb (RcpActorDialog *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button) && self->other != NULL)
    load_preview (self);
}

static void
rcp_actor_dialog_dispose (GObject *object)
{
  RcpActorDialog *self = RCP_ACTOR_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_actor_dialog_parent_class)->dispose (object);
}

static void
rcp_actor_dialog_finalize (GObject *object)
{
  RcpActorDialog *self = RCP_ACTOR_DIALOG (object);

  g_weak_ref_clear (&self->origin);
  g_clear_object (&self->actor);
  g_clear_object (&self->other);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (rcp_actor_dialog_parent_class)->finalize (object);
}

static void
rcp_actor_dialog_class_init (RcpActorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_actor_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rcp_actor_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rcp_actor_dialog_init (RcpActorDialog *self)
{
  g_weak_ref_init (&self->origin, NULL);
}

static void
build_chooser (RcpActorDialog *self, GtkWidget *box)
{
  self->chooser = rcp_actor_chooser_new (self->library, self->state ? rcp_timeline_state_get_dossier_id (self->state) : 0);
  g_signal_connect_object (self->chooser, "changed", G_CALLBACK (chooser_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "activate", G_CALLBACK (chooser_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "cancel", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->chooser);
}

/* Which of the two names is shown; the other stays a name of it. */
static void
build_names (RcpActorDialog *self, GtkWidget *box)
{
  GtkWidget *title = gtk_label_new (_("Name shown"));

  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "rcp-subheading");
  gtk_box_append (GTK_BOX (self->names), title);
  for (guint i = 0; i < 2; i++)
    {
      self->keep_name[i] = gtk_check_button_new ();
      g_signal_connect_object (self->keep_name[i], "toggled", G_CALLBACK (swapped_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->names), self->keep_name[i]);
    }
  set_button_name (self->keep_name[1], rcp_actor_get_name (self->actor));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->keep_name[1]), GTK_CHECK_BUTTON (self->keep_name[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->keep_name[0]), TRUE);
  gtk_widget_set_visible (self->names, FALSE);
  gtk_box_append (GTK_BOX (box), self->names);
}

static void
build_name (RcpActorDialog *self, GtkWidget *box)
{
  GtkWidget *hint = gtk_label_new (_("Leave it empty for the name that the articles use."));

  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), rcp_actor_get_name (self->actor));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "rcp-caption");
  gtk_widget_add_css_class (hint, "rcp-dim");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), hint);
}

static GtkWidget *
build_header (RcpActorDialog *self, const char *accept)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->accept = gtk_button_new_with_mnemonic (accept);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  return header;
}

/* @title: (transfer full). */
static RcpActorDialog *
new_dialog (RcpCorrectionKind kind, GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor,
            char *title, const char *accept)
{
  g_autofree char *owned = title;
  RcpActorDialog *self = g_object_new (RCP_TYPE_ACTOR_DIALOG, "title", title, "default-width", WIDTH_PX, "modal", TRUE,
                                       "resizable", FALSE, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *clamp = adw_clamp_new ();
  GtkRoot *root = gtk_widget_get_root (origin);

  self->kind = kind;
  g_weak_ref_set (&self->origin, origin);
  self->library = g_object_ref (library);
  g_set_object (&self->state, state);
  self->actor = g_object_ref (actor);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_box_append (GTK_BOX (outer), build_header (self, accept));
  /* A window that fits its content asks how high that is at its natural width, which for a row of names is that of all of them:
   * the clamp answers for the width there is. */
  gtk_widget_set_size_request (box, WIDTH_PX - 2 * MARGIN_PX, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX - 2 * MARGIN_PX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH_PX - 2 * MARGIN_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, MARGIN_PX);
  gtk_widget_set_margin_start (clamp, MARGIN_PX);
  gtk_widget_set_margin_end (clamp, MARGIN_PX);
  gtk_box_append (GTK_BOX (outer), clamp);
  self->box = box;
  adw_window_set_content (ADW_WINDOW (self), outer);
  self->preview = rcp_actor_preview_box_new (kind);
  gtk_widget_set_size_request (self->preview, -1, PREVIEW_PX);
  return self;
}

/* Two actors: one given, the other given or to be chosen. */
static GtkWidget *
new_pair (RcpActorDialog *self, RcpActor *other)
{
  GtkWidget *box = self->box;

  if (other == NULL)
    build_chooser (self, box);
  if (self->kind == RCP_CORRECTION_MERGE_ACTORS)
    build_names (self, box);
  gtk_box_append (GTK_BOX (box), self->preview);
  load_preview (self);
  if (other != NULL)
    set_other (self, other);
  if (self->chooser != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), rcp_actor_chooser_get_entry (RCP_ACTOR_CHOOSER (self->chooser)));
  else
    go_on (self);
  return GTK_WIDGET (self);
}

/**
 * rcp_actor_dialog_new_merge:
 * @origin: the widget that asks; toasts are shown and the focus returns there
 * @library: where the actors are
 * @state: (nullable): the dossier shown; what is filtered on follows the merged actor
 * @actor: becomes one with another
 * @into: (nullable): the other, whose name is proposed; NULL to let the user choose
 *
 * Returns: (transfer floating): a window to present.
 */
GtkWidget *
rcp_actor_dialog_new_merge (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor,
                            RcpActor *into)
{
  /* Translators: title of a window; %s is the name of an actor */
  char *title = into ? g_strdup (_("Merge two actors")) : g_strdup_printf (_("Merge “%s” with…"), rcp_actor_get_name (actor));

  return new_pair (new_dialog (RCP_CORRECTION_MERGE_ACTORS, origin, library, state, actor, title, _("_Merge")), into);
}

/** rcp_actor_dialog_new_keep_apart: as rcp_actor_dialog_new_merge(), for two that are never to be one. */
GtkWidget *
rcp_actor_dialog_new_keep_apart (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor,
                                 RcpActor *other)
{
  /* Translators: title of a window; %s is the name of an actor */
  char *title = g_strdup_printf (_("“%s” is never the same as…"), rcp_actor_get_name (actor));

  return new_pair (new_dialog (RCP_CORRECTION_DISTINCT_ACTORS, origin, library, state, actor, title, _("_Keep apart")),
                   other);
}

/** rcp_actor_dialog_new_rename: as rcp_actor_dialog_new_merge(), for the name shown of @actor. */
GtkWidget *
rcp_actor_dialog_new_rename (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor)
{
  RcpActorDialog *self = new_dialog (RCP_CORRECTION_ACTOR_NAME, origin, library, state, actor,
                                     g_strdup_printf (_("Rename “%s”"), rcp_actor_get_name (actor)), _("_Rename"));
  GtkWidget *box = self->box;

  build_name (self, box);
  gtk_box_append (GTK_BOX (box), self->preview);
  load_preview (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);
  return GTK_WIDGET (self);
}

/**
 * rcp_actor_dialog_new_split:
 * @alias: (nullable): a name of @actor that names somebody else
 * @article_id: or an article in which it is somebody else; 0 where @alias is given
 *
 * Returns: (transfer floating): a window to present.
 */
GtkWidget *
rcp_actor_dialog_new_split (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpActor *actor,
                            const char *alias, gint64 article_id)
{
  /* Translators: title of a window; %s is the name of an actor */
  char *title = g_strdup_printf (_("Not “%s”"), rcp_actor_get_name (actor));
  RcpActorDialog *self = new_dialog (alias ? RCP_CORRECTION_SPLIT_ALIAS : RCP_CORRECTION_SPLIT_ARTICLE, origin, library,
                                     state, actor, title, _("_Split off"));

  self->text = g_strdup (alias);
  self->article_id = article_id;
  gtk_box_append (GTK_BOX (self->box), self->preview);
  load_preview (self);
  go_on (self);
  return GTK_WIDGET (self);
}
