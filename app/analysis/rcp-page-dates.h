#pragma once

#include "rcp-date-shape.h"

G_BEGIN_DECLS

/* Private to the inference of publication dates: what a date that stands on a page is the date of. */

/**
 * RcpPageDateRole:
 * @RCP_PAGE_DATE_TOLD: of something that the text tells of
 * @RCP_PAGE_DATE_STATED: of the article, said so or in a line that holds nothing but names and a time
 * @RCP_PAGE_DATE_REVISED: of the article's last change
 * @RCP_PAGE_DATE_DOCUMENT: of another text that the article relays ("Communiqué de presse – 12 juin 2019")
 * @RCP_PAGE_DATE_STRAY: of a comment or of another article named on the page
 */
typedef enum
{
  RCP_PAGE_DATE_TOLD,
  RCP_PAGE_DATE_STATED,
  RCP_PAGE_DATE_REVISED,
  RCP_PAGE_DATE_DOCUMENT,
  RCP_PAGE_DATE_STRAY,
} RcpPageDateRole;

/**
 * RcpPageDates:
 *
 * The words that stand beside dates on pages, in both languages: pages mix them. Immutable once made, any thread.
 */
typedef struct _RcpPageDates RcpPageDates;

RcpPageDates   *rcp_page_dates_new      (GError **error);
void            rcp_page_dates_free     (RcpPageDates *self);
guint           rcp_page_dates_end_head (const RcpSegmentedText *text);
RcpPageDateRole rcp_page_dates_role     (const RcpPageDates *self, const RcpSegmentedText *text,
                                         const RcpDateShape *shape, guint head_end);

gboolean        rcp_page_dates_is_revision (const RcpPageDates *self, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpPageDates, rcp_page_dates_free)

G_END_DECLS
