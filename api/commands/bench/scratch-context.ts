/** A store of its own for a benchmark, with the founding questionnaires; gone when the work is done. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { type AppContext, openContext } from '../../context.ts'

export async function withScratchContext<T>(work: (context: AppContext) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-bench-'))
  mkdirSync(join(folder, 'data'))
  const place = {
    storeUrl: `sqlite:${join(folder, 'data', 'questionnaires.db')}`,
    keyringPath: join(folder, 'keyring.json'),
  }
  const context = await openContext(place, () => new Date())
  try {
    await context.questionnaires.loadFounding(founding())
    return await work(context)
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
  }
}
