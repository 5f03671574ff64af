#include "config.h"

#include "rcp-same-wording.h"

/* Comparing every two accounts with every passage is cheap for the events of a story, and not for a dispatch that
 * hundreds carry: beyond that many steps only accounts of articles that do share a passage are compared. */
#define MAX_STEPS 100000

typedef struct
{
  const RcpCheckAccount *accounts;
  const RcpSharedWording *shared;
  GHashTable *accounts_of; /* article → GArray of guint: its accounts */
  GHashTable *shared_of;   /* article → GArray of guint: the passages it has with others */
} Index;

static void
index_clear (Index *index)
{
  g_clear_pointer (&index->accounts_of, g_hash_table_unref);
  g_clear_pointer (&index->shared_of, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

static void
file_under (GHashTable *table, const gint64 *article, guint place)
{
  GArray *list = g_hash_table_lookup (table, article);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, (gpointer) article, list);
    }
  g_array_append_val (list, place);
}

static void
add_accounts (const Index *index, gint64 article, GArray *accounts, GArray *places)
{
  const GArray *list = g_hash_table_lookup (index->accounts_of, &article);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint place = g_array_index (list, guint, i);

      g_array_append_val (accounts, index->accounts[place]);
      g_array_append_val (places, place);
    }
}

/* The account alone with those whose articles share a passage with its own. */
static int
find_one (const Index *index, guint account)
{
  gint64 article = index->accounts[account].article;
  const GArray *list = g_hash_table_lookup (index->shared_of, &article);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (RcpCheckAccount));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (RcpSharedWording));
  g_autofree int *copies = NULL;

  if (list == NULL)
    return -1;
  g_array_append_val (accounts, index->accounts[account]);
  g_array_append_val (places, account);
  for (guint i = 0; i < list->len; i++)
    {
      const RcpSharedWording *wording = &index->shared[g_array_index (list, guint, i)];
      const gint64 *other = wording->article_a == article ? &wording->article_b : &wording->article_a;

      g_array_append_val (shared, *wording);
      if (g_hash_table_add (seen, (gpointer) other))
        add_accounts (index, *other, accounts, places);
    }
  copies = g_new (int, accounts->len);
  rcp_independence_find_copies ((const RcpCheckAccount *) (gpointer) accounts->data, accounts->len,
                                (const RcpSharedWording *) (gpointer) shared->data, shared->len, copies);
  return copies[0] < 0 ? -1 : (int) g_array_index (places, guint, copies[0]);
}

/**
 * rcp_same_wording_find:
 *
 * What rcp_independence_find_copies() finds, for events of any size.
 */
void
rcp_same_wording_find (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared, guint n_shared,
                       int *copy_of)
{
  g_auto (Index) index = { accounts, shared, NULL, NULL };

  if ((guint64) n_accounts * n_accounts * n_shared <= MAX_STEPS)
    {
      rcp_independence_find_copies (accounts, n_accounts, shared, n_shared, copy_of);
      return;
    }
  index.accounts_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  index.shared_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_accounts; i++)
    file_under (index.accounts_of, &accounts[i].article, i);
  for (guint i = 0; i < n_shared; i++)
    {
      file_under (index.shared_of, &shared[i].article_a, i);
      file_under (index.shared_of, &shared[i].article_b, i);
    }
  for (guint i = 0; i < n_accounts; i++)
    copy_of[i] = find_one (&index, i);
}
