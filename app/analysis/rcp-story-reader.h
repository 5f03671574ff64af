#pragma once

#include "rcp-document.h"
#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpStoryFeature:
 * @key: a word, a number, a day, an actor…, hashed
 * @weight: how much of it the article has
 * @share: in what share of texts it is anyway, 0 to 1
 * @is_name: it names somebody or a place
 *
 * Something an article is made of. A plain value.
 */
typedef struct
{
  guint32 key;
  float weight;
  float share;
  gint32 is_name;
} RcpStoryFeature;

/**
 * RcpStoryArticle:
 * @language: 0 for French, 1 for English, 2 for any other
 * @day: when what it mainly tells happened, or else when it appeared; %RCP_DAY_INVALID where neither is known
 * @is_day_sure: nothing speaks against it
 * @words: (element-type RcpStoryFeature): its words as stems, by key; what articles of one language are compared by
 * @bridges: (element-type RcpStoryFeature): names, numbers, days, happenings and words that look alike, by key; what
 *   articles of two languages are compared by
 *
 * What grouping needs of one article; small beside its text.
 */
typedef struct
{
  guint language;
  gint32 day;
  gboolean is_day_sure;
  GArray *words;
  GArray *bridges;
} RcpStoryArticle;

#define RCP_STORY_N_LANGUAGES 3

typedef struct _RcpStoryReader RcpStoryReader;

RcpStoryReader  *rcp_story_reader_new   (GError **error);
void             rcp_story_reader_free  (RcpStoryReader *self);
RcpStoryArticle *rcp_story_reader_read  (const RcpStoryReader *self, const RcpSegmentedText *text,
                                         const RcpFindings *findings) G_GNUC_WARN_UNUSED_RESULT;
RcpStoryArticle *rcp_story_article_new  (guint language, gint32 day) G_GNUC_WARN_UNUSED_RESULT;
void             rcp_story_article_free (RcpStoryArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoryReader, rcp_story_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoryArticle, rcp_story_article_free)

G_END_DECLS
