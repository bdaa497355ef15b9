import { rowsOf } from '../../api/apiClient';
import { isKnown } from '../../domain/knowledge';
import { pair } from '../../domain/trialWords';
import { SHIFT_PAINTS } from '../../drawing/styles';
import { shiftOfArea, shiftOfComune } from '../../state/trialData';
import type { TrialData, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { NOT_COMPARABLE, todayAndWith } from '../../text/compareWords';
import { formatCount, formatDecimal, NO_FIGURE } from '../../text/numbers';
import { SEEKING } from '../../text/proposalWords';
import { COLOURING_WORDS, SHIFT_WORDS, type Shift } from '../../text/viewWords';
import { LEVEL_WORDS, VERDICT_WORDS } from '../../text/words';
import { atsCell, atsColumn } from './areaLines';
import { type Cell, figure, judgement, type Listing, text, word } from './cells';

const NOTHING = { prova: 'Nulla cambia: aggiungere, spostare o chiudere una sede.', proposte: 'Nulla cambia.' };

/** What the trial changes: the comuni, or the areas of the level, those that change most first. */
export const trialListing = (data: ViewData, trial: TrialData, state: ViewState): Listing =>
  state.level === 'comune' ? comuni(trial) : areas(data, trial);

function comuni({ answer, by }: TrialData): Listing {
  return {
    caption: `Comuni che cambiano: ${todayAndWith(by)}`,
    columns: [
      text('nome', LEVEL_WORDS.comune.one),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
      judgement('esito', 'Che cosa cambia'),
      figure('minuti', 'Minuti'),
      figure('differenza', COLOURING_WORDS.differenza, 'phone'),
      figure('residenti', 'Residenti', 'desk'),
    ],
    lines: [...(answer?.rows.values() ?? [])].map((row) => ({
      selection: { kind: 'comune', code: row.pro_com_t },
      ats: row.ats,
      searched: `${row.comune} ${row.pro_com_t}`,
      unknown: !isKnown(row),
      cells: [
        word(row.comune),
        word(row.ats),
        shiftCell(shiftOfComune(row)),
        pairCell(row.minuti_prima, row.minuti_dopo, formatDecimal),
        differenceCell(row.minuti_prima, row.minuti_dopo, 1),
        { text: formatCount(row.residenti), value: row.residenti },
      ],
    })),
    nothing: answer ? NOTHING[by] : SEEKING,
    usual: { column: 'differenza', descending: false },
  };
}

function areas(data: ViewData, { answer, by }: TrialData): Listing {
  const level = data.areaLevel;
  const loaded = new Set(rowsOf(data.areas).map((row) => row.codice));
  const changed = (answer?.areas ?? []).filter(
    (area) => area.livello === level && loaded.has(area.codice) && shiftOfArea(area) !== 'uguale',
  );
  return {
    caption: `${LEVEL_WORDS[level].many} che cambiano: ${todayAndWith(by)}`,
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      judgement('esito', 'Che cosa cambia'),
      judgement('verdetto', 'Verdetto', 'desk'),
      figure('minuti', 'Minuti medi'),
      figure('oltre', 'Residenti oltre il limite', 'phone'),
      figure('differenza', COLOURING_WORDS.differenza, 'desk'),
    ],
    lines: changed.map((area) => ({
      selection: { kind: level, code: area.codice },
      ats: area.ats,
      searched: area.nome,
      cells: [
        word(area.nome),
        ...atsCell(level, area.ats),
        shiftCell(shiftOfArea(area)),
        word(pair(VERDICT_WORDS[area.verdetto_prima].label, VERDICT_WORDS[area.verdetto_dopo].label)),
        pairCell(area.minuti_medi_prima, area.minuti_medi_dopo, formatDecimal),
        pairCell(area.residenti_oltre_limite_prima, area.residenti_oltre_limite_dopo, formatCount),
        area.confrontabile === false
          ? { text: NO_FIGURE, value: null, note: NOT_COMPARABLE }
          : differenceCell(area.residenti_oltre_limite_prima, area.residenti_oltre_limite_dopo, 0),
      ],
    })),
    nothing: answer ? NOTHING[by] : SEEKING,
    usual: { column: 'esito', descending: false },
  };
}

const ORDER: Shift[] = ['guadagna', 'perde', 'meglio', 'peggio', 'ignoto', 'uguale'];

const shiftCell = (shift: Shift): Cell => ({
  text: SHIFT_WORDS[shift].label,
  value: ORDER.indexOf(shift),
  note: SHIFT_WORDS[shift].meaning,
  paint: SHIFT_PAINTS[shift],
});

const pairCell = (before: number | null, after: number | null, format: (value: number | null) => string): Cell => ({
  text: pair(format(before), format(after)),
  value: after,
  before,
});

function differenceCell(before: number | null, after: number | null, digits: 0 | 1): Cell {
  const value = before === null || after === null ? null : after - before;
  const format = digits === 0 ? formatCount : formatDecimal;
  return { text: value !== null && value > 0 ? `+${format(value)}` : format(value), value };
}
