/** The plan as a table: one line for each objective, with its axis, its action and what a survey can say of it. */
import { capitalised, levelHeading, levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import type { Authority, Nature, PlanFile } from '../../surveys/authority/schema.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import { mostObjectives } from '../../surveys/questionnaire/objectives.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { type CellReader, choice, number, text } from '../tables/cell.ts'
import type { Row, Rule } from '../tables/row.ts'
import { type AuthorityTable, ofLevel, optional, textOf } from './table.ts'

export const natureWords: Record<Nature, string> = {
  measured: 'mesuré',
  partly: 'mesuré en partie',
  'other-source': 'autre source',
  'not-a-survey-matter': 'hors questionnaire',
}
const unjudged = 'Ce qu’un questionnaire peut en dire n’est pas encore écrit.'
const longestShort = 60

/** A number, or nothing. */
const maybe =
  (read: CellReader): CellReader =>
  (cell) =>
    cell === '' ? { value: null } : read(cell)

const numbered = 'Par exemple « 1. Petite enfance » ; vide = comme la ligne du dessus'
/** Under another one, an empty cell begins anew. */
const numberedIn = (above: 'axis' | 'orientation') => `${numbered}, tant que ${levelSaid('the', above)} ne change pas`

export const planTable: AuthorityTable = {
  name: 'plan',
  title: 'Plan d’actions',
  get help() {
    return `Une ligne par ${levelWords('objective').one}, mot pour mot. Un plan à deux niveaux n’a besoin que des colonnes ${levelHeading('axis')} et ${levelHeading('objective')}. Ce qui a été fait sous ${levelSaid('a', 'objective')} garde les mots que le plan avait ce jour-là.`
  },
  get columns() {
    const several = `${numberedIn('axis')} ; plusieurs se séparent par « ; »`
    return [
      ofLevel('axis', optional('axis', levelHeading('axis'), numbered, text(400))),
      ofLevel('orientation', optional('orientation', levelHeading('orientation'), several, text(400))),
      ofLevel('action', optional('action', levelHeading('action'), numberedIn('orientation'), text(400))),
      optional('group', 'Groupe projet', `Qui porte ${levelSaid('the', 'action')}`, text(120)),
      optional('pilots', 'Pilotes', 'Séparés par « ; »', text(400)),
      optional(
        'number',
        'N°',
        `Numéro ${levelSaid('ofThe', 'objective')} ; vide = dans l’ordre`,
        maybe(number({ min: 1, max: mostObjectives, whole: true })),
      ),
      ofLevel(
        'objective',
        optional('title', levelHeading('objective'), 'Mot pour mot, comme dans le plan signé', text(400)),
      ),
      optional('short', 'En quelques mots', `Pour les tuiles et les listes, ${longestShort} signes au plus`, text(80)),
      optional('start', 'Début', 'Année que le plan écrit', maybe(number({ min: 1990, max: 2100, whole: true }))),
      optional('zone', 'Zone', 'Vide = tout le territoire', text(60)),
      {
        ...optional('nature', 'Un questionnaire', 'Ce qu’il peut en dire', choice(Object.values(natureWords))),
        read: (cell: string) => (cell === '' ? { value: null } : choice(Object.values(natureWords))(cell)),
        words: Object.values(natureWords),
      },
      optional(
        'why',
        'Pourquoi',
        'Une phrase : ce qu’un questionnaire peut en dire, et ce qui le dit autrement',
        text(400),
      ),
      optional(
        'star',
        'Étoile',
        `Les mots de l’étoile que le plan met sur ${levelSaid('the', 'objective')}, quand il en met`,
        text(120),
      ),
    ]
  },
  rules: [someObjective, startsWithAnAxis, knownZones, numbersOnce],
  example: () => [
    '1. Petite enfance',
    '',
    '',
    '',
    'Relais petite enfance',
    '1',
    'Connaître les besoins d’accueil en horaires décalés',
    'Horaires décalés',
    '2026',
    '',
    'mesuré',
    '',
    '',
  ],
  cellsOf,
  with: planFrom,
}

const isObjective = (row: Row) => textOf(row, 'title') !== ''

function someObjective(rows: Row[]): ReturnType<Rule> {
  return rows.some(isObjective)
    ? []
    : [
        {
          row: null,
          message: `${capitalised(levelSaid('none', 'objective'))} : remplissez la colonne « ${levelHeading('objective')} », une ligne à chaque fois. Un tableau collé la nomme dans sa ligne de titres.`,
        },
      ]
}

function startsWithAnAxis(rows: Row[]): ReturnType<Rule> {
  const [first] = rows
  return !first || textOf(first, 'axis') !== ''
    ? []
    : [
        {
          row: 0,
          column: levelHeading('axis'),
          message: `La première ligne dit ${levelSaid('its', 'axis')} ; les suivantes peuvent le laisser vide.`,
        },
      ]
}

function knownZones(rows: Row[]): ReturnType<Rule> {
  return rows.flatMap((row, index) => {
    const zone = textOf(row, 'zone')
    return zone === '' || zoneNamed(zone) !== undefined
      ? []
      : [
          {
            row: index,
            column: 'Zone',
            message: `« ${zone} » n’est pas une zone du territoire. Zones connues : ${Object.values(zoneNames()).join(', ')}.`,
          },
        ]
  })
}

function numbersOnce(rows: Row[]): ReturnType<Rule> {
  const seen = new Set<number>()
  return numbersIn(rows).flatMap((given, index) => {
    if (given === null) return []
    if (!seen.has(given)) {
      seen.add(given)
      return []
    }
    return [
      {
        row: index,
        column: 'N°',
        message: `${capitalised(levelSaid('the', 'objective'))} ${given} est déjà plus haut. Donnez un autre numéro à cette ligne.`,
      },
    ]
  })
}

const zoneNamed = (name: string): string | undefined =>
  Object.entries(zoneNames()).find(([code, title]) => code === name || folded(title) === folded(name))?.[0]

/** The number of each line's objective, given or the next in order; null where the line has none. */
function numbersIn(rows: readonly Row[]): (number | null)[] {
  let last = 0
  return rows.map((row) => {
    if (!isObjective(row)) return null
    last = typeof row.number === 'number' ? row.number : last + 1
    return last
  })
}

type Named = { number: number; title: string }

/** « 1. Petite enfance », « Axe 1 : Petite enfance »; without a number, the next one of its level. */
function named(cell: string, known: readonly Named[]): Named {
  const [, digits, words] = /^(?:\p{L}+\s+)?(\d{1,3})\s*[.:)–-]\s*(.+)$/u.exec(cell) ?? []
  if (digits && words) return { number: Number(digits), title: words }
  const same = known.find(({ title }) => title === cell)
  return same ?? { number: Math.max(0, ...known.map((one) => one.number)) + 1, title: cell }
}

