#pragma once

#include <gio/gio.h>

#include "rcp-document.h"
#include "rcp-findings.h"
#include "rcp-shared-passages.h"

G_BEGIN_DECLS

/* Flat values that leave the store: copies, owned by who asked, of any thread. */

/**
 * RcpStoreTable:
 *
 * The tables whose rows the caller numbers, with rcp_store_reserve_ids().
 */
typedef enum
{
  RCP_STORE_TABLE_ARTICLE,
  RCP_STORE_TABLE_ACTOR,
  RCP_STORE_TABLE_ACCOUNT,
  RCP_STORE_TABLE_EVENT,
} RcpStoreTable;

/**
 * RcpStoreArticleOrder:
 * @RCP_STORE_ARTICLES_BY_DATE: by publication date, those without one last
 * @RCP_STORE_ARTICLES_BY_ADDED: the last added first
 * @RCP_STORE_ARTICLES_BY_OUTLET: by outlet, then by date
 * @RCP_STORE_ARTICLES_BY_TITLE: by title, case and diacritics aside
 *
 * In the order of the library's RcpArticleOrder.
 */
typedef enum
{
  RCP_STORE_ARTICLES_BY_DATE,
  RCP_STORE_ARTICLES_BY_ADDED,
  RCP_STORE_ARTICLES_BY_OUTLET,
  RCP_STORE_ARTICLES_BY_TITLE,
} RcpStoreArticleOrder;

/**
 * RcpStoreActorFilter:
 * @RCP_STORE_ACTORS_PINNED: pinned actors of any kind, by rank
 * @RCP_STORE_ACTORS_PEOPLE: unpinned people, the most mentioned first
 * @RCP_STORE_ACTORS_ORGANISATIONS: unpinned organisations
 * @RCP_STORE_ACTORS_STATES: unpinned states
 * @RCP_STORE_ACTORS_ALL: pinned by rank, then all the others, the most mentioned first
 *
 * In the order of the library's RcpActorFilter. Mere places are in none of them.
 */
typedef enum
{
  RCP_STORE_ACTORS_PINNED,
  RCP_STORE_ACTORS_PEOPLE,
  RCP_STORE_ACTORS_ORGANISATIONS,
  RCP_STORE_ACTORS_STATES,
  RCP_STORE_ACTORS_ALL,
} RcpStoreActorFilter;

/**
 * RcpStoredActor:
 * @id: its row
 * @kind: person, organisation, state or place
 * @key: what names it across analyses
 * @name: the name shown
 * @aliases: (array zero-terminated=1): its other names and roles, sorted
 * @offices: (element-type utf8): those that articles tell it to hold, in normal form
 * @is_found: FALSE where only a correction speaks of it at present, and no article names it
 *
 * What joining aliases needs of an actor.
 */
typedef struct
{
  gint64 id;
  RcpActorKind kind;
  char *key;
  char *name;
  char **aliases;
  GPtrArray *offices;
  gboolean is_found;
} RcpStoredActor;

void rcp_stored_actor_free (RcpStoredActor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoredActor, rcp_stored_actor_free)

/**
 * RcpStoredPassage:
 * @article_id: an article
 * @range: where it names the actor
 * @outlet: (nullable): who publishes it
 * @published: (nullable): when it appeared
 *
 * One mention of an actor.
 */
typedef struct
{
  gint64 article_id;
  RcpRange range;
  char *outlet;
  RcpEdtf *published;
} RcpStoredPassage;

void rcp_stored_passage_free (RcpStoredPassage *self);

/**
 * RcpActorDecision:
 * @kind: what is decided: a kind of correction that is of actors
 * @actor_id: the actor it is decided of
 * @other_id: the other actor; the article; the #RcpActorKind; whether it is ignored
 * @text: (nullable): the alias; the name, NULL for the engine's
 *
 * What the user says of an actor. A plain value that borrows.
 */
typedef struct
{
  RcpCorrectionKind kind;
  gint64 actor_id;
  gint64 other_id;
  const char *text;
} RcpActorDecision;

/**
 * RcpEventDecision:
 * @kind: what is decided: a kind of correction that is of events
 * @id: the event; the account for an attribution and a credibility; the outlet for a reliability; the discrepancy that is
 *   settled
 * @other_id: the event it is joined with; the actor, 0 for all where the engine is right
 * @value: (nullable): the date; the nick of the status or the action; "1" or "0" for an actor and "1" for what is settled;
 *   the words of the attribution; the grade. NULL: the engine is right
 * @ids: (nullable): of gint64: the accounts of one event that are cut off
 *
 * What the user says of an event. A plain value that borrows.
 */
typedef struct
{
  RcpCorrectionKind kind;
  gint64 id;
  gint64 other_id;
  const char *value;
  const GArray *ids;
} RcpEventDecision;

