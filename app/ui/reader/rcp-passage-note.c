#include "config.h"

#include "rcp-passage-note.h"

/* How much of the text around a passage a note keeps, to find it again should the text change (W3C Web Annotation
 * Data Model, TextQuoteSelector). */
#define CONTEXT_CHARS 32

/**
 * rcp_passage_note_dup_words:
 * @passage: code points of the article; what lies past its end is left out
 *
 * Returns: (transfer full): the words of the passage.
 */
char *
rcp_passage_note_dup_words (RcpArticleDetail *detail, RcpRange passage)
{
  const char *text = rcp_article_detail_get_text (detail);
  glong length = g_utf8_strlen (text, -1);

  return g_utf8_substring (text, MIN ((glong) passage.start, length), MIN ((glong) passage.end, length));
}

/**
 * rcp_passage_note_new:
 * @passage: what the note is about; empty for the whole article
 * @body: the user's words
 *
 * Returns: (transfer full): a note that is not saved yet, anchored by position and by quotation.
 */
RcpNote *
rcp_passage_note_new (RcpArticleDetail *detail, RcpRange passage, const char *body)
{
  guint before = passage.start > CONTEXT_CHARS ? passage.start - CONTEXT_CHARS : 0;
  gboolean whole = passage.end <= passage.start;
  g_autofree char *quote = whole ? NULL : rcp_passage_note_dup_words (detail, passage);
  g_autofree char *prefix =
    whole ? NULL : rcp_passage_note_dup_words (detail, (RcpRange){ before, passage.start });
  g_autofree char *suffix =
    whole ? NULL : rcp_passage_note_dup_words (detail, (RcpRange){ passage.end, passage.end + CONTEXT_CHARS });

  return g_object_new (RCP_TYPE_NOTE, "target", whole ? RCP_NOTE_ARTICLE : RCP_NOTE_PASSAGE, "article-id",
                       rcp_article_get_id (rcp_article_detail_get_article (detail)), "start", passage.start, "end",
                       whole ? passage.start : passage.end, "quote", quote, "prefix", prefix, "suffix", suffix, "body",
                       body, NULL);
}
