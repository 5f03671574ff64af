#include "config.h"

#include "rcp-event-actions.h"

#include <glib/gi18n.h>

#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-event-labels.h"
#include "rcp-join-dialog.h"
#include "rcp-origin-dialog.h"
#include "rcp-participant-dialog.h"
#include "rcp-why-window.h"

/* The value of a choice that leaves it to the engine. */
#define FOUND "found"

struct _RcpEventActions
{
  GtkWidget *inspector; /* which this goes with */

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpEventDetail *detail;
  GSimpleActionGroup *group;
  GMenu *menu;
  GMenu *participants;
};

/* What is told once a change is made. */
typedef struct
{
  GWeakRef inspector;
  const char *words;
} Telling;

static Telling *
telling_new (RcpEventActions *self, const char *words)
{
  Telling *telling = g_new0 (Telling, 1);

  g_weak_ref_init (&telling->inspector, self->inspector);
  telling->words = words;
  return telling;
}

static void
telling_free (Telling *telling)
{
  g_weak_ref_clear (&telling->inspector);
  g_free (telling);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Telling, telling_free)

static void
tell (Telling *telling, const GError *error)
{
  g_autoptr (GtkWidget) inspector = g_weak_ref_get (&telling->inspector);
  g_autofree char *reason = error ? rcp_error_describe (error) : NULL;

  if (inspector != NULL && reason != NULL)
    gtk_widget_activate_action (inspector, "win.toast", "s", reason);
  else if (inspector != NULL)
    gtk_widget_activate_action (inspector, "win.toast-undo", "s", telling->words);
}

#define DEFINE_DONE(change)                                                                                            \
  static void change##_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)                             \
  {                                                                                                                    \
    g_autoptr (Telling) telling = user_data;                                                                           \
    g_autoptr (GError) error = NULL;                                                                                   \
                                                                                                                       \
    rcp_library_##change##_finish (RCP_LIBRARY (source), result, &error);                                              \
    tell (telling, error);                                                                                             \
  }

DEFINE_DONE (set_event_status)
DEFINE_DONE (set_event_action)
DEFINE_DONE (set_event_actor)
DEFINE_DONE (cut_accounts)
DEFINE_DONE (set_credibility)
DEFINE_DONE (set_reliability)

static gint64
get_event_id (RcpEventActions *self)
{
  return self->detail ? rcp_event_get_id (rcp_event_detail_get_event (self->detail)) : 0;
}

/* --- Of the event ----------------------------------------------------------------------------------------------- */

static int
read_choice (GVariant *parameter, GType type)
{
  int value = -1;

  if (!g_str_equal (g_variant_get_string (parameter, NULL), FOUND))
    rcp_enum_from_nick (type, g_variant_get_string (parameter, NULL), &value);
  return value;
}

static void
status_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  rcp_library_set_event_status_async (self->library, get_event_id (self), read_choice (parameter, RCP_TYPE_STATUS), NULL,
                                      set_event_status_done_cb, telling_new (self, _("Status changed")));
}

static void
type_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  rcp_library_set_event_action_async (self->library, get_event_id (self), read_choice (parameter, RCP_TYPE_ACTION), NULL,
                                      set_event_action_done_cb, telling_new (self, _("Type changed")));
}

static void
remove_actor_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  rcp_library_set_event_actor_async (self->library, get_event_id (self), g_variant_get_int64 (parameter), 0, NULL,
                                     set_event_actor_done_cb, telling_new (self, _("Participant removed")));
}

static void
found_actors_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  rcp_library_set_event_actor_async (self->library, get_event_id (self), 0, -1, NULL, set_event_actor_done_cb,
                                     telling_new (self, _("Participants are as the program finds them")));
}

static void
add_actor_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  if (self->detail != NULL)
    gtk_window_present (GTK_WINDOW (rcp_participant_dialog_new (self->inspector, self->library,
                                                                rcp_event_detail_get_event (self->detail))));
}

static void
join_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  if (self->detail != NULL)
    gtk_window_present (GTK_WINDOW (rcp_join_dialog_new (self->inspector, self->library, self->state,
                                                         rcp_event_detail_get_event (self->detail))));
}

static void
why_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;

  if (self->detail != NULL)
    gtk_window_present (GTK_WINDOW (rcp_why_window_new (self->inspector, self->library,
                                                        rcp_event_detail_get_event (self->detail))));
}

/* --- Of an account ---------------------------------------------------------------------------------------------- */

static RcpAccount *
find_account (RcpEventActions *self, gint64 id)
{
  GListModel *accounts = self->detail ? rcp_event_detail_get_accounts (self->detail) : NULL;

  for (guint i = 0; accounts != NULL && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      if (rcp_account_get_id (account) == id)
        return g_steal_pointer (&account);
    }
  return NULL;
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  rcp_library_cut_accounts_async (self->library, ids, NULL, cut_accounts_done_cb,
                                  telling_new (self, _("The account is an event of its own")));
}

