#include "config.h"

#include "rcp-badge.h"

#include <glib/gi18n.h>

struct _RcpBadge
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *label;

  /* borrowed */
  const char *style_class;
};

G_DEFINE_FINAL_TYPE (RcpBadge, rcp_badge, GTK_TYPE_WIDGET)

static const struct
{
  const char *style_class;
  const char *icon_name;
} looks[] = {
  [RCP_BADGE_EXACT] = { "exact", NULL },
  [RCP_BADGE_STATED] = { "stated", "rcp-check-symbolic" },
  [RCP_BADGE_INFERRED] = { "inferred", "rcp-clock-symbolic" },
  [RCP_BADGE_USER] = { "user", "rcp-note-symbolic" },
  [RCP_BADGE_SHARED] = { "shared", "rcp-shared-symbolic" },
  [RCP_BADGE_NEUTRAL] = { "neutral", NULL },
  [RCP_BADGE_NEW] = { "new", "list-add-symbolic" },
  [RCP_BADGE_DIFFER] = { "differ", "rcp-differ-symbolic" },
};

static void
rcp_badge_dispose (GObject *object)
{
  RcpBadge *self = RCP_BADGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_badge_parent_class)->dispose (object);
}

static void
rcp_badge_class_init (RcpBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_badge_dispose;
  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_badge_init (RcpBadge *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 12);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * rcp_badge_new:
 * @style: what it says
 * @label: (nullable): its words
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
rcp_badge_new (RcpBadgeStyle style, const char *label)
{
  RcpBadge *self = g_object_new (RCP_TYPE_BADGE, NULL);

  rcp_badge_set (self, style, label);
  return GTK_WIDGET (self);
}

/**
 * rcp_badge_set:
 * @style: what it says
 * @label: (nullable): its words; for %RCP_BADGE_DIFFER they are only spoken and shown as a tooltip
 */
void
rcp_badge_set (RcpBadge *self, RcpBadgeStyle style, const char *label)
{
  gboolean wordless = style == RCP_BADGE_DIFFER;
  const char *words = label ? label : "";

  g_return_if_fail (RCP_IS_BADGE (self));
  g_return_if_fail (style < G_N_ELEMENTS (looks));

  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  self->style_class = looks[style].style_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), self->style_class);
  if (wordless && label == NULL)
    words = _("Accounts differ");

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[style].icon_name);
  gtk_widget_set_visible (self->icon, looks[style].icon_name != NULL);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_visible (self->label, !wordless);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), wordless ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * rcp_badge_set_for_published:
 * @basis: how a publication date is known
 *
 * Hides the badge where there is no date at all.
 */
void
rcp_badge_set_for_published (RcpBadge *self, RcpPublishedBasis basis)
{
  g_return_if_fail (RCP_IS_BADGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), basis != RCP_PUBLISHED_UNKNOWN);
  switch (basis)
    {
    case RCP_PUBLISHED_STATED:
      /* Translators: the article states its date */
      rcp_badge_set (self, RCP_BADGE_STATED, C_("date", "stated"));
      break;
    case RCP_PUBLISHED_USER:
      /* Translators: the date was set by you */
      rcp_badge_set (self, RCP_BADGE_USER, C_("date", "set by you"));
      break;
    case RCP_PUBLISHED_INFERRED:
    case RCP_PUBLISHED_UNKNOWN:
    default:
      /* Translators: the date was worked out */
      rcp_badge_set (self, RCP_BADGE_INFERRED, C_("date", "inferred"));
    }
}
