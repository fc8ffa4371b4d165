// The request that Next would hand to our code, for tests: its headers, and the cookies of a browser.
type Cookie = { name: string; value: string };

let arrived = new Headers();
const jar = new Map<string, Cookie>();

export const headers = async (): Promise<Headers> => arrived;
export const cookies = async () => ({
  get: (name: string) => jar.get(name),
  set: (name: string, value: string) => void jar.set(name, { name, value }),
});

/** A request comes with these headers; the cookies are those that stand. */
export function arrive(given: Record<string, string>): void {
  arrived = new Headers(given);
}

/** A browser that has been nowhere yet. */
export function forgetCookies(): void {
  jar.clear();
}
