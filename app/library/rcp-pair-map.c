#include "config.h"

#include "rcp-pair-map.h"

typedef struct
{
  gint64 low;
  gint64 high;
} Pair;

static Pair
make_pair (gint64 a, gint64 b)
{
  return (Pair){ MIN (a, b), MAX (a, b) };
}

static guint
pair_hash (gconstpointer data)
{
  const Pair *pair = data;
  guint64 h = ((guint64) pair->low * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^ (guint64) pair->high;

  h *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return (guint) (h >> 32);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  return x->low == y->low && x->high == y->high;
}

GHashTable *
rcp_pair_map_new (GDestroyNotify free_value)
{
  return g_hash_table_new_full (pair_hash, pair_equal, g_free, free_value);
}

gpointer
rcp_pair_map_lookup (GHashTable *map, gint64 a, gint64 b)
{
  Pair pair = make_pair (a, b);

  return g_hash_table_lookup (map, &pair);
}

gboolean
rcp_pair_map_contains (GHashTable *map, gint64 a, gint64 b)
{
  Pair pair = make_pair (a, b);

  return g_hash_table_contains (map, &pair);
}

void
rcp_pair_map_insert (GHashTable *map, gint64 a, gint64 b, gpointer value)
{
  Pair pair = make_pair (a, b);

  g_hash_table_insert (map, g_memdup2 (&pair, sizeof pair), value);
}
