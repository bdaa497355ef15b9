import type { Account } from '../api/account';
import { el } from '../drawing/dom';
import { ACCOUNT } from '../text/accountWords';
import { atsWords } from '../text/atsNames';

/** What the header can do about it. */
export interface AccountActs {
  /** Where one signs in, to come back to what the page shows. */
  entrance(): string;
  leave(): void;
}

/** Who uses the page, and the way in or out; nothing where the service asks nobody. */
export function accountBar({ access, byBrowser, name, roles, ats }: Account, acts: AccountActs): HTMLElement[] {
  if (access === 'non_richiesto') return [];
  if (access === 'da_fare') return byBrowser ? [entranceLink(ACCOUNT.enter, 'masthead-button', acts)] : [];
  const what = [...roles.map((role) => ACCOUNT.roles[role] ?? role), ...ats.map(atsWords)];
  const out = el(
    'button',
    { type: 'button', class: 'masthead-button', 'aria-label': ACCOUNT.leaveAs(name), onclick: () => acts.leave() },
    ACCOUNT.leave,
  );
  const who = el('p', { class: 'account-who' }, el('strong', {}, name), el('span', {}, what.join(' · ')));
  return byBrowser ? [who, out] : [who];
}

/** In one sentence, that the service does not know who asks, and the way to tell it. */
export const accountNotice = (words: string, way: string | null, acts: AccountActs): (HTMLElement | string)[] =>
  way === null ? [words] : [el('span', {}, `${words} `), entranceLink(way, 'quiet-button', acts)];

/** Leads back to the view that is shown when it is followed. */
function entranceLink(label: string, name: string, acts: AccountActs): HTMLAnchorElement {
  const link = el('a', { class: name, href: acts.entrance() }, label);
  for (const event of ['focus', 'pointerenter', 'click'])
    link.addEventListener(event, () => {
      link.href = acts.entrance();
    });
  return link;
}
