#include "config.h"

#include "rcp-name-features.h"

#include <string.h>

#include "rcp-name-atoms-private.h"

/* How far from a word with a capital a token can be and still belong to a name: "ministère de l’Intérieur" begins three
 * tokens before its capital, "Assemblée nationale populaire" ends two after it. The rest of a text is outside of names
 * without being looked at. */
#define REACH_BEFORE 3
#define REACH_AFTER 4

RcpNameFeatures *
rcp_name_features_new (void)
{
  return g_new0 (RcpNameFeatures, 1);
}

void
rcp_name_features_free (RcpNameFeatures *self)
{
  g_free (self->atoms);
  g_free (self->others);
  g_free (self);
}

/* Raises @flags on the tokens near a seed, within each sentence. */
static void
mark_active (RcpNameFeatures *self)
{
  const RcpSegmentedText *text = self->text;

  for (guint s = 0; s < text->n_sentences; s++)
    {
      guint first = text->sentences[s].first_token, end = first + text->sentences[s].n_tokens;
      guint active_end = first;

      if (text->sentences[s].is_set_aside)
        continue;
      for (guint i = first; i < end; i++)
        {
          if (!(self->atoms[i].flags & RCP_NAME_ATOM_SEED))
            continue;
          for (guint k = MAX (active_end, i < first + REACH_BEFORE ? first : i - REACH_BEFORE);
               k < MIN (end, i + REACH_AFTER + 1); k++)
            self->atoms[k].flags |= RCP_NAME_ATOM_ACTIVE;
          active_end = MIN (end, i + REACH_AFTER + 1);
        }
    }
}

/**
 * rcp_name_features_read:
 * @model: what is known of words
 * @text: the text; both must outlive the use of @self for it
 *
 * Reads a text once; its features can then be asked for, token by token.
 */
void
rcp_name_features_read (RcpNameFeatures *self, const RcpNameModel *model, const RcpSegmentedText *text)
{
  self->text = text;
  self->model = model;
  if (self->atoms == NULL || self->n_allocated < text->n_tokens)
    {
      g_free (self->atoms);
      self->n_allocated = text->n_tokens + text->n_tokens / 2 + 16;
      self->atoms = g_new (RcpNameAtom, self->n_allocated);
    }
  rcp_name_atoms_read (self);
  mark_active (self);
  rcp_name_atoms_match_phrases (self);
  rcp_name_others_read (self);
}

/**
 * rcp_name_features_next_run:
 * @from: where to look from
 * @first: (out): the first token of the next stretch of a sentence that can hold a name
 * @end: (out): one past its last token
 *
 * Returns: FALSE where no such stretch is left.
 */
gboolean
rcp_name_features_next_run (const RcpNameFeatures *self, guint from, guint *first, guint *end)
{
  guint n = self->text->n_tokens, i = from;

  while (i < n && !(self->atoms[i].flags & RCP_NAME_ATOM_ACTIVE))
    i++;
  if (i == n)
    return FALSE;
  *first = i;
  for (i++; i < n && (self->atoms[i].flags & RCP_NAME_ATOM_ACTIVE)
            && self->text->tokens[i].sentence == self->text->tokens[*first].sentence;)
    i++;
  *end = i;
  return TRUE;
}

/** rcp_name_features_get_link: how the token at @at is joined to the one before it, less than RCP_NAME_N_LINKS. */
guint
rcp_name_features_get_link (const RcpNameFeatures *self, guint at)
{
  return self->atoms[at].link;
}

/** rcp_name_features_get_word: the hash of the folded word at @at. */
guint32
rcp_name_features_get_word (const RcpNameFeatures *self, guint at)
{
  return self->atoms[at].word;
}

/** rcp_name_features_get_run: how many tokens the run of capitals that begins at @at has; 0 where none begins. */
guint
rcp_name_features_get_run (const RcpNameFeatures *self, guint at)
{
  return self->atoms[at].run_at == 0 ? self->atoms[at].run_length : 0;
}

/**
 * rcp_name_features_get_head:
 * @at: where a run of capitals begins
 * @streets: whether the nouns of streets count too
 *
 * Returns: the index of the small noun with which the name of a water, a height, an island or a street begins ("lac Tchad",
 *   "rue de la Gare"), where one stands before the run; else @at.
 */
guint
rcp_name_features_get_head (const RcpNameFeatures *self, guint at, gboolean streets)
{
  guint32 wanted = 1u << RCP_NAME_WORD_NATURE | (streets ? 1u << RCP_NAME_WORD_STREET : 0);
  guint head = at;

  if (self->atoms[at].head_part == 0 || !(self->atoms[at].head & wanted))
    return at;
  while (self->atoms[head].head_part != 1)
    head--;
  return head;
}

