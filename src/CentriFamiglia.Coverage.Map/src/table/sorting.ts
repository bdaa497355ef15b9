type Value = string | number | boolean | null | undefined;

const collator = new Intl.Collator('it', { numeric: true, sensitivity: 'base' });

/**
 * Rows in order; those without a value (an unreachable comune) come last, whichever way the order goes, and after them those that are
 * to stand aside (of which nothing is known).
 */
export function sortedBy<Row>(
  rows: readonly Row[],
  value: (row: Row) => Value,
  descending: boolean,
  isAside: (row: Row) => boolean = () => false,
): Row[] {
  const sign = descending ? -1 : 1;
  const missing = (v: Value) => v === null || v === undefined || v === '' || Number.isNaN(v);
  return [...rows].sort((a, b) => {
    if (isAside(a) !== isAside(b)) return Number(isAside(a)) - Number(isAside(b));
    const [x, y] = [value(a), value(b)];
    if (missing(x) || missing(y)) return Number(missing(x)) - Number(missing(y));
    return sign * compare(x as string | number | boolean, y as string | number | boolean);
  });
}

function compare(x: string | number | boolean, y: string | number | boolean): number {
  if (typeof x === 'string' || typeof y === 'string') return collator.compare(String(x), String(y));
  return Number(x) - Number(y);
}
