#include "config.h"

#include "rcp-discrepancy-finder.h"

#include <string.h>

#include "rcp-account-numbers.h"
#include "rcp-account-place.h"

/* Of more values of one point than these the first are looked at: accounts that differ so much are no longer of one
 * happening. */
#define MAX_VALUES 48

/* Two sources are given for one statement where so many of the words are the same; our own estimate: lower, and any two
 * sources of one event are taken to contradict each other, which they seldom do. */
#define SAME_STATEMENT 0.45
/* The same for two participants one of whom is in the other's place. */
#define SAME_DEED 0.3

/** rcp_found_discrepancy_free: frees a discrepancy. */
void
rcp_found_discrepancy_free (RcpFoundDiscrepancy *self)
{
  g_array_unref (self->values);
  g_free (self);
}

/**
 * Claim:
 * @point: what it is about; claims of one point are compared
 * @key: what it says, for all but numbers
 * @low: the least the number may mean
 * @high: the most
 * @identity: who it is, where @point is a participant with a name; 0 for nobody
 *
 * What one account says on one point. Borrows its strings.
 */
typedef struct
{
  const char *point;
  const char *key;
  double low;
  double high;
  gint64 identity;
  guint account;
  RcpRange range;
} Claim;

typedef struct
{
  const RcpCheckAccount *accounts;
  guint n_accounts;
  RcpDiscrepancyKind kind;
  GStringChunk *strings;
  GPtrArray *points;   /* borrowed from @strings, in the order in which they come up */
  GHashTable *claims;  /* point → GArray of Claim */
  GPtrArray *found;
} Check;

static void
add_claim (Check *check, const char *point, Claim claim)
{
  GArray *claims;

  claim.point = g_string_chunk_insert_const (check->strings, point);
  claims = g_hash_table_lookup (check->claims, claim.point);
  if (claims == NULL)
    {
      claims = g_array_new (FALSE, FALSE, sizeof (Claim));
      g_hash_table_insert (check->claims, (gpointer) claim.point, claims);
      g_ptr_array_add (check->points, (gpointer) claim.point);
    }
  g_array_append_val (claims, claim);
}

static const RcpFoundAccount *
get_account (const Check *check, const Claim *claim)
{
  return check->accounts[claim->account].account;
}

static gint64
get_article (const Check *check, const Claim *claim)
{
  return check->accounts[claim->account].article;
}

