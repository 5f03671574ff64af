#include "config.h"

#include "rcp-anchors.h"

#include "rcp-text-diff.h"

typedef struct
{
  gint64 id;
  RcpRange range;
} Anchor;

static GArray *
list_anchors (RcpDb *db, const char *sql, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, sql);
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      Anchor anchor = { rcp_stmt_int (stmt, 0), { rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2) } };

      g_array_append_val (anchors, anchor);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&anchors) : NULL;
}

static gboolean
move (RcpDb *db, const char *sql, const GArray *anchors, const RcpTextDiff *diff, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, sql);

  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);
      RcpRange mapped = { 0, 0 };

      rcp_text_diff_map_range (diff, anchor->range, &mapped);
      rcp_stmt_bind_int (stmt, ":id", anchor->id);
      rcp_stmt_bind_int (stmt, ":start", mapped.start);
      rcp_stmt_bind_int (stmt, ":end", mapped.end);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_anchors_follow:
 * @article_id: an article whose text is replaced
 * @before: the text it has
 * @after: the text it gets
 *
 * Moves the notes and corrections that are anchored in it to where their words are then. Where these are gone, the note or
 * the correction stays with the article as a whole, with the words it quotes.
 */
gboolean
rcp_anchors_follow (RcpDb *db, gint64 article_id, const char *before, const char *after, GError **error)
{
#define ANCHORS(table) "SELECT id, start_offset, end_offset FROM " table " WHERE article_id = :article AND end_offset > 0"
#define MOVE(table) "UPDATE " table " SET start_offset = :start, end_offset = :end WHERE id = :id"
  static const struct
  {
    const char *list;
    const char *move;
  } tables[] = {
    { ANCHORS ("note"), MOVE ("note") },
    { ANCHORS ("correction"), MOVE ("correction") },
    { ANCHORS ("correction_dropped"), MOVE ("correction_dropped") },
  };
#undef ANCHORS
#undef MOVE
  g_autoptr (RcpSegmentedText) old = NULL, new = NULL;
  g_autoptr (RcpTextDiff) diff = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GArray) anchors = list_anchors (db, tables[i].list, article_id, error);

      if (!anchors)
        return FALSE;
      if (anchors->len == 0)
        continue;
      if (!diff)
        {
          old = rcp_segmented_text_new (before, "", NULL);
          new = rcp_segmented_text_new (after, "", NULL);
          diff = rcp_text_diff_new (old, new);
        }
      if (!move (db, tables[i].move, anchors, diff, error))
        return FALSE;
    }
  return TRUE;
}
