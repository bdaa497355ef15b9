import { rowsOf } from '../../api/apiClient';
import { weightOf } from '../../domain/fragility';
import { el } from '../../drawing/dom';
import type { FragilityData } from '../../state/viewData';
import { isInScope, type ViewState } from '../../state/viewState';
import { atsWords } from '../../text/atsNames';
import { counted } from '../../text/numbers';
import { note } from '../shared/parts';

/** How many sedi change nothing, and how the figures are to be read. */
export function fragilityOverview({ sites }: FragilityData, state: ViewState): HTMLElement[] {
  const rows = rowsOf(sites).filter((row) => isInScope(state, row));
  const none = rows.filter((row) => weightOf(row) === 'nulla').length;
  return [
    el('p', {}, harmlessWords(none)),
    note('Ogni sede è chiusa da sola, con tutte le altre aperte: le cifre di due sedi non si sommano.'),
    note(whoseWords(state)),
  ];
}

const harmlessWords = (none: number): string =>
  none === 0
    ? 'La chiusura di ogni sede allontana qualche residente.'
    : `La chiusura di ${counted(none, 'sede', 'sedi')} non allontana nessun residente.`;

const whoseWords = ({ ats, count }: ViewState): string =>
  ats === null
    ? 'Gli effetti e la posizione sono di tutta la regione.'
    : count === 'tutte'
      ? `La posizione è fra le sedi dell’${atsWords(ats)}; contano i residenti di tutte le ATS.`
      : `La posizione è fra le sedi dell’${atsWords(ats)}; contano i suoi residenti, e chi altrove andrebbe oltre il limite sta a parte, nella scheda.`;
