import type { Geometry } from 'geojson';
import { rowsOf, type Shapes } from '../../api/apiClient';
import { findingCode } from '../../domain/findings';
import { outlineOf } from '../../domain/outline';
import { suggestionCode } from '../../domain/proposals';
import type { ViewData } from '../../state/viewData';
import type { Selection } from '../../state/viewState';

/** The geometries of what is selected; none where the view does not hold it. */
export function shapesOf(selection: Selection, data: ViewData): (Geometry | null)[] {
  const pick = <Row>(shapes: Shapes<Row> | null, code: (row: Row) => string) =>
    (shapes?.features ?? []).filter((f) => code(f.properties) === selection.code).map((f) => f.geometry);
  if (selection.kind === 'sede') return pick(data.sites, (row) => row.site_id);
  if (selection.kind === 'proposta') return [...pick(data.suggestions, suggestionCode), ...outline(selection, data)];
  if (selection.kind === 'rilievo') return shapesOfFinding(selection.code, data);
  if (selection.kind === 'comune') return pick(data.comuni, (row) => row.pro_com_t);
  return selection.kind === data.areaLevel ? pick(data.areas, (row) => row.codice) : [];
}

/** The area a finding is about where the view has it, else the point the service gives it. */
function shapesOfFinding(code: string, { findings, areas, areaLevel }: ViewData): (Geometry | null)[] {
  const finding = findings?.features.find((f) => findingCode(f.properties) === code);
  if (!finding) return [];
  const { livello, codice } = finding.properties;
  const area = livello === areaLevel && areas.features.find((f) => f.properties.codice === codice);
  return [area ? area.geometry : finding.geometry];
}

/** The comuni that would go to a proposal, so that the map shows them all. */
export function catchmentOf(selection: Selection, { proposals, suggestions, comuni }: ViewData): (Geometry | null)[] {
  if (selection.kind !== 'proposta' || !proposals) return [];
  const row = rowsOf(suggestions).find((r) => suggestionCode(r) === selection.code);
  return (comuni?.features ?? [])
    .filter((f) => row && proposals.effects.get(f.properties.pro_com_t)?.sede_proposta === row.pro_com_t)
    .map((f) => f.geometry);
}

/** The border of the catchment, where it is known. */
function outline(selection: Selection, data: ViewData): Geometry[] {
  const surfaces = catchmentOf(selection, data);
  return surfaces.length > 0 ? [outlineOf(surfaces)] : [];
}
