#include "config.h"

#include <string.h>

#include "rcp-name-atoms-private.h"

/* A sentence of at least so many words in capitals, and none that is not, is shouted. */
#define SHOUTED_MIN_WORDS 3

static gboolean
has_inner_capital (const char *bytes, gsize n_bytes)
{
  for (gsize i = 1; i < n_bytes; i++)
    if (g_ascii_isupper (bytes[i]))
      return TRUE;
  return FALSE;
}

static RcpNameShape
shape_of_mark (const RcpToken *token, const char *bytes)
{
  switch (token->folded[0])
    {
    case '.':
      return RCP_NAME_SHAPE_STOP;
    case ',':
      return RCP_NAME_SHAPE_COMMA;
    case '-':
      return token->flags & RCP_TOKEN_GLUED ? RCP_NAME_SHAPE_HYPHEN : RCP_NAME_SHAPE_DASH;
    case '\'':
      return RCP_NAME_SHAPE_APOSTROPHE;
    case '(':
    case '[':
      return RCP_NAME_SHAPE_OPENS;
    case ')':
    case ']':
      return RCP_NAME_SHAPE_CLOSES;
    case '"':
      return RCP_NAME_SHAPE_QUOTE;
    case ':':
    case ';':
      return RCP_NAME_SHAPE_COLON;
    case '/':
      return RCP_NAME_SHAPE_SLASH;
    case '&':
      return RCP_NAME_SHAPE_AND;
    default:
      break;
    }
  if (strcmp (token->folded, "«") == 0 || strcmp (token->folded, "»") == 0 || strcmp (token->folded, "“") == 0
      || strcmp (token->folded, "”") == 0)
    return RCP_NAME_SHAPE_QUOTE;
  if (strcmp (token->folded, "–") == 0 || strcmp (token->folded, "—") == 0)
    return RCP_NAME_SHAPE_DASH;
  return RCP_NAME_SHAPE_MARK;
}

static RcpNameShape
shape_of_word (const RcpToken *token, const char *bytes, gsize folded_length)
{
  gboolean capital = (token->flags & RCP_TOKEN_CAPITALISED) != 0;
  gboolean elided = folded_length > 1 && token->folded[folded_length - 1] == '\'';
  guint n_characters = token->end - token->start;

  if (token->kind == RCP_TOKEN_MIXED)
    return capital                                              ? RCP_NAME_SHAPE_CAPITAL_MIXED
           : g_ascii_isdigit (bytes[0])                         ? RCP_NAME_SHAPE_DIGIT_MIXED
           : has_inner_capital (bytes, token->length_bytes)     ? RCP_NAME_SHAPE_INNER
                                                                : RCP_NAME_SHAPE_SMALL_MIXED;
  if (!capital)
    return elided                                           ? RCP_NAME_SHAPE_ELIDED
           : has_inner_capital (bytes, token->length_bytes) ? RCP_NAME_SHAPE_INNER
                                                            : RCP_NAME_SHAPE_LOWER;
  if (elided)
    return RCP_NAME_SHAPE_ELIDED_CAPITAL;
  if (n_characters == 1)
    return RCP_NAME_SHAPE_INITIAL;
  if (token->flags & RCP_TOKEN_ALL_CAPITALS)
    return n_characters <= 5 ? RCP_NAME_SHAPE_ACRONYM : RCP_NAME_SHAPE_SHOUT;
  return has_inner_capital (bytes, token->length_bytes) ? RCP_NAME_SHAPE_INNER : RCP_NAME_SHAPE_CAPITAL;
}

static gboolean
is_shouted (const RcpSegmentedText *text, const RcpSentence *sentence)
{
  guint n_shouted = 0;

  for (guint i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++)
    {
      const RcpToken *token = &text->tokens[i];

      if (token->kind != RCP_TOKEN_WORD || token->end - token->start < 2)
        continue;
      if (!(token->flags & RCP_TOKEN_ALL_CAPITALS) && !(token->flags & RCP_TOKEN_CAPITALISED
                                                        && token->end - token->start == 2))
        return FALSE;
      n_shouted++;
    }
  return n_shouted >= SHOUTED_MIN_WORDS;
}

