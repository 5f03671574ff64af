#include "config.h"

#include "rcp-findings.h"

G_DEFINE_BOXED_TYPE (RcpFindings, rcp_findings, rcp_findings_ref, rcp_findings_unref)

/**
 * rcp_publication_new:
 * @date: (transfer none) (nullable)
 * @clue: (nullable)
 *
 * A publication without clues. A date that is stated or fixed, and one exact day, is sure.
 *
 * Returns: (transfer full)
 */
RcpPublication *
rcp_publication_new (RcpEdtf *date, RcpPublishedBasis basis, RcpDateRule rule, const char *clue, RcpRange clue_range)
{
  RcpPublication *self = g_new0 (RcpPublication, 1);

  self->date = date ? rcp_edtf_ref (date) : NULL;
  self->basis = basis;
  self->rule = rule;
  self->clue = g_strdup (clue);
  self->clue_range = clue_range;
  self->best_day = date && rcp_edtf_is_bounded (date) ? rcp_edtf_get_first_day (date) : RCP_DAY_INVALID;
  self->is_sure = date && rcp_edtf_is_exact_day (date)
                  && (basis == RCP_PUBLISHED_STATED || basis == RCP_PUBLISHED_USER);
  self->clues = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_publication_clue_unref);
  return self;
}

RcpPublication *
rcp_publication_copy (const RcpPublication *self)
{
  RcpPublication *copy = rcp_publication_new (self->date, self->basis, self->rule, self->clue, self->clue_range);

  copy->best_day = self->best_day;
  copy->is_sure = self->is_sure;
  for (guint i = 0; i < self->clues->len; i++)
    g_ptr_array_add (copy->clues, rcp_publication_clue_ref (self->clues->pdata[i]));
  return copy;
}

/**
 * rcp_publication_equal:
 * @a: (nullable)
 * @b: (nullable)
 *
 * Returns: whether both give the same date for the same reasons; which other article gives one is left aside.
 */
gboolean
rcp_publication_equal (const RcpPublication *a, const RcpPublication *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->basis != b->basis || a->rule != b->rule || a->best_day != b->best_day || a->is_sure != b->is_sure
      || !rcp_edtf_equal (a->date, b->date) || a->clues->len != b->clues->len)
    return FALSE;
  for (guint i = 0; i < a->clues->len; i++)
    if (!rcp_publication_clue_equal (a->clues->pdata[i], b->clues->pdata[i]))
      return FALSE;
  return TRUE;
}

void
rcp_publication_free (RcpPublication *self)
{
  g_clear_pointer (&self->date, rcp_edtf_unref);
  g_clear_pointer (&self->clues, g_ptr_array_unref);
  g_free (self->clue);
  g_free (self);
}

RcpFoundActor *
rcp_found_actor_new (RcpActorKind kind, const char *key, const char *name)
{
  RcpFoundActor *self = g_new0 (RcpFoundActor, 1);

  self->kind = kind;
  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_array_new (FALSE, FALSE, sizeof (RcpAliasReason));
  self->roles = g_ptr_array_new_with_free_func (g_free);
  self->offices = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rcp_found_actor_free (RcpFoundActor *self)
{
  g_free (self->key);
  g_free (self->name);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->reasons);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->offices);
  g_free (self);
}

/**
 * rcp_found_actor_add_alias:
 * @alias: a form the article uses; the name itself and doubles are left out
 * @reason: why it is a name of the actor; for a role or an office it counts among the roles
 */
void
rcp_found_actor_add_alias (RcpFoundActor *self, const char *alias, RcpAliasReason reason)
{
  if (g_strcmp0 (alias, self->name) == 0
      || g_ptr_array_find_with_equal_func (self->aliases, alias, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->aliases, g_strdup (alias));
  g_array_append_val (self->reasons, reason);
  if (reason == RCP_ALIAS_REASON_ROLE || reason == RCP_ALIAS_REASON_OFFICE)
    g_ptr_array_add (self->roles, g_strdup (alias));
}

/** rcp_found_actor_add_office: @office in normal form; doubles are left out. */
void
rcp_found_actor_add_office (RcpFoundActor *self, const char *office)
{
  if (!g_ptr_array_find_with_equal_func (self->offices, office, g_str_equal, NULL))
    g_ptr_array_add (self->offices, g_strdup (office));
}

static void
clear_detail (RcpFoundDetail *detail)
{
  g_free (detail->key);
}

static void
clear_number (RcpFoundNumber *number)
{
  g_free (number->counted);
}

RcpFoundAccount *
rcp_found_account_new (void)
{
  RcpFoundAccount *self = g_new0 (RcpFoundAccount, 1);

  self->date = -1;
  self->speaker = -1;
  self->actors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (RcpFoundNumber));
  g_array_set_clear_func (self->numbers, (GDestroyNotify) clear_number);
  self->details = g_array_new (FALSE, TRUE, sizeof (RcpFoundDetail));
  g_array_set_clear_func (self->details, (GDestroyNotify) clear_detail);
  return self;
}

void
rcp_found_account_free (RcpFoundAccount *self)
{
  g_clear_pointer (&self->when, rcp_edtf_unref);
  g_array_unref (self->actors);
  g_array_unref (self->terms);
  g_array_unref (self->numbers);
  g_array_unref (self->details);
  g_free (self->attribution);
  g_free (self->medium);
  g_free (self->mode);
  g_free (self->place);
  g_free (self->place_key);
  g_free (self->title);
  g_free (self);
}

RcpFoundQuotation *
rcp_found_quotation_new (void)
{
  RcpFoundQuotation *self = g_new0 (RcpFoundQuotation, 1);

  self->speaker = -1;
  return self;
}

void
rcp_found_quotation_free (RcpFoundQuotation *self)
{
  g_free (self->attribution);
  g_free (self->medium);
  g_free (self);
}

RcpFindings *
rcp_findings_new (void)
{
  RcpFindings *self = g_new0 (RcpFindings, 1);

  g_atomic_ref_count_init (&self->refs);
  self->version = RCP_ANALYSIS_VERSION;
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_date_expression_unref);
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_actor_free);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (RcpMention));
  self->quotations = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_quotation_free);
  self->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_account_free);
  self->fingerprints = g_array_new (FALSE, FALSE, sizeof (RcpFingerprint));
  return self;
}

RcpFindings *
rcp_findings_ref (RcpFindings *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_findings_unref (RcpFindings *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->language);
  g_clear_pointer (&self->publication, rcp_publication_free);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->quotations, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->fingerprints, g_array_unref);
  g_free (self);
}

/** rcp_findings_find_mention: index of the first mention that begins at @position or after; their number for none. */
guint
rcp_findings_find_mention (const RcpFindings *self, guint position)
{
  guint low = 0, high = self->mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->mentions, RcpMention, middle).range.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