const parts = (cell: string): string[] =>
  cell
    .split(/\s*;\s*/)
    .map((part) => part.trim())
    .filter(Boolean)

/** Orientations are told apart where the next one has its number: their own words may hold « ; ». */
const orientationsIn = (cell: string): string[] => cell.split(/\s*;\s*(?=\d{1,3}\s*[.:)–-])/).filter(Boolean)

type Levels = Pick<PlanFile, 'axes' | 'orientations' | 'actions' | 'objectives'>

/** Headings and transverse lines, without what they would hang on and is gone. */
function printedBeside({ blocks, transverse, ...plan }: PlanFile, levels: Levels): PlanFile {
  const there = (list: readonly { number: number }[], one: number) => list.some(({ number }) => number === one)
  return {
    ...plan,
    ...(blocks && {
      blocks: blocks
        .map((block) => ({ ...block, actions: block.actions.filter((one) => there(levels.actions, one)) }))
        .filter(({ orientation, actions }) => there(levels.orientations, orientation) && actions.length > 0),
    }),
    ...(transverse && {
      transverse: transverse
        .filter(({ axis }) => there(levels.axes, axis))
        .map((line) => ({
          ...line,
          orientations: line.orientations.filter((one) => there(levels.orientations, one)),
          objectives: line.objectives.filter((one) => there(levels.objectives, one)),
        })),
    }),
  }
}

