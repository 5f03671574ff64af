#include "config.h"

#include "rcp-page-private.h"

#include <string.h>

/* What pages call their parts. English words serve nearly everywhere, French and German ones beside them; each is looked for
 * inside of the class, the id, the role and the itemprop of an element. */

const char *const rcp_page_hint_names[RCP_PAGE_N_HINTS] = { "comment", "related", "share", "promotion", "navigation", "footer",
                                                            "side", "caption", "byline", "header", "teaser", "tags", "notice",
                                                            "content", "body" };

/* Looked for anywhere in a word. */
static const char *const parts[RCP_PAGE_N_HINTS][16] = {
  [RCP_PAGE_HINT_COMMENT] = { "comment", "kommentar", "disqus", "respond", "reply", "replies", "discussion", "reaction" },
  [RCP_PAGE_HINT_RELATED] = { "related", "recommend", "similar", "readmore", "read-more", "more-", "morenews", "lire-aussi", "popular",
                              "trending", "mostread", "most-read", "outbrain", "taboola", "also" },
  [RCP_PAGE_HINT_SHARE] = { "share", "sharing", "social", "partage", "facebook", "twitter", "addtoany", "addthis", "follow" },
  [RCP_PAGE_HINT_PROMOTION] = { "promo", "advert", "sponsor", "newsletter", "subscri", "abonn", "paywall", "banner", "donat", "signup",
                                "sign-up", "werbung", "dfp", "piano", "cta" },
  [RCP_PAGE_HINT_NAVIGATION] = { "menu", "navi", "navbar", "breadcrumb", "pagination", "pager", "skip", "cookie", "consent", "modal",
                                 "popup", "overlay", "search", "toolbar", "dropdown" },
  [RCP_PAGE_HINT_FOOTER] = { "footer", "foot-", "bottom", "fuss" },
  [RCP_PAGE_HINT_SIDE] = { "sidebar", "side-bar", "sidecol", "rail", "aside", "widget", "complementary", "rightcol", "right-col" },
  [RCP_PAGE_HINT_CAPTION] = { "caption", "credit", "legende", "figure", "gallery", "slideshow", "photo", "image", "media", "video" },
  [RCP_PAGE_HINT_BYLINE] = { "byline", "author", "auteur", "autor", "dateline", "timestamp", "pubdate", "publish", "meta", "posted",
                             "updated", "signature", "bio" },
  [RCP_PAGE_HINT_HEADER] = { "header", "headline", "masthead", "title", "titre", "kicker", "topbar", "top-bar" },
  [RCP_PAGE_HINT_TEASER] = { "teaser", "card", "thumb", "carousel", "slider", "listing", "grid", "feed", "archive", "latest" },
  [RCP_PAGE_HINT_TAGS] = { "tags", "tag-", "-tag", "categor", "topics", "keyword", "label" },
  [RCP_PAGE_HINT_NOTICE] = { "copyright", "legal", "disclaim", "contentinfo", "imprint", "rights", "notice", "print", "hidden", "noprint" },
  [RCP_PAGE_HINT_CONTENT] = { "content", "article", "story", "post", "entry", "main", "page", "inhalt", "contenu" },
  [RCP_PAGE_HINT_BODY] = { "articlebody", "article-body", "article_body", "article__body", "article-content", "article__content",
                           "articlecontent", "entry-content", "post-content", "post-body", "story-body", "storybody", "article-text",
                           "bodytext", "body-text" },
};

/** rcp_page_hints_of: a bit for each #RcpPageHint that @word, in lower case, hints at. */
guint
rcp_page_hints_of (const char *word)
{
  guint hints = 0;

  for (guint i = 0; i < RCP_PAGE_N_HINTS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (parts[i]) && parts[i][k] && !(hints & 1u << i); k++)
      if (strstr (word, parts[i][k]))
        hints |= 1u << i;
  return hints;
}
