#pragma once

#include <string.h>

#include "rcp-day.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/* Private to the date finder: the words and patterns of its grammar, compiled from resources/lexicon. */

/* The classes a word may stand in. The names in the tables are those of class_names in rcp-date-grammar.c. */
typedef enum
{
  RCP_DW_NONE,
  RCP_DW_MONTH,
  RCP_DW_WEEKDAY,
  RCP_DW_WEEKDAYS,
  RCP_DW_UNIT,
  RCP_DW_NUMBER,
  RCP_DW_FEW,
  RCP_DW_DEMI,
  RCP_DW_ORDINAL,
  RCP_DW_SEASON,
  RCP_DW_PART,
  RCP_DW_DAYPART,
  RCP_DW_DIR,
  RCP_DW_TEXTDIR,
  RCP_DW_CURRENT,
  RCP_DW_THIS,
  RCP_DW_CI,
  RCP_DW_DET,
  RCP_DW_ONE,
  RCP_DW_RELDAY,
  RCP_DW_TEXTDAY,
  RCP_DW_TEXTUNIT,
  RCP_DW_SINCE,
  RCP_DW_FROM,
  RCP_DW_UNTIL,
  RCP_DW_BEFORE,
  RCP_DW_AFTER,
  RCP_DW_BETWEEN,
  RCP_DW_PREP,
  RCP_DW_IN,
  RCP_DW_OF,
  RCP_DW_TO,
  RCP_DW_AND,
  RCP_DW_OR,
  RCP_DW_AGO,
  RCP_DW_AGOPOST,
  RCP_DW_EARLIER,
  RCP_DW_LATER,
  RCP_DW_AFTERTHAT,
  RCP_DW_HENCE,
  RCP_DW_WITHIN,
  RCP_DW_APPROX,
  RCP_DW_LESSTHAN,
  RCP_DW_EVERY,
  RCP_DW_PER,
  RCP_DW_SETADJ,
  RCP_DW_DECADES,
  RCP_DW_CENTURY,
  RCP_DW_BC,
  RCP_DW_VAGUE,
  RCP_DW_FUTURE,
  RCP_DW_PAST,
  RCP_DW_NOTFUTURE,
  RCP_DW_BEFORENAME,
  RCP_DW_HOLIDAY,
  RCP_DW_HALFNAME,
  RCP_DW_STOP,
  RCP_DW_PUBLISHED,
  RCP_DW_COMMA,
  RCP_DW_HYPHEN,
  RCP_DW_ZONE,
  RCP_DW_ORDER,
  RCP_DW_N_CLASSES,
} RcpDateWordClass;

#define RCP_DW_BIT(cls) (G_GUINT64_CONSTANT (1) << (cls))

/* What counts as a unit of time. The order is that of unit_names. */
typedef enum
{
  RCP_UNIT_NONE,
  RCP_UNIT_SECOND,
  RCP_UNIT_MINUTE,
  RCP_UNIT_HOUR,
  RCP_UNIT_NIGHT,
  RCP_UNIT_DAY,
  RCP_UNIT_WEEKEND,
  RCP_UNIT_WEEK,
  RCP_UNIT_FORTNIGHT,
  RCP_UNIT_MONTH,
  RCP_UNIT_QUARTER,
  RCP_UNIT_HALF,
  RCP_UNIT_YEAR,
  RCP_UNIT_DECADE,
  RCP_UNIT_CENTURY,
} RcpDateUnit;

typedef enum
{
  RCP_PART_NONE,
  RCP_PART_START,
  RCP_PART_MID,
  RCP_PART_END,
} RcpDatePart;

typedef enum
{
  RCP_DAYPART_NONE,
  RCP_DAYPART_MORNING,
  RCP_DAYPART_NOON,
  RCP_DAYPART_AFTERNOON,
  RCP_DAYPART_EVENING,
  RCP_DAYPART_NIGHT,
  RCP_DAYPART_MIDNIGHT,
  RCP_DAYPART_CLOCK,
} RcpDatePartOfDay;

/* What the days known by name are reckoned by. The order is that of reckoning_names; from %RCP_RECKONING_ISLAMIC on, that
 * of #RcpCalendar. */