/**
 * RcpRuling:
 * @decision: (nullable): that accounts are joined or cut apart
 * @drop: (nullable): of gint64: corrections that are taken back
 * @restore: (nullable): of gint64: corrections that hold again
 * @id: (out): the correction that @decision made; 0 for none
 *
 * What the user says that may put accounts into other events: one of the three. A plain value that borrows.
 */
typedef struct
{
  const RcpEventDecision *decision;
  const GArray *drop;
  const GArray *restore;
  gint64 id;
} RcpRuling;

/**
 * RcpJoinAnchor:
 * @article_id: the article of an account
 * @range: where the account stood
 * @told: (nullable): which of the accounts of that stretch it was: what was done, and the how-manieth of those
 * @is_other_side: it is on the second side of what was decided
 *
 * One of the accounts that the user joined or cut apart.
 */
typedef struct
{
  gint64 article_id;
  RcpRange range;
  char *told;
  gboolean is_other_side;
} RcpJoinAnchor;

/**
 * RcpJoinRule:
 * @id: the decision
 * @join: all its accounts tell one event; FALSE: none of one side is ever in one event with one of the other
 * @anchors: (element-type RcpJoinAnchor): its accounts
 */
typedef struct
{
  gint64 id;
  gboolean join;
  GArray *anchors;
} RcpJoinRule;

void rcp_join_rule_free (RcpJoinRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpJoinRule, rcp_join_rule_free)

/**
 * RcpStoredPreview:
 * @name: the name shown afterwards
 * @n_mentions: mentions that would be shown otherwise
 * @n_articles: articles these stand in
 * @n_events: events these take part in
 * @aliases: (array zero-terminated=1): the names that move
 * @n_articles_together: for a merge: articles that name both
 * @n_accounts_together: for a merge: accounts in which both take part
 * @kinds_differ: for a merge: one is a person, say, and the other a state
 * @were_apart: for a merge: the user had said that they are never the same
 *
 * What would come of an #RcpActorDecision.
 */
typedef struct
{
  char *name;
  guint n_mentions;
  guint n_articles;
  guint n_events;
  char **aliases;
  guint n_articles_together;
  guint n_accounts_together;
  gboolean kinds_differ;
  gboolean were_apart;
} RcpStoredPreview;

void rcp_stored_preview_clear (RcpStoredPreview *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpStoredPreview, rcp_stored_preview_clear)

/**
 * RcpStoredTie:
 * @a: index of an actor of a list
 * @b: index of another, larger than @a
 * @n: in how many accounts both take part
 *
 * In the layout of the library's RcpActorTie.
 */
typedef struct
{
  guint a;
  guint b;
  guint n;
} RcpStoredTie;

/**
 * RcpStoredAccount:
 * @id: its row
 * @article_id: its article
 * @outlet_id: who publishes that
 * @published: (nullable): when the article appeared
 * @event_id: its event; 0 for none yet
 * @copy_of: the account whose wording it has; 0 for own words
 * @found: the account itself; its actors are indices into @actor_ids, its date is an index among the article's
 * @actor_ids: (element-type gint64): the library's actors, doers first
 * @speaker_id: who says it, as the engine found it; 0 for nobody. The index in @found is -1
 *
 * One account with all that joining and cross-checking need of it.
 */
typedef struct
{
  gint64 id;
  gint64 article_id;
  gint64 outlet_id;
  RcpEdtf *published;
  gint64 event_id;
  gint64 copy_of;
  RcpFoundAccount *found;
  GArray *actor_ids;
  gint64 speaker_id;
} RcpStoredAccount;

void rcp_stored_account_free (RcpStoredAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoredAccount, rcp_stored_account_free)

/**
 * RcpStoreHappening:
 * @actor_ids: (array length=n_actors): who acted
 * @n_actors: how many
 * @action: what was done
 * @only_open: only in articles whose own date is not stated
 * @first_day: first day it may have been done on
 * @last_day: last
 *
 * What accounts are looked for by. A plain value that borrows.
 */
typedef struct
{
  const gint64 *actor_ids;
  guint n_actors;
  RcpAction action;
  gboolean only_open;
  gint32 first_day;
  gint32 last_day;
} RcpStoreHappening;

/**
 * RcpStoreTeller:
 * @article_id: an article
 * @n_shared: how many of the actors looked for its account has
 * @terms: (element-type guint32): the account's words, as in #RcpFoundAccount
 *
 * An account that may tell of the same happening.
 */
typedef struct
{
  gint64 article_id;
  guint n_shared;
  GArray *terms;
} RcpStoreTeller;

void rcp_store_teller_free (RcpStoreTeller *self);

/**
 * RcpStoredShared:
 * @article_a: an article
 * @article_b: another
 * @passage: what they have in common; its a is in @article_a
 *
 * A plain value. In the layout of the analysis room's RcpSharedWording.
 */
typedef struct
{
  gint64 article_a;
  gint64 article_b;
  RcpSharedPassage passage;
} RcpStoredShared;

