// Changes of state are taken only from our own pages (CSRF): a browser says where a request comes from.

/** Whether a request was made by a page of this very address. A missing Origin is a refusal. */
export function isSameOrigin(headers: Headers, configured: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const host = new URL(origin).host;
  return (
    host === headers.get('host') ||
    (configured !== undefined && origin === new URL(configured).origin)
  );
}
