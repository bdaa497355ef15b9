import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { atMost } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { SUGGESTION_MARKERS } from '../../drawing/markerStyles';
import { markerCanvas } from '../../drawing/markers';
import type { ViewData } from '../../state/viewData';
import { atsWords } from '../../text/atsNames';
import { named, networkWords } from '../../text/names';
import { formatCount, formatMinutes } from '../../text/numbers';
import { evidenceWords, NOT_NEEDED, SUGGESTION_WORDS } from '../../text/words';
import { facts, heading, limitNote, note, some, verdictLine } from '../shared/parts';

/** The sheet of a proposal: what it gives, what is lost without it, which comes second, and why. */
export function proposalSheet(row: SuggestionRow, data: ViewData): HTMLElement[] {
  const hub = rowsOf(data.sites).find((site) => site.site_id === row.hub);
  return [
    heading(`Proposta · ${atsWords(row.ats)}`, row.comune),
    verdictLine(markerCanvas(SUGGESTION_MARKERS[row.tipo]), SUGGESTION_WORDS[row.tipo].label, row.dimostrativo),
    facts([
      [
        'Ordine',
        row.serve_allo_scopo ? `${formatCount(row.ordine)}ª da aprire` : `${formatCount(row.ordine)}ª: ${NOT_NEEDED}`,
      ],
      ['Per', row.unita_nome],
      ...some('Aree che avrebbero una sede', row.unita_servite?.split('|').join(', ')),
      ['Ambito', row.ambito],
      ['Distretto', row.distretto],
      ['Rete a cui si unisce', networkWords(row.rete, data.networks) ?? 'nessuna'],
      ...some(
        'Dal suo Hub',
        row.minuti_hub === null
          ? null
          : [named(hub?.name, row.hub), formatMinutes(row.minuti_hub)].filter(Boolean).join(': '),
      ),
      ['Residenti guadagnati', atMost(row, formatCount(row.residenti_guadagnati))],
      ...some(
        'Guadagnati in altre ATS, a parte',
        (row.residenti_guadagnati_altrove ?? 0) > 0 ? formatCount(row.residenti_guadagnati_altrove) : null,
      ),
      ['Comuni che rientrano per intero', formatCount(row.comuni_guadagnati)],
      [
        'Minuti medi dell’area',
        atMost(row, `${formatMinutes(row.minuti_medi_prima)} → ${formatMinutes(row.minuti_medi_dopo)}`),
      ],
      ['Minuti-residente risparmiati', atMost(row, formatCount(row.minuti_risparmiati))],
    ]),
    el('h3', {}, 'Se manca solo questa'),
    facts([
      ['Residenti che tornano oltre il limite', formatCount(row.residenti_persi_senza)],
      ['Minuti-residente in più', formatCount(row.minuti_persi_senza)],
    ]),
    el('h3', {}, 'Seconda scelta'),
    ...secondChoice(row),
    el('h3', {}, 'Perché'),
    el('p', {}, row.motivo),
    note(row.clausola),
    note('È una proposta da valutare (l’atto dice «potrà valutare»), mai una decisione automatica.'),
    limitNote(row.viaggio),
    note(evidenceWords(row.fonte_stato)),
    ...(row.dimostrativo ? [note('Si basa su sedi inventate per provare il programma.')] : []),
  ];
}

function secondChoice(row: SuggestionRow): HTMLElement[] {
  if (row.seconda_scelta_nome === null) return [el('p', {}, 'Nessun altro comune può prendere il suo posto.')];
  const minutes = row.seconda_scelta_minuti_in_piu ?? 0;
  return [
    facts([
      ['Comune', row.seconda_scelta_nome],
      ['Residenti entro il limite in meno', formatCount(row.seconda_scelta_residenti_in_meno)],
      [`Minuti-residente in ${minutes < 0 ? 'meno' : 'più'}`, formatCount(Math.abs(minutes))],
    ]),
  ];
}
