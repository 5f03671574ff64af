#include "config.h"

#include "rcp-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (rcp-text-error-quark, rcp_text_error)
G_DEFINE_QUARK (rcp-analysis-error-quark, rcp_analysis_error)
G_DEFINE_QUARK (rcp-store-error-quark, rcp_store_error)
G_DEFINE_QUARK (rcp-import-error-quark, rcp_import_error)
G_DEFINE_QUARK (rcp-fetch-error-quark, rcp_fetch_error)
G_DEFINE_QUARK (rcp-value-error-quark, rcp_value_error)

typedef struct
{
  int code;
  const char *sentence;
} Sentence;

static const Sentence text_sentences[] = {
  { RCP_TEXT_ERROR_EMPTY, N_("The file is empty.") },
  { RCP_TEXT_ERROR_BINARY, N_("The file holds no text.") },
  { RCP_TEXT_ERROR_TOO_LARGE, N_("The file is too large for an article.") },
  { RCP_TEXT_ERROR_ENCODING, N_("The characters of this file cannot be made out.") },
  { RCP_TEXT_ERROR_NO_ARTICLE, N_("This page holds no article text.") },
  { RCP_TEXT_ERROR_TOO_DEEP, N_("The page’s markup is nested too deeply to be an article.") },
};

static const Sentence analysis_sentences[] = {
  { RCP_ANALYSIS_ERROR_RESOURCE, N_("A word list that belongs to the program is missing or damaged.") },
  { RCP_ANALYSIS_ERROR_LEXICON,
    N_("The list of names that belongs to the program is missing or damaged, so fewer actors are found. Installing "
       "Recoupe again mends it.") },
};

static const Sentence store_sentences[] = {
  { RCP_STORE_ERROR_NOT_A_LIBRARY, N_("The file is not a Recoupe library.") },
  { RCP_STORE_ERROR_TOO_NEW, N_("The library was written by a newer version of Recoupe. Update the program to open it.") },
  { RCP_STORE_ERROR_READ_ONLY, N_("The library cannot be written: the file or its folder is read-only.") },
  { RCP_STORE_ERROR_LOCKED, N_("Another program is using the library. Close it and try again.") },
  { RCP_STORE_ERROR_DAMAGED, N_("The library is damaged.") },
  { RCP_STORE_ERROR_FULL, N_("The disk is full. Nothing that was saved before is lost.") },
  { RCP_STORE_ERROR_NOT_FOUND, N_("It is no longer in the library.") },
  { RCP_STORE_ERROR_EXISTS, N_("It is already in the library.") },
  { RCP_STORE_ERROR_CLOSED, N_("The library is being closed.") },
  { RCP_STORE_ERROR_FAILED, N_("The library could not be read or written.") },
};

static const Sentence import_sentences[] = {
  { RCP_IMPORT_ERROR_NOT_REGULAR, N_("This is not a file: a pipe, a socket or a device cannot be an article.") },
  { RCP_IMPORT_ERROR_DUPLICATE, N_("The same article is already in the library.") },
  { RCP_IMPORT_ERROR_UNSUPPORTED, N_("Files of this kind hold no article.") },
};

static const Sentence fetch_sentences[] = {
  { RCP_FETCH_ERROR_ADDRESS, N_("This is not a web address.") },
  { RCP_FETCH_ERROR_OFFLINE, N_("No connection. Saved articles stay available.") },
  { RCP_FETCH_ERROR_CERTIFICATE, N_("The site’s certificate cannot be trusted, so nothing was fetched.") },
  { RCP_FETCH_ERROR_TIMEOUT, N_("The site did not answer in time.") },
  { RCP_FETCH_ERROR_STATUS, N_("The site answered with an error.") },
  { RCP_FETCH_ERROR_TOO_LARGE, N_("What the site sends is too large.") },
  { RCP_FETCH_ERROR_NOT_A_FEED, N_("No feed found at this address.") },
  { RCP_FETCH_ERROR_GONE, N_("The site says this address is gone for good.") },
  { RCP_FETCH_ERROR_NOT_FOUND, N_("The site has nothing at this address.") },
  { RCP_FETCH_ERROR_DENIED, N_("The site wants a login, or refuses programs like this one.") },
  { RCP_FETCH_ERROR_BUSY, N_("The site is busy and asks to come again later.") },
  { RCP_FETCH_ERROR_SERVER, N_("The site has a fault of its own at the moment.") },
  { RCP_FETCH_ERROR_REDIRECT, N_("This address leads from one to the next and never arrives.") },
  { RCP_FETCH_ERROR_CUT, N_("The site’s answer broke off before its end.") },
  { RCP_FETCH_ERROR_PACKING, N_("The site’s answer is damaged: it cannot be unpacked.") },
  { RCP_FETCH_ERROR_PORTAL,
    N_("This network wants a login before it lets anything through. Open a page in the browser, log in, and try again.") },
  { RCP_FETCH_ERROR_WEB_PAGE, N_("This is a web page, not a feed.") },
};

static const Sentence value_sentences[] = {
  { RCP_VALUE_ERROR_EDTF, N_("This is not a date.") },
};

static const Sentence io_sentences[] = {
  { G_IO_ERROR_NOT_FOUND, N_("There is no such file.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("The file may not be read.") },
  { G_IO_ERROR_IS_DIRECTORY, N_("This is a folder.") },
  { G_IO_ERROR_NO_SPACE, N_("The disk is full. Nothing that was saved before is lost.") },
  { G_IO_ERROR_TIMED_OUT, N_("There was no answer in time.") },
  { G_IO_ERROR_CANCELLED, N_("Stopped.") },
};

static const char *
sentence_of (const Sentence *sentences, gsize n_sentences, int code)
{
  for (gsize i = 0; i < n_sentences; i++)
    if (sentences[i].code == code)
      return g_dgettext (GETTEXT_PACKAGE, sentences[i].sentence);
  return NULL;
}

/**
 * rcp_error_describe:
 * @error: what went wrong
 *
 * Chooses the sentence for a person by @error's domain and code; the message of @error, which is for logs, is used only
 * where no sentence fits.
 *
 * Returns: (transfer full): one or two sentences in the user's language.
 */
char *
rcp_error_describe (const GError *error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == RCP_TEXT_ERROR)
    sentence = sentence_of (text_sentences, G_N_ELEMENTS (text_sentences), error->code);
  else if (error->domain == RCP_ANALYSIS_ERROR)
    sentence = sentence_of (analysis_sentences, G_N_ELEMENTS (analysis_sentences), error->code);
  else if (error->domain == RCP_STORE_ERROR)
    sentence = sentence_of (store_sentences, G_N_ELEMENTS (store_sentences), error->code);
  else if (error->domain == RCP_IMPORT_ERROR)
    sentence = sentence_of (import_sentences, G_N_ELEMENTS (import_sentences), error->code);
  else if (error->domain == RCP_FETCH_ERROR)
    sentence = sentence_of (fetch_sentences, G_N_ELEMENTS (fetch_sentences), error->code);
  else if (error->domain == RCP_VALUE_ERROR)
    sentence = sentence_of (value_sentences, G_N_ELEMENTS (value_sentences), error->code);
  else if (error->domain == G_IO_ERROR)
    sentence = sentence_of (io_sentences, G_N_ELEMENTS (io_sentences), error->code);
  return g_strdup (sentence ? sentence : error->message);
}
