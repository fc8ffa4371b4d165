import { handlersOf } from '@/lib/api/handle';
import { listFigures } from '@/lib/api/operations/figures';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(listFigures);
