#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The closed lists that every room shares. Each value's nick (its name in lower case with dashes) is the token that
 * the store, the exchange formats and the command line write, so a nick never changes once it is released. */

/**
 * RcpActorKind:
 * @RCP_ACTOR_PERSON: a person
 * @RCP_ACTOR_ORGANISATION: an organisation, a government body, an armed group
 * @RCP_ACTOR_STATE: a state, under its own name or that of its capital or seat of power
 * @RCP_ACTOR_PLACE: a place that is only a place; found so as not to be taken for something else, never listed
 */
typedef enum
{
  RCP_ACTOR_PERSON,
  RCP_ACTOR_ORGANISATION,
  RCP_ACTOR_STATE,
  RCP_ACTOR_PLACE,
} RcpActorKind;

/**
 * RcpMentionForm:
 * @RCP_MENTION_NAME: by its name or acronym
 * @RCP_MENTION_ROLE: by an office or a description ("le chef de la junte")
 * @RCP_MENTION_METONYM: by a capital or seat of power that acts ("Moscou")
 * @RCP_MENTION_GROUP: as one of several ("les deux pays"): mentions of one range name one member each
 */
typedef enum
{
  RCP_MENTION_NAME,
  RCP_MENTION_ROLE,
  RCP_MENTION_METONYM,
  RCP_MENTION_GROUP,
} RcpMentionForm;

/**
 * RcpAliasReason:
 * @RCP_ALIAS_REASON_ARTICLE: an article calls it that; no more is known
 * @RCP_ALIAS_REASON_NAME: its own full name
 * @RCP_ALIAS_REASON_LEXICON: a lexicon lists it
 * @RCP_ALIAS_REASON_ACRONYM: the initials of its name, or given in brackets beside it
 * @RCP_ALIAS_REASON_SURNAME: the surname, or another part of the name, alone
 * @RCP_ALIAS_REASON_TITLE: the name with a title before it
 * @RCP_ALIAS_REASON_ROLE: an article gives the role beside the name
 * @RCP_ALIAS_REASON_OFFICE: it held the office at the time
 * @RCP_ALIAS_REASON_SPELLING: the name spelt another way
 * @RCP_ALIAS_REASON_MERGED: the user merged who was called that into it
 * @RCP_ALIAS_REASON_SPLIT: the user said that it names this actor, and not the one it was found for
 * @RCP_ALIAS_REASON_METONYM: what stands for it: the capital, the palace or the government of a state
 * @RCP_ALIAS_REASON_USER: the user gave the actor this name
 *
 * Why an alias is a name of an actor.
 */
typedef enum
{
  RCP_ALIAS_REASON_ARTICLE,
  RCP_ALIAS_REASON_NAME,
  RCP_ALIAS_REASON_LEXICON,
  RCP_ALIAS_REASON_ACRONYM,
  RCP_ALIAS_REASON_SURNAME,
  RCP_ALIAS_REASON_TITLE,
  RCP_ALIAS_REASON_ROLE,
  RCP_ALIAS_REASON_OFFICE,
  RCP_ALIAS_REASON_SPELLING,
  RCP_ALIAS_REASON_MERGED,
  RCP_ALIAS_REASON_SPLIT,
  RCP_ALIAS_REASON_METONYM,
  RCP_ALIAS_REASON_USER,
} RcpAliasReason;

/**
 * RcpAction:
 *
 * What an account says was done: the event types of PLOVER (Political Language Ontology for Verifiable Event
 * Records, version 2023), and %RCP_ACTION_OTHER for a dated happening that none of them describes.
 */
typedef enum
{
  RCP_ACTION_OTHER,
  RCP_ACTION_AGREE,
  RCP_ACTION_CONSULT,
  RCP_ACTION_SUPPORT,
  RCP_ACTION_CONCEDE,
  RCP_ACTION_COOPERATE,
  RCP_ACTION_AID,
  RCP_ACTION_RETREAT,
  RCP_ACTION_REQUEST,
  RCP_ACTION_ACCUSE,
  RCP_ACTION_REJECT,
  RCP_ACTION_THREATEN,
  RCP_ACTION_PROTEST,
  RCP_ACTION_SANCTION,
  RCP_ACTION_MOBILIZE,
  RCP_ACTION_COERCE,
  RCP_ACTION_ASSAULT,
} RcpAction;

