#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A hash table keyed by two rows whose order does not matter. */

GHashTable *rcp_pair_map_new      (GDestroyNotify free_value);
gpointer    rcp_pair_map_lookup   (GHashTable *map, gint64 a, gint64 b);
gboolean    rcp_pair_map_contains (GHashTable *map, gint64 a, gint64 b);
void        rcp_pair_map_insert   (GHashTable *map, gint64 a, gint64 b, gpointer value);

G_END_DECLS
