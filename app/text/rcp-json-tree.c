#include "config.h"

#include "rcp-json-tree-private.h"

#include <string.h>

/* What pages say of themselves in JSON is small and shallow: of 1,507 pages looked at none goes deeper than 9 levels.
 * What goes beyond is left out, and costs no more than reading it. */
#define MAX_DEPTH 64
#define MAX_NODES 50000

typedef struct
{
  const char *at;
  const char *end;
  guint n_nodes;
} Scanner;

static void
append_escape (GString *out, Scanner *self)
{
  guint code = 0;

  if (*self->at != 'u')
    {
      static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
      const char *simple = strchr (from, *self->at);

      g_string_append_c (out, simple && *simple ? to[simple - from] : *self->at);
      self->at++;
      return;
    }
  if (self->end - self->at < 5)
    {
      self->at = self->end;
      return;
    }
  for (int i = 1; i <= 4; i++)
    code = code * 16 + MAX (g_ascii_xdigit_value (self->at[i]), 0);
  self->at += 5;
  if (code >= 0xD800 && code < 0xDC00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      guint low = 0;

      for (int i = 2; i <= 5; i++)
        low = low * 16 + MAX (g_ascii_xdigit_value (self->at[i]), 0);
      if (low >= 0xDC00 && low < 0xE000)
        {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
          self->at += 6;
        }
    }
  if (code != 0 && g_unichar_validate (code))
    g_string_append_unichar (out, code);
}

/* Reads the string whose opening quote has been read, line ends and all, which JSON does not allow and pages write. */
static char *
read_string (Scanner *self)
{
  GString *out = g_string_new (NULL);

  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\' && self->at + 1 < self->end)
        {
          self->at++;
          append_escape (out, self);
        }
      else
        g_string_append_c (out, *self->at++);
    }
  if (self->at < self->end)
    self->at++;
  if (!g_utf8_validate (out->str, out->len, NULL))
    g_string_truncate (out, 0);
  return g_string_free (out, FALSE);
}

static char *
read_bare (Scanner *self)
{
  const char *from = self->at;

  while (self->at < self->end && !strchr (",]}:\"{[ \t\r\n", *self->at))
    self->at++;
  return g_strndup (from, self->at - from);
}

/**
 * rcp_json_tree_read:
 * @json: valid UTF-8
 * @length: its bytes
 *
 * Reads JSON as pages write it: comments of HTML around it, line ends within strings, commas too many, an end that is
 * missing. Half a document gives as much as it holds.
 *
 * Returns: (transfer full): an array of all that stands at the root.
 */
RcpJsonNode *
rcp_json_tree_read (const char *json, gsize length)
{
  Scanner scanner = { json, json + length, 0 };
  RcpJsonNode *root = g_new0 (RcpJsonNode, 1);
  RcpJsonNode *open[MAX_DEPTH] = { root };
  RcpJsonNode **tails[MAX_DEPTH] = { &root->first };
  guint depth = 0, n_too_deep = 0;
  g_autofree char *key = NULL;

  root->type = RCP_JSON_ARRAY;
  while (scanner.at < scanner.end)
    {
      char c = *scanner.at;
      RcpJsonNode *node;
      gboolean opens = c == '{' || c == '[';

      if (g_ascii_isspace (c) || c == ',' || c == ':')
        {
          scanner.at++;
          continue;
        }
      if (c == '}' || c == ']')
        {
          scanner.at++;
          g_clear_pointer (&key, g_free);
          if (n_too_deep > 0)
            n_too_deep--;
          else if (depth > 0)
            depth--;
          continue;
        }
      if (depth == 0 && !opens)
        {
          /* "<!--", "//<![CDATA[", ";" */
          scanner.at++;
          continue;
        }
      if (opens && (n_too_deep > 0 || depth + 1 >= MAX_DEPTH || scanner.n_nodes >= MAX_NODES))
        {
          scanner.at++;
          n_too_deep++;
          g_clear_pointer (&key, g_free);
          continue;
        }

      node = g_new0 (RcpJsonNode, 1);
      if (opens)
        {
          scanner.at++;
          node->type = c == '{' ? RCP_JSON_OBJECT : RCP_JSON_ARRAY;
        }
      else if (c == '"')
        {
          scanner.at++;
          node->type = RCP_JSON_STRING;
          node->text = read_string (&scanner);
        }
      else
        {
          node->type = RCP_JSON_BARE;
          node->text = read_bare (&scanner);
          if (node->text[0] == '\0')
            scanner.at++;
        }

      if (node->type == RCP_JSON_STRING && n_too_deep == 0 && open[depth]->type == RCP_JSON_OBJECT && key == NULL)
        {
          while (scanner.at < scanner.end && g_ascii_isspace (*scanner.at))
            scanner.at++;
          if (scanner.at < scanner.end && *scanner.at == ':')
            {
              key = g_steal_pointer (&node->text);
              g_free (node);
              continue;
            }
        }
      if (n_too_deep > 0 || ++scanner.n_nodes > MAX_NODES)
        {
          g_free (node->text);
          g_free (node);
          g_clear_pointer (&key, g_free);
          continue;
        }
      node->key = g_steal_pointer (&key);
      *tails[depth] = node;
      tails[depth] = &node->next;
      if (opens)
        {
          depth++;
          open[depth] = node;
          tails[depth] = &node->first;
        }
    }
  return root;
}

/** rcp_json_tree_free: frees a node with all that it holds; no deeper than the tree was allowed to grow. */
void
rcp_json_tree_free (RcpJsonNode *root)
{
  while (root->first)
    {
      RcpJsonNode *child = root->first;

      root->first = child->next;
      rcp_json_tree_free (child);
    }
  g_free (root->key);
  g_free (root->text);
  g_free (root);
}

/** rcp_json_node_member: (nullable) (transfer none): what an object has under a name; NULL for no object, too. */
const RcpJsonNode *
rcp_json_node_member (const RcpJsonNode *self, const char *key)
{
  if (self == NULL || self->type != RCP_JSON_OBJECT)
    return NULL;
  for (const RcpJsonNode *node = self->first; node; node = node->next)
    if (node->key && strcmp (node->key, key) == 0)
      return node;
  return NULL;
}

/**
 * rcp_json_node_text:
 *
 * Returns: (nullable) (transfer none): the string under a name; of an array of them the first; NULL where it is empty.
 */
const char *
rcp_json_node_text (const RcpJsonNode *self, const char *key)
{
  const RcpJsonNode *node = rcp_json_node_member (self, key);

  while (node && node->type == RCP_JSON_ARRAY)
    node = node->first;
  return node && node->type == RCP_JSON_STRING && node->text[0] != '\0' ? node->text : NULL;
}
