import type { ComuneRow } from '../../api/rows';
import type { TrialArea } from '../../api/trialRows';
import type { ValueClass } from '../../domain/classes';
import { atMost, isKnown, type Knowledge, NOT_KNOWN } from '../../domain/knowledge';
import { pair } from '../../domain/trialWords';
import type { Paint } from '../../drawing/paint';
import { paintComune, paintValue, TOLERATED_SHARE_PCT } from '../../drawing/painting';
import { NOT_KNOWN as NOT_KNOWN_PAINT, SHIFT_PAINTS, VERDICT_PAINTS } from '../../drawing/styles';
import { areasOf, shiftOfArea, shiftOfComune } from '../../state/trialData';
import type { AreaRecord, TrialData, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { formatMinutes } from '../../text/numbers';
import { SHIFT_WORDS } from '../../text/viewWords';
import { VERDICT_WORDS } from '../../text/words';
import type { Description } from './collection';

interface TrialPainters {
  ofArea(row: AreaRecord): Description;
  ofComune(row: ComuneRow): Description;
}

/** How areas and comuni look today, with the trial, or by what it changes. What becomes known only by the trial is judged too. */
export function trialPainters(data: ViewData, { answer }: TrialData, state: ViewState): TrialPainters {
  const { colouring, theme } = state;
  const areas = areasOf(answer?.areas ?? [], data.areaLevel);
  return {
    ofArea(row) {
      const change = areas.get(row.codice);
      const [before, after] = [row.verdetto, change?.verdetto_dopo ?? row.verdetto];
      const verdicts = pair(VERDICT_WORDS[before].label, VERDICT_WORDS[after].label);
      const means = change
        ? pair(formatMinutes(change.minuti_medi_prima), formatMinutes(change.minuti_medi_dopo))
        : formatMinutes(row.gap?.minuti_medi);
      const words = theme === 'tempi' ? means : verdicts;
      if (theme === 'tempi' && colouring !== 'differenza' && after !== 'NON_CARICATO')
        return { subtitle: words, paint: paintMean(row, colouring === 'oggi' ? undefined : change, data.classes) };
      if (colouring !== 'differenza')
        return { subtitle: words, paint: VERDICT_PAINTS[colouring === 'oggi' ? before : after] };
      if (after === 'NON_CARICATO') return { subtitle: NOT_KNOWN, paint: NOT_KNOWN_PAINT };
      const shift = shiftOfArea(change);
      return { subtitle: `${words} · ${SHIFT_WORDS[shift].label}`, paint: SHIFT_PAINTS[shift] };
    },
    ofComune(row) {
      const change = answer?.rows.get(row.pro_com_t);
      const known = change ? { elenco_incompleto: change.elenco_incompleto } : row;
      const after = change ? change.minuti_dopo : row.minuti;
      const words = pair(minuteWords(row.minuti, row), minuteWords(after, known));
      if (colouring === 'oggi')
        return { subtitle: isKnown(row) ? words : NOT_KNOWN, paint: paintComune(row, data.classes) };
      if (!isKnown(known)) return { subtitle: NOT_KNOWN, paint: NOT_KNOWN_PAINT };
      const shift = shiftOfComune(change);
      if (colouring === 'differenza')
        return { subtitle: `${words} · ${SHIFT_WORDS[shift].label}`, paint: SHIFT_PAINTS[shift] };
      const beyond = change ? change.oltre_limite_dopo === true : row.oltre_limite === true;
      return { subtitle: words, paint: paintValue(after, data.classes, beyond) };
    },
  };
}

/** The mean of an area, with the lines of the criterion: as the trial has it, or today's where it does not change. */
function paintMean({ gap }: AreaRecord, change: TrialArea | undefined, classes: readonly ValueClass[]): Paint {
  const mean = change ? change.minuti_medi_dopo : gap?.minuti_medi;
  const share = change ? change.quota_oltre_limite_pct_dopo : gap?.quota_oltre_limite_pct;
  return paintValue(mean ?? null, classes, (share ?? 0) > TOLERATED_SHARE_PCT);
}

/** Minutes of one side, by what is known there: not known is not out of reach. */
function minuteWords(minutes: number | null, known: Knowledge): string {
  if (!isKnown(known)) return VERDICT_WORDS.NON_CARICATO.label.toLowerCase();
  return minutes === null ? SAID.unreachable : atMost(known, formatMinutes(minutes));
}