/**
 * RcpFamily:
 * @RCP_FAMILY_TALKS: talks and cooperation; also what fits no other family
 * @RCP_FAMILY_RUPTURE: rupture and tension
 * @RCP_FAMILY_FORCE: force and violence
 * @RCP_FAMILY_MATERIAL: material and aid
 *
 * The four groups of actions that the eye tells apart by shape and colour.
 */
typedef enum
{
  RCP_FAMILY_TALKS,
  RCP_FAMILY_RUPTURE,
  RCP_FAMILY_FORCE,
  RCP_FAMILY_MATERIAL,
} RcpFamily;

#define RCP_N_FAMILIES 4

/**
 * RcpStatus:
 * @RCP_STATUS_DONE: told as having happened
 * @RCP_STATUS_PLANNED: announced for later
 * @RCP_STATUS_HYPOTHETICAL: hearsay or condition
 * @RCP_STATUS_DENIED: said not to have happened
 * @RCP_STATUS_BACKGROUND: told as known before
 */
typedef enum
{
  RCP_STATUS_DONE,
  RCP_STATUS_PLANNED,
  RCP_STATUS_HYPOTHETICAL,
  RCP_STATUS_DENIED,
  RCP_STATUS_BACKGROUND,
} RcpStatus;

/**
 * RcpPrecision:
 *
 * The unit in which a date was stated. An interval that is no calendar unit is %RCP_PRECISION_INTERVAL.
 */
typedef enum
{
  RCP_PRECISION_DAY,
  RCP_PRECISION_WEEK,
  RCP_PRECISION_MONTH,
  RCP_PRECISION_SEASON,
  RCP_PRECISION_YEAR,
  RCP_PRECISION_DECADE,
  RCP_PRECISION_CENTURY,
  RCP_PRECISION_INTERVAL,
} RcpPrecision;

/**
 * RcpDateKind:
 * @RCP_DATE_POINT: a day, month, year…
 * @RCP_DATE_RANGE: two ends, or one and an open one
 * @RCP_DATE_DURATION: a length of time
 * @RCP_DATE_SET: a recurring time ("chaque lundi")
 * @RCP_DATE_TIME: a clock time without a day
 * @RCP_DATE_VAGUE: places something in time but gives no value ("dans la foulée")
 *
 * After the TIMEX3 types of TimeML (ISO 24617-1).
 */
typedef enum
{
  RCP_DATE_POINT,
  RCP_DATE_RANGE,
  RCP_DATE_DURATION,
  RCP_DATE_SET,
  RCP_DATE_TIME,
  RCP_DATE_VAGUE,
} RcpDateKind;

/**
 * RcpDateRule:
 *
 * How the value of a date expression was reached. Kept as data; rcp_date_words_explain() puts it in words.
 *
 * @RCP_DATE_RULE_NONE: no value
 * @RCP_DATE_RULE_WRITTEN: all of it is written in the text
 * @RCP_DATE_RULE_YEAR_NEAREST: day or month are written, the year is the one nearest to the anchor in the told direction
 * @RCP_DATE_RULE_YEAR_WEEKDAY: the year is the one in which that day and month fall on that weekday
 * @RCP_DATE_RULE_WEEKDAY_BEFORE: the last such weekday at or before the anchor
 * @RCP_DATE_RULE_WEEKDAY_AFTER: the next such weekday after the anchor
 * @RCP_DATE_RULE_OFFSET: counted from the anchor ("hier", "il y a trois ans", "deux semaines plus tard")
 * @RCP_DATE_RULE_UNIT: the week, month or year that holds the anchor, or the one beside it ("cette semaine", "l'an dernier")
 * @RCP_DATE_RULE_FUZZY_PART: the beginning, middle or end of a unit ("mi-mars")
 * @RCP_DATE_RULE_SEASON: a season of a year
 * @RCP_DATE_RULE_MONTH_NEAREST: the day is written, the month is the one nearest to the anchor ("le 30")
 * @RCP_DATE_RULE_NTH: a day or week counted within a longer unit ("le premier lundi de mars", "mardi de la semaine dernière")
 * @RCP_DATE_RULE_HOLIDAY: a day known by its name
 * @RCP_DATE_RULE_SINCE: from a date on
 * @RCP_DATE_RULE_AFTER: from the day after a date on
 * @RCP_DATE_RULE_UNTIL: up to a date
 * @RCP_DATE_RULE_BEFORE: up to the day before a date
 * @RCP_DATE_RULE_BETWEEN: between two dates
 * @RCP_DATE_RULE_INHERITED: taken over from the sentence before
 * @RCP_DATE_RULE_USER: fixed by the user
 * @RCP_DATE_RULE_METADATA: stated by the page or the feed
 * @RCP_DATE_RULE_FRESHEST: not before the latest date that the text tells of
 * @RCP_DATE_RULE_OTHER_ARTICLE: another article dates the same event
 */
