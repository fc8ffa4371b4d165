/** What somebody wrote, well-formed, with plain line breaks (a form sends two characters for each) and without the
 *  characters that nobody sees: control characters but tabs and line breaks, zero-width spaces and marks, and those
 *  that turn the direction of what follows, a name beside it included. Joiners stay: emoji and some scripts are
 *  written with them. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseen, '').replace(half, '\ufffd');
}

/** The same for every text in a value that JSON.parse reads: its second argument. */
export const cleanValue = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? cleanText(value) : value;

// Half a character, as it is left where a text is cut in the middle of an emoji: neither PostgreSQL nor XML takes it.
// As String.toWellFormed, which older browsers in offices do not have.
const half = /\p{Surrogate}/gu;

const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
