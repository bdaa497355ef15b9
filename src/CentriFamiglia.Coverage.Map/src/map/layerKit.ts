import type { ExpressionSpecification } from 'maplibre-gl';

export const INK = '#17324d';

/** What is outside the chosen ATS stays visible but steps back. */
export const dimmed = (full: number, faint: number): ExpressionSpecification => [
  'case',
  ['boolean', ['get', 'outside'], false],
  faint,
  full,
];

/** A value that grows with the zoom, from one zoom to the other. */
export const growing = (...stops: (number | ExpressionSpecification)[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
