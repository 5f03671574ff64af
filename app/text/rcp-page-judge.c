#include "config.h"

#include "rcp-page-private.h"

#include <math.h>
#include <string.h>

#include "rcp-resources.h"
#include "rcp-tsv.h"

/* Judges in steps that can be followed. The signs of a block have weights (model/page-signs.tsv), whose sum the logistic
 * function turns into a probability; the heaviest sign is the reason that is given. Comments and what was said before are
 * none of the article's. Then the element is found that keeps most of what is probable and takes least along that is not:
 * outside of it a block has to be surer. */

#define MODEL "/app/recoupe/Recoupe/engine/model/page-signs.tsv"

typedef struct
{
  char *sign;
  double weight;
  guint index; /* among all */
} Weight;

/* What belongs to the article, in the element that keeps it and elsewhere. Chosen on sites that the weights were not learnt
 * from: between .65 and .8 the second changes nothing that counts. */
#define KEPT_PROBABILITY 0.5
#define ELSEWHERE_PROBABILITY 0.7
/* An element further out keeps the article as well, where it gains nearly as much. */
#define KEPT_SHARE 0.9
/* So many blocks between two of the article are its own if each is at least so probable. */
#define MAX_BRIDGE_BLOCKS 8
#define BRIDGE_PROBABILITY 0.2

typedef struct
{
  GHashTable *weights;
  guint *counted; /* by the index of a weight: the number of the last block it was counted for */
  guint number;   /* of this block, from 1 */
  double sum;
  const Weight *heaviest; /* for */
  const Weight *lightest; /* against */
} Sum;

static void
weight_free (gpointer data)
{
  g_free (((Weight *) data)->sign);
  g_free (data);
}

static GHashTable *
load (GError **error)
{
  g_autoptr (RcpTsv) rows = NULL;
  GHashTable *weights;

  rcp_engine_resources_ensure ();
  rows = rcp_tsv_new_for_resource (MODEL, error);
  if (rows == NULL)
    return NULL;
  weights = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, weight_free);
  while (rcp_tsv_next (rows))
    {
      Weight *weight = g_new0 (Weight, 1);

      weight->index = g_hash_table_size (weights);
      weight->sign = g_strdup (rcp_tsv_get (rows, "sign"));
      weight->weight = g_ascii_strtod (rcp_tsv_get (rows, "weight"), NULL);
      g_hash_table_insert (weights, weight->sign, weight);
    }
  return weights;
}

/* sign → Weight; read once and kept: every thread reads them. */
static GHashTable *
get_weights (GError **error)
{
  static GMutex lock;
  static GHashTable *weights;
  GHashTable *there;

  g_mutex_lock (&lock);
  if (weights == NULL)
    weights = load (error);
  there = weights;
  g_mutex_unlock (&lock);
  return there;
}

static void
weigh_cb (const char *sign, gpointer user_data)
{
  Sum *sum = user_data;
  const Weight *weight = g_hash_table_lookup (sum->weights, sign);

  /* A sign counts once, however many elements show it. */
  if (weight == NULL || sum->counted[weight->index] == sum->number)
    return;
  sum->counted[weight->index] = sum->number;
  sum->sum += weight->weight;
  if (strcmp (sign, "always") == 0)
    return;
  if (sum->heaviest == NULL || weight->weight > sum->heaviest->weight)
    sum->heaviest = weight;
  if (sum->lightest == NULL || weight->weight < sum->lightest->weight)
    sum->lightest = weight;
}

