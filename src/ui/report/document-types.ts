/** The types of a document, so that no screen holds the code that builds one: that is loaded when it is wanted. */
export type ReportDocument = import('../../export/document/document.ts').ReportDocument;
export type Section = import('../../export/document/document.ts').Section;
export type SectionId = import('../../export/document/document.ts').SectionId;
export type Block = import('../../export/document/document.ts').Block;
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
export type Text = import('../../export/document/document.ts').Text;
export type FittedText = import('../../export/document/document.ts').FittedText;
export type KeyValue = import('../../export/document/document.ts').KeyValue;
export type LevelSign = import('../../export/document/document.ts').LevelSign;
export type PrintedBar = import('../../export/document/document.ts').PrintedBar;
export type SummaryPage = import('../../export/document/document.ts').SummaryPage;
export type ReportPreset = import('../../export/parts/report-presets.ts').ReportPreset;
export type EditableSentence = import('../../export/parts/list-sentences.ts').EditableSentence;
export type DocumentOptions = import('../../export/parts/document-context.ts').DocumentOptions;
