#include "config.h"

#include "rcp-differ-box.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-date-words.h"
#include "rcp-discrepancy.h"
#include "rcp-error.h"

#define POINT_WIDTH_PX 92

struct _RcpDifferBox
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *points;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
};

G_DEFINE_FINAL_TYPE (RcpDifferBox, rcp_differ_box, GTK_TYPE_WIDGET)

static const char *
point_name (RcpDiscrepancyKind kind)
{
  switch (kind)
    {
    case RCP_DISCREPANCY_DATE:
      return _("When");
    case RCP_DISCREPANCY_NUMBER:
      return _("How many");
    case RCP_DISCREPANCY_PARTICIPANT:
      return _("Who was there");
    case RCP_DISCREPANCY_PLACE:
      return _("Where");
    case RCP_DISCREPANCY_ATTRIBUTION:
      return _("Who says so");
    case RCP_DISCREPANCY_ACT:
    default:
      return _("What was done");
    }
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpDifferBox) self = RCP_DIFFER_BOX (user_data);
  g_autoptr (GError) error = NULL;

  if (rcp_library_settle_finish (RCP_LIBRARY (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Difference settled"));
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
    }
}

static void
settle_cb (RcpDifferBox *self, GtkWidget *button)
{
  RcpDiscrepancy *discrepancy = g_object_get_data (G_OBJECT (button), "discrepancy");

  if (self->library != NULL)
    rcp_library_settle_async (self->library, rcp_discrepancy_get_id (discrepancy),
                              !rcp_discrepancy_get_settled (discrepancy), NULL, settled_cb, g_object_ref (self));
}

static void
value_clicked_cb (RcpDifferBox *self, GtkWidget *button)
{
  RcpDiscrepancyValue *value = g_object_get_data (G_OBJECT (button), "value");

  if (self->state != NULL && rcp_discrepancy_value_get_article_id (value) != 0)
    rcp_timeline_state_open_article (self->state, rcp_discrepancy_value_get_article_id (value),
                                     rcp_discrepancy_value_get_start (value), rcp_discrepancy_value_get_end (value));
}

static GtkWidget *
make_value (RcpDifferBox *self, RcpDiscrepancyValue *value)
{
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (NULL);
  const char *outlet = rcp_discrepancy_value_get_outlet (value);
  g_autofree char *markup
    = g_markup_printf_escaped ("%s <span size=\"smaller\">· %s</span>", rcp_discrepancy_value_get_text (value),
                               outlet ? outlet : _("Unnamed outlet"));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "value");
  gtk_widget_set_tooltip_text (button, _("Open the article here"));
  g_object_set_data_full (G_OBJECT (button), "value", g_object_ref (value), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (value_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
joined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpDifferBox) self = RCP_DIFFER_BOX (user_data);
  g_autoptr (GError) error = NULL;

  if (rcp_library_join_events_finish (RCP_LIBRARY (source), result, &error))
    {
      if (self->state != NULL)
        rcp_timeline_state_set_selected_event (self->state, rcp_library_get_last_id (RCP_LIBRARY (source)));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("The two are one event"));
    }
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
    }
}

static void
join_cb (RcpDifferBox *self, GtkWidget *button)
{
  RcpDiscrepancy *discrepancy = g_object_get_data (G_OBJECT (button), "discrepancy");

  if (self->library != NULL)
    rcp_library_join_events_async (self->library, rcp_discrepancy_get_event_id (discrepancy),
                                   rcp_discrepancy_get_other_event_id (discrepancy), NULL, joined_cb, g_object_ref (self));
}

static void
other_clicked_cb (RcpDifferBox *self, GtkWidget *button)
{
  RcpDiscrepancy *discrepancy = g_object_get_data (G_OBJECT (button), "discrepancy");

  if (self->state != NULL)
    rcp_timeline_state_set_selected_event (self->state, rcp_discrepancy_get_other_event_id (discrepancy));
}