/* The words that both have, among those of the shorter. */
static double
share_of_words (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  guint common = 0, least = MIN (a->terms->len, b->terms->len);

  for (guint i = 0, j = 0; i < a->terms->len && j < b->terms->len;)
    {
      guint32 x = g_array_index (a->terms, guint32, i), y = g_array_index (b->terms, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return least ? (double) common / MAX (least, 4) : 0;
}

static gboolean
is_told_as_done (const RcpFoundAccount *account)
{
  return account->status == RCP_STATUS_DONE || account->status == RCP_STATUS_BACKGROUND
         || account->status == RCP_STATUS_DENIED;
}

/* Whether an account names somebody, in whatever part. */
static gboolean
names (const RcpCheckAccount *account, gint64 identity)
{
  for (guint i = 0; account->actor_ids && i < account->account->actors->len; i++)
    if (account->actor_ids[i] == identity)
      return TRUE;
  return FALSE;
}

static gboolean
have_common_actor (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  for (guint i = 0; a->actor_ids && i < a->account->actors->len; i++)
    if (a->actor_ids[i] > 0 && names (b, a->actor_ids[i]))
      return TRUE;
  return FALSE;
}

/* Sources one of which speaks for the other, or works with it. */
static gboolean
is_one_source (const char *a, const char *b)
{
  static const char *const state[] = { "government", "ministry", "presidency", "prefecture", "army", NULL };
  static const char *const law[] = { "prosecutor", "court", "police", "investigators", NULL };

  return strcmp (a, b) == 0 || (g_strv_contains (state, a) && g_strv_contains (state, b) && strcmp (a, "army") != 0
                                && strcmp (b, "army") != 0)
         || (g_strv_contains (law, a) && g_strv_contains (law, b) && (strcmp (a, "investigators") == 0
                                                                      || strcmp (b, "investigators") == 0));
}

/* "1,7 euros" beside "1,7 milliard d'euros": a word was lost. */
static gboolean
is_slip_of_scale (const Claim *a, const Claim *b)
{
  double low = MIN (a->low, b->low), high = MAX (a->low, b->low);

  return low > 0 && (high == low * 1e3 || high == low * 1e6 || high == low * 1e9);
}

/* Whether what two claims of one point say can't both be. */
static gboolean
contradict (const Check *check, const Claim *a, const Claim *b)
{
  const RcpFoundAccount *x = get_account (check, a), *y = get_account (check, b);

  switch (check->kind)
    {
    case RCP_DISCREPANCY_DATE:
      return !rcp_edtf_overlaps (x->when, y->when);
    case RCP_DISCREPANCY_NUMBER:
      return (a->high < b->low || b->high < a->low) && !is_slip_of_scale (a, b);
    case RCP_DISCREPANCY_PLACE:
      return x->action == y->action && rcp_place_relate (a->key, b->key) == RCP_PLACE_APART;
    case RCP_DISCREPANCY_PARTICIPANT:
      if (x->action != y->action)
        return FALSE;
      if (a->identity == 0)
        return strcmp (a->key, b->key) != 0;
      /* One name for two is mostly one whom the articles name in two ways. */
      if (a->identity == b->identity || strcmp (a->key, b->key) == 0 || x->action == RCP_ACTION_CONSULT)
        return FALSE;
      if (share_of_words (x, y) < SAME_DEED || strcmp (a->point, "object:o") == 0)
        return FALSE;
      /* Of two persons one may stand for the other; of two bodies or states only beside the same third. */
      return strcmp (strchr (a->point, ':'), ":p") == 0
             || have_common_actor (&check->accounts[a->account], &check->accounts[b->account]);
    case RCP_DISCREPANCY_ACT:
      return (a->key[0] == '!') != (b->key[0] == '!');
    case RCP_DISCREPANCY_ATTRIBUTION:
      return x->action == y->action && !is_one_source (a->key, b->key) && share_of_words (x, y) >= SAME_STATEMENT;
    default:
      return FALSE;
    }
}

static gboolean
say_the_same (const Check *check, const Claim *a, const Claim *b)
{
  if (check->kind == RCP_DISCREPANCY_NUMBER)
    return a->low == b->low && a->high == b->high;
  if (check->kind == RCP_DISCREPANCY_DATE)
    return rcp_edtf_equal (get_account (check, a)->when, get_account (check, b)->when);
  return a->identity == b->identity && g_strcmp0 (a->key, b->key) == 0
         && (check->kind != RCP_DISCREPANCY_ATTRIBUTION || get_account (check, a)->action == get_account (check, b)->action);
}

/* An article that says both contradicts nobody: it reports the difference, or tells of two things. Marks its claims. */
static void
drop_undecided (const Check *check, const GArray *claims, gboolean *dropped)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) undecided = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);
      const gint64 *article = &check->accounts[claim->account].article;
      GArray *mine = g_hash_table_lookup (firsts, article);

      if (mine == NULL)
        {
          mine = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (firsts, (gpointer) article, mine);
        }
      for (guint k = 0; k < mine->len; k++)
        {
          const Claim *other = &g_array_index (claims, Claim, g_array_index (mine, guint, k));
          gboolean both = check->kind == RCP_DISCREPANCY_PARTICIPANT || check->kind == RCP_DISCREPANCY_PLACE
                                  || check->kind == RCP_DISCREPANCY_ATTRIBUTION
                              ? !say_the_same (check, claim, other) : contradict (check, claim, other);

          if (both && !(check->kind == RCP_DISCREPANCY_PLACE && rcp_place_relate (claim->key, other->key) != RCP_PLACE_APART))
            g_hash_table_add (undecided, (gpointer) article);
        }
      /* A few of each article are enough to tell. */
      if (mine->len < 8)
        g_array_append_val (mine, i);
    }
  for (guint i = 0; i < claims->len; i++)
    dropped[i] = g_hash_table_contains (undecided, &check->accounts[g_array_index (claims, Claim, i).account].article);
}

