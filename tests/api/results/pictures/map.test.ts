import { afterAll, beforeAll, expect, test } from 'vitest'
import { mapOf, mappedOf, outlinesOf } from '../../../../api/results/pictures/map.ts'
import { communes } from '../../../../surveys/authority/territory.ts'
import { anOffice, type Office } from '../../accounts/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.discard())

const [first, ...others] = communes()
const date = '2026-02-01'
/** Everybody in the south but the first commune. */
const zoned = (zone: string, source: string, savedAt: string) => ({
  kind: 'zones',
  cells: [],
  rows: [{ commune: first!.insee, zone }, ...others.map(({ insee }) => ({ commune: insee, zone: 'Sud' }))],
  date,
  source,
  savedAt,
  savedBy: 'operateur',
})
const named = (source: string) => ({ name: 'Zones', provisional: false, date, source })

// a publication computed with a commune in Sud was drawn with that commune in Nord
test('the map of a publication has the zones of that publication, whatever table was saved since', async () => {
  const { context } = office
  await context.tables.save(0, zoned('Nord', 'Délibération du 1er février', '2026-02-01T09:00:00Z'))
  await context.tables.save(1, zoned('Sudd', 'Délibération du 1er février', '2026-02-02T09:00:00Z'))
  await context.tables.save(2, zoned('Sud', 'Délibération du 2 mars', '2026-03-02T09:00:00Z'))
  const drawn = async (source: string, madeAt: string) => {
    const { communes: there, zoning } = await mapOf(context, { zoning: named(source), madeAt })
    return [there.find(({ code }) => code === first!.insee)?.zoneName, zoning.version]
  }
  expect(await drawn('Délibération du 1er février', '2026-02-01T12:00:00Z')).toEqual(['Nord', 1])
  expect(await drawn('Délibération du 1er février', '2026-02-05T12:00:00Z')).toEqual(['Sudd', 2])
  expect(await drawn('Délibération du 2 mars', '2026-03-05T12:00:00Z')).toEqual(['Sud', 3])
  const then = { zoning: named('Délibération du 1er février'), madeAt: '2026-02-01T12:00:00Z' }
  expect((await outlinesOf(context, then))?.zones.map(({ name }) => name).toSorted()).toEqual(['Nord', 'Sud'])
})

test('provisional zones are those of the authority; zones that are no longer known draw nothing', async () => {
  const madeAt = '2026-03-05T12:00:00Z'
  const provisional = await mapOf(office.context, { zoning: { ...named('ici'), provisional: true }, madeAt })
  expect(provisional.communes).toHaveLength(communes().length)
  expect(provisional.zoning).toMatchObject({ provisional: true, version: null })
  const lost = { zoning: named('une table perdue'), madeAt }
  expect((await mapOf(office.context, lost)).communes).toEqual([])
  expect(await outlinesOf(office.context, lost)).toBeNull()
})

// « Suivant » went round in circles between two objectives of one finding
test('a finding that answers several objectives is mapped once, under the first', () => {
  const estimate = { value: 0.4, low: 0.3, high: 0.5, base: 60, effectiveBase: 50, unit: 'share', method: 'Wilson' }
  const bars = (labels: string[]) => ({
    kind: 'bars',
    title: '',
    base: '',
    alt: '',
    end: 1,
    unit: 'share',
    bars: labels.map((label) => ({ label, estimate, uncertain: false })),
  })
  const zonesOf = (indicator: string) => {
    const own = bars(['Nord', 'Sud'])
    const kept = own.bars.map((bar) => ({ ...bar, day: '2026-11-26' }))
    return indicator === 'autre' ? { ...own, bars: kept } : own
  }
  const finding = (objective: number, indicator = 'info') => ({
    questionnaire: 'familles',
    indicator,
    objective,
    title: indicator,
    sentence: 'Une phrase.',
    chart: bars(['Ensemble']),
    breakdowns: [{ chart: zonesOf(indicator) }],
  })
  const head = {
    surveyed: { slug: 'familles' },
    findings: [finding(17), finding(5), finding(35), finding(7, 'autre')],
    document: { published: { tables: [] } },
  }
  const { findings } = mappedOf({ there: [head] } as unknown as Parameters<typeof mappedOf>[0])
  expect(findings.map(({ objective, indicator }) => [objective, indicator])).toEqual([
    [5, 'info'],
    [7, 'autre'],
  ])
  expect(findings.every(({ need }) => need !== '')).toBe(true)
  // four zones of the 26th stood under « publication n° 3 du 30 novembre »
  expect(findings.map(({ dated }) => dated.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    '',
    'Nord et Sud : chiffres arrêtés au 26 novembre 2026.',
  ])
})
