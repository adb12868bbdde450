/** Blocks that the documents of the plan share: evidence of an objective, decisions, what pilots say, what is missing. */

import { actionStates, stateText } from '../../../surveys/authority/follow-up.ts'
import { levelHeading, levelWords } from '../../../surveys/authority/levels.ts'
import { someAsked } from '../../findings/limits.ts'
import type { Block, Grid, Report } from '../../report/tree.ts'
import { and, counted, date, quote } from '../../text/format.ts'
import { type EvidenceItem, type EvidenceKind, evidenceCounts, evidenceKinds, evidenceWords } from '../item.ts'
import type { ActionDecision, FollowUp, PlanAction, PlanObjective, PlanSource } from './source.ts'

/** What would fill an empty kind. */
const missingWords = {
  asked: 'aucune question ne donne encore de résultat',
  counted: 'rien n’est noté au carnet d’actions',
  heard: 'personne n’a encore été écouté sur ce sujet',
  registered: 'aucun chiffre d’une autre source n’est relevé',
} as const

export const evidenceOf = ({ evidence }: Pick<PlanSource, 'evidence'>, objective: number): EvidenceItem[] =>
  evidence.filter((item) => item.objective === objective)

/** The first few of each kind, in the order of the pages; `more`: how many others there are. */
export function keyItems(
  source: Pick<PlanSource, 'evidence'>,
  objective: number,
  kind: EvidenceKind,
  most = 3,
): { items: EvidenceItem[]; more: number } {
  const all = evidenceOf(source, objective).filter((item) => item.kind === kind)
  return { items: all.slice(0, most), more: Math.max(0, all.length - most) }
}

/** « et 4 autres constats ». */
export const moreText = (more: number): string =>
  more === 0 ? '' : `Et ${counted(more, 'autre constat', 'autres constats')}.`

export const lastOf = ({ followUps }: Pick<PlanAction, 'followUps'>): FollowUp | null => followUps.at(-1) ?? null

export const stateOf = (action: Pick<PlanAction, 'followUps'>): string => stateText(lastOf(action)?.state ?? null)

const stateTones = { 'to-start': 'other-source', 'under-way': 'partly', done: 'measured', stopped: 'no-evidence' }

export function stateBadge(action: PlanAction): Block {
  const last = lastOf(action)
  const beside = last === null ? 'Les pilotes n’ont encore rien noté.' : `dit le ${date(last.day)} par ${last.by}`
  return {
    kind: 'badge',
    tone: last === null ? 'not-a-survey-matter' : stateTones[last.state],
    text: stateOf(action),
    beside: last !== null && last.why !== '' ? `${beside} : ${last.why}` : beside,
  }
}

/** What is known of one objective, by kind of evidence, then what is missing. */
export function evidenceBlock(source: PlanSource, objective: PlanObjective): Block {
  const items = evidenceOf(source, objective.number)
  if (items.length === 0)
    return { kind: 'text', text: 'Rien à ce jour : ni questionnaire, ni carnet, ni écoute, ni chiffre relevé.' }
  const rows = evidenceKinds.flatMap((kind) => {
    const { items: own, more } = keyItems(source, objective.number, kind)
    const texts = [
      ...own.map(({ sentence, source: from, day }) => `${sentence} (${from}, ${date(day)})`),
      ...(more === 0 ? [] : [moreText(more)]),
      ...(kind === 'heard' ? quotesOn(source, [objective.number], 2) : []),
    ]
    return texts.map((text, at) => ({ term: at === 0 ? evidenceWords[kind].name : '', text }))
  })
  const gap = gapText(source, objective)
  return { kind: 'terms', rows: gap === '' ? rows : [...rows, { term: 'Il manque', text: `${capital(gap)}.` }] }
}

/** Words of inhabitants about these objectives, as they may be read by anybody. */
export const quoteBlocks = (source: PlanSource, objectives: readonly number[], most: number): Block[] =>
  quotesOn(source, objectives, most).map((text) => ({ kind: 'note', tone: 'plain', text }))

/** « Le bus part trop tôt. » Jeune, 15 à 17 ans, Nord. */
const quotesOn = ({ quotes }: PlanSource, objectives: readonly number[], most: number): string[] =>
  quotes
    .filter((one) => one.objectives.some((objective) => objectives.includes(objective)))
    .slice(0, most)
    .map(({ text, who }) => `${quote(text)} ${who}.`)

/** The newest first, each with what it engages. */
export const decisionTerms = (decisions: readonly ActionDecision[], today: string): Block => ({
  kind: 'terms',
  rows: decisions.map((one) => ({ term: date(one.date), text: decisionText(one, today) })),
})

