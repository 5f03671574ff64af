#include "config.h"

#include "rcp-news-view.h"

#include <glib/gi18n.h>

#include "rcp-clock.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-news-rows.h"

#define WIDTH_PX 720
#define MARGIN_PX 18

/* A section shows so many rows at first; the rest comes with a button, so that a thousand new events open as fast. */
#define FIRST_ROWS 100

struct _RcpNewsView
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpNews *news;
  GCancellable *cancellable;
  GSignalGroup *library_signals;
  GSignalGroup *state_signals;

  /* children */
  GtkStack *stack;
  GtkLabel *since;
  GtkBox *sections;
  AdwStatusPage *failed;

  /* plain */
  gint64 dossier_id;
  gint64 since_us; /* -1: as the library remembers */
  gboolean loading;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (RcpNewsView, rcp_news_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  PROP_N_NEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void load (RcpNewsView *self);

static GtkWidget *
make_row (RcpNewsView *self, gpointer item)
{
  GtkWidget *row;

  if (RCP_IS_EVENT (item))
    row = rcp_news_row_new_event (item);
  else if (RCP_IS_ACCOUNT (item))
    row = rcp_news_row_new_account (item, rcp_news_find_event (self->news, rcp_account_get_event_id (item)));
  else if (RCP_IS_DISCREPANCY (item))
    row = rcp_news_row_new_discrepancy (item, rcp_news_find_event (self->news, rcp_discrepancy_get_event_id (item)));
  else
    row = rcp_news_row_new_edit (item);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  return row;
}

static void
activated_cb (RcpNewsView *self, GtkListBoxRow *row)
{
  gpointer item = g_object_get_data (G_OBJECT (row), "item");

  if (item == NULL)
    return;
  if (RCP_IS_EVENT (item))
    rcp_timeline_state_open_event (self->state, rcp_event_get_id (item));
  else if (RCP_IS_DISCREPANCY (item))
    rcp_timeline_state_open_event (self->state, rcp_discrepancy_get_event_id (item));
  else if (RCP_IS_ACCOUNT (item))
    rcp_timeline_state_open_article (self->state, rcp_account_get_article_id (item), rcp_account_get_start (item),
                                     rcp_account_get_end (item));
  else if (RCP_IS_ARTICLE_EDIT (item))
    rcp_timeline_state_open_article (self->state, rcp_article_edit_get_article_id (item), rcp_article_edit_get_start (item),
                                     rcp_article_edit_get_end (item));
}

static GtkWidget *
new_list (RcpNewsView *self, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
append_rows (RcpNewsView *self, GtkWidget *list, GListModel *items, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, item));
    }
}

static void
show_rest_cb (RcpNewsView *self, GtkWidget *button)
{
  GListModel *items = g_object_get_data (G_OBJECT (button), "items");
  GtkWidget *list = g_object_get_data (G_OBJECT (button), "list");

  append_rows (self, list, items, FIRST_ROWS, g_list_model_get_n_items (items));
  gtk_widget_set_visible (button, FALSE);
}

static void
add_section (RcpNewsView *self, const char *title, GListModel *items)
{
  guint n = g_list_model_get_n_items (items);
  GtkWidget *heading, *list;
  g_autofree char *counted = g_strdup_printf ("%s · %u", title, n);

  if (n == 0)
    return;
  heading = gtk_label_new (counted);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  list = new_list (self, title);
  append_rows (self, list, items, 0, MIN (n, FIRST_ROWS));
  gtk_box_append (self->sections, heading);
  gtk_box_append (self->sections, list);
  if (n > FIRST_ROWS)
    {
      g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n - FIRST_ROWS),
                                                n - FIRST_ROWS);
      GtkWidget *more = gtk_button_new_with_label (label);

      gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (more), "items", g_object_ref (items), g_object_unref);
      g_object_set_data (G_OBJECT (more), "list", list);
      g_signal_connect_object (more, "clicked", G_CALLBACK (show_rest_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->sections, more);
    }
}

/* The copies, folded: what nobody has to read. */
static void
add_copies (RcpNewsView *self, GListModel *copies)
{
  guint n = g_list_model_get_n_items (copies);
  GtkWidget *expander, *list;
  g_autofree char *title = NULL;

  if (n == 0)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more account in the words of others",
                                        "%u more accounts in the words of others", n), n);
  expander = gtk_expander_new (title);
  list = new_list (self, title);
  gtk_widget_set_margin_top (list, 12);
  append_rows (self, list, copies, 0, MIN (n, FIRST_ROWS));
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_box_append (self->sections, expander);
}

static void
show_news (RcpNewsView *self)
{
  g_autofree char *when = rcp_date_words_timestamp (rcp_news_get_since_us (self->news));
  /* Translators: %s is a date and a time */
  g_autofree char *since = g_strdup_printf (_("New since %s"), when);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  gtk_label_set_text (self->since, since);
  add_section (self, _("New events"), rcp_news_get_events (self->news));
  add_section (self, _("Plans that came about"), rcp_news_get_outcomes (self->news));
  add_section (self, _("New differences"), rcp_news_get_discrepancies (self->news));
  add_section (self, _("New accounts of known events"), rcp_news_get_accounts (self->news));
  add_section (self, _("Articles that say something else now"), rcp_news_get_edits (self->news));
  add_copies (self, rcp_news_get_copies (self->news));
  gtk_stack_set_visible_child_name (self->stack, rcp_news_count (self->news) > 0 ? "list" : "empty");
}

