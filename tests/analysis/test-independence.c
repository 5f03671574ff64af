#include "config.h"

#include <glib.h>

#include "rcp-independence.h"

typedef struct
{
  const char *name;
  guint own_words;
  const char *published[3];
  gint64 outlets[3];
  int copy_of[3];
  guint n_independent;
} Copies;

/* The sentences of the three articles share one passage, each with each. */
static const Copies copies[] = {
  { "earliest-stands", 12, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { 1, -1, 1 }, 1 },
  { "unknown-day-is-last", 12, { NULL, "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { 1, -1, 1 }, 1 },
  { "seven-words-are-no-copy", 7, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 2, 3 }, { -1, -1, -1 }, 3 },
  { "one-outlet", 12, { "2019-05-16", "2019-05-14", "2019-05-15" }, { 1, 1, 1 }, { -1, -1, -1 }, 1 },
  { "same-day-by-article", 12, { "2019-05-14", "2019-05-14", "2019-05-14" }, { 1, 2, 3 }, { -1, 0, 0 }, 1 },
};

static void
test_copies (gconstpointer data)
{
  const Copies *row = data;
  RcpCheckAccount checks[3];
  RcpSharedWording shared[3];
  int copy_of[3];
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      RcpFoundAccount *found = rcp_found_account_new ();

      found->range = (RcpRange){ 0, 100 };
      checks[i] = (RcpCheckAccount){ .article = i + 1, .outlet = row->outlets[i], .account = found };
      checks[i].published = row->published[i] ? rcp_edtf_parse (row->published[i], NULL) : NULL;
      for (guint j = 0; j < i; j++)
        shared[n++] = (RcpSharedWording){ .article_a = i + 1, .article_b = j + 1,
                                          .passage = { { 5, 95 }, { 5, 95 }, row->own_words, row->own_words, FALSE } };
    }
  rcp_independence_find_copies (checks, 3, shared, n, copy_of);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (copy_of[i], ==, row->copy_of[i]);
  g_assert_cmpuint (rcp_independence_count (checks, 3, copy_of), ==, row->n_independent);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&checks[i].published, rcp_edtf_unref);
      rcp_found_account_free ((RcpFoundAccount *) checks[i].account);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_strconcat ("/independence/copies/", copies[i].name, NULL);

      g_test_add_data_func (path, &copies[i], test_copies);
    }
  return g_test_run ();
}
