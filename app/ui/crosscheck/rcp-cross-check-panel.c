#include "config.h"

#include "rcp-cross-check-panel.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-cross-check-cell.h"
#include "rcp-cross-check-words.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-family.h"
#include "rcp-marked-text.h"
#include "rcp-voice-words.h"

/* More cards than this say nothing new at a glance; the article has the rest. */
#define MAX_CARDS 6

struct _RcpCrossCheckPanel
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpCrossTable *table;
  RcpCrossRow *row;
  GCancellable *cancellable;
  RcpEventWords *event_words; /* (nullable): once they were asked for */

  /* children */
  GtkWidget *revealer;
  GtkWidget *head;
  GtkWidget *stack; /* cards, words */
  GtkWidget *cards_scroller;
  GtkWidget *cards;
  GtkWidget *words;
  GtkWidget *words_toggle;
  GtkWidget *open;

  /* plain */
  guint outlet;
  gint64 article_id; /* of the chosen cell's account */
  guint start;
  guint end;
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckPanel, rcp_cross_check_panel, ADW_TYPE_BIN)

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

static RcpOutlet *
chosen_outlet (RcpCrossCheckPanel *self)
{
  return g_list_model_get_item (rcp_cross_table_get_outlets (self->table), self->outlet);
}

/* Head: family, event, outlet, and in a few words what is particular about the cell. */

static const char *
cell_remark (const RcpCrossCell *cell)
{
  switch (cell->state)
    {
    case RCP_CELL_DIFFERS:
      return _("says otherwise than another outlet");
    case RCP_CELL_OTHER:
      return _("another or a vaguer value");
    case RCP_CELL_SAME_WORDING:
      return cell->differs ? _("says otherwise, though with the wording of an earlier outlet")
             : cell->words ? _("another value, and the same wording as an earlier outlet")
                           : _("the same wording as an earlier outlet");
    case RCP_CELL_BEFORE:
      return _("published before the event: it can’t know");
    case RCP_CELL_ABSENT:
    case RCP_CELL_REPORTED:
    default:
      return NULL;
    }
}

static GtkWidget *
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Who published it first, where dates allow to say. */
static void
append_first (RcpCrossCheckPanel *self)
{
  g_autoptr (RcpOutlet) first = g_list_model_get_item (rcp_cross_table_get_outlets (self->table),
                                                       (guint) rcp_cross_row_get_first (self->row));
  g_autofree char *text = NULL;

  if (first == NULL)
    return;
  /* Translators: the outlet that published an event before all others */
  text = g_strdup_printf (_("first: %s"), rcp_outlet_get_label (first));
  append_label (self->head, text, "rcp-caption");
}

static void
fill_head (RcpCrossCheckPanel *self)
{
  g_autoptr (RcpOutlet) outlet = chosen_outlet (self);
  RcpEvent *event = rcp_cross_row_get_event (self->row);
  const RcpCrossCell *cell = rcp_cross_row_get_cell (self->row, self->outlet);
  /* Translators: after the title of an event: in which outlet it is read */
  g_autofree char *where = g_strdup_printf (_("in %s"), rcp_outlet_get_label (outlet));
  const char *remark = cell_remark (cell);
  GtkWidget *tag = rcp_family_new_tag (rcp_action_get_family (rcp_event_get_action (event)));

  empty_box (self->head);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->head), tag);
  append_label (self->head, rcp_event_get_title (event), "rcp-heading");
  append_label (self->head, where, "rcp-dim");
  if (rcp_event_get_n_discrepancies (event) > 0)
    {
      GtkWidget *differ = rcp_badge_new (RCP_BADGE_DIFFER, NULL);

      gtk_widget_set_valign (differ, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->head), differ);
    }
  if (remark)
    append_label (self->head, remark, "why");
  append_first (self);
}

/* Cards. */

