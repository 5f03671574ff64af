#pragma once

#include "rcp-db.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

/**
 * RcpActorUnit:
 * @key: what names it; of one that the user split off, the key of whom it was split from, "#alias:" and the folded alias
 *   or "#article:" and the content of the article as a hash
 * @split_of: (nullable): the key of whom it was split from; NULL for an actor of the engine
 * @into: (nullable): whom it was merged into
 * @name: (nullable): the name the user gave it
 * @kind: the kind the user gave it; -1 for none
 * @ignored: the user ignores it
 * @label: (nullable): what to call it where the engine has no row for it
 * @id: its row; 0 while it has none
 *
 * An actor that a correction speaks of.
 */
typedef struct _RcpActorUnit RcpActorUnit;

struct _RcpActorUnit
{
  char *key;
  char *split_of;
  RcpActorUnit *into;
  char *name;
  int kind;
  gboolean ignored;
  char *label;
  gint64 id;

  /*< private >*/
  GPtrArray *rules;
};

/**
 * RcpActorOverlay:
 *
 * All corrections of actors that are in force, made ready to be laid over what the engine found.
 *
 * The corrections are a log, and each mention goes through it in the order in which they were made: it begins at the
 * engine's actor; "A is the same as B" takes what is at A to B; "this alias of A is somebody else" takes what is at A and
 * called that to an actor of its own, and so does "in this article, A is somebody else"; "A and B are never the same" takes
 * what came from the one to the other back. So the last word counts, chains of merges end at the last, circles cannot be,
 * a correction that is dropped from the middle leaves what it did undone and nothing else, and articles to come are treated
 * as those that were there. Names, kinds and "ignored" belong to the actor they were said of, and show where that is whom
 * others were merged into. What was said of an actor whose splitting off is dropped holds for whom it was split from.
 *
 * Belongs to one thread; nothing in it changes once it is loaded, but the rows of the units.
 */
typedef struct _RcpActorOverlay RcpActorOverlay;

RcpActorOverlay    *rcp_actor_overlay_load      (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpActorOverlay    *rcp_actor_overlay_load_with (RcpDb *db, RcpCorrectionKind kind, const char *subject,
                                                 const char *value, const char *subject_name, const char *value_name,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void                rcp_actor_overlay_free      (RcpActorOverlay *self);
gboolean            rcp_actor_overlay_is_empty  (const RcpActorOverlay *self);
GPtrArray          *rcp_actor_overlay_get_units (const RcpActorOverlay *self);
RcpActorUnit       *rcp_actor_overlay_find      (const RcpActorOverlay *self, const char *key);
const RcpActorUnit *rcp_actor_overlay_get_root  (const RcpActorUnit *unit);
RcpActorUnit       *rcp_actor_overlay_resolve   (RcpActorUnit *unit, const char *words, const char *content_hash);
gboolean            rcp_actor_overlay_has_article_rules (const RcpActorOverlay *self);
gboolean            rcp_actor_overlay_are_apart (const RcpActorOverlay *self, const char *key, const char *other);
char               *rcp_actor_overlay_sign      (const RcpActorOverlay *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *rcp_actor_overlay_list_changed (const RcpActorOverlay *before, const RcpActorOverlay *after)
  G_GNUC_WARN_UNUSED_RESULT;
char               *rcp_actor_overlay_split_key (RcpCorrectionKind kind, const char *subject, const char *value)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpActorOverlay, rcp_actor_overlay_free)

G_END_DECLS
