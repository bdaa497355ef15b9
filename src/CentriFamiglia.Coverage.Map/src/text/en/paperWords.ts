import { formatCount } from './numbers';

export const PAPER_WORDS = {
  shown: 'State',
  kicker: 'Centri per la Famiglia · Coverage in Lombardia',
  figures: 'Key figures',
  notices: 'Please note',
  sources: 'Sources',
  ats: 'ATS',
  level: 'Level',
  sedi: 'Sedi',
  date: 'Computed',
  version: 'Version of the data',
  rules: 'Rules',
  search: 'Search',
  address: 'Address of this view',
  fingerprint: 'Fingerprint of the data',
};

export const cutWords = (printed: number, all: number): string =>
  `The first ${formatCount(printed)} rows of ${formatCount(all)}: all of them are in the file to download (CSV).`;

export const pictureWords = (title: string, headline: string, legend: readonly string[]): string =>
  `Map: ${title}. ${headline}. Legend: ${legend.join('; ')}. The list gives the same data.`;

export const SAVE_PICTURE = 'Picture of the map (PNG)';