/* Whether somebody else than who claims @a names the other's participant too, who then took part beside him. */
static gboolean
took_part_together (const Check *check, const Claim *a, const Claim *b)
{
  if (check->kind != RCP_DISCREPANCY_PARTICIPANT || a->identity == 0)
    return FALSE;
  for (guint i = 0; i < MIN (check->n_accounts, MAX_VALUES); i++)
    {
      const RcpCheckAccount *account = &check->accounts[i];

      if ((names (account, a->identity) && names (account, b->identity))
          || (account->article == get_article (check, a) && names (account, b->identity))
          || (account->article == get_article (check, b) && names (account, a->identity)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the groups follow each other in time: every value was told on days of its own, later ones higher where they are
 * numbers that grow by the day, or all by one outlet. */
static gboolean
is_update (const Check *check, const GArray *claims, const gboolean *is_in)
{
  static const char *const tolls[] = { "dead", "hurt", "missing", "arrested", "evacuated", "rescued", "infected", "trapped",
                                       "cases", "people", "houses", "hectares", "vaccinated", "votes", NULL };
  gboolean one_outlet = TRUE;
  const Claim *first = NULL;

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *a = &g_array_index (claims, Claim, i);

      if (!is_in[i])
        continue;
      if (first == NULL)
        first = a;
      one_outlet = one_outlet && check->accounts[a->account].outlet == check->accounts[first->account].outlet;
    }
  if (one_outlet)
    return TRUE;
  if (check->kind != RCP_DISCREPANCY_NUMBER || !g_strv_contains (tolls, first->point))
    return FALSE;
  for (guint i = 0; i < claims->len && i < 4 * MAX_VALUES; i++)
    for (guint k = 0; k < claims->len && k < 4 * MAX_VALUES; k++)
      {
        const Claim *a = &g_array_index (claims, Claim, i), *b = &g_array_index (claims, Claim, k);
        const RcpEdtf *early = check->accounts[a->account].published, *late = check->accounts[b->account].published;

        if (!is_in[i] || !is_in[k] || !(a->high < b->low))
          continue;
        if (early == NULL || late == NULL || !rcp_edtf_is_bounded (early) || !rcp_edtf_is_bounded (late)
            || rcp_edtf_get_last_day (early) >= rcp_edtf_get_first_day (late))
          return FALSE;
      }
  return TRUE;
}

/* Claims that say the same are looked at once: @firsts are those that say something first. */
static void
check_point (Check *check, const GArray *claims)
{
  g_autofree gboolean *dropped = g_new0 (gboolean, claims->len + 1);
  g_autofree gboolean *is_in = g_new0 (gboolean, claims->len + 1);
  g_autofree guint *value_of = g_new0 (guint, claims->len + 1);
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_in_value[MAX_VALUES] = { FALSE };
  RcpFoundDiscrepancy *discrepancy;
  gboolean any = FALSE;

  drop_undecided (check, claims, dropped);
  for (guint i = 0; i < claims->len; i++)
    {
      guint at = 0;

      value_of[i] = G_MAXUINT;
      if (dropped[i])
        continue;
      while (at < firsts->len && !say_the_same (check, &g_array_index (claims, Claim, g_array_index (firsts, guint, at)),
                                                &g_array_index (claims, Claim, i)))
        at++;
      if (at == MAX_VALUES)
        continue;
      if (at == firsts->len)
        g_array_append_val (firsts, i);
      value_of[i] = at;
    }
  for (guint i = 0; i < firsts->len; i++)
    for (guint k = i + 1; k < firsts->len; k++)
      {
        const Claim *a = &g_array_index (claims, Claim, g_array_index (firsts, guint, i));
        const Claim *b = &g_array_index (claims, Claim, g_array_index (firsts, guint, k));

        if (contradict (check, a, b) && !took_part_together (check, a, b))
          is_in_value[i] = is_in_value[k] = any = TRUE;
      }
  if (!any)
    return;
  discrepancy = g_new0 (RcpFoundDiscrepancy, 1);
  discrepancy->kind = check->kind;
  discrepancy->values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
  {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < claims->len; i++)
      {
        const Claim *claim = &g_array_index (claims, Claim, i);
        RcpFoundDiscrepancyValue value = { claim->account, claim->range };
        g_autofree char *key = NULL;
        guint known;

        if (value_of[i] == G_MAXUINT || !is_in_value[value_of[i]])
          continue;
        is_in[i] = TRUE;
        /* What an article repeats is shown once, in the sentence that says when rather than in the title. */
        key = g_strdup_printf ("%" G_GINT64_FORMAT ".%u", get_article (check, claim), value_of[i]);
        known = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
        if (known == 0)
          {
            g_array_append_val (discrepancy->values, value);
            g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (discrepancy->values->len));
          }
        else if (get_account (check, claim)->date >= 0)
          {
            RcpFoundDiscrepancyValue *shown = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, known - 1);

            if (check->accounts[shown->account].account->date < 0)
              *shown = value;
          }
      }
  }
  discrepancy->is_update = is_update (check, claims, is_in);
  g_ptr_array_add (check->found, discrepancy);
}

