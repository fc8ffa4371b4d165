import { Listeners } from '@/components/ui/observable';
import type { EnterDirection } from './grid-controller';

const key = 'gongbao.enter-direction';
const listeners = new Listeners();

export const enterDirections: readonly EnterDirection[] = ['down', 'empty', 'stay'];
export const subscribeDirection = listeners.subscribe;

/** Where Enter goes, as this browser remembers it. */
export function enterDirection(): EnterDirection {
  const kept = globalThis.localStorage?.getItem(key);
  return enterDirections.find((direction) => direction === kept) ?? 'down';
}

export function chooseDirection(direction: string): void {
  localStorage.setItem(key, direction);
  listeners.notify();
}
