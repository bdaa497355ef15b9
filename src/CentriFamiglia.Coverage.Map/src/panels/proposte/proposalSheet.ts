import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { atMost } from '../../domain/knowledge';
import { catchmentsOf, heldBy, marksOf } from '../../domain/proposals';
import { el } from '../../drawing/dom';
import { pinCanvas } from '../../drawing/pins';
import type { ProposalData, ViewData } from '../../state/viewData';
import { atsWords } from '../../text/atsNames';
import { named, networkWords } from '../../text/names';
import { formatCount, formatMinutes } from '../../text/numbers';
import { catchmentWords, heldWords, loadWords, lossWords, secondWords } from '../../text/proposalWords';
import { evidenceWords, SUGGESTION_WORDS } from '../../text/words';
import { facts, heading, limitNote, note, some, verdictLine } from '../shared/parts';

/** The sheet of a proposal: what it gives, what is lost without it, which comes second, and why. */
export function proposalSheet(row: SuggestionRow, data: ViewData): HTMLElement[] {
  const hub = rowsOf(data.sites).find((site) => site.site_id === row.hub);
  const network = networkWords(row.rete, data.networks);
  return [
    heading(`Proposta ${formatCount(row.ordine)} · ${atsWords(row.ats)}`, row.comune),
    verdictLine(pinCanvas(row.tipo, row.ordine), SUGGESTION_WORDS[row.tipo].label, row.dimostrativo),
    facts([
      ['Ordine', orderWords(row, data)],
      ['Per', row.unita_nome],
      ...some('Aree che avrebbero una sede', row.unita_servite?.split('|').join(', ')),
      ['Ambito', row.ambito],
      ['Distretto', row.distretto],
      ['Rete a cui si unisce', network ? loadWords(network, row.rete_spoke, row.rete_spoke_massimo) : 'nessuna'],
      ...some(
        'Dal suo Hub',
        row.minuti_hub === null
          ? null
          : [named(hub?.name, row.hub), formatMinutes(row.minuti_hub)].filter(Boolean).join(': '),
      ),
      ...some('Bacino', data.proposals && catchmentOf(row, data.proposals)),
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
    el('p', {}, lossWords(row.residenti_persi_senza, row.minuti_persi_senza)),
    el('h3', {}, 'Seconda scelta'),
    el(
      'p',
      {},
      secondWords(row.seconda_scelta_nome, row.seconda_scelta_residenti_in_meno, row.seconda_scelta_minuti_in_piu),
    ),
    ...elsewhere(row, data.proposals),
    el('h3', {}, 'Perché'),
    el('p', {}, row.motivo),
    note(row.clausola),
    note('È una proposta da valutare (l’atto dice «potrà valutare»), mai una decisione automatica.'),
    limitNote(row.viaggio),
    note(evidenceWords(row.fonte_stato)),
    ...(row.dimostrativo ? [note('Si basa su sedi inventate per provare il programma.')] : []),
  ];
}

function orderWords(row: SuggestionRow, { proposals }: ViewData): string {
  const marks = marksOf(row, proposals?.query.goal ?? 'units');
  return `${formatCount(row.ordine)}ª${marks.length > 0 ? `: ${marks.join(', ')}` : ' da aprire'}`;
}

function catchmentOf(row: SuggestionRow, { effects }: ProposalData): string | null {
  const catchment = catchmentsOf(effects.values()).get(row.pro_com_t);
  return catchment ? catchmentWords(catchment.comuni.length, catchment.residents) : null;
}

/** Whether the choices that are as good hold it too. */
function elsewhere(row: SuggestionRow, proposals: ProposalData | null): HTMLElement[] {
  const [held, all] = proposals ? heldBy(proposals.certificate, row.pro_com_t) : [0, 0];
  return all > 0 ? [el('p', {}, heldWords(held, all))] : [];
}
