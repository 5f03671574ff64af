#pragma once

#include "rcp-fetcher.h"
#include "rcp-integrator.h"
#include "rcp-source.h"
#include "rcp-stored-entry.h"

G_BEGIN_DECLS

/**
 * RcpImportItem:
 * @file: (nullable): where it is read from
 * @bytes: (nullable): what it is, where that is at hand
 * @name: what to call it
 * @content_type: (nullable): its media type
 * @uri: (nullable): the address it was fetched from
 * @article_id: the article that is read again; 0 for a new one
 * @error: (nullable): why it cannot be taken in
 * @duplicate_of: with %RCP_IMPORT_ERROR_DUPLICATE, the article it is a copy of
 * @incoming: (nullable): what has been read
 * @entry_id: the entry of a source that it is; 0 for none
 * @entry: (nullable): what that says, once it is loaded
 * @source: (nullable): what brought it
 * @is_postponed: its page does not answer now, and is asked for again later
 * @is_filtered: the user does not want it
 * @size_bytes: counted against what may be read at once
 * @done: whether a worker has finished with it; guarded by the import's lock, as @size_bytes is
 *
 * One thing to take in, from when it is found until it is integrated.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  char *content_type;
  char *uri;
  gint64 article_id;
  GError *error;
  gint64 duplicate_of;
  RcpIncoming *incoming;
  gint64 entry_id;
  RcpStoredEntry *entry;
  RcpSource *source;
  gboolean is_postponed;
  gboolean is_filtered;
  gsize size_bytes;
  gboolean done;
} RcpImportItem;

RcpImportItem *rcp_import_item_new  (const char *name, const char *content_type);
void           rcp_import_item_free (RcpImportItem *self);
gboolean       rcp_import_item_may_be_article (const char *content_type);
gboolean       rcp_import_item_is_address (const RcpImportItem *self);
gboolean       rcp_import_item_load (RcpImportItem *self, RcpFetcher *fetcher, GCancellable *cancellable);
void           rcp_import_item_read (RcpImportItem *self, RcpStore *store, RcpIntegrator *integrator,
                                     GCancellable *cancellable);
gsize          rcp_import_item_measure (RcpImportItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpImportItem, rcp_import_item_free)

G_END_DECLS
