#include "config.h"

#include "rcp-outlet-rows.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-cross-check-cell.h"
#include "rcp-cross-words.h"
#include "rcp-date-words.h"

/* A list longer than this shows its beginning, and the rest when it is asked for. */
#define FOLDED_ROWS 40

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * rcp_outlet_rows_append_section:
 * @box: where it goes
 * @heading: what the section is called
 * @n: how many rows it will have
 * @note: (nullable): a sentence below the heading
 *
 * Returns: (transfer none): the list of the section; hidden where it will have no rows.
 */
GtkWidget *
rcp_outlet_rows_append_section (GtkWidget *box, const char *heading, guint n, const char *note)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_box_append (GTK_BOX (top), new_label (heading, "rcp-heading"));
  gtk_box_append (GTK_BOX (top), new_label (count, "rcp-dim"));
  gtk_box_append (GTK_BOX (section), top);
  if (note)
    {
      GtkWidget *label = new_label (note, "rcp-dim");

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (section), label);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (GTK_BOX (box), section);
  return list;
}

static void
unfold_cb (GtkListBoxRow *more)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (more));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, row != GTK_WIDGET (more));
}

/** rcp_outlet_rows_fold: hides what a long @list has beyond its beginning, behind a row that brings it back. */
void
rcp_outlet_rows_fold (GtkWidget *list)
{
  GtkWidget *more = adw_action_row_new ();
  g_autofree char *title = NULL;
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, n++ < FOLDED_ROWS);
  if (n <= FOLDED_ROWS)
    {
      g_object_unref (g_object_ref_sink (more));
      return;
    }
  title = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n - FOLDED_ROWS), n - FOLDED_ROWS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (more), TRUE);
  g_signal_connect (more, "activated", G_CALLBACK (unfold_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), more);
}

/* Titles and sentences come from articles: no markup is read in them. */
static GtkWidget *
new_row (const char *title, const char *subtitle, int title_lines, int subtitle_lines)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), title_lines);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), subtitle_lines);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/** rcp_outlet_rows_new_told: an event that the outlet tells, with its sentence; carries "account". */
GtkWidget *
rcp_outlet_rows_new_told (RcpCrossRow *row)
{
  RcpEvent *event = rcp_cross_row_get_event (row);
  const RcpCrossCell *cell = rcp_cross_row_get_cell (row, 0);
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_MEDIUM);
  g_autofree char *title = g_strdup_printf ("%s · %s", date, rcp_event_get_title (event));
  GtkWidget *widget = new_row (title, rcp_account_get_sentence (cell->account), 2, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (rcp_cell_state_get_icon_name (cell->state));

  gtk_widget_set_tooltip_text (icon, rcp_cell_state_get_label (cell->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rcp_cell_state_get_label (cell->state), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), icon);
  if (cell->words)
    {
      GtkWidget *words = new_label (cell->words, "rcp-caption");

      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (words), 22);
      adw_action_row_add_suffix (ADW_ACTION_ROW (widget), words);
    }
  if (rcp_cross_row_get_first (row) == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), rcp_badge_new (RCP_BADGE_NEUTRAL, _("first")));
  gtk_widget_set_tooltip_text (widget, _("Open the article at this sentence"));
  g_object_set_data_full (G_OBJECT (widget), "account", g_object_ref (cell->account), g_object_unref);
  return widget;
}

/** rcp_outlet_rows_new_gap: an event that the outlet leaves out, and who tells it; carries "event". */
GtkWidget *
rcp_outlet_rows_new_gap (const RcpOutletGap *gap)
{
  g_autofree char *date = rcp_date_words_format (rcp_event_get_date (gap->event), RCP_DATE_STYLE_MEDIUM);
  g_autofree char *title = g_strdup_printf ("%s · %s", date, rcp_event_get_title (gap->event));
  g_autofree char *names = g_strjoinv (", ", gap->outlets);
  g_autofree char *told = g_strdup_printf (_("told by %s"), names);
  GtkWidget *widget = new_row (title, told, 2, 2);

  gtk_widget_set_tooltip_text (widget, _("Show the event in the table"));
  g_object_set_data_full (G_OBJECT (widget), "event", g_object_ref (gap->event), g_object_unref);
  return widget;
}

static GtkWidget *
new_expander (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  return row;
}

/** rcp_outlet_rows_new_sharing: another outlet with wording in common; passages are put below it. */
GtkWidget *
rcp_outlet_rows_new_sharing (const RcpOutletSharing *with)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", with->n_words), with->n_words);
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", with->n_passages), with->n_passages);
  /* Translators: “49 words in 3 passages” */
  g_autofree char *line = g_strdup_printf (_("%s in %s"), words, passages);

  return new_expander (with->outlet, line);
}

static GtkWidget *
new_side (const char *outlet, const char *text, gint64 article_id, RcpRange range, GCallback clicked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = new_label (outlet, "rcp-caption");
  GtkWidget *words = new_label (text, "rcp-shared-text");
  RcpOutletPlace *place = g_new (RcpOutletPlace, 1);

  *place = (RcpOutletPlace){ article_id, range };
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "rcp-dim");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 8);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_yalign (GTK_LABEL (words), 0);
  gtk_widget_set_vexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rcp-side");
  gtk_widget_set_tooltip_text (button, _("Open the article at this passage"));
  g_object_set_data_full (G_OBJECT (button), "place", place, g_free);
  g_signal_connect_object (button, "clicked", clicked, user_data, 0);
  return button;
}

/** rcp_outlet_rows_new_passage: a passage as both have it, side by side; each side is a button that carries "place". */
GtkWidget *
rcp_outlet_rows_new_passage (const RcpOutletPassage *passage, const char *outlet, const char *other, GCallback clicked,
                             gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), new_side (outlet, passage->text, passage->article_id, passage->range, clicked, user_data));
  gtk_box_append (GTK_BOX (sides), new_side (other, passage->other_text, passage->other_id, passage->other, clicked, user_data));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sides);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/** rcp_outlet_rows_new_source: whom the outlet cites; sentences are put below it. */
GtkWidget *
rcp_outlet_rows_new_source (const RcpOutletSource *source)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u sentence", "%u sentences", source->accounts->len),
                                            source->accounts->len);

  return new_expander (source->words, count);
}

/** rcp_outlet_rows_new_sentence: a sentence of an article; carries "account". */
GtkWidget *
rcp_outlet_rows_new_sentence (RcpAccount *account)
{
  GtkWidget *row = new_row (rcp_account_get_sentence (account), rcp_account_get_article_title (account), 3, 1);

  gtk_widget_set_tooltip_text (row, _("Open the article at this sentence"));
  g_object_set_data_full (G_OBJECT (row), "account", g_object_ref (account), g_object_unref);
  return row;
}
