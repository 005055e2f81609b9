/** Production has no mocks: the API is on the same host. */
export const startMocks = (_onPersonChanged: () => Promise<void>): Promise<void> =>
  Promise.resolve();
