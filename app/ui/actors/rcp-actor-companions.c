#include "config.h"

#include "rcp-actor-companions.h"

#include <glib/gi18n.h>

#include "rcp-actor-graph.h"
#include "rcp-avatar.h"

struct _RcpActorCompanions
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *graph; /* (nullable) */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (RcpActorCompanions, rcp_actor_companions, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (RcpActorCompanions *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "actor-id");

  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, *id);
}

static void
node_cb (RcpActorCompanions *self, gint64 actor_id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, actor_id);
}

/* A line of the list: who, and how many articles and accounts both stand in. */
static GtkWidget *
make_line (RcpActorCompanions *self, RcpActorCompanion *companion)
{
  RcpActor *actor = rcp_actor_companion_get_actor (companion);
  guint n_articles = rcp_actor_companion_get_n_articles (companion), n_accounts = rcp_actor_companion_get_n_accounts (companion);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (rcp_actor_get_name (actor)), *counts;
  gint64 id = rcp_actor_get_id (actor);
  g_autofree char *articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  g_autofree char *accounts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u account", "%u accounts", n_accounts), n_accounts);
  g_autofree char *words = g_strdup_printf ("%s · %s", accounts, articles);
  g_autofree char *spoken = g_strdup_printf ("%s. %s, %s", rcp_actor_get_name (actor), accounts, articles);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  counts = gtk_label_new (words);
  gtk_widget_add_css_class (counts, "rcp-caption");
  gtk_widget_add_css_class (counts, "rcp-dim");
  gtk_widget_add_css_class (counts, "rcp-numbers");
  gtk_box_append (GTK_BOX (box), rcp_avatar_new_for_actor (actor, 24));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), counts);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rcp-companion");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "actor-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
rcp_actor_companions_class_init (RcpActorCompanionsClass *klass)
{
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", RCP_TYPE_ACTOR_COMPANIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
rcp_actor_companions_init (RcpActorCompanions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** rcp_actor_companions_new: @with_graph: whether there is room for it. Returns: (transfer floating): nobody. */
GtkWidget *
rcp_actor_companions_new (gboolean with_graph)
{
  RcpActorCompanions *self = g_object_new (RCP_TYPE_ACTOR_COMPANIONS, NULL);

  if (with_graph)
    {
      self->graph = rcp_actor_graph_new ();
      g_signal_connect_object (self->graph, "activate", G_CALLBACK (node_cb), self, G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->graph);
    }
  return GTK_WIDGET (self);
}

/** rcp_actor_companions_set: @card: whose companions to show. */
void
rcp_actor_companions_set (RcpActorCompanions *self, RcpActorCard *card)
{
  GListModel *companions;
  GtkWidget *child;
  guint n;

  g_return_if_fail (RCP_IS_ACTOR_COMPANIONS (self));
  g_return_if_fail (RCP_IS_ACTOR_CARD (card));

  companions = rcp_actor_card_get_companions (card);
  n = g_list_model_get_n_items (companions);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < MIN (n, RCP_ACTOR_GRAPH_MAX); i++)
    {
      g_autoptr (RcpActorCompanion) companion = g_list_model_get_item (companions, i);

      gtk_box_append (GTK_BOX (self->list), make_line (self, companion));
    }
  if (self->graph != NULL)
    rcp_actor_graph_set (RCP_ACTOR_GRAPH (self->graph), card);
}
