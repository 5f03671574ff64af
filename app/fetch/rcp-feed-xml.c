#include "config.h"

#include "rcp-feed-xml-private.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-feed-link-private.h"
#include "rcp-feed-space-private.h"

/* A reader of XML that takes what feeds are. It reads what is well-formed as XML 1.0 has it, and goes on where a parser
 * by the letter stops: a stray "&" or "<" is itself, an end that fits nothing is passed over, one that fits an outer
 * element closes the inner ones, an attribute needs no quotes, and what the end of the text leaves open is closed.
 * Everything is bounded: depth, pieces, and what the document's own entities may grow to. */

/* Feeds nest some ten deep, the HTML inside of them some thirty; unclosed elements add up. */
#define MAX_DEPTH 1000
/* The largest sitemap allowed has 50 000 addresses of some ten pieces each. */
#define MAX_NODES 2000000
#define NODES_PER_BLOCK 256
/* Entities of its own that a document may declare, what one may say, and what all may say when they are used. */
#define MAX_OWN_ENTITIES 256
#define MAX_OWN_BYTES 4096
#define MAX_EXPANSION_BYTES (1024 * 1024)

typedef struct
{
  char *prefix;
  RcpFeedSpace space;
  guint depth;
} Binding;

typedef struct
{
  const char *at;
  RcpFeedTree *tree;
  RcpFeedNode *open;
  guint depth;
  GArray *bindings;
  GHashTable *own;
  gsize expanded_bytes;
  GString *buffer;
  const char *base;
  gboolean no_comment_ends; /* from here on */
} Reader;

static void
binding_clear (gpointer data)
{
  g_free (((Binding *) data)->prefix);
}

static RcpFeedNode *
new_node (Reader *self)
{
  RcpFeedTree *tree = self->tree;
  RcpFeedNode *node;

  if (tree->blocks->len == 0 || tree->n_in_block == NODES_PER_BLOCK)
    {
      g_ptr_array_add (tree->blocks, g_new0 (RcpFeedNode, NODES_PER_BLOCK));
      tree->n_in_block = 0;
    }
  node = (RcpFeedNode *) tree->blocks->pdata[tree->blocks->len - 1] + tree->n_in_block++;
  tree->n_nodes++;
  node->parent = self->open;
  if (self->open != NULL)
    {
      node->base = self->open->base;
      node->language = self->open->language;
      if (self->open->last != NULL)
        self->open->last->next = node;
      else
        self->open->first = node;
      self->open->last = node;
    }
  else
    node->base = self->base;
  return node;
}

static void
add_text (Reader *self, const char *text, gsize length)
{
  RcpFeedNode *node;

  if (length == 0 || self->open == NULL)
    return;
  node = new_node (self);
  node->text = g_string_chunk_insert_len (self->tree->strings, text, length);
}

/* Text with its references, up to @end, into the buffer. */
static void
decode (Reader *self, const char *end)
{
  g_string_truncate (self->buffer, 0);
  while (self->at < end)
    {
      const char *amp = memchr (self->at, '&', end - self->at);
      gsize n, before;

      g_string_append_len (self->buffer, self->at, (amp ? amp : end) - self->at);
      self->at = amp ? amp : end;
      if (amp == NULL)
        break;
      before = self->buffer->len;
      n = rcp_feed_entity_decode (amp, self->expanded_bytes < MAX_EXPANSION_BYTES ? self->own : NULL, self->buffer);
      if (n == 0)
        {
          self->tree->is_damaged = TRUE;
          g_string_append_c (self->buffer, '&');
        }
      else if (self->buffer->len - before > n)
        self->expanded_bytes += self->buffer->len - before;
      self->at += MAX (n, 1);
    }
}

