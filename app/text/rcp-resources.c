#include "config.h"

#include "rcp-resources.h"

#include <gio/gio.h>

#include "rcp-error.h"
#include "rcp-tsv.h"

/* Defined by the compiled bundle, which this library holds. */
GResource *rcp_engine_get_resource (void);

/**
 * rcp_engine_resources_ensure:
 *
 * Makes the engine's bundle (lexicons, SQL, the sample) available to g_resources_lookup_data(). Whoever reads a
 * resource by itself calls this first: a bundle in a static library is left out by the linker when nothing names it.
 * rcp_tsv_new_for_resource() does it for its callers. Any thread, any number of times.
 */
void
rcp_engine_resources_ensure (void)
{
  rcp_engine_get_resource ();
}

/**
 * rcp_tsv_new_for_resource:
 * @path: path of a compiled-in resource
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a reader, NULL with @error set.
 */
RcpTsv *
rcp_tsv_new_for_resource (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  rcp_engine_resources_ensure ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "no resource %s", path);
      return NULL;
    }
  return rcp_tsv_new (bytes);
}
