/** What the authority calls the four levels of its plan: read in every title, on the screens and in the documents. */
import { levelRows, levelWords } from '../../surveys/authority/levels.ts'
import type { Authority, Gender, PlanFile } from '../../surveys/authority/schema.ts'
import { choice, text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, textOf } from './table.ts'

const names = levelRows.map(({ one }) => one)
const genders: Record<Gender, string> = { masculine: 'masculin', feminine: 'féminin' }

export const levelsTable: AuthorityTable = {
  name: 'niveaux',
  title: 'Mots des niveaux du plan',
  help: 'Comment votre plan appelle ses axes, orientations, actions et objectifs : « défi », « fiche », « engagement »… Les titres des pages et des documents prennent ces mots.',
  columns: [
    { ...column('level', 'Niveau', 'À ne pas changer', choice(names)), words: names },
    column('one', 'Un seul', 'En petites lettres, sans article', text(30)),
    column('several', 'Plusieurs', 'Le même mot au pluriel', text(30)),
    {
      ...column(
        'gender',
        'Genre',
        '« une fiche » est féminin : les phrases s’accordent',
        choice(Object.values(genders)),
      ),
      words: Object.values(genders),
    },
  ],
  rules: [once(['level'], 'Niveau'), everyLevel],
  example: () => ['objectif', 'engagement', 'engagements', genders.masculine],
  cellsOf: ({ plan }) =>
    levelRows.map(({ level, one }) => {
      const own = levelWords(level, plan)
      return [one, own.one, own.several, genders[own.gender]]
    }),
  with: levelsFrom,
}

function everyLevel(rows: Row[]) {
  const there = new Set(rows.map((row) => textOf(row, 'level')))
  const missing = names.filter((name) => !there.has(name))
  return missing.length === 0
    ? []
    : [{ row: null, message: `Il manque ${missing.join(', ')} : gardez une ligne pour chaque niveau.` }]
}

function levelsFrom(before: Authority, rows: readonly Row[]): Authority {
  const { levels: _, ...plan } = before.plan
  const given = levelRows.map(({ level, one, several, gender }) => {
    const row = rows.find((each) => textOf(each, 'level') === one)!
    const own = {
      one: textOf(row, 'one').toLowerCase(),
      several: textOf(row, 'several').toLowerCase(),
      gender: textOf(row, 'gender') === genders.feminine ? ('feminine' as const) : ('masculine' as const),
    }
    return { level, own, isUsual: own.one === one && own.several === several && own.gender === gender }
  })
  // the usual words are said by nobody in particular: a plan that keeps them stays as it was
  if (given.every(({ isUsual }) => isUsual)) return { ...before, plan }
  const levels = Object.fromEntries(given.map(({ level, own }) => [level, own])) as PlanFile['levels']
  return { ...before, plan: { ...plan, levels } }
}
