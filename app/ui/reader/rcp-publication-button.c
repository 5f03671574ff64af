#include "config.h"

#include "rcp-publication-button.h"

#include <glib/gi18n.h>

#include "rcp-date-popover.h"
#include "rcp-date-words.h"
#include "rcp-error.h"

/* How long a date must stand in the entry before it is asked what it would move: longer than between two keys. */
#define PAUSE_MS 250

struct _RcpPublicationButton
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *popover;

  /* owned */
  RcpLibrary *library;
  RcpArticle *article;
  RcpEdtf *typed; /* nullable */
  GCancellable *cancellable; /* of the question that is asked; nullable */

  /* plain */
  guint pause_id;
};

G_DEFINE_FINAL_TYPE (RcpPublicationButton, rcp_publication_button, ADW_TYPE_BIN)

static void
forget_question (RcpPublicationButton *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* A line for each thing that would get another date: “mardi”: Tue 26 Mar 2024 → Tue 19 Mar 2024. */
static void
add_lines (GStrvBuilder *lines, GListModel *moves, gboolean quoted)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (RcpDateMove) move = g_list_model_get_item (moves, i);
      g_autofree char *from = rcp_date_words_format (rcp_date_move_get_old_date (move), RCP_DATE_STYLE_MEDIUM);
      g_autofree char *to = rcp_date_words_format (rcp_date_move_get_new_date (move), RCP_DATE_STYLE_MEDIUM);
      g_autofree char *line = NULL;

      if (rcp_date_move_get_is_gone (move))
        /* Translators: %s is the title of an event that would become one with others */
        line = g_strdup_printf (_("%s: joins other events"), rcp_date_move_get_text (move));
      else if (quoted)
        /* Translators: %1$s are words of the article, %2$s their date now, %3$s the one they would get */
        line = g_strdup_printf (_("“%1$s”: %2$s → %3$s"), rcp_date_move_get_text (move), from, to);
      else
        /* Translators: %1$s is the title of an event or article, %2$s its date now, %3$s the one it would get */
        line = g_strdup_printf (_("%1$s: %2$s → %3$s"), rcp_date_move_get_text (move), from, to);
      g_strv_builder_add (lines, line);
    }
}

static void
show_preview (RcpPublicationButton *self, RcpDatePreview *preview)
{
  GListModel *dates = rcp_date_preview_get_expressions (preview), *events = rcp_date_preview_get_events (preview),
             *articles = rcp_date_preview_get_articles (preview);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n_dates = g_list_model_get_n_items (dates), n_events = g_list_model_get_n_items (events),
        n_articles = g_list_model_get_n_items (articles);
  g_autofree char *of_dates = g_strdup_printf (ngettext ("%u date of the text", "%u dates of the text", n_dates), n_dates);
  g_autofree char *of_events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  g_autofree char *of_articles
      = g_strdup_printf (ngettext ("%u other article", "%u other articles", n_articles), n_articles);
  const char *parts[4] = { NULL };
  guint n = 0;
  g_autofree char *counts = NULL;
  g_autofree char *summary = NULL;
  g_auto (GStrv) all = NULL;

  add_lines (lines, articles, FALSE);
  add_lines (lines, events, FALSE);
  add_lines (lines, dates, TRUE);
  all = g_strv_builder_end (lines);
  if (n_dates > 0)
    parts[n++] = of_dates;
  if (n_events > 0)
    parts[n++] = of_events;
  if (n_articles > 0)
    parts[n++] = of_articles;
  counts = g_strjoinv (", ", (char **) parts);
  /* Translators: “Would move: 3 dates of the text, 2 events” */
  summary = g_strdup_printf (_("Would move: %s"), counts);
  rcp_date_popover_set_moves (RCP_DATE_POPOVER (self->popover), all[0] ? summary : _("Nothing else would move"),
                              (const char *const *) all);
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpPublicationButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDatePreview) preview = rcp_library_preview_published_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* The cancelled question may have been answered just before: only the last one counts. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (preview)
    {
      show_preview (self, preview);
    }
  else
    {
      g_autofree char *sentence = rcp_error_describe (error);

      rcp_date_popover_set_moves (RCP_DATE_POPOVER (self->popover), sentence, NULL);
    }
}

static gboolean
ask_cb (gpointer user_data)
{
  RcpPublicationButton *self = user_data;

  self->pause_id = 0;
  self->cancellable = g_cancellable_new ();
  rcp_date_popover_set_moves (RCP_DATE_POPOVER (self->popover), _("Looking at what would move…"), NULL);
  rcp_library_preview_published_async (self->library, rcp_article_get_id (self->article), self->typed, self->cancellable,
                                       preview_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
typed_cb (RcpPublicationButton *self, RcpEdtf *date)
{
  forget_question (self);
  g_clear_pointer (&self->typed, rcp_edtf_unref);
  if (date == NULL || self->library == NULL)
    return;
  self->typed = rcp_edtf_ref (date);
  self->pause_id = g_timeout_add (PAUSE_MS, ask_cb, self);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rcp_library_set_published_finish (RCP_LIBRARY (source), result, &error))
    {
      gtk_widget_activate_action (self, "win.toast-undo", "s", _("Date changed"));
    }
  else
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (self, "win.toast", "s", sentence);
    }
}

static void
set_cb (RcpPublicationButton *self, RcpEdtf *date)
{
  forget_question (self);
  if (self->library && self->article)
    rcp_library_set_published_async (self->library, rcp_article_get_id (self->article), date, NULL, published_cb,
                                     g_object_ref (self));
}

static void
rcp_publication_button_dispose (GObject *object)
{
  RcpPublicationButton *self = RCP_PUBLICATION_BUTTON (object);

  forget_question (self);
  g_clear_pointer (&self->typed, rcp_edtf_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (rcp_publication_button_parent_class)->dispose (object);
}

static void
rcp_publication_button_class_init (RcpPublicationButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_publication_button_dispose;
}

static void
rcp_publication_button_init (RcpPublicationButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = rcp_date_popover_new ();
  g_signal_connect_object (self->popover, "set", G_CALLBACK (set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Change…"));
  gtk_widget_set_tooltip_text (button, _("Why this date, and change it"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "rcp-small");
  adw_bin_set_child (ADW_BIN (self), button);
}

/** rcp_publication_button_new: Returns: (transfer floating): a button without an article. */
GtkWidget *
rcp_publication_button_new (void)
{
  return g_object_new (RCP_TYPE_PUBLICATION_BUTTON, NULL);
}

/**
 * rcp_publication_button_set_article:
 * @library: (transfer none) (nullable): where the date can be set
 * @article: (transfer none): the article
 * @clues: (nullable) (element-type RcpPublicationClue): what speaks for its date, and against it
 */
void
rcp_publication_button_set_article (RcpPublicationButton *self, RcpLibrary *library, RcpArticle *article,
                                    const GPtrArray *clues)
{
  RcpEdtf *published = rcp_article_get_published (article);

  g_return_if_fail (RCP_IS_PUBLICATION_BUTTON (self));

  g_set_object (&self->library, library);
  g_set_object (&self->article, article);
  rcp_date_popover_set_date (RCP_DATE_POPOVER (self->popover), published,
                             rcp_article_get_published_basis (article) == RCP_PUBLISHED_USER);
  rcp_date_popover_set_reasons (RCP_DATE_POPOVER (self->popover), clues, published, rcp_article_get_best_day (article));
  gtk_widget_set_visible (GTK_WIDGET (self), library != NULL);
}
