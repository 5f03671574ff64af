#include "config.h"

#include "rcp-reader-head.h"

#include <glib/gi18n.h>

#include "rcp-article-row.h"
#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-publication-button.h"

struct _RcpReaderHead
{
  GtkBox parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpArticle *article;

  /* template children */
  GtkLabel *title;
  GtkBox *source;
  GtkLabel *outlet;
  GtkMenuButton *name_outlet;
  GtkEditable *outlet_name;
  GtkLabel *date;
  GtkLabel *clue;
  GtkBox *date_box;

  /* children */
  GtkWidget *avatar;
  GtkWidget *badge;
  GtkWidget *publication;
};

G_DEFINE_FINAL_TYPE (RcpReaderHead, rcp_reader_head, GTK_TYPE_BOX)

static void
fill_source (RcpReaderHead *self, RcpArticle *article)
{
  g_autofree char *outlet = rcp_article_row_dup_outlet (article);
  const char *name = rcp_article_get_outlet (article), *byline = rcp_article_get_byline (article);
  g_autofree char *signed_by = name && byline ? g_strdup_printf ("%s · %s", outlet, byline) : g_strdup (outlet);

  rcp_avatar_set_outlet (RCP_AVATAR (self->avatar), name);
  gtk_label_set_label (self->outlet, signed_by);
  if (name)
    gtk_widget_remove_css_class (GTK_WIDGET (self->outlet), "unnamed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->outlet), "unnamed");
  gtk_menu_button_set_label (self->name_outlet, name ? _("rename…") : _("outlet to name…"));
  gtk_widget_set_visible (GTK_WIDGET (self->name_outlet), rcp_article_get_outlet_id (article) != 0 && name == NULL);
  gtk_editable_set_text (self->outlet_name, name ? name : "");
}

static void
fill_date (RcpReaderHead *self, RcpArticle *article)
{
  RcpEdtf *published = rcp_article_get_published (article);
  RcpPublishedBasis basis = rcp_article_get_published_basis (article);
  g_autofree char *date = rcp_date_words_format (published, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *clue = NULL;

  gtk_label_set_label (self->date, date);
  rcp_badge_set_for_published (RCP_BADGE (self->badge), basis);
  if (basis == RCP_PUBLISHED_INFERRED)
    clue = rcp_date_words_publication (rcp_article_get_published_clue (article),
                                       rcp_article_get_published_rule (article), published);
  gtk_label_set_label (self->clue, clue ? clue : "");
  gtk_widget_set_visible (GTK_WIDGET (self->clue), clue != NULL);
}

static void
outlet_named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rcp_library_set_outlet_name_finish (RCP_LIBRARY (source), result, &error))
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (self, "win.toast", "s", sentence);
    }
}

static void
name_outlet_cb (RcpReaderHead *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->outlet_name)));

  if (name[0] == '\0' || self->article == NULL || self->library == NULL)
    return;
  gtk_menu_button_popdown (self->name_outlet);
  rcp_library_set_outlet_name_async (self->library,
                                     rcp_article_get_outlet_id (self->article), name,
                                     NULL, outlet_named_cb, g_object_ref (self));
}

static void
rcp_reader_head_dispose (GObject *object)
{
  RcpReaderHead *self = RCP_READER_HEAD (object);

  g_clear_object (&self->library);
  g_clear_object (&self->article);
  gtk_widget_dispose_template (GTK_WIDGET (self), RCP_TYPE_READER_HEAD);

  G_OBJECT_CLASS (rcp_reader_head_parent_class)->dispose (object);
}

static void
rcp_reader_head_class_init (RcpReaderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_reader_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/rcp-reader-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, title);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, source);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, outlet);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, name_outlet);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, outlet_name);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, date);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, clue);
  gtk_widget_class_bind_template_child (widget_class, RcpReaderHead, date_box);
  gtk_widget_class_bind_template_callback (widget_class, name_outlet_cb);
}

static void
rcp_reader_head_init (RcpReaderHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->avatar = rcp_avatar_new (24);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_box_prepend (self->source, self->avatar);
  self->badge = rcp_badge_new (RCP_BADGE_NEUTRAL, "");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (self->date_box, self->badge, GTK_WIDGET (self->date));
  self->publication = rcp_publication_button_new ();
  gtk_box_insert_child_after (self->date_box, self->publication, self->badge);
}

/**
 * rcp_reader_head_set_article:
 * @library: (transfer none) (nullable): where an outlet can be named
 * @article: (transfer none): the article
 * @clues: (nullable) (element-type RcpPublicationClue): what speaks for its date of publication, and against it
 */
void
rcp_reader_head_set_article (RcpReaderHead *self, RcpLibrary *library, RcpArticle *article, const GPtrArray *clues)
{
  g_return_if_fail (RCP_IS_READER_HEAD (self));

  g_set_object (&self->library, library);
  g_set_object (&self->article, article);
  gtk_label_set_label (self->title, rcp_article_get_title (article));
  fill_source (self, article);
  fill_date (self, article);
  rcp_publication_button_set_article (RCP_PUBLICATION_BUTTON (self->publication), library, article, clues);
}
