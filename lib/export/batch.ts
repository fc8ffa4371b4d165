// Many files as one zip, each made when the reader has taken the one before: memory holds one file, however many there
// are.
import { zipWriter } from './zip';

export type BatchItem = {
  name: string;
  make: () => Promise<{ name: string; bytes: Uint8Array } | null>;
};
/** What became of each item; null: there was nothing to make, an Error: it failed and the others went on. */
export type BatchOutcome = { name: string; file: string | null; error: string | null };

/** The zip as a stream, its files dated `day` ("2021-12-31"). At its end stands a text file made from all outcomes.
 *  `failed` is called for every failure. */
export function streamZip(
  items: BatchItem[],
  day: string,
  closing: (outcomes: BatchOutcome[]) => { name: string; text: string },
  failed: (item: string, error: unknown) => void,
): ReadableStream<Uint8Array> {
  const zip = zipWriter(day);
  const outcomes: BatchOutcome[] = [];
  const names = new Set<string>();
  let place = 0;
  return new ReadableStream<Uint8Array>(
    {
      // Called when the reader has taken what there was: one file at a time.
      async pull(controller) {
        while (place < items.length) {
          const chunks: Uint8Array[] = [];
          outcomes.push(
            await attempt(
              items[place]!,
              (name, bytes) => chunks.push(zip.add(name, bytes)),
              names,
              failed,
            ),
          );
          place += 1;
          if (chunks.length === 0) continue;
          for (const chunk of chunks) controller.enqueue(chunk);
          return;
        }
        const { name, text } = closing(outcomes);
        controller.enqueue(zip.add(name, new TextEncoder().encode(text)));
        controller.enqueue(zip.end());
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function attempt(
  { name, make }: BatchItem,
  add: (name: string, bytes: Uint8Array) => void,
  names: Set<string>,
  failed: (item: string, error: unknown) => void,
): Promise<BatchOutcome> {
  try {
    const made = await make();
    if (!made) return { name, file: null, error: null };
    const file = uniqueName(made.name, names);
    add(file, made.bytes);
    return { name, file, error: null };
  } catch (error) {
    failed(name, error);
    return { name, file: null, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Two units may have titles that read the same. */
function uniqueName(name: string, names: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let unique = name;
  for (let number = 2; names.has(unique); number += 1)
    unique = `${name.slice(0, dot)}（${number}）${name.slice(dot)}`;
  names.add(unique);
  return unique;
}
