/** The outside things that the domain must not reach for: time and randomness. */
export interface Surroundings {
  /** UTC milliseconds since 1970. */
  nowMs(): number;
  /** 16 lower-case hexadecimal digits, fresh at every call. */
  randomHex16(): string;
}
