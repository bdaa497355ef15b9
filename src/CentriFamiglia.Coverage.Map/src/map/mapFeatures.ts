import type { EffectRow } from '../api/proposalRows';
import type { ComuneRow, IsochroneRow, SiteRow } from '../api/rows';
import { isochroneStyle } from '../domain/isochrones';
import { LEVEL_WORDS } from '../domain/levels';
import { unitWords } from '../domain/measures';
import { ASIDE, areaMinutes, type Paint, paintArea, paintCatchment, paintComune, paintValue } from '../domain/painting';
import { SITE_MARKERS, SUGGESTION_MARKERS } from '../domain/sites';
import { verdictLabel } from '../domain/verdicts';
import { itemsOf, type MeasureData, measureClasses } from '../state/measureData';
import { type AreaRecord, type Shapes, suggestionCode, type ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { formatMinutes, formatValue } from '../text/numbers';
import { type Collection, collection } from './collection';
import type { Picked } from './coverageMap';
import { describeOpen, doorPoints } from './doorFeatures';
import { findingPainter, findingPoints } from './findingFeatures';
import { fragilityPoints } from './fragilityFeatures';
import { labelPoint } from './geometry';
import { markerId } from './markers';
import { patternId } from './patterns';

/** Rows as features that carry only what the map draws and picks. */
function drawn<Row>(shapes: Shapes<Row>, properties: (row: Row) => Picked & Record<string, unknown>): Collection {
  return collection(
    shapes.features.map((f) => ({ type: 'Feature', geometry: f.geometry, properties: properties(f.properties) })),
  );
}

const painted = ({ fill, pattern, ink }: Paint) =>
  pattern === 'plain' ? { fill } : { fill, pattern: patternId(pattern, ink) };

/** The surfaces of the view: areas, or comuni where the level says so. */
export function surfaces(data: ViewData, state: ViewState): Collection {
  const { comuni, proposals } = data;
  if (comuni && proposals) {
    return comuneSurfaces(comuni, state, (row) => ({
      subtitle: catchmentWords(row, proposals.effects.get(row.pro_com_t)),
      paint: paintCatchment(row.pro_com_t, proposals),
    }));
  }
  const { open } = data;
  if (comuni && open) {
    return comuneSurfaces(comuni, state, (row) => describeOpen(open.rows.get(row.pro_com_t)));
  }
  if (comuni && data.measure && state.level === 'comune') {
    const describe = measurePainter(data.measure, data, state);
    return comuneSurfaces(comuni, state, (row) => describe(row.pro_com_t));
  }
  if (state.level === 'comune' && comuni) {
    return comuneSurfaces(comuni, state, (row) => ({
      subtitle: row.minuti === null ? 'non raggiungibile' : formatMinutes(row.minuti),
      paint: paintComune(row, data.classes),
    }));
  }
  const level = data.areaLevel;
  const describe = areaPainter(data, state);
  return drawn<AreaRecord>(data.areas, (row) => ({
    kind: level,
    code: row.codice,
    title: row.nome,
    subtitle: describe(row).subtitle,
    outside: state.ats !== null && row.ats !== state.ats,
    border: 0.9,
    ...painted(describe(row).paint),
  }));
}

function areaPainter(data: ViewData, state: ViewState): (row: AreaRecord) => { subtitle: string; paint: Paint } {
  if (data.findings) {
    const describe = findingPainter(data.findings, data.areaLevel, state);
    return (row) => describe(row.codice);
  }
  if (data.fragility) return (row) => ({ subtitle: verdictLabel(row.verdetto), paint: ASIDE });
  if (data.measure) {
    const describe = measurePainter(data.measure, data, state);
    return (row) => describe(row.codice);
  }
  return (row) => ({
    subtitle:
      state.theme === 'tempi'
        ? `${state.statistic} ${formatMinutes(areaMinutes(row, state.statistic))}`
        : verdictLabel(row.verdetto),
    paint: paintArea(row, state, data.classes),
  });
}

function measurePainter(
  measure: MeasureData,
  data: ViewData,
  state: ViewState,
): (code: string) => { subtitle: string; paint: Paint } {
  const classes = measureClasses(measure, state, data.provenance.limits);
  const items = itemsOf(measure, state);
  return (code) => {
    const value = items.get(code)?.value ?? null;
    return {
      subtitle: value === null ? 'senza valore' : `${formatValue(value)} ${unitWords(measure.unit)}`,
      paint: paintValue(value, classes),
    };
  };
}

/** Points of the views that have their own: they stand in the place of the sedi. */
export function ownPoints(data: ViewData, state: ViewState): Collection | null {
  if (data.findings) return findingPoints(data.findings, state);
  if (data.fragility) return fragilityPoints(data.fragility, state);
  return data.open ? doorPoints(data, data.open, state) : null;
}

function comuneSurfaces(
  comuni: Shapes<ComuneRow>,
  state: ViewState,
  describe: (row: ComuneRow) => { subtitle: string; paint: Paint },
): Collection {
  return drawn<ComuneRow>(comuni, (row) => {
    const { subtitle, paint } = describe(row);
    return {
      kind: 'comune',
      code: row.pro_com_t,
      title: row.comune,
      subtitle,
      outside: state.ats !== null && row.ats !== state.ats,
      border: 0.3,
      ...painted(paint),
    };
  });
}

function catchmentWords(row: ComuneRow, effect: EffectRow | undefined): string {
  if (!effect) return `nessuna proposta è più vicina · ${formatMinutes(row.minuti)}`;
  return `verso ${effect.sede_proposta_nome}: ${formatMinutes(effect.minuti_prima)} → ${formatMinutes(effect.minuti_dopo)}`;
}

/** Only what counts is on the map: planned and closed sedi are in the downloads. */
export function siteMarkers(data: ViewData, state: ViewState): Collection {
  const active = data.sites.features.filter((f) => f.properties.status === 'active');
  return drawn<SiteRow>({ ...data.sites, features: active }, (row) => ({
    kind: 'sede',
    code: row.site_id,
    title: row.name,
    subtitle: `${SITE_MARKERS[row.role]?.label ?? row.role} · ${row.comune}`,
    marker: markerId(SITE_MARKERS[row.role] ?? SITE_MARKERS['non dichiarato']),
    rank: row.role === 'hub' ? 1 : 0,
    outside: state.ats !== null && row.ats !== state.ats,
  }));
}

/** The farthest first, so that the nearest lies on top. */
export const isochroneSurfaces = (shapes: Shapes<IsochroneRow>): Collection =>
  collection(
    [...shapes.features]
      .sort((a, b) => b.properties.minuti - a.properties.minuti)
      .map((f) => ({
        type: 'Feature',
        geometry: f.geometry,
        properties: { fill: isochroneStyle(f.properties.minuti).fill },
      })),
  );

export function suggestionMarkers(data: ViewData, state: ViewState): Collection {
  return drawn(data.suggestions, (row) => ({
    kind: 'proposta',
    code: suggestionCode(row),
    title: row.comune,
    subtitle: SUGGESTION_MARKERS[row.tipo].label,
    marker: markerId(SUGGESTION_MARKERS[row.tipo]),
    rank: 2,
    outside: state.ats !== null && row.ats !== state.ats,
  }));
}

/** Names at the best point of each area; the most populous first where there is no room for all. */
export function areaNames(shapes: Shapes<AreaRecord>, level: ViewData['areaLevel']): Collection {
  return names(
    shapes,
    (row) => (level === 'ats' ? `${LEVEL_WORDS.ats.one} ${row.nome}` : row.nome),
    level === 'ats' ? 14 : 11.5,
  );
}

export const comuneNames = (shapes: Shapes<ComuneRow>): Collection => names(shapes, (row) => row.comune, 10);

function names<Row extends { residenti: number }>(
  shapes: Shapes<Row>,
  name: (row: Row) => string,
  size: number,
): Collection {
  return collection(
    shapes.features.flatMap((f) => {
      const coordinates = labelPoint(f.geometry);
      if (!coordinates) return [];
      const properties = { name: name(f.properties), rank: -f.properties.residenti, size };
      return [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties }];
    }),
  );
}
