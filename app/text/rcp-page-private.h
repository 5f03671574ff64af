#pragma once

#include <libxml/tree.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

/* A page nested deeper than this was made to be. */
#define RCP_PAGE_MAX_DEPTH 5000

/**
 * RcpPageElement:
 * @parent: index of the element around it; G_MAXUINT for the outermost
 * @name: the name of its tag
 * @words: (nullable): words of its class, id, role and itemprop in lower case; %NULL at the end
 * @within: RcpPageWithin of it and of all around it
 * @hints: RcpPageHint of its own words
 * @article: how many elements of the kind article have begun before its own, where it stands in one; else 0
 * @path: a hash of the tags and classes from the root to it
 * @n_prose: characters of prose that stand in it, at any depth; all weights are set once the page is cut
 * @n_chars: all its characters
 * @n_link_chars: how many are links
 * @score: what its own paragraphs weigh, and half of what those of its children weigh
 * @first_block: its blocks
 * @end_block: and where they end
 *
 * An element that holds blocks.
 */
typedef struct
{
  guint parent;
  const char *name;
  const char **words;
  guint within;
  guint hints;
  guint article;
  guint path;
  guint n_prose;
  guint n_chars;
  guint n_link_chars;
  double score;
  guint first_block;
  guint end_block;
} RcpPageElement;

/* Kinds of element that say something of all that stands in them. */
typedef enum
{
  RCP_PAGE_WITHIN_ARTICLE = 1 << 0,
  RCP_PAGE_WITHIN_MAIN = 1 << 1,
  RCP_PAGE_WITHIN_BODY = 1 << 2, /* itemprop="articleBody" */
  RCP_PAGE_WITHIN_HEADER = 1 << 3,
  RCP_PAGE_WITHIN_FOOTER = 1 << 4,
  RCP_PAGE_WITHIN_NAV = 1 << 5,
  RCP_PAGE_WITHIN_ASIDE = 1 << 6,
  RCP_PAGE_WITHIN_FORM = 1 << 7,
  RCP_PAGE_WITHIN_TABLE = 1 << 8,
  RCP_PAGE_WITHIN_LIST = 1 << 9,
  RCP_PAGE_WITHIN_FIGURE = 1 << 10,
  RCP_PAGE_WITHIN_QUOTE = 1 << 11,
  RCP_PAGE_WITHIN_HIDDEN = 1 << 12,
  RCP_PAGE_WITHIN_LINK = 1 << 13,
  RCP_PAGE_WITHIN_SECTION = 1 << 14,
} RcpPageWithin;

#define RCP_PAGE_N_WITHIN 15

/* What the words of an element hint at. */
typedef enum
{
  RCP_PAGE_HINT_COMMENT,
  RCP_PAGE_HINT_RELATED,
  RCP_PAGE_HINT_SHARE,
  RCP_PAGE_HINT_PROMOTION,
  RCP_PAGE_HINT_NAVIGATION,
  RCP_PAGE_HINT_FOOTER,
  RCP_PAGE_HINT_SIDE,
  RCP_PAGE_HINT_CAPTION,
  RCP_PAGE_HINT_BYLINE,
  RCP_PAGE_HINT_HEADER,
  RCP_PAGE_HINT_TEASER,
  RCP_PAGE_HINT_TAGS,
  RCP_PAGE_HINT_NOTICE,
  RCP_PAGE_HINT_CONTENT,
  RCP_PAGE_HINT_BODY,
  RCP_PAGE_N_HINTS,
} RcpPageHint;

extern const char *const rcp_page_hint_names[RCP_PAGE_N_HINTS];

/**
 * RcpPageBlock:
 * @text: its text, white space collapsed
 * @n_chars: its code points
 * @n_link_chars: how many of them are links
 * @heading: 1 to 6 for a heading, 0 for anything else
 * @is_list_item: whether it is one item of a list
 * @after_break: whether only <br> stands between it and the block before
 * @is_prose: whether it reads as running text
 * @is_repeated: whether a block before it says the same
 * @is_comment: whether it stands among the comments of readers
 * @element: index of the element it stands in
 * @probability: that it belongs to the article
 * @is_article: whether it is taken for the article's
 * @kind: what it is taken for where it is not
 * @reason: (nullable): the sign that speaks most for what it is taken for; lives as long as the program
 *
 * A stretch of a page that stands on lines of its own.
 */
typedef struct
{
  char *text;
  guint n_chars;
  guint n_link_chars;
  int heading;
  gboolean is_list_item;
  gboolean after_break;
  gboolean is_prose;
  gboolean is_repeated;
  gboolean is_comment;
  guint element;
  double probability;
  gboolean is_article;
  RcpSetAsideKind kind;
  const char *reason;
} RcpPageBlock;

/**
 * RcpPage:
 * @blocks: of RcpPageBlock, in order
 * @elements: of RcpPageElement; each after the one around it
 * @names: what tags and their words are called
 * @word_hints: word, of @names → RcpPageHint bits
 * @paths: hash of a path → characters of prose that stand at the end of one like it
 * @n_prose: characters of prose in all
 * @best: index of the element whose paragraphs weigh most; G_MAXUINT for none
 * @first_prose: the first block of prose in it
 * @last_prose: and the last
 * @heading: index of the block that is the title of the article; G_MAXUINT for none
 * @n_articles: how many elements of the kind article there are
 * @title: (nullable): what the page states as its title
 * @description: (nullable): how the page sums itself up
 * @body: (nullable): the folded words of the article as its JSON-LD has it
 *
 * A page cut into blocks.
 */
typedef struct
{
  GArray *blocks;
  GArray *elements;
  GStringChunk *names;
  GHashTable *word_hints;
  GHashTable *paths;
  guint n_prose;
  guint best;
  guint first_prose;
  guint last_prose;
  guint heading;
  guint n_articles;
  char *title;
  char *description;
  char *body;
} RcpPage;

static inline RcpPageBlock *
rcp_page_block (const RcpPage *self, guint index)
{
  return &g_array_index (self->blocks, RcpPageBlock, index);
}

static inline RcpPageElement *
rcp_page_element (const RcpPage *self, guint index)
{
  return &g_array_index (self->elements, RcpPageElement, index);
}

/* rcp-page-hints.c */
guint    rcp_page_hints_of    (const char *word);

/* rcp-page-cut.c */
void     rcp_page_cut         (RcpPage *self, xmlNode *root);
void     rcp_page_clear       (RcpPage *self);
gboolean rcp_page_is_too_deep (const char *html);

void     rcp_page_mark        (RcpPage *self);

/* rcp-page-signs.c */

/**
 * RcpPageSignFunc:
 * @sign: its name, such as "tag p"; valid during the call
 *
 * Is told a sign of a block.
 */
typedef void (*RcpPageSignFunc) (const char *sign, gpointer user_data);

void     rcp_page_list_signs  (const RcpPage *self, guint block, RcpPageSignFunc func, gpointer user_data);


/* rcp-page-judge.c */
gboolean rcp_page_judge       (RcpPage *self, GError **error);

/* rcp-html-reader.c */
gboolean rcp_html_reader_cut  (RcpPage *self, const char *text, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpPage, rcp_page_clear)

G_END_DECLS
