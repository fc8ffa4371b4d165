/** The day a moment falls on in the offices, as an input for dates takes it. */
export function officeDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Today in the offices. */
export function today(): string {
  return officeDay(new Date());
}
