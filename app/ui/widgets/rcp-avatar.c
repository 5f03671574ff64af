#include "config.h"

#include "rcp-avatar-private.h"

#include "rcp-colours.h"

#include <string.h>

#define N_COLOURS 6
#define COLOUR_PLAIN 7

typedef enum
{
  SHAPE_ROUND,
  SHAPE_SQUARE,
  SHAPE_UNNAMED,
} Shape;

struct _RcpAvatar
{
  GtkWidget parent_instance;

  /* owned */
  char *initials;
  GdkPaintable *icon;
  PangoLayout *layout;

  /* plain */
  const char *icon_name;
  int size_px;
  Shape shape;
  guint colour;
};

G_DEFINE_FINAL_TYPE (RcpAvatar, rcp_avatar, GTK_TYPE_WIDGET)

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == '\'' || c == 0x2019 || c == '.';
}

/* The first and the last letter of @capitals where there are more than two. */
static char *
shorten (const char *capitals)
{
  glong n_chars = g_utf8_strlen (capitals, -1);
  g_autofree char *first = NULL;

  if (n_chars <= 2)
    return g_strdup (capitals);
  first = g_utf8_substring (capitals, 0, 1);
  return g_strconcat (first, g_utf8_offset_to_pointer (capitals, n_chars - 1), NULL);
}

static gboolean
begins_with_article (const char *name)
{
  static const char *const articles[] = { "le ", "la ", "les ", "l'", "l’", "the ", "el ", "al-" };
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (folded, articles[i]))
      return TRUE;
  return FALSE;
}

/* "Ali Mahaman Lamine Zeine" → AZ, "RFI" → RFI, "Africa-Press" → AP, "Le HuffPost" → HP, "La Rédaction" → LR: the
 * capitals that begin a word; those inside where there is one word only; an article before the name only where nothing
 * else makes two letters. */
char *
rcp_avatar_make_initials (const char *name)
{
  g_autoptr (GString) starts = g_string_new (NULL);
  g_autoptr (GString) inside = g_string_new (NULL);
  const char *comma = strchr (name, ',');
  g_autofree char *plain = g_strstrip (comma ? g_strndup (name, comma - name) : g_strdup (name));
  gboolean article = begins_with_article (plain), at_start = TRUE, all_upper = TRUE;

  if (plain[0] == '\0')
    return g_strdup ("?");
  for (const char *p = plain; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean upper = g_unichar_isupper (c) || (at_start && g_unichar_isdigit (c));

      if (upper && at_start)
        g_string_append_unichar (starts, c);
      if (upper)
        g_string_append_unichar (inside, c);
      all_upper &= upper;
      at_start = is_separator (c);
    }
  /* An acronym is its own initials, as far as there is room for it. */
  if (all_upper)
    return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), 3));
  if (article && g_utf8_strlen (starts->str, -1) > 2)
    return shorten (g_utf8_next_char (starts->str));
  if (article && g_utf8_strlen (inside->str, -1) > 2)
    return shorten (g_utf8_next_char (inside->str));
  if (g_utf8_strlen (starts->str, -1) >= 2)
    return shorten (starts->str);
  if (inside->len > 0)
    return shorten (inside->str);
  g_string_append_unichar (starts, g_unichar_toupper (g_utf8_get_char (plain)));
  return g_strdup (starts->str);
}

static guint
colour_of (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  guint hash = g_str_hash (folded);

  /* djb2's low digits follow the last letters, which names share ("-ov", "-ia"): mix the high ones in. */
  return 1 + (hash ^ hash >> 7 ^ hash >> 15) % N_COLOURS;
}

static void
set_look (RcpAvatar *self, Shape shape, guint colour, const char *icon_name, char *initials)
{
  g_autofree char *owned = initials;

  g_clear_object (&self->icon);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->initials, g_free);
  self->initials = g_steal_pointer (&owned);
  self->shape = shape;
  self->colour = colour;
  self->icon_name = icon_name;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rcp_avatar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  RcpAvatar *self = RCP_AVATAR (widget);

  *minimum = *natural = self->size_px;
  *minimum_baseline = *natural_baseline = -1;
}

