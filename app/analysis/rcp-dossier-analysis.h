#pragma once

#include "rcp-analyser.h"
#include "rcp-discrepancy-finder.h"
#include "rcp-independence.h"

G_BEGIN_DECLS

/**
 * RcpDossierActor:
 * @kind: person, organisation or state
 * @key: its key in the first article that names it
 * @name: the name shown
 * @aliases: (element-type utf8): every other name and role, without doubles
 *
 * One actor of a set of articles.
 */
typedef struct
{
  RcpActorKind kind;
  char *key;
  char *name;
  GPtrArray *aliases;
} RcpDossierActor;

/**
 * RcpDossierAccount:
 * @article: index of its article
 * @account: its index among the accounts of the findings of that article
 * @copy_of: index, in the event, of the account whose wording it has; -1 for own words
 */
typedef struct
{
  guint article;
  guint account;
  int copy_of;
} RcpDossierAccount;

/**
 * RcpDossierEvent:
 * @title: a few words that name it
 * @date: (nullable): when it happened
 * @best: index, in the event, of the account that gives the date
 * @action: what was done
 * @status: done, planned…
 * @accounts: (element-type RcpDossierAccount): what the articles say of it, by publication
 * @actors: (element-type guint): indices of its actors, the most named first
 * @outcomes: (element-type guint): indices of the events in which what this one plans came about
 * @n_outlets: outlets that tell it
 * @n_independent: those that tell it in their own words
 * @discrepancies: (element-type RcpFoundDiscrepancy): on what the accounts differ; their indices are those in @accounts
 *
 * One happening as a set of articles tells it.
 */
typedef struct
{
  char *title;
  RcpEdtf *date;
  guint best;
  RcpAction action;
  RcpStatus status;
  GArray *accounts;
  GArray *actors;
  GArray *outcomes;
  guint n_outlets;
  guint n_independent;
  GPtrArray *discrepancies;
} RcpDossierEvent;

/**
 * RcpDossierDifference:
 * @event_a: index of an event
 * @event_b: index of another, which may be the same happening
 * @discrepancy: on what they differ; its indices go on from the accounts of the first to those of the second
 */
typedef struct
{
  guint event_a;
  guint event_b;
  RcpFoundDiscrepancy *discrepancy;
} RcpDossierDifference;

/**
 * RcpDossierAnalysis:
 * @findings: (element-type RcpFindings): of each article, publication dates sharpened by the others
 * @actors: (element-type RcpDossierActor): the actors of all
 * @actor_ids: (element-type GArray): for each article the index in @actors of each of its own; -1 for a mere place
 * @events: (element-type RcpDossierEvent): by date, undated ones last
 * @stories: (element-type GArray): articles that mainly tell one happening, each as indices (guint), by the first of them;
 *   an article that is alone with its happening is a story too
 * @across: (element-type RcpDossierDifference): on what two events differ that may be one happening
 * @shared: (element-type RcpSharedWording): passages in common; articles are indices
 *
 * All that the analysis of several articles together finds. Nothing in it depends on their order but the indices.
 */
typedef struct
{
  GPtrArray *findings;
  GPtrArray *actors;
  GPtrArray *actor_ids;
  GPtrArray *events;
  GPtrArray *stories;
  GArray *across;
  GArray *shared;
} RcpDossierAnalysis;

RcpDossierAnalysis *rcp_dossier_analysis_new  (RcpAnalyser *analyser, RcpDocument *const *documents,
                                               RcpSegmentedText *const *texts, RcpFindings *const *findings, guint n,
                                               gint32 today) G_GNUC_WARN_UNUSED_RESULT;
void                rcp_dossier_analysis_free (RcpDossierAnalysis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDossierAnalysis, rcp_dossier_analysis_free)

G_END_DECLS
