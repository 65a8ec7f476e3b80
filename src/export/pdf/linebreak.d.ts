declare module 'linebreak' {
  /** Where a line may end: after the character before `position`, and must where `required`. */
  interface Break {
    readonly position: number;
    readonly required: boolean;
  }

  /** Unicode line breaking (UAX 14) over one string. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
