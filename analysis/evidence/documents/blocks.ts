/** Blocks that the documents of the plan share: evidence of an objective, decisions, what pilots say, what is missing. */

import { isOfAction, type LogEntry } from '../../../surveys/action-log/entry.ts'
import { stateRows } from '../../../surveys/action-log/rows.ts'
import {
  actionStates,
  correctedOn,
  dueDay,
  holds,
  isLate,
  outcomeSaid,
  stateText,
} from '../../../surveys/authority/follow-up.ts'
import { levelCount, levelHeading, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { someAsked } from '../../findings/limits.ts'
import type { Block, Grid, GridCell, Part, Report } from '../../report/tree.ts'
import { amount, and, counted, date, duration, quote } from '../../text/format.ts'
import { attendanceOf, attendanceSentence, yearsOf } from '../counted.ts'
import { type EvidenceItem, type EvidenceKind, evidenceCounts, evidenceKinds, evidenceWords } from '../item.ts'
import type { ActionDecision, FollowUp, PlanAction, PlanObjective, PlanSource } from './source.ts'

/** What would fill an empty kind. */
const missingWords = {
  asked: 'un résultat de questionnaire',
  counted: 'une séance notée au carnet',
  heard: 'des personnes écoutées',
  registered: 'un chiffre d’une autre source',
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

/** Sentences of one kind about an objective, then how many others there are. The source and its day end the last one of each source. */
export function sentencesOf(
  source: Pick<PlanSource, 'evidence'>,
  objective: number,
  kind: EvidenceKind,
  most = 3,
): string[] {
  const { items, more } = keyItems(source, objective, kind, most)
  const { one, several } = evidenceWords[kind]
  // the years of the log are one sentence after the other
  if (kind === 'counted' && items.length > 0)
    return [`${items.map(({ sentence }) => sentence).join(' ')} (carnet, ${date(items[0]!.day)})`]
  const said = items.map(({ sentence, source: from, day }, at) =>
    items[at + 1]?.source === from ? sentence : `${sentence} (${from}, ${date(day)})`,
  )
  return more === 0 ? said : [...said, `Et ${counted(more, `autre ${one}`, `autres ${several}`)}.`]
}

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
    const text = [
      ...sentencesOf(source, objective.number, kind),
      ...(kind === 'heard' ? quotesOn(source, [objective.number], 2) : []),
    ]
    return text.length === 0 ? [] : [{ term: evidenceWords[kind].name, text }]
  })
  const gap = gapText(source, objective)
  return { kind: 'terms', rows: gap === '' ? rows : [...rows, { term: 'Il manque', text: `${capital(gap)}.` }] }
}

/** Words of inhabitants about these objectives, as they may be read by anybody: « Le bus part trop tôt. » Jeune, 15 à 17 ans, Nord. */
export const quotesOn = ({ quotes }: PlanSource, objectives: readonly number[], most: number): string[] =>
  quotes
    .filter((one) => one.objectives.some((objective) => objectives.includes(objective)))
    .slice(0, most)
    .map(({ text, who }) => `${quote(text)} ${who}.`)

/** The newest first, each with what it engages and what became of it. */
export const decisionRows = (decisions: readonly ActionDecision[], today: string) =>
  decisions.map((one) => {
    const became = one.outcome && outcomeSaid(one.outcome)
    const corrected = correctedOn(one)
    const said = [`Décidé : ${decisionText(one, today)}`, corrected && `Corrigée le ${date(corrected)}.`]
    // one that was given up is not read as one that holds
    const text = (holds(one) ? [...said, became] : [became, ...said]).filter(Boolean).join(' ')
    return { term: date(one.date), text }
  })

/** Decisions whose day has passed, for whoever has to answer for them; nothing when none is. */
export function lateBlocks({ actions, date: today }: PlanSource): Block[] {
  const late = actions.flatMap(({ number, decisions }) =>
    decisions
      .filter((one) => isLate(one, today))
      .map((one) => ({
        due: dueDay(one),
        text: `${levelTitle('action', number)}, pour le ${date(dueDay(one))} : ${one.text}`,
      })),
  )
  if (late.length === 0) return []
  const items = late.toSorted((a, b) => (a.due < b.due ? -1 : 1)).map(({ text }) => text)
  return [
    { kind: 'heading', level: 3, text: 'Décisions dont l’échéance est passée' },
    { kind: 'list', items },
  ]
}

