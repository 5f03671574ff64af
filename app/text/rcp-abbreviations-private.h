#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpAbbreviation:
 * @RCP_ABBREVIATION_NONE: a plain word; a stop after it ends the sentence
 * @RCP_ABBREVIATION_TITLE: something always follows ("M.", "Gen."): the stop never ends the sentence
 * @RCP_ABBREVIATION_OPEN: may stand last ("etc.", "Inc."): the stop ends the sentence only before a word that begins one
 * @RCP_ABBREVIATION_NUMBER: an abbreviation only before a number ("No. 5", "p. 12", "Jan. 6")
 */
typedef enum
{
  RCP_ABBREVIATION_NONE,
  RCP_ABBREVIATION_TITLE,
  RCP_ABBREVIATION_OPEN,
  RCP_ABBREVIATION_NUMBER,
} RcpAbbreviation;

RcpAbbreviation rcp_abbreviation_find  (const char *folded, gboolean french, gboolean english);
gboolean        rcp_is_elided          (const char *folded, gsize length, gboolean english);
gboolean        rcp_is_sentence_opener (const char *folded, gsize length);

G_END_DECLS
