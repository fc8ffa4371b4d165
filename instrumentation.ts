import type { Instrumentation } from 'next';

/** Runs once when the server starts: it does not serve with a setting that would make it unsafe. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkEnvironment, refuseToServe } = await import('@/lib/env');
  const { checkDelivery } = await import('@/lib/delivery/settings');
  try {
    checkEnvironment();
    checkDelivery();
  } catch (error) {
    refuseToServe(error);
  }
  const { meetRequests } = await import('@/lib/request/arrival');
  meetRequests({ address: process.env.NEXTAUTH_URL!, proxies: process.env.TRUSTED_PROXIES });
  const { followParent } = await import('@/lib/draining');
  followParent();
  const { startEveryMinute } = await import('@/lib/delivery/every-minute');
  startEveryMinute();
}

/** Logs what failed while a page or an action was made, with the number that the page shows. The route, not the
 *  address: an address can hold the token of an invitation. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  request,
  { routePath, routeType },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log');
  const number = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error(
    { number, method: request.method, route: routePath, kind: routeType, err: error },
    'request failed',
  );
};
