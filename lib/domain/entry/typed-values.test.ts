import { expect, test } from 'vitest';
import { keepable, typedValues } from './typed-values';

test('a field may have any name, also one that every object has', () => {
  const values = typedValues([
    ['constructor', 'a'],
    ['__proto__', 'b'],
    ['toString', 'c'],
    ['toString', 'd'],
  ]);
  expect(Object.entries(values)).toEqual([
    ['constructor', ['a']],
    ['__proto__', ['b']],
    ['toString', ['c', 'd']],
  ]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});

test('what the framework adds is left out, and secrets are not kept', () => {
  const values = typedValues([
    ['$ACTION_ID', 'x'],
    ['name', '东风'],
    ['password', 'own'],
  ]);
  expect(values).toEqual({ name: ['东风'], password: ['own'] });
  expect(keepable(values)).toEqual({ name: ['东风'] });
});