/** The words of a decision, who carries it, until when, what is followed. */
export function decisionText(decision: ActionDecision, today: string): string {
  const { text, pilot, indicator } = decision
  const due = dueDay(decision)
  const engaged = [
    pilot && `pilote : ${pilot}`,
    due && `échéance : ${date(due)}${isLate(decision, today) ? ', dépassée' : ''}`,
    indicator && `à suivre : ${indicator}`,
  ].filter(Boolean)
  return engaged.length === 0 ? text : `${text.replace(/\.$/, '')} (${engaged.join(' ; ')}).`
}

/** What an objective lacks, in words; '' when it has evidence of all four kinds. */
export function gapText(source: PlanSource, { number }: PlanObjective): string {
  const counts = evidenceCounts(source.evidence, number)
  const missing = evidenceKinds.filter((kind) => counts[kind] === 0)
  if (missing.length === evidenceKinds.length) return 'rien à ce jour'
  return missing.map((kind) => missingWords[kind]).join(', ')
}

/** Every action with where it stands, what the log counts and what is decided: the first thing a committee looks for. */
export const actionsGrid = (source: PlanSource, decided: (action: PlanAction) => number, when: string): Grid => ({
  title: `Où en est chaque ${levelWords('action').one}`,
  base: `Séances et présences notées au carnet ${when} : une personne qui revient y compte à chaque fois.`,
  columns: [levelHeading('action'), 'État', 'Séances', 'Présences', 'Décisions'],
  rows: [
    ...source.actions.map((action) => ({
      label: `${action.number}. ${action.title}`,
      cells: [
        { kind: 'text', text: stateOf(action) } as const,
        ...logCells(entriesOf(source, action)),
        numberCell(decided(action)),
      ],
    })),
    {
      label: 'Ensemble',
      cells: [
        { kind: 'text', text: '' },
        ...logCells(source.entries),
        numberCell(source.actions.reduce((sum, action) => sum + decided(action), 0)),
      ],
    },
  ],
  notes: sharedNotes(source),
})

/** A dash: nothing is noted, which is not 0. */
const numberCell = (value: number | null): GridCell =>
  value === null || value === 0 ? { kind: 'text', text: '–' } : { kind: 'count', value }

const logCells = (entries: readonly LogEntry[]): GridCell[] => {
  const { sessions, attendances } = attendanceOf(entries)
  return [numberCell(sessions), numberCell(attendances)]
}

const entriesOf = ({ entries }: Pick<PlanSource, 'entries'>, action: Pick<PlanAction, 'number' | 'objectives'>) => {
  const one = { number: action.number, objectives: action.objectives.map(({ number }) => number) }
  return entries.filter((entry) => isOfAction(entry, one))
}

/** The lines then add up to more than the last one. */
const sharedNotes = (source: PlanSource): string[] =>
  source.entries.some(
    (entry) => source.actions.filter((action) => entriesOf({ entries: [entry] }, action).length > 0).length > 1,
  )
    ? [
        `Notée pour des ${levelWords('objective').several} de plusieurs ${levelWords('action').several}, une séance compte dans chacune, une seule fois dans l’ensemble.`,
      ]
    : []

