#include "config.h"

#include "rcp-reader-page-private.h"

#include <glib/gi18n.h>

#include "rcp-error.h"
#include "rcp-mark-popover.h"
#include "rcp-similar-row.h"

#define N_TEXT_SIZES 5
#define DEFAULT_TEXT_SIZE 2

G_DEFINE_FINAL_TYPE (RcpReaderPage, rcp_reader_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  STEP,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load (RcpReaderPage *self);

/* Filling. */

static gboolean
scroll_to_wanted_cb (gpointer user_data)
{
  g_autoptr (RcpReaderPage) self = user_data;
  GdkRectangle rect;
  graphene_point_t point;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->column));

  if (self->detail == NULL || self->wanted.end <= self->wanted.start)
    return G_SOURCE_REMOVE;
  rcp_reader_get_location (RCP_READER (self->reader), self->wanted.start, &rect);
  if (gtk_widget_compute_point (self->reader, content, &GRAPHENE_POINT_INIT (0, (float) rect.y), &point))
    gtk_adjustment_set_value (adjustment, MAX (0, point.y - gtk_adjustment_get_page_size (adjustment) / 3));
  self->wanted = (RcpRange){ 0, 0 };
  return G_SOURCE_REMOVE;
}

/**
 * rcp_reader_page_set_detail:
 * @detail: (transfer none) (nullable): the article to show
 */
void
rcp_reader_page_set_detail (RcpReaderPage *self, RcpArticleDetail *detail)
{
  RcpArticle *article;
  guint n_set_aside;
  gboolean same;

  g_return_if_fail (RCP_IS_READER_PAGE (self));

  same = detail && self->detail
         && rcp_article_get_id (rcp_article_detail_get_article (detail))
              == rcp_article_get_id (rcp_article_detail_get_article (self->detail));
  g_set_object (&self->detail, detail);
  if (!same)
    rcp_reader_page_close_editor (self);
  if (detail == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  article = rcp_article_detail_get_article (detail);
  self->article_id = rcp_article_get_id (article);

  rcp_reader_head_set_article (self->head, self->library, article, rcp_article_detail_get_clues (detail));
  gtk_widget_set_visible (GTK_WIDGET (self->open_original), rcp_article_get_uri (article) != NULL);
  if (self->editor)
    {
      /* A note is being written: leave it where it is, the rest can wait for it. */
      self->stale = TRUE;
    }
  else
    {
      rcp_reader_body_clear (RCP_READER_BODY (self->body));
      rcp_reader_set_detail (RCP_READER (self->reader), detail);
      rcp_reader_page_add_remarks (self);
      rcp_reader_page_add_cards (self);
    }
  gtk_widget_set_visible (self->similar_box, rcp_similar_row_fill (self->similar, detail) > 0);
  n_set_aside = rcp_reader_count_set_aside (RCP_READER (self->reader));
  {
    g_autofree char *text = g_strdup_printf (ngettext ("%u passage of the page is set aside",
                                                       "%u passages of the page are set aside", n_set_aside),
                                             n_set_aside);

    gtk_label_set_label (self->set_aside_note, text);
  }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->set_aside_note)), n_set_aside > 0);
  gtk_stack_set_visible_child_name (self->stack, "article");
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->wanted.end > self->wanted.start)
    {
      rcp_reader_show_range (RCP_READER (self->reader), self->wanted);
      /* After the next layout, which the text's height waits for. */
      g_timeout_add (120, scroll_to_wanted_cb, g_object_ref (self));
    }
}