/* What was new is remembered as seen; what is shown stays. */
static void
remember (RcpNewsView *self)
{
  rcp_library_set_visit_async (self->library, self->dossier_id, rcp_clock_now_us (), NULL, NULL, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpNewsView) self = RCP_NEWS_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNews) news = rcp_library_load_news_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loading = FALSE;
  if (self->stale)
    {
      load (self);
      return;
    }
  if (news == NULL)
    {
      g_autofree char *reason = rcp_error_describe (error), *escaped = g_markup_escape_text (reason, -1);

      adw_status_page_set_description (self->failed, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_set_object (&self->news, news);
  if (rcp_news_get_since_us (news) != 0)
    self->since_us = rcp_news_get_since_us (news);
  show_news (self);
  /* Of a dossier that is being filled for the first time everything would be new. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      || (rcp_news_count (news) == 0 && rcp_library_get_import (self->library) == NULL))
    remember (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
}

static void
load (RcpNewsView *self)
{
  self->stale = self->loading;
  if (self->loading || self->library == NULL)
    return;
  self->loading = TRUE;
  rcp_library_load_news_async (self->library, self->dossier_id, self->since_us, self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static void
changed_cb (RcpNewsView *self, guint changes)
{
  if (changes & (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS))
    load (self);
}

static void
dossier_cb (RcpNewsView *self)
{
  gint64 dossier_id = rcp_timeline_state_get_dossier_id (self->state);

  if (dossier_id == self->dossier_id && self->news != NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = FALSE;
  self->dossier_id = dossier_id;
  self->since_us = -1;
  g_clear_object (&self->news);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
  load (self);
}

static void
seen_cb (RcpNewsView *self)
{
  self->since_us = rcp_clock_now_us ();
  remember (self);
  load (self);
}

static void
rcp_news_view_map (GtkWidget *widget)
{
  RcpNewsView *self = RCP_NEWS_VIEW (widget);

  GTK_WIDGET_CLASS (rcp_news_view_parent_class)->map (widget);
  if (self->news != NULL)
    remember (self);
}

static void
rcp_news_view_constructed (GObject *object)
{
  RcpNewsView *self = RCP_NEWS_VIEW (object);

  G_OBJECT_CLASS (rcp_news_view_parent_class)->constructed (object);
  g_signal_group_set_target (self->library_signals, self->library);
  g_signal_group_set_target (self->state_signals, self->state);
  dossier_cb (self);
}

static void
rcp_news_view_dispose (GObject *object)
{
  RcpNewsView *self = RCP_NEWS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->news);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_news_view_parent_class)->dispose (object);
}

static void
rcp_news_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpNewsView *self = RCP_NEWS_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_N_NEW:
      g_value_set_uint (value, rcp_news_view_get_n_new (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_news_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpNewsView *self = RCP_NEWS_VIEW (object);

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
rcp_news_view_class_init (RcpNewsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = rcp_news_view_constructed;
  object_class->dispose = rcp_news_view_dispose;
  object_class->get_property = rcp_news_view_get_property;
  object_class->set_property = rcp_news_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = rcp_news_view_map;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  properties[PROP_N_NEW]
      = g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "newsview");
}

static GtkWidget *
make_list_page (RcpNewsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *seen = gtk_button_new_with_label (_("Mark as seen"));

  self->since = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->since, 0);
  gtk_label_set_wrap (self->since, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->since), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->since), "title-3");
  gtk_widget_set_valign (seen, GTK_ALIGN_CENTER);
  g_signal_connect_object (seen, "clicked", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->since));
  gtk_box_append (GTK_BOX (head), seen);
  self->sections = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sections));
  gtk_widget_set_margin_top (box, MARGIN_PX);
  gtk_widget_set_margin_bottom (box, MARGIN_PX);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static void
rcp_news_view_init (RcpNewsView *self)
{
  GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "rcp-check-symbolic", "title", _("Nothing new"),
                                   "description", _("Everything in this dossier was there when you last looked."), NULL);

  self->since_us = -1;
  self->failed = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "rcp-info-symbolic", "title",
                               _("What is new could not be read"), NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, make_list_page (self), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->failed), "failed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::import", G_CALLBACK (load), self);
  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::dossier-id", G_CALLBACK (dossier_cb), self);
}

/** rcp_news_view_get_n_new: how much there is to read; 0 while that is not known. */
guint
rcp_news_view_get_n_new (RcpNewsView *self)
{
  g_return_val_if_fail (RCP_IS_NEWS_VIEW (self), 0);

  return self->news ? rcp_news_count (self->news) : 0;
}
