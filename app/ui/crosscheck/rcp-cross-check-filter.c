#include "config.h"

#include "rcp-cross-check-filter.h"

#include <glib/gi18n.h>

#include "rcp-family.h"
#include "rcp-outlet.h"

struct _RcpCrossCheckFilter
{
  AdwBin parent_instance;

  /* owned */
  RcpTimelineState *state;
  GSignalGroup *state_signals;
  GArray *hidden; /* of gint64: the outlets that are not shown */
  GArray *shown;  /* of gint64: those that are; what a selection borrows */
  GListModel *outlets;

  /* children */
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *families[RCP_N_FAMILIES];
  GtkWidget *differences;
  GtkWidget *single;
  GtkWidget *outlet_box;
  GtkWidget *clear;

  /* plain */
  gboolean busy; /* the widgets follow, and are not to be answered */
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckFilter, rcp_cross_check_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ALL_FAMILIES ((1u << RCP_N_FAMILIES) - 1)
#define NO_FAMILY (1u << RCP_N_FAMILIES)

static gboolean
is_on (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static guint
count_active (RcpCrossCheckFilter *self)
{
  guint families = self->state ? rcp_timeline_state_get_families (self->state) & ALL_FAMILIES : ALL_FAMILIES;

  return (families != ALL_FAMILIES) + is_on (self->differences) + is_on (self->single) + (self->hidden->len > 0);
}

static void
update_button (RcpCrossCheckFilter *self)
{
  guint n = count_active (self);
  g_autofree char *label = n ? g_strdup_printf (_("Filter · %u"), n) : g_strdup (_("Filter"));

  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_widget_set_sensitive (self->clear, n > 0);
  if (n > 0)
    gtk_widget_add_css_class (self->button, "active");
  else
    gtk_widget_remove_css_class (self->button, "active");
}

static void
emit_changed (RcpCrossCheckFilter *self)
{
  if (self->busy)
    return;
  update_button (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
family_toggled_cb (RcpCrossCheckFilter *self)
{
  guint families = 0;

  if (self->busy || self->state == NULL)
    return;
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    families |= is_on (self->families[i]) ? 1u << i : 0;
  rcp_timeline_state_set_families (self->state, families);
}

static void
families_changed_cb (RcpCrossCheckFilter *self)
{
  guint families = rcp_timeline_state_get_families (self->state);

  self->busy = TRUE;
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->families[i]), (families & (1u << i)) != 0);
  self->busy = FALSE;
  emit_changed (self);
}

static gboolean
find_hidden (RcpCrossCheckFilter *self, gint64 id, guint *at)
{
  for (*at = 0; *at < self->hidden->len; (*at)++)
    if (g_array_index (self->hidden, gint64, *at) == id)
      return TRUE;
  return FALSE;
}

static void
outlet_toggled_cb (GtkCheckButton *check, RcpCrossCheckFilter *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), "outlet-id");
  guint at;

  if (self->busy)
    return;
  if (find_hidden (self, *id, &at))
    g_array_remove_index (self->hidden, at);
  if (!gtk_check_button_get_active (check))
    g_array_append_val (self->hidden, *id);
  emit_changed (self);
}

static GtkWidget *
append_check (GtkWidget *box, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
append_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "rcp-caption");
  gtk_widget_add_css_class (label, "rcp-bold");
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (box), label);
}

static void
fill_outlets (RcpCrossCheckFilter *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->outlet_box)))
    gtk_box_remove (GTK_BOX (self->outlet_box), child);
  for (guint i = 0; self->outlets && i < g_list_model_get_n_items (self->outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (self->outlets, i);
      GtkWidget *label = gtk_label_new (rcp_outlet_get_label (outlet));
      GtkWidget *check = gtk_check_button_new ();
      gint64 id = rcp_outlet_get_id (outlet);
      guint at;

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
      gtk_widget_set_tooltip_text (check, rcp_outlet_get_label (outlet));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, rcp_outlet_get_label (outlet), -1);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !find_hidden (self, id, &at));
      g_object_set_data_full (G_OBJECT (check), "outlet-id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (outlet_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->outlet_box), check);
    }
}

