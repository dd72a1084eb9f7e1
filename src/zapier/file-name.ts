/** The name of a file as it is given to Dastra. */

/** The longest name that Dastra takes (`DataSubjectAttachmentDto`), in UTF-16 units. */
const LONGEST_NAME = 355;

/** What an extension looks like. */
const EXTENSION = /\.[\p{L}\p{N}]{1,10}$/u;

/** The extensions of the types that people send to each other, where nothing else names the file. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/json': '.json',
  'application/msword': '.doc',
  'application/pdf': '.pdf',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/zip': '.zip',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'message/rfc822': '.eml',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
};

/** Percent-encoded text; as it is where the encoding is broken. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The name in a `content-disposition`; the one in UTF-8 is meant to be preferred (RFC 6266). */
export const nameInHeader = (disposition: string): string => {
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  if (encoded) return decoded(encoded);
  const [, quoted, plain = ''] =
    /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? plain;
};

/** The last part of the path of an address. */
export const nameInAddress = (url: URL): string => decoded(url.pathname.split('/').at(-1) ?? '');

/**
 * A name without what could lead elsewhere or mislead: no folders, no quotes, no control or invisible
 * characters, nothing but dots; empty if nothing is left.
 */
const clean = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last
    .replace(/["\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
};

/** Not longer than Dastra takes, with its extension, and no half of a character at the cut. */
const shortened = (name: string, extension: string): string => {
  if (name.length + extension.length <= LONGEST_NAME) return name + extension;
  const cut = name.slice(0, LONGEST_NAME - extension.length);
  return cut.replace(/[\uD800-\uDBFF]$/, '') + extension;
};

/**
 * The first name that is one, made safe. Without extension it gets that of the names after it, else that
 * of the type.
 * @param names what the file may be called, the best first
 * @param type its media type
 */
export const fileName = (names: readonly string[], type: string): string => {
  const usable = names.map(clean).filter(Boolean);
  // The first extension is the best name's own, where it has one.
  const extension =
    usable.flatMap((name) => EXTENSION.exec(name)?.[0] ?? [])[0] ?? EXTENSIONS[type];
  const [best = 'file'] = usable;
  return shortened(best.replace(EXTENSION, ''), extension ?? '');
};