/** The words of a decision, who carries it, until when, what is followed. */
export function decisionText({ text, pilot, due, indicator }: ActionDecision, today: string): string {
  const engaged = [
    pilot && `pilote : ${pilot}`,
    due && `échéance : ${date(due)}${due < today ? ', dépassée' : ''}`,
    indicator && `à suivre : ${indicator}`,
  ].filter(Boolean)
  return engaged.length === 0 ? text : `${text.replace(/\.$/, '')} (${engaged.join(' ; ')}).`
}

/** Said by the pilots, or a line to fill in by hand. */
export const saidBlock = (label: string, text: string): Block =>
  text === '' ? { kind: 'blank', label } : { kind: 'text', text }

/** Kinds of evidence that an objective lacks, in words; '' when it has all four. */
export function gapText(source: PlanSource, { number }: PlanObjective): string {
  const counts = evidenceCounts(source.evidence, number)
  const missing = evidenceKinds.filter((kind) => counts[kind] === 0)
  if (missing.length === evidenceKinds.length) return 'rien à ce jour'
  return missing.map((kind) => missingWords[kind]).join(', ')
}

/** Every objective of the plan by kind of evidence. */
export const evidenceGrid = (source: PlanSource): Grid => ({
  title: `Ce qui éclaire chaque ${levelWords('objective').one}`,
  base: 'Nombre de constats de chaque genre. Un tiret : rien à ce jour.',
  columns: [levelHeading('objective'), ...evidenceKinds.map((kind) => evidenceWords[kind].name)],
  rows: objectivesOf(source).map(({ number, short }) => {
    const counts = evidenceCounts(source.evidence, number)
    return {
      label: `${number}. ${short}`,
      cells: evidenceKinds.map((kind) =>
        counts[kind] === 0 ? ({ kind: 'text', text: '–' } as const) : ({ kind: 'count', value: counts[kind] } as const),
      ),
    }
  }),
  notes: [],
})

export const objectivesOf = ({ actions }: Pick<PlanSource, 'actions'>): PlanObjective[] =>
  actions.flatMap(({ objectives }) => objectives).toSorted((a, b) => a.number - b.number)

/** Objectives under which something stands. */
export const litIn = (source: PlanSource): PlanObjective[] =>
  objectivesOf(source).filter(({ number }) => evidenceOf(source, number).length > 0)

/** What the evidence does not say, each sentence once; the report of the questionnaires says conditions of questions of the questionnaires. */
export const limitsOf = (items: readonly EvidenceItem[]): string[] => [
  ...new Set(
    items.flatMap(({ limits }) => limits.map((one) => (one.startsWith('Question posée seulement') ? someAsked : one))),
  ),
]

export const axesOf = ({ actions }: PlanSource): { number: number; title: string }[] => {
  const all = new Map(actions.flatMap(({ axes }) => axes).map((axis) => [axis.number, axis]))
  return [...all.values()].toSorted((a, b) => a.number - b.number)
}

/** Each action under the first of its axes. */
export const actionsOf = ({ actions }: PlanSource, axis: number): PlanAction[] =>
  actions.filter((action) => action.axes[0]?.number === axis)

export const pilotsText = ({ pilots }: Pick<PlanAction, 'pilots'>): string =>
  pilots.length === 0 ? 'non indiqués' : and([...pilots])

export const startText = ({ start }: PlanObjective): string => (start === null ? '' : `, à partir de ${start}`)

/** « 3 en cours, 1 faite, 12 dont rien n’est dit ». */
export function statesText({ actions }: PlanSource): string {
  const said = actionStates.flatMap(({ value }) => {
    const { length } = actions.filter((action) => lastOf(action)?.state === value)
    return length === 0 ? [] : [`${length} ${stateText(value, length)}`]
  })
  const silent = actions.filter((action) => lastOf(action) === null).length
  return and(silent === 0 ? said : [...said, `${silent} dont les pilotes n’ont rien dit`])
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Inside a sentence: an abbreviation keeps its letters. */
export const lowered = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

export const planMarks = ({ demo }: PlanSource): Report['marks'] =>
  demo
    ? [
        {
          short: 'Données fictives',
          text: 'Tout a été inventé pour la démonstration : rien ne décrit le territoire.',
        },
      ]
    : []

export const colophonOf = ({ date: day }: PlanSource): string[] => [
  `Fait le ${date(day)}. Chaque constat porte sa source et sa date ; les citations sont sans nom, relues par deux personnes, avec l’accord de qui a parlé.`,
]