static void
collect_numbers (Check *check, guint index)
{
  const GArray *numbers = check->accounts[index].account->numbers;

  for (guint i = 0; i < numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (numbers, RcpFoundNumber, i);
      Claim claim = { .account = index, .range = number->range };

      if (number->counted == NULL)
        continue;
      rcp_found_number_get_bounds (number, &claim.low, &claim.high);
      add_claim (check, rcp_found_number_get_counted (number), claim);
    }
}

static void
collect_details (Check *check, guint index)
{
  const RcpCheckAccount *account = &check->accounts[index];

  for (guint i = 0; i < account->account->details->len; i++)
    {
      const RcpFoundDetail *detail = &g_array_index (account->account->details, RcpFoundDetail, i);
      Claim claim = { .key = detail->key, .account = index, .range = detail->range };
      g_autofree char *point = NULL;

      if (detail->kind != check->kind || !is_told_as_done (account->account))
        continue;
      if (detail->kind == RCP_DISCREPANCY_PARTICIPANT)
        {
          const char *slash = strchr (detail->key, '/');

          if (detail->rank >= 0)
            {
              if (account->actor_ids == NULL || (guint) detail->rank >= account->account->actors->len
                  || account->actor_ids[detail->rank] <= 0)
                continue;
              claim.identity = account->actor_ids[detail->rank];
            }
          if (slash == NULL)
            continue;
          point = g_strndup (detail->key, slash - detail->key);
        }
      else if (detail->kind == RCP_DISCREPANCY_ACT)
        point = g_strdup (detail->key[0] == '!' ? detail->key + 1 : detail->key);
      else
        point = g_strdup ("");
      add_claim (check, point, claim);
    }
}

static RcpRange
find_date_words (const RcpFoundAccount *account)
{
  for (guint i = 0; i < account->details->len; i++)
    if (g_array_index (account->details, RcpFoundDetail, i).kind == RCP_DISCREPANCY_DATE)
      return g_array_index (account->details, RcpFoundDetail, i).range;
  return account->range;
}

static void
collect (Check *check, guint index)
{
  const RcpFoundAccount *account = check->accounts[index].account;

  switch (check->kind)
    {
    case RCP_DISCREPANCY_DATE:
      if (account->when && rcp_edtf_is_exact_day (account->when))
        add_claim (check, "", (Claim){ .account = index, .range = find_date_words (account) });
      break;
    case RCP_DISCREPANCY_NUMBER:
      collect_numbers (check, index);
      break;
    case RCP_DISCREPANCY_PLACE:
      if (account->place_key)
        add_claim (check, "", (Claim){ .key = account->place_key, .account = index, .range = account->place_range });
      break;
    default:
      collect_details (check, index);
      break;
    }
}

/**
 * rcp_discrepancy_finder_find:
 * @accounts: (array length=n_accounts): the accounts of one event, in an order that follows from their content
 *
 * Finds the points on which accounts of different articles contradict each other: days, numbers of one thing, who took part
 * and on which side, places, what was done, whose word one statement is. A vaguer value agrees with every value it may
 * mean, a narrower place with the wider one around it, and an article that gives several values says none of them alone;
 * a false alarm costs more trust than a miss. Accounts that say the same are looked at once, so that the work does not grow
 * with the square of their number.
 *
 * Returns: (transfer full) (element-type RcpFoundDiscrepancy): the points, by kind, within it in the order in which they
 *   come up. Any thread.
 */
GPtrArray *
rcp_discrepancy_finder_find (const RcpCheckAccount *accounts, guint n_accounts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_discrepancy_free);
  gboolean is_dated = FALSE;

  /* What nobody dates was joined by its words alone. */
  for (guint i = 0; i < n_accounts && !is_dated; i++)
    is_dated = accounts[i].account->when != NULL;
  for (guint kind = RCP_DISCREPANCY_DATE; is_dated && kind <= RCP_DISCREPANCY_ATTRIBUTION; kind++)
    {
      g_autoptr (GPtrArray) points = g_ptr_array_new ();
      g_autoptr (GHashTable) claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
      GStringChunk *strings = g_string_chunk_new (512);
      Check check = { accounts, n_accounts, kind, strings, points, claims, found };

      for (guint i = 0; i < n_accounts; i++)
        collect (&check, i);
      for (guint i = 0; i < points->len; i++)
        check_point (&check, g_hash_table_lookup (claims, points->pdata[i]));
      g_string_chunk_free (strings);
    }
  return found;
}
