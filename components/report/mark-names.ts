// Names of the fields of a reviewer's marks: the table and the action that reads it agree on them here.

/** The boxes: one name, a list of indicator codes. */
export const markName = 'mark[]';

/** The note on an indicator. */
export const noteName = (indicator: string): string => `${noted}${indicator}`;
export const noteId = (indicator: string): string => `note-${indicator}`;

export const noted = 'note.';
