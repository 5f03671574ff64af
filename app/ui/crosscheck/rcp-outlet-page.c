#include "config.h"

#include "rcp-outlet-page.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-date-words.h"
#include "rcp-error.h"
#include "rcp-event-labels.h"
#include "rcp-outlet-rows.h"

struct _RcpOutletPage
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpOutlet *outlet;
  GCancellable *cancellable;
  GSignalGroup *library_signals;

  /* children */
  GtkWidget *avatar;
  GtkWidget *name;
  GtkWidget *published;
  GtkWidget *grade;
  GtkWidget *facts;
  GtkWidget *sections;
  GtkWidget *scroller;

  /* plain */
  gboolean busy; /* the grade follows, and is not the user's choice */
};

G_DEFINE_FINAL_TYPE (RcpOutletPage, rcp_outlet_page, ADW_TYPE_BIN)

enum
{
  BACK,
  EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
}

static void
back_cb (RcpOutletPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, signals[BACK], 0);
}

/* The grade: the user's own, never guessed. */

static void
graded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rcp_library_set_reliability_finish (RCP_LIBRARY (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (self, "win.toast", "s", sentence);
    }
}

static void
grade_chosen_cb (RcpOutletPage *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grade));

  if (self->busy || self->library == NULL || self->outlet == NULL || at == GTK_INVALID_LIST_POSITION)
    return;
  rcp_library_set_reliability_async (self->library, rcp_outlet_get_id (self->outlet),
                                     at == 0 ? 0 : RCP_RELIABILITY_FIRST + (int) at - 1, NULL, graded_cb, g_object_ref (self));
}

