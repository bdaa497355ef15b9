import type { Feature, Geometry } from 'geojson';
import { rowsOf, type Shapes } from '../../api/apiClient';
import { findingCode } from '../../domain/findings';
import { outlineOf } from '../../domain/outline';
import { suggestionCode } from '../../domain/proposals';
import type { ViewData } from '../../state/viewData';
import type { Selection } from '../../state/viewState';
import type { AreaName } from './painting';

/** What is put around a selection: the border of an area, which the tiles have, or shapes. */
export interface Focus {
  area: AreaName | null;
  shapes: (Geometry | null)[];
}

export const NO_FOCUS: Focus = { area: null, shapes: [] };

type Placed = Pick<Feature<Geometry | null>, 'geometry' | 'bbox'>;

/** What is put around what is selected; nothing where the view does not hold it. */
export function focusOf(selection: Selection, data: ViewData): Focus {
  const area = areaOf(selection, data);
  if (area) return { area, shapes: [] };
  const shapes = placesOf(selection, data).map((f) => f.geometry);
  return { area: null, shapes: [...shapes, ...outline(selection, data)] };
}

/** Where what is selected is, with a proposal its catchment; nothing where the view does not hold it. */
export function placesOf(selection: Selection, data: ViewData): Placed[] {
  const pick = <Row>(shapes: Shapes<Row> | null, code: (row: Row) => string): Placed[] =>
    (shapes?.features ?? []).filter((f) => code(f.properties) === selection.code);
  if (selection.kind === 'sede') return pick(data.sites, (row) => row.site_id);
  if (selection.kind === 'proposta') return pick(data.suggestions, suggestionCode);
  if (selection.kind === 'comune') return pick(data.comuni, (row) => row.pro_com_t);
  if (selection.kind !== 'rilievo')
    return selection.kind === data.areaLevel ? pick(data.areas, (row) => row.codice) : [];
  const area = areaOf(selection, data);
  return area ? placesOf(area, data) : pick(data.findings, findingCode);
}

/** The area that is selected, or that the finding is about, where the view has it. */
function areaOf({ kind, code }: Selection, data: ViewData): AreaName | null {
  if (kind === 'comune') return { kind, code };
  if (kind !== 'rilievo') return kind === data.areaLevel ? { kind, code } : null;
  const finding = rowsOf(data.findings ?? { type: 'FeatureCollection', features: [] }).find(
    (row) => findingCode(row) === code,
  );
  const isHere =
    finding?.livello === data.areaLevel && rowsOf(data.areas).some(({ codice }) => codice === finding.codice);
  return isHere && finding ? { kind: data.areaLevel, code: finding.codice } : null;
}

/** The comuni that would go to a proposal, so that the map shows them all. */
export const catchmentOf = (selection: Selection, data: ViewData): Placed[] =>
  ofCatchment(selection, data, data.comuni);

/** The border of the catchment, where the borders of the comuni are known. */
function outline(selection: Selection, data: ViewData): Geometry[] {
  const surfaces = ofCatchment(selection, data, data.comuneShapes).map((f) => f.geometry);
  return surfaces.length > 0 ? [outlineOf(surfaces)] : [];
}

function ofCatchment(selection: Selection, { proposals, suggestions }: ViewData, comuni: ViewData['comuni']): Placed[] {
  if (selection.kind !== 'proposta' || !proposals) return [];
  const row = rowsOf(suggestions).find((r) => suggestionCode(r) === selection.code);
  return (comuni?.features ?? []).filter(
    (f) => row && proposals.effects.get(f.properties.pro_com_t)?.sede_proposta === row.pro_com_t,
  );
}
