#include "config.h"

#include "rcp-news-rows.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-family.h"

#define AVATAR_PX 24
#define MAX_LINES 3

/* Titles and sentences come from articles: none of it is markup. */
static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LINES);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static const char *
name_outlet (const char *outlet)
{
  return outlet ? outlet : _("outlet to name…");
}

static void
add_family (GtkWidget *row, RcpEvent *event)
{
  RcpFamily family = rcp_action_get_family (rcp_event_get_action (event));
  GtkWidget *icon = gtk_image_new_from_icon_name (rcp_family_get_icon_name (family));

  gtk_widget_add_css_class (icon, rcp_family_get_css_class (family));
  gtk_widget_set_tooltip_text (icon, rcp_family_get_label (family));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

/** rcp_news_row_new_event: Returns: (transfer floating): an event by its title, date and tellers. */
GtkWidget *
rcp_news_row_new_event (RcpEvent *event)
{
  g_autofree char *date = rcp_event_get_date (event)
                              ? rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_LONG)
                              : g_strdup (_("no date"));
  guint n_outlets = rcp_event_get_n_outlets (event);
  g_autofree char *outlets = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", date, outlets);
  GtkWidget *row = new_row (rcp_event_get_title (event), subtitle);

  add_family (row, event);
  if (rcp_event_get_n_discrepancies (event) > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), rcp_badge_new (RCP_BADGE_DIFFER, NULL));
  return row;
}

/** rcp_news_row_new_account: @event: (nullable): what it tells of. Returns: (transfer floating): who tells it, and how. */
GtkWidget *
rcp_news_row_new_account (RcpAccount *account, RcpEvent *event)
{
  const char *outlet = name_outlet (rcp_account_get_outlet (account));
  g_autofree char *title = event ? g_strdup_printf ("%s: %s", outlet, rcp_event_get_title (event)) : g_strdup (outlet);
  GtkWidget *row = new_row (title, rcp_account_get_sentence (account));
  GtkWidget *avatar = rcp_avatar_new_for_outlet (rcp_account_get_outlet (account), AVATAR_PX);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  return row;
}

/** rcp_news_row_new_discrepancy: @event: (nullable): what it is about. Returns: (transfer floating): who says what. */
GtkWidget *
rcp_news_row_new_discrepancy (RcpDiscrepancy *discrepancy, RcpEvent *event)
{
  GListModel *values = rcp_discrepancy_get_values (discrepancy);
  g_autoptr (GString) said = g_string_new (NULL);
  GtkWidget *row;

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, i);

      if (i > 0)
        g_string_append (said, " · ");
      /* Translators: %1$s is what is said, %2$s who says it, as in “six people” (Valley Times) */
      g_string_append_printf (said, _("“%1$s” (%2$s)"), rcp_discrepancy_value_get_text (value),
                              name_outlet (rcp_discrepancy_value_get_outlet (value)));
    }
  if (rcp_discrepancy_get_other_event_id (discrepancy) != 0)
    {
      g_autofree char *date = rcp_date_words_format (rcp_discrepancy_get_other_date (discrepancy), RCP_DATE_STYLE_LONG);

      g_string_append_c (said, '\n');
      g_string_append_printf (said, _("Told as another event: %1$s, %2$s"), rcp_discrepancy_get_other_title (discrepancy),
                              date ? date : _("no date"));
    }
  row = new_row (event ? rcp_event_get_title (event) : _("Accounts differ"), said->str);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), rcp_badge_new (RCP_BADGE_DIFFER, NULL));
  return row;
}

static GtkWidget *
new_version (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/** rcp_news_row_new_edit: Returns: (transfer floating): what an article said and what it says now. */
GtkWidget *
rcp_news_row_new_edit (RcpArticleEdit *edit)
{
  g_autofree char *what = rcp_article_edit_describe (edit);
  g_autofree char *title = g_strdup_printf ("%s: %s", name_outlet (rcp_article_edit_get_outlet (edit)),
                                            rcp_article_edit_get_article_title (edit));
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = new_version (title, "heading"), *kind = new_version (what, "rcp-dim");
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, what);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), kind);
  if (rcp_article_edit_get_before (edit) != NULL)
    gtk_box_append (GTK_BOX (box), new_version (rcp_article_edit_get_before (edit), "rcp-news-before"));
  if (rcp_article_edit_get_after (edit) != NULL)
    gtk_box_append (GTK_BOX (box), new_version (rcp_article_edit_get_after (edit), "rcp-news-after"));
  gtk_widget_add_css_class (box, "rcp-news-edit");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
