import 'server-only';

// Beside the modules: the route that answers and the hook that listens to the parent are bundled apart.
const kept = globalThis as typeof globalThis & { gongbaoDraining?: boolean };

/** Whether this server is on its way down: it still answers, but wants no new requests. */
export const isDraining = (): boolean => kept.gongbaoDraining ?? false;

/** Listens for the program that started this server (bin/steps/run.mjs): it says "drain" before it says SIGTERM. */
export function followParent(): void {
  process.on('message', (message) => {
    if (message === 'drain') kept.gongbaoDraining = true;
  });
}
