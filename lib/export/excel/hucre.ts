// The one module that knows the spreadsheet library, with lib/import/parse-workbook.mjs, which reads in a process of
// its own. It is small, young and pinned; whoever replaces it changes this file.
export { writeXlsx } from 'hucre/xlsx';
export type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
