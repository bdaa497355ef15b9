import { may } from '../api/account';
import { boardHeadline, DESK, deskHeadline, publishedHeadline } from '../text/deskWords';
import { countDecided, type DeskData } from './deskData';

/** What the lists come to, or what was decided of the analysis that is open. */
export function deskSentence({ lists, run, problem }: DeskData): string {
  if (run) {
    const { accettata: accepted, respinta: rejected, rinviata: deferred } = countDecided(run);
    const isPublished = run.row.stato === 'pubblicata';
    return boardHeadline({
      title: run.row.titolo,
      isPublished,
      proposals: run.proposals.length,
      accepted,
      rejected,
      deferred,
    });
  }
  if (!lists) return problem || DESK.reading;
  const { scenarios, runs } = lists;
  if (!may('leggere_bozze')) return publishedHeadline(runs.length);
  return deskHeadline({
    scenarios: scenarios.length,
    open: scenarios.filter(({ stato }) => stato === 'aperto').length,
    runs: runs.length,
    published: runs.filter(({ stato }) => stato === 'pubblicata').length,
  });
}
