#include "config.h"

#include "rcp-cross-words.h"

#include <glib/gi18n-lib.h>

/**
 * rcp_cell_state_get_label:
 *
 * Returns: (transfer none): what @state means, in the user's language: for legends and for screen readers.
 */
const char *
rcp_cell_state_get_label (RcpCellState state)
{
  switch (state)
    {
    case RCP_CELL_REPORTED:
      return _("reported");
    case RCP_CELL_DIFFERS:
      return _("says otherwise");
    case RCP_CELL_OTHER:
      return _("other or vaguer date, number");
    case RCP_CELL_SAME_WORDING:
      return _("same wording");
    case RCP_CELL_BEFORE:
      return _("published before it, can’t know");
    case RCP_CELL_ABSENT:
    default:
      return _("absent");
    }
}

/**
 * rcp_cell_state_get_sign:
 *
 * Returns: (transfer none): one character that stands for @state where there are no icons.
 */
const char *
rcp_cell_state_get_sign (RcpCellState state)
{
  switch (state)
    {
    case RCP_CELL_REPORTED:
      return "●";
    case RCP_CELL_DIFFERS:
      return "≠";
    case RCP_CELL_OTHER:
      return "◐";
    case RCP_CELL_SAME_WORDING:
      return "⧉";
    case RCP_CELL_BEFORE:
      return "·";
    case RCP_CELL_ABSENT:
    default:
      return "–";
    }
}