/** What the log counts of an action: its years, the newest first, what it took and with whom. */
export function loggedRows(source: PlanSource, action: PlanAction): { term: string; text: string[] }[] {
  const held = entriesOf(source, action).filter(({ state }) => stateRows[state].isHeld)
  const years = yearsOf(held).map((year) => ({ year, ...attendanceOf(held.filter(({ day }) => day.startsWith(year))) }))
  const means = years.flatMap(({ year, hours, cost }) => {
    const noted = [...(hours === null ? [] : [duration(hours * 60)]), ...(cost === null ? [] : [amount(cost, 'euros')])]
    return noted.length === 0 ? [] : [`${and(noted)} notés en ${year}.`]
  })
  const partners = [...new Set(held.flatMap((entry) => entry.partners))].toSorted((a, b) => a.localeCompare(b, 'fr'))
  const communes = new Set(held.map(({ commune }) => commune).filter((commune) => commune !== '')).size
  return [
    { term: 'Au carnet', text: years.map(({ year, ...total }) => attendanceSentence(total, year)) },
    { term: 'Moyens', text: means },
    { term: 'Partenaires', text: partners.length === 0 ? [] : [`${and(partners)}.`] },
    { term: 'Territoire', text: communes === 0 ? [] : [`Dans ${counted(communes, 'commune', 'communes')}.`] },
  ].filter(({ text }) => text.length > 0)
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

/** « 9 sur 12 objectifs qu’un constat éclaire ». */
export const litFact = (source: PlanSource): Report['facts'][number] => ({
  value: `${litIn(source).length} sur ${objectivesOf(source).length}`,
  label: `${levelWords('objective').several} qu’un constat éclaire`,
})

/** What the evidence does not say, each sentence once; the report of the questionnaires says conditions of questions of the questionnaires. */
export const limitsOf = (items: readonly EvidenceItem[]): string[] => [
  ...new Set(
    items.flatMap(({ limits }) => limits.map((one) => (one.startsWith('Question posée seulement') ? someAsked : one))),
  ),
]

/** Those of three pieces of evidence at least, the most frequent first: one of a single figure is read with it. */
export function sharedLimitsOf(items: readonly EvidenceItem[]): string[] {
  const shared = limitsOf(items).map((limit) => ({
    limit,
    many: items.filter((item) => limitsOf([item]).includes(limit)).length,
  }))
  return shared
    .filter(({ many }) => many > 2)
    .toSorted((a, b) => b.many - a.many)
    .map(({ limit }) => limit)
}

const axesOf = ({ actions }: PlanSource): { number: number; title: string }[] => {
  const all = new Map(actions.flatMap(({ axes }) => axes).map((axis) => [axis.number, axis]))
  return [...all.values()].toSorted((a, b) => a.number - b.number)
}

/** Each action under the first of its axes. */
const actionsOf = ({ actions }: PlanSource, axis: number): PlanAction[] =>
  actions.filter((action) => action.axes[0]?.number === axis)

/** A part an axis, its actions in blocks. */
export const axisParts = (source: PlanSource, blocksOf: (action: PlanAction) => Block[]): Part[] =>
  axesOf(source).map((axis, at) => ({
    id: `axe-${axis.number}`,
    ...(at === 0 ? {} : { flow: true }),
    title: `${levelTitle('axis', axis.number)}. ${axis.title}`,
    blocks: actionsOf(source, axis.number).flatMap(blocksOf),
  }))

/** « Enfance · pilotes : Service enfance et CTG ». */
export const carriedText = (action: PlanAction): string =>
  [action.group, `pilotes : ${pilotsText(action)}`].filter((part) => part !== '').join(' · ')

export const pilotsText = ({ pilots }: Pick<PlanAction, 'pilots'>): string =>
  pilots.length === 0 ? 'non indiqués' : and([...pilots])

export const startText = ({ start }: PlanObjective): string => (start === null ? '' : `, à partir de ${start}`)

/** « 5 actions : 3 en cours, 1 faite et 1 dont les pilotes n’ont rien dit. » */
export function statesBlock({ actions }: PlanSource): Block {
  const said = actionStates.flatMap(({ value }) => {
    const { length } = actions.filter((action) => lastOf(action)?.state === value)
    return length === 0 ? [] : [`${length} ${stateText(value, length)}`]
  })
  const silent = actions.filter((action) => lastOf(action) === null).length
  const all = silent === 0 ? said : [...said, `${silent} dont les pilotes n’ont rien dit`]
  return { kind: 'text', tone: 'lead', text: `${levelCount('action', actions.length)} : ${and(all)}.` }
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
