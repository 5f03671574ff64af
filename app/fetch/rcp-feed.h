#pragma once

#include <glib-object.h>

#include "rcp-feed-date.h"

G_BEGIN_DECLS

#define RCP_TYPE_FEED (rcp_feed_get_type ())
#define RCP_TYPE_FEED_ENTRY (rcp_feed_entry_get_type ())

/**
 * RcpFeedFormat:
 * @RCP_FEED_FORMAT_RSS: RSS 0.9x or 2.0
 * @RCP_FEED_FORMAT_RDF: RSS 0.90 or 1.0, in RDF
 * @RCP_FEED_FORMAT_ATOM: Atom 0.3 or 1.0
 * @RCP_FEED_FORMAT_JSON: JSON Feed 1.0 or 1.1
 * @RCP_FEED_FORMAT_CDF: Channel Definition Format
 * @RCP_FEED_FORMAT_SITEMAP: a sitemap: the pages of a site
 * @RCP_FEED_FORMAT_SITEMAP_INDEX: a list of sitemaps: every entry's link is one
 */
typedef enum
{
  RCP_FEED_FORMAT_RSS,
  RCP_FEED_FORMAT_RDF,
  RCP_FEED_FORMAT_ATOM,
  RCP_FEED_FORMAT_JSON,
  RCP_FEED_FORMAT_CDF,
  RCP_FEED_FORMAT_SITEMAP,
  RCP_FEED_FORMAT_SITEMAP_INDEX,
} RcpFeedFormat;

/**
 * RcpFeedEnclosure:
 * @uri: the address
 * @type: (nullable): the media type, as it is written
 * @length_bytes: -1 when it is not said
 */
typedef struct
{
  char *uri;
  char *type;
  gint64 length_bytes;
} RcpFeedEnclosure;

/**
 * RcpFeedEntry:
 * @title: (nullable): without markup, in one line
 * @link: (nullable): the address of the page, absolute wherever the feed allows it
 * @guid: (nullable): what the feed calls it by (guid, atom:id, rdf:about, id), as it is written
 * @summary: (nullable): HTML without scripts, handlers and dangerous addresses; addresses are absolute
 * @content: (nullable): the whole text, likewise
 * @author: (nullable): names, set apart by ", "
 * @source_title: (nullable): the feed that it was taken from (rss:source, atom:source)
 * @source_uri: (nullable): the address of that
 * @language: (nullable): its own, or that of the feed; a tag of BCP 47
 * @published: when it appeared
 * @updated: when it was last changed
 * @categories: (element-type utf8): in their order
 * @enclosures: (element-type RcpFeedEnclosure): in their order
 * @image_uri: (nullable): a picture for it
 *
 * One item of a feed. Immutable once returned, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  char *title;
  char *link;
  char *guid;
  char *summary;
  char *content;
  char *author;
  char *source_title;
  char *source_uri;
  char *language;
  RcpFeedDate published;
  RcpFeedDate updated;
  GPtrArray *categories;
  GPtrArray *enclosures;
  char *image_uri;
} RcpFeedEntry;

/**
 * RcpFeed:
 * @format: what it came as
 * @is_damaged: it was not well-formed, and read as far as it goes
 * @title: (nullable): without markup, in one line
 * @link: (nullable): the address of the site
 * @description: (nullable): HTML, as that of entries
 * @language: (nullable): a tag of BCP 47, as it is written but for "_"
 * @author: (nullable): names, set apart by ", "
 * @guid: (nullable): what the feed calls itself by
 * @self_uri: (nullable): its own address, as it says
 * @hub_uri: (nullable): a hub of WebSub
 * @next_uri: (nullable): older entries (RFC 5005; next_url of JSON Feed)
 * @image_uri: (nullable): its picture
 * @published: when it appeared
 * @updated: when it was last changed
 * @ttl_s: how long it need not be asked (ttl, sy:updatePeriod over sy:updateFrequency); 0 when it says nothing
 * @skip_hours: as in #RcpSchedule: bit 0 for 0:00 to 0:59 UTC
 * @skip_days: as in #RcpSchedule: bit 0 for Monday
 * @entries: (element-type RcpFeedEntry): in the order of the document
 *
 * What a feed says. Immutable once returned, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  RcpFeedFormat format;
  gboolean is_damaged;
  char *title;
  char *link;
  char *description;
  char *language;
  char *author;
  char *guid;
  char *self_uri;
  char *hub_uri;
  char *next_uri;
  char *image_uri;
  RcpFeedDate published;
  RcpFeedDate updated;
  guint ttl_s;
  guint32 skip_hours;
  guint8 skip_days;
  GPtrArray *entries;
} RcpFeed;

GType         rcp_feed_get_type           (void);
RcpFeed      *rcp_feed_ref                (RcpFeed *self);
void          rcp_feed_unref              (RcpFeed *self);

GType         rcp_feed_entry_get_type     (void);
RcpFeedEntry *rcp_feed_entry_ref          (RcpFeedEntry *self);
void          rcp_feed_entry_unref        (RcpFeedEntry *self);
char         *rcp_feed_entry_dup_key      (RcpFeedEntry *self) G_GNUC_WARN_UNUSED_RESULT;
char         *rcp_feed_entry_dup_hash     (RcpFeedEntry *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *rcp_feed_list_keys          (RcpFeed *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFeed, rcp_feed_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFeedEntry, rcp_feed_entry_unref)

G_END_DECLS
