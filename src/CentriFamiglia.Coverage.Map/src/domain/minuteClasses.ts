/** A class of travel minutes: `above < t <= upTo`; the last one has no upper bound. */
export interface MinuteClass {
  above: number;
  upTo: number | null;
  label: string;
  fill: string;
}

/** From light to dark, evenly in lightness, safe for the common forms of colour blindness. */
const RAMP = ['#f3f1df', '#cfe3c8', '#93cbbd', '#4fa6ad', '#2a7797', '#274b7a', '#221f4f'];

/** Colour of a comune that no sede can be reached from, drawn with dots as well. */
export const UNREACHABLE_FILL = '#d9d5cf';

/** Classes that break at the planning limits, with two finer ones below the first limit. */
export function minuteClasses(limits: readonly number[]): MinuteClass[] {
  const sorted = limits.length ? [...new Set(limits)].sort((a, b) => a - b) : [20];
  const first = sorted[0] as number;
  const bounds = [first / 4, first / 2, ...sorted];
  return [...bounds, null].map((upTo, index) => {
    const above = index === 0 ? 0 : (bounds[index - 1] as number);
    const label =
      index === 0 ? `fino a ${upTo} min` : upTo === null ? `oltre ${above} min` : `da ${above} a ${upTo} min`;
    return { above, upTo, label, fill: RAMP[Math.min(index, RAMP.length - 1)] as string };
  });
}

/** Position of a time in the classes, upper bounds inclusive; null for an unreachable comune. */
export function classOf(minutes: number | null, classes: MinuteClass[]): number | null {
  if (minutes === null) return null;
  return classes.findIndex((c) => c.upTo === null || minutes <= c.upTo);
}

/** Share of residents beyond the limit above which an area does not meet the planning criterion (90 % within). */
export const TOLERATED_SHARE_PCT = 10;
