#include "config.h"

#include "rcp-account-details.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-phrase-table.h"
#include "rcp-tsv.h"

/* How far a word that denies may stand before the verb it denies. */
#define NEGATION_REACH 3
/* How far what an office is of may stand from its noun. */
#define DOMAIN_REACH 5
/* How far a word of doing or not doing may stand from the word that tells the happening. */
#define ACT_REACH 3
/* How far what is denied may stand from the verb that denies it. */
#define DENIAL_REACH 10

typedef enum
{
  WORD_HEAD,
  WORD_DOMAIN,
  WORD_ORIGIN,
  WORD_ACT,
  WORD_OPPOSITE,
  N_WORDS,
} WordKind;

struct _RcpDetailReader
{
  /* owned */
  RcpPhraseTable *tables[2][N_WORDS];
  GPtrArray *keys;
};

static int
read_kind (const char *name)
{
  static const char *const names[] = { "head", "domain", "origin", "act", "opposite" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return i;
  return -1;
}

/**
 * rcp_detail_reader_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a reader, NULL with @error set.
 */
RcpDetailReader *
rcp_detail_reader_new (GError **error)
{
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource ("/app/recoupe/Recoupe/engine/lexicon/detail-words.tsv", error);
  RcpDetailReader *self;

  if (tsv == NULL)
    return NULL;
  self = g_new0 (RcpDetailReader, 1);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < N_WORDS; k++)
      self->tables[i][k] = rcp_phrase_table_new ();
  while (rcp_tsv_next (tsv))
    {
      int language = rcp_language_index (rcp_tsv_get (tsv, "lang"));
      int kind = read_kind (rcp_tsv_get (tsv, "kind"));
      g_auto (GStrv) words = rcp_tsv_dup_list (tsv, "words");

      if (language < 0 || kind < 0)
        {
          g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "detail-words.tsv: bad row for %s",
                       rcp_tsv_get (tsv, "key"));
          rcp_detail_reader_free (self);
          return NULL;
        }
      g_ptr_array_add (self->keys, g_strdup (rcp_tsv_get (tsv, "key")));
      for (guint i = 0; words[i]; i++)
        rcp_phrase_table_add (self->tables[language][kind], words[i], 0, self->keys->len - 1);
    }
  return self;
}

void
rcp_detail_reader_free (RcpDetailReader *self)
{
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < N_WORDS; k++)
      rcp_phrase_table_free (self->tables[i][k]);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static const char *
look_up (const RcpDetailReader *self, const RcpSentenceView *view, guint at, guint limit, WordKind kind,
         RcpPhraseMatch *match)
{
  int language = rcp_language_index (view->text->language);

  if (language < 0 || at >= limit || !rcp_phrase_table_match (self->tables[language][kind], view->text, at, limit, match))
    return NULL;
  return self->keys->pdata[match->value];
}

static void
add (GArray *details, RcpDiscrepancyKind kind, int rank, char *key, const RcpSentenceView *view, guint first, guint end)
{
  RcpFoundDetail detail = { kind, rank, key, { view->text->tokens[first].start, view->text->tokens[end - 1].end } };

  g_array_append_val (details, detail);
}

static gboolean
opens_sentence (const RcpSentenceView *view, guint token)
{
  static const char *const before[] = { "le", "la", "l'", "les", "the", "\"", "«", NULL };

  for (guint i = view->first; i < token; i++)
    if (!g_strv_contains (before, view->text->tokens[i].folded))
      return token == i + 1 && !(rcp_sentence_view_is (view, i, RCP_CUE_STOP));
  return TRUE;
}

/* On which side of what is done somebody stands; NULL where that can't be told. */
static const char *
find_side (const RcpSentenceView *view, const RcpHit *hit, guint token)
{
  gboolean has_agent = FALSE, is_before = token < hit->token;

  if (rcp_sentence_view_clause_at (view, token) != hit->clause)
    return NULL;
  /* "Le préfet a ordonné la fermeture": who opens the sentence of a noun does it, whoever else is named is left open. */
  if (hit->trigger.is_noun)
    return opens_sentence (view, token) && hit->token > token + 2 ? "doer" : NULL;
  if (!hit->is_passive)
    return is_before ? "doer" : "object";
  for (guint i = hit->end; i < MIN (hit->end + 8, view->limit) && i < token; i++)
    has_agent = has_agent || strcmp (view->text->tokens[i].folded, "par") == 0
                || strcmp (view->text->tokens[i].folded, "by") == 0;
  if (is_before)
    return "object";
  return has_agent ? "doer" : NULL;
}

