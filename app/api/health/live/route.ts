/** The process answers. Says nothing of the database, so that a broken database does not restart the process. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } });
}
