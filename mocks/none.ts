/** Production has no mocks: the API is on the same host. */
export const startMocks = (_onPersonChanged: () => void): Promise<void> => Promise.resolve();
