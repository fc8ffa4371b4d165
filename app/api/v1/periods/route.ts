import { handlersOf } from '@/lib/api/handle';
import { listPeriods } from '@/lib/api/operations/lists';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(listPeriods);