static void
origin_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;
  g_autoptr (RcpAccount) account = find_account (self, g_variant_get_int64 (parameter));

  if (account != NULL)
    gtk_window_present (GTK_WINDOW (rcp_origin_dialog_new (self->inspector, self->library, account)));
}

/* Grades come as (id, grade): a menu marks the one that is in force by comparing with the state, which is one for all; so
 * the menus mark it in their words. */
static void
credibility_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;
  gint64 id;
  int grade;

  g_variant_get (parameter, "(xi)", &id, &grade);
  rcp_library_set_credibility_async (self->library, id, grade, NULL, set_credibility_done_cb,
                                     telling_new (self, grade ? _("Account graded") : _("Grade taken back")));
}

static void
reliability_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RcpEventActions *self = user_data;
  gint64 id;
  int grade;

  g_variant_get (parameter, "(xi)", &id, &grade);
  rcp_library_set_reliability_async (self->library, id, grade, NULL, set_reliability_done_cb,
                                     telling_new (self, grade ? _("Outlet graded") : _("Grade taken back")));
}

/* --- Menus ------------------------------------------------------------------------------------------------------ */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static void
append_found (GMenu *menu, const char *action)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_choice (section, _("As the program finds it"), action, FOUND);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_status_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (RcpStatus status = RCP_STATUS_DONE; status <= RCP_STATUS_BACKGROUND; status++)
    append_choice (section, rcp_event_label_status (status), "event.status", rcp_enum_to_nick (RCP_TYPE_STATUS, status));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  append_found (menu, "event.status");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_type_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (RcpAction action = RCP_ACTION_AGREE; action <= RCP_ACTION_ASSAULT; action++)
    append_choice (section, rcp_event_label_action (action), "event.type", rcp_enum_to_nick (RCP_TYPE_ACTION, action));
  append_choice (section, rcp_event_label_action (RCP_ACTION_OTHER), "event.type",
                 rcp_enum_to_nick (RCP_TYPE_ACTION, RCP_ACTION_OTHER));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  append_found (menu, "event.type");
  return G_MENU_MODEL (menu);
}

static void
append_for (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* Names may have underscores, which menus read as mnemonics. */
static char *
escape (const char *name)
{
  g_autoptr (GString) escaped = g_string_new (name);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (g_steal_pointer (&escaped), FALSE);
}

static void
append_removal (GMenu *menu, RcpActor *actor)
{
  g_autofree char *name = escape (rcp_actor_get_name (actor));
  /* Translators: %s is the name of an actor who does not take part in an event */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), name);

  append_for (menu, label, "event.remove-actor", rcp_actor_get_id (actor));
}

static void
fill_participants (RcpEventActions *self)
{
  GListModel *actors = rcp_event_detail_get_actors (self->detail);
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  g_menu_remove_all (self->participants);
  g_menu_append (add, _("Add a participant…"), "event.add-actor");
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      append_removal (remove, actor);
    }
  g_menu_append_section (self->participants, NULL, G_MENU_MODEL (add));
  g_menu_append_section (self->participants, NULL, G_MENU_MODEL (remove));
  if (rcp_event_get_by_user (rcp_event_detail_get_event (self->detail)) & RCP_EVENT_BY_USER_ACTORS)
    {
      g_autoptr (GMenu) found = g_menu_new ();

      g_menu_append (found, _("As the program finds them"), "event.found-actors");
      g_menu_append_section (self->participants, NULL, G_MENU_MODEL (found));
    }
}

static void
append_grade (GMenu *menu, const char *action, gint64 id, int grade, gboolean current, const char *sign, const char *meaning)
{
  g_autofree char *words = grade ? g_strdup_printf ("%s – %s", sign, meaning) : g_strdup (_("No grade"));
  g_autofree char *label = current ? g_strdup_printf ("%s  ✓", words) : g_strdup (words);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(xi)", id, grade);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_credibility_menu (RcpAccount *account)
{
  GMenu *menu = g_menu_new ();
  int now = rcp_account_get_credibility (account);

  for (int grade = RCP_CREDIBILITY_FIRST; grade <= RCP_CREDIBILITY_LAST; grade++)
    {
      const char sign[] = { (char) ('0' + grade), '\0' };

      append_grade (menu, "event.credibility", rcp_account_get_id (account), grade, grade == now, sign,
                    rcp_event_label_credibility (grade));
    }
  append_grade (menu, "event.credibility", rcp_account_get_id (account), 0, now == 0, "", "");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_reliability_menu (RcpAccount *account)
{
  GMenu *menu = g_menu_new ();
  int now = rcp_account_get_reliability (account);

  for (int grade = RCP_RELIABILITY_FIRST; grade <= RCP_RELIABILITY_LAST; grade++)
    {
      const char sign[] = { (char) grade, '\0' };

      append_grade (menu, "event.reliability", rcp_account_get_outlet_id (account), grade, grade == now, sign,
                    rcp_event_label_reliability (grade));
    }
  append_grade (menu, "event.reliability", rcp_account_get_outlet_id (account), 0, now == 0, "", "");
  return G_MENU_MODEL (menu);
}

/** rcp_event_actions_make_account_menu: Returns: (transfer full): the menu of one account. */
GMenuModel *
rcp_event_actions_make_account_menu (RcpEventActions *self, RcpAccount *account)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) grades = g_menu_new ();
  g_autoptr (GMenuModel) credibility = make_credibility_menu (account);
  g_autoptr (GMenuModel) reliability = make_reliability_menu (account);

  if (self->detail != NULL && g_list_model_get_n_items (rcp_event_detail_get_accounts (self->detail)) > 1)
    append_for (first, _("This is another event"), "event.cut", rcp_account_get_id (account));
  append_for (first, _("Change the origin…"), "event.origin", rcp_account_get_id (account));
  g_menu_append_submenu (grades, _("Credibility of the account"), credibility);
  g_menu_append_submenu (grades, _("Reliability of the outlet"), reliability);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (grades));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/** rcp_event_actions_make_actor_menu: Returns: (transfer full): the menu of one participant. */
