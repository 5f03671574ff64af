#include "config.h"

#include "rcp-actor-graph.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-avatar.h"
#include "rcp-colours.h"

/* A node is an avatar over a name of about twelve letters. Of eight around the middle, the one at the top and the next
 * stand side by side where the next is a node away: cos 45° · (width − node) / 2 ≥ node, so node ≤ width / 3.83. */
#define NODE_WIDTH_PX 84
#define NODE_SHARE (1 / 3.85)
#define NODE_AVATAR_PX 32
#define MIDDLE_AVATAR_PX 44
#define HEIGHT_PX 232
#define MIN_LINE_PX 1.5f
#define MAX_LINE_PX 7.0f

struct _RcpActorGraph
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *middle;
  GtkWidget *nodes[RCP_ACTOR_GRAPH_MAX];

  /* plain */
  guint n_nodes;
  guint n_accounts[RCP_ACTOR_GRAPH_MAX];         /* with the middle */
  guint ties[RCP_ACTOR_GRAPH_MAX][RCP_ACTOR_GRAPH_MAX]; /* accounts, both ways */
  graphene_point_t centre;
  graphene_point_t points[RCP_ACTOR_GRAPH_MAX]; /* of the avatars */
};

G_DEFINE_FINAL_TYPE (RcpActorGraph, rcp_actor_graph, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (RcpActorGraph *self, GtkWidget *node)
{
  gint64 *id = g_object_get_data (G_OBJECT (node), "actor-id");

  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, *id);
}

/* There is room for one word of a person's name: the last says most. The whole name is in the tooltip and in the list. */
static const char *
short_name (RcpActor *actor)
{
  const char *name = rcp_actor_get_name (actor), *space = strrchr (name, ' ');

  return rcp_actor_get_kind (actor) == RCP_ACTOR_PERSON && space != NULL ? space + 1 : name;
}

