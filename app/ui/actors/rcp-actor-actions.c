#include "config.h"

#include "rcp-actor-actions.h"

#include <glib/gi18n.h>

#include "rcp-actor-dialog.h"
#include "rcp-actor-labels.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"

/* What the actions work on; owned by their group. */
typedef struct
{
  GWeakRef origin;
  RcpLibrary *library;
  RcpTimelineState *state;
} Context;

/* One action on one actor, from the look-up of the actor to the toast. */
typedef struct Job Job;

struct Job
{
  GWeakRef origin;
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpActor *actor;
  gint64 other_id;
  char *text;
  gboolean on;
  RcpActorKind kind;
  void (*then) (Job *job); /* takes the job */
};

static Job *
job_new (Context *context, void (*then) (Job *job))
{
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&context->origin);
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->origin, origin);
  job->library = g_object_ref (context->library);
  job->state = g_object_ref (context->state);
  job->then = then;
  return job;
}

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->origin);
  g_clear_object (&job->library);
  g_clear_object (&job->state);
  g_clear_object (&job->actor);
  g_free (job->text);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
context_free (gpointer data)
{
  Context *context = data;

  g_weak_ref_clear (&context->origin);
  g_clear_object (&context->library);
  g_clear_object (&context->state);
  g_free (context);
}

/* Says in a toast why something failed, or that it is done and can be undone. @error, @words: (nullable). */
static void
tell (Job *job, const GError *error, const char *words)
{
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&job->origin);
  g_autofree char *reason = error ? rcp_error_describe (error) : NULL;

  if (origin == NULL)
    return;
  if (reason != NULL)
    gtk_widget_activate_action (origin, "win.toast", "s", reason);
  else if (words != NULL)
    gtk_widget_activate_action (origin, "win.toast-undo", "s", words);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->actor = rcp_library_load_actor_finish (RCP_LIBRARY (source), result, &error);
  if (job->actor == NULL)
    {
      tell (job, error, NULL);
      return;
    }
  job->then (g_steal_pointer (&job));
}

/* @job: (transfer full): goes on with the actor. */
static void
with_actor (Job *job, gint64 actor_id)
{
  rcp_library_load_actor_async (job->library, actor_id, rcp_timeline_state_get_dossier_id (job->state), NULL, loaded_cb,
                                job);
}

/* Pin and watch. */

static void
pinned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  rcp_library_pin_actor_finish (RCP_LIBRARY (source), result, &error);
  tell (job, error, NULL);
}

static void
pin (Job *job)
{
  rcp_library_pin_actor_async (job->library, rcp_actor_get_id (job->actor),
                               rcp_actor_get_pin_rank (job->actor) >= 0 ? -1 : G_MAXINT, NULL, pinned_cb, job);
}

static void
watched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  rcp_library_watch_actor_finish (RCP_LIBRARY (source), result, &error);
  /* Translators: %s is the name of an actor */
  words = g_strdup_printf (job->on ? _("“%s” is watched") : _("“%s” is no longer watched"),
                           rcp_actor_get_name (job->actor));
  tell (job, error, words);
}

static void
watch (Job *job)
{
  job->on = !rcp_actor_get_watched (job->actor);
  rcp_library_watch_actor_async (job->library, rcp_actor_get_id (job->actor), job->on, NULL, watched_cb, job);
}

/* Ignore and kind. */

static void
ignored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id = rcp_actor_get_id (job->actor);

  if (rcp_library_ignore_actor_finish (RCP_LIBRARY (source), result, &error))
    {
      if (rcp_timeline_state_get_actor_filtered (job->state, id))
        rcp_timeline_state_set_actor_filter (job->state, id, TRUE);
      if (rcp_timeline_state_get_selected_actor (job->state) == id)
        rcp_timeline_state_set_selected_actor (job->state, 0);
    }
  /* Translators: %s is the name of an actor */
  words = g_strdup_printf (_("“%s” is ignored"), rcp_actor_get_name (job->actor));
  tell (job, error, words);
}