/* What its elements say that a block is that is not the article's. */
static RcpSetAsideKind
kind_of_block (const RcpPage *self, const RcpPageBlock *block, gboolean is_inside)
{
  static const struct
  {
    RcpPageHint hint;
    RcpSetAsideKind kind;
  } rows[] = {
    { RCP_PAGE_HINT_COMMENT, RCP_SET_ASIDE_COMMENT_FORM }, { RCP_PAGE_HINT_SHARE, RCP_SET_ASIDE_SHARE_COUNTER },
    { RCP_PAGE_HINT_PROMOTION, RCP_SET_ASIDE_PROMOTION },  { RCP_PAGE_HINT_BYLINE, RCP_SET_ASIDE_BYLINE },
    { RCP_PAGE_HINT_RELATED, RCP_SET_ASIDE_RELATED },      { RCP_PAGE_HINT_TAGS, RCP_SET_ASIDE_RELATED },
    { RCP_PAGE_HINT_NOTICE, RCP_SET_ASIDE_PUBLISHER_NOTICE },
  };
  guint within = rcp_page_element (self, block->element)->within;

  for (guint i = block->element; i != G_MAXUINT; i = rcp_page_element (self, i)->parent)
    for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
      if (rcp_page_element (self, i)->hints & 1u << rows[row].hint)
        return rows[row].kind;
  if (within & RCP_PAGE_WITHIN_FIGURE)
    return RCP_SET_ASIDE_CAPTION;
  if (within & RCP_PAGE_WITHIN_FOOTER)
    return RCP_SET_ASIDE_PUBLISHER_NOTICE;
  if (within & (RCP_PAGE_WITHIN_NAV | RCP_PAGE_WITHIN_HEADER))
    return RCP_SET_ASIDE_NAVIGATION;
  if (within & RCP_PAGE_WITHIN_ASIDE)
    return RCP_SET_ASIDE_RELATED;
  if (block->n_link_chars * 2 > block->n_chars)
    return is_inside ? RCP_SET_ASIDE_RELATED : RCP_SET_ASIDE_NAVIGATION;
  return RCP_SET_ASIDE_OTHER;
}

/* Where no block is probable enough, the prose of the element that has most of it is better than nothing; then all that is
 * the most probable. */
static void
keep_something (RcpPage *self)
{
  double best = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const RcpPageBlock *block = rcp_page_block (self, i);

      if (block->is_article && i != self->heading)
        return;
      best = MAX (best, block->probability);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RcpPageBlock *block = rcp_page_block (self, i);

      if (self->best != G_MAXUINT ? i >= self->first_prose && i <= self->last_prose && block->is_prose
                                  : block->probability >= best / 2)
        {
          block->is_article = TRUE;
          block->reason = "nothing is more probable";
        }
    }
}

static void
weigh (RcpPage *self, GHashTable *weights)
{
  g_autofree guint *counted = g_new0 (guint, g_hash_table_size (weights));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      RcpPageBlock *block = rcp_page_block (self, i);
      Sum sum = { weights, counted, i + 1, 0, NULL, NULL };
      const Weight *reason;

      rcp_page_list_signs (self, i, weigh_cb, &sum);
      reason = sum.sum > 0 ? sum.heaviest : sum.lightest;
      block->probability = 1 / (1 + exp (-sum.sum));
      block->reason = reason ? reason->sign : NULL;
      if (block->is_comment || block->is_repeated)
        {
          block->probability = 0;
          block->reason = block->is_comment ? "among comments" : "said before";
        }
    }
}

/* The element that gains most: characters that are probably the article's, less those that probably are not. Its blocks are
 * from @first to before @end. */
static void
find_kept (const RcpPage *self, guint *first, guint *end)
{
  g_autofree double *sums = g_new0 (double, self->blocks->len + 1);
  double most = 0;
  guint kept = G_MAXUINT;

  for (guint i = 0; i < self->blocks->len; i++)
    sums[i + 1] = sums[i] + (2 * rcp_page_block (self, i)->probability - 1) * rcp_page_block (self, i)->n_chars;
  *first = 0;
  *end = self->blocks->len;
  for (guint i = 0; i < self->elements->len; i++)
    {
      const RcpPageElement *element = rcp_page_element (self, i);
      double gain = sums[element->end_block] - sums[element->first_block];

      if (gain > most)
        {
          most = gain;
          kept = i;
        }
    }
  /* The head of the article often stands in an element around it. */
  for (guint i = kept; i != G_MAXUINT; i = rcp_page_element (self, i)->parent)
    {
      const RcpPageElement *element = rcp_page_element (self, i);

      if (sums[element->end_block] - sums[element->first_block] < most * KEPT_SHARE)
        return;
      *first = element->first_block;
      *end = element->end_block;
    }
}

