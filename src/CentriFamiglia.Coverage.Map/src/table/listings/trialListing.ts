import { rowsOf } from '../../api/apiClient';
import { isKnown } from '../../domain/knowledge';
import { pair } from '../../domain/trialWords';
import { SHIFT_PAINTS } from '../../drawing/styles';
import { shiftOfArea, shiftOfComune } from '../../state/trialData';
import type { TrialData, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { notComparable, todayAnd } from '../../text/compareWords';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { formatCount, formatDecimal, NO_FIGURE } from '../../text/numbers';
import { OTHER_WORDS } from '../../text/otherWords';
import { SEEKING } from '../../text/proposalWords';
import { type Against, COLOURING_WORDS, SHIFT_WORDS, type Shift } from '../../text/viewWords';
import { LEVEL_WORDS, VERDICT_WORDS } from '../../text/words';
import { atsCell, atsColumn } from './areaLines';
import { type Cell, figure, judgement, type Listing, text, word } from './cells';
import { measureTrialListing } from './measureTrialListing';
import { differenceCell, pairCell } from './pairCells';

const NOTHING = { prova: LIST.nothingTried, proposte: LIST.nothingChanges, altro: LIST.nothingChanges };

/** What the trial changes: the comuni, or the areas of the level, those that change most first. */
export const trialListing = (data: ViewData, trial: TrialData, state: ViewState): Listing =>
  data.measure && trial.measure
    ? measureTrialListing(data.measure, trial.measure, trial.name, state)
    : state.level === 'comune'
      ? comuni(trial)
      : areas(data, trial);

function comuni({ answer, by, name, problem }: TrialData): Listing {
  return {
    caption: LIST.changing(LEVEL_WORDS.comune.many, todayAnd(name)),
    columns: [
      text('nome', LEVEL_WORDS.comune.one),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
      judgement('esito', LABEL.whatChanges),
      figure('minuti', LABEL.minutes),
      figure('differenza', COLOURING_WORDS.differenza, 'phone'),
      figure('residenti', LABEL.residents, 'desk'),
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
    nothing: answer ? NOTHING[by] : pendingWords(by, problem),
    usual: { column: 'differenza', descending: false },
  };
}

function areas(data: ViewData, { answer, by, name, problem }: TrialData): Listing {
  const level = data.areaLevel;
  const loaded = new Set(rowsOf(data.areas).map((row) => row.codice));
  const changed = (answer?.areas ?? []).filter(
    (area) => area.livello === level && loaded.has(area.codice) && shiftOfArea(area) !== 'uguale',
  );
  return {
    caption: LIST.changing(LEVEL_WORDS[level].many, todayAnd(name)),
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      judgement('esito', LABEL.whatChanges),
      judgement('verdetto', LABEL.verdict, 'desk'),
      figure('minuti', LABEL.meanMinutes),
      figure('oltre', LABEL.beyondLimit, 'desk'),
      figure('differenza', OTHER_WORDS.beyond, 'phone'),
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
          ? { text: NO_FIGURE, value: null, note: notComparable() }
          : differenceCell(area.residenti_oltre_limite_prima, area.residenti_oltre_limite_dopo, 0),
      ],
    })),
    nothing: answer ? NOTHING[by] : pendingWords(by, problem),
    usual: { column: 'esito', descending: false },
  };
}

const pendingWords = (by: Against, problem: string): string =>
  by === 'altro' ? problem || OTHER_WORDS.missing : SEEKING;

const ORDER: Shift[] = ['guadagna', 'perde', 'meglio', 'peggio', 'ignoto', 'uguale'];

const shiftCell = (shift: Shift): Cell => ({
  text: SHIFT_WORDS[shift].label,
  value: ORDER.indexOf(shift),
  note: SHIFT_WORDS[shift].meaning,
  paint: SHIFT_PAINTS[shift],
});