typedef enum
{
  RCP_DATE_RULE_NONE,
  RCP_DATE_RULE_WRITTEN,
  RCP_DATE_RULE_YEAR_NEAREST,
  RCP_DATE_RULE_YEAR_WEEKDAY,
  RCP_DATE_RULE_WEEKDAY_BEFORE,
  RCP_DATE_RULE_WEEKDAY_AFTER,
  RCP_DATE_RULE_OFFSET,
  RCP_DATE_RULE_UNIT,
  RCP_DATE_RULE_FUZZY_PART,
  RCP_DATE_RULE_SEASON,
  RCP_DATE_RULE_MONTH_NEAREST,
  RCP_DATE_RULE_NTH,
  RCP_DATE_RULE_HOLIDAY,
  RCP_DATE_RULE_SINCE,
  RCP_DATE_RULE_AFTER,
  RCP_DATE_RULE_UNTIL,
  RCP_DATE_RULE_BEFORE,
  RCP_DATE_RULE_BETWEEN,
  RCP_DATE_RULE_INHERITED,
  RCP_DATE_RULE_USER,
  RCP_DATE_RULE_METADATA,
  RCP_DATE_RULE_FRESHEST,
  RCP_DATE_RULE_OTHER_ARTICLE,
} RcpDateRule;

/**
 * RcpDateAnchor:
 *
 * What a relative expression was counted from.
 */
typedef enum
{
  RCP_DATE_ANCHOR_NONE,
  RCP_DATE_ANCHOR_PUBLICATION,
  RCP_DATE_ANCHOR_TEXT,
} RcpDateAnchor;

/**
 * RcpPublishedBasis:
 * @RCP_PUBLISHED_UNKNOWN: no date at all
 * @RCP_PUBLISHED_STATED: the page, the feed or the text states it
 * @RCP_PUBLISHED_INFERRED: worked out from the text or from other articles
 * @RCP_PUBLISHED_USER: fixed by the user
 */
typedef enum
{
  RCP_PUBLISHED_UNKNOWN,
  RCP_PUBLISHED_STATED,
  RCP_PUBLISHED_INFERRED,
  RCP_PUBLISHED_USER,
} RcpPublishedBasis;

/**
 * RcpPublicationClueKind:
 * @RCP_PUBLICATION_CLUE_USER: the user says so
 * @RCP_PUBLICATION_CLUE_METADATA: the page or the feed states it
 * @RCP_PUBLICATION_CLUE_DATELINE: the text states it, in a line of its own ("Par Jeanne Morel, le 14.09.2018 à 11h46")
 * @RCP_PUBLICATION_CLUE_REVISED: the text says when it was revised ("mis à jour le 4 mars 2018"); it appeared then or before
 * @RCP_PUBLICATION_CLUE_WRITTEN: a date written with its year is told as past
 * @RCP_PUBLICATION_CLUE_WEEKDAY_DATE: a weekday with a day and a month leaves few years ("mardi 26 mars")
 * @RCP_PUBLICATION_CLUE_DAY_MONTH: a day and a month without a year are told as past ("le 26 mars")
 * @RCP_PUBLICATION_CLUE_PRESENT_DAY: the text speaks of its own day ("ce mercredi", "aujourd’hui, 3 mai")
 * @RCP_PUBLICATION_CLUE_NEAR_DAY: a date is said to be the day before or after ("hier, 4 mai")
 * @RCP_PUBLICATION_CLUE_WEEKDAY: a weekday by itself fits few of the days ("mardi", "samedi prochain")
 * @RCP_PUBLICATION_CLUE_PERIOD: an expression that only fits some days ("en début de semaine", "le mois dernier")
 * @RCP_PUBLICATION_CLUE_YEAR: a year that is named as past or as to come ("en 2023")
 * @RCP_PUBLICATION_CLUE_FUTURE: a date is told as to come ("se tiendra le 6 septembre 2021")
 * @RCP_PUBLICATION_CLUE_DURATION: a length of time since a day that is known ("deux semaines après…")
 * @RCP_PUBLICATION_CLUE_OTHER_ARTICLE: another article dates the same happening
 * @RCP_PUBLICATION_CLUE_TODAY: nothing appears after the day on which it is read
 *
 * What says when an article appeared. Each kind has its sentence in rcp_date_words_publication_clue().
 */
