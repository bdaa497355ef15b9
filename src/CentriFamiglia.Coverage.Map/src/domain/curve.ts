/** Residents within a time of the nearest sede. */
export interface CurvePoint {
  minutes: number;
  /** Share of the area's residents, 0..100. */
  percent: number;
}

const COLUMN = /^(residenti|quota)_entro_(\d+)(?:_min|_minuti)?(?:_pct)?$/;

/** The curve 5..60 minutes out of a row's columns, ascending; empty where the row has none. */
export function curveOf(row: object, residents: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const [column, value] of Object.entries(row)) {
    const match = COLUMN.exec(column);
    if (!match || typeof value !== 'number') continue;
    const percent = match[1] === 'quota' ? value : residents > 0 ? (value / residents) * 100 : 0;
    points.push({ minutes: Number(match[2]), percent });
  }
  return points.sort((a, b) => a.minutes - b.minutes);
}
