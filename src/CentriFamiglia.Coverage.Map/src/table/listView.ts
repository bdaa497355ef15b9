import type { Sort, ViewState } from '../state/viewState';
import { matches } from '../text/folded';
import type { Line, Listing } from './listings/cells';
import { sortedBy } from './sorting';

/** Rows of one page: all Ambiti fit, the comuni take sixteen. */
export const PAGE_SIZE = 100;

/** What of a listing the table shows. */
export interface ListView {
  sort: Sort;
  /** Lines of the page. */
  lines: Line[];
  /** Lines of all pages, in order. */
  all: Line[];
  /** How many they are. */
  matching: number;
  total: number;
  page: number;
  pages: number;
}

/** The listing filtered by ATS and search, sorted, and cut to the page; the page is the last one where it would be beyond. */
export function listView(
  listing: Listing,
  state: Pick<ViewState, 'ats' | 'search' | 'sort' | 'page'>,
  pageSize = PAGE_SIZE,
): ListView {
  const known = listing.columns.some((c) => c.key === state.sort?.column);
  const sort = state.sort && known ? state.sort : listing.usual;
  const column = listing.columns.findIndex((c) => c.key === sort.column);
  const search = state.search.trim();
  const kept = listing.lines.filter(
    (line) => (state.ats === null || line.ats === state.ats) && (search === '' || matches(line.searched, search)),
  );
  // Names stay in their order whatever is known; figures and judgements do not rank what has none.
  const isAside = (line: Line) => line.unknown === true && listing.columns[column]?.ranks === true;
  const sorted = sortedBy(kept, (line) => line.cells[column]?.value, sort.descending, isAside);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(state.page, pages);
  return {
    sort,
    lines: sorted.slice((page - 1) * pageSize, page * pageSize),
    all: sorted,
    matching: sorted.length,
    total: listing.lines.length,
    page,
    pages,
  };
}
