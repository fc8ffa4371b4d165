import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipWriter } from '@/lib/export/zip';
import { followZip } from './read-zip-names';

test('a zip is followed however it is cut into pieces, also where its files are zips', () => {
  const inner = zipWriter('2021-12-31');
  const nested = Buffer.concat([inner.add('里面.xml', new Uint8Array(50)), inner.end()]);
  const zip = zipWriter('2021-12-31');
  const whole = Buffer.concat([
    zip.add('建湖县.docx', nested),
    zip.add('空.docx', new Uint8Array()),
    zip.add('说明.txt', new TextEncoder().encode('已做好')),
    zip.end(),
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
      (sizes) => {
        const follower = followZip();
        let at = 0;
        for (let turn = 0; at < whole.byteLength; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          follower.take(new Uint8Array(whole.subarray(at, at + size)));
          at += size;
        }
        expect(follower.names).toEqual(['建湖县.docx', '空.docx', '说明.txt']);
        expect(follower.text()).toBe('已做好');
      },
    ),
  );
});
