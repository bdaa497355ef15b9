export const CONTROL = {
  theme: 'View',
  demand: 'Who is counted',
  index: 'Need index',
  weightOf: (people: string): string => `Weight: ${people}`,
  count: 'Who counts',
  measure: 'Measure',
  classes: 'Classes',
  goal: 'Goal',
  newSpokes: 'New Spokes',
  curveTo: 'Curve up to',
  everyArea: 'A Sede in every area (R1)',
  onMap: 'Show on the map',
  sediOnMap: 'Sedi on the map',
  proposalsOnMap: 'Proposals on the map',
};

export const ENGINE = {
  'Map.Title':
    'Map: arrow keys to move, plus and minus to zoom, n and p to go through areas and Sedi, Enter to open them; the table gives the same data',
  'NavigationControl.ZoomIn': 'Zoom in',
  'NavigationControl.ZoomOut': 'Zoom out',
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'Popup.Close': 'Close',
};

export const ORIGIN = {
  date: 'Computed',
  version: 'Version of the data',
  rules: 'Rules',
  sources: 'Sources',
  copy: (fingerprint: string): string => `Copy the full fingerprint of the data: ${fingerprint}`,
  copied: 'copied',
};

export const PROBLEM = {
  notCurrent: 'The data shown are not up to date.',
  notRead: 'The page cannot read the data',
  retry: (seconds: number): string => `Trying again in ${seconds} s.`,
  retryNow: 'Try again now',
  badAddress: 'Invalid address',
  noAts: (given: string, hasOffers: boolean): string =>
    `The ATS “${given}” does not exist${hasOffers ? ': choose among' : ''}`,
  noSet: (given: string, hasOffers: boolean): string =>
    `The set of Sedi “${given}” does not exist${hasOffers ? ': choose among' : ''}`,
  away: 'The service does not answer',
  awayWhy: 'The network or the service is down.',
  answered: (status: number): string => `The service answered ${status}`,
};
