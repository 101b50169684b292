/** How long after the order the goods ship, as checkout promises it. */
export interface ShipPromise {
  readonly days: number;
  /** Counted in working days instead of calendar days. */
  readonly working: boolean;
  /** Working days leave out US federal holidays. */
  readonly inUnitedStates: boolean;
}
