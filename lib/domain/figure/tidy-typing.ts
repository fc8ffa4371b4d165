// Tidies what an input method, Excel or a web page puts between the digits. Normalising alone (NFKC) leaves 。 · 、
// —.

/** Half-width text without the spaces around it; a dash is "-", a Chinese full stop ".", and no invisible
 *  characters. */
export function tidy(typed: string): string {
  return typed
    .replace(invisible, '')
    .replace(/[’‘‛`´′＇]/g, "'")
    .normalize('NFKC')
    .replace(/[。・·]/g, '.')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?([^\d.,'、 +-]) ?/gu, '$1')
    .replace(/^([+-]) /, '$1')
    .replace(/(\d)\.$/, '$1');
}

/** Digits without their thousands separators; null where those do not stand every three (or four) digits, since
 *  1,5 may be 1.5 or 15. */
export function joinDigits(number: string): string | null {
  const [whole = '', fraction, ...more] = number.trim().split('.');
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const groups = whole.split(separator);
  const isGrouped = groups.length === 1 || [3, 4].some((size) => isInGroupsOf(size, groups));
  if (!isGrouped) return null;
  const digits = groups.join('').replace(/^0+(?=\d)/, '') || '0';
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

const separator = /[,'、 ]/;
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

function isInGroupsOf(size: number, [first = '', ...rest]: string[]): boolean {
  return first.length > 0 && first.length <= size && rest.every((group) => group.length === size);
}
