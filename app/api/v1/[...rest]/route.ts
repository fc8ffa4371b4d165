import { answerProblem, ProblemError } from '@/lib/api/problem';
import { localeOfHeader } from '@/lib/api/words';

/** What is no address of the interface is said in its own way, not with a page. */
function answer(request: Request): Response {
  return answerProblem(
    localeOfHeader(request.headers.get('accept-language')),
    new ProblemError(404, 'no-such-address'),
  );
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