static void
skip_past (Reader *self, const char *end_mark)
{
  const char *end = strstr (self->at, end_mark);

  if (end == NULL)
    self->tree->is_damaged = TRUE;
  self->at = end ? end + strlen (end_mark) : self->at + strlen (self->at);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* <!ENTITY name "value">, and nothing that is read from elsewhere. What a value refers to is not resolved: a bomb stays as
 * small as it is. */
static void
read_own_entity (Reader *self)
{
  const char *name, *value, *end;
  gsize n_name;

  self->at += strlen ("<!ENTITY");
  while (is_space (*self->at))
    self->at++;
  name = self->at;
  n_name = strcspn (name, " \t\n\r\"'>");
  value = name + n_name;
  while (is_space (*value))
    value++;
  if (n_name > 0 && (*value == '"' || *value == '\'') && (end = strchr (value + 1, *value)) != NULL)
    {
      if (self->own == NULL)
        self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (end - value - 1 <= MAX_OWN_BYTES && g_hash_table_size (self->own) < MAX_OWN_ENTITIES)
        {
          g_autofree char *key = g_strndup (name, n_name);

          self->at = value + 1;
          if (!g_hash_table_contains (self->own, key))
            {
              GHashTable *own = g_steal_pointer (&self->own);

              decode (self, end);
              g_hash_table_insert (own, g_steal_pointer (&key), g_strdup (self->buffer->str));
              self->own = own;
            }
        }
      self->at = end + 1;
    }
  self->at += strcspn (self->at, ">");
}

static void
read_doctype (Reader *self)
{
  gboolean inside = FALSE;
  char quote = '\0';

  for (; *self->at != '\0'; self->at++)
    {
      char c = *self->at;

      if (quote == '\0' && inside && g_str_has_prefix (self->at, "<!ENTITY"))
        {
          read_own_entity (self);
          if (*self->at == '\0')
            break;
        }
      else if (quote == '\0' && inside && g_str_has_prefix (self->at, "<!--"))
        {
          skip_past (self, "-->");
          self->at--;
        }
      else if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '[')
        inside = TRUE;
      else if (c == ']')
        inside = FALSE;
      else if (c == '>' && !inside)
        {
          self->at++;
          return;
        }
    }
  self->tree->is_damaged = TRUE;
}

static gsize
name_length (const char *at)
{
  gsize n = 0;

  while (at[n] != '\0' && !is_space (at[n]) && strchr ("/>=<\"'", at[n]) == NULL)
    n++;
  return n;
}

static gboolean
starts_name (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (guchar) c >= 0x80;
}

static gboolean
is_feed (const RcpFeedNode *node)
{
  static const char *const names[] = { "rss", "rdf", "feed", "channel", "urlset", "sitemapindex", "html" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], node->name) == 0)
      return TRUE;
  return FALSE;
}

static RcpFeedSpace
find_space (Reader *self, const char *prefix)
{
  for (guint i = self->bindings->len; i-- > 0;)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i);

      if (!g_str_equal (binding->prefix, prefix))
        continue;
      /* What the whole document is in, if it is a feed, is a misspelt namespace of feeds. */
      if (*prefix == '\0' && binding->depth == 1 && binding->space == RCP_FEED_SPACE_OTHER && is_feed (self->tree->root))
        return strcmp (self->tree->root->name, "feed") == 0 ? RCP_FEED_SPACE_ATOM : RCP_FEED_SPACE_RSS;
      return binding->space;
    }
  return *prefix == '\0' ? RCP_FEED_SPACE_RSS : rcp_feed_space_of_prefix (prefix);
}

/* In lower case: CDF is written in capitals, and so are some sick feeds. */
static const char *
keep_name (Reader *self, const char *name, gsize length)
{
  char small[64];

  if (length >= sizeof small)
    length = sizeof small - 1;
  for (gsize i = 0; i < length; i++)
    small[i] = g_ascii_tolower (name[i]);
  small[length] = '\0';
  return g_string_chunk_insert_const (self->tree->strings, small);
}

