#include "config.h"

#include "rcp-similar-row.h"

#include <glib/gi18n.h>

#include "rcp-article-row.h"
#include "rcp-avatar.h"

struct _RcpSimilarRow
{
  GtkListBoxRow parent_instance;

  /* owned */
  RcpArticle *article;
};

G_DEFINE_FINAL_TYPE (RcpSimilarRow, rcp_similar_row, GTK_TYPE_LIST_BOX_ROW)

static void
rcp_similar_row_dispose (GObject *object)
{
  RcpSimilarRow *self = RCP_SIMILAR_ROW (object);

  g_clear_object (&self->article);

  G_OBJECT_CLASS (rcp_similar_row_parent_class)->dispose (object);
}

static void
rcp_similar_row_class_init (RcpSimilarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_similar_row_dispose;
}

static void
rcp_similar_row_init (RcpSimilarRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "rcp-similar-row");
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/**
 * rcp_similar_row_new:
 * @article: (transfer none): the other article
 * @n_passages: how many passages both have
 * @n_words: how many words in them
 * @n_words_here: words of the article that is read, for the meter
 */
GtkWidget *
rcp_similar_row_new (RcpArticle *article, guint n_passages, guint n_words, guint n_words_here)
{
  RcpSimilarRow *self = g_object_new (RCP_TYPE_SIMILAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = rcp_avatar_new_for_outlet (rcp_article_get_outlet (article), 24);
  GtkWidget *meter = gtk_level_bar_new_for_interval (0, 1);
  g_autofree char *outlet = rcp_article_row_dup_outlet (article);
  g_autofree char *passages =
    g_strdup_printf (ngettext ("%u shared passage", "%u shared passages", n_passages), n_passages);
  g_autofree char *detail = g_strdup_printf ("%s · %s", outlet, passages);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  self->article = g_object_ref (article);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  append_label (names, rcp_article_get_title (article), "rcp-bold");
  append_label (names, detail, "rcp-caption");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (meter), MIN (1.0, (double) n_words / n_words_here));
  gtk_widget_set_size_request (meter, 84, 6);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (meter, "rcp-shared-meter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Shared wording"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), meter);
  append_label (box, words, "rcp-bold");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

RcpArticle *
rcp_similar_row_get_article (RcpSimilarRow *self)
{
  g_return_val_if_fail (RCP_IS_SIMILAR_ROW (self), NULL);

  return self->article;
}

/**
 * rcp_similar_row_fill:
 * @list: (transfer none): the list; what it holds is replaced
 * @detail: (transfer none): the article that is read
 *
 * Returns: how many articles share wording with it.
 */
guint
rcp_similar_row_fill (GtkListBox *list, RcpArticleDetail *detail)
{
  const GArray *shared = rcp_article_detail_get_shared (detail);
  GListModel *similar = rcp_article_detail_get_similar (detail);
  GtkWidget *row;
  guint n_words_here = MAX (1, rcp_article_get_n_words (rcp_article_detail_get_article (detail)));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < g_list_model_get_n_items (similar); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (similar, i);
      guint n_words = 0, n_passages = 0;

      for (guint j = 0; j < shared->len; j++)
        {
          const RcpSharedRange *passage = &g_array_index (shared, RcpSharedRange, j);

          if (passage->article_id != rcp_article_get_id (article))
            continue;
          n_words += passage->n_words;
          n_passages++;
        }
      gtk_list_box_append (list, rcp_similar_row_new (article, n_passages, n_words, n_words_here));
    }
  return g_list_model_get_n_items (similar);
}