static void
snapshot_icon (RcpAvatar *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int icon_px = self->size_px >= 24 ? MAX (self->size_px / 2, 14) : 12;

  if (self->icon == NULL)
    self->icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), self->icon_name, NULL, icon_px,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((self->size_px - icon_px) / 2.0f,
                                                          (self->size_px - icon_px) / 2.0f));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, icon_px, icon_px, colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_initials (RcpAvatar *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  PangoRectangle ink;

  if (self->layout == NULL)
    {
      glong n_chars = g_utf8_strlen (self->initials, -1);
      PangoAttrList *attributes = pango_attr_list_new ();
      double text_px = self->size_px * (n_chars > 2 ? 0.36 : 0.405);

      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->initials);
      /* Sized with the avatar, not with the font scale: the circle is the limit. */
      pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (text_px * PANGO_SCALE)));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_get_pixel_extents (self->layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((self->size_px - ink.width) / 2.0f - ink.x,
                                                          (self->size_px - ink.height) / 2.0f - ink.y));
  gtk_snapshot_append_layout (snapshot, self->layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
rcp_avatar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpAvatar *self = RCP_AVATAR (widget);
  float size = self->size_px;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, size, size);
  GdkRGBA ground, colour;
  GskRoundedRect outline;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf ((gtk_widget_get_width (widget) - size) / 2),
                                                          floorf ((gtk_widget_get_height (widget) - size) / 2)));
  if (self->shape == SHAPE_UNNAMED)
    {
      const double dashes[] = { 3, 2.4 };
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      rcp_colours_look_up (widget, "rcp_faint", &ground);
      rcp_colours_look_up (widget, "rcp_dim", &colour);
      gdk_cairo_set_source_rgba (cr, &ground);
      cairo_set_line_width (cr, 1.4);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_arc (cr, size / 2, size / 2, size / 2 - 0.8, 0, 2 * G_PI);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
  else
    {
      char name[32];

      g_snprintf (name, sizeof name, "rcp_avatar_%u_bg", self->colour);
      rcp_colours_look_up (widget, name, &ground);
      g_snprintf (name, sizeof name, "rcp_avatar_%u_fg", self->colour);
      rcp_colours_look_up (widget, name, &colour);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, self->shape == SHAPE_ROUND ? size / 2 : size * 0.27f);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &ground, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  if (self->icon_name != NULL)
    snapshot_icon (self, snapshot, &colour);
  else if (self->initials != NULL)
    snapshot_initials (self, snapshot, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
rcp_avatar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpAvatar *self = RCP_AVATAR (widget);

  GTK_WIDGET_CLASS (rcp_avatar_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (widget);
}

static void
rcp_avatar_dispose (GObject *object)
{
  RcpAvatar *self = RCP_AVATAR (object);

  g_clear_object (&self->icon);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (rcp_avatar_parent_class)->dispose (object);
}

static void
rcp_avatar_finalize (GObject *object)
{
  RcpAvatar *self = RCP_AVATAR (object);

  g_clear_pointer (&self->initials, g_free);

  G_OBJECT_CLASS (rcp_avatar_parent_class)->finalize (object);
}

static void
rcp_avatar_class_init (RcpAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_avatar_dispose;
  object_class->finalize = rcp_avatar_finalize;
  widget_class->measure = rcp_avatar_measure;
  widget_class->snapshot = rcp_avatar_snapshot;
  widget_class->css_changed = rcp_avatar_css_changed;
  gtk_widget_class_set_css_name (widget_class, "rcp-avatar");
  /* The name stands beside it in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rcp_avatar_init (RcpAvatar *self)
{
  self->size_px = 32;
  self->shape = SHAPE_UNNAMED;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * rcp_avatar_new:
 * @size_px: width and height
 *
 * Returns: (transfer floating): an avatar of nobody
 */
GtkWidget *
rcp_avatar_new (int size_px)
{
  RcpAvatar *self;

  g_return_val_if_fail (size_px > 0, NULL);

  self = g_object_new (RCP_TYPE_AVATAR, NULL);
  self->size_px = size_px;
  return GTK_WIDGET (self);
}

/** rcp_avatar_new_for_actor: rcp_avatar_new() and rcp_avatar_set_actor(). */
GtkWidget *
rcp_avatar_new_for_actor (RcpActor *actor, int size_px)
{
  GtkWidget *self = rcp_avatar_new (size_px);

  rcp_avatar_set_actor (RCP_AVATAR (self), actor);
  return self;
}

/** rcp_avatar_new_for_outlet: rcp_avatar_new() and rcp_avatar_set_outlet(). */
GtkWidget *
rcp_avatar_new_for_outlet (const char *name, int size_px)
{
  GtkWidget *self = rcp_avatar_new (size_px);

  rcp_avatar_set_outlet (RCP_AVATAR (self), name);
  return self;
}

/**
 * rcp_avatar_set_actor:
 * @actor: (nullable): whom to show; NULL for nobody
 */
void
rcp_avatar_set_actor (RcpAvatar *self, RcpActor *actor)
{
  const char *name;

  g_return_if_fail (RCP_IS_AVATAR (self));

  if (actor == NULL)
    {
      set_look (self, SHAPE_UNNAMED, COLOUR_PLAIN, NULL, NULL);
      return;
    }
  name = rcp_actor_get_name (actor);
  switch (rcp_actor_get_kind (actor))
    {
    case RCP_ACTOR_ORGANISATION:
      set_look (self, SHAPE_SQUARE, COLOUR_PLAIN, "rcp-organisation-symbolic", NULL);
      break;
    case RCP_ACTOR_STATE:
    case RCP_ACTOR_PLACE:
      set_look (self, SHAPE_SQUARE, colour_of (name), "rcp-state-symbolic", NULL);
      break;
    case RCP_ACTOR_PERSON:
    default:
      set_look (self, SHAPE_ROUND, colour_of (name), NULL, rcp_avatar_make_initials (name));
    }
}

/**
 * rcp_avatar_set_outlet:
 * @name: (nullable): name of the outlet; NULL while it is unnamed
 */
void
rcp_avatar_set_outlet (RcpAvatar *self, const char *name)
{
  g_return_if_fail (RCP_IS_AVATAR (self));

  if (name == NULL || name[0] == '\0')
    set_look (self, SHAPE_UNNAMED, COLOUR_PLAIN, NULL, g_strdup ("?"));
  else
    set_look (self, SHAPE_ROUND, colour_of (name), NULL, rcp_avatar_make_initials (name));
}
