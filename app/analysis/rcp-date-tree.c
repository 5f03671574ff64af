#include "config.h"

#include "rcp-date-tree.h"

/* The items an element can begin with. What is missing here is never found; what is too much costs time only. */
static void
set_starts (const RcpDateGrammar *grammar, RcpDateNode *node)
{
  const RcpDateElement *element = node->element;

  switch (element->kind)
    {
    case RCP_ELEMENT_CLASS:
      node->classes = RCP_DW_BIT (element->cls);
      break;
    case RCP_ELEMENT_LITERAL:
      for (guint i = 0; i < element->n_literals; i++)
        {
          const RcpDateWord *word = g_hash_table_lookup (grammar->words, element->literals[i]);

          node->classes |= word->classes;
          if (g_ascii_isdigit (element->literals[i][0]))
            node->shapes |= RCP_DATE_SHAPE_DIGITS;
        }
      break;
    case RCP_ELEMENT_TOD:
      node->classes = RCP_DW_BIT (RCP_DW_DAYPART) | RCP_DW_BIT (RCP_DW_COMMA) | RCP_DW_BIT (RCP_DW_PREP)
                      | RCP_DW_BIT (RCP_DW_IN) | RCP_DW_BIT (RCP_DW_TO) | RCP_DW_BIT (RCP_DW_OF) | RCP_DW_BIT (RCP_DW_DET)
                      | RCP_DW_BIT (RCP_DW_WITHIN) | RCP_DW_BIT (RCP_DW_PART) | RCP_DW_BIT (RCP_DW_APPROX)
                      | RCP_DW_BIT (RCP_DW_FROM) | RCP_DW_BIT (RCP_DW_BETWEEN) | RCP_DW_BIT (RCP_DW_BEFORE)
                      | RCP_DW_BIT (RCP_DW_AFTER) | RCP_DW_BIT (RCP_DW_UNTIL) | RCP_DW_BIT (RCP_DW_SINCE)
                      | RCP_DW_BIT (RCP_DW_ONE) | RCP_DW_BIT (RCP_DW_NUMBER) | RCP_DW_BIT (RCP_DW_UNIT);
      node->shapes = RCP_DATE_SHAPE_DIGITS;
      break;
    case RCP_ELEMENT_DAY:
    case RCP_ELEMENT_NTH:
      node->classes = RCP_DW_BIT (RCP_DW_ORDINAL) | RCP_DW_BIT (RCP_DW_NUMBER);
      node->shapes = RCP_DATE_SHAPE_DIGITS;
      break;
    case RCP_ELEMENT_ROMAN:
    case RCP_ELEMENT_SLICE:
    case RCP_ELEMENT_GLUED:
      node->shapes = RCP_DATE_SHAPE_SPECIAL | RCP_DATE_SHAPE_DIGITS;
      break;
    case RCP_ELEMENT_LENGTH:
      node->classes = RCP_DW_BIT (RCP_DW_DEMI);
      G_GNUC_FALLTHROUGH;
    case RCP_ELEMENT_COUNT:
      node->classes |= RCP_DW_BIT (RCP_DW_FEW) | RCP_DW_BIT (RCP_DW_NUMBER) | RCP_DW_BIT (RCP_DW_ONE);
      node->shapes = RCP_DATE_SHAPE_DIGITS;
      break;
    case RCP_ELEMENT_YEAR2:
      node->shapes = RCP_DATE_SHAPE_DIGITS | RCP_DATE_SHAPE_APOSTROPHE;
      break;
    case RCP_ELEMENT_YEAR:
    case RCP_ELEMENT_DECADE:
    case RCP_ELEMENT_NUMDATE:
    default:
      node->classes = RCP_DW_BIT (RCP_DW_NUMBER);
      node->shapes = RCP_DATE_SHAPE_DIGITS;
      break;
    }
}

static RcpDateNode *
ensure_child (const RcpDateGrammar *grammar, RcpDateNode *node, const RcpDateElement *element)
{
  RcpDateNode *child;

  if (node->children == NULL)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_date_node_free);
  for (guint i = 0; i < node->children->len; i++)
    {
      child = node->children->pdata[i];
      if (child->element->name == element->name)
        return child;
    }
  child = g_new0 (RcpDateNode, 1);
  child->element = element;
  set_starts (grammar, child);
  /* A pattern that begins with the time of day begins with its own words ("vers 20 heures mardi", "half past three tomorrow"):
   * prepositions stand before everything. */
  if (node->element == NULL && element->kind == RCP_ELEMENT_TOD)
    child->classes = RCP_DW_BIT (RCP_DW_DAYPART) | RCP_DW_BIT (RCP_DW_APPROX) | (grammar->is_french ? 0 : RCP_DW_BIT (RCP_DW_UNIT));
  node->next_classes |= child->classes;
  node->next_shapes |= child->shapes;
  g_ptr_array_add (node->children, child);
  return child;
}

/* An optional element is there or not: both ways are in the tree. */
static void
insert (const RcpDateGrammar *grammar, RcpDateNode *node, RcpDatePattern *pattern, guint element)
{
  if (element == pattern->n_elements)
    {
      if (node->patterns == NULL)
        node->patterns = g_ptr_array_new ();
      if (!g_ptr_array_find (node->patterns, pattern, NULL))
        g_ptr_array_add (node->patterns, pattern);
      return;
    }
  insert (grammar, ensure_child (grammar, node, &pattern->elements[element]), pattern, element + 1);
  if (pattern->elements[element].optional)
    insert (grammar, node, pattern, element + 1);
}

/**
 * rcp_date_tree_new:
 * @grammar: (transfer none): words and patterns; must outlive the tree
 *
 * Returns: (transfer full): the root.
 */
RcpDateNode *
rcp_date_tree_new (RcpDateGrammar *grammar)
{
  RcpDateNode *root = g_new0 (RcpDateNode, 1);

  for (guint i = 0; i < grammar->patterns->len; i++)
    {
      RcpDatePattern *pattern = grammar->patterns->pdata[i];

      if (grammar->is_french ? pattern->french : pattern->english)
        insert (grammar, root, pattern, 0);
    }
  g_clear_pointer (&root->patterns, g_ptr_array_unref);
  return root;
}

void
rcp_date_node_free (RcpDateNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_free (self);
}