static void
read_attributes (Reader *self, RcpFeedNode *node)
{
  RcpFeedAttribute found[32];
  guint n_found = 0;

  while (*self->at != '\0' && *self->at != '>' && !(self->at[0] == '/' && self->at[1] == '>') && *self->at != '<')
    {
      const char *name = self->at, *value = NULL, *colon;
      gsize n = name_length (name);

      if (n == 0)
        {
          self->at++;
          continue;
        }
      self->at += n;
      while (is_space (*self->at))
        self->at++;
      g_string_truncate (self->buffer, 0);
      if (*self->at == '=')
        {
          self->at++;
          while (is_space (*self->at))
            self->at++;
          if (*self->at == '"' || *self->at == '\'')
            {
              value = strchr (self->at + 1, *self->at);
              self->at++;
              if (value == NULL)
                value = self->at + strcspn (self->at, ">");
              decode (self, value);
              if (*self->at == '"' || *self->at == '\'')
                self->at++;
            }
          else
            {
              self->tree->is_damaged = TRUE;
              decode (self, self->at + strcspn (self->at, " \t\r\n><"));
            }
        }
      if (n >= 5 && strncmp (name, "xmlns", 5) == 0 && (n == 5 || name[5] == ':'))
        {
          Binding binding = { n > 6 ? g_strndup (name + 6, n - 6) : g_strdup (""), rcp_feed_space_of_uri (self->buffer->str),
                              self->depth + 1 };

          g_array_append_val (self->bindings, binding);
          continue;
        }
      if (n_found == G_N_ELEMENTS (found))
        continue;
      colon = n > 4 && g_ascii_strncasecmp (name, "xml:", 4) == 0 ? NULL : memchr (name, ':', n);
      if (colon != NULL)
        {
          n -= colon + 1 - name;
          name = colon + 1;
        }
      found[n_found].name = keep_name (self, name, n);
      found[n_found++].value = g_string_chunk_insert_len (self->tree->strings, self->buffer->str, self->buffer->len);
    }
  if (n_found > 0)
    {
      node->attributes = g_memdup2 (found, n_found * sizeof *found);
      node->n_attributes = n_found;
    }
}

static void
close_one (Reader *self)
{
  self->open = self->open->parent;
  while (self->bindings->len > 0
         && g_array_index (self->bindings, Binding, self->bindings->len - 1).depth >= self->depth)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  self->depth--;
}

/* Whether @node is a part of a feed that holds text, so that no item can stand in it. */
static gboolean
is_leaf (const RcpFeedNode *node)
{
  static const char *const names[] = { "title", "link", "description", "language", "pubdate", "lastbuilddate", "copyright",
                                       "generator", "ttl", "id", "updated", "subtitle" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (node->space <= RCP_FEED_SPACE_ATOM && strcmp (names[i], node->name) == 0)
      return TRUE;
  return FALSE;
}

/* An item inside an item is one that was never closed, unless an extension holds it: another version of the item, say. */
static void
close_unclosed (Reader *self, const char *name)
{
  if (strcmp (name, "item") != 0 && strcmp (name, "entry") != 0)
    return;
  for (RcpFeedNode *node = self->open; node != NULL && node->space != RCP_FEED_SPACE_OTHER; node = node->parent)
    if (strcmp (node->name, name) == 0)
      {
        self->tree->is_damaged = TRUE;
        while (self->open != node)
          close_one (self);
        close_one (self);
        return;
      }
  while (self->open != NULL && is_leaf (self->open))
    {
      self->tree->is_damaged = TRUE;
      close_one (self);
    }
}

static void
inherit (Reader *self, RcpFeedNode *node)
{
  const char *base = rcp_feed_node_get_attribute (node, "xml:base");
  const char *language = rcp_feed_node_get_attribute (node, "xml:lang");

  if (base == NULL && (strcmp (node->name, "channel") == 0 || strcmp (node->name, "item") == 0))
    base = rcp_feed_node_get_attribute (node, "base");
  if (base != NULL && rcp_feed_link_is_safe (base))
    {
      g_autofree char *resolved = rcp_feed_link_resolve (node->base, base);

      if (resolved != NULL)
        node->base = g_string_chunk_insert (self->tree->strings, resolved);
    }
  if (language != NULL)
    node->language = *language ? language : NULL;
}

static gboolean
read_start (Reader *self, GError **error)
{
  const char *name = self->at + 1, *colon;
  gsize n = name_length (name);
  g_autofree char *prefix = NULL;
  RcpFeedNode *node;

  colon = memchr (name, ':', n);
  prefix = g_strndup (name, colon ? colon - name : 0);
  self->at = name + n;
  if (colon != NULL)
    {
      n -= colon + 1 - name;
      name = colon + 1;
    }
  name = keep_name (self, name, n);
  close_unclosed (self, name);
  node = new_node (self);
  node->name = name;
  /* What stands before a feed is junk: a warning of the server, say. */
  if (self->tree->root == NULL || (self->open == NULL && !is_feed (self->tree->root)))
    self->tree->root = node;
  read_attributes (self, node);
  node->space = find_space (self, prefix);
  inherit (self, node);
  self->open = node;
  if (++self->depth > MAX_DEPTH)
    {
      g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "elements nested beyond the limit");
      return FALSE;
    }
  if (self->at[0] == '/' && self->at[1] == '>')
    {
      self->at += 2;
      close_one (self);
    }
  else if (*self->at == '>')
    self->at++;
  else
    self->tree->is_damaged = TRUE;
  return TRUE;
}