GMenuModel *
rcp_event_actions_make_actor_menu (RcpEventActions *self, RcpActor *actor)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_removal (menu, actor);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/** rcp_event_actions_get_menu: Returns: (transfer none): corrections of the event. */
GMenuModel *
rcp_event_actions_get_menu (RcpEventActions *self)
{
  return G_MENU_MODEL (self->menu);
}

/** rcp_event_actions_set: @detail: (nullable): the event that is shown. */
void
rcp_event_actions_set (RcpEventActions *self, RcpEventDetail *detail)
{
  RcpEvent *event;

  g_set_object (&self->detail, detail);
  if (detail == NULL)
    return;
  event = rcp_event_detail_get_event (detail);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->group), "status"),
                         g_variant_new_string (rcp_enum_to_nick (RCP_TYPE_STATUS, rcp_event_get_status (event))));
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->group), "type"),
                         g_variant_new_string (rcp_enum_to_nick (RCP_TYPE_ACTION, rcp_event_get_action (event))));
  fill_participants (self);
}

/* The state follows the event that is shown, not the click. */
static void
follow_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
}

static const GActionEntry entries[] = {
  { .name = "status", .activate = status_cb, .parameter_type = "s", .state = "'done'", .change_state = follow_cb },
  { .name = "type", .activate = type_cb, .parameter_type = "s", .state = "'other'", .change_state = follow_cb },
  { .name = "join", .activate = join_cb },
  { .name = "why", .activate = why_cb },
  { .name = "add-actor", .activate = add_actor_cb },
  { .name = "remove-actor", .activate = remove_actor_cb, .parameter_type = "x" },
  { .name = "found-actors", .activate = found_actors_cb },
  { .name = "cut", .activate = cut_cb, .parameter_type = "x" },
  { .name = "origin", .activate = origin_cb, .parameter_type = "x" },
  { .name = "credibility", .activate = credibility_cb, .parameter_type = "(xi)" },
  { .name = "reliability", .activate = reliability_cb, .parameter_type = "(xi)" },
};

/**
 * rcp_event_actions_new:
 * @inspector: where the actions are put, as the group "event"
 * @library: whose events
 * @state: (nullable): what is selected
 *
 * Returns: (transfer full): the corrections of the event that rcp_event_actions_set() gives
 */
RcpEventActions *
rcp_event_actions_new (GtkWidget *inspector, RcpLibrary *library, RcpTimelineState *state)
{
  RcpEventActions *self = g_new0 (RcpEventActions, 1);
  g_autoptr (GMenuModel) status = make_status_menu ();
  g_autoptr (GMenuModel) type = make_type_menu ();

  self->inspector = inspector;
  self->library = g_object_ref (library);
  self->state = state ? g_object_ref (state) : NULL;
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (inspector, "event", G_ACTION_GROUP (self->group));
  self->participants = g_menu_new ();
  self->menu = g_menu_new ();
  g_menu_append_submenu (self->menu, _("Status"), status);
  g_menu_append_submenu (self->menu, _("Type"), type);
  g_menu_append_submenu (self->menu, _("Participants"), G_MENU_MODEL (self->participants));
  g_menu_append (self->menu, _("Join with another event…"), "event.join");
  g_menu_append (self->menu, _("Why one event?"), "event.why");
  return self;
}

void
rcp_event_actions_free (RcpEventActions *self)
{
  gtk_widget_insert_action_group (self->inspector, "event", NULL);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  g_clear_object (&self->detail);
  g_clear_object (&self->group);
  g_clear_object (&self->menu);
  g_clear_object (&self->participants);
  g_free (self);
}
