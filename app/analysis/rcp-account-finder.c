#include "config.h"

#include "rcp-account-finder.h"

#include <string.h>

#include "rcp-account-choice.h"
#include "rcp-account-details.h"
#include "rcp-account-numbers.h"
#include "rcp-account-place.h"
#include "rcp-account-terms.h"
#include "rcp-sentence-view.h"

/* A sentence tells that many happenings at most; more are a list, not news. */
#define MAX_PER_SENTENCE 3

/* How many sentences back a sentence that goes on ("Selon le communiqué…") finds what it goes on with, and one that names
 * the same happening again ("L'entretien…"). */
#define CONTINUING_REACH 3
#define SAME_REACH 9

/* What a title and the sentence that it names in short have in common at least. */
#define TITLE_MIN_TERMS 0.22

/* Told more than that many days after, a happening is background, even in the simple past. */
#define BACKGROUND_DAYS 60

struct _RcpAccountFinder
{
  /* borrowed */
  const RcpLexicon *names;

  /* owned */
  RcpActionLexicon *lexicon;
  RcpNumberReader *numbers;
  RcpDetailReader *details;
};

/**
 * rcp_account_finder_new:
 * @names: (nullable): what is known of names, places among them; must outlive the finder
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Returns: (transfer full) (nullable): a finder, NULL with @error set.
 */
RcpAccountFinder *
rcp_account_finder_new (const RcpLexicon *names, GError **error)
{
  RcpAccountFinder *self = g_new0 (RcpAccountFinder, 1);

  self->names = names;
  self->lexicon = rcp_action_lexicon_new (error);
  if (self->lexicon)
    self->numbers = rcp_number_reader_new (error);
  if (self->numbers)
    self->details = rcp_detail_reader_new (error);
  if (self->details == NULL)
    g_clear_pointer (&self, rcp_account_finder_free);
  return self;
}

void
rcp_account_finder_free (RcpAccountFinder *self)
{
  g_clear_pointer (&self->lexicon, rcp_action_lexicon_free);
  g_clear_pointer (&self->numbers, rcp_number_reader_free);
  g_clear_pointer (&self->details, rcp_detail_reader_free);
  g_free (self);
}

/* What is kept of an account while later sentences may go on with it. */
typedef struct
{
  const RcpConcept *concept; /* NULL for a happening that no word of the lexicon tells */
  RcpFoundAccount *account;
} Told;

typedef struct
{
  const RcpAccountFinder *self;
  RcpSentenceView view;
  RcpFindings *findings;
  GArray *told; /* of Told, in text order */
  RcpFoundAccount *title; /* what the title tells without a date; NULL for nothing */
  gboolean loose_title;   /* it tells that only if the text does as well */
} Search;

static gboolean
is_old (const RcpFindings *findings, const RcpEdtf *when)
{
  const RcpEdtf *published = findings->publication ? findings->publication->date : NULL;

  return published && when && rcp_edtf_is_bounded (when) && rcp_edtf_is_bounded (published)
         && rcp_edtf_get_last_day (when) + BACKGROUND_DAYS < rcp_edtf_get_first_day (published);
}

static RcpFoundAccount *
tell (Search *search, const RcpHit *hit, const RcpConcept *concept, gboolean whole)
{
  const RcpSentenceView *view = &search->view;
  const RcpSentence *sentence = &view->text->sentences[view->index];
  RcpFoundAccount *account = rcp_found_account_new ();
  const RcpTrigger *trigger = hit && concept == hit->trigger.concept ? rcp_account_choice_trigger (view, hit) : NULL;
  Told told;

  if (trigger)
    {
      concept = trigger->concept;
      account->mode = trigger->mode[0] ? g_strdup (trigger->mode) : NULL;
    }
  told = (Told){ concept, account };
  account->range = sentence->range;
  account->sentence = view->index;
  account->words = rcp_segmented_text_hash_sentence (view->text, view->index, NULL);
  account->action = concept ? concept->action : RCP_ACTION_OTHER;
  account->status = hit ? rcp_hit_get_status (view, hit) : RCP_STATUS_DONE;
  account->is_lead = view->is_title || sentence->paragraph == 0;
  rcp_account_collect_actors (view, hit, account->actors);
  rcp_number_reader_read (search->self->numbers, view, account->numbers);
  rcp_account_collect_terms (view, hit && !whole ? (int) hit->clause : -1, concept, account->numbers, account->terms);
  if (account->terms->len < 4)
    rcp_account_collect_terms (view, -1, concept, account->numbers, account->terms);
  if (hit && hit->date >= 0)
    {
      const RcpDateExpression *date = search->findings->dates->pdata[hit->date];

      account->date = hit->date;
      account->when = date->value ? rcp_edtf_ref (date->value) : NULL;
      account->when_rule = date->rule;
      if (account->status == RCP_STATUS_DONE && is_old (search->findings, account->when))
        account->status = RCP_STATUS_BACKGROUND;
    }
  rcp_attribution_fill (view, hit, account);
  rcp_account_find_place (search->self->names, view, hit, account);
  rcp_detail_reader_read (search->self->details, view, hit, account);
  account->title = rcp_event_title_make (view, hit, account->actors);
  g_ptr_array_add (search->findings->accounts, account);
  g_array_append_val (search->told, told);
  return account;
}

