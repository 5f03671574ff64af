#include "config.h"

#include "rcp-name-agreement-private.h"

#include <string.h>

#include "rcp-name-model-private.h"

/* What one occurrence can say for or against a type, in nats: one that is sure must not silence three that are not. */
#define MOST_SAID 4.0f
/* What a full name says for its surname alone, in nats. */
#define SURNAME_SAYS 2.0f
/* An occurrence that was not found is a name where those that were found speak for it by so much in all, in nats. */
#define FOUND_ELSEWHERE 6.0f

/* The same words, wherever they stand in the text. */
typedef struct
{
  guint32 key; /* 0 for a free place */
  float said[RCP_NAME_N_TYPES];
  float certainty; /* how much the occurrences are names at all */
} Group;

struct _RcpNameAgreement
{
  GArray *guesses; /* of RcpNameGuess; owned */
  Group *groups;   /* open addressing; owned */
  guint n_groups;
  guint room;
};

RcpNameAgreement *
rcp_name_agreement_new (void)
{
  RcpNameAgreement *self = g_new0 (RcpNameAgreement, 1);

  self->guesses = g_array_new (FALSE, FALSE, sizeof (RcpNameGuess));
  return self;
}

void
rcp_name_agreement_free (RcpNameAgreement *self)
{
  g_clear_pointer (&self->guesses, g_array_unref);
  g_free (self->groups);
  g_free (self);
}

/* Forgets the text before. */
void
rcp_name_agreement_begin (RcpNameAgreement *self)
{
  g_array_set_size (self->guesses, 0);
}

static guint32
key_of (const RcpNameFeatures *features, guint first, guint end)
{
  guint32 key = 0x9747B28Cu;

  for (guint i = first; i < end; i++)
    key = rcp_name_mix (key, rcp_name_features_get_word (features, i));
  return key | 1;
}

/* Names are added in the order of the text. */
void
rcp_name_agreement_add (RcpNameAgreement *self, const RcpNameFeatures *features, const RcpNameGuess *guess)
{
  RcpNameGuess own = *guess;

  own.key = key_of (features, guess->name.first, guess->name.end);
  g_array_append_val (self->guesses, own);
}

static Group *
place_of (const RcpNameAgreement *self, guint32 key)
{
  guint32 at = rcp_name_slot_of (key, self->n_groups);

  while (self->groups[at].key != 0 && self->groups[at].key != key)
    at = at + 1 == self->n_groups ? 0 : at + 1;
  return &self->groups[at];
}

static void
clear_groups (RcpNameAgreement *self)
{
  /* Each name has a group, and a full name one for its surname. */
  self->n_groups = self->guesses->len * 4 + 16;
  if (self->n_groups > self->room)
    {
      g_free (self->groups);
      self->room = self->n_groups * 2;
      self->groups = g_new (Group, self->room);
    }
  memset (self->groups, 0, sizeof (Group) * self->n_groups);
}

/* What a guess says for a type against the best of the others, within bounds. */
static float
said_for (const RcpNameGuess *guess, guint type)
{
  float best = -G_MAXFLOAT;

  for (guint t = 0; t < RCP_NAME_N_TYPES; t++)
    if (t != type)
      best = MAX (best, guess->scores[t]);
  return CLAMP (guess->scores[type] - best, -MOST_SAID, MOST_SAID);
}

static void
gather (RcpNameAgreement *self, const RcpNameFeatures *features)
{
  for (guint i = 0; i < self->guesses->len; i++)
    {
      const RcpNameGuess *guess = &g_array_index (self->guesses, RcpNameGuess, i);
      Group *group = place_of (self, guess->key);

      group->key = guess->key;
      for (guint t = 0; t < RCP_NAME_N_TYPES; t++)
        group->said[t] += said_for (guess, t);
      group->certainty
          += CLAMP (guess->scores[guess->name.type] - guess->scores[RCP_NAME_N_TYPES], -MOST_SAID, MOST_SAID);
      if (guess->name.type == RCP_NAME_PERSON && guess->name.end - guess->name.first > 1)
        {
          guint32 key = key_of (features, guess->name.end - 1, guess->name.end);

          group = place_of (self, key);
          group->key = key;
          group->said[RCP_NAME_PERSON] += MIN (SURNAME_SAYS, MAX (0, said_for (guess, RCP_NAME_PERSON)));
        }
    }
}

