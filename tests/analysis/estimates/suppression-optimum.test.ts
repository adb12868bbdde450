import { expect, test } from 'vitest'
import { crossedTask } from '../../../analysis/scripts/reference/suppression/crossed.ts'
import { cheapestHitting } from '../../../analysis/scripts/reference/suppression/hitting.ts'
import { optimum } from '../../../analysis/scripts/reference/suppression/optimum.ts'
import { firstHidden, type Task, unsafe } from '../../../analysis/scripts/reference/suppression/task.ts'
import { randomOf } from '../../../analysis/scripts/simulate/random.ts'

function randomTask(seed: number, rows: number, columns: number): Task {
  const random = randomOf(seed)
  const k = random() < 0.5 ? 5 : 11
  const table = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.floor(Math.exp(random() * 4.2)) - 1),
  )
  const names = table.flatMap((counts, row) =>
    counts.map((count, column) => ({ count, id: `r${row + 1}c${column + 1}` })),
  )
  const primary = names.filter(({ count }) => count > 0 && count < k).map(({ id }) => id)
  return crossedTask(table, primary, k)
}

/** Every set of cells, smallest first: true counts of hidden cells, found by trying them all. */
function bruteForce(task: Task): number | null {
  const start = firstHidden(task)
  const candidates = [...start.keys()].filter(
    (cell) => !start[cell] && !task.fixed[cell] && task.system.counts[cell] !== 0,
  )
  let best: number | null = null
  for (let set = 0; set < 1 << candidates.length; set++) {
    const chosen = candidates.filter((_, bit) => set & (1 << bit))
    if (best !== null && chosen.length >= best) continue
    const hidden = start.map((isHidden, cell) => isHidden || chosen.includes(cell))
    if (unsafe(task, hidden, { first: true }).length === 0) best = chosen.length
  }
  return best
}

test('on small tables the exact search finds what trying every pattern finds', () => {
  let compared = 0
  for (let seed = 1; seed <= 60; seed++) {
    const task = randomTask(seed, 3, 3)
    const found = optimum(task)?.length ?? null
    expect(found, `table ${seed}`).toBe(bruteForce(task))
    if (found !== null && found > 0) compared++
  }
  expect(compared).toBeGreaterThan(15)
})

test('the cheapest set that meets every demand is found, and an impossible search gives up', () => {
  const price = [1, 1, 1, 5]
  expect(
    cheapestHitting(
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      price,
    ),
  ).toHaveLength(2)
  expect(
    cheapestHitting(
      [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
      price,
    ),
  ).toEqual([0, 1, 2])
  expect(cheapestHitting([], price)).toEqual([])
  expect(
    cheapestHitting(
      [
        [0, 1],
        [1, 2],
      ],
      price,
      1,
    ),
  ).toBeNull()
})
