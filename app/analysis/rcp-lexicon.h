#pragma once

#include <gio/gio.h>

#include "rcp-name-cue.h"
#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpLexicon:
 *
 * What the program knows of names beforehand: states and their people, capitals and seats of power, organisations,
 * offices and titles, first names. Compiled from resources/lexicon when the program is built and read in place; immutable; any
 * thread.
 */
typedef struct _RcpLexicon RcpLexicon;

/**
 * RcpLexiconClass:
 * @RCP_LEXICON_STATE: the name of a state or territory; the id is its ISO 3166-1 code
 * @RCP_LEXICON_SEAT: a capital or seat of power; the id is the state it stands for
 * @RCP_LEXICON_CITY: a city; the id is the state it lies in
 * @RCP_LEXICON_ORGANISATION: an organisation; the id is ours ("ecowas")
 * @RCP_LEXICON_DEMONYM: the people of a state, as a noun ("Américains"); the id is the state
 * @RCP_LEXICON_ADJECTIVE: what belongs to a state ("américaine"); the id is the state
 * @RCP_LEXICON_OFFICE: an office or title; the id is its folded base form ("president")
 * @RCP_LEXICON_FIRST_NAME: a first name
 * @RCP_LEXICON_SEEN_PERSON: a name met as that of a person
 * @RCP_LEXICON_SEEN_ORGANISATION: a name met as that of an organisation
 * @RCP_LEXICON_SEEN_PLACE: a name met as that of a place, regions and continents included
 * @RCP_LEXICON_COMMON_WORD: a word that is written small
 * @RCP_LEXICON_CUE: a word of name-words.tsv; the id is its class ("org-head"), and so are the flags, as RcpNameCue
 * @RCP_LEXICON_FORENAME: a first name of some country, with its gender: many more than @RCP_LEXICON_FIRST_NAME has
 * @RCP_LEXICON_SURNAME: a surname of some country
 * @RCP_LEXICON_TOWN: a commune of France; the id is the state
 * @RCP_LEXICON_REGION: a part of a state, such as a department or a province; the id is the state, the kind what it is
 * @RCP_LEXICON_PARTY: a political party; the id is its state
 * @RCP_LEXICON_ARMED_GROUP: an armed group
 * @RCP_LEXICON_COMPANY: a company
 * @RCP_LEXICON_CLUB: a sports club; the id is its state
 * @RCP_LEXICON_OUTLET: a newspaper, a broadcaster, an agency; the id is its state
 *
 * A set of classes is their sum.
 */
typedef enum
{
  RCP_LEXICON_STATE = 1 << 0,
  RCP_LEXICON_SEAT = 1 << 1,
  RCP_LEXICON_CITY = 1 << 2,
  RCP_LEXICON_ORGANISATION = 1 << 3,
  RCP_LEXICON_DEMONYM = 1 << 4,
  RCP_LEXICON_ADJECTIVE = 1 << 5,
  RCP_LEXICON_OFFICE = 1 << 6,
  RCP_LEXICON_FIRST_NAME = 1 << 7,
  RCP_LEXICON_SEEN_PERSON = 1 << 8,
  RCP_LEXICON_SEEN_ORGANISATION = 1 << 9,
  RCP_LEXICON_SEEN_PLACE = 1 << 10,
  RCP_LEXICON_COMMON_WORD = 1 << 11,
  RCP_LEXICON_CUE = 1 << 12,
  RCP_LEXICON_FORENAME = 1 << 13,
  RCP_LEXICON_SURNAME = 1 << 14,
  RCP_LEXICON_TOWN = 1 << 15,
  RCP_LEXICON_REGION = 1 << 16,
  RCP_LEXICON_PARTY = 1 << 17,
  RCP_LEXICON_ARMED_GROUP = 1 << 18,
  RCP_LEXICON_COMPANY = 1 << 19,
  RCP_LEXICON_CLUB = 1 << 20,
  RCP_LEXICON_OUTLET = 1 << 21,
} RcpLexiconClass;