static void
card_clicked_cb (GtkButton *button, RcpCrossCheckPanel *self)
{
  RcpAccount *account = g_object_get_data (G_OBJECT (button), "account");

  rcp_timeline_state_open_article (self->state, rcp_account_get_article_id (account), rcp_account_get_start (account),
                                   rcp_account_get_end (account));
}

static void
set_sentence (GtkWidget *text, RcpAccount *account)
{
  GBytes *shared = rcp_account_get_shared (account);
  gsize size = 0;
  const RcpRange *ranges = shared ? g_bytes_get_data (shared, &size) : NULL;
  guint n = (guint) (size / sizeof (RcpRange));
  g_autofree RcpRange *marks = g_new (RcpRange, n + 1);
  guint start = rcp_account_get_start (account);

  for (guint i = 0; i < n; i++)
    marks[i] = (RcpRange){ ranges[i].start - start, ranges[i].end - start };
  rcp_marked_text_set (RCP_MARKED_TEXT (text), rcp_account_get_sentence (account), marks, n);
}

/* What the outlet is called at the head of its column. */
static char *
dup_outlet_label (RcpCrossCheckPanel *self, RcpAccount *account)
{
  GListModel *outlets = rcp_cross_table_get_outlets (self->table);

  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      if (rcp_outlet_get_id (outlet) == rcp_account_get_outlet_id (account))
        return g_strdup (rcp_outlet_get_label (outlet));
    }
  return g_strdup (rcp_account_get_outlet (account) ? rcp_account_get_outlet (account) : rcp_account_get_article_title (account));
}

static GtkWidget *
new_card (RcpCrossCheckPanel *self, RcpAccount *account, gboolean chosen, const char *remark)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = rcp_marked_text_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *published = rcp_date_words_format (rcp_account_get_published (account), RCP_DATE_STYLE_SHORT);
  g_autofree char *date = rcp_account_get_date (account)
                            ? rcp_date_words_format (rcp_account_get_date (account), RCP_DATE_STYLE_MEDIUM)
                            : NULL;
  const char *outlet = rcp_account_get_outlet (account);
  g_autofree char *label = dup_outlet_label (self, account);
  g_autofree char *source = rcp_voice_words_full (account);
  GtkWidget *name, *spacer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *when = remark ? g_strdup_printf ("%s · %s", published, remark) : g_strdup (published);

  gtk_box_append (GTK_BOX (head), rcp_avatar_new_for_outlet (outlet, 24));
  name = append_label (head, label, "rcp-bold");
  if (outlet == NULL)
    gtk_widget_add_css_class (name, "rcp-unnamed");
  gtk_widget_add_css_class (name, "rcp-list");
  append_label (head, when, "rcp-caption");
  gtk_widget_set_hexpand (spacer, TRUE);
  gtk_box_append (GTK_BOX (head), spacer);
  if (rcp_account_get_copy_of (account) || rcp_account_get_unmarked (account))
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("rcp-shared-symbolic");

      gtk_widget_set_tooltip_text (sign, rcp_account_get_copy_of (account) ? _("shared wording") : _("quoted elsewhere"));
      gtk_box_append (GTK_BOX (head), sign);
    }

  set_sentence (text, account);
  rcp_marked_text_set_lines (RCP_MARKED_TEXT (text), 4);
  gtk_widget_add_css_class (text, "rcp-sentence");

  gtk_box_append (GTK_BOX (foot), gtk_image_new_from_icon_name ("rcp-quote-symbolic"));
  append_label (foot, source ? source : _("no attribution"), "rcp-caption");
  gtk_widget_add_css_class (foot, "rcp-dim");
  if (date)
    {
      GtkWidget *when_label = append_label (foot, date, "rcp-caption");

      gtk_widget_set_hexpand (when_label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (when_label), 1);
    }

  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "rcp-card");
  gtk_widget_add_css_class (button, "rcp-cross-card");
  if (chosen)
    gtk_widget_add_css_class (button, "chosen");
  gtk_widget_set_size_request (button, 300, -1);
  gtk_widget_set_tooltip_text (button, _("Open the article at this sentence"));
  g_object_set_data_full (G_OBJECT (button), "account", g_object_ref (account), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (card_clicked_cb), self, 0);
  return button;
}

