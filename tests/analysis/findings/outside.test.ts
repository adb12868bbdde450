/** Those who are in no group of a table by group are said under it, from the published bases. */
import { expect, test } from 'vitest'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { gridOf } from '../../../analysis/findings/presentation.ts'
import type { Layout } from '../../../analysis/measures/measure.ts'

const share = (base: number, value = 0.4) => ({
  state: 'published',
  estimate: { value, low: 0.3, high: 0.5, base, effectiveBase: base, unit: 'share', method: '' },
})
const brackets = ['bas', 'moyen', 'haut']
const layout = (groups: 'rows' | 'columns', isPart = false): Layout => ({
  table: 'selon',
  title: 'Selon : quotient familial',
  rowTitle: 'Quotient familial',
  columns:
    groups === 'rows'
      ? [
          { title: 'Part', kind: 'estimate' },
          { title: 'Base', kind: 'base' },
        ]
      : brackets.map((title) => ({ title, kind: 'estimate' as const })),
  rows:
    groups === 'rows'
      ? brackets.map((label) => ({ label, keys: [label, label], whole: 'tous' }))
      : ['oui', 'non'].map((label) => ({ label, keys: brackets, whole: 'tous' })),
  drawn: groups === 'rows',
  groups,
  among: { table: 'en-tout', list: 'Quotient familial', isPart, apart: -1 },
  notes: [],
})
const noted = (bases: Record<string, number>, own: Layout, whole = 0.35) => {
  const figures = ((_: string, key: string) =>
    bases[key] ? share(bases[key], key === 'tous' ? whole : 0.4) : { state: 'too-small' }) as unknown as Figures
  const { notes, outside } = gridOf(own, figures, ['famille', 'familles'], { letters: null, notes: [] })
  return { text: notes.join(' ').replace(/[\u00a0\u202f]/g, ' '), outside }
}

// every bracket was above the 45 % of everybody: the 210 families who had not told their quotient were nowhere
test.each(['rows', 'columns'] as const)('who is in no group is counted, about, where the groups are %s', (groups) => {
  const all = { tous: 885, bas: 200, moyen: 300, haut: 175 }
  const { text, outside } = noted(all, layout(groups))
  expect(outside).toBe(210)
  expect(text).toMatch(/^Environ 210 familles ne sont dans aucun de ces groupes.*« Quotient familial »/)
  // nobody is outside: each figure has a noise of its own
  expect(noted({ ...all, tous: 700 }, layout(groups)).text).toMatch(/^Chaque chiffre est protégé de son côté/)
  // no more than the roundings, or a few people
  expect(noted({ ...all, tous: 700 }, layout(groups), 0.4)).toEqual({ text: '', outside: 0 })
  // how many is not known where a group is of another day, left out or hidden
  for (const one of [noted(all, layout(groups, true)), noted({ ...all, haut: 0 }, layout(groups))]) {
    expect(one.text).toMatch(/Qui n’est dans aucun des groupes montrés/)
    expect(one.text).not.toMatch(/\d/)
    expect(one.outside).toBeUndefined()
  }
  // nor is it worth a line, where everybody stand among the groups
  expect(noted(all, layout(groups, true), 0.4).text).toBe('')
  // nothing is compared with what is not published
  expect(noted({ ...all, tous: 0 }, layout(groups)).text).toBe('')
})

// « comptées à part », and yet the 50 from elsewhere filled the gap of the 50 who had not told their commune: nothing was said
test.each(['rows', 'columns'] as const)(
  'who is from elsewhere is no part of everybody, where the groups are %s',
  (groups) => {
    const of = (apart: number): Layout => ({ ...layout(groups), among: { ...layout(groups).among!, apart } })
    const all = { tous: 885, bas: 400, moyen: 275, haut: 210 }
    expect(noted(all, of(-1), 0.4)).toEqual({ text: '', outside: 0 })
    expect(noted(all, of(2)).outside).toBe(210)
    expect(noted(all, of(2)).text).toMatch(/^Environ 210 familles/)
  },
)
