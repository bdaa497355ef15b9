import { may } from '../../api/account';
import { publishRun, runPage } from '../../api/desk';
import type { RunRow } from '../../api/deskRows';
import { el } from '../../drawing/dom';
import { toHash } from '../../state/permalink';
import { DEFAULT_VIEW } from '../../state/viewState';
import { RUN_STATE_WORDS, RUNS } from '../../text/deskWords';
import { formatDate, formatMoment } from '../../text/numbers';
import { SHARE } from '../../text/shareWords';
import { type Acting, quietButton } from '../shared/acting';
import { choose } from '../shared/question';
import type { DeskActions } from './deskActions';
import { share } from './shareDialog';

/** Enough of a fingerprint for people to tell two apart. */
const SHORT = 8;

/** What a frozen analysis is, in one line. */
export const runFacts = ({ stato, alla_data, proposte, impronta, chi, quando, pubblicata_da, pubblicata_il }: RunRow) =>
  [
    RUN_STATE_WORDS[stato],
    RUNS.dataAt(formatDate(alla_data)),
    RUNS.proposals(proposte),
    RUNS.frozenBy(chi, formatMoment(quando)),
    ...(pubblicata_da && pubblicata_il ? [RUNS.publishedBy(pubblicata_da, formatMoment(pubblicata_il))] : []),
    RUNS.hash(impronta.slice(0, SHORT)),
  ].join(' · ');

/** What can be done with a frozen analysis wherever it is shown. */
export function runActs(row: RunRow, acting: Acting, actions: DeskActions): (HTMLElement | false)[] {
  const { id, titolo, stato } = row;
  const about = (label: string) => RUNS.about(label, titolo);
  const page = (label: string, name: 'dossier' | 'verbale') =>
    el(
      'a',
      {
        class: 'quiet-button',
        href: runPage(id, name, actions.ats()),
        target: '_blank',
        rel: 'noopener',
        'aria-label': `${about(label)} ${RUNS.newTab}`,
      },
      label,
    );
  return [
    stato === 'bozza' &&
      may('pubblicare') &&
      quietButton(RUNS.publish, () => void acting.run(() => publish(row, actions)), about(RUNS.publish)),
    page(RUNS.dossier, 'dossier'),
    page(RUNS.minutes, 'verbale'),
    quietButton(RUNS.copy, () => void acting.run(() => copy(id, actions)), about(RUNS.copy)),
    may('condividere') && quietButton(SHARE.open, () => void acting.run(() => share(row)), about(SHARE.open)),
  ];
}

async function publish({ id, titolo }: RunRow, actions: DeskActions): Promise<void> {
  if (!(await choose(RUNS.publishAsk(titolo), [], [['yes', RUNS.publish]]))) return;
  await publishRun(id);
  actions.written(RUNS.published(titolo));
}

async function copy(id: string, actions: DeskActions): Promise<void> {
  const hash = toHash({ ...DEFAULT_VIEW, theme: 'decisioni', run: id, ats: actions.ats() });
  await navigator.clipboard.writeText(`${location.origin}${location.pathname}${hash}`);
  actions.say(RUNS.copied);
}
