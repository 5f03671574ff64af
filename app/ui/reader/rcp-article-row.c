#include "config.h"

#include "rcp-article-row.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-words.h"

struct _RcpArticleRow
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *stack;
  GtkWidget *avatar;
  GtkWidget *outlet;
  GtkWidget *date;
  GtkWidget *badge;
  GtkWidget *title;
  GtkWidget *events;
  GtkWidget *sharing;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (RcpArticleRow, rcp_article_row, GTK_TYPE_WIDGET)

static void
rcp_article_row_dispose (GObject *object)
{
  RcpArticleRow *self = RCP_ARTICLE_ROW (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_article_row_parent_class)->dispose (object);
}

static void
rcp_article_row_class_init (RcpArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_article_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articlerow");
}

static GtkWidget *
new_count (const char *icon_name, GtkWidget **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  *label = gtk_label_new (NULL);
  gtk_widget_add_css_class (*label, "rcp-caption");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), *label);
  gtk_widget_add_css_class (box, "rcp-dim");
  return box;
}

static GtkWidget *
new_skeleton (int width_px)
{
  GtkWidget *skeleton = g_object_new (GTK_TYPE_BOX, "css-name", "skeleton", NULL);

  gtk_widget_set_size_request (skeleton, width_px, 10);
  gtk_widget_set_halign (skeleton, GTK_ALIGN_START);
  return skeleton;
}

static void
rcp_article_row_init (RcpArticleRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *skeletons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->avatar = rcp_avatar_new (24);
  self->outlet = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->outlet), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->outlet), 0);
  gtk_widget_set_hexpand (self->outlet, TRUE);
  gtk_widget_add_css_class (self->outlet, "outlet");
  self->date = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->date, "rcp-caption");
  gtk_widget_add_css_class (self->date, "rcp-dim");
  gtk_widget_add_css_class (self->date, "rcp-numbers");
  self->badge = rcp_badge_new (RCP_BADGE_NEUTRAL, "");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), self->avatar);
  gtk_box_append (GTK_BOX (top), self->outlet);
  gtk_box_append (GTK_BOX (top), self->date);
  gtk_box_append (GTK_BOX (top), self->badge);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "rcp-heading");

  gtk_box_append (GTK_BOX (foot), new_count ("rcp-timeline-symbolic", &self->events));
  gtk_box_append (GTK_BOX (foot), new_count ("rcp-shared-symbolic", &self->sharing));
  gtk_box_append (GTK_BOX (foot), new_count ("rcp-note-symbolic", &self->notes));

  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), foot);

  gtk_widget_set_valign (skeletons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (skeletons), new_skeleton (120));
  gtk_box_append (GTK_BOX (skeletons), new_skeleton (240));
  gtk_box_append (GTK_BOX (skeletons), new_skeleton (80));

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), skeletons, "skeleton");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "article");
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
rcp_article_row_new (void)
{
  return g_object_new (RCP_TYPE_ARTICLE_ROW, NULL);
}

/**
 * rcp_article_row_dup_outlet:
 *
 * Returns: (transfer full): who publishes @article, and who carries it where that is another: “RFI, via AllAfrica”; the
 *   byline, or words for a missing name, where no outlet is known.
 */
char *
rcp_article_row_dup_outlet (RcpArticle *article)
{
  const char *outlet = rcp_article_get_outlet (article), *via = rcp_article_get_via (article);

  if (outlet && via && g_strcmp0 (outlet, via) != 0)
    /* Translators: an outlet and the site that carries its article: “RFI, via AllAfrica” */
    return g_strdup_printf (_("%s, via %s"), outlet, via);
  if (outlet || via)
    return g_strdup (outlet ? outlet : via);
  if (rcp_article_get_byline (article))
    return g_strdup (rcp_article_get_byline (article));
  return g_strdup (_("Unnamed outlet"));
}

static void
set_count (GtkWidget *label, guint n, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (gtk_widget_get_parent (label), n > 0);
}

/**
 * rcp_article_row_set_article:
 * @article: (transfer none) (nullable): NULL shows a skeleton
 */
void
rcp_article_row_set_article (RcpArticleRow *self, RcpArticle *article)
{
  g_autofree char *outlet = NULL;
  g_autofree char *date = NULL;
  g_autofree char *events = NULL;
  g_autofree char *sharing = NULL;
  g_autofree char *notes = NULL;
  guint n;

  g_return_if_fail (RCP_IS_ARTICLE_ROW (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), article ? "article" : "skeleton");
  if (article == NULL)
    return;
  outlet = rcp_article_row_dup_outlet (article);
  rcp_avatar_set_outlet (RCP_AVATAR (self->avatar), rcp_article_get_outlet (article));
  gtk_label_set_label (GTK_LABEL (self->outlet), outlet);
  if (rcp_article_get_outlet (article))
    gtk_widget_remove_css_class (self->outlet, "unnamed");
  else
    gtk_widget_add_css_class (self->outlet, "unnamed");
  date = rcp_date_words_format (rcp_article_get_published (article), RCP_DATE_STYLE_SHORT);
  gtk_label_set_label (GTK_LABEL (self->date), date);
  rcp_badge_set_for_published (RCP_BADGE (self->badge), rcp_article_get_published_basis (article));
  gtk_label_set_label (GTK_LABEL (self->title), rcp_article_get_title (article));
  n = rcp_article_get_n_events (article);
  events = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  set_count (self->events, n, events);
  n = rcp_article_get_n_sharing (article);
  sharing = g_strdup_printf (ngettext ("shares text with %u", "shares text with %u", n), n);
  set_count (self->sharing, n, sharing);
  n = rcp_article_get_n_notes (article);
  notes = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  set_count (self->notes, n, notes);
}
