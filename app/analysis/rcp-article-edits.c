#include "config.h"

#include "rcp-article-edits.h"

#include <string.h>

/* Two versions of an article are laid side by side sentence by sentence. Sentences of the same words are the same, wherever
 * they stand: an article that is put in another order says nothing new. Of the others, those that have most of their words
 * in common are two versions of one sentence, and an edit of substance only where they name other dates, numbers, actors,
 * another origin or another act: a comma, a synonym or a spelling is none. */

/* Two sentences of that share of common words are versions of each other; beneath, one was dropped and another written. */
#define LEAST_ALIKE 0.4

/* So many sentences on either side are compared with each other; more were written anew. */
#define MAX_CHANGED 400

typedef struct
{
  guint index; /* of the sentence */
  guint64 hash; /* of its words */
  guint n_words;
  gboolean matched;
} Line;

static GArray *
list_lines (const RcpSegmentedText *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < text->n_sentences; i++)
    {
      Line line = { i };

      if (text->sentences[i].is_set_aside)
        continue;
      line.hash = rcp_segmented_text_hash_sentence (text, i, &line.n_words);
      if (line.n_words > 0)
        g_array_append_val (lines, line);
    }
  return lines;
}

/* Takes out what both have word for word, as often as both have it. */
static void
match_same (GArray *before, GArray *after)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                          (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < before->len; i++)
    {
      Line *line = &g_array_index (before, Line, i);
      GQueue *queue = g_hash_table_lookup (waiting, &line->hash);

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (waiting, &line->hash, queue);
        }
      g_queue_push_tail (queue, line);
    }
  for (guint i = 0; i < after->len; i++)
    {
      Line *line = &g_array_index (after, Line, i), *same;
      GQueue *queue = g_hash_table_lookup (waiting, &line->hash);

      same = queue ? g_queue_pop_head (queue) : NULL;
      if (same != NULL)
        same->matched = line->matched = TRUE;
    }
}

static void
drop_matched (GArray *lines)
{
  guint kept = 0;

  for (guint i = 0; i < lines->len; i++)
    if (!g_array_index (lines, Line, i).matched)
      g_array_index (lines, Line, kept++) = g_array_index (lines, Line, i);
  g_array_set_size (lines, kept);
}

/* How often each word stands in a sentence. */
static GHashTable *
count_words (const RcpSegmentedText *text, guint index)
{
  const RcpSentence *sentence = &text->sentences[index];
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++)
    {
      gpointer word = (gpointer) text->tokens[i].folded;

      if (text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
        g_hash_table_insert (counts, word, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
    }
  return counts;
}

/* The words in common over all words (Dice), from 0 to 1. */
static double
measure_alike (GHashTable *counts, const Line *line, const RcpSegmentedText *other, const Line *other_line)
{
  g_autoptr (GHashTable) there = count_words (other, other_line->index);
  GHashTableIter iter;
  gpointer word, count;
  guint common = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    common += MIN (GPOINTER_TO_UINT (count), GPOINTER_TO_UINT (g_hash_table_lookup (there, word)));
  return 2.0 * common / (line->n_words + other_line->n_words);
}

/* What a sentence says, as strings of one kind. Words without a calendar value ("soon") date nothing. */
static GPtrArray *
list_dates (const RcpFindings *findings, RcpRange range)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->dates->len; i++)
    {
      const RcpDateExpression *date = findings->dates->pdata[i];

      if (date->value && rcp_range_overlaps (date->range, range))
        g_ptr_array_add (values, g_strdup (rcp_edtf_get_string (date->value)));
    }
  return values;
}

static GPtrArray *
list_actors (const RcpFindings *findings, RcpRange range)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const RcpMention *mention = &g_array_index (findings->mentions, RcpMention, i);

      if (rcp_range_overlaps (mention->range, range) && mention->acting)
        g_ptr_array_add (keys, g_strdup (((RcpFoundActor *) findings->actors->pdata[mention->actor])->key));
    }
  return keys;
}

