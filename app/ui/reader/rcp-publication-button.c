#include "config.h"

#include "rcp-publication-button.h"

#include <glib/gi18n.h>

#include "rcp-date-popover.h"
#include "rcp-error.h"

/* How long a date must stand in the entry before it is asked what it would move: longer than between two keys. */
#define PAUSE_MS 250

struct _RcpPublicationButton
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *popover;

  /* owned */
  RcpLibrary *library;
  RcpArticle *article;
  RcpEdtf *typed; /* nullable */
  GCancellable *cancellable; /* of the question that is asked; nullable */

  /* plain */
  guint pause_id;
};

G_DEFINE_FINAL_TYPE (RcpPublicationButton, rcp_publication_button, ADW_TYPE_BIN)

static void
forget_question (RcpPublicationButton *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
typed_cb (RcpPublicationButton *self, RcpEdtf *date)
{
  forget_question (self);
  g_clear_pointer (&self->typed, rcp_edtf_unref);
  if (date == NULL || self->library == NULL)
    return;
  self->typed = rcp_edtf_ref (date);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rcp_library_set_published_finish (RCP_LIBRARY (source), result, &error))
    {
      gtk_widget_activate_action (self, "win.toast-undo", "s", _("Date changed"));
    }
  else
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (self, "win.toast", "s", sentence);
    }
}

static void
set_cb (RcpPublicationButton *self, RcpEdtf *date)
{
  forget_question (self);
  if (self->library && self->article)
    rcp_library_set_published_async (self->library, rcp_article_get_id (self->article), date, NULL, published_cb,
                                     g_object_ref (self));
}

static void
rcp_publication_button_dispose (GObject *object)
{
  RcpPublicationButton *self = RCP_PUBLICATION_BUTTON (object);

  forget_question (self);
  g_clear_pointer (&self->typed, rcp_edtf_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (rcp_publication_button_parent_class)->dispose (object);
}

static void
rcp_publication_button_class_init (RcpPublicationButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_publication_button_dispose;
}

static void
rcp_publication_button_init (RcpPublicationButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = rcp_date_popover_new ();
  g_signal_connect_object (self->popover, "set", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Change…"));
  gtk_widget_set_tooltip_text (button, _("Why this date, and change it"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "rcp-small");
  adw_bin_set_child (ADW_BIN (self), button);
}

/** rcp_publication_button_new: Returns: (transfer floating): a button without an article. */
GtkWidget *
rcp_publication_button_new (void)
{
  return g_object_new (RCP_TYPE_PUBLICATION_BUTTON, NULL);
}

/**
 * rcp_publication_button_set_article:
 * @library: (transfer none) (nullable): where the date can be set
 * @article: (transfer none): the article
 * @clues: (nullable) (element-type RcpPublicationClue): what speaks for its date, and against it
 */
void
rcp_publication_button_set_article (RcpPublicationButton *self, RcpLibrary *library, RcpArticle *article,
                                    const GPtrArray *clues)
{
  RcpEdtf *published = rcp_article_get_published (article);

  g_return_if_fail (RCP_IS_PUBLICATION_BUTTON (self));

  g_set_object (&self->library, library);
  g_set_object (&self->article, article);
  rcp_date_popover_set_date (RCP_DATE_POPOVER (self->popover), published,
                             rcp_article_get_published_basis (article) == RCP_PUBLISHED_USER);
  rcp_date_popover_set_reasons (RCP_DATE_POPOVER (self->popover), clues, published, rcp_article_get_best_day (article));
  gtk_widget_set_visible (GTK_WIDGET (self), library != NULL);
}