function cutShort(title: string): string {
  if (title.length <= longestShort) return title
  const cut = title.slice(0, longestShort - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trimEnd()}…`
}

function cellsOf({ plan, judgement, territory }: Authority): string[][] {
  const titled = ({ number: given, title }: Named) => `${given}. ${title}`
  const zones = new Map(territory.zones.map(({ value, title }) => [value, title]))
  const hung = new Set(plan.actions.flatMap(({ orientations }) => orientations))
  const lines = plan.objectives.map((objective) => {
    const action = plan.actions.find((one) => one.number === objective.action)!
    const orientations = plan.orientations.filter((one) => action.orientations.includes(one.number))
    const axis = plan.axes.find((one) => one.number === orientations[0]?.axis)
    const judged = judgement.find((one) => one.objective === objective.number)
    return [
      axis ? titled(axis) : '',
      orientations.map(titled).join(' ; '),
      titled(action),
      action.group,
      action.pilots.join(' ; '),
      String(objective.number),
      objective.title,
      objective.short,
      objective.start === null ? '' : String(objective.start),
      objective.zone === undefined ? '' : (zones.get(objective.zone) ?? objective.zone),
      judged ? natureWords[judged.nature] : '',
      judged && judged.why !== unjudged ? judged.why : '',
      objective.star ?? '',
    ]
  })
  const bare = plan.orientations
    .filter((one) => !hung.has(one.number))
    .map((one) => [
      titled(plan.axes.find((axis) => axis.number === one.axis)!),
      titled(one),
      ...Array.from({ length: planTable.columns.length - 2 }, () => ''),
    ])
  return [...lines, ...bare]
}

/** What the lines do not say (turns of pilots, questions to the committee) stays what it was under the same number. */
function planFrom(before: Authority, rows: readonly Row[]): Authority {
  const axes: PlanFile['axes'] = []
  const orientations: PlanFile['orientations'] = []
  const actions: PlanFile['actions'] = []
  const objectives: PlanFile['objectives'] = []
  const judgement: Authority['judgement'] = []
  const numbers = numbersIn(rows)
  const at = { axis: '', orientation: '', action: '' }
  rows.forEach((row, index) => {
    // an empty cell says what stands above it, as merged cells of a spreadsheet do
    const axisCell = textOf(row, 'axis')
    if (axisCell !== '' && axisCell !== at.axis) Object.assign(at, { axis: axisCell, orientation: '', action: '' })
    const orientationCell = textOf(row, 'orientation')
    if (orientationCell !== '' && orientationCell !== at.orientation)
      Object.assign(at, { orientation: orientationCell, action: '' })
    at.action = textOf(row, 'action') || at.action

    const axis = named(at.axis, axes)
    if (!axes.some((one) => one.number === axis.number)) {
      const same = before.plan.axes.find((one) => one.number === axis.number && one.title === axis.title)
      axes.push({ ...axis, transverse: same?.transverse ?? false })
    }
    const own = orientationsIn(at.orientation || axis.title).map((cell) => {
      const known = orientations.find((one) => one.axis === axis.number && one.title === cell)
      const found = known ?? named(cell, orientations)
      if (!orientations.some((one) => one.number === found.number)) {
        const same = before.plan.orientations.find((one) => one.number === found.number)
        orientations.push({
          number: found.number,
          axis: axis.number,
          title: found.title,
          theme: same?.theme ?? found.title,
        })
      }
      return found.number
    })
    const objective = numbers[index]
    if (objective === null || objective === undefined) return

    const actionCell = at.action || at.orientation || axis.title
    const action = named(actionCell, actions)
    if (!actions.some((one) => one.number === action.number)) {
      const same = before.plan.actions.find((one) => one.number === action.number && one.title === action.title)
      const isSame = same?.orientations.join() === own.join()
      actions.push({
        number: action.number,
        title: action.title,
        group: textOf(row, 'group'),
        pilots: parts(textOf(row, 'pilots')),
        rotating: same?.rotating ?? false,
        orientations: own,
        orientationDeduced: isSame ? same!.orientationDeduced : false,
      })
    }
    const earlier = before.plan.objectives.find((one) => one.number === objective)
    const title = textOf(row, 'title')
    const zone = zoneNamed(textOf(row, 'zone'))
    objectives.push({
      ...(textOf(row, 'star') === '' ? {} : { star: textOf(row, 'star') }),
      // a mark that the plan prints beside its words
      ...(earlier?.existing === undefined ? {} : { existing: earlier.existing }),
      number: objective,
      action: action.number,
      start: typeof row.start === 'number' ? row.start : null,
      title,
      short: textOf(row, 'short') || (earlier?.title === title ? earlier.short : cutShort(title)),
      ...(textOf(row, 'zone') === '' || zone === undefined ? {} : { zone }),
      ...(earlier?.smallCommunes ? { smallCommunes: true as const } : {}),
    })
    const judged = before.judgement.find((one) => one.objective === objective)
    const nature = Object.entries(natureWords).find(([, words]) => words === row.nature)?.[0] as Nature | undefined
    judgement.push({
      ...(judged ?? {}),
      objective,
      nature: nature ?? judged?.nature ?? 'partly',
      why: textOf(row, 'why') || unjudged,
    })
  })
  const inOrder = <T extends { number: number }>(list: T[]) => list.toSorted((a, b) => a.number - b.number)
  return {
    ...before,
    plan: {
      ...printedBeside(before.plan, { axes, orientations, actions, objectives }),
      axes: inOrder(axes),
      orientations: inOrder(orientations),
      actions: inOrder(actions),
      objectives: inOrder(objectives),
    },
    judgement: judgement.toSorted((a, b) => a.objective - b.objective),
  }
}
