import { expect, test } from 'vitest'
import { audit } from '../../../analysis/scripts/reference/suppression/audit.ts'
import { crossed, crossedTask } from '../../../analysis/scripts/reference/suppression/crossed.ts'
import { optimum } from '../../../analysis/scripts/reference/suppression/optimum.ts'
import cases from '../../reference/cases_suppression.json' with { type: 'json' }

// values made with lpSolve 5.6.23 and by exhaustive search; see tests/reference
test.each(cases.audit)('the attack on « $id » finds what lpSolve finds', (reference) => {
  const found = audit(reference)
  expect(found.bounds.map(({ exact, lpLo, lpHi, ...rest }) => ({ ...rest, lp_lo: lpLo, lp_hi: lpHi, exact }))).toEqual(
    reference.bounds,
  )
  expect(found.exactlyRecovered).toEqual(reference.exactly_recovered)
  expect(found.unprotectedPrimary).toEqual(reference.unprotected_primary)
  expect(found.safe).toBe(reference.safe)
})

test.each(cases.optimum)('the fewest cells to hide in « $id » are as many as exhaustive search finds', (reference) => {
  const task = crossedTask(reference.table, reference.primary, reference.k)
  expect(optimum(task)).toHaveLength(reference.min_complementary)
  const names = task.system.keys.filter((_, cell) => task.primary[cell] || optimum(task)!.includes(cell))
  expect(audit({ k: reference.k, ...crossed(reference.table, names) }).safe).toBe(true)
})

test('a table with nothing hidden has nothing to find', () => {
  expect(
    audit({
      k: 5,
      ...crossed([
        [20, 30],
        [40, 50],
      ]),
    }),
  ).toMatchObject({ bounds: [], safe: true })
})

test('a table hidden as a whole tells nothing', () => {
  const { cells, constraints } = crossed([[2]])
  const all = cells.map((cell) => ({ ...cell, supp: true }))
  expect(audit({ k: 5, cells: all, constraints }).bounds.map(({ hi }) => hi)).toEqual([
    Infinity,
    Infinity,
    Infinity,
    Infinity,
  ])
})

test('a constraint on a cell that is not there is refused', () => {
  const cells = [{ id: 'a', count: 3, supp: true }]
  expect(() => audit({ k: 5, cells, constraints: [{ total: 'b', parts: ['a'] }] })).toThrow('not there: b')
})
