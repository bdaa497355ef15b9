import type { ComuneRow } from '../../api/rows';
import { atMost, isKnown, type Knowledge, NOT_KNOWN } from '../../domain/knowledge';
import { pair } from '../../domain/trialWords';
import { paintComune, paintValue } from '../../drawing/painting';
import { NOT_KNOWN as NOT_KNOWN_PAINT, SHIFT_PAINTS, VERDICT_PAINTS } from '../../drawing/styles';
import { areasOf, shiftOfArea, shiftOfComune, type TrialData } from '../../state/trialData';
import type { AreaRecord, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { formatMinutes } from '../../text/numbers';
import { SHIFT_WORDS } from '../../text/viewWords';
import { VERDICT_WORDS } from '../../text/words';
import type { Description } from './collection';

interface TrialPainters {
  ofArea(row: AreaRecord): Description;
  ofComune(row: ComuneRow): Description;
}

/** How areas and comuni look today, with the trial, or by what it changes. What becomes known only by the trial is judged too. */
export function trialPainters(data: ViewData, { answer }: TrialData, { colouring }: ViewState): TrialPainters {
  const areas = areasOf(answer?.areas ?? [], data.areaLevel);
  return {
    ofArea(row) {
      const change = areas.get(row.codice);
      const [before, after] = [row.verdetto, change?.verdetto_dopo ?? row.verdetto];
      const words = pair(VERDICT_WORDS[before].label, VERDICT_WORDS[after].label);
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

/** Minutes of one side, by what is known there: not known is not out of reach. */
function minuteWords(minutes: number | null, known: Knowledge): string {
  if (!isKnown(known)) return VERDICT_WORDS.NON_CARICATO.label.toLowerCase();
  return minutes === null ? 'non raggiungibile' : atMost(known, formatMinutes(minutes));
}
