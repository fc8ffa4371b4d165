/** The address that a request came from, of its X-Forwarded-For: the last one is what our own proxy or server wrote, those
 *  before it are what the sender claims. Empty where there is none. */
export function senderAddress(forwarded: unknown): string {
  return String(forwarded ?? '').split(',').at(-1)?.trim() ?? '';
}