typedef enum
{
  RCP_PUBLICATION_CLUE_USER,
  RCP_PUBLICATION_CLUE_METADATA,
  RCP_PUBLICATION_CLUE_DATELINE,
  RCP_PUBLICATION_CLUE_REVISED,
  RCP_PUBLICATION_CLUE_WRITTEN,
  RCP_PUBLICATION_CLUE_WEEKDAY_DATE,
  RCP_PUBLICATION_CLUE_DAY_MONTH,
  RCP_PUBLICATION_CLUE_PRESENT_DAY,
  RCP_PUBLICATION_CLUE_NEAR_DAY,
  RCP_PUBLICATION_CLUE_WEEKDAY,
  RCP_PUBLICATION_CLUE_PERIOD,
  RCP_PUBLICATION_CLUE_YEAR,
  RCP_PUBLICATION_CLUE_FUTURE,
  RCP_PUBLICATION_CLUE_DURATION,
  RCP_PUBLICATION_CLUE_OTHER_ARTICLE,
  RCP_PUBLICATION_CLUE_TODAY,
} RcpPublicationClueKind;

/**
 * RcpSetAsideKind:
 *
 * Why a stretch of an article's text is not read as the article: it is shown folded and never analysed.
 */
typedef enum
{
  RCP_SET_ASIDE_DUPLICATE_TITLE,
  RCP_SET_ASIDE_NAVIGATION,
  RCP_SET_ASIDE_COMMENT_FORM,
  RCP_SET_ASIDE_SHARE_COUNTER,
  RCP_SET_ASIDE_RELATED,
  RCP_SET_ASIDE_CAPTION,
  RCP_SET_ASIDE_PROMOTION,
  RCP_SET_ASIDE_PUBLISHER_NOTICE,
  RCP_SET_ASIDE_BYLINE,
  RCP_SET_ASIDE_OTHER,
} RcpSetAsideKind;

/**
 * RcpDiscrepancyKind:
 *
 * On what two accounts of one event differ.
 */
typedef enum
{
  RCP_DISCREPANCY_DATE,
  RCP_DISCREPANCY_NUMBER,
  RCP_DISCREPANCY_PARTICIPANT,
  RCP_DISCREPANCY_PLACE,
  RCP_DISCREPANCY_ACT,
  RCP_DISCREPANCY_ATTRIBUTION,
} RcpDiscrepancyKind;

/**
 * RcpQuotation:
 * @RCP_QUOTATION_NONE: in the article's own words
 * @RCP_QUOTATION_DIRECT: a whole statement between quotation marks
 * @RCP_QUOTATION_PIECES: some words of it between quotation marks
 * @RCP_QUOTATION_PARAPHRASE: what somebody said, in the article's words
 *
 * In whose words an account is told.
 */
typedef enum
{
  RCP_QUOTATION_NONE,
  RCP_QUOTATION_DIRECT,
  RCP_QUOTATION_PIECES,
  RCP_QUOTATION_PARAPHRASE,
} RcpQuotation;

/**
 * RcpEditKind:
 * @RCP_EDIT_ADDED: a sentence that was not there before
 * @RCP_EDIT_REMOVED: a sentence that is there no more
 * @RCP_EDIT_CHANGED: a sentence that says something else
 *
 * How a later version of an article differs from the one before.
 */
