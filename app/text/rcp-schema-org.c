#include "config.h"

#include "rcp-schema-org-private.h"

#include <string.h>

/* How deep below a root an article may stand: @graph, mainEntity, one array for each. */
#define ARTICLE_DEPTH 6

/* More than this write no article. */
#define MAX_NAMES 16

/* Members under which other articles than the page's own stand. */
static const char *const elsewhere[] = { "itemListElement", "hasPart",     "blogPost", "relatedLink", "mentions", "comment",
                                         "review",          "citation",    "isBasedOn", "subjectOf",  "video",    "image",
                                         "breadcrumb",      "associatedMedia", "liveBlogUpdate", "author", "publisher" };

/**
 * rcp_schema_org_read:
 * @json: the content of a script of type application/ld+json
 * @length: its bytes
 *
 * Reads one script more.
 */
void
rcp_schema_org_read (RcpSchemaOrg *self, const char *json, gsize length)
{
  if (self->trees == NULL)
    self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_json_tree_free);
  /* A page with more of them than this was made to be read by nobody. */
  if (self->trees->len < 100)
    g_ptr_array_add (self->trees, rcp_json_tree_read (json, length));
}

void
rcp_schema_org_clear (RcpSchemaOrg *self)
{
  g_clear_pointer (&self->trees, g_ptr_array_unref);
}

static gboolean
ends_with (const char *text, const char *end)
{
  gsize n = strlen (text), n_end = strlen (end);

  return n >= n_end && g_ascii_strcasecmp (text + n - n_end, end) == 0;
}

/* How much a type is that of an article: schema.org's kinds of Article end in "Article", but for the postings and reports;
 * a WebPage is the page around it. */
static int
rank_of_type (const char *type)
{
  const char *name = strrchr (type, '/') ? strrchr (type, '/') + 1 : type;

  if (ends_with (name, "NewsArticle"))
    return 4;
  if (ends_with (name, "Article") || ends_with (name, "Posting") || g_ascii_strcasecmp (name, "Report") == 0
      || g_ascii_strcasecmp (name, "hentry") == 0)
    return 3;
  if (g_ascii_strcasecmp (name, "CreativeWork") == 0 || g_ascii_strcasecmp (name, "Recipe") == 0
      || ends_with (name, "Review") || g_ascii_strcasecmp (name, "HowTo") == 0)
    return 2;
  return ends_with (name, "Page") ? 1 : 0;
}

static int
rank_of (const RcpJsonNode *node)
{
  const RcpJsonNode *type = rcp_json_node_member (node, "@type");
  int rank = 0;

  if (type == NULL)
    return 0;
  if (type->type == RCP_JSON_STRING)
    return rank_of_type (type->text);
  for (const RcpJsonNode *one = type->first; one; one = one->next)
    if (one->type == RCP_JSON_STRING)
      rank = MAX (rank, rank_of_type (one->text));
  return rank;
}

