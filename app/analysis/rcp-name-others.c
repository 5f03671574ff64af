#include "config.h"

#include <string.h>

#include "rcp-name-atoms-private.h"

#define BIT(name) (1u << RCP_NAME_ELSEWHERE_##name)
#define CLASS(name) (1u << RCP_NAME_WORD_##name)

/* The entry of a word, or the free place where it belongs. */
static inline RcpNameOther *
place_of (const RcpNameFeatures *self, guint32 word)
{
  guint32 at = rcp_name_slot_of (word, self->n_others);

  while (self->others[at].word != 0 && self->others[at].word != word)
    at = (at + 1) & (self->n_others - 1);
  return &self->others[at];
}

static void
clear (RcpNameFeatures *self)
{
  guint n_big = 0;

  for (guint i = 0; i < self->text->n_tokens; i++)
    n_big += (self->atoms[i].flags & RCP_NAME_ATOM_CAPITAL) != 0;
  self->n_others = 64;
  while (self->n_others < n_big * 2)
    self->n_others *= 2;
  if (self->n_others > self->others_allocated)
    {
      g_free (self->others);
      self->others = g_new (RcpNameOther, self->n_others);
      self->others_allocated = self->n_others;
    }
  memset (self->others, 0, sizeof (RcpNameOther) * self->n_others);
}

/* What the run of capitals that begins at @i says of its words. */
static guint
read_run (const RcpNameFeatures *self, guint i, guint first)
{
  const RcpNameAtom *atoms = &self->atoms[i];
  guint length = atoms->run_length, bits = 0;

  for (guint back = 1; back <= 2 && i >= first + back; back++)
    {
      const RcpNameAtom *before = atoms - back;

      if (before->flags & RCP_NAME_ATOM_CAPITAL)
        break;
      if (before->classes & (CLASS (OFFICE) | CLASS (COURTESY)))
        bits |= BIT (TITLED);
      if (back == 1 && before->classes & CLASS (LOCATIVE))
        bits |= BIT (LOCATED);
    }
  if (length > 1 && atoms->classes & (CLASS (OFFICE) | CLASS (COURTESY)))
    bits |= BIT (TITLED);
  if (length > 1 && atoms->classes & CLASS (FIRST_NAME))
    bits |= BIT (FIRST_NAMED);
  if (length > 1 && (atoms->classes & CLASS (ORG_HEAD) || atoms[length - 1].classes & CLASS (ORG_TAIL)))
    bits |= BIT (HEADED);
  return bits;
}

static guint
phrase_bits (const RcpNameAtom *atom)
{
  guint32 known = atom->begins | atom->inside;
  guint bits = 0;

  if (known & (CLASS (STATE) | CLASS (SEAT) | CLASS (CITY) | CLASS (REGION) | CLASS (TOWN)))
    bits |= BIT (PHRASE_PLACE);
  if (known & (CLASS (ORGANISATION) | CLASS (PARTY) | CLASS (COMPANY) | CLASS (MEDIUM) | CLASS (CLUB)))
    bits |= BIT (PHRASE_ORGANISATION);
  return bits;
}

/* Gathers how each word with a capital stands in the whole text, and gives it to all its occurrences. */
void
rcp_name_others_read (RcpNameFeatures *self)
{
  const RcpSegmentedText *text = self->text;
  guint run_bits = 0;

  clear (self);
  for (guint i = 0; i < text->n_tokens; i++)
    {
      RcpNameAtom *atom = &self->atoms[i];
      RcpNameOther *other;

      if (!(atom->flags & RCP_NAME_ATOM_CAPITAL))
        continue;
      if (atom->run_at == 0)
        run_bits = read_run (self, i, text->sentences[text->tokens[i].sentence].first_token);
      other = place_of (self, atom->word);
      other->word = atom->word;
      if (other->n_big < G_MAXUINT16)
        other->n_big++;
      other->bits |= run_bits | phrase_bits (atom);
      if (!(atom->shape & RCP_NAME_SHAPE_FIRST))
        other->bits |= BIT (INSIDE);
      if (atom->run_length > 1 && atom->run_at == 0)
        other->bits |= BIT (BEGINS);
      if (atom->run_length > 1 && atom->run_at + 1 == atom->run_length)
        other->bits |= BIT (ENDS);
    }
  for (guint i = 0; i < text->n_tokens; i++)
    if (!(self->atoms[i].flags & RCP_NAME_ATOM_CAPITAL) && self->atoms[i].shape == RCP_NAME_SHAPE_LOWER)
      {
        RcpNameOther *other = place_of (self, self->atoms[i].word);

        if (other->word != 0)
          other->bits |= BIT (SMALL);
      }
  for (guint i = 0; i < text->n_tokens; i++)
    if (self->atoms[i].flags & RCP_NAME_ATOM_CAPITAL)
      {
        const RcpNameOther *other = place_of (self, self->atoms[i].word);

        self->atoms[i].elsewhere = other->bits | (other->n_big >= 2 ? BIT (TWICE) : 0)
                                   | (other->n_big >= 5 ? BIT (OFTEN) : 0);
      }
}