/** rcp_name_features_is_small: whether the text also writes the word at @at small. */
gboolean
rcp_name_features_is_small (const RcpNameFeatures *self, guint at)
{
  return (self->atoms[at].elsewhere & 1u << RCP_NAME_ELSEWHERE_SMALL) != 0;
}

/** rcp_name_features_is_body: whether the word at @at is one with which names of organisations begin ("ministère", "armée"). */
gboolean
rcp_name_features_is_body (const RcpNameFeatures *self, guint at)
{
  return (self->atoms[at].classes & (1u << RCP_NAME_WORD_ORG_HEAD | 1u << RCP_NAME_WORD_SMALL_HEAD)) != 0;
}

/* The templates, in the order of the calls below; the numbers go into the hashes and so into the model. */
typedef struct
{
  guint32 *to;
  guint32 template;
} Out;

static inline void
put (Out *out, guint32 value)
{
  *out->to++ = rcp_name_mix (out->template++ * 0x27D4EB2Fu + 0x165667B1u, value) | 1;
}

static inline void
put_two (Out *out, guint32 a, guint32 b)
{
  put (out, rcp_name_mix (a + 0x1000193u, b));
}

static inline void
put_three (Out *out, guint32 a, guint32 b, guint32 c)
{
  put (out, rcp_name_mix (rcp_name_mix (a + 0x1000193u, b), c));
}

/* One feature for each bit of @bits, told apart by @beside. */
static inline void
put_bits (Out *out, guint32 bits, guint32 beside)
{
  guint32 template = out->template++ * 0x27D4EB2Fu + 0x165667B1u;

  for (; bits != 0; bits &= bits - 1)
    *out->to++ = rcp_name_mix (template, (guint32)__builtin_ctz (bits) + (beside << 5)) | 1;
}

/* Prefixes and suffixes of one to five characters of the folded word, which is nearly always ASCII. */
static void
put_affixes (Out *out, const char *word, guint beside)
{
  gsize length = strlen (word);
  guint32 h = 0x811C9DC5u;

  for (gsize n = 1; n <= 5; n++)
    {
      if (n <= length)
        h = (h ^ (guint8)word[n - 1]) * 0x01000193u;
      if (n >= 2 && n < length)
        put_two (out, h, beside);
      else
        out->template++;
    }
  h = 0x811C9DC5u;
  for (gsize n = 1; n <= 5; n++)
    {
      if (n <= length)
        h = (h ^ (guint8)word[length - n]) * 0x01000193u;
      if (n < length)
        put_two (out, h, beside);
      else
        out->template++;
    }
}

/* The tokens around the one asked about; beyond the sentence stands a mark. */
static const RcpNameAtom beyond = { .word = 0x5BD1E995u, .shape = RCP_NAME_SHAPE_BEYOND };

/**
 * rcp_name_features_list:
 * @at: index of a token inside a stretch of rcp_name_features_next_run()
 * @features: (out caller-allocates): room for %RCP_NAME_MAX_FEATURES hashes, none of which is 0
 *
 * Returns: how many features the token has.
 */