static void
ignore (Job *job)
{
  rcp_library_ignore_actor_async (job->library, rcp_actor_get_id (job->actor), TRUE, NULL, ignored_cb, job);
}

static void
kind_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  rcp_library_set_actor_kind_finish (RCP_LIBRARY (source), result, &error);
  /* Translators: the name of an actor, and “Person”, “State”… */
  words = g_strdup_printf (_("“%1$s”: %2$s"), rcp_actor_get_name (job->actor), rcp_actor_labels_kind (job->kind));
  tell (job, error, words);
}

static void
set_kind (Job *job)
{
  rcp_library_set_actor_kind_async (job->library, rcp_actor_get_id (job->actor), job->kind, NULL, kind_set_cb, job);
}

/* What asks first. @job: (transfer full). */

static void
present (Job *job, GtkWidget *(*make) (Job *job, GtkWidget *origin))
{
  g_autoptr (Job) owned = job;
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&job->origin);

  if (origin != NULL && gtk_widget_get_root (origin) != NULL)
    gtk_window_present (GTK_WINDOW (make (job, origin)));
}

static GtkWidget *
make_rename (Job *job, GtkWidget *origin)
{
  return rcp_actor_dialog_new_rename (origin, job->library, job->state, job->actor);
}

static void
ask_name (Job *job)
{
  present (job, make_rename);
}

static GtkWidget *
make_merge (Job *job, GtkWidget *origin)
{
  return rcp_actor_dialog_new_merge (origin, job->library, job->state, job->actor, NULL);
}

static void
ask_merge (Job *job)
{
  present (job, make_merge);
}

static GtkWidget *
make_keep_apart (Job *job, GtkWidget *origin)
{
  return rcp_actor_dialog_new_keep_apart (origin, job->library, job->state, job->actor, NULL);
}

static void
ask_keep_apart (Job *job)
{
  present (job, make_keep_apart);
}

static GtkWidget *
make_split (Job *job, GtkWidget *origin)
{
  return rcp_actor_dialog_new_split (origin, job->library, job->state, job->actor, job->text, job->other_id);
}

static void
ask_split (Job *job)
{
  present (job, make_split);
}

static void
other_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpActor) other = rcp_library_load_actor_finish (RCP_LIBRARY (source), result, &error);
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&job->origin);

  if (other == NULL)
    tell (job, error, NULL);
  else if (origin != NULL && gtk_widget_get_root (origin) != NULL)
    gtk_window_present (
      GTK_WINDOW (rcp_actor_dialog_new_merge (origin, job->library, job->state, job->actor, other)));
}

static void
ask_merge_two (Job *job)
{
  rcp_library_load_actor_async (job->library, job->other_id, rcp_timeline_state_get_dossier_id (job->state), NULL,
                                other_loaded_cb, job);
}

/* The actions. */

static void
show_card_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rcp_timeline_state_set_selected_actor (((Context *) user_data)->state, g_variant_get_int64 (parameter));
}

static void
filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean add = g_str_equal (g_action_get_name (G_ACTION (action)), "filter-add");

  rcp_timeline_state_set_actor_filter (((Context *) user_data)->state, g_variant_get_int64 (parameter), add);
}

static const struct
{
  const char *name;
  void (*then) (Job *job);
} on_one[] = {
  { "pin", pin },       { "watch", watch },     { "ignore", ignore },
  { "rename", ask_name }, { "merge", ask_merge }, { "keep-apart", ask_keep_apart },
};

static void
one_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (on_one); i++)
    if (g_str_equal (on_one[i].name, g_action_get_name (G_ACTION (action))))
      with_actor (job_new (user_data, on_one[i].then), g_variant_get_int64 (parameter));
}

static void
two_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean merge = g_str_equal (g_action_get_name (G_ACTION (action)), "merge-two");
  Job *job = job_new (user_data, merge ? ask_merge_two : ask_split);
  gint64 id;

  g_variant_get (parameter, "(xx)", &id, &job->other_id);
  with_actor (job, id);
}

static void
split_alias_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Job *job = job_new (user_data, ask_split);
  gint64 id;

  g_variant_get (parameter, "(xs)", &id, &job->text);
  with_actor (job, id);
}

