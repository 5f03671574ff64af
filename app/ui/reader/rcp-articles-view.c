#include "config.h"

#include "rcp-articles-view.h"

#include <glib/gi18n.h>

#include "rcp-article-row.h"
#include "rcp-error.h"
#include "rcp-reader-page.h"

#define LIST_WIDTH_PX 392
#define LIST_MIN_PX 300
#define NARROW_PX 760 /* below it, list and reader take turns */

struct _RcpArticlesView
{
  GtkWidget parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpPagedList *articles;
  GtkSingleSelection *selection;
  GSignalGroup *state_signals;
  GSignalGroup *list_signals;

  /* template children */
  GtkWidget *list_pane;
  GtkLabel *count;
  GtkDropDown *order;
  GtkStack *list_stack;
  GtkListView *list;
  AdwStatusPage *failed;
  RcpReaderPage *page;

  /* plain */
  gboolean narrow;
  gboolean reading;      /* in a narrow window: the reader is in front */
  gboolean updating;     /* the selection is being set by the program */
  RcpRange wanted;       /* passage of the article that is being opened */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (RcpArticlesView, rcp_articles_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One pane or two. */

static void
update_panes (RcpArticlesView *self)
{
  gtk_widget_set_child_visible (self->list_pane, !self->narrow || !self->reading);
  gtk_widget_set_child_visible (GTK_WIDGET (self->page), !self->narrow || self->reading);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_reading (RcpArticlesView *self, gboolean reading)
{
  if (self->reading == reading)
    return;
  self->reading = reading;
  update_panes (self);
}

static void
rcp_articles_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  RcpArticlesView *self = RCP_ARTICLES_VIEW (widget);
  int list_minimum, page_minimum;

  /* Both panes can be as narrow as a telephone once they know that the window is: that is before they are allocated. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 340;
      *natural = 1100;
      return;
    }
  gtk_widget_measure (self->list_pane, orientation, -1, &list_minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->page), orientation, -1, &page_minimum, NULL, NULL, NULL);
  *minimum = MAX (list_minimum, page_minimum);
  *natural = 700;
}

static void
rcp_articles_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpArticlesView *self = RCP_ARTICLES_VIEW (widget);
  gboolean narrow = width < NARROW_PX, rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int list_width = CLAMP (width * 37 / 100, LIST_MIN_PX, LIST_WIDTH_PX);

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      gtk_widget_set_child_visible (self->list_pane, !narrow || !self->reading);
      gtk_widget_set_child_visible (GTK_WIDGET (self->page), !narrow || self->reading);
      g_object_set (self->page, "narrow", narrow, NULL);
    }
  if (narrow)
    {
      GtkWidget *front = self->reading ? GTK_WIDGET (self->page) : self->list_pane;

      gtk_widget_size_allocate (front, &(GtkAllocation){ 0, 0, width, height }, -1);
      return;
    }
  gtk_widget_size_allocate (self->list_pane, &(GtkAllocation){ rtl ? width - list_width : 0, 0, list_width, height },
                            -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->page),
                            &(GtkAllocation){ rtl ? 0 : list_width, 0, width - list_width, height }, -1);
}

/* The list. */

static void
item_changed_cb (GtkListItem *list_item)
{
  RcpListItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row)
    rcp_article_row_set_article (RCP_ARTICLE_ROW (row), item ? rcp_list_item_get_item (item) : NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RcpArticlesView *self)
{
  gtk_list_item_set_child (list_item, rcp_article_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RcpArticlesView *self)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::item", G_CALLBACK (item_changed_cb), list_item,
                           G_CONNECT_SWAPPED);
  item_changed_cb (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, RcpArticlesView *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

static guint
selected_position (RcpArticlesView *self)
{
  gint64 id = self->state ? rcp_timeline_state_get_selected_article (self->state) : 0;

  return id && self->articles ? rcp_paged_list_find_id (self->articles, id) : G_MAXUINT;
}

static void
update_count (RcpArticlesView *self)
{
  guint n = self->articles ? g_list_model_get_n_items (G_LIST_MODEL (self->articles)) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  const GError *error = self->articles ? rcp_paged_list_get_error (self->articles) : NULL;

  gtk_label_set_label (self->count, text);
  if (error)
    {
      g_autofree char *sentence = rcp_error_describe (error);

      adw_status_page_set_description (self->failed, sentence);
    }
  gtk_stack_set_visible_child_name (self->list_stack, error                                              ? "failed"
                                                      : n > 0 || !self->articles
                                                          || rcp_paged_list_get_loading (self->articles) ? "list"
                                                                                                         : "empty");
  rcp_reader_page_set_position (self->page, selected_position (self), n);
}

/* Rows shift while articles come in; the selection follows the article, not the place. */
static void
sync_selection (RcpArticlesView *self)
{
  guint position = selected_position (self);

  if (self->selection == NULL)
    return;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  self->updating = FALSE;
  update_count (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  RcpArticlesView *self = user_data;

  self->settle_source = 0;
  if (self->articles == NULL)
    return G_SOURCE_REMOVE;
  sync_selection (self);
  /* A page without an article looks broken beside a full list: open the first. */
  if (self->state && rcp_timeline_state_get_selected_article (self->state) == 0 && !self->narrow
      && g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    {
      g_autoptr (RcpListItem) first = g_list_model_get_item (G_LIST_MODEL (self->articles), 0);

      rcp_timeline_state_set_selected_article (self->state, rcp_list_item_get_id (first));
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: the list view hears of the change after this, and may not be told to select before it has. */
static void
list_changed_cb (RcpArticlesView *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add (settle_cb, self);
}

static void
selection_changed_cb (RcpArticlesView *self)
{
  RcpListItem *item;

  if (self->updating || self->state == NULL)
    return;
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item)
    rcp_timeline_state_set_selected_article (self->state, rcp_list_item_get_id (item));
}

static void
activate_cb (RcpArticlesView *self, guint position)
{
  selection_changed_cb (self);
  set_reading (self, TRUE);
}

static void
rebuild (RcpArticlesView *self)
{
  if (self->list == NULL)
    return;
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_signal_group_set_target (self->list_signals, NULL);
  g_clear_object (&self->articles);
  if (self->library == NULL || self->state == NULL)
    return;
  self->articles = rcp_library_new_article_list (self->library, rcp_timeline_state_get_dossier_id (self->state),
                                                 gtk_drop_down_get_selected (self->order), NULL);
  g_signal_group_set_target (self->list_signals, self->articles);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->articles)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  list_changed_cb (self);
}

static void
dossier_changed_cb (RcpArticlesView *self)
{
  rcp_timeline_state_set_selected_article (self->state, 0);
  set_reading (self, FALSE);
  rebuild (self);
}

/* The reader. */

static void
selected_article_cb (RcpArticlesView *self)
{
  sync_selection (self);
  rcp_reader_page_load (self->page, rcp_timeline_state_get_selected_article (self->state), self->wanted);
  self->wanted = (RcpRange){ 0, 0 };
  if (rcp_timeline_state_get_selected_article (self->state) == 0)
    set_reading (self, FALSE);
}

static void
open_article_cb (RcpArticlesView *self, gint64 article_id, guint start, guint end)
{
  guint position;

  self->wanted = (RcpRange){ start, end };
  if (rcp_timeline_state_get_selected_article (self->state) == article_id)
    selected_article_cb (self);
  else
    rcp_timeline_state_set_selected_article (self->state, article_id);
  set_reading (self, TRUE);
  position = selected_position (self);
  if (position != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
step_cb (RcpArticlesView *self, int direction)
{
  guint position = selected_position (self);
  g_autoptr (RcpListItem) item = NULL;

  if (position == G_MAXUINT || (position == 0 && direction < 0))
    return;
  position += (guint) direction;
  item = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  if (item == NULL)
    return;
  rcp_timeline_state_set_selected_article (self->state, rcp_list_item_get_id (item));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
back_cb (RcpArticlesView *self)
{
  set_reading (self, FALSE);
}

/* Object. */

static void
set_library (RcpArticlesView *self, RcpLibrary *library)
{
  if (!g_set_object (&self->library, library))
    return;
  g_object_set (self->page, "library", library, NULL);
  if (self->state)
    rcp_timeline_state_set_selected_article (self->state, 0);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
set_state (RcpArticlesView *self, RcpTimelineState *state)
{
  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  g_object_set (self->page, "state", state, NULL);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
rcp_articles_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpArticlesView *self = RCP_ARTICLES_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_articles_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpArticlesView *self = RCP_ARTICLES_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_STATE:
      set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_articles_view_dispose (GObject *object)
{
  RcpArticlesView *self = RCP_ARTICLES_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->articles);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), RCP_TYPE_ARTICLES_VIEW);

  G_OBJECT_CLASS (rcp_articles_view_parent_class)->dispose (object);
}

static void
rcp_articles_view_class_init (RcpArticlesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_articles_view_dispose;
  object_class->get_property = rcp_articles_view_get_property;
  object_class->set_property = rcp_articles_view_set_property;
  widget_class->measure = rcp_articles_view_measure;
  widget_class->size_allocate = rcp_articles_view_size_allocate;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RCP_TYPE_READER_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/rcp-articles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, count);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, order);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, list);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, failed);
  gtk_widget_class_bind_template_child (widget_class, RcpArticlesView, page);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
rcp_articles_view_init (RcpArticlesView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected-article", G_CALLBACK (selected_article_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::dossier-id", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "open-article", G_CALLBACK (open_article_cb), self);
  self->list_signals = g_signal_group_new (RCP_TYPE_PAGED_LIST);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (list_changed_cb), self);
  g_signal_group_connect_swapped (self->list_signals, "notify", G_CALLBACK (update_count), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
rcp_articles_view_new (void)
{
  return g_object_new (RCP_TYPE_ARTICLES_VIEW, NULL);
}

/** rcp_articles_view_add_note: a note on what is selected in the reader, or on the article that is read. */
void
rcp_articles_view_add_note (RcpArticlesView *self)
{
  g_return_if_fail (RCP_IS_ARTICLES_VIEW (self));

  rcp_reader_page_add_note (self->page);
}

/** rcp_articles_view_highlight: keeps the words selected in the reader as a note without words. */
void
rcp_articles_view_highlight (RcpArticlesView *self)
{
  g_return_if_fail (RCP_IS_ARTICLES_VIEW (self));

  rcp_reader_page_highlight (self->page);
}
