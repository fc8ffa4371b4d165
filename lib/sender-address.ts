/** The address that a request came from, of its X-Forwarded-For: the last one is what our own proxy wrote, those before it
 *  are what the sender claims. Without a proxy the server fills in the connection's address only where the header is
 *  missing: a sender who brings one chooses it, and a limit for each address holds only together with one for all or for
 *  the account. Empty where there is none. */
export function senderAddress(forwarded: unknown): string {
  return (
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  );
}
