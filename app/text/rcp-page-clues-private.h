#pragma once

#include <libxml/tree.h>

#include "rcp-page-lexicon-private.h"
#include "rcp-schema-org-private.h"

G_BEGIN_DECLS

/**
 * RcpPagePlace:
 * @RCP_PAGE_PLACE_HEAD: metadata, not to be seen
 * @RCP_PAGE_PLACE_PAGE: anywhere on the page
 * @RCP_PAGE_PLACE_ARTICLE: within <article> or <main>
 * @RCP_PAGE_PLACE_FAR: in a comment, a sidebar, a footer, a list of other articles
 */
typedef enum
{
  RCP_PAGE_PLACE_HEAD,
  RCP_PAGE_PLACE_PAGE,
  RCP_PAGE_PLACE_ARTICLE,
  RCP_PAGE_PLACE_FAR,
} RcpPagePlace;

/**
 * RcpPageClue:
 * @field: what it states
 * @weight: how much it is to be believed, 1 to 10, by the rules of rcp-page-clues.c and by the lexicon
 * @place: where it stands
 * @order: the number of its element
 * @far_root: that of the outermost element that makes it far; 0 where none does
 * @name: what it was read from: "article:published_time", "h1", "time"…
 * @value: as written, white space collapsed
 *
 * One thing that a page states of its article, in one place.
 */
typedef struct
{
  RcpPageField field;
  guint weight;
  RcpPagePlace place;
  guint order;
  guint far_root;
  char *name;
  char *value;
} RcpPageClue;

/**
 * RcpPageClues:
 * @clues: (element-type RcpPageClue): in the order of the page
 * @schema: its JSON-LD
 * @language: (nullable): the language attribute of the page
 * @base: (nullable): the address that others are relative to
 * @title_order: the number of the element of the first heading of the first rank, %G_MAXUINT where there is none
 */
typedef struct
{
  GArray *clues;
  RcpSchemaOrg schema;
  char *language;
  char *base;
  guint title_order;
} RcpPageClues;

RcpPageClues *rcp_page_clues_new  (xmlNode *root);
void          rcp_page_clues_free (RcpPageClues *self);
guint         rcp_page_clues_find (const RcpPageClues *self, RcpPageField field, guint from, const RcpPageClue **clue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpPageClues, rcp_page_clues_free)

G_END_DECLS
