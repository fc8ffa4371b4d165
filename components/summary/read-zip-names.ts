// Follows a zip while it comes in: the names of its files, each reported as soon as its header is there, and the text
// of the last one. Ours says the size of every file before it.
import { Unzip } from 'fflate';

export type ZipFollower = {
  take(chunk: Uint8Array): void;
  names: string[];
  /** Content of the newest file that is a text. */
  text(): string;
};

export function followZip(): ZipFollower {
  const names: string[] = [];
  const decoder = new TextDecoder();
  let text = '';
  const unzip = new Unzip((file) => {
    names.push(file.name);
    const isText = file.name.endsWith('.txt');
    if (isText) text = '';
    // What is not listened to would be kept.
    file.ondata = (_, chunk, isLast) => {
      if (isText) text += decoder.decode(chunk, { stream: !isLast });
    };
    file.start();
  });
  return { names, text: () => text, take: (chunk) => unzip.push(chunk) };
}
