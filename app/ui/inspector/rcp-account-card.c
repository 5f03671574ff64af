#include "config.h"

#include "rcp-account-card.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-event-labels.h"
#include "rcp-marked-text.h"
#include "rcp-outlet-line.h"
#include "rcp-voice-words.h"

#define COMPACT_WIDTH_PX 272
#define COMPACT_LINES 3

struct _RcpAccountCard
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *overlay;
  GtkWidget *button;
  GtkWidget *head;
  GtkWidget *text;

  /* owned */
  RcpAccount *account;
};

G_DEFINE_FINAL_TYPE (RcpAccountCard, rcp_account_card, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_shared_words (RcpAccountCard *self)
{
  GBytes *shared = rcp_account_get_shared (self->account);

  return shared != NULL && g_bytes_get_size (shared) >= sizeof (RcpRange);
}

static void
clicked_cb (RcpAccountCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
pointed_cb (RcpAccountCard *self)
{
  if (has_shared_words (self))
    g_signal_emit (self, signals[SIGNAL_POINTED], 0, TRUE);
}

static void
left_cb (RcpAccountCard *self)
{
  if (has_shared_words (self))
    g_signal_emit (self, signals[SIGNAL_POINTED], 0, FALSE);
}

/* The grades that the user gave, as they are written: the outlet's letter, the account's number. */
static void
add_grades (RcpAccountCard *self, GtkBox *head)
{
  guint reliability = rcp_account_get_reliability (self->account), credibility = rcp_account_get_credibility (self->account);
  const char letter[] = { (char) reliability, '\0' }, digit[] = { credibility ? (char) ('0' + credibility) : '\0', '\0' };
  g_autofree char *sign = g_strconcat (letter, digit, NULL);
  g_autofree char *meaning = NULL;
  GtkWidget *badge;

  if (reliability == 0 && credibility == 0)
    return;
  /* Translators: the grade of an outlet, then that of its account, in words */
  meaning = g_strdup_printf (_("Outlet: %1$s. Account: %2$s."), rcp_event_label_reliability (reliability),
                             rcp_event_label_credibility (credibility));
  badge = rcp_badge_new (RCP_BADGE_USER, sign);
  gtk_widget_set_tooltip_text (badge, meaning);
  gtk_box_append (head, badge);
}

static void
add_sign (GtkWidget *head, const char *words, gboolean compact)
{
  GtkWidget *icon;

  if (!compact)
    {
      gtk_box_append (GTK_BOX (head), rcp_badge_new (RCP_BADGE_SHARED, words));
      return;
    }
  icon = gtk_image_new_from_icon_name ("rcp-shared-symbolic");
  gtk_widget_set_tooltip_text (icon, words);
  gtk_box_append (GTK_BOX (head), icon);
}

static void
add_head (RcpAccountCard *self, GtkBox *box, gboolean compact)
{
  GtkWidget *head = rcp_outlet_line_new (rcp_account_get_outlet (self->account), rcp_account_get_published (self->account));

  if (rcp_account_get_copy_of (self->account) != 0)
    add_sign (head, _("shared wording"), compact);
  else if (rcp_account_get_unmarked (self->account))
    /* Translators: of words that stand here without quotation marks and that another article quotes */
    add_sign (head, _("quoted elsewhere"), compact);
  add_grades (self, GTK_BOX (head));
  self->head = head;
  gtk_box_append (box, head);
}

static void
add_sentence (RcpAccountCard *self, GtkBox *box, gboolean compact)
{
  GBytes *shared = rcp_account_get_shared (self->account);
  guint start = rcp_account_get_start (self->account);
  gsize size = 0;
  const RcpRange *ranges = shared ? g_bytes_get_data (shared, &size) : NULL;
  guint n_ranges = size / sizeof *ranges, n_marks = 0;
  g_autofree RcpRange *marks = g_new (RcpRange, n_ranges + 1);

  /* The ranges count from the beginning of the article. */
  for (guint i = 0; i < n_ranges; i++)
    if (ranges[i].end > start)
      marks[n_marks++] = (RcpRange){ MAX (ranges[i].start, start) - start, ranges[i].end - start };
  self->text = rcp_marked_text_new ();
  rcp_marked_text_set (RCP_MARKED_TEXT (self->text),
                       rcp_account_get_sentence (self->account) ? rcp_account_get_sentence (self->account) : "", marks,
                       n_marks);
  if (compact)
    rcp_marked_text_set_lines (RCP_MARKED_TEXT (self->text), COMPACT_LINES);
  gtk_widget_add_css_class (self->text, "sentence");
  gtk_box_append (box, self->text);
}

static void
add_attribution (RcpAccountCard *self, GtkBox *box)
{
  g_autofree char *source = rcp_voice_words_full (self->account);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("rcp-quote-symbolic");
  /* Translators: of an account that says nowhere whom it has its news from */
  GtkWidget *words = gtk_label_new (source ? source : _("no attribution"));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_tooltip_text (words, source);
  gtk_widget_add_css_class (line, "rcp-caption");
  gtk_widget_add_css_class (line, "rcp-dim");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (box, line);
}

static void
rcp_account_card_dispose (GObject *object)
{
  RcpAccountCard *self = RCP_ACCOUNT_CARD (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  self->button = NULL;
  self->head = NULL;
  self->text = NULL;
  g_clear_object (&self->account);

  G_OBJECT_CLASS (rcp_account_card_parent_class)->dispose (object);
}

static void
rcp_account_card_class_init (RcpAccountCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_account_card_dispose;

  signals[SIGNAL_ACTIVATE]
    = g_signal_new ("activate", RCP_TYPE_ACCOUNT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", RCP_TYPE_ACCOUNT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "accountcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
rcp_account_card_init (RcpAccountCard *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "rcp-card");
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->button);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->button, motion);
  gtk_widget_add_controller (self->button, focus);
}

/**
 * rcp_account_card_new:
 * @account: the account
 * @compact: of a fixed width, with few lines
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
rcp_account_card_new (RcpAccount *account, gboolean compact)
{
  RcpAccountCard *self = g_object_new (RCP_TYPE_ACCOUNT_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *outlet = rcp_account_get_outlet (account);
  g_autofree char *spoken = NULL, *source = rcp_voice_words_full (account);

  self->account = g_object_ref (account);
  add_head (self, GTK_BOX (box), compact);
  add_sentence (self, GTK_BOX (box), compact);
  add_attribution (self, GTK_BOX (box));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  if (compact)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self), COMPACT_WIDTH_PX, -1);
      gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
    }
  spoken = g_strdup_printf ("%s. %s. %s", outlet ? outlet : _("Unnamed outlet"),
                            rcp_account_get_sentence (account) ? rcp_account_get_sentence (account) : "",
                            source ? source : _("no attribution"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (self->button, rcp_account_get_article_title (account));
  return GTK_WIDGET (self);
}

/** rcp_account_card_get_account: Returns: (transfer none): its account. */
RcpAccount *
rcp_account_card_get_account (RcpAccountCard *self)
{
  g_return_val_if_fail (RCP_IS_ACCOUNT_CARD (self), NULL);

  return self->account;
}

/** rcp_account_card_set_menu: @menu: what can be corrected of the account, behind a button at the corner. */
void
rcp_account_card_set_menu (RcpAccountCard *self, GMenuModel *menu)
{
  GtkWidget *button;

  g_return_if_fail (RCP_IS_ACCOUNT_CARD (self));

  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Account menu"));
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_widget_add_css_class (button, "image-button");
  gtk_widget_add_css_class (button, "rcp-card-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Account menu"), -1);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), button);
  /* The line below it makes room. */
  gtk_widget_set_margin_end (self->head, 26);
}

/** rcp_account_card_set_active: @active: whether the shared words stand out. */
void
rcp_account_card_set_active (RcpAccountCard *self, gboolean active)
{
  g_return_if_fail (RCP_IS_ACCOUNT_CARD (self));

  if (self->text != NULL)
    rcp_marked_text_set_active (RCP_MARKED_TEXT (self->text), active);
}
