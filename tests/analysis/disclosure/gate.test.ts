import { describe, expect, test } from 'vitest'
import { freeze, isPublished, publish, reopen } from '../../../analysis/disclosure/gate.ts'
import { policies, secrets } from '../../../analysis/disclosure/policy.ts'
import type { PublishedFigure } from '../../../analysis/disclosure/published.ts'
import { sharesTable } from '../../../analysis/disclosure/shares-table.ts'
import type { Figure, FigureTable } from '../../../analysis/disclosure/table.ts'
import { attack } from './attacker.ts'
import { shareOf } from './random-survey.ts'

type Counts = Record<string, Record<string, number>>

/** Shares of a question by zone from counts by zone and answer. */
function byZone(
  counts: Counts,
  options: { sensitive?: boolean; weighted?: boolean; universe?: string; id?: string } = {},
): FigureTable {
  const zones = Object.keys(counts)
  const answers = Object.keys(counts[zones[0]!]!)
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  const count = ({ zone }: { zone?: string }, answer: string): number =>
    zone === undefined ? sum(zones.map((name) => counts[name]![answer]!)) : counts[zone]![answer]!
  const base = (where: { zone?: string }) => sum(answers.map((answer) => count(where, answer)))
  return sharesTable({
    id: 'garde-zone',
    title: 'Mode de garde',
    universe: 'familles.garde',
    ...options,
    by: [{ name: 'zone', values: zones }],
    answers: { name: 'garde', values: answers },
    base,
    count,
    estimate: (where, answer) => shareOf(count(where, answer), base(where)),
  })
}

const submit = (...tables: FigureTable[]) => ({ tables, snapshot: 'cloture', responses: 400 })
const single = (figure: Partial<Figure> & Pick<Figure, 'key' | 'count'>): FigureTable => ({
  id: 'une',
  title: 'Un chiffre',
  sensitive: false,
  weighted: false,
  crossing: 0,
  cells: [],
  sums: [],
  figures: [{ dims: {}, base: null, shape: 'mean', estimate: estimate(figure.count), ...figure }],
})
const estimate = (base: number, value = 12.3456) => ({
  value,
  low: 10.111,
  high: 14.999,
  base,
  effectiveBase: base - 0.4,
  unit: 'minutes' as const,
  method: 'test',
})
const at = (figures: readonly PublishedFigure[], zone: string | undefined, garde: string) =>
  figures.find(({ dims }) => dims.zone === zone && dims.garde === garde)!