static RcpAccount *
find_account (GListModel *accounts, gint64 id)
{
  for (guint i = 0; id && i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      if (rcp_account_get_id (account) == id)
        return account; /* the list keeps it */
    }
  return NULL;
}

static RcpAccount *
find_most_precise (GListModel *accounts)
{
  RcpAccount *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      RcpEdtf *date = rcp_account_get_date (account);

      if (date && (!best || rcp_edtf_count_days (date) < rcp_edtf_count_days (rcp_account_get_date (best))))
        best = account; /* the list keeps it */
    }
  return best;
}

static void
fill_cards (RcpCrossCheckPanel *self, GListModel *accounts)
{
  const RcpCrossCell *cell = rcp_cross_row_get_cell (self->row, self->outlet);
  RcpAccount *chosen = cell->other_event_id ? cell->account : find_account (accounts, cell->account_id);
  RcpAccount *precise = find_most_precise (accounts);
  guint n_cards = 0;

  empty_box (self->cards);
  self->article_id = 0;
  if (chosen)
    {
      self->article_id = rcp_account_get_article_id (chosen);
      self->start = rcp_account_get_start (chosen);
      self->end = rcp_account_get_end (chosen);
      gtk_box_append (GTK_BOX (self->cards),
                      new_card (self, chosen, TRUE, cell->other_event_id ? _("told as another event") : NULL));
      n_cards++;
    }
  else
    {
      g_autoptr (RcpOutlet) outlet = chosen_outlet (self);
      g_autofree char *text = g_strdup_printf (cell->state == RCP_CELL_BEFORE ? _("%s published before this event")
                                                                              : _("%s does not mention this event"),
                                               rcp_outlet_get_label (outlet));
      GtkWidget *label = append_label (self->cards, text, "rcp-dim");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_size_request (label, 200, -1);
    }
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (accounts) && n_cards < MAX_CARDS; i++)
      {
        g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
        gboolean same = chosen && (rcp_account_get_copy_of (account) == rcp_account_get_id (chosen)
                                   || rcp_account_get_copy_of (chosen) == rcp_account_get_id (account));
        guint group = same ? 0 : account == precise ? 1 : 2;

        if (account == chosen || group != pass)
          continue;
        gtk_box_append (GTK_BOX (self->cards),
                        new_card (self, account, FALSE,
                                  same ? _("same wording") : account == precise ? _("most precise date") : NULL));
        n_cards++;
      }
  gtk_widget_set_visible (self->open, self->article_id != 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCrossCheckPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->row == NULL)
    return;
  if (detail == NULL)
    {
      g_autofree char *sentence = rcp_error_describe (error);

      empty_box (self->cards);
      append_label (self->cards, sentence, "rcp-dim");
      return;
    }
  if (rcp_event_get_id (rcp_event_detail_get_event (detail)) == rcp_event_get_id (rcp_cross_row_get_event (self->row)))
    fill_cards (self, rcp_event_detail_get_accounts (detail));
}

/* Words are asked for when they are wanted. */

static void
words_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCrossCheckPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventWords) words = rcp_library_list_event_words_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->row == NULL)
    return;
  g_set_object (&self->event_words, words);
  rcp_cross_check_words_set (RCP_CROSS_CHECK_WORDS (self->words), words, self->state);
}

static void
update_words (RcpCrossCheckPanel *self)
{
  gboolean wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->words_toggle));

  gtk_stack_set_visible_child (GTK_STACK (self->stack), wanted ? self->words : self->cards_scroller);
  if (wanted && self->event_words == NULL && self->library != NULL && self->row != NULL)
    rcp_library_list_event_words_async (self->library, rcp_event_get_id (rcp_cross_row_get_event (self->row)),
                                        rcp_timeline_state_get_dossier_id (self->state), self->cancellable,
                                        words_loaded_cb, g_object_ref (self));
}

