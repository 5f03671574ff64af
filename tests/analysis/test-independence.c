#include "config.h"

#include <glib.h>

#include "rcp-independence.h"

#define N 4

typedef struct
{
  const char *name;
  const char *published[N];
  gint64 outlets[N];
  guint own_words[N][N]; /* above the diagonal: that the articles of two accounts share */
  int copy_of[N];
  guint n_independent;
} Copies;

#define EACH_WITH_EACH(n) { { 0, n, n, n }, { 0, 0, n, n }, { 0, 0, 0, n } }

static const Copies copies[] = {
  { "earliest-stands", { "2019-05-16", "2019-05-14", "2019-05-15", "2019-05-17" }, { 1, 2, 3, 4 }, EACH_WITH_EACH (12), { 1, -1, 1, 1 }, 1 },
  { "unknown-day-is-last", { NULL, "2019-05-14", "2019-05-15", NULL }, { 1, 2, 3, 4 }, EACH_WITH_EACH (12), { 1, -1, 1, 1 }, 1 },
  { "seven-words-are-no-copy", { "2019-05-16", "2019-05-14", "2019-05-15", NULL }, { 1, 2, 3, 4 }, EACH_WITH_EACH (7),
    { -1, -1, -1, -1 }, 4 },
  { "one-outlet", { "2019-05-16", "2019-05-14", "2019-05-15", NULL }, { 1, 1, 1, 1 }, EACH_WITH_EACH (12), { -1, -1, -1, -1 }, 1 },
  { "same-day-by-place", { "2019-05-14", "2019-05-14", "2019-05-14", "2019-05-14" }, { 1, 2, 3, 4 }, EACH_WITH_EACH (12),
    { -1, 0, 0, 0 }, 1 },
  /* The first shares with the last alone, through two others. */
  { "through-others", { "2019-05-15", "2019-05-17", "2019-05-16", "2019-05-14" }, { 1, 2, 3, 4 },
    { { 0, 12, 0, 0 }, { 0, 0, 12, 0 }, { 0, 0, 0, 12 } }, { 3, 3, 3, -1 }, 1 },
  { "two-wordings", { "2019-05-14", "2019-05-15", "2019-05-14", "2019-05-15" }, { 1, 2, 3, 4 },
    { { 0, 12, 0, 0 }, { 0 }, { 0, 0, 0, 12 } }, { -1, 0, -1, 2 }, 2 },
  /* An outlet that tells again what it told first has it from nobody. */
  { "again-by-the-first", { "2019-05-14", "2019-05-15", "2019-05-16", NULL }, { 1, 2, 1, 3 }, { { 0, 12, 12, 0 }, { 0, 0, 12, 0 } },
    { -1, 0, 1, -1 }, 2 },
};

/* The order in which the accounts are given: each of the 24. */
static void
permute (guint which, guint *order)
{
  gboolean used[N] = { FALSE };

  for (guint i = 0; i < N; i++)
    {
      guint rest = which % (N - i), k = 0;

      which /= N - i;
      while (used[k] || rest-- > 0)
        k++;
      used[k] = TRUE;
      order[i] = k;
    }
}

static void
check_order (const Copies *row, const guint *order)
{
  RcpCheckAccount checks[N];
  RcpSharedWording shared[N * N];
  int copy_of[N];
  guint n = 0, place[N];

  for (guint i = 0; i < N; i++)
    {
      guint who = order[i];
      RcpFoundAccount *found = rcp_found_account_new ();

      place[who] = i;
      found->range = (RcpRange){ who, who + 100 };
      /* Numbers of articles follow the order in which they came. */
      checks[i] = (RcpCheckAccount){ .article = i + 1, .outlet = row->outlets[who], .account = found };
      checks[i].published = row->published[who] ? rcp_edtf_parse (row->published[who], NULL) : NULL;
    }
  for (guint i = 0; i < N; i++)
    for (guint k = i + 1; k < N; k++)
      if (row->own_words[i][k] > 0)
        shared[n++] = (RcpSharedWording){ .article_a = place[k] + 1, .article_b = place[i] + 1,
                                          .passage = { { k, k + 100 }, { i, i + 100 }, 20, row->own_words[i][k], RCP_SHARED_WORDING } };
  rcp_independence_find_copies (checks, N, shared, n, copy_of);
  for (guint i = 0; i < N; i++)
    g_assert_cmpint (copy_of[place[i]], ==, row->copy_of[i] < 0 ? -1 : (int) place[row->copy_of[i]]);
  g_assert_cmpuint (rcp_independence_count (checks, N, copy_of), ==, row->n_independent);
  for (guint i = 0; i < N; i++)
    {
      g_clear_pointer (&checks[i].published, rcp_edtf_unref);
      rcp_found_account_free ((RcpFoundAccount *) checks[i].account);
    }
}

/* A sentence of five words is a copy where what stands around it was copied too, and is none alone. */
static void
test_short_sentence (void)
{
  static const guint own_words[] = { 5, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (own_words); i++)
    {
      RcpFoundAccount *found = rcp_found_account_new ();
      RcpCheckAccount checks[] = { { .article = 1, .outlet = 1, .account = found }, { .article = 2, .outlet = 2, .account = found } };
      RcpSharedWording shared = { 1, 2, { { 90, 130 }, { 90, 130 }, own_words[i], own_words[i], RCP_SHARED_WORDING } };
      int copy_of[2];

      found->range = (RcpRange){ 100, 125 };
      if (i == 1)
        shared.passage.a = shared.passage.b = (RcpRange){ 0, 400 };
      rcp_independence_find_copies (checks, 2, &shared, 1, copy_of);
      g_assert_cmpuint (rcp_independence_count (checks, 2, copy_of), ==, i == 1 ? 1 : 2);
      rcp_found_account_free (found);
    }
}

static void
test_copies (gconstpointer data)
{
  for (guint which = 0; which < 24; which++)
    {
      guint order[N];

      permute (which, order);
      check_order (data, order);
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
  g_test_add_func ("/independence/short-sentence", test_short_sentence);
  return g_test_run ();
}
