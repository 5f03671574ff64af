#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpStarterSource:
 * @name: what the feed is called
 * @language: "fr" or "en"
 * @region: what it is about: "africa" or "world"
 * @uri: its address
 *
 * A public feed to choose from.
 */
typedef struct
{
  char *name;
  char *language;
  char *region;
  char *uri;
} RcpStarterSource;

GPtrArray *rcp_starter_sources_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
