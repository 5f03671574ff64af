#include "config.h"

#include "rcp-date-popover.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-popover-box.h"

struct _RcpDatePopover
{
  GtkPopover parent_instance;

  /* children */
  GtkWidget *entry;
  GtkWidget *reading;
  GtkWidget *badge;
  GtkWidget *set_button;
  GtkWidget *give_back_button;
  GtkWidget *reasons;
  GtkWidget *moves_summary;
  GtkWidget *moves;

  /* owned */
  RcpEdtf *date;  /* what is typed (nullable) */
  RcpEdtf *began; /* what it began with (nullable) */
};

G_DEFINE_FINAL_TYPE (RcpDatePopover, rcp_date_popover, GTK_TYPE_POPOVER)

#define WIDTH_PX 360

/* How many lines are shown of what would move; the summary counts all. */
#define MAX_MOVES 8

enum
{
  SIGNAL_SET,
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * rcp_date_popover_read:
 * @text: what a person typed
 *
 * Reads EDTF (“2024-03”, “2024-03-11/2024-03-20~”), or else a day in the order of the user's locale (“26/03/2024”,
 * “26 March 2024”).
 *
 * Returns: (transfer full) (nullable): the date; NULL for what is none
 */
RcpEdtf *
rcp_date_popover_read (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  RcpEdtf *date;
  GDate day;

  if (stripped[0] == '\0')
    return NULL;
  date = rcp_edtf_parse (stripped, NULL);
  if (date != NULL)
    return date;
  /* GDate makes a day even of a lone number; a date that a person means has a year in full. */
  if (g_regex_match_simple ("(^|\\D)\\d{4}(\\D|$)", stripped, 0, 0))
    {
      g_date_clear (&day, 1);
      g_date_set_parse (&day, stripped);
      if (g_date_valid (&day))
        return rcp_edtf_new_day ((gint32) g_date_get_julian (&day));
    }
  return NULL;
}

static void
changed_cb (RcpDatePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->date, rcp_edtf_unref);
  self->date = rcp_date_popover_read (text);
  if (self->date != NULL)
    {
      g_autofree char *words = rcp_date_words_format (self->date, RCP_DATE_STYLE_LONG);
      g_autofree char *precision = rcp_date_words_precision (self->date);

      gtk_label_set_text (GTK_LABEL (self->reading), words);
      rcp_badge_set (RCP_BADGE (self->badge), rcp_edtf_is_exact_day (self->date) ? RCP_BADGE_EXACT : RCP_BADGE_INFERRED,
                     precision);
    }
  else
    gtk_label_set_text (GTK_LABEL (self->reading),
                        text[0] == '\0' ? _("A day, 2024-03 for a month, 2024-03-11/2024-03-20 for a time between, "
                                            "~ at the end for about")
                                        : _("This is not a date."));
  gtk_widget_set_visible (self->badge, self->date != NULL);
  gtk_widget_set_sensitive (self->set_button, self->date != NULL);
  rcp_date_popover_set_moves (self, NULL, NULL);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0,
                 self->date && (self->began == NULL || !rcp_edtf_equal (self->date, self->began)) ? self->date : NULL);
}

static void
set_cb (RcpDatePopover *self)
{
  if (self->date == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_SET], 0, self->date);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
give_back_cb (RcpDatePopover *self)
{
  g_signal_emit (self, signals[SIGNAL_SET], 0, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
rcp_date_popover_finalize (GObject *object)
{
  RcpDatePopover *self = RCP_DATE_POPOVER (object);

  g_clear_pointer (&self->date, rcp_edtf_unref);
  g_clear_pointer (&self->began, rcp_edtf_unref);

  G_OBJECT_CLASS (rcp_date_popover_parent_class)->finalize (object);
}

static void
rcp_date_popover_class_init (RcpDatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_date_popover_finalize;

  signals[SIGNAL_SET] = g_signal_new ("set", RCP_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, RCP_TYPE_EDTF);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", RCP_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, RCP_TYPE_EDTF);
}

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (line), 44);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_widget_add_css_class (line, css_class);
  return line;
}

static GtkWidget *
new_lines (void)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_visible (lines, FALSE);
  return lines;
}

static void
clear_lines (GtkWidget *lines)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (lines)) != NULL)
    gtk_box_remove (GTK_BOX (lines), line);
}

