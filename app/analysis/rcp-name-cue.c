#include "config.h"

#include "rcp-name-cue.h"

#include <string.h>

/**
 * rcp_name_cue_from_name:
 * @name: a class of name-words.tsv
 *
 * Returns: the class; 0 for none of that name.
 */
RcpNameCue
rcp_name_cue_from_name (const char *name)
{
  /* In the order of their bits. */
  static const char *const names[] = {
    "particle",      "org-head",         "org-tail",   "place-head", "place-tail",   "locative",    "relation",
    "dative",        "turn",             "acts",       "motion",     "forces",       "people",      "delegation",
    "militants",     "militant-adjective", "militant-noun", "government", "country", "medium",      "medium-qualifier",
    "qualifier",     "portfolio",        "group-state", "group-person", "group-noun", "group-qualifier", "say",
    "never",         "street",           "nature",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return (RcpNameCue) (1u << i);
  return 0;
}