static int
find_rank (const RcpFoundAccount *account, gint64 actor)
{
  for (guint i = 0; i < account->actors->len; i++)
    if (g_array_index (account->actors, guint, i) == actor)
      return (int) i;
  return -1;
}

static gboolean
lies_in (const RcpSentenceView *view, guint token, RcpRange range)
{
  return view->text->tokens[token].start < range.end && range.start < view->text->tokens[token].end;
}

/* The last word of the name comes with it: who shares it may be the same. */
static char *
dup_actor_key (const char *side, const char *kind, const char *actor_key)
{
  const char *colon = strchr (actor_key, ':'), *space = strrchr (actor_key, ' ');
  const char *name = space ? space + 1 : colon ? colon + 1 : actor_key;

  return g_strdup_printf ("%s:%s/%s", side, kind, name);
}

static void
read_actors (const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  static const char *const kinds[] = { "p", "o", "s", "" };
  static const char *const of_words[] = { "de", "du", "d'", "of", NULL };

  for (guint i = 0; i < view->mentions->len; i++)
    {
      const RcpMention *mention
          = &g_array_index (view->findings->mentions, RcpMention, g_array_index (view->mentions, guint, i));
      const RcpFoundActor *actor = view->findings->actors->pdata[mention->actor];
      guint token = rcp_sentence_view_token_at (view, mention->range.start);
      const char *side = find_side (view, hit, token);
      RcpFoundDetail detail = { RCP_DISCREPANCY_PARTICIPANT, find_rank (account, mention->actor), NULL, mention->range };
      /* Who is only known by an office is compared by it. */
      gboolean is_office = g_str_has_prefix (actor->key, "person:role:");

      if (side == NULL || detail.rank < 0 || mention->form == RCP_MENTION_GROUP || is_office
          || (guint) actor->kind >= G_N_ELEMENTS (kinds) || kinds[actor->kind][0] == '\0')
        continue;
      /* Named as whose something is ("l'usine de Norvalis"), it takes no part by itself. */
      if (token > view->first && g_strv_contains (of_words, view->text->tokens[token - 1].folded))
        continue;
      detail.key = dup_actor_key (side, kinds[actor->kind], actor->key);
      g_array_append_val (account->details, detail);
    }
}

/* "la ministre de la Santé", "the health minister", "the technical manager": an office and what it is of. */
static void
read_offices (const RcpDetailReader *self, const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  gboolean is_french = strcmp (view->text->language, "fr") == 0;

  for (guint i = view->first; i < view->limit;)
    {
      RcpPhraseMatch match, of;
      const char *head = look_up (self, view, i, view->limit, WORD_HEAD, &match), *domain = NULL, *side;
      guint first = i, end = head ? i + match.n_tokens : i + 1;
      char *key;

      if (head == NULL || (side = find_side (view, hit, i)) == NULL || lies_in (view, i, account->attribution_range))
        {
          i = end;
          continue;
        }
      for (guint k = end; k < MIN (end + DOMAIN_REACH, view->limit) && domain == NULL; k++)
        {
          if (view->text->tokens[k].kind == RCP_TOKEN_PUNCTUATION && view->text->tokens[k].folded[0] != '\'')
            break;
          domain = look_up (self, view, k, view->limit, WORD_DOMAIN, &of);
          if (domain)
            end = k + of.n_tokens;
          else if (!rcp_sentence_view_is (view, k, RCP_CUE_STOP) && strcmp (view->text->tokens[k].folded, "de") != 0
                   && strcmp (view->text->tokens[k].folded, "d'") != 0 && strcmp (view->text->tokens[k].folded, "l'") != 0)
            break;
        }
      if (domain == NULL && !is_french && i > view->first)
        {
          domain = look_up (self, view, i - 1, view->limit, WORD_DOMAIN, &of);
          if (domain)
            first = i - 1;
        }
      key = domain ? g_strdup_printf ("%s:%s/%s", side, head, domain) : NULL;
      if (key)
        add (account->details, RCP_DISCREPANCY_PARTICIPANT, -1, key, view, first, end);
      i = end;
    }
}

/* "Le groupe dément avoir suspendu", "denied that it had signed": the words after such a verb say the contrary. */
static gboolean
is_denial (const char *key, gboolean is_opposite)
{
  return is_opposite && strcmp (key, "admit") == 0;
}

static gboolean
is_denied (const RcpSentenceView *view, guint at)
{
  static const char *const denying[] = { "pas", "jamais", "sans", "not", "never", "without", "n't", NULL };

  for (guint i = 1; i <= NEGATION_REACH && at >= view->first + i; i++)
    {
      const char *word = view->text->tokens[at - i].folded;

      if (view->text->tokens[at - i].kind == RCP_TOKEN_PUNCTUATION && word[0] != '\'' && word[0] != '-')
        return FALSE;
      if (g_strv_contains (denying, word))
        return TRUE;
    }
  return FALSE;
}

