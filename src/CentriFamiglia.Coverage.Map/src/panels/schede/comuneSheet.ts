import { rowsOf } from '../../api/apiClient';
import type { ComuneRow } from '../../api/rows';
import { atMost, isKnown } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import type { ViewData } from '../../state/viewData';
import type { Select } from '../../state/viewState';
import { atsWords } from '../../text/atsNames';
import { bandWords, sideWords } from '../../text/bandWords';
import { OPEN_AREA } from '../../text/findWords';
import { formatCount, formatKm, formatMinutes } from '../../text/numbers';
import { evidenceWords, LEVEL_WORDS } from '../../text/words';
import { boundsNote, facts, heading, note, notKnown, travelNote } from '../shared/parts';
import { siteList } from './siteList';

/** The sheet of a comune: its nearest sede, and the nearest of its own ATS. */
export function comuneSheet(row: ComuneRow, data: ViewData, select: Select): HTMLElement[] {
  return [
    heading(`Comune · ${atsWords(row.ats)}`, row.comune),
    facts([
      ['Ambito', row.ambito],
      ['Distretto', row.distretto],
      ['Residenti', formatCount(row.residenti)],
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
        OPEN_AREA(LEVEL_WORDS[areaLevel].one, name),
      ),
    ),
  ];
}

function journeys(row: ComuneRow, data: ViewData, select: Select): HTMLElement[] {
  const reached = (minutes: number | null) =>
    minutes === null ? 'non raggiungibile' : atMost(row, formatMinutes(minutes));
  const limit = row.limite_minuti === null ? '' : `, limite ${formatMinutes(row.limite_minuti)}`;
  return [
    el('h3', {}, 'Sede più vicina'),
    ...siteList(row.sede_vicina, data, select),
    facts([
      ['Tempo', `${reached(row.minuti)}${bandWords(row.minuti_p10, row.minuti_p90)}${limit}`],
      ['Strada', formatKm(row.km)],
      ['Esito', sideWords(row.esito_limite)],
    ]),
    ...(row.sede_vicina_stessa_ats === row.sede_vicina
      ? [note('È anche la più vicina della propria ATS.')]
      : [
          el('h3', {}, 'La più vicina della propria ATS'),
          ...siteList(row.sede_vicina_stessa_ats, data, select),
          facts([['Tempo', reached(row.minuti_stessa_ats)]]),
        ]),
    ...boundsNote(row),
    travelNote(row.viaggio),
  ];
}