describe('publish', () => {
  test('a table without small groups comes out whole, in whole percents', () => {
    const published = publish(
      submit(byZone({ sud: { oui: 20, non: 17 }, nord: { oui: 30, non: 31 } })),
      policies.document,
    )
    const [table] = published.tables
    expect(table!.figures.filter(({ secret }) => secret)).toEqual([])
    const figure = at(table!.figures, 'sud', 'oui')
    expect(figure).toMatchObject({ secret: false, count: 20, estimate: { value: 0.54, base: 37 } })
  })

  test('one small zone takes a second one with it, and both look the same', () => {
    const counts = { sud: { oui: 3, non: 5 }, nord: { oui: 30, non: 31 }, centre: { oui: 40, non: 42 } }
    const published = publish(submit(byZone(counts)), policies.document)
    const secret = published.tables[0]!.figures.filter((figure) => figure.secret)
    expect(new Set(secret.map(({ dims }) => dims.zone))).toEqual(new Set(['sud', 'nord']))
    expect(new Set(secret.map((figure) => JSON.stringify({ ...figure, key: '', dims: {} })))).toHaveLength(1)
  })

  test('a hidden figure holds no number at all, in any field', () => {
    const published = publish(
      submit(byZone({ sud: { oui: 3, non: 5 }, nord: { oui: 30, non: 31 } })),
      policies.document,
    )
    for (const figure of published.tables[0]!.figures.filter(({ secret }) => secret)) {
      expect(Object.keys(figure).sort()).toEqual(['code', 'dims', 'key', 'secret', 'table', 'why'])
      expect(JSON.stringify(figure)).not.toMatch(/\d/)
    }
  })

  test('no sentence that explains a secret contains a figure', () => {
    for (const sentence of Object.values(secrets)) expect(sentence).not.toMatch(/\d/)
  })

  test('everything with one key is hidden together: count, share, weighted total', () => {
    const counts = { sud: { oui: 3, non: 40 }, nord: { oui: 30, non: 31 }, centre: { oui: 40, non: 42 } }
    const shares = byZone(counts)
    const totals: FigureTable = {
      ...byZone(counts, { id: 'totaux', weighted: true }),
      cells: [],
      sums: [],
      figures: shares.figures.map((figure) => ({
        ...figure,
        shape: 'total',
        estimate: { ...estimate(figure.base!.count), unit: 'households' },
      })),
    }
    const published = publish(submit(shares, totals), policies.document)
    const secrets = published.tables.map(({ figures }) => figures.filter(({ secret }) => secret).map(({ key }) => key))
    expect(secrets[0]!.length).toBeGreaterThan(2)
    expect(secrets[1]).toEqual(secrets[0])
  })

  test('on a sensitive topic, a group that all answered alike is not described', () => {
    const counts = { sud: { oui: 0, non: 25 }, nord: { oui: 30, non: 31 }, centre: { oui: 20, non: 42 } }
    const hiddenZones = (sensitive: boolean) =>
      publish(submit(byZone(counts, { sensitive })), policies.document)
        .tables[0]!.figures.filter(({ secret }) => secret)
        .map(({ dims }) => dims.zone)
    expect(hiddenZones(true)).toContain('sud')
    expect(hiddenZones(false)).toEqual([])
  })

  test('five people may show on the analyst’s screen, not in a document', () => {
    const table = byZone(
      { sud: { oui: 6, non: 7 }, nord: { oui: 30, non: 31 }, centre: { oui: 40, non: 42 } },
      { sensitive: true },
    )
    expect(publish(submit(table), policies.document).audit.hidden).toBeGreaterThan(0)
    const screen = publish(submit(table), policies.screen)
    expect(screen.audit.hidden).toBe(0)
    expect(screen.mention).toContain('Usage interne')
  })

  test('a mean that one answer makes up is hidden', () => {
    expect(
      publish(submit(single({ key: 'm', count: 40, largest: 0.9 })), policies.document).tables[0]!.figures[0]!.secret,
    ).toBe(true)
    expect(
      publish(submit(single({ key: 'm', count: 40, largest: 0.8 })), policies.document).tables[0]!.figures[0],
    ).toMatchObject({
      estimate: { value: 12.3, low: 10.1, high: 15, effectiveBase: 39 },
    })
  })

  test.each([
    ['a median of 11', 11, 0.5, false],
    ['a median of 10', 10, 0.5, true],
    ['a first decile of 54', 54, 0.1, true],
    ['a first decile of 55', 55, 0.1, false],
  ])('%s answers is hidden when few lie beyond it', (_, count, quantile, hidden) => {
    const table = single({ key: 'q', count, shape: 'quantile', quantile })
    expect(publish(submit(table), policies.document).tables[0]!.figures[0]!.secret).toBe(hidden)
  })

  test('a minimum or maximum is never published, and says so', () => {
    const [figure] = publish(submit(single({ key: 'x', count: 400, shape: 'extreme' })), policies.document).tables[0]!
      .figures
    expect(figure).toMatchObject({ secret: true, code: 'extreme' })
  })

  test('a table that crosses three variables is not published', () => {
    const table = { ...byZone({ sud: { oui: 50, non: 60 }, nord: { oui: 30, non: 31 } }), crossing: 3 }
    const published = publish(submit(table), policies.document)
    expect(published.tables[0]!.figures.every((figure) => figure.secret && figure.code === 'crossing')).toBe(true)
    expect(published.knowledge.counts).toEqual({})
  })

  test('weighted shares come without their unweighted numerators', () => {
    const published = publish(
      submit(byZone({ sud: { oui: 20, non: 17 }, nord: { oui: 30, non: 31 } }, { weighted: true })),
      policies.document,
    )
    for (const figure of published.tables[0]!.figures) expect(figure).toMatchObject({ count: null })
  })

  test('nothing at all, and a zone without answers, are published without a stumble', () => {
    expect(publish(submit(), policies.document).audit).toEqual({ counts: 0, hidden: 0, narrowest: null })
    const published = publish(
      submit(byZone({ sud: { oui: 0, non: 0 }, nord: { oui: 30, non: 31 } })),
      policies.document,
    )
    expect(at(published.tables[0]!.figures, 'sud', 'oui')).toMatchObject({
      secret: false,
      estimate: { value: null, base: 0 },
    })
  })

  test('tables that do not add up, or name two counts alike, are refused', () => {
    const table = byZone({ sud: { oui: 20, non: 17 }, nord: { oui: 30, non: 31 } })
    const wrong = {
      ...table,
      figures: table.figures.map((figure, index) => (index === 2 ? { ...figure, count: 21 } : figure)),
    }
    expect(() => publish(submit(wrong), policies.document)).toThrow('add up')
    expect(() => publish(submit(table, wrong), policies.document)).toThrow('one count')
  })

  test('an estimate of another base than its figure is refused', () => {
    expect(() => publish(submit(single({ key: 'm', count: 40, estimate: estimate(39) })), policies.document)).toThrow(
      'base',
    )
  })

  test('figures known outside are protected as if printed', () => {
    const table = byZone({ sud: { oui: 30, non: 4 }, nord: { oui: 30, non: 31 }, centre: { oui: 40, non: 42 } })
    const cells = table.cells.map((cell) => ({ ...cell, known: true }))
    const published = publish(submit({ ...table, cells }), policies.document)
    const guesses = attack([published])
    expect(published.knowledge.counts['familles.garde|zone=sud']).toBe(34)
    for (const { lo, hi } of guesses) expect(hi - lo).toBeGreaterThanOrEqual(11)
  })
})

describe('the type of a published figure', () => {
  test('is made by the gate only: a look-alike is neither frozen nor believed', async () => {
    const published = publish(submit(single({ key: 'm', count: 40 })), policies.document)
    expect(isPublished(published)).toBe(true)
    expect(isPublished(structuredClone(published))).toBe(false)
    // @ts-expect-error a plain object is not Published
    const forged: typeof published = {
      purpose: 'document',
      mention: '',
      tables: [],
      knowledge: { counts: {}, sums: [] },
      audit: published.audit,
    }
    await expect(freeze(forged, { id: 'a', date: '2026-01-01', snapshot: 's', responses: 40 })).rejects.toThrow(
      'came through publish',
    )
  })

  test('a publication read back is believed only when no byte changed', async () => {
    const published = publish(submit(single({ key: 'm', count: 40 })), policies.document)
    const frozen = await freeze(published, { id: 'p1', date: '2026-05-01', snapshot: 'cloture', responses: 400 })
    const kept = JSON.parse(JSON.stringify(frozen))
    expect(isPublished((await reopen(kept)).published)).toBe(true)
    kept.published.knowledge.counts.m = 41
    await expect(reopen(kept)).rejects.toThrow('as it was frozen')
  })
})