static void
rcp_cross_check_filter_dispose (GObject *object)
{
  RcpCrossCheckFilter *self = RCP_CROSS_CHECK_FILTER (object);

  g_clear_object (&self->state_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->outlets);

  G_OBJECT_CLASS (rcp_cross_check_filter_parent_class)->dispose (object);
}

static void
rcp_cross_check_filter_finalize (GObject *object)
{
  RcpCrossCheckFilter *self = RCP_CROSS_CHECK_FILTER (object);

  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (rcp_cross_check_filter_parent_class)->finalize (object);
}

static void
rcp_cross_check_filter_class_init (RcpCrossCheckFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rcp_cross_check_filter_dispose;
  object_class->finalize = rcp_cross_check_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
new_popover (RcpCrossCheckFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  append_heading (box, _("Families"));
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    {
      self->families[i] = append_check (box, rcp_family_get_label (i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->families[i]), TRUE);
      g_signal_connect_object (self->families[i], "toggled", G_CALLBACK (family_toggled_cb), self, G_CONNECT_SWAPPED);
    }
  append_heading (box, _("Events"));
  self->differences = append_check (box, _("Only where outlets differ"));
  self->single = append_check (box, _("Only those of a single outlet"));
  g_signal_connect_object (self->differences, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->single, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  append_heading (box, _("Outlets"));
  self->outlet_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->outlet_box);
  gtk_box_append (GTK_BOX (box), scroller);
  self->clear = gtk_button_new_with_label (_("Show everything"));
  gtk_widget_set_margin_top (self->clear, 6);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (rcp_cross_check_filter_clear), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_widget_add_css_class (box, "rcp-cross-filter");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
rcp_cross_check_filter_init (RcpCrossCheckFilter *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->hidden = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::families", G_CALLBACK (families_changed_cb), self);

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  gtk_widget_add_css_class (self->button, "rcp-filter");
  gtk_widget_set_tooltip_text (self->button, _("What is shown"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->button);
  update_button (self);
}

/**
 * rcp_cross_check_filter_set_state:
 * @state: (transfer none) (nullable): whose families are shown and set
 */
void
rcp_cross_check_filter_set_state (RcpCrossCheckFilter *self, RcpTimelineState *state)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_FILTER (self));

  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  if (state)
    families_changed_cb (self);
}

/**
 * rcp_cross_check_filter_set_outlets:
 * @outlets: (transfer none): of #RcpOutlet: those there are to choose from
 */
void
rcp_cross_check_filter_set_outlets (RcpCrossCheckFilter *self, GListModel *outlets)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_FILTER (self));

  g_set_object (&self->outlets, outlets);
  self->busy = TRUE;
  fill_outlets (self);
  self->busy = FALSE;
  update_button (self);
}

/**
 * rcp_cross_check_filter_apply:
 * @selection: gets what is chosen here; the rest stays. Borrows from this widget until it changes
 */
void
rcp_cross_check_filter_apply (RcpCrossCheckFilter *self, RcpCrossSelection *selection)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_FILTER (self));

  selection->families = self->state ? rcp_timeline_state_get_families (self->state) & ALL_FAMILIES : ALL_FAMILIES;
  if (selection->families == 0)
    selection->families = NO_FAMILY;
  selection->only_differences = is_on (self->differences);
  selection->only_single = is_on (self->single);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->hidden->len > 0 && self->outlets && i < g_list_model_get_n_items (self->outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (self->outlets, i);
      gint64 id = rcp_outlet_get_id (outlet);
      guint at;

      if (!find_hidden (self, id, &at))
        g_array_append_val (self->shown, id);
    }
  /* Nothing chosen at all shows everything: a table without columns says nothing. */
  selection->outlets = (const gint64 *) (gpointer) self->shown->data;
  selection->n_outlets = self->shown->len;
}

/** rcp_cross_check_filter_clear: shows everything again. */
void
rcp_cross_check_filter_clear (RcpCrossCheckFilter *self)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_FILTER (self));

  self->busy = TRUE;
  g_array_set_size (self->hidden, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->differences), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->single), FALSE);
  fill_outlets (self);
  if (self->state)
    rcp_timeline_state_set_families (self->state, ALL_FAMILIES);
  self->busy = FALSE;
  emit_changed (self);
}
