import { ApiProblem, fetchFile, type NamedFile, postForFile, postForNamedFile } from '../api/apiClient';
import { DownloadMenu } from '../panels/downloadMenu';
import { type DownloadGroup, fileName, groupsOf, questionOf } from '../state/downloads';
import { isKeptHere } from '../state/trialLink';
import type { ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { listingFor } from '../table/listings/listingFor';
import { listView } from '../table/listView';
import { tableFile } from '../table/tableFile';
import { within } from '../text/compareWords';
import { type FileFormat, NOTHING_SHOWN, type TableFormat } from '../text/downloadWords';

/** A longer address is no link any more. */
const LONGEST_LINK = 8_000;

export interface Shown {
  state: ViewState;
  data: ViewData | null;
}

/** The menu of what can be downloaded of the view as it is when it is opened. */
export function listenToDownloads(container: HTMLElement, shown: () => Shown, picture: () => void): void {
  new DownloadMenu(container, {
    content: () => {
      const { state, data } = shown();
      return data && { rows: linesOf(state, data).lines.length, groups: groupsOf(state, data) };
    },
    table: (format) => tableOf(shown(), format),
    answer: answerOf,
    picture,
  });
}

const linesOf = (state: ViewState, data: ViewData) => {
  const listing = listingFor(data, state);
  return { listing, lines: listView(listing, state).all };
};

/** What the table shows, all its pages, with the address of the view. */
export async function tableOf({ state, data }: Shown, format: TableFormat): Promise<NamedFile> {
  if (!data) throw new ApiProblem(0, NOTHING_SHOWN, NOTHING_SHOWN, null);
  const { listing, lines } = linesOf(state, data);
  const link = location.href;
  return postForNamedFile(
    'table',
    { f: format },
    {
      title: listing.caption,
      name: fileName(state),
      snapshot: data.provenance.snapshot,
      question: questionOf(state, data.trial),
      view: link.length <= LONGEST_LINK && !isKeptHere(state.trial) ? link : null,
      ...tableFile(listing, lines, within(data.trial?.name ?? '')),
    },
  );
}

/** All that the service answers to a question. */
export const answerOf = async (
  { resource, query, body, name }: DownloadGroup,
  format: FileFormat,
): Promise<NamedFile> => {
  const asked = { ...query, f: format };
  return {
    name: `${name}.${format}`,
    content: await (body ? postForFile(resource, asked, body) : fetchFile(resource, asked)),
  };
};
