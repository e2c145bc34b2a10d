import type { Scrape } from '../../../actions/canary-promote/src/judge/index.ts';

/** Another way to judge a canary. */
export interface Peer {
  /** Takes a scrape; true: it rolls back now. */
  observe(scrape: Scrape): boolean;
  /** The time is over; true: it rolls back. */
  end(t: number): boolean;
}
