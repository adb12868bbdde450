/**
 * Typologie : axes d’une analyse des correspondances multiples, classes (Ward puis k-means), ce qui les distingue, et leur
 * stabilité sur des tirages refaits ; à partir de lignes entières, ou de questions d’une même page.
 *
 *   npm run analyse -- typologie familles-complet.jsonl manque lieu_souhaite minutes_acceptees prix_mensuel utiliserait
 */
import { CommandError, print } from '../../../cli/command.ts'
import { decimal, percent } from '../../text/format.ts'
import { overPatterns, patternsOf } from '../../typology/answer-patterns.ts'
import { burtOf, type CategoricalQuestion } from '../../typology/burt.ts'
import { bestCounts, classesAt, treeOf } from '../../typology/classes.ts'
import { type Correspondence, correspondence, retained, rowCoordinates } from '../../typology/correspondence.ts'
import { type Stability, stabilityOf } from '../../typology/stability.ts'
import { testValue } from '../../typology/test-value.ts'
import { codesAt, designAt, type Frames, readFrames } from '../frames.ts'
import { givenIn, tableText } from '../recipe.ts'
import { randomOf } from '../simulate/random.ts'

export type OwnTypology = {
  analysis: Correspondence
  /** Class of each response, −1 = answered fewer than half of the questions. */
  codes: Int32Array
  count: number
  stability: Stability
}

/** Answers that fewer than a twentieth gave have no place on the axes. */
const leastShare = 0.05

export function ownTypology(
  frames: Frames,
  questions: readonly string[],
  wanted: number | null,
  resamples = 50,
): OwnTypology {
  const { responses: unit } = frames
  const design = designAt(frames, unit)
  const asked = questions.map((name) => codesAt(frames, unit, name))
  const within = Uint8Array.from({ length: unit.rows }, (_, row) =>
    Number(asked.filter(({ codes }) => codes[row]! >= 0).length >= questions.length / 2),
  )
  const rows = within.reduce((sum, one) => sum + one, 0)
  if (rows === 0) throw new CommandError('Personne n’a répondu à la moitié de ces questions.')
  const active = asked.map(({ values, codes }): CategoricalQuestion => {
    const sizes = values.map((_, code) =>
      codes.reduce((sum, own, row) => sum + Number(own === code && within[row] === 1), 0),
    )
    const large = values.flatMap((_, code) => (sizes[code]! >= leastShare * rows ? [code] : []))
    return { categories: large.length, codes: codes.map((code) => (code < 0 ? -1 : large.indexOf(code))) }
  })
  const patterns = patternsOf(active, within)
  const masses = overPatterns(patterns, design.weights)
  const analysis = correspondence(burtOf(patterns.questions, masses))
  const axes = retained(analysis)
  if (axes.length === 0)
    throw new CommandError('Aucune opposition ne se dégage : prenez des questions d’un même sujet.')
  const points = {
    size: patterns.size,
    dimensions: axes.length,
    cells: rowCoordinates(analysis, axes, patterns.questions),
  }
  const tree = treeOf(points, masses)
  const count = wanted ?? bestCounts(tree)[0] ?? 2
  const groups = classesAt(tree, count)
  if (groups === null) throw new CommandError(`Il y a trop peu de réponses différentes pour ${count} classes.`)
  const codes = patterns.of.map((pattern) => (pattern < 0 ? -1 : groups.codes[pattern]!))
  const units = { count: unit.rows, of: Int32Array.from(codes, (_, row) => row) }
  const stability = stabilityOf({ patterns, weights: design.weights, codes, count }, units, randomOf(1), resamples)
  return { analysis, codes, count, stability }
}

export async function run(args: string[]): Promise<void> {
  const usage = 'typologie FICHIER.jsonl QUESTION QUESTION … [classes=N]'
  const { words, options } = givenIn(args, usage, 4, ['classes'])
  const [file, ...questions] = words as [string, ...string[]]
  const frames = readFrames(file)
  const classes = options.has('classes') ? Number(options.get('classes')) : null
  if (classes !== null && !(Number.isInteger(classes) && classes >= 2))
    throw new CommandError('« classes » est un nombre entier, 2 au moins.')
  if (frames.form === 'protected')
    print('Lignes protégées : ne mêlez que des questions d’une même page, sinon les classes ne veulent rien dire.\n\n')
  const { analysis, codes, count, stability } = ownTypology(frames, questions, classes)
  print(
    tableText(
      ['axe', 'inertie', 'part corrigée'],
      retained(analysis).map(({ inertia, part }, at) => [String(at + 1), inertia.toFixed(3), percent(part)]),
    ),
  )
  const rows = codes.reduce((sum, code) => sum + Number(code >= 0), 0)
  for (let own = 0; own < count; own++) {
    const size = codes.reduce((sum, code) => sum + Number(code === own), 0)
    print(
      `\nClasse ${own + 1} : ${percent(size / rows)} des réponses, retrouvée à ${percent(stability.jaccard[own]!)} (Jaccard).\n`,
    )
    const traits = questions.flatMap((name) => {
      const given = codesAt(frames, frames.responses, name)
      const base = (isIn: (row: number) => boolean) =>
        given.codes.reduce((sum, code, row) => sum + Number(code >= 0 && codes[row]! >= 0 && isIn(row)), 0)
      return given.values.map((value, code) => {
        const [inside, all] = [base((row) => codes[row] === own), base(() => true)]
        const said = given.codes.reduce((sum, one, row) => sum + Number(one === code && codes[row] === own), 0)
        const inAll = given.codes.reduce((sum, one, row) => sum + Number(one === code && codes[row]! >= 0), 0)
        return {
          name,
          value,
          inClass: said / inside,
          inAll: inAll / all,
          v: testValue(said / inside, inAll / all, inside, all),
        }
      })
    })
    const shown = traits.filter(({ v }) => Math.abs(v) >= 2).toSorted((a, b) => b.v - a.v)
    print(
      tableText(
        ['question', 'réponse', 'classe', 'ensemble', 'valeur-test'],
        shown.map((one) => [
          one.name,
          one.value,
          percent(one.inClass),
          percent(one.inAll),
          decimal(one.v).replace('-', '−'),
        ]),
      ),
    )
  }
  print(
    `\nAccord avec ${stability.resamples} tirages refaits (Rand ajusté) : ${percent(Math.max(0, stability.rand))}.\n`,
  )
}
