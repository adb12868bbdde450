/** The one page a mayor reads: what was asked, six findings, and the plan as a wall. */
import { levelCount, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { underTitle } from '../../../surveys/wording/sentence-frame.ts'
import { isReservation, sentencesIn } from '../../../surveys/wording/sentences.ts'
import type { CoverageStatus } from '../../findings/coverage.ts'
import type { Finding } from '../../findings/finding.ts'
import { strengths } from '../../findings/strength.ts'
import { count, counted, quote, wordsIn } from '../../text/format.ts'
import { findingId, nameIn, strengthBadge } from '../finding-blocks.ts'
import { covered, type ReportSource } from '../source.ts'
import type { Block, Part } from '../tree.ts'
import { wall } from './wall.ts'

const shown = 6

export function summary(source: ReportSource): Part {
  const best = mainFindings(source.findings, source.coverage)
  return {
    id: 'essentiel',
    title: 'L’essentiel',
    blocks: [
      { kind: 'text', tone: 'lead', text: opening(source) },
      ...asked(source),
      ...source.questionnaires
        .filter(({ responses }) => responses === 0)
        .map(({ title }): Block => ({ kind: 'note', tone: 'plain', text: `${title} : aucune réponse à ce jour.` })),
      ...best.map((finding) => summaryItem(finding, source.findings)),
      ...(best.length === 0
        ? [{ kind: 'note', tone: 'plain', text: 'Aucun résultat ne peut encore être retenu.' } as const]
        : []),
      {
        kind: 'heading',
        level: 3,
        text:
          source.publication === undefined
            ? `Le plan, ${levelWords('objective').one} par ${levelWords('objective').one}`
            : 'Le plan',
      },
      { kind: 'text', text: coverageText(source) },
      // of one publication most tiles would be empty, which says nothing of the plan
      ...(source.publication === undefined ? [wall(source.coverage)] : []),
    ],
  }
}

function opening({ questionnaires }: ReportSource): string {
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  if (answered.length === 0) return 'Aucune réponse n’a encore été reçue : ce rapport dit ce qui est prévu.'
  const all = answered.reduce((sum, { responses }) => sum + responses, 0)
  return `Ce rapport dit ce que ${counted(all, 'réponse permet', 'réponses permettent')} d’affirmer, avec quelle précision, et ce qu’elles ne disent pas.`
}

/** Each questionnaire with its responses, most first. */
function asked({ questionnaires }: ReportSource): Block[] {
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  if (answered.length === 0) return []
  const parts = answered
    .toSorted((a, b) => b.responses - a.responses)
    .map(({ title, responses }) => `${quote(title)} ${count(responses)}`)
  return [{ kind: 'text', tone: 'small', text: `Réponses à chaque questionnaire : ${parts.join(' · ')}.` }]
}

function coverageText(source: ReportSource): string {
  const coverage = covered(source)
  const of = (status: CoverageStatus, words: string) => {
    const found = coverage.filter((row) => row.status === status).length
    return found === 0 ? [] : [counted(found, words, words)]
  }
  const parts = [
    ...of('measured', 'que les réponses mesurent'),
    ...of('partly', 'que les réponses mesurent en partie'),
    ...of('no-evidence', 'sans résultat à ce jour'),
  ]
  if (source.publication !== undefined && coverage.length === 0)
    return `Cette publication ne porte sur aucun ${levelWords('objective').one} du plan.`
  if (source.publication !== undefined)
    return `Cette publication porte sur ${coverage.length} des ${levelCount('objective', source.coverage.length)} : ${parts.join(', ')}. Les autres se lisent dans d’autres questionnaires ou d’autres sources.`
  const isWhole = coverage.every(({ status }) => ['measured', 'partly', 'no-evidence'].includes(status))
  const rest = isWhole ? '' : ' ; les autres sont des réalisations, ou se suivent dans d’autres sources'
  return `Un questionnaire ne dit pas tout. Sur ${levelCount('objective', coverage.length)} : ${parts.join(', ')}${rest}.`
}

const summaryItem = (finding: Finding, all: readonly Finding[]): Block => ({
  kind: 'group',
  role: 'summary',
  blocks: [
    { kind: 'text', tone: 'small', text: `${levelTitle('objective', finding.objective)} · ${nameIn(all, finding)}` },
    { kind: 'text', tone: 'statement', text: inBrief(underTitle(finding.sentence, finding.title)) },
    strengthBadge(finding),
    { kind: 'reference', text: 'Voir le détail', href: `#${findingId(finding)}` },
  ],
})

/**
 * Six of them and the plan hold on one page: whole sentences, the first always, up to so many words, and what keeps the
 * figures from being read as surer or newer than they are. The rest stands with the details.
 */
const mostSaid = 45
export function inBrief(sentence: string): string {
  const all = sentencesIn(sentence)
  const over = all.findIndex((_, at) => at > 0 && wordsIn(all.slice(0, at + 1).join(' ')) > mostSaid)
  const kept = over < 0 ? all : all.slice(0, over)
  const isWhole = kept.some((one) => one.startsWith('Dans tout le territoire'))
  const reserved = all
    .slice(kept.length)
    .filter((one) => isReservation(one) && (isWhole || !/du territoire|^Dans tout le territoire/.test(one)))
  return [...kept, ...reserved].join(' ')
}

/**
 * The main findings: objectives that are measured take turns, in the order of the plan, each with its strongest finding
 * left; among equals, the order its questionnaire gives. Of the zone an objective is about, the first that is answered leads,
 * graded for what it is, as on the committee's page. Objectives measured in part come when no other is left. One finding
 * a question: a second one would mostly say the first again, the other way round.
 */
export function mainFindings(findings: Finding[], coverage: ReportSource['coverage']): Finding[] {
  const statusOf = new Map(coverage.map((row) => [row.objective, row.status]))
  const established = findings.filter(({ estimate }) => estimate.value !== null)
  const chosen: Finding[] = []
  const isNew = (one: Finding) => !chosen.some((other) => isSameQuestion(one, other))
  for (const status of ['measured', 'partly']) {
    const queues = [...new Set(established.map(({ objective }) => objective))]
      .filter((objective) => statusOf.get(objective) === status)
      .map((objective) => orderedIn(established.filter((one) => one.objective === objective)))
    while (chosen.length < shown && queues.some((queue) => queue.length > 0))
      for (const queue of queues) {
        const next = queue.find(isNew)
        queue.splice(0, next ? queue.indexOf(next) + 1 : queue.length)
        if (next && chosen.length < shown) chosen.push(next)
      }
  }
  return chosen.toSorted((a, b) => a.objective - b.objective)
}

const isSameQuestion = (a: Finding, b: Finding) =>
  a.questionnaire === b.questionnaire && a.source.field === b.source.field

const byStrength = (a: Finding, b: Finding) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength)

/** By strength, behind the first finding of the zone the objective is about. */
function orderedIn(findings: readonly Finding[]): Finding[] {
  const lead = findings.find(({ zone }) => zone !== undefined)
  const others = findings.filter((one) => one !== lead).toSorted(byStrength)
  return lead ? [lead, ...others] : others
}