static gboolean
may_bridge (const RcpPage *self, const RcpPageBlock *block)
{
  return block->probability > BRIDGE_PROBABILITY && block->n_link_chars * 2 <= block->n_chars
         && !(rcp_page_element (self, block->element)->within
              & (RCP_PAGE_WITHIN_ASIDE | RCP_PAGE_WITHIN_NAV | RCP_PAGE_WITHIN_FIGURE | RCP_PAGE_WITHIN_FORM));
}

/* A few short blocks between two of the article, such as the items of a list, belong to it where nothing speaks against them. */
static void
bridge (RcpPage *self)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < self->blocks->len; i++)
    if (rcp_page_block (self, i)->is_article)
      {
        gboolean bridges = last != G_MAXUINT && i - last > 1 && i - last <= MAX_BRIDGE_BLOCKS + 1;

        for (guint k = last + 1; bridges && k < i; k++)
          bridges = may_bridge (self, rcp_page_block (self, k));
        for (guint k = last + 1; bridges && k < i; k++)
          {
            rcp_page_block (self, k)->is_article = TRUE;
            rcp_page_block (self, k)->reason = "between blocks of the article";
          }
        last = i;
      }
}

/* A list without links right after a paragraph of the article is the article's, whatever its words look like on their own. */
static void
follow_lists (RcpPage *self, guint first, guint end)
{
  const guint hints = 1u << RCP_PAGE_HINT_SHARE | 1u << RCP_PAGE_HINT_TAGS | 1u << RCP_PAGE_HINT_RELATED
                      | 1u << RCP_PAGE_HINT_NAVIGATION | 1u << RCP_PAGE_HINT_BYLINE;

  for (guint i = MAX (first, 1); i < end; i++)
    {
      RcpPageBlock *block = rcp_page_block (self, i), *before = rcp_page_block (self, i - 1);
      const RcpPageElement *element = rcp_page_element (self, block->element);

      if (block->is_article || !block->is_list_item || block->n_link_chars > 0 || block->is_comment || block->is_repeated
          || !before->is_article || !(before->is_prose || before->is_list_item) || element->hints & hints
          || (element->parent != G_MAXUINT && rcp_page_element (self, element->parent)->hints & hints)
          || element->within & (RCP_PAGE_WITHIN_ASIDE | RCP_PAGE_WITHIN_NAV | RCP_PAGE_WITHIN_FORM | RCP_PAGE_WITHIN_FOOTER))
        continue;
      block->is_article = TRUE;
      block->reason = "a list after a paragraph of the article";
    }
}

/* Links above and below the article lead through the site, those within it to other articles. */
static void
set_kinds (RcpPage *self)
{
  guint first = self->blocks->len, last = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    if (rcp_page_block (self, i)->is_article)
      {
        first = MIN (first, i);
        last = i;
      }
  for (guint i = 0; i < self->blocks->len; i++)
    if (!rcp_page_block (self, i)->is_article)
      rcp_page_block (self, i)->kind = kind_of_block (self, rcp_page_block (self, i), i > first && i < last);
}

/**
 * rcp_page_judge:
 * @self: a page that has been cut
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Tells of each block whether it belongs to the article, how probable that is, why, and what it is where it does not.
 */
gboolean
rcp_page_judge (RcpPage *self, GError **error)
{
  GHashTable *weights = get_weights (error);
  guint first, end;

  if (weights == NULL)
    return FALSE;
  weigh (self, weights);
  find_kept (self, &first, &end);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RcpPageBlock *block = rcp_page_block (self, i);

      block->is_article = block->probability > (i >= first && i < end ? KEPT_PROBABILITY : ELSEWHERE_PROBABILITY);
      if (!block->is_article && block->probability > KEPT_PROBABILITY)
        block->reason = "away from the article";
    }
  keep_something (self);
  bridge (self);
  follow_lists (self, first, end);
  set_kinds (self);
  return TRUE;
}
