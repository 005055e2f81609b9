/** Production has no mocks: the API is on the same host. */
export const startMocks = (): Promise<void> => Promise.resolve();
