export const ACCOUNT = {
  enter: 'Sign in',
  leave: 'Sign out',
  leaveAs: (name: string): string => `Sign out (${name})`,
  ended: 'The session has ended: to go on, sign in again. Then this view comes back.',
  notLeft: 'Signing out failed: the service does not answer, and the sign-in still holds. Try again in a moment.',
  again: 'Sign in again',
  notYet: 'This service answers those who have signed in. Then this view comes back.',
  byToken: 'This service answers only programs that have a token: there is no signing in from here.',
  published: 'This account reads what is published: it stands in the view Decisions.',
  toPublished: 'Go to Decisions',
  noRole: 'This account has no role in this service. Ask whoever administers the accounts for one.',
  noAts:
    'It is not known which ATS this account is of: ask whoever administers the accounts to state it. What is published stands in the view Decisions.',
  first: 'Sign-in needed',
  foreign: (asked: string, own: string): string =>
    `The link is of ${asked}, which this account does not read: what is shown is ${own}.`,
  roles: {
    lettore: 'Reader',
    cabina: 'Steering group (Cabina di Regia)',
    pianificatore: 'Planner',
    regione: 'The Region of Lombardia',
    amministratore: 'Administrator',
  } as Record<string, string>,
};

export const MAY_NOT = {
  elsewhere: 'From another computer one only reads.',
  draft: 'Keeping scenarios and freezing analyses is for planners and the Region.',
  apply: 'Applying a scenario is for the planners of the ATS and the Region.',
  decide: 'Deciding is for the steering group of the ATS and the Region.',
  comment: 'Commenting is for those who work for the ATS and the Region.',
  publish: 'Publishing is for the Region.',
  write: 'Writing to the store is for the planners of the ATS and the Region.',
};