typedef enum
{
  RCP_RECKONING_GREGORIAN,
  RCP_RECKONING_EASTER,
  RCP_RECKONING_ORTHODOX, /* Easter of the eastern churches */
  RCP_RECKONING_HINDU,     /* lunar months and days */
  RCP_RECKONING_SANKRANTI, /* the Sun's entry into a sign, which @month counts */
  RCP_RECKONING_ISLAMIC,
  RCP_RECKONING_HEBREW,
  RCP_RECKONING_CHINESE,
} RcpDateReckoning;

/**
 * RcpDateHoliday:
 * @month: from 1; 0 for a day counted from Easter
 * @day: day of the month, or 0 where @nth counts
 * @nth: which @weekday of the month; -1 the last
 * @offset: days to add
 * @moment: the #RcpHinduMoment at which a lunar day must rule
 * @weekday_shifts: days to add where it falls on a weekday, 1 for Monday to 7
 * @every: of years, only those it divides; 0 for all
 * @n_days: how long it lasts; 0 for the whole month
 * @is_local: other countries keep it on other days
 */
typedef struct
{
  RcpDateReckoning reckoning;
  int month;
  int day;
  int nth;
  int weekday;
  int offset;
  int moment;
  int weekday_shifts[8];
  int every;
  int n_days;
  gboolean is_local;
} RcpDateHoliday;

/**
 * RcpDateWord:
 * @classes: bit set of #RcpDateWordClass
 * @values: one for each class it stands in
 * @is_abbreviation: a full stop may follow; no date alone
 * @is_weak: a date only beside a cue
 * @phrases: (nullable) (element-type RcpDatePhrase): the forms of several words that begin with it, longest first, owned
 *   by the grammar
 * @starts: (nullable) (element-type RcpDateNode): the first steps of the patterns that may begin with it, borrowed from the
 *   tree; owned
 */
typedef struct
{
  guint64 classes;
  gint16 values[RCP_DW_N_CLASSES];
  gboolean is_abbreviation;
  gboolean is_weak;
  GPtrArray *phrases;
  GPtrArray *starts;
} RcpDateWord;

/* A form of several words that is read as one. */
typedef struct
{
  char **rest; /* folded words after the first */
  guint n_rest;
  RcpDateWord word;
} RcpDatePhrase;

/* What one element of a pattern asks for. */
typedef enum
{
  RCP_ELEMENT_CLASS,   /* a word of a class */
  RCP_ELEMENT_LITERAL, /* a word by itself */
  RCP_ELEMENT_DAY,     /* 1 to 31, in digits, ordinal or words */
  RCP_ELEMENT_YEAR,    /* four digits, or number words of a year */
  RCP_ELEMENT_YEAR2,   /* two digits after an apostrophe or a full date */
  RCP_ELEMENT_COUNT,   /* any whole number */
  RCP_ELEMENT_NTH,     /* an ordinal */
  RCP_ELEMENT_TOD,     /* part of the day or clock time with its prepositions */
  RCP_ELEMENT_ROMAN,   /* an ordinal in Roman numerals */
  RCP_ELEMENT_DECADE,  /* 1990s, 90s */
  RCP_ELEMENT_NUMDATE, /* a date in digits */
  RCP_ELEMENT_SLICE,   /* Q3, T3, H1, S1, 1Q18 */
  RCP_ELEMENT_GLUED,   /* month and day in one word: Feb13, 15Sep */
  RCP_ELEMENT_LENGTH,  /* a length of time: two weeks, a year and a half, 2 months and 3 days */
} RcpDateElementKind;

#define RCP_ELEMENT_MAX_LITERALS 6

typedef struct
{
  const char *name; /* as written in the table, without the "?"; of the grammar's names */
  RcpDateElementKind kind;
  RcpDateWordClass cls;
  gboolean has_value;
  int value;
  gboolean optional;
  guint n_literals;
  const char *literals[RCP_ELEMENT_MAX_LITERALS]; /* of the grammar's names */
} RcpDateElement;

#define RCP_PATTERN_MAX_ELEMENTS 14

