import { rowsOf, type Shapes } from '../../api/apiClient';
import type { FindingRow } from '../../api/findingRows';
import { findingCode, isWanted, subjectOf, worstBySubject } from '../../domain/findings';
import { paintOutcome } from '../../drawing/painting';
import { DARK, OUTCOME_PAINTS, OUTCOME_RADII } from '../../drawing/styles';
import type { ViewState } from '../../state/viewState';
import { FINDING } from '../../text/sheetWords';
import { type AreaLevel, OUTCOME_WORDS } from '../../text/words';
import { type Collection, type Description, drawn } from './collection';

/** How each area is drawn: by the most serious of its wanted findings, and its words. */
export function findingPainter(
  findings: Shapes<FindingRow>,
  level: AreaLevel,
  state: ViewState,
): (code: string) => Description {
  const wanted = rowsOf(findings).filter((row) => isWanted(row, { ...state, ats: null }));
  const worst = worstBySubject(wanted, subjectOf);
  return (code) => {
    const row = worst.get(subjectOf({ livello: level, codice: code }));
    return { subtitle: row ? wordsOf(row) : FINDING.none, paint: paintOutcome(row?.esito ?? null) };
  };
}

/** One point for each sede and network, drawn as its most serious wanted finding. */
export function findingPoints(findings: Shapes<FindingRow>, state: ViewState): Collection {
  const wanted = findings.features.filter(
    ({ properties: row }) =>
      (row.livello === 'sede' || row.livello === 'rete') && isWanted(row, { ...state, ats: null }),
  );
  const worst = worstBySubject(
    wanted.map((f) => ({ ...f, esito: f.properties.esito })),
    (f) => subjectOf(f.properties),
  );
  return drawn({ ...findings, features: [...worst.values()] }, state, (row) => ({
    kind: 'rilievo',
    code: findingCode(row),
    title: row.nome,
    subtitle: wordsOf(row),
    fill: OUTCOME_PAINTS[row.esito].fill,
    ink: row.esito === 'conforme' ? DARK : OUTCOME_PAINTS[row.esito].ink,
    radius: OUTCOME_RADII[row.esito],
  }));
}

const wordsOf = (row: FindingRow): string => `${row.regola}: ${OUTCOME_WORDS[row.esito].label.toLowerCase()}`;
