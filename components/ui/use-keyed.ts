import { useCallback, useSyncExternalStore } from 'react';
import type { ObservableMap } from '@/components/ui/observable';

/** A value of the map; drawn anew when it changes. */
export function useKeyed<T extends object>(map: ObservableMap<T>, key: string): T | undefined {
  const subscribe = useCallback((listener: () => void) => map.subscribe(key, listener), [map, key]);
  const read = () => map.get(key);
  return useSyncExternalStore(subscribe, read, read);
}
