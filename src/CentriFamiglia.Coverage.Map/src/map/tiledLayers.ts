import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import { PATTERNS } from '../drawing/patternList';
import { patternId } from '../drawing/patterns';
import { ROAD_GREYS } from '../drawing/styles';
import { LEVELS, type Level } from '../text/words';
import type { Ground } from './features/painting';
import { growing, INK } from './layerKit';
import { POINTS, ROADS, TILED } from './tiles';

/** The borders of comuni are finer than those of areas. */
const BORDER: Record<Level, number> = { ats: 0.9, distretto: 0.9, ambito: 0.9, comune: 0.3 };

/** From which zoom the comuni are told apart under any view. */
export const COMUNI_FROM = 8;

/** Marks of one area at a time: what is selected, and where the keyboard is. */
export const MARKS = {
  focus: { halo: 6, line: '#0b1f33', width: 3 },
  ring: { halo: 8, line: '#0059b3', width: 4 },
} as const;

export type Mark = keyof typeof MARKS;

export const fillOf = (level: Level): string => `${TILED[level]}-fill`;
export const borderOf = (level: Level): string => `${TILED[level]}-border`;
export const patternOf = (level: Level, pattern: string): string => `${TILED[level]}-${pattern}`;
export const markLayersOf = (level: Level, mark: Mark): string[] => [
  `${TILED[level]}-${mark}-halo`,
  `${TILED[level]}-${mark}`,
];

const of = (level: Level) => ({ source: TILED[level], 'source-layer': TILED[level] });
const hidden = { visibility: 'none' } as const;

const OUTSIDE: ExpressionSpecification = ['boolean', ['feature-state', 'outside'], false];

/** A layer for each pattern, seen where one is used: an image cannot hang on what an answer says, how opaque it is can. */
const patternLayers = (level: Level): LayerSpecification[] =>
  PATTERNS.map((paint) => ({
    id: patternOf(level, patternId(paint)),
    type: 'fill',
    ...of(level),
    layout: hidden,
    paint: {
      'fill-pattern': patternId(paint),
      'fill-opacity': [
        'case',
        ['!=', ['to-string', ['feature-state', 'pattern']], patternId(paint)],
        0,
        OUTSIDE,
        0.12,
        0.9,
      ],
    },
  }));

/** The surfaces of every level, painted by what the answers say of each. */
export const SURFACE_LAYERS: LayerSpecification[] = LEVELS.flatMap((level): LayerSpecification[] => [
  {
    id: fillOf(level),
    type: 'fill',
    ...of(level),
    layout: hidden,
    paint: {
      'fill-color': ['to-color', ['feature-state', 'fill'], 'rgba(0,0,0,0)'],
      'fill-opacity': ['case', OUTSIDE, 0.12, 0.92],
    },
  },
  ...patternLayers(level),
]);

export const COMUNI_BORDER: LayerSpecification = {
  id: 'comuni-lines',
  type: 'line',
  ...of('comune'),
  minzoom: COMUNI_FROM,
  layout: hidden,
  paint: { 'line-color': INK, 'line-width': 0.5, 'line-opacity': growing(COMUNI_FROM, 0, 10, 0.4) },
};

export const BORDER_LAYERS: LayerSpecification[] = LEVELS.map((level) => ({
  id: borderOf(level),
  type: 'line',
  ...of(level),
  layout: { 'line-join': 'round', ...hidden },
  paint: { 'line-color': '#ffffff', 'line-width': growing(7, BORDER[level], 11, 2 * BORDER[level]) },
}));

/** Lines around the one area that has the mark. */
export const areaMarks = (mark: Mark): LayerSpecification[] =>
  LEVELS.flatMap((level): LayerSpecification[] => {
    const { halo, line, width } = MARKS[mark];
    const [under, over] = markLayersOf(level, mark) as [string, string];
    const drawn = (id: string, color: string, wide: number): LayerSpecification => ({
      id,
      type: 'line',
      ...of(level),
      layout: { 'line-join': 'round', ...hidden },
      paint: {
        'line-color': color,
        'line-width': wide,
        'line-opacity': ['case', ['boolean', ['feature-state', mark], false], 1, 0],
      },
    });
    return [drawn(under, '#ffffff', halo), drawn(over, line, width)];
  });

