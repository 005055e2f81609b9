/** Production has no gallery. */
export const galleryRoutes = [] as const;