static gboolean
has_actor (const RcpFoundAccount *account, guint actor)
{
  for (guint i = 0; i < account->actors->len; i++)
    if (g_array_index (account->actors, guint, i) == actor)
      return TRUE;
  return FALSE;
}

/* Another state beside the same doer makes it another happening ("dénoncé les accords avec la France"). */
static gboolean
brings_new_state (const Search *search, const GArray *actors, const RcpFoundAccount *before)
{
  for (guint i = 0; i < actors->len; i++)
    {
      guint actor = g_array_index (actors, guint, i);

      if (((const RcpFoundActor *) search->findings->actors->pdata[actor])->kind == RCP_ACTOR_STATE
          && !has_actor (before, actor))
        return TRUE;
    }
  return FALSE;
}

static void
inherit (Search *search, RcpFoundAccount *account, const Told *from)
{
  g_clear_pointer (&account->when, rcp_edtf_unref);
  account->when = from->account->when ? rcp_edtf_ref (from->account->when) : NULL;
  account->date = -1;
  account->when_rule = RCP_DATE_RULE_INHERITED;
  for (guint i = 0; i < from->account->actors->len; i++)
    rcp_account_add_actor (account->actors, g_array_index (from->account->actors, guint, i));
  if (account->status == RCP_STATUS_DONE && is_old (search->findings, account->when))
    account->status = RCP_STATUS_BACKGROUND;
}

/* The last account told before this sentence, that is of its main thread. */
static const Told *
find_last (const Search *search, guint reach)
{
  const Told *best = NULL;

  for (guint i = search->told->len; i-- > 0;)
    {
      const Told *told = &g_array_index (search->told, Told, i);

      if (told->account->sentence + reach < search->view.index)
        break;
      if (told->account->sentence == search->view.index || (told->account->when == NULL && told->account->date < 0))
        continue;
      /* What is told as known before is no thread to go on with, unless there is no other. */
      if (best == NULL || (reach == CONTINUING_REACH && best->account->status == RCP_STATUS_BACKGROUND
                           && told->account->status != RCP_STATUS_BACKGROUND)
          || (told->account->sentence == best->account->sentence && told->account->status == best->account->status))
        best = told;
    }
  return best;
}

static const Told *
find_same (const Search *search, const RcpConcept *concept, const GArray *actors, guint reach)
{
  for (guint i = search->told->len; i-- > 0;)
    {
      const Told *told = &g_array_index (search->told, Told, i);

      if (told->account->sentence + reach < search->view.index)
        break;
      if (told->concept == concept && (told->account->when || told->account->date >= 0) && told->account->sentence != search->view.index
          && !brings_new_state (search, actors, told->account))
        return told;
    }
  return NULL;
}

/* One account for each date that dates something. The same kind of happening twice in a sentence is one ("Arrivé par un
 * putsch en juillet, il a renversé…"). */
static guint
tell_dated (Search *search, const RcpConcept **concepts)
{
  RcpSentenceView *view = &search->view;
  guint n = 0;

  for (guint d = 0; d < view->dates->len && n < MAX_PER_SENTENCE; d++)
    {
      int index = (int) g_array_index (view->dates, guint, d);
      const RcpHit *hit = rcp_account_choice_best (view, rcp_account_choice_has_date, &index);
      gboolean repeated = FALSE;

      for (guint i = 0; hit && i < n; i++)
        repeated = repeated || concepts[i] == hit->trigger.concept;
      if (hit == NULL || repeated)
        continue;
      tell (search, hit, hit->trigger.concept, view->dates->len == 1);
      concepts[n++] = hit->trigger.concept;
    }
  return n;
}

/* "The company was fined too": who, the text does not name, but such a happening was told before. */
static gboolean
tells_again (const Search *search, const RcpHit *hit)
{
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint));

  if (hit->trigger.is_noun || hit->trigger.is_weak || hit->trigger.concept->is_statement
      || (hit->tense != RCP_TENSE_PAST && hit->tense != RCP_TENSE_PLUPERFECT) || search->view.mentions->len > 0)
    return FALSE;
  return find_same (search, rcp_account_choice_trigger (&search->view, hit)->concept, actors, CONTINUING_REACH) != NULL;
}