/**
 * RcpLexiconFlags:
 * @RCP_LEXICON_CARE: also a common word, a surname or a place: wants a second sign (from @RCP_LEXICON_FORENAME on: also a word
 *   that is written small)
 * @RCP_LEXICON_SHARED: another entry has the same form
 * @RCP_LEXICON_ACRONYM: written in capitals only
 * @RCP_LEXICON_TERRITORY: of a state: no state of its own
 * @RCP_LEXICON_PLURAL: the plural of a demonym or an office
 * @RCP_LEXICON_BEFORE_NAME: of an office: stands directly before a name
 * @RCP_LEXICON_ALONE: of an office: names its holder with the definite article
 * @RCP_LEXICON_COURTESY: of a title: says no office ("Mme")
 * @RCP_LEXICON_OF: of an office: takes a complement that names a state or a body
 * @RCP_LEXICON_FORMER: of an office: held before, no longer
 * @RCP_LEXICON_FEMININE: of a forename: women bear it
 * @RCP_LEXICON_MASCULINE: of a forename: men bear it
 */
typedef enum
{
  RCP_LEXICON_CARE = 1 << 0,
  RCP_LEXICON_SHARED = 1 << 1,
  RCP_LEXICON_ACRONYM = 1 << 2,
  RCP_LEXICON_TERRITORY = 1 << 3,
  RCP_LEXICON_PLURAL = 1 << 4,
  RCP_LEXICON_BEFORE_NAME = 1 << 5,
  RCP_LEXICON_ALONE = 1 << 6,
  RCP_LEXICON_COURTESY = 1 << 7,
  RCP_LEXICON_OF = 1 << 8,
  RCP_LEXICON_FORMER = 1 << 9,
  RCP_LEXICON_FEMININE = 1 << 10,
  RCP_LEXICON_MASCULINE = 1 << 11,
} RcpLexiconFlags;

/**
 * RcpLexiconEntry:
 *
 * One meaning of a run of words. Belongs to the lexicon.
 */
typedef struct _RcpLexiconEntry RcpLexiconEntry;

RcpLexicon            *rcp_lexicon_new           (GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpLexicon            *rcp_lexicon_new_for_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpLexicon            *rcp_lexicon_new_empty     (void) G_GNUC_WARN_UNUSED_RESULT;
void                   rcp_lexicon_free          (RcpLexicon *self);
void                   rcp_lexicon_prepare (const RcpLexicon *self, const RcpSegmentedText *text);
guint                  rcp_lexicon_match         (const RcpLexicon *self, const RcpSegmentedText *text, guint at, guint limit,
                                                  guint classes, const RcpLexiconEntry **entry);
const RcpLexiconEntry *rcp_lexicon_look_up       (const RcpLexicon *self, const char *words, guint classes,
                                                  const char *language);
const RcpLexiconEntry *rcp_lexicon_get_state     (const RcpLexicon *self, const char *code);
const RcpLexiconEntry *rcp_lexicon_get_organisation (const RcpLexicon *self, const char *id);
guint                  rcp_lexicon_match_cue (const RcpLexicon *self, const RcpSegmentedText *text, guint at, guint limit,
                                               RcpNameCue cue);

const RcpLexiconEntry *rcp_lexicon_entry_next         (const RcpLexiconEntry *entry, guint classes, const char *language);
RcpLexiconClass        rcp_lexicon_entry_get_class    (const RcpLexiconEntry *entry);
RcpLexiconFlags        rcp_lexicon_entry_get_flags    (const RcpLexiconEntry *entry);
char                   rcp_lexicon_entry_get_language (const RcpLexiconEntry *entry);
const char            *rcp_lexicon_entry_get_id       (const RcpLexiconEntry *entry);
const char            *rcp_lexicon_entry_get_name     (const RcpLexiconEntry *entry);
const char            *rcp_lexicon_entry_get_name_en  (const RcpLexiconEntry *entry);
const char            *rcp_lexicon_entry_get_kind     (const RcpLexiconEntry *entry);
const char            *rcp_lexicon_entry_get_scope    (const RcpLexiconEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpLexicon, rcp_lexicon_free)

G_END_DECLS
