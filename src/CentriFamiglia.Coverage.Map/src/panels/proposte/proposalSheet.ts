import { rowsOf } from '../../api/apiClient';
import type { SuggestionRow } from '../../api/proposalRows';
import { inWords, siteNames } from '../../domain/idWords';
import { atMost } from '../../domain/knowledge';
import { catchmentsOf, heldBy, marksOf } from '../../domain/proposals';
import { el } from '../../drawing/dom';
import { pinCanvas } from '../../drawing/pins';
import type { ProposalData, ViewData } from '../../state/viewData';
import { LABEL, SAID } from '../../text/labels';
import { named, networkWords } from '../../text/names';
import { formatCount, formatEuro, formatMinutes } from '../../text/numbers';
import {
  ASKED_FOR,
  ASKED_FOR_MEANING,
  catchmentWords,
  eurosPerPerson,
  heldWords,
  loadWords,
  lossWords,
  secondWords,
} from '../../text/proposalWords';
import { PROPOSAL } from '../../text/sheetWords';
import { evidenceWords, LEVEL_WORDS, SUGGESTION_WORDS } from '../../text/words';
import { facts, heading, italianNote, limitNote, note, some, verdictLine } from '../shared/parts';

/** The sheet of a proposal: what it gives, what is lost without it, which comes second, and why. */
export function proposalSheet(row: SuggestionRow, data: ViewData): HTMLElement[] {
  const hub = rowsOf(data.sites).find((site) => site.site_id === row.hub);
  const network = networkWords(row.rete, data.networks);
  return [
    heading(PROPOSAL.kicker(row.ordine, row.ats), row.comune),
    verdictLine(pinCanvas(row.tipo, row.ordine), SUGGESTION_WORDS[row.tipo].label, row.dimostrativo),
    facts([
      [LABEL.order, orderWords(row, data)],
      [PROPOSAL.for, row.unita_nome],
      ...some(PROPOSAL.areas, row.unita_servite?.split('|').join(', ')),
      [LEVEL_WORDS.ambito.one, row.ambito],
      [LEVEL_WORDS.distretto.one, row.distretto],
      [PROPOSAL.joins, network ? loadWords(network, row.rete_spoke, row.rete_spoke_massimo) : SAID.none],
      ...some(
        PROPOSAL.fromHub,
        row.minuti_hub === null
          ? null
          : [named(hub?.name, row.hub), formatMinutes(row.minuti_hub)].filter(Boolean).join(': '),
      ),
      ...some(LABEL.catchment, data.proposals && catchmentOf(row, data.proposals)),
      [LABEL.gained, atMost(row, formatCount(row.residenti_guadagnati))],
      ...some(
        PROPOSAL.gainedElsewhere,
        (row.residenti_guadagnati_altrove ?? 0) > 0 ? formatCount(row.residenti_guadagnati_altrove) : null,
      ),
      ...some(eurosPerPerson(), typeof row.eur_per_residente === 'number' ? formatEuro(row.eur_per_residente) : null),
      ...some(ASKED_FOR, row.fisso ? ASKED_FOR_MEANING : null),
      [PROPOSAL.comuniBack, formatCount(row.comuni_guadagnati)],
      [
        PROPOSAL.areaMinutes,
        atMost(row, `${formatMinutes(row.minuti_medi_prima)} → ${formatMinutes(row.minuti_medi_dopo)}`),
      ],
      [LABEL.saved, atMost(row, formatCount(row.minuti_risparmiati))],
    ]),
    el('h3', {}, PROPOSAL.without),
    el('p', {}, lossWords(row.residenti_persi_senza, row.minuti_persi_senza)),
    el('h3', {}, LABEL.secondChoice),
    el(
      'p',
      {},
      secondWords(row.seconda_scelta_nome, row.seconda_scelta_residenti_in_meno, row.seconda_scelta_minuti_in_piu),
    ),
    ...elsewhere(row, data.proposals),
    el('h3', {}, LABEL.why),
    el('p', { lang: 'it' }, inWords(row.motivo, siteNames(rowsOf(data.sites)))),
    italianNote(row.clausola),
    note(PROPOSAL.toBeWeighed),
    limitNote(row.viaggio),
    note(evidenceWords(row.fonte_stato)),
    ...(row.dimostrativo ? [note(PROPOSAL.madeUp)] : []),
  ];
}

function orderWords(row: SuggestionRow, { proposals }: ViewData): string {
  const marks = marksOf(row, proposals?.query.goal ?? 'units');
  return PROPOSAL.order(row.ordine, marks.join(', '));
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
