#include "config.h"

#include "rcp-cross-check-words.h"

#include <glib/gi18n.h>

/* Words beyond these say nothing new at a glance. */
#define MAX_WORDS 8
#define MAX_GROUPS 8
#define MAX_WORD_CHARS 24
#define MAX_OUTLET_CHARS 14

struct _RcpCrossCheckWords
{
  AdwBin parent_instance;

  /* owned */
  RcpTimelineState *state;

  /* children */
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckWords, rcp_cross_check_words, ADW_TYPE_BIN)

/* One outlet's uses of one word; each click opens the next of them. */
typedef struct
{
  GArray *uses; /* of RcpWordUse */
  guint next;
} Uses;

static void
uses_free (gpointer data)
{
  Uses *uses = data;

  g_array_unref (uses->uses);
  g_free (uses);
}

static void
use_clicked_cb (GtkButton *button, RcpCrossCheckWords *self)
{
  Uses *uses = g_object_get_data (G_OBJECT (button), "uses");
  const RcpWordUse *use = &g_array_index (uses->uses, RcpWordUse, uses->next);

  uses->next = (uses->next + 1) % uses->uses->len;
  if (self->state)
    rcp_timeline_state_open_article (self->state, use->article_id, use->range.start, use->range.end);
}

/* As wide as its text, up to @max_chars: beside so many others it would else shrink to nothing. */
static GtkWidget *
new_label (const char *text, int max_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), max_chars));
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  return label;
}

static GtkWidget *
new_use_button (RcpCrossCheckWords *self, RcpEventWord *word, const char *outlet, guint column)
{
  const GArray *all = rcp_event_word_get_uses (word);
  Uses *uses = g_new0 (Uses, 1);
  GtkWidget *button;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  uses->uses = g_array_new (FALSE, FALSE, sizeof (RcpWordUse));
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, RcpWordUse, i).column == column)
      g_array_append_val (uses->uses, g_array_index (all, RcpWordUse, i));
  /* Translators: an outlet, and how often it uses a word: “RFI × 2” */
  text = uses->uses->len > 1 ? g_strdup_printf (_("%s × %u"), outlet, uses->uses->len) : g_strdup (outlet);
  /* Translators: a word, an outlet, how often that uses it */
  spoken = g_strdup_printf (ngettext ("“%s”, %s: used once. Opens the sentence.", "“%s”, %s: used %u times. Opens the sentences.",
                                      uses->uses->len),
                            rcp_event_word_get_text (word), outlet, uses->uses->len);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), new_label (text, MAX_OUTLET_CHARS));
  gtk_widget_add_css_class (button, "rcp-word-use");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "uses", uses, uses_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (use_clicked_cb), self, 0);
  return button;
}

static void
append_word (RcpCrossCheckWords *self, GtkWidget *grid, int row, RcpEventWord *word, GStrv outlets)
{
  GtkWidget *label = new_label (rcp_event_word_get_text (word), MAX_WORD_CHARS);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_tooltip_text (label, rcp_event_word_get_text (word));
  gtk_widget_add_css_class (label, "word");
  for (guint i = 0; outlets[i] != NULL; i++)
    if (rcp_event_word_count (word, i) > 0)
      gtk_box_append (GTK_BOX (buttons), new_use_button (self, word, outlets[i], i));
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), buttons, 1, row, 1, 1);
}

static GtkWidget *
append_group (RcpCrossCheckWords *self, const char *heading)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = new_label (heading, 2 * MAX_WORD_CHARS);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (title, "rcp-bold");
  gtk_widget_add_css_class (title, "rcp-list");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), grid);
  gtk_widget_add_css_class (card, "rcp-card");
  gtk_widget_add_css_class (card, "rcp-word-card");
  gtk_box_append (GTK_BOX (self->groups), card);
  return grid;
}

static void
append_note (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "rcp-dim");
  gtk_box_append (GTK_BOX (box), label);
}

static void
rcp_cross_check_words_dispose (GObject *object)
{
  g_clear_object (&RCP_CROSS_CHECK_WORDS (object)->state);

  G_OBJECT_CLASS (rcp_cross_check_words_parent_class)->dispose (object);
}

static void
rcp_cross_check_words_class_init (RcpCrossCheckWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_cross_check_words_dispose;
}

static void
rcp_cross_check_words_init (RcpCrossCheckWords *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->groups = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_margin_top (self->groups, 4);
  gtk_widget_set_margin_bottom (self->groups, 4);
  gtk_widget_set_margin_start (self->groups, 2);
  gtk_widget_set_margin_end (self->groups, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->groups);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
rcp_cross_check_words_new (void)
{
  return g_object_new (RCP_TYPE_CROSS_CHECK_WORDS, NULL);
}

/**
 * rcp_cross_check_words_set:
 * @words: (transfer none) (nullable): what to show; NULL empties it
 * @state: (transfer none) (nullable): where an opened article goes
 */
void
rcp_cross_check_words_set (RcpCrossCheckWords *self, RcpEventWords *words, RcpTimelineState *state)
{
  GtkWidget *child, *grid = NULL;
  GListModel *list = words ? rcp_event_words_get_words (words) : NULL;
  gint64 group = -1;
  guint n_groups = 0;
  int row = 0;

  g_return_if_fail (RCP_IS_CROSS_CHECK_WORDS (self));

  g_set_object (&self->state, state);
  while ((child = gtk_widget_get_first_child (self->groups)))
    gtk_box_remove (GTK_BOX (self->groups), child);
  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpEventWord) word = g_list_model_get_item (list, i);

      if (rcp_event_word_get_actor (word) != group)
        {
          if (n_groups++ == MAX_GROUPS)
            return;
          group = rcp_event_word_get_actor (word);
          grid = append_group (self, group ? rcp_event_word_get_name (word) : _("What was done"));
          row = 0;
        }
      if (row < MAX_WORDS)
        append_word (self, grid, row++, word, rcp_event_words_get_outlets (words));
    }
  if (words && n_groups == 0)
    append_note (self->groups, _("No word for what was done was found in these sentences."));
}
