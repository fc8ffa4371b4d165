import 'server-only';

const ahead = 8 * 3_600_000;

/** The day it is in the offices at a moment, "2026-11-21", whatever zone the server's clock is set to. */
export const officeDay = (moment: Date): string => new Date(moment.getTime() + ahead).toISOString().slice(0, 10);

/** The last second of a day in the offices. */
export const endOfOfficeDay = (day: string): Date => new Date(`${day}T23:59:59+08:00`);
