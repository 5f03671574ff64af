#include "config.h"

#include "rcp-starter-sources.h"

#include <gio/gio.h>

#include "rcp-resources.h"

#define LIST "/app/recoupe/Recoupe/engine/sources/starter-feeds.tsv"

static void
starter_free (gpointer data)
{
  RcpStarterSource *self = data;

  g_free (self->name);
  g_free (self->language);
  g_free (self->region);
  g_free (self->uri);
  g_free (self);
}

/**
 * rcp_starter_sources_list:
 *
 * The public feeds that come with the program. Nothing is asked of any of them. Any thread.
 *
 * Returns: (transfer full) (element-type RcpStarterSource): in the order of the list; empty where that is missing.
 */
GPtrArray *
rcp_starter_sources_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (starter_free);
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;

  rcp_engine_resources_ensure ();
  bytes = g_resources_lookup_data (LIST, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* Resources end in a 0 that is not counted. */
  lines = g_strsplit (bytes ? g_bytes_get_data (bytes, NULL) : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 5);
      RcpStarterSource *source;

      if (lines[i][0] == '#' || g_strv_length (fields) != 4)
        continue;
      source = g_new0 (RcpStarterSource, 1);
      source->name = g_strdup (fields[0]);
      source->language = g_strdup (fields[1]);
      source->region = g_strdup (fields[2]);
      source->uri = g_strdup (fields[3]);
      g_ptr_array_add (list, source);
    }
  return list;
}
