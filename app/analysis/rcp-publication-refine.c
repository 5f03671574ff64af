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

/* An account as this step sees it. */
typedef struct
{
  guint article;
  const RcpFoundAccount *account;
  const RcpDateShape *shape; /* what dates it; NULL for nothing of its own */
  GPtrArray *actors;         /* interned short keys, owned */
  gboolean has_day;          /* the day of the happening is known in this round */
  RcpPublicationSpan day;
} Telling;

/* What one account says of the publication of another's article. */
typedef struct
{
  RcpPublicationSpan span;
  const RcpDateShape *shape; /* the words of the article that tie it to the other's day */
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
  RcpPublicationSpan *spans;  /* what is known of each article's day, owned */
  const RcpDateShape **clues; /* the words that narrowed each article's span last, owned array */
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
shared_terms (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  guint i = 0, j = 0, common = 0, least = MIN (a->terms->len, b->terms->len);

  while (i < a->terms->len && j < b->terms->len)
    {
      guint32 x = g_array_index (a->terms, guint32, i), y = g_array_index (b->terms, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return least > 0 ? (double) common / least : 0.0;
}

static gboolean
is_same_happening (const Telling *a, const Telling *b)
{
  guint shared = 0;

  if (a->account->action != b->account->action)
    return FALSE;
  for (guint i = 0; i < a->actors->len; i++)
    shared += g_ptr_array_find (b->actors, a->actors->pdata[i], NULL);
  if (shared == 0)
    return FALSE;
  if (a->account->action == RCP_ACTION_OTHER)
    return shared_terms (a->account, b->account) >= 2 * MIN_SHARED_TERMS;
  return shared >= MIN_SHARED_ACTORS || shared_terms (a->account, b->account) >= MIN_SHARED_TERMS;
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
  return x->shape->first_token < y->shape->first_token ? -1 : x->shape->first_token > y->shape->first_token;
}

static void
add_clue (GArray *clues, RcpPublicationSpan span, const RcpDateShape *shape)
{
  Clue clue = { span, shape };

  g_array_append_val (clues, clue);
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

          if (other->article == telling->article || !other->has_day || !is_same_happening (telling, other))
            continue;
          if (telling->shape && !telling->has_day &&
              rcp_publication_span_of_shape (telling->shape, other->day, &span))
            add_clue (clues, span, telling->shape);
          if (span_of_duration (self, telling, other->day.first_day, &span, &shape))
            add_clue (clues, span, shape);
        }
    }
}

/* Narrow clues are believed before wide ones, and one that contradicts what is already believed is left out.
 * Where as many contradict as agree, the accounts tell of several happenings (two calls of the same people),
 * and none is believed.
 */
static gboolean
believe (const GArray *clues, RcpPublicationSpan *span, const RcpDateShape **shape)
{
  RcpPublicationSpan narrowed = *span;
  const RcpDateShape *believed = NULL;
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
      if (both.first_day == narrowed.first_day && both.last_day == narrowed.last_day)
        continue;
      narrowed = both;
      if (believed == NULL)
        believed = clue->shape;
    }
  if (believed == NULL || against >= for_it)
    return FALSE;
  *span = narrowed;
  *shape = believed;
  return TRUE;
}

/* One round: all clues come from what was known before it, so the order of the articles doesn't matter. */
static void
run_round (Refinement *self)
{
  g_autofree RcpPublicationSpan *next = g_memdup2 (self->spans, sizeof *next * self->n);
  g_autoptr (GPtrArray) clues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (clues, g_array_new (FALSE, FALSE, sizeof (Clue)));
  read_days (self);
  for (guint i = 0; i < self->tellings->len; i++)
    {
      guint article = telling_at (self, i)->article;

      if (self->spans[article].first_day < self->spans[article].last_day)
        gather_from (self, i, clues->pdata[article]);
    }
  for (guint i = 0; i < self->n; i++)
    {
      GArray *list = clues->pdata[i];
      const RcpDateShape *shape;

      g_array_sort (list, compare_clues);
      if (believe (list, &next[i], &shape))
        self->clues[i] = shape;
    }
  for (guint i = 0; i < self->n; i++)
    self->spans[i] = next[i];
}

