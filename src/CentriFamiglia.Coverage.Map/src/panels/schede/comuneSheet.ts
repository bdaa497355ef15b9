import { rowsOf } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { atMost, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { bandWords, sideWords } from '../../text/bandWords';
import { OPEN_AREA } from '../../text/findWords';
import { LABEL, SAID } from '../../text/labels';
import { formatCount, formatKm, formatMinutes } from '../../text/numbers';
import { SHEET } from '../../text/sheetWords';
import { evidenceWords, LEVEL_WORDS } from '../../text/words';
import { boundsNote, facts, heading, note, notKnown, travelNote } from '../shared/parts';
import { siteList } from './siteList';

/** The sheet of a comune: its nearest sede, and the nearest of its own ATS. */
export function comuneSheet(row: ComuneRow, data: ViewData, select: Select): HTMLElement[] {
  return [
    heading(row.ats === null ? LEVEL_WORDS.comune.one : SHEET.within(LEVEL_WORDS.comune.one, row.ats), row.comune),
    facts([
      [LEVEL_WORDS.ambito.one, row.ambito],
      [LEVEL_WORDS.distretto.one, row.distretto],
      [LABEL.residents, formatCount(row.residenti)],
    ]),
    ...areaOffer(row, data, select),
    ...(isKnown(row) ? journeys(row, data, select) : [notKnown()]),
    note(evidenceWords(row.fonte_stato)),
  ];
}

/** The area of the view that the comune lies in, to open. */
function areaOffer(row: ComuneRow, { areas, areaLevel }: ViewData, select: Select): HTMLElement[] {
  const name = areaLevel === 'ats' ? row.ats : row[areaLevel];
  const area = rowsOf(areas).find(({ nome, ats }) => nome === name && ats === row.ats);
  if (!area) return [];
  const open = () => select({ kind: areaLevel, code: area.codice });
  return [
    el(
      'p',
      {},
      el(
        'button',
        { type: 'button', class: 'quiet-button', onclick: open },
        OPEN_AREA(LEVEL_WORDS[areaLevel].one, area.nome),
      ),
    ),
  ];
}

function journeys(row: ComuneRow, data: ViewData, select: Select): HTMLElement[] {
  const reached = (minutes: number | null) =>
    minutes === null ? SAID.unreachable : atMost(row, formatMinutes(minutes));
  const limit = row.limite_minuti === null ? '' : SHEET.limit(row.limite_minuti);
  return [
    el('h3', {}, SHEET.nearest),
    ...siteList(row.sede_vicina, data, select),
    facts([
      [LABEL.time, `${reached(row.minuti)}${bandWords(row.minuti_p10, row.minuti_p90)}${limit}`],
      [LABEL.road, formatKm(row.km)],
      [LABEL.outcome, sideWords(row.esito_limite)],
    ]),
    ...(row.sede_vicina_stessa_ats === row.sede_vicina
      ? [note(SHEET.alsoOwn)]
      : [
          el('h3', {}, SHEET.nearestOwn),
          ...siteList(row.sede_vicina_stessa_ats, data, select),
          facts([[LABEL.time, reached(row.minuti_stessa_ats)]]),
        ]),
    ...boundsNote(row),
    travelNote(row.viaggio),
  ];
}