/* What a pattern means; the resolver has one function for each. */
typedef enum
{
  RCP_FORM_NONE,
  RCP_FORM_CALENDAR,
  RCP_FORM_RELDAY,
  RCP_FORM_TEXTDAY,
  RCP_FORM_TEXTUNIT,
  RCP_FORM_UNIT,
  RCP_FORM_UNITS,
  RCP_FORM_OFFSET,
  RCP_FORM_SEASON,
  RCP_FORM_QUARTER,
  RCP_FORM_HALF,
  RCP_FORM_DECADE,
  RCP_FORM_CENTURY,
  RCP_FORM_HOLIDAY,
  RCP_FORM_NTH,
  RCP_FORM_WEEKOF,
  RCP_FORM_DURATION,
  RCP_FORM_SET,
  RCP_FORM_TIME,
  RCP_FORM_VAGUE,
  RCP_FORM_SLICE,
  RCP_FORM_REST,
} RcpDateForm;

typedef enum
{
  RCP_GUARD_NONE,
  RCP_GUARD_MONTH,
  RCP_GUARD_YEAR,
  RCP_GUARD_SEASON,
  RCP_GUARD_WEEKDAY,
  RCP_GUARD_THE_DAY,
  RCP_GUARD_MONTH_DAY,
  RCP_GUARD_CUE,
  RCP_GUARD_STRICT_MONTH,
  RCP_GUARD_FINAL,
  RCP_GUARD_MONTH_NAME,
  RCP_GUARD_HOLIDAY,
  RCP_GUARD_SINGULAR,
  RCP_GUARD_NO_VERB,
  RCP_GUARD_SHORT_YEAR,
  RCP_GUARD_NOT_OF,
} RcpDateGuard;

typedef struct
{
  guint order; /* its place in the table */
  gboolean french;
  gboolean english;
  guint n_elements;
  RcpDateElement elements[RCP_PATTERN_MAX_ELEMENTS];
  RcpDateForm form;
  RcpDateGuard guard;
  int sign;      /* of an offset or of a direction the words leave open; 0 for none */
  gboolean from_text; /* counted from the last date told */
  int unit;      /* for patterns whose words name none */
  gboolean fuzzy;
} RcpDatePattern;

/* One place of the table that words of a text are looked up in; @word is NULL where it is free. */
typedef struct
{
  guint32 hash;
  const char *folded;
  const RcpDateWord *word;
} RcpDateSlot;

/* FNV-1a (Fowler, Noll, Vo), 32 bits: short words, one pass. */
static inline guint32
rcp_date_hash (const char *folded)
{
  guint32 hash = 2166136261u;

  for (; *folded; folded++)
    hash = (hash ^ (guchar) *folded) * 16777619u;
  return hash;
}

/**
 * RcpDateGrammar:
 *
 * Words and patterns of one language. Immutable once made.
 */
typedef struct
{
  GHashTable *words;    /* folded → RcpDateWord, owned */
  GHashTable *phrases;  /* first folded word → GPtrArray of RcpDatePhrase, longest first, owned */
  GPtrArray *patterns;  /* of RcpDatePattern, owned */
  GArray *holidays;     /* of RcpDateHoliday */
  GStringChunk *names;  /* of elements and literals, each once */
  GArray *slip_names;   /* made by rcp_date_slips_new() */
  RcpDateSlot *slots;  /* the words once more, by their hash; owned */
  guint slot_mask;     /* number of slots less one */
  struct _RcpDateNode *tree; /* the patterns, merged; owned */
  gboolean is_french;
} RcpDateGrammar;

RcpDateGrammar *rcp_date_grammar_new  (gboolean is_french, GError **error);
void            rcp_date_grammar_free (RcpDateGrammar *self);
GArray         *rcp_date_slips_new    (GHashTable *words) G_GNUC_WARN_UNUSED_RESULT;

/**
 * rcp_date_grammar_find:
 * @folded: a folded word
 *
 * Returns: (nullable): what the grammar knows of it. Every word of a text is asked for, and most are not known.
 */
static inline const RcpDateWord *
rcp_date_grammar_find (const RcpDateGrammar *self, const char *folded)
{
  guint32 hash = rcp_date_hash (folded);

  for (guint at = hash & self->slot_mask; self->slots[at].word; at = (at + 1) & self->slot_mask)
    if (self->slots[at].hash == hash && strcmp (self->slots[at].folded, folded) == 0)
      return self->slots[at].word;
  return NULL;
}

static inline gboolean
rcp_date_word_has (const RcpDateWord *word, RcpDateWordClass cls)
{
  return word != NULL && (word->classes & RCP_DW_BIT (cls)) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDateGrammar, rcp_date_grammar_free)

G_END_DECLS
