import { account, askAccount, may, signedIn } from '../api/account';
import { ApiProblem, asked, session } from '../api/apiClient';
import { asObject, asText } from '../api/meta';
import { byId } from '../drawing/dom';
import { accountBar, accountNotice } from '../panels/accountBar';
import { ACCOUNT } from '../text/accountWords';

const acts = {
  entrance: () => `accesso?torna=${encodeURIComponent(location.pathname + location.search + location.hash)}`,
  leave: () => void leave(),
};

/**
 * Learns who uses the page, says it in the header, and says when the service no longer knows it.
 * @returns Whether the service answers this page at all.
 */
export async function meetAccount(): Promise<boolean> {
  session.ended = () => tell(ACCOUNT.ended, ACCOUNT.again);
  // Where the service is away the answers say so, and it judges by itself who asks.
  signedIn(await askAccount().catch(() => undefined));
  const { access, byBrowser } = account();
  const bar = byId('chi-sono');
  bar.replaceChildren(...accountBar(account(), acts));
  bar.hidden = bar.childElementCount === 0;
  document.body.classList.toggle('reads-published', !may('leggere_cifre'));
  if (access !== 'non_richiesto') window.addEventListener('pageshow', openAnew);
  if (access !== 'da_fare') return true;
  document.body.classList.remove('is-loading');
  document.body.classList.add('is-withheld');
  byId('titolare').textContent = ACCOUNT.first;
  byBrowser ? tell(ACCOUNT.notYet, ACCOUNT.enter) : tell(ACCOUNT.byToken, null);
  return false;
}

function tell(words: string, way: string | null): void {
  const box = byId('accesso');
  // Many answers may miss at once: it is said once.
  if (!box.hidden) return;
  box.hidden = false;
  box.replaceChildren(...accountNotice(words, way, acts));
}

/** Out of this service, and of the provider that knows the person: the service says where that is. */
async function leave(): Promise<void> {
  try {
    const answer = await asked('uscita', { method: 'POST', headers: { accept: 'application/json' } });
    location.assign(asText(asObject(await answer.json())['indirizzo']) || './');
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    // As long as this is not seen to be done, nobody should believe it.
    tell(ACCOUNT.notLeft, null);
  }
}

/** A page that the browser kept as it was may show what whoever left it read: it is opened anew. */
function openAnew({ persisted }: PageTransitionEvent): void {
  if (persisted) location.reload();
}
