import { type FindingRow, findingCode, subjectOf } from '../api/findingRows';
import { isWanted, OUTCOMES, worstBySubject } from '../domain/outcomes';
import { type Paint, paintOutcome } from '../domain/painting';
import type { Shapes, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { type Collection, collection } from './collection';

/** How each area is drawn: by the most serious of its wanted findings, and its words. */
export function findingPainter(
  findings: Shapes<FindingRow>,
  level: ViewData['areaLevel'],
  state: ViewState,
): (code: string) => { subtitle: string; paint: Paint } {
  const wanted = findings.features.map((f) => f.properties).filter((row) => isWanted(row, { ...state, ats: null }));
  const worst = worstBySubject(wanted, subjectOf);
  return (code) => {
    const row = worst.get(subjectOf({ livello: level, codice: code }));
    return {
      subtitle: row ? `${row.regola}: ${OUTCOMES[row.esito].label.toLowerCase()}` : 'nessun rilievo',
      paint: paintOutcome(row?.esito ?? null),
    };
  };
}

/** One point for each sede and network, drawn as its most serious wanted finding. */
export function findingPoints(findings: Shapes<FindingRow>, state: ViewState): Collection {
  const wanted = findings.features.filter(
    (f) =>
      (f.properties.livello === 'sede' || f.properties.livello === 'rete') &&
      isWanted(f.properties, { ...state, ats: null }),
  );
  const shown = worstBySubject(
    wanted.map((f) => ({ ...f, esito: f.properties.esito })),
    (f) => subjectOf(f.properties),
  );
  return collection(
    [...shown.values()].map(({ geometry, properties: row }) => {
      const { label, fill, ink, radius } = OUTCOMES[row.esito];
      return {
        type: 'Feature',
        geometry,
        properties: {
          kind: 'rilievo',
          code: findingCode(row),
          title: row.nome,
          subtitle: `${row.regola}: ${label.toLowerCase()}`,
          fill,
          ink: row.esito === 'conforme' ? '#17324d' : ink,
          radius,
          outside: state.ats !== null && row.ats !== state.ats,
        },
      };
    }),
  );
}
