export { frameworkWords } from '../../words/framework-words.ts';
export type { FrameworkWords } from '../../words/framework-words.ts';
