// Text as spreadsheets put it on the clipboard: cells between tabs, rows between line ends, quotes around what holds
// either of them.

/** Cells of a copied block. A line end after the last row makes no row of its own. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' && cell === '') {
      const quoted = readQuoted(text, at);
      if (quoted) {
        cell = quoted.text;
        at = quoted.end;
        continue;
      }
    }
    if (char === '\t') endCell();
    else if (char === '\n') {
      endCell();
      rows.push([]);
    } else if (!(char === '\r' && text[at + 1] === '\n')) cell += char;
    at += 1;
  }
  endCell();
  const last = rows.at(-1)!;
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** A block for the clipboard. */
export function printClipboard(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\r\n');
}

/** A quoted cell from its opening quote; null where the quote is not closed before the next tab or line end, and so is
 *  a character like any other. */
function readQuoted(text: string, start: number): { text: string; end: number } | null {
  const found = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
  found.lastIndex = start;
  const match = found.exec(text);
  return match ? { text: match[1]!.replaceAll('""', '"'), end: found.lastIndex } : null;
}