/* Every number that is no part of a date, whatever it counts. */
static GPtrArray *
list_numbers (const RcpSegmentedText *text, const RcpFindings *findings, const RcpSentence *sentence)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      for (guint j = 0; rcp_range_overlaps (account->range, sentence->range) && j < account->numbers->len; j++)
        {
          const RcpFoundNumber *number = &g_array_index (account->numbers, RcpFoundNumber, j);
          char value[G_ASCII_DTOSTR_BUF_SIZE];

          if (number->counted)
            g_ptr_array_add (numbers, g_strdup (g_ascii_dtostr (value, sizeof value, number->value)));
        }
    }
  if (numbers->len > 0)
    return numbers;
  for (guint i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++)
    {
      const RcpToken *token = &text->tokens[i];
      gboolean in_date = FALSE;

      if (token->kind != RCP_TOKEN_NUMBER)
        continue;
      for (guint j = 0; j < findings->dates->len && !in_date; j++)
        in_date = rcp_range_overlaps (((RcpDateExpression *) findings->dates->pdata[j])->range,
                                      (RcpRange){ token->start, token->end });
      if (!in_date)
        g_ptr_array_add (numbers, g_strdup (token->folded));
    }
  return numbers;
}

static GPtrArray *
list_acts (const RcpFindings *findings, RcpRange range, gboolean attribution)
{
  GPtrArray *acts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      if (!rcp_range_overlaps (account->range, range))
        continue;
      if (!attribution)
        g_ptr_array_add (acts, g_strdup_printf ("%d %d", account->action,
                                                account->status == RCP_STATUS_BACKGROUND ? RCP_STATUS_DONE
                                                                                         : account->status));
      else if (account->attribution)
        g_ptr_array_add (acts, g_strdup (account->attribution));
    }
  return acts;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whether two lists have the same members, how often does not matter. Takes both. */
static gboolean
differ (GPtrArray *a, GPtrArray *b)
{
  guint i = 0, j = 0;
  gboolean same = TRUE;

  g_ptr_array_sort (a, compare_strings);
  g_ptr_array_sort (b, compare_strings);
  while (same && (i < a->len || j < b->len))
    {
      const char *word;

      same = i < a->len && j < b->len && strcmp (a->pdata[i], b->pdata[j]) == 0;
      if (!same)
        break;
      word = a->pdata[i];
      while (i < a->len && strcmp (a->pdata[i], word) == 0)
        i++;
      while (j < b->len && strcmp (b->pdata[j], word) == 0)
        j++;
    }
  g_ptr_array_unref (a);
  g_ptr_array_unref (b);
  return !same;
}

static RcpEditPoints
find_points (const RcpSegmentedText *text_before, const RcpFindings *before, guint i, const RcpSegmentedText *text_after,
             const RcpFindings *after, guint j)
{
  const RcpSentence *a = &text_before->sentences[i], *b = &text_after->sentences[j];
  RcpEditPoints points = 0;

  if (differ (list_dates (before, a->range), list_dates (after, b->range)))
    points |= RCP_EDIT_POINT_DATE;
  if (differ (list_numbers (text_before, before, a), list_numbers (text_after, after, b)))
    points |= RCP_EDIT_POINT_NUMBER;
  if (differ (list_actors (before, a->range), list_actors (after, b->range)))
    points |= RCP_EDIT_POINT_ACTOR;
  if (differ (list_acts (before, a->range, FALSE), list_acts (after, b->range, FALSE)))
    points |= RCP_EDIT_POINT_TELLING;
  if (differ (list_acts (before, a->range, TRUE), list_acts (after, b->range, TRUE)))
    points |= RCP_EDIT_POINT_ATTRIBUTION;
  return points;
}

static gboolean
has_any (GPtrArray *list)
{
  gboolean any = list->len > 0;

  g_ptr_array_unref (list);
  return any;
}

