#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpPageField:
 *
 * What a page states of its article.
 */
typedef enum
{
  RCP_PAGE_TITLE,
  RCP_PAGE_AUTHOR,
  RCP_PAGE_OUTLET,
  RCP_PAGE_PUBLISHED,
  RCP_PAGE_MODIFIED,
  RCP_PAGE_LANGUAGE,
  RCP_PAGE_ADDRESS,
  RCP_PAGE_DESCRIPTION,
  RCP_N_PAGE_FIELDS,
} RcpPageField;

/* What words of class and id attributes say of an element; several at once. */
typedef enum
{
  RCP_PAGE_CLASS_AUTHOR = 1 << 0,
  RCP_PAGE_CLASS_NAME = 1 << 1,
  RCP_PAGE_CLASS_NO_AUTHOR = 1 << 2,
  RCP_PAGE_CLASS_DATE = 1 << 3,
  RCP_PAGE_CLASS_MODIFIED = 1 << 4,
  RCP_PAGE_CLASS_FAR = 1 << 5,
  RCP_PAGE_CLASS_HIDDEN = 1 << 6,
} RcpPageClass;

typedef enum
{
  RCP_PAGE_WORDS_BY,
  RCP_PAGE_WORDS_ROLE,
  RCP_PAGE_WORDS_NOBODY,
  RCP_PAGE_WORDS_AGENCY,
  RCP_PAGE_WORDS_WITH,
  RCP_PAGE_WORDS_REVISED,
  RCP_PAGE_WORDS_STATED,
  RCP_PAGE_WORDS_MONTH,
  RCP_PAGE_WORDS_TRACKING,
  RCP_PAGE_WORDS_RANK,
  RCP_N_PAGE_WORDS,
} RcpPageWords;

gboolean     rcp_page_lexicon_load  (GError **error);
guint        rcp_page_lexicon_meta  (const char *name, RcpPageField *field);
RcpPageClass rcp_page_lexicon_class (const char *value);
guint        rcp_page_lexicon_word  (RcpPageWords list, const char *folded);

G_END_DECLS
