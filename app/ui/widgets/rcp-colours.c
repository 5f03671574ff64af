#include "config.h"

#include "rcp-colours.h"

/**
 * rcp_colours_get_text:
 * @widget: a widget
 * @colour: (out): the colour of its text
 */
void
rcp_colours_get_text (GtkWidget *widget, GdkRGBA *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

/**
 * rcp_colours_look_up:
 * @widget: a widget
 * @name: a colour of css/base.css
 * @colour: (out): what the style sheets make of it in the present colour scheme
 *
 * Falls back to the colour of @widget's text, so that a shape is visible where no style sheet is loaded.
 */
void
rcp_colours_look_up (GtkWidget *widget, const char *name, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}
