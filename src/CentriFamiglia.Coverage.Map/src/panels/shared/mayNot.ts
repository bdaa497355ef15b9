import { account, type Deed, may } from '../../api/account';
import { MAY_NOT } from '../../text/accountWords';
import { note } from './parts';

type Reason = Exclude<keyof typeof MAY_NOT, 'elsewhere'>;

/** In the place of what a deed would offer, why it does not; nothing where it does. */
export function mayNot(deed: Deed, reason: Reason): HTMLElement[] {
  if (may(deed)) return [];
  return [note(account().access === 'non_richiesto' ? MAY_NOT.elsewhere : MAY_NOT[reason])];
}
