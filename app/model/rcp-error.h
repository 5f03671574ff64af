#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every domain that can reach a person is declared here, because the doors choose the sentence by domain and code and
 * may not include the rooms that fail. Messages are for logs, in English, and name what failed. */

/**
 * RcpTextError:
 * @RCP_TEXT_ERROR_EMPTY: no byte, or only white space
 * @RCP_TEXT_ERROR_BINARY: the bytes are no text
 * @RCP_TEXT_ERROR_TOO_LARGE: more bytes than an article may have
 * @RCP_TEXT_ERROR_ENCODING: no character set fits the bytes
 * @RCP_TEXT_ERROR_NO_ARTICLE: readable, but holds no article text
 * @RCP_TEXT_ERROR_TOO_DEEP: markup nested beyond the limit
 */
typedef enum
{
  RCP_TEXT_ERROR_EMPTY,
  RCP_TEXT_ERROR_BINARY,
  RCP_TEXT_ERROR_TOO_LARGE,
  RCP_TEXT_ERROR_ENCODING,
  RCP_TEXT_ERROR_NO_ARTICLE,
  RCP_TEXT_ERROR_TOO_DEEP,
} RcpTextError;
#define RCP_TEXT_ERROR (rcp_text_error_quark ())
GQuark rcp_text_error_quark (void);

/**
 * RcpAnalysisError:
 * @RCP_ANALYSIS_ERROR_RESOURCE: a file that ships with the program is missing or damaged
 * @RCP_ANALYSIS_ERROR_LEXICON: the lexicon of names is missing or damaged; the analysis goes on without
 */
typedef enum
{
  RCP_ANALYSIS_ERROR_RESOURCE,
  RCP_ANALYSIS_ERROR_LEXICON,
} RcpAnalysisError;
#define RCP_ANALYSIS_ERROR (rcp_analysis_error_quark ())
GQuark rcp_analysis_error_quark (void);

/**
 * RcpStoreError:
 * @RCP_STORE_ERROR_NOT_A_LIBRARY: the file is no SQLite file, or one of another program
 * @RCP_STORE_ERROR_TOO_NEW: written by a newer version of the program
 * @RCP_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @RCP_STORE_ERROR_LOCKED: another process holds it
 * @RCP_STORE_ERROR_DAMAGED: SQLite's own check fails
 * @RCP_STORE_ERROR_FULL: the disk is full
 * @RCP_STORE_ERROR_NOT_FOUND: no such row
 * @RCP_STORE_ERROR_EXISTS: the same thing is already there
 * @RCP_STORE_ERROR_CLOSED: the library is being closed
 * @RCP_STORE_ERROR_FAILED: anything else SQLite says
 */
typedef enum
{
  RCP_STORE_ERROR_NOT_A_LIBRARY,
  RCP_STORE_ERROR_TOO_NEW,
  RCP_STORE_ERROR_READ_ONLY,
  RCP_STORE_ERROR_LOCKED,
  RCP_STORE_ERROR_DAMAGED,
  RCP_STORE_ERROR_FULL,
  RCP_STORE_ERROR_NOT_FOUND,
  RCP_STORE_ERROR_EXISTS,
  RCP_STORE_ERROR_CLOSED,
  RCP_STORE_ERROR_FAILED,
} RcpStoreError;
#define RCP_STORE_ERROR (rcp_store_error_quark ())
GQuark rcp_store_error_quark (void);

/**
 * RcpImportError:
 * @RCP_IMPORT_ERROR_NOT_REGULAR: a named pipe, a socket, a device
 * @RCP_IMPORT_ERROR_DUPLICATE: the same article is already in the library
 * @RCP_IMPORT_ERROR_UNSUPPORTED: a kind of file that holds no article
 */
typedef enum
{
  RCP_IMPORT_ERROR_NOT_REGULAR,
  RCP_IMPORT_ERROR_DUPLICATE,
  RCP_IMPORT_ERROR_UNSUPPORTED,
} RcpImportError;
#define RCP_IMPORT_ERROR (rcp_import_error_quark ())
GQuark rcp_import_error_quark (void);

/**
 * RcpFetchError:
 * @RCP_FETCH_ERROR_ADDRESS: no address this program can fetch
 * @RCP_FETCH_ERROR_OFFLINE: no connection
 * @RCP_FETCH_ERROR_CERTIFICATE: the server's certificate is refused
 * @RCP_FETCH_ERROR_TIMEOUT: no answer in time
 * @RCP_FETCH_ERROR_STATUS: the server's answer makes no sense, or is an error that no other code fits
 * @RCP_FETCH_ERROR_TOO_LARGE: more bytes than allowed
 * @RCP_FETCH_ERROR_NOT_A_FEED: what is there is no feed
 * @RCP_FETCH_ERROR_GONE: the server says it is gone for good
 * @RCP_FETCH_ERROR_NOT_FOUND: the server knows nothing there
 * @RCP_FETCH_ERROR_DENIED: the server wants a login, or refuses
 * @RCP_FETCH_ERROR_BUSY: the server asks to come again later
 * @RCP_FETCH_ERROR_SERVER: the server has a fault of its own
 * @RCP_FETCH_ERROR_REDIRECT: one address leads to the next too often, in a circle, or out of the web
 * @RCP_FETCH_ERROR_CUT: the answer broke off before its end
 * @RCP_FETCH_ERROR_PACKING: the answer cannot be unpacked
 * @RCP_FETCH_ERROR_PORTAL: the network answered in the server's place: it wants a login first
 * @RCP_FETCH_ERROR_WEB_PAGE: where a feed was looked for is a web page
 */
typedef enum
{
  RCP_FETCH_ERROR_ADDRESS,
  RCP_FETCH_ERROR_OFFLINE,
  RCP_FETCH_ERROR_CERTIFICATE,
  RCP_FETCH_ERROR_TIMEOUT,
  RCP_FETCH_ERROR_STATUS,
  RCP_FETCH_ERROR_TOO_LARGE,
  RCP_FETCH_ERROR_NOT_A_FEED,
  RCP_FETCH_ERROR_GONE,
  RCP_FETCH_ERROR_NOT_FOUND,
  RCP_FETCH_ERROR_DENIED,
  RCP_FETCH_ERROR_BUSY,
  RCP_FETCH_ERROR_SERVER,
  RCP_FETCH_ERROR_REDIRECT,
  RCP_FETCH_ERROR_CUT,
  RCP_FETCH_ERROR_PACKING,
  RCP_FETCH_ERROR_PORTAL,
  RCP_FETCH_ERROR_WEB_PAGE,
} RcpFetchError;
#define RCP_FETCH_ERROR (rcp_fetch_error_quark ())
GQuark rcp_fetch_error_quark (void);

/**
 * RcpValueError:
 * @RCP_VALUE_ERROR_EDTF: not a date in EDTF
 */
typedef enum
{
  RCP_VALUE_ERROR_EDTF,
} RcpValueError;
#define RCP_VALUE_ERROR (rcp_value_error_quark ())
GQuark rcp_value_error_quark (void);

char *rcp_error_describe (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
