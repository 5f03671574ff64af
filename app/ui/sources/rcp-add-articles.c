#include "config.h"

#include "rcp-add-articles.h"

#include <glib/gi18n.h>

#include "rcp-dialogs.h"
#include "rcp-window-private.h"

struct _RcpAddArticles
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *add_button;
  AdwViewStack *stack;
  GtkWidget *file_list;
  GtkWidget *file_group;
  GtkWidget *count_label;
  GtkWidget *drop_hint;
  AdwEntryRow *title_row;
  GtkWidget *text_view;
  GtkWidget *words_label;

  /* owned */
  GListStore *files; /* of GFile */
  GHashTable *off;   /* (element-type GFile): those not to be added */

  /* plain */
  gboolean has_folder;
};

G_DEFINE_FINAL_TYPE (RcpAddArticles, rcp_add_articles, ADW_TYPE_WINDOW)

static gboolean
is_on_text (RcpAddArticles *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "text") == 0;
}

static char *
dup_text (RcpAddArticles *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static guint
count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n_words = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (p));

      n_words += letter && !in_word;
      in_word = letter;
    }
  return n_words;
}

/* The button says what it will do, and is off where that is nothing. */
static void
update (RcpAddArticles *self)
{
  guint n_files = g_list_model_get_n_items (G_LIST_MODEL (self->files)), n_on = n_files - g_hash_table_size (self->off);
  g_autofree char *text = dup_text (self);
  guint n_words = count_words (text);
  g_autofree char *label = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *words = NULL;
  gboolean on_text = is_on_text (self);

  if (on_text)
    label = g_strdup (_("Add article"));
  else if (n_on == 0 || self->has_folder)
    label = g_strdup (_("Add articles"));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u article", "Add %u articles", n_on), n_on);
  gtk_button_set_label (GTK_BUTTON (self->add_button), label);
  gtk_widget_set_sensitive (self->add_button, on_text ? n_words > 0 : n_on > 0);

  gtk_widget_set_visible (self->file_group, n_files > 0);
  gtk_widget_set_vexpand (self->drop_hint, n_files == 0);
  /* Translators: %1$u files of %2$u are to be added */
  counted = g_strdup_printf (_("%1$u of %2$u selected"), n_on, n_files);
  gtk_label_set_text (GTK_LABEL (self->count_label), counted);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n_words), n_words);
  gtk_label_set_text (GTK_LABEL (self->words_label), words);
}

static void
toggled_cb (RcpAddArticles *self, GParamSpec *pspec, GtkCheckButton *check)
{
  GFile *file = g_object_get_data (G_OBJECT (check), "file");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->off, file);
  else
    g_hash_table_add (self->off, g_object_ref (file));
  update (self);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  RcpAddArticles *self = RCP_ADD_ARTICLES (user_data);
  GFile *file = item;
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = parent ? g_file_get_parse_name (parent) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder ? folder : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->off, file));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
add_file (RcpAddArticles *self, GFile *file)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->files)); i++)
    {
      g_autoptr (GFile) other = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      if (g_file_equal (file, other))
        return;
    }
  g_list_store_append (self->files, file);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  RcpAddArticles *self = RCP_ADD_ARTICLES (user_data);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_file (self, file);
    }
  update (self);
}

static void
chosen_folders_cb (GListModel *files, gpointer user_data)
{
  RCP_ADD_ARTICLES (user_data)->has_folder |= g_list_model_get_n_items (files) > 0;
  chosen_cb (files, user_data);
}

static void
choose_files_cb (RcpAddArticles *self)
{
  rcp_dialogs_choose_files (GTK_WINDOW (self), _("Choose articles"), FALSE, TRUE, chosen_cb, g_object_ref (self),
                            g_object_unref);
}

static void
choose_folder_cb (RcpAddArticles *self)
{
  rcp_dialogs_choose_files (GTK_WINDOW (self), _("Choose a folder of articles"), TRUE, TRUE, chosen_folders_cb,
                            g_object_ref (self), g_object_unref);
}

static gboolean
drop_cb (RcpAddArticles *self, const GValue *value)
{
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      /* Whether it is a folder is only known once it is read; then the number of articles is not. */
      g_autofree char *path = g_file_get_path (l->data);

      self->has_folder |= path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR);
      add_file (self, l->data);
    }
  adw_view_stack_set_visible_child_name (self->stack, "files");
  update (self);
  return TRUE;
}

static void
add_cb (RcpAddArticles *self)
{
  RcpWindow *window = RCP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (is_on_text (self))
    {
      g_autofree char *text = dup_text (self);
      g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

      rcp_window_import_text (window, title[0] ? title : NULL, text);
    }
  else
    {
      g_autoptr (GListStore) wanted = g_list_store_new (G_TYPE_FILE);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->files)); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);

          if (!g_hash_table_contains (self->off, file))
            g_list_store_append (wanted, file);
        }
      rcp_window_import_files (window, G_LIST_MODEL (wanted));
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
rcp_add_articles_dispose (GObject *object)
{
  RcpAddArticles *self = RCP_ADD_ARTICLES (object);

  g_clear_object (&self->files);
  g_clear_pointer (&self->off, g_hash_table_unref);

  G_OBJECT_CLASS (rcp_add_articles_parent_class)->dispose (object);
}

static void
rcp_add_articles_class_init (RcpAddArticlesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_add_articles_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/add-articles.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, add_button);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, file_list);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, file_group);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, count_label);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, title_row);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, text_view);
  gtk_widget_class_bind_template_child (widget_class, RcpAddArticles, words_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rcp_add_articles_init (RcpAddArticles *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->files = g_list_store_new (G_TYPE_FILE);
  self->off = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->file_list), G_LIST_MODEL (self->files), make_row_cb, self, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update (self);
}

/**
 * rcp_add_articles_present:
 * @parent: the window it adds to
 * @page: "files" or "text"
 * @text: (nullable): copied text to begin with
 */
void
rcp_add_articles_present (RcpWindow *parent, const char *page, const char *text)
{
  RcpAddArticles *self;

  g_return_if_fail (RCP_IS_WINDOW (parent));

  self = g_object_new (RCP_TYPE_ADD_ARTICLES, "transient-for", parent, "modal", TRUE, NULL);
  adw_view_stack_set_visible_child_name (self->stack, page);
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), text, -1);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
