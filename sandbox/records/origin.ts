/** Where a new record comes from: its id, who makes it and when. */
export interface Origin<Id = number> {
  id: Id;
  creatorId: number;
  now: Date;
}
