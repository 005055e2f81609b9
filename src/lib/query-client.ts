import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const RETRIES = 2;

/** Only what may pass by itself is tried again: the network, and a busy server. */
const shouldRetry = (failures: number, error: Error): boolean =>
  failures < RETRIES && (!(error instanceof ApiProblem) || error.status === 503);

/** The cache of the server's answers. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
