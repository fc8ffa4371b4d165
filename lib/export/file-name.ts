/** A name that every system can store: no separators, no signs with a meaning, not too long. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...safe].slice(0, 80).join('') || 'gongbao'}.${extension}`;
}

/** Content-Disposition of a download (RFC 6266, RFC 8187): an ASCII name for old programs, the real one for all
 *  others. */
export function attachmentHeader(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).replace(/[^a-z0-9]/gi, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="gongbao.${extension}"; filename*=UTF-8''${encoded}`;
}
