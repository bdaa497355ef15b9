export const FRAME = {
  skip: 'Go to the list',
  subtitle: 'Coverage in Lombardia',
  tools: 'Tools',
  tryFile: 'Try a file…',
  copyLink: 'Copy link',
  print: 'Print',
  guide: 'Guide',
  choices: 'Choice of the view',
  notices: 'Notices on the data',
  map: 'Map',
  legend: 'Legend',
  reading: 'Reading the data…',
  panel: 'Panel of the list',
  listAndSheets: 'List and sheets',
  ownChoices: 'Choices of this view',
  trial: 'The trial',
  list: 'List',
  searchList: 'Search in the list',
  search: 'Search…',
  allColumns: 'All columns',
  sheet: 'Sheet',
  backToList: 'Back to the list',
  sheetContent: 'Content of the sheet',
  provenance: 'Where the data come from',
  pages: 'Pages',
  accessibility: 'Accessibility',
};

export const DOCUMENT = {
  title: 'Centri per la Famiglia · Territorial coverage',
  description: 'Territorial coverage of the Centri per la Famiglia in Lombardia: verdicts, travel times, proposals.',
  guideTitle: 'Guide and glossary · Centri per la Famiglia',
};

export const SERVICE_LANGUAGE = 'Reasons, notices and official terms are in Italian, as in the act.';
