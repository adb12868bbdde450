/** What a publication takes away is announced before it is made. */
import { expect, onTestFinished, test } from 'vitest'
import { eachOnce, zoneChartOf } from '../../../analysis/findings/finding.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { figuresShown, isKept } from '../../../api/fieldwork/kept.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { anOffice } from '../accounts/office.ts'

const slug = 'familles'

// 45 figures were announced, and 82 stayed as they were
test('of two publications, at least as many figures are announced as stay those of their day, and not twice as many', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const publish = () => publishNow(office.context, slug, 'a', office.clock.now.toISOString())
  await fill(office.context, [{ slug, people: 400 }], 7, () => {})
  expect(await publish()).toEqual({ number: 1 })
  // five an hour count as people who joined
  for (let day = 0; day < 20; day++) {
    office.clock.now = new Date(office.clock.now.getTime() + 86_400_000)
    await fill(office.context, [{ slug, people: 5 }], 30 + day, () => {})
  }
  const analyst = await office.placed(['analyst'])
  const { held, updates } = (await analyst.browser.get(`/api/analyse/${slug}/readiness`)).body as {
    held: { name: string; figures: number }[]
    updates: string
  }
  const announced = held.reduce((sum, { figures }) => sum + figures, 0)
  expect(await publish()).toEqual({ number: 2 })
  const [, second] = await publicationsIn(office.context.store).all(slug)
  // a zone of a finding is announced once, where it has a bar
  const stay = eachOnce(second!.findings).reduce((sum, finding) => {
    const { table, breakdowns } = finding
    const dated = [table, ...breakdowns.map((one) => one.table)].flatMap((grid) => grid?.dated ?? [])
    const names = new Set(dated.map(({ label }) => label))
    return sum + (zoneChartOf(finding)?.bars ?? []).filter(({ label }) => names.has(label)).length
  }, 0)
  expect(stay).toBeGreaterThan(0)
  expect(announced).toBeGreaterThanOrEqual(stay)
  expect(announced).toBeLessThan(2 * stay)
  // everybody and the other groups are in one count with them, as they are once published
  const [, least, all] = /(\d+) chiffres seront mis à jour, sur (\d+)/.exec(updates.replace(/[\u00a0\u202f]/g, ' '))!
  const kept = figuresShown(second!).filter(isKept).length
  expect(kept).toBeGreaterThan(stay)
  expect(Number(all) - Number(least)).toBeGreaterThanOrEqual(kept)
  expect(Number(all) - Number(least)).toBeLessThan(2 * kept)
}, 120_000)
