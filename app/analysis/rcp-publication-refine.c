#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-publication-date.h"
#include "rcp-publication-private.h"

/* Each round carries what one article has learned to its neighbours. Stories told over more links than this
 * are not worth the wait: what a chain of inferences says grows vaguer with each. */
#define N_ROUNDS 4

/* Two accounts tell of one action when they share this many actors, or one and so much of their words. */
#define MIN_SHARED_ACTORS 2
#define MIN_SHARED_TERMS 0.25

/* No other article has dated it. */
#define NO_RANK G_MAXINT

/* An account as this step sees it. */
typedef struct
{
  guint article;
  const RcpFoundAccount *account;
  const RcpDateShape *shape; /* what dates it; NULL for nothing of its own */
  GPtrArray *actors;         /* interned short keys, owned */
  gboolean has_own_day;      /* the article itself says on which day it happened */
  gboolean has_day;          /* the day of the happening is known in this round */
  RcpPublicationSpan day;
} Telling;

/* What one account says of the publication of another's article. */
typedef struct
{
  RcpPublicationSpan span;
  const RcpDateShape *shape; /* the words of the article that tie it to the other's day */
  gint32 day;                /* that day */
  guint other;               /* the article that tells it */
} Clue;

typedef struct
{
  RcpSegmentedText *const *texts;
  RcpFindings *const *findings;
  guint n;
  gint32 today;
  GPtrArray *shapes;          /* of GArray of RcpDateShape, one for each article, owned */
  GPtrArray *evidence;        /* of GArray of RcpPublicationEvidence, one for each article, owned */
  GArray *tellings;           /* of Telling, owned */
  GHashTable *by_actor;       /* interned short key → GArray of indices of tellings, owned */
  GPtrArray *names;           /* interned short keys, for release */
  GPtrArray *own;             /* of RcpPublication: what each article says by itself, NULL where it is fixed, owned */
  RcpPublicationSpan *base;   /* what each article says of its day by itself, owned */
  RcpPublicationSpan *bounds; /* the same with what the others say, owned */
  RcpPublicationSpan *spans;  /* what its own words leave of that in this round, owned */
  GPtrArray *clues;           /* of GArray of Clue: what others say of each article, believed or not, owned */
  int *ranks;                 /* in which round others first dated each article; NO_RANK for none, owned */
} Refinement;

static void
telling_clear (Telling *self)
{
  g_ptr_array_unref (self->actors);
}

static Telling *
telling_at (const Refinement *self, guint i)
{
  return &g_array_index (self->tellings, Telling, i);
}

/* People are known by their surname across articles: one gives the full name, another a title and the
 * surname. */
static char *
short_key (const char *key)
{
  const char *space = strrchr (key, ' ');

  if (g_str_has_prefix (key, "person:") && space)
    return g_strconcat ("person:", space + 1, NULL);
  return g_strdup (key);
}

static const char *
intern_name (Refinement *self, GHashTable *names, const char *key)
{
  g_autofree char *name = short_key (key);
  char *known = g_hash_table_lookup (names, name);

  if (known == NULL)
    {
      known = g_steal_pointer (&name);
      g_ptr_array_add (self->names, known);
      g_hash_table_add (names, known);
    }
  return known;
}

static void
add_telling (Refinement *self, GHashTable *names, guint article, const RcpFoundAccount *account)
{
  const RcpFindings *findings = self->findings[article];
  const GArray *shapes = self->shapes->pdata[article];
  Telling telling = { .article = article, .account = account };
  guint index = self->tellings->len;

  if (account->status == RCP_STATUS_PLANNED || account->status == RCP_STATUS_HYPOTHETICAL ||
      account->status == RCP_STATUS_DENIED)
    return;
  if (account->date >= 0 && (guint) account->date < shapes->len)
    telling.shape = &g_array_index (shapes, RcpDateShape, account->date);
  telling.actors = g_ptr_array_new ();
  for (guint i = 0; i < account->actors->len; i++)
    {
      guint actor = g_array_index (account->actors, guint, i);
      const char *name;

      if (actor >= findings->actors->len)
        continue;
      name = intern_name (self, names, ((const RcpFoundActor *) findings->actors->pdata[actor])->key);
      if (!g_ptr_array_find (telling.actors, name, NULL))
        {
          GArray *list = g_hash_table_lookup (self->by_actor, name);

          g_ptr_array_add (telling.actors, (gpointer) name);
          if (list == NULL)
            {
              list = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (self->by_actor, (gpointer) name, list);
            }
          g_array_append_val (list, index);
        }
    }
  g_array_append_val (self->tellings, telling);
}

