#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpFeedSpace:
 *
 * The vocabularies that feeds are written in; the versions and misspellings of a namespace are one.
 */
typedef enum
{
  RCP_FEED_SPACE_RSS, /* none, or one of RSS 0.90, 0.91, 1.0, 1.1, 2.0 */
  RCP_FEED_SPACE_ATOM,
  RCP_FEED_SPACE_RDF,
  RCP_FEED_SPACE_DC, /* Dublin Core, elements and terms */
  RCP_FEED_SPACE_CONTENT,
  RCP_FEED_SPACE_MEDIA,
  RCP_FEED_SPACE_ITUNES,
  RCP_FEED_SPACE_SYNDICATION,
  RCP_FEED_SPACE_XHTML,
  RCP_FEED_SPACE_SITEMAP,
  RCP_FEED_SPACE_NEWS,
  RCP_FEED_SPACE_FEEDBURNER,
  RCP_FEED_SPACE_OTHER,
} RcpFeedSpace;

typedef struct
{
  const char *name; /* in lower case, without its prefix but for "xml:" */
  const char *value;
} RcpFeedAttribute;

/**
 * RcpFeedNode:
 * @name: (nullable): the local name, in lower case; NULL for text
 * @space: of the element
 * @text: (nullable): of a text: entities are resolved
 * @base: (nullable): the address that addresses in it are relative to
 * @language: (nullable): what xml:lang says, of it or around it
 *
 * A piece of a document. Lent by its tree.
 */
typedef struct _RcpFeedNode RcpFeedNode;
struct _RcpFeedNode
{
  const char *name;
  RcpFeedSpace space;
  const char *text;
  const char *base;
  const char *language;
  RcpFeedAttribute *attributes;
  guint n_attributes;
  RcpFeedNode *parent;
  RcpFeedNode *first;
  RcpFeedNode *last;
  RcpFeedNode *next;
};

/**
 * RcpFeedTree:
 * @root: (nullable): the first element
 * @is_damaged: the text was not well-formed
 */
typedef struct
{
  RcpFeedNode *root;
  gboolean is_damaged;
  GStringChunk *strings;
  GPtrArray *blocks;
  guint n_in_block;
  guint n_nodes;
} RcpFeedTree;

RcpFeedTree *rcp_feed_tree_new           (const char *text, const char *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         rcp_feed_tree_free          (RcpFeedTree *self);
const char  *rcp_feed_node_get_attribute (const RcpFeedNode *self, const char *name);
RcpFeedNode *rcp_feed_node_find          (const RcpFeedNode *self, RcpFeedSpace space, const char *name);
char        *rcp_feed_node_dup_text      (const RcpFeedNode *self) G_GNUC_WARN_UNUSED_RESULT;
char        *rcp_feed_node_dup_markup    (const RcpFeedNode *self) G_GNUC_WARN_UNUSED_RESULT;

gsize        rcp_feed_entity_decode      (const char *at, GHashTable *own, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFeedTree, rcp_feed_tree_free)

G_END_DECLS