/* The type that the words have by all that is said; the sum for it against the next. */
static RcpNameType
decide (const Group *group, float *margin)
{
  guint best = 0;
  float next = -G_MAXFLOAT;

  for (guint t = 1; t < RCP_NAME_N_TYPES; t++)
    if (group->said[t] > group->said[best])
      best = t;
  for (guint t = 0; t < RCP_NAME_N_TYPES; t++)
    if (t != best)
      next = MAX (next, group->said[t]);
  *margin = group->said[best] - next;
  return (RcpNameType)best;
}

/* Adds the name of a street or a water whose noun stands before the run at @at, or a name found elsewhere in the text. */
static void
add_missed (const RcpNameAgreement *self, const RcpNameFeatures *features, const RcpSegmentedText *text, guint at, guint run,
            GArray *names)
{
  RcpTaggedName name = { .first = at, .end = at + run };
  guint head = rcp_name_features_get_head (features, at, TRUE);
  const Group *group = place_of (self, key_of (features, at, at + run));
  float margin;

  if (head < at)
    {
      name.first = head;
      name.type = RCP_NAME_PLACE;
    }
  else if (group->key != 0 && group->certainty >= FOUND_ELSEWHERE
           && !((text->tokens[at].flags & RCP_TOKEN_SENTENCE_START) && rcp_name_features_is_small (features, at)))
    name.type = decide (group, &margin);
  else
    return;
  g_array_append_val (names, name);
}

/* The names from @from to @end of a text, in which none was found, that the rest of the text makes one of. */
static void
look_between (const RcpNameAgreement *self, const RcpNameFeatures *features, const RcpSegmentedText *text, guint from,
              guint end, GArray *names)
{
  for (guint at = from; at < end;)
    {
      guint run = rcp_name_features_get_run (features, at);

      if (run > 0 && at + run <= end)
        {
          add_missed (self, features, text, at, run, names);
          at += run;
        }
      else
        at++;
    }
}

static gboolean
is_word (const RcpSegmentedText *text, guint at, const char *const *words)
{
  return g_strv_contains (words, text->tokens[at].folded);
}

/* Where a second organisation begins inside @name, with an article of its own: "le conseil de la Ville et l’armée du Nord" are
 * two. The end of @name where there is none. */
static guint
find_second (const RcpNameFeatures *features, const RcpSegmentedText *text, const RcpTaggedName *name)
{
  static const char *const ands[] = { "et", "and", NULL };
  static const char *const articles[] = { "l'", "la", "le", "les", "the", NULL };

  for (guint i = name->first + 1; i + 2 < name->end; i++)
    if (is_word (text, i, ands) && is_word (text, i + 1, articles) && rcp_name_features_is_body (features, i + 2))
      return i + 2;
  return name->end;
}

static void
append (const RcpNameFeatures *features, const RcpSegmentedText *text, RcpTaggedName name, GArray *names)
{
  guint second = name.type == RCP_NAME_ORGANISATION ? find_second (features, text, &name) : name.end;

  if (second < name.end)
    {
      RcpTaggedName first = name;

      first.end = second - 2;
      name.first = second;
      g_array_append_val (names, first);
    }
  g_array_append_val (names, name);
}

/* Lays all that was found of the text into @names. */
void
rcp_name_agreement_finish (RcpNameAgreement *self, const RcpNameFeatures *features, const RcpSegmentedText *text,
                           GArray *names)
{
  guint end = 0;

  clear_groups (self);
  gather (self, features);
  for (guint i = 0; i < self->guesses->len; i++)
    {
      RcpTaggedName name = g_array_index (self->guesses, RcpNameGuess, i).name;
      const RcpNameGuess *guess = &g_array_index (self->guesses, RcpNameGuess, i);
      float of_type, of_name = guess->scores[name.type] - guess->scores[RCP_NAME_N_TYPES];
      guint head = rcp_name_features_get_head (features, name.first, name.type == RCP_NAME_PLACE);

      look_between (self, features, text, end, name.first, names);
      end = name.end;
      name.type = decide (place_of (self, guess->key), &of_type);
      name.margin = MIN (of_type, of_name);
      if (head < name.first && (names->len == 0 || g_array_index (names, RcpTaggedName, names->len - 1).end <= head))
        {
          name.first = head;
          name.type = RCP_NAME_PLACE;
        }
      append (features, text, name, names);
    }
  look_between (self, features, text, end, text->n_tokens, names);
}