static double
shared_terms (const GArray *a, const GArray *b)
{
  guint i = 0, j = 0, common = 0, least = MIN (a->len, b->len);

  while (i < a->len && j < b->len)
    {
      guint32 x = g_array_index (a, guint32, i), y = g_array_index (b, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return least > 0 ? (double) common / least : 0.0;
}

/**
 * rcp_publication_date_is_same_happening:
 * @action: what both accounts say was done
 * @n_shared: how many actors they have in common
 * @terms_a: (element-type guint32): the words of one, as in #RcpFoundAccount
 * @terms_b: (element-type guint32): those of the other
 *
 * Returns: whether they are taken to tell of one happening when articles date each other.
 */
gboolean
rcp_publication_date_is_same_happening (RcpAction action, guint n_shared, const GArray *terms_a, const GArray *terms_b)
{
  if (n_shared == 0)
    return FALSE;
  if (action == RCP_ACTION_OTHER)
    return shared_terms (terms_a, terms_b) >= 2 * MIN_SHARED_TERMS;
  return n_shared >= MIN_SHARED_ACTORS || shared_terms (terms_a, terms_b) >= MIN_SHARED_TERMS;
}

static gboolean
is_same_happening (const Telling *a, const Telling *b)
{
  guint n_shared = 0;

  if (a->account->action != b->account->action)
    return FALSE;
  for (guint i = 0; i < a->actors->len; i++)
    n_shared += g_ptr_array_find (b->actors, a->actors->pdata[i], NULL);
  return rcp_publication_date_is_same_happening (a->account->action, n_shared, a->account->terms, b->account->terms);
}

/* The day of each account as far as its article's date lets it be known: the same on the first and on the
 * last day that the article may have appeared. */
static void
read_days (Refinement *self)
{
  for (guint i = 0; i < self->tellings->len; i++)
    {
      Telling *telling = telling_at (self, i);
      RcpPublicationSpan span = self->spans[telling->article];
      RcpDateContext early = { .reference = span.first_day }, late = { .reference = span.last_day };
      RcpDateReading a, b;
      gboolean bounded = span.last_day - span.first_day <= RCP_PUBLICATION_REACH_DAYS;

      telling->has_day = FALSE;
      if (telling->shape == NULL || telling->shape->is_range || telling->shape->bound != RCP_BOUND_NONE ||
          telling->shape->piece.form == RCP_FORM_TEXTDAY || telling->shape->piece.from_text)
        continue;
      if (!bounded)
        early.reference = late.reference = RCP_DAY_INVALID;
      if (!rcp_date_resolve (telling->shape, &early, &a) || !rcp_date_resolve (telling->shape, &late, &b) ||
          a.conflict || a.first_day != a.last_day || b.first_day != a.first_day || b.last_day != a.last_day)
        continue;
      telling->has_day = TRUE;
      telling->day.first_day = telling->day.last_day = a.first_day;
    }
}

/* "Less than two weeks after the army left": the text appeared between that day and the end of those weeks.
 */
static gboolean
span_of_duration (const Refinement *self, const Telling *telling, gint32 day, RcpPublicationSpan *span,
                  const RcpDateShape **clue)
{
  const RcpSegmentedText *text = self->texts[telling->article];
  const GArray *shapes = self->shapes->pdata[telling->article];
  const RcpSentence *sentence;

  if (telling->account->sentence >= text->n_sentences)
    return FALSE;
  sentence = &text->sentences[telling->account->sentence];
  for (guint i = 0; i < shapes->len; i++)
    {
      const RcpDateShape *shape = &g_array_index (shapes, RcpDateShape, i);
      gint32 end;

      if (shape->first_token < sentence->first_token ||
          shape->last_token >= sentence->first_token + sentence->n_tokens ||
          shape->piece.form != RCP_FORM_DURATION || shape->piece.sign == 0 || shape->piece.count == 0 ||
          shape->in_quotes)
        continue;
      end = rcp_date_add_units (day, shape->piece.unit, shape->piece.count);
      if (end == RCP_DAY_INVALID)
        continue;
      span->first_day = day;
      span->last_day = shape->piece.sign < 0 ? end - 1 : end + 7;
      if (shape->piece.sign > 0)
        span->first_day = end - 1;
      *clue = shape;
      return TRUE;
    }
  return FALSE;
}

static int
compare_clues (gconstpointer a, gconstpointer b)
{
  const Clue *x = a, *y = b;
  gint32 width_x = x->span.last_day - x->span.first_day, width_y = y->span.last_day - y->span.first_day;

  if (width_x != width_y)
    return width_x < width_y ? -1 : 1;
  if (x->span.first_day != y->span.first_day)
    return x->span.first_day < y->span.first_day ? -1 : 1;
  if (x->shape->first_token != y->shape->first_token)
    return x->shape->first_token < y->shape->first_token ? -1 : 1;
  return x->other < y->other ? -1 : x->other > y->other;
}

static void
add_clue (GArray *clues, RcpPublicationSpan span, const RcpDateShape *shape, const Telling *other)
{
  Clue clue = { span, shape, other->day.first_day, other->article };

  g_array_append_val (clues, clue);
}

/* Only what was known before an article was dated may date it: else two that know nothing would confirm each other. */
static gboolean
may_date (const Refinement *self, const Telling *other, const Telling *telling)
{
  if (other->article == telling->article || !other->has_day)
    return FALSE;
  return other->has_own_day || self->ranks[other->article] < self->ranks[telling->article];
}

/* Where an article says roughly when it appeared, what would place it elsewhere is another happening of the same people,
 * and neither speaks for a day nor against it. */
static gboolean
is_in_reach (const Refinement *self, const Telling *telling, RcpPublicationSpan span)
{
  RcpPublicationSpan base = self->base[telling->article];

  return span.first_day <= base.last_day && span.last_day >= base.first_day;
}

/* What the other articles say of one account's article. */
static void
gather_from (const Refinement *self, guint index, GArray *clues)
{
  const Telling *telling = telling_at (self, index);

  for (guint i = 0; i < telling->actors->len; i++)
    {
      const GArray *list = g_hash_table_lookup (self->by_actor, telling->actors->pdata[i]);

      for (guint j = 0; j < list->len; j++)
        {
          const Telling *other = telling_at (self, g_array_index (list, guint, j));
          const RcpDateShape *shape = NULL;
          RcpPublicationSpan span;

          if (!may_date (self, other, telling) || !is_same_happening (telling, other))
            continue;
          if (telling->shape && !telling->has_own_day &&
              rcp_publication_span_of_shape (telling->shape, other->day, self->base[telling->article], &span))
            add_clue (clues, span, telling->shape, other);
          if (span_of_duration (self, telling, other->day.first_day, &span, &shape) && is_in_reach (self, telling, span))
            add_clue (clues, span, shape, other);
        }
    }
}

/* Narrow clues are believed before wide ones, and one that contradicts what is already believed is left out.
 * Where as many contradict as agree, the accounts tell of several happenings (two calls of the same people),
 * and none is believed.
 */
static gboolean
believe (const GArray *clues, RcpPublicationSpan *span)
{
  RcpPublicationSpan narrowed = *span;
  guint for_it = 0, against = 0;

  for (guint i = 0; i < clues->len; i++)
    {
      const Clue *clue = &g_array_index (clues, Clue, i);
      RcpPublicationSpan both = { MAX (clue->span.first_day, narrowed.first_day),
                                  MIN (clue->span.last_day, narrowed.last_day) };

      if (both.first_day > both.last_day)
        {
          against++;
          continue;
        }
      for_it++;
      narrowed = both;
    }
  if ((narrowed.first_day == span->first_day && narrowed.last_day == span->last_day) || against >= for_it)
    return FALSE;
  *span = narrowed;
  return TRUE;
}

/* What an article's own words leave of the days that others leave it. */
static RcpPublicationSpan
narrow (const Refinement *self, guint i)
{
  g_autoptr (RcpPublication) solved
      = rcp_publication_solve (self->texts[i], self->evidence->pdata[i], self->bounds[i], RCP_DATE_RULE_OTHER_ARTICLE);

  if (solved == NULL)
    return self->bounds[i];
  return (RcpPublicationSpan){ rcp_edtf_get_first_day (solved->date), rcp_edtf_get_last_day (solved->date) };
}

/* One round: all clues come from what was known before it, so the order of the articles doesn't matter. */
static void
run_round (Refinement *self, int round)
{
  g_autoptr (GPtrArray) clues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (clues, g_array_new (FALSE, FALSE, sizeof (Clue)));
  read_days (self);
  for (guint i = 0; i < self->tellings->len; i++)
    {
      guint article = telling_at (self, i)->article;

      if (self->own->pdata[article] && self->base[article].first_day < self->base[article].last_day)
        gather_from (self, i, clues->pdata[article]);
    }
  for (guint i = 0; i < self->n; i++)
    {
      GArray *list = clues->pdata[i];

      self->bounds[i] = self->base[i];
      g_array_sort (list, compare_clues);
      if (!believe (list, &self->bounds[i]))
        g_array_set_size (list, 0);
      else if (self->ranks[i] == NO_RANK)
        self->ranks[i] = round;
      self->spans[i] = list->len > 0 ? narrow (self, i) : self->base[i];
    }
  g_ptr_array_unref (self->clues);
  self->clues = g_steal_pointer (&clues);
}

/* What the others said of an article, beside what it says itself. Of several that say the same one is enough. */
static void
add_others (const Refinement *self, guint article, RcpPublication *publication)
{
  const GArray *clues = self->clues->pdata[article];

  for (guint i = 0; i < clues->len; i++)
    {
      const Clue *clue = &g_array_index (clues, Clue, i), *before = i > 0 ? clue - 1 : NULL;
      g_autoptr (RcpEdtf) told = rcp_edtf_new_day (clue->day);
      g_autoptr (RcpEdtf) allowed = NULL;
      g_autofree char *words = NULL;
      gboolean agrees = clue->span.first_day <= publication->best_day && publication->best_day <= clue->span.last_day;
      RcpRange range;

      if (before && before->shape == clue->shape && before->day == clue->day)
        continue;
      if (agrees)
        allowed = rcp_edtf_new_interval (clue->span.first_day, clue->span.last_day, RCP_EDTF_EXACT);
      words = rcp_publication_dup_words (self->texts[article], clue->shape, NULL, &range);
      g_ptr_array_add (publication->clues,
                       rcp_publication_clue_new (clue->shape->piece.form == RCP_FORM_DURATION
                                                   ? RCP_PUBLICATION_CLUE_DURATION
                                                   : RCP_PUBLICATION_CLUE_OTHER_ARTICLE,
                                                 words, range, allowed, told, agrees, clue->other));
    }
}

/* Days told with their year in the articles that share happenings bound a story from below; an article of it
 * that names no year then takes its own dates from there. */
static RcpPublication *
sharpen (const Refinement *self, guint i)
{
  const RcpPublication *own = self->own->pdata[i];
  const GArray *clues = self->clues->pdata[i];
  RcpPublication *publication;

  if (clues->len == 0)
    return rcp_publication_copy (own);
  publication = rcp_publication_solve (self->texts[i], self->evidence->pdata[i], self->bounds[i], RCP_DATE_RULE_OTHER_ARTICLE);
  if (publication == NULL || (own->date && rcp_edtf_get_first_day (own->date) == rcp_edtf_get_first_day (publication->date) &&
                              rcp_edtf_get_last_day (own->date) == rcp_edtf_get_last_day (publication->date)))
    {
      g_clear_pointer (&publication, rcp_publication_free);
      return rcp_publication_copy (own);
    }
  publication->rule = RCP_DATE_RULE_OTHER_ARTICLE;
  if (publication->clue == NULL)
    publication->clue = rcp_publication_dup_words (self->texts[i], g_array_index (clues, Clue, 0).shape, NULL,
                                                   &publication->clue_range);
  add_others (self, i, publication);
  rcp_publication_add_clues (publication, self->texts[i], self->evidence->pdata[i], self->today);
  return publication;
}

/* What an article that does not state its date says by itself; NULL for one whose date is not moved. */
static RcpPublication *
read_own (const Refinement *self, guint i, gboolean is_frozen)
{
  const RcpPublication *known = self->findings[i]->publication;
  RcpPublicationSpan bounds = { 1, self->today };
  RcpPublication *own;

  if (is_frozen || (known && (known->basis == RCP_PUBLISHED_STATED || known->basis == RCP_PUBLISHED_USER)))
    return NULL;
  own = rcp_publication_solve (self->texts[i], self->evidence->pdata[i], bounds, RCP_DATE_RULE_NONE);
  if (own == NULL)
    return rcp_publication_new (NULL, RCP_PUBLISHED_UNKNOWN, RCP_DATE_RULE_NONE, NULL, (RcpRange){ 0, 0 });
  rcp_publication_add_clues (own, self->texts[i], self->evidence->pdata[i], self->today);
  return own;
}

static void
publication_free_nullable (RcpPublication *publication)
{
  g_clear_pointer (&publication, rcp_publication_free);
}

/**
 * rcp_publication_date_refine:
 * @texts: (array length=n): articles
 * @findings: (array length=n): what was found in each
 * @frozen: (nullable) (array length=n): those whose dates are not to move, though they are not stated; NULL for none
 * @n: how many
 * @today: the day of the analysis
 *
 * Sharpens the inferred publication dates of a set of articles: where two tell of one action by the same
 * actors, and one gives its day, the other's "mardi", "hier" or "en début de semaine" says when it appeared.
 * Dates that are stated or fixed by the user are never moved. Each date is worked out from the articles alone, not from
 * what was worked out before, so the result depends neither on the order of the articles nor on what was known earlier.
 * A clue that another article gives names its place in the set.
 *
 * Returns: (transfer full) (element-type RcpPublication): one for each article; NULL entries where nothing
 * changed.
 */
GPtrArray *
rcp_publication_date_refine (const RcpDateFinder *finder, RcpSegmentedText *const *texts,
                             RcpFindings *const *findings, const gboolean *frozen, guint n, gint32 today)
{
  GPtrArray *publications = g_ptr_array_new_full (n, (GDestroyNotify) publication_free_nullable);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Refinement self = { .texts = texts, .findings = findings, .n = n, .today = today };

  self.shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.own = g_ptr_array_new_with_free_func ((GDestroyNotify) publication_free_nullable);
  self.clues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  g_array_set_clear_func (self.tellings, (GDestroyNotify) telling_clear);
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.by_actor = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_array_unref);
  self.base = g_new0 (RcpPublicationSpan, MAX (n, 1));
  self.ranks = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const RcpPublication *known;

      g_ptr_array_add (self.shapes, rcp_date_finder_scan (finder, texts[i]));
      g_ptr_array_add (self.evidence, rcp_publication_evidence_gather (rcp_date_finder_get_page_dates (finder), texts[i],
                                                                       self.shapes->pdata[i], today));
      g_ptr_array_add (self.own, read_own (&self, i, frozen && frozen[i]));
      g_ptr_array_add (self.clues, g_array_new (FALSE, FALSE, sizeof (Clue)));
      known = self.own->pdata[i] ? self.own->pdata[i] : findings[i]->publication;
      self.ranks[i] = NO_RANK;
      self.base[i] = (RcpPublicationSpan){ rcp_publication_earliest (self.evidence->pdata[i]), today };
      if (known && known->date && rcp_edtf_is_bounded (known->date))
        self.base[i] =
            (RcpPublicationSpan){ rcp_edtf_get_first_day (known->date), rcp_edtf_get_last_day (known->date) };
    }
  self.bounds = g_memdup2 (self.base, sizeof *self.base * MAX (n, 1));
  self.spans = g_memdup2 (self.base, sizeof *self.base * MAX (n, 1));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < findings[i]->accounts->len; j++)
      add_telling (&self, names, i, findings[i]->accounts->pdata[j]);
  read_days (&self);
  for (guint i = 0; i < self.tellings->len; i++)
    telling_at (&self, i)->has_own_day = telling_at (&self, i)->has_day;
  for (int round = 0; round < N_ROUNDS; round++)
    run_round (&self, round);
  for (guint i = 0; i < n; i++)
    {
      RcpPublication *sharpened = self.own->pdata[i] ? sharpen (&self, i) : NULL;

      if (sharpened && rcp_publication_equal (sharpened, findings[i]->publication))
        g_clear_pointer (&sharpened, rcp_publication_free);
      g_ptr_array_add (publications, sharpened);
    }

  g_free (self.ranks);
  g_free (self.spans);
  g_free (self.bounds);
  g_free (self.base);
  g_hash_table_unref (self.by_actor);
  g_array_unref (self.tellings);
  g_ptr_array_unref (self.names);
  g_ptr_array_unref (self.clues);
  g_ptr_array_unref (self.own);
  g_ptr_array_unref (self.evidence);
  g_ptr_array_unref (self.shapes);
  return publications;
}
