// The one module that knows the spreadsheet library. It is small, young and pinned; whoever replaces it changes this file.
export { writeXlsx } from 'hucre/xlsx';
export type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
