#include "config.h"

#include "rcp-cross-check-cell.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-cross-words.h"

struct _RcpCrossCheckCell
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *differ; /* (nullable) */
  GtkWidget *label;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckCell, rcp_cross_check_cell, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * rcp_cell_state_get_icon_name:
 *
 * Returns: (transfer none): the symbolic icon that stands for @state.
 */
const char *
rcp_cell_state_get_icon_name (RcpCellState state)
{
  switch (state)
    {
    case RCP_CELL_REPORTED:
      return "rcp-reported-symbolic";
    case RCP_CELL_DIFFERS:
      return "rcp-differ-symbolic";
    case RCP_CELL_OTHER:
      return "rcp-partly-symbolic";
    case RCP_CELL_SAME_WORDING:
      return "rcp-shared-symbolic";
    case RCP_CELL_BEFORE:
      return "rcp-before-symbolic";
    case RCP_CELL_ABSENT:
    default:
      return "rcp-absent-symbolic";
    }
}

static void
emit_activate_cb (GtkGestureClick *click, int n_press, double x, double y, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (user_data));
  g_signal_emit (user_data, signals[ACTIVATE], 0);
}

static void
rcp_cross_check_cell_dispose (GObject *object)
{
  RcpCrossCheckCell *self = RCP_CROSS_CHECK_CELL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_cross_check_cell_parent_class)->dispose (object);
}

static void
rcp_cross_check_cell_class_init (RcpCrossCheckCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_cross_check_cell_dispose;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "crosscell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
rcp_cross_check_cell_init (RcpCrossCheckCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (self->box), self->icon);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (emit_activate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
rcp_cross_check_cell_new (void)
{
  return g_object_new (RCP_TYPE_CROSS_CHECK_CELL, NULL);
}

/* What a screen reader says, and what the pointer shows. */
static char *
describe (const RcpCrossCell *cell, gboolean is_first)
{
  GString *text = g_string_new (rcp_cell_state_get_label (cell->state));

  if (cell->differs && cell->state != RCP_CELL_DIFFERS)
    g_string_append_printf (text, ", %s", rcp_cell_state_get_label (RCP_CELL_DIFFERS));
  if (cell->words && cell->words[0])
    g_string_append_printf (text, ", %s", cell->words);
  if (is_first)
    g_string_append_printf (text, ", %s", _("published it first"));
  return g_string_free (text, FALSE);
}

/* Most cells have neither a badge nor words: they are made where they are first needed. */

static void
show_differ (RcpCrossCheckCell *self, gboolean differs)
{
  if (differs && self->differ == NULL)
    {
      self->differ = rcp_badge_new (RCP_BADGE_DIFFER, NULL);
      gtk_widget_set_valign (self->differ, GTK_ALIGN_CENTER);
      gtk_box_insert_child_after (GTK_BOX (self->box), self->differ, self->icon);
    }
  if (self->differ)
    gtk_widget_set_visible (self->differ, differs);
}

static void
show_words (RcpCrossCheckCell *self, const char *words)
{
  if (words && self->label == NULL)
    {
      self->label = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->label, "rcp-caption");
      gtk_box_append (GTK_BOX (self->box), self->label);
    }
  if (self->label == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), words ? words : "");
  gtk_widget_set_visible (self->label, words != NULL);
}

/**
 * rcp_cross_check_cell_set:
 * @cell: (transfer none): what to show
 * @outlet: the outlet's name, for screen readers
 * @event_title: the event's, likewise
 * @is_first: this outlet published the event first
 */
void
rcp_cross_check_cell_set (RcpCrossCheckCell *self, const RcpCrossCell *cell, const char *outlet, const char *event_title,
                          gboolean is_first)
{
  static const struct
  {
    RcpCellState state;
    const char *css_class;
  } classes[] = { { RCP_CELL_ABSENT, "absent" }, { RCP_CELL_BEFORE, "before" } };
  g_autofree char *said = describe (cell, is_first);
  g_autofree char *spoken = NULL;
  const char *words = cell->words && cell->words[0] ? cell->words : NULL;

  g_return_if_fail (RCP_IS_CROSS_CHECK_CELL (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), rcp_cell_state_get_icon_name (cell->state));
  gtk_widget_set_visible (self->icon, cell->state != RCP_CELL_DIFFERS);
  show_differ (self, cell->differs);
  show_words (self, words);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (cell->state == classes[i].state)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i].css_class);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i].css_class);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
  /* Translators: read aloud for a cell of the cross-check: outlet, event: what it says */
  spoken = g_strdup_printf (_("%s, %s: %s"), outlet, event_title, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
rcp_cross_check_cell_set_selected (RcpCrossCheckCell *self, gboolean selected)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_CELL (self));

  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