static GtkWidget *
make_node (RcpActorGraph *self, RcpActorCompanion *companion)
{
  RcpActor *actor = rcp_actor_companion_get_actor (companion);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (short_name (actor));
  guint n_accounts = rcp_actor_companion_get_n_accounts (companion);
  guint n_articles = rcp_actor_companion_get_n_articles (companion);
  gint64 id = rcp_actor_get_id (actor);
  g_autofree char *accounts
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u account together", "%u accounts together", n_accounts), n_accounts);
  g_autofree char *articles
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u article", "in %u articles", n_articles), n_articles);
  g_autofree char *words = g_strdup_printf ("%s: %s, %s", rcp_actor_get_name (actor), accounts, articles);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 12);
  gtk_box_append (GTK_BOX (box), rcp_avatar_new_for_actor (actor, NODE_AVATAR_PX));
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "node");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "actor-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
rcp_actor_graph_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  RcpActorGraph *self = RCP_ACTOR_GRAPH (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * NODE_WIDTH_PX : HEIGHT_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 * NODE_WIDTH_PX : HEIGHT_PX;
  /* Names grow with the text: so does the room above and below the middle. */
  for (guint i = 0; orientation == GTK_ORIENTATION_VERTICAL && i < self->n_nodes; i++)
    {
      int height;

      gtk_widget_measure (self->nodes[i], orientation, NODE_WIDTH_PX, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, 4 * height);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = *minimum;
}

static void
rcp_actor_graph_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpActorGraph *self = RCP_ACTOR_GRAPH (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int size;

  self->centre = GRAPHENE_POINT_INIT (width / 2.0f, height / 2.0f);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      /* The first at the top, then clockwise; the other way round where one reads the other way round. */
      double angle = 2 * G_PI * i / self->n_nodes - G_PI / 2;
      int minimum, node_width, node_height;
      double x, y;

      gtk_widget_measure (self->nodes[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      node_width = MAX (minimum, MIN (NODE_WIDTH_PX, (int) (width * NODE_SHARE)));
      gtk_widget_measure (self->nodes[i], GTK_ORIENTATION_VERTICAL, node_width, &node_height, NULL, NULL, NULL);
      x = width / 2.0 + (rtl ? -1 : 1) * cos (angle) * (width - node_width) / 2.0;
      y = height / 2.0 + sin (angle) * (height - node_height) / 2.0;
      gtk_widget_size_allocate (self->nodes[i],
                                &(GtkAllocation){ (int) (x - node_width / 2.0), (int) (y - node_height / 2.0), node_width,
                                                  node_height },
                                -1);
      self->points[i] = GRAPHENE_POINT_INIT ((float) x, (float) (y - node_height / 2.0 + 4 + NODE_AVATAR_PX / 2.0));
    }
  if (self->middle == NULL)
    return;
  gtk_widget_measure (self->middle, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
  gtk_widget_size_allocate (self->middle, &(GtkAllocation){ (width - size) / 2, (height - size) / 2, size, size }, -1);
}

static void
set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
stroke (cairo_t *cr, const graphene_point_t *from, const graphene_point_t *to, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  cairo_stroke (cr);
}

static void
rcp_actor_graph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpActorGraph *self = RCP_ACTOR_GRAPH (widget);
  const double dots[] = { 1, 4 };
  guint most = 1, most_tie = 1;
  GdkRGBA line, tie;
  cairo_t *cr;

  rcp_colours_look_up (widget, "rcp_accent_fill", &line);
  rcp_colours_look_up (widget, "rcp_bar_soft", &tie);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      most = MAX (most, self->n_accounts[i]);
      for (guint j = 0; j < i; j++)
        most_tie = MAX (most_tie, self->ties[i][j]);
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_colour (cr, &tie, 1);
  for (guint i = 0; i < self->n_nodes; i++)
    for (guint j = 0; j < i; j++)
      if (self->ties[i][j] > 0)
        stroke (cr, &self->points[i], &self->points[j], 0.75 + 2.25 * (self->ties[i][j] - 1) / most_tie);
  set_colour (cr, &line, 0.8);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      cairo_set_dash (cr, dots, self->n_accounts[i] == 0 ? G_N_ELEMENTS (dots) : 0, 0);
      /* The area of a line, not its edge, says how many there are: so its width follows their number. */
      stroke (cr, &self->centre, &self->points[i],
              MIN_LINE_PX + (MAX_LINE_PX - MIN_LINE_PX) * MAX (self->n_accounts[i], 1) / most);
    }
  cairo_destroy (cr);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
clear (RcpActorGraph *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    g_clear_pointer (&self->nodes[i], gtk_widget_unparent);
  g_clear_pointer (&self->middle, gtk_widget_unparent);
  self->n_nodes = 0;
}

static void
rcp_actor_graph_dispose (GObject *object)
{
  clear (RCP_ACTOR_GRAPH (object));

  G_OBJECT_CLASS (rcp_actor_graph_parent_class)->dispose (object);
}

static void
rcp_actor_graph_class_init (RcpActorGraphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_actor_graph_dispose;
  widget_class->measure = rcp_actor_graph_measure;
  widget_class->size_allocate = rcp_actor_graph_size_allocate;
  widget_class->snapshot = rcp_actor_graph_snapshot;
  gtk_widget_class_set_css_name (widget_class, "actorgraph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", RCP_TYPE_ACTOR_GRAPH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
rcp_actor_graph_init (RcpActorGraph *self)
{
}

/** rcp_actor_graph_new: Returns: (transfer floating): a graph of nobody. */
GtkWidget *
rcp_actor_graph_new (void)
{
  return g_object_new (RCP_TYPE_ACTOR_GRAPH, NULL);
}

/**
 * rcp_actor_graph_order:
 * @ties: (array length=n_ties): how often two companions share an account
 * @n_companions: how many companions there are
 * @order: (out) (array length=RCP_ACTOR_GRAPH_MAX): their indices around the circle
 *
 * Puts next to each other those with the strongest ties, so that few lines cross the middle: from the first companion on,
 * always the one most tied to the one before (nearest-neighbour chain), the lowest index where several are. Those beyond
 * %RCP_ACTOR_GRAPH_MAX are left out, the last first.
 *
 * Returns: how many there are in @order.
 */
guint
rcp_actor_graph_order (const RcpActorTie *ties, guint n_ties, guint n_companions, guint *order)
{
  guint n = MIN (n_companions, RCP_ACTOR_GRAPH_MAX);
  guint table[RCP_ACTOR_GRAPH_MAX][RCP_ACTOR_GRAPH_MAX] = { 0 };
  gboolean taken[RCP_ACTOR_GRAPH_MAX] = { FALSE };

  for (guint i = 0; i < n_ties; i++)
    if (ties[i].a < n && ties[i].b < n)
      table[ties[i].a][ties[i].b] = table[ties[i].b][ties[i].a] = ties[i].n;
  for (guint at = 0; at < n; at++)
    {
      guint best = n;

      for (guint i = 0; i < n; i++)
        if (!taken[i]
            && (best == n || (at > 0 && table[order[at - 1]][i] > table[order[at - 1]][best])))
          best = i;
      taken[best] = TRUE;
      order[at] = best;
    }
  return n;
}

/** rcp_actor_graph_set: @card: whose companions to show. */
void
rcp_actor_graph_set (RcpActorGraph *self, RcpActorCard *card)
{
  GListModel *companions;
  GArray *ties;
  guint order[RCP_ACTOR_GRAPH_MAX], place[RCP_ACTOR_GRAPH_MAX], n;
  g_autofree char *words = NULL;

  g_return_if_fail (RCP_IS_ACTOR_GRAPH (self));
  g_return_if_fail (RCP_IS_ACTOR_CARD (card));

  clear (self);
  memset (self->ties, 0, sizeof self->ties);
  companions = rcp_actor_card_get_companions (card);
  ties = rcp_actor_card_get_ties (card);
  n = rcp_actor_graph_order ((const RcpActorTie *) (gpointer) (ties ? ties->data : NULL), ties ? ties->len : 0,
                             g_list_model_get_n_items (companions), order);
  self->middle = rcp_avatar_new_for_actor (rcp_actor_card_get_actor (card), MIDDLE_AVATAR_PX);
  gtk_widget_set_parent (self->middle, GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpActorCompanion) companion = g_list_model_get_item (companions, order[i]);

      place[order[i]] = i;
      self->n_accounts[i] = rcp_actor_companion_get_n_accounts (companion);
      self->nodes[i] = make_node (self, companion);
      gtk_widget_set_parent (self->nodes[i], GTK_WIDGET (self));
    }
  self->n_nodes = n;
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const RcpActorTie *tie = &g_array_index (ties, RcpActorTie, i);

      if (tie->a < n && tie->b < n)
        self->ties[place[tie->a]][place[tie->b]] = self->ties[place[tie->b]][place[tie->a]] = tie->n;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor who appears with %s", "%u actors who appear with %s", n),
                           n, rcp_actor_get_name (rcp_actor_card_get_actor (card)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
