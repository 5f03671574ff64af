#include "config.h"

#include "rcp-actor-passages.h"

#include <glib/gi18n.h>

#include "rcp-outlet-line.h"

/* Two to three screens of cards; the next page is made when the last card comes into sight. */
#define PAGE 20
#define COMPACT_WIDTH_PX 272
#define COMPACT_LINES 4
#define MENU_PX 20 /* what the menu covers of the first line */

struct _RcpActorPassages
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *left_out; /* earlier than the first card */
  GtkWidget *cards;
  GtkWidget *more;

  /* owned */
  RcpActorCard *card;

  /* plain */
  GtkOrientation orientation;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (RcpActorPassages, rcp_actor_passages, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (RcpActorPassages *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, g_object_get_data (G_OBJECT (button), "passage"));
}

/* The sentence with the mention in bold. */
static char *
sentence_markup (RcpActorPassage *passage)
{
  const char *sentence = rcp_actor_passage_get_sentence (passage);
  guint length = g_utf8_strlen (sentence, -1);
  guint start = MIN (rcp_actor_passage_get_mark_start (passage), length);
  guint end = CLAMP (rcp_actor_passage_get_mark_end (passage), start, length);
  const char *from = g_utf8_offset_to_pointer (sentence, start), *to = g_utf8_offset_to_pointer (from, end - start);
  g_autofree char *before = g_markup_escape_text (sentence, from - sentence);
  g_autofree char *mark = g_markup_escape_text (from, to - from);
  g_autofree char *after = g_markup_escape_text (to, -1);

  return g_strdup_printf ("%s<b>%s</b>%s", before, mark, after);
}

/* What can be done with one sentence, over the end of the card's first line. */
static GtkWidget *
make_menu (RcpActorPassages *self, RcpActorPassage *passage)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("In this article it is _somebody else…"), NULL);

  g_menu_item_set_action_and_target (item, "actor.split-article", "(xx)",
                                     rcp_actor_get_id (rcp_actor_card_get_actor (self->card)),
                                     rcp_actor_passage_get_article_id (passage));
  g_menu_append_item (menu, item);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Sentence menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sentence menu"), -1);
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_widget_add_css_class (button, "image-button");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 5);
  gtk_widget_set_margin_end (button, 5);
  return button;
}

static GtkWidget *
make_card (RcpActorPassages *self, RcpActorPassage *passage)
{
  const char *outlet = rcp_actor_passage_get_outlet (passage);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *sentence = gtk_label_new (NULL);
  GtkWidget *overlay = gtk_overlay_new (), *head = rcp_outlet_line_new (outlet, rcp_actor_passage_get_published (passage));
  g_autofree char *markup = sentence_markup (passage), *spoken = NULL;

  gtk_widget_set_margin_end (head, MENU_PX);
  gtk_box_append (GTK_BOX (box), head);
  gtk_label_set_markup (GTK_LABEL (sentence), markup);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_add_css_class (sentence, "sentence");
  gtk_box_append (GTK_BOX (box), sentence);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "rcp-card");
  gtk_widget_add_css_class (button, "rcp-passage");
  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_label_set_lines (GTK_LABEL (sentence), COMPACT_LINES);
      gtk_label_set_ellipsize (GTK_LABEL (sentence), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (sentence), 1);
      gtk_widget_set_size_request (button, COMPACT_WIDTH_PX, -1);
      gtk_widget_set_valign (overlay, GTK_ALIGN_START);
    }
  spoken = g_strdup_printf ("%s. %s", outlet ? outlet : _("Unnamed outlet"), rcp_actor_passage_get_sentence (passage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (button, _("Open the article at this sentence"));
  g_object_set_data_full (G_OBJECT (button), "passage", g_object_ref (passage), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), button);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_menu (self, passage));
  return overlay;
}

static void
show_until (RcpActorPassages *self, guint n_wanted)
{
  GListModel *passages = rcp_actor_card_get_passages (self->card);
  guint n = g_list_model_get_n_items (passages);

  for (; self->n_shown < MIN (n, n_wanted); self->n_shown++)
    {
      g_autoptr (RcpActorPassage) passage = g_list_model_get_item (passages, self->n_shown);

      gtk_box_append (GTK_BOX (self->cards), make_card (self, passage));
    }
  gtk_widget_set_visible (self->more, self->n_shown < n);
  if (self->n_shown < n)
    {
      guint n_more = n - self->n_shown;
      g_autofree char *label
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", n_more), n_more);

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
}

static void
rcp_actor_passages_dispose (GObject *object)
{
  g_clear_object (&RCP_ACTOR_PASSAGES (object)->card);

  G_OBJECT_CLASS (rcp_actor_passages_parent_class)->dispose (object);
}

static void
rcp_actor_passages_class_init (RcpActorPassagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_actor_passages_dispose;

  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", RCP_TYPE_ACTOR_PASSAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, RCP_TYPE_ACTOR_PASSAGE);
}

static void
rcp_actor_passages_init (RcpActorPassages *self)
{
}

/** rcp_actor_passages_new: @orientation: below each other, or beside. Returns: (transfer floating): no passages. */
GtkWidget *
rcp_actor_passages_new (GtkOrientation orientation)
{
  RcpActorPassages *self = g_object_new (RCP_TYPE_ACTOR_PASSAGES, NULL);
  GtkWidget *box = gtk_box_new (orientation, 8);

  self->orientation = orientation;
  self->cards = g_object_new (GTK_TYPE_BOX, "orientation", orientation, "spacing", 8, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Sentences that name the actor"), -1);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "rcp-small");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (rcp_actor_passages_show_more), self, G_CONNECT_SWAPPED);
  self->left_out = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->left_out), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->left_out), 0);
  gtk_widget_add_css_class (self->left_out, "rcp-caption");
  gtk_widget_add_css_class (self->left_out, "rcp-dim");
  gtk_box_append (GTK_BOX (box), self->left_out);
  gtk_box_append (GTK_BOX (box), self->cards);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/** rcp_actor_passages_set: @card: whose sentences to show; as many as before where it is the same actor. */
void
rcp_actor_passages_set (RcpActorPassages *self, RcpActorCard *card)
{
  gboolean same;
  guint n_wanted, n_left_out;
  g_autofree char *words = NULL;
  GtkWidget *child;

  g_return_if_fail (RCP_IS_ACTOR_PASSAGES (self));
  g_return_if_fail (RCP_IS_ACTOR_CARD (card));

  same = self->card != NULL
         && rcp_actor_get_id (rcp_actor_card_get_actor (self->card)) == rcp_actor_get_id (rcp_actor_card_get_actor (card));
  n_wanted = same ? MAX (self->n_shown, PAGE) : PAGE;
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  self->n_shown = 0;
  g_set_object (&self->card, card);
  n_left_out = rcp_actor_card_get_n_more (card);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u mention in earlier articles is not shown",
                                        "%u mentions in earlier articles are not shown", n_left_out),
                           n_left_out);
  gtk_label_set_text (GTK_LABEL (self->left_out), words);
  gtk_widget_set_visible (self->left_out, n_left_out > 0);
  show_until (self, n_wanted);
}

/** rcp_actor_passages_show_more: makes the cards of the next page. */
void
rcp_actor_passages_show_more (RcpActorPassages *self)
{
  g_return_if_fail (RCP_IS_ACTOR_PASSAGES (self));

  if (self->card != NULL)
    show_until (self, self->n_shown + PAGE);
}
