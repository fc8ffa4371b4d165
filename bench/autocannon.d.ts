// The part of autocannon that the benchmark uses; the package brings no types.
declare module 'autocannon' {
  type Request = {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    setupRequest(request: Request): Request;
    onResponse(status: number, body: string): void;
  };
  type Options = {
    url: string;
    connections: number;
    amount: number;
    timeout: number;
    setupClient(client: { setRequests(requests: Request[]): void }): void;
  };
  type Result = { '2xx': number; non2xx: number; errors: number };
  export default function autocannon(options: Options): Promise<Result>;
}