/** The ground: the eight ATS with their shadow, and their line over everything that is painted. */
export const ATS_GROUND: LayerSpecification[] = [
  {
    id: 'ats-shadow',
    type: 'line',
    ...of('ats'),
    layout: hidden,
    paint: { 'line-color': '#b9c4cf', 'line-width': 7, 'line-blur': 6, 'line-opacity': 0.7 },
  },
  {
    id: 'ats-ground',
    type: 'fill',
    ...of('ats'),
    layout: hidden,
    paint: { 'fill-color': '#ffffff', 'fill-antialias': false },
  },
];

export const ATS_LINE: LayerSpecification = {
  id: 'ats-line',
  type: 'line',
  ...of('ats'),
  layout: { 'line-join': 'round', ...hidden },
  paint: { 'line-color': INK, 'line-width': growing(7, 1, 11, 2), 'line-opacity': 0.75 },
};

/** Where residents are counted: a circle as large as they are many; one that stands for several has a pale middle. */
export const DEMAND_LAYER: LayerSpecification = {
  id: 'demand',
  type: 'circle',
  source: POINTS,
  'source-layer': POINTS,
  layout: { ...hidden, 'circle-sort-key': ['-', ['to-number', ['get', 'residenti']]] },
  paint: {
    'circle-radius': growing(6.5, radius(0.02), 10, radius(0.05), 14, radius(0.2)),
    'circle-color': ['case', ['>', ['get', 'conteggio'], 1], '#b9c9d8', '#5b7690'],
    'circle-opacity': 0.75,
    'circle-stroke-color': '#33475b',
    'circle-stroke-width': ['case', ['>', ['get', 'conteggio'], 1], 1.6, 0.6],
  },
};

/** Motorways and the like, and what is less: to find one's way by, the greater the broader. */
const byRoad = <Value extends string | number>(great: Value, less: Value): ExpressionSpecification => [
  'match',
  ['to-string', ['get', 'classe']],
  ['motorway', 'trunk'],
  great,
  less,
];

const roads = (id: string, paint: NonNullable<LineLayerSpecification['paint']>): LayerSpecification => ({
  id,
  type: 'line',
  source: ROADS,
  'source-layer': ROADS,
  layout: { 'line-join': 'round', 'line-cap': 'round', ...hidden },
  paint,
});

/** Two greys on a pale casing, which keeps them readable over every class, and the answers in front. */
export const ROAD_LAYERS: LayerSpecification[] = [
  roads('roads-casing', {
    'line-color': '#ffffff',
    'line-width': growing(6, byRoad(2, 0), 11, byRoad(4.4, 2.6)),
    'line-opacity': 0.45,
  }),
  roads('roads', {
    'line-color': byRoad(ROAD_GREYS.great, ROAD_GREYS.less),
    'line-width': growing(6, byRoad(1, 0.5), 11, byRoad(2.6, 1.2)),
    'line-opacity': 0.85,
  }),
];

/** What the ground has besides, as it is switched. */
export const GROUND_LAYERS: Record<keyof Ground, readonly string[]> = {
  demand: [DEMAND_LAYER.id],
  roads: ROAD_LAYERS.map(({ id }) => id),
};

/** CSS pixels for each square root of a resident: the surface tells how many they are. */
function radius(pixels: number): ExpressionSpecification {
  return ['max', 1, ['*', pixels, ['sqrt', ['to-number', ['get', 'residenti']]]]];
}

/** Layers that are seen as soon as it is known where the tiles are. */
export const ALWAYS = ['ats-shadow', 'ats-ground', 'comuni-lines', 'ats-line'] as const;
