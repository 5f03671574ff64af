#pragma once

#include <gtk/gtk.h>
#include <string.h>

/* Finding, showing and waiting, for the programs that test widgets. */

/* A test that waits longer than this has failed; a busy machine with sanitizers needs seconds. */
#define UI_PATIENCE_US (30 * G_USEC_PER_SEC)

/** wait_until: runs the loop until the condition holds. */
#define wait_until(condition)                                                                                          \
  do                                                                                                                   \
    {                                                                                                                  \
      gint64 deadline_us = g_get_monotonic_time () + UI_PATIENCE_US;                                                   \
                                                                                                                       \
      while (!(condition))                                                                                             \
        {                                                                                                              \
          g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);                                                   \
          if (!g_main_context_iteration (NULL, FALSE))                                                                 \
            g_usleep (2000);                                                                                           \
        }                                                                                                              \
    }                                                                                                                  \
  while (FALSE)

/** iterate: lets what is waiting run; not without end, for a widget that animates is never done. */
static inline void
iterate (void)
{
  for (guint i = 0; i < 300 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

/** show: @widget alone in a window of that size, as soon as it has a size. Returns: (transfer none): the window, to be destroyed */
static inline GtkWidget *
show (GtkWidget *widget, int width_px, int height_px)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width_px, height_px);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);
  iterate ();
  return window;
}

/** find_label: (nullable): the first label at or below @widget, in tree order, whose text contains @text; none that is hidden or on
 * a page of a stack that is not shown. */
static inline GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
      found = find_label (child, text);
  return found;
}

/** find_type: (nullable): the first widget of that type at or below @widget, in tree order, hidden ones too. */
static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/** find_class: (nullable): the first widget with that style class at or below @widget, in tree order, hidden ones too. */
static inline GtkWidget *
find_class (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, css_class))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, css_class);
  return found;
}
