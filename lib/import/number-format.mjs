// What the number format of a cell makes of its number: a format may show 12345678 as 1234.5678, or write 万 behind
// it. What is shown is what people mean; so that is what is read, exactly and not rounded.

/** A number as its format shows its size: "1234.5678", "12.8万", "93.5%". */
export function shownNumber(value, format) {
  const text = digits(value);
  const section = sectionFor(value, format ?? '');
  if (!format || section === null || /^general$/i.test(section.trim())) return text;
  if (section.trim() === '') return '';
  const bare = withoutLiterals(section);
  if (bare.includes('%')) return `${digits(Number((value * 100).toPrecision(13)))}%`;
  if (!/[0#?]/.test(bare)) return /[ymdhs]/i.test(bare) || section.trim() === '@' ? text : '';
  const shift = 3 * trailingCommas(bare) + marked(section);
  return `${shift === 0 ? text : moved(text, shift)}${scaleWord(section)}`;
}

/** The digits that a spreadsheet shows of a number, never with an exponent. */
function digits(value) {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
    : text;
}

/** The section of a format that a number is shown by: a condition of its own, else above, below, equal to zero. */
function sectionFor(value, format) {
  const sections = split(format);
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]/.exec(section));
  if (conditions.some(Boolean)) {
    const at = conditions.findIndex((found) => found && holds(value, found[1], Number(found[2])));
    return at >= 0 ? sections[at] : (sections.find((_, one) => !conditions[one]) ?? null);
  }
  if (sections.length === 1) return sections[0];
  if (value < 0) return sections[1];
  return value === 0 && sections.length > 2 ? sections[2] : sections[0];
}

function holds(value, sign, than) {
  if (sign === '<') return value < than;
  if (sign === '<=') return value <= than;
  if (sign === '>') return value > than;
  if (sign === '>=') return value >= than;
  return sign === '=' ? value === than : value !== than;
}

/** Sections at the semicolons that stand in no quotes. */
function split(format) {
  const sections = [''];
  for (const part of format.match(/"[^"]*"|\\.|!.|[^"\\!]/g) ?? []) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

/** A section without quoted texts, escaped signs, colours and languages. */
const withoutLiterals = (section) =>
  section.replace(/"[^"]*"|[\\!].|_.|\*.|\[[^\]]*\]/g, '').replace(/[万亿]/g, '');

const trailingCommas = (bare) => (/[0#?](,+)(?=[^0#?,]*$)/.exec(bare)?.[1] ?? '').length;

/** Places that stand behind a point which is only written: 0!.0000 shows ten-thousandths of the number. */
function marked(section) {
  const found = /(?:[!\\]\.|"\.")([0#?]+)/.exec(section.replace(/\[[^\]]*\]/g, ''));
  return found ? found[1].length : 0;
}

/** 万, 亿, 千 and the unit after it that a format writes behind the number. */
function scaleWord(section) {
  const said = [...section.matchAll(/"([^"]*)"|[\\!](.)|([万亿])/g)]
    .map(([, quoted, escaped, plain]) => quoted ?? escaped ?? plain ?? '')
    .join('')
    .replace(/[\s.]/g, '');
  return /^[十百千万亿]+(?:元|人次|人|个|家|户|件)?$|^[%‰]$/.test(said) ? said : '';
}

/** A decimal text with its point moved to the left. */
function moved(text, places) {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const padded = whole.padStart(places + 1, '0');
  const joined = `${padded.slice(0, -places)}.${padded.slice(-places)}${fraction}`;
  return sign + joined.replace(/\.?0+$/, '').replace(/^$/, '0');
}
