#include "config.h"

#include "rcp-name-tagger.h"

#include <string.h>

#include "rcp-name-agreement-private.h"
#include "rcp-name-features.h"
#include "rcp-name-model-private.h"

#define L RCP_NAME_N_LABELS
#define NEVER (G_MININT32 / 4)

/* What one thread needs for one text; kept for the next. */
typedef struct
{
  RcpNameFeatures *features;
  RcpNameAgreement *agreement;
  gint32 (*scores)[20];
  gint32 (*best)[L];
  guint8 (*from)[L];
  RcpNameLabel *labels; /* of one stretch */
  guint room;
} Scratch;

struct _RcpNameTagger
{
  RcpNameModel *model; /* owned */
  GMutex lock;
  GPtrArray *free_scratch; /* of Scratch, under the lock */
};

static void
scratch_free (gpointer data)
{
  Scratch *self = data;

  rcp_name_features_free (self->features);
  rcp_name_agreement_free (self->agreement);
  g_free (self->scores);
  g_free (self->best);
  g_free (self->from);
  g_free (self->labels);
  g_free (self);
}

static Scratch *
take_scratch (const RcpNameTagger *tagger)
{
  RcpNameTagger *self = (RcpNameTagger *)tagger;
  Scratch *scratch = NULL;

  g_mutex_lock (&self->lock);
  if (self->free_scratch->len > 0)
    scratch = g_ptr_array_steal_index_fast (self->free_scratch, self->free_scratch->len - 1);
  g_mutex_unlock (&self->lock);
  if (scratch == NULL)
    {
      scratch = g_new0 (Scratch, 1);
      scratch->features = rcp_name_features_new ();
      scratch->agreement = rcp_name_agreement_new ();
    }
  return scratch;
}

static void
give_back (const RcpNameTagger *tagger, Scratch *scratch)
{
  RcpNameTagger *self = (RcpNameTagger *)tagger;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->free_scratch, scratch);
  g_mutex_unlock (&self->lock);
}

/**
 * rcp_name_tagger_new:
 * @model: (transfer none): the model; a reference is kept
 *
 * Returns: (transfer full): the tagger.
 */
RcpNameTagger *
rcp_name_tagger_new (RcpNameModel *model)
{
  RcpNameTagger *self = g_new0 (RcpNameTagger, 1);

  self->model = rcp_name_model_ref (model);
  self->free_scratch = g_ptr_array_new_with_free_func (scratch_free);
  g_mutex_init (&self->lock);
  return self;
}