guint
rcp_name_features_list (const RcpNameFeatures *self, guint at, guint32 *features)
{
  const RcpToken *token = &self->text->tokens[at];
  const RcpSentence *sentence = &self->text->sentences[token->sentence];
  guint first = sentence->first_token, end = first + sentence->n_tokens;
  const RcpNameAtom *a = &self->atoms[at];
  const RcpNameAtom *b1 = at >= first + 1 ? a - 1 : &beyond, *b2 = at >= first + 2 ? a - 2 : &beyond;
  const RcpNameAtom *b3 = at >= first + 3 ? a - 3 : &beyond;
  const RcpNameAtom *n1 = at + 1 < end ? a + 1 : &beyond, *n2 = at + 2 < end ? a + 2 : &beyond;
  const RcpNameAtom *n3 = at + 3 < end ? a + 3 : &beyond;
  Out out = { features, 1 };

  /* words */
  put (&out, 0);
  put (&out, a->word);
  put (&out, b1->word);
  put (&out, n1->word);
  put (&out, b2->word);
  put (&out, n2->word);
  put_two (&out, b1->word, a->word);
  put_two (&out, a->word, n1->word);
  put_two (&out, b1->word, n1->word);
  put_two (&out, b2->word, b1->word);
  put_two (&out, n1->word, n2->word);
  put_two (&out, a->word, a->shape);
  put_two (&out, b1->word, a->shape);
  put_two (&out, n1->word, a->shape);

  /* shapes */
  put (&out, a->shape);
  put_two (&out, b1->shape, a->shape);
  put_two (&out, a->shape, n1->shape);
  put_three (&out, b1->shape, a->shape, n1->shape);
  put_three (&out, b2->shape, b1->shape, a->shape);
  put_three (&out, a->shape, n1->shape, n2->shape);
  put_two (&out, rcp_name_mix (b2->shape, b1->shape), rcp_name_mix (a->shape, rcp_name_mix (n1->shape, n2->shape)));
  if (token->kind != RCP_TOKEN_PUNCTUATION && token->kind != RCP_TOKEN_NUMBER)
    put_affixes (&out, token->folded, a->shape <= RCP_NAME_SHAPE_LOWER);
  out.template = 40;

  /* words in like company */
  if (a->cluster)
    put_two (&out, a->cluster, a->shape);
  out.template = 41;
  put (&out, b1->cluster);
  put (&out, n1->cluster);
  put (&out, b2->cluster);
  put (&out, n2->cluster);
  put_two (&out, b1->cluster, a->cluster);
  put_two (&out, a->cluster, n1->cluster);
  put_three (&out, a->family, a->shape, b1->family);
  put_three (&out, a->family, a->shape, n1->family);
  put_three (&out, b1->family, a->family, n1->family);
  put_two (&out, a->family, a->shape);

  /* what is known */
  put_bits (&out, a->classes, a->shape);
  put_bits (&out, a->begins, a->shape);
  put_bits (&out, a->inside, a->shape);
  put_bits (&out, b1->classes, a->shape);
  put_bits (&out, n1->classes, a->shape);
  put_two (&out, a->classes, rcp_name_mix (a->begins, a->inside));
  put_three (&out, a->classes, n1->classes, a->shape);
  put_three (&out, b1->classes, a->classes, a->shape);
  put_two (&out, b1->word, rcp_name_mix (a->classes, a->begins));
  put_bits (&out, b2->classes, 0);
  put_bits (&out, n2->classes, 0);
  put_bits (&out, b1->inside | b1->begins, 0);
  put_bits (&out, n1->inside | n1->begins, 0);

  /* the run of capitals it stands in */
  if (a->run_length > 0)
    {
      const RcpNameAtom *left = a - a->run_at >= self->atoms + first + 1 ? a - a->run_at - 1 : &beyond;
      const RcpNameAtom *left2 = left != &beyond && left > self->atoms + first ? left - 1 : &beyond;
      const RcpNameAtom *right = a + (a->run_length - a->run_at);
      guint place = (a->run_at == 0) | (a->run_at + 1 == a->run_length) << 1 | MIN (a->run_length, 4) << 2;

      if (right >= self->atoms + end)
        right = &beyond;
      put (&out, place);
      put_two (&out, left->word, place);
      put_two (&out, right->word, place);
      put_two (&out, left2->word, left->word);
      put_two (&out, left->word, right->word);
      put_bits (&out, (a - a->run_at)->classes, place);
      put_bits (&out, (a - a->run_at + a->run_length - 1)->classes, place);
      put_two (&out, left->cluster, place);
      put_two (&out, right->cluster, place);
      put_bits (&out, left->classes, place);
      put_two (&out, (a - a->run_at + a->run_length - 1)->word, a->run_at);
      put_two (&out, (a - a->run_at)->word, a->run_at);
    }
  out.template = 80;

  /* the same word elsewhere in the text */
  put_two (&out, a->elsewhere, a->shape);
  put_bits (&out, a->elsewhere, a->shape);
  put_bits (&out, b1->elsewhere, 0);
  put_bits (&out, n1->elsewhere, 0);

  put_two (&out, sentence->is_heading, a->shape);
  put_two (&out, (token->flags & RCP_TOKEN_IN_QUOTES) != 0, a->shape);
  put_two (&out, b3->word, a->shape);
  put_two (&out, n3->word, a->shape);
  out.template = 88;
  if (a->head_part != 0)
    {
      put_bits (&out, a->head, a->head_part);
      put_two (&out, a->head_word, a->head_part);
      put_three (&out, a->head, a->head_part, a->shape);
      put_three (&out, a->head, a->head_part, b1->word);
      put_three (&out, a->head, a->classes | a->begins | a->inside, a->head_part);
    }
  return (guint)(out.to - features);
}