static guint
tell_others (Search *search, const RcpConcept **concepts, guint n)
{
  RcpSentenceView *view = &search->view;

  for (guint i = 0; i < view->hits->len && n < MAX_PER_SENTENCE; i++)
    {
      const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);
      RcpFoundAccount *account;
      const Told *same;

      if (hit->date >= 0 || rcp_account_choice_is_told (hit, concepts, n, view)
          || (!rcp_account_choice_tells_undated (view, hit) && !tells_again (search, hit)))
        continue;
      /* "two days after a collapse that killed two": only how the day is counted. */
      if (hit->trigger.concept->is_toll && hit->clause != 0 && n > 0)
        continue;
      /* What is planned for no day, beside a statement of a day, is what was stated. */
      if (n > 0 && hit->tense == RCP_TENSE_FUTURE)
        continue;
      concepts[n++] = hit->trigger.concept;
      account = tell (search, hit, hit->trigger.concept, view->dates->len == 0);
      same = find_same (search, g_array_index (search->told, Told, search->told->len - 1).concept, account->actors, SAME_REACH);
      if (same && account->status != RCP_STATUS_PLANNED)
        inherit (search, account, same);
    }
  return n;
}

/* Whether the sentence says of itself that it goes on, and how many sentences back what it goes on with may stand: "Ce
 * qui…" the one before, "C'est pour cette raison…", "Un communiqué rapporte" some more. */
static guint
goes_on (const RcpSentenceView *view)
{
  guint from = view->first;

  while (from < view->limit && view->text->tokens[from].kind == RCP_TOKEN_PUNCTUATION)
    from++;
  if (rcp_sentence_view_is (view, from, RCP_CUE_AT_ONCE))
    return 1;
  if (rcp_sentence_view_is (view, from, RCP_CUE_CONTINUING))
    return CONTINUING_REACH;
  for (guint i = from; i < view->limit; i++)
    {
      /* A communiqué, at the head of the sentence or as the attribution that closes it. */
      if (rcp_sentence_view_is (view, i, RCP_CUE_SOURCE)
          && (i < from + 5 || (i > view->first && i + 14 > view->limit)))
        return CONTINUING_REACH;
      if (i > from && rcp_sentence_view_is (view, i, RCP_CUE_CONTINUING) && i < from + 10
          && view->text->tokens[i - 1].kind == RCP_TOKEN_PUNCTUATION)
        return 1;
    }
  return 0;
}

/* "cet échange", "l'entretien", "the call": a noun of a kind of happening told before, with a definite word before it. */
static const Told *
find_definite (const Search *search)
{
  const RcpSentenceView *view = &search->view;

  for (guint i = 0; i < view->hits->len; i++)
    {
      const RcpHit *hit = &g_array_index (view->hits, RcpHit, i);
      g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint));
      const Told *same;

      rcp_account_collect_actors (view, hit, actors);
      if (!hit->trigger.is_noun || hit->token == view->first
          || !rcp_sentence_view_is (view, hit->token - 1, RCP_CUE_SAME)
          || (hit->trigger.is_weak && (hit->clause != 0 || rcp_account_choice_has_strong_hit (view))))
        continue;
      same = find_same (search, hit->trigger.concept, actors, SAME_REACH);
      if (same)
        return same;
    }
  return NULL;
}

/* A sentence without a date of its own that goes on with a happening told before. */
static gboolean
tell_on (Search *search)
{
  RcpSentenceView *view = &search->view;
  const RcpHit *hit = rcp_account_choice_best (view, rcp_account_choice_is_no_statement, NULL);
  const Told *from = find_definite (search);
  guint reach = goes_on (view);
  RcpFoundAccount *account;

  if (from == NULL && reach > 0 && !rcp_account_choice_is_atmosphere (view))
    from = find_last (search, reach);
  if (from == NULL && hit && hit->trigger.concept->action == RCP_ACTION_CONSULT)
    {
      g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint));

      rcp_account_collect_actors (view, hit, actors);
      from = find_same (search, hit->trigger.concept, actors, CONTINUING_REACH + 1);
    }
  if (from == NULL)
    return FALSE;
  {
    /* The account appended may move what the array holds. */
    Told copy = *from;

    account = tell (search, hit, copy.concept, TRUE);
    /* "The deal offers…", "l'accord prévoit…" say what it holds, not whether it was made. */
    if ((copy.account->status == RCP_STATUS_BACKGROUND && account->status == RCP_STATUS_DONE)
        || (hit && hit->trigger.is_weak && hit->trigger.is_noun))
      account->status = copy.account->status;
    inherit (search, account, &copy);
    g_free (account->title);
    account->title = g_strdup (copy.account->title);
  }
  return TRUE;
}