/**
 * RcpStoredNumber:
 * @account_id: the account that gives it
 * @number: what it says; owned
 *
 * A number of an account.
 */
typedef struct
{
  gint64 account_id;
  RcpFoundNumber number;
} RcpStoredNumber;

void rcp_stored_number_free (RcpStoredNumber *self);

/**
 * RcpStoredPublication:
 * @article_id: an article
 * @outlet_id: who publishes it
 * @first_day: first day on which it may have appeared, %RCP_DAY_OPEN_START where nothing says
 * @last_day: last, %RCP_DAY_OPEN_END where nothing says
 *
 * A plain value.
 */
typedef struct
{
  gint64 article_id;
  gint64 outlet_id;
  gint32 first_day;
  gint32 last_day;
} RcpStoredPublication;

/**
 * RcpStoredSharedText:
 * @article_id: an article of one outlet
 * @range: a stretch of it
 * @other_id: an article of another outlet
 * @other: the same wording there
 * @n_words: words in common
 * @text: the stretch
 * @other_text: the other stretch
 */
typedef struct
{
  gint64 article_id;
  RcpRange range;
  gint64 other_id;
  RcpRange other;
  guint n_words;
  char *text;
  char *other_text;
} RcpStoredSharedText;

void rcp_stored_shared_text_free (RcpStoredSharedText *self);

/**
 * RcpStoredSharing:
 * @outlet_id: another outlet
 * @outlet: its name, or what stands for it
 * @n_passages: how many passages both have, quotations left out
 * @n_words: how many words these hold
 * @n_articles: in how many articles of the one outlet they stand
 * @passages: (element-type RcpStoredSharedText): the longest of them
 *
 * What one outlet has in common with another.
 */
typedef struct
{
  gint64 outlet_id;
  char *outlet;
  guint n_passages;
  guint n_words;
  guint n_articles;
  GPtrArray *passages;
} RcpStoredSharing;

void rcp_stored_sharing_free (RcpStoredSharing *self);

/**
 * RcpSharedPrint:
 * @article_id: an article
 * @hash: one of the fingerprints asked for, which it has
 */
typedef struct
{
  gint64 article_id;
  guint64 hash;
} RcpSharedPrint;

/* How many articles are told for one fingerprint. */
#define RCP_STORE_MAX_OWNERS 64

/**
 * RcpStoredVersion:
 * @article_id: an article whose text was replaced
 * @title: its title before
 * @text: its text before
 * @replaced_us: when, in µs UTC
 *
 * What an article said before.
 */
typedef struct
{
  gint64 article_id;
  char *title;
  char *text;
  gint64 replaced_us;
} RcpStoredVersion;

void rcp_stored_version_free (RcpStoredVersion *self);

/**
 * RcpStoredNews:
 * @events: (element-type RcpEvent): events that nothing told before
 * @accounts: (element-type RcpAccount): new accounts, in their own words, of events that were known
 * @copies: (element-type RcpAccount): new accounts that have the wording of others
 * @discrepancies: (element-type RcpDiscrepancy): points on which a new account differs, settled ones left out
 * @outcomes: (element-type RcpEvent): new events that were known as plans
 * @versions: (element-type RcpStoredVersion): of articles whose text was replaced, what they said before
 *
 * What is new since a moment.
 */
typedef struct
{
  GPtrArray *events;
  GPtrArray *accounts;
  GPtrArray *copies;
  GPtrArray *discrepancies;
  GPtrArray *outcomes;
  GPtrArray *versions;
} RcpStoredNews;

void rcp_stored_news_free (RcpStoredNews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoredNews, rcp_stored_news_free)

/**
 * RcpStoreHitKind:
 *
 * What a search found. In the order of the library's RcpSearchHitKind.
 */
typedef enum
{
  RCP_STORE_HIT_ACTOR,
  RCP_STORE_HIT_EVENT,
  RCP_STORE_HIT_ARTICLE,
  RCP_STORE_HIT_NOTE,
} RcpStoreHitKind;

/**
 * RcpStoreHit:
 * @kind: actor, event, article or note
 * @id: its row
 * @title: its name, its title, or the first words of the note
 * @title_matches: (element-type RcpRange): the words of @title that match
 * @detail: (nullable): a stretch of the text that matches, or the alias that does
 * @detail_matches: (element-type RcpRange): the words of @detail that match
 */
typedef struct
{
  RcpStoreHitKind kind;
  gint64 id;
  char *title;
  GArray *title_matches;
  char *detail;
  GArray *detail_matches;
} RcpStoreHit;

void rcp_store_hit_free (RcpStoreHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoreHit, rcp_store_hit_free)

/**
 * RcpStoreCounts:
 *
 * How much a library or a dossier holds.
 */
typedef struct
{
  guint n_articles;
  guint n_outlets;
  guint n_events;
  guint n_accounts;
  guint n_actors;
  guint n_notes;
  guint n_dossiers;
} RcpStoreCounts;

G_END_DECLS
