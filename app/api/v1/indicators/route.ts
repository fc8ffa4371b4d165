import { handlersOf } from '@/lib/api/handle';
import { listIndicators } from '@/lib/api/operations/lists';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(listIndicators);
