import { describe, expect, test } from 'vitest'
import { type Classes, classesOf, classTotals } from '../../../analysis/design/classes.ts'
import { designOf } from '../../../analysis/design/design.ts'
import { type Margin, parseMargins } from '../../../analysis/design/margin.ts'
import { postStratify } from '../../../analysis/design/post-stratify.ts'
import { rake } from '../../../analysis/design/rake.ts'
import { leverages } from '../../../analysis/estimates/calibration.ts'
import { varianceOf } from '../../../analysis/estimates/covariance.ts'
import { meanOf } from '../../../analysis/estimates/linear.ts'

const margin = (variable: string, totals: Record<string, number>, unit: Margin['unit'] = 'households'): Margin => ({
  variable,
  unit,
  date: '2026-01-01',
  source: 'INSEE, RP 2022',
  totals,
})

/** 40 answers: zones a (20), b (15), c (5); family m (12) and c (28). */
const rows = 40
const zone = classesOf(
  'Zone',
  Array.from({ length: rows }, (_, row) => (row < 20 ? 'a' : row < 35 ? 'b' : 'c')),
)
const family = classesOf(
  'Famille',
  Array.from({ length: rows }, (_, row) => (row % 10 < 3 ? 'm' : 'c')),
)
const margins = [margin('Zone', { a: 400, b: 400, c: 200 }), margin('Famille', { c: 800, m: 200 })]
const design = designOf({ rows })
const weigh = (of: Margin[] = margins, variables: Classes[] = [zone, family]) =>
  rake(design, variables, of, 'households')

describe('raking', () => {
  test('meets every margin, and shows weighted beside unweighted', () => {
    const { weighted, unweighted, diagnostics, warnings } = weigh()
    expect(Array.from(classTotals(zone, weighted.weights), Math.round)).toEqual([400, 400, 200])
    expect(Array.from(classTotals(family, weighted.weights), Math.round)).toEqual([800, 200])
    expect(diagnostics.gap).toBeLessThan(1e-9)
    expect(unweighted.weights.every((weight) => weight === 1)).toBe(true)
    expect(diagnostics.margins[0]).toMatchObject({
      variable: 'Zone',
      category: 'a',
      answers: 20,
      before: 0.5,
      population: 0.4,
    })
    expect(diagnostics.margins[0]!.after).toBeCloseTo(0.4, 9)
    expect(diagnostics.effectAfter).toBeGreaterThan(1)
    expect(warnings).toEqual([])
  })

  test('the share of a class used in the weighting is known: no chance is left in it', () => {
    const { weighted } = weigh()
    const hits = Float64Array.from(zone.codes, (code) => (code === 0 ? 1 : 0))
    expect(varianceOf(weighted, meanOf(hits, weighted)!.scores)).toBeLessThan(1e-25)
  })

  test('margins of one unit never weight another', () => {
    expect(() => weigh([margins[0]!, margin('Famille', { c: 800, m: 200 }, 'children')])).toThrow(
      'La marge « Famille » compte des enfants, les réponses sont des ménages',
    )
  })

  test('margins that count different totals contradict each other', () => {
    expect(() => weigh([margins[0]!, margin('Famille', { c: 600, m: 200 })])).toThrow('Les marges se contredisent')
  })

  test('margins that these answers cannot carry are refused, not approached', () => {
    // All of c answers m: c + m cannot be 200 and 100.
    const tied = classesOf(
      'Famille',
      Array.from(zone.codes, (code) => (code === 2 ? 'm' : code === 0 ? 'c' : 'm')),
    )
    expect(() => weigh([margins[0]!, margin('Famille', { c: 900, m: 100 })], [zone, tied])).toThrow(
      'Aucun jeu de poids ne respecte ces marges',
    )
  })

  test('a missing, empty, unknown or small class is refused by name', () => {
    const holes = { ...zone, codes: zone.codes.map((code, row) => (row === 3 ? -1 : code)) }
    expect(() => weigh(margins, [holes, family])).toThrow('« Zone » n’est pas renseigné')
    expect(() => weigh([margin('Zone', { a: 400, b: 400, c: 100, d: 100 }), margins[1]!])).toThrow(
      'personne n’a répondu dans « d »',
    )
    expect(() => weigh([margin('Zone', { a: 600, b: 400 }), margins[1]!])).toThrow('« c », que la marge ne connaît pas')
    const small = { ...zone, codes: zone.codes.map((code, row) => (row === 39 ? 1 : code)) }
    expect(() => weigh(margins, [small, family])).toThrow('4 réponses seulement dans « c », ne pas pondérer')
  })

  test('weights that bend the sample too much come with a warning', () => {
    const { warnings } = weigh([margin('Zone', { a: 50, b: 50, c: 900 })], [zone])
    expect(warnings[0]).toContain('supérieur à 2')
  })

  test('what a small raked sample hides from the linear variance, HC3 gives back', () => {
    const { weighted } = weigh()
    const values = Float64Array.from({ length: rows }, (_, row) => ((row * 7) % 11) + (zone.codes[row] ?? 0))
    const { scores } = meanOf(values, weighted)!
    expect(varianceOf(weighted, scores, 'hc3')).toBeGreaterThan(varianceOf(weighted, scores, 'linear'))
    // Leverages add up to the free classes: 1 + 2 + 1.
    expect(leverages(weighted.calibrations[0]!).reduce((a, b) => a + b, 0)).toBeCloseTo(4, 8)
  })
})

test('one margin: post-stratification and raking are the same', () => {
  const post = postStratify(design, zone, margins[0]!.totals).weighted
  const raked = rake(design, [zone], [margins[0]!], 'households').weighted
  for (let row = 0; row < rows; row++) expect(post.weights[row]).toBeCloseTo(raked.weights[row]!, 9)
})

describe('margins as data', () => {
  const header = 'variable;catégorie;effectif;unité;date;source'

  test('a CSV of staff becomes margins with unit, date and source', () => {
    const [zones] = parseMargins(
      `${header}\nZone;Nord;1 240;ménages;2022-01-01;INSEE\nZone;Sud;940;ménages;2022-01-01;INSEE\n`,
    )
    expect(zones).toEqual({
      variable: 'Zone',
      unit: 'households',
      date: '2022-01-01',
      source: 'INSEE',
      totals: { Nord: 1240, Sud: 940 },
    })
  })

  test('a line without unit, or a second unit in one margin, is refused with its number', () => {
    expect(() => parseMargins(`${header}\nZone;Nord;1240;;2022-01-01;INSEE`)).toThrow('ligne 2')
    const mixed = `${header}\nZone;Nord;1240;ménages;2022-01-01;INSEE\nZone;Sud;940;enfants;2022-01-01;INSEE`
    expect(() => parseMargins(mixed)).toThrow('ligne 3')
  })
})
