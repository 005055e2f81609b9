/** The end of an axis of shares: the next round one that holds all. */
export const axisTop = (shares: readonly number[]): number => {
  const most = Math.max(0, ...shares);
  return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].find((top) => most <= top) ?? 1;
};
