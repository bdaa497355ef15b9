/**
 * Bounds that put about as many values in each of `parts` classes, with three significant digits; where many values are equal
 * there are fewer classes, none of them empty.
 */
export function quantileBounds(values: readonly number[], parts: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const greatest = sorted[sorted.length - 1] ?? 0;
  const cuts = Array.from(
    { length: parts - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) / parts) * sorted.length) - 1] ?? 0,
  );
  const bounds = cuts.map((cut) => Number(cut.toPrecision(3))).filter((bound) => bound < greatest);
  return [...new Set(bounds)].filter((bound, i, all) =>
    sorted.some((v) => v <= bound && (i === 0 || v > (all[i - 1] as number))),
  );
}
