// Names of the fields of a reviewer's marks: the table and the action that reads it agree on them here.

/** The boxes: one name, a list of indicator codes. */
export const markName = 'mark[]';

/** The marks that had been noted when the page was made: what is noted since is not thrown away by it. */
export const draftedName = 'drafted[]';
/** The note that stood there then. */
export const draftedNoteName = (indicator: string): string => `drafted.${indicator}`;

/** The note on an indicator. */
export const noteName = (indicator: string): string => `${noted}${indicator}`;
export const noteId = (indicator: string): string => `note-${indicator}`;

export const noted = 'note.';
