// Follows a zip while it comes in: the names of its files, each told as soon as its header is there, and the text of the
// last one. Ours says the size of every file before it.

export type ZipFollower = {
  take(chunk: Uint8Array): void;
  names: string[];
  /** Content of the newest file that is a text. */ text(): string;
};

export function followZip(): ZipFollower {
  const names: string[] = [];
  let held = new Uint8Array();
  let skip = 0;
  let content: Uint8Array[] | null = null;
  return {
    names,
    text: () => new TextDecoder().decode(joined(content ?? [])),
    take(chunk) {
      held = joined([held, chunk]);
      for (;;) {
        const passed = Math.min(skip, held.byteLength);
        if (passed > 0) content?.push(held.slice(0, passed));
        held = held.slice(passed);
        skip -= passed;
        if (skip > 0 || held.byteLength < 30) return;
        const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
        if (view.getUint32(0, true) !== localHeader) return;
        const end = 30 + view.getUint16(26, true) + view.getUint16(28, true);
        if (held.byteLength < end) return;
        const name = new TextDecoder().decode(held.slice(30, 30 + view.getUint16(26, true)));
        names.push(name);
        content = name.endsWith('.txt') ? [] : null;
        skip = view.getUint32(18, true);
        held = held.slice(end);
      }
    },
  };
}

const localHeader = 0x04034b50;

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
