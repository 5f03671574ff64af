#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RCP_JSON_OBJECT,
  RCP_JSON_ARRAY,
  RCP_JSON_STRING,
  RCP_JSON_BARE, /* a number, true, false, null */
} RcpJsonType;

/**
 * RcpJsonNode:
 * @type: what it is
 * @key: (nullable): the name of the member, NULL in an array and at the root
 * @text: (nullable): of a string or a bare word, valid UTF-8
 * @first: (nullable): the first of what it holds
 * @next: (nullable): its next sibling
 *
 * A node of a document in JSON. All nodes belong to their tree.
 */
typedef struct _RcpJsonNode RcpJsonNode;

struct _RcpJsonNode
{
  RcpJsonType type;
  char *key;
  char *text;
  RcpJsonNode *first;
  RcpJsonNode *next;
};

RcpJsonNode       *rcp_json_tree_read   (const char *json, gsize length);
void               rcp_json_tree_free   (RcpJsonNode *root);
const RcpJsonNode *rcp_json_node_member (const RcpJsonNode *self, const char *key);
const char        *rcp_json_node_text   (const RcpJsonNode *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpJsonNode, rcp_json_tree_free)

G_END_DECLS
