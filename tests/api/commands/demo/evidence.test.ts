import { afterAll, beforeAll, expect, test } from 'vitest'
import { withEvidence } from '../../../../analysis/evidence/asked.ts'
import { evidenceKinds } from '../../../../analysis/evidence/item.ts'
import { coverage } from '../../../../analysis/findings/coverage.ts'
import { fillActionLog } from '../../../../api/commands/demo/action-log.ts'
import { fillHeard } from '../../../../api/commands/demo/heard.ts'
import { fillRegistered } from '../../../../api/commands/demo/registered.ts'
import { evidenceFor } from '../../../../api/evidence/sources.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import { anApp } from '../../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
beforeAll(async () => {
  home = await anApp({}, () => new Date('2026-03-02T09:00:00Z'))
  await fillActionLog(home.context)
  await fillHeard(home.context)
  await fillRegistered(home.context)
})
afterAll(() => home.discard())

const found = () => evidenceFor({ context: home.context, worksOn: () => true })

test('what no questionnaire asks is counted, heard or registered in the demo', async () => {
  const rows = withEvidence(coverage(founding()), await found())
  const without = rows.filter(
    ({ indicators, evidence }) => indicators === 0 && evidenceKinds.every((kind) => evidence[kind] === 0),
  )
  expect(without.map(({ objective }) => objective)).toEqual([])
})

test('each piece has a short sentence, a base, a day and a source; made-up figures say that they are', async () => {
  for (const { id, kind, sentence, base, day, source } of await found()) {
    expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25)
    expect(base, id).not.toBe('')
    expect(day, id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    if (kind === 'registered') expect(source, id).toMatch(/^(Données fictives|INSEE)/)
  }
})

test('filled twice, the demo holds each series once', async () => {
  const before = await found()
  await fillRegistered(home.context)
  expect(await found()).toEqual(before)
})
