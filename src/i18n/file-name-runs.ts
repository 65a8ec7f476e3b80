const READ_TO_THE_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const LEFT_TO_RIGHT_RUN = /[0-9A-Za-z][!-~]*[0-9A-Za-z]/g;

/** A file name whose date and ending stay as they are written where its words read to the left. */
export const fileNameRuns = (name: string): string =>
  READ_TO_THE_LEFT.test(name) ? name.replace(LEFT_TO_RIGHT_RUN, '\u2068$&\u2069') : name;