/* Loading. */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpReaderPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpArticleDetail) detail = rcp_library_load_article_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || RCP_LIBRARY (source) != self->library)
    return;
  self->loading = FALSE;
  if (detail)
    {
      if (rcp_article_get_id (rcp_article_detail_get_article (detail)) == self->article_id)
        rcp_reader_page_set_detail (self, detail);
    }
  else if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND))
    {
      rcp_reader_page_set_detail (self, NULL);
    }
  else
    {
      g_autofree char *sentence = rcp_error_describe (error);

      adw_status_page_set_description (self->failed, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (self->stale && !self->editor)
    load (self);
}

static void
load (RcpReaderPage *self)
{
  if (self->library == NULL || self->article_id == 0)
    return;
  if (self->loading)
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  self->loading = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  rcp_library_load_article_async (self->library, self->article_id, self->cancellable, loaded_cb, g_object_ref (self));
}

/**
 * rcp_reader_page_load:
 * @article_id: the article; 0 for none
 * @passage: what to scroll to; empty for the beginning
 */
void
rcp_reader_page_load (RcpReaderPage *self, gint64 article_id, RcpRange passage)
{
  g_return_if_fail (RCP_IS_READER_PAGE (self));

  self->wanted = passage;
  if (article_id == 0)
    {
      g_cancellable_cancel (self->cancellable);
      self->loading = FALSE;
      self->article_id = 0;
      rcp_reader_page_set_detail (self, NULL);
      return;
    }
  if (article_id == self->article_id && self->detail != NULL
      && rcp_article_get_id (rcp_article_detail_get_article (self->detail)) == article_id)
    {
      rcp_reader_page_set_detail (self, self->detail);
      return;
    }
  /* It is on its way: only where to scroll to is another. */
  if (article_id == self->article_id && self->loading)
    return;
  g_cancellable_cancel (self->cancellable);
  self->loading = FALSE;
  self->article_id = article_id;
  gtk_stack_set_visible_child_name (self->stack, self->detail ? "article" : "loading");
  load (self);
}

static void
library_changed_cb (RcpReaderPage *self, guint changes)
{
  if (self->article_id && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  else
    self->stale = self->article_id != 0;
}

static void
rcp_reader_page_map (GtkWidget *widget)
{
  RcpReaderPage *self = RCP_READER_PAGE (widget);

  GTK_WIDGET_CLASS (rcp_reader_page_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

/* Callbacks. */

static void
mark_activated_cb (RcpReaderPage *self, guint position)
{
  rcp_mark_popover_open (RCP_READER (self->reader), self->detail, self->library, self->state, position);
}

static void
similar_activated_cb (RcpReaderPage *self, GtkListBoxRow *row)
{
  RcpArticle *article = rcp_similar_row_get_article (RCP_SIMILAR_ROW (row));

  rcp_timeline_state_open_article (self->state, rcp_article_get_id (article), 0, 0);
}

static void
previous_cb (RcpReaderPage *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
next_cb (RcpReaderPage *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
back_cb (RcpReaderPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
open_original_cb (RcpReaderPage *self)
{
  const char *uri = self->detail ? rcp_article_get_uri (rcp_article_detail_get_article (self->detail)) : NULL;

  if (uri)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
set_text_size (RcpReaderPage *self, int size)
{
  g_autofree char *old_class = g_strdup_printf ("size-%d", self->text_size);
  g_autofree char *new_class = g_strdup_printf ("size-%d", CLAMP (size, 0, N_TEXT_SIZES - 1));

  gtk_widget_remove_css_class (self->reader, old_class);
  gtk_widget_add_css_class (self->reader, new_class);
  self->text_size = CLAMP (size, 0, N_TEXT_SIZES - 1);
}

static void
smaller_cb (RcpReaderPage *self)
{
  set_text_size (self, self->text_size - 1);
}

static void
larger_cb (RcpReaderPage *self)
{
  set_text_size (self, self->text_size + 1);
}

/* Object. */

static void
rcp_reader_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpReaderPage *self = RCP_READER_PAGE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->back)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_reader_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpReaderPage *self = RCP_READER_PAGE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      if (g_set_object (&self->library, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->library_signals, self->library);
          rcp_reader_page_load (self, 0, (RcpRange){ 0, 0 });
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_STATE:
      if (g_set_object (&self->state, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      gtk_widget_set_visible (GTK_WIDGET (self->back), g_value_get_boolean (value));
      adw_button_content_set_label (self->highlight_content, g_value_get_boolean (value) ? "" : _("Highlight"));
      adw_button_content_set_label (self->note_content, g_value_get_boolean (value) ? "" : _("Add note"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_reader_page_dispose (GObject *object)
{
  RcpReaderPage *self = RCP_READER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->detail);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_reader_page_parent_class)->dispose (object);
}

static void
rcp_reader_page_class_init (RcpReaderPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_reader_page_dispose;
  object_class->get_property = rcp_reader_page_get_property;
  object_class->set_property = rcp_reader_page_set_property;
  widget_class->map = rcp_reader_page_map;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);

  g_type_ensure (RCP_TYPE_READER_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/rcp-reader-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, RcpReaderPage, name)
  BIND (stack);
  BIND (back);
  BIND (previous);
  BIND (next);
  BIND (position);
  BIND (highlight_content);
  BIND (note_content);
  BIND (open_original);
  BIND (set_aside);
  BIND (head);
  BIND (column);
  BIND (set_aside_note);
  BIND (similar_box);
  BIND (similar);
  BIND (scroller);
  BIND (failed);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_original_cb);
  gtk_widget_class_bind_template_callback (widget_class, smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, larger_cb);
  gtk_widget_class_bind_template_callback (widget_class, similar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rcp_reader_page_add_note);
  gtk_widget_class_bind_template_callback (widget_class, rcp_reader_page_highlight);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
rcp_reader_page_init (RcpReaderPage *self)
{
  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (library_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->reader = rcp_reader_new ();
  self->body = rcp_reader_body_new (RCP_READER (self->reader));
  gtk_box_insert_child_after (self->column, self->body, gtk_widget_get_first_child (GTK_WIDGET (self->column)));
  self->text_size = DEFAULT_TEXT_SIZE;
  set_text_size (self, DEFAULT_TEXT_SIZE);
  g_signal_connect_object (self->reader, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->set_aside, "active", self->reader, "show-set-aside", G_BINDING_SYNC_CREATE);
}

/**
 * rcp_reader_page_set_position:
 * @position: place of the article in the list, from 0; G_MAXUINT when it is not in it
 * @n_articles: how many the list has
 */
void
rcp_reader_page_set_position (RcpReaderPage *self, guint position, guint n_articles)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RCP_IS_READER_PAGE (self));

  /* Translators: place of the article in the list: “3 of 5” */
  text = position < n_articles ? g_strdup_printf (_("%u of %u"), position + 1, n_articles) : g_strdup ("");
  gtk_label_set_label (self->position, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous), position < n_articles && position > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), position < n_articles && position + 1 < n_articles);
}
