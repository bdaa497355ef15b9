import type { Provenance } from '../api/provenance';
import { BECOMES_CERTAIN } from '../text/bandWords';
import { NOTICE } from '../text/knowledgeWords';
import type { EvidenceStatus, Level } from '../text/words';
import { excludedWords } from './knowledge';

/** Something the reader must know before trusting a figure. */
export interface Notice {
  tag: string;
  text: string;
  /** Where the text is the service's own words, in its language. */
  lang?: 'it';
}

/** Whatever is made up, incomplete, estimated or unverified in a view. */
export function noticesFor(provenance: Provenance, level: Level, statuses: EvidenceStatus[]): Notice[] {
  const notices: Notice[] = [];
  if (provenance.staleSince) notices.push({ tag: NOTICE.stale.tag, text: NOTICE.stale.text(provenance.staleSince) });
  if (provenance.sedi.demonstration) notices.push(NOTICE.madeUp);
  if (!provenance.sedi.complete)
    notices.push({ tag: NOTICE.partial.tag, text: NOTICE.partial.text(provenance.sedi.completeFor) });
  if (provenance.leftOut > 0) notices.push({ tag: NOTICE.leftOut.tag, text: NOTICE.leftOut.text(provenance.leftOut) });
  if (provenance.weighed.kind !== 'residenti')
    notices.push({ tag: NOTICE.weighed.tag, text: NOTICE.weighed.text(provenance.weighed.year) });
  const excluded = excludedWords(provenance.excluded);
  if (excluded) notices.push({ tag: NOTICE.totals.tag, text: excluded });
  if (provenance.travel.kind === 'stima') {
    const text = NOTICE.estimated.text(provenance.travel.errorMinutes);
    notices.push({ tag: NOTICE.estimated.tag, text: `${text} ${BECOMES_CERTAIN}` });
  }
  if (provenance.travel.kind === 'rete')
    notices.push({ tag: NOTICE.noTraffic.tag, text: `${NOTICE.noTraffic.text} © OpenStreetMap contributors.` });
  // So the service says how it counts, in its own language.
  if (provenance.demand.startsWith('un punto per comune')) notices.push(NOTICE.onePoint);
  else if (provenance.demand.includes('un punto per comune'))
    notices.push({ tag: NOTICE.whereFrom.tag, text: `${provenance.demand}.`, lang: 'it' });
  const unverified = statuses.filter((s) => s === 'unverified').length;
  if (unverified > 0)
    notices.push({
      tag: NOTICE.unverified.tag,
      text: NOTICE.unverified.text(unverified, level, statuses.length),
    });
  return notices;
}