/* What a sentence that stands alone tells; 0 for one that tells nothing ("Our correspondent reports."). */
static RcpEditPoints
list_points (const RcpSegmentedText *text, const RcpFindings *findings, guint index)
{
  const RcpSentence *sentence = &text->sentences[index];
  RcpEditPoints points = 0;

  if (has_any (list_dates (findings, sentence->range)))
    points |= RCP_EDIT_POINT_DATE;
  if (has_any (list_numbers (text, findings, sentence)))
    points |= RCP_EDIT_POINT_NUMBER;
  if (has_any (list_actors (findings, sentence->range)))
    points |= RCP_EDIT_POINT_ACTOR;
  if (has_any (list_acts (findings, sentence->range, FALSE)))
    points |= RCP_EDIT_POINT_TELLING;
  if (has_any (list_acts (findings, sentence->range, TRUE)))
    points |= RCP_EDIT_POINT_ATTRIBUTION;
  return points;
}

static int
compare_edits (gconstpointer x, gconstpointer y)
{
  const RcpFoundEdit *a = x, *b = y;
  guint at_a = a->kind == RCP_EDIT_REMOVED ? a->before.start : a->after.start;
  guint at_b = b->kind == RCP_EDIT_REMOVED ? b->before.start : b->after.start;

  if (at_a != at_b)
    return at_a < at_b ? -1 : 1;
  return (int) a->kind - (int) b->kind;
}

/**
 * rcp_article_edits_find:
 * @text_before: the earlier version
 * @before: what was found in it
 * @text_after: the later version
 * @after: what was found in it, with the same publication date and by the same analysis
 *
 * Finds the edits of substance between two versions of an article. Where more than 400 sentences were rewritten, they are
 * all told as removed and added. What is set aside is no edit.
 *
 * Returns: (transfer full) (element-type RcpFoundEdit): in the order of the text. Any thread.
 */
GArray *
rcp_article_edits_find (const RcpSegmentedText *text_before, const RcpFindings *before,
                        const RcpSegmentedText *text_after, const RcpFindings *after)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (RcpFoundEdit));
  g_autoptr (GArray) old = list_lines (text_before), new = list_lines (text_after);

  match_same (old, new);
  drop_matched (old);
  drop_matched (new);
  for (guint i = 0; i < new->len && old->len <= MAX_CHANGED && new->len <= MAX_CHANGED; i++)
    {
      Line *line = &g_array_index (new, Line, i), *best = NULL;
      g_autoptr (GHashTable) counts = count_words (text_after, line->index);
      double most = LEAST_ALIKE;

      for (guint j = 0; j < old->len; j++)
        {
          Line *other = &g_array_index (old, Line, j);
          double alike = other->matched ? 0 : measure_alike (counts, line, text_before, other);

          if (alike > most)
            {
              most = alike;
              best = other;
            }
        }
      if (best != NULL)
        {
          RcpFoundEdit edit = { RCP_EDIT_CHANGED };

          best->matched = line->matched = TRUE;
          edit.points = find_points (text_before, before, best->index, text_after, after, line->index);
          edit.before = text_before->sentences[best->index].range;
          edit.after = text_after->sentences[line->index].range;
          if (edit.points != 0)
            g_array_append_val (edits, edit);
        }
    }
  for (guint i = 0; i < old->len; i++)
    {
      const Line *line = &g_array_index (old, Line, i);
      RcpFoundEdit edit = { RCP_EDIT_REMOVED };

      if (line->matched)
        continue;
      edit.points = list_points (text_before, before, line->index);
      edit.before = text_before->sentences[line->index].range;
      if (edit.points != 0)
        g_array_append_val (edits, edit);
    }
  for (guint i = 0; i < new->len; i++)
    {
      const Line *line = &g_array_index (new, Line, i);
      RcpFoundEdit edit = { RCP_EDIT_ADDED };

      if (line->matched)
        continue;
      edit.points = list_points (text_after, after, line->index);
      edit.after = text_after->sentences[line->index].range;
      if (edit.points != 0)
        g_array_append_val (edits, edit);
    }
  g_array_sort (edits, compare_edits);
  return edits;
}