static void
set_kind_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (Job) job = job_new (user_data, set_kind);
  const char *nick;
  gint64 id;
  int kind;

  g_variant_get (parameter, "(x&s)", &id, &nick);
  if (!rcp_enum_from_nick (RCP_TYPE_ACTOR_KIND, nick, &kind))
    return;
  job->kind = kind;
  with_actor (g_steal_pointer (&job), id);
}

/**
 * rcp_actor_actions_new:
 * @origin: the widget that shows actors; toasts are shown and windows opened from there
 * @library: where the actors are
 * @state: the dossier shown, what is filtered on and whose card is open
 *
 * Returns: (transfer full): the actions, to be put under "actor". They hold no reference to @origin.
 */
GSimpleActionGroup *
rcp_actor_actions_new (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state)
{
  static const GActionEntry entries[] = {
    { "show-card", show_card_cb, "x" },   { "filter", filter_cb, "x" },
    { "filter-add", filter_cb, "x" },     { "pin", one_cb, "x" },
    { "watch", one_cb, "x" },             { "ignore", one_cb, "x" },
    { "rename", one_cb, "x" },            { "merge", one_cb, "x" },
    { "keep-apart", one_cb, "x" },        { "merge-two", two_cb, "(xx)" },
    { "split-article", two_cb, "(xx)" },  { "split-alias", split_alias_cb, "(xs)" },
    { "set-kind", set_kind_cb, "(xs)" },
  };
  GSimpleActionGroup *group;
  Context *context;

  g_return_val_if_fail (GTK_IS_WIDGET (origin), NULL);
  g_return_val_if_fail (RCP_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (state), NULL);

  group = g_simple_action_group_new ();
  context = g_new0 (Context, 1);
  g_weak_ref_init (&context->origin, origin);
  context->library = g_object_ref (library);
  context->state = g_object_ref (state);
  g_object_set_data_full (G_OBJECT (group), "context", context, context_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), context);
  return group;
}

static void
append (GMenu *menu, const char *label, const char *action, RcpActor *actor)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", rcp_actor_get_id (actor));
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/**
 * rcp_actor_actions_new_menu:
 * @actor: whom it is about
 * @with_card: whether it offers to show the card
 *
 * Returns: (transfer full): what can be done with @actor.
 */
GMenuModel *
rcp_actor_actions_new_menu (RcpActor *actor, gboolean with_card)
{
  GMenu *menu = g_menu_new (), *look = g_menu_new (), *names = g_menu_new (), *end = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();

  g_return_val_if_fail (RCP_IS_ACTOR (actor), NULL);

  if (with_card)
    append (look, _("_Show card"), "actor.show-card", actor);
  append (look, rcp_actor_get_pin_rank (actor) >= 0 ? _("Un_pin") : _("_Pin"), "actor.pin", actor);
  append (look, rcp_actor_get_watched (actor) ? _("Stop _watching") : _("_Watch"), "actor.watch", actor);
  append (names, _("_Rename…"), "actor.rename", actor);
  append (names, _("_Merge with…"), "actor.merge", actor);
  append (names, _("_Never the same as…"), "actor.keep-apart", actor);
  for (int kind = RCP_ACTOR_PERSON; kind <= RCP_ACTOR_PLACE; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (rcp_actor_labels_kind (kind), NULL);

      if (kind == (int) rcp_actor_get_kind (actor))
        continue;
      g_menu_item_set_action_and_target (item, "actor.set-kind", "(xs)", rcp_actor_get_id (actor),
                                         rcp_enum_to_nick (RCP_TYPE_ACTOR_KIND, kind));
      g_menu_append_item (kinds, item);
    }
  /* Translators: a submenu: this actor is a person, an organisation… */
  g_menu_append_submenu (end, _("Change _kind"), G_MENU_MODEL (kinds));
  append (end, _("_Ignore"), "actor.ignore", actor);
  append_section (menu, look);
  append_section (menu, names);
  append_section (menu, end);
  return G_MENU_MODEL (menu);
}