static void
read_end (Reader *self)
{
  const char *name = self->at + 2, *colon;
  gsize n = name_length (name);
  const char *kept;

  self->at = name + n + strcspn (name + n, "<>");
  if (*self->at == '>')
    self->at++;
  colon = memchr (name, ':', n);
  if (colon != NULL)
    {
      n -= colon + 1 - name;
      name = colon + 1;
    }
  kept = keep_name (self, name, n);
  for (RcpFeedNode *node = self->open; node != NULL; node = node->parent)
    if (node->name == kept)
      {
        if (node != self->open)
          self->tree->is_damaged = TRUE;
        while (self->open != node)
          close_one (self);
        close_one (self);
        return;
      }
  self->tree->is_damaged = TRUE;
}

static gboolean
read_piece (Reader *self, GError **error)
{
  const char *at = self->at;

  if (*at != '<')
    {
      decode (self, at + strcspn (at, "<"));
      add_text (self, self->buffer->str, self->buffer->len);
    }
  else if (g_str_has_prefix (at, "<!--"))
    {
      const char *end = self->no_comment_ends ? NULL : strstr (at + 4, "-->");

      /* Never closed: it ends with its line rather than with the feed. */
      self->no_comment_ends |= end == NULL;
      self->tree->is_damaged |= end == NULL;
      self->at = end ? end + 3 : at + strcspn (at, ">\n");
    }
  else if (g_str_has_prefix (at, "<![CDATA["))
    {
      const char *end = strstr (at + 9, "]]>");

      self->tree->is_damaged |= end == NULL;
      self->at = end ? end + 3 : at + strlen (at);
      add_text (self, at + 9, (end ? end : self->at) - (at + 9));
    }
  else if (g_ascii_strncasecmp (at, "<!DOCTYPE", 9) == 0)
    read_doctype (self);
  else if (at[1] == '?')
    skip_past (self, ">");
  else if (at[1] == '/')
    read_end (self);
  else if (starts_name (at[1]))
    return read_start (self, error);
  else
    {
      self->tree->is_damaged = TRUE;
      add_text (self, at, 1);
      self->at++;
    }
  return TRUE;
}

/**
 * rcp_feed_tree_new:
 * @text: UTF-8
 * @base: (nullable): where it was found
 * @error: %RCP_FETCH_ERROR_NOT_A_FEED, %RCP_FETCH_ERROR_TOO_LARGE
 *
 * Reads @text as XML, or as what is left of it. Junk before the first element is passed over, and so is what follows it.
 *
 * Returns: (transfer full): the tree; its root may be NULL.
 */
RcpFeedTree *
rcp_feed_tree_new (const char *text, const char *base, GError **error)
{
  g_autoptr (RcpFeedTree) tree = g_new0 (RcpFeedTree, 1);
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_autoptr (GString) buffer = g_string_sized_new (4096);
  Reader reader = { .at = text, .tree = tree, .bindings = bindings, .buffer = buffer };
  gboolean sound = TRUE;

  g_array_set_clear_func (bindings, binding_clear);
  tree->strings = g_string_chunk_new (16 * 1024);
  tree->blocks = g_ptr_array_new_with_free_func (NULL);
  reader.base = base ? g_string_chunk_insert (tree->strings, base) : NULL;
  while (sound && *reader.at != '\0' && (tree->root == NULL || reader.open != NULL || !is_feed (tree->root)))
    {
      sound = read_piece (&reader, error);
      if (sound && tree->n_nodes > MAX_NODES)
        {
          g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_TOO_LARGE, "more pieces than a feed has");
          sound = FALSE;
        }
    }
  if (reader.open != NULL)
    tree->is_damaged = TRUE;
  g_clear_pointer (&reader.own, g_hash_table_unref);
  return sound ? g_steal_pointer (&tree) : NULL;
}

void
rcp_feed_tree_free (RcpFeedTree *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RcpFeedNode *nodes = self->blocks->pdata[i];

      for (guint k = 0; k < NODES_PER_BLOCK; k++)
        g_free (nodes[k].attributes);
      g_free (nodes);
    }
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}
