/** Minutes within which it is drawn from where a sede is reached, ascending. */
export const ISOCHRONE_MINUTES = [15, 30, 45] as const;
