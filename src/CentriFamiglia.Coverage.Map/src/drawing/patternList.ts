import type { Paint } from './paint';
import { patternId } from './patterns';
import {
  BEYOND_LIMIT,
  LAYOUT_PAINTS,
  OUTCOME_PAINTS,
  REACH_PAINTS,
  SHIFT_PAINTS,
  UNREACHABLE,
  VERDICT_PAINTS,
} from './styles';

const judgements = [VERDICT_PAINTS, OUTCOME_PAINTS, LAYOUT_PAINTS, REACH_PAINTS, SHIFT_PAINTS].flatMap((paints) =>
  Object.values(paints),
);

/** Every pattern that a surface of the map may have, once. */
export const PATTERNS: readonly Omit<Paint, 'fill'>[] = [
  ...new Map(
    [...judgements, BEYOND_LIMIT, UNREACHABLE]
      .filter(({ pattern }) => pattern !== 'plain')
      .map((paint) => [patternId(paint), paint]),
  ).values(),
];
