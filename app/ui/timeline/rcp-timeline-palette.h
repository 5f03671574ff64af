#pragma once

#include <gtk/gtk.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

/**
 * RcpTimelinePalette:
 *
 * The colours that the timeline draws with, as the style sheets give them now.
 */
typedef struct
{
  GdkRGBA view;
  GdkRGBA window;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA faint;
  GdkRGBA line;
  GdkRGBA line_soft;
  GdkRGBA bar;
  GdkRGBA outside;
  GdkRGBA weekend;
  GdkRGBA grid;
  GdkRGBA accent;
  GdkRGBA accent_fill;
  GdkRGBA on_accent;
  GdkRGBA families[RCP_N_FAMILIES];
} RcpTimelinePalette;

void    rcp_timeline_palette_read (RcpTimelinePalette *self, GtkWidget *widget);
GdkRGBA rcp_timeline_alpha        (const GdkRGBA *colour, float alpha);

G_END_DECLS