static GtkWidget *
new_grade (RcpOutletPage *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *grade;

  g_ptr_array_add (labels, g_strdup (_("no grade")));
  for (guint i = RCP_RELIABILITY_FIRST; i <= RCP_RELIABILITY_LAST; i++)
    g_ptr_array_add (labels, g_strdup_printf ("%c · %s", (char) i, rcp_event_label_reliability (i)));
  g_ptr_array_add (labels, NULL);
  grade = gtk_drop_down_new_from_strings ((const char *const *) labels->pdata);
  gtk_widget_set_tooltip_text (grade, _("How far you trust this outlet: your own grade"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (grade), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How far you trust this outlet: your own grade"), -1);
  gtk_widget_set_valign (grade, GTK_ALIGN_CENTER);
  g_signal_connect_object (grade, "notify::selected", G_CALLBACK (grade_chosen_cb), self, G_CONNECT_SWAPPED);
  return grade;
}

/* Facts: numbers that say how much there is of each section. */

static void
append_fact (RcpOutletPage *self, char *text, const char *tooltip)
{
  g_autofree char *owned = text;
  GtkWidget *label = gtk_label_new (owned);

  gtk_widget_add_css_class (label, "rcp-fact");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_box_append (GTK_BOX (self->facts), label);
}

static void
fill_facts (RcpOutletPage *self, RcpOutletDetail *detail)
{
  guint n_told = g_list_model_get_n_items (rcp_cross_table_get_rows (rcp_outlet_detail_get_told (detail)));
  guint n_before = rcp_outlet_detail_get_n_unknowable (detail);
  guint n_comparable = rcp_outlet_detail_get_n_comparable (detail);

  empty_box (self->facts);
  append_fact (self, g_strdup_printf (_("tells %u of %u events"), n_told, rcp_outlet_detail_get_n_events (detail) - n_before),
               n_before ? _("Events that came after all it published are not counted.") : NULL);
  if (n_comparable > 0)
    append_fact (self, g_strdup_printf (_("first for %u of %u"), rcp_outlet_detail_get_n_first (detail), n_comparable),
                 _("Of the events it tells, those for which publication dates allow to say who was first"));
  if (n_before > 0)
    append_fact (self, g_strdup_printf (ngettext ("%u event came later", "%u events came later", n_before), n_before),
                 _("They came after all it published here: it can’t know them."));
}

/* Sections. */

static void
open_account (RcpOutletPage *self, RcpAccount *account)
{
  if (account)
    rcp_timeline_state_open_article (self->state, rcp_account_get_article_id (account), rcp_account_get_start (account),
                                     rcp_account_get_end (account));
}

static void
account_row_cb (GtkWidget *row, RcpOutletPage *self)
{
  open_account (self, g_object_get_data (G_OBJECT (row), "account"));
}

static void
gap_row_cb (GtkWidget *row, RcpOutletPage *self)
{
  RcpEvent *event = g_object_get_data (G_OBJECT (row), "event");

  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, rcp_event_get_id (event));
}

static void
passage_cb (GtkWidget *button, RcpOutletPage *self)
{
  const RcpOutletPlace *place = g_object_get_data (G_OBJECT (button), "place");

  rcp_timeline_state_open_article (self->state, place->article_id, place->range.start, place->range.end);
}

static void
append_told (RcpOutletPage *self, RcpOutletDetail *detail)
{
  GListModel *told = rcp_cross_table_get_rows (rcp_outlet_detail_get_told (detail));
  guint n = g_list_model_get_n_items (told);
  GtkWidget *list = rcp_outlet_rows_append_section (self->sections, _("Tells"), n, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (told, i);
      GtkWidget *widget = rcp_outlet_rows_new_told (row);

      g_signal_connect_object (widget, "activated", G_CALLBACK (account_row_cb), self, 0);
      gtk_list_box_append (GTK_LIST_BOX (list), widget);
    }
  rcp_outlet_rows_fold (list);
}

static void
append_left_out (RcpOutletPage *self, RcpOutletDetail *detail)
{
  const GPtrArray *gaps = rcp_outlet_detail_get_left_out (detail);
  GtkWidget *list = rcp_outlet_rows_append_section (
    self->sections, _("Leaves out"), gaps->len,
    gaps->len ? _("Told by two or more others in words of their own while it published.")
              : _("Nothing that two or more others told in words of their own while it published."));

  for (guint i = 0; i < gaps->len; i++)
    {
      GtkWidget *widget = rcp_outlet_rows_new_gap (gaps->pdata[i]);

      g_signal_connect_object (widget, "activated", G_CALLBACK (gap_row_cb), self, 0);
      gtk_list_box_append (GTK_LIST_BOX (list), widget);
    }
  rcp_outlet_rows_fold (list);
}

static void
append_sharing (RcpOutletPage *self, RcpOutletDetail *detail)
{
  const GPtrArray *sharing = rcp_outlet_detail_get_sharing (detail);
  GtkWidget *list = rcp_outlet_rows_append_section (self->sections, _("Same wording as others"), sharing->len,
                                                    sharing->len ? _("Quotations left out. Who wrote it first is not known.")
                                                                 : _("No wording in common with another outlet."));

  for (guint i = 0; i < sharing->len; i++)
    {
      const RcpOutletSharing *with = sharing->pdata[i];
      GtkWidget *row = rcp_outlet_rows_new_sharing (with);

      for (guint j = 0; j < with->passages->len; j++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                  rcp_outlet_rows_new_passage (with->passages->pdata[j], rcp_outlet_get_label (self->outlet),
                                                               with->outlet, G_CALLBACK (passage_cb), self));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  rcp_outlet_rows_fold (list);
}

static void
append_sources (RcpOutletPage *self, RcpOutletDetail *detail)
{
  const GPtrArray *sources = rcp_outlet_detail_get_sources (detail);
  GtkWidget *list = rcp_outlet_rows_append_section (self->sections, _("Cites"), sources->len,
                                                    sources->len ? NULL : _("Nobody, in the sentences that tell events."));

  for (guint i = 0; i < sources->len; i++)
    {
      const RcpOutletSource *source = sources->pdata[i];
      GtkWidget *row = rcp_outlet_rows_new_source (source);

      for (guint j = 0; j < source->accounts->len; j++)
        {
          GtkWidget *widget = rcp_outlet_rows_new_sentence (source->accounts->pdata[j]);

          g_signal_connect_object (widget, "activated", G_CALLBACK (account_row_cb), self, 0);
          adw_expander_row_add_row (ADW_EXPANDER_ROW (row), widget);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  rcp_outlet_rows_fold (list);
}

static void
fill_head (RcpOutletPage *self, RcpOutlet *outlet)
{
  g_autofree char *date = rcp_date_words_format (rcp_outlet_get_published (outlet), RCP_DATE_STYLE_MEDIUM);
  g_autofree char *articles = g_strdup_printf (
    ngettext ("%u article", "%u articles", rcp_outlet_get_n_articles (outlet)), rcp_outlet_get_n_articles (outlet));
  g_autofree char *line = g_strdup_printf ("%s · %s", articles, date);

  rcp_avatar_set_outlet (RCP_AVATAR (self->avatar), rcp_outlet_get_name (outlet));
  gtk_label_set_label (GTK_LABEL (self->name), rcp_outlet_get_label (outlet));
  gtk_widget_set_tooltip_text (self->name, rcp_outlet_get_label (outlet));
  gtk_label_set_label (GTK_LABEL (self->published), line);
  self->busy = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grade), rcp_outlet_get_reliability (outlet)
                                                             ? rcp_outlet_get_reliability (outlet) - RCP_RELIABILITY_FIRST + 1
                                                             : 0);
  self->busy = FALSE;
}

static void
show_message (RcpOutletPage *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  empty_box (self->sections);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "rcp-dim");
  gtk_box_append (GTK_BOX (self->sections), label);
}

/* Loading. */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpOutletPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpOutletDetail) detail = rcp_library_load_outlet_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || RCP_LIBRARY (source) != self->library)
    return;
  if (detail == NULL)
    {
      g_autofree char *sentence = rcp_error_describe (error);

      show_message (self, sentence);
      return;
    }
  if (rcp_outlet_get_id (rcp_outlet_detail_get_outlet (detail)) != rcp_outlet_get_id (self->outlet))
    return;
  g_set_object (&self->outlet, rcp_outlet_detail_get_outlet (detail));
  fill_head (self, self->outlet);
  fill_facts (self, detail);
  empty_box (self->sections);
  append_told (self, detail);
  append_left_out (self, detail);
  append_sharing (self, detail);
  append_sources (self, detail);
}

