#include "config.h"

#include "rcp-timeline-palette.h"

#include "rcp-colours.h"

/**
 * rcp_timeline_palette_read:
 * @self: (out): the colours
 * @widget: whose style to ask
 */
void
rcp_timeline_palette_read (RcpTimelinePalette *self, GtkWidget *widget)
{
  static const char *family_names[RCP_N_FAMILIES] = { "rcp_talks", "rcp_rupture", "rcp_force", "rcp_material" };
  const struct
  {
    const char *name;
    GdkRGBA *colour;
  } rows[] = {
    { "view_bg_color", &self->view },
    { "window_bg_color", &self->window },
    { "rcp_fg", &self->text },
    { "rcp_dim", &self->dim },
    { "rcp_faint", &self->faint },
    { "rcp_line", &self->line },
    { "rcp_line_soft", &self->line_soft },
    { "rcp_bar", &self->bar },
    { "rcp_outside", &self->outside },
    { "rcp_weekend", &self->weekend },
    { "rcp_grid", &self->grid },
    { "rcp_accent", &self->accent },
    { "rcp_accent_fill", &self->accent_fill },
    { "accent_fg_color", &self->on_accent },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rcp_colours_look_up (widget, rows[i].name, rows[i].colour);
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    rcp_colours_look_up (widget, family_names[i], &self->families[i]);
}

/**
 * rcp_timeline_alpha:
 *
 * Returns: the colour, let through by @alpha more.
 */
GdkRGBA
rcp_timeline_alpha (const GdkRGBA *colour, float alpha)
{
  GdkRGBA result = *colour;

  result.alpha *= alpha;
  return result;
}
