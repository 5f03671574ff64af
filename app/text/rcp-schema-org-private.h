#pragma once

#include "rcp-json-tree-private.h"

G_BEGIN_DECLS

/**
 * RcpSchemaOrg:
 * @trees: (element-type RcpJsonNode): one for each script read
 * @article: (nullable): the object that describes the page's article; of @trees
 *
 * What a page says of itself in JSON-LD with the words of schema.org. Zero-initialised is empty.
 */
typedef struct
{
  GPtrArray *trees;
  const RcpJsonNode *article;
} RcpSchemaOrg;

/**
 * RcpSchemaName:
 * @name: a name
 * @is_organisation: whether it is said to be that of an organisation
 */
typedef struct
{
  char *name;
  gboolean is_organisation;
} RcpSchemaName;

void        rcp_schema_org_read          (RcpSchemaOrg *self, const char *json, gsize length);
void        rcp_schema_org_choose        (RcpSchemaOrg *self, const char *uri);
void        rcp_schema_org_clear         (RcpSchemaOrg *self);
const char *rcp_schema_org_text          (const RcpSchemaOrg *self, const char *key);
const char *rcp_schema_org_site          (const RcpSchemaOrg *self);
GArray     *rcp_schema_org_names         (const RcpSchemaOrg *self, const char *key);
const char *rcp_schema_org_address       (const RcpSchemaOrg *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpSchemaOrg, rcp_schema_org_clear)

G_END_DECLS
