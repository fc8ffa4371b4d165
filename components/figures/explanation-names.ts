// Names of the fields around an explanation: the page, its form and the action that reads it agree on them here.

/** Id of a check's explanation on the page. */
export const explanationId = (check: string): string => `explanation-${check}`;

/** Name of the field with the explanation, of the box that lets it go out, of what stood there, and of the box that
 *  confirms an old one. */
export const explanationName = (check: string): string => `${explained}${check}`;
export const publicName = (check: string): string => `public.${check}`;
export const seenName = (check: string): string => `seen.${check}`;
export const confirmationName = (check: string): string => `${confirmed}${check}`;

export const explained = 'explanation.';
export const confirmed = 'confirm.';
