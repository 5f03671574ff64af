#include "config.h"

#include "rcp-timeline-foot.h"

#include <glib/gi18n.h>

#include "rcp-family.h"

/* More would make the popover taller than any window; the others come as these are given dates. */
#define MAX_LISTED 200

struct _RcpTimelineFoot
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *families;
  GtkWidget *toggles[RCP_N_FAMILIES];
  GtkWidget *names[RCP_N_FAMILIES];
  GtkWidget *counts[RCP_N_FAMILIES];
  GtkWidget *unplaced;
  GtkWidget *unplaced_label;
  GtkWidget *list;

  /* owned */
  RcpTimelineContent *content;

  /* plain */
  gboolean updating;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (RcpTimelineFoot, rcp_timeline_foot, GTK_TYPE_WIDGET)

static void
toggled_cb (GtkToggleButton *toggle, RcpTimelineFoot *self)
{
  guint families = 0;

  if (self->updating)
    return;
  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[f])))
      families |= 1u << f;
  rcp_timeline_state_set_families (rcp_timeline_content_get_state (self->content), families);
}

static void
update (RcpTimelineFoot *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint families = rcp_timeline_state_get_families (rcp_timeline_content_get_state (self->content));
  guint n_undated = rcp_timeline_index_get_undated (index)->len;
  char number[16];
  /* Translators: events that have no date to place them by */
  g_autofree char *words = g_strdup_printf (ngettext ("%u not placed", "%u not placed", n_undated), n_undated);

  self->updating = TRUE;
  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    {
      guint n = rcp_timeline_index_get_n_family (index, f);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *label = g_strdup_printf ("%s, %s", rcp_family_get_label ((RcpFamily) f), count);

      gtk_label_set_label (GTK_LABEL (self->counts[f]), count);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[f]), (families >> f & 1u) != 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[f]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  self->updating = FALSE;
  gtk_widget_set_visible (self->unplaced, n_undated > 0);
  g_snprintf (number, sizeof number, "%u", n_undated);
  gtk_label_set_label (GTK_LABEL (self->unplaced_label), self->compact ? number : words);
  gtk_widget_set_tooltip_text (self->unplaced, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unplaced), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, RcpTimelineFoot *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "event-id");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->unplaced));
  rcp_timeline_state_set_selected_event (rcp_timeline_content_get_state (self->content), *id);
}

static GtkWidget *
make_row (RcpEvent *event)
{
  RcpFamily family = rcp_action_get_family (rcp_event_get_action (event));
  gint64 id = rcp_event_get_id (event);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (rcp_family_get_icon_name (family));
  GtkWidget *title = gtk_label_new (rcp_event_get_title (event));

  gtk_widget_add_css_class (icon, rcp_family_get_css_class (family));
  gtk_widget_set_tooltip_text (icon, rcp_family_get_label (family));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "event-id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static void
fill_list_cb (GtkWidget *popover, RcpTimelineFoot *self)
{
  guint n = rcp_timeline_index_get_undated (rcp_timeline_content_get_index (self->content))->len;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < MIN (n, MAX_LISTED); i++)
    {
      g_autoptr (RcpEvent) event = rcp_timeline_content_dup_undated (self->content, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (event));
    }
}

static void
rcp_timeline_foot_dispose (GObject *object)
{
  RcpTimelineFoot *self = RCP_TIMELINE_FOOT (object);

  g_clear_pointer (&self->families, gtk_widget_unparent);
  g_clear_pointer (&self->unplaced, gtk_widget_unparent);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (rcp_timeline_foot_parent_class)->dispose (object);
}

static void
rcp_timeline_foot_class_init (RcpTimelineFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_timeline_foot_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinefoot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_toggle (RcpTimelineFoot *self, RcpFamily family)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (rcp_family_get_icon_name (family));
  GtkWidget *name = self->names[family] = gtk_label_new (rcp_family_get_label (family));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 15);
  gtk_widget_add_css_class (icon, "family");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  self->counts[family] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->counts[family], "count");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), self->counts[family]);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_widget_add_css_class (toggle, "family-toggle");
  gtk_widget_add_css_class (toggle, rcp_family_get_css_class (family));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, rcp_family_get_label (family));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  return toggle;
}

static GtkWidget *
make_unplaced (RcpTimelineFoot *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = gtk_label_new (_("No account says when these happened. Choose one to read it or to give it a date."));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("rcp-not-placed-symbolic"));
  self->unplaced_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->unplaced_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->unplaced_label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_widget_add_css_class (button, "unplaced");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 44);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "rcp-caption");
  gtk_widget_add_css_class (hint, "rcp-dim");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events not placed"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_box_append (GTK_BOX (content), hint);
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_widget_add_css_class (popover, "unplaced");
  g_signal_connect (popover, "show", G_CALLBACK (fill_list_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static void
rcp_timeline_foot_init (RcpTimelineFoot *self)
{
  self->families = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_hexpand (self->families, TRUE);
  gtk_widget_set_halign (self->families, GTK_ALIGN_START);
  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    {
      self->toggles[f] = make_toggle (self, (RcpFamily) f);
      gtk_box_append (GTK_BOX (self->families), self->toggles[f]);
    }
  gtk_widget_set_parent (self->families, GTK_WIDGET (self));
  self->unplaced = make_unplaced (self);
  gtk_widget_set_parent (self->unplaced, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Families of events"), -1);
}

/**
 * rcp_timeline_foot_new:
 * @content: what the timeline shows
 *
 * Returns: (transfer floating): its foot.
 */
GtkWidget *
rcp_timeline_foot_new (RcpTimelineContent *content)
{
  RcpTimelineFoot *self = g_object_new (RCP_TYPE_TIMELINE_FOOT, NULL);

  self->content = g_object_ref (content);
  g_signal_connect_object (content, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_foot_set_compact:
 * @compact: whether only icons and numbers have room
 */
void
rcp_timeline_foot_set_compact (RcpTimelineFoot *self, gboolean compact)
{
  g_return_if_fail (RCP_IS_TIMELINE_FOOT (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    gtk_widget_set_visible (self->names[f], !compact);
  update (self);
}