static void
append_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* The other event, which opens, before the values of its accounts. */
static GtkWidget *
make_other (RcpDifferBox *self, RcpDiscrepancy *discrepancy)
{
  GtkWidget *button = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *title = rcp_discrepancy_get_other_title (discrepancy);
  g_autofree char *date = rcp_date_words_format (rcp_discrepancy_get_other_date (discrepancy), RCP_DATE_STYLE_LONG);
  /* Translators: %1$s is what an event is called, %2$s its date */
  g_autofree char *words = g_strdup_printf (_("Told as another event: %1$s, %2$s"), title, date ? date : _("no date"));

  append_line (lines, _("Told as another event:"), "rcp-caption");
  append_line (lines, title, "rcp-bold");
  append_line (lines, date ? date : _("no date"), "rcp-caption");
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "value");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "discrepancy", g_object_ref (discrepancy), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (other_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_join (RcpDifferBox *self, RcpDiscrepancy *discrepancy)
{
  GtkWidget *button = gtk_button_new_with_label (_("They are one event"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "rcp-small");
  g_object_set_data_full (G_OBJECT (button), "discrepancy", g_object_ref (discrepancy), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (join_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_point (RcpDifferBox *self, RcpDiscrepancy *discrepancy)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *values = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (point_name (rcp_discrepancy_get_kind (discrepancy))), *settle = gtk_button_new ();
  gboolean settled = rcp_discrepancy_get_settled (discrepancy);
  const char *words = settled ? _("Open again") : _("Mark as settled");
  GListModel *model = rcp_discrepancy_get_values (discrepancy);
  gint64 other_id = rcp_discrepancy_get_other_event_id (discrepancy);
  gboolean told_other = FALSE;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), 1);
  gtk_widget_set_size_request (name, POINT_WIDTH_PX, -1);
  gtk_widget_add_css_class (name, "point");
  gtk_box_append (GTK_BOX (row), name);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (model, i);

      if (other_id != 0 && !told_other && rcp_discrepancy_value_get_event_id (value) == other_id)
        {
          gtk_box_append (GTK_BOX (values), make_other (self, discrepancy));
          told_other = TRUE;
        }
      gtk_box_append (GTK_BOX (values), make_value (self, value));
    }
  if (rcp_discrepancy_get_is_update (discrepancy))
    {
      GtkWidget *update = gtk_label_new (_("Later articles may simply know more"));

      gtk_label_set_xalign (GTK_LABEL (update), 0);
      gtk_label_set_wrap (GTK_LABEL (update), TRUE);
      gtk_widget_add_css_class (update, "dim-label");
      gtk_widget_add_css_class (update, "caption");
      gtk_box_append (GTK_BOX (values), update);
    }
  if (other_id != 0 && !settled)
    gtk_box_append (GTK_BOX (values), make_join (self, discrepancy));
  gtk_widget_set_hexpand (values, TRUE);
  gtk_box_append (GTK_BOX (row), values);

  gtk_button_set_icon_name (GTK_BUTTON (settle), settled ? "edit-undo-symbolic" : "rcp-check-symbolic");
  gtk_widget_set_tooltip_text (settle, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (settle), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (settle, GTK_ALIGN_START);
  gtk_widget_add_css_class (settle, "flat");
  gtk_widget_add_css_class (settle, "rcp-small");
  g_object_set_data_full (G_OBJECT (settle), "discrepancy", g_object_ref (discrepancy), g_object_unref);
  g_signal_connect_object (settle, "clicked", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), settle);
  if (settled)
    gtk_widget_add_css_class (row, "settled");
  return row;
}

static void
rcp_differ_box_dispose (GObject *object)
{
  RcpDifferBox *self = RCP_DIFFER_BOX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_differ_box_parent_class)->dispose (object);
}

static void
rcp_differ_box_class_init (RcpDifferBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_differ_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "differbox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_differ_box_init (RcpDifferBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_box_append (GTK_BOX (head), rcp_badge_new (RCP_BADGE_DIFFER, NULL));
  gtk_box_append (GTK_BOX (head), self->heading);
  gtk_widget_add_css_class (head, "head");
  self->points = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->points);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** rcp_differ_box_new: @library, @state: (nullable). Returns: (transfer floating): an empty box. */
GtkWidget *
rcp_differ_box_new (RcpLibrary *library, RcpTimelineState *state)
{
  RcpDifferBox *self = g_object_new (RCP_TYPE_DIFFER_BOX, NULL);

  g_set_object (&self->library, library);
  g_set_object (&self->state, state);
  return GTK_WIDGET (self);
}

/** rcp_differ_box_set: @discrepancies: of RcpDiscrepancy. */
void
rcp_differ_box_set (RcpDifferBox *self, GListModel *discrepancies)
{
  guint n_points = g_list_model_get_n_items (discrepancies), n_open = 0;
  g_autofree char *heading = NULL;
  GtkWidget *child;

  g_return_if_fail (RCP_IS_DIFFER_BOX (self));

  while ((child = gtk_widget_get_first_child (self->points)) != NULL)
    gtk_box_remove (GTK_BOX (self->points), child);
  for (guint i = 0; i < n_points; i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);

      if (i > 0)
        gtk_box_append (GTK_BOX (self->points), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (self->points), make_point (self, discrepancy));
      n_open += !rcp_discrepancy_get_settled (discrepancy);
    }
  if (n_open > 0)
    heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Accounts differ on %u point", "Accounts differ on %u points", n_open), n_open);
  else
    heading = g_strdup (_("Differences settled"));
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  if (n_open > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "settled");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "settled");
  gtk_widget_set_visible (GTK_WIDGET (self), n_points > 0);
}
