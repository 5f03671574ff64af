#include "config.h"

#include "rcp-actor-names.h"

#include <glib/gi18n.h>

#include "rcp-actor-labels.h"
#include "rcp-popover-box.h"
#include "rcp-wrap-box.h"

/* More chips than this are shown when asked for: a card is for seeing who somebody is. */
#define MAX_CHIPS 10
#define POPOVER_PX 280

struct _RcpActorNames
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *chips;
  GtkWidget *more;

  /* owned */
  RcpActorCard *card;

  /* plain */
  gint64 actor_id;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (RcpActorNames, rcp_actor_names, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN_ARTICLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static RcpActorAlias *
get_alias (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "alias");
}

static void
close_popover_of (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
copy_cb (RcpActorNames *self, GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), rcp_actor_alias_get_text (get_alias (button)));
  close_popover_of (button);
}

static void
open_cb (RcpActorNames *self, GtkWidget *button)
{
  gint64 article_id = rcp_actor_alias_get_first_article_id (get_alias (button));

  close_popover_of (button);
  g_signal_emit (self, signals[SIGNAL_OPEN_ARTICLE], 0, article_id);
}

static void
split_cb (RcpActorNames *self, GtkWidget *button)
{
  g_autofree char *text = g_strdup (rcp_actor_alias_get_text (get_alias (button)));

  close_popover_of (button);
  gtk_widget_activate_action (GTK_WIDGET (self), "actor.split-alias", "(xs)", self->actor_id, text);
}

static void
append_button (RcpActorNames *self, GtkWidget *box, RcpActorAlias *alias, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "rcp-small");
  g_object_set_data_full (G_OBJECT (button), "alias", g_object_ref (alias), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Made when the chip is first pressed: a card may have many. */
static void
make_popover_cb (GtkMenuButton *chip, gpointer user_data)
{
  RcpActorNames *self = user_data;
  RcpActorAlias *alias = get_alias (GTK_WIDGET (chip));
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *counts
    = rcp_actor_labels_counts (rcp_actor_alias_get_n_mentions (alias), rcp_actor_alias_get_n_articles (alias));

  append_label (box, rcp_actor_alias_get_text (alias), "rcp-bold");
  append_label (box, counts, "rcp-caption");
  if (rcp_actor_alias_get_words (alias) != NULL)
    append_label (box, rcp_actor_alias_get_words (alias), "rcp-dim");
  append_button (self, box, alias, _("_Copy"), G_CALLBACK (copy_cb));
  if (rcp_actor_alias_get_first_article_id (alias) != 0)
    append_button (self, box, alias, _("_Open the article it is from"), G_CALLBACK (open_cb));
  /* Without the name it is shown by there would be nobody left to take it from. */
  if (g_strcmp0 (rcp_actor_alias_get_text (alias), rcp_actor_get_name (rcp_actor_card_get_actor (self->card))) != 0)
    append_button (self, box, alias, _("_Not this actor…"), G_CALLBACK (split_cb));
  gtk_widget_add_css_class (popover, "rcp-name-popover");
  rcp_popover_box_set (GTK_POPOVER (popover), box, POPOVER_PX);
  gtk_menu_button_set_popover (chip, popover);
}

static GtkWidget *
make_chip (RcpActorNames *self, RcpActorAlias *alias)
{
  GtkWidget *chip = gtk_menu_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (rcp_actor_alias_get_text (alias)), *count;
  guint n = rcp_actor_alias_get_n_mentions (alias);
  g_autofree char *number = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  g_autofree char *counts
    = rcp_actor_labels_counts (rcp_actor_alias_get_n_mentions (alias), rcp_actor_alias_get_n_articles (alias));
  g_autofree char *spoken = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 34);
  count = gtk_label_new (number);
  gtk_widget_add_css_class (count, "rcp-dim");
  gtk_widget_add_css_class (count, "rcp-numbers");
  gtk_widget_set_visible (count, n > 0);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), count);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "rcp-name");
  if (rcp_actor_alias_get_is_role (alias))
    gtk_widget_add_css_class (chip, "role");
  if (n == 0)
    gtk_widget_add_css_class (chip, "unused");
  gtk_widget_set_tooltip_text (chip, rcp_actor_alias_get_words (alias));
  spoken = g_strdup_printf ("%s. %s. %s", rcp_actor_alias_get_text (alias), counts,
                            rcp_actor_alias_get_words (alias) ? rcp_actor_alias_get_words (alias) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (chip), "alias", g_object_ref (alias), g_object_unref);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chip), make_popover_cb, self, NULL);
  return chip;
}

/* How many names there are that the articles use; they come first. */
static guint
count_used (GListModel *aliases)
{
  guint n = g_list_model_get_n_items (aliases), n_used;

  for (n_used = 0; n_used < n; n_used++)
    {
      g_autoptr (RcpActorAlias) alias = g_list_model_get_item (aliases, n_used);

      if (rcp_actor_alias_get_n_mentions (alias) == 0)
        break;
    }
  return n_used;
}

static void
fill (RcpActorNames *self)
{
  GListModel *aliases = rcp_actor_card_get_aliases (self->card);
  guint n = g_list_model_get_n_items (aliases), n_used = count_used (aliases);
  guint n_shown = self->all ? n : MIN (n_used > 0 ? n_used : n, MAX_CHIPS);

  rcp_wrap_box_clear (RCP_WRAP_BOX (self->chips));
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (RcpActorAlias) alias = g_list_model_get_item (aliases, i);

      rcp_wrap_box_append (RCP_WRAP_BOX (self->chips), make_chip (self, alias));
    }
  gtk_widget_set_visible (self->more, n_shown < n);
  if (n_shown < n)
    {
      guint n_more = n - n_shown;
      g_autofree char *label
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n_more), n_more);

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
}

static void
more_cb (RcpActorNames *self)
{
  self->all = TRUE;
  fill (self);
}

static void
rcp_actor_names_dispose (GObject *object)
{
  g_clear_object (&RCP_ACTOR_NAMES (object)->card);

  G_OBJECT_CLASS (rcp_actor_names_parent_class)->dispose (object);
}

static void
rcp_actor_names_class_init (RcpActorNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_actor_names_dispose;

  signals[SIGNAL_OPEN_ARTICLE] = g_signal_new ("open-article", RCP_TYPE_ACTOR_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
rcp_actor_names_init (RcpActorNames *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->chips = rcp_wrap_box_new (6);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "rcp-link");
  gtk_widget_add_css_class (self->more, "rcp-caption");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** rcp_actor_names_new: Returns: (transfer floating): no names. */
GtkWidget *
rcp_actor_names_new (void)
{
  return g_object_new (RCP_TYPE_ACTOR_NAMES, NULL);
}

/** rcp_actor_names_set: @card: whose names to show. */
void
rcp_actor_names_set (RcpActorNames *self, RcpActorCard *card)
{
  gint64 id;

  g_return_if_fail (RCP_IS_ACTOR_NAMES (self));
  g_return_if_fail (RCP_IS_ACTOR_CARD (card));

  id = rcp_actor_get_id (rcp_actor_card_get_actor (card));
  self->all &= self->actor_id == id;
  self->actor_id = id;
  g_set_object (&self->card, card);
  fill (self);
}
