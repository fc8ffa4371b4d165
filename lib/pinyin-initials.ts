import 'server-only';
import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/** First letters of the pinyin of Chinese words: 困难职工 → knzg. */
export function pinyinInitials(words: string): string {
  const found =
    known.get(words) ??
    pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  known.set(words, found);
  return found;
}