typedef enum
{
  RCP_EDIT_ADDED,
  RCP_EDIT_REMOVED,
  RCP_EDIT_CHANGED,
} RcpEditKind;

/**
 * RcpEditPoints:
 * @RCP_EDIT_POINT_DATE: a date
 * @RCP_EDIT_POINT_NUMBER: a number
 * @RCP_EDIT_POINT_ACTOR: who is named
 * @RCP_EDIT_POINT_TELLING: what happened, or whether it did
 * @RCP_EDIT_POINT_ATTRIBUTION: whom it is attributed to
 *
 * What a sentence says otherwise in a later version.
 */
typedef enum /*< flags >*/
{
  RCP_EDIT_POINT_DATE = 1 << 0,
  RCP_EDIT_POINT_NUMBER = 1 << 1,
  RCP_EDIT_POINT_ACTOR = 1 << 2,
  RCP_EDIT_POINT_TELLING = 1 << 3,
  RCP_EDIT_POINT_ATTRIBUTION = 1 << 4,
} RcpEditPoints;

/**
 * RcpNoteTarget:
 *
 * What a note is about.
 */
typedef enum
{
  RCP_NOTE_PASSAGE,
  RCP_NOTE_ARTICLE,
  RCP_NOTE_EVENT,
  RCP_NOTE_ACTOR,
} RcpNoteTarget;

/**
 * RcpCorrectionKind:
 * @RCP_CORRECTION_EVENT_DATE: the date of an event
 * @RCP_CORRECTION_PUBLISHED: the publication date of an article
 * @RCP_CORRECTION_OUTLET_NAME: the name of an outlet
 * @RCP_CORRECTION_ACTOR_NAME: the name shown for an actor
 * @RCP_CORRECTION_MERGE_ACTORS: two actors are one
 * @RCP_CORRECTION_IGNORE_ACTOR: this is no actor
 * @RCP_CORRECTION_SETTLE: a discrepancy is settled
 * @RCP_CORRECTION_KEEP_TEXT: a stretch set aside belongs to the article
 * @RCP_CORRECTION_SPLIT_ALIAS: an alias names somebody else
 * @RCP_CORRECTION_SPLIT_ARTICLE: in one article, it is somebody else
 * @RCP_CORRECTION_ACTOR_KIND: person, organisation, state or place
 * @RCP_CORRECTION_DISTINCT_ACTORS: two actors are never one
 * @RCP_CORRECTION_EVENT_STATUS: whether an event was done, planned, denied…
 * @RCP_CORRECTION_EVENT_ACTION: the type of an event
 * @RCP_CORRECTION_EVENT_ACTOR: somebody takes part in an event, or does not
 * @RCP_CORRECTION_JOIN: accounts tell one event
 * @RCP_CORRECTION_CUT: accounts tell different events
 * @RCP_CORRECTION_ATTRIBUTION: whom an account gives as its origin
 * @RCP_CORRECTION_RELIABILITY: how far the user trusts an outlet, A to F
 * @RCP_CORRECTION_CREDIBILITY: how far the user believes an account, 1 to 6
 *
 * The user's decisions over the engine's.
 */
typedef enum
{
  RCP_CORRECTION_EVENT_DATE,
  RCP_CORRECTION_PUBLISHED,
  RCP_CORRECTION_OUTLET_NAME,
  RCP_CORRECTION_ACTOR_NAME,
  RCP_CORRECTION_MERGE_ACTORS,
  RCP_CORRECTION_IGNORE_ACTOR,
  RCP_CORRECTION_SETTLE,
  RCP_CORRECTION_KEEP_TEXT,
  RCP_CORRECTION_SPLIT_ALIAS,
  RCP_CORRECTION_SPLIT_ARTICLE,
  RCP_CORRECTION_ACTOR_KIND,
  RCP_CORRECTION_DISTINCT_ACTORS,
  RCP_CORRECTION_EVENT_STATUS,
  RCP_CORRECTION_EVENT_ACTION,
  RCP_CORRECTION_EVENT_ACTOR,
  RCP_CORRECTION_JOIN,
  RCP_CORRECTION_CUT,
  RCP_CORRECTION_ATTRIBUTION,
  RCP_CORRECTION_RELIABILITY,
  RCP_CORRECTION_CREDIBILITY,
} RcpCorrectionKind;

