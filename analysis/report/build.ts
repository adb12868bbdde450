/** The report of the plan: findings and coverage laid out for a steering committee, as a tree of blocks. */
import { authority } from '../../surveys/authority/in-force.ts'
import { levelSaid, levelTitle, levelWords } from '../../surveys/authority/levels.ts'
import { type Action, actions, axes, type Objective, objectives, orientations } from '../../surveys/authority/plan.ts'
import { audienceName } from '../../surveys/questionnaire/audiences.ts'
import { censusMethod } from '../disclosure/census.ts'
import { eachOnce, type Finding } from '../findings/finding.ts'
import { counted } from '../text/format.ts'
import { findingBlocks, findingId, nameIn } from './finding-blocks.ts'
import { marksOf } from './marks.ts'
import { annexes } from './sections/annexes.ts'
import { decisionBlocks } from './sections/decided.ts'
import { guide } from './sections/guide.ts'
import { summary } from './sections/summary.ts'
import { statusBadge, transverseBlocks } from './sections/wall.ts'
import { committeePages, committeePart } from './short/committee.ts'
import { covered, type ReportSource } from './source.ts'
import type { Block, Part, Report } from './tree.ts'

/** Everything: every finding with its tables, the pages for the committee, the annexes. */
export function reportOf(source: ReportSource): Report {
  return {
    ...reportFrame(source),
    parts: [
      summary(source),
      guide(source),
      ...committeePages(source).map((page) => committeePart(page, source, 'finding')),
      ...axes().flatMap((axis) => axisPart(axis.number, source)),
      ...annexes(source),
    ],
  }
}

/** Communes that agreed to be named are described below any threshold. */
const countedOf = (findings: readonly Finding[]): string =>
  findings.some(({ evidence }) => evidence.method === censusMethod)
    ? ' Les communes qui ont accepté d’être nommées, elles, sont comptées une à une.'
    : ''

/** The cover and the end of a report, whatever its parts. */
export function reportFrame(source: ReportSource): Omit<Report, 'parts'> {
  const withFigure = eachOnce(source.findings).filter(({ estimate }) => estimate.value !== null)
  const responses = source.questionnaires.reduce((sum, one) => sum + one.responses, 0)
  const lit = source.coverage.filter(({ findings }) => findings > 0).length
  return {
    place: source.place,
    title: `Ce que disent ${publicOf(source)}`,
    subtitle: subtitleOf(source),
    date: source.date,
    marks: marksOf(source),
    ribbon: ribbonOf(withFigure),
    facts: [
      { value: counted(responses, 'réponse', 'réponses').replace(/\D+$/, ''), label: 'réponses prises en compte' },
      { value: String(withFigure.length), label: 'résultats chiffrés' },
      {
        value: `${lit} sur ${objectives().length}`,
        label: `${levelWords('objective').several} que les réponses éclairent`,
      },
    ],
    colophon: [
      `${source.mention}${countedOf(withFigure)} Empreinte des données (SHA-256) : ${source.digest}`,
      `Les mêmes réponses et la même date redonnent ce même document, à l’octet près.`,
    ],
  }
}

/** « les familles », where nobody else has answered; a whole plan is named after its two publics. */
function publicOf({ questionnaires, definitions = [] }: ReportSource): string {
  const answered = definitions.filter((one) =>
    questionnaires.some(({ slug, responses }) => slug === one.slug && responses > 0),
  )
  const names = [...new Set(answered.map(({ audience }) => audienceName(audience)))]
  const [only = ''] = names
  return names.length === 1 && /^Les /.test(only) ? `l${only.slice(1)}` : 'les familles et les jeunes'
}

function subtitleOf({ publication, questionnaires }: ReportSource): string {
  const { one } = levelWords('objective')
  const needs = `Les besoins mesurés, ${one} par ${one}, pour le plan « ${authority().plan.title} »`
  const [only] = questionnaires
  return publication === undefined || !only ? needs : `« ${only.title} », publication n° ${publication}. ${needs}`
}

export function ribbonOf(findings: Finding[]): number[][] | null {
  const chart = findings.map((one) => one.chart).find((one) => one?.kind === 'week')
  if (chart?.kind !== 'week') return null
  return chart.layers[0]!.values.map((line) => line.map((value) => value ?? 0))
}

function axisPart(number: number, source: ReportSource): Part[] {
  const axis = axes().find((one) => one.number === number)!
  const blocks = orientations()
    .filter((orientation) => orientation.axis === number)
    .flatMap((orientation) =>
      actions()
        .filter((action) => action.orientations.includes(orientation.number))
        .flatMap((action) => actionBlocks(action, orientation, source)),
    )
  if (axis.transverse) {
    if (source.scope.objective !== null) return []
    return [
      {
        id: `axe-${number}`,
        title: `${levelTitle('axis', number)}. ${axis.title}`,
        flow: true,
        blocks: transverseBlocks(number, source),
      },
    ]
  }
  return blocks.length === 0
    ? []
    : [{ id: `axe-${number}`, title: `${levelTitle('axis', number)}. ${axis.title}`, blocks }]
}

function actionBlocks(action: Action, orientation: { number: number; title: string }, source: ReportSource): Block[] {
  const { objective } = source.scope
  const withFindings = new Set(covered(source).map((row) => row.objective))
  const own = objectives().filter(
    ({ action: of, number }) =>
      of === action.number && withFindings.has(number) && (objective === null || number === objective),
  )
  if (own.length === 0) return []
  const pilots = action.pilots.join(', ')
  return [
    {
      kind: 'heading',
      level: 3,
      id: `action-${action.number}`,
      eyebrow: `${levelTitle('orientation', orientation.number)} · ${action.group === '' ? '' : `${action.group} · `}pilotes : ${pilots}${action.rotating ? ' (à tour de rôle)' : ''}`,
      text: `${levelTitle('action', action.number)}. ${action.title}`,
    },
    ...own.map((one) => objectiveBlock(one, source)),
    ...decisionBlocks(
      source.findings.filter((one) => own.some(({ number }) => number === one.objective)),
      source,
      `${levelTitle('action', action.number)} : décision du comité, et date`,
    ),
  ]
}

function objectiveBlock(objective: Objective, source: ReportSource): Block {
  const row = source.coverage.find((one) => one.objective === objective.number)!
  const findings = source.findings.filter((one) => one.objective === objective.number)
  const once = eachOnce(source.findings)
  const headline = findings.find(({ bounds }) => bounds !== undefined)
  const shownBefore = (at: number) => findings.slice(0, at).filter((one) => once.includes(one))
  const start = objective.start === null ? '' : ` · à partir de ${objective.start}`
  return {
    kind: 'group',
    role: 'objective',
    id: `objectif-${objective.number}`,
    blocks: [
      {
        kind: 'heading',
        level: 3,
        eyebrow: `${levelTitle('objective', objective.number)}${start}`,
        text: objective.title,
      },
      statusBadge(row),
      { kind: 'text', text: row.why },
      ...findings.map((finding, at) =>
        once.includes(finding)
          ? findingBlocks(finding, nameIn(findings, finding), finding === headline, shownBefore(at))
          : again(finding, once),
      ),
    ],
  }
}

/** A finding that another objective has already reported. */
function again(finding: Finding, once: readonly Finding[]): Block {
  const first = once.find((one) => findingId(one) === findingId(finding))!
  return {
    kind: 'reference',
    text: `${finding.title} : voir ${levelSaid('the', 'objective')} ${first.objective}`,
    href: `#${findingId(finding)}`,
  }
}
