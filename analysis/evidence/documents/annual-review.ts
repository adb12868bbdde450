/** « Bilan annuel »: what to decide and where each action stands, then action by action what was done, found and decided. */
import { levelCount, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import type { Block, Part, Report } from '../../report/tree.ts'
import { and, counted } from '../../text/format.ts'
import { type EvidenceKind, evidenceKinds, evidenceWords } from '../item.ts'
import {
  actionsGrid,
  axisParts,
  carriedText,
  colophonOf,
  decisionRows,
  evidenceGrid,
  evidenceOf,
  lastOf,
  lateBlocks,
  litFact,
  litIn,
  lowered,
  objectivesOf,
  planMarks,
  quotesOn,
  sentencesOf,
  sharedLimitsOf,
  stateBadge,
  statesBlock,
} from './blocks.ts'
import { type PlanAction, type PlanSource, upTo } from './source.ts'

export function annualReviewOf(whole: PlanSource, year: number): Report {
  const source = upTo(whole, year)
  const decided = source.actions.flatMap((action) => decidedIn(year, action))
  return {
    place: source.place,
    title: `Bilan de l’année ${year}`,
    subtitle: source.plan,
    date: source.date,
    marks: planMarks(source),
    ribbon: null,
    facts: [
      { value: String(source.actions.length), label: `${levelWords('action').several} au plan` },
      litFact(source),
      { value: String(decided.length), label: decided.length < 2 ? 'décision dans l’année' : 'décisions dans l’année' },
    ],
    parts: [
      summaryPart(source, year),
      ...axisParts(source, (action) => actionBlocks(action, source, year)),
      {
        id: 'manques',
        flow: true,
        title: `Preuves et manques, ${levelWords('objective').one} par ${levelWords('objective').one}`,
        blocks: [{ kind: 'grid', grid: evidenceGrid(source) }],
      },
      limitsPart(source),
    ],
    colophon: colophonOf(source),
  }
}

/** All that whoever reads one page must know. */
function summaryPart(source: PlanSource, year: number): Part {
  const lit = litIn(source)
  const dark = objectivesOf(source).filter((objective) => !lit.includes(objective))
  const asked = source.actions.flatMap((action) => {
    const words = lastOf(action)?.asked ?? ''
    return words === '' ? [] : [`${levelTitle('action', action.number)}, ${lowered(action.title)} : ${words}`]
  })
  return {
    id: 'essentiel',
    title: 'L’essentiel',
    blocks: [
      statesBlock(source),
      { kind: 'heading', level: 3, text: 'Décisions demandées au comité' },
      asked.length === 0 ? { kind: 'blank', label: 'Décisions demandées' } : { kind: 'list', items: asked },
      ...lateBlocks(source),
      {
        kind: 'grid',
        grid: actionsGrid(
          { ...source, entries: source.entries.filter((entry) => isIn(year, entry.day)) },
          (action) => decidedIn(year, action).length,
          `de ${year}`,
        ),
      },
      { kind: 'heading', level: 3, text: 'Sur quoi repose ce bilan' },
      {
        kind: 'terms',
        rows: [
          ...evidenceKinds.map((kind) => ({ term: evidenceWords[kind].name, text: knownText(source, kind, year) })),
          {
            term: 'Sans rien',
            text:
              dark.length === 0
                ? `Chaque ${levelWords('objective').one} a au moins un constat.`
                : `${levelCount('objective', dark.length)} : ${and(dark.map(({ number }) => String(number)))}.`,
          },
        ],
      },
    ],
  }
}

const isIn = (year: number, day: string) => day.startsWith(String(year))
const decidedIn = (year: number, { decisions }: PlanAction) => decisions.filter(({ date }) => isIn(year, date))

/** « 40 décomptes du carnet d’actions pour 20 objectifs, dont 20 de 2026. » */
function knownText({ evidence }: PlanSource, kind: EvidenceKind, year: number): string {
  const own = evidence.filter((item) => item.kind === kind)
  if (own.length === 0) return 'Rien à ce jour.'
  const { size } = new Set(own.map(({ objective }) => objective))
  const recent = own.filter(({ day }) => isIn(year, day)).length
  const age = recent === own.length ? `, de ${year}` : `, dont ${recent} de ${year}`
  return `${counted(own.length, evidenceWords[kind].one, evidenceWords[kind].several)} pour ${levelCount('objective', size)}${age}.`
}

function actionBlocks(action: PlanAction, source: PlanSource, year: number): Block[] {
  const last = lastOf(action)
  const found = action.objectives.map(({ number }) => ({
    term: levelTitle('objective', number),
    text: [
      ...evidenceKinds.flatMap((kind) => {
        const sentences = sentencesOf(source, number, kind, 2).join(' ')
        return sentences === '' ? [] : [`${evidenceWords[kind].name} : ${sentences}`]
      }),
      ...quotesOn(source, [number], 1),
    ],
  }))
  const dark = action.objectives.filter(({ number }) => evidenceOf(source, number).length === 0)
  const rows = [
    { term: 'Fait', text: last?.done ?? '' },
    ...found,
    {
      term: 'Sans rien',
      text: dark.map(({ number, short }) => `${levelTitle('objective', number)}, ${lowered(short)}.`),
    },
    { term: 'Difficultés', text: last?.difficulties ?? '' },
    ...decisionRows(decidedIn(year, action), source.date),
    { term: 'Ensuite', text: last?.next ?? '' },
  ].filter(({ text }) => text.length > 0)
  return [
    {
      kind: 'heading',
      level: 3,
      id: `action-${action.number}`,
      eyebrow: carriedText(action),
      text: `${levelTitle('action', action.number)}. ${action.title}`,
    },
    stateBadge(action),
    ...(rows.length === 0 ? [] : [{ kind: 'terms', rows } as const]),
    ...(last?.done ? [] : [{ kind: 'blank', label: `Ce qui a été fait en ${year}` } as const]),
  ]
}

function limitsPart(source: PlanSource): Part {
  const items = sharedLimitsOf(source.evidence)
  return {
    id: 'limites',
    title: 'Ce que ces constats ne disent pas',
    flow: true,
    blocks: [
      items.length === 0 ? { kind: 'text', text: 'Aucun constat n’est encore réuni.' } : { kind: 'list', items },
    ],
  }
}
