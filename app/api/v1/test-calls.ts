// Calls the handlers that the server would call, on a real database, with a token of a made-up world.
import { readdirSync } from 'node:fs';
import { createToken } from '@/lib/data/people/access-tokens';
import { putApproval, putSignature } from '@/lib/data/testing/test-records';
import { fillAll, makeWorld, type UnitKey, type World } from '@/lib/data/testing/test-world';
import type { TokenRight } from '@/lib/domain/access/access-token';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** Addresses of the route files as OpenAPI writes them, with their files. */
export const routeFiles = new Map(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => [
      `/api/v1/${file.replace(/\/?route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`,
      `./${file}`,
    ]),
);

export type Call = {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};

/** Calls an address: "/api/v1/units?limit=2". */
export async function call(
  address: string,
  { method = 'GET', token, headers = {}, body }: Call = {},
): Promise<Response> {
  const { pathname } = new URL(address, 'http://localhost');
  for (const [path, file] of routeFiles) {
    const found = new RegExp(
      `^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    ).exec(pathname);
    if (!found) continue;
    const route = (await import(/* @vite-ignore */ new URL(file, import.meta.url).href)) as Record<
      string,
      Handler
    >;
    const request = new Request(new URL(address, 'http://localhost'), {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body,
    });
    return route[method]!(request, {
      params: Promise.resolve(found.groups ? { ...found.groups } : undefined),
    });
  }
  throw new Error(`No route for ${pathname}`);
}

/** Sends a proposal; every call has a key of its own unless one is given. */
export function proposeTo(
  world: World,
  unit: UnitKey,
  period: string,
  token: string,
  figures: unknown,
  key: string = crypto.randomUUID(),
): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return call(`/api/v1/reports/${world.unit[unit].code}/${period}/proposals`, {
    method: 'POST',
    token,
    headers,
    body: JSON.stringify({ figures }),
  });
}

export type Made = {
  world: World;
  token: (unit: UnitKey, rights?: TokenRight[], days?: number) => Promise<string>;
  approved: (unit: UnitKey, period: string, typed?: string) => Promise<string>;
};

/** A world whose administrators make tokens and whose reports get approved. */
export async function makeCallers(): Promise<Made> {
  const world = await makeWorld();
  return {
    world,
    token: (unit, rights = ['read', 'propose'], days = 30) =>
      createToken(world.viewer(unit, 'administrator'), {
        name: `${world.unit[unit].name}财务系统`,
        purpose: '试验',
        unitCode: world.unit[unit].code,
        rights,
        expiresAt: new Date(Date.now() + days * 86_400_000),
      }),
    approved: async (unit, period, typed = '0') => {
      const id = await world.report(unit, period);
      await fillAll(world.viewer(unit, 'reporter'), id, typed);
      await approve(world, unit, id);
      return id;
    },
  };
}

/** Signs and approves what stands in the newest submission, as far as the database is concerned. */
export async function approve(world: World, unit: UnitKey, reportId: string): Promise<void> {
  await putSignature(
    reportId,
    world.viewer(unit, 'reporter').personId,
    world.viewer(unit, 'signatory').personId,
  );
  await putApproval(reportId, world.viewer('city', 'reviewer').personId);
}