void
rcp_name_tagger_free (RcpNameTagger *self)
{
  g_clear_pointer (&self->free_scratch, g_ptr_array_unref);
  g_clear_pointer (&self->model, rcp_name_model_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static inline void
add_weights (const RcpNameWeights *weights, guint32 feature, gint32 *scores)
{
  guint32 bit = rcp_name_filter_bit (feature), at;

  if (!(weights->filter[bit / 64] >> (bit % 64) & 1))
    return;
  at = rcp_name_slot_of (feature, weights->n_slots);

  for (; weights->slots[at].key != 0; at = at + 1 == weights->n_slots ? 0 : at + 1)
    if (weights->slots[at].key == feature)
      {
        for (guint y = 0; y < 20; y++)
          scores[y] += weights->slots[at].weights[y];
        return;
      }
}

static inline gint32
link_weight (const RcpNameWeights *weights, guint link, guint from, guint to)
{
  return weights->links[(link * L + from) * L + to];
}

/* The labels behind which a name is closed, and those that begin anew. */
static const guint8 closed[9] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 };
static const guint8 opening[9] = { 0, 1, 4, 5, 8, 9, 12, 13, 16 };

/* The best labels of one stretch (A. Viterbi, IEEE Transactions on Information Theory 13, 1967), in whole units. */
static void
label_run (Scratch *scratch, const RcpNameWeights *weights, guint first, guint n)
{
  guint y;

  for (guint t = 0; t < n; t++)
    {
      guint link = rcp_name_features_get_link (scratch->features, first + t);
      gint32 *best = scratch->best[t];
      const gint32 *before = t > 0 ? scratch->best[t - 1] : NULL;
      const gint32 *scores = scratch->scores[t];
      gint32 top;

      if (t == 0)
        {
          for (y = 0; y < L; y++)
            best[y] = NEVER;
          for (guint k = 0; k < 9; k++)
            best[opening[k]] = scores[opening[k]] + link_weight (weights, link, 0, opening[k]);
          continue;
        }
      /* The sums stay small however long the stretch is. */
      top = before[0];
      for (guint c = 1; c < 9; c++)
        top = MAX (top, before[closed[c]]);
      for (guint k = 0; k < 9; k++)
        {
          gint32 most = NEVER;
          guint8 from = 0;

          y = opening[k];
          for (guint c = 0; c < 9; c++)
            {
              gint32 sum = before[closed[c]] + link_weight (weights, link, closed[c], y);

              if (sum > most)
                {
                  most = sum;
                  from = closed[c];
                }
            }
          best[y] = most - top + scores[y];
          scratch->from[t][y] = from;
        }
      for (guint type = 0; type < RCP_NAME_N_TYPES; type++)
        for (guint place = RCP_NAME_INSIDE; place <= RCP_NAME_LAST; place++)
          {
            guint begin = RCP_NAME_LABEL (type, RCP_NAME_BEGIN), inside = begin + 1;
            gint32 a, b;

            y = RCP_NAME_LABEL (type, place);
            a = before[begin] + link_weight (weights, link, begin, y);
            b = before[inside] + link_weight (weights, link, inside, y);
            best[y] = MAX (a, b) - top + scores[y];
            scratch->from[t][y] = (guint8)(a >= b ? begin : inside);
          }
    }
  y = 0;
  for (guint c = 0; c < 9; c++)
    if (scratch->best[n - 1][closed[c]] > scratch->best[n - 1][y])
      y = closed[c];
  for (guint t = n; t-- > 0;)
    {
      scratch->labels[t] = (RcpNameLabel)y;
      y = t > 0 ? scratch->from[t][y] : 0;
    }
}

static void
make_room (Scratch *scratch, guint n)
{
  if (n <= scratch->room)
    return;
  scratch->room = n * 2;
  g_free (scratch->scores);
  g_free (scratch->best);
  g_free (scratch->from);
  g_free (scratch->labels);
  scratch->labels = g_malloc (scratch->room);
  scratch->scores = g_malloc (sizeof *scratch->scores * scratch->room);
  scratch->best = g_malloc (sizeof *scratch->best * scratch->room);
  scratch->from = g_malloc (sizeof *scratch->from * scratch->room);
}

/* How good it is to call the tokens from @first to @end of a stretch a name of @type, or, with RCP_NAME_N_TYPES, none; the
 * labels around them stay. */
static gint32
score_span (const Scratch *scratch, const RcpNameWeights *weights, guint run, guint n, guint first, guint end, guint type)
{
  guint before = first > 0 ? scratch->labels[first - 1] : 0;
  gint32 sum = 0;

  for (guint t = first; t < end; t++)
    {
      guint place = end - first == 1 ? RCP_NAME_UNIT
                    : t == first     ? RCP_NAME_BEGIN
                    : t + 1 == end   ? RCP_NAME_LAST
                                     : RCP_NAME_INSIDE;
      guint label = type == RCP_NAME_N_TYPES ? RCP_NAME_OUTSIDE : RCP_NAME_LABEL (type, place);

      sum += scratch->scores[t][label] + link_weight (weights, rcp_name_features_get_link (scratch->features, run + t), before, label);
      before = label;
    }
  if (end < n)
    sum += link_weight (weights, rcp_name_features_get_link (scratch->features, run + end), before, scratch->labels[end]);
  return sum;
}

/* Notes the names of a stretch that has been labelled. */
static void
note_names (Scratch *scratch, const RcpNameWeights *weights, guint run, guint n)
{
  for (guint t = 0, end; t < n; t = end)
    {
      RcpNameGuess guess = { 0 };

      end = t + 1;
      if (scratch->labels[t] == RCP_NAME_OUTSIDE)
        continue;
      if (RCP_NAME_LABEL_PLACE (scratch->labels[t]) == RCP_NAME_BEGIN)
        while (RCP_NAME_LABEL_PLACE (scratch->labels[end - 1]) != RCP_NAME_LAST)
          end++;
      guess.name.first = run + t;
      guess.name.end = run + end;
      for (guint type = 0; type <= RCP_NAME_N_TYPES; type++)
        guess.scores[type] = (float)score_span (scratch, weights, run, n, t, end, type) * weights->unit;
      guess.name.type = RCP_NAME_LABEL_TYPE (scratch->labels[t]);
      rcp_name_agreement_add (scratch->agreement, scratch->features, &guess);
    }
}

static void
look (Scratch *scratch, const RcpNameWeights *weights)
{
  guint32 features[RCP_NAME_MAX_FEATURES];
  guint first, end = 0;

  while (rcp_name_features_next_run (scratch->features, end, &first, &end))
    {
      make_room (scratch, end - first);
      memset (scratch->scores, 0, sizeof *scratch->scores * (end - first));
      for (guint i = first; i < end; i++)
        {
          guint n = rcp_name_features_list (scratch->features, i, features);

          for (guint f = 0; f < n; f++)
            add_weights (weights, features[f], scratch->scores[i - first]);
        }
      label_run (scratch, weights, first, end - first);
      note_names (scratch, weights, first, end - first);
    }
}

/**
 * rcp_name_tagger_tag:
 * @text: a text, cut
 * @names: (element-type RcpTaggedName): receives its names in order, none inside another
 *
 * Finds the names of a text in time linear in its length. Sentences set aside are left out. Names of the same words in one text
 * get one type, by the sum of what speaks for it. Any thread.
 *
 * Returns: FALSE where the model does not know the text's language; nothing is then found.
 */
gboolean
rcp_name_tagger_tag (const RcpNameTagger *self, const RcpSegmentedText *text, GArray *names)
{
  RcpNameWeights weights;
  Scratch *scratch;

  if (!rcp_name_model_get_weights (self->model, text->language, &weights))
    return FALSE;
  scratch = take_scratch (self);
  rcp_name_features_read (scratch->features, self->model, text);
  rcp_name_agreement_begin (scratch->agreement);
  look (scratch, &weights);
  rcp_name_agreement_finish (scratch->agreement, scratch->features, text, names);
  give_back (self, scratch);
  return TRUE;
}