/* Days told with their year in the articles that share happenings bound a story from below; an article of it
 * that names no year then takes its own dates from there. */
static RcpPublication *
sharpen (const Refinement *self, guint i)
{
  const RcpPublication *known = self->findings[i]->publication;
  RcpPublication *publication = rcp_publication_solve (self->texts[i], self->evidence->pdata[i], self->spans[i],
                                                       RCP_DATE_RULE_OTHER_ARTICLE);

  if (publication && publication->date && known && known->date &&
      rcp_edtf_get_first_day (known->date) == rcp_edtf_get_first_day (publication->date) &&
      rcp_edtf_get_last_day (known->date) == rcp_edtf_get_last_day (publication->date))
    g_clear_pointer (&publication, rcp_publication_free);
  else if (publication)
    {
      const RcpSegmentedText *text = self->texts[i];
      const RcpToken *first = &text->tokens[self->clues[i]->first_token],
                     *last = &text->tokens[self->clues[i]->last_token];

      publication->rule = RCP_DATE_RULE_OTHER_ARTICLE;
      if (publication->clue == NULL)
        {
          publication->clue = g_strndup (text->text + first->offset_bytes,
                                         last->offset_bytes + last->length_bytes - first->offset_bytes);
          publication->clue_range = (RcpRange){ first->start, last->end };
        }
      rcp_publication_add_clues (publication, text, self->evidence->pdata[i], self->today);
    }
  return publication;
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
 * @n: how many
 * @today: the day of the analysis
 *
 * Sharpens the inferred publication dates of a set of articles: where two tell of one action by the same
 * actors, and one gives its day, the other's "mardi", "hier" or "en début de semaine" says when it appeared.
 * Dates that are stated or fixed by the user are never moved. The result doesn't depend on the order of the
 * articles.
 *
 * Returns: (transfer full) (element-type RcpPublication): one for each article; NULL entries where nothing
 * changed.
 */
GPtrArray *
rcp_publication_date_refine (const RcpDateFinder *finder, RcpSegmentedText *const *texts,
                             RcpFindings *const *findings, guint n, gint32 today)
{
  GPtrArray *publications = g_ptr_array_new_full (n, (GDestroyNotify) publication_free_nullable);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Refinement self = { .texts = texts, .findings = findings, .n = n, .today = today };

  self.shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  g_array_set_clear_func (self.tellings, (GDestroyNotify) telling_clear);
  self.names = g_ptr_array_new_with_free_func (g_free);
  self.by_actor = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_array_unref);
  self.spans = g_new0 (RcpPublicationSpan, MAX (n, 1));
  self.clues = g_new0 (const RcpDateShape *, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const RcpPublication *known = findings[i]->publication;

      g_ptr_array_add (self.shapes, rcp_date_finder_scan (finder, texts[i]));
      g_ptr_array_add (self.evidence, rcp_publication_evidence_gather (rcp_date_finder_get_page_dates (finder), texts[i],
                                                                       self.shapes->pdata[i], today));
      self.spans[i] = (RcpPublicationSpan){ rcp_publication_earliest (self.evidence->pdata[i]), today };
      if (known && known->date && rcp_edtf_is_bounded (known->date))
        self.spans[i] =
            (RcpPublicationSpan){ rcp_edtf_get_first_day (known->date), rcp_edtf_get_last_day (known->date) };
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < findings[i]->accounts->len; j++)
      add_telling (&self, names, i, findings[i]->accounts->pdata[j]);
  for (int round = 0; round < N_ROUNDS; round++)
    run_round (&self);
  for (guint i = 0; i < n; i++)
    {
      const RcpPublication *known = findings[i]->publication;
      gboolean is_fixed =
          known && (known->basis == RCP_PUBLISHED_STATED || known->basis == RCP_PUBLISHED_USER);

      g_ptr_array_add (publications, self.clues[i] && !is_fixed ? sharpen (&self, i) : NULL);
    }

  g_free (self.clues);
  g_free (self.spans);
  g_hash_table_unref (self.by_actor);
  g_array_unref (self.tellings);
  g_ptr_array_unref (self.names);
  g_ptr_array_unref (self.evidence);
  g_ptr_array_unref (self.shapes);
  return publications;
}
