#include "config.h"

#include "rcp-actor-preview-box.h"

#include <glib/gi18n.h>

#include "rcp-wrap-box.h"

/* More names than this are a number. */
#define MAX_NAMES 12

struct _RcpActorPreviewBox
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *words;   /* while there is nothing to show */
  GtkWidget *content;
  GtkWidget *name;
  GtkWidget *counts;
  GtkWidget *names_title;
  GtkWidget *names;
  GtkWidget *warnings;

  /* plain */
  RcpCorrectionKind kind;
};

G_DEFINE_FINAL_TYPE (RcpActorPreviewBox, rcp_actor_preview_box, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The sentence in front, with the name in bold. */
static char *
name_markup (RcpActorPreviewBox *self, const char *name)
{
  switch (self->kind)
    {
    case RCP_CORRECTION_SPLIT_ALIAS:
    case RCP_CORRECTION_SPLIT_ARTICLE:
      /* Translators: of a name that is taken away from an actor; %s is the name */
      return g_markup_printf_escaped (_("<b>%s</b> becomes an actor of its own"), name);
    case RCP_CORRECTION_DISTINCT_ACTORS:
      /* Translators: two actors are kept apart; %s is the name of the second */
      return g_markup_printf_escaped (_("<b>%s</b> stays an actor of its own, in every article"), name);
    default:
      /* Translators: the name that an actor has after it was merged or renamed */
      return g_markup_printf_escaped (_("Shown as <b>%s</b>"), name);
    }
}

/* "12 mentions · 4 articles · 3 events", without what is none. */
static char *
count_words (RcpActorPreview *preview)
{
  guint n_mentions = rcp_actor_preview_get_n_mentions (preview);
  guint n_articles = rcp_actor_preview_get_n_articles (preview);
  guint n_events = rcp_actor_preview_get_n_events (preview);
  g_autoptr (GString) words = g_string_new (NULL);

  if (n_mentions == 0 && n_articles == 0 && n_events == 0)
    return g_strdup (_("Nothing moves now; it holds for articles to come"));
  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions), n_mentions);
  g_string_append (words, " · ");
  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  g_string_append (words, " · ");
  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n_events), n_events);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_name (RcpActorPreviewBox *self, const char *name)
{
  GtkWidget *chip = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), 32);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_widget_add_css_class (chip, "rcp-name");
  rcp_wrap_box_append (RCP_WRAP_BOX (self->names), chip);
}

static void
show_names (RcpActorPreviewBox *self, const char *const *aliases)
{
  guint n = aliases ? g_strv_length ((char **) aliases) : 0;

  rcp_wrap_box_clear (RCP_WRAP_BOX (self->names));
  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    add_name (self, aliases[i]);
  if (n > MAX_NAMES)
    {
      g_autofree char *more
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n - MAX_NAMES), n - MAX_NAMES);

      add_name (self, more);
    }
  gtk_widget_set_visible (self->names, n > 0);
  gtk_widget_set_visible (self->names_title, n > 0);
}

static void
show_warnings (RcpActorPreviewBox *self, const char *const *warnings)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->warnings)) != NULL)
    gtk_box_remove (GTK_BOX (self->warnings), child);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = new_label ("rcp-caption");
      GtkWidget *icon = gtk_image_new_from_icon_name ("rcp-info-symbolic");

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
      gtk_widget_add_css_class (icon, "rcp-notice-mark");
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_label_set_text (GTK_LABEL (label), warnings[i]);
      gtk_box_append (GTK_BOX (line), icon);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (self->warnings), line);
    }
  gtk_widget_set_visible (self->warnings, gtk_widget_get_first_child (self->warnings) != NULL);
}

static void
rcp_actor_preview_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rcp_actor_preview_box_parent_class)->dispose (object);
}

static void
rcp_actor_preview_box_class_init (RcpActorPreviewBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_actor_preview_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "actorpreview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_actor_preview_box_init (RcpActorPreviewBox *self)
{
  self->words = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0,
                              NULL);
  gtk_widget_add_css_class (self->words, "rcp-dim");
  gtk_widget_set_valign (self->words, GTK_ALIGN_START);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name = new_label (NULL);
  self->counts = new_label ("rcp-caption");
  gtk_widget_add_css_class (self->counts, "rcp-dim");
  gtk_widget_add_css_class (self->counts, "rcp-numbers");
  self->names_title = new_label ("rcp-subheading");
  gtk_label_set_text (GTK_LABEL (self->names_title), _("Names that move"));
  self->names = rcp_wrap_box_new (6);
  self->warnings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->warnings, "warnings");
  gtk_box_append (GTK_BOX (self->content), self->name);
  gtk_box_append (GTK_BOX (self->content), self->counts);
  gtk_box_append (GTK_BOX (self->content), self->names_title);
  gtk_box_append (GTK_BOX (self->content), self->names);
  gtk_box_append (GTK_BOX (self->content), self->warnings);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/**
 * rcp_actor_preview_box_new:
 * @kind: the correction it speaks of
 *
 * Returns: (transfer floating): an empty box.
 */
GtkWidget *
rcp_actor_preview_box_new (RcpCorrectionKind kind)
{
  RcpActorPreviewBox *self = g_object_new (RCP_TYPE_ACTOR_PREVIEW_BOX, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

/** rcp_actor_preview_box_set: @preview: what to show. */
void
rcp_actor_preview_box_set (RcpActorPreviewBox *self, RcpActorPreview *preview)
{
  g_autofree char *name = NULL, *counts = NULL, *spoken = NULL;

  g_return_if_fail (RCP_IS_ACTOR_PREVIEW_BOX (self));
  g_return_if_fail (RCP_IS_ACTOR_PREVIEW (preview));

  name = name_markup (self, rcp_actor_preview_get_name (preview));
  counts = count_words (preview);
  gtk_label_set_markup (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  show_names (self, rcp_actor_preview_get_aliases (preview));
  show_warnings (self, rcp_actor_preview_get_warnings (preview));
  spoken = g_strdup_printf ("%s. %s", gtk_label_get_text (GTK_LABEL (self->name)), counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (self->words, FALSE);
  gtk_widget_set_visible (self->content, TRUE);
}

/** rcp_actor_preview_box_set_words: @words: what to say instead of a preview. */
void
rcp_actor_preview_box_set_words (RcpActorPreviewBox *self, const char *words)
{
  g_return_if_fail (RCP_IS_ACTOR_PREVIEW_BOX (self));

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_visible (self->words, TRUE);
}