/* How a token is joined to what stands before it: the choice of weights for pairs of labels. */
static guint
link_of (const RcpNameAtom *atom, const RcpToken *token)
{
  guint shape = atom->shape & 31;

  if (atom->shape & RCP_NAME_SHAPE_SHOUTED && shape > RCP_NAME_SHAPE_LOWER)
    return 22;
  if (atom->classes & (1u << RCP_NAME_WORD_PARTICLE) && shape <= RCP_NAME_SHAPE_LOWER)
    return shape == RCP_NAME_SHAPE_ELIDED ? 18 : 19;
  switch (shape)
    {
    case RCP_NAME_SHAPE_LOWER:
      return token->end - token->start <= 3 ? 20 : 0;
    case RCP_NAME_SHAPE_ELIDED:
      return 21;
    case RCP_NAME_SHAPE_CAPITAL:
      return atom->shape & RCP_NAME_SHAPE_FIRST ? 1 : 2;
    case RCP_NAME_SHAPE_INITIAL:
      return 3;
    case RCP_NAME_SHAPE_ACRONYM:
    case RCP_NAME_SHAPE_SHOUT:
      return 4;
    case RCP_NAME_SHAPE_INNER:
    case RCP_NAME_SHAPE_CAPITAL_MIXED:
    case RCP_NAME_SHAPE_SMALL_MIXED:
      return 5;
    case RCP_NAME_SHAPE_ELIDED_CAPITAL:
      return 6;
    case RCP_NAME_SHAPE_DIGITS:
    case RCP_NAME_SHAPE_YEAR:
    case RCP_NAME_SHAPE_NUMBER:
    case RCP_NAME_SHAPE_DIGIT_MIXED:
      return 7;
    case RCP_NAME_SHAPE_STOP:
      return 8;
    case RCP_NAME_SHAPE_COMMA:
      return 9;
    case RCP_NAME_SHAPE_HYPHEN:
      return 10;
    case RCP_NAME_SHAPE_DASH:
      return 11;
    case RCP_NAME_SHAPE_APOSTROPHE:
      return 12;
    case RCP_NAME_SHAPE_OPENS:
      return 13;
    case RCP_NAME_SHAPE_CLOSES:
      return 14;
    case RCP_NAME_SHAPE_QUOTE:
      return 15;
    case RCP_NAME_SHAPE_COLON:
    case RCP_NAME_SHAPE_SLASH:
      return 16;
    default:
      return 17;
    }
}

/* "City" and "Central" are also such words, but begin names. */
#define PARTS_OF_NAMES                                                                                                 \
  (1u << RCP_NAME_WORD_ORG_HEAD | 1u << RCP_NAME_WORD_ORG_TAIL | 1u << RCP_NAME_WORD_PLACE_HEAD                        \
   | 1u << RCP_NAME_WORD_PLACE_TAIL)

static void
read_word (RcpNameFeatures *self, RcpNameAtom *atom, const RcpToken *token, const char *bytes)
{
  gsize length = strlen (token->folded);
  const RcpNameWordSlot *known;

  atom->word = rcp_name_hash_word (token->folded, length);
  if (token->kind == RCP_TOKEN_PUNCTUATION)
    {
      atom->shape = shape_of_mark (token, bytes);
      return;
    }
  if (token->kind == RCP_TOKEN_NUMBER)
    {
      guint n = token->end - token->start;

      atom->shape = n <= 2 ? RCP_NAME_SHAPE_DIGITS : n == 4 ? RCP_NAME_SHAPE_YEAR : RCP_NAME_SHAPE_NUMBER;
      atom->word = rcp_name_mix (MIN (n, 7), 0xA511E9B3u);
      return;
    }
  atom->shape = shape_of_word (token, bytes, length);
  known = rcp_name_model_find_word (self->model, rcp_name_hash_word (token->folded, length));
  if (known != NULL)
    {
      atom->classes = known->classes;
      atom->cluster = known->cluster;
      atom->family = known->family;
      atom->goes_on = known->goes_on;
    }
  /* "Near Menthe": a preposition that only the sentence makes big is a small word. */
  if (atom->shape == RCP_NAME_SHAPE_CAPITAL && token->flags & RCP_TOKEN_SENTENCE_START
      && atom->classes & (1u << RCP_NAME_WORD_LOCATIVE) && !(atom->classes & PARTS_OF_NAMES))
    atom->shape = RCP_NAME_SHAPE_LOWER;
  if (atom->shape > RCP_NAME_SHAPE_LOWER)
    {
      atom->flags = RCP_NAME_ATOM_SEED | RCP_NAME_ATOM_CAPITAL;
      if (token->flags & RCP_TOKEN_SENTENCE_START)
        atom->shape |= RCP_NAME_SHAPE_FIRST;
    }
  else if (atom->classes & (1u << RCP_NAME_WORD_ORG_HEAD | 1u << RCP_NAME_WORD_SMALL_HEAD)
           || atom->shape == RCP_NAME_SHAPE_DIGIT_MIXED || atom->shape == RCP_NAME_SHAPE_SMALL_MIXED)
    atom->flags = RCP_NAME_ATOM_SEED;
}

#define HEAD_CLASSES                                                                                                   \
  (1u << RCP_NAME_WORD_STREET | 1u << RCP_NAME_WORD_NATURE | 1u << RCP_NAME_WORD_PLACE_HEAD                            \
   | 1u << RCP_NAME_WORD_ORG_HEAD)

/* Between a head and the capitals stand articles and prepositions, so many at most: "rue de la Gare". */
#define MAX_JOINS 3

