#include "config.h"

#include "rcp-dossier-private.h"

typedef struct
{
  RcpCheckAccount *checks;
  gint64 *identities;
} Accounts;

static void
accounts_clear (gpointer data)
{
  Accounts *accounts = data;

  g_free (accounts->checks);
  g_free (accounts->identities);
}

static Accounts
list_accounts (const RcpDossierAnalysis *self, const RcpDossierEvent *event, const gint64 *outlets)
{
  Accounts accounts = { g_new0 (RcpCheckAccount, event->accounts->len + 1), NULL };
  guint n_identities = 0, at = 0;

  for (guint i = 0; i < event->accounts->len; i++)
    {
      const RcpDossierAccount *account = &g_array_index (event->accounts, RcpDossierAccount, i);
      const RcpFindings *findings = self->findings->pdata[account->article];

      accounts.checks[i] = (RcpCheckAccount){ .article = account->article, .outlet = outlets[account->article],
                                              .published = findings->publication ? findings->publication->date : NULL,
                                              .account = findings->accounts->pdata[account->account] };
      n_identities += accounts.checks[i].account->actors->len;
    }
  accounts.identities = g_new0 (gint64, n_identities + 1);
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const RcpFoundAccount *found = accounts.checks[i].account;
      const GArray *ids = self->actor_ids->pdata[accounts.checks[i].article];

      accounts.checks[i].actor_ids = &accounts.identities[at];
      for (guint k = 0; k < found->actors->len; k++)
        {
          guint own = g_array_index (found->actors, guint, k);

          accounts.identities[at++] = own < ids->len ? g_array_index (ids, int, own) + 1 : 0;
        }
    }
  return accounts;
}

/* What differs between the same articles on the same two days is said once, however many events they make of it. */
static char *
dup_name (const RcpFoundDiscrepancy *discrepancy, const RcpCheckAccount *a, guint n_a, const RcpCheckAccount *b)
{
  GString *name = g_string_new (NULL);

  g_string_append_printf (name, "%d", discrepancy->kind);
  for (guint i = 0; i < discrepancy->values->len; i++)
    {
      guint index = g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, i).account;
      const RcpCheckAccount *check = index < n_a ? &a[index] : &b[index - n_a];

      g_string_append_printf (name, " %" G_GINT64_FORMAT " %s", check->article,
                              check->account->when ? rcp_edtf_get_string (check->account->when) : "");
    }
  return g_string_free (name, FALSE);
}

static gboolean
is_near (const RcpEdtf *a, const RcpEdtf *b)
{
  return a && b && rcp_edtf_is_bounded (a) && rcp_edtf_is_bounded (b)
         && rcp_edtf_get_first_day (b) - rcp_edtf_get_last_day (a) <= RCP_DISCREPANCY_MAX_DAYS_APART
         && rcp_edtf_get_first_day (a) - rcp_edtf_get_last_day (b) <= RCP_DISCREPANCY_MAX_DAYS_APART;
}

/**
 * rcp_dossier_find_across:
 * @outlets: the outlet of each article
 *
 * Looks at every two events that lie near each other for one happening that is told with two days, or with two outcomes.
 */
void
rcp_dossier_find_across (RcpDossierAnalysis *self, const gint64 *outlets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Accounts));

  g_array_set_clear_func (all, accounts_clear);
  for (guint i = 0; i < self->events->len; i++)
    {
      Accounts accounts = list_accounts (self, self->events->pdata[i], outlets);

      g_array_append_val (all, accounts);
    }
  for (guint i = 0; i < self->events->len; i++)
    for (guint k = i + 1; k < self->events->len; k++)
      {
        const RcpDossierEvent *a = self->events->pdata[i], *b = self->events->pdata[k];
        const RcpCheckAccount *first = g_array_index (all, Accounts, i).checks, *second = g_array_index (all, Accounts, k).checks;
        g_autoptr (GPtrArray) found = NULL;

        if (!is_near (a->date, b->date))
          continue;
        found = rcp_discrepancy_finder_across (first, a->accounts->len, second, b->accounts->len);
        g_ptr_array_set_free_func (found, NULL);
        for (guint f = 0; f < found->len; f++)
          {
            RcpDossierDifference difference = { i, k, found->pdata[f] };

            if (g_hash_table_add (seen, dup_name (difference.discrepancy, first, a->accounts->len, second)))
              g_array_append_val (self->across, difference);
            else
              rcp_found_discrepancy_free (difference.discrepancy);
          }
      }
}