static void
read_sentence (Search *search)
{
  RcpSentenceView *view = &search->view;
  const RcpConcept *concepts[MAX_PER_SENTENCE + 1] = { NULL };
  guint n = tell_dated (search, concepts);

  if (!rcp_account_choice_is_main_dated (view) && (n == 0 || goes_on (view) > 0) && tell_on (search))
    return;
  if (view->is_title && n == 0)
    {
      const RcpHit *hit = rcp_account_choice_best (view, rcp_account_choice_tells_any, NULL);

      if (hit == NULL)
        {
          hit = rcp_account_choice_best (view, rcp_account_choice_tells_loosely, NULL);
          search->loose_title = hit != NULL;
        }
      if (hit)
        search->title = tell (search, hit, hit->trigger.concept, TRUE);
      return;
    }
  n = tell_others (search, concepts, n);
  if (n == 0 && rcp_account_choice_tells_unknown (view))
    {
      guint index = g_array_index (view->dates, guint, 0);
      const RcpDateExpression *date = search->findings->dates->pdata[index];
      RcpFoundAccount *account = tell (search, NULL, NULL, TRUE);

      account->date = (int) index;
      account->when = date->value ? rcp_edtf_ref (date->value) : NULL;
      account->when_rule = date->rule;
      if (is_old (search->findings, account->when))
        account->status = RCP_STATUS_BACKGROUND;
    }
}

/* The account of the text that the title names in short: of the same kind of happening if there is one, the first of
 * several. */
static const RcpFoundAccount *
find_titled (const Search *search)
{
  const GPtrArray *accounts = search->findings->accounts;
  const GArray *words = search->title->terms;
  const RcpFoundAccount *best = NULL;
  RcpKinds best_kinds = RCP_KINDS_UNKNOWN;

  for (guint i = 0; i < accounts->len; i++)
    {
      const RcpFoundAccount *account = accounts->pdata[i];
      const guint32 *terms = (const guint32 *) (gpointer) account->terms->data;
      RcpKinds kinds;
      double share;

      if (account->sentence == search->title->sentence
          || (account->status == RCP_STATUS_BACKGROUND && search->title->status != RCP_STATUS_BACKGROUND))
        continue;
      kinds = rcp_account_terms_compare_kinds (terms, account->terms->len, (const guint32 *) (gpointer) words->data, words->len);
      share = rcp_account_terms_share (terms, account->terms->len, (const guint32 *) (gpointer) words->data, words->len);
      if (kinds > best_kinds && share >= TITLE_MIN_TERMS)
        {
          best = account;
          best_kinds = kinds;
        }
    }
  return best;
}

/* A title seldom says when: the text does. One that is no sentence and that the text does not bear out tells nothing. */
static void
settle_title (Search *search)
{
  const RcpFoundAccount *titled = search->title ? find_titled (search) : NULL;

  if (titled && titled->when)
    {
      search->title->when = rcp_edtf_ref (titled->when);
      search->title->when_rule = RCP_DATE_RULE_INHERITED;
      if (search->title->status == RCP_STATUS_DONE)
        search->title->status = titled->status;
    }
  else if (search->title && titled == NULL && search->loose_title)
    g_ptr_array_remove (search->findings->accounts, search->title);
}

/**
 * rcp_account_finder_find:
 * @text: the article, segmented
 * @title: where its title stands; empty for nowhere
 * @findings: its dates, actors, mentions and quotations; receives the accounts
 *
 * Finds the sentences that tell a happening. Headings other than the title and what is set aside are left out. Any thread.
 */
void
rcp_account_finder_find (const RcpAccountFinder *self, const RcpSegmentedText *text, RcpRange title, RcpFindings *findings)
{
  Search search = { .self = self, .findings = findings, .told = g_array_new (FALSE, FALSE, sizeof (Told)) };
  gboolean has_begun = FALSE;

  rcp_sentence_view_init (&search.view, self->lexicon, text, findings);
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const RcpSentence *sentence = &text->sentences[i];
      gboolean is_title = rcp_range_length (title) > 0 && rcp_range_overlaps (sentence->range, title);

      if (sentence->is_set_aside || sentence->n_tokens < 3)
        continue;
      /* The name of the outlet may stand above the title: what else heads the text may be it. */
      if (sentence->is_heading && !is_title && has_begun)
        continue;
      has_begun = has_begun || !(sentence->is_heading || is_title);
      is_title = is_title || sentence->is_heading;
      if (is_title && search.title)
        continue;
      rcp_sentence_view_read (&search.view, i, is_title);
      /* "Mis en ligne le 18 novembre". */
      if (sentence->is_heading && search.view.dates->len > 0
          && !(rcp_range_length (title) > 0 && rcp_range_overlaps (sentence->range, title)))
        continue;
      read_sentence (&search);
    }
  for (guint i = 0; i < findings->accounts->len; i++)
    rcp_account_add_date_detail (findings, findings->accounts->pdata[i]);
  settle_title (&search);
  rcp_sentence_view_clear (&search.view);
  g_array_unref (search.told);
}
