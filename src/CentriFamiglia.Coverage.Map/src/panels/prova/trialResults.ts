import type { TrialAnswer } from '../../api/trialRows';
import { inWords } from '../../domain/idWords';
import {
  findingSentence,
  fundSentence,
  networkSentence,
  verdictChanges,
  verdictSentence,
} from '../../domain/trialWords';
import { el } from '../../drawing/dom';
import { TRIAL_TOOLS } from '../../text/trialWords';

/**
 * What the trial changes, as sentences.
 * @param names Of the sedi, by id.
 */
export function trialResults(answer: TrialAnswer, names: ReadonlyMap<string, string>): HTMLElement[] {
  const verdicts = verdictChanges(answer).map(verdictSentence);
  const findings = answer.findings.map(findingSentence);
  return [
    ...list(TRIAL_TOOLS.verdicts, verdicts.length > 0 ? verdicts : [TRIAL_TOOLS.noVerdict]),
    ...list(TRIAL_TOOLS.networksAndFund, [...answer.networks.map(networkSentence), ...answer.funds.map(fundSentence)]),
    ...(findings.length > 0
      ? [
          el(
            'details',
            { class: 'trial-findings' },
            el('summary', {}, TRIAL_TOOLS.findings(findings.length)),
            el(
              'ul',
              {},
              ...findings.map(([said, why]) =>
                el('li', {}, `${said} `, el('span', { lang: 'it' }, inWords(why, names))),
              ),
            ),
          ),
        ]
      : []),
  ];
}

const list = (title: string, sentences: string[]): HTMLElement[] =>
  sentences.length === 0
    ? []
    : [el('h3', { class: 'trial-title' }, title), el('ul', {}, ...sentences.map((text) => el('li', {}, text)))];
