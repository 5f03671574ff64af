#include "config.h"

#include "rcp-resources.h"

#include <gio/gio.h>

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