static void
open_cb (RcpCrossCheckPanel *self)
{
  if (self->state && self->article_id)
    rcp_timeline_state_open_article (self->state, self->article_id, self->start, self->end);
}

static void
rcp_cross_check_panel_dispose (GObject *object)
{
  RcpCrossCheckPanel *self = RCP_CROSS_CHECK_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->event_words);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  g_clear_object (&self->table);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (rcp_cross_check_panel_parent_class)->dispose (object);
}

static void
rcp_cross_check_panel_class_init (RcpCrossCheckPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_cross_check_panel_dispose;
}

static GtkWidget *
new_button (const char *icon_name, const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
rcp_cross_check_panel_init (RcpCrossCheckPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *note = new_button ("rcp-note-symbolic", _("Add note"));

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (self->head, TRUE);
  self->open = new_button ("rcp-open-symbolic", _("Open article"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (note), "win.add-note");
  self->words_toggle = gtk_toggle_button_new_with_label (_("Words"));
  gtk_widget_add_css_class (self->words_toggle, "rcp-small");
  gtk_widget_set_valign (self->words_toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->words_toggle, _("The words each outlet uses for this event"));
  g_signal_connect_object (self->words_toggle, "toggled", G_CALLBACK (update_words), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), self->head);
  gtk_box_append (GTK_BOX (top), self->words_toggle);
  gtk_box_append (GTK_BOX (top), self->open);
  gtk_box_append (GTK_BOX (top), note);

  self->cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_box_set_homogeneous (GTK_BOX (self->cards), FALSE);
  gtk_widget_set_margin_top (self->cards, 4);
  gtk_widget_set_margin_bottom (self->cards, 4);
  gtk_widget_set_margin_start (self->cards, 2);
  gtk_widget_set_margin_end (self->cards, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->cards);

  gtk_box_append (GTK_BOX (box), top);
  self->cards_scroller = scroller;
  self->words = rcp_cross_check_words_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  /* The cards fill the panel; the panel itself is no higher than they need. */
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->words);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_add_css_class (box, "rcp-cross-panel");
  gtk_widget_set_size_request (box, -1, 190);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

/** rcp_cross_check_panel_clear: folds the panel away. */
void
rcp_cross_check_panel_clear (RcpCrossCheckPanel *self)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_PANEL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->row);
  g_clear_object (&self->event_words);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

/**
 * rcp_cross_check_panel_show:
 * @library: (transfer none) (nullable): where the sentences come from
 * @state: (transfer none): where an opened article goes
 * @table: (transfer none)
 * @row: (transfer none): the event
 * @outlet: the outlet's column
 */
void
rcp_cross_check_panel_show (RcpCrossCheckPanel *self, RcpLibrary *library, RcpTimelineState *state,
                            RcpCrossTable *table, RcpCrossRow *row, guint outlet)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_PANEL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The words are the event's: another cell of the same row shows the same. */
  if (self->row == NULL || rcp_cross_row_get_event (self->row) != rcp_cross_row_get_event (row))
    {
      g_clear_object (&self->event_words);
      rcp_cross_check_words_set (RCP_CROSS_CHECK_WORDS (self->words), NULL, NULL);
    }
  g_set_object (&self->library, library);
  g_set_object (&self->state, state);
  g_set_object (&self->table, table);
  g_set_object (&self->row, row);
  self->outlet = outlet;
  fill_head (self);
  gtk_widget_set_visible (self->open, FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  if (library == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  rcp_library_load_event_async (library, rcp_event_get_id (rcp_cross_row_get_event (row)),
                                rcp_timeline_state_get_dossier_id (state), self->cancellable, loaded_cb,
                                g_object_ref (self));
  update_words (self);
}