/* "refused to sign", "refuser de signer": what another verb of the kind governs was not done. */
static gboolean
is_governed (const RcpSentenceView *view, guint at, guint last_end)
{
  static const char *const links[] = { "to", "de", "d'", "a", NULL };

  return last_end > 0 && at <= last_end + 2 && at > last_end
         && g_strv_contains (links, view->text->tokens[at - 1].folded);
}

/* What was done, where its contrary has words too: the word that tells the happening, or one beside it. */
static void
read_acts (const RcpDetailReader *self, const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  guint from = hit->token > view->first + DENIAL_REACH ? hit->token - DENIAL_REACH : view->first, last_end = 0;
  guint limit = MIN (hit->end + ACT_REACH, view->limit);
  gboolean has_denial = FALSE;

  for (guint i = from; i < limit; i++)
    {
      RcpPhraseMatch act = { 0 }, opposite = { 0 };
      const char *yes, *no, *key;
      gboolean is_near = i + ACT_REACH >= hit->token && rcp_sentence_view_clause_at (view, i) == hit->clause;
      gboolean is_opposite, denied;
      guint end;

      if (lies_in (view, i, account->attribution_range))
        continue;
      yes = look_up (self, view, i, view->limit, WORD_ACT, &act);
      no = look_up (self, view, i, view->limit, WORD_OPPOSITE, &opposite);
      if (yes == NULL && no == NULL)
        continue;
      is_opposite = no && (yes == NULL || opposite.n_tokens > act.n_tokens);
      key = is_opposite ? no : yes;
      end = i + (is_opposite ? opposite.n_tokens : act.n_tokens);
      if (is_denial (key, is_opposite))
        {
          has_denial = TRUE;
          limit = MIN (end + DENIAL_REACH, view->limit);
          i = end - 1;
          continue;
        }
      if (!is_near && !has_denial)
        continue;
      denied = has_denial || is_denied (view, i);
      if (!is_governed (view, i, last_end))
        add (account->details, RCP_DISCREPANCY_ACT, -1, g_strconcat (is_opposite != denied ? "!" : "", key, NULL), view,
             denied && !has_denial && i > view->first ? i - 1 : i, end);
      last_end = end;
      i = end - 1;
    }
}

static void
read_origin (const RcpDetailReader *self, const RcpSentenceView *view, RcpFoundAccount *account)
{
  if (rcp_range_length (account->attribution_range) == 0)
    return;
  for (guint i = view->first; i < view->limit; i++)
    {
      RcpPhraseMatch match;
      const char *origin;

      if (!lies_in (view, i, account->attribution_range))
        continue;
      origin = look_up (self, view, i, view->limit, WORD_ORIGIN, &match);
      if (origin == NULL)
        continue;
      add (account->details, RCP_DISCREPANCY_ATTRIBUTION, -1, g_strdup (origin), view, i, i + match.n_tokens);
      return;
    }
}

/**
 * rcp_detail_reader_read:
 * @hit: (nullable): the word that tells the happening
 * @account: what was found of it so far; receives details
 */
void
rcp_detail_reader_read (const RcpDetailReader *self, const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  if (hit && !hit->trigger.concept->is_statement)
    {
      read_actors (view, hit, account);
      read_offices (self, view, hit, account);
    }
  if (hit)
    read_acts (self, view, hit, account);
  if (hit && hit->date >= 0 && (hit->trigger.concept->is_statement || strcmp (hit->trigger.concept->id, "announce") == 0))
    {
      RcpFoundDetail said = { RCP_DISCREPANCY_DATE, -1, g_strdup ("said"), { 0, 0 } };

      said.range = ((const RcpDateExpression *) view->findings->dates->pdata[hit->date])->range;
      g_array_append_val (account->details, said);
    }
  read_origin (self, view, account);
}

/** rcp_account_add_date_detail: the words of the date of @account, where it has one of its own. */
void
rcp_account_add_date_detail (const RcpFindings *findings, RcpFoundAccount *account)
{
  RcpFoundDetail detail = { RCP_DISCREPANCY_DATE, -1, NULL, { 0, 0 } };

  if (account->date < 0 || (guint) account->date >= findings->dates->len)
    return;
  for (guint i = 0; i < account->details->len; i++)
    if (g_array_index (account->details, RcpFoundDetail, i).kind == RCP_DISCREPANCY_DATE)
      return;
  detail.key = g_strdup ("");
  detail.range = ((const RcpDateExpression *) findings->dates->pdata[account->date])->range;
  g_array_append_val (account->details, detail);
}
