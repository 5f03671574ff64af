#pragma once

#include "rcp-date-grammar.h"

G_BEGIN_DECLS

/* Private to the date finder: the patterns of a grammar as one tree, so that what many of them begin with is looked at once,
 * and a word that none of them can go on with costs one comparison. */

/* What an item may be besides a word of a class, as bits. */
typedef enum
{
  RCP_DATE_SHAPE_DIGITS = 1 << 0,  /* begins with a digit */
  RCP_DATE_SHAPE_SPECIAL = 1 << 1, /* a Roman numeral, "Q3", a month and day in one */
  RCP_DATE_SHAPE_APOSTROPHE = 1 << 2,
} RcpDateItemShape;

/**
 * RcpDateNode:
 * @element: what it asks for; NULL for the root
 * @classes: an item must stand in one of these classes, or have one of @shapes, to be it
 * @shapes: bit set of #RcpDateItemShape
 * @next_classes: the classes of all children together
 * @next_shapes: their shapes
 * @children: (nullable) (element-type RcpDateNode): owned; in the order of the table
 * @patterns: (nullable) (element-type RcpDatePattern): those that end here, in the order of the table; borrowed
 *
 * One step of the patterns.
 */
typedef struct _RcpDateNode
{
  const RcpDateElement *element;
  guint64 classes;
  guint32 shapes;
  guint64 next_classes;
  guint32 next_shapes;
  GPtrArray *children;
  GPtrArray *patterns;
} RcpDateNode;

RcpDateNode *rcp_date_tree_new  (RcpDateGrammar *grammar) G_GNUC_WARN_UNUSED_RESULT;
void         rcp_date_node_free (RcpDateNode *self);

G_END_DECLS
