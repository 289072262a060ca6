/**
 * Why something could not be done, by what it is about: what happened, what was kept, what to do. Where the window has its own words for
 * what to do (`window.errors`), they are left out here.
 */
export const FAILURES = {
  system: {
    refused: 'The system refused it: {reason}. Check the path, its permissions and the free space.',
  },
  process: {
    stopped: 'The {process} process stopped. Nothing that was stored is lost; try again.',
    stoppedBecause: 'The {process} process stopped ({reason}). Nothing that was stored is lost; try again.',
    stoppedForGood:
      'The {process} process stopped again and again ({reason}). Nothing that was stored is lost. Restart Consilium.',
  },
} as const
