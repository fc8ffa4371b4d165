// Days as the offices count them. China has one time, eight hours ahead of UTC all the year; a server's clock may be
// set to any zone.

const ahead = 8 * 3_600_000;

/** The day it is in the offices at a moment, "2026-11-21"; also what an input for dates takes. */
export function officeDay(moment: Date): string {
  return new Date(moment.getTime() + ahead).toISOString().slice(0, 10);
}

/** The first moment of a day in the offices. */
export function beginOfOfficeDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The last second of a day in the offices. */
export function endOfOfficeDay(day: string): Date {
  return new Date(`${day}T23:59:59+08:00`);
}

/** Whether a text is a day of the calendar within two centuries, "2022-01-05": the thirtieth of February is none. */
export function isDay(text: string | null | undefined): text is string {
  if (!text || !/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** "2022年1月5日": a day as official texts write it. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
