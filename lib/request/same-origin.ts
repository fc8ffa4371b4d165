// Changes of state are taken only from our own pages (CSRF): a browser says where a request comes from, and the
// configured address (NEXTAUTH_URL) decides whether that is here. Host does not: it is what a proxy or the sender
// made of it.

/** Whether a request was made by a page of the configured address. A missing Origin is a refusal. */
export function isSameOrigin(headers: Headers, configured: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  return origin !== null && ownOrigins(configured).includes(origin);
}

/** The origins that are ours: that of the configured address; on a machine of one's own under each of its names. */
export function ownOrigins(configured: string | undefined): string[] {
  if (!configured || !URL.canParse(configured)) return [];
  const { protocol, hostname, port, origin } = new URL(configured);
  if (!loopback.includes(hostname)) return [origin];
  return loopback.map((name) => `${protocol}//${name}${port && `:${port}`}`);
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];
