#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* No word of a language is longer; what is (an address, a key) is cut here. */
#define RCP_TOKENIZER_MAX_BYTES 96

/**
 * RcpTokenizer:
 *
 * Cuts text into the terms that search goes by: words in lower case without diacritics, and beside each its French and
 * its English stem, because a library holds both and a question does not say its language. Elided words ("l’accord",
 * "qu'ils") and the English clitics 's and 't are left out. Not thread-safe: each connection has its own.
 */
typedef struct _RcpTokenizer RcpTokenizer;

/**
 * RcpTokenFunc:
 * @terms: (array length=n_terms): the word, then its stems where they differ
 * @n_terms: 1 to 3
 * @start_bytes: where the word begins in the text
 * @end_bytes: where it ends
 * @data: the caller's
 *
 * Returns: 0 to go on; anything else is returned by rcp_tokenizer_run() at once
 */
typedef int (*RcpTokenFunc) (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data);

RcpTokenizer *rcp_tokenizer_new      (void);
void          rcp_tokenizer_free     (RcpTokenizer *self);
int           rcp_tokenizer_run      (RcpTokenizer *self, const char *text, gsize length_bytes, RcpTokenFunc func,
                                      gpointer data);
gboolean      rcp_tokenizer_register (sqlite3 *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpTokenizer, rcp_tokenizer_free)

G_END_DECLS
