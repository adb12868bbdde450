/** The order of the test files: those that last and wait the most first, then all that one worker can take one after the other. */
import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const first = ['browser', 'api', 'unit']

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // a worker ends where the next file wants another environment, and the modules it has read with it
    const rank = ({ project, moduleId }: TestSpecification) =>
      2 * first.indexOf(project.name) + Number(hasDocument(moduleId))
    const ranks = new Map(files.map((file) => [file, rank(file)]))
    return (await super.sort(files)).sort((one, other) => ranks.get(one)! - ranks.get(other)!)
  }
}

const hasDocument = (file: string) => readFileSync(file, 'utf8').startsWith('// @vitest-environment jsdom')
