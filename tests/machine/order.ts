/** Begins with the files that last and wait the most, so that none of them runs alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const first = ['browser', 'api', 'unit']

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => first.indexOf(project.name)
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