static gboolean
is_elsewhere (const char *key)
{
  for (gsize i = 0; key && i < G_N_ELEMENTS (elsewhere); i++)
    if (strcmp (key, elsewhere[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The part of an address that tells one page of a site from another. */
static char *
dup_path (const char *uri)
{
  const char *from = strstr (uri, "://");
  gsize n;

  from = from ? from + 3 + strcspn (from + 3, "/") : uri;
  n = strcspn (from, "?#");
  while (n > 0 && from[n - 1] == '/')
    n--;
  return g_strndup (from, n);
}

static gboolean
is_same_page (const RcpJsonNode *node, const char *path)
{
  const RcpJsonNode *page = rcp_json_node_member (node, "mainEntityOfPage");
  const char *uris[] = { rcp_json_node_text (node, "url"), rcp_json_node_text (page, "@id"), rcp_json_node_text (node, "@id"),
                         page && page->type == RCP_JSON_STRING ? page->text : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autofree char *other = uris[i] ? dup_path (uris[i]) : NULL;

      if (other && other[0] != '\0' && strcmp (other, path) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_article (const RcpJsonNode *node, guint depth, const char *path, const RcpJsonNode **best, int *best_score)
{
  if (node->type == RCP_JSON_OBJECT)
    {
      int rank = rank_of (node);
      gboolean is_here = rank > 0 && path && is_same_page (node, path);
      /* A description that names this page counts for more than one that does not; one that says nothing is none. */
      int score = rank * 4 + (is_here && rank > 1 ? 6 : 0) + (rcp_json_node_text (node, "datePublished") ? 3 : 0)
                  + (rcp_json_node_text (node, "headline") ? 1 : 0);

      if (rank > 0 && score > *best_score)
        {
          *best = node;
          *best_score = score;
        }
    }
  if (depth >= ARTICLE_DEPTH)
    return;
  for (const RcpJsonNode *child = node->first; child; child = child->next)
    if (child->first && !is_elsewhere (child->key))
      find_article (child, depth + 1, path, best, best_score);
}

/**
 * rcp_schema_org_choose:
 * @uri: (nullable): the address of the page
 *
 * Chooses the object that describes the article, once all scripts are read: the most telling type, the one that names this
 * page, the first; those in lists of other articles are passed over.
 */
void
rcp_schema_org_choose (RcpSchemaOrg *self, const char *uri)
{
  g_autofree char *path = uri ? dup_path (uri) : NULL;
  int best_score = 0;

  if (path && path[0] == '\0')
    g_clear_pointer (&path, g_free);
  self->article = NULL;
  for (guint i = 0; self->trees && i < self->trees->len; i++)
    find_article (self->trees->pdata[i], 0, path, &self->article, &best_score);
}

/** rcp_schema_org_text: (nullable): a member of the article's description, of an array of strings the first. */
const char *
rcp_schema_org_text (const RcpSchemaOrg *self, const char *key)
{
  return rcp_json_node_text (self->article, key);
}

static const RcpJsonNode *
find_id (const RcpJsonNode *node, const char *id, guint depth)
{
  const char *own = rcp_json_node_text (node, "@id");

  /* A reference is an object with nothing but its id. */
  if (own && strcmp (own, id) == 0 && node->first && node->first->next)
    return node;
  for (const RcpJsonNode *child = depth < ARTICLE_DEPTH ? node->first : NULL; child; child = child->next)
    if (child->first)
      {
        const RcpJsonNode *found = find_id (child, id, depth + 1);

        if (found)
          return found;
      }
  return NULL;
}

static const RcpJsonNode *
resolve (const RcpSchemaOrg *self, const RcpJsonNode *node)
{
  const char *id = rcp_json_node_text (node, "@id");

  if (id == NULL || rcp_json_node_member (node, "name"))
    return node;
  for (guint i = 0; i < self->trees->len; i++)
    {
      const RcpJsonNode *found = find_id (self->trees->pdata[i], id, 0);

      if (found)
        return found;
    }
  return node;
}

static void
add_names (const RcpSchemaOrg *self, const RcpJsonNode *node, GArray *names)
{
  RcpSchemaName name = { 0 };

  if (node == NULL || names->len >= MAX_NAMES)
    return;
  if (node->type == RCP_JSON_ARRAY)
    {
      guint n = 0;

      for (const RcpJsonNode *one = node->first; one && n < MAX_NAMES; one = one->next, n++)
        add_names (self, one, names);
      return;
    }
  if (node->type == RCP_JSON_STRING)
    name.name = g_strdup (node->text);
  else if (node->type == RCP_JSON_OBJECT)
    {
      const RcpJsonNode *thing = resolve (self, node);
      const char *type = rcp_json_node_text (thing, "@type"), *text = rcp_json_node_text (thing, "name");
      const RcpJsonNode *several = rcp_json_node_member (thing, "name");

      if (several && several->type == RCP_JSON_ARRAY)
        {
          add_names (self, several, names);
          return;
        }
      name.name = g_strdup (text);
      name.is_organisation = type && g_ascii_strcasecmp (type, "Person") != 0 && g_ascii_strcasecmp (type, "Thing") != 0;
    }
  if (name.name && name.name[0] != '\0' && strlen (name.name) < 500)
    g_array_append_val (names, name);
  else
    g_free (name.name);
}

static void
name_clear (gpointer data)
{
  g_free (((RcpSchemaName *) data)->name);
}

/**
 * rcp_schema_org_names:
 * @key: "author", "publisher", "sourceOrganization"…
 *
 * Returns: (transfer full) (element-type RcpSchemaName): who stands there, written as a string, an object, a reference to
 *   one, or an array of these.
 */
GArray *
rcp_schema_org_names (const RcpSchemaOrg *self, const char *key)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (RcpSchemaName));

  g_array_set_clear_func (names, name_clear);
  add_names (self, rcp_json_node_member (self->article, key), names);
  return names;
}

static const RcpJsonNode *
find_type (const RcpJsonNode *node, const char *type, guint depth)
{
  const char *own = rcp_json_node_text (node, "@type");

  if (own && g_ascii_strcasecmp (own, type) == 0 && rcp_json_node_text (node, "name"))
    return node;
  for (const RcpJsonNode *child = depth < 3 ? node->first : NULL; child; child = child->next)
    if (child->first && !is_elsewhere (child->key))
      {
        const RcpJsonNode *found = find_type (child, type, depth + 1);

        if (found)
          return found;
      }
  return NULL;
}

/** rcp_schema_org_site: (nullable): the name of the site, where the page describes that. */
const char *
rcp_schema_org_site (const RcpSchemaOrg *self)
{
  for (guint i = 0; self->trees && i < self->trees->len; i++)
    {
      const RcpJsonNode *site = find_type (self->trees->pdata[i], "WebSite", 0);

      if (site)
        return rcp_json_node_text (site, "name");
    }
  return NULL;
}

/** rcp_schema_org_address: (nullable): the address that the description gives the article. */
const char *
rcp_schema_org_address (const RcpSchemaOrg *self)
{
  const RcpJsonNode *page = rcp_json_node_member (self->article, "mainEntityOfPage");

  if (page && page->type == RCP_JSON_STRING && strstr (page->text, "://"))
    return page->text;
  if (rcp_json_node_text (page, "@id"))
    return rcp_json_node_text (page, "@id");
  return rcp_schema_org_text (self, "url");
}