/**
 * RcpEventByUser:
 * @RCP_EVENT_BY_USER_STATUS: whether it was done, planned, denied…
 * @RCP_EVENT_BY_USER_ACTION: its type
 * @RCP_EVENT_BY_USER_ACTORS: who takes part
 * @RCP_EVENT_BY_USER_JOINED: that some of its accounts are one event
 * @RCP_EVENT_BY_USER_CUT: that some accounts are not of it
 *
 * What of an event is the user's word; its date says so by its rule.
 */
typedef enum
{
  RCP_EVENT_BY_USER_STATUS = 1 << 0,
  RCP_EVENT_BY_USER_ACTION = 1 << 1,
  RCP_EVENT_BY_USER_ACTORS = 1 << 2,
  RCP_EVENT_BY_USER_JOINED = 1 << 3,
  RCP_EVENT_BY_USER_CUT = 1 << 4,
} RcpEventByUser;

/* The grades of the Admiralty code (NATO STANAG 2511): of an outlet 'A', completely reliable, to 'F', which cannot be judged;
 * of an account 1, confirmed, to 6, which cannot be judged. 0 is no grade. */
#define RCP_RELIABILITY_FIRST 'A'
#define RCP_RELIABILITY_LAST 'F'
#define RCP_CREDIBILITY_FIRST 1
#define RCP_CREDIBILITY_LAST 6

/**
 * RcpSourceKind:
 *
 * Where articles come from.
 */
typedef enum
{
  RCP_SOURCE_FILES,
  RCP_SOURCE_TEXT,
  RCP_SOURCE_FOLDER,
  RCP_SOURCE_PAGE,
  RCP_SOURCE_FEED,
} RcpSourceKind;

/**
 * RcpEntryState:
 * @RCP_ENTRY_WAITING: to be read, at once or when its page answers again
 * @RCP_ENTRY_TAKEN: an article was made of it
 * @RCP_ENTRY_FILTERED: the user does not want it: no pinned actor, or not the words
 * @RCP_ENTRY_KNOWN: what it says is in the library already
 * @RCP_ENTRY_FAILED: it holds no article
 *
 * What became of an item that a source brought.
 */
typedef enum
{
  RCP_ENTRY_WAITING,
  RCP_ENTRY_TAKEN,
  RCP_ENTRY_FILTERED,
  RCP_ENTRY_KNOWN,
  RCP_ENTRY_FAILED,
} RcpEntryState;

/**
 * RcpSharedKind:
 * @RCP_SHARED_WORDING: the texts' own words
 * @RCP_SHARED_QUOTE: inside quotation marks in both: both quote one statement
 * @RCP_SHARED_UNMARKED_QUOTE: inside quotation marks in one, used without them in the other
 *
 * What words that two texts share are.
 */
typedef enum
{
  RCP_SHARED_WORDING,
  RCP_SHARED_QUOTE,
  RCP_SHARED_UNMARKED_QUOTE,
} RcpSharedKind;

/**
 * RcpCellState:
 * @RCP_CELL_ABSENT: the outlet does not tell the event
 * @RCP_CELL_REPORTED: it tells it
 * @RCP_CELL_OTHER: it tells it with another or vaguer date or number
 * @RCP_CELL_SAME_WORDING: it tells it in the words of an earlier outlet
 * @RCP_CELL_BEFORE: it published before the event and cannot know
 * @RCP_CELL_DIFFERS: it tells it otherwise than another outlet: what it says and what the other says cannot both be so
 *
 * What one outlet says of one event, in the cross-check.
 */
typedef enum
{
  RCP_CELL_ABSENT,
  RCP_CELL_REPORTED,
  RCP_CELL_OTHER,
  RCP_CELL_SAME_WORDING,
  RCP_CELL_BEFORE,
  RCP_CELL_DIFFERS,
} RcpCellState;

const char *rcp_enum_to_nick   (GType type, int value);
gboolean    rcp_enum_from_nick (GType type, const char *nick, int *value);
RcpFamily   rcp_action_get_family (RcpAction action);

G_END_DECLS