static gboolean
is_join (const char *folded)
{
  static const char *const joins[] = { "de", "du", "des", "la", "le", "les", "of", "the" };

  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    if (strcmp (folded, joins[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Marks small words that head a name, what joins them to it, and the run of capitals from @run on. */
static void
find_head (RcpNameFeatures *self, guint first, guint run)
{
  RcpNameAtom *atoms = self->atoms;
  guint at = run, n_joins = 0;

  while (at > first && n_joins < MAX_JOINS && !(atoms[at - 1].classes & HEAD_CLASSES)
         && (atoms[at - 1].shape == RCP_NAME_SHAPE_ELIDED
             || (atoms[at - 1].shape == RCP_NAME_SHAPE_LOWER && is_join (self->text->tokens[at - 1].folded))))
    {
      at--;
      n_joins++;
    }
  if (at == first || atoms[at - 1].shape != RCP_NAME_SHAPE_LOWER || !(atoms[at - 1].classes & HEAD_CLASSES))
    return;
  for (guint i = at - 1; i < run + atoms[run].run_length; i++)
    {
      atoms[i].head = atoms[at - 1].classes & HEAD_CLASSES;
      atoms[i].head_word = atoms[at - 1].word;
      atoms[i].head_part = i < at ? 1 : i < run ? 2 : 3;
    }
}

/* Runs of words with a capital, joined by hyphens, full stops of initials and apostrophes. */
static void
find_runs (RcpNameFeatures *self, guint first, guint end)
{
  RcpNameAtom *atoms = self->atoms;

  for (guint i = first; i < end; i++)
    {
      guint last = i, k;

      if (!(atoms[i].flags & RCP_NAME_ATOM_CAPITAL))
        continue;
      for (k = i + 1; k < end && k < i + 200; k++)
        {
          if (atoms[k].flags & RCP_NAME_ATOM_CAPITAL)
            {
              last = k;
              continue;
            }
          if (k != last + 1
              || !(atoms[k].shape == RCP_NAME_SHAPE_HYPHEN || atoms[k].shape == RCP_NAME_SHAPE_APOSTROPHE
                   || (atoms[k].shape == RCP_NAME_SHAPE_STOP && (atoms[last].shape & 31) == RCP_NAME_SHAPE_INITIAL)))
            break;
        }
      for (k = i; k <= last; k++)
        {
          atoms[k].run_at = (guint8)(k - i);
          atoms[k].run_length = (guint8)(last + 1 - i);
        }
      find_head (self, first, i);
      i = last;
    }
}

/* Reads every token by itself, then what it forms with its neighbours. */
void
rcp_name_atoms_read (RcpNameFeatures *self)
{
  const RcpSegmentedText *text = self->text;

  memset (self->atoms, 0, sizeof (RcpNameAtom) * text->n_tokens);
  for (guint s = 0; s < text->n_sentences; s++)
    {
      const RcpSentence *sentence = &text->sentences[s];
      guint first = sentence->first_token, end = first + sentence->n_tokens;
      gboolean shouted;

      if (sentence->is_set_aside)
        continue;
      shouted = is_shouted (text, sentence);
      for (guint i = first; i < end; i++)
        {
          RcpNameAtom *atom = &self->atoms[i];

          read_word (self, atom, &text->tokens[i], text->text + text->tokens[i].offset_bytes);
          if (shouted && atom->flags & RCP_NAME_ATOM_CAPITAL)
            atom->shape |= RCP_NAME_SHAPE_SHOUTED;
          atom->link = (guint8)link_of (atom, &text->tokens[i]);
        }
      find_runs (self, first, end);
    }
}

/* The phrase of @node with the words of one folded token after it; an apostrophe parts words ("d'ivoire"). 0 where an
 * apostrophe alone is left. */
static guint32
add_to_phrase (guint32 phrase, const char *folded)
{
  while (*folded)
    {
      gsize length = strcspn (folded, "'");

      if (length > 0)
        {
          guint32 word = rcp_name_hash_word (folded, length);

          phrase = phrase ? rcp_name_mix (phrase, word) : word;
        }
      folded += length + (folded[length] == '\'');
    }
  return phrase;
}

/* Finds, from each word that begins a longer phrase, the longest phrase known. */
void
rcp_name_atoms_match_phrases (RcpNameFeatures *self)
{
  const RcpSegmentedText *text = self->text;

  for (guint i = 0; i < text->n_tokens; i++)
    {
      guint end, best = i;
      guint32 phrase, classes = 0;

      if (!self->atoms[i].goes_on || !(self->atoms[i].flags & RCP_NAME_ATOM_ACTIVE))
        continue;
      end = text->sentences[text->tokens[i].sentence].first_token + text->sentences[text->tokens[i].sentence].n_tokens;
      phrase = add_to_phrase (0, text->tokens[i].folded);
      for (guint k = i + 1; k < end; k++)
        {
          const RcpNameWordSlot *known;

          if (text->tokens[k].kind == RCP_TOKEN_PUNCTUATION)
            {
              if (!(text->tokens[k].flags & RCP_TOKEN_GLUED) || strchr ("-'./", text->tokens[k].folded[0]) == NULL)
                break;
              continue;
            }
          phrase = add_to_phrase (phrase, text->tokens[k].folded);
          known = rcp_name_model_find_word (self->model, phrase);
          if (known == NULL)
            break;
          if (known->classes != 0)
            {
              best = k;
              classes = known->classes;
            }
          if (!known->goes_on)
            break;
        }
      if (classes == 0)
        continue;
      self->atoms[i].begins |= classes;
      for (guint k = i + 1; k <= best; k++)
        self->atoms[k].inside |= classes;
    }
}