static void
reload (RcpOutletPage *self)
{
  if (self->library == NULL || self->outlet == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  rcp_library_load_outlet_async (self->library, rcp_outlet_get_id (self->outlet),
                                 rcp_timeline_state_get_dossier_id (self->state), self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

static void
library_changed_cb (RcpOutletPage *self, guint changes)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && changes & (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS | RCP_LIBRARY_CHANGED_DOSSIERS))
    reload (self);
}

/* Object. */

static void
rcp_outlet_page_dispose (GObject *object)
{
  RcpOutletPage *self = RCP_OUTLET_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  g_clear_object (&self->outlet);

  G_OBJECT_CLASS (rcp_outlet_page_parent_class)->dispose (object);
}

static void
rcp_outlet_page_class_init (RcpOutletPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_outlet_page_dispose;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "back", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "back", NULL);
}

static GtkWidget *
new_bar (RcpOutletPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_tooltip_text (back, _("Back to the table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the table"), -1);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);

  self->avatar = rcp_avatar_new (40);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "rcp-heading");
  self->published = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->published), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->published), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->published, "rcp-caption");
  gtk_widget_add_css_class (self->published, "rcp-dim");
  gtk_box_append (GTK_BOX (names), self->name);
  gtk_box_append (GTK_BOX (names), self->published);
  gtk_widget_set_hexpand (names, TRUE);

  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), self->avatar);
  gtk_box_append (GTK_BOX (bar), names);
  self->grade = new_grade (self);
  gtk_box_append (GTK_BOX (bar), self->grade);
  gtk_widget_add_css_class (bar, "rcp-outlet-bar");
  return bar;
}

static void
rcp_outlet_page_init (RcpOutletPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();

  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (library_changed_cb), self);

  self->facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (content), self->facts);
  gtk_box_append (GTK_BOX (content), self->sections);
  gtk_widget_add_css_class (content, "rcp-outlet-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar (self));
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * rcp_outlet_page_show:
 * @library: (transfer none): where it comes from
 * @state: (transfer none): whose dossier is looked at; where opened articles go
 * @outlet: (transfer none): which one
 */
void
rcp_outlet_page_show (RcpOutletPage *self, RcpLibrary *library, RcpTimelineState *state, RcpOutlet *outlet)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (RCP_IS_OUTLET_PAGE (self));

  g_set_object (&self->library, library);
  g_set_object (&self->state, state);
  g_set_object (&self->outlet, outlet);
  g_signal_group_set_target (self->library_signals, library);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, 0);
  fill_head (self, outlet);
  empty_box (self->facts);
  show_message (self, _("Reading…"));
  reload (self);
}
