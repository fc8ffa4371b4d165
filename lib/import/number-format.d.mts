export function shownNumber(value: number, format: string | undefined): string;
