import type { Problem } from '../../problem.ts';
import { phrasePattern } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const words = (list: string): readonly string[] => list.split(', ');

/** A link says that two things are related; only the other system's owner can say that one complies with it. */
const COMPLIANCE = phrasePattern([
  ...words(
    'compliant with, in compliance with, comply with, complies with, in conformity with, conforms to, conform to',
  ),
  ...words('certified, certifies, guarantees compliance'),
  ...words('conforme à, conforme au, conforme aux, conformes à, conformes au, conformes aux, en conformité avec'),
  ...words('certifié, certifiée, certifiés, certifiées'),
  ...words('conforme con, conformes con, en conformidad con, certificado, certificada, متوافق مع, متوافقة مع, يمتثل'),
]);

const SYSTEMS = phrasePattern([
  ...words('SDG, SDGs, 10.7.2, Sustainable Development Goals, Global Compact, GCM, MiGOF, MGI, IOM, 2030 Agenda'),
  ...words('Migration Governance Framework, Migration Governance Indicators'),
  ...words('ODD, Pacte mondial, OIM, IGM, Programme 2030, Programme de développement durable, Cadre de gouvernance'),
  ...words('ODS, Objetivos de Desarrollo Sostenible, Pacto Mundial, Agenda 2030'),
  ...words('أهداف التنمية المستدامة, الاتفاق العالمي, المنظمة الدولية للهجرة'),
]);

/** `claim` and `of the Organization` in one sentence without a negation. */
const OWNERSHIP: readonly RegExp[] = [
  /\b(?:IOM's|an IOM|the IOM|official IOM|IOM) (?:own )?(?:product|tool|instrument|framework|indicators|index|methodology)\b/iu,
  /\b(?:endorsed|approved|validated|certified|authorised|authorized) by (?:the )?(?:IOM|United Nations|UN\b)/iu,
  /\b(?:IOM|the United Nations) (?:has |have )?(?:endorse[sd]?|approve[sd]?|validate[sd]?)\b/iu,
  /\bon behalf of (?:the )?(?:IOM|United Nations)/iu,
  /(?:produit|outil|instrument|indicateurs|indice|référentiel|méthode)(?: officiels?)? de l['’](?:OIM|ONU)/iu,
  /(?:approuvée?s?|validée?s?|certifiée?s?|agréée?s?|avalisée?s?) par (?:l['’](?:OIM|ONU)|les Nations Unies)/iu,
  /l['’](?:OIM|ONU) (?:a |approuve|valide)(?:approuvé|validé|certifié)?/iu,
  /au nom de l['’](?:OIM|ONU)/iu,
  /(?:producto|herramienta|instrumento|indicadores|índice|método)(?: oficial(?:es)?)? de (?:la OIM|las Naciones Unidas)/iu,
  /(?:aprobad|validad|certificad|avalad|refrendad)[oa]s? por (?:la OIM|las Naciones Unidas)|en nombre de (?:la OIM|las Naciones Unidas)/iu,
  /(?:معتمد|معتمدة|مصادق عليها?) من (?:المنظمة الدولية للهجرة|الأمم المتحدة)|باسم (?:المنظمة الدولية للهجرة|الأمم المتحدة)/u,
];

const NEGATION = phrasePattern(
  words(
    "not, no, nor, neither, never, without, n'est, n'a, n'ont, ne, ni, non, pas, aucun, aucune, sans, ningún, ninguna, sin, لا, ليس, ليست, غير, دون",
  ),
);

const sentencesOf = (text: string): string[] => text.split(/(?<=[.;!?])\s+/u);

/** Roles in which a framework speaks of itself or of what it links to; a level may ask that a law conforms. */
const ABOUT_ITSELF = new Set(['label', 'title', 'description', 'attribution', 'review', 'summary', 'note']);

/** Compliance said of a link, and an instrument that passes for a product of IOM or the United Nations. */
export function checkClaims(text: WrittenText, inCrosswalk = false): Problem[] {
  if (!ABOUT_ITSELF.has(text.role)) return [];
  return sentencesOf(text.text).flatMap((sentence) => {
    if (NEGATION.test(sentence)) return [];
    const compliance = inCrosswalk || SYSTEMS.test(sentence) ? COMPLIANCE.exec(sentence) : null;
    const ownership = OWNERSHIP.flatMap((pattern) => pattern.exec(sentence) ?? [])[0];
    return [
      ...(compliance === null ? [] : [advise('writing.complianceClaim', text, { words: compliance[0] })]),
      ...(ownership === undefined ? [] : [advise('writing.ownershipClaim', text, { words: ownership })]),
    ];
  });
}
