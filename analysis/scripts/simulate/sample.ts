/** One raked sample of the simulated population. */
import { type Design, designOf } from '../../design/design.ts'
import { rake } from '../../design/rake.ts'
import { Refusal } from '../../design/refusal.ts'
import { classesOfCells, drawCells, type Population } from './population.ts'

export type Sample = { drawn: Int32Array; weighted: Design; refused: number }

/**
 * Draws n answers and rakes them on the three margins. Classes of less than 5 answers are let through, which is harder
 * than what the product accepts; a sample on which raking is refused is drawn again, and counted.
 */
export function sampleOf(population: Population, n: number, random: () => number): Sample {
  for (let refused = 0; ; refused++) {
    const drawn = drawCells(population, n, random)
    try {
      const classes = classesOfCells(population, drawn)
      const { weighted } = rake(designOf({ rows: n }), classes, population.margins, 'households', { minimumAnswers: 1 })
      return { drawn, weighted, refused }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
}
