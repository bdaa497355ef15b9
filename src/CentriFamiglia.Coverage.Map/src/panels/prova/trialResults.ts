import type { TrialAnswer } from '../../api/trialRows';
import {
  findingSentence,
  fundSentence,
  networkSentence,
  verdictChanges,
  verdictSentence,
} from '../../domain/trialWords';
import { el } from '../../drawing/dom';

/** What the trial changes, as sentences. */
export function trialResults(answer: TrialAnswer): HTMLElement[] {
  const verdicts = verdictChanges(answer).map(verdictSentence);
  const findings = answer.findings.map(findingSentence);
  return [
    ...list('Verdetti che cambiano', verdicts.length > 0 ? verdicts : ['Nessun verdetto cambia.']),
    ...list('Reti e Fondo', [...answer.networks.map(networkSentence), ...answer.funds.map(fundSentence)]),
    ...(findings.length > 0
      ? [
          el(
            'details',
            { class: 'trial-findings' },
            el('summary', {}, `Rilievi che cambiano: ${findings.length}`),
            el('ul', {}, ...findings.map((text) => el('li', {}, text))),
          ),
        ]
      : []),
  ];
}

const list = (title: string, sentences: string[]): HTMLElement[] =>
  sentences.length === 0
    ? []
    : [el('h3', { class: 'trial-title' }, title), el('ul', {}, ...sentences.map((text) => el('li', {}, text)))];