static void
rcp_date_popover_init (RcpDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("26/03/2024 or 2024-03"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  self->reading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap",
                                TRUE, "max-width-chars", 36, NULL);
  gtk_widget_add_css_class (self->reading, "rcp-chip-text");
  self->badge = rcp_badge_new (RCP_BADGE_EXACT, NULL);
  self->give_back_button = gtk_button_new_with_mnemonic (_("_Use the date found"));
  self->set_button = gtk_button_new_with_mnemonic (_("_Set"));
  gtk_widget_add_css_class (self->set_button, "suggested-action");
  gtk_widget_set_halign (self->set_button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->set_button, TRUE);
  g_signal_connect_object (self->give_back_button, "clicked", G_CALLBACK (give_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->set_button, "clicked", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->give_back_button);
  gtk_box_append (GTK_BOX (buttons), self->set_button);
  self->reasons = new_lines ();
  self->moves_summary = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap",
                                      TRUE, "max-width-chars", 44, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->moves_summary, "rcp-bold");
  self->moves = new_lines ();
  gtk_box_append (GTK_BOX (box), self->reasons);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->reading);
  gtk_box_append (GTK_BOX (box), self->badge);
  gtk_box_append (GTK_BOX (box), self->moves_summary);
  gtk_box_append (GTK_BOX (box), self->moves);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "rcp-date-popover");
  rcp_popover_box_set (GTK_POPOVER (self), box, WIDTH_PX);
  changed_cb (self);
}

/** rcp_date_popover_new: Returns: (transfer floating): a popover without a date. */
GtkWidget *
rcp_date_popover_new (void)
{
  return g_object_new (RCP_TYPE_DATE_POPOVER, NULL);
}

/**
 * rcp_date_popover_set_date:
 * @date: (nullable): what to begin with
 * @by_user: whether the user fixed it, so that the engine's can be given back
 */
void
rcp_date_popover_set_date (RcpDatePopover *self, RcpEdtf *date, gboolean by_user)
{
  g_return_if_fail (RCP_IS_DATE_POPOVER (self));

  g_clear_pointer (&self->began, rcp_edtf_unref);
  self->began = date ? rcp_edtf_ref (date) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), date ? rcp_edtf_get_string (date) : "");
  gtk_widget_set_visible (self->give_back_button, by_user);
}

/**
 * rcp_date_popover_set_reasons:
 * @clues: (nullable) (element-type RcpPublicationClue): what speaks for the date of an article, and against it
 * @published: (nullable): that date
 * @best_day: the most plausible day of it; %RCP_DAY_INVALID for none
 *
 * Says which day is the most plausible, where the date is more than one, and shows a sentence for each clue; one that
 * contradicts the date carries the sign of a difference.
 */
void
rcp_date_popover_set_reasons (RcpDatePopover *self, const GPtrArray *clues, const RcpEdtf *published, gint32 best_day)
{
  g_return_if_fail (RCP_IS_DATE_POPOVER (self));

  clear_lines (self->reasons);
  if (best_day != RCP_DAY_INVALID && published != NULL && rcp_edtf_count_days (published) > 1)
    {
      g_autofree char *day = rcp_date_words_day (best_day, RCP_DATE_STYLE_MEDIUM);
      /* Translators: %s is a day */
      g_autofree char *line = g_strdup_printf (_("Most likely %s"), day);

      gtk_box_append (GTK_BOX (self->reasons), new_line (line, "rcp-bold"));
    }
  for (guint i = 0; clues != NULL && i < clues->len; i++)
    {
      const RcpPublicationClue *clue = clues->pdata[i];
      g_autofree char *sentence = rcp_date_words_publication_clue (clue, published);
      g_autofree char *line = g_strconcat (clue->agrees ? "✓ " : "≠ ", sentence, NULL);

      gtk_box_append (GTK_BOX (self->reasons), new_line (line, clue->agrees ? "rcp-caption" : "rcp-warning"));
    }
  gtk_widget_set_visible (self->reasons, gtk_widget_get_first_child (self->reasons) != NULL);
}

/**
 * rcp_date_popover_set_moves:
 * @summary: (nullable): how much would move with the date that is typed, or that it is being looked at
 * @moves: (nullable) (array zero-terminated=1): a line for each, the first ones are shown
 *
 * Shows what would move with the date that is typed, before it is set; NULL for both shows nothing.
 */
void
rcp_date_popover_set_moves (RcpDatePopover *self, const char *summary, const char *const *moves)
{
  g_return_if_fail (RCP_IS_DATE_POPOVER (self));

  clear_lines (self->moves);
  gtk_label_set_text (GTK_LABEL (self->moves_summary), summary ? summary : "");
  gtk_widget_set_visible (self->moves_summary, summary != NULL);
  for (guint i = 0; moves != NULL && moves[i] != NULL && i <= MAX_MOVES; i++)
    gtk_box_append (GTK_BOX (self->moves), new_line (i < MAX_MOVES ? moves[i] : "…", "rcp-caption"));
  gtk_widget_set_visible (self->moves, gtk_widget_get_first_child (self->moves) != NULL);
}
